//! The matched difference in differences, held to worlds in which the truth is known.
use super::day;
use std::collections::BTreeSet;
use tandem_core::handoffs::matched::{Compared, Matched, matched};
use tandem_core::handoffs::outcome::OutcomeAt;

/// A number from 0 to 1 that hangs on nothing but its place and the seed.
fn chance(seed: u64, place: u64) -> f64 {
    let mut x = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ place.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    for _ in 0..3 {
        x ^= x >> 30;
        x = x.wrapping_mul(0x94d0_49bb_1331_11eb);
    }
    (x >> 11) as f64 / (1_u64 << 53) as f64
}

const ON: u64 = 400;

/// So many units, every fifth of which passed on. Units that shrink go on shrinking by a tenth, and mostly those pass on; a handoff changes the
/// revenue by `effect` beside that, and loses `lost` of the units.
fn world(seed: u64, count: usize, effect: f64, lost: f64) -> (Vec<Compared>, Vec<Vec<i64>>, Vec<usize>) {
    let (mut units, mut courses, mut passed) = (Vec::new(), Vec::new(), Vec::new());
    for place in 0..count {
        let draw = |what: u64| chance(seed, place as u64 * 10 + what);
        let shrinks = draw(1) < 0.5;
        let is_passed = draw(2) < if shrinks { 0.3 } else { 0.1 };
        let size = 10_000.0 * (1.0 + 3.0 * draw(3));
        let earlier = if shrinks { size / 0.9 } else { size };
        let drift = if shrinks { -0.1 } else { 0.05 };
        let change = drift + 0.3 * (draw(4) - 0.5) + if is_passed { effect } else { 0.0 };
        let gone = is_passed && draw(5) < lost;
        let then = if gone { 0.0 } else { size * (1.0 + change) };
        courses.push([earlier, size, then].map(|value| value as i64).to_vec());
        let segment = Some(if draw(6) < 0.5 { "Mid" } else { "Small" }.to_owned());
        units.push(Compared {
            customer: place as i64,
            segment,
            passed: if is_passed { vec![day(ON)] } else { Vec::new() },
        });
        if is_passed {
            passed.push(place);
        }
    }
    (units, courses, passed)
}

fn compare((units, courses, passed): &(Vec<Compared>, Vec<Vec<i64>>, Vec<usize>)) -> Matched {
    let passed: Vec<_> = passed.iter().map(|place| (*place, day(ON))).collect();
    let revenue = |place: usize, on| {
        let at = if on < day(ON - 30) {
            0
        } else if on < day(ON) {
            1
        } else {
            2
        };
        Some(courses[place][at])
    };
    matched(units, &passed, OutcomeAt::Day180, day(ON + 200), revenue)
}

#[test]
fn a_known_change_is_found_where_a_plain_comparison_is_wrong() {
    let made = world(7, 1_500, -0.2, 0.0);
    let Matched::Known { units, compared, revenue, still_there, .. } = compare(&made) else {
        panic!("enough")
    };
    assert!(units > 200 && compared > 200, "{units} {compared}");
    assert!((revenue.low_bp..=revenue.high_bp).contains(&-2_000), "{revenue:?}");
    assert!(revenue.high_bp < -1_600 && still_there.bp == 0, "{revenue:?} {still_there:?}");
    // Without matching, those that shrink anyway are held against the handoff.
    let growth = |place: usize| (made.1[place][2] - made.1[place][1]) as f64 / made.1[place][1] as f64;
    let mean =
        |places: &[usize]| places.iter().map(|place| growth(*place)).sum::<f64>() / places.len() as f64;
    let passed: BTreeSet<usize> = made.2.iter().copied().collect();
    let others: Vec<usize> = (0..made.0.len()).filter(|place| !passed.contains(place)).collect();
    let plain = mean(&made.2) - mean(&others);
    assert!(plain < -0.22, "{plain}");
}

#[test]
fn lost_units_are_seen() {
    let Matched::Known { still_there, .. } = compare(&world(11, 1_500, 0.0, 0.25)) else { panic!("enough") };
    assert!(
        (still_there.low_bp..=still_there.high_bp).contains(&-2_500) && still_there.high_bp < -1_500,
        "{still_there:?}"
    );
}

#[test]
fn nothing_is_found_where_nothing_is_and_the_interval_holds() {
    let wrong = (0..200_u64).filter(|seed| match compare(&world(*seed, 400, 0.0, 0.0)) {
        Matched::Known { revenue, .. } => !(revenue.low_bp..=revenue.high_bp).contains(&0),
        Matched::NotEnoughData { .. } => panic!("enough"),
    });
    // 5 % of 200 are 10; more than 18 would come once in two hundred times.
    let wrong = wrong.count();
    assert!(wrong <= 18, "{wrong}");
}

#[test]
fn too_few_say_nothing_and_what_was_handed_over_compares_with_nothing() {
    let made = world(3, 40, 0.0, 0.0);
    assert!(matches!(compare(&made), Matched::NotEnoughData { .. }));
    let (mut units, courses, passed) = world(3, 400, 0.0, 0.0);
    // Everybody else passed on a few weeks later.
    units.iter_mut().filter(|unit| unit.passed.is_empty()).for_each(|unit| unit.passed.push(day(ON + 30)));
    assert_eq!(compare(&(units, courses, passed)), Matched::NotEnoughData { units: 0, compared: 0 });
}
