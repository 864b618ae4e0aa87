//! The book in whole tables, as the rules of engagement read it: of one customer or of all.
use crate::blocks::{self, blocks_of};
use crate::customers::{push_books, push_in};
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;
use serde::Deserialize;
use sqlx::{Database, Encode, QueryBuilder, Type};

/// Which customers' rows are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// All customers'.
    All,
    /// One customer's.
    Customer(i64),
}

/// id, segment, region, country, industry.
pub type CustomerRow = (i64, Option<String>, Option<String>, Option<String>, Option<String>);
/// id, customer, potential in minor units, its currency.
pub type UnitRow = (i64, i64, Option<i64>, Option<String>);
/// unit, product, ARR in minor units, its currency, first day in force, first day no longer.
pub type SubscriptionRow = (i64, Option<String>, i64, String, NaiveDate, Option<NaiveDate>);
/// unit, seller, role, first day, first day no longer.
pub type OwnershipRow = (i64, i64, String, NaiveDate, Option<NaiveDate>);
/// seller, role, team, first day, first day no longer.
pub type PostRow = (i64, String, Option<String>, NaiveDate, Option<NaiveDate>);
/// customer, unit, day of an activity.
pub type ContactRow = (Option<i64>, Option<i64>, NaiveDate);
/// customer, unit, role that a person is known for.
pub type RoleRow = (Option<i64>, Option<i64>, String);
/// unit, fact, value as JSON, day since when it holds.
pub type StatedRow = (i64, String, Option<String>, NaiveDate);

/// A sale that may come, or came.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, sqlx::FromRow)]
pub struct OpportunityRow {
    /// The customer.
    pub customer_id: Option<i64>,
    /// The unit, where it is known.
    pub unit_id: Option<i64>,
    /// new, expansion or renewal.
    pub kind: String,
    /// open, won or lost.
    pub status: String,
    /// Minor units.
    pub amount_minor: Option<i64>,
    /// ISO code.
    pub currency: Option<String>,
    /// When it was made.
    pub created_date: Option<NaiveDate>,
    /// When it was or may be decided.
    pub close_date: Option<NaiveDate>,
}

/// Where a row says itself whose it is.
const BY_CUSTOMER: &str = "customer_id = (";
/// Where a row names its unit only.
const BY_UNIT: &str = "unit_id in (select id from unit where customer_id = ";

/// Reads a table: `select ... where true`, the condition that makes it one customer's, and what comes behind.
macro_rules! read {
    ($db:expr, $whose:expr, $select:expr, $of:expr, $tail:literal) => {
        Ok(both!($db, |p| {
            let mut query = QueryBuilder::new($select);
            query.push(" where true");
            if let Whose::Customer(customer) = $whose {
                query.push(" and ").push($of).push_bind(customer).push(")");
            }
            query.push($tail).build_query_as().fetch_all(p).await?
        }))
    };
}

/// Reads columns of a table that has an `id`, in any order, with the condition that makes it one customer's; out of SQLite in blocks.
macro_rules! read_table {
    ($db:expr, $whose:expr, $columns:literal, $table:literal, $of:expr) => {
        read_table!($db, $whose, $columns, $table, $of, "")
    };
    ($db:expr, $whose:expr, $columns:literal, $table:literal, $of:expr, $tail:literal) => {
        match ($db, $whose) {
            (Db::Sqlite(pool, _), Whose::All) => blocks::read(pool, blocks_of!($columns, $table)).await,
            _ => read!($db, $whose, concat!("select ", $columns, " from ", $table), $of, $tail),
        }
    };
}

/// Customers.
pub async fn customers(db: &Db, whose: Whose) -> Result<Vec<CustomerRow>> {
    read_table!(db, whose, "id, segment, region, country, industry", "customer", "id = (")
}

/// Units.
pub async fn units(db: &Db, whose: Whose) -> Result<Vec<UnitRow>> {
    read_table!(db, whose, "id, customer_id, potential_minor, currency", "unit", BY_CUSTOMER)
}

/// Subscriptions.
pub async fn subscriptions(db: &Db, whose: Whose) -> Result<Vec<SubscriptionRow>> {
    read_table!(
        db,
        whose,
        "unit_id, product, arr_minor, currency, start_date, end_date",
        "subscription",
        BY_UNIT
    )
}

/// Who owned which unit when.
pub async fn ownerships(db: &Db, whose: Whose) -> Result<Vec<OwnershipRow>> {
    read_table!(db, whose, "unit_id, seller_id, role, start_date, end_date", "ownership", BY_UNIT)
}

/// Sales that may come, or came.
pub async fn opportunities(db: &Db, whose: Whose) -> Result<Vec<OpportunityRow>> {
    read_table!(
        db,
        whose,
        "customer_id, unit_id, kind, status, amount_minor, currency, created_date, close_date",
        "opportunity",
        BY_CUSTOMER
    )
}

/// The days on which there was an activity, each once.
pub async fn contacts(db: &Db, whose: Whose) -> Result<Vec<ContactRow>> {
    read!(
        db,
        whose,
        "select customer_id, unit_id, date from activity",
        BY_CUSTOMER,
        " and customer_id is not null group by customer_id, unit_id, date"
    )
}

