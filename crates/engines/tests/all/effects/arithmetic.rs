//! Estimates, errors, schedules and p-values of cases that can be worked by hand.
use super::grid;
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::Assigned;
use tandem_engines::effects::chance::{Chance, Ways};
use tandem_engines::effects::compared::readings;
use tandem_engines::effects::draws::{Schedule, draws};
use tandem_engines::effects::grid::{Begin, Grid};
use tandem_engines::effects::stack::{Estimate, Reading, Stack};
use tandem_engines::simulate::{Stopped, Watch};

const UNKNOWN: f64 = f64::NAN;

fn real(grid: &Grid) -> Schedule {
    grid.rows.iter().map(|row| row.begin).collect()
}

fn found(grid: &Grid, reading: Reading) -> Estimate {
    Stack::new(grid).estimate(&real(grid), 0.0, reading).unwrap()
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} {other}");
}

#[test]
fn a_difference_in_differences_is_what_it_says() {
    let grid = grid(
        &[
            &[1.0, 2.0, 3.0, 6.0, 8.0],
            &[2.0, 2.0, 2.0, 5.0, 5.0],
            &[1.0, 1.0, 1.0, 2.0, 2.0],
            &[3.0, 3.0, 3.0, 3.0, 5.0],
        ],
        2,
        3,
    );
    // Changes: 5 and 3 against 1 and 1.
    let change = found(&grid, Reading::Change);
    close(change.effect, 3.0);
    // Welch's error of two means: deviations of 1 on the one side, 0 on the other.
    close(change.error, 1.0);
    close(change.slope, 1.0);
}

#[test]
fn beside_people_who_were_alike_only_part_of_a_difference_stays() {
    let rows: [&[f64]; 6] = [
        &[1.0, 1.0, 1.0, 7.0],
        &[3.0, 3.0, 3.0, 8.1],
        &[5.0, 5.0, 5.0, 9.0],
        &[3.0, 3.0, 3.0, 4.0],
        &[5.0, 5.0, 5.0, 5.1],
        &[7.0, 7.0, 7.0, 6.0],
    ];
    let alike = found(&grid(&rows, 3, 3), Reading::Alike);
    // Half of the two by which the sides differ before.
    close(alike.slope, 0.5);
    close(alike.effect, (7.0 + 8.1 + 9.0 - 4.0 - 5.1 - 6.0) / 3.0 + 0.5 * 2.0);
}

/// The same numbers whether months are taken together or one of them is cut off by somebody who is not known in it.
#[test]
fn months_may_be_taken_together() {
    let whole: [&[f64]; 5] = [
        &[1.0, 2.0, 3.0, 6.0, 8.0],
        &[2.0, 1.0, 2.0, 5.0, 5.5],
        &[1.0, 1.0, 1.0, 2.0, 2.0],
        &[3.0, 3.0, 2.0, 3.0, 5.0],
        &[3.0, 1.0, 2.0, 3.0, 4.0],
    ];
    let mut cut = whole.to_vec();
    let stranger = [UNKNOWN, UNKNOWN, UNKNOWN, 1.0, UNKNOWN];
    cut.push(&stranger);
    assert_eq!(Stack::new(&grid(&whole, 2, 3)).segments.len(), 1);
    for reading in [Reading::Change, Reading::Alike] {
        let (one, two) = (found(&grid(&whole, 2, 3), reading), found(&grid(&cut, 2, 3), reading));
        close(one.effect, two.effect);
        close(one.error, two.error);
    }
}

/// With staggered beginnings nobody is compared with people who have begun already.
#[test]
fn nobody_is_compared_with_people_who_have_begun() {
    let mut grid = grid(
        &[
            &[0.0, 0.0, 0.0, 1.0, 1.0, 9.0],
            &[0.0, 0.0, 0.1, 1.0, 1.2, 9.0],
            &[0.0, 0.0, 0.0, 0.0, 0.0, 5.0],
            &[0.0, 0.0, 0.0, 0.0, 0.2, 5.0],
        ],
        4,
        3,
    );
    for row in &mut grid.rows[2..] {
        row.begin = Some(Begin { touched: 5, counted: 5 });
    }
    let stack = Stack::new(&grid);
    // The last month has nobody who has not begun, so the nines and fives count for nothing.
    close(stack.estimate(&real(&grid), 0.0, Reading::Change).unwrap().effect, 1.05 - 0.1 / 6.0 - 0.05);
}

