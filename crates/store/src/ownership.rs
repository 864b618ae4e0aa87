//! Ownership: dated rows; who owned a unit on a day is one query.
use crate::db::both;
use crate::write::within;
use crate::{Db, Error, Result, Tx};
use chrono::NaiveDate;
use std::cmp::Ordering;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;

/// A period of a unit with the seller's name.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct OwnershipRow {
    /// The unit.
    pub unit_id: i64,
    /// The accountable seller.
    pub seller_id: i64,
    /// The seller's name.
    pub seller: String,
    /// The seller's role in it.
    pub role: String,
    /// First day.
    pub start_date: NaiveDate,
    /// First day no longer.
    pub end_date: Option<NaiveDate>,
}

const SELECT: &str = "select o.unit_id, o.seller_id, s.name as seller, o.role, o.start_date, o.end_date \
                      from ownership o join seller s on s.id = o.seller_id ";

/// The histories of a customer's units, in order.
pub async fn of_customer(db: &Db, customer: i64) -> Result<Vec<OwnershipRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} join unit u on u.id = o.unit_id where u.customer_id = $1 order by o.unit_id, o.start_date"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// Who owned the unit on a day.
pub async fn owner_on(db: &Db, unit: i64, day: NaiveDate) -> Result<Option<OwnershipRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} where o.unit_id = $1 and o.start_date <= $2 and (o.end_date is null or o.end_date > $2)"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(unit).bind(day).fetch_optional(p).await?))
}

/// All histories, by unit and start.
pub async fn all(db: &Db) -> Result<Vec<OwnershipRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by o.unit_id, o.start_date"));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// The last period of a unit: id, seller, role, first day.
type Last = (i64, i64, String, NaiveDate);

/// Makes a seller the owner of a unit from a day on: the present period ends there. On the first day of the present period it is as if that
/// had never begun.
///
/// # Errors
/// Where nobody owns the unit, or the present owner got it later than that day.
pub async fn pass(tx: &mut Tx, unit: i64, seller: i64, role: SellerRole, on: NaiveDate) -> Result<()> {
    let sql = "select id, seller_id, role, start_date from ownership where unit_id = $1 and end_date is null";
    let last: Option<Last> = within!(tx, |c| sqlx::query_as(sql).bind(unit).fetch_optional(&mut **c).await?);
    let Some((id, owner, in_role, start)) = last else {
        return Err(Error::Said(Words::fixed(
            "Nobody owns the unit, so it cannot pass on: give it an owner first.",
            "此業務單位沒有負責人，無法移轉：請先指定負責人。",
        )));
    };
    if (owner, in_role.as_str()) == (seller, role.text()) {
        return Ok(());
    }
    match start.cmp(&on) {
        Ordering::Less => {
            end(tx, id, Some(on)).await?;
            begin(tx, unit, seller, role, on).await
        }
        Ordering::Equal => replace(tx, unit, id, seller, role).await,
        Ordering::Greater => Err(Error::Said(Words::new(
            format!("The unit has its present owner since {start} only: give that day or a later one."),
            format!("此業務單位自 {start} 起才由目前的負責人負責：請改用當日或之後的日期。"),
        ))),
    }
}

/// Makes a seller who owned the unit before its owner again from a day on, in the role of then; `role` where no earlier period tells it.
///
/// # Errors
/// As with [`pass`].
pub async fn back(tx: &mut Tx, unit: i64, seller: i64, role: SellerRole, on: NaiveDate) -> Result<()> {
    let sql = "select role from ownership where unit_id = $1 and seller_id = $2 and end_date <= $3 order by end_date desc limit 1";
    let before: Option<String> = within!(tx, |c| {
        sqlx::query_scalar(sql).bind(unit).bind(seller).bind(on).fetch_optional(&mut **c).await?
    });
    pass(tx, unit, seller, before.and_then(|text| text.parse().ok()).unwrap_or(role), on).await
}

/// Gives a unit that nobody ever owned its first owner from a day on; false where somebody did.
pub async fn give(tx: &mut Tx, unit: i64, seller: i64, role: SellerRole, on: NaiveDate) -> Result<bool> {
    let id = tx.take_ids("ownership", 1).await?;
    let sql = "insert into ownership (id, unit_id, seller_id, role, start_date) select $1, $2, $3, $4, $5 \
               where not exists (select 1 from ownership where unit_id = $2)";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(unit).bind(seller).bind(role.text()).bind(on);
        query.execute(&mut **c).await?.rows_affected()
    }) == 1)
}

/// Takes a first owner back who would begin on a day; false where another one owns it by now.
pub async fn take_back(tx: &mut Tx, unit: i64, seller: i64, on: NaiveDate) -> Result<bool> {
    let sql = "delete from ownership where unit_id = $1 and seller_id = $2 and start_date = $3 and end_date is null and previous_end is null";
    Ok(within!(tx, |c| {
        sqlx::query(sql).bind(unit).bind(seller).bind(on).execute(&mut **c).await?.rows_affected()
    }) == 1)
}

async fn end(tx: &mut Tx, id: i64, day: Option<NaiveDate>) -> Result<()> {
    let sql = "update ownership set end_date = $2 where id = $1";
    within!(tx, |c| sqlx::query(sql).bind(id).bind(day).execute(&mut **c).await?.rows_affected());
    Ok(())
}

async fn begin(tx: &mut Tx, unit: i64, seller: i64, role: SellerRole, on: NaiveDate) -> Result<()> {
    let id = tx.take_ids("ownership", 1).await?;
    let sql = "insert into ownership (id, unit_id, seller_id, role, start_date, previous_end) values ($1,$2,$3,$4,$5,$5)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(unit).bind(seller).bind(role.text()).bind(on);
        query.execute(&mut **c).await?;
    });
    Ok(())
}

/// Puts another owner in place of one whose period begins on the same day; where that is the owner before, the earlier period goes on.
async fn replace(tx: &mut Tx, unit: i64, id: i64, seller: i64, role: SellerRole) -> Result<()> {
    let before = "select id from ownership where unit_id = $1 and seller_id = $2 and role = $3 \
                  and end_date = (select start_date from ownership where id = $4)";
    let before: Option<i64> = within!(tx, |c| {
        let query = sqlx::query_scalar(before).bind(unit).bind(seller).bind(role.text()).bind(id);
        query.fetch_optional(&mut **c).await?
    });
    if let Some(before) = before {
        let sql = "delete from ownership where id = $1";
        within!(tx, |c| sqlx::query(sql).bind(id).execute(&mut **c).await?.rows_affected());
        return end(tx, before, None).await;
    }
    let sql = "update ownership set seller_id = $2, role = $3 where id = $1";
    within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(seller)
        .bind(role.text())
        .execute(&mut **c)
        .await?
        .rows_affected());
    Ok(())
}
