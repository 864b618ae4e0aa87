//! Counts that load adds to or takes from: `E count = exposure * seller * month + slope * (load - the seller's usual load)`.
//! Seller and month effects multiply, so that a market that shrinks for everybody in proportion is no effect of load. They are fitted
//! by proportional scaling, which needs only the margins; the slope is one step of Fisher's scoring from no effect, in closed form:
//! least squares of `count - mean` on what the effects do not explain of the load, weighted by `1 / mean`.

/// Sellers times months, row after row.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Rows.
    pub sellers: usize,
    /// Columns.
    pub months: usize,
    /// The share of the month that counts; zero: no cell.
    pub exposure: Vec<f64>,
}

/// A panel with its slope.
#[derive(Clone, Debug)]
pub struct Fit {
    /// Counts a month per unit of load.
    pub slope: f64,
    /// Information on the slope where counts scatter as Poisson; zero: the load says nothing.
    pub information: f64,
    /// Expected counts without load.
    pub mean: Vec<f64>,
    /// The part of the load that the effects do not explain.
    pub load_left: Vec<f64>,
    /// Pearson's dispersion; 1 for Poisson counts.
    pub dispersion: f64,
    /// Per seller: how counts lean on load, in standard errors of Poisson counts.
    pub lean: Vec<f64>,
}

const SWEEPS_MAX: usize = 60;
const TOLERANCE: f64 = 1e-7;
/// A cell weighs at most as if its mean were this share of the usual one: what is nearly impossible must not decide.
const MEAN_MIN: f64 = 0.05;

/// Fits effects and slope.
pub fn fit(grid: &Grid, count: &[f64], load: &[f64]) -> Fit {
    let mean = effects(grid, count);
    let least = MEAN_MIN * usual(&mean);
    let load = centred(grid, load);
    let relative: Vec<f64> = mean.iter().zip(&load).map(|(mean, load)| load / mean.max(least)).collect();
    let relative_left = take_out_effects(grid, &mean, relative);
    let cells = 0..count.len();
    let information: f64 = cells.clone().map(|c| mean[c] * relative_left[c].powi(2)).sum();
    let score: f64 = cells.map(|c| (count[c] - mean[c]) * relative_left[c]).sum();
    let has_load = information > 1e-9;
    let slope = if has_load { score / information } else { 0.0 };
    let load_left: Vec<f64> = mean.iter().zip(&relative_left).map(|(mean, left)| mean * left).collect();
    let lean = lean(grid, count, &mean, &relative_left);
    let dispersion = dispersion(grid, count, &mean, &load_left, slope);
    Fit { slope, information: if has_load { information } else { 0.0 }, mean, load_left, dispersion, lean }
}

impl Fit {
    /// Expected counts with the effect of load, never below nothing.
    pub fn mean_with_load(&self) -> Vec<f64> {
        let with = |(mean, left): (&f64, &f64)| (mean + self.slope * left).max(MEAN_MIN * mean);
        self.mean.iter().zip(&self.load_left).map(with).collect()
    }

    /// The slope in its standard errors.
    pub fn statistic(&self) -> f64 {
        self.slope * (self.information / self.dispersion).sqrt()
    }
}

/// The load less each seller's usual one.
pub fn centred(grid: &Grid, load: &[f64]) -> Vec<f64> {
    let mut centred = vec![0.0; load.len()];
    let rows = centred.chunks_exact_mut(grid.months).zip(load.chunks_exact(grid.months));
    for ((to, from), exposure) in rows.zip(grid.exposure.chunks_exact(grid.months)) {
        let sum: f64 = from.iter().zip(exposure).map(|(load, exposure)| load * exposure).sum();
        let usual = ratio(sum, exposure.iter().sum());
        to.iter_mut().zip(from).zip(exposure).for_each(|((to, from), exposure)| {
            *to = if *exposure > 0.0 { from - usual } else { 0.0 };
        });
    }
    centred
}

fn usual(mean: &[f64]) -> f64 {
    let cells = mean.iter().filter(|mean| **mean > 0.0).count();
    mean.iter().sum::<f64>() / cells.max(1) as f64
}

