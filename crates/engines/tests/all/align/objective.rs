//! The objective and the independent checker: by hand, and one against the other.
use crate::align::made::{Dice, by_hand, random};
use proptest::prelude::*;
use tandem_engines::align::check::check;
use tandem_engines::align::objective::{loads, objective};
use tandem_engines::align::problem::{Alignment, Problem, Role};
use tandem_engines::align::rules::pairing::{keeper, pipelines};
use tandem_engines::align::write;

/// Kilometres of one degree on the equator.
const DEGREE: f64 = 6371.0 * std::f64::consts::PI / 180.0;

#[test]
fn the_objective_is_what_the_model_says_by_hand() {
    let made = by_hand();
    let alignment = Alignment { units: vec![0, 1, 1, 2, 1], hunters: vec![1] };
    let problem = made.problem();
    let found = objective(&problem, &alignment);
    // Unit 1 is a degree away with 4 visits; 0, 2 and 4 live where their sellers do, 3 is served from inside.
    assert!((found.travel - 4.0 * 2.0 * 0.6 * DEGREE).abs() < 1e-9, "{}", found.travel);
    // 5 hours, 27 degrees apart, 2 dollars for 15 degrees.
    assert!((found.channel - 5.0 * 2.0 * 27.0 / 15.0).abs() < 1e-9, "{}", found.channel);
    assert!((found.disruption - (0.04 * 8000.0 + 200.0)).abs() < 1e-9, "{}", found.disruption);
    assert!((found.meetings - 30.0 * 2.0 * 0.6 * DEGREE).abs() < 1e-9, "{}", found.meetings);
    assert_eq!(found.parted_pairs, 2000.0);
    let loads = loads(&problem, &alignment);
    assert_eq!(loads.hours, [10.0, 120.0, 5.0]);
    assert_eq!(loads.potential, [5000.0, 160_000.0, 2000.0]);
    // Seller 0 lacks 36 - 10 hours, seller 1 has 120 - 88 too many.
    assert!((found.workload - 120.0 * (26.0 + 32.0)).abs() < 1e-9, "{}", found.workload);
    // Seller 0 lacks 51,000 - 5,000, seller 1 has 160,000 - 126,500 too many.
    assert!((found.potential - 0.02 * (46_000.0 + 33_500.0)).abs() < 1e-9, "{}", found.potential);
}

#[test]
fn the_checker_finds_every_broken_rule() {
    let made = by_hand();
    let broken = |units: [u32; 5], hunter: u32| {
        let text = write::alignment(&Alignment { units: units.to_vec(), hunters: vec![hunter] });
        let verdict = check(&made.texts(), &text, None).unwrap();
        assert_eq!(verdict.feasible, verdict.objective.is_some());
        verdict.broken
    };
    assert_eq!(broken([0, 1, 1, 2, 1], 1), Vec::<String>::new());
    assert_eq!(broken([0, 1, 0, 2, 1], 1), ["account 2 may not be with rep 0"]);
    assert_eq!(broken([0, 1, 1, 2, 0], 1), ["account 4 is not with the account manager of its hunter"]);
    assert_eq!(broken([0, 1, 1, 2, 2], 2).len(), 2);
    assert_eq!(broken([0, 1, 1, 7, 1], 1), ["account 3 has no valid rep"]);
}

#[test]
fn missing_double_and_unknown_rows_are_found() {
    let made = by_hand();
    let text = "kind,id,rep\naccount,0,0\naccount,0,1\naccount,1,1\naccount,2,1\naccount,9,1\nhunter,0,1\n";
    let verdict = check(&made.texts(), text, None).unwrap();
    assert_eq!(
        verdict.broken,
        [
            "account 0 is given twice",
            "account 9 is not in the files",
            "account 3 has no valid rep",
            "account 4 has no valid rep"
        ]
    );
}

#[test]
fn more_hunters_than_allowed_are_found() {
    let mut made = by_hand();
    made.hunters.push_str("1,0,1,0,0,-1,0,0\n");
    made.parameters = crate::align::made::parameters(", \"hunters_max\": 1");
    let text = write::alignment(&Alignment { units: vec![0, 1, 1, 2, 1], hunters: vec![1, 1] });
    let verdict = check(&made.texts(), &text, None).unwrap();
    assert_eq!(verdict.broken, ["rep 1 has 2 hunters, more than `hunters_max`"]);
}

#[test]
fn the_bound_of_prices_is_what_the_model_says_by_hand() {
    let made = by_hand();
    let text = write::alignment(&Alignment { units: vec![0, 1, 1, 2, 1], hunters: vec![1] });
    let certificate = "rep,alpha,beta\n0,1,0\n1,-2,0\n2,0,0\n";
    let verdict = check(&made.texts(), &text, Some(certificate)).unwrap();
    let expected = [
        // With seller 0 nothing and 10 hours at 1, with seller 1 much more.
        10.0,
        // Stays: travel of a degree and 20 hours at 1; or moves: the same travel, the relationship and 20 hours at -2.
        (4.0 * 1.2 * DEGREE + 20.0).min(4.0 * 1.2 * DEGREE + 520.0 - 40.0),
        // Locked to seller 1: 60 hours at -2.
        -120.0,
        // Inside.
        18.0,
        // The hunter with unit 4 at seller 1, parted from seller 0: 40 hours at -2; or at seller 0 with travel of two degrees.
        (36.0 * DEGREE + 2000.0 - 80.0).min(36.0 * DEGREE + 3.0 * 1.2 * 2.0 * DEGREE + 40.0),
        // The upper end of seller 0 and the lower end of seller 1.
        -44.0 + 2.0 * 72.0,
    ];
    let bound = verdict.lower_bound.unwrap();
    assert!((bound - expected.iter().sum::<f64>()).abs() < 1e-6, "{bound} {expected:?}");
}

/// A random alignment that keeps locks, channels and pairs.
pub fn any_alignment(problem: &Problem, seed: u64) -> Alignment {
    let mut dice = Dice(seed);
    let sellers = problem.sellers.len();
    let field = problem.sellers.iter().filter(|seller| seller.role == Role::Field).count();
    let pipelines = pipelines(problem);
    let hunters: Vec<u32> = (0..problem.hunters.len())
        .map(|hunter| keeper(problem, hunter, &pipelines[hunter]).unwrap_or(dice.below(field) as u32))
        .collect();
    let seller = |unit: &tandem_engines::align::problem::Unit| match (unit.hunter, unit.owner) {
        (Some(hunter), _) => hunters[hunter as usize],
        (None, Some(owner)) if unit.locked => owner,
        _ => dice.below(if unit.enterprise { field } else { sellers }) as u32,
    };
    let units = problem.units.iter().map(seller).collect();
    Alignment { units, hunters }
}

proptest! {
    #[test]
    fn the_checker_agrees_with_the_objective(seed in any::<u64>(), units in 1..40_usize, sellers in 1..6_usize) {
        let made = random(seed, units, sellers, 3);
        let Ok(problem) = tandem_engines::align::read::problem(&made.files()) else { return Ok(()) };
        let alignment = any_alignment(&problem, seed ^ 1);
        let verdict = check(&made.texts(), &write::alignment(&alignment), None).unwrap();
        prop_assert_eq!(&verdict.broken, &Vec::<String>::new());
        let (ours, theirs) = (objective(&problem, &alignment).total(), verdict.objective.unwrap());
        prop_assert!((ours - theirs).abs() < 1e-6 * ours.max(1.0), "{} {}", ours, theirs);
    }
}
