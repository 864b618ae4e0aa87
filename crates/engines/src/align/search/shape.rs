//! What a load costs during the search: the cost of the band less the price, so that at the right prices every seller's best load
//! costs least; its slopes are cut, so that at first loads may stray.
use crate::align::market::Market;
use crate::align::rules::band::Band;

/// A convex function of a load with two bends.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    low: f64,
    high: f64,
    slope: f64,
    /// How much steeper it is above the upper end.
    above: f64,
    /// How much steeper it is below the lower end.
    below: f64,
}

impl Shape {
    /// Of a band at a price, with slopes of at most so much.
    pub fn new(band: &Band, price: f64, slope_max: f64) -> Self {
        let cut = |slope: f64| slope.clamp(-slope_max, slope_max);
        let slope = cut(-price);
        let (above, below) = (cut(band.rate - price) - slope, slope - cut(-band.rate - price));
        Self { low: band.low, high: band.high, slope, above, below }
    }

    /// Dollars, less a constant.
    pub fn at(&self, load: f64) -> f64 {
        self.slope * load + self.above * (load - self.high).max(0.0) + self.below * (self.low - load).max(0.0)
    }
}

impl Shape {
    /// The least that any load costs, dollars less the same constant.
    pub fn least(&self) -> f64 {
        self.at(self.low).min(self.at(self.high))
    }
}

/// The shapes of all sellers of a market.
#[derive(Clone, Debug)]
pub struct Shapes(Vec<[Outline; 2]>);

/// What a shape is made from.
#[derive(Clone, Copy, Debug)]
struct Outline {
    band: Band,
    price: f64,
    /// A price that means as much as one of the first load.
    unit: f64,
}

impl Shapes {
    /// At the prices of a dual.
    pub fn new<M: Market>(market: &M, prices: &[[f64; 2]]) -> Self {
        let of = |seller: usize| {
            let bands = market.bands(seller);
            let units = market.unit_prices(&bands);
            [0, 1].map(|which| Outline {
                band: bands[which],
                price: prices[seller][which],
                unit: units[which],
            })
        };
        Self((0..market.sellers()).map(of).collect())
    }

    /// Of some sellers, with slopes of at most so much per unit of the first load.
    pub fn of(&self, sellers: &[u32], slope_max: f64) -> Vec<[Shape; 2]> {
        let shape = |of: &Outline| Shape::new(&of.band, of.price, slope_max * of.unit);
        sellers.iter().map(|seller| [0, 1].map(|which| shape(&self.0[*seller as usize][which]))).collect()
    }
}
