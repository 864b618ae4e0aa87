//! The columns that are worth a look: for every item the cheapest sellers at some prices, found among all.
use super::market::{Column, Market, Priced, Wanted};
use rayon::prelude::*;

/// Columns by item, cheapest first at the prices they were made with.
#[derive(Clone, Debug, Default)]
pub struct Pool {
    /// Where each item's columns begin; one more at the end.
    pub starts: Vec<u32>,
    /// All columns.
    pub columns: Vec<Column>,
}

/// Most columns of an item.
pub const COLUMNS_MAX: usize = 32;

impl Pool {
    /// The columns of an item.
    pub fn of(&self, item: usize) -> &[Column] {
        &self.columns[self.starts[item] as usize..self.starts[item + 1] as usize]
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// What joins the columns that are found.
#[derive(Clone, Copy, Debug)]
pub struct Merge {
    /// Columns of the pool before, up to so many times the slack above the cheapest.
    pub keep: f64,
    /// So many anchors of each kind.
    pub anchors: usize,
}

/// Items priced in one go. Sums are made per batch and then in the order of batches, so that threads change nothing.
const BATCH: usize = 512;

/// Prices all items over all sellers: the lower bound that the prices prove, and the wanted columns, merged with others.
pub fn price_all<M: Market>(
    market: &M,
    prices: &[[f64; 2]],
    wanted: impl Fn(usize) -> Wanted + Sync,
    before: &Pool,
    merge: Merge,
) -> (f64, Pool) {
    let ready = market.ready(prices);
    let pricing = Pricing { market, prices, ready: &ready, before, merge };
    let batches: Vec<Batch> = (0..market.items().div_ceil(BATCH))
        .into_par_iter()
        .map(|batch| {
            let mut priced = Batch::default();
            for item in batch * BATCH..market.items().min((batch + 1) * BATCH) {
                priced.add(&pricing, item, wanted(item));
            }
            priced
        })
        .collect();
    let bound = market.base_cost() + seller_terms(market, prices);
    let bound = batches.iter().fold(bound, |bound, batch| bound + batch.sum);
    (bound, joined(batches))
}

/// What all batches share.
struct Pricing<'a, M> {
    market: &'a M,
    prices: &'a [[f64; 2]],
    ready: &'a [f64],
    before: &'a Pool,
    merge: Merge,
}

/// Some items in a row.
#[derive(Default)]
struct Batch {
    sum: f64,
    counts: Vec<u32>,
    columns: Vec<Column>,
    found: Vec<Priced>,
    near: Vec<u32>,
}

impl Batch {
    fn add<M: Market>(&mut self, pricing: &Pricing<M>, item: usize, wanted: Wanted) {
        let Pricing { market, prices, ready, before, merge } = *pricing;
        let best = market.price(item, prices, ready, wanted, &mut self.found);
        self.sum += best;
        let begin = self.columns.len();
        self.columns.extend(self.found.iter().map(|priced| priced.column));
        if merge.anchors > 0 {
            market.anchors(item, merge.anchors, &mut self.near);
            for seller in &self.near {
                if self.columns[begin..].iter().all(|column| column.seller != *seller) {
                    self.columns.extend(market.column(item, *seller));
                }
            }
        }
        self.keep(begin, pricing, if before.items() > 0 { before.of(item) } else { &[] }, best, wanted);
        self.columns.truncate(begin + COLUMNS_MAX);
        self.counts.push((self.columns.len() - begin) as u32);
    }

    /// Adds what there was before and is still cheap enough, cheapest first.
    fn keep<M>(&mut self, begin: usize, pricing: &Pricing<M>, before: &[Column], best: f64, wanted: Wanted) {
        let limit = best + pricing.merge.keep * wanted.slack;
        let mut kept: Vec<(f64, Column)> = before
            .iter()
            .filter(|column| self.columns[begin..].iter().all(|other| other.seller != column.seller))
            .map(|column| (reduced(column, pricing.prices), *column))
            .filter(|(reduced, _)| *reduced <= limit)
            .collect();
        kept.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.seller.cmp(&b.1.seller)));
        self.columns.extend(kept.into_iter().map(|(_, column)| column));
    }
}

fn joined(batches: Vec<Batch>) -> Pool {
    let mut pool = Pool { starts: vec![0], columns: Vec::new() };
    pool.columns.reserve_exact(batches.iter().map(|batch| batch.columns.len()).sum());
    let mut end = 0;
    for batch in batches {
        for count in batch.counts {
            end += count;
            pool.starts.push(end);
        }
        pool.columns.extend(batch.columns);
    }
    pool
}

/// Cost and load of a column at some prices, in dollars.
pub fn reduced(column: &Column, prices: &[[f64; 2]]) -> f64 {
    let price = prices[column.seller as usize];
    f64::from(column.cost) + price[0] * f64::from(column.load[0]) + price[1] * f64::from(column.load[1])
}

/// The bands' terms of the bound, and what the base loads are charged.
fn seller_terms<M: Market>(market: &M, prices: &[[f64; 2]]) -> f64 {
    let term = |seller: usize| {
        let (bands, base, price) = (market.bands(seller), market.base(seller), prices[seller]);
        [0, 1]
            .map(|which| bands[which].support(price[which]) + price[which] * base[which])
            .iter()
            .sum::<f64>()
    };
    (0..market.sellers()).map(term).sum()
}
