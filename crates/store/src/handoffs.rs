//! Handoffs with their steps, briefs and evidence: documents of core with the columns that are looked for. Whoever saves the next version names
//! the one it was made from, so that of two at once exactly one wins.
use crate::customers::push_in;
use crate::db::both;
use crate::write::within;
use crate::{Db, Error, Result, Tx};
use chrono::NaiveDate;
use sqlx::QueryBuilder;
use tandem_core::languages::Words;

/// A handoff.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct HandoffRow {
    /// The id.
    pub id: i64,
    /// What passes on.
    pub unit_id: i64,
    /// Who owns it at the beginning.
    pub giver_id: i64,
    /// Who receives.
    pub receiver_id: Option<i64>,
    /// Where it stands.
    pub state: String,
    /// Whether something can still happen.
    pub is_open: bool,
    /// Day from which the receiver is to own the unit.
    pub transfer_date: Option<NaiveDate>,
    /// One more with every act.
    pub version: i64,
    /// The handoff as core has it, in JSON.
    pub document: String,
    /// When it was proposed.
    pub proposed_us: i64,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StepRow {
    /// Of which handoff.
    pub handoff_id: i64,
    /// Its place.
    pub seq: i64,
    /// Its name in the playbook.
    pub step: String,
    /// Who does it.
    pub person_id: Option<i64>,
    /// Until when.
    pub due_date: Option<NaiveDate>,
    /// Whether nothing is left to do.
    pub is_over: bool,
    /// One more with every act.
    pub version: i64,
    /// The step as core has it, in JSON.
    pub document: String,
}

/// Something that gates look at.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct EvidenceRow {
    /// What replaces what: of equal keys the last counts.
    pub key: String,
    /// What was said, in JSON.
    pub document: String,
    /// Who said so.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// Which handoffs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Given or received by one of these sellers; none: everybody's.
    pub sellers: Option<Vec<i64>>,
    /// Of this unit.
    pub unit: Option<i64>,
    /// Given or received by this seller.
    pub seller: Option<i64>,
    /// In this state.
    pub state: Option<String>,
    /// Only those under way with a step that was to be done before this day.
    pub late_on: Option<NaiveDate>,
    /// Only those in which something can still happen.
    pub open: bool,
}

const SELECT: &str = "select id, unit_id, giver_id, receiver_id, state, is_open, transfer_date, version, document, proposed_us from handoff where true";

/// Handoffs, the latest first, at most `limit`.
pub async fn list(db: &Db, filter: &Filter, limit: i64) -> Result<Vec<HandoffRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(SELECT);
        if let Some(sellers) = &filter.sellers {
            query.push(" and (giver_id in (");
            push_in(&mut query, sellers);
            query.push(") or receiver_id in (");
            push_in(&mut query, sellers);
            query.push("))");
        }
        if let Some(unit) = filter.unit {
            query.push(" and unit_id = ").push_bind(unit);
        }
        if let Some(seller) = filter.seller {
            query.push(" and (giver_id = ").push_bind(seller);
            query.push(" or receiver_id = ").push_bind(seller).push(")");
        }
        if let Some(state) = &filter.state {
            query.push(" and state = ").push_bind(state);
        }
        if let Some(day) = filter.late_on {
            query.push(" and is_open = ").push_bind(true);
            query.push(
                " and exists (select 1 from handoff_step s where s.handoff_id = handoff.id and s.is_over = ",
            );
            query.push_bind(false).push(" and s.due_date < ").push_bind(day).push(")");
        }
        if filter.open {
            query.push(" and is_open = ").push_bind(true);
        }
        query.push(" order by id desc limit ").push_bind(limit);
        query.build_query_as().fetch_all(p).await?
    }))
}

/// One of them.
pub async fn get(db: &Db, id: i64) -> Result<Option<HandoffRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" and id = ").push_bind(id).build_query_as().fetch_optional(p).await?
    }))
}

