//! The simulator: against golden values of a reference program, against what can be worked out by hand, and through its doors.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod calibration;
mod documents;
mod golden;
mod laws;
mod limits;
mod monotone;
mod plans;
mod studies;

use tandem_engines::simulate::{Run, Scenario, parse, simulate};

/// The default scenario with some parameters changed, as a document gives them.
fn scenario(document: &str) -> Scenario {
    parse(document).map_err(|refusals| format!("{document}: {refusals:?}")).unwrap()
}

/// One run of the default scenario with some parameters changed.
fn run(document: &str, seed: u64) -> Run {
    simulate(&scenario(document), seed)
}

/// A mean over the seeds 1 to 12.
fn mean(document: &str, measure: impl Fn(&Run) -> f64) -> f64 {
    (1..=12).map(|seed| measure(&run(document, seed))).sum::<f64>() / 12.0
}

/// Customers ask for nothing, so that roles make no difference but by their cost.
const NO_SERVICE: &str = "
m_rt: [0, 0, 0]
p_inc: [0, 0, 0]
h_impl: [0, 0, 0]
f_easy: 0
e_x: 0
l_spec: 0
l_off: 0
coord: 0
policy: never
fit_assign: 0
att: 0
g_plan: [0.5, 0.5]
";
