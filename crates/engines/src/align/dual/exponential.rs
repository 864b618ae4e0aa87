//! The exponential of numbers that are not positive, by arithmetic alone, so that it is the same on every machine.

/// Below this the result is taken for zero.
const LEAST: f32 = -80.0;
/// Adding and taking away this number rounds to a whole one.
const ROUND: f32 = 12_582_912.0;

/// The exponential of x for x from -infinity to 0; relative error below 3e-6.
pub fn exponential(x: f32) -> f32 {
    let y = x.max(LEAST) * std::f32::consts::LOG2_E;
    let whole = (y + ROUND) - ROUND;
    let z = (y - whole) * std::f32::consts::LN_2;
    let part = 1.0 + z * (1.0 + z * (0.5 + z * (1.0 / 6.0 + z * (1.0 / 24.0 + z * (1.0 / 120.0)))));
    part * f32::from_bits((((whole as i32) + 127) << 23) as u32)
}

#[cfg(test)]
mod tests {
    use super::exponential;

    #[test]
    fn it_is_the_exponential() {
        for step in 0..60_000 {
            let x = -(step as f32) / 1000.0;
            let (ours, theirs) = (f64::from(exponential(x)), f64::from(x).exp());
            assert!((ours / theirs - 1.0).abs() < 1e-5, "{x}: {ours} {theirs}");
        }
        assert!(exponential(f32::NEG_INFINITY) < 1e-34);
    }
}
