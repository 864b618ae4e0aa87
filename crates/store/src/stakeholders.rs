//! What people say of somebody at the customer: roles, stance, style, aim. An import changes the contact, never this.
use crate::db::both;
use crate::write::within;
use crate::{Db, Error, Result, Tx};

/// What is said of a contact.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StakeholderRow {
    /// Of whom.
    pub contact_id: i64,
    /// Roles, as a JSON list.
    pub roles: String,
    /// How the person stands to us.
    pub stance: String,
    /// How the person likes to be dealt with.
    pub style: String,
    /// What the person wants to reach.
    pub aim: Option<String>,
    /// One more with every change, from 1 on.
    pub version: i64,
    /// Who said it last.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// What is said of the contacts of a customer.
pub async fn of_customer(db: &Db, customer: i64) -> Result<Vec<StakeholderRow>> {
    let sql = "select contact_id, roles, stance, style, aim, version, by_name, at_us from stakeholder \
               where contact_id in (select id from contact where customer_id = $1)";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// The customer of a contact.
pub async fn customer_of(db: &Db, contact: i64) -> Result<Option<i64>> {
    let sql = "select customer_id from contact where id = $1 and customer_id is not null";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(contact).fetch_optional(p).await?))
}

/// Saves the next version of what is said of a contact; the first is 1.
///
/// # Errors
/// Where somebody else has saved another one meanwhile.
pub async fn save(tx: &mut Tx, row: &StakeholderRow) -> Result<()> {
    let sql = "insert into stakeholder (contact_id, roles, stance, style, aim, version, by_name, at_us) values ($1,$2,$3,$4,$5,$6,$7,$8) \
               on conflict (contact_id) do update set roles = excluded.roles, stance = excluded.stance, style = excluded.style, aim = excluded.aim, \
               version = excluded.version, by_name = excluded.by_name, at_us = excluded.at_us where stakeholder.version = excluded.version - 1";
    let saved = within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.contact_id).bind(&row.roles).bind(&row.stance).bind(&row.style);
        let query = query.bind(&row.aim).bind(row.version).bind(&row.by_name).bind(row.at_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    let stale = || Error::Refused("somebody else has changed it meanwhile: look at it again".to_owned());
    (saved == 1).then_some(()).ok_or_else(stale)
}
