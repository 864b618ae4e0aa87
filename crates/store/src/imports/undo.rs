//! Taking back a whole import: what it changed is put back, what it created is deleted; refused where later work stands on it.
use super::kept::kept;
use super::rows::restore;
use super::tables::table;
use super::{derive, histories, kept as keeping, posts};
use crate::write::within;
use crate::{Error, Result, Tx};
use sqlx::AssertSqlSafe;
use tandem_core::imports::records::ObjectKind;

/// Undoes an import inside one transaction. What is derived of all records (kinds, summaries, search) is the caller's to remake.
pub async fn undo(tx: &mut Tx, import: i64) -> Result<()> {
    refuse_when_built_upon(tx, import).await?;
    let undone = passes_undone(tx).await?;
    histories::restore(tx, import).await?;
    match passes_undone(tx).await? - undone {
        0 => {}
        passes => return Err(worked_on(&[format!("{passes} handoffs")])),
    }
    posts::restore(tx, import).await?;
    for object in records() {
        restore_changed(tx, import, object).await?;
    }
    crate::opportunities::keep_given(tx).await?;
    forget_places_in_summaries(tx, import).await?;
    for object in records() {
        delete_created(tx, import, object).await?;
    }
    derive::restore(tx, import).await?;
    keeping::forget(tx, import).await
}

/// What refers comes before what is referred to. Ownerships are histories and have a path of their own.
fn records() -> impl Iterator<Item = ObjectKind> {
    ObjectKind::ALL.iter().rev().copied().filter(|object| *object != ObjectKind::Ownership)
}

async fn refuse_when_built_upon(tx: &mut Tx, import: i64) -> Result<()> {
    let changed = "select count(*) from import_change later where later.import_id > $1 and exists (select 1 from import_change mine \
                   where mine.import_id = $1 and mine.object = later.object and mine.record_id = later.record_id)";
    let mut built_upon: i64 = count(tx, import, changed).await?;
    let tables = records().map(|object| (object.text(), table(object).name));
    for (kept, table) in
        tables.chain([(posts::KEPT, "seller"), (histories::KEPT, "unit"), (derive::KEPT, "subscription")])
    {
        let sql = format!(
            "select count(*) from import_change later join {table} mine on mine.id = later.record_id \
             where later.import_id > $1 and later.object = '{kept}' and mine.import_id = $1"
        );
        built_upon += count(tx, import, &sql).await?;
    }
    if built_upon > 0 {
        return Err(Error::Refused(format!(
            "a later import changed {built_upon} of the same records: undo that one first"
        )));
    }
    // Activities are many and name others without a foreign key, so that nothing but this question holds them.
    let sql = "select count(*) from activity later where later.import_id > $1 and (later.customer_id in (select id from customer where import_id = $1) \
               or later.seller_id in (select id from seller where import_id = $1) or later.unit_id in (select id from unit where import_id = $1) \
               or later.opportunity_id in (select id from opportunity where import_id = $1))";
    match count(tx, import, sql).await? {
        0 => refuse_when_worked_on(tx, import).await,
        later => Err(Error::Refused(format!(
            "{later} activities of later imports refer to records that this import created: undo the later import first"
        ))),
    }
}

/// What people did in the program with records of an import, which would go with them without a word.
const WORK: [(&str, &str); 9] = [
    (
        "handoffs",
        "handoff where unit_id in (select id from unit where import_id = $1) \
         or giver_id in (select id from seller where import_id = $1) or receiver_id in (select id from seller where import_id = $1)",
    ),
    ("commitments", "commitment where unit_id in (select id from unit where import_id = $1)"),
    (
        "attachments",
        "attachment where customer_id in (select id from customer where import_id = $1) \
         or unit_id in (select id from unit where import_id = $1)",
    ),
    ("stated facts", "stated_fact where unit_id in (select id from unit where import_id = $1)"),
    ("decisions", "unit_exception where unit_id in (select id from unit where import_id = $1)"),
    (
        "descriptions of people",
        "stakeholder where contact_id in (select id from contact where import_id = $1)",
    ),
    (
        "challenges of moves",
        "alignment_challenge where unit_id in (select id from unit where import_id = $1)",
    ),
    (
        "pairs of hunters and account managers",
        "pair where hunter_id in (select id from seller where import_id = $1) or manager_id in (select id from seller where import_id = $1)",
    ),
    (
        "statements of readiness",
        "seller_readiness where seller_id in (select id from seller where import_id = $1)",
    ),
];

async fn refuse_when_worked_on(tx: &mut Tx, import: i64) -> Result<()> {
    let mut found = Vec::new();
    for (what, rows) in WORK {
        let work = count(tx, import, &format!("select count(*) from {rows}")).await?;
        found.extend((work > 0).then(|| format!("{work} {what}")));
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(worked_on(&found))
}

fn worked_on(found: &[String]) -> Error {
    Error::Refused(format!(
        "people have worked on records of this import since, and that would be lost: {}",
        found.join(", ")
    ))
}

/// Handoffs whose receiver does not own the unit from the day on which it passed: its history says otherwise.
async fn passes_undone(tx: &mut Tx) -> Result<i64> {
    let sql = "select count(*) from handoff h where h.state in ('transferred', 'settled') and h.transfer_date is not null and not exists \
               (select 1 from ownership o where o.unit_id = h.unit_id and o.seller_id = h.receiver_id and o.start_date = h.transfer_date)";
    Ok(within!(tx, |c| sqlx::query_scalar(sql).fetch_one(&mut **c).await?))
}

async fn count(tx: &mut Tx, import: i64, sql: &str) -> Result<i64> {
    let sql = AssertSqlSafe(sql.to_owned());
    Ok(within!(tx, |c| sqlx::query_scalar(sql).bind(import).fetch_one(&mut **c).await?))
}

async fn restore_changed(tx: &mut Tx, import: i64, object: ObjectKind) -> Result<()> {
    for chunk in kept(tx, import, object.text()).await?.chunks(2_000) {
        restore(tx, object, chunk).await?;
    }
    Ok(())
}

async fn forget_places_in_summaries(tx: &mut Tx, import: i64) -> Result<()> {
    let sql =
        "delete from customer_summary where customer_id in (select id from customer where import_id = $1)";
    within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    let sql = "update customer set parent_id = null where parent_id in (select id from customer where import_id = $1)";
    within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    crate::search::forget(tx, import).await
}

async fn delete_created(tx: &mut Tx, import: i64, object: ObjectKind) -> Result<()> {
    if object == ObjectKind::Seller {
        // Posts go with their sellers, but PostgreSQL would look at the managers they name first.
        let sql = "delete from seller_post where seller_id in (select id from seller where import_id = $1)";
        within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    }
    let sql = format!("delete from {} where import_id = $1", table(object).name);
    let outcome = within!(tx, |c| sqlx::query(AssertSqlSafe(sql))
        .bind(import)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()));
    outcome.map(|_| ()).map_err(|error| match Error::from(error) {
        Error::Refused(_) => Error::Refused(format!(
            "later records refer to {object} that this import created: undo the later import first"
        )),
        other => other,
    })
}
