//! An assignment problem as a market: agents are sellers with a band from nothing to their capacity, jobs are items.
use super::Gap;
use crate::align::market::{Column, Market, Priced, Wanted, keep};
use crate::align::rules::band::Band;

/// The jobs of a problem, ready to be priced.
#[derive(Debug)]
pub struct Jobs<'a> {
    gap: &'a Gap,
    /// The mean weight of every job.
    sizes: Vec<f64>,
    /// A unit of weight beyond a capacity costs as much as all jobs at their dearest, so that it is never worth it.
    rate: f64,
    usual: f64,
}

impl<'a> Jobs<'a> {
    /// Reduces a problem.
    pub fn new(gap: &'a Gap) -> Self {
        let of = |job| (0..gap.agents).map(move |agent| f64::from(gap.weight(agent, job)));
        let sizes = (0..gap.jobs).map(|job| (of(job).sum::<f64>() / gap.agents as f64).max(1e-6)).collect();
        let dearest = |job| (0..gap.agents).map(|agent| f64::from(gap.cost(agent, job))).fold(0.0, f64::max);
        let rate = 1.0 + (0..gap.jobs).map(dearest).sum::<f64>();
        let sum = |numbers: &[u32]| numbers.iter().map(|number| f64::from(*number)).sum::<f64>();
        let usual = (sum(&gap.costs) + 1.0) / (sum(&gap.weights) + 1.0);
        Self { gap, sizes, rate, usual }
    }

    /// What a unit of weight costs on the average.
    pub fn usual(&self) -> f64 {
        self.usual
    }

    /// At some prices, what it costs on the average to do a job in the second best way, and what a job weighs in the best.
    pub fn scale(&self, prices: &[[f64; 2]]) -> (f64, f64) {
        let (mut regrets, mut weights, mut found) = (0.0, 0.0, Vec::new());
        for job in 0..self.gap.jobs {
            let wanted = Wanted { slack: f64::INFINITY, most: 2 };
            let best = self.price(job, prices, &[], wanted, &mut found);
            regrets += found.get(1).map_or(0.0, |second| second.reduced - best);
            weights += found.first().map_or(0.0, |first| f64::from(first.column.load[0]));
        }
        let jobs = self.gap.jobs.max(1) as f64;
        ((regrets / jobs).max(1e-3), (weights / jobs).max(1e-3))
    }

    /// A job with an agent who can carry it.
    fn column_of(&self, agent: usize, job: usize) -> Option<Column> {
        let (cost, weight) = (self.gap.cost(agent, job), self.gap.weight(agent, job));
        let fits = u64::from(weight) <= self.gap.capacities[agent];
        fits.then_some(Column { seller: agent as u32, cost: cost as f32, load: [weight as f32, 0.0] })
    }
}

impl Market for Jobs<'_> {
    fn sellers(&self) -> usize {
        self.gap.agents
    }

    fn items(&self) -> usize {
        self.gap.jobs
    }

    fn bands(&self, seller: usize) -> [Band; 2] {
        let high = self.gap.capacities[seller] as f64;
        [Band { low: 0.0, high, rate: self.rate }, Band { low: 0.0, high: 1.0, rate: 0.0 }]
    }

    fn base(&self, _: usize) -> [f64; 2] {
        [0.0; 2]
    }

    fn base_cost(&self) -> f64 {
        0.0
    }

    fn size(&self, item: usize) -> f64 {
        self.sizes[item]
    }

    fn unit_prices(&self, _: &[Band; 2]) -> [f64; 2] {
        [1.0; 2]
    }

    fn ready(&self, _: &[[f64; 2]]) -> Vec<f64> {
        Vec::new()
    }

    fn price(
        &self,
        item: usize,
        prices: &[[f64; 2]],
        _: &[f64],
        wanted: Wanted,
        found: &mut Vec<Priced>,
    ) -> f64 {
        found.clear();
        let columns = (0..self.gap.agents).filter_map(|agent| self.column_of(agent, item));
        found.extend(columns.map(|column| Priced {
            reduced: f64::from(column.cost) + prices[column.seller as usize][0] * f64::from(column.load[0]),
            column,
        }));
        keep(found, wanted, |_| 0)
    }

    fn price_unit(&self) -> f64 {
        self.usual / 6.0
    }

    fn place(&self, _: usize) -> Option<[f64; 3]> {
        None
    }

    fn line(&self, seller: usize) -> f64 {
        seller as f64
    }

    fn paired(&self, _: usize) -> bool {
        false
    }

    fn paired_max(&self) -> u32 {
        u32::MAX
    }

    fn base_pairs(&self, _: usize) -> u32 {
        0
    }

    fn anchors(&self, item: usize, most: usize, found: &mut Vec<u32>) {
        found.clear();
        let (all, most) = (self.gap.agents, most.min(self.gap.agents));
        let turned = (0..most).map(|turn| (item + turn * all / most) % all);
        found.extend(turned.filter(|agent| self.column_of(*agent, item).is_some()).map(|agent| agent as u32));
        found.sort_unstable();
        found.dedup();
    }

    fn column(&self, item: usize, seller: u32) -> Option<Column> {
        self.column_of(seller as usize, item)
    }
}