/// A handoff with the name of its customer, as a transaction sees it.
pub async fn with_customer(tx: &mut Tx, id: i64) -> Result<Option<(HandoffRow, String)>> {
    let row: Option<HandoffRow> = within!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" and id = ").push_bind(id).build_query_as().fetch_optional(&mut **c).await?
    });
    let Some(row) = row else { return Ok(None) };
    let sql = "select c.name from unit u join customer c on c.id = u.customer_id where u.id = $1";
    let name: Option<String> =
        within!(tx, |c| sqlx::query_scalar(sql).bind(row.unit_id).fetch_optional(&mut **c).await?);
    Ok(name.map(|name| (row, name)))
}

/// An opportunity that a giver keeps: its id, the unit, the giver, what was said of it in JSON, in the order in which it was said.
pub type KeptRow = (i64, i64, i64, String);

/// Open opportunities that givers of transferred units still have, with everything that was said of each in the handoff.
pub async fn kept(db: &Db) -> Result<Vec<KeptRow>> {
    let sql = "select o.id, h.unit_id, h.giver_id, e.document from handoff_evidence e join handoff h on h.id = e.handoff_id \
               join opportunity o on o.unit_id = h.unit_id and e.key = 'opportunity ' || cast(o.id as text) \
               where h.state in ('transferred', 'settled') and o.status = 'open' and o.owner_id = h.giver_id order by e.id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Whether one of these sellers gives or receives a unit of a customer in a handoff that is not over.
pub async fn takes_part(db: &Db, customer: i64, sellers: &[i64]) -> Result<bool> {
    let found: i64 = both!(db, |p| {
        let mut query = QueryBuilder::new(
            "select count(*) from handoff h join unit u on u.id = h.unit_id where u.customer_id = ",
        );
        query.push_bind(customer).push(" and h.is_open = ").push_bind(true).push(" and (h.giver_id in (");
        push_in(&mut query, sellers);
        query.push(") or h.receiver_id in (");
        push_in(&mut query, sellers);
        query.push("))").build_query_scalar().fetch_one(p).await?
    });
    Ok(found > 0)
}

/// Units that handoffs passed on for good: unit, receiver, first day. In order of days.
pub async fn passes_within(tx: &mut Tx, units: &[i64]) -> Result<Vec<(i64, i64, NaiveDate)>> {
    let select = "select unit_id, receiver_id, transfer_date from handoff where state in ('transferred', 'settled') and receiver_id is not null \
                  and transfer_date is not null and unit_id";
    crate::imports::links::by_ids(tx, select, units, "order by unit_id, transfer_date, id").await
}

/// Takes the id of a new handoff.
pub async fn take_id(tx: &mut Tx) -> Result<i64> {
    tx.take_ids("handoff", 1).await
}

/// Keeps a new handoff.
///
/// # Errors
/// Where one of the unit is under way.
pub async fn insert(tx: &mut Tx, row: &HandoffRow) -> Result<()> {
    let sql = "insert into handoff (id, unit_id, giver_id, receiver_id, state, is_open, transfer_date, version, document, proposed_us) \
               values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) on conflict do nothing";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(row.unit_id).bind(row.giver_id).bind(row.receiver_id);
        let query = query.bind(&row.state).bind(row.is_open).bind(row.transfer_date).bind(row.version);
        query.bind(&row.document).bind(row.proposed_us).execute(&mut **c).await?.rows_affected()
    });
    let twice = || {
        Error::Said(Words::fixed(
            "A handoff of this unit is under way already: go on with that one.",
            "此業務單位已有進行中的交接：請繼續該交接。",
        ))
    };
    (kept == 1).then_some(()).ok_or_else(twice)
}

/// Saves the next version of a handoff, made from the one before it.
///
/// # Errors
/// Where somebody else has saved another one meanwhile.
pub async fn save(tx: &mut Tx, row: &HandoffRow) -> Result<()> {
    let sql = "update handoff set receiver_id = $3, state = $4, is_open = $5, transfer_date = $6, version = $7, document = $8 \
               where id = $1 and version = $2";
    let saved = within!(tx, |c| {
        let query =
            sqlx::query(sql).bind(row.id).bind(row.version - 1).bind(row.receiver_id).bind(&row.state);
        let query = query.bind(row.is_open).bind(row.transfer_date).bind(row.version).bind(&row.document);
        query.execute(&mut **c).await?.rows_affected()
    });
    (saved == 1).then_some(()).ok_or_else(|| stale("handoff", "此交接"))
}

