//! Customers: lists with filters, search and sorts, and the whole record of one.
mod record;

pub use record::{
    ContactRow, NoteRow, OpportunityRow, Record, SubscriptionRow, UnitRow, contacts, get, notes,
    opportunities, subscriptions, units,
};

use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;
use sqlx::{Database, Encode, QueryBuilder, Type};

/// Whose books count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visible {
    /// Every customer.
    Everything,
    /// Customers with a unit that one of these sellers owns today.
    Books(Vec<i64>),
}

/// In which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// A to Z.
    Name,
    /// Largest ARR first.
    Arr,
    /// Next renewal first.
    Renewal,
    /// Latest activity first.
    Activity,
}

/// An order and its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The order.
    pub by: Order,
    /// The other way round. Customers without any activity are then first; those without a renewal are last both ways.
    pub reversed: bool,
}

/// Who owns a unit of the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// This seller, today.
    Seller(i64),
    /// A unit of it never had an owner.
    Nobody,
}

/// Which customers.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Whose books count.
    pub visible: Visible,
    /// As of which day books are read.
    pub today: NaiveDate,
    /// Part of the name or place.
    pub text: Option<String>,
    /// This segment.
    pub segment: Option<String>,
    /// This country.
    pub country: Option<String>,
    /// This industry.
    pub industry: Option<String>,
    /// Owned by this seller today, or by nobody.
    pub owner: Option<Owner>,
}

/// A customer in a list.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct CustomerRow {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The segment.
    pub segment: Option<String>,
    /// The industry.
    pub industry: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// ARR today, minor units of the company's currency.
    pub arr_minor: i64,
    /// Names of today's owners.
    pub owners: String,
    /// Number of units.
    pub units: i64,
    /// Open opportunities.
    pub open_opportunities: i64,
    /// The latest activity.
    pub last_activity: Option<NaiveDate>,
    /// The next end of a subscription.
    pub next_renewal: Option<NaiveDate>,
}

const COLUMNS: &str = "select c.id, c.name, c.segment, c.industry, c.country, c.city, m.arr_minor, \
                       m.owners, m.units, m.open_opportunities, \
                       m.last_activity, m.next_renewal ";

/// A page of customers, from `offset` on.
pub async fn list(db: &Db, filter: &Filter, sort: Sort, limit: i64, offset: i64) -> Result<Vec<CustomerRow>> {
    let (is_sqlite, order) = (db.is_sqlite(), order_by(sort));
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(COLUMNS);
        push_from(&mut query, filter, is_sqlite);
        query.push(order).push(" limit ").push_bind(limit).push(" offset ").push_bind(offset);
        query.build_query_as().fetch_all(p).await?
    }))
}

/// How many customers there are in all pages.
pub async fn count(db: &Db, filter: &Filter) -> Result<i64> {
    let is_sqlite = db.is_sqlite();
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new("select count(*) ");
        push_from(&mut query, filter, is_sqlite);
        query.build_query_scalar().fetch_one(p).await?
    }))
}

fn order_by(Sort { by, reversed }: Sort) -> &'static str {
    match (by, reversed) {
        (Order::Name, false) => " order by c.name, c.id",
        (Order::Name, true) => " order by c.name desc, c.id desc",
        (Order::Arr, false) => " order by m.arr_minor desc, m.customer_id desc",
        (Order::Arr, true) => " order by m.arr_minor, m.customer_id",
        (Order::Renewal, false) => " order by m.next_renewal is null, m.next_renewal, c.id",
        (Order::Renewal, true) => " order by m.next_renewal is null, m.next_renewal desc, c.id",
        (Order::Activity, false) => " order by m.last_activity is null, m.last_activity desc, c.id",
        (Order::Activity, true) => " order by m.last_activity is not null, m.last_activity, c.id",
    }
}

