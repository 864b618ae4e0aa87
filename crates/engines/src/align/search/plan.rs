//! The plan of a search for a territory problem: temperatures and slopes in the company's own money.
use super::Plan;
use super::renew::Renewal;
use super::settle::Cooling;
use crate::align::gap::Jobs;
use crate::align::problem::Problem;

/// Alternatives that are near, for each agent: a best assignment has few jobs that are not with their cheapest agent at the prices.
const NEAR: usize = 10;

impl Plan {
    /// In terms of what an hour outside the band costs, so that another currency or another rate changes nothing.
    pub fn territory(problem: &Problem) -> Self {
        let hour = problem.parameters.pen_w.max(1e-9) / 120.0;
        let cooling = Cooling {
            temperatures: [8.0 * hour, hour],
            slopes: [8.0 * hour, 240.0 * hour],
            moves: 60,
            steps: 24,
        };
        Self {
            anneal: 0.5,
            temperatures: [60.0 * hour, hour],
            slopes: [hour, 120.0 * hour],
            near: None,
            moves: 50,
            renewal: Renewal { cooling, sellers: 6, around_worst: 6, free_percent: 30, bear: 0.0 },
        }
    }

    /// For an assignment problem, by what it costs there to do a job in the second best way.
    pub fn gap(jobs: &Jobs, prices: &[[f64; 2]]) -> Self {
        let (regret, weight) = jobs.scale(prices);
        let slope = regret / weight;
        let cooling = Cooling {
            temperatures: [0.5 * regret, 0.05 * regret],
            slopes: [0.5 * slope, 50.0 * slope],
            moves: 60,
            steps: 24,
        };
        Self {
            anneal: 0.2,
            temperatures: [0.5 * regret, 0.02 * regret],
            slopes: [0.2 * slope, 50.0 * slope],
            near: Some(NEAR),
            moves: 50,
            renewal: Renewal { cooling, sellers: 6, around_worst: 6, free_percent: 100, bear: 0.0 },
        }
    }
}
