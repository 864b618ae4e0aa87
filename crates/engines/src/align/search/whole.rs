//! The region of all sellers: every item's choices at the prices of the dual, and where everything is at first.
use super::region::{Choice, Region, more};
use super::renew::UNCUT;
use super::shape::Shapes;
use crate::align::market::{Column, Market, Wanted};
use crate::align::pool::{Merge, Pool, price_all, reduced};

/// The region, and what its items are called in the market.
#[derive(Debug)]
pub struct Whole {
    /// All sellers, and the items with a choice.
    pub region: Region,
    /// The items' numbers in the market.
    pub items: Vec<u32>,
    /// The sellers of all items of the market, at first.
    pub sellers: Vec<u32>,
    /// What the total of the region lacks to the objective.
    apart: f64,
}

/// Choices are at most this far above the cheapest, in prices of a unit of the first load, times the item's size.
const SLACK: f64 = 10.0;
/// Choices of each kind for an item, at most ...
const CHOICES_MAX: usize = 8;
/// ... and for a large one.
const CHOICES_HEAVY: usize = 24;
/// Sellers who are all alike have nearly the same price for everybody. Of so many an item has a choice whatever they cost, so that
/// none is left to a few items.
const ALIKE: usize = 4;
/// They are too many for everybody's choices when they are so many times as many.
const MANY: usize = 4;
/// With so few items a seller is far from full or empty whatever the prices say, so every seller is a choice.
const FEW: usize = 256;
/// A large item is so many times as large as the average.
pub const HEAVY: f64 = 3.0;

/// The size from which on an item is large.
pub fn heavy_from<M: Market>(market: &M) -> f64 {
    let sum: f64 = (0..market.items()).map(|item| market.size(item)).sum();
    HEAVY * sum / market.items().max(1) as f64
}

impl Whole {
    /// At some prices, from some sellers or else from everybody's cheapest.
    pub fn new<M: Market>(market: &M, prices: &[[f64; 2]], start: Option<&[u32]>, shapes: &Shapes) -> Self {
        let heavy = heavy_from(market);
        let wanted = |item: usize| {
            let size = market.size(item);
            let most = if size >= heavy || market.paired(item) { CHOICES_HEAVY } else { CHOICES_MAX };
            let slack =
                if market.items() <= FEW { f64::INFINITY } else { SLACK * market.price_unit() * size };
            Wanted { slack, most }
        };
        let (bound, pool) =
            price_all(market, prices, wanted, &Pool::default(), Merge { keep: 0.0, anchors: 0 });
        let mut whole = Self::empty(market);
        whole.apart = bound - supports(market, prices);
        let (mixed, mut near) = (mixed(market), Vec::new());
        for item in 0..pool.items() {
            let mut columns = pool.of(item).to_vec();
            if mixed {
                market.anchors(item, ALIKE, &mut near);
                near.retain(|seller| market.place(*seller as usize).is_none());
                near.retain(|seller| columns.iter().all(|column| column.seller != *seller));
                columns.extend(near.iter().filter_map(|seller| market.column(item, *seller)));
            }
            let before = start.map(|sellers| sellers[item]);
            let before = before.filter(|seller| stays(market, *seller) && whole.may(market, item, *seller));
            let seller = before.unwrap_or_else(|| whole.first(market, item, &columns));
            if columns.iter().all(|column| column.seller != seller) {
                columns.extend(market.column(item, seller));
            }
            whole.add(market, prices, item, &columns, seller);
        }
        whole.region.shapes = shapes.of(&whole.region.names, UNCUT);
        whole.region.settle();
        whole
    }

    fn empty<M: Market>(market: &M) -> Self {
        let sellers = 0..market.sellers();
        let region = Region {
            names: (0..market.sellers() as u32).collect(),
            starts: vec![0],
            paired_max: market.paired_max(),
            pairs: sellers.clone().map(|seller| market.base_pairs(seller)).collect(),
            loads: sellers.map(|seller| market.base(seller)).collect(),
            ..Region::default()
        };
        Self { region, items: Vec::new(), sellers: Vec::with_capacity(market.items()), apart: 0.0 }
    }

