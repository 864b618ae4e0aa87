//! What giver, receiver and manager do between the acts: the brief, the commitments, what gates look at, the steps.
use super::{Players, Who, papers};
use crate::commitments::{self, CommitmentWish};
use crate::handoffs::{self, Act, BriefAct, Evidence, Nothing, StepAct, saved};
use crate::stakeholders::{self, NewStakeholder};
use crate::{App, Result};
use chrono::{Days, NaiveDate};
use tandem_core::briefs::{Entry, FIELDS, Field, FieldSpec, Line, Mark, Must, ReturnCode};
use tandem_core::commitments::{Form, Promise};
use tandem_core::handoffs::gates::facts::SessionKind;
use tandem_core::handoffs::gates::{Gate, Standing};
use tandem_core::handoffs::steps::{Proof, Step};
use tandem_core::ids::{HandoffId, SellerId};
use tandem_core::playbooks::{ProofKind, Role};
use tandem_core::stakeholders::{ContactRole, Stance, Style};
use tandem_store::customers as record;

/// Everything that the gates ask for: people, sessions, commitments, opportunities, invoices, the introduction, the brief, the steps; and the files
/// to which the brief refers.
pub async fn prepared(app: &App, players: &Players<'_>, id: i64, unit: i64) -> Result<()> {
    let today = app.clock.today();
    let (giver, receiver) = (players.actor(Who::Giver), players.actor(Who::Receiver));
    describe(app, players, unit).await?;
    promise(app, players, id, unit).await?;
    papers::attach(app, players, unit).await?;
    let on = |ago: u64| today - Days::new(ago);
    let mut said = vec![
        Evidence::Session { on: on(16), what: SessionKind::Kickoff, attended: true },
        Evidence::Session { on: on(9), what: SessionKind::Working, attended: true },
        Evidence::Introduction { on: on(2), live: true },
        Evidence::Nothing { of: Nothing::Invoices },
    ];
    let Some(customer) = record::of_unit(&app.db, unit).await? else { return Ok(()) };
    let open = record::opportunities(&app.db, customer).await?.into_iter();
    for (place, row) in open.filter(|row| row.status == "open" && row.unit_id == Some(unit)).enumerate() {
        // The first stays with the hunter, who is about to win it.
        let keep =
            (place == 0).then(|| (today + Days::new(75), "The offer is signed next month.".to_owned()));
        let (keep_until, reason) = keep.unzip();
        said.push(Evidence::Opportunity { id: row.id, keep_until, reason });
    }
    for said in said {
        handoffs::add_evidence(app, giver, id, said).await?;
    }
    write_brief(app, players, id).await?;
    handoffs::act_on_brief(app, receiver, id, BriefAct::Accept, None).await?;
    steps_until(app, players, id, today).await
}

/// The first two people at the customer, and what they are there for.
async fn describe(app: &App, players: &Players<'_>, unit: i64) -> Result<()> {
    let Some(customer) = record::of_unit(&app.db, unit).await? else { return Ok(()) };
    let roles = [
        (
            vec![ContactRole::Champion, ContactRole::DailyContact],
            Style::Personal,
            "To be the one who made it work",
        ),
        (
            vec![ContactRole::EconomicBuyer, ContactRole::RenewalOwner],
            Style::Analytical,
            "To pay for what is used",
        ),
    ];
    for (known, (roles, style, aim)) in
        stakeholders::known(app, customer, Some(unit)).await?.into_iter().zip(roles)
    {
        let version = known.said.map_or(0, |said| said.version);
        let aim = Some(aim.to_owned());
        let new = NewStakeholder { roles, stance: Stance::Supporter, style, aim, version };
        stakeholders::describe(app, players.actor(Who::Giver), known.contact.id, new).await?;
    }
    Ok(())
}

/// Two promises: the receiver goes on with one, the giver keeps the other to its end.
async fn promise(app: &App, players: &Players<'_>, id: i64, unit: i64) -> Result<()> {
    let today = app.clock.today();
    let promises = [
        (
            "Two days of training for new users",
            "The daily contact",
            Form::Written,
            "Mail after the kickoff",
            players.receiver,
        ),
        (
            "The price per user stays until the end of the term",
            "The buyer",
            Form::Contract,
            "Order form, page 2",
            players.giver,
        ),
    ];
    for (place, (what, to, form, written, owner)) in promises.into_iter().enumerate() {
        let promise = Promise {
            what: what.to_owned(),
            to: to.to_owned(),
            due: (place == 0).then(|| today + Days::new(40)),
            form,
            place: written.to_owned(),
        };
        let giver = players.actor(Who::Giver);
        let commitment = commitments::promise(app, giver, unit, promise, None).await?;
        let walk = CommitmentWish::Walk { handoff: HandoffId(id), to: SellerId(owner) };
        commitments::act(app, players.actor(Who::Receiver), commitment, walk, None).await?;
    }
    Ok(())
}