/// The last day of an activity.
pub async fn last_contacts(db: &Db, whose: Whose) -> Result<Vec<ContactRow>> {
    read!(
        db,
        whose,
        "select customer_id, unit_id, max(date) from activity",
        BY_CUSTOMER,
        " and customer_id is not null group by customer_id, unit_id"
    )
}

/// Roles that people are known for.
pub async fn roles(db: &Db, whose: Whose) -> Result<Vec<RoleRow>> {
    read!(db, whose, "select customer_id, unit_id, role from contact", BY_CUSTOMER, " and role is not null")
}

/// What people state of units, in the order in which they did.
pub async fn stated(db: &Db, whose: Whose) -> Result<Vec<StatedRow>> {
    read_table!(db, whose, "unit_id, fact, value, since_date", "stated_fact", BY_UNIT, " order by id")
}

/// What sellers are there for, through time.
pub async fn posts(db: &Db) -> Result<Vec<PostRow>> {
    let sql = "select p.seller_id, p.role, p.team, p.start_date, p.end_date from seller_post p join seller s on s.id = p.seller_id where s.kind = 'person'";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Names of units with their customers: (unit, name, customer, name).
pub async fn names(db: &Db, units: &[i64]) -> Result<Vec<(i64, String, i64, String)>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(
            "select u.id, u.name, c.id, c.name from unit u join customer c on c.id = u.customer_id where u.id in (",
        );
        push_in(&mut query, units);
        query.push(")").build_query_as().fetch_all(p).await?
    }))
}

/// Which unit a source calls by these names: (name in the source, unit). Names that several sources give to different units come as often.
pub async fn units_named(db: &Db) -> Result<Vec<(String, i64)>> {
    let sql = "select external_id, id from unit where external_id is not null order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// The units that these sellers own on a day.
pub async fn units_of(db: &Db, sellers: &[i64], day: NaiveDate) -> Result<Vec<i64>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new("select o.unit_id from ownership o where ");
        push_books(&mut query, sellers, day);
        query.build_query_scalar().fetch_all(p).await?
    }))
}

/// Which units are looked at: those that sellers own on a day, one, or those of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units<'s> {
    /// Those that these sellers own.
    OwnedBy(&'s [i64]),
    /// This one.
    One(i64),
    /// These; at most 30,000.
    Listed(&'s [i64]),
}

/// A unit with its owner and what its customer is like.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct OwnedUnit {
    /// The unit.
    pub unit_id: i64,
    /// Its customer.
    pub customer_id: i64,
    /// Who owns it on the day.
    pub seller_id: Option<i64>,
    /// The customer's segment.
    pub segment: Option<String>,
    /// The customer's region.
    pub region: Option<String>,
    /// The customer's industry.
    pub industry: Option<String>,
}

/// unit, product, ARR in minor units, its currency.
pub type InForceRow = (i64, Option<String>, i64, String);

/// Units with their owners on a day, by unit.
pub async fn owned(db: &Db, which: Units<'_>, day: NaiveDate) -> Result<Vec<OwnedUnit>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(
            "select u.id as unit_id, u.customer_id, o.seller_id, c.segment, c.region, c.industry from unit u \
             join customer c on c.id = u.customer_id ",
        );
        push_units(&mut query, which, day);
        query.push(" order by u.id").build_query_as().fetch_all(p).await?
    }))
}

/// What is in force on a day at these units.
pub async fn in_force(db: &Db, which: Units<'_>, day: NaiveDate) -> Result<Vec<InForceRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(
            "select s.unit_id, s.product, s.arr_minor, s.currency from subscription s join unit u on u.id = s.unit_id and s.start_date <= ",
        );
        query.push_bind(day).push(" and (s.end_date is null or s.end_date > ").push_bind(day).push(") ");
        push_units(&mut query, which, day);
        query.build_query_as().fetch_all(p).await?
    }))
}

/// Joins the owners of units `u` on a day, and keeps the units that are looked at.
fn push_units<'q, D>(query: &mut QueryBuilder<D>, which: Units, day: NaiveDate)
where
    D: Database,
    i64: Encode<'q, D> + Type<D>,
    NaiveDate: Encode<'q, D> + Type<D>,
{
    match which {
        Units::OwnedBy(sellers) => {
            query.push("join ownership o on o.unit_id = u.id and ");
            push_books(query, sellers, day);
        }
        Units::One(unit) => {
            push_owners(query, day);
            query.push("where u.id = ").push_bind(unit);
        }
        Units::Listed(units) => {
            push_owners(query, day);
            query.push("where u.id in (");
            push_in(query, units);
            query.push(")");
        }
    }
}

/// Joins the owners of units `u` on a day, also of those that nobody owns.
fn push_owners<'q, D>(query: &mut QueryBuilder<D>, day: NaiveDate)
where
    D: Database,
    i64: Encode<'q, D> + Type<D>,
    NaiveDate: Encode<'q, D> + Type<D>,
{
    query.push("left join ownership o on o.unit_id = u.id and o.start_date <= ").push_bind(day);
    query.push(" and (o.end_date is null or o.end_date > ").push_bind(day).push(") ");
}
