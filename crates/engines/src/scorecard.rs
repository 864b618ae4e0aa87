//! The scorecard after the split: what was promised against what came, units that were handed over against units that were not, how pairs
//! work together, what needs somebody now. Pure functions over counted facts; the same input gives the same answer.
pub mod alerts;
pub mod inside;
pub mod matched;
pub mod pairs;
pub mod promise;
mod sentences;
pub mod told;

pub use alerts::{Act, Alert, alerts};
pub use inside::{Channel, inside};
pub use matched::{HandedOver, handed_over};
pub use pairs::{Pair, Pairs, pairs};
pub use promise::{Line, Promise, Standing, lines};
