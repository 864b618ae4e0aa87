//! Commitments: none is dropped, each has a living owner, and nothing ends without the customer.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
use chrono::{Days, NaiveDate};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::commitments::{
    Commitment, CommitmentAct, CommitmentOutcome, CommitmentRequest, CommitmentState, Form, Promise, Roster,
    orphans,
};
use tandem_core::ids::{CommitmentId, HandoffId, SellerId, UnitId, UserId};

fn day(days: u64) -> NaiveDate {
    "2027-03-01".parse::<NaiveDate>().unwrap() + Days::new(days)
}

/// Sellers 1 and 2 are there, 3 leaves on day 10, 4 comes on day 20.
fn roster() -> Roster {
    Roster::new([
        (SellerId(1), day(0), None),
        (SellerId(2), day(0), None),
        (SellerId(3), day(0), Some(day(10))),
        (SellerId(4), day(20), None),
    ])
}

fn promise(what: &str) -> Promise {
    Promise {
        what: what.to_owned(),
        to: "Ms Lin".to_owned(),
        due: Some(day(30)),
        form: Form::Verbal,
        place: "said on the kickoff".to_owned(),
    }
}

fn commitment() -> Commitment {
    Commitment::promised(CommitmentId(1), UnitId(1), promise("training"), SellerId(1), &roster(), day(0))
        .unwrap()
}

fn keep() -> CommitmentAct {
    CommitmentAct::Keep { on: day(5), evidence: "minutes of the training".to_owned() }
}

fn change(what: &str, successor: i64) -> CommitmentAct {
    CommitmentAct::Change {
        promise: promise(what),
        successor: CommitmentId(successor),
        agreed_by: "Ms Lin".to_owned(),
        on: day(5),
    }
}

fn rehome(to: i64) -> CommitmentAct {
    CommitmentAct::Rehome { to: SellerId(to), reason: "holiday".to_owned() }
}

fn walk(to: i64) -> CommitmentAct {
    CommitmentAct::Walk { handoff: HandoffId(9), to: SellerId(to) }
}

fn release(place: &str) -> CommitmentAct {
    CommitmentAct::Release { by: "Ms Lin".to_owned(), on: day(5), place: place.to_owned() }
}

fn request<'a>(act: &'a CommitmentAct, roster: &'a Roster, on: u64) -> CommitmentRequest<'a> {
    let at = day(on).and_hms_opt(9, 0, 0).unwrap().and_utc();
    CommitmentRequest { act, by: UserId(7), at, day: day(on), roster, version: None }
}

fn done(commitment: &Commitment, act: &CommitmentAct) -> Commitment {
    match commitment.apply(&request(act, &roster(), 6)).unwrap() {
        CommitmentOutcome::Applied { commitment, .. } => *commitment,
        CommitmentOutcome::AlreadyDone(_) => panic!("done before: {act:?}"),
    }
}

fn refused(commitment: &Commitment, act: &CommitmentAct, on: u64, expected: Expect) {
    let words = commitment.apply(&request(act, &roster(), on)).unwrap_err().words();
    expected.assert_eq(&format!("{}\n{}", words.en, words.zh));
}

