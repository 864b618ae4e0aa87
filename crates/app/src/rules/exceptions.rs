//! What people decide about a unit: against the rules, or where the rules ask. Each has a reason, an author and a last day.
use crate::events::Event;
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result, customers, visibility};
use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::Serialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tandem_core::rules::effects::Exception;
use tandem_core::rules::{Answer, Book};
use tandem_store::book::{self, Whose};
use tandem_store::customers::Visible;
use tandem_store::rules::{self as store, ExceptionRow};

/// What a person decided about a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = Exception)]
pub struct ExceptionView {
    /// The id.
    pub id: String,
    /// The unit.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// hand_off or keep.
    pub answer: String,
    /// The rule whose question it answers; absent: it stands against the rules.
    pub question: Option<String>,
    /// Why.
    pub reason: String,
    /// First day.
    pub from: NaiveDate,
    /// First day no longer.
    pub until: NaiveDate,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// standing, over or withdrawn.
    pub state: &'static str,
    /// Who withdrew it.
    pub withdrawn_by: Option<String>,
}

/// All that stand, and those that stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Exceptions {
    /// The latest first.
    pub items: Vec<ExceptionView>,
}

/// What to decide.
#[derive(Clone, Debug)]
pub struct NewException {
    /// hand_off or keep.
    pub answer: Answer,
    /// The rule whose question it answers.
    pub question: Option<String>,
    /// Why.
    pub reason: String,
    /// First day no longer.
    pub until: NaiveDate,
}

/// Exceptions of the units that the actor sees, the latest first.
pub async fn exceptions(app: &App, actor: &Actor) -> Result<Exceptions> {
    let rows = store::exceptions(&app.db, Whose::All).await?;
    let rows = seen(app, actor, rows).await?;
    Ok(Exceptions { items: views(app, rows).await? })
}

async fn seen(app: &App, actor: &Actor, rows: Vec<ExceptionRow>) -> Result<Vec<ExceptionRow>> {
    let Visible::Books(sellers) = visibility::customers(app, actor).await? else { return Ok(rows) };
    let units = book::units_of(&app.db, &sellers, app.clock.today()).await?;
    let units: BTreeSet<i64> = units.into_iter().collect();
    Ok(rows.into_iter().filter(|row| units.contains(&row.unit_id)).collect())
}

/// The same of one customer's units.
pub async fn of_customer(app: &App, customer: i64) -> Result<Vec<ExceptionView>> {
    views(app, store::exceptions(&app.db, Whose::Customer(customer)).await?).await
}

async fn views(app: &App, mut rows: Vec<ExceptionRow>) -> Result<Vec<ExceptionView>> {
    rows.reverse();
    let units: Vec<i64> = rows.iter().map(|row| row.unit_id).collect();
    let names = names(app, &units).await?;
    let today = app.clock.today();
    Ok(rows.into_iter().filter_map(|row| view(row, &names, today)).collect())
}

/// Units with their customers.
pub type Names = HashMap<i64, (Named, Named)>;

/// What units and their customers are called.
pub async fn names(app: &App, units: &[i64]) -> Result<Names> {
    let named = |id: i64, name: String| Named { id: id.to_string(), name };
    let mut names = Names::new();
    // A statement takes so many parameters only.
    for part in units.chunks(1_000) {
        let rows = book::names(&app.db, part).await?.into_iter();
        names.extend(rows.map(|(unit, name, id, customer)| (unit, (named(unit, name), named(id, customer)))));
    }
    Ok(names)
}

fn view(row: ExceptionRow, names: &Names, today: NaiveDate) -> Option<ExceptionView> {
    let (unit, customer) = names.get(&row.unit_id)?.clone();
    let state = match () {
        () if row.withdrawn_us.is_some() => "withdrawn",
        () if row.end_date <= today => "over",
        () => "standing",
    };
    Some(ExceptionView {
        id: row.id.to_string(),
        unit,
        customer,
        answer: row.answer,
        question: row.question,
        reason: row.reason,
        from: row.start_date,
        until: row.end_date,
        by: row.by_name,
        at: DateTime::from_timestamp_micros(row.at_us).unwrap_or_default(),
        state,
        withdrawn_by: row.withdrawn_by,
    })
}

