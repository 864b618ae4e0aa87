//! A rate with how sure it is, as both benches of errors print it.

/// A rate in percent with its exact 95 % interval (Clopper and Pearson).
pub fn rate(count: usize, of: usize) -> String {
    let (low, high) = exact(count, of);
    format!("{:.1} ({:.1}–{:.1})", 100.0 * count as f64 / of as f64, 100.0 * low, 100.0 * high)
}

fn exact(count: usize, of: usize) -> (f64, f64) {
    let at_most = |count: usize, p: f64| -> f64 {
        // In logarithms, because powers of many worlds underflow.
        let (mut log, mut sum) = (of as f64 * (1.0 - p).ln(), 0.0);
        for k in 0..=count {
            sum += log.exp();
            log += ((of - k) as f64 / (k + 1) as f64 * p / (1.0 - p)).ln();
        }
        sum
    };
    let solve = |is_low: &dyn Fn(f64) -> bool| {
        let (mut low, mut high) = (1e-9, 1.0 - 1e-9);
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if is_low(middle) { low = middle } else { high = middle }
        }
        low
    };
    let low = if count == 0 { 0.0 } else { solve(&|p| 1.0 - at_most(count - 1, p) < 0.025) };
    let high = if count == of { 1.0 } else { solve(&|p| at_most(count, p) > 0.025) };
    (low, high)
}
