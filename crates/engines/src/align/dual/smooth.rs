//! The smoothed dual over the columns of one stage: its value, every seller's expected loads and how fast those change.
use super::exponential::exponential;
use crate::align::market::{Column, Market};
use crate::align::pool::{COLUMNS_MAX as ROOM, Pool};
use rayon::prelude::*;

/// Items with a choice, and what the others load.
pub struct Smooth {
    starts: Vec<u32>,
    /// Costs are counted from the item's cheapest.
    columns: Vec<Column>,
    temperatures: Vec<f32>,
    /// Loads of sellers by the base and by items without a choice.
    settled: Vec<[f64; 2]>,
    batches: usize,
    constant: f64,
}

/// What is found at some prices.
pub struct Found {
    /// The smoothed dual less the bands' terms and less a constant.
    pub value: f64,
    /// The same without smoothing.
    pub hard: f64,
    /// Expected loads.
    pub loads: Vec<[f64; 2]>,
    /// How fast each load falls with its price.
    pub bends: Vec<[f64; 2]>,
}

impl Found {
    fn zero(sellers: usize) -> Self {
        Self { value: 0.0, hard: 0.0, loads: vec![[0.0; 2]; sellers], bends: vec![[0.0; 2]; sellers] }
    }

    fn add(mut self, other: &Self) -> Self {
        self.value += other.value;
        self.hard += other.hard;
        for (mine, theirs) in [(&mut self.loads, &other.loads), (&mut self.bends, &other.bends)] {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                mine[0] += theirs[0];
                mine[1] += theirs[1];
            }
        }
        self
    }
}

/// Items with a choice per batch, about.
const BATCH: usize = 4096;
/// Most batches; their number never depends on the threads.
const BATCHES_MAX: usize = 16;

impl Smooth {
    /// Of the columns of a pool at a temperature in dollars per unit of size.
    pub fn new<M: Market>(market: &M, pool: &Pool, temperature: f64) -> Self {
        let mut smooth = Self {
            starts: vec![0],
            columns: Vec::new(),
            temperatures: Vec::new(),
            settled: (0..market.sellers()).map(|seller| market.base(seller)).collect(),
            batches: 1,
            constant: market.base_cost(),
        };
        for item in 0..pool.items() {
            let of = pool.of(item);
            if let [only] = of {
                smooth.constant += f64::from(only.cost);
                let load = &mut smooth.settled[only.seller as usize];
                load[0] += f64::from(only.load[0]);
                load[1] += f64::from(only.load[1]);
                continue;
            }
            let least = of.iter().fold(f32::INFINITY, |least, column| least.min(column.cost));
            smooth.constant += f64::from(least);
            smooth.columns.extend(of.iter().map(|column| Column { cost: column.cost - least, ..*column }));
            smooth.starts.push(smooth.columns.len() as u32);
            smooth.temperatures.push((temperature * market.size(item)).max(1e-9) as f32);
        }
        smooth.batches = smooth.temperatures.len().div_ceil(BATCH).clamp(1, BATCHES_MAX);
        smooth
    }

    /// Value, loads and bends at some prices.
    pub fn at(&self, prices: &[[f64; 2]]) -> Found {
        let prices: Vec<[f32; 2]> = prices.iter().map(|price| price.map(|price| price as f32)).collect();
        let items = self.temperatures.len();
        let range = |batch: usize| batch * items / self.batches..(batch + 1) * items / self.batches;
        let batches: Vec<Found> =
            (0..self.batches).into_par_iter().map(|batch| self.batch(range(batch), &prices)).collect();
        let mut found = batches.iter().fold(Found::zero(prices.len()), Found::add);
        found.value += self.constant;
        found.hard += self.constant;
        for (seller, settled) in self.settled.iter().enumerate() {
            for which in [0, 1] {
                found.loads[seller][which] += settled[which];
                found.hard += settled[which] * f64::from(prices[seller][which]);
                found.value += settled[which] * f64::from(prices[seller][which]);
            }
        }
        found
    }

    fn batch(&self, items: std::ops::Range<usize>, prices: &[[f32; 2]]) -> Found {
        let mut found = Found::zero(prices.len());
        let mut weights = [0.0_f32; ROOM];
        for item in items {
            let columns = &self.columns[self.starts[item] as usize..self.starts[item + 1] as usize];
            let weights = &mut weights[..columns.len()];
            let mut least = f32::INFINITY;
            for (weight, column) in weights.iter_mut().zip(columns) {
                let price = prices[column.seller as usize];
                *weight = column.cost + price[0] * column.load[0] + price[1] * column.load[1];
                least = least.min(*weight);
            }
            let temperature = self.temperatures[item];
            let mut sum = 0.0;
            for weight in weights.iter_mut() {
                let above = (least - *weight) / temperature;
                *weight = if above > -16.0 { exponential(above) } else { 0.0 };
                sum += *weight;
            }
            found.hard += f64::from(least);
            found.value += f64::from(least) - f64::from(temperature) * f64::from(sum).ln();
            for (weight, column) in weights.iter().zip(columns) {
                if *weight == 0.0 {
                    continue;
                }
                let share = *weight / sum;
                let bend = share * (1.0 - share) / temperature;
                let (load, bends) =
                    (&mut found.loads[column.seller as usize], &mut found.bends[column.seller as usize]);
                for which in [0, 1] {
                    load[which] += f64::from(share * column.load[which]);
                    bends[which] += f64::from(bend * column.load[which] * column.load[which]);
                }
            }
        }
        found
    }
}
