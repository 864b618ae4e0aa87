//! What holds in every run: nothing is lost between the weeks, names do not matter, the same seed gives the same run.
use crate::simulate::{NO_SERVICE, run, scenario};
use std::sync::atomic::AtomicBool;
use tandem_engines::simulate::many::Watch;
use tandem_engines::simulate::{Scenario, SeatWeek, runs, seat_weeks, seeds, simulate};

const TEAMS: [&str; 2] = ["team: [12, 0, 0, 0]", "team: [0, 6, 4, 2]"];

#[test]
fn arr_moves_only_by_its_movements() {
    for team in TEAMS {
        let run = run(team, 5);
        for row in &run.rows {
            let end = row.start + row.new + row.expansion - row.contraction - row.churn;
            assert!((end - row.end).abs() < 1e-5, "{team} {row:?}");
        }
        for pair in run.rows.windows(2) {
            assert_eq!(pair[0].end, pair[1].start, "{team}");
        }
    }
}

#[test]
fn customers_are_those_of_the_start_and_won_less_lost() {
    for team in TEAMS {
        let mut customers = 112;
        for row in &run(team, 5).rows {
            customers = customers + row.logos as usize - row.lost as usize;
            assert_eq!(row.customers, customers, "{team} {}", row.week);
        }
    }
}

#[test]
fn nobody_works_more_hours_than_there_are() {
    for team in TEAMS {
        for row in &run(team, 5).rows {
            let used = row.urgent_hours
                + row.friendly_hours
                + row.routine_hours
                + row.expansion_hours
                + row.hunting_hours;
            assert!(used <= row.available_hours + 1e-9, "{team} {row:?}");
        }
    }
}

#[test]
fn open_opportunities_are_those_found_within_a_cycle() {
    // Little's law, week by week: with one cycle length every opportunity stays open for exactly as long.
    let run = run("{n_acc: [3000, 0, 0], n_cust0: [60, 0, 0], cyc: [12, 12, 12]}", 3);
    let found: Vec<usize> = run.rows.iter().map(|row| row.opportunities as usize).collect();
    for (week, row) in run.rows.iter().enumerate() {
        let since = week.saturating_sub(11);
        assert_eq!(row.open_opportunities, found[since..=week].iter().sum::<usize>(), "{week}");
    }
    let open = run.rows[12..].iter().map(|row| row.open_opportunities as f64).sum::<f64>() / 144.0;
    let rate = found[1..].iter().sum::<usize>() as f64 / 155.0;
    assert!((open / (12.0 * rate) - 1.0).abs() < 0.02, "{open} {rate}");
}

#[test]
fn swapped_seats_of_equal_people_give_equal_runs_where_customers_ask_for_nothing() {
    // Without service no seat differs from another but in who finds what, and the team's effort is the same sum.
    let with = |seat: usize| {
        run(&format!("{NO_SERVICE}\nsig_s: 0\npsi_week: 10\npsi_new: 0.5\npsi_slots: [{seat}]\n"), 4)
    };
    let (one, other) = (with(0), with(11));
    for (one, other) in one.rows.iter().zip(&other.rows) {
        assert_eq!((one.logos, one.opportunities, one.lost), (other.logos, other.opportunities, other.lost));
        assert!((one.end - other.end).abs() < 1e-6 && (one.cost - other.cost).abs() < 1e-6);
    }
}

#[test]
fn the_same_seed_gives_the_same_run_on_any_number_of_threads() {
    let scenario = scenario("{team: [0, 6, 4, 2], T: 60}");
    let seeds = seeds(5, 9);
    let on = |threads| {
        let watch = Watch { threads, progress: &|_| {}, cancel: &AtomicBool::new(false) };
        runs(std::slice::from_ref(&scenario), &seeds, &watch, |run| run).unwrap()
    };
    let alone: Vec<_> = seeds.iter().map(|seed| simulate(&scenario, *seed)).collect();
    assert_eq!(on(1), vec![alone.clone()]);
    assert_eq!(on(3), vec![alone]);
}

#[test]
fn seats_add_up_to_the_team() {
    let scenario = Scenario::default();
    let run = simulate(&scenario, 4);
    let seats = seat_weeks(&scenario, 4);
    assert_eq!(seats.len(), 12 * run.rows.len());
    for row in &run.rows {
        let own: Vec<_> = seats.iter().filter(|seat| seat.week == row.week).collect();
        let sum = |of: fn(&SeatWeek) -> f64| own.iter().map(|seat| of(seat)).sum::<f64>();
        assert!((sum(|seat| seat.hunting) - row.hunting_hours).abs() < 1e-9);
        assert!((sum(|seat| seat.urgent) - row.urgent_hours).abs() < 1e-9);
        assert_eq!(sum(|seat| f64::from(seat.opportunities)) as u32, row.opportunities);
        assert_eq!(sum(|seat| f64::from(seat.won)) as u32, row.logos);
    }
    let leavers: u32 = run.rows.iter().map(|row| row.leavers).sum();
    assert!(seats.iter().any(|seat| seat.hires > 0) && leavers > 0);
}
