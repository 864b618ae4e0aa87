//! What is taken, what is refused and with which advice; what is written is read again.
use super::{DRAFT, draft};
use chrono::NaiveDate;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use tandem_core::interventions::{
    Aim, Assigned, Compared, Intervention, Kind, Member, Outcome, State, Who, read, warnings, write,
};

fn check(text: &str, expected: Expect) {
    let shown = match read(text) {
        Ok(read) => {
            format!("taken: {} {} {} {}", read.state, read.outcome, read.assigned, read.members().len())
        }
        Err(refusals) => refusals.iter().map(|refusal| format!("{refusal}\n")).collect(),
    };
    expected.assert_eq(&shown);
}

/// The draft with lines more or instead.
fn with(lines: &str) -> String {
    let name = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let new: Vec<String> = lines.lines().map(name).collect();
    let kept = DRAFT.lines().filter(|old| !new.contains(&name(old)));
    kept.map(|old| format!("{old}\n")).collect::<String>() + lines + "\n"
}

#[test]
fn a_short_document_is_enough() {
    check(DRAFT, expect!["taken: draft hunting_share chosen 4"]);
    check(&with("aim: drift_to_easy\nexpected: -0.05"), expect!["taken: draft easy_share chosen 4"]);
    assert_eq!(draft().compared, Compared::EverybodyElse);
    assert_eq!(draft().baseline_months, 12);
}

