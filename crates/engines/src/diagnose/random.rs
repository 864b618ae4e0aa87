//! Random numbers from a seed: the same seed and stream give the same numbers on every machine.
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Poisson, StandardNormal};

/// A stream of random numbers.
pub struct Random(ChaCha8Rng);

impl Random {
    /// One of many independent streams of a seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream);
        Self(generator)
    }

    /// Standard normal.
    pub fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.0)
    }

    /// A Poisson count; zero for a mean that is not above zero.
    pub fn poisson(&mut self, mean: f64) -> f64 {
        Poisson::new(mean.min(1e9)).map_or(0.0, |poisson| poisson.sample(&mut self.0))
    }

    /// An index below `count`, which is above zero.
    pub fn index(&mut self, count: usize) -> usize {
        self.0.random_range(0..count.max(1))
    }

    /// Plus or minus one.
    pub fn sign(&mut self) -> f64 {
        if self.0.random::<bool>() { 1.0 } else { -1.0 }
    }
}
