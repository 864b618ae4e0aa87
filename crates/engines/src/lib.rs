//! Long computations over core types. Seed, budget and progress are arguments; no IO and no clock.
#![warn(missing_docs)]
pub mod demo;
pub mod diagnose;
pub mod simulate;