/// The giver writes what the record does not hold, confirms what it does, and gives it to the receiver.
async fn write_brief(app: &App, players: &Players<'_>, id: i64) -> Result<()> {
    let giver = players.actor(Who::Giver);
    let seen = handoffs::party::seen(app, giver, id).await?;
    let brief = handoffs::brief::whole(app, &seen).await?;
    for FieldSpec { field, must, .. } in FIELDS {
        let (field, known) = (*field, brief.entries.contains_key(field));
        let of_record = |line: &Line| line.mark == Mark::ToConfirm;
        let doubtful =
            matches!(brief.entries.get(&field), Some(Entry::Known { lines }) if lines.iter().any(of_record));
        let confirm = doubtful.then_some(BriefAct::Confirm { field });
        let say = text(field).map(|text| BriefAct::Say { field, lines: vec![text.to_owned()] });
        let reason = "Asked in the last review; there is nothing to say of it.".to_owned();
        let waive =
            (*must == Must::Always && !known && say.is_none()).then_some(BriefAct::Waive { field, reason });
        for act in confirm.into_iter().chain(say).chain(waive) {
            handoffs::act_on_brief(app, giver, id, act, None).await?;
        }
    }
    handoffs::act_on_brief(app, giver, id, BriefAct::Submit, None).await?;
    Ok(())
}

/// The receiver misses something.
pub async fn brief_returned(app: &App, players: &Players<'_>, id: i64) -> Result<()> {
    write_brief(app, players, id).await?;
    let act = BriefAct::Return {
        code: ReturnCode::Missing,
        fields: vec![Field::Detractors, Field::PriceReasons],
        reason: "Who is against it, and why do they pay a third less than others?".to_owned(),
    };
    handoffs::act_on_brief(app, players.actor(Who::Receiver), id, act, None).await?;
    Ok(())
}

/// The manager lets it pass what is still open.
pub async fn waved(app: &App, players: &Players<'_>, id: i64, reason: &str) -> Result<()> {
    let manager = players.actor(Who::Manager);
    let seen = handoffs::party::seen(app, manager, id).await?;
    let (_, _, looked) = handoffs::gates::all(app, &seen).await?;
    let open: Vec<Gate> = looked
        .iter()
        .flat_map(|(report, _)| report.results())
        .filter(|result| result.standing != Standing::Met)
        .map(|result| result.gate)
        .collect();
    for gate in open {
        handoffs::act(app, manager, id, Act::Override { gate, reason: reason.to_owned() }, None).await?;
    }
    Ok(())
}

/// The steps that are due until a day are done.
pub async fn steps_until(app: &App, players: &Players<'_>, id: i64, last: NaiveDate) -> Result<()> {
    let steps = saved::steps(app, id).await?.into_iter();
    for step in steps.filter(|step| !step.is_over() && step.due.is_some_and(|due| due <= last)) {
        let who = match step.owner {
            Role::Giver => Who::Giver,
            Role::Receiver => Who::Receiver,
            _ => Who::Manager,
        };
        let proof = proof(&step, app.clock.today());
        handoffs::act_on_step(app, players.actor(who), id, &step.id, StepAct::Finish { proof }, None).await?;
    }
    Ok(())
}

fn proof(step: &Step, today: NaiveDate) -> Proof {
    match step.proof {
        ProofKind::Document => Proof::Document { place: "Shared folder of the customer, handoff".to_owned() },
        ProofKind::Meeting => {
            Proof::Meeting { on: today, with: vec!["Giver".to_owned(), "Receiver".to_owned()] }
        }
        ProofKind::Field => Proof::Field { name: step.id.clone(), value: "Looked at together".to_owned() },
        ProofKind::Confirmation => Proof::Confirmation,
    }
}

/// What the giver knows and no record holds.
fn text(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::TechnicalLead => "The head of IT; wants changes announced a week before.",
        Field::DailyContact => "The champion answers within the day; on Fridays nobody does.",
        Field::RenewalOwner => "The buyer signs, after the head of the department has agreed.",
        Field::Detractors => {
            "The controller: would have kept the old spreadsheet; likes figures, not visits."
        }
        Field::WhyBought => "Orders got lost between two tools; a large one was lost in spring.",
        Field::UseCases => "Orders first, then reports for the board; nothing else yet.",
        Field::SuccessMetrics => {
            "Days from order to delivery: nine when they began, five by the end of the year."
        }
        Field::PriceReasons => "A tenth less for two years, because they spoke at our customer day.",
        Field::Billing => {
            "Yearly in advance; the invoice goes to the shared mailbox, with their order number."
        }
        Field::OpenInvoices => "None is open; the last one was paid in time.",
        Field::NextStep => "Their second site: ask when the new plant manager has begun.",
        Field::Ceiling => "The parent company keeps its own tool; that part will not come.",
        Field::RiskList => "The champion may be promoted: get to know the deputy.",
        Field::SensitiveTopics => "The outage in March: they were not told for three hours.",
        Field::UnfinishedBusiness => "The report for the board still lacks the second currency.",
        Field::Channel => "Calls rather than mail; first names after the first meeting.",
        Field::Cadence => "Every second Tuesday, half an hour, agenda the day before.",
        Field::Competitors => "One has called; they listened and stayed.",
        Field::Top => {
            "Call before you write. Never promise a date without the plant manager. They keep their word, and count on ours."
        }
        _ => return None,
    })
}
