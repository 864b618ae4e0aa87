//! The search: as good as trying everything where that can be done, never against a rule, the same bytes for any threads.
use crate::align::bound::best_of_all;
use crate::align::made::{Made, parameters, random};
use proptest::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use tandem_engines::align::check::{Verdict, check};
use tandem_engines::align::effort::{Budget, Effort, Progress};
use tandem_engines::align::problem::Problem;
use tandem_engines::align::read;
use tandem_engines::align::solve::{Answer, Start, solve};
use tandem_engines::align::write;

fn solved(problem: &Problem, seed: u64, moves: u64, threads: usize, start: &Start) -> Answer {
    let cancel = AtomicBool::new(false);
    let effort = Effort { seed, budget: Budget::Moves(moves), threads, progress: &|_| {}, cancel: &cancel };
    solve(problem, start, &effort).unwrap()
}

fn checked(made: &Made, answer: &Answer) -> Verdict {
    let certificate = write::certificate(&answer.prices);
    check(&made.texts(), &write::alignment(&answer.alignment), Some(&certificate)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn small_problems_are_solved_as_by_trying_everything(seed in any::<u64>(), units in 1..8_usize, sellers in 1..4_usize) {
        let made = random(seed, units, sellers, 1);
        let Ok(problem) = read::problem(&made.files()) else { return Ok(()) };
        let Some((best, _)) = best_of_all(&problem) else { return Ok(()) };
        let found = solved(&problem, 1, 100_000, 1, &Start::default()).objective.total();
        prop_assert!((found - best).abs() < 1e-6 * best.max(1.0), "{} {}", found, best);
    }

    #[test]
    fn no_rule_is_broken_and_the_proof_holds(seed in any::<u64>(), units in 1..150_usize, sellers in 1..12_usize, most in 1..4_u32) {
        let mut made = random(seed, units, sellers, 4);
        made.parameters = parameters(&format!(", \"hunters_max\": {most}"));
        let Ok(problem) = read::problem(&made.files()) else { return Ok(()) };
        let answer = solved(&problem, seed, 20_000, 1, &Start::default());
        let verdict = checked(&made, &answer);
        prop_assert_eq!(&verdict.broken, &Vec::<String>::new());
        let (ours, theirs) = (answer.objective.total(), verdict.objective.unwrap());
        prop_assert!((ours - theirs).abs() < 1e-6 * ours.max(1.0), "{} {}", ours, theirs);
        let bound = verdict.lower_bound.unwrap();
        prop_assert!((bound - answer.bound).abs() < 1e-6 * bound.abs().max(1.0) && bound <= theirs + 1e-6);
    }
}

/// Enough sellers for several groups.
fn wide() -> Made {
    random(3, 1500, 90, 8)
}

#[test]
fn threads_change_no_byte() {
    let problem = wide().problem();
    let text = |seed, threads| {
        let answer = solved(&problem, seed, 600_000, threads, &Start::default());
        write::alignment(&answer.alignment) + &write::certificate(&answer.prices)
    };
    let one = text(5, 1);
    assert_eq!(one, text(5, 2));
    assert_eq!(one, text(5, 3));
    assert_ne!(one, text(6, 1));
}

#[test]
fn more_moves_find_better_and_a_warm_start_keeps_what_it_has() {
    let problem = wide().problem();
    let few = solved(&problem, 1, 200_000, 2, &Start::default());
    let many = solved(&problem, 1, 6_000_000, 2, &Start::default());
    assert!(many.objective.total() < few.objective.total());
    let start = Start { before: Some((many.alignment.clone(), many.prices.clone())) };
    let warm = solved(&problem, 1, 200_000, 2, &start);
    assert!(warm.objective.total() <= many.objective.total() + 1e-6);
    assert!(warm.bound >= many.bound - 1e-3 * many.bound.abs());
}

#[test]
fn what_a_leaver_had_is_with_others_at_once() {
    let before = solved(&wide().problem(), 1, 200_000, 1, &Start::default());
    let had = |answer: &Answer| answer.alignment.units.iter().filter(|seller| **seller == 4).count();
    assert!(had(&before) > 0);
    let problem = wide().leaver(4).problem();
    let start = Start { before: Some((before.alignment, before.prices)) };
    let locked = problem.units.iter().filter(|unit| unit.locked && unit.owner == Some(4)).count();
    assert_eq!(had(&solved(&problem, 1, 1, 1, &start)), locked);
}

/// Among few everybody's prices change where one leaves; a climb that begins too cool ends on the way.
#[test]
fn the_bound_after_a_leaver_is_that_from_nothing() {
    for (seed, units, sellers) in [(1, 300, 8), (2, 600, 12)] {
        let made = random(seed, units, sellers, 6);
        let before = solved(&made.problem(), 1, 200_000, 1, &Start::default());
        let start = Start { before: Some((before.alignment, before.prices)) };
        for seller in 0..sellers {
            let problem = made.leaver(seller).problem();
            let anew = solved(&problem, 1, 1, 1, &Start::default()).bound;
            let again = solved(&problem, 1, 1, 1, &start).bound;
            assert!(again > 0.999 * anew, "{seed}: without {seller} {again}, from nothing {anew}");
        }
    }
}

#[test]
fn progress_is_told_and_a_cancelled_search_answers_with_what_it_has() {
    let made = wide();
    let problem = made.problem();
    let (cancel, told) = (AtomicBool::new(false), Mutex::new(Vec::new()));
    let progress = |now: Progress| {
        told.lock().unwrap().push(now.share);
        if now.share > 0.2 {
            cancel.store(true, Ordering::Relaxed);
        }
    };
    let effort = Effort {
        seed: 1,
        budget: Budget::Moves(4_000_000),
        threads: 1,
        progress: &progress,
        cancel: &cancel,
    };
    let answer = solve(&problem, &Start::default(), &effort).unwrap();
    assert!(answer.moves < 2_000_000, "{}", answer.moves);
    assert!(checked(&made, &answer).feasible);
    let told = told.into_inner().unwrap();
    assert!(told.len() > 2 && told.is_sorted(), "{told:?}");
}
