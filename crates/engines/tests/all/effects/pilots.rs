//! Pilots: what is said to be enough is enough when it is tried out on fresh worlds, and lots are fair.
use super::worlds::{World, make};
use super::{USUAL, answer};
use chrono::NaiveDate;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::{Outcome, Panel, Verdict};
use tandem_engines::effects::pilot::lots::{Rollout, draw};
use tandem_engines::effects::pilot::variance::{past, variance};
use tandem_engines::effects::pilot::{Pilot, Question, detectable, level_end, people_each_side, pilot};
use tandem_engines::simulate::{Stopped, Watch};

fn planned(panel: &Panel, outcome: Outcome, expected: f64) -> Pilot {
    let cancel = AtomicBool::new(false);
    let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
    let question = Question { outcome, expected, baseline_months: 12, panels: 60 };
    pilot(panel, &question, 3, &watch).unwrap()
}

#[test]
fn the_own_variance_is_measured() {
    // People's own levels scatter by .06 and stay; months by .05, neighbours hanging together by .3.
    let world = World { people: 200, before: 36, after: 6, ..USUAL };
    let (_, panel) = make(world, 1);
    let found = variance(&past(&panel, Outcome::HuntingShare), 12, 6).unwrap();
    // The variance of a mean of n such months is about .05^2 (1.3 / .7) / n; the slope saves a little of that of the months before.
    let month: f64 = 0.0025 * 1.3 / 0.7;
    let expected = (month / 6.0 + month / 12.0).sqrt();
    assert!((found.scatter / expected - 1.0).abs() < 0.12, "{} {expected}", found.scatter);
    assert_eq!(found.months_before, 12);
    assert_eq!(variance(&past(&panel, Outcome::HuntingShare), 12, 36).unwrap().months_before, 6);
    assert!(variance(&past(&panel, Outcome::HuntingShare), 12, 41).is_none());
    assert!(variance(&past(&panel, Outcome::Won), 12, 6).is_none());
}

#[test]
fn what_is_said_to_be_enough_is_enough() {
    let (_, panel) = make(World { people: 20, before: 36, ..USUAL }, 2);
    let plan = planned(&panel, Outcome::HuntingShare, 0.07);
    let months = plan.shortest.expect("a pilot is long enough");
    let length = plan.lengths.iter().find(|length| length.months == months).unwrap();
    assert!(length.power >= 0.8 && length.false_alarms <= 0.1, "{length:?}");
    let world = World { people: 20, after: months, effect: 0.07, ..USUAL };
    let seen =
        (0..30).filter(|seed| matches!(answer(world, *seed).verdict, Verdict::Worked | Verdict::Partly));
    assert!(seen.count() >= 20);
}

#[test]
fn longer_pilots_and_larger_teams_see_more() {
    let (_, panel) = make(World { people: 16, before: 40, ..USUAL }, 3);
    let plan = planned(&panel, Outcome::HuntingShare, 0.03);
    assert_eq!(plan.lengths.iter().map(|length| length.months).collect::<Vec<_>>(), [2, 3, 4, 6, 9, 12]);
    let (first, last) = (plan.lengths[0], plan.lengths[5]);
    assert!(first.detectable > last.detectable && first.people_each_side > last.people_each_side);
    assert_eq!(plan.shortest, None);
    assert_eq!(plan.because[1].code, "pilot.more_people");
    let level = level_end(6);
    let needed = people_each_side(0.03, 0.02, level).unwrap();
    assert!(detectable(0.03, needed, needed, level) <= 0.02);
    assert!(detectable(0.03, needed - 1, needed - 1, level) > 0.02);
    assert_eq!(people_each_side(0.03, 1e-9, level), None);
}

#[test]
fn too_little_is_told_and_work_can_be_stopped() {
    let (_, panel) = make(World { people: 3, ..USUAL }, 1);
    let few = planned(&panel, Outcome::HuntingShare, 0.05);
    assert!(few.lengths.is_empty() && few.because[0].code == "pilot.too_little");
    let (_, panel) = make(USUAL, 1);
    let cancel = AtomicBool::new(true);
    let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
    let question =
        Question { outcome: Outcome::HuntingShare, expected: 0.05, baseline_months: 12, panels: 60 };
    assert_eq!(pilot(&panel, &question, 3, &watch), Err(Stopped::Cancelled));
}

fn people(count: usize, strata: usize) -> Vec<(String, Option<String>)> {
    (0..count).map(|at| (format!("p{at:02}"), Some(format!("s{}", at % strata)))).collect()
}

#[test]
fn lots_are_even_within_strata_and_the_same_for_a_seed() {
    let start: NaiveDate = "2027-01-04".parse().unwrap();
    for seed in 0..20 {
        let lots = draw(&people(17, 3), Rollout::Half, start, seed);
        assert!(lots.people.len().abs_diff(lots.compared.len()) <= 1);
        for stratum in ["s0", "s1", "s2"] {
            let count = |members: &[tandem_core::interventions::Member]| {
                members.iter().filter(|member| member.stratum.as_deref() == Some(stratum)).count()
            };
            assert!(count(&lots.people).abs_diff(count(&lots.compared)) <= 1, "{stratum} {lots:?}");
        }
        assert_eq!(lots, draw(&people(17, 3), Rollout::Half, start, seed));
    }
    let times =
        |seed: u64| draw(&people(12, 1), Rollout::Half, start, seed).people.iter().any(|m| m.person == "p00");
    let begun = (0..400).filter(|seed| times(*seed)).count();
    assert!((160..240).contains(&begun), "everybody begins as often as not: {begun}");
    let steps = draw(&people(9, 1), Rollout::Steps { steps: 3, months_apart: 2 }, start, 1);
    let days: std::collections::BTreeSet<_> = steps.people.iter().filter_map(|member| member.from).collect();
    assert_eq!(
        days.into_iter().map(|day| day.to_string()).collect::<Vec<_>>(),
        ["2027-01-04", "2027-03-01", "2027-05-01"]
    );
    assert!(steps.compared.is_empty());
}
