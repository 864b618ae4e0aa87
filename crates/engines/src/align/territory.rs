//! A territory problem as a market: whatever is locked becomes base, a hunter with the pipeline becomes one item.
mod blocks;
mod inside;
mod pricing;

use super::market::{Column, Market, Priced, Wanted};
use super::problem::{Alignment, Problem, Role};
use super::rules::band::Band;
use super::rules::pairing::{keeper, pipelines};
use super::rules::{channel, hunter_cost, potential, unit_cost, unit_cost_unchecked, workload};
use blocks::Blocks;
use inside::Inside;

/// What an item stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A unit.
    Unit(u32),
    /// A hunter with the whole pipeline.
    Hunter(u32),
}

/// A problem made ready to be priced.
#[derive(Debug)]
pub struct Territory<'a> {
    problem: &'a Problem,
    pipelines: Vec<Vec<u32>>,
    sources: Vec<Source>,
    loads: Vec<[f32; 2]>,
    /// The sellers of what is locked; others have no meaning.
    fixed: Alignment,
    base: Vec<[f64; 2]>,
    base_cost: f64,
    /// Hunters that are locked, by seller.
    pairs: Vec<u32>,
    field: Blocks,
    inside: Inside,
}

impl<'a> Territory<'a> {
    /// Reduces a problem.
    pub fn new(problem: &'a Problem) -> Self {
        let mut territory = Self {
            problem,
            pipelines: pipelines(problem),
            sources: Vec::with_capacity(problem.units.len()),
            loads: Vec::with_capacity(problem.units.len()),
            fixed: Alignment { units: vec![0; problem.units.len()], hunters: vec![0; problem.hunters.len()] },
            base: vec![[0.0, 0.0]; problem.sellers.len()],
            base_cost: 0.0,
            pairs: vec![0; problem.sellers.len()],
            field: Blocks::new(problem),
            inside: Inside::new(problem),
        };
        territory.take_hunters();
        territory.take_units();
        territory
    }

    /// The problem behind it.
    pub fn problem(&self) -> &'a Problem {
        self.problem
    }

    /// What an item stands for.
    pub fn source(&self, item: usize) -> Source {
        self.sources[item]
    }

    /// The alignment where the items go to these sellers.
    pub fn alignment(&self, sellers: &[u32]) -> Alignment {
        let mut alignment = self.fixed.clone();
        for (source, seller) in self.sources.iter().zip(sellers) {
            match *source {
                Source::Unit(unit) => alignment.units[unit as usize] = *seller,
                Source::Hunter(hunter) => self.pair(&mut alignment, hunter as usize, *seller),
            }
        }
        alignment
    }

    /// The sellers of the items in an alignment.
    pub fn sellers_of(&self, alignment: &Alignment) -> Vec<u32> {
        let seller = |source: &Source| match *source {
            Source::Unit(unit) => alignment.units[unit as usize],
            Source::Hunter(hunter) => alignment.hunters[hunter as usize],
        };
        self.sources.iter().map(seller).collect()
    }

    fn pair(&self, alignment: &mut Alignment, hunter: usize, seller: u32) {
        alignment.hunters[hunter] = seller;
        for unit in &self.pipelines[hunter] {
            alignment.units[*unit as usize] = seller;
        }
    }

    fn take_hunters(&mut self) {
        for hunter in 0..self.problem.hunters.len() {
            let load = self.load_of_hunter(hunter);
            match keeper(self.problem, hunter, &self.pipelines[hunter]) {
                Some(seller) => {
                    let cost = self.cost_of_hunter(hunter, seller as usize).unwrap_or_default();
                    self.fix(seller, cost, load);
                    self.pairs[seller as usize] += 1;
                    let mut fixed =
                        std::mem::replace(&mut self.fixed, Alignment { units: vec![], hunters: vec![] });
                    self.pair(&mut fixed, hunter, seller);
                    self.fixed = fixed;
                }
                None => self.free(Source::Hunter(hunter as u32), load),
            }
        }
    }

    fn take_units(&mut self) {
        for (id, unit) in self.problem.units.iter().enumerate().filter(|(_, unit)| unit.hunter.is_none()) {
            let load = [unit.hours, unit.potential];
            match unit.owner.filter(|_| unit.locked) {
                Some(seller) => {
                    self.fix(seller, unit_cost_unchecked(self.problem, id, seller as usize), load);
                    self.fixed.units[id] = seller;
                }
                None => self.free(Source::Unit(id as u32), load),
            }
        }
    }

    fn free(&mut self, source: Source, load: [f64; 2]) {
        self.sources.push(source);
        self.loads.push(load.map(|load| load as f32));
    }

    fn fix(&mut self, seller: u32, cost: f64, load: [f64; 2]) {
        self.base_cost += cost;
        for which in [0, 1] {
            self.base[seller as usize][which] += load[which];
        }
    }

    fn load_of_hunter(&self, hunter: usize) -> [f64; 2] {
        let of = &self.problem.hunters[hunter];
        let units = self.pipelines[hunter].iter().map(|unit| &self.problem.units[*unit as usize]);
        units.fold([of.hours, of.potential], |[hours, potential], unit| {
            [hours + unit.hours, potential + unit.potential]
        })
    }

    /// Dollars of a hunter and the pipeline with a seller; none where that is not allowed.
    fn cost_of_hunter(&self, hunter: usize, seller: usize) -> Option<f64> {
        let own = hunter_cost(self.problem, hunter, seller)?;
        self.pipelines[hunter]
            .iter()
            .try_fold(own, |sum, unit| Some(sum + unit_cost(self.problem, *unit as usize, seller)?))
    }
}

