//! Handoffs: proposing one, doing acts with it, its steps, its brief, and what its gates look at.
mod act;
mod afterwards;
pub(crate) mod brief;
mod customer;
mod evidence;
pub(crate) mod gates;
pub(crate) mod kept;
mod list;
mod mass;
mod moves;
mod outlook;
pub(crate) mod party;
pub(crate) mod people;
mod playbooks;
mod propose;
mod receivers;
pub(crate) mod saved;
mod show;
mod steps;
mod transfer;
mod waiting;

pub use act::act;
pub use afterwards::{
    Afterwards, GiverLoss, HandoffLoss, HandoffReport, MadeCheck, OutcomeEffect, OutcomeTally, OutcomeView,
    add_check, afterwards, rate, report,
};
pub use brief::act_on_brief;
pub use customer::{
    CustomerAnswer, CustomerLink, CustomerPage, CustomerSaid, CustomerSide, Moment, NewLink, answer,
    customer_page, customer_side, introduction, make_link, revoke_link,
};
pub use evidence::{Evidence, Nothing, add_evidence};
pub use kept::pass_kept;
pub use list::{
    HandoffItem, Handoffs, LateSteps, MyStep, MyWork, StepTally, Wanted, late_steps, list, my_work,
};
pub use mass::{
    KindCount, MassCause, MassFate, MassLoad, MassOpportunities, MassPreview, MassRequest, MassRun, MassRuns,
    MassTotals, MassUndo, MassUnitRun, MassUnitView, MassWorker, StepsOf, cancel as cancel_mass,
    list as masses, look as look_at_mass, show as show_mass, start as start_mass, undo as undo_mass,
    work_until,
};
pub use moves::{Carrying, OpenRecord, StayingRecords};
pub use outlook::{Cast, ClosedAct};
pub use playbooks::{PlaybookView, Playbooks, playbooks};
pub use propose::{NewHandoff, propose};
pub use receivers::{ReceiverView, ReceiversView, receivers};
pub(crate) use saved::{read as saved_document, row as saved_row, text as saved_text};
pub use show::{HandoffView, show};
pub use steps::act_on_step;
pub use tandem_core::briefs::change::BriefAct;
pub use tandem_core::handoffs::Wish;
pub use tandem_core::handoffs::acts::Act;
pub use tandem_core::handoffs::steps::StepAct;
pub use waiting::Waiting;

/// What became of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Done {
    /// The version that it made, or that is there.
    pub version: u64,
    /// Whether it was done before, so that nothing changed.
    pub already_done: bool,
}
