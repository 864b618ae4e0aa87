//! What is usually done: comparing before with after, and a straight line with a step, both as if months were independent.

/// Two-sided p of a t-test of the second part of a series against the first, where the series is cut at `at`; with the difference.
pub fn before_after(values: &[f64], at: usize) -> (f64, f64) {
    let (one, other) = values.split_at(at);
    let (mean_one, mean_other) = (mean(one), mean(other));
    let square = |part: &[f64], mean: f64| part.iter().map(|value| (value - mean).powi(2)).sum::<f64>();
    let free = (values.len() - 2) as f64;
    let variance = (square(one, mean_one) + square(other, mean_other)) / free;
    let error = (variance * (1.0 / one.len() as f64 + 1.0 / other.len() as f64)).sqrt();
    (mean_other - mean_one, p_value((mean_other - mean_one) / error, free))
}

/// The step of a straight line that may change its level and its slope at `at`, by least squares; with its p.
pub fn straight_line(values: &[f64], at: usize) -> (f64, f64) {
    let row = |month: usize| {
        let after = f64::from(u8::from(month >= at));
        [1.0, month as f64, after, after * (month as f64 - at as f64)]
    };
    let rows: Vec<[f64; 4]> = (0..values.len()).map(row).collect();
    let mut table = [[0.0; 9]; 4];
    for (one, line) in table.iter_mut().enumerate() {
        for other in 0..4 {
            line[other] = rows.iter().map(|row| row[one] * row[other]).sum();
        }
        line[4] = rows.iter().zip(values).map(|(row, value)| row[one] * value).sum();
        line[5 + one] = 1.0;
    }
    for pivot in 0..4 {
        let scale = table[pivot][pivot];
        table[pivot].iter_mut().for_each(|value| *value /= scale);
        let own = table[pivot];
        for (_, line) in table.iter_mut().enumerate().filter(|(other, _)| *other != pivot) {
            let factor = line[pivot];
            line.iter_mut().zip(own).for_each(|(value, own)| *value -= factor * own);
        }
    }
    let fitted = |row: &[f64; 4]| (0..4).map(|at| row[at] * table[at][4]).sum::<f64>();
    let free = values.len() as f64 - 4.0;
    let variance =
        rows.iter().zip(values).map(|(row, value)| (value - fitted(row)).powi(2)).sum::<f64>() / free;
    let error = (variance * table[2][7]).sqrt();
    (table[2][4], p_value(table[2][4] / error, free))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn p_value(t: f64, free: f64) -> f64 {
    2.0 * tandem_engines::diagnose::student::above(t.abs(), free)
}
