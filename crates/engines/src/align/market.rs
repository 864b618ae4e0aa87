//! What bound and search know of a problem: items that each go to one seller, what that costs and loads, and the sellers' bands.
use super::rules::band::Band;

/// A seller who can take an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The seller.
    pub seller: u32,
    /// Dollars.
    pub cost: f32,
    /// What it adds to the seller's two loads.
    pub load: [f32; 2],
}

/// A column with its cost at given prices.
#[derive(Clone, Copy, Debug)]
pub struct Priced {
    /// Cost and load at the prices, in dollars.
    pub reduced: f64,
    /// The column.
    pub column: Column,
}

/// What is asked of the pricing of one item.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Columns at most this many dollars above the cheapest.
    pub slack: f64,
    /// At most so many of every kind of seller.
    pub most: usize,
}

/// Kinds of sellers: in the field and inside.
pub const KINDS: usize = 2;

/// A problem in the form that is solved. Whatever is locked is in the base.
pub trait Market: Sync {
    /// How many sellers there are.
    fn sellers(&self) -> usize;
    /// How many items go to a seller.
    fn items(&self) -> usize;
    /// The bands of a seller's two loads.
    fn bands(&self, seller: usize) -> [Band; 2];
    /// The two loads of a seller before any item.
    fn base(&self, seller: usize) -> [f64; 2];
    /// Dollars before any item.
    fn base_cost(&self) -> f64;
    /// The size of an item, by which its temperature is measured.
    fn size(&self, item: usize) -> f64;
    /// Prices of a unit of each load that mean about the same to a seller with these bands.
    fn unit_prices(&self, bands: &[Band; 2]) -> [f64; 2];
    /// What pricing under these prices can use for all items alike.
    fn ready(&self, prices: &[[f64; 2]]) -> Vec<f64>;
    /// Prices an item over all sellers: the cheapest reduced cost, and the wanted columns in `found`, cheapest first.
    fn price(
        &self,
        item: usize,
        prices: &[[f64; 2]],
        ready: &[f64],
        wanted: Wanted,
        found: &mut Vec<Priced>,
    ) -> f64;
    /// A usual price of a unit of the first load, in dollars.
    fn price_unit(&self) -> f64;
    /// Where a seller is, for those who have neighbours.
    fn place(&self, seller: usize) -> Option<[f64; 3]>;
    /// Where a seller is from west to east: those without a place are more alike the nearer they are on this line.
    fn line(&self, seller: usize) -> f64;
    /// Whether an item is a hunter with the pipeline.
    fn paired(&self, item: usize) -> bool;
    /// Most hunters of a seller.
    fn paired_max(&self) -> u32;
    /// Hunters of a seller before any item.
    fn base_pairs(&self, seller: usize) -> u32;
    /// Sellers whom an item always has among its columns while prices are far from settled: near ones, and of those who are all
    /// alike some of everybody, so that no seller is left to a few items. At most so many of every kind.
    fn anchors(&self, item: usize, most: usize, found: &mut Vec<u32>);
    /// The column of an item with a seller; none where that is not allowed.
    fn column(&self, item: usize, seller: u32) -> Option<Column>;
}

/// Sorts what was found, cheapest first, and keeps what is wanted: of every kind of seller the cheapest ones, so that a kind that
/// is dear today is there when prices change. The cheapest reduced cost.
pub fn keep(found: &mut Vec<Priced>, wanted: Wanted, kind: impl Fn(u32) -> usize) -> f64 {
    let best = found.iter().fold(f64::INFINITY, |best, priced| best.min(priced.reduced));
    found.retain(|priced| priced.reduced <= best + wanted.slack);
    found.sort_by(|a, b| a.reduced.total_cmp(&b.reduced).then(a.column.seller.cmp(&b.column.seller)));
    let mut counts = [0; KINDS];
    found.retain(|priced| {
        let count = &mut counts[kind(priced.column.seller)];
        *count += 1;
        *count <= wanted.most.max(1)
    });
    best
}