/// What counts, by the unit's place in a book.
pub async fn counting(app: &App, book: &Book, whose: Whose) -> Result<BTreeMap<usize, Vec<Exception>>> {
    let places: HashMap<i64, usize> = (0..).zip(&book.units).map(|(at, unit)| (unit.id, at)).collect();
    let mut counting: BTreeMap<usize, Vec<Exception>> = BTreeMap::new();
    for row in store::exceptions(&app.db, whose).await?.iter().filter(|row| row.withdrawn_us.is_none()) {
        let (Some(place), Ok(answer)) = (places.get(&row.unit_id), row.answer.parse()) else { continue };
        counting.entry(*place).or_default().push(Exception {
            answer,
            start: row.start_date,
            end: row.end_date,
            answers_only: row.question.is_some(),
        });
    }
    Ok(counting)
}

/// Longest that a decision against the rules stands: then it is looked at again.
const MONTHS_MAX: u32 = 24;
/// Longest reason, in letters.
const REASON_LETTERS_MAX: usize = 1_000;

/// Decides about a unit; returns the id.
pub async fn except(app: &App, actor: &Actor, unit: i64, new: NewException) -> Result<i64> {
    actor.require(Permission::DecideUnits)?;
    customers::customer_of(app, actor, unit).await?;
    let today = app.clock.today();
    refuse_unfit(&new, today)?;
    let row = ExceptionRow {
        id: 0,
        unit_id: unit,
        answer: new.answer.text().to_owned(),
        question: new.question,
        reason: new.reason.trim().to_owned(),
        start_date: today,
        end_date: new.until,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
        withdrawn_us: None,
        withdrawn_by: None,
    };
    let data = json!({
        "answer": row.answer, "question": row.question, "reason": row.reason, "until": row.end_date,
    });
    let event = Event::new(app, actor, "exception.made", "unit", data);
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::except(tx, &row).await?;
            event.append(tx, unit).await?;
            Ok(id)
        })
    });
    Ok(kept.await?)
}

fn refuse_unfit(new: &NewException, today: NaiveDate) -> Result<()> {
    let invalid = |reason: String| Err(Error::Invalid(reason));
    let letters = new.reason.trim().chars().count();
    let last = today.checked_add_months(Months::new(MONTHS_MAX)).unwrap_or(NaiveDate::MAX);
    match () {
        () if new.answer == Answer::Ask => invalid(
            "an answer is `hand_off` or `keep`: to leave the question open, decide nothing".to_owned(),
        ),
        () if letters == 0 => invalid("say why: whoever reads it later needs the reason".to_owned()),
        () if letters > REASON_LETTERS_MAX => {
            invalid(format!("the reason has {letters} letters: {REASON_LETTERS_MAX} are enough"))
        }
        () if new.until <= today || new.until > last => invalid(format!(
            "it stands until a day after {today} and not after {last}: then it is looked at again"
        )),
        () => Ok(()),
    }
}

/// Withdraws a decision.
pub async fn withdraw_exception(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::DecideUnits)?;
    let missing = || Error::NotFound("exception");
    let row = store::exception(&app.db, id).await?.ok_or_else(missing)?;
    customers::customer_of(app, actor, row.unit_id).await.map_err(|_| missing())?;
    let (by, now) = (actor.name.clone(), app.clock.now_us());
    let event = Event::new(app, actor, "exception.withdrawn", "unit", json!({"exception": id}));
    let withdrawn = app.db.write(move |tx| {
        Box::pin(async move {
            let withdrawn = store::withdraw_exception(tx, id, &by, now).await?;
            if withdrawn {
                event.append(tx, row.unit_id).await?;
            }
            Ok(withdrawn)
        })
    });
    // Done twice is done.
    withdrawn.await?;
    Ok(())
}
