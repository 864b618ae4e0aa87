//! What incentives are computed from, the postings that come of it, runs and closed periods.
use crate::db::both;
use crate::write::within;
use crate::{Column, Db, Error, Result, Tx, Values};
use chrono::NaiveDate;

/// An event, as it was computed with.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct EventRow {
    /// Its place in the order in which events became known.
    pub id: i64,
    /// Its name.
    pub key: String,
    /// When it happened.
    pub date: NaiveDate,
    /// First day on which it could be posted.
    pub posted: NaiveDate,
    /// The unit.
    pub unit: String,
    /// What happened.
    pub movement: String,
    /// Minor units.
    pub amount_minor: Option<i64>,
    /// ISO code.
    pub currency: Option<String>,
    /// Who is credited, as JSON.
    pub credits: String,
    /// The earlier event that it is about.
    pub of_key: Option<String>,
    /// What people say about it.
    pub note: Option<String>,
    /// record, entered or question.
    pub source: String,
    /// Who brought it in.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// A role or a handoff, as it was known.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct InputRow {
    /// role or handoff.
    pub kind: String,
    /// What replaces what.
    pub key: String,
    /// What was known, as JSON.
    pub document: String,
    /// Since when.
    pub at_us: i64,
}

/// A run of the calculation.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RunRow {
    /// The period.
    pub period: String,
    /// Up to which day everything is posted.
    pub through: NaiveDate,
    /// Whether it closed the period.
    pub is_close: bool,
    /// How many events it brought in.
    pub events: i64,
    /// How many postings it made.
    pub postings: i64,
    /// What paid nothing and why, as JSON.
    pub notes: String,
    /// Who ran it.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// A posting without its entries.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PostingRow {
    /// Its place in the ledger; given by [`add_postings`].
    pub id: i64,
    /// What it comes from.
    pub event: String,
    /// Which one of that.
    pub number: i64,
    /// What it does.
    pub kind: String,
    /// When it happened.
    pub date: NaiveDate,
    /// The day by which it counts.
    pub counted: NaiveDate,
    /// The period in which it is posted.
    pub period: String,
    /// The unit.
    pub unit: Option<String>,
    /// The plan that decides.
    pub plan: String,
    /// Its version.
    pub plan_version: String,
    /// The component, cap, guarantee or draw.
    pub component: String,
    /// What the rate is applied to, in minor units.
    pub base_minor: Option<i64>,
    /// Billionths.
    pub rate_e9: Option<i64>,
    /// ISO code.
    pub currency: String,
    /// The event of the posting that it is about.
    pub of_event: Option<String>,
    /// The number of that.
    pub of_number: Option<i64>,
    /// Why, as JSON.
    pub because: String,
}

/// What happens to one account.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct EntryRow {
    /// Which posting; for new ones, its place among those that are added.
    pub posting_id: i64,
    /// Its place in the posting.
    pub seq: i64,
    /// The account.
    pub account: String,
    /// Whose.
    pub person: Option<String>,
    /// Minor units.
    pub minor: i64,
}

/// A closed period.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PeriodRow {
    /// Which.
    pub period: String,
    /// How many postings it held.
    pub postings: i64,
    /// What they and all before them come to, as a hash.
    pub digest: String,
    /// Who closed it.
    pub by_name: String,
    /// When.
    pub closed_us: i64,
}

