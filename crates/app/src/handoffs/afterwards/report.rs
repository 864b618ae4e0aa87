//! What all handoffs that one sees came to: how many are under way and over, what became of the units, what was lost on the way, how often gates
//! were overridden.
use super::super::{people, saved};
use super::outcomes::Revenue;
use super::{compared, customer, store};
use crate::sessions::Named;
use crate::{Actor, App, Result, rules, visibility};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem_core::briefs::FIELDS;
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::loss::{self, Loss, Verdict};
use tandem_core::handoffs::matched::Matched;
use tandem_core::handoffs::outcome::{Outcome, OutcomeAt, Tally};
use tandem_core::ids::SellerId;
use tandem_store::customers::Visible;
use tandem_store::handoffs::{self as rows, Filter};

/// Most handoffs that are looked at.
const LIMIT: i64 = 20_000;
/// Most handoffs whose loss is told one by one.
const LOSSES_MAX: usize = 50;

/// What became of the units at one time.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutcomeTally {
    /// day_90, day_180 or day_365.
    #[schema(value_type = String)]
    pub at: OutcomeAt,
    /// Kept, grown, lost, and those whose day has not come.
    #[schema(value_type = Object)]
    pub tally: Tally,
    /// The share still there with its 95 % interval, in hundredths of a percent; absent where there are fewer than ten.
    #[schema(value_type = Object)]
    pub still_there: Value,
}

/// What handoffs changed, against like units that were not handed over.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutcomeEffect {
    /// day_90, day_180 or day_365.
    #[schema(value_type = String)]
    pub at: OutcomeAt,
    /// not_enough_data with how many there are, or known with the differences of revenue and of the share still there, in hundredths of a percent.
    #[schema(value_type = Object)]
    pub effect: Matched,
}

/// What was lost in one handoff.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct HandoffLoss {
    /// Which.
    pub handoff: String,
    /// Its customer.
    pub customer: String,
    /// Who gave.
    pub giver: String,
    /// Of the brief, and of the brief with what the customer had to repeat, in hundredths of a percent.
    #[schema(value_type = Object)]
    pub loss: Loss,
}

/// What was lost in a giver's handoffs.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct GiverLoss {
    /// Who.
    pub giver: Named,
    /// The mean, or how many there are where they are too few.
    #[schema(value_type = Object)]
    pub loss: Value,
}

/// All handoffs together.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct HandoffReport {
    /// Handoffs by state.
    pub states: BTreeMap<String, u32>,
    /// Handoffs with an override, and how many overrides there are in all.
    pub overridden: (u32, u32),
    /// Overrides by gate.
    pub overrides: BTreeMap<String, u32>,
    /// At 90, 180 and 365 days.
    pub outcomes: Vec<OutcomeTally>,
    /// At 90, 180 and 365 days, against like units.
    pub effects: Vec<OutcomeEffect>,
    /// Handoffs whose brief was rated, the most lost first; at most 50.
    pub losses: Vec<HandoffLoss>,
    /// By giver.
    pub givers: Vec<GiverLoss>,
    /// By field of the brief, in its order: title, loss, how often it was judged and of no use, whether to think about dropping it.
    #[schema(value_type = Vec<Object>)]
    pub fields: Value,
}

/// What the handoffs that the actor sees came to.
pub async fn report(app: &App, actor: &Actor) -> Result<HandoffReport> {
    let sellers = match visibility::customers(app, actor).await? {
        Visible::Everything => None,
        Visible::Books(sellers) => Some(sellers),
    };
    let filter = Filter { sellers, ..Filter::default() };
    let mut handoffs: Vec<Handoff> = Vec::new();
    for row in rows::list(&app.db, &filter, LIMIT).await? {
        handoffs.push(saved::read(&row.document)?);
    }
    let mut report = HandoffReport {
        states: BTreeMap::new(),
        overridden: (0, 0),
        overrides: BTreeMap::new(),
        outcomes: tallies(app, &handoffs).await?,
        effects: compared::effects(app, &handoffs).await?,
        losses: Vec::new(),
        givers: Vec::new(),
        fields: json!([]),
    };
    for handoff in &handoffs {
        *report.states.entry(handoff.state.text().to_owned()).or_default() += 1;
        let count = u32::try_from(handoff.overrides_count()).unwrap_or(u32::MAX);
        report.overridden.0 += u32::from(count > 0);
        report.overridden.1 = report.overridden.1.saturating_add(count);
        for gate in handoff.overrides.keys() {
            *report.overrides.entry(gate.text().to_owned()).or_default() += 1;
        }
    }
    losses(app, &handoffs, &mut report).await?;
    Ok(report)
}

