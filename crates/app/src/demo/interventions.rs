//! What the demo company tried before it split its roles: a bonus that did harm, protected mornings that worked, and a training that is still going
//! on. Who began was drawn by lot; what people did otherwise is in the record as hours that they logged, and all else is counted from it.
use crate::imports::{self, Request};
use crate::interventions::{self, Lots, Step, measured};
use crate::{Actor, App, Clock, Error, Result};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tandem_core::imports::records::SellerRecord;
use tandem_core::interventions::{Aim, Kind, Outcome};
use tandem_core::subscriptions::Month;
use tandem_store::sellers::{self, SellerRow};

/// Fewer people than this are not worth a lot.
const PEOPLE_MIN: usize = 6;
/// What people logged on each working day while it lasted, in minutes.
const MINUTES: u32 = 240;
const WORKING_DAYS: u64 = 5;

/// What people did otherwise: how they log it.
#[derive(Clone, Copy)]
struct Did {
    letter: char,
    kind: &'static str,
    category: &'static str,
    subject: &'static str,
}

const VISITS: Did =
    Did { letter: 'V', kind: "meeting", category: "service", subject: "Visit for the satisfaction bonus" };
const HUNTING: Did =
    Did { letter: 'M', kind: "call", category: "new_business", subject: "Protected morning: new customers" };

/// One of them, in months before the company's last day.
struct Told {
    name: &'static str,
    kind: Kind,
    aim: Aim,
    outcome: Outcome,
    expected: f64,
    because: &'static str,
    /// Months before.
    begun: i32,
    months: u32,
    /// Months before that are compared with.
    baseline: u32,
    seed: u64,
    did: Option<Did>,
}

const BONUS: Told = Told {
    name: "Bonus for satisfied customers",
    kind: Kind::Incentive,
    aim: Aim::HuntingShare,
    outcome: Outcome::HuntingShare,
    expected: 0.05,
    because: "Satisfied customers shall call less, so that time is left for new business.",
    begun: 31,
    months: 5,
    baseline: 4,
    seed: 11,
    did: Some(VISITS),
};
const MORNINGS: Told = Told {
    name: "Protected mornings",
    kind: Kind::Management,
    aim: Aim::CrowdOut,
    outcome: Outcome::HuntingShare,
    expected: 0.12,
    because: "Customer work takes the mornings that were meant for new business: they are kept free.",
    begun: 22,
    months: 5,
    baseline: 4,
    seed: 5,
    did: Some(HUNTING),
};
const TRAINING: Told = Told {
    name: "Training: the first conversation",
    kind: Kind::Training,
    aim: Aim::AcquisitionTrend,
    outcome: Outcome::Opportunities,
    expected: 0.5,
    because: "Those who hunt shall turn more first conversations into opportunities.",
    begun: 2,
    months: 5,
    baseline: 12,
    seed: 3,
    did: None,
};

