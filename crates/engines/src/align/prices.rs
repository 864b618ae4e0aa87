//! The certificate of a lower bound: what an hour and a dollar of potential are worth at each seller.
use super::problem::Problem;
use super::rules::{potential, workload};

/// Per seller, dollars per hour and dollars per dollar of potential. Positive where the seller has too much, negative where too
/// little.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices(pub Vec<[f64; 2]>);

impl Prices {
    /// Nothing is scarce.
    pub fn zero(sellers: usize) -> Self {
        Self(vec![[0.0, 0.0]; sellers])
    }

    /// The same prices within what being outside a band costs; beyond that they would prove nothing.
    pub fn clipped(mut self, problem: &Problem) -> Self {
        for (seller, [hour, dollar]) in self.0.iter_mut().enumerate() {
            let (hours, potential) =
                (workload::band(problem, seller).rate, potential::band(problem, seller).rate);
            *hour = hour.clamp(-hours, hours);
            *dollar = dollar.clamp(-potential, potential);
        }
        self
    }
}