fn push_from<'q, D>(query: &mut QueryBuilder<D>, filter: &'q Filter, is_sqlite: bool)
where
    D: Database,
    String: Encode<'q, D> + Type<D>,
    i64: Encode<'q, D> + Type<D>,
    NaiveDate: Encode<'q, D> + Type<D>,
{
    query.push("from customer c join customer_summary m on m.customer_id = c.id where 1 = 1");
    for (column, value) in
        [("segment", &filter.segment), ("country", &filter.country), ("industry", &filter.industry)]
    {
        if let Some(value) = value {
            query.push(" and c.").push(column).push(" = ").push_bind(value.clone());
        }
    }
    if let Visible::Books(sellers) = &filter.visible {
        push_owned(query, sellers, filter.today);
    }
    match filter.owner {
        Some(Owner::Seller(seller)) => push_owned(query, &[seller], filter.today),
        Some(Owner::Nobody) => {
            query.push(" and c.id in (select u.customer_id from unit u where ").push(UNOWNED).push(")");
        }
        None => {}
    }
    if let Some(text) = &filter.text {
        push_text(query, text, is_sqlite);
    }
}

fn push_owned<'q, D>(query: &mut QueryBuilder<D>, sellers: &[i64], today: NaiveDate)
where
    D: Database,
    i64: Encode<'q, D> + Type<D>,
    NaiveDate: Encode<'q, D> + Type<D>,
{
    query.push(" and c.id in (select u.customer_id from ownership o join unit u on u.id = o.unit_id where ");
    push_books(query, sellers, today);
    query.push(")");
}

/// Ownerships `o` of these sellers on a day.
pub(crate) fn push_books<'q, D>(query: &mut QueryBuilder<D>, sellers: &[i64], day: NaiveDate)
where
    D: Database,
    i64: Encode<'q, D> + Type<D>,
    NaiveDate: Encode<'q, D> + Type<D>,
{
    query.push("o.start_date <= ").push_bind(day);
    query.push(" and (o.end_date is null or o.end_date > ").push_bind(day);
    query.push(") and o.seller_id in (");
    push_in(query, sellers);
    query.push(")");
}

/// Ids of a list that may be empty.
pub(crate) fn push_in<'q, D>(query: &mut QueryBuilder<D>, ids: &[i64])
where
    D: Database,
    i64: Encode<'q, D> + Type<D>,
{
    query.push("-1");
    for id in ids {
        query.push(", ").push_bind(*id);
    }
}

/// Trigrams need three letters; shorter texts, as Chinese words often are, are looked for plainly.
fn push_text<'q, D>(query: &mut QueryBuilder<D>, text: &str, is_sqlite: bool)
where
    D: Database,
    String: Encode<'q, D> + Type<D>,
{
    let text = text.trim().to_lowercase();
    let pattern = format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    if !is_sqlite {
        query
            .push(" and c.id in (select customer_id from customer_search where text like ")
            .push_bind(pattern)
            .push(" escape '\\')");
    } else if text.chars().count() >= 3 {
        let phrase = format!("\"{}\"", text.replace('"', "\"\""));
        query
            .push(" and c.id in (select rowid from customer_search where customer_search match ")
            .push_bind(phrase)
            .push(")");
    } else {
        query.push(" and (1 = 0");
        for pattern in spellings(&pattern) {
            query
                .push(" or c.name || ' ' || coalesce(c.city, '') || ' ' || coalesce(c.country, '') like ")
                .push_bind(pattern)
                .push(" escape '\\'");
        }
        query.push(")");
    }
}

/// SQLite takes `A` for `a`, but not `Å` for `å`: the text with each letter beyond ASCII small and capital.
fn spellings(text: &str) -> Vec<String> {
    text.chars().fold(vec![String::new()], |spellings, letter| {
        let capital: String = letter.to_uppercase().collect();
        let forms = if letter.is_ascii() || capital == letter.to_string() {
            vec![letter.to_string()]
        } else {
            vec![letter.to_string(), capital]
        };
        spellings.iter().flat_map(|start| forms.iter().map(move |form| format!("{start}{form}"))).collect()
    })
}

