//! People who sign in, and the keys of their programs.
use crate::events::Event;
use crate::passwords::{hash, key_hash, random_key};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result, Role};
use chrono::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use tandem_store::users::{self as store, TokenRow, UserRow};

/// A person who signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[expect(missing_docs, reason = "the fields are those of the user's form")]
pub struct UserView {
    pub id: String,
    pub email: String,
    pub name: String,
    pub role: String,
    pub seller: Option<Named>,
    pub locale: String,
    pub active: bool,
    pub created: String,
}

/// A new person.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of the user's form")]
pub struct NewUser {
    pub email: String,
    pub name: String,
    pub password: String,
    pub role: String,
    pub seller_id: Option<String>,
    pub locale: Option<String>,
}

/// What is to change; what is absent stays.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of the user's form")]
pub struct UserChange {
    pub name: Option<String>,
    pub password: Option<String>,
    pub role: Option<String>,
    pub seller_id: Option<String>,
    pub locale: Option<String>,
    pub active: Option<bool>,
}

/// Everybody who may sign in.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<UserView>> {
    actor.require_to_see(Permission::ManageUsers)?;
    let sellers = tandem_store::sellers::as_of(&app.db, app.clock.today()).await?;
    let names: HashMap<i64, String> = sellers.into_iter().map(|seller| (seller.id, seller.name)).collect();
    Ok(store::list(&app.db).await?.into_iter().map(|user| view(user, &names)).collect())
}

fn view(user: UserRow, names: &HashMap<i64, String>) -> UserView {
    let seller =
        user.seller_id.and_then(|id| Some(Named { id: id.to_string(), name: names.get(&id)?.clone() }));
    UserView {
        id: user.id.to_string(),
        email: user.email,
        name: user.name,
        role: user.role,
        seller,
        locale: user.locale,
        active: user.active,
        created: instant(user.created_us),
    }
}

/// An instant as text.
pub fn instant(at_us: i64) -> String {
    DateTime::from_timestamp_micros(at_us)
        .map_or_else(String::new, |at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
}

/// Makes a person who may sign in; returns the id.
pub async fn create(app: &App, actor: &Actor, new: NewUser) -> Result<i64> {
    actor.require(Permission::ManageUsers)?;
    let email = new.email.trim().to_lowercase();
    if !email.contains('@') || email.len() > 254 {
        return Err(Error::Invalid(format!("`{email}` is not an e-mail address")));
    }
    new.role.parse::<Role>()?;
    let row = UserRow {
        id: 0,
        name: name(&new.name)?,
        password_hash: hash(&new.password).await?,
        role: new.role,
        seller_id: seller(new.seller_id.as_deref())?,
        locale: locale(new.locale.as_deref().unwrap_or("en"))?,
        active: true,
        created_us: app.clock.now_us(),
        email: email.clone(),
    };
    if store::by_email(&app.db, &email).await?.is_some() {
        return Err(Error::Conflict(format!("there is a user `{email}` already")));
    }
    let data = json!({ "email": email, "role": row.role, "seller": row.seller_id });
    let event = Event::new(app, actor, "user.created", "users", data);
    Ok(app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let id = store::create(tx, &row).await?;
                event.append(tx, id).await?;
                Ok(id)
            })
        })
        .await?)
}

/// Changes a person. A new password, another role or being disabled ends all their sessions at once.
pub async fn change(app: &App, actor: &Actor, id: i64, change: UserChange) -> Result<()> {
    actor.require(Permission::ManageUsers)?;
    if actor.user == Some(id)
        && (change.active == Some(false) || change.role.as_deref().is_some_and(|role| role != "admin"))
    {
        return Err(Error::Conflict(
            "nobody can take their own rights away: ask another administrator".to_owned(),
        ));
    }
    save(app, actor, id, change).await
}

/// Changes oneself: name, language, password.
pub async fn change_self(app: &App, actor: &Actor, change: UserChange) -> Result<()> {
    if change.role.is_some() || change.active.is_some() || change.seller_id.is_some() {
        return Err(Error::Forbidden("role, seller and access are changed by an administrator".to_owned()));
    }
    if !actor.writes {
        return Err(Error::Forbidden("this token is for reading only".to_owned()));
    }
    if change.password.is_some() && !actor.in_person {
        return Err(Error::Forbidden("the password is changed by people who are signed in".to_owned()));
    }
    save(app, actor, actor.user.ok_or(Error::Unauthenticated)?, change).await
}

