//! The checker's own keeping of the rules: who may have what, what it costs, what lies outside the bands.
use super::files::{Answer, Instance};
use super::price::{hunter_price, unit_price};
use serde::Serialize;

/// What the checker finds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// Nothing is broken.
    pub feasible: bool,
    /// What is broken.
    pub broken: Vec<String>,
    /// Dollars a year; none where something is broken.
    pub objective: Option<f64>,
    /// What the certificate proves no alignment can be below.
    pub lower_bound: Option<f64>,
    /// Distance of the objective from it, as a share of it.
    pub gap: Option<f64>,
    /// Units that change hands.
    pub moved_units: usize,
    /// Their recurring revenue.
    pub moved_arr: f64,
    /// Sellers outside the band of hours.
    pub outside_workload: usize,
    /// Sellers outside the band of potential.
    pub outside_potential: usize,
}

impl Verdict {
    /// Adds the lower bound of a certificate.
    pub fn certify(&mut self, bound: f64) {
        self.lower_bound = Some(bound);
        self.gap = self.objective.map(|objective| (objective - bound) / bound.abs());
    }
}

/// The sums while they are made.
struct Tally<'a> {
    instance: &'a Instance<'a>,
    answer: &'a Answer,
    broken: Vec<String>,
    cost: f64,
    load: Vec<[f64; 2]>,
    moved_units: usize,
    moved_arr: f64,
}

/// Checks all rules and sums all costs.
pub fn verdict(instance: &Instance, answer: &Answer) -> Verdict {
    let mut tally = Tally {
        instance,
        answer,
        broken: answer.wrong.clone(),
        cost: 0.0,
        load: vec![[0.0, 0.0]; instance.sellers.len()],
        moved_units: 0,
        moved_arr: 0.0,
    };
    tally.units();
    tally.hunters();
    let (outside_workload, outside_potential) = tally.bands();
    let feasible = tally.broken.is_empty();
    Verdict {
        feasible,
        objective: feasible.then_some(tally.cost),
        lower_bound: None,
        gap: None,
        moved_units: tally.moved_units,
        moved_arr: tally.moved_arr,
        outside_workload,
        outside_potential,
        broken: tally.broken,
    }
}

impl Tally<'_> {
    fn units(&mut self) {
        let (instance, answer) = (self.instance, self.answer);
        for (number, unit) in instance.units.iter().enumerate() {
            let Some(seller) = answer.units[number].filter(|seller| *seller < self.load.len()) else {
                self.broken.push(format!("account {number} has no valid rep"));
                continue;
            };
            self.add(
                "account",
                number,
                seller,
                unit_price(instance, unit, seller),
                [unit.hours, unit.potential],
            );
            let manager = |hunter: f64| answer.hunters.get(hunter as usize).copied().flatten();
            if unit.hunter >= 0.0 && manager(unit.hunter) != Some(seller) {
                self.broken.push(format!("account {number} is not with the account manager of its hunter"));
            }
            if unit.owner >= 0.0 && unit.owner != seller as f64 {
                self.moved_units += 1;
                self.moved_arr += unit.arr;
            }
        }
    }

    fn hunters(&mut self) {
        let (instance, answer) = (self.instance, self.answer);
        let mut paired = vec![0_usize; self.load.len()];
        for (number, hunter) in instance.hunters.iter().enumerate() {
            let Some(seller) = answer.hunters[number].filter(|seller| *seller < self.load.len()) else {
                self.broken.push(format!("hunter {number} has no valid rep"));
                continue;
            };
            let price = hunter_price(instance, hunter, seller);
            self.add("hunter", number, seller, price, [hunter.hours, hunter.potential]);
            paired[seller] += 1;
        }
        for (rep, count) in paired.into_iter().enumerate() {
            if count as f64 > instance.constants.hunters_max {
                self.broken.push(format!("rep {rep} has {count} hunters, more than `hunters_max`"));
            }
        }
    }

    fn add(&mut self, kind: &str, number: usize, seller: usize, price: f64, load: [f64; 2]) {
        if price.is_infinite() {
            self.broken.push(format!("{kind} {number} may not be with rep {seller}"));
        }
        self.cost += price;
        self.load[seller][0] += load[0];
        self.load[seller][1] += load[1];
    }

    /// Adds what lies outside the bands; how many sellers are outside in hours and in potential.
    fn bands(&mut self) -> (usize, usize) {
        let c = &self.instance.constants;
        let mut outside = [0, 0];
        for (seller, [hours, potential]) in self.instance.sellers.iter().zip(&self.load) {
            let over = [beyond(*hours, seller.hours, c.tol_w), beyond(*potential, seller.potential, c.tol_p)];
            self.cost += c.pen_w * over[0] + c.pen_p * over[1];
            for which in [0, 1] {
                outside[which] += usize::from(over[which] > 1e-6);
            }
        }
        (outside[0], outside[1])
    }
}

fn beyond(load: f64, target: f64, tolerance: f64) -> f64 {
    if load > target * (1.0 + tolerance) {
        load - target * (1.0 + tolerance)
    } else if load < target * (1.0 - tolerance) {
        target * (1.0 - tolerance) - load
    } else {
        0.0
    }
}
