//! Series with and without a trend, for the trend test alone.
use super::rate::rate;
use super::worlds::Dice;
use rayon::prelude::*;
use tandem_engines::diagnose::trend::{REPLICAS_TEAM, trend};

struct Series {
    name: &'static str,
    months: usize,
    persistence: f64,
    season: f64,
    heavy: bool,
    fall_a_year: f64,
}

/// Prints how often a trend is claimed.
pub fn trends(count: u64) {
    println!(
        "## Trends alone\n\n{count} series each; scatter 1, `fall` in units of the scatter a year; level 5 %, one-sided.\n"
    );
    println!("| series | months | persistence | fall | claimed |\n| --- | --- | --- | --- | --- |");
    let of = |name, months, persistence, season, heavy, fall_a_year| Series {
        name,
        months,
        persistence,
        season,
        heavy,
        fall_a_year,
    };
    for series in [
        of("independent", 36, 0.0, 0.0, false, 0.0),
        of("independent", 18, 0.0, 0.0, false, 0.0),
        of("independent", 60, 0.0, 0.0, false, 0.0),
        of("seasonal", 36, 0.0, 2.0, false, 0.0),
        of("heavy tails", 36, 0.0, 0.0, true, 0.0),
        of("persistent", 36, 0.4, 0.0, false, 0.0),
        of("persistent", 36, 0.7, 1.0, false, 0.0),
        of("very persistent", 36, 0.9, 0.0, false, 0.0),
        of("falling", 36, 0.0, 1.0, false, 0.5),
        of("falling", 36, 0.0, 1.0, false, 1.0),
        of("falling", 36, 0.4, 1.0, false, 1.0),
        of("falling", 60, 0.4, 1.0, false, 1.0),
    ] {
        let claimed = (0..count).into_par_iter().filter(|seed| {
            let found =
                trend("2023-01".parse().expect("a month"), &values(&series, *seed), REPLICAS_TEAM, *seed);
            found.is_some_and(|found| found.p_falling <= 0.05)
        });
        let claimed = rate(claimed.count(), count as usize);
        println!(
            "| {} | {} | {} | {} | {claimed} |",
            series.name, series.months, series.persistence, series.fall_a_year
        );
    }
    println!();
}

fn values(series: &Series, seed: u64) -> Vec<Option<f64>> {
    let mut dice = Dice::new(seed.wrapping_mul(31).wrapping_add(series.months as u64));
    let mut state = dice.normal();
    let keep = series.persistence;
    (0..series.months)
        .map(|month| {
            let fresh = if series.heavy { (dice.normal() * 1.3).exp() / 3.0 } else { dice.normal() };
            state = keep * state + (1.0 - keep * keep).sqrt() * fresh;
            let season = series.season * f64::from(u8::from(month % 3 == 2));
            Some(20.0 + state + season - series.fall_a_year * month as f64 / 12.0)
        })
        .collect()
}