#[test]
fn what_cannot_be_done_is_refused_with_what_to_do() {
    let one = commitment();
    refused(
        &one,
        &rehome(3),
        10,
        expect![[r#"
        Seller 3 is not there: give the commitment to somebody who is.
        業務人員 3 不在職：請交給在職的人。"#]],
    );
    refused(
        &one,
        &rehome(4),
        19,
        expect![[r#"
        Seller 4 is not there: give the commitment to somebody who is.
        業務人員 4 不在職：請交給在職的人。"#]],
    );
    refused(
        &one,
        &release(" "),
        6,
        expect![[r#"
        `place` is missing or longer than 1000 letters: write it down.
        「place」未填或超過 1000 個字：請填寫。"#]],
    );
    refused(
        &one,
        &keep(),
        4,
        expect![[r#"
        2027-03-06 is still to come: note it when it has happened.
        2027-03-06 尚未到來：請於發生後記錄。"#]],
    );
    refused(
        &one,
        &change("", 2),
        6,
        expect![[r#"
        `what` is missing or longer than 1000 letters: write it down.
        「what」未填或超過 1000 個字：請填寫。"#]],
    );
    refused(
        &one,
        &change("webinar", 1),
        6,
        expect![[r#"
        A commitment cannot replace itself: give the new one a number of its own.
        承諾不能取代自己：請給新的承諾另一個編號。"#]],
    );
    refused(
        &done(&one, &keep()),
        &rehome(2),
        6,
        expect![[r#"
        The commitment is kept: write down a new one where something new was promised.
        此承諾已履行：若有新的承諾，請另行新增。"#]],
    );
    let (act, roster) = (rehome(2), roster());
    let stale = CommitmentRequest { version: Some(7), ..request(&act, &roster, 6) };
    expect!["The commitment was changed meanwhile: look at it again."]
        .assert_eq(&one.apply(&stale).unwrap_err().to_string());
    assert!(
        Commitment::promised(CommitmentId(1), UnitId(1), promise("x"), SellerId(4), &roster, day(0)).is_err()
    );
}

#[test]
fn what_was_done_is_not_done_twice() {
    for act in [keep(), release("mail of 3 March"), rehome(2), walk(2), change("webinar", 2)] {
        let after = done(&commitment(), &act);
        let again = after.apply(&request(&act, &roster(), 6)).unwrap();
        assert_eq!(again, CommitmentOutcome::AlreadyDone(after.history[0].clone()));
    }
}

#[test]
fn a_change_becomes_another_one_that_is_still_to_be_gone_through() {
    let walked = done(&commitment(), &walk(2));
    assert_eq!((walked.owner, walked.walked_in.clone()), (SellerId(2), vec![HandoffId(9)]));
    let CommitmentOutcome::Applied { commitment, successor } =
        walked.apply(&request(&change("webinar", 2), &roster(), 6)).unwrap()
    else {
        panic!()
    };
    let successor = successor.unwrap();
    assert_eq!((commitment.state, commitment.replaced_by), (CommitmentState::Changed, Some(CommitmentId(2))));
    assert_eq!(
        (successor.replaces, successor.owner, successor.is_open()),
        (Some(CommitmentId(1)), SellerId(2), true)
    );
    let gate = successor.for_gate(HandoffId(9), &roster(), day(6));
    assert_eq!((gate.walked, gate.owned), (false, true));
    assert!(walked.for_gate(HandoffId(9), &roster(), day(6)).walked);
    assert_eq!((successor.is_overdue(day(30)), successor.is_overdue(day(31))), (false, true));
}

#[test]
fn whoever_leaves_leaves_no_commitment_behind_unseen() {
    let mine = done(&commitment(), &rehome(3));
    assert_eq!(orphans(std::slice::from_ref(&mine), &roster(), day(9)), []);
    assert_eq!(orphans(std::slice::from_ref(&mine), &roster(), day(10))[0].owner, SellerId(3));
    assert_eq!(orphans(&[done(&mine, &keep())], &roster(), day(10)), []);
}

fn acts() -> impl Strategy<Value = Vec<(usize, CommitmentAct)>> {
    let act = prop_oneof![
        1 => Just(keep()),
        1 => Just(release("mail")),
        4 => (1_i64..5).prop_map(rehome),
        3 => (1_i64..5).prop_map(walk),
        3 => (2_i64..9).prop_map(|successor| change("other", successor)),
    ];
    prop::collection::vec((0_usize..4, act), 0..30)
}

proptest! {
    #[test]
    fn what_was_promised_is_owed_kept_or_released_and_owned(acts in acts()) {
        let mut all = BTreeMap::from([(CommitmentId(1), commitment())]);
        for (which, act) in acts {
            let one = all.values().nth(which % all.len()).unwrap().clone();
            // Numbers are given once.
            if matches!(&act, CommitmentAct::Change { successor, .. } if all.contains_key(successor)) {
                continue;
            }
            if let Ok(CommitmentOutcome::Applied { commitment, successor }) = one.apply(&request(&act, &roster(), 6)) {
                prop_assert_eq!(commitment.version, one.version + 1);
                all.insert(commitment.id, *commitment);
                if let Some(next) = successor {
                    all.insert(next.id, *next);
                }
            }
            prop_assert_eq!(orphans(&all.values().cloned().collect::<Vec<_>>(), &roster(), day(6)), []);
        }
        // From the first promise on, one thread leads to what is owed, kept or released.
        let mut at = &all[&CommitmentId(1)];
        let mut seen = 1;
        while let Some(next) = at.replaced_by {
            prop_assert_eq!((at.state, all[&next].replaces), (CommitmentState::Changed, Some(at.id)));
            at = &all[&next];
            seen += 1;
        }
        prop_assert!(at.state != CommitmentState::Changed);
        prop_assert_eq!(seen, all.len());
    }
}
