//! Playbooks from the outside: those that ship, documents and what is wrong with them, deadlines over holidays, plans.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
use chrono::NaiveDate;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::holidays::{Calendar, Calendars};
use tandem_core::ids::UserId;
use tandem_core::languages::Words;
use tandem_core::playbooks::{
    Anchor, Deadline, NamedDates, People, Person, Phase, Playbook, Role, SHIPPED, plan, read, shipped,
};
use tandem_core::rules::{FactId, Facts, Value};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn those_that_ship_are_whole() {
    let steps: Vec<_> = SHIPPED.iter().map(|(name, text)| (*name, read(text).unwrap())).collect();
    for (name, playbook) in &steps {
        assert_eq!((playbook.name.as_str(), playbook.version.as_str()), (*name, "1"));
        let phases: Vec<Phase> = playbook.steps.iter().map(|step| step.phase).collect();
        assert!(phases.is_sorted(), "{name}: phases stand in their order");
        for step in &playbook.steps {
            assert!(step.title.en.is_ascii(), "{}", step.id);
            let chinese =
                |words: &Words| words.zh.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
            assert!(chinese(&step.title) && step.why.as_ref().is_none_or(chinese), "{}", step.id);
            assert!(!step.helpers.contains(&step.owner), "{}", step.id);
            if step.gate {
                assert_ne!(step.due.anchor, Anchor::ShareEnd);
                assert!(
                    step.due.anchor != Anchor::Transfer || step.due.offset < 0,
                    "{} waits for itself",
                    step.id
                );
            }
        }
    }
    let counts: Vec<String> = steps
        .iter()
        .map(|(name, playbook)| {
            let gates = playbook.steps.iter().filter(|step| step.gate).count();
            format!("{name}: {} steps, {gates} of them gates", playbook.steps.len())
        })
        .collect();
    expect![[r#"
        standard: 43 steps, 10 of them gates
        small: 13 steps, 5 of them gates
        remote: 19 steps, 5 of them gates"#]]
    .assert_eq(&counts.join("\n"));
}

fn deadline(text: &str, expected: Expect) {
    let mut calendar = Calendar::weekends_only("TW");
    calendar.holidays.insert(day("2027-03-18"), Words::same("a holiday"));
    let dates = NamedDates {
        introduction: Some(day("2027-03-12")),
        transfer: Some(day("2027-03-21")),
        ..NamedDates::default()
    };
    let shown = match Deadline::parse(text) {
        Ok(deadline) => {
            let day = deadline.day(&dates, &calendar);
            format!(
                "{deadline} = {}",
                day.map_or("not known".to_owned(), |day| day.format("%a %F").to_string())
            )
        }
        Err(reason) => reason,
    };
    expected.assert_eq(&shown);
}

#[test]
fn deadlines_fall_on_working_days() {
    deadline("introduction", expect!["introduction = Fri 2027-03-12"]);
    deadline("transfer", expect!["transfer = Mon 2027-03-22"]);
    deadline("transfer - 1 working day", expect!["transfer - 1 working day = Fri 2027-03-19"]);
    deadline("transfer-10 working days", expect!["transfer - 10 working days = Fri 2027-03-05"]);
    deadline("introduction + 2", expect!["introduction + 2 working days = Tue 2027-03-16"]);
    deadline("introduction + 1 day", expect!["introduction + 1 day = Mon 2027-03-15"]);
    deadline("introduction + 6 days", expect!["introduction + 6 days = Fri 2027-03-19"]);
    deadline("transfer - 3 days", expect!["transfer - 3 days = Wed 2027-03-17"]);
    deadline("introduction + 2 weeks", expect!["introduction + 2 weeks = Fri 2027-03-26"]);
    deadline("introduction + 3 months", expect!["introduction + 3 months = Mon 2027-06-14"]);
    deadline("share_end + 1", expect!["share_end + 1 working day = not known"]);
    deadline("transfr - 2", expect!["there is no date `transfr`: did you mean `transfer`?"]);
    deadline(
        "noon",
        expect![
            "there is no date `noon`: it hangs on one of proposal, acceptance, sale, introduction, transfer, share_end"
        ],
    );
    deadline("transfer - ten", expect!["`ten` is no whole number from 0 to 2000"]);
    deadline("transfer - -1", expect!["`-1` is no whole number from 0 to 2000"]);
    deadline("transfer + 9999", expect!["`9999` is no whole number from 0 to 2000"]);
    deadline(
        "transfer + 1 moon",
        expect!["`moon` is no unit of time: write working days, days, weeks or months"],
    );
    deadline("transfer + 1 wek", expect!["`wek` is no unit of time: did you mean `weeks`?"]);
}

proptest! {
    #[test]
    fn a_deadline_never_falls_on_a_day_off_and_reads_as_it_is_written(
        anchor in prop::sample::select(Anchor::ALL),
        offset in -300_i32..300,
        unit in prop::sample::select(tandem_core::playbooks::deadline::Unit::ALL),
        start in 0_u64..400,
        off in prop::collection::btree_set(0_u64..800, 0..60),
    ) {
        let deadline = Deadline { anchor, offset, unit };
        let parsed = Deadline::parse(&deadline.to_string()).unwrap();
        prop_assert_eq!((parsed.anchor, parsed.offset), (deadline.anchor, deadline.offset));
        let mut calendar = Calendar::weekends_only("TW");
        let first = day("2027-01-01");
        calendar.holidays = off.iter().map(|n| (first + chrono::Days::new(*n), Words::same("x"))).collect();
        let anchored = first + chrono::Days::new(start);
        let at = Some(anchored);
        let dates = NamedDates { proposal: at, acceptance: at, sale: at, introduction: at, transfer: at, share_end: at };
        let due = deadline.day(&dates, &calendar).unwrap();
        prop_assert!(calendar.is_working(due));
        if offset != 0 {
            prop_assert_eq!(due > anchored, offset > 0, "{} {}", due, deadline);
        }
    }
}

fn people(roles: &[(Role, i64, &str)]) -> People {
    let person = |(role, user, country): &(Role, i64, &str)| {
        (*role, Person { user: UserId(*user), country: Some((*country).to_owned()) })
    };
    People(roles.iter().map(person).collect::<BTreeMap<_, _>>())
}

fn shown(playbook: &Playbook, people: &People, facts: &Facts) -> String {
    let mut calendar = Calendar::weekends_only("TW");
    calendar.holidays.insert(day("2027-03-12"), Words::same("a holiday"));
    let calendars = Calendars::new([calendar]);
    let accepted = NamedDates {
        proposal: Some(day("2027-03-01")),
        acceptance: Some(day("2027-03-03")),
        ..NamedDates::default()
    };
    let dates = playbook.usual(&accepted, &calendars, Some("TW"));
    let plan = plan(playbook, &dates, people, &calendars, facts);
    let line = |planned: &tandem_core::playbooks::PlannedStep| {
        let who = planned.person.map_or("nobody".to_owned(), |person| person.user.to_string());
        let due = planned.due.map_or("no day yet".to_owned(), |due| due.to_string());
        format!(
            "{:<16} {:<18} {who:<8} {due:<12} {:?}\n",
            planned.step.id,
            planned.step.owner.text(),
            planned.applies
        )
    };
    let lines: String = plan.steps.iter().map(line).collect();
    format!("{lines}without a person: {}\n", plan.without_person().count())
}

#[test]
fn a_plan_names_a_person_and_a_day_for_every_step() {
    let all = [
        (Role::Giver, 1, "TW"),
        (Role::Receiver, 2, "JO"),
        (Role::GivingManager, 3, "TW"),
        (Role::ReceivingManager, 4, "TW"),
    ];
    let mut facts = Facts::default();
    facts.set(FactId::named("health").unwrap(), Some(Value::text("green"))).unwrap();
    facts.set(FactId::named("months_since_first_sale").unwrap(), Some(Value::Number(14.0))).unwrap();
    expect![[r#"
        propose          system             nobody   2027-03-01   Yes
        decide           giving_manager     3        2027-03-08   Yes
        not-dumping      giving_manager     3        2027-03-08   Yes
        top-customer     giving_manager     3        2027-03-08   Undecided
        right-time       operations         4        2027-03-08   Yes
        choose-receiver  receiving_manager  4        2027-03-08   Yes
        way-back         receiver           2        2027-07-07   Undecided
        name-early       receiving_manager  4        no day yet   No
        meet-before-sale giver              1        no day yet   No
        no-promises      giver              1        2027-03-25   Yes
        contact-roles    giver              1        2027-03-10   Yes
        implementation   receiver           2        2027-03-25   Yes
        running          giver              1        2027-04-06   Yes
        open-record      receiver           2        2027-03-04   Yes
        write-brief      giver              1        2027-03-17   Yes
        clean-data       giver              1        2027-03-17   Yes
        invoices         giver              1        2027-04-01   Yes
        opportunities    giving_manager     3        2027-04-01   Yes
        self-study       receiver           2        2027-03-18   Yes
        review-brief     receiver           2        2027-03-22   Yes
        internal-call    giver              1        2027-03-22   Yes
        call-notes       receiver           2        2027-03-22   Yes
        commitments      giver              1        2027-03-22   Yes
        share            giving_manager     3        2027-03-24   Yes
        message          receiver           2        2027-03-23   Yes
        introduce        giver              1        2027-03-25   Yes
        welcome          receiver           2        2027-03-28   Yes
        first-lead       receiver           2        2027-04-08   Yes
        slow-start       giver              1        2027-04-07   No
        ownership        receiving_manager  4        2027-04-08   Yes
        open-work        giver              1        2027-04-07   Yes
        channels         receiver           2        2027-04-12   Yes
        meetings         receiver           2        2027-04-12   Yes
        credit           finance            3        2027-04-08   Yes
        one-contact      system             nobody   2027-04-08   Yes
        update-plan      receiver           2        2027-04-15   Yes
        in-copy          giver              1        2027-04-22   Yes
        rate-brief       receiver           2        2027-04-22   Yes
        ask-customer     receiving_manager  4        2027-05-10   Yes
        first-review     receiver           2        2027-05-09   Yes
        sign-off         receiving_manager  4        2027-05-24   Yes
        share-ends       finance            3        no day yet   Yes
        measure          operations         4        2027-07-07   Yes
        without a person: 0
    "#]]
    .assert_eq(&shown(&shipped("standard").unwrap(), &people(&all), &facts));
    expect![[r#"
        decide           giving_manager     nobody   2027-03-08   Yes
        choose-receiver  receiving_manager  nobody   2027-03-05   Yes
        implementation   receiver           nobody   2027-03-10   Yes
        write-brief      giver              1        2027-03-08   Yes
        commitments      giver              1        2027-03-09   Yes
        open-work        giver              1        2027-03-09   Yes
        review-brief     receiver           nobody   2027-03-09   Yes
        introduce        giver              1        2027-03-10   Yes
        welcome          receiver           nobody   2027-03-11   Yes
        ownership        receiving_manager  nobody   2027-03-18   Yes
        rate-brief       receiver           nobody   2027-04-01   Yes
        ask-customer     receiving_manager  nobody   2027-04-19   Yes
        sign-off         receiving_manager  nobody   2027-04-22   Yes
        without a person: 9
    "#]]
    .assert_eq(&shown(&shipped("small").unwrap(), &people(&all[..1]), &facts));
}

fn refusals(text: &str, expected: Expect) {
    let shown: String = match read(text) {
        Ok(playbook) => format!("taken: {} steps", playbook.steps.len()),
        Err(refusals) => refusals.iter().map(|refusal| format!("{refusal}\n")).collect(),
    };
    expected.assert_eq(&shown);
}

const HEAD: &str = "name: mine
version: 1
title: Mine
introduction: acceptance + 5
transfer: introduction + 5
requires: {roles: [champion], sessions: 1, kickoff: false, brief_percent: 60, live_introduction: true}
escalation: [{late: 3, to: manager}, {late: 1, to: owner}]
";

#[test]
fn documents_are_refused_whole_with_every_place() {
    let step = "steps:\n- id: a\n  phase: tell\n  title: {en: Tell, zh-Hant: 告知}\n  owner: giver\n  due: introduction\n  proof: meeting\n";
    refusals(&format!("{HEAD}{step}"), expect!["taken: 1 steps"]);
    refusals(
        "",
        expect![[r#"
        the document is empty: begin with `name:`, `version:`, `title:` and `steps:`
    "#]],
    );
    refusals(
        "name: a\nsteps: []\n",
        expect![[r#"
        line 1, column 1: the document has no `escalation`: give a list
        line 1, column 1: the document has no `introduction`: give one
        line 1, column 1: the document has no `requires`: say what the gates ask for
        line 1, column 1: the document has no `title`: give it as `en` and `zh-Hant`
        line 1, column 1: the document has no `transfer`: give one
        line 1, column 1: the document has no `version`: give one
        line 2, column 8: there are 0 steps: 1 to 200 are possible
    "#]],
    );
    refusals(
        &format!(
            "{HEAD}steps:\n- id: a\n  phase: tel\n  title: {{en: Tell}}\n  owner: hunter\n  helpers: [suport]\n  due: introduction - 5 workdays\n  gate: perhaps\n  proof: photo\n  when: health == \"pink\"\n  wy: x\n"
        ),
        expect![[r#"
            line 10, column 10: `phase` cannot be `tel`: did you mean `tell`?
            line 11, column 10: title has no `zh-Hant`: give one
            line 12, column 10: `owner` cannot be `hunter`: it is one of giver, receiver, giving_manager, receiving_manager, support, operations, finance, system
            line 13, column 13: `helpers` cannot hold `suport`: did you mean `support`?
            line 14, column 8: `due`: `workdays` is no unit of time: write working days, days, weeks or months; write it as `transfer - 10 working days` or `introduction + 2`
            line 15, column 9: `gate` is `"perhaps"`: write true or false
            line 16, column 10: `proof` cannot be `photo`: it is one of document, meeting, field, confirmation
            line 17, column 9: steps[0].when, letter 11: `health` is never "pink": it is one of red, amber, green
            line 18, column 3: steps[0] has no `wy`: did you mean `why`?
        "#]],
    );
    refusals(
        &format!("{HEAD}{step}{}", &step["steps:\n".len()..]),
        expect![[r#"
        line 1, column 1: two steps are called `a`: give one of them another `id`
    "#]],
    );
    let bad =
        HEAD.replace("[champion]", "[champion, chanpion]").replace("60", "160").replace("late: 3", "late: 0");
    refusals(
        &format!("{bad}{step}"),
        expect![[r#"
        line 6, column 30: `roles` cannot hold `chanpion`: did you mean `champion`?
        line 6, column 85: `brief_percent` is `160`: write a whole number from 0 to 100
        line 7, column 21: `late` is `0`: write a whole number from 1 to 250
    "#]],
    );
}
