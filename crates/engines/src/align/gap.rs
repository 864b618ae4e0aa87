//! The generalised assignment problem by the same engine: every job to one agent, weights that depend on the agent, capacities that
//! nobody may exceed. It serves to hold the engine against published instances.
mod market;
mod read;
mod tight;

use super::dual::{self, Settings};
use super::effort::{Budget, Effort, Progress};
use super::search::{Found, Plan, search};
use super::solve::NoThreads;
pub use market::Jobs;
pub use read::{Refused, read};

/// Jobs, agents, costs, weights and capacities; all whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How many agents there are.
    pub agents: usize,
    /// How many jobs there are.
    pub jobs: usize,
    /// The cost of each job, agent by agent.
    pub costs: Vec<u32>,
    /// The weight of each job, agent by agent.
    pub weights: Vec<u32>,
    /// What each agent can carry.
    pub capacities: Vec<u64>,
}

impl Gap {
    /// The cost of a job with an agent.
    pub fn cost(&self, agent: usize, job: usize) -> u32 {
        self.costs[agent * self.jobs + job]
    }

    /// The weight of a job with an agent.
    pub fn weight(&self, agent: usize, job: usize) -> u32 {
        self.weights[agent * self.jobs + job]
    }

    /// The cost of an assignment; none where an agent carries too much or does not exist, or a job is missing.
    pub fn value(&self, agents: &[u32]) -> Option<u64> {
        let mut loads = vec![0; self.agents];
        let mut sum = 0;
        for (job, agent) in agents.iter().enumerate() {
            *loads.get_mut(*agent as usize)? += u64::from(self.weight(*agent as usize, job));
            sum += u64::from(self.cost(*agent as usize, job));
        }
        let fits = loads.iter().zip(&self.capacities).all(|(load, most)| load <= most);
        (fits && agents.len() == self.jobs).then_some(sum)
    }
}

/// What is found.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// The agent of each job, from 0; none where none was found that keeps the capacities.
    pub agents: Option<Vec<u32>>,
    /// Its cost.
    pub value: Option<u64>,
    /// No assignment costs less.
    pub bound: u64,
    /// Moves tried.
    pub moves: u64,
}

/// Solves a problem. Cancelled, it answers with what it has.
///
/// # Errors
/// Where the threads cannot be had.
pub fn solve(gap: &Gap, effort: &Effort) -> Result<Assigned, NoThreads> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(effort.threads.max(1)).build();
    let pool = pool.map_err(|_| NoThreads(effort.threads))?;
    Ok(pool.install(|| solved(gap, effort)))
}

/// Where a capacity is still exceeded at the end, it is searched on at most so often ...
const MORE: u64 = 20;
/// ... with so many moves for each job.
const MORE_MOVES: u64 = 500;

fn solved(gap: &Gap, effort: &Effort) -> Assigned {
    let jobs = Jobs::new(gap);
    let unit = jobs.usual() / 6.0;
    let settings = Settings { first: unit, last: unit / 2000.0, stages: 6 };
    let dual = dual::climb(&jobs, vec![[0.0; 2]; gap.agents], &settings, &|| !effort.cancelled());
    (effort.progress)(Progress { share: effort.share(0), objective: None, bound: dual.bound });
    let plan = Plan::gap(&jobs, &dual.prices);
    let mut found = search(&jobs, &dual, None, &plan, effort);
    for more in 1..=MORE {
        if gap.value(&found.sellers).is_some() || effort.cancelled() {
            break;
        }
        let budget = Budget::Moves(MORE_MOVES * gap.jobs as u64);
        let effort = Effort { seed: effort.seed.wrapping_add(more), budget, ..*effort };
        let again = search(&jobs, &dual, Some(&found.sellers), &plan, &effort);
        found = Found { moves: found.moves + again.moves, ..again };
    }
    let mut value = gap.value(&found.sellers);
    if let Some(agents) = value.is_none().then(|| tight::assignment(gap)).flatten() {
        value = gap.value(&agents);
        found.sellers = agents;
    }
    let bound = (dual.bound - 1e-6 * dual.bound.abs()).ceil().max(0.0) as u64;
    Assigned { agents: value.map(|_| found.sellers), value, bound, moves: found.moves }
}
