//! From draft to verdict. What an intervention is judged by is locked when it begins and cannot be changed afterwards.
use super::document::{Baseline, Compared, Intervention, Member, State, Verdict, Who};
use super::panel::{Panel, PersonMonths};
use crate::subscriptions::Month;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Why a step is not possible.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is not in the state that the step begins from.
    #[error("it is {is}, but this needs one that is {needs}")]
    State {
        /// What it is.
        is: State,
        /// What it has to be.
        needs: State,
    },
    /// Nobody who takes part is in the panel before the start.
    #[error("the panel knows nothing of `{0}` in the {1} months before the start: nothing can be locked")]
    NoBaseline(String, u32),
    /// Its last day is still to come.
    #[error("it runs until {0}: it can be ended from the day after on")]
    NotOver(NaiveDate),
    /// What is locked was changed.
    #[error("{0} cannot be changed any more, because it was locked at the start: begin a new intervention")]
    Locked(String),
}

/// Begins it: what was before is written down, on the day given.
///
/// # Errors
/// Where it is no draft, or nobody who takes part is known before the start.
pub fn start(draft: &Intervention, panel: &Panel, on: NaiveDate) -> Result<Intervention, Refused> {
    needs(draft, State::Draft)?;
    let to = Month::of(draft.start).plus(-1);
    let from = to.plus(1 - i32::try_from(draft.baseline_months).unwrap_or(i32::MAX));
    let mean = |person: &PersonMonths| Some((person.person.clone(), mean(panel, person, draft, from, to)?));
    let means: BTreeMap<String, f64> =
        panel.people.iter().filter(|p| takes_part(draft, p)).filter_map(mean).collect();
    let missing = draft.members().iter().find(|member| !means.contains_key(&member.person));
    let nobody = means.is_empty().then(|| "anybody".to_owned());
    if let Some(person) = missing.map(|member| member.person.clone()).or(nobody) {
        return Err(Refused::NoBaseline(person, draft.baseline_months));
    }
    let baseline = Some(Baseline { locked: on, from, to, means });
    Ok(Intervention { state: State::Running, baseline, ..draft.clone() })
}

fn takes_part(intervention: &Intervention, person: &PersonMonths) -> bool {
    let named = |members: &[Member]| members.iter().any(|member| member.person == person.person);
    match (&intervention.people, &intervention.compared) {
        (Who::Everybody, _) | (_, Compared::EverybodyElse) => true,
        (Who::These(people), Compared::These(compared)) => named(people) || named(compared),
        (Who::These(people), Compared::Nobody) => named(people),
    }
}

/// The mean of the months that are known.
pub fn mean(panel: &Panel, person: &PersonMonths, of: &Intervention, from: Month, to: Month) -> Option<f64> {
    let inside = |at: &usize| (from..=to).contains(&panel.month(*at));
    let months = (0..person.cells.len()).filter(inside);
    let known: Vec<f64> = months.filter_map(|at| person.cells.get(at)?.rate(of.outcome)).collect();
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
}

/// Ends it, once its last day is over.
///
/// # Errors
/// Where it does not run, or still runs.
pub fn end(running: &Intervention, on: NaiveDate) -> Result<Intervention, Refused> {
    needs(running, State::Running)?;
    if on <= running.end {
        return Err(Refused::NotOver(running.end));
    }
    Ok(Intervention { state: State::Ended, ..running.clone() })
}

/// Writes the verdict down.
///
/// # Errors
/// Where it has not ended.
pub fn judge(ended: &Intervention, verdict: Verdict) -> Result<Intervention, Refused> {
    needs(ended, State::Ended)?;
    Ok(Intervention { state: State::Judged, verdict: Some(verdict), ..ended.clone() })
}

/// Takes a changed document, where nothing in it changes what the intervention is judged by.
///
/// # Errors
/// Once it has begun, where more than its name and its reason was changed.
pub fn change(before: &Intervention, after: Intervention) -> Result<Intervention, Refused> {
    if before.state == State::Draft && after.state == State::Draft {
        return Ok(after);
    }
    let changed = locked_fields(before, &after);
    if changed.is_empty() { Ok(after) } else { Err(Refused::Locked(changed.join(", "))) }
}

fn locked_fields(before: &Intervention, after: &Intervention) -> Vec<&'static str> {
    let people = |members: &[Member]| {
        members.iter().cloned().map(|m| (m.person, m.from, m.stratum)).collect::<BTreeSet<_>>()
    };
    let compared = |of: &Intervention| match &of.compared {
        Compared::These(members) => (0, people(members)),
        Compared::EverybodyElse => (1, BTreeSet::new()),
        Compared::Nobody => (2, BTreeSet::new()),
    };
    let whole = |of: &Intervention| of.people == Who::Everybody;
    let fields = [
        ("kind", before.kind != after.kind),
        ("aim", before.aim != after.aim),
        ("outcome", before.outcome != after.outcome),
        ("start", before.start != after.start),
        ("end", before.end != after.end),
        ("settle_months", before.settle_months != after.settle_months),
        ("baseline_months", before.baseline_months != after.baseline_months),
        ("assigned", before.assigned != after.assigned),
        ("people", whole(before) != whole(after) || people(before.members()) != people(after.members())),
        ("compared", compared(before) != compared(after)),
        ("expected", before.expected != after.expected),
        ("state", before.state != after.state),
        ("baseline", before.baseline != after.baseline),
        ("verdict", before.verdict != after.verdict),
    ];
    fields.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name).collect()
}

fn needs(intervention: &Intervention, state: State) -> Result<(), Refused> {
    let is = intervention.state;
    if is == state { Ok(()) } else { Err(Refused::State { is, needs: state }) }
}