fn stale(what: &str, zh: &str) -> Error {
    Error::Said(Words::new(
        format!("The {what} was changed meanwhile: look at it again."),
        format!("{zh}已被他人更新：請重新查看。"),
    ))
}

/// The steps of handoffs, in their order.
pub async fn steps(db: &Db, handoff: i64) -> Result<Vec<StepRow>> {
    let sql = "select handoff_id, seq, step, person_id, due_date, is_over, version, document from handoff_step where handoff_id = $1 order by seq";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(handoff).fetch_all(p).await?))
}

/// Steps of a person that are not over, the first due first.
pub async fn steps_of(db: &Db, person: i64) -> Result<Vec<StepRow>> {
    let sql = "select s.handoff_id, s.seq, s.step, s.person_id, s.due_date, s.is_over, s.version, s.document from handoff_step s \
               join handoff h on h.id = s.handoff_id where s.person_id = $1 and s.is_over = $2 and h.is_open = $3 \
               order by s.due_date is null, s.due_date, s.handoff_id, s.seq limit 500";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(person).bind(false).bind(true).fetch_all(p).await?))
}

/// Steps of handoffs under way that were to be done before a day, the oldest first: of the people behind these sellers, or of everybody.
pub async fn late_steps(db: &Db, sellers: Option<&[i64]>, day: NaiveDate) -> Result<Vec<StepRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(
            "select s.handoff_id, s.seq, s.step, s.person_id, s.due_date, s.is_over, s.version, s.document from handoff_step s \
             join handoff h on h.id = s.handoff_id left join app_user u on u.id = s.person_id where s.is_over = ",
        );
        query.push_bind(false).push(" and h.is_open = ").push_bind(true);
        query.push(" and s.due_date < ").push_bind(day);
        if let Some(sellers) = sellers {
            query.push(" and u.seller_id in (");
            push_in(&mut query, sellers);
            query.push(")");
        }
        query.push(" order by s.due_date, s.handoff_id, s.seq limit 500");
        query.build_query_as().fetch_all(p).await?
    }))
}

/// How far the steps of a handoff are: the handoff, all of them, those that are over, those that are late on a day, the next day.
pub type Tally = (i64, i64, i64, i64, Option<NaiveDate>);

/// How far the steps of these handoffs are; none where there are no steps yet.
pub async fn tallies(db: &Db, handoffs: &[i64], day: NaiveDate) -> Result<Vec<Tally>> {
    if handoffs.is_empty() {
        return Ok(Vec::new());
    }
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new("select handoff_id, count(*), sum(case when is_over = ");
        query.push_bind(true).push(" then 1 else 0 end), sum(case when is_over = ").push_bind(false);
        query.push(" and due_date < ").push_bind(day);
        query.push(" then 1 else 0 end), min(case when is_over = ").push_bind(false);
        query.push(" then due_date end) from handoff_step where handoff_id in (");
        push_in(&mut query, handoffs);
        query.push(") group by handoff_id");
        query.build_query_as().fetch_all(p).await?
    }))
}

/// Puts the steps of a plan in place of those before.
pub async fn replace_steps(tx: &mut Tx, handoff: i64, rows: &[StepRow]) -> Result<()> {
    let gone = "delete from handoff_step where handoff_id = $1";
    within!(tx, |c| sqlx::query(gone).bind(handoff).execute(&mut **c).await?.rows_affected());
    let sql = "insert into handoff_step (handoff_id, seq, step, person_id, due_date, is_over, version, document) values ($1,$2,$3,$4,$5,$6,$7,$8)";
    for row in rows {
        within!(tx, |c| {
            let query =
                sqlx::query(sql).bind(row.handoff_id).bind(row.seq).bind(&row.step).bind(row.person_id);
            let query = query.bind(row.due_date).bind(row.is_over).bind(row.version).bind(&row.document);
            query.execute(&mut **c).await?;
        });
    }
    Ok(())
}

