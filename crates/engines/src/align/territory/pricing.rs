//! Prices a unit or a hunter over all sellers; exact, but passes over sellers that cannot be cheap enough.
use super::Territory;
use super::blocks::chord;
use crate::align::market::{Column, Priced, Wanted};
use crate::align::rules::{channel, disruption, unit_cost_unchecked};

/// Room for rounding where a seller is passed over, in dollars.
const ROUNDING: f64 = 1e-6;

/// The columns of one unit as they are found.
struct Search<'a> {
    territory: &'a Territory<'a>,
    unit: usize,
    load: [f64; 2],
    prices: &'a [[f64; 2]],
    /// Above this a column is not wanted, as far as known.
    limit: f64,
    slack: f64,
    found: &'a mut Vec<Priced>,
}

impl Search<'_> {
    fn charge(&self, price: [f64; 2]) -> f64 {
        price[0] * self.load[0] + price[1] * self.load[1]
    }

    fn offer(&mut self, seller: u32) {
        let cost = unit_cost_unchecked(self.territory.problem, self.unit, seller as usize);
        let reduced = cost + self.charge(self.prices[seller as usize]);
        if reduced <= self.limit {
            self.limit = self.limit.min(reduced + self.slack);
            let load = [self.load[0] as f32, self.load[1] as f32];
            self.found.push(Priced { reduced, column: Column { seller, cost: cost as f32, load } });
        }
    }
}

impl Territory<'_> {
    pub(super) fn price_unit(
        &self,
        unit: usize,
        prices: &[[f64; 2]],
        least: &[f64],
        wanted: Wanted,
        found: &mut Vec<Priced>,
    ) {
        let of = &self.problem.units[unit];
        let load = [of.hours, of.potential];
        let mut search =
            Search { territory: self, unit, load, prices, limit: f64::INFINITY, slack: wanted.slack, found };
        if let Some(owner) = of.owner.filter(|owner| channel::may(of, &self.problem.sellers[*owner as usize]))
        {
            search.offer(owner);
        }
        self.price_field(&mut search, least);
        if !of.enterprise {
            self.price_inside(&mut search);
        }
    }

    /// What a seller other than the owner costs at least, travel and price apart. Skills that are lacking are left out of it: they never make anybody
    /// cheaper, so that it stays a least, and whoever is offered is priced with them.
    fn parted(&self, unit: usize) -> f64 {
        let of = &self.problem.units[unit];
        if of.owner.is_some() { disruption::parted(&self.problem.parameters, of) } else { 0.0 }
    }

    fn price_inside(&self, search: &mut Search) {
        let (parameters, of) = (&self.problem.parameters, &self.problem.units[search.unit]);
        let at_least = channel::loss(parameters, of) + self.parted(search.unit) - ROUNDING;
        for seller in &self.inside.sellers {
            let low = at_least + search.charge(search.prices[*seller as usize]);
            if low <= search.limit && of.owner != Some(*seller) {
                search.offer(*seller);
            }
        }
    }

    /// Offers the sellers of all blocks that can hold one below the limit, the most promising block first.
    fn price_field(&self, search: &mut Search, least: &[f64]) {
        let (parameters, of) = (&self.problem.parameters, &self.problem.units[search.unit]);
        let per_chord = parameters.km_cost * 2.0 * of.visits * parameters.earth_km;
        let at_least = channel::premium(parameters, of) + self.parted(search.unit) - ROUNDING;
        let from = of.place.vector;
        let low = |block: usize| {
            let charge = search.charge([least[2 * block], least[2 * block + 1]]);
            at_least + charge + per_chord * self.field.blocks[block].chord_min(from)
        };
        let mut first = (f64::INFINITY, 0);
        let lows: Vec<f64> = (0..self.field.blocks.len()).map(low).collect();
        for (block, low) in lows.iter().enumerate() {
            first = if *low < first.0 { (*low, block) } else { first };
        }
        if lows.is_empty() {
            return;
        }
        self.price_block(search, first.1, at_least, per_chord);
        for (block, low) in lows.iter().enumerate() {
            if *low <= search.limit && block != first.1 {
                self.price_block(search, block, at_least, per_chord);
            }
        }
    }

    fn price_block(&self, search: &mut Search, block: usize, at_least: f64, per_chord: f64) {
        let of = &self.problem.units[search.unit];
        for at in self.field.blocks[block].range.clone() {
            let seller = self.field.sellers[at];
            // The chord is shorter than the way along the ground.
            let low = at_least
                + search.charge(search.prices[seller as usize])
                + per_chord * chord(of.place.vector, self.field.vectors[at]);
            if low <= search.limit && of.owner != Some(seller) {
                search.offer(seller);
            }
        }
    }

    /// A hunter is priced with every field seller.
    pub(super) fn price_hunter(&self, hunter: usize, prices: &[[f64; 2]], found: &mut Vec<Priced>) {
        let load = self.load_of_hunter(hunter);
        for seller in &self.field.sellers {
            let Some(cost) = self.cost_of_hunter(hunter, *seller as usize) else { continue };
            let price = prices[*seller as usize];
            let reduced = cost + price[0] * load[0] + price[1] * load[1];
            let column = Column { seller: *seller, cost: cost as f32, load: load.map(|load| load as f32) };
            found.push(Priced { reduced, column });
        }
    }
}
