//! Signing in and out, and who stands behind a session or a token.
use crate::passwords::{fits, key_hash, random_key};
use crate::{Actor, App, Error, Permission, Result, Role, settings};
use serde::Serialize;
use tandem_store::users::{self, UserRow};

const SECOND_US: i64 = 1_000_000;
const SESSION_US: i64 = 14 * 24 * 3600 * SECOND_US;
const WINDOW_US: i64 = 15 * 60 * SECOND_US;
const FAILURES_PER_ADDRESS_MAX: i64 = 10;
const FAILURES_PER_PLACE_MAX: i64 = 50;

/// An id and a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// What the company is called and counts in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CompanyView {
    /// The name.
    pub name: String,
    /// The currency of totals.
    pub currency: String,
}

/// Who is signed in and what they may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Me {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// admin, operations, manager, hunter, account_manager, viewer.
    pub role: String,
    /// en or zh-Hant.
    pub locale: String,
    /// The seller this person is.
    pub seller: Option<Named>,
    /// The company.
    pub company: CompanyView,
    /// imports.run, settings.write, users.manage, totals.see, time.report.
    pub may: Vec<&'static str>,
}

const MAY: [(&str, Permission); 5] = [
    ("imports.run", Permission::Import),
    ("settings.write", Permission::Configure),
    ("users.manage", Permission::ManageUsers),
    ("totals.see", Permission::SeeTotals),
    ("time.report", Permission::ReportTime),
];

/// Signs in; returns the key of the new session.
pub async fn sign_in(app: &App, email: &str, password: &str, ip: &str) -> Result<(String, Me)> {
    let email = email.trim().to_lowercase();
    let now = app.clock.now_us();
    let (of_address, of_place) = users::failed_since(&app.db, &email, ip, now - WINDOW_US).await?;
    if of_address >= FAILURES_PER_ADDRESS_MAX || of_place >= FAILURES_PER_PLACE_MAX {
        return Err(Error::TooMany { retry_after_s: WINDOW_US / SECOND_US });
    }
    let user = users::by_email(&app.db, &email).await?.filter(|user| user.active);
    if !fits(password, user.as_ref().map(|user| user.password_hash.as_str())).await {
        let ip = ip.to_owned();
        app.db
            .write(move |tx| {
                Box::pin(async move { users::remember_failure(tx, &email, &ip, now, now - WINDOW_US).await })
            })
            .await?;
        return Err(Error::Unauthenticated);
    }
    let user = user.ok_or(Error::Unauthenticated)?;
    let (key, id) = (random_key()?, user.id);
    let hash = key_hash(&key);
    app.db
        .write(move |tx| {
            Box::pin(async move { users::start_session(tx, &hash, id, now, now + SESSION_US).await })
        })
        .await?;
    Ok((key, me(app, &user).await?))
}

/// Ends a session.
pub async fn sign_out(app: &App, key: &str) -> Result<()> {
    let hash = key_hash(key);
    Ok(app.db.write(move |tx| Box::pin(async move { users::end_session(tx, &hash).await })).await?)
}

/// Who stands behind a session's key.
pub async fn of_session(app: &App, key: &str) -> Result<Actor> {
    let user = users::of_session(&app.db, &key_hash(key), app.clock.now_us()).await?;
    actor(&user.ok_or(Error::Unauthenticated)?, true)
}

/// Who stands behind a token.
pub async fn of_token(app: &App, key: &str) -> Result<Actor> {
    let found = users::of_token(&app.db, &key_hash(key), app.clock.now_us()).await?;
    let (user, scopes) = found.ok_or(Error::Unauthenticated)?;
    actor(&user, scopes.split(' ').any(|scope| scope == "write"))
}

fn actor(user: &UserRow, writes: bool) -> Result<Actor> {
    let role: Role = user.role.parse()?;
    Ok(Actor { user: Some(user.id), name: user.name.clone(), role, seller: user.seller_id, writes })
}

/// The signed-in person.
pub async fn show(app: &App, actor: &Actor) -> Result<Me> {
    let user = users::get(&app.db, actor.user.ok_or(Error::Unauthenticated)?).await?;
    me(app, &user.ok_or(Error::Unauthenticated)?).await
}

async fn me(app: &App, user: &UserRow) -> Result<Me> {
    let company = settings::load(app).await?.company;
    let role: Role = user.role.parse()?;
    let sellers = tandem_store::sellers::as_of(&app.db, app.clock.today()).await?;
    let seller = sellers.into_iter().find(|seller| Some(seller.id) == user.seller_id);
    Ok(Me {
        id: user.id.to_string(),
        name: user.name.clone(),
        email: user.email.clone(),
        role: user.role.clone(),
        locale: user.locale.clone(),
        seller: seller.map(|seller| Named { id: seller.id.to_string(), name: seller.name }),
        company: CompanyView { name: company.name, currency: company.currency.to_string() },
        may: MAY.iter().filter(|(_, permission)| role.may(*permission)).map(|(name, _)| *name).collect(),
    })
}
