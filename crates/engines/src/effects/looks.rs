//! What a look before the end may claim. Whoever looks every month and stops at the first good one finds effects that are not there; so
//! the level is spent over the months by O'Brien and Fleming's rule in the form of Lan and DeMets (1983), as if somebody looked every
//! month. Nobody has to tell how often they looked, and who looks once at the end loses little.
use super::normal::{below, density, quantile};

/// The level of a two-sided claim at each look, for looks at these shares of what will be known in the end (increasing, the last one 1).
/// All looks together claim an effect that is not there with the chance `level` at most, where what is known later holds what was known
/// before (independent increments; outcomes that hang together over time make it less).
pub fn levels(shares: &[f64], level: f64) -> Vec<f64> {
    let mut walk = Walk::new();
    let mut levels = Vec::with_capacity(shares.len());
    let (mut spent, mut before) = (0.0, 0.0);
    for share in shares {
        let share = share.clamp(1e-3, 1.0);
        let to_spend = spending(share, level);
        if share <= before + 1e-9 {
            // Nothing new is known: nothing new may be claimed.
            levels.push(0.0);
            continue;
        }
        let bound = walk.step(before, share, to_spend - spent);
        levels.push(2.0 * (1.0 - below(bound)));
        (spent, before) = (to_spend, share);
    }
    levels
}

/// What may have been spent when this share is known: half of the level on either side.
fn spending(share: f64, level: f64) -> f64 {
    4.0 * (1.0 - below(quantile(1.0 - level / 4.0) / share.sqrt()))
}

/// The paths that have crossed no bound yet: a Brownian motion's density on a grid.
struct Walk {
    places: Vec<f64>,
    weights: Vec<f64>,
}

const PLACES: usize = 241;
const BOUND_MAX: f64 = 9.0;

impl Walk {
    fn new() -> Self {
        Self { places: vec![0.0], weights: vec![1.0] }
    }

    /// Finds the bound (in standard errors) that the chance `spend` crosses at this share, and goes on with the paths below it.
    fn step(&mut self, before: f64, share: f64, spend: f64) -> f64 {
        let sd = (share - before).sqrt();
        let crossing = |bound: f64| -> f64 {
            let height = bound * share.sqrt();
            let beyond = |(place, weight): (&f64, &f64)| {
                weight * (below((place - height) / sd) + below((-height - place) / sd))
            };
            self.places.iter().zip(&self.weights).map(beyond).sum()
        };
        let (mut low, mut high) = (0.0, BOUND_MAX);
        for _ in 0..50 {
            let middle = (low + high) / 2.0;
            if crossing(middle) > spend { low = middle } else { high = middle }
        }
        self.keep_below(high * share.sqrt(), sd);
        high
    }

    fn keep_below(&mut self, height: f64, sd: f64) {
        let step = 2.0 * height / (PLACES - 1) as f64;
        let places: Vec<f64> = (0..PLACES).map(|at| -height + at as f64 * step).collect();
        let arriving = |place: &f64| -> f64 {
            let from = |(start, weight): (&f64, &f64)| weight * density((place - start) / sd) / sd;
            self.places.iter().zip(&self.weights).map(from).sum()
        };
        // Simpson's rule; an odd number of places.
        let simpson = |at: usize| match at {
            0 => 1.0,
            _ if at == PLACES - 1 => 1.0,
            _ if at % 2 == 1 => 4.0,
            _ => 2.0,
        };
        let weights = places.iter().enumerate().map(|(at, place)| arriving(place) * simpson(at) * step / 3.0);
        self.weights = weights.collect();
        self.places = places;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnose::random::Random;

    fn even(looks: usize) -> Vec<f64> {
        (1..=looks).map(|look| look as f64 / looks as f64).collect()
    }

    #[test]
    fn published_bounds_are_met() {
        // Lan and DeMets with O'Brien and Fleming's spending, five even looks, two-sided 5 %.
        let bounds: Vec<f64> =
            levels(&even(5), 0.05).iter().map(|level| quantile(1.0 - level / 2.0)).collect();
        for (found, published) in bounds.iter().zip([4.877, 3.357, 2.680, 2.290, 2.031]) {
            assert!((found - published).abs() < 0.004, "{bounds:?}");
        }
        assert!((levels(&[1.0], 0.05)[0] - 0.05).abs() < 1e-9);
    }

    #[test]
    fn looking_every_month_claims_no_more_than_the_level() {
        let mut random = Random::new(5, 0);
        for looks in [3, 6, 12, 24] {
            let levels = levels(&even(looks), 0.05);
            let crosses = |random: &mut Random| {
                let mut sum = 0.0;
                let z = |at: usize, sum: f64| sum / ((at + 1) as f64).sqrt();
                levels.iter().enumerate().any(|(at, level)| {
                    sum += random.normal();
                    2.0 * (1.0 - below(z(at, sum).abs())) <= *level
                })
            };
            let claims = (0..20_000).filter(|_| crosses(&mut random)).count();
            assert!((880..1_120).contains(&claims), "{looks} {claims}");
        }
    }

    #[test]
    fn a_month_without_news_may_claim_nothing() {
        let levels = levels(&[0.5, 0.5, 1.0], 0.05);
        assert_eq!(levels[1], 0.0);
        assert!(levels[2] > 0.04);
    }
}
