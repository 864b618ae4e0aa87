//! What a source leaves open and the record itself tells: kinds of opportunities, subscriptions, first owners.
use super::rows::Origin;
use crate::write::within;
use crate::{Result, Tx};
use chrono::NaiveDate;

/// Opportunities whose source names no kind: new before the customer's first win, expansion after it.
pub async fn kinds(tx: &mut Tx) -> Result<u64> {
    tx.execute(
        "update opportunity set kind = case when exists (select 1 from opportunity e where e.customer_id = opportunity.customer_id \
         and e.status = 'won' and e.id <> opportunity.id and (e.close_date < opportunity.close_date \
         or (e.close_date = opportunity.close_date and e.id < opportunity.id))) then 'expansion' else 'new' end where kind_derived",
    )
    .await
}

/// A won opportunity that a subscription can be derived from.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Win {
    /// The opportunity.
    pub id: i64,
    /// The source's id of it.
    pub external_id: String,
    /// The unit that bought.
    pub unit_id: i64,
    /// new, expansion, renewal.
    pub kind: String,
    /// Minor units.
    pub amount_minor: i64,
    /// ISO code.
    pub currency: String,
    /// The day it was won.
    pub close_date: NaiveDate,
    /// What it is called.
    pub name: Option<String>,
}

/// Wins of a source that has no subscriptions of its own, by unit and day; none where it has some.
pub async fn wins(tx: &mut Tx, source: i64) -> Result<Vec<Win>> {
    let sql = "select id, external_id, unit_id, kind, amount_minor, currency, close_date, name from opportunity \
               where source_id = $1 and status = 'won' and unit_id is not null and amount_minor > 0 and close_date is not null \
               and not exists (select 1 from subscription s where s.source_id = $1 and s.derived_from is null) \
               order by unit_id, close_date, id";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(source).fetch_all(&mut **c).await?))
}

/// Customers of a source that have bought nothing the program can see as units: wins without a unit.
pub async fn wins_without_unit(tx: &mut Tx, source: i64) -> Result<i64> {
    let sql = "select count(*) from opportunity where source_id = $1 and status = 'won' and unit_id is null";
    Ok(within!(tx, |c| sqlx::query_scalar(sql).bind(source).fetch_one(&mut **c).await?))
}

/// Forgets derived subscriptions of a source that has its own now.
pub async fn drop_derived(tx: &mut Tx, origin: Origin) -> Result<u64> {
    let sql = "delete from subscription where source_id = $1 and derived_from is not null and exists \
               (select 1 from subscription s where s.source_id = $1 and s.derived_from is null)";
    Ok(within!(tx, |c| sqlx::query(sql).bind(origin.source).execute(&mut **c).await?.rows_affected()))
}

/// A unit that nobody owns yet, with what its first owner can be told from.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Unowned {
    /// The unit.
    pub unit_id: i64,
    /// Its customer.
    pub customer_id: i64,
    /// Who won it first, where somebody did.
    pub winner_id: Option<i64>,
    /// When.
    pub won_on: Option<NaiveDate>,
    /// The first day of its first subscription.
    pub first_sale: Option<NaiveDate>,
    /// Since when the customer is known.
    pub created_date: Option<NaiveDate>,
}

/// Units without any ownership.
pub async fn unowned(tx: &mut Tx) -> Result<Vec<Unowned>> {
    let sql = "with wins as (select unit_id, owner_id, close_date, row_number() over (partition by unit_id order by close_date, id) as place \
                             from opportunity where status = 'won' and unit_id is not null and owner_id is not null and close_date is not null) \
               select u.id as unit_id, u.customer_id, w.owner_id as winner_id, w.close_date as won_on, \
                      (select min(s.start_date) from subscription s where s.unit_id = u.id) as first_sale, c.created_date \
               from unit u join customer c on c.id = u.customer_id left join wins w on w.unit_id = u.id and w.place = 1 \
               where not exists (select 1 from ownership o where o.unit_id = u.id) order by u.id";
    Ok(within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?))
}

/// The open post's role of each seller.
pub async fn roles(tx: &mut Tx) -> Result<Vec<(i64, String)>> {
    let sql = "select seller_id, role from seller_post where end_date is null";
    Ok(within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?))
}
