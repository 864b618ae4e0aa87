//! Balance of potential: a seller's potential, with that of the hunters' new business, stays in a band around the target.
use super::band::Band;
use crate::align::problem::Problem;

/// The band of a seller's potential.
pub fn band(problem: &Problem, seller: usize) -> Band {
    let parameters = &problem.parameters;
    Band::around(problem.sellers[seller].potential, parameters.tol_p, parameters.pen_p)
}
