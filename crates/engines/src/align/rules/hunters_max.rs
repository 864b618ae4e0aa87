//! At most so many hunters per account manager, where the company says so.
use crate::align::problem::Problem;

/// Whether a seller who has so many hunters may take one more.
pub fn one_more(problem: &Problem, hunters: u32) -> bool {
    problem.parameters.hunters_max.is_none_or(|most| hunters < most)
}
