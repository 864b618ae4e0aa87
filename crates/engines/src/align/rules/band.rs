//! A band around a target: free inside, so much per unit of distance outside.

/// From where to where nothing is paid, and what is paid outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Dollars per unit of distance outside.
    pub rate: f64,
}

impl Band {
    /// Around a target, by a share of it on either side.
    pub fn around(target: f64, tolerance: f64, rate: f64) -> Self {
        Self { low: (1.0 - tolerance) * target, high: (1.0 + tolerance) * target, rate }
    }

    /// Dollars for a load.
    pub fn cost(&self, load: f64) -> f64 {
        self.rate * (load - self.high).max(self.low - load).max(0.0)
    }

    /// The least, over all loads, of the cost less the price times the load: what this band adds to the lower bound. For a price
    /// within the rate on either side; beyond it there is no least.
    pub fn support(&self, price: f64) -> f64 {
        -self.high * price.max(0.0) + self.low * (-price).max(0.0)
    }
}
