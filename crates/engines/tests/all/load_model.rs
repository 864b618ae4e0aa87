//! An independent checker of the load model: the same numbers from the likelihood itself, by brute force on tiny panels.
use tandem_engines::diagnose::additive::{Grid, fit};

const SELLERS: usize = 3;
const MONTHS: usize = 4;

/// Seller effects, month effects (the first is 1), slope.
type Parameters = [f64; SELLERS + MONTHS];

fn mean(parameters: &Parameters, cell: usize, load: &[f64], exposure: &[f64]) -> f64 {
    let (row, column) = (cell / MONTHS, cell % MONTHS);
    let month = if column == 0 { 1.0 } else { parameters[SELLERS + column - 1] };
    exposure[cell] * parameters[row] * month + parameters[SELLERS + MONTHS - 1] * load[cell]
}

fn log_likelihood(parameters: &Parameters, count: &[f64], load: &[f64], exposure: &[f64]) -> f64 {
    (0..SELLERS * MONTHS)
        .filter(|cell| exposure[*cell] > 0.0)
        .map(|cell| {
            let mean = mean(parameters, cell, load, exposure);
            if mean > 0.0 { count[cell] * mean.ln() - mean } else { f64::NEG_INFINITY }
        })
        .sum()
}

/// Climbs one parameter at a time; slow and sure.
fn climb(count: &[f64], load: &[f64], exposure: &[f64]) -> Parameters {
    let mut at: Parameters = [1.0; SELLERS + MONTHS];
    at[SELLERS + MONTHS - 1] = 0.0;
    let mut step = 0.5;
    while step > 1e-10 {
        let mut moved = false;
        for parameter in 0..SELLERS + MONTHS - 1 {
            for direction in [1.0 + step, 1.0 / (1.0 + step)] {
                let mut next = at;
                next[parameter] *= direction;
                if log_likelihood(&next, count, load, exposure) > log_likelihood(&at, count, load, exposure) {
                    at = next;
                    moved = true;
                }
            }
        }
        if !moved {
            step /= 2.0;
        }
    }
    at
}

/// One step of scoring from the full information matrix, by elimination.
fn scoring_step(at: &Parameters, count: &[f64], load: &[f64], exposure: &[f64]) -> (f64, f64) {
    const SIZE: usize = SELLERS + MONTHS;
    let mut matrix = [[0.0; SIZE + 1]; SIZE];
    for cell in (0..SELLERS * MONTHS).filter(|cell| exposure[*cell] > 0.0) {
        let here = mean(at, cell, load, exposure);
        let slope_of = |parameter: usize| {
            let mut next = *at;
            next[parameter] += 1e-6;
            (mean(&next, cell, load, exposure) - here) / 1e-6
        };
        let slopes: Vec<f64> = (0..SIZE).map(slope_of).collect();
        for row in 0..SIZE {
            for column in 0..SIZE {
                matrix[row][column] += slopes[row] * slopes[column] / here;
            }
            matrix[row][SIZE] += (count[cell] - here) * slopes[row] / here;
        }
    }
    for pivot in 0..SIZE {
        for row in pivot + 1..SIZE {
            let factor = matrix[row][pivot] / matrix[pivot][pivot];
            let above = matrix[pivot];
            for (cell, above) in matrix[row].iter_mut().zip(above).skip(pivot) {
                *cell -= factor * above;
            }
        }
    }
    // The slope comes last, so what is left of its row is its information with everything else taken out.
    (matrix[SIZE - 1][SIZE] / matrix[SIZE - 1][SIZE - 1], matrix[SIZE - 1][SIZE - 1])
}

fn check(count: [u32; 12], load: [f64; 12], exposure: [f64; 12]) {
    let count: Vec<f64> = count.iter().map(|count| f64::from(*count)).collect();
    let mut centred = load;
    for row in 0..SELLERS {
        let cells = row * MONTHS..(row + 1) * MONTHS;
        let all: f64 = cells.clone().map(|cell| exposure[cell]).sum();
        let usual: f64 = cells.clone().map(|cell| load[cell] * exposure[cell]).sum::<f64>() / all;
        cells.for_each(|cell| centred[cell] = if exposure[cell] > 0.0 { load[cell] - usual } else { 0.0 });
    }
    let grid = Grid { sellers: SELLERS, months: MONTHS, exposure: exposure.to_vec() };
    let found = fit(&grid, &count, &load);
    let best = climb(&count, &centred, &exposure);
    for cell in 0..SELLERS * MONTHS {
        let expected = if exposure[cell] > 0.0 { mean(&best, cell, &centred, &exposure) } else { 0.0 };
        assert!((found.mean[cell] - expected).abs() < 1e-4, "cell {cell}: {} {expected}", found.mean[cell]);
    }
    let (slope, information) = scoring_step(&best, &count, &centred, &exposure);
    assert!((found.slope - slope).abs() < 1e-4 * (1.0 + slope.abs()), "{} {slope}", found.slope);
    assert!((found.information / information - 1.0).abs() < 1e-3, "{} {information}", found.information);
}

#[test]
fn the_likelihood_says_the_same() {
    let whole = [1.0; 12];
    let load = [4.0, 5.0, 7.0, 8.0, 10.0, 9.0, 9.0, 12.0, 2.0, 6.0, 5.0, 9.0];
    check([3, 5, 2, 4, 6, 9, 7, 8, 2, 2, 3, 1], load, whole);
    check([1, 0, 2, 1, 12, 9, 17, 8, 4, 3, 3, 6], load, whole);
    // A seller who comes in the middle of the second month.
    let mut late = whole;
    (late[8], late[9]) = (0.0, 0.5);
    check([3, 5, 2, 4, 6, 9, 7, 8, 0, 1, 3, 2], load, late);
}

#[test]
fn load_that_never_changes_says_nothing() {
    let grid = Grid { sellers: SELLERS, months: MONTHS, exposure: vec![1.0; 12] };
    let found = fit(&grid, &[1.0, 2.0, 3.0, 2.0, 1.0, 2.0, 3.0, 2.0, 1.0, 2.0, 3.0, 2.0], &[5.0; 12]);
    assert!(found.information == 0.0 && found.slope == 0.0);
}
