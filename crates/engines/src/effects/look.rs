//! Where a look stands between beginning and end, and what it may claim.
use super::grid::Grid;
use super::looks::levels;

/// One look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// What a claim needs now; zero before any month counts.
    pub level: f64,
    /// What a claim needs at the end.
    pub level_end: f64,
    /// Whether all months that count are over.
    pub is_final: bool,
    /// Months that count and are over.
    pub counted: usize,
    /// Months that count in the end.
    pub all: usize,
    /// Months until the first month that counts is over; zero once it is.
    pub first_in: usize,
}

impl Look {
    /// The look at the end of the grid, for a two-sided level over all looks.
    pub fn of(grid: &Grid, level: f64) -> Self {
        let first = grid.begins().iter().map(|begin| begin.counted).min().unwrap_or(grid.last);
        let all = (grid.last + 1).saturating_sub(first);
        let counted = grid.until.saturating_sub(first).min(all);
        let share = |look: usize| {
            let (known, whole) = grid.counted(first + look);
            known as f64 / whole.max(1) as f64
        };
        let shares: Vec<f64> = (1..=all).map(share).collect();
        let levels = levels(&shares, level);
        let at = |look: usize| look.checked_sub(1).and_then(|at| levels.get(at)).copied().unwrap_or(0.0);
        let first_in = if counted == 0 { (first + 1).saturating_sub(grid.until) } else { 0 };
        Self {
            level: at(counted),
            level_end: at(all),
            is_final: counted == all && all > 0,
            counted,
            all,
            first_in,
        }
    }
}
