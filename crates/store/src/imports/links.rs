//! What ties imported records together: the only unit of a customer, parents, posts of sellers, histories of ownership.
use super::rows::Origin;
use crate::write::within;
use crate::{Column, Result, Tx, Values};
use chrono::NaiveDate;
use sqlx::AssertSqlSafe;
use std::collections::{BTreeMap, HashMap};
use tandem_core::ownership::Period;
use tandem_core::sellers::SellerRole;

/// Gives every customer without a unit one, named like the customer; returns how many.
pub async fn make_missing_units(tx: &mut Tx, import: i64) -> Result<u64> {
    let sql = "select c.id, c.name from customer c where not exists (select 1 from unit u where u.customer_id = c.id) order by c.id";
    let without: Vec<(i64, String)> = within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?);
    for chunk in without.chunks(5_000) {
        let first = tx.take_ids("unit", chunk.len()).await?;
        let columns = [
            Column::new("id", Values::Int((first..).take(chunk.len()).map(Some).collect())),
            Column::new("import_id", Values::Int(vec![Some(import); chunk.len()])),
            Column::new("customer_id", Values::Int(chunk.iter().map(|(id, _)| Some(*id)).collect())),
            Column::new("name", Values::Text(chunk.iter().map(|(_, name)| Some(name.clone())).collect())),
        ];
        tx.insert("unit", &columns).await?;
    }
    Ok(without.len() as u64)
}

/// Units by customer.
pub async fn units_of(tx: &mut Tx, customers: &[i64]) -> Result<HashMap<i64, Vec<i64>>> {
    let rows: Vec<(i64, i64)> =
        by_ids(tx, "select customer_id, id from unit where customer_id", customers, "order by id").await?;
    let mut units: HashMap<i64, Vec<i64>> = HashMap::new();
    for (customer, unit) in rows {
        units.entry(customer).or_default().push(unit);
    }
    Ok(units)
}

/// The customer of each unit.
pub async fn customers_of(tx: &mut Tx, units: &[i64]) -> Result<HashMap<i64, i64>> {
    let rows: Vec<(i64, i64)> = by_ids(tx, "select id, customer_id from unit where id", units, "").await?;
    Ok(rows.into_iter().collect())
}

/// Customers of a source by their name in small letters: the id, unless two share the name.
pub async fn customers_by_name(tx: &mut Tx, source: i64) -> Result<HashMap<String, Option<i64>>> {
    by_name(tx, "customer", source).await
}

/// Sellers of a source by their name in small letters.
pub async fn sellers_by_name(tx: &mut Tx, source: i64) -> Result<HashMap<String, Option<i64>>> {
    by_name(tx, "seller", source).await
}

async fn by_name(tx: &mut Tx, table: &str, source: i64) -> Result<HashMap<String, Option<i64>>> {
    let sql = format!("select name, id from {table} where source_id = $1");
    let rows: Vec<(String, i64)> =
        within!(tx, |c| sqlx::query_as(AssertSqlSafe(sql)).bind(source).fetch_all(&mut **c).await?);
    let mut names = HashMap::new();
    for (name, id) in rows {
        names.entry(name.trim().to_lowercase()).and_modify(|known| *known = None).or_insert(Some(id));
    }
    Ok(names)
}

async fn by_ids<R>(tx: &mut Tx, select: &str, ids: &[i64], order: &str) -> Result<Vec<R>>
where
    R: Send
        + Unpin
        + for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow>
        + for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>,
{
    Ok(match tx {
        Tx::Sqlite(c) => {
            let list = serde_json::to_string(ids).unwrap_or_default();
            let sql = format!("{select} in (select value from json_each($1)) {order}");
            sqlx::query_as(AssertSqlSafe(sql)).bind(list).fetch_all(&mut **c).await?
        }
        Tx::Postgres(c) => {
            let sql = format!("{select} = any($1) {order}");
            sqlx::query_as(AssertSqlSafe(sql)).bind(ids).fetch_all(&mut **c).await?
        }
    })
}

/// Sets the parents of customers, keeping what was there before for undo.
pub async fn set_parents(tx: &mut Tx, origin: Origin, parents: &[(i64, i64)]) -> Result<()> {
    let children: Vec<i64> = parents.iter().map(|(child, _)| *child).collect();
    let before: Vec<(i64, Option<i64>)> =
        by_ids(tx, "select id, parent_id from customer where id", &children, "").await?;
    let before: HashMap<i64, Option<i64>> = before.into_iter().collect();
    let old = |child: &i64| before.get(child).copied().flatten();
    let changed: Vec<(i64, Option<i64>)> = parents
        .iter()
        .filter(|(child, parent)| old(child) != Some(*parent))
        .map(|(child, parent)| (*child, Some(*parent)))
        .collect();
    let kept: Vec<(i64, Option<i64>)> = changed.iter().map(|(child, _)| (*child, old(child))).collect();
    keep(tx, origin.import, PARENTS, &kept).await?;
    put_parents(tx, &changed).await
}

