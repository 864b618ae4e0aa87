//! The demo company's question: three scenarios from its own record, held against each other, and a search for the best mix of roles.
use super::incentives::at_noon;
use super::people::Cast;
use crate::designs::{self, Kind, NewScenario, NewStudy};
use crate::{Actor, App, Error, Result};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use tandem_engines::simulate::{Scenario, parse};

/// Seeds of the demo's studies: enough to see how an answer looks, few enough that nobody waits.
const SEEDS: usize = 8;
/// Seats of the search at most; the number of mixes grows with their third power. A larger company searches for one region of that size.
const REGION: usize = 6;
/// What the demo looks ahead: two years.
const WEEKS: i64 = 104;
/// New business that determined coaching and incentives protect.
const COACHED: f64 = 0.5;

/// Makes all of it.
pub async fn make(app: &App, cast: &Cast, as_of: NaiveDate) -> Result<()> {
    let app = &App { clock: at_noon(app.clock, as_of), ..app.clone() };
    let by = &cast.manager;
    let found = designs::calibration(app, by).await?;
    let scenario = parse(&found.document)
        .map_err(|_| Error::Conflict("the record of the demo company makes no scenario".to_owned()))?;
    let (mut changed, seats) = (scenario.changed(), scenario.team.iter().sum::<usize>().max(2));
    changed.insert("T".to_owned(), json!(WEEKS));
    let one_role = json!([seats, 0, 0, 0]);
    let one = keep(app, by, "One role as today", &changed, [("team", one_role.clone())]).await?;
    let split = [("team", json!(split(seats))), ("m_wk", json!([13, 13, 13]))];
    let two = keep(app, by, "Two roles, handoff after a quarter", &changed, split).await?;
    let remedies = [("team", one_role), ("psi", json!(COACHED))];
    let coached = keep(app, by, "One role with coaching and incentives", &changed, remedies).await?;
    let study = |kind: Kind, scenarios: Vec<i64>, drivers: bool| NewStudy {
        kind,
        scenarios,
        seeds: Some(SEEDS),
        seats_max: (kind == Kind::Search).then_some(REGION),
        drivers,
    };
    let is_small = seats <= REGION;
    designs::start(app, by, study(Kind::Comparison, vec![one, two, coached], is_small)).await?;
    let searched = if is_small { two } else { region(app, by, &changed, &scenario, seats).await? };
    designs::start(app, by, study(Kind::Search, vec![searched], !is_small)).await?;
    designs::work_off(app).await
}

/// A part of the company with its share of accounts and customers, drawn from averages.
async fn region(
    app: &App,
    by: &Actor,
    changed: &Map<String, Value>,
    scenario: &Scenario,
    seats: usize,
) -> Result<i64> {
    let share = |counts: [usize; 3]| json!(counts.map(|count| (count * REGION).div_ceil(seats)));
    let part = [
        ("team", json!(split(REGION))),
        ("N0", json!(REGION)),
        ("m_wk", json!([13, 13, 13])),
        ("n_acc", share(scenario.accounts)),
        ("n_cust0", share(scenario.customers_at_start)),
    ];
    let all = with(changed, part);
    let new = NewScenario { name: "A region of six".to_owned(), document: all, from_book: false };
    designs::create(app, by, new).await
}

/// Half hunt, a third keeps customers, the rest does so from inside.
fn split(seats: usize) -> [usize; 4] {
    let hunters = seats.div_ceil(2).min(seats - 1);
    let inside = seats / 6;
    [0, hunters, seats - hunters - inside, inside]
}

async fn keep<const N: usize>(
    app: &App,
    by: &Actor,
    name: &str,
    changed: &Map<String, Value>,
    other: [(&str, Value); N],
) -> Result<i64> {
    let document = with(changed, other);
    designs::create(app, by, NewScenario { name: name.to_owned(), document, from_book: true }).await
}

/// Parameters with some set otherwise, one a line.
fn with<const N: usize>(changed: &Map<String, Value>, other: [(&str, Value); N]) -> String {
    let mut all = changed.clone();
    all.extend(other.map(|(key, value)| (key.to_owned(), value)));
    all.iter().map(|(key, value)| format!("{key}: {value}\n")).collect()
}
