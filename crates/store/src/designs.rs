//! Designs of the sales force: scenarios, studies whose work is cut into chunks that any node takes, and the plans that were decided for.
mod plans;
mod scenarios;
mod studies;

pub use plans::{PlanRow, plan_in_force, plans, take_plan, withdraw_plan};
pub use scenarios::{ScenarioRow, change, create, delete, scenario, scenarios};
pub use studies::{
    ChunkRow, NewStudy, SamplesRow, StudyRow, advance, begin, cancel, end, finish, has_work, question, ready,
    samples, studies, study, take,
};

use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// Places of a customer and of who owns one of its units: customer, its latitude and longitude, the owner's.
pub type PlaceRow = (i64, f64, f64, f64, f64);

/// Where customers and their owners on a day are, as far as both are known.
pub async fn places(db: &Db, day: NaiveDate) -> Result<Vec<PlaceRow>> {
    let sql = "select c.id, c.lat, c.lon, s.lat, s.lon from customer c join unit u on u.customer_id = c.id \
               join ownership o on o.unit_id = u.id and o.start_date <= $1 and (o.end_date is null or o.end_date > $1) \
               join seller s on s.id = o.seller_id \
               where c.lat is not null and c.lon is not null and s.lat is not null and s.lon is not null order by c.id, u.id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(day).fetch_all(p).await?))
}