/// Puts parents in, or takes them away.
pub(super) async fn put_parents(tx: &mut Tx, parents: &[(i64, Option<i64>)]) -> Result<()> {
    if parents.is_empty() {
        return Ok(());
    }
    let columns = [
        Column::new("id", Values::Int(parents.iter().map(|(child, _)| Some(*child)).collect())),
        Column::new("parent_id", Values::Int(parents.iter().map(|(_, parent)| *parent).collect())),
    ];
    tx.update("customer", &columns).await
}

/// The kinds of what an import has changed besides records: what `import_change.object` says of it.
pub(super) const PARENTS: &str = "parents";
pub(super) const POSTS: &str = "posts";

/// Keeps what was there before, once per run.
async fn keep<T: serde::Serialize>(
    tx: &mut Tx,
    import: i64,
    object: &str,
    before: &[(i64, T)],
) -> Result<()> {
    let sql = "insert into import_change (import_id, object, record_id, before) values ($1, $2, $3, $4) \
               on conflict (import_id, object, record_id) do nothing";
    for (id, before) in before {
        let text = serde_json::to_string(before).unwrap_or_default();
        within!(tx, |c| {
            let query = sqlx::query(sql).bind(import).bind(object).bind(id).bind(text);
            query.execute(&mut **c).await?.rows_affected()
        });
    }
    Ok(())
}

/// A seller's role, team and manager as a source names them.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// Whose.
    pub seller: i64,
    /// What the seller is there for.
    pub role: SellerRole,
    /// The team's name.
    pub team: Option<String>,
    /// The manager.
    pub manager: Option<i64>,
    /// First day.
    pub start: NaiveDate,
}

/// Gives sellers their posts; a changed post ends the one before it on the day of the change. What was there before is kept for undo.
pub async fn set_posts(tx: &mut Tx, origin: Origin, posts: &[Post], changed_on: NaiveDate) -> Result<()> {
    for post in posts {
        let sql = "select id, role, team, manager_id, start_date, end_date from seller_post where seller_id = $1 and end_date is null";
        let open: Option<PostRow> =
            within!(tx, |c| sqlx::query_as(sql).bind(post.seller).fetch_optional(&mut **c).await?);
        let start = match open {
            None => post.start,
            Some((_, role, team, manager, ..))
                if (role.as_str(), &team, manager) == (post.role.text(), &post.team, post.manager) =>
            {
                continue;
            }
            Some((id, .., start, _)) if start >= changed_on => {
                keep_posts(tx, origin, post.seller).await?;
                within!(tx, |c| sqlx::query("delete from seller_post where id = $1")
                    .bind(id)
                    .execute(&mut **c)
                    .await?
                    .rows_affected());
                start
            }
            Some((id, ..)) => {
                keep_posts(tx, origin, post.seller).await?;
                let sql = "update seller_post set end_date = $1 where id = $2";
                within!(tx, |c| sqlx::query(sql)
                    .bind(changed_on)
                    .bind(id)
                    .execute(&mut **c)
                    .await?
                    .rows_affected());
                changed_on
            }
        };
        insert_post(tx, post, start).await?;
    }
    Ok(())
}

/// A row of a seller's posts as it is kept.
pub(super) type PostRow = (i64, String, Option<String>, Option<i64>, NaiveDate, Option<NaiveDate>);

async fn keep_posts(tx: &mut Tx, origin: Origin, seller: i64) -> Result<()> {
    let sql = "select id, role, team, manager_id, start_date, end_date from seller_post where seller_id = $1 order by start_date";
    let rows: Vec<PostRow> = within!(tx, |c| sqlx::query_as(sql).bind(seller).fetch_all(&mut **c).await?);
    keep(tx, origin.import, POSTS, &[(seller, rows)]).await
}

/// Replaces all posts of a seller.
pub(super) async fn put_posts(tx: &mut Tx, seller: i64, posts: &[PostRow]) -> Result<()> {
    within!(tx, |c| sqlx::query("delete from seller_post where seller_id = $1")
        .bind(seller)
        .execute(&mut **c)
        .await?
        .rows_affected());
    let sql = "insert into seller_post (id, seller_id, role, team, manager_id, start_date, end_date) values ($1, $2, $3, $4, $5, $6, $7)";
    for (id, role, team, manager, start, end) in posts {
        within!(tx, |c| {
            let query = sqlx::query(sql).bind(id).bind(seller).bind(role).bind(team);
            query.bind(manager).bind(start).bind(end).execute(&mut **c).await?.rows_affected()
        });
    }
    Ok(())
}

