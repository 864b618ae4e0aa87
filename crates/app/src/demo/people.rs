//! Who signs in to the demo company: one person of each view on it.
use crate::users::{self, NewUser};
use crate::{Actor, App, Error, Result};
use chrono::NaiveDate;
use std::collections::HashMap;
use tandem_core::imports::records::SellerRecord;
use tandem_core::sellers::{SellerKind, SellerRole};

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

/// Makes the head of sales, a manager, a seller and a viewer.
pub async fn make(
    app: &App,
    actor: &Actor,
    sellers: &[SellerRecord],
    as_of: NaiveDate,
) -> Result<Vec<SignIn>> {
    let stored = tandem_store::sellers::as_of(&app.db, app.clock.today()).await?;
    let ids: HashMap<&str, i64> = stored.iter().map(|seller| (seller.name.as_str(), seller.id)).collect();
    let mut made = Vec::new();
    for (seller, role, locale, sees) in cast(sellers, as_of)? {
        let (email, name) = match seller {
            Some(seller) => (seller.email.clone().unwrap_or_default(), seller.name.clone()),
            None => ("viewer@acme.example".to_owned(), "Vera Lindqvist".to_owned()),
        };
        let seller_id = seller.and_then(|seller| ids.get(seller.name.as_str())).map(i64::to_string);
        let new = NewUser {
            email: email.clone(),
            name: name.clone(),
            password: DEMO_PASSWORD.to_owned(),
            role: role.to_owned(),
            seller_id,
            locale: Some(locale.to_owned()),
        };
        users::create(app, actor, new).await?;
        made.push(SignIn { email, name, role, sees });
    }
    Ok(made)
}

type Part<'a> = (Option<&'a SellerRecord>, &'static str, &'static str, &'static str);

fn cast(sellers: &[SellerRecord], as_of: NaiveDate) -> Result<Vec<Part<'_>>> {
    let missing = |what: &str| Error::Conflict(format!("the demo company has no {what}"));
    let there = |seller: &&SellerRecord| {
        seller.kind == SellerKind::Person && seller.end_date.is_none_or(|end| end > as_of)
    };
    let head = sellers.iter().find(|s| s.role == SellerRole::Manager && s.manager.is_none());
    let manager = sellers.iter().find(|s| s.role == SellerRole::Manager && s.manager.is_some());
    let mut generalists = sellers.iter().filter(there).filter(|s| s.role == SellerRole::Generalist);
    let team = manager.and_then(|manager| manager.team.clone());
    let first = generalists.next();
    let seller = generalists.find(|s| s.team != team).or(first);
    Ok(vec![
        (Some(head.ok_or_else(|| missing("head of sales"))?), "admin", "en", "head of sales: everything"),
        (Some(manager.ok_or_else(|| missing("manager"))?), "manager", "zh-Hant", "a manager: the team below"),
        (Some(seller.ok_or_else(|| missing("seller"))?), "hunter", "en", "a seller: the own customers"),
        (None, "viewer", "en", "reads everything, changes nothing"),
    ])
}
