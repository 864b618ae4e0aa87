//! The normal distribution: its area and its quantiles.

/// The chance of a value below `z`.
pub fn below(z: f64) -> f64 {
    let half = 0.5 * tail(z.abs() / std::f64::consts::SQRT_2);
    if z >= 0.0 { 1.0 - half } else { half }
}

/// The value that the share `chance` lies below.
pub fn quantile(chance: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if below(middle) < chance { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The density at `z`.
pub fn density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

/// The complementary error function for x from 0 on: a series near zero, a continued fraction (Lentz) beyond.
fn tail(x: f64) -> f64 {
    const NEAR: f64 = 2.0;
    if x < NEAR {
        let (mut term, mut sum) = (x, x);
        for n in 1..60 {
            term *= -x * x / f64::from(n);
            sum += term / f64::from(2 * n + 1);
        }
        return 1.0 - sum * std::f64::consts::FRAC_2_SQRT_PI;
    }
    let fraction = (1..60).rev().fold(x, |rest, n| x + f64::from(n) / 2.0 / rest);
    (-x * x).exp() / (fraction * std::f64::consts::PI.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_met() {
        for (z, area) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_542_9),
            (1.959_963_984_540_054, 0.975),
            (-2.9, 0.001_865_813_300_384_03),
            (-4.0, 3.167_124_183_311_992e-5),
            (-6.0, 9.865_876_450_376_98e-10),
        ] {
            assert!((below(z) - area).abs() < 1e-12 + 1e-8 * area, "{z} {}", below(z));
            assert!((quantile(below(z)) - z).abs() < 1e-6, "{z}");
        }
        assert!((density(0.5) - 0.352_065_326_764_299_5).abs() < 1e-14);
    }
}
