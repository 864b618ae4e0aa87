//! The demo company's split, a year ago: in each team some sellers became account managers and received customers from their colleagues in the
//! weeks after. What the plan promised is played from the book of that day; what came of it is counted like everybody's.
use crate::events::Event;
use crate::{Actor, App, Error, Result, designs, scorecard};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::briefs::Section;
use tandem_core::handoffs::acts::{Act, Actor as By, Party};
use tandem_core::handoffs::loss::Verdict;
use tandem_core::handoffs::{Handoff, Proposal, Record, State};
use tandem_core::ids::{HandoffId, SellerId, UnitId, UserId};
use tandem_core::sellers::SellerRole;
use tandem_core::subscriptions::Month;
use tandem_store::afterwards::{VerdictRow, save_verdict};
use tandem_store::handoffs::{self as store, EvidenceRow};
use tandem_store::sellers::SellerRow;
use tandem_store::{ownership, sellers};

/// Months since the split.
const MONTHS: i32 = 12;
/// Units that each seller handed over in the first weeks.
const UNITS_EACH: usize = 4;
/// Days from the split to the first handoff, and from one to the next.
const FIRST_DAYS: u64 = 9;
const APART_DAYS: u64 = 3;
const DAYS_MAX: u64 = 84;
/// A unit that grew in the last weeks has a story of its own.
const QUIET_DAYS: u64 = 75;
const SETTLED_DAYS: u64 = 90;
/// Cost that serving from inside was to save, as a share of that in the field, and revenue a year that it might lose.
const INSIDE: (f64, f64) = (0.2, 0.03);
/// What was decided and not measured.
const DECIDED: [&str; 5] = ["N0:", "team:", "m_wk:", "T:", "n_acc:"];

/// The day of the split: the first of the month a year before.
pub fn day(as_of: NaiveDate) -> NaiveDate {
    Month::of(as_of).plus(-MONTHS).first_day()
}

/// Hands units over in the weeks after the split, and keeps what the plan promised.
pub async fn make(app: &App, actor: &Actor, as_of: NaiveDate) -> Result<()> {
    let split = day(as_of);
    for (at, choice) in choices(app, split, as_of).await?.into_iter().enumerate() {
        pass(app, actor, &choice, at).await?;
    }
    let app = &App { clock: super::incentives::at_noon(app.clock, split), ..app.clone() };
    let there = sellers::as_of(&app.db, split).await?;
    let of_role = |role: &str| {
        let is = |row: &&SellerRow| {
            row.kind == "person"
                && row.role.as_deref() == Some(role)
                && row.start_date.is_none_or(|day| day <= split)
                && row.end_date.is_none_or(|day| split < day)
        };
        there.iter().filter(is).count()
    };
    let (sell, keep, inside) =
        (of_role("generalist"), of_role("account_manager"), of_role("inside_account_manager"));
    let name = "Two roles, customers pass on after half a year".to_owned();
    let record = Box::pin(designs::record_on(app, split)).await?;
    let market = record.accounts;
    let own = format!(
        "N0: {}\nteam: [0, {sell}, {keep}, {inside}]\nm_wk: [26, 26, 26]\nT: 156\nn_acc: {market:?}\n",
        sell + keep + inside
    );
    let measured = designs::document_of(&record, split);
    let kept = measured.lines().filter(|line| !DECIDED.iter().any(|key| line.starts_with(key)));
    let document = kept.map(|line| format!("{line}\n")).collect::<String>() + &own;
    let promised = (inside > 0).then_some(INSIDE);
    match scorecard::keep(app, actor, (name, document), (split, record.book), promised).await {
        // A company that small has no book to play from.
        Err(Error::Conflict(_) | Error::Invalid(_)) => Ok(()),
        done => done,
    }
}

/// A unit that passed on.
struct Choice {
    unit: i64,
    from: i64,
    to: i64,
    role: SellerRole,
    on: NaiveDate,
}

