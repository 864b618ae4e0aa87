//! Languages and skills: they decide where they should, whoever stays pays as well, and the proof and the checker know of them.
use crate::align::bound::{best_of_all, dual};
use crate::align::made::{ACCOUNTS, Dice, HUNTERS, Made, REPS, by_hand, parameters, random};
use crate::align::objective::any_alignment;
use proptest::prelude::*;
use std::sync::atomic::AtomicBool;
use tandem_engines::align::check::{Verdict, check};
use tandem_engines::align::effort::{Budget, Effort};
use tandem_engines::align::objective::objective;
use tandem_engines::align::problem::Problem;
use tandem_engines::align::read;
use tandem_engines::align::rules::skills::lacking;
use tandem_engines::align::solve::{Answer, Start, solve};
use tandem_engines::align::write;

/// Adds a column to a table, a value for each row.
fn column(table: &mut String, name: &str, mut value: impl FnMut() -> String) {
    let rows = table.lines().enumerate();
    let more = rows
        .map(|(at, row)| if at == 0 { format!("{row},{name}\n") } else { format!("{row},{}\n", value()) });
    *table = more.collect();
}

/// A random problem in which units need some of three skills and sellers have some of them.
fn skilled(seed: u64, units: usize, sellers: usize, hunters: usize) -> Made {
    let mut made = random(seed, units, sellers, hunters);
    let mut dice = Dice(seed ^ 7);
    let mut some = |of: f64| {
        let all = ["German", "French", "audits"];
        all.into_iter().filter(|_| dice.unit() < of).collect::<Vec<_>>().join(";")
    };
    column(&mut made.accounts, "needs", || some(0.3));
    column(&mut made.reps, "skills", || some(0.5));
    made.parameters = parameters(", \"skill_missing_cost\": 700");
    made
}

fn solved(problem: &Problem, moves: u64) -> Answer {
    let cancel = AtomicBool::new(false);
    let effort =
        Effort { seed: 1, budget: Budget::Moves(moves), threads: 1, progress: &|_| {}, cancel: &cancel };
    solve(problem, &Start::default(), &effort).unwrap()
}

fn checked(made: &Made, answer: &Answer) -> Verdict {
    let certificate = write::certificate(&answer.prices);
    check(&made.texts(), &write::alignment(&answer.alignment), Some(&certificate)).unwrap()
}

/// Two sellers with the same targets, a degree apart; the unit lives with the first, who has it.
fn two(cost: &str, first: &str, second: &str) -> Made {
    Made {
        accounts: format!(
            "{}0,0,0,MM,0,4,20,8000,30000,0,0.5,0,-1,German;audits\n",
            ACCOUNTS.replace('\n', ",needs\n")
        ),
        reps: format!(
            "{}0,field,0,0,20,30000,{first}\n1,field,0,1,20,30000,{second}\n",
            REPS.replace('\n', ",skills\n")
        ),
        hunters: HUNTERS.to_owned(),
        parameters: parameters(cost),
    }
}

#[test]
fn a_unit_goes_where_its_language_is_spoken_as_soon_as_that_is_worth_it() {
    // Moving costs 534 for travel and 260 for the relationship.
    let goes = |cost: u32, first: &str, second: &str| {
        let made = two(&format!(", \"skill_missing_cost\": {cost}"), first, second);
        let answer = solved(&made.problem(), 2_000);
        let verdict = checked(&made, &answer);
        let (ours, theirs) = (answer.objective.total(), verdict.objective.unwrap());
        assert!((ours - theirs).abs() < 1e-6 && verdict.lower_bound.unwrap() <= theirs + 1e-6);
        (answer.alignment.units[0], answer.objective.skills)
    };
    assert_eq!(goes(780, "audits", "German;audits"), (0, 780.0), "who stays pays, too");
    assert_eq!(goes(800, "audits", "German;audits"), (1, 0.0));
    assert_eq!(goes(400, "", "audits;German"), (1, 0.0), "two are missing");
    assert_eq!(goes(9_000, "German", "audits"), (0, 9_000.0), "each lacks one");
    assert_eq!(goes(9_000, "", ""), (0, 18_000.0), "nobody has them");
}

