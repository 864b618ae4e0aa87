//! The scorecard on facts whose truth is known.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod today;
mod units;

use tandem_engines::effects::words::Told;
use tandem_engines::scorecard::promise::{Measure, Movements, Promise, lines, measured};
use tandem_engines::scorecard::{Line, Standing};
use tandem_engines::simulate::{parse, simulate};

/// A sentence in both languages, filled.
fn whole(told: &Told) {
    for text in [&told.text, &told.text_zh_hant] {
        let is_whole = !text.contains(['{', '}']) && !text.contains("NaN") && text.ends_with(['.', '。']);
        assert!(is_whole && *text != told.code, "{told:?}");
    }
}

fn scenario() -> tandem_engines::simulate::Scenario {
    parse("{T: 104, team: [0, 6, 4, 2], t_split: 26}").unwrap()
}

fn lives(seeds: std::ops::Range<u64>) -> Promise {
    let runs: Vec<_> = seeds.map(|seed| simulate(&scenario(), seed)).collect();
    Promise::of(&scenario(), &runs)
}

#[test]
fn months_of_the_promise_add_up_to_its_weeks() {
    let run = simulate(&scenario(), 1);
    let promise = lives(1..2);
    let months = &promise.lives[0];
    assert_eq!(months.len(), 18, "78 weeks after the split");
    let since = || run.rows.iter().filter(|row| row.week >= 26);
    assert_eq!(
        months.iter().map(|month| month.won).sum::<f64>(),
        since().map(|row| f64::from(row.logos)).sum::<f64>()
    );
    let cost: f64 = since().map(|row| row.cost).sum();
    assert!((months.iter().map(|month| month.cost).sum::<f64>() / cost - 1.0).abs() < 1e-9);
    assert!(months.windows(2).all(|pair| pair[0].end == pair[1].start));
}

#[test]
fn a_company_that_does_as_simulated_is_as_promised() {
    let promise = lives(100..140);
    let mut outside = 0;
    for seed in 0..20 {
        let since: Vec<Movements> = lives(seed..seed + 1).lives[0][..12].to_vec();
        let lines = lines(&promise, &since, &[]);
        outside += lines.iter().filter(|line| line.standing != Standing::AsPromised).count();
        lines.iter().for_each(|line| whole(&line.told));
    }
    // One in five lies outside of a band of eight in ten.
    assert!((5..40).contains(&outside), "{outside} of 100");
}

fn standing(since: &[Movements], measure: Measure) -> Standing {
    let promise = lives(100..120);
    let found: Vec<Line> = lines(&promise, since, since);
    let line = found.iter().find(|line| line.measure == measure).unwrap();
    whole(&line.told);
    line.standing
}

#[test]
fn what_is_better_or_worse_is_told_in_its_direction() {
    let usual = lives(7..8).lives[0][..12].to_vec();
    let with = |change: fn(&mut Movements)| {
        let mut since = usual.clone();
        since.iter_mut().for_each(change);
        since
    };
    assert_eq!(standing(&with(|month| month.won *= 3.0), Measure::Acquisition), Standing::Ahead);
    assert_eq!(standing(&with(|month| month.won = 0.0), Measure::Acquisition), Standing::Behind);
    assert_eq!(standing(&with(|month| month.cost *= 2.0), Measure::Cost), Standing::Behind);
    assert_eq!(standing(&with(|month| month.cost *= 0.5), Measure::Cost), Standing::Ahead);
    assert_eq!(standing(&with(|month| month.lost *= 4.0), Measure::Retention), Standing::Behind);
    assert_eq!(standing(&with(|month| month.profit = -1e6), Measure::Profit), Standing::Behind);
    assert_eq!(standing(&[], Measure::Growth), Standing::NotKnown);
    let long = [usual.clone(), usual.clone()].concat();
    assert_eq!(standing(&long, Measure::Growth), Standing::NotKnown, "nothing is promised for so long");
}

#[test]
fn measures_are_what_they_say() {
    let month =
        |start: f64, lost: f64, end: f64| Movements { won: 2.0, start, lost, end, cost: 10.0, profit: 5.0 };
    let months = [month(100.0, 1.0, 110.0), month(110.0, 1.1, 121.0)];
    let check =
        |measure, expected: f64| assert!((measured(&months, measure).unwrap() - expected).abs() < 1e-12);
    check(Measure::Acquisition, 4.0);
    check(Measure::Retention, 1.0 - 12.0 * 0.01);
    check(Measure::Growth, 0.21);
    check(Measure::Cost, 20.0);
    check(Measure::Profit, 10.0);
    assert_eq!(measured(&[], Measure::Cost), None);
    assert_eq!(measured(&[month(0.0, 0.0, 5.0)], Measure::Growth), None);
}