    /// Whether a seller may have an item, as things are.
    fn may<M: Market>(&self, market: &M, item: usize, seller: u32) -> bool {
        self.free(market, item, seller) && market.column(item, seller).is_some()
    }

    /// Whether the item is no hunter or the seller may have one more.
    fn free<M: Market>(&self, market: &M, item: usize, seller: u32) -> bool {
        !market.paired(item) || self.region.pairs[seller as usize] < self.region.paired_max
    }

    /// The cheapest seller of an item who may have it; where all are full, the cheapest of all sellers that is not.
    fn first<M: Market>(&self, market: &M, item: usize, columns: &[Column]) -> u32 {
        if let Some(column) = columns.iter().find(|column| self.free(market, item, column.seller)) {
            return column.seller;
        }
        let all = (0..market.sellers() as u32).filter_map(|seller| market.column(item, seller));
        let open = all.filter(|column| self.free(market, item, column.seller));
        let cheapest = open.min_by(|a, b| a.cost.total_cmp(&b.cost));
        cheapest.as_ref().or(columns.first()).map_or(0, |column| column.seller)
    }

    fn add<M: Market>(
        &mut self,
        market: &M,
        prices: &[[f64; 2]],
        item: usize,
        columns: &[Column],
        seller: u32,
    ) {
        self.sellers.push(seller);
        let region = &mut self.region;
        let Some(has) = columns.iter().position(|column| column.seller == seller) else { return };
        let load = &mut region.loads[seller as usize];
        *load = more(*load, columns[has].load);
        region.pairs[seller as usize] += u32::from(market.paired(item));
        if columns.len() < 2 {
            return;
        }
        let priced: Vec<f64> = columns.iter().map(|column| reduced(column, prices)).collect();
        let least = priced.iter().copied().fold(f64::INFINITY, f64::min);
        region.now.push((region.choices.len() + has) as u32);
        region.paired.push(market.paired(item));
        region.choices.extend(columns.iter().zip(priced).map(|(column, reduced)| Choice {
            seller: column.seller,
            regret: (reduced - least) as f32,
            load: column.load,
        }));
        region.starts.push(region.choices.len() as u32);
        self.items.push(item as u32);
    }

    /// The regret up to which so many alternatives for each seller lie.
    pub fn near(&self, each: usize) -> f32 {
        let mut regrets: Vec<f32> = self.region.choices.iter().map(|choice| choice.regret).collect();
        // Every item's cheapest choice is none.
        let most = self.region.items() + each * self.region.names.len();
        regrets.sort_unstable_by(f32::total_cmp);
        regrets.get(most).copied().unwrap_or(f32::INFINITY)
    }

    /// The objective as it is now, to rounding.
    pub fn objective(&self) -> f64 {
        self.region.total() + self.apart
    }

    /// The sellers of all items of the market as they are now.
    pub fn sellers_now(&self) -> Vec<u32> {
        let mut sellers = self.sellers.clone();
        for (at, item) in self.items.iter().enumerate() {
            sellers[*item as usize] = self.region.has(at).seller;
        }
        sellers
    }
}

/// Whether a seller is to have anything at all: who leaves is not begun with.
fn stays<M: Market>(market: &M, seller: u32) -> bool {
    market.bands(seller as usize).iter().any(|band| band.high > 0.0)
}

/// Whether some sellers have a place and others, too many for everybody's choices, have none.
fn mixed<M: Market>(market: &M) -> bool {
    let alike = (0..market.sellers()).filter(|seller| market.place(*seller).is_none()).count();
    alike > MANY * CHOICES_MAX && alike < market.sellers()
}

/// What the bands add to the lower bound.
fn supports<M: Market>(market: &M, prices: &[[f64; 2]]) -> f64 {
    let of = |(seller, prices): (usize, &[f64; 2])| {
        let [first, second] = market.bands(seller);
        first.support(prices[0]) + second.support(prices[1])
    };
    prices.iter().enumerate().map(of).sum()
}
