//! Steps: what proves them, who may do them, how late they are and who hears of it.
use super::{actor, day};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use tandem_core::handoffs::steps::{
    Proof, Step, StepAct, StepOutcome, StepRefused, StepRequest, StepState, lateness, open_gates,
};
use tandem_core::handoffs::{Actor, Party};
use tandem_core::holidays::{Calendar, Calendars};
use tandem_core::ids::UserId;
use tandem_core::languages::Words;
use tandem_core::playbooks::{Level, ProofKind, Role, Told, shipped};

fn step(proof: ProofKind, gate: bool) -> Step {
    Step {
        id: "a".to_owned(),
        title: Words::fixed("Tell", "告知"),
        owner: Role::Giver,
        gate,
        proof,
        person: Some(UserId(7)),
        country: Some("TW".to_owned()),
        due: Some(day(4)),
        state: StepState::Open,
        version: 1,
        history: Vec::new(),
    }
}

fn request(act: &StepAct, by: Actor) -> StepRequest<'_> {
    StepRequest { act, by, at: day(4).and_hms_opt(9, 0, 0).unwrap().and_utc(), day: day(4), version: None }
}

fn stranger() -> Actor {
    Actor { user: Some(UserId(8)), party: Party::Receiver }
}

fn finish(proof: Proof) -> StepAct {
    StepAct::Finish { proof }
}

fn document(place: &str) -> StepAct {
    finish(Proof::Document { place: place.to_owned() })
}

fn meeting(on: u64, with: &str) -> StepAct {
    finish(Proof::Meeting { on: day(on), with: vec![with.to_owned()] })
}

fn skip() -> StepAct {
    StepAct::Skip { reason: "too small".to_owned() }
}

fn done(step: &Step, act: &StepAct) -> Step {
    match step.apply(&request(act, actor(Party::ReceivingManager))).unwrap() {
        StepOutcome::Applied(step) => *step,
        StepOutcome::AlreadyDone(_) => panic!("done before: {act:?}"),
    }
}

#[test]
fn a_click_proves_nothing_where_something_else_must() {
    let check = |kind, act: &StepAct, expected: Expect| {
        let found = step(kind, false).apply(&request(act, actor(Party::Giver)));
        let shown = match found {
            Ok(StepOutcome::Applied(step)) => step.state.to_string(),
            Ok(StepOutcome::AlreadyDone(_)) => "done before".to_owned(),
            Err(refused) => format!("{} {}", refused.words().en, refused.words().zh),
        };
        expected.assert_eq(&shown);
    };
    check(ProofKind::Document, &document("brief.pdf"), expect!["done"]);
    check(
        ProofKind::Document,
        &document(" "),
        expect!["What should prove the step is empty: fill it in. 佐證內容是空的：請填寫。"],
    );
    check(
        ProofKind::Document,
        &finish(Proof::Confirmation),
        expect!["Give the document that proves it. 請提供佐證文件。"],
    );
    check(
        ProofKind::Meeting,
        &finish(Proof::Confirmation),
        expect!["Give the meeting that proves it, with its day. 請提供佐證會議與日期。"],
    );
    check(ProofKind::Meeting, &meeting(4, "Lin"), expect!["done"]);
    check(
        ProofKind::Meeting,
        &meeting(5, "Lin"),
        expect![
            "The meeting is still to come: finish the step when it has taken place. 會議尚未舉行：請於會後再完成。"
        ],
    );
    check(
        ProofKind::Meeting,
        &meeting(4, ""),
        expect!["What should prove the step is empty: fill it in. 佐證內容是空的：請填寫。"],
    );
    let field = |value: &str| finish(Proof::Field { name: "champion".to_owned(), value: value.to_owned() });
    check(ProofKind::Field, &field("Lin"), expect!["done"]);
    check(
        ProofKind::Field,
        &field(""),
        expect!["What should prove the step is empty: fill it in. 佐證內容是空的：請填寫。"],
    );
    check(ProofKind::Field, &document("x"), expect!["Give the field that proves it. 請提供佐證欄位。"]);
    check(ProofKind::Confirmation, &finish(Proof::Confirmation), expect!["done"]);
    check(ProofKind::Confirmation, &document("x"), expect!["Confirm it in person. 請親自確認。"]);
    check(
        ProofKind::Document,
        &StepAct::Move { due: day(3), reason: "later".to_owned() },
        expect!["The day has passed: give a later one. 該日已過：請選擇較晚的日期。"],
    );
    check(
        ProofKind::Document,
        &StepAct::Block { reason: String::new() },
        expect!["Write a reason, of at most 1000 letters. 請填寫理由，最多 1000 個字。"],
    );
    check(
        ProofKind::Document,
        &StepAct::Reopen { reason: "again".to_owned() },
        expect!["The step is open already. 此步驟本來就是開啟的。"],
    );
}