/// Units that bought on the day of the split and have had one owner since, of sellers with an account manager in their team.
async fn choices(app: &App, split: NaiveDate, as_of: NaiveDate) -> Result<Vec<Choice>> {
    let people = sellers::as_of(&app.db, as_of).await?;
    let of = |id: i64| people.iter().find(|row| row.id == id);
    let mut taken: BTreeSet<i64> = store::list(&app.db, &store::Filter::default(), 500)
        .await?
        .into_iter()
        .map(|row| row.unit_id)
        .collect();
    let lately = crate::incentives::happened(app, as_of - Days::new(QUIET_DAYS), as_of).await?;
    taken.extend(lately.into_iter().map(|(unit, ..)| unit));
    let before = Month::of(split).plus(-1);
    let book = crate::unit_months::UnitMonths::load(app, before, before).await?;
    let buys = |arr: &[f64]| arr.last().is_some_and(|arr| *arr > 0.0);
    let bought: BTreeSet<i64> =
        book.units.iter().filter(|(_, unit)| buys(&unit.arr)).map(|(unit, _)| *unit).collect();
    let mut given: BTreeMap<i64, usize> = BTreeMap::new();
    let mut turns: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let mut choices = Vec::new();
    for row in ownership::all(&app.db).await? {
        let giver = of(row.seller_id).filter(|giver| giver.role.as_deref() == Some("generalist"));
        let Some(giver) = giver.filter(|_| row.end_date.is_none() && row.start_date < split) else {
            continue;
        };
        let keepers: Vec<&SellerRow> =
            people.iter().filter(|one| one.team == giver.team && keeps(one).is_some()).collect();
        let count = given.entry(giver.id).or_default();
        if keepers.is_empty()
            || *count >= UNITS_EACH
            || !bought.contains(&row.unit_id)
            || !taken.insert(row.unit_id)
        {
            continue;
        }
        *count += 1;
        // Most go to the account manager of the seller; now and then another has more room.
        let turn = turns.entry(giver.team.clone()).or_default();
        *turn += 1;
        let own = usize::try_from(giver.id).unwrap_or(0) % keepers.len();
        let other = (own + 1) % keepers.len();
        let to = keepers.get(if (*turn).is_multiple_of(7) { other } else { own });
        let Some((to, role)) = to.and_then(|keeper| Some((keeper.id, keeps(keeper)?))) else { continue };
        let days = (FIRST_DAYS + APART_DAYS * choices.len() as u64) % DAYS_MAX;
        choices.push(Choice {
            unit: row.unit_id,
            from: giver.id,
            to,
            role,
            on: split + Days::new(days.max(FIRST_DAYS)),
        });
    }
    choices.retain(|choice| choice.from != choice.to);
    Ok(choices)
}

/// The role in which somebody keeps customers.
fn keeps(row: &SellerRow) -> Option<SellerRole> {
    let role = row.role.as_deref()?.parse().ok()?;
    matches!(role, SellerRole::AccountManager | SellerRole::InsideAccountManager).then_some(role)
}

fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc()
}

/// The handoff as it went: proposed, transferred, settled after three months.
fn handoff(id: i64, of: &Choice, by: By) -> Handoff {
    let proposal = Proposal {
        id: HandoffId(id),
        unit: UnitId(of.unit),
        giver: SellerId(of.from),
        receiver: Some(SellerId(of.to)),
        reason: "The customer is developed; the split gives it somebody who keeps it.".to_owned(),
        by,
        at: noon(of.on - Days::new(14)),
        day: of.on - Days::new(14),
        wish: None,
        said: None,
    };
    let settled = of.on + Days::new(SETTLED_DAYS);
    let record = |version, act, day, from, to| Record {
        version,
        act,
        by,
        at: noon(day),
        day,
        from,
        to,
        gates: Vec::new(),
    };
    let records = [
        record(2, Act::Transfer { on: of.on }, of.on, State::Overlapping, State::Transferred),
        record(3, Act::Settle, settled, State::Transferred, State::Settled),
    ];
    Handoff::from_history(proposal, &records)
}

/// Passes a unit on; three of four times both met the customer, and two of three receivers rated the brief.
async fn pass(app: &App, actor: &Actor, of: &Choice, at: usize) -> Result<()> {
    let by = By { user: actor.user.map(UserId), party: Party::Operations };
    let (unit, to, on, role) = (of.unit, of.to, of.on, of.role);
    let data = json!({"unit": unit.to_string(), "on": on});
    let event = Event::new(app, actor, "handoff.transferred", "handoff", data);
    let choice = Choice { unit, from: of.from, to, role, on };
    let met = at % 4 != 3;
    let ratings = (at % 3 != 2).then(|| [4, 5, 3, 4][at % 4]);
    let by_name = actor.name.clone();
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            let refused = |error: Error| tandem_store::Error::Refused(error.to_string());
            let id = store::take_id(tx).await?;
            store::insert(tx, &crate::handoffs::saved_row(&handoff(id, &choice, by)).map_err(refused)?)
                .await?;
            if met {
                let day = on - Days::new(6);
                let said = json!({"kind": "introduction", "on": day, "live": true});
                let row = EvidenceRow {
                    key: format!("introduction {day}"),
                    document: said.to_string(),
                    by_name: by_name.clone(),
                    at_us: noon(day).timestamp_micros(),
                };
                store::add_evidence(tx, id, &row).await?;
            }
            if let Some(rating) = ratings {
                let verdict = Verdict {
                    ratings: Section::ALL.iter().map(|section| (*section, rating)).collect(),
                    ..Verdict::default()
                };
                let row = VerdictRow {
                    handoff_id: id,
                    version: 1,
                    document: crate::handoffs::saved_text(&verdict).map_err(refused)?,
                    by_name,
                    at_us: noon(on + Days::new(35)).timestamp_micros(),
                };
                save_verdict(tx, &row).await?;
            }
            ownership::pass(tx, unit, to, role, on).await?;
            event.append(tx, id).await
        })
    });
    Ok(written.await?)
}
