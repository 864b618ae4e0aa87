//! Designs of the sales force: one role or two, how many of each, when to hand off. Scenarios that people keep, studies that nodes work off, what
//! the company's own record says of the parameters, and the plan that was decided for. The decision is the whole company's: whoever may look sees totals of everybody.
mod calibration;
mod plans;
mod preview;
mod record;
mod scenarios;
mod studies;
mod work;

pub(crate) use calibration::document_of;
pub use calibration::{CalibrationView, calibration};
pub use plans::{NewPlan, PlanInForce, PlanView, in_force, take, withdraw};
pub use preview::{Trial, TrialPlan, preview};
pub(crate) use record::record as record_on;
pub(crate) use record::word as size_of;
pub use scenarios::{
    CheckedScenario, DesignsView, NewScenario, ParameterView, ScenarioView, change, check, create, delete,
    list, parameters,
};
pub use studies::{NewStudy, StudyShort, StudyView, cancel, show, start};
pub use tandem_engines::simulate::study::{Compared, Kind};
pub(crate) use work::work_off;
pub use work::{Worker, work_until};

use crate::{Error, Result};
use tandem_engines::simulate::{Scenario, parse};

/// A document as a scenario; all that is wrong with it is said at once.
fn parsed(document: &str) -> Result<Scenario> {
    parse(document).map_err(|refusals| {
        let all: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        Error::Invalid(all.join("; "))
    })
}
