//! The demo company's incentives: a plan in force for some months with closed periods, units that passed from sellers to account managers so that
//! shares run, money given back, questions, and a draft of the next plan.
use super::people::Cast;
use crate::events::Event;
use crate::incentives::{self, NewQuestion, QuestionAct, UnpaidQuery};
use crate::{Actor, App, Clock, Error, Result};
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::briefs::change::BriefAct;
use tandem_core::briefs::{Brief, BriefRecord, BriefState};
use tandem_core::handoffs::acts::{Act, Actor as By, Party};
use tandem_core::handoffs::{Handoff, Proposal, Record, State};
use tandem_core::ids::{HandoffId, SellerId, UnitId, UserId};
use tandem_core::sellers::SellerRole;
use tandem_core::subscriptions::Month;
use tandem_store::sellers::SellerRow;
use tandem_store::{handoffs as store, ownership, sellers};

/// The plan in force.
const PLAN: &str = include_str!("incentives.yaml");
/// Closed periods before the one that is open.
const MONTHS_CLOSED: i32 = 12;
/// Customers pay so many days after they renew.
const PAID_AFTER_DAYS: u64 = 40;
/// Units that passed on.
const HANDOFFS_MAX: usize = 8;
/// Nobody was an account manager more days ago.
const SPLIT_DAYS: u64 = 58;
/// Days from the transfer to the first thing that is shared, in turn: some shares are in their first month, some in the second.
const LEADS_DAYS: [u64; 3] = [6, 36, 20];
/// Nothing earlier than so many days after the split is shared.
const LEAD_DAYS_MIN: u64 = 6;

/// Makes all of it.
pub async fn make(app: &App, actor: &Actor, cast: &Cast, as_of: NaiveDate) -> Result<()> {
    let first = Month::of(as_of).plus(-MONTHS_CLOSED);
    let text = PLAN.replace("2026-01-01", &first.first_day().to_string());
    let plan = incentives::write(app, actor, text.clone()).await?;
    incentives::approve(app, actor, plan).await?;
    // As of the company's day, whenever it is made.
    let app = &App { clock: at_noon(app.clock, as_of), ..app.clone() };
    hand_over(app, actor, as_of, cast).await?;
    for months in 0..MONTHS_CLOSED {
        incentives::close(app, actor, first.plus(months)).await?;
    }
    incentives::calculate(app, actor).await?;
    pay(app, actor, as_of).await?;
    give_back(app, actor, as_of).await?;
    incentives::calculate(app, actor).await?;
    question(app, &cast.seller, &cast.manager).await?;
    draft(app, actor, &text, as_of).await
}

/// The clock on the company's last day, where the program's own is elsewhere.
pub(super) fn at_noon(clock: Clock, as_of: NaiveDate) -> Clock {
    let noon: DateTime<Utc> = as_of.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc();
    if clock.today() == as_of { clock } else { Clock::Fixed(noon) }
}

/// A unit that is to pass on.
struct Choice {
    unit: i64,
    from: i64,
    to: i64,
    on: NaiveDate,
}

async fn hand_over(app: &App, actor: &Actor, as_of: NaiveDate, cast: &Cast) -> Result<()> {
    let choices = choices(app, as_of, cast).await?;
    for (choice, at) in choices.iter().zip(0..) {
        pass(app, actor, choice, at % 3 != 2).await?;
    }
    Ok(())
}

/// Units of sellers to which something was sold since there are account managers, those of the seller who signs in in front; each passed on some
/// days before.
async fn choices(app: &App, as_of: NaiveDate, cast: &Cast) -> Result<Vec<Choice>> {
    let first = cast.seller.seller;
    let keeper = cast.account_manager.as_ref().and_then(|keeper| keeper.seller);
    let people: Vec<SellerRow> = sellers::as_of(&app.db, as_of).await?;
    let begun = as_of - Days::new(SPLIT_DAYS);
    let sold = incentives::happened(app, begun + Days::new(LEAD_DAYS_MIN), as_of).await?;
    let mut choices: Vec<Choice> = Vec::new();
    let open = store::Filter { open: true, ..store::Filter::default() };
    // What passes on already, or did lately, is a story of its own.
    let mut taken: BTreeSet<i64> =
        store::list(&app.db, &open, 500).await?.into_iter().map(|row| row.unit_id).collect();
    let mine = |owner: i64| Some(owner) != first;
    let mut sold: Vec<(i64, i64, NaiveDate)> = sold;
    sold.sort_by_key(|(unit, owner, day)| (mine(*owner), *day, *unit));
    let mut turns: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for (unit, owner, day) in sold {
        let Some(giver) = people.iter().find(|seller| seller.id == owner) else { continue };
        let mut keepers: Vec<&SellerRow> = people
            .iter()
            .filter(|one| one.team == giver.team && one.role.as_deref() == Some("account_manager"))
            .collect();
        if Some(owner) == first {
            keepers.retain(|one| keeper.is_none() || Some(one.id) == keeper);
        }
        let turn = turns.entry(giver.team.clone()).or_default();
        let receiver = keepers.get(*turn % keepers.len().max(1));
        let sells = giver.role.as_deref() == Some("generalist");
        let Some(receiver) = receiver.filter(|_| sells && choices.len() < HANDOFFS_MAX) else { continue };
        if taken.insert(unit) {
            let lead = LEADS_DAYS.get(choices.len() % LEADS_DAYS.len()).copied().unwrap_or(LEAD_DAYS_MIN);
            let on = (day - Days::new(lead)).max(begun + Days::new(1));
            choices.push(Choice { unit, from: owner, to: receiver.id, on });
            *turn += 1;
        }
    }
    Ok(choices)
}

