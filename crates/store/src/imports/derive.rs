//! What a source leaves open and the record itself tells: kinds of opportunities, subscriptions, first owners.
use super::kept;
use super::links::by_ids;
use crate::write::within;
use crate::{Column, Result, Tx, Values};
use chrono::NaiveDate;

/// Lets PostgreSQL look at what was just put in: it plans for empty tables otherwise, and compares every unit with every sale.
pub async fn take_statistics(tx: &mut Tx) -> Result<()> {
    if let Tx::Postgres(c) = tx {
        let sql = "analyze seller, customer, unit, contact, opportunity, subscription, ownership, activity";
        sqlx::query(sql).execute(&mut **c).await?;
    }
    Ok(())
}

/// Opportunities whose source names no kind: new before the customer's first win, expansion after it.
pub async fn kinds(tx: &mut Tx) -> Result<u64> {
    tx.execute(
        "update opportunity set kind = case when exists (select 1 from opportunity e where e.customer_id = opportunity.customer_id \
         and e.status = 'won' and e.id <> opportunity.id and (opportunity.close_date is null or e.close_date < opportunity.close_date \
         or (e.close_date = opportunity.close_date and e.id < opportunity.id))) then 'expansion' else 'new' end where kind_derived",
    )
    .await
}

/// An opportunity that subscriptions can be derived from.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Sold {
    /// The opportunity.
    pub id: i64,
    /// The source's id of it.
    pub external_id: String,
    /// The unit that bought.
    pub unit_id: i64,
    /// new, expansion, renewal.
    pub kind: String,
    /// open, won, lost.
    pub status: String,
    /// Minor units.
    pub amount_minor: Option<i64>,
    /// ISO code.
    pub currency: Option<String>,
    /// The day it was or may be decided.
    pub close_date: NaiveDate,
    /// What it is called.
    pub name: Option<String>,
}

/// Wins and renewals of a source that has no subscriptions of its own, by unit and day; none where it has some.
pub async fn sold(tx: &mut Tx, source: i64) -> Result<Vec<Sold>> {
    let sql = "select id, external_id, unit_id, kind, status, amount_minor, currency, close_date, name from opportunity \
               where source_id = $1 and (status = 'won' or kind = 'renewal') and unit_id is not null and close_date is not null \
               and not exists (select 1 from subscription s where s.source_id = $1 and s.derived_from is null) \
               order by unit_id, close_date, id";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(source).fetch_all(&mut **c).await?))
}

/// Customers of a source that have bought nothing the program can see as units: wins without a unit.
pub async fn wins_without_unit(tx: &mut Tx, source: i64) -> Result<i64> {
    let sql = "select count(*) from opportunity where source_id = $1 and status = 'won' and unit_id is null";
    Ok(within!(tx, |c| sqlx::query_scalar(sql).bind(source).fetch_one(&mut **c).await?))
}

/// Won opportunities of a source without an amount above zero or without a day.
pub async fn wins_without_amount(tx: &mut Tx, source: i64) -> Result<i64> {
    let sql = "select count(*) from opportunity where source_id = $1 and status = 'won' and unit_id is not null \
               and (coalesce(amount_minor, 0) <= 0 or close_date is null)";
    Ok(within!(tx, |c| sqlx::query_scalar(sql).bind(source).fetch_one(&mut **c).await?))
}

/// Derived subscriptions of a source, with the ids they were given.
pub async fn derived(tx: &mut Tx, source: i64) -> Result<Vec<(i64, String)>> {
    let sql = "select id, external_id from subscription where source_id = $1 and derived_from is not null order by id";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(source).fetch_all(&mut **c).await?))
}

/// Deletes derived subscriptions that do not follow any more, keeping them for undo.
pub async fn drop_derived(tx: &mut Tx, import: i64, ids: &[i64]) -> Result<()> {
    let columns = "id, source_id, external_id, import_id, content_hash, unit_id, product, arr_minor, currency, start_date, end_date, derived_from";
    let select = format!("select {columns} from subscription where id");
    for chunk in ids.chunks(2_000) {
        let rows: Vec<Dropped> = by_ids(tx, &select, chunk, "").await?;
        let text = |row: &Dropped| serde_json::to_string(row).unwrap_or_default();
        let documents: Vec<(i64, String)> = rows.iter().map(|row| (row.0, text(row))).collect();
        kept::keep(tx, import, KEPT, &documents).await?;
        for id in chunk {
            let sql = "delete from subscription where id = $1";
            within!(tx, |c| sqlx::query(sql).bind(id).execute(&mut **c).await?.rows_affected());
        }
    }
    Ok(())
}

/// The name under which deleted subscriptions are kept for undo.
pub(super) const KEPT: &str = "derived";

/// A deleted row: id, source, external id, import, hash, unit, product, amount, currency, first day, first day no longer, opportunity.
type Dropped = (
    i64,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    i64,
    Option<String>,
    i64,
    String,
    NaiveDate,
    Option<NaiveDate>,
    Option<i64>,
);

/// Puts back the derived subscriptions that an import deleted.
pub(super) async fn restore(tx: &mut Tx, import: i64) -> Result<()> {
    let documents = kept::kept(tx, import, KEPT).await?;
    let rows: Vec<Dropped> =
        documents.iter().filter_map(|(_, text)| serde_json::from_str(text).ok()).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let columns = [
        Column::new("id", Values::Int(rows.iter().map(|r| Some(r.0)).collect())),
        Column::new("source_id", Values::Int(rows.iter().map(|r| r.1).collect())),
        Column::new("external_id", Values::Text(rows.iter().map(|r| r.2.clone()).collect())),
        Column::new("import_id", Values::Int(rows.iter().map(|r| r.3).collect())),
        Column::new("content_hash", Values::Int(rows.iter().map(|r| r.4).collect())),
        Column::new("unit_id", Values::Int(rows.iter().map(|r| Some(r.5)).collect())),
        Column::new("product", Values::Text(rows.iter().map(|r| r.6.clone()).collect())),
        Column::new("arr_minor", Values::Int(rows.iter().map(|r| Some(r.7)).collect())),
        Column::new("currency", Values::Text(rows.iter().map(|r| Some(r.8.clone())).collect())),
        Column::new("start_date", Values::Date(rows.iter().map(|r| Some(r.9)).collect())),
        Column::new("end_date", Values::Date(rows.iter().map(|r| r.10).collect())),
        Column::new("derived_from", Values::Int(rows.iter().map(|r| r.11).collect())),
    ];
    tx.insert("subscription", &columns).await
}

/// A unit that nobody owns yet, with what its first owner can be told from.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Unowned {
    /// The unit.
    pub unit_id: i64,
    /// Its customer.
    pub customer_id: i64,
    /// The person who won it first, where somebody did.
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
                             from opportunity where status = 'won' and unit_id is not null and close_date is not null \
                             and exists (select 1 from seller s where s.id = opportunity.owner_id and s.kind = 'person')) \
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
