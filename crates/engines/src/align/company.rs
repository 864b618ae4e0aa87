//! Alignments of a company's own record: from what core assembled to the engine's problem, several answers that differ in what counts more, their
//! figures for people, and what keeping a present owner would cost.
mod emphasis;
mod figures;
mod front;
mod keeping;
mod solved;
mod texts;

pub use emphasis::Emphasis;
pub use figures::{Figures, PersonFigures, figures};
pub use front::{Worth, front};
pub use keeping::{Keeping, keeping};
pub use solved::{Failed, MOVES_PER_ITEM, Solved, again, bounded, solve};
pub use texts::{Decided, Made, made};