#[test]
fn what_the_file_does_not_say_is_five_thousand_dollars() {
    let made = two("", "German", "");
    let answer = solved(&made.problem(), 2_000);
    assert_eq!(answer.objective.skills, 5_000.0);
    assert_eq!(checked(&made, &answer).objective, Some(answer.objective.total()));
}

#[test]
fn without_needs_nothing_is_other_than_without_the_columns() {
    let (plain, mut with) = (random(11, 60, 6, 2), random(11, 60, 6, 2));
    column(&mut with.accounts, "needs", String::new);
    column(&mut with.reps, "skills", || "German".to_owned());
    with.parameters = parameters(", \"skill_missing_cost\": 700");
    let text = |made: &Made| {
        let answer = solved(&made.problem(), 30_000);
        let written = serde_json::to_string(&answer.objective).unwrap();
        write::alignment(&answer.alignment) + &write::certificate(&answer.prices) + &written
    };
    assert_eq!(text(&plain), text(&with));
    assert!(!text(&plain).contains("skills"), "and what is written is as it was");
}

#[test]
fn more_skills_than_can_be_told_apart_are_refused_with_their_line() {
    let mut made = by_hand();
    let mut row = 0;
    column(&mut made.accounts, "needs", || {
        row += 1;
        let names: Vec<String> = (0..22).map(|at| format!("skill {row}.{at}")).collect();
        names.join(";")
    });
    let told = read::problem(&made.files()).unwrap_err()[0].to_string();
    assert_eq!(
        told,
        "accounts.csv, line 4: it names one more than the 64 different skills that can be told apart: name fewer"
    );
    let text = made.parameters.replace("}", ", \"skill_missing_cost\": -1}");
    let told = read::problem(&Made { parameters: text, ..by_hand() }.files()).unwrap_err()[0].to_string();
    assert!(told.contains("`skill_missing_cost` is -1: give a number from 0"), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn small_problems_are_solved_as_by_trying_everything(seed in any::<u64>(), units in 1..7_usize, sellers in 1..4_usize) {
        let made = skilled(seed, units, sellers, 1);
        let Ok(problem) = read::problem(&made.files()) else { return Ok(()) };
        let Some((best, _)) = best_of_all(&problem) else { return Ok(()) };
        let answer = solved(&problem, 100_000);
        let found = answer.objective.total();
        prop_assert!((found - best).abs() < 1e-6 * best.max(1.0), "{} {}", found, best);
        prop_assert!(answer.bound <= best + 1e-6 * best.max(1.0), "{} {}", answer.bound, best);
        let of = problem.units.iter().zip(&answer.alignment.units);
        let lacked: u32 = of.map(|(unit, to)| lacking(unit, &problem.sellers[*to as usize])).sum();
        prop_assert!((answer.objective.skills - 700.0 * f64::from(lacked)).abs() < 1e-9);
    }

    #[test]
    fn the_checker_computes_the_same_bound_and_objective(seed in any::<u64>(), units in 1..120_usize, sellers in 1..40_usize) {
        let made = skilled(seed, units, sellers, 4);
        let Ok(problem) = read::problem(&made.files()) else { return Ok(()) };
        let found = dual(&problem);
        let alignment = any_alignment(&problem, seed ^ 1);
        let certificate = write::certificate(&tandem_engines::align::prices::Prices(found.prices));
        let verdict = check(&made.texts(), &write::alignment(&alignment), Some(&certificate)).unwrap();
        let (ours, theirs) = (objective(&problem, &alignment).total(), verdict.objective.unwrap());
        prop_assert!((ours - theirs).abs() < 1e-6 * ours.max(1.0), "{} {}", ours, theirs);
        let bound = verdict.lower_bound.unwrap();
        prop_assert!((bound - found.bound).abs() < 1e-6 * bound.abs().max(1.0) && bound <= theirs + 1e-6, "{} {}", bound, found.bound);
    }
}
