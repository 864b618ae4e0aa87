//! All tests of this crate from outside, in one program: one program is linked in a tenth of the time of many.
mod align;
mod files;
mod handoffs;
mod imports;
mod incentives;
mod interventions;
mod payments;
mod pipes;
mod rules;
mod simulate;
mod staffing;