#[test]
fn all_schedules_are_found_and_keep_to_their_strata() {
    let values: Vec<&[f64]> = vec![&[0.0, 0.0, 0.0, 1.0]; 8];
    let mut grid = grid(&values, 3, 3);
    assert_eq!(draws(&grid, 1).schedules.len(), 56);
    for (at, row) in grid.rows.iter_mut().enumerate() {
        row.stratum = Some(if at % 2 == 0 { "north" } else { "south" }.to_owned());
    }
    // Rows 0 and 2 in the north of four, row 1 in the south of four.
    let all = draws(&grid, 1);
    assert!(all.all);
    let different: BTreeSet<Schedule> = all.schedules.iter().cloned().collect();
    assert_eq!(different.len(), 6 * 4);
    for schedule in different {
        let north = schedule.iter().step_by(2).flatten().count();
        assert_eq!((north, schedule.iter().flatten().count()), (2, 3));
    }
}

#[test]
fn many_schedules_are_drawn_the_same_way_for_a_seed() {
    let values: Vec<&[f64]> = vec![&[0.0, 0.0, 0.0, 1.0]; 30];
    let grid = grid(&values, 15, 3);
    let (one, other) = (draws(&grid, 1), draws(&grid, 2));
    assert!(!one.all && one == draws(&grid, 1) && one != other);
    assert!(one.schedules.iter().all(|schedule| schedule.iter().flatten().count() == 15));
}

fn watch(cancel: &AtomicBool) -> Watch<'_> {
    Watch { threads: 1, progress: &|_| (), cancel }
}

#[test]
fn chance_is_counted_exactly() {
    let rows: Vec<Vec<f64>> = (0..8)
        .map(|at| {
            let own = f64::from(at) * 0.1;
            vec![own, own, own, own + if at < 4 { 1.0 } else { 0.0 } + 0.01 * f64::from(at * at % 5)]
        })
        .collect();
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let grid = grid(&rows, 4, 3);
    let (stack, real) = (Stack::new(&grid), real(&grid));
    let ways = Ways::Schedules(draws(&grid, 1));
    let chance = Chance { stack: &stack, real: &real, reading: Reading::Change, ways: &ways };
    // Of 70 ways only the real one and its mirror image are so far apart.
    close(chance.p_value(0.0), 2.0 / 70.0);
    let cancel = AtomicBool::new(false);
    let tested = chance.tested(0.05, &watch(&cancel)).unwrap().unwrap();
    assert!(tested.low > 0.5 && tested.low < 1.0 && tested.high > 1.0 && tested.high < 1.5, "{tested:?}");
    assert!(chance.p_value(tested.low) <= 0.05 && chance.p_value(tested.high) <= 0.05);
    assert!(chance.p_value(0.99 * tested.low + 0.01 * tested.estimate.effect) > 0.05);
    // Three of six can be picked in 20 ways: nothing is beyond chance.
    let six = super::grid(&rows[1..7], 3, 3);
    let tested = readings(&six, Assigned::Drawn, 0.05, 1, &watch(&cancel)).unwrap();
    assert_eq!((tested[0].tested.p_least, tested[0].tested.high), (0.1, f64::INFINITY));
}

#[test]
fn work_can_be_stopped() {
    let rows: Vec<&[f64]> = vec![&[0.0, 0.5, 0.0, 1.0], &[0.1, 0.0, 0.0, 1.5], &[0.0, 0.0, 0.0, 1.2]];
    let rows = [rows.clone(), rows.clone(), rows].concat();
    let cancel = AtomicBool::new(true);
    let stopped = readings(&grid(&rows, 4, 3), Assigned::Chosen, 0.05, 1, &watch(&cancel));
    assert_eq!(stopped, Err(Stopped::Cancelled));
}
