//! People who sign in, their sessions and tokens.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A person who signs in.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct UserRow {
    /// The id.
    pub id: i64,
    /// In small letters.
    pub email: String,
    /// The name.
    pub name: String,
    /// Argon2id, with its parameters.
    pub password_hash: String,
    /// admin, operations, manager, hunter, account_manager, viewer.
    pub role: String,
    /// The seller this person is.
    pub seller_id: Option<i64>,
    /// en or zh-Hant.
    pub locale: String,
    /// Whether signing in is allowed.
    pub active: bool,
    /// When, microseconds UTC.
    pub created_us: i64,
}

const SELECT: &str =
    "select id, email, name, password_hash, role, seller_id, locale, active, created_us from app_user ";

/// A user by e-mail address.
pub async fn by_email(db: &Db, email: &str) -> Result<Option<UserRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where email = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(email).fetch_optional(p).await?))
}

/// All users by name.
pub async fn list(db: &Db) -> Result<Vec<UserRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by name, id"));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// A new user; the id of `user` is not used. Returns the id.
pub async fn create(tx: &mut Tx, user: &UserRow) -> Result<i64> {
    let id = tx.take_ids("app_user", 1).await?;
    let sql = "insert into app_user (id, email, name, password_hash, role, seller_id, locale, active, created_us) \
               values ($1,$2,$3,$4,$5,$6,$7,$8,$9)";
    within!(tx, |c| {
        let query = sqlx::query(sql)
            .bind(id)
            .bind(&user.email)
            .bind(&user.name)
            .bind(&user.password_hash)
            .bind(&user.role);
        let query = query.bind(user.seller_id).bind(&user.locale).bind(user.active).bind(user.created_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    Ok(id)
}

/// Writes back a user. Whoever may no longer sign in, or has a new password, loses all sessions and known devices.
pub async fn save(tx: &mut Tx, user: &UserRow, end_sessions: bool) -> Result<()> {
    let sql = "update app_user set name=$2, password_hash=$3, role=$4, seller_id=$5, locale=$6, active=$7 where id=$1";
    within!(tx, |c| {
        let query =
            sqlx::query(sql).bind(user.id).bind(&user.name).bind(&user.password_hash).bind(&user.role);
        query
            .bind(user.seller_id)
            .bind(&user.locale)
            .bind(user.active)
            .execute(&mut **c)
            .await?
            .rows_affected()
    });
    if end_sessions {
        for sql in ["delete from session where user_id = $1", "delete from known_device where user_id = $1"] {
            within!(tx, |c| sqlx::query(sql).bind(user.id).execute(&mut **c).await?.rows_affected());
        }
    }
    Ok(())
}

/// Starts a session.
pub async fn start_session(
    tx: &mut Tx,
    token_hash: &str,
    user: i64,
    now_us: i64,
    expires_us: i64,
) -> Result<()> {
    let sql = "insert into session (token_hash, user_id, created_us, expires_us) values ($1, $2, $3, $4)";
    within!(tx, |c| {
        sqlx::query(sql)
            .bind(token_hash)
            .bind(user)
            .bind(now_us)
            .bind(expires_us)
            .execute(&mut **c)
            .await?
            .rows_affected()
    });
    within!(tx, |c| sqlx::query("delete from session where expires_us < $1")
        .bind(now_us)
        .execute(&mut **c)
        .await?
        .rows_affected());
    Ok(())
}

/// Ends a session.
pub async fn end_session(tx: &mut Tx, token_hash: &str) -> Result<()> {
    within!(tx, |c| sqlx::query("delete from session where token_hash = $1")
        .bind(token_hash)
        .execute(&mut **c)
        .await?
        .rows_affected());
    Ok(())
}

/// The active user of a session that has not expired.
pub async fn of_session(db: &Db, token_hash: &str, now_us: i64) -> Result<Option<UserRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} where active and id = (select user_id from session where token_hash = $1 and expires_us > $2)"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(token_hash).bind(now_us).fetch_optional(p).await?))
}

/// A key for a program.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TokenRow {
    /// The id.
    pub id: i64,
    /// Whose rights it has at most.
    pub user_id: i64,
    /// What it is for.
    pub name: String,
    /// read, or read and write.
    pub scopes: String,
    /// When, microseconds UTC.
    pub created_us: i64,
    /// Until when.
    pub expires_us: i64,
    /// Since when it no longer counts.
    pub revoked_us: Option<i64>,
}

/// A new token; returns its id.
pub async fn create_token(tx: &mut Tx, token: &TokenRow, token_hash: &str) -> Result<i64> {
    let id = tx.take_ids("api_token", 1).await?;
    let sql = "insert into api_token (id, user_id, name, token_hash, scopes, created_us, expires_us) values ($1,$2,$3,$4,$5,$6,$7)";
    within!(tx, |c| {
        let query = sqlx::query(sql)
            .bind(id)
            .bind(token.user_id)
            .bind(&token.name)
            .bind(token_hash)
            .bind(&token.scopes);
        query.bind(token.created_us).bind(token.expires_us).execute(&mut **c).await?.rows_affected()
    });
    Ok(id)
}

/// A user's tokens, the latest first.
pub async fn tokens(db: &Db, user: i64) -> Result<Vec<TokenRow>> {
    let sql = "select id, user_id, name, scopes, created_us, expires_us, revoked_us from api_token where user_id = $1 order by id desc";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(user).fetch_all(p).await?))
}

/// Ends a user's token; returns whether there was one.
pub async fn revoke_token(tx: &mut Tx, user: i64, id: i64, now_us: i64) -> Result<bool> {
    let sql = "update api_token set revoked_us = $3 where user_id = $1 and id = $2 and revoked_us is null";
    Ok(within!(tx, |c| sqlx::query(sql)
        .bind(user)
        .bind(id)
        .bind(now_us)
        .execute(&mut **c)
        .await?
        .rows_affected())
        > 0)
}

/// The user and scopes of a token that counts.
pub async fn of_token(db: &Db, token_hash: &str, now_us: i64) -> Result<Option<(UserRow, String)>> {
    let sql = "select user_id, scopes from api_token where token_hash = $1 and revoked_us is null and expires_us > $2";
    let found: Option<(i64, String)> =
        both!(db, |p| sqlx::query_as(sql).bind(token_hash).bind(now_us).fetch_optional(p).await?);
    let Some((user, scopes)) = found else { return Ok(None) };
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where active and id = $1"));
    let user: Option<UserRow> = both!(db, |p| sqlx::query_as(sql).bind(user).fetch_optional(p).await?);
    Ok(user.map(|user| (user, scopes)))
}

/// A user by id.
pub async fn get(db: &Db, id: i64) -> Result<Option<UserRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}
