//! Counting verdicts over many worlds, and rates with their exact intervals.
use super::worlds::{World, make};
use rayon::prelude::*;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::Verdict;
use tandem_engines::effects::{Effect, Method, effect};
use tandem_engines::simulate::Watch;

/// How often which verdict was given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// An effect that is not clearly less than expected.
    pub worked: usize,
    /// An effect that is less.
    pub partly: usize,
    /// An effect in the wrong direction.
    pub harm: usize,
    /// Half of the expected effect excluded.
    pub excluded: usize,
    /// Nothing to look at.
    pub no_data: usize,
}

/// The answer for a world at its end.
pub fn answer(world: World, seed: u64) -> Effect {
    let (of, panel) = make(world, seed);
    let cancel = AtomicBool::new(false);
    let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
    let last = panel.month(panel.months() - 1);
    effect(&of, &panel, last, 7 + seed, &watch).expect("nobody stops it")
}

/// Verdicts of as many worlds.
pub fn tally(world: World, count: u64) -> Tally {
    let one = |seed| {
        let found = answer(world, seed);
        let code = &found.because[0].code;
        let is = |is: bool| usize::from(is);
        Tally {
            worked: is(found.verdict == Verdict::Worked),
            partly: is(found.verdict == Verdict::Partly),
            harm: is(code.ends_with("harm")),
            excluded: is(code.ends_with("excluded")),
            no_data: is(found.method == Method::NotEnoughData),
        }
    };
    let add = |one: Tally, other: Tally| Tally {
        worked: one.worked + other.worked,
        partly: one.partly + other.partly,
        harm: one.harm + other.harm,
        excluded: one.excluded + other.excluded,
        no_data: one.no_data + other.no_data,
    };
    (0..count).into_par_iter().map(one).reduce(Tally::default, add)
}
