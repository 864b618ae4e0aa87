//! Signing in and out, and who stands behind a session or a token.
use crate::events::Event;
use crate::passwords::{fits, key_hash, random_key};
use crate::{Actor, App, Error, Permission, Result, Role, settings};
use serde::Serialize;
use serde_json::json;
use tandem_store::attempts::{self, Attempt, Limits};
use tandem_store::users::{self, UserRow};

const SECOND_US: i64 = 1_000_000;
const SESSION_US: i64 = 14 * 24 * 3600 * SECOND_US;
const WINDOW_US: i64 = 15 * 60 * SECOND_US;
const DEVICE_US: i64 = 366 * 24 * 3600 * SECOND_US;
const LIMITS: Limits = Limits { address_and_place_max: 10, address_max: 100, place_max: 50 };

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
    /// imports.run, settings.write, users.manage, totals.see, time.report, designs.see, interventions.see, scorecard.see, alignments.see.
    pub may: Vec<&'static str>,
}

const MAY: [(&str, Permission); 9] = [
    ("imports.run", Permission::Import),
    ("settings.write", Permission::Configure),
    ("users.manage", Permission::ManageUsers),
    ("totals.see", Permission::SeeTotals),
    ("time.report", Permission::ReportTime),
    ("designs.see", Permission::SeeDesigns),
    ("interventions.see", Permission::SeeInterventions),
    ("scorecard.see", Permission::SeeScorecard),
    ("alignments.see", Permission::SeeAlignments),
];

/// Where somebody signs in from.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The address of the other side.
    pub ip: &'a str,
    /// The key that the browser keeps since it signed in before.
    pub device: Option<&'a str>,
}

/// What signing in gives.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The key of the new session.
    pub session: String,
    /// The key by which the browser is known from now on, where it was not known yet.
    pub device: Option<String>,
    /// Who it is.
    pub me: Me,
}

/// Signs in. Ten failures for an address from one place, fifty from one place, or a hundred for an address refuse further attempts for a
/// while; a browser that has signed in before has ten of its own, so that nobody can lock others out.
pub async fn sign_in(app: &App, email: &str, password: &str, place: Place<'_>) -> Result<SignedIn> {
    let email = email.trim().to_lowercase();
    let (attempt, known) = begin(app, &email, place).await?;
    let user = users::by_email(&app.db, &email).await?.filter(|user| user.active);
    if !fits(password, user.as_ref().map(|user| user.password_hash.as_str())).await {
        return Err(Error::Unauthenticated);
    }
    let user = user.ok_or(Error::Unauthenticated)?;
    let session = random_key()?;
    let device = if known { None } else { Some(random_key()?) };
    let (session_hash, device_hash) = (key_hash(&session), device.as_deref().map(key_hash));
    let (id, now) = (user.id, app.clock.now_us());
    let event = Event::new(app, &actor(&user, true, true)?, "session.started", "users", json!({}));
    app.db
        .write(move |tx| {
            Box::pin(async move {
                attempts::forgive(tx, attempt).await?;
                if let Some(device) = device_hash {
                    attempts::know_device(tx, &device, id, now, now - DEVICE_US).await?;
                }
                users::start_session(tx, &session_hash, id, now, now + SESSION_US).await?;
                event.append(tx, id).await
            })
        })
        .await?;
    Ok(SignedIn { session, device, me: me(app, &user).await? })
}

/// Counts the attempt in; returns its number, and whether it comes from a known device.
async fn begin(app: &App, email: &str, place: Place<'_>) -> Result<(i64, bool)> {
    let device = match place.device.map(key_hash) {
        Some(device) if attempts::is_known_device(&app.db, email, &device).await? => Some(device),
        _ => None,
    };
    let now = app.clock.now_us();
    let (known, ip) = (device.is_some(), place.ip.to_owned());
    let attempt = Attempt { email: email.to_owned(), ip, device, at_us: now, since_us: now - WINDOW_US };
    let begun =
        app.db.write(move |tx| Box::pin(async move { attempts::begin(tx, &attempt, LIMITS).await })).await?;
    Ok((begun.ok_or(Error::TooMany { retry_after_s: WINDOW_US / SECOND_US })?, known))
}

/// Ends a session.
pub async fn sign_out(app: &App, key: &str) -> Result<()> {
    let hash = key_hash(key);
    Ok(app.db.write(move |tx| Box::pin(async move { users::end_session(tx, &hash).await })).await?)
}

/// Who stands behind a session's key.
pub async fn of_session(app: &App, key: &str) -> Result<Actor> {
    let user = users::of_session(&app.db, &key_hash(key), app.clock.now_us()).await?;
    actor(&user.ok_or(Error::Unauthenticated)?, true, true)
}

/// Who stands behind a token.
pub async fn of_token(app: &App, key: &str) -> Result<Actor> {
    let found = users::of_token(&app.db, &key_hash(key), app.clock.now_us()).await?;
    let (user, scopes) = found.ok_or(Error::Unauthenticated)?;
    actor(&user, scopes.split(' ').any(|scope| scope == "write"), false)
}

fn actor(user: &UserRow, writes: bool, in_person: bool) -> Result<Actor> {
    let role: Role = user.role.parse()?;
    Ok(Actor {
        user: Some(user.id),
        name: user.name.clone(),
        role,
        seller: user.seller_id,
        writes,
        in_person,
    })
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
