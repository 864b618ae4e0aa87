//! What list pages show of customers, made from the record in the transaction that changes it.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// Makes all summaries anew. `rates` gives each currency's worth in the company's minor units times 1e9; amounts in other currencies are
/// left out of the sum and the currency is named in `arr_currencies`.
pub async fn refresh(tx: &mut Tx, today: NaiveDate, rates: &[(String, i64)]) -> Result<()> {
    let worth = worth(rates);
    let join = if tx.is_sqlite() { "group_concat(x.name, ', ')" } else { "string_agg(x.name, ', ')" };
    let day = today.to_string();
    let today = format!("'{day}'");
    tx.execute("delete from customer_summary").await?;
    tx.execute(&format!(
        "insert into customer_summary (customer_id, arr_minor, arr_currencies, owners, units, open_opportunities, last_activity, next_renewal) \
         select c.id, coalesce(a.arr, 0), coalesce(a.currencies, ''), coalesce(o.owners, ''), coalesce(n.units, 0), coalesce(p.open, 0), \
                l.last, a.renewal \
         from customer c \
         left join (select u.customer_id, cast(sum({worth}) as bigint) as arr, min(s.currency) as currencies, min(s.end_date) as renewal \
                    from subscription s join unit u on u.id = s.unit_id \
                    where s.start_date <= {today} and (s.end_date is null or s.end_date > {today}) group by u.customer_id) a on a.customer_id = c.id \
         left join (select x.customer_id, {join} as owners from \
                      (select distinct u.customer_id, s.name from ownership o join unit u on u.id = o.unit_id join seller s on s.id = o.seller_id \
                       where o.start_date <= {today} and (o.end_date is null or o.end_date > {today})) x group by x.customer_id) o on o.customer_id = c.id \
         left join (select customer_id, count(*) as units from unit group by customer_id) n on n.customer_id = c.id \
         left join (select customer_id, count(*) as open from opportunity where status = 'open' group by customer_id) p on p.customer_id = c.id \
         left join (select customer_id, max(date) as last from activity group by customer_id) l on l.customer_id = c.id"
    ))
    .await?;
    say_day(tx, &day).await
}

async fn say_day(tx: &mut Tx, day: &str) -> Result<()> {
    tx.execute("delete from customer_summary_day").await?;
    let sql = "insert into customer_summary_day (day) values ($1)";
    within!(tx, |c| sqlx::query(sql).bind(day).execute(&mut **c).await?.rows_affected());
    Ok(())
}

/// Whether the summaries are those of a day.
pub async fn are_of(db: &Db, day: NaiveDate) -> Result<bool> {
    let sql = "select exists (select 1 from customer_summary_day where day = $1)";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(day.to_string()).fetch_one(p).await?))
}

/// Says that the summaries hold no longer, in the transaction of what changes them.
pub async fn outdate(tx: &mut Tx) -> Result<()> {
    say_day(tx, "").await
}

/// Currency codes are checked by core before they are stored; digits are all that the number holds.
fn worth(rates: &[(String, i64)]) -> String {
    let arms: Vec<String> = rates
        .iter()
        .filter(|(code, _)| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()))
        .map(|(code, rate_e9)| format!("when '{code}' then {}", exact(*rate_e9)))
        .collect();
    if arms.is_empty() { "0".to_owned() } else { format!("case s.currency {} else 0 end", arms.join(" ")) }
}

/// `arr_minor * rate_e9 / 1e9`, halves away from zero, in whole numbers: the product alone would leave 64 bits from 92 million on.
fn exact(rate_e9: i64) -> String {
    let (whole, rest) = (rate_e9 / SCALE, rate_e9 % SCALE);
    format!(
        "(s.arr_minor * {whole} + s.arr_minor / {SCALE} * {rest} \
         + (s.arr_minor % {SCALE} * {rest} + case when s.arr_minor < 0 then -{half} else {half} end) / {SCALE})",
        half = SCALE / 2
    )
}

const SCALE: i64 = 1_000_000_000;

impl Tx {
    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}
