//! What the record shows of sellers: opportunities, renewals, who began contacts, whom they serve how near; and who looked at a person.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// What a seller did in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct DeedsRow {
    /// Who.
    pub seller_id: i64,
    /// Opportunities of new business that were begun.
    pub opportunities: i64,
    /// Renewals that were won.
    pub renewals_won: i64,
    /// Renewals that were lost.
    pub renewals_lost: i64,
    /// Contacts with customers that the seller began.
    pub planned: i64,
    /// Contacts that the customer began.
    pub asked: i64,
}

/// What sellers did in `from..to`, by seller; who did nothing is left out.
pub async fn deeds(db: &Db, from: NaiveDate, to: NaiveDate) -> Result<Vec<DeedsRow>> {
    let sql = "select seller_id, cast(sum(found) as bigint) as opportunities, cast(sum(won) as bigint) as renewals_won, \
                      cast(sum(lost) as bigint) as renewals_lost, cast(sum(planned) as bigint) as planned, cast(sum(asked) as bigint) as asked from ( \
               select owner_id as seller_id, count(*) as found, 0 as won, 0 as lost, 0 as planned, 0 as asked from opportunity \
               where kind = 'new' and owner_id is not null and created_date >= $1 and created_date < $2 group by owner_id \
               union all \
               select owner_id, 0, sum(case when status = 'won' then 1 else 0 end), sum(case when status = 'lost' then 1 else 0 end), 0, 0 from opportunity \
               where kind = 'renewal' and status <> 'open' and owner_id is not null and close_date >= $1 and close_date < $2 group by owner_id \
               union all \
               select seller_id, 0, 0, 0, sum(case when initiated_by = 'seller' then 1 else 0 end), sum(case when initiated_by = 'customer' then 1 else 0 end) \
               from activity where initiated_by is not null and customer_id is not null and seller_id is not null and date >= $1 and date < $2 group by seller_id \
               ) d group by seller_id order by seller_id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(from).bind(to).fetch_all(p).await?))
}

/// Whom a seller serves and where both are.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct NearRow {
    /// Who.
    pub seller_id: i64,
    /// Where the seller lives, if that is known.
    pub seller_lat: Option<f64>,
    /// The same.
    pub seller_lon: Option<f64>,
    /// Where the customer is, if that is known.
    pub lat: Option<f64>,
    /// The same.
    pub lon: Option<f64>,
}

/// Every customer whom a seller serves on a day, with the places of both.
pub async fn near(db: &Db, day: NaiveDate) -> Result<Vec<NearRow>> {
    let sql = "select distinct o.seller_id, s.lat as seller_lat, s.lon as seller_lon, c.id as customer_id, c.lat, c.lon from ownership o \
               join unit u on u.id = o.unit_id join customer c on c.id = u.customer_id join seller s on s.id = o.seller_id \
               where o.start_date <= $1 and (o.end_date is null or o.end_date > $1)";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(day).fetch_all(p).await?))
}

/// That somebody looked at what is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct LookRow {
    /// When.
    pub at_us: i64,
    /// Who.
    pub actor: String,
    /// fit.looked, staffing.proposed, staffing.changed or staffing.looked.
    pub kind: String,
}

/// The latest looks of others at a person's profile, by itself and in proposals, the latest first.
pub async fn looks(db: &Db, seller: i64, limit: i64) -> Result<Vec<LookRow>> {
    let sql = "select at_us, actor, kind from event where (object = 'seller' and record_id = $1 and kind = 'fit.looked') \
               or (object = 'staffing' and record_id in (select proposal_id from staffing_person where seller_id = $1)) \
               order by id desc limit $2";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(seller).bind(limit).fetch_all(p).await?))
}
