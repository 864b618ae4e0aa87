//! Comparison and search on a small company.
use crate::simulate::scenario;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use tandem_engines::simulate::many::{Stopped, Watch};
use tandem_engines::simulate::plan::{TIMINGS, two_role_plans, two_role_teams};
use tandem_engines::simulate::search::{TIE_ERRORS, TIE_SHARE, runs_expected};
use tandem_engines::simulate::{Budget, Found, Scenario, compare, search, seeds};

const SMALL: &str = "{T: 78, N0: 4, team: [4, 0, 0, 0], n_acc: [600, 300, 90], n_cust0: [20, 14, 3]}";
const BUDGET: Budget = Budget { seats_max: 4, seeds: 16, first_seed: 1 };

fn quiet<T>(threads: usize, act: impl FnOnce(&Watch) -> T) -> T {
    act(&Watch { threads, progress: &|_| {}, cancel: &AtomicBool::new(false) })
}

fn found(threads: usize) -> Found {
    quiet(threads, |watch| search(&scenario(SMALL), &BUDGET, watch).unwrap())
}

#[test]
fn a_scenario_does_not_differ_from_itself() {
    let small = scenario(SMALL);
    let differences = quiet(2, |watch| compare(&small, &small, &seeds(1, 5), watch).unwrap());
    assert!(differences.len() >= 11);
    for difference in differences {
        assert_eq!((difference.difference, difference.low, difference.high), (0.0, Some(0.0), Some(0.0)));
    }
}

#[test]
fn differences_are_paired() {
    let (one, two) = (scenario(SMALL), scenario(&SMALL.replace("team: [4, 0, 0, 0]", "team: [0, 2, 2, 0]")));
    let differences = quiet(2, |watch| compare(&one, &two, &seeds(1, 24), watch).unwrap());
    let npv = differences.iter().find(|difference| difference.measure == "npv").unwrap();
    let (low, high, sd) = (npv.low.unwrap(), npv.high.unwrap(), npv.sd.unwrap());
    assert!(low < npv.difference && npv.difference < high);
    // t(23, 0.975) = 2.0687
    assert!(((high - low) / 2.0 - 2.0687 * sd / 24.0_f64.sqrt()).abs() < 0.001 * sd);
    assert!((npv.second - npv.first - npv.difference).abs() < 0.02);
    let apart = quiet(2, |watch| compare(&one, &one, &seeds(1, 24), watch).unwrap());
    assert_eq!(apart[0].first, npv.first);
}

#[test]
fn one_seed_gives_no_interval_and_two_lengths_no_comparison() {
    let small = scenario(SMALL);
    let differences = quiet(1, |watch| compare(&small, &small, &seeds(1, 1), watch).unwrap());
    assert_eq!((differences[0].low, differences[0].sd), (None, None));
    let refused = quiet(1, |watch| compare(&small, &Scenario::default(), &seeds(1, 2), watch));
    assert_eq!(refused, Err(Stopped::Weeks(78, 156)));
}

#[test]
fn all_teams_up_to_the_seats_are_tried() {
    assert_eq!(two_role_teams(2), [[0, 1, 0, 1], [0, 1, 1, 0]]);
    // By hand: sum over n = 2..12 of (hunters 1..n-1, the rest dealt to field and inside).
    assert_eq!(two_role_teams(12).len(), 352);
    assert_eq!(two_role_plans(12).len(), 352 * TIMINGS.len());
}

#[test]
fn the_same_search_finds_the_same_on_any_number_of_threads() {
    assert_eq!(found(1), found(3));
}

#[test]
fn ties_are_those_who_cannot_be_told_from_the_best() {
    let found = found(2);
    let best = found.plans.iter().map(|plan| plan.npv).fold(f64::MIN, f64::max);
    for plan in &found.plans {
        let close =
            plan.behind <= TIE_SHARE * best + 0.01 || plan.behind <= TIE_ERRORS * plan.behind_se + 0.01;
        assert_eq!(plan.tie, close, "{plan:?}");
        assert!((best - plan.npv - plan.behind).abs() < 0.02, "{plan:?}");
    }
    let ties = found.plans.iter().take_while(|plan| plan.tie).count();
    assert!(ties >= 1 && found.plans[ties..].iter().all(|plan| !plan.tie), "ties come first");
    let easiest = found.plans[..ties].iter().map(|plan| plan.handoffs).fold(f64::MAX, f64::min);
    assert_eq!(found.plans[0].handoffs, easiest, "the preferred has the fewest handoffs of the ties");
    assert!(found.plans.iter().any(|plan| plan.plan.is_one_role()), "one role is always judged");
}

#[test]
fn progress_counts_every_run_and_cancelling_ends_the_search() {
    let counts = Mutex::new(Vec::new());
    let cancel = AtomicBool::new(false);
    let watch = Watch { threads: 2, progress: &|done| counts.lock().unwrap().push(done), cancel: &cancel };
    let small = scenario(SMALL);
    let found = search(&small, &BUDGET, &watch).unwrap();
    let mut counts = counts.into_inner().unwrap();
    counts.sort_unstable();
    assert_eq!(counts, (1..=found.runs).collect::<Vec<usize>>());
    assert!(found.runs <= runs_expected(&BUDGET), "{} {}", found.runs, runs_expected(&BUDGET));
    let stop_soon = |done: usize| cancel.store(done >= 10, Ordering::Relaxed);
    let watch = Watch { threads: 2, progress: &stop_soon, cancel: &cancel };
    assert_eq!(search(&small, &BUDGET, &watch), Err(Stopped::Cancelled));
}