/// The values of a column with how often each occurs, the most frequent first.
pub async fn facet(db: &Db, column: Facet) -> Result<Vec<(String, i64)>> {
    let name = match column {
        Facet::Segment => "segment",
        Facet::Country => "country",
        Facet::Industry => "industry",
    };
    let sql = sqlx::AssertSqlSafe(format!(
        "select {name}, count(*) from customer where {name} is not null group by {name} order by count(*) desc, {name} limit 200"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// What lists are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Segments.
    Segment,
    /// Countries.
    Country,
    /// Industries.
    Industry,
}

/// Today's owners of customers: (customer, seller, name).
pub async fn owners(db: &Db, customers: &[i64], today: NaiveDate) -> Result<Vec<(i64, i64, String)>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(
            "select distinct u.customer_id, s.id, s.name from ownership o join unit u on u.id = o.unit_id join seller s on s.id = o.seller_id \
             where o.start_date <= ",
        );
        query
            .push_bind(today)
            .push(" and (o.end_date is null or o.end_date > ")
            .push_bind(today)
            .push(") and u.customer_id in (");
        push_in(&mut query, customers);
        query.push(") order by u.customer_id, s.name");
        query.build_query_as().fetch_all(p).await?
    }))
}

/// How many customers each seller owns units of on a day.
pub async fn books(db: &Db, day: NaiveDate) -> Result<Vec<(i64, i64)>> {
    let sql = "select o.seller_id, count(distinct u.customer_id) from ownership o join unit u on u.id = o.unit_id \
               where o.start_date <= $1 and (o.end_date is null or o.end_date > $1) group by o.seller_id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(day).fetch_all(p).await?))
}

/// Whether a customer is among those that may be seen.
pub async fn is_visible(db: &Db, customer: i64, visible: &Visible, today: NaiveDate) -> Result<bool> {
    let Visible::Books(sellers) = visible else { return Ok(get(db, customer).await?.is_some()) };
    let found: i64 = both!(db, |p| {
        let mut query = QueryBuilder::new("select count(*) from customer c where c.id = ");
        query.push_bind(customer);
        push_owned(&mut query, sellers, today);
        query.build_query_scalar().fetch_one(p).await?
    });
    Ok(found > 0)
}

/// The customer of a unit.
pub async fn of_unit(db: &Db, unit: i64) -> Result<Option<i64>> {
    Ok(both!(db, |p| sqlx::query_scalar("select customer_id from unit where id = $1")
        .bind(unit)
        .fetch_optional(p)
        .await?))
}

/// What the overview counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Glance {
    /// All customers.
    pub customers: i64,
    /// Customers with ARR today.
    pub buying: i64,
    /// Customers with a subscription that ends within 90 days.
    pub renewals_soon: i64,
    /// Customers with ARR and no activity for 90 days.
    pub silent: i64,
}

/// Counts, as of a day, of the customers that may be seen.
pub async fn glance(db: &Db, visible: &Visible, today: NaiveDate) -> Result<Glance> {
    let (soon, silent) = (today + chrono::Days::new(90), today - chrono::Days::new(90));
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(
            "select count(*) as customers, count(*) filter (where m.arr_minor > 0) as buying, count(*) filter (where m.next_renewal <= ",
        );
        query.push_bind(soon);
        query.push(") as renewals_soon, count(*) filter (where m.arr_minor > 0 and (m.last_activity is null or m.last_activity < ");
        query.push_bind(silent);
        query
            .push(")) as silent from customer c join customer_summary m on m.customer_id = c.id where 1 = 1");
        if let Visible::Books(sellers) = visible {
            push_owned(&mut query, sellers, today);
        }
        query.build_query_as().fetch_one(p).await?
    }))
}

const UNOWNED: &str = "not exists (select 1 from ownership o where o.unit_id = u.id)";

/// How many units nobody owns.
pub async fn units_without_owner(db: &Db) -> Result<i64> {
    let sql = sqlx::AssertSqlSafe(format!("select count(*) from unit u where {UNOWNED}"));
    Ok(both!(db, |p| sqlx::query_scalar(sql).fetch_one(p).await?))
}
