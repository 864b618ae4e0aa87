//! The demo company's rules of engagement: in each team a few sellers keep customers since the split a year ago, a guideline says which customers
//! pass to them, and what only people know of the units is stated.
use crate::events::Event;
use crate::rules::{self, Answer, NewException};
use crate::{Actor, App, Result};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem_core::sellers::SellerRole;
use tandem_store::book::{self, Whose};
use tandem_store::rules::{self as store, StatedRow};
use tandem_store::sellers::{self, SellerRow};

/// The guideline that the company adopted.
const GUIDELINE: &str = include_str!("guideline.yaml");
/// Days since the guideline is in force.
const SPLIT_DAYS: u64 = 60;
/// One of so many sellers of a team became one.
const ONE_OF: usize = 4;
/// Days for which what is stated has held.
const STATED_DAYS: u64 = 45;
/// Days since somebody began to state facts; then all was well.
const BEGUN_DAYS: u64 = 800;

/// Makes account managers, adopts the guideline, states what people know, and decides about two units.
pub async fn make(app: &App, actor: &Actor, as_of: NaiveDate) -> Result<()> {
    appoint(app, actor, as_of).await?;
    let text = GUIDELINE.replace("2026-01-01", &(as_of - Days::new(SPLIT_DAYS)).to_string());
    rules::adopt(app, actor, text).await?;
    let units = book::units(&app.db, Whose::All).await?;
    let units: Vec<i64> = units.into_iter().map(|unit| unit.0).collect();
    state(app, actor, &units, as_of).await?;
    decide(app, actor, as_of).await
}

/// Since the split, or since the guideline where somebody came later.
async fn appoint(app: &App, actor: &Actor, as_of: NaiveDate) -> Result<()> {
    let (split, from) = (super::split::day(as_of), as_of - Days::new(SPLIT_DAYS));
    let mut teams: BTreeMap<Option<String>, Vec<(i64, NaiveDate)>> = BTreeMap::new();
    let there = sellers::as_of(&app.db, from).await?.into_iter();
    let stays = |seller: &SellerRow| seller.kind == "person" && seller.end_date.is_none();
    for seller in there.filter(|s| stays(s) && s.role.as_deref() == Some("generalist")) {
        let since = if seller.start_date.is_none_or(|day| day < split) { split } else { from };
        teams.entry(seller.team).or_default().push((seller.id, since));
    }
    let mut chosen: Vec<(i64, NaiveDate)> =
        teams.values().flat_map(|team| team.iter().skip(1).step_by(ONE_OF).copied()).collect();
    if chosen.is_empty() {
        // A company too small for two roles in a team has one account manager for all.
        chosen.extend(teams.values().flatten().last());
    }
    let inside = inside(&teams);
    let event =
        Event::new(app, actor, "sellers.appointed", "seller", json!({"sellers": chosen, "from": split}));
    let appointed = app.db.write(move |tx| {
        Box::pin(async move {
            for (seller, since) in chosen {
                let is_inside = inside == Some(seller);
                let role =
                    if is_inside { SellerRole::InsideAccountManager } else { SellerRole::AccountManager };
                sellers::appoint(tx, seller, role, since).await?;
            }
            event.append(tx, None).await
        })
    });
    Ok(appointed.await?)
}

/// Who serves customers by video and text chat: the last of the last team that has another account manager.
fn inside(teams: &BTreeMap<Option<String>, Vec<(i64, NaiveDate)>>) -> Option<i64> {
    let keepers = |team: &Vec<(i64, NaiveDate)>| {
        team.iter().skip(1).step_by(ONE_OF).map(|(seller, _)| *seller).collect::<Vec<i64>>()
    };
    teams.values().rev().map(keepers).find(|keepers| keepers.len() > 1)?.pop()
}

/// Units in a fixed pattern: most are well, some are not, and of every fortieth nobody has said anything.
async fn state(app: &App, actor: &Actor, units: &[i64], as_of: NaiveDate) -> Result<()> {
    let (begun, since) = (as_of - Days::new(BEGUN_DAYS), as_of - Days::new(STATED_DAYS));
    let mut rows = Vec::new();
    for (at, unit) in units.iter().enumerate().filter(|(at, _)| at % 40 != 39) {
        let health = ["green", "green", "amber", "green", "green", "green", "red"][at % 7];
        let escalations = i64::from(health == "red" && at % 2 == 0);
        let well = stated("green", 0, 0, true).map(|fact| (fact, begun));
        let now = stated(health, escalations, i64::from(at % 23 == 5), at % 9 != 4);
        rows.extend(well.into_iter().chain(now.map(|fact| (fact, since))).map(
            |((fact, value), since_date)| StatedRow {
                unit_id: *unit,
                fact: fact.to_owned(),
                value: Some(value.to_string()),
                since_date,
                by_name: actor.name.clone(),
                at_us: app.clock.now_us(),
            },
        ));
    }
    let event = Event::new(app, actor, "fact.stated", "unit", json!({"units": units.len()}));
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::state(tx, &rows).await?;
            event.append(tx, None).await
        })
    });
    Ok(written.await?)
}

fn stated(health: &str, escalations: i64, unpaid: i64, implemented: bool) -> [(&'static str, Value); 4] {
    [
        ("health", json!(health)),
        ("open_escalations", json!(escalations)),
        ("unpaid_invoices", json!(unpaid)),
        ("implementation_done", json!(implemented)),
    ]
}

/// Answers the largest gray case and keeps the largest unit that would pass on.
async fn decide(app: &App, actor: &Actor, as_of: NaiveDate) -> Result<()> {
    let until = as_of + Days::new(90);
    let cases = rules::gray_cases(app, actor).await?;
    if let Some(case) = cases.items.iter().find(|case| case.missing.is_empty()) {
        let new = NewException {
            answer: Answer::HandOff,
            question: Some(case.rule.clone()),
            reason: "They ask for somebody who is there every week.".to_owned(),
            until,
        };
        rules::except(app, actor, case.unit.id.parse().unwrap_or_default(), new).await?;
    }
    let told = rules::try_out(app, actor, GUIDELINE, None).await?;
    if let Some(moved) = told.moves.iter().find(|moved| moved.rule.is_some()) {
        let new = NewException {
            answer: Answer::Keep,
            question: None,
            reason: "The merger is not through; nobody changes before spring.".to_owned(),
            until,
        };
        rules::except(app, actor, moved.unit.id.parse().unwrap_or_default(), new).await?;
    }
    Ok(())
}
