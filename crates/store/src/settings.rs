//! Settings of the company, each a JSON document under a key, and dated exchange rates.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// The document under a key.
pub async fn get(db: &Db, key: &str) -> Result<Option<String>> {
    let sql = "select value from setting where key = $1";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(key).fetch_optional(p).await?))
}

/// Replaces the document under a key.
pub async fn put(tx: &mut Tx, key: &str, value: &str) -> Result<()> {
    let sql = "insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value";
    within!(tx, |c| sqlx::query(sql).bind(key).bind(value).execute(&mut **c).await?.rows_affected());
    Ok(())
}

/// A rate: how much of the company's currency one unit of `currency` is worth from `date` on, times 1e9.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Rate {
    /// ISO code.
    pub currency: String,
    /// Valid from.
    pub date: NaiveDate,
    /// Times 1e9.
    pub rate_e9: i64,
}

/// All rates by currency and date.
pub async fn rates(db: &Db) -> Result<Vec<Rate>> {
    let sql = "select currency, date, rate_e9 from exchange_rate order by currency, date";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Adds or replaces rates.
pub async fn put_rates(tx: &mut Tx, rates: &[Rate]) -> Result<()> {
    let sql = "insert into exchange_rate (currency, date, rate_e9) values ($1, $2, $3) \
               on conflict (currency, date) do update set rate_e9 = excluded.rate_e9";
    for rate in rates {
        within!(tx, |c| {
            let query = sqlx::query(sql).bind(&rate.currency).bind(rate.date).bind(rate.rate_e9);
            query.execute(&mut **c).await?;
        });
    }
    Ok(())
}
