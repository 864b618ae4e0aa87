//! The demo company's people: what everybody answers, wants and can do, who still learns what, and two proposals with alternatives.
use super::incentives::at_noon;
use super::people::Cast;
use crate::events::Event;
use crate::handoffs::people;
use crate::staffing::{self, NewProposal};
use crate::{Actor, App, Result, readiness};
use chrono::{Days, NaiveDate};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::competencies::{Competency, Source, of_role};
use tandem_core::fit::ITEMS;
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{ROLES, Wish};
use tandem_store::sellers::SellerRow;
use tandem_store::staffing::{self as store, AssessmentRow, LearningRow, OwnRow};

/// Everything that is said of somebody.
struct Said {
    own: OwnRow,
    assessments: Vec<AssessmentRow>,
    learning: Vec<LearningRow>,
}

/// Makes all of it.
pub async fn make(app: &App, actor: &Actor, cast: &Cast, as_of: NaiveDate) -> Result<()> {
    let app = &App { clock: at_noon(app.clock, as_of), ..app.clone() };
    let people = people::all(app).await?;
    let stated = readiness::stated(app, SellerRole::AccountManager).await?;
    let sells = |row: &&SellerRow| {
        row.kind == "person"
            && row.end_date.is_none_or(|end| end > as_of)
            && row.role.as_deref().is_some_and(|role| role != "manager")
    };
    let mut all = Vec::new();
    for row in people.values().filter(sells) {
        let manager = row.manager_id.and_then(|id| people.get(&id)).map_or("operator", |row| &row.name);
        let learns = stated.get(&row.id).is_some_and(|row| !row.ready);
        let said = said(row, manager, learns, as_of, app.clock.now_us());
        let event = Event::new(
            app,
            actor,
            "competency.assessed",
            "sellers",
            json!({"assessments": said.assessments.len()}),
        );
        all.push((said, event));
    }
    keep(app, all).await?;
    propose(app, actor, "Two roles for everybody, next year", None).await?;
    let decided = cast.account_manager.as_ref().and_then(|keeper| keeper.seller);
    propose(app, &cast.manager, "Two roles from next quarter", decided).await?;
    if let Some(seller) = cast.seller.seller {
        staffing::person(app, &cast.manager, seller).await?;
    }
    Ok(())
}

async fn keep(app: &App, all: Vec<(Said, Event)>) -> Result<()> {
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            for (said, event) in all {
                store::say(tx, &said.own).await?;
                for row in &said.assessments {
                    store::assess(tx, row).await?;
                }
                for row in &said.learning {
                    store::add_learning(tx, row).await?;
                }
                event.append(tx, said.own.seller_id).await?;
            }
            Ok(())
        })
    });
    Ok(kept.await?)
}

/// A number below `sides` that is always the same for the same person and turn.
fn dice(seller: i64, turn: u64, sides: u64) -> u64 {
    let mut state =
        seller.unsigned_abs().wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ turn.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 31)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (state ^ (state >> 29)) % sides
}

fn said(row: &SellerRow, manager: &str, learns: bool, as_of: NaiveDate, now: i64) -> Said {
    let role = row.role.as_deref().and_then(|role| role.parse().ok());
    let of_roles: Vec<SellerRole> = match role {
        Some(role) if ROLES.contains(&role) => vec![role],
        // Generalists do both, so both are looked at.
        _ => vec![SellerRole::Hunter, SellerRole::AccountManager],
    };
    let mut assessments = Vec::new();
    let mut learning = Vec::new();
    for (turn, one) in (1..).zip(of_roles.iter().flat_map(|role| of_role(*role))) {
        let level = level(row.id, one, learns, role, turn);
        assessments.extend(assessed(row.id, one, level, manager, as_of, now, turn));
        if level < one.needed && learning.len() < 3 {
            learning.push(planned(row.id, one, manager, as_of, now, turn));
        }
    }
    assessments.sort_by_key(|row| row.on_date);
    Said { own: own(row.id, role, now), assessments, learning }
}

/// What others see: account managers can do what is needed but for those who still learn; generalists are better in one half of it.
fn level(seller: i64, one: &Competency, learns: bool, role: Option<SellerRole>, turn: u64) -> u8 {
    let of_both = role.is_none_or(|role| role == SellerRole::Generalist);
    let leans_to_hunting = dice(seller, 1_000, 2) == 0;
    let weak = of_both && (one.role == SellerRole::Hunter) != leans_to_hunting;
    let below = match (learns, weak) {
        (true, _) => u8::from(["renew", "grow", "make-it-work"].contains(&one.id)),
        (_, true) => u8::from(dice(seller, turn, 3) != 0),
        _ => u8::from(!one.critical && dice(seller, turn, 6) == 0),
    };
    let above = u8::from(below == 0 && dice(seller, turn + 50, 5) == 0);
    (one.needed + above).min(4) - below
}

