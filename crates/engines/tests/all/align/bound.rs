//! The lower bound: below the best of all alignments, and the same number that the independent checker computes.
use crate::align::made::{Made, random};
use proptest::prelude::*;
use tandem_engines::align::check::check;
use tandem_engines::align::dual::{Dual, Settings, climb};
use tandem_engines::align::objective::objective;
use tandem_engines::align::prices::Prices;
use tandem_engines::align::problem::{Alignment, Problem};
use tandem_engines::align::read;
use tandem_engines::align::rules::unit_cost;
use tandem_engines::align::territory::Territory;
use tandem_engines::align::write;

pub const SETTINGS: Settings = Settings { first: 2.0, last: 0.03, stages: 6 };

/// The bound of a problem from prices of zero.
pub fn dual(problem: &Problem) -> Dual {
    climb(&Territory::new(problem), vec![[0.0; 2]; problem.sellers.len()], &SETTINGS, &|| true)
}

/// The best of all alignments, by trying all; only for small problems.
pub fn best_of_all(problem: &Problem) -> Option<(f64, Alignment)> {
    let (units, hunters) = (problem.units.len(), problem.hunters.len());
    let sellers = problem.sellers.len() as u64;
    let free: Vec<usize> = (0..units).filter(|unit| problem.units[*unit].hunter.is_none()).collect();
    let mut best: Option<(f64, Alignment)> = None;
    for code in 0..sellers.pow((free.len() + hunters) as u32) {
        let mut rest = code;
        let mut digit = || {
            let digit = rest % sellers;
            rest /= sellers;
            digit as u32
        };
        let hunters: Vec<u32> = (0..hunters).map(|_| digit()).collect();
        let mut of = vec![0; units];
        for unit in &free {
            of[*unit] = digit();
        }
        for (unit, hunter) in
            problem.units.iter().enumerate().filter_map(|(id, unit)| Some((id, unit.hunter?)))
        {
            of[unit] = hunters[hunter as usize];
        }
        let alignment = Alignment { units: of, hunters };
        if allowed(problem, &alignment) {
            let value = objective(problem, &alignment).total();
            if best.as_ref().is_none_or(|(least, _)| value < *least) {
                best = Some((value, alignment));
            }
        }
    }
    best
}

fn allowed(problem: &Problem, alignment: &Alignment) -> bool {
    let unit = |(unit, seller): (usize, &u32)| unit_cost(problem, unit, *seller as usize).is_some();
    let hunter = |(hunter, seller): (usize, &u32)| {
        tandem_engines::align::rules::hunter_cost(problem, hunter, *seller as usize).is_some()
    };
    alignment.units.iter().enumerate().all(unit) && alignment.hunters.iter().enumerate().all(hunter)
}

/// The bound that the checker computes of prices, over all pairs.
fn checked(made: &Made, prices: &[[f64; 2]]) -> f64 {
    let certificate = write::certificate(&Prices(prices.to_vec()));
    check(&made.texts(), "kind,id,rep\n", Some(&certificate)).unwrap().lower_bound.unwrap()
}

#[test]
fn who_leaves_is_as_dear_as_anybody_can_be_before_any_climb() {
    let problem = random(7, 60, 5, 0).leaver(0).problem();
    let none = vec![[0.0; 2]; problem.sellers.len()];
    let Dual { prices, .. } = climb(&Territory::new(&problem), none, &SETTINGS, &|| false);
    assert_eq!(prices[0], [problem.parameters.pen_w, problem.parameters.pen_p]);
    assert_eq!(prices[1..], [[0.0; 2]; 4]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_bound_is_below_the_best_of_all(seed in any::<u64>(), units in 1..7_usize, sellers in 1..4_usize) {
        let made = random(seed, units, sellers, 2);
        let Ok(problem) = read::problem(&made.files()) else { return Ok(()) };
        let Some((best, _)) = best_of_all(&problem) else { return Ok(()) };
        let bound = dual(&problem).bound;
        prop_assert!(bound <= best + 1e-6 * best.abs().max(1.0), "{} {}", bound, best);
    }

    #[test]
    fn the_checker_computes_the_same_bound(seed in any::<u64>(), units in 1..120_usize, sellers in 1..40_usize) {
        let made = random(seed, units, sellers, 4);
        let Ok(problem) = read::problem(&made.files()) else { return Ok(()) };
        let Dual { bound, prices } = dual(&problem);
        let theirs = checked(&made, &prices);
        prop_assert!((bound - theirs).abs() < 1e-6 * bound.abs().max(1.0), "{} {}", bound, theirs);
    }
}
