//! The effect where there is somebody to compare with: one reading where people were drawn, two that must agree where they were chosen.
use super::alike::{Alike, alike, rows};
use super::chance::{Chance, Tested, Ways};
use super::draws::{Schedule, draws};
use super::grid::Grid;
use super::stack::{Reading, Stack};
use crate::simulate::{Stopped, Watch};
use tandem_core::interventions::Assigned;

/// One reading of the data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Read {
    /// How the outcome was freed of what was before.
    pub reading: Reading,
    /// Who was compared, where people who were alike were looked for.
    pub alike: Option<Alike>,
    /// People on both sides.
    pub people: usize,
    /// What came out.
    pub tested: Tested,
}

/// Reads the data. Where people were drawn any difference before is chance, and one reading is exact. Where they were chosen, it is not
/// known whether they differ by something that stays or were picked for what chance had done to them; the one reading is right in the one
/// case, the other in the other, and the truth lies between them (Ding and Li 2019).
///
/// # Errors
/// [`Stopped`] where it was cancelled.
pub fn readings(
    grid: &Grid,
    assigned: Assigned,
    level: f64,
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Read>, Stopped> {
    let real: Schedule = grid.rows.iter().map(|row| row.begin).collect();
    let stack = Stack::new(grid);
    let schedules = Ways::Schedules(draws(grid, seed));
    let first = if assigned == Assigned::Drawn { Reading::Alike } else { Reading::Change };
    let tested =
        Chance { stack: &stack, real: &real, reading: first, ways: &schedules }.tested(level, watch)?;
    let mut found = Vec::new();
    let people = rows(&stack, &real, true) + rows(&stack, &real, false);
    found.extend(tested.map(|tested| Read { reading: first, alike: None, people, tested }));
    if assigned == Assigned::Chosen {
        let (kept, alike) = alike(grid, &stack, &real);
        let turns = Ways::turns(&kept, seed);
        let tested = Chance { stack: &kept, real: &real, reading: Reading::Alike, ways: &turns }
            .tested(level, watch)?;
        let people = alike.treated + alike.compared;
        found.extend(tested.map(|tested| Read {
            reading: Reading::Alike,
            alike: Some(alike),
            people,
            tested,
        }));
    }
    Ok(found)
}
