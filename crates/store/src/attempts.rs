//! Attempts to sign in: counted before the password is looked at, so that many at once are not more than one after another.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// An attempt to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The address that was given, in small letters.
    pub email: String,
    /// Where it comes from.
    pub ip: String,
    /// The hash of the device's key, where it is one of the user's own.
    pub device: Option<String>,
    /// When, microseconds UTC.
    pub at_us: i64,
    /// Attempts before this no longer count.
    pub since_us: i64,
}

/// How many attempts may fail within the time that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For one address from one place, or from one known device.
    pub address_and_place_max: i64,
    /// For one address from all places together.
    pub address_max: i64,
    /// From one place for all addresses together.
    pub place_max: i64,
}

/// Whether the device is one that the user of the address has signed in with.
pub async fn is_known_device(db: &Db, email: &str, device: &str) -> Result<bool> {
    let sql = "select count(*) from known_device d join app_user u on u.id = d.user_id where u.email = $1 and d.token_hash = $2";
    let found: i64 = both!(db, |p| sqlx::query_scalar(sql).bind(email).bind(device).fetch_one(p).await?);
    Ok(found > 0)
}

/// Counts an attempt in and returns its number; nothing where there were too many.
pub async fn begin(tx: &mut Tx, attempt: &Attempt, limits: Limits) -> Result<Option<i64>> {
    // Taking a number also makes attempts wait for each other, so that none of them is counted too late.
    let id = tx.take_ids("login_attempt", 1).await?;
    within!(tx, |c| sqlx::query("delete from login_attempt where at_us < $1")
        .bind(attempt.since_us)
        .execute(&mut **c)
        .await?
        .rows_affected());
    if !has_room(tx, attempt, limits).await? {
        return Ok(None);
    }
    let sql = "insert into login_attempt (id, email, ip, device, at_us) values ($1, $2, $3, $4, $5)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&attempt.email).bind(&attempt.ip).bind(&attempt.device);
        query.bind(attempt.at_us).execute(&mut **c).await?.rows_affected()
    });
    Ok(Some(id))
}

async fn has_room(tx: &mut Tx, attempt: &Attempt, limits: Limits) -> Result<bool> {
    if let Some(device) = &attempt.device {
        let sql = "select count(*) from login_attempt where email = $1 and device = $2";
        let of_device: i64 = within!(tx, |c| sqlx::query_scalar(sql)
            .bind(&attempt.email)
            .bind(device)
            .fetch_one(&mut **c)
            .await?);
        return Ok(of_device < limits.address_and_place_max);
    }
    let sql = "select (select count(*) from login_attempt where email = $1 and ip = $2 and device is null), \
               (select count(*) from login_attempt where email = $1 and device is null), \
               (select count(*) from login_attempt where ip = $2 and device is null)";
    let (of_both, of_address, of_place): (i64, i64, i64) = within!(tx, |c| sqlx::query_as(sql)
        .bind(&attempt.email)
        .bind(&attempt.ip)
        .fetch_one(&mut **c)
        .await?);
    Ok(of_both < limits.address_and_place_max
        && of_address < limits.address_max
        && of_place < limits.place_max)
}

/// Takes back an attempt that succeeded.
pub async fn forgive(tx: &mut Tx, id: i64) -> Result<()> {
    let sql = "delete from login_attempt where id = $1";
    within!(tx, |c| sqlx::query(sql).bind(id).execute(&mut **c).await?.rows_affected());
    Ok(())
}

/// Remembers a device that the user has signed in with, and forgets those from before `forget_before_us`.
pub async fn know_device(
    tx: &mut Tx,
    device: &str,
    user: i64,
    now_us: i64,
    forget_before_us: i64,
) -> Result<()> {
    let sql = "insert into known_device (token_hash, user_id, created_us) values ($1, $2, $3)";
    within!(tx, |c| sqlx::query(sql)
        .bind(device)
        .bind(user)
        .bind(now_us)
        .execute(&mut **c)
        .await?
        .rows_affected());
    let sql = "delete from known_device where created_us < $1";
    within!(tx, |c| sqlx::query(sql).bind(forget_before_us).execute(&mut **c).await?.rows_affected());
    Ok(())
}
