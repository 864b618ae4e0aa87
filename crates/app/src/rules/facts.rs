//! Facts that only people can state: health, escalations, invoices and how far a handoff has come. What is stated is appended, never changed.
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result, customers};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tandem_core::rules::book::stated;
use tandem_core::rules::{FactId, Facts, lines};
use tandem_store::book;
use tandem_store::rules::{self as store, StatedRow};

/// One fact that conditions may ask for.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Fact)]
pub struct FactView {
    /// Its name in conditions.
    pub name: &'static str,
    /// number, whole, text, truth or texts.
    #[schema(value_type = String)]
    pub kind: tandem_core::rules::facts::Kind,
    /// What it says, with unit and range.
    pub meaning: &'static str,
    /// The values it can have, where the list is closed.
    pub values: &'static [&'static str],
    /// Whether people state it; the others come from the record.
    pub stated: bool,
}

/// Every fact, in the order of the catalogue.
pub fn catalogue() -> Vec<FactView> {
    let view = |fact: FactId| {
        let known = fact.fact();
        let stated = stated::is_stated(fact);
        FactView { name: known.name, kind: known.kind, meaning: known.meaning, values: known.values, stated }
    };
    FactId::all().map(view).collect()
}

/// What somebody states.
#[derive(Clone, Debug)]
pub struct NewFact {
    /// Which fact.
    pub fact: String,
    /// Its value; null takes back what was stated before.
    pub value: Json,
    /// From when on; absent: from today on.
    pub since: Option<NaiveDate>,
}

/// States a fact of one unit.
pub async fn state(app: &App, actor: &Actor, unit: i64, new: NewFact) -> Result<()> {
    actor.require(Permission::StateFacts)?;
    customers::customer_of(app, actor, unit).await?;
    let since = day(app, new.since)?;
    let row = row(app, actor, unit, &new.fact, new.value, since)?;
    append(app, actor, vec![row]).await
}

/// States facts of many units, one a line as in `tandem rules try`; nothing is kept unless every line fits. Returns how many were stated.
pub async fn state_lines(app: &App, actor: &Actor, text: &str, since: Option<NaiveDate>) -> Result<usize> {
    actor.require(Permission::Configure)?;
    let since = day(app, since)?;
    let named = names(app).await?;
    let (mut rows, mut wrong, mut strange) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (at, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match of_line(app, actor, &named, line, since, &mut strange) {
            Ok(more) => rows.extend(more),
            Err(reason) => wrong.push(format!("line {at}: {reason}")),
        }
    }
    wrong.extend(strange.iter().map(|name| lines::stranger(name)));
    if !wrong.is_empty() {
        let more = wrong.len().saturating_sub(WRONG_MAX);
        wrong.truncate(WRONG_MAX);
        let rest = if more > 0 { format!("\nand {more} more") } else { String::new() };
        return Err(Error::Invalid(format!("nothing was stated:\n{}{rest}", wrong.join("\n"))));
    }
    let count = rows.len();
    append(app, actor, rows).await?;
    Ok(count)
}

/// Most lines that are named where facts do not fit.
const WRONG_MAX: usize = 20;

/// Units by what sources call them; none where two are called the same.
async fn names(app: &App) -> Result<HashMap<String, Option<i64>>> {
    let mut named = HashMap::new();
    for (name, unit) in book::units_named(&app.db).await? {
        named.entry(name).and_modify(|known| *known = None).or_insert(Some(unit));
    }
    Ok(named)
}

fn of_line(
    app: &App,
    actor: &Actor,
    named: &HashMap<String, Option<i64>>,
    line: &str,
    since: NaiveDate,
    strange: &mut BTreeSet<String>,
) -> std::result::Result<Vec<StatedRow>, String> {
    let line = lines::line(line, strange)?;
    let unit = match named.get(&line.unit) {
        Some(Some(unit)) => *unit,
        Some(None) => {
            return Err(format!("several sources have a unit `{}`: state it on its page", line.unit));
        }
        None => {
            return Err(format!("there is no unit `{}`: give its id in the source it came from", line.unit));
        }
    };
    let known = FactId::all().filter_map(|fact| Some((fact.fact().name, line.facts.get(fact)?)));
    known
        .map(|(name, value)| {
            row(app, actor, unit, name, json!(value), since).map_err(|error| error.to_string())
        })
        .collect()
}

fn day(app: &App, since: Option<NaiveDate>) -> Result<NaiveDate> {
    let today = app.clock.today();
    match since {
        Some(since) if since > today => Err(Error::Invalid(format!(
            "{since} has not come yet: what is stated holds from today or a day before on"
        ))),
        other => Ok(other.unwrap_or(today)),
    }
}

fn row(app: &App, actor: &Actor, unit: i64, name: &str, value: Json, since: NaiveDate) -> Result<StatedRow> {
    let fact = FactId::named(name).ok_or_else(|| Error::Invalid(lines::stranger(name)))?;
    if !stated::is_stated(fact) {
        let those: Vec<&str> = stated::all().map(|fact| fact.fact().name).collect();
        return Err(Error::Invalid(format!(
            "`{name}` comes from the record and is not stated: people state {}",
            those.join(", ")
        )));
    }
    let value = lines::value(name, value).map_err(Error::Invalid)?;
    Facts::default().set(fact, value.clone()).map_err(|unfit| Error::Invalid(unfit.to_string()))?;
    Ok(StatedRow {
        unit_id: unit,
        fact: name.to_owned(),
        value: value.map(|value| json!(value).to_string()),
        since_date: since,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    })
}

async fn append(app: &App, actor: &Actor, rows: Vec<StatedRow>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(row.fact.clone()).or_default() += 1);
    let unit = Some(rows[0].unit_id).filter(|_| rows.len() == 1);
    let event = Event::new(app, actor, "fact.stated", "unit", json!(counts));
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::state(tx, &rows).await?;
            event.append(tx, unit).await
        })
    });
    Ok(written.await?)
}