async fn insert_post(tx: &mut Tx, post: &Post, start: NaiveDate) -> Result<()> {
    let id = tx.take_ids("seller_post", 1).await?;
    let sql = "insert into seller_post (id, seller_id, role, team, manager_id, start_date) values ($1, $2, $3, $4, $5, $6)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(post.seller).bind(post.role.text()).bind(&post.team);
        query.bind(post.manager).bind(start).execute(&mut **c).await?.rows_affected()
    });
    Ok(())
}

type OwnershipRow = (i64, i64, String, NaiveDate, Option<NaiveDate>);

/// Histories of units as they are stored.
pub async fn histories(tx: &mut Tx, units: &[i64]) -> Result<BTreeMap<i64, Vec<Period>>> {
    let select = "select unit_id, seller_id, role, start_date, end_date from ownership where unit_id";
    let rows: Vec<OwnershipRow> = by_ids(tx, select, units, "order by unit_id, start_date").await?;
    let mut histories: BTreeMap<i64, Vec<Period>> = BTreeMap::new();
    for (unit, seller, role, start, end) in rows {
        let role = role.parse().unwrap_or(SellerRole::Generalist);
        histories.entry(unit).or_default().push(Period { seller, role, start, end });
    }
    Ok(histories)
}

/// Replaces the histories of units, keeping what was there before for undo.
pub async fn replace_histories(
    tx: &mut Tx,
    origin: Origin,
    histories: &[(i64, Vec<Period>)],
    before: &BTreeMap<i64, Vec<Period>>,
) -> Result<()> {
    for chunk in histories.chunks(2_000) {
        let units: Vec<i64> =
            chunk.iter().map(|(unit, _)| *unit).filter(|unit| before.contains_key(unit)).collect();
        keep_histories(tx, origin.import, &units, before).await?;
        delete_histories(tx, &units).await?;
        insert_histories(tx, Some(origin.import), chunk).await?;
    }
    Ok(())
}

async fn keep_histories(
    tx: &mut Tx,
    import: i64,
    units: &[i64],
    before: &BTreeMap<i64, Vec<Period>>,
) -> Result<()> {
    let rows = |unit: &i64| {
        let periods = before.get(unit).into_iter().flatten();
        periods.map(|p| (p.seller, p.role.text(), p.start, p.end)).collect::<Vec<_>>()
    };
    let kept: Vec<_> = units.iter().map(|unit| (*unit, rows(unit))).collect();
    keep(tx, import, "ownerships", &kept).await
}

/// Deletes the histories of units, the latest row first so that no row loses the one it follows.
pub(super) async fn delete_histories(tx: &mut Tx, units: &[i64]) -> Result<()> {
    let sql = "delete from ownership where unit_id = $1 and start_date = (select max(start_date) from ownership where unit_id = $1)";
    for unit in units {
        while within!(tx, |c| sqlx::query(sql).bind(unit).execute(&mut **c).await?.rows_affected()) > 0 {}
    }
    Ok(())
}

/// Puts in histories of units that have none.
pub(super) async fn insert_histories(
    tx: &mut Tx,
    import: Option<i64>,
    histories: &[(i64, Vec<Period>)],
) -> Result<()> {
    let rows: Vec<(i64, &Period, Option<NaiveDate>)> = histories
        .iter()
        .flat_map(|(unit, periods)| {
            let previous = std::iter::once(None).chain(periods.iter().map(|period| period.end));
            periods.iter().zip(previous).map(|(period, previous)| (*unit, period, previous))
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let first = tx.take_ids("ownership", rows.len()).await?;
    let columns = [
        Column::new("id", Values::Int((first..).take(rows.len()).map(Some).collect())),
        Column::new("import_id", Values::Int(vec![import; rows.len()])),
        Column::new("unit_id", Values::Int(rows.iter().map(|(unit, ..)| Some(*unit)).collect())),
        Column::new(
            "seller_id",
            Values::Int(rows.iter().map(|(_, period, _)| Some(period.seller)).collect()),
        ),
        Column::new(
            "role",
            Values::Text(rows.iter().map(|(_, period, _)| Some(period.role.text().to_owned())).collect()),
        ),
        Column::new(
            "start_date",
            Values::Date(rows.iter().map(|(_, period, _)| Some(period.start)).collect()),
        ),
        Column::new("end_date", Values::Date(rows.iter().map(|(_, period, _)| period.end).collect())),
        Column::new("previous_end", Values::Date(rows.iter().map(|(.., previous)| *previous).collect())),
    ];
    tx.insert("ownership", &columns).await
}
