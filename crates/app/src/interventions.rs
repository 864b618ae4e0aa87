//! Interventions on the record: planned, drawn, locked when they begin, asked for their effect, judged. People are kept by their ids, so that a
//! name may change; who leads nobody else's people plans and sees only what concerns the own ones.
mod acts;
mod draft;
mod effects;
mod panel;
mod pilots;
mod view;

pub(crate) use acts::act_on;
pub use acts::{Step, act};
pub use draft::{Member, NewIntervention, change, create};
pub use effects::{EffectView, PlaceboView, PointView, ReadingView, Sentence, UntouchedView};
pub use panel::csv;
pub(crate) use panel::panel as measured;
pub use pilots::{Lots, PilotPlan, Question, draw, plan};
pub use view::{
    Choices, InterventionShort, InterventionView, OutcomeChoice, Participant, PersonChoice, choices, list,
    show,
};

use crate::visibility::Scope;
use crate::{Actor, App, Error, Result};
use std::collections::BTreeSet;
use tandem_core::interventions::{Compared, Intervention, Who, read};
use tandem_store::interventions::InterventionRow;

/// The sellers whom the actor leads; everybody where absent.
async fn led(app: &App, actor: &Actor) -> Result<Option<BTreeSet<i64>>> {
    Ok(match Scope::of(actor) {
        Scope::Everything => None,
        Scope::Team | Scope::Own => Some(crate::visibility::sellers(app, actor).await?),
    })
}

/// The document of a row.
fn document(row: &InterventionRow) -> Result<Intervention> {
    read(&row.document).map_err(|refusals| {
        let all: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        Error::Conflict(format!("the intervention cannot be read: {}", all.join("; ")))
    })
}

/// Everybody who is named in it, by the ids of sellers.
fn named(of: &Intervention) -> BTreeSet<i64> {
    let compared = match &of.compared {
        Compared::These(members) => members.as_slice(),
        Compared::EverybodyElse | Compared::Nobody => &[],
    };
    of.members().iter().chain(compared).filter_map(|member| member.person.parse().ok()).collect()
}

/// Whether it concerns somebody whom the actor leads.
fn concerns(of: &Intervention, led: Option<&BTreeSet<i64>>) -> bool {
    let Some(led) = led else { return true };
    of.people == Who::Everybody || named(of).iter().any(|person| led.contains(person))
}