/// Saves the next version of a step.
///
/// # Errors
/// Where somebody else has saved another one meanwhile.
pub async fn save_step(tx: &mut Tx, row: &StepRow) -> Result<()> {
    let sql = "update handoff_step set person_id = $4, due_date = $5, is_over = $6, version = $7, document = $8 \
               where handoff_id = $1 and step = $2 and version = $3";
    let saved = within!(tx, |c| {
        let query =
            sqlx::query(sql).bind(row.handoff_id).bind(&row.step).bind(row.version - 1).bind(row.person_id);
        let query = query.bind(row.due_date).bind(row.is_over).bind(row.version).bind(&row.document);
        query.execute(&mut **c).await?.rows_affected()
    });
    (saved == 1).then_some(()).ok_or_else(|| stale("step", "此步驟"))
}

/// A brief with its version.
pub async fn brief(db: &Db, handoff: i64) -> Result<Option<String>> {
    let sql = "select document from brief where handoff_id = $1";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(handoff).fetch_optional(p).await?))
}

/// Keeps the next version of a brief; the first is 1.
///
/// # Errors
/// Where somebody else has saved another one meanwhile.
pub async fn save_brief(tx: &mut Tx, handoff: i64, version: i64, document: &str) -> Result<()> {
    let sql = "insert into brief (handoff_id, version, document) values ($1,$2,$3) \
               on conflict (handoff_id) do update set version = excluded.version, document = excluded.document where brief.version = excluded.version - 1";
    let saved = within!(tx, |c| {
        sqlx::query(sql).bind(handoff).bind(version).bind(document).execute(&mut **c).await?.rows_affected()
    });
    (saved == 1).then_some(()).ok_or_else(|| stale("brief", "此簡報"))
}

/// What gates look at, in the order in which it was said.
pub async fn evidence(db: &Db, handoff: i64) -> Result<Vec<EvidenceRow>> {
    let sql = "select key, document, by_name, at_us from handoff_evidence where handoff_id = $1 order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(handoff).fetch_all(p).await?))
}

/// Appends something that gates look at.
pub async fn add_evidence(tx: &mut Tx, handoff: i64, row: &EvidenceRow) -> Result<()> {
    let id = tx.take_ids("handoff_evidence", 1).await?;
    let sql = "insert into handoff_evidence (id, handoff_id, key, document, by_name, at_us) values ($1,$2,$3,$4,$5,$6)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(handoff).bind(&row.key).bind(&row.document);
        query.bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(())
}

/// One record of a unit: its kind, id, owner, and whether something is still to be done with it.
pub type RecordRow = (String, i64, Option<i64>, bool);

/// Every kind of record that a handoff does something with, as one query.
#[doc(hidden)]
pub const RECORDS: &str = "select 'opportunity', id, owner_id, status = 'open' from opportunity where unit_id = $1 \
     union all select 'commitment', id, owner_id, is_open from commitment where unit_id = $1 \
     union all select 'subscription', id, null, false from subscription where unit_id = $1 \
     union all select 'activity', id, seller_id, false from activity where unit_id = $1 \
     union all select 'note', id, author_id, false from note where unit_id = $1 \
     union all select 'contact', id, null, false from contact where unit_id = $1 \
     union all select 'document', id, null, false from attachment where unit_id = $1 \
     union all select 'ownership', id, seller_id, false from ownership where unit_id = $1";

/// Every record of a unit; those of its customer that name no unit are everybody's and stay where they are.
pub async fn records(db: &Db, unit: i64) -> Result<Vec<RecordRow>> {
    Ok(both!(db, |p| sqlx::query_as(RECORDS).bind(unit).fetch_all(p).await?))
}

/// The same as a transaction sees it.
pub async fn records_within(tx: &mut Tx, unit: i64) -> Result<Vec<RecordRow>> {
    Ok(within!(tx, |c| sqlx::query_as(RECORDS).bind(unit).fetch_all(&mut **c).await?))
}