async fn pass(app: &App, actor: &Actor, choice: &Choice, accepted: bool) -> Result<()> {
    let Choice { unit, from, to, on } = *choice;
    let by = By { user: actor.user.map(UserId), party: Party::Operations };
    let at = on.and_hms_opt(9, 0, 0).unwrap_or_default().and_utc();
    let event =
        Event::new(app, actor, "handoff.transferred", "handoff", json!({"unit": unit.to_string(), "on": on}));
    let document = move |id: i64| {
        let proposal = Proposal {
            id: HandoffId(id),
            unit: UnitId(unit),
            giver: SellerId(from),
            receiver: Some(SellerId(to)),
            reason: "They are developed and want somebody who is there every week.".to_owned(),
            by,
            at: at - chrono::Duration::days(14),
            day: on - Days::new(14),
            wish: None,
            said: None,
        };
        let record = Record {
            version: 2,
            act: Act::Transfer { on },
            by,
            at,
            day: on,
            from: State::Overlapping,
            to: State::Transferred,
            gates: Vec::new(),
        };
        Handoff::from_history(proposal, &[record])
    };
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::take_id(tx).await?;
            let handoff = document(id);
            let refused = |error: Error| tandem_store::Error::Refused(error.to_string());
            store::insert(tx, &crate::handoffs::saved_row(&handoff).map_err(refused)?).await?;
            if accepted {
                let text = crate::handoffs::saved_text(&brief(id, at)).map_err(refused)?;
                store::save_brief(tx, id, 1, &text).await?;
            }
            ownership::pass(tx, unit, to, SellerRole::AccountManager, on).await?;
            event.append(tx, id).await
        })
    });
    Ok(written.await?)
}

/// A brief that its receiver accepted.
fn brief(handoff: i64, at: DateTime<Utc>) -> Brief {
    let accepted =
        BriefRecord { version: 1, act: BriefAct::Accept, by: UserId(0), at, state: BriefState::Accepted };
    Brief {
        state: BriefState::Accepted,
        version: 1,
        submitted_count: 1,
        history: vec![accepted],
        ..Brief::new(HandoffId(handoff), false)
    }
}

/// Customers pay for what they renewed, but not for what they renewed lately.
async fn pay(app: &App, actor: &Actor, as_of: NaiveDate) -> Result<()> {
    let all = UnpaidQuery { text: None, offset: 0, limit: usize::MAX };
    let (unpaid, _) = incentives::unpaid(app, actor, &all).await?;
    let mut rows = String::from("payment_id,date,unit_id,amount,currency,of\n");
    let mut count = 0;
    for one in unpaid {
        let paid = one.date + Days::new(PAID_AFTER_DAYS);
        let (Some(open), Some(currency)) = (one.open, one.currency) else { continue };
        if paid <= as_of {
            count += 1;
            rows += &format!("payment {count},{paid},{},{open},{currency},{}\n", one.unit_id, one.event);
        }
    }
    if count > 0 {
        incentives::enter(app, actor, &rows).await?;
    }
    Ok(())
}

/// The last customer but one who was won gets a part of the money back.
async fn give_back(app: &App, actor: &Actor, as_of: NaiveDate) -> Result<()> {
    let won = incentives::posted_new(app).await?;
    let Some((event, unit, amount, currency)) = won.into_iter().rev().nth(1) else { return Ok(()) };
    let back = amount.rsplit_once('.').map_or(amount.as_str(), |(whole, _)| whole);
    let third = back.parse::<i64>().unwrap_or_default() / 3;
    let rows = format!(
        "event_id,date,unit_id,movement,amount,currency,credits,of,note\ncredit note 1,{as_of},{unit},refund,{third},{currency},,{event},Part of the modules was never delivered.\n"
    );
    incentives::enter(app, actor, &rows).await.map(|_| ())
}

/// Two questions of the seller who signs in: one is answered, one waits.
async fn question(app: &App, asks: &Actor, answers: &Actor) -> Result<()> {
    let Some(seller) = asks.seller else { return Ok(()) };
    let periods = incentives::statement(app, asks, None, None).await?.periods;
    let mut lines = Vec::new();
    for period in periods.iter().rev() {
        let view = incentives::statement(app, asks, Some(seller), period.parse().ok()).await?;
        let earned = view.lines.into_iter().filter(|line| line.kind == "earned");
        lines.extend(earned.map(|line| (line.event, line.number)));
    }
    let texts = [
        (
            "Is the second module counted in this amount?",
            Some("Yes: both modules are in it, see the order of that day."),
        ),
        (
            "I visited them with the account manager twice after the transfer. Does that change the share?",
            None,
        ),
    ];
    for ((event, number), (text, answer)) in lines.into_iter().rev().zip(texts) {
        let id = incentives::ask(app, asks, NewQuestion { event, number, text: text.to_owned() }).await?;
        if let Some(answer) = answer {
            incentives::act(app, answers, id, QuestionAct::Reply { text: answer.to_owned() }).await?;
        }
    }
    Ok(())
}

/// The next plan: less for what comes by itself, more for growing what passed on.
async fn draft(app: &App, actor: &Actor, text: &str, as_of: NaiveDate) -> Result<()> {
    let first = Month::of(as_of).plus(1).first_day();
    let effective = format!("effective: {}", Month::of(as_of).plus(-MONTHS_CLOSED).first_day());
    let next = text
        .replace(&effective, &format!("effective: {first}"))
        .replace("version: \"1\"", &format!("version: \"{}-{:02}\"", first.year(), first.month()))
        .replace("rate: 6 %", "rate: 8 %")
        .replace("rate: 2 %", "rate: 1.5 %");
    incentives::write(app, actor, next).await.map(|_| ())
}
