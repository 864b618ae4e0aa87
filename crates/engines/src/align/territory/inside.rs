//! Inside sellers by longitude. They are all much alike, so that the cheapest few would be the same for everybody.
use crate::align::problem::{Problem, Role};

/// All inside sellers, from west to east.
#[derive(Debug)]
pub struct Inside {
    /// The sellers.
    pub sellers: Vec<u32>,
    longitudes: Vec<f64>,
}

impl Inside {
    /// Of a problem.
    pub fn new(problem: &Problem) -> Self {
        let longitude = |seller: &u32| problem.sellers[*seller as usize].place.longitude;
        let inside = |seller: &u32| problem.sellers[*seller as usize].role == Role::Inside;
        let mut sellers: Vec<u32> = (0..problem.sellers.len() as u32).filter(inside).collect();
        sellers.sort_by(|a, b| longitude(a).total_cmp(&longitude(b)).then(a.cmp(b)));
        let longitudes = sellers.iter().map(longitude).collect();
        Self { sellers, longitudes }
    }

    /// Some sellers at growing distances on either side of a longitude; which ones differs from item to item.
    pub fn some(&self, longitude: f64, item: usize, most: usize, found: &mut Vec<u32>) {
        let count = self.sellers.len();
        let at = self.longitudes.partition_point(|east| *east < longitude);
        let mut mixed = item as u64;
        for step in 0..most {
            // A multiplier of full period, after Knuth; the high bits are the mixed ones.
            mixed = mixed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let reach = (2 << step).min(count.max(1));
            let by = (mixed >> 33) as usize % reach;
            let place = (at + count + by).saturating_sub(reach / 2) % count.max(1);
            found.extend(self.sellers.get(place));
        }
    }
}
