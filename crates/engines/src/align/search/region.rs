//! Some sellers and the items that can go from one of them to another: the state on which moves are tried. Everything is numbered
//! anew and kept close together.
use super::shape::Shape;
use std::ops::Range;

/// A seller who can take an item, as the search needs it.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The seller, by the number in the region.
    pub seller: u32,
    /// Dollars above the cheapest at the prices.
    pub regret: f32,
    /// What it adds to the seller's loads.
    pub load: [f32; 2],
}

/// The state of a search in a region.
#[derive(Clone, Debug, Default)]
pub struct Region {
    /// The sellers' numbers in the market.
    pub names: Vec<u32>,
    /// Where each item's choices begin; one more at the end.
    pub starts: Vec<u32>,
    /// All choices.
    pub choices: Vec<Choice>,
    /// The choice that each item has now.
    pub now: Vec<u32>,
    /// Which items are hunters with their pipelines.
    pub paired: Vec<bool>,
    /// Most hunters of a seller.
    pub paired_max: u32,
    /// Choices with at most this regret are near.
    pub near: f32,
    /// Hunters of each seller.
    pub pairs: Vec<u32>,
    /// The loads of each seller, by whatever else there is too.
    pub loads: Vec<[f64; 2]>,
    /// What loads cost.
    pub shapes: Vec<[Shape; 2]>,
    /// What they cost now.
    pub costs: Vec<f64>,
    /// The items of each seller.
    pub members: Vec<Vec<u32>>,
    /// Where each item stands among them.
    pub places: Vec<u32>,
}

impl Region {
    /// Computes what follows from choices, loads and shapes.
    pub fn settle(&mut self) {
        self.members = vec![Vec::new(); self.loads.len()];
        self.places = vec![0; self.now.len()];
        for item in 0..self.now.len() {
            let seller = self.has(item).seller as usize;
            self.places[item] = self.members[seller].len() as u32;
            self.members[seller].push(item as u32);
        }
        self.price();
    }

    /// Changes what loads cost.
    pub fn reshape(&mut self, shapes: Vec<[Shape; 2]>) {
        self.shapes = shapes;
        self.price();
    }

    fn price(&mut self) {
        self.costs = (0..self.loads.len()).map(|seller| self.cost(seller, self.loads[seller])).collect();
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.now.len()
    }

    /// What loads of a seller cost.
    pub fn cost(&self, seller: usize, load: [f64; 2]) -> f64 {
        let [hours, potential] = &self.shapes[seller];
        hours.at(load[0]) + potential.at(load[1])
    }

    /// What the loads of a seller cost now.
    pub fn cost_now(&self, seller: usize) -> f64 {
        self.costs[seller]
    }

    /// What the loads of a seller cost now above the least that loads could cost.
    pub fn excess(&self, seller: usize) -> f64 {
        let [hours, potential] = &self.shapes[seller];
        self.costs[seller] - hours.least() - potential.least()
    }

    /// The items of a seller.
    pub fn members_of(&self, seller: u32) -> &[u32] {
        &self.members[seller as usize]
    }

    /// Where the choices of an item are.
    pub fn range(&self, item: usize) -> Range<usize> {
        self.starts[item] as usize..self.starts[item + 1] as usize
    }

    /// The choice of an item that it has now.
    pub fn has(&self, item: usize) -> Choice {
        self.choices[self.now[item] as usize]
    }

    /// The choice of an item with a seller.
    pub fn choice_with(&self, item: usize, seller: u32) -> Option<usize> {
        self.range(item).find(|choice| self.choices[*choice].seller == seller)
    }

    /// Whether an item is a hunter and the seller may have no more of them.
    pub fn full(&self, item: usize, seller: u32) -> bool {
        self.paired[item] && self.pairs[seller as usize] >= self.paired_max
    }

    /// Moves an item to one of its choices, and says what that changes in dollars.
    pub fn take(&mut self, item: usize, choice: usize) -> f64 {
        let (from, to) = (self.has(item), self.choices[choice]);
        let (old, new) = (from.seller as usize, to.seller as usize);
        self.now[item] = choice as u32;
        if old == new {
            return 0.0;
        }
        let before = self.costs[old] + self.costs[new];
        self.loads[old] = less(self.loads[old], from.load);
        self.loads[new] = more(self.loads[new], to.load);
        self.costs[old] = self.cost(old, self.loads[old]);
        self.costs[new] = self.cost(new, self.loads[new]);
        self.enrol(item, old, new);
        f64::from(to.regret - from.regret) + self.costs[old] + self.costs[new] - before
    }

    fn enrol(&mut self, item: usize, old: usize, new: usize) {
        let place = self.places[item] as usize;
        self.members[old].swap_remove(place);
        if let Some(moved) = self.members[old].get(place) {
            self.places[*moved as usize] = place as u32;
        }
        self.places[item] = self.members[new].len() as u32;
        self.members[new].push(item as u32);
        if self.paired[item] {
            self.pairs[old] -= 1;
            self.pairs[new] += 1;
        }
    }

    /// Dollars above what the prices would allow, less a constant.
    pub fn total(&self) -> f64 {
        let regrets: f64 = (0..self.items()).map(|item| f64::from(self.has(item).regret)).sum();
        regrets + self.costs.iter().sum::<f64>()
    }
}

/// Loads without one.
pub fn less(loads: [f64; 2], load: [f32; 2]) -> [f64; 2] {
    [loads[0] - f64::from(load[0]), loads[1] - f64::from(load[1])]
}

/// Loads with one more.
pub fn more(loads: [f64; 2], load: [f32; 2]) -> [f64; 2] {
    [loads[0] + f64::from(load[0]), loads[1] + f64::from(load[1])]
}
