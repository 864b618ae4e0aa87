//! Lets a region settle: random moves while the temperature falls and the slopes become what they are.
use super::moves;
use super::random::Random;
use super::region::Region;
use super::shape::Shapes;

/// How a region settles.
#[derive(Clone, Copy, Debug)]
pub struct Cooling {
    /// Temperatures at first and at last, in dollars.
    pub temperatures: [f64; 2],
    /// Steepest slopes at first and at last, per unit of the first load.
    pub slopes: [f64; 2],
    /// Moves per item.
    pub moves: usize,
    /// Steps in which temperature and slopes change.
    pub steps: usize,
}

/// Between two numbers in equal ratios; at 0 the first, at 1 the last.
pub fn between([first, last]: [f64; 2], share: f64) -> f64 {
    first * (last / first).powf(share)
}

/// Lets a region settle; the moves tried.
pub fn settle(region: &mut Region, random: &mut Random, cooling: &Cooling, shapes: &Shapes) -> u64 {
    if region.items() == 0 {
        return 0;
    }
    let each = (cooling.moves * region.items()).div_ceil(cooling.steps);
    for step in 0..cooling.steps {
        let share = (step + 1) as f64 / cooling.steps as f64;
        region.reshape(shapes.of(&region.names, between(cooling.slopes, share)));
        let temperature = between(cooling.temperatures, share) as f32;
        for _ in 0..each {
            moves::step(region, random, temperature);
        }
    }
    (each * cooling.steps) as u64
}
