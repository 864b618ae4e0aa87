//! Afterwards: checks, outcomes, and how much was lost on the way.
use super::day;
use expect_test::expect;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::briefs::{FIELDS, Field, Section};
use tandem_core::handoffs::loss::{Judgement, Loss, Mean, Repeated, Verdict, by_field, by_giver, loss};
use tandem_core::handoffs::outcome::{Check, CheckAt, Outcome, OutcomeAt, Tally, checks, outcome};
use tandem_core::ids::SellerId;
use tandem_core::money::Money;

fn usd(minor: i64) -> Option<Money> {
    Some(Money::new(minor, "USD".parse().unwrap()))
}

#[test]
fn checks_are_due_until_they_are_made() {
    let made = [Check {
        at: CheckAt::Day30,
        on: day(31),
        proactive: true,
        met: true,
        commitments_kept: true,
        worries: None,
    }];
    let shown = |days, made: &[Check]| {
        let found = checks(day(0), made, day(days));
        let names = |list: &[(CheckAt, chrono::NaiveDate)]| {
            list.iter().map(|(at, _)| at.text()).collect::<Vec<_>>().join(" ")
        };
        format!("due {}, to come {}", names(&found.due), names(&found.to_come))
    };
    expect![[r#"
        due , to come day_30 day_60 day_90
        due day_30, to come day_60 day_90
        due day_60, to come day_90
        due day_30 day_60 day_90, to come "#]]
    .assert_eq(&[shown(29, &[]), shown(30, &[]), shown(60, &made), shown(90, &[])].join("\n"));
}

#[test]
fn an_outcome_is_read_on_its_day_and_from_what_is_known() {
    let read = |days, before, then| outcome(OutcomeAt::Day90, day(0), day(days), before, then);
    assert_eq!(read(89, usd(100), usd(100)), Outcome::NotYet { on: day(90) });
    assert_eq!(read(90, usd(100), usd(100)), Outcome::Kept { change_bp: 0 });
    assert_eq!(read(90, usd(100), usd(70)), Outcome::Kept { change_bp: -3_000 });
    assert_eq!(read(90, usd(100), usd(150)), Outcome::Grown { change_bp: 5_000 });
    assert_eq!(read(90, usd(100), usd(0)), Outcome::Lost);
    assert_eq!(read(90, usd(0), usd(10)), Outcome::NotKnown);
    assert_eq!(read(90, None, usd(10)), Outcome::NotKnown);
    assert_eq!(read(90, usd(10), Some(Money::new(10, "TWD".parse().unwrap()))), Outcome::NotKnown);
    assert_eq!(read(90, usd(1), usd(i64::MAX)), Outcome::Grown { change_bp: i64::MAX });
}

#[test]
fn a_share_comes_with_its_interval_or_not_at_all() {
    let tally = |there: usize, lost: usize| {
        let kept = std::iter::repeat_n(Outcome::Kept { change_bp: 0 }, there);
        Tally::of(kept.chain(std::iter::repeat_n(Outcome::Lost, lost)).chain([Outcome::NotKnown]))
    };
    assert_eq!(tally(9, 0).still_there(), None);
    // Newcombe 1998 gives 81 of 263 as 0.2553 to 0.3662.
    let share = tally(81, 182).still_there().unwrap();
    assert_eq!((share.bp, share.low_bp, share.high_bp), (3_080, 2_553, 3_662));
    let all = tally(10, 0).still_there().unwrap();
    assert_eq!((all.bp, all.low_bp, all.high_bp), (10_000, 7_225, 10_000));
}

fn verdict(
    ratings: &[(Section, u8)],
    judgements: &[(Field, Judgement)],
    repeated: Option<Repeated>,
) -> Verdict {
    Verdict {
        ratings: ratings.iter().copied().collect(),
        judgements: judgements.iter().copied().collect(),
        repeated,
    }
}

#[test]
fn a_loss_is_what_was_wrong_or_missing_by_weight() {
    let people = [(Field::Champion, Judgement::Right), (Field::PeopleChanges, Judgement::Missing)];
    assert_eq!(loss(&verdict(&[], &[], Some(Repeated::Often))), None);
    assert_eq!(
        loss(&verdict(&[], &people, None)),
        Some(Loss { brief_bp: 2_500, whole_bp: 2_500, fields: 2 })
    );
    assert_eq!(loss(&verdict(&[], &people, Some(Repeated::Often))).unwrap().whole_bp, 6_250);
    assert_eq!(loss(&verdict(&[(Section::Commitments, 3)], &[], None)).unwrap().brief_bp, 5_000);
    let unused = [(Field::Promises, Judgement::Unused)];
    assert_eq!(loss(&verdict(&[(Section::Commitments, 1)], &unused, None)), None);
    assert_eq!(loss(&verdict(&[(Section::Commitments, 9)], &[], None)).unwrap().brief_bp, 0);
}

#[test]
fn few_handoffs_say_nothing_and_fields_that_nobody_needs_are_named() {
    let bad = verdict(&[], &[(Field::Top, Judgement::Wrong), (Field::News, Judgement::Unused)], None);
    let good = verdict(&[], &[(Field::Top, Judgement::Right), (Field::News, Judgement::Unused)], None);
    let all = [&bad, &good, &good, &good, &good];
    let of = by_giver(all.iter().map(|one| (SellerId(1), *one)).chain([(SellerId(2), &bad)]));
    let expected = BTreeMap::from([
        (SellerId(1), Mean::Known { count: 5, mean_bp: 2_000 }),
        (SellerId(2), Mean::NotEnoughData { count: 1 }),
    ]);
    assert_eq!(of, expected);
    let fields = by_field(&all);
    let field = |wanted| *fields.iter().find(|one| one.field == wanted).unwrap();
    assert_eq!(field(Field::Top).loss, Mean::Known { count: 5, mean_bp: 2_000 });
    assert_eq!(
        (field(Field::News).drop, field(Field::Top).drop, field(Field::Arr).drop),
        (true, false, false)
    );
    assert!(!by_field(&all[..4]).iter().any(|one| one.drop));
}

proptest! {
    #[test]
    fn mending_a_field_never_adds_to_the_loss(
        ratings in prop::collection::btree_map(prop::sample::select(Section::ALL), 1_u8..=5, 0..10),
        judgements in prop::collection::btree_map(prop::sample::select(Field::ALL), prop::sample::select(Judgement::ALL), 1..30),
        repeated in prop::option::of(prop::sample::select(Repeated::ALL)),
        at in 0_usize..30,
    ) {
        let before = Verdict { ratings, judgements, repeated };
        let field = *before.judgements.keys().nth(at % before.judgements.len()).unwrap();
        let mut after = before.clone();
        after.judgements.insert(field, Judgement::Right);
        let whole = |verdict| loss(verdict).map(|loss| loss.whole_bp);
        if let (Some(before), Some(after)) = (whole(&before), whole(&after)) {
            prop_assert!(after <= before && before <= 10_000);
        }
        prop_assert!(loss(&after).unwrap().fields as usize <= FIELDS.len());
    }
}
