//! Who could have begun when: the same beginnings given to other people of the same stratum, all ways or many drawn at random.
use super::grid::{Begin, Grid};
use crate::diagnose::random::Random;
use std::collections::BTreeMap;

/// A beginning for each row.
pub type Schedule = Vec<Option<Begin>>;

/// Other schedules, and whether they are all there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// The schedules; where they are all, the real one is among them.
    pub schedules: Vec<Schedule>,
    /// Whether none is left out.
    pub all: bool,
}

/// So many or fewer are all looked at.
const ALL_MAX: f64 = 4_000.0;
/// So many are drawn where there are more.
pub const DRAWN: usize = 1_999;

/// The schedules of a grid.
pub fn draws(grid: &Grid, seed: u64) -> Draws {
    let strata = strata(grid);
    let real: Schedule = grid.rows.iter().map(|row| row.begin).collect();
    if ways(&strata, &real) <= ALL_MAX {
        return Draws { schedules: all(&strata, &real), all: true };
    }
    let mut random = Random::new(seed, STREAM);
    let drawn = |_| {
        let mut schedule = real.clone();
        for rows in &strata {
            for place in (1..rows.len()).rev() {
                schedule.swap(rows[place], rows[random.index(place + 1)]);
            }
        }
        schedule
    };
    Draws { schedules: (0..DRAWN).map(drawn).collect(), all: false }
}

const STREAM: u64 = 11;

/// Rows of each stratum.
fn strata(grid: &Grid) -> Vec<Vec<usize>> {
    let mut strata: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (at, row) in grid.rows.iter().enumerate() {
        strata.entry(row.stratum.as_deref()).or_default().push(at);
    }
    strata.into_values().collect()
}

/// How many schedules there are: a product of multinomial coefficients.
fn ways(strata: &[Vec<usize>], real: &Schedule) -> f64 {
    let ways = |rows: &Vec<usize>| {
        let mut counts: BTreeMap<Option<Begin>, f64> = BTreeMap::new();
        rows.iter().enumerate().fold(1.0, |ways, (at, row)| {
            let count = counts.entry(real[*row]).or_insert(0.0);
            *count += 1.0;
            ways * (at + 1) as f64 / *count
        })
    };
    strata.iter().map(ways).product::<f64>().round()
}

fn all(strata: &[Vec<usize>], real: &Schedule) -> Vec<Schedule> {
    let mut schedules = vec![real.clone()];
    for rows in strata {
        let mut left: BTreeMap<Option<Begin>, usize> = BTreeMap::new();
        rows.iter().for_each(|row| *left.entry(real[*row]).or_insert(0) += 1);
        let mut orders = Vec::new();
        orders_of(&mut left, rows.len(), &mut Vec::new(), &mut orders);
        let with = |schedule: &Schedule| -> Vec<Schedule> {
            let given = |order: &Vec<Option<Begin>>| {
                let mut schedule = schedule.clone();
                rows.iter().zip(order).for_each(|(row, begin)| schedule[*row] = *begin);
                schedule
            };
            orders.iter().map(given).collect()
        };
        schedules = schedules.iter().flat_map(with).collect();
    }
    schedules
}

/// All different orders of what is left.
fn orders_of(
    left: &mut BTreeMap<Option<Begin>, usize>,
    places: usize,
    order: &mut Vec<Option<Begin>>,
    orders: &mut Vec<Vec<Option<Begin>>>,
) {
    if order.len() == places {
        orders.push(order.clone());
        return;
    }
    let begins: Vec<Option<Begin>> =
        left.iter().filter(|(_, count)| **count > 0).map(|(begin, _)| *begin).collect();
    for begin in begins {
        left.entry(begin).and_modify(|count| *count -= 1);
        order.push(begin);
        orders_of(left, places, order, orders);
        order.pop();
        left.entry(begin).and_modify(|count| *count += 1);
    }
}
