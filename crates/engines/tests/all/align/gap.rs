//! The assignment problem by the same engine: as good as trying everything, never above a capacity, and what is refused.
use crate::align::made::Dice;
use proptest::prelude::*;
use std::sync::atomic::AtomicBool;
use tandem_engines::align::effort::{Budget, Effort};
use tandem_engines::align::gap::{Assigned, Gap, read, solve};

fn solved(gap: &Gap, moves: u64, threads: usize) -> Assigned {
    let cancel = AtomicBool::new(false);
    let effort =
        Effort { seed: 1, budget: Budget::Moves(moves), threads, progress: &|_| {}, cancel: &cancel };
    solve(gap, &effort).unwrap()
}

/// Costs and weights at random; capacities that leave little room.
fn random(seed: u64, agents: usize, jobs: usize) -> Gap {
    let mut dice = Dice(seed);
    let mut list = |from: u32, to: u32| -> Vec<u32> {
        (0..agents * jobs).map(|_| from + dice.below((to - from) as usize) as u32).collect()
    };
    let (costs, weights) = (list(10, 50), list(5, 25));
    let sum =
        |agent: usize| weights[agent * jobs..(agent + 1) * jobs].iter().map(|w| u64::from(*w)).sum::<u64>();
    let capacities = (0..agents).map(|agent| sum(agent) * 9 / (10 * agents as u64)).collect();
    Gap { agents, jobs, costs, weights, capacities }
}

fn best_of_all(gap: &Gap) -> Option<u64> {
    let agents = gap.agents as u64;
    let assignment = |code: u64| -> Vec<u32> {
        (0..gap.jobs as u32).map(|job| (code / agents.pow(job) % agents) as u32).collect()
    };
    (0..agents.pow(gap.jobs as u32)).filter_map(|code| gap.value(&assignment(code))).min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn small_problems_are_solved_as_by_trying_everything(seed in any::<u64>(), agents in 1..4_usize, jobs in 1..8_usize) {
        let gap = random(seed, agents, jobs);
        let found = solved(&gap, 100_000, 1);
        prop_assert_eq!(found.value, best_of_all(&gap));
        prop_assert!(found.value.is_none_or(|value| found.bound <= value));
    }
}

/// The search alone ends above a capacity here.
#[test]
fn where_hardly_anything_fits_it_is_found() {
    let gap = random(2_819_233_012_043_783_208, 3, 4);
    assert_eq!((solved(&gap, 100_000, 1).value, best_of_all(&gap)), (Some(120), Some(120)));
}

#[test]
fn larger_ones_keep_the_capacities_near_the_bound_on_any_threads() {
    let gap = random(7, 8, 160);
    let found = solved(&gap, 4_000_000, 1);
    let value = found.value.unwrap();
    assert_eq!(gap.value(found.agents.as_ref().unwrap()), Some(value));
    assert!(found.bound <= value && value as f64 <= 1.01 * found.bound as f64, "{value} {}", found.bound);
    assert_eq!(solved(&gap, 4_000_000, 3).agents, found.agents);
}

#[test]
fn what_is_no_such_file_is_told_with_its_line() {
    let told = |text: &str| read(text).unwrap_err().to_string();
    assert!(
        told("2 2\n1 2\n3").starts_with("line 3: the file ends where a cost is due"),
        "{}",
        told("2 2\n1 2\n3")
    );
    assert!(told("1 1\n1\n-4\n9\n").starts_with("line 3: `-4` cannot be a weight: write a whole number"));
    assert!(told("1 1\n1\n4\n9\n7\n").starts_with("line 5: `7` comes after the last capacity"));
    assert!(told("90000 90000\n").contains("are too many"));
    assert_eq!(read("1 1\n1\n4\n9\n").unwrap().value(&[0]), Some(1));
    assert_eq!(read("1 1\n1\n4\n3\n").unwrap().value(&[0]), None);
}