#[test]
fn slips_are_told_with_place_and_advice() {
    check(
        "",
        expect![[r#"
        the document is empty: begin with `name:`, `kind:`, `aim:`, `start:`, `end:`, `people:` and `expected:`
    "#]],
    );
    check(
        "- a",
        expect![[r#"
        line 1, column 1: the document is a list: write names and values
    "#]],
    );
    check(
        "name: A\nkind: coaching\naim: huntingshare\nstrat: 2027-01-01\nend: soon\n",
        expect![[r#"
        line 1, column 1: the document has no `expected`: give the change that you expect per person and month, such as 0.05
        line 1, column 1: the document has no `people`: give a list of names, or `everybody`
        line 1, column 1: the document has no `start`: give one
        line 2, column 7: `kind` cannot be `coaching`: it is one of training, incentive, management
        line 3, column 6: `aim` cannot be `huntingshare`: did you mean `hunting_share`?
        line 4, column 1: the document has no `strat`: did you mean `start`?
        line 5, column 6: `end` is `soon`: write a day such as 2027-01-01
    "#]],
    );
    check(
        &with("kind: trainning"),
        expect![[r#"
        line 7, column 7: `kind` cannot be `trainning`: did you mean `training`?
    "#]],
    );
    check(
        &with("outcome: oportunities"),
        expect![[r#"
        line 8, column 10: `outcome` cannot be `oportunities`: did you mean `opportunities`?
    "#]],
    );
    check(
        &with("people: all"),
        expect![[r#"
        line 7, column 9: `people` is `"all"`: give a list of names, or `everybody`
    "#]],
    );
    check(
        &with("people: [ann, ann, {person: ben, form: 2027-02-01}, 3]"),
        expect![[r#"
        line 7, column 15: `ann` stands twice in `people`: keep one
        line 7, column 34: people[2] has no `form`: did you mean `from`?
    "#]],
    );
    check(
        &with("compared: [ann, {person: eve, from: 2027-02-01}]"),
        expect![[r#"
        line 8, column 11: `ann` takes part and is compared: leave the name in one of them
        line 8, column 11: `eve` is compared and has a beginning: take `from` away, or move the name to `people`
    "#]],
    );
    check(
        &with("people: everybody\ncompared: [ann]"),
        expect![[r#"
        line 8, column 11: everybody takes part, so nobody is left: write `compared: nobody`
    "#]],
    );
    check(
        &with("baseline_months: 2"),
        expect![[r#"
        line 8, column 18: `baseline_months` is `2`: write a whole number from 3 to 60
    "#]],
    );
}

#[test]
fn what_cannot_be_is_refused() {
    check(
        &with("end: 2026-12-31"),
        expect![[r#"
        line 7, column 6: it ends on 2026-12-31 but begins on 2027-01-01: give a later day
    "#]],
    );
    check(
        &with("end: 2027-01-20"),
        expect![[r#"
        line 7, column 6: no whole month is left to count: let it last longer, or lower `settle_months`
    "#]],
    );
    check(
        &with("settle_months: 6"),
        expect![[r#"
        line 5, column 6: no whole month is left to count: let it last longer, or lower `settle_months`
    "#]],
    );
    check(
        &with("people: [{person: ann, from: 2028-01-01}]"),
        expect![[r#"
        line 7, column 9: `ann` begins outside of the intervention: give a day from 2027-01-01 to 2027-06-30
    "#]],
    );
    check(
        &with("expected: 0"),
        expect![[r#"
        line 7, column 11: an effect of 0 cannot be looked for: give the change per person and month that would make it worth its cost
    "#]],
    );
    check(
        &with("expected: -0.05"),
        expect![[r#"
        line 7, column 11: more `hunting_share` is wanted, but the expected change is -0.05: did you mean 0.05?
    "#]],
    );
    check(
        &with("expected: 5"),
        expect![[r#"
        line 7, column 11: `hunting_share` is a share from 0 to 1, so it cannot change by 5: write 0.05 for 5 points
    "#]],
    );
    check(
        &with("expected: .nan"),
        expect![[r#"
        line 7, column 11: this cannot be read: non-finite float `.nan` rejected by the configured policy; write one `name: value` a line
    "#]],
    );
    check(
        &with("state: running"),
        expect![[r#"
        line 8, column 8: what is running needs its baseline: `tandem interventions start` writes it
    "#]],
    );
    check(
        &with("baseline: {locked: 2027-01-01, from: 2026-01, to: 2027-01, means: {ann: x}}"),
        expect![[r#"
        line 8, column 11: a draft has no baseline: it is locked when it starts
        line 8, column 11: the baseline runs from 2026-01 to 2027-01: it lies before 2027-01
        line 8, column 73: the mean of `ann` is `"x"`: write a number
    "#]],
    );
    check(
        &with("verdict: worked"),
        expect![[r#"
        line 8, column 10: a verdict stands exactly where `state` is `judged`
    "#]],
    );
}

#[test]
fn what_makes_a_verdict_doubtful_is_said_before() {
    let codes = |text: &str| -> Vec<&str> {
        warnings::warnings(&read(text).unwrap()).into_iter().map(|warning| warning.code).collect()
    };
    assert_eq!(codes(DRAFT), ["chosen", "no_reason"]);
    assert_eq!(codes(&with("assigned: drawn\nbecause: A")), [""; 0]);
    assert_eq!(codes(&with("people: everybody")), ["everybody_at_once", "no_reason"]);
    assert_eq!(codes(&with("compared: nobody")), ["everybody_at_once", "no_reason"]);
    let few = with("people: [ann]\noutcome: won\ncompared: [eve]\nsettle_months: 4");
    assert_eq!(codes(&few), ["chosen", "few_people", "few_compared", "short", "rare", "no_reason"]);
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..300_i64)
        .prop_map(|days| NaiveDate::from_ymd_opt(2027, 1, 1).unwrap() + chrono::Days::new(days as u64))
}

fn member() -> impl Strategy<Value = Member> {
    let text = "[a-z@#:'\\-\" 0-9é陳{}]{1,12}".prop_map(|text: String| text.trim().to_owned());
    let text = text.prop_filter("a name", |text| !text.is_empty());
    (text.clone(), prop::option::of(day()), prop::option::of(text))
        .prop_map(|(person, from, stratum)| Member { person, from, stratum })
}

fn group() -> impl Strategy<Value = Vec<Member>> {
    prop::collection::vec(member(), 1..6).prop_map(|mut members: Vec<Member>| {
        members.sort_by(|one, other| one.person.cmp(&other.person));
        members.dedup_by(|one, other| one.person == other.person);
        members
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        members in group(),
        everybody in any::<bool>(),
        nobody in any::<bool>(),
        settle_months in 0..3_u32,
        drawn in any::<bool>(),
        expected in 1e-6..0.9_f64,
        because in prop::option::of("[a-zA-Z:#\n\"' ]{0,20}[a-z]"),
    ) {
        let written = Intervention {
            kind: Kind::Incentive,
            aim: Aim::DriftToEasy,
            outcome: Outcome::EasyShare,
            expected: -expected,
            end: NaiveDate::from_ymd_opt(2027, 12, 31).unwrap(),
            settle_months,
            assigned: if drawn { Assigned::Drawn } else { Assigned::Chosen },
            people: if everybody { Who::Everybody } else { Who::These(members) },
            compared: if nobody { Compared::Nobody } else { Compared::EverybodyElse },
            because: because.map(|text| text.trim().to_owned()),
            state: State::Draft,
            ..draft()
        };
        let text = write::write(&written);
        prop_assert_eq!(read(&text), Ok(written), "{}", text);
    }

    #[test]
    fn no_text_breaks_the_reader(text in "(name|kind|people|: |\\[|\\]|\\{|a|-|\n|  |everybody|2027-01-01|0.1|&a|\\*a){0,30}") {
        let _ = read(&text);
    }
}