#[test]
fn a_step_belongs_to_its_person_and_a_gate_to_managers() {
    let refusal = |gate, act: &StepAct, by| step(ProofKind::Document, gate).apply(&request(act, by)).err();
    let manager = actor(Party::GivingManager);
    assert_eq!(refusal(false, &skip(), stranger()), Some(StepRefused::Person));
    assert_eq!(refusal(false, &skip(), actor(Party::Giver)), None);
    assert_eq!(refusal(true, &skip(), actor(Party::Giver)), Some(StepRefused::Gate));
    assert_eq!(refusal(true, &document("x"), actor(Party::Giver)), None);
    assert_eq!(refusal(true, &skip(), manager), None);
    let nobody = Actor { user: None, party: Party::System };
    assert_eq!(refusal(false, &document("x"), nobody), Some(StepRefused::Person));
    let program = Step { owner: Role::System, person: None, ..step(ProofKind::Document, false) };
    assert!(program.apply(&request(&document("x"), nobody)).is_ok());
}

#[test]
fn what_was_done_is_not_done_twice_and_what_is_over_is_reopened_first() {
    let open = step(ProofKind::Document, true);
    let over = done(&open, &document("x"));
    assert_eq!((over.state, over.version, over.history.len()), (StepState::Done, 2, 1));
    let again = over.apply(&request(&document("y"), actor(Party::Giver))).unwrap();
    assert_eq!(again, StepOutcome::AlreadyDone(over.history[0].clone()));
    let move_it = StepAct::Move { due: day(9), reason: "later".to_owned() };
    assert_eq!(over.apply(&request(&move_it, actor(Party::Giver))), Err(StepRefused::Over));
    let reopened = done(&over, &StepAct::Reopen { reason: "wrong file".to_owned() });
    assert_eq!(done(&reopened, &move_it).due, Some(day(9)));
    let skip = skip();
    let stale = StepRequest { version: Some(1), ..request(&skip, actor(Party::GivingManager)) };
    assert_eq!(reopened.apply(&stale), Err(StepRefused::Stale));
    assert_eq!(open_gates(&[open, over, reopened]).len(), 2);
}

#[test]
fn lateness_counts_working_days_of_the_person() {
    let mut calendar = Calendar::weekends_only("TW");
    calendar.holidays.insert(day(8), Words::same("a holiday"));
    let calendars = Calendars::new([calendar]);
    let levels = shipped("standard").unwrap().escalation;
    // Due on a Friday: the weekend and the holiday on Tuesday do not count.
    let late = |days: u64| lateness(&step(ProofKind::Document, false), day(days), &levels, &calendars);
    let shown = |days| late(days).map(|late| (late.working_days, late.level, late.told.len()));
    assert_eq!([4, 5, 6].map(shown), [None, None, None]);
    assert_eq!(
        [7, 8, 9, 10].map(shown),
        [Some((1, 1, 1)), Some((1, 1, 1)), Some((2, 1, 1)), Some((3, 2, 2))]
    );
    assert_eq!(late(30).unwrap().told, [Told::Owner, Told::Manager, Told::Operations]);
    let friday_off = Step { country: Some("JO".to_owned()), ..step(ProofKind::Document, false) };
    assert_eq!(lateness(&friday_off, day(6), &levels, &calendars).unwrap().working_days, 1);
    let over = done(&step(ProofKind::Document, false), &document("x"));
    assert_eq!(lateness(&over, day(30), &levels, &calendars), None);
}

proptest! {
    #[test]
    fn nobody_who_was_told_is_forgotten_as_days_go_by(marks in prop::collection::vec((1_u32..20, 0_usize..3), 0..5), days in 0_u64..40) {
        let mut levels: Vec<Level> = marks.iter().map(|(late, to)| Level { late: *late, to: Told::ALL[*to] }).collect();
        levels.sort_by_key(|level| level.late);
        let calendars = Calendars::new([]);
        let told = |days| lateness(&step(ProofKind::Document, false), day(days), &levels, &calendars).map_or_else(Vec::new, |late| late.told);
        let (before, after) = (told(days), told(days + 1));
        prop_assert!(after.starts_with(&before));
    }
}
