//! Balance of workload: a seller's hours, with those of the hunters' new business, stay in a band around the target.
use super::band::Band;
use crate::align::problem::Problem;

/// The band of a seller's hours.
pub fn band(problem: &Problem, seller: usize) -> Band {
    let parameters = &problem.parameters;
    Band::around(problem.sellers[seller].hours, parameters.tol_w, parameters.pen_w)
}