/// Expected values whose sums per seller and month are those of `value`; sums below zero count as zero.
pub fn effects(grid: &Grid, value: &[f64]) -> Vec<f64> {
    let (row_sums, column_sums) = margins(grid, value);
    let mut rows = vec![1.0; grid.sellers];
    let mut columns: Vec<f64> = column_sums.iter().map(|sum| f64::from(u8::from(*sum > 0.0))).collect();
    let mut sums = vec![0.0; grid.months];
    for _ in 0..SWEEPS_MAX {
        let mut change: f64 = 0.0;
        sums.fill(0.0);
        for (row, exposures) in grid.exposure.chunks_exact(grid.months).enumerate() {
            let sum: f64 = exposures.iter().zip(&columns).map(|(exposure, effect)| exposure * effect).sum();
            let effect = ratio(row_sums[row], sum);
            change = change.max((effect - rows[row]).abs() / effect.max(1e-12));
            rows[row] = effect;
            sums.iter_mut().zip(exposures).for_each(|(sum, exposure)| *sum += exposure * effect);
        }
        columns
            .iter_mut()
            .zip(&column_sums)
            .zip(&sums)
            .for_each(|((column, of), sum)| *column = ratio(*of, *sum));
        if change < TOLERANCE {
            break;
        }
    }
    let cell =
        |(cell, exposure): (usize, &f64)| exposure * rows[cell / grid.months] * columns[cell % grid.months];
    grid.exposure.iter().enumerate().map(cell).collect()
}

fn margins(grid: &Grid, value: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (mut rows, mut columns) = (vec![0.0; grid.sellers], vec![0.0; grid.months]);
    for (cell, value) in value.iter().enumerate().filter(|(cell, _)| grid.exposure[*cell] > 0.0) {
        rows[cell / grid.months] += value;
        columns[cell % grid.months] += value;
    }
    rows.iter_mut().chain(&mut columns).for_each(|sum| *sum = sum.max(0.0));
    (rows, columns)
}

fn ratio(sum: f64, of: f64) -> f64 {
    if of > 0.0 { sum / of } else { 0.0 }
}

/// Takes weighted row and column means out until none are left.
fn take_out_effects(grid: &Grid, weight: &[f64], mut left: Vec<f64>) -> Vec<f64> {
    let months = grid.months;
    let (mut weights, mut sums) = (vec![0.0; months], vec![0.0; months]);
    for (cell, weight) in weight.iter().enumerate() {
        weights[cell % months] += weight;
    }
    let size = left.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    for _ in 0..SWEEPS_MAX {
        sums.fill(0.0);
        for (left, weight) in left.chunks_exact_mut(months).zip(weight.chunks_exact(months)) {
            let weighted: f64 = left.iter().zip(weight).map(|(left, weight)| left * weight).sum();
            let row = ratio(weighted, weight.iter().sum());
            for ((left, weight), sum) in left.iter_mut().zip(weight).zip(&mut sums) {
                *left -= row;
                *sum += *left * weight;
            }
        }
        sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum = ratio(*sum, *weight));
        for left in left.chunks_exact_mut(months) {
            left.iter_mut().zip(&sums).for_each(|(left, column)| *left -= column);
        }
        if sums.iter().all(|column| column.abs() <= 1e-6 * size) {
            break;
        }
    }
    left
}

fn lean(grid: &Grid, count: &[f64], mean: &[f64], left: &[f64]) -> Vec<f64> {
    let row = |row: usize| {
        let cells = row * grid.months..(row + 1) * grid.months;
        let score: f64 = cells.clone().map(|c| (count[c] - mean[c]) * left[c]).sum();
        let information: f64 = cells.map(|c| mean[c] * left[c].powi(2)).sum();
        if information > 1e-9 { score / information.sqrt() } else { 0.0 }
    };
    (0..grid.sellers).map(row).collect()
}

fn dispersion(grid: &Grid, count: &[f64], mean: &[f64], load_left: &[f64], slope: f64) -> f64 {
    let (mut sum, mut cells) = (0.0, 0.0);
    for cell in (0..count.len()).filter(|cell| mean[*cell] > 0.0) {
        sum += (count[cell] - mean[cell] - slope * load_left[cell]).powi(2) / mean[cell];
        cells += 1.0;
    }
    let free = cells - (grid.sellers + grid.months) as f64;
    if free >= 1.0 { (sum / free).max(1e-6) } else { 1.0 }
}
