//! Who signs in to the demo company: one person of each view on it.
use crate::users::{self, NewUser};
use crate::{Actor, App, Error, Result, Role};
use std::collections::HashMap;
use tandem_core::imports::records::SellerRecord;
use tandem_core::sellers::SellerRole;
use tandem_store::sellers::SellerRow;

/// Everybody's password; the demo company holds nothing worth more.
pub const DEMO_PASSWORD: &str = "tandem-demo";

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The address to sign in with.
    pub email: String,
    /// The name.
    pub name: String,
    /// What they may do.
    pub role: &'static str,
    /// What they see, in a few words.
    pub sees: &'static str,
}

/// Those who act in the demo company's stories, as signed-in people.
pub struct Cast {
    /// Leads the team of both.
    pub manager: Actor,
    /// Wins customers.
    pub seller: Actor,
    /// Keeps them; a team too small has none.
    pub account_manager: Option<Actor>,
    /// Everybody who can sign in.
    pub sign_ins: Vec<SignIn>,
}

/// Somebody to make a user of.
struct Part {
    seller: Option<(i64, String, String)>,
    role: Role,
    locale: &'static str,
    sees: &'static str,
}

/// Makes the head of sales, a manager, a seller and an account manager of the manager's team, the manager of another team, and a viewer.
pub async fn make(app: &App, actor: &Actor, sellers: &[SellerRecord]) -> Result<Cast> {
    let stored = tandem_store::sellers::as_of(&app.db, app.clock.today()).await?;
    let emails: HashMap<&str, &str> =
        sellers.iter().filter_map(|one| Some((one.name.as_str(), one.email.as_deref()?))).collect();
    let mut sign_ins = Vec::new();
    let mut actors = HashMap::new();
    for part in parts(&stored, &emails)? {
        let (seller, email, name) = match part.seller {
            Some((id, email, name)) => (Some(id), email, name),
            None => (None, "viewer@acme.example".to_owned(), "Vera Lindqvist".to_owned()),
        };
        let new = NewUser {
            email: email.clone(),
            name: name.clone(),
            password: DEMO_PASSWORD.to_owned(),
            role: part.role.text().to_owned(),
            seller_id: seller.map(|seller| seller.to_string()),
            locale: Some(part.locale.to_owned()),
        };
        let user = Some(users::create(app, actor, new).await?);
        let person =
            Actor { user, name: name.clone(), role: part.role, seller, writes: true, in_person: true };
        actors.entry(part.role.text()).or_insert(person);
        sign_ins.push(SignIn { email, name, role: part.role.text(), sees: part.sees });
    }
    let mut take = |role: Role| actors.remove(role.text());
    Ok(Cast {
        manager: take(Role::Manager).ok_or_else(|| missing("manager"))?,
        seller: take(Role::Hunter).ok_or_else(|| missing("seller"))?,
        account_manager: take(Role::AccountManager),
        sign_ins,
    })
}

fn missing(what: &str) -> Error {
    Error::Conflict(format!("the demo company has no {what}"))
}

fn parts(stored: &[SellerRow], emails: &HashMap<&str, &str>) -> Result<Vec<Part>> {
    let is =
        |row: &&SellerRow, role: SellerRole| row.kind == "person" && row.role.as_deref() == Some(role.text());
    let part = |row: &SellerRow, role, locale, sees| {
        let email = emails.get(row.name.as_str()).copied().unwrap_or_default().to_owned();
        Part { seller: Some((row.id, email, row.name.clone())), role, locale, sees }
    };
    let head = stored.iter().find(|row| is(row, SellerRole::Manager) && row.manager_id.is_none());
    let of_role = |role| stored.iter().filter(move |row| is(row, role));
    let led = |manager: &SellerRow, role| of_role(role).find(|row| row.manager_id == Some(manager.id));
    let mut managers = of_role(SellerRole::Manager).filter(|row| row.manager_id.is_some());
    let with_both = |manager: &&SellerRow| {
        led(manager, SellerRole::Generalist).is_some() && led(manager, SellerRole::AccountManager).is_some()
    };
    let manager =
        managers.clone().find(with_both).or_else(|| managers.next()).ok_or_else(|| missing("manager"))?;
    let seller = led(manager, SellerRole::Generalist).or_else(|| of_role(SellerRole::Generalist).next());
    let mut parts = vec![
        part(head.ok_or_else(|| missing("head of sales"))?, Role::Admin, "en", "head of sales: everything"),
        part(manager, Role::Manager, "en", "a manager: the team below"),
        part(seller.ok_or_else(|| missing("seller"))?, Role::Hunter, "en", "a seller: the own customers"),
    ];
    if let Some(keeper) = led(manager, SellerRole::AccountManager) {
        parts.push(part(
            keeper,
            Role::AccountManager,
            "en",
            "an account manager: the own customers, and those to come",
        ));
    }
    let another = of_role(SellerRole::Manager).find(|row| row.manager_id.is_some() && row.id != manager.id);
    parts.extend(
        another.map(|row| part(row, Role::Manager, "zh-Hant", "the manager of another team: the team below")),
    );
    parts.push(Part {
        seller: None,
        role: Role::Viewer,
        locale: "en",
        sees: "reads everything, changes nothing",
    });
    Ok(parts)
}