async fn tallies(app: &App, handoffs: &[Handoff]) -> Result<Vec<OutcomeTally>> {
    let today = app.clock.today();
    let revenue = Revenue::of(app, None).await?;
    let mut by_time: BTreeMap<OutcomeAt, Vec<Outcome>> = BTreeMap::new();
    for one in handoffs.iter().flat_map(|handoff| revenue.outcomes(handoff, today)) {
        by_time.entry(one.at).or_default().push(one.outcome);
    }
    let tally = |at: &OutcomeAt| {
        let tally = Tally::of(by_time.get(at).into_iter().flatten().copied());
        OutcomeTally { at: *at, still_there: json!(tally.still_there()), tally }
    };
    Ok(OutcomeAt::ALL.iter().map(tally).collect())
}

async fn losses(app: &App, handoffs: &[Handoff], report: &mut HandoffReport) -> Result<()> {
    let givers: BTreeMap<i64, SellerId> =
        handoffs.iter().map(|handoff| (handoff.proposal.id.0, handoff.proposal.giver)).collect();
    let said = customer::all_repeated(app).await?;
    let mut verdicts: Vec<(SellerId, Verdict)> = Vec::new();
    let mut lost: Vec<(i64, Loss)> = Vec::new();
    for row in store::verdicts(&app.db, None).await? {
        if let Some(giver) = givers.get(&row.handoff_id) {
            let verdict: Verdict = saved::read(&row.document)?;
            let repeated = said.get(&row.handoff_id).copied().or(verdict.repeated);
            let verdict = Verdict { repeated, ..verdict };
            lost.extend(loss::loss(&verdict).map(|loss| (row.handoff_id, loss)));
            verdicts.push((*giver, verdict));
        }
    }
    let people = people::all(app).await?;
    let by_giver = loss::by_giver(verdicts.iter().map(|(giver, verdict)| (*giver, verdict)));
    report.givers = by_giver
        .into_iter()
        .map(|(giver, mean)| GiverLoss {
            giver: Named {
                id: giver.to_string(),
                name: people.get(&giver.0).map(|row| row.name.clone()).unwrap_or_default(),
            },
            loss: json!(mean),
        })
        .collect();
    let all: Vec<&Verdict> = verdicts.iter().map(|(_, verdict)| verdict).collect();
    report.fields = loss::by_field(&all).iter().map(field).collect();
    lost.sort_by_key(|(handoff, loss)| (std::cmp::Reverse(loss.whole_bp), *handoff));
    lost.truncate(LOSSES_MAX);
    let by_id: BTreeMap<i64, &Handoff> = handoffs.iter().map(|one| (one.proposal.id.0, one)).collect();
    let units: Vec<i64> =
        lost.iter().filter_map(|(id, _)| by_id.get(id)).map(|handoff| handoff.proposal.unit.0).collect();
    let names = rules::names(app, &units).await?;
    let one = |(id, loss): (i64, Loss)| {
        let proposal = &by_id.get(&id)?.proposal;
        let giver = people.get(&proposal.giver.0).map(|row| row.name.clone()).unwrap_or_default();
        let customer = names.get(&proposal.unit.0)?.1.name.clone();
        Some(HandoffLoss { handoff: id.to_string(), customer, giver, loss })
    };
    report.losses = lost.into_iter().filter_map(one).collect();
    Ok(())
}

/// A field with its title.
fn field(found: &loss::FieldLoss) -> Value {
    let mut value = json!(found);
    let title = FIELDS.iter().find(|spec| spec.field == found.field).map(|spec| json!(spec.title));
    if let (Value::Object(value), Some(title)) = (&mut value, title) {
        value.insert("title".to_owned(), title);
    }
    value
}