/// Reads a whole table in its order.
macro_rules! whole {
    ($(#[$doc:meta])* $name:ident, $row:ty, $sql:literal) => {
        $(#[$doc])*
        pub async fn $name(db: &Db) -> Result<Vec<$row>> {
            Ok(both!(db, |p| sqlx::query_as($sql).fetch_all(p).await?))
        }
    };
}

whole!(
    /// All events, in the order in which they are computed.
    events,
    EventRow,
    "select id, key, date, posted, unit, movement, amount_minor, currency, credits, of_key, note, source, by_name, at_us from incentive_event order by posted, id"
);
whole!(
    /// All roles and handoffs, in the order in which they became known.
    inputs,
    InputRow,
    "select kind, key, document, at_us from incentive_input order by id"
);
whole!(
    /// All runs, in their order.
    runs,
    RunRow,
    "select period, through, is_close, events, postings, notes, by_name, at_us from incentive_run order by id"
);
whole!(
    /// All postings, in the order of the ledger.
    postings,
    PostingRow,
    "select id, event, number, kind, date, counted, period, unit, plan, plan_version, component, base_minor, rate_e9, currency, of_event, of_number, because from incentive_posting order by id"
);
whole!(
    /// All entries, in the order of the ledger.
    entries,
    EntryRow,
    "select posting_id, seq, account, person, minor from incentive_entry order by posting_id, seq"
);
whole!(
    /// All closed periods, in their order.
    periods,
    PeriodRow,
    "select period, postings, digest, by_name, closed_us from incentive_period order by period"
);

fn texts<R>(rows: &[R], of: impl Fn(&R) -> String) -> Values {
    Values::Text(rows.iter().map(|row| Some(of(row))).collect())
}

fn optional_texts<R>(rows: &[R], of: impl Fn(&R) -> Option<String>) -> Values {
    Values::Text(rows.iter().map(of).collect())
}

fn numbers<R>(rows: &[R], of: impl Fn(&R) -> Option<i64>) -> Values {
    Values::Int(rows.iter().map(of).collect())
}

fn days<R>(rows: &[R], of: impl Fn(&R) -> NaiveDate) -> Values {
    Values::Date(rows.iter().map(|row| Some(of(row))).collect())
}

/// Appends events in their order; their ids are given here.
pub async fn add_events(tx: &mut Tx, rows: &[EventRow]) -> Result<()> {
    let first = tx.take_ids("incentive_event", rows.len()).await?;
    let columns = [
        Column::new("id", Values::Int((first..).take(rows.len()).map(Some).collect())),
        Column::new("key", texts(rows, |row| row.key.clone())),
        Column::new("date", days(rows, |row| row.date)),
        Column::new("posted", days(rows, |row| row.posted)),
        Column::new("unit", texts(rows, |row| row.unit.clone())),
        Column::new("movement", texts(rows, |row| row.movement.clone())),
        Column::new("amount_minor", numbers(rows, |row| row.amount_minor)),
        Column::new("currency", optional_texts(rows, |row| row.currency.clone())),
        Column::new("credits", texts(rows, |row| row.credits.clone())),
        Column::new("of_key", optional_texts(rows, |row| row.of_key.clone())),
        Column::new("note", optional_texts(rows, |row| row.note.clone())),
        Column::new("source", texts(rows, |row| row.source.clone())),
        Column::new("by_name", texts(rows, |row| row.by_name.clone())),
        Column::new("at_us", numbers(rows, |row| Some(row.at_us))),
    ];
    tx.insert("incentive_event", &columns).await
}

/// Appends roles and handoffs.
pub async fn add_inputs(tx: &mut Tx, rows: &[InputRow]) -> Result<()> {
    let first = tx.take_ids("incentive_input", rows.len()).await?;
    let columns = [
        Column::new("id", Values::Int((first..).take(rows.len()).map(Some).collect())),
        Column::new("kind", texts(rows, |row| row.kind.clone())),
        Column::new("key", texts(rows, |row| row.key.clone())),
        Column::new("document", texts(rows, |row| row.document.clone())),
        Column::new("at_us", numbers(rows, |row| Some(row.at_us))),
    ];
    tx.insert("incentive_input", &columns).await
}

/// Appends a run.
pub async fn add_run(tx: &mut Tx, row: &RunRow) -> Result<()> {
    let id = tx.take_ids("incentive_run", 1).await?;
    let sql = "insert into incentive_run (id, period, through, is_close, events, postings, notes, by_name, at_us) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&row.period).bind(row.through).bind(row.is_close);
        let query = query.bind(row.events).bind(row.postings).bind(&row.notes).bind(&row.by_name);
        query.bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(())
}

/// Appends postings in their order with their entries, which come first, so that the posting seals them. Ids are given here; entries name the
/// place of their posting in `rows`.
pub async fn add_postings(tx: &mut Tx, rows: &[PostingRow], entries: &[EntryRow]) -> Result<()> {
    let first = tx.take_ids("incentive_posting", rows.len()).await?;
    let columns = [
        Column::new("posting_id", numbers(entries, |row| Some(first + row.posting_id))),
        Column::new("seq", numbers(entries, |row| Some(row.seq))),
        Column::new("account", texts(entries, |row| row.account.clone())),
        Column::new("person", optional_texts(entries, |row| row.person.clone())),
        Column::new("minor", numbers(entries, |row| Some(row.minor))),
    ];
    tx.insert("incentive_entry", &columns).await?;
    let columns = [
        Column::new("id", Values::Int((first..).take(rows.len()).map(Some).collect())),
        Column::new("event", texts(rows, |row| row.event.clone())),
        Column::new("number", numbers(rows, |row| Some(row.number))),
        Column::new("kind", texts(rows, |row| row.kind.clone())),
        Column::new("date", days(rows, |row| row.date)),
        Column::new("counted", days(rows, |row| row.counted)),
        Column::new("period", texts(rows, |row| row.period.clone())),
        Column::new("unit", optional_texts(rows, |row| row.unit.clone())),
        Column::new("plan", texts(rows, |row| row.plan.clone())),
        Column::new("plan_version", texts(rows, |row| row.plan_version.clone())),
        Column::new("component", texts(rows, |row| row.component.clone())),
        Column::new("base_minor", numbers(rows, |row| row.base_minor)),
        Column::new("rate_e9", numbers(rows, |row| row.rate_e9)),
        Column::new("currency", texts(rows, |row| row.currency.clone())),
        Column::new("of_event", optional_texts(rows, |row| row.of_event.clone())),
        Column::new("of_number", numbers(rows, |row| row.of_number)),
        Column::new("because", texts(rows, |row| row.because.clone())),
    ];
    tx.insert("incentive_posting", &columns).await
}

/// Closes a period; the database refuses one that is not the next.
pub async fn close(tx: &mut Tx, row: &PeriodRow) -> Result<()> {
    let sql =
        "insert into incentive_period (period, postings, digest, by_name, closed_us) values ($1,$2,$3,$4,$5)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(&row.period).bind(row.postings).bind(&row.digest);
        query.bind(&row.by_name).bind(row.closed_us).execute(&mut **c).await?;
    });
    Ok(())
}

/// Refuses to go on where something was computed or brought in since so many runs and events were read. Others wait until this transaction ends.
pub async fn unchanged(tx: &mut Tx, runs: usize, events: usize) -> Result<()> {
    // Taking no id still locks the row, so that of two at once one waits and then sees what the other did.
    tx.take_ids("incentive_run", 0).await?;
    let sql = "select (select count(*) from incentive_run), (select count(*) from incentive_event)";
    let now: (i64, i64) = within!(tx, |c| sqlx::query_as(sql).fetch_one(&mut **c).await?);
    if now == (runs as i64, events as i64) {
        return Ok(());
    }
    Err(Error::Refused("incentives were computed or changed meanwhile: try again".to_owned()))
}
