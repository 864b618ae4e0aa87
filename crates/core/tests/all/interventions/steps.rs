//! From draft to verdict: every step from one state only, and nothing that it is judged by changes after the start.
use super::{DRAFT, draft, measured};
use chrono::NaiveDate;
use tandem_core::interventions::states::{Refused, change, end, judge, start};
use tandem_core::interventions::{Intervention, Outcome, State, Verdict, read, write};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn running() -> Intervention {
    start(&draft(), &measured(), day("2027-01-01")).unwrap()
}

#[test]
fn the_baseline_is_locked_at_the_start() {
    let baseline = running().baseline.unwrap();
    assert_eq!((baseline.from.to_string(), baseline.to.to_string()), ("2026-01".into(), "2026-12".into()));
    assert!((baseline.means["dee"] - 0.23).abs() < 1e-12);
    assert_eq!(baseline.means.len(), 8, "those compared are locked too");
    let written = write::write(&running());
    assert_eq!(read(&written).unwrap(), running(), "{written}");
}

#[test]
fn nobody_is_locked_without_a_record() {
    let unknown = read(&DRAFT.replace("dee", "zoe")).unwrap();
    let refused = start(&unknown, &measured(), day("2027-01-01")).unwrap_err();
    assert_eq!(refused, Refused::NoBaseline("zoe".into(), 12));
    let won = Intervention { outcome: Outcome::Won, ..draft() };
    assert!(start(&won, &measured(), day("2027-01-01")).is_err());
}

#[test]
fn steps_come_in_their_order() {
    assert_eq!(
        end(&draft(), day("2027-07-01")),
        Err(Refused::State { is: State::Draft, needs: State::Running })
    );
    assert_eq!(end(&running(), day("2027-06-30")), Err(Refused::NotOver(day("2027-06-30"))));
    let ended = end(&running(), day("2027-07-01")).unwrap();
    assert!(judge(&running(), Verdict::Worked).is_err());
    assert!(start(&ended, &measured(), day("2027-07-01")).is_err());
    let judged = judge(&ended, Verdict::Partly).unwrap();
    assert_eq!(read(&write::write(&judged)).unwrap(), judged);
}

#[test]
fn what_it_is_judged_by_cannot_be_changed_after_the_start() {
    let renamed = Intervention { name: "Mornings".into(), because: Some("Why".into()), ..running() };
    assert_eq!(change(&running(), renamed.clone()), Ok(renamed));
    let cheaper = Intervention { expected: 0.01, outcome: Outcome::Won, ..running() };
    assert_eq!(change(&running(), cheaper), Err(Refused::Locked("outcome, expected".into())));
    let mut fewer = running();
    fewer.people = read(&DRAFT.replace(", dee", "")).unwrap().people;
    assert_eq!(change(&running(), fewer), Err(Refused::Locked("people".into())));
    let back = Intervention { state: State::Draft, baseline: None, ..running() };
    assert_eq!(change(&running(), back), Err(Refused::Locked("state, baseline".into())));
    let other = Intervention { expected: 0.01, ..draft() };
    assert_eq!(change(&draft(), other.clone()), Ok(other));
}
