//! Whether an intervention worked: the effect with its uncertainty, by the method that the data allow, and "cannot tell" as an answer.
pub mod alike;
pub mod answer;
pub mod chance;
pub mod compared;
pub mod draws;
mod effect;
pub mod grid;
pub mod groups;
pub mod line;
pub mod look;
pub mod looks;
pub mod method;
pub mod normal;
pub mod null;
pub mod picture;
pub mod pilot;
pub mod placebo;
mod reasons;
pub mod sentences;
pub mod series;
pub mod stack;
pub mod verdict;
pub mod words;

pub use answer::{Effect, Method};
pub use effect::{STEPS, effect, missing, opens_splitting};