/// Makes all three; a company with few sellers has none.
pub async fn make(app: &App, actor: &Actor, records: &[SellerRecord], as_of: NaiveDate) -> Result<()> {
    let mut drawn = Vec::new();
    for told in [&BONUS, &MORNINGS, &TRAINING] {
        drawn.push((told, draw(app, actor, told, as_of).await?));
    }
    let mut logged = HEADERS.to_owned();
    for (told, id) in &drawn {
        if let (Some(id), Some(did)) = (id, told.did) {
            let people = taking_part(app, actor, *id, records).await?;
            log(&mut logged, told, did, &people, as_of);
        }
    }
    if logged.len() > HEADERS.len() {
        bring_in(app, actor, logged).await?;
    }
    let months = measured(app).await?;
    for (told, id) in drawn {
        let Some(id) = id else { continue };
        let start = first(told, as_of);
        let begun = at(app, start);
        let locked = interventions::act_on(&begun, actor, (id, 1), Step::Start, Some(months.clone())).await;
        // Whoever is known too little of cannot be judged later.
        if let Err(Error::Conflict(_)) = locked {
            continue;
        }
        locked?;
        let end = Month::of(start).plus(i32::try_from(told.months).unwrap_or(0)).last_day();
        if end < as_of {
            let over = at(app, end + Days::new(12));
            interventions::act_on(&over, actor, (id, 2), Step::Judge, Some(months.clone())).await?;
            match interventions::act_on(&over, actor, (id, 3), Step::OpenSplitting, None).await {
                Ok(()) | Err(Error::Conflict(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

fn first(told: &Told, as_of: NaiveDate) -> NaiveDate {
    Month::of(as_of).plus(-told.begun).first_day()
}

fn at(app: &App, day: NaiveDate) -> App {
    let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc();
    App { clock: Clock::Fixed(noon), ..app.clone() }
}

/// Draws lots a week before it begins, among those who stay until it is over.
async fn draw(app: &App, actor: &Actor, told: &Told, as_of: NaiveDate) -> Result<Option<i64>> {
    let start = first(told, as_of);
    let (known, end) = (start - Days::new(120), start + Days::new(31 * u64::from(told.months + 2)));
    let there = |row: &&SellerRow| {
        row.kind == "person"
            && row.role.as_deref() == Some("generalist")
            && row.start_date.is_none_or(|day| day <= known)
            && row.end_date.is_none_or(|day| day > end)
    };
    let week_before = at(app, start - Days::new(7));
    let rows = sellers::as_of(&app.db, week_before.clock.today()).await?;
    let people: Vec<i64> = rows.iter().filter(there).map(|row| row.id).collect();
    if people.len() < PEOPLE_MIN {
        return Ok(None);
    }
    let lots = Lots {
        name: told.name.to_owned(),
        kind: told.kind,
        aim: told.aim,
        outcome: Some(told.outcome),
        expected: told.expected,
        start,
        months: told.months,
        settle_months: 1,
        baseline_months: told.baseline,
        because: Some(told.because.to_owned()),
        people: Some(people),
        steps: None,
        months_apart: 1,
        seed: Some(told.seed),
    };
    interventions::draw(&week_before, actor, lots).await.map(Some)
}

const HEADERS: &str = "activity_id,seller_id,customer_id,unit_id,opportunity_id,date,minutes,kind,category,urgency,initiated_by,subject\n";

/// Those who take part, as the company's files name them.
async fn taking_part(
    app: &App,
    actor: &Actor,
    id: i64,
    records: &[SellerRecord],
) -> Result<BTreeSet<String>> {
    let ids: BTreeMap<&str, &str> =
        records.iter().map(|record| (record.name.as_str(), record.external_id.as_str())).collect();
    let view = interventions::show(app, actor, id).await?;
    let known = |name: &str| ids.get(name).map(|id| (*id).to_owned());
    Ok(view.members.iter().filter_map(|member| known(&member.seller.name)).collect())
}

/// What they logged while it lasted; now and then a day is lost all the same.
fn log(text: &mut String, told: &Told, did: Did, people: &BTreeSet<String>, as_of: NaiveDate) {
    let Did { letter, kind, category, subject } = did;
    let start = first(told, as_of);
    let end = Month::of(start).plus(i32::try_from(told.months).unwrap_or(0)).last_day();
    let mut monday = start + Days::new(u64::from((7 - start.weekday().num_days_from_monday()) % 7));
    for week in 0_u64.. {
        if monday + Days::new(WORKING_DAYS) > end {
            break;
        }
        for (turn, person) in (0_u64..).zip(people) {
            for day in (0..WORKING_DAYS).filter(|day| (week + day + turn) % 9 != 0) {
                let minutes = u64::from(MINUTES) - 15 * ((turn + day) % 3);
                let on = monday + Days::new(day);
                _ = writeln!(
                    text,
                    "{letter}{week:03}-{person}-{day},{person},,,,{on},{minutes},{kind},{category},,seller,{subject}"
                );
            }
        }
        monday = monday + Days::new(7);
    }
}

/// Brings it in like any export.
async fn bring_in(app: &App, actor: &Actor, text: String) -> Result<()> {
    let folder = tempfile::tempdir().map_err(|error| Error::Invalid(error.to_string()))?;
    let path = folder.path().join("activities.csv");
    std::fs::write(&path, text).map_err(|error| Error::Invalid(error.to_string()))?;
    let request = Request { paths: vec![path], source: None, mapping: None };
    imports::run(app, actor, request).await.map(|_| ())
}