fn assessed(
    seller: i64,
    one: &Competency,
    level: u8,
    manager: &str,
    as_of: NaiveDate,
    now: i64,
    turn: u64,
) -> Vec<AssessmentRow> {
    let row = |source: Source, level: u8, ago: u64, because: &str, by: &str| AssessmentRow {
        seller_id: seller,
        competency: one.id.to_owned(),
        source: source.text().to_owned(),
        level: i64::from(level),
        on_date: as_of - Days::new(ago),
        because: because.to_owned(),
        by_name: by.to_owned(),
        at_us: now,
    };
    let reasons = [
        "Seen in two visits together.",
        "Talked through three of the own cases.",
        "The last quarter showed it.",
    ];
    let because = reasons
        .get(usize::try_from(dice(seller, turn + 7, 3)).unwrap_or_default())
        .copied()
        .unwrap_or_default();
    let mut rows = vec![row(Source::Manager, level, 30 + dice(seller, turn, 60), because, manager)];
    // Most see themselves as others do; some not at all.
    let own = match dice(seller, turn + 20, 8) {
        0 => level.saturating_sub(1),
        1 => (level + 1).min(4),
        2 if level <= 2 => level + 2,
        _ => level,
    };
    rows.push(row(Source::Own, own, 35 + dice(seller, turn, 60), "My own view before the talk.", "self"));
    if dice(seller, turn + 30, 4) == 0 {
        rows.push(row(
            Source::Evidence,
            level,
            20 + dice(seller, turn, 60),
            "In the notes of the last quarter.",
            manager,
        ));
    }
    rows
}

fn planned(
    seller: i64,
    one: &Competency,
    manager: &str,
    as_of: NaiveDate,
    now: i64,
    turn: u64,
) -> LearningRow {
    let ways = [
        "Two cases together with a colleague who teaches it.",
        "The course of the academy, then one own case.",
        "Four visits together, each talked through.",
    ];
    let way =
        ways.get(usize::try_from(dice(seller, turn + 3, 3)).unwrap_or_default()).copied().unwrap_or_default();
    let ahead = 20 + dice(seller, turn + 4, 90);
    // One in four is late, one in six is done.
    let until = if dice(seller, turn + 5, 4) == 0 { as_of - Days::new(6) } else { as_of + Days::new(ahead) };
    let done = (dice(seller, turn + 6, 6) == 0).then(|| as_of - Days::new(10));
    LearningRow {
        id: 0,
        seller_id: seller,
        competency: one.id.to_owned(),
        what: way.to_owned(),
        until_date: until,
        done_date: done,
        by_name: manager.to_owned(),
        at_us: now,
    }
}

fn own(seller: i64, role: Option<SellerRole>, now: i64) -> OwnRow {
    let leans_to_hunting = dice(seller, 1_000, 2) == 0;
    let answer = |item: &tandem_core::fit::Item, turn: u64| {
        let tilt: i64 = if item.of.is_of_hunting() == leans_to_hunting { 1 } else { 0 };
        let plain =
            (3 + tilt + i64::try_from(dice(seller, turn + 200, 3)).unwrap_or_default() - 1).clamp(1, 5);
        let given = if item.is_reversed { 6 - plain } else { plain };
        (item.id, given)
    };
    let answers: BTreeMap<&str, i64> = (0..).zip(ITEMS).map(|(turn, item)| answer(item, turn)).collect();
    let hunts = match role {
        Some(SellerRole::Hunter) => true,
        Some(SellerRole::AccountManager | SellerRole::InsideAccountManager) => false,
        _ => leans_to_hunting,
    };
    let (first, second) = if hunts { (Wish::Want, Wish::RatherNot) } else { (Wish::Open, Wish::Want) };
    let inside = if dice(seller, 300, 3) == 0 { Wish::Want } else { Wish::Open };
    let wishes: BTreeMap<SellerRole, Wish> = ROLES.into_iter().zip([first, second, inside]).collect();
    let notes = [
        "I like the first months with a customer most.",
        "I would miss the people whom I know.",
        "Less travelling would help us at home.",
    ];
    let note = notes.get(usize::try_from(dice(seller, 301, 5)).unwrap_or_default());
    OwnRow {
        seller_id: seller,
        answers: Some(json!(answers).to_string()),
        answered_in: Some(if dice(seller, 302, 4) == 0 { "zh-Hant" } else { "en" }.to_owned()),
        consented_us: Some(now),
        wishes: json!(wishes).to_string(),
        note: note.map(|note| (*note).to_owned()),
        comment: (dice(seller, 303, 6) == 0).then(|| {
            "The year had two very large customers in it; the rates say less of me than of them.".to_owned()
        }),
        at_us: now,
    }
}

/// Everybody whom somebody leads in two roles, with one seat more than people and perhaps one decision made beforehand.
async fn propose(app: &App, by: &Actor, name: &str, decided: Option<i64>) -> Result<()> {
    let group = staffing::list(app, by).await?.group;
    let people: u32 = group.values().sum();
    if people < 2 {
        return Ok(());
    }
    let hunters = people.div_ceil(2);
    let seats = BTreeMap::from([
        (SellerRole::Hunter, hunters),
        (SellerRole::AccountManager, people - hunters),
        (SellerRole::InsideAccountManager, 1),
    ]);
    let new = NewProposal {
        name: name.to_owned(),
        seats,
        weights: None,
        people: None,
        locks: decided.map(|seller| (seller, SellerRole::AccountManager)).into_iter().collect(),
    };
    staffing::propose(app, by, new).await?;
    Ok(())
}