impl Market for Territory<'_> {
    fn sellers(&self) -> usize {
        self.problem.sellers.len()
    }

    fn items(&self) -> usize {
        self.sources.len()
    }

    fn bands(&self, seller: usize) -> [Band; 2] {
        [workload::band(self.problem, seller), potential::band(self.problem, seller)]
    }

    fn base(&self, seller: usize) -> [f64; 2] {
        self.base[seller]
    }

    fn base_cost(&self) -> f64 {
        self.base_cost
    }

    fn size(&self, item: usize) -> f64 {
        f64::from(self.loads[item][0])
    }

    fn unit_prices(&self, [hours, potential]: &[Band; 2]) -> [f64; 2] {
        // A dollar of potential is worth as much less than an hour as there is more of it.
        [1.0, hours.high.max(1.0) / potential.high.max(1.0)]
    }

    fn ready(&self, prices: &[[f64; 2]]) -> Vec<f64> {
        self.field.least_prices(prices)
    }

    fn price(
        &self,
        item: usize,
        prices: &[[f64; 2]],
        ready: &[f64],
        wanted: Wanted,
        found: &mut Vec<Priced>,
    ) -> f64 {
        found.clear();
        match self.sources[item] {
            Source::Unit(unit) => self.price_unit(unit as usize, prices, ready, wanted, found),
            Source::Hunter(hunter) => self.price_hunter(hunter as usize, prices, found),
        }
        super::market::keep(found, wanted, |seller| {
            usize::from(self.problem.sellers[seller as usize].role == Role::Inside)
        })
    }

    fn price_unit(&self) -> f64 {
        self.problem.parameters.pen_w.max(1e-9) / 120.0
    }

    fn place(&self, seller: usize) -> Option<[f64; 3]> {
        let seller = &self.problem.sellers[seller];
        (seller.role == Role::Field).then_some(seller.place.vector)
    }

    fn line(&self, seller: usize) -> f64 {
        self.problem.sellers[seller].place.longitude
    }

    fn paired(&self, item: usize) -> bool {
        matches!(self.sources[item], Source::Hunter(_))
    }

    fn paired_max(&self) -> u32 {
        self.problem.parameters.hunters_max.unwrap_or(u32::MAX)
    }

    fn base_pairs(&self, seller: usize) -> u32 {
        self.pairs[seller]
    }

    fn anchors(&self, item: usize, most: usize, found: &mut Vec<u32>) {
        found.clear();
        match self.sources[item] {
            Source::Unit(unit) => {
                let of = &self.problem.units[unit as usize];
                self.field.nearest(of.place.vector, most, found);
                found.extend(
                    of.owner.filter(|owner| channel::may(of, &self.problem.sellers[*owner as usize])),
                );
                if !of.enterprise {
                    self.inside.some(of.place.longitude, item, most, found);
                }
            }
            Source::Hunter(hunter) => {
                self.field.nearest(self.problem.hunters[hunter as usize].place.vector, most, found);
            }
        }
        found.sort_unstable();
        found.dedup();
    }

    fn column(&self, item: usize, seller: u32) -> Option<Column> {
        let cost = match self.sources[item] {
            Source::Unit(unit) => unit_cost(self.problem, unit as usize, seller as usize),
            Source::Hunter(hunter) => self.cost_of_hunter(hunter as usize, seller as usize),
        };
        Some(Column { seller, cost: cost? as f32, load: self.loads[item] })
    }
}
