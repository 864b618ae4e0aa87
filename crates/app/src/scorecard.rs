//! The scorecard after the split: what was promised against what came, units that passed on beside units that did not, pairs, the inside channel,
//! and what needs somebody now. The company's totals are for those who decide; names only for those who lead them.
mod inside;
mod months;
mod pairs;
mod promises;
mod units;
mod view;
mod warnings;

pub use inside::{ChannelLoss, ChannelView};
pub use pairs::{PairView, PairsView};
pub(crate) use promises::keep;
pub use promises::{DecidedPlan, NewPromise, PromiseView, promise};
pub use units::HandedOverView;
pub use view::{LineView, MonthView, ScenarioChoice, ScorecardView, view};
pub use warnings::{WarningCount, WarningView};
