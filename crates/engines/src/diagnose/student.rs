//! Student's t, by numerical integration: exact enough for decisions, and small.

const STEPS: usize = 400;

/// The chance of a value above `t`.
pub fn above(t: f64, free: f64) -> f64 {
    let tail = 0.5 - area(t.abs(), free);
    if t >= 0.0 { tail } else { 1.0 - tail }
}

/// The value that the share `chance` (above one half) lies below.
pub fn quantile(chance: f64, free: f64) -> f64 {
    let (mut low, mut high) = (0.0, 200.0);
    for _ in 0..44 {
        let middle = (low + high) / 2.0;
        if 1.0 - above(middle, free) < chance { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The area between 0 and `t`: with `t = sqrt(free) tan(angle)` the density is a power of a cosine.
fn area(t: f64, free: f64) -> f64 {
    let angle = (t / free.sqrt()).atan();
    simpson(angle, free) / (2.0 * simpson(std::f64::consts::FRAC_PI_2, free))
}

fn simpson(to: f64, free: f64) -> f64 {
    let step = to / STEPS as f64;
    let value = |at: usize| (at as f64 * step).cos().max(0.0).powf(free - 1.0);
    let inner: f64 = (1..STEPS).map(|at| value(at) * if at % 2 == 1 { 4.0 } else { 2.0 }).sum();
    (value(0) + inner + value(STEPS)) * step / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_met() {
        for (chance, free, value) in
            [(0.975, 2.0, 4.303), (0.975, 11.0, 2.201), (0.95, 5.0, 2.015), (0.995, 30.0, 2.750)]
        {
            assert!((quantile(chance, free) - value).abs() < 6e-4, "{chance} {free}");
            assert!((above(value, free) - (1.0 - chance)).abs() < 1e-4);
        }
        assert!((above(-2.201, 11.0) - 0.975).abs() < 1e-4);
    }
}
