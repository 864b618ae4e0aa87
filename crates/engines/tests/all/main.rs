//! All tests of this crate from outside, in one program: one program is linked in a tenth of the time of many.
mod align;
mod diagnose;
mod effects;
mod load_model;
mod scorecard;
mod simulate;
