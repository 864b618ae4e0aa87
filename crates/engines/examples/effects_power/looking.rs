//! Looking every month, and stopping at the first good one.
use super::USUAL;
use super::rate::rate;
use super::worlds::{World, make};
use rayon::prelude::*;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::Verdict;
use tandem_engines::effects::effect;
use tandem_engines::simulate::Watch;

/// Prints how often any of the looks claims something.
pub fn table(count: u64) {
    println!(
        "## Looking every month\n\n{count} worlds each, a look at the end of every month that counts. Naive is p at most .05 at any of them.\n"
    );
    println!(
        "| people | months | effect | `worked` or `partly` at any look | at the last look | naive |\n| --- | --- | --- | --- | --- | --- |"
    );
    for (people, after, effect) in [(12, 6, 0.0), (12, 12, 0.0), (24, 12, 0.0), (24, 12, 0.06)] {
        let world = World { people, after, effect, ..USUAL };
        let looks: Vec<[bool; 3]> = (0..count).into_par_iter().map(|seed| looks(world, seed)).collect();
        let share = |at: usize| rate(looks.iter().filter(|look| look[at]).count(), count as usize);
        println!("| {people} | {after} | {effect} | {} | {} | {} |", share(0), share(1), share(2));
    }
    println!();
}

fn looks(world: World, seed: u64) -> [bool; 3] {
    let (of, panel) = make(world, seed);
    let cancel = AtomicBool::new(false);
    let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
    let mut found = [false; 3];
    for months in 1..=world.after {
        let month = panel.month(world.before + months - 1);
        let look = effect(&of, &panel, month, 7 + seed, &watch).expect("nobody stops it");
        let worked = matches!(look.verdict, Verdict::Worked | Verdict::Partly);
        found[0] |= worked;
        found[1] = worked;
        found[2] |=
            look.p_value.is_some_and(|p| p <= 0.05) && look.estimate.is_some_and(|estimate| estimate > 0.0);
    }
    found
}
