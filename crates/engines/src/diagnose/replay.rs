//! The same sellers and months once more, by chance: counts drawn from a fitted panel, and the load that those counts imply.
//! Load is made of past wins, so a test that holds it fixed finds crowding out where there is none.
use super::additive::Grid;
use super::random::Random;
use super::streaks::Streaks;

/// How the load of the next month follows from this month's load and wins, cell by cell.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Load observed where a seller's history begins or resumes.
    start: Vec<Option<f64>>,
    /// The share of what was held or won that is still held a month later.
    keep: Vec<f64>,
    /// What came in without being won: hand-overs from others.
    join: Vec<f64>,
}

/// What counts are drawn from.
pub struct Law<'a> {
    /// Expected counts at the seller's usual load.
    pub mean: &'a [f64],
    /// Counts a month per unit of load.
    pub slope: f64,
    /// Each seller's usual load.
    pub usual: &'a [f64],
    /// Scatter of the rate.
    pub streaks: Streaks,
}

/// A panel that chance made.
pub struct Replica {
    /// Counts.
    pub count: Vec<f64>,
    /// Load less the seller's usual load.
    pub load: Vec<f64>,
}

/// However high or low the load, the mean stays between these multiples of the usual one.
const MEAN_MIN: f64 = 0.05;
const MEAN_MAX: f64 = 4.0;

impl Flow {
    /// From what was observed; `held` is absent where it is not known.
    pub fn observed(grid: &Grid, held: &[Option<f64>], won: &[f64]) -> Self {
        let cells = held.len();
        let mut flow = Self { start: held.to_vec(), keep: vec![1.0; cells], join: vec![0.0; cells] };
        for cell in (0..cells).filter(|cell| (cell + 1) % grid.months != 0) {
            let (Some(now), Some(next)) = (held[cell], held[cell + 1]) else { continue };
            let expected = now + won[cell];
            if next < expected {
                flow.keep[cell] = next / expected;
            } else {
                flow.join[cell] = next - expected;
            }
            flow.start[cell + 1] = None;
        }
        flow
    }

    /// Draws counts and follows the load that they make.
    pub fn replay(&self, grid: &Grid, law: &Law<'_>, random: &mut Random) -> Replica {
        let cells = law.mean.len();
        let mut replica = Replica { count: vec![0.0; cells], load: vec![0.0; cells] };
        let mut multipliers = vec![1.0; grid.months];
        for row in 0..grid.sellers {
            law.streaks.multipliers(random, &mut multipliers);
            let mut held = 0.0;
            for (month, multiplier) in multipliers.iter().enumerate() {
                let cell = row * grid.months + month;
                held = self.start[cell].unwrap_or(held);
                let load = held - law.usual[row];
                if law.mean[cell] > 0.0 {
                    let usual = law.mean[cell];
                    let mean = (usual + law.slope * load).clamp(MEAN_MIN * usual, MEAN_MAX * usual);
                    replica.count[cell] = random.poisson(mean * multiplier);
                }
                replica.load[cell] = load;
                held = (held + replica.count[cell]) * self.keep[cell] + self.join[cell];
            }
        }
        replica
    }
}
