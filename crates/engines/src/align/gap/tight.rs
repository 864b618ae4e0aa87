//! The last resort where capacities leave hardly any room and the search ends above one of them: jobs are placed one after the other, the ones with
//! the least choice first, and taken back where the rest cannot fit any more. So many tries at most; small problems are tried out whole.
use super::Gap;

/// Agents that are tried for a job, in all.
const TRIES: u64 = 20_000_000;
/// More jobs than this are left as they are: whoever places them one within the other needs a place on the stack for each.
const JOBS_MAX: usize = 5_000;

/// The cheapest assignment that was come by and keeps every capacity; none where none was.
pub fn assignment(gap: &Gap) -> Option<Vec<u32>> {
    if gap.jobs > JOBS_MAX {
        return None;
    }
    let mut order: Vec<usize> = (0..gap.jobs).collect();
    let weights = |job: usize| (0..gap.agents).map(move |agent| gap.weight(agent, job));
    // Whoever is heavy everywhere has the least choice.
    order.sort_by_key(|job| (std::cmp::Reverse(weights(*job).min()), *job));
    let costs = |job: usize| (0..gap.agents).map(move |agent| gap.cost(agent, job));
    let after = |least: &dyn Fn(usize) -> u64| {
        let mut sums = vec![0; gap.jobs + 1];
        for at in (0..gap.jobs).rev() {
            sums[at] = sums[at + 1] + least(order[at]);
        }
        sums
    };
    let mut tried = Tried {
        gap,
        weights_after: after(&|job| weights(job).min().map_or(0, u64::from)),
        costs_after: after(&|job| costs(job).min().map_or(0, u64::from)),
        by_weight: (0..gap.jobs).map(|job| by_weight(gap, job)).collect(),
        order,
        free: gap.capacities.clone(),
        agents: vec![0; gap.jobs],
        best: None,
        tries: 0,
    };
    tried.place(0, 0);
    tried.best.map(|(_, agents)| agents)
}

struct Tried<'g> {
    gap: &'g Gap,
    order: Vec<usize>,
    /// The agents of each job, those who carry it most lightly first.
    by_weight: Vec<Vec<u32>>,
    /// What the jobs from a place on weigh, and cost, at least.
    weights_after: Vec<u64>,
    costs_after: Vec<u64>,
    free: Vec<u64>,
    agents: Vec<u32>,
    best: Option<(u64, Vec<u32>)>,
    tries: u64,
}

impl Tried<'_> {
    fn place(&mut self, at: usize, cost: u64) {
        let cannot_be_better =
            self.best.as_ref().is_some_and(|(best, _)| cost + self.costs_after[at] >= *best);
        let cannot_fit = self.free.iter().sum::<u64>() < self.weights_after[at];
        if cannot_be_better || cannot_fit || self.tries >= TRIES {
            return;
        }
        let Some(job) = self.order.get(at).copied() else {
            self.best = Some((cost, self.agents.clone()));
            return;
        };
        self.tries += self.gap.agents as u64;
        for turn in 0..self.gap.agents {
            let agent = self.by_weight[job][turn] as usize;
            let weight = u64::from(self.gap.weight(agent, job));
            if weight > self.free[agent] {
                continue;
            }
            self.free[agent] -= weight;
            self.agents[job] = agent as u32;
            self.place(at + 1, cost + u64::from(self.gap.cost(agent, job)));
            self.free[agent] += weight;
        }
    }
}

fn by_weight(gap: &Gap, job: usize) -> Vec<u32> {
    let mut agents: Vec<u32> = (0..gap.agents as u32).collect();
    agents.sort_by_key(|agent| (gap.weight(*agent as usize, job), gap.cost(*agent as usize, job), *agent));
    agents
}
