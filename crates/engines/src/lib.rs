//! Long computations over core types. Seed, budget and progress are arguments; no IO and no clock.
#![warn(missing_docs)]
pub mod align;
pub mod demo;
pub mod diagnose;
pub mod effects;
pub mod scorecard;
pub mod simulate;