async fn save(app: &App, actor: &Actor, id: i64, change: UserChange) -> Result<()> {
    let mut user = store::get(&app.db, id).await?.ok_or(Error::NotFound("user"))?;
    let event = Event::new(app, actor, "user.changed", "users", said(&change));
    let end_sessions = change.password.is_some() || change.active == Some(false) || change.role.is_some();
    if let Some(text) = change.name {
        user.name = name(&text)?;
    }
    if let Some(password) = change.password {
        user.password_hash = hash(&password).await?;
    }
    if let Some(role) = change.role {
        role.parse::<Role>()?;
        user.role = role;
    }
    if let Some(text) = change.locale {
        user.locale = locale(&text)?;
    }
    if change.seller_id.is_some() {
        user.seller_id = seller(change.seller_id.as_deref())?;
    }
    user.active = change.active.unwrap_or(user.active);
    Ok(app
        .db
        .write(move |tx| {
            Box::pin(async move {
                store::save(tx, &user, end_sessions).await?;
                event.append(tx, id).await
            })
        })
        .await?)
}

/// What the record keeps of a change; of a password only that it is another one.
fn said(change: &UserChange) -> serde_json::Value {
    let UserChange { name, password, role, seller_id, locale, active } = change;
    let password = password.is_some().then_some("changed");
    json!({ "name": name, "password": password, "role": role, "seller": seller_id, "locale": locale, "active": active })
}

fn name(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 200 {
        return Err(Error::Invalid("a name is needed, of at most 200 characters".to_owned()));
    }
    Ok(text.to_owned())
}

fn seller(id: Option<&str>) -> Result<Option<i64>> {
    let id = id.filter(|id| !id.is_empty());
    id.map(|id| id.parse().map_err(|_| Error::Invalid(format!("`{id}` is not a seller's id")))).transpose()
}

fn locale(text: &str) -> Result<String> {
    match text {
        "en" | "zh-Hant" => Ok(text.to_owned()),
        other => Err(Error::Invalid(format!("`{other}` is not a language of the page: use en or zh-Hant"))),
    }
}

/// A key of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[expect(missing_docs, reason = "the fields are those of the list of tokens")]
pub struct TokenView {
    pub id: String,
    pub name: String,
    pub scopes: Vec<String>,
    pub created: String,
    pub expires: Option<String>,
    pub revoked: Option<String>,
}

const TOKEN_DAYS_MAX: i64 = 366;
const DAY_US: i64 = 86_400_000_000;

/// The actor's own tokens.
pub async fn tokens(app: &App, actor: &Actor) -> Result<Vec<TokenView>> {
    let user = actor.user.ok_or(Error::Unauthenticated)?;
    Ok(store::tokens(&app.db, user).await?.into_iter().map(token_view).collect())
}

fn token_view(token: TokenRow) -> TokenView {
    TokenView {
        id: token.id.to_string(),
        name: token.name,
        scopes: token.scopes.split(' ').map(str::to_owned).collect(),
        created: instant(token.created_us),
        expires: Some(instant(token.expires_us)),
        revoked: token.revoked_us.map(instant),
    }
}

/// Makes a token with the actor's rights, for reading, or reading and writing; returns its id and the key, which is shown once.
pub async fn create_token(
    app: &App,
    actor: &Actor,
    text: &str,
    scopes: &[String],
    days: i64,
) -> Result<(i64, String)> {
    let user = actor
        .user
        .filter(|_| actor.in_person)
        .ok_or_else(|| Error::Forbidden("tokens are made by people who are signed in".to_owned()))?;
    if let Some(wrong) = scopes.iter().find(|scope| !["read", "write"].contains(&scope.as_str())) {
        return Err(Error::Invalid(format!("`{wrong}` is not a scope: use read and write")));
    }
    if !(1..=TOKEN_DAYS_MAX).contains(&days) {
        return Err(Error::Invalid(format!("a token lives between 1 and {TOKEN_DAYS_MAX} days")));
    }
    let now = app.clock.now_us();
    let key = format!("tdm_{}", random_key()?);
    let kept = key_hash(&key);
    let scopes = if scopes.is_empty() { "read".to_owned() } else { scopes.join(" ") };
    let row = TokenRow {
        id: 0,
        user_id: user,
        name: name(text)?,
        scopes,
        created_us: now,
        expires_us: now + days * DAY_US,
        revoked_us: None,
    };
    let event =
        Event::new(app, actor, "token.created", "tokens", json!({ "name": row.name, "scopes": row.scopes }));
    let id = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let id = store::create_token(tx, &row, &kept).await?;
                event.append(tx, id).await?;
                Ok(id)
            })
        })
        .await?;
    Ok((id, key))
}

/// Ends one of the actor's tokens.
pub async fn revoke_token(app: &App, actor: &Actor, id: i64) -> Result<()> {
    let user = actor
        .user
        .filter(|_| actor.in_person)
        .ok_or_else(|| Error::Forbidden("tokens are ended by people who are signed in".to_owned()))?;
    let now = app.clock.now_us();
    let event = Event::new(app, actor, "token.ended", "tokens", json!({}));
    let ended = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let ended = store::revoke_token(tx, user, id, now).await?;
                if ended {
                    event.append(tx, id).await?;
                }
                Ok(ended)
            })
        })
        .await?;
    if ended { Ok(()) } else { Err(Error::NotFound("token")) }
}
