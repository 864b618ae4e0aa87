//! Acts in tables: what is refused and with which words.
use super::{actor, after, dates, day, good, needs, proposal, request};
use expect_test::{Expect, expect};
use tandem_core::handoffs::gates::{self, Gate};
use tandem_core::handoffs::{Act, ActKind, Handoff, Outcome, Party, Request, State};
use tandem_core::ids::SellerId;

fn because() -> String {
    "because".to_owned()
}

fn prepare() -> Act {
    Act::Prepare { playbook: "standard".to_owned(), version: "1".to_owned(), dates: dates(5, 20) }
}

const ACCEPT: Act = Act::Accept { receiver: None };

/// The shortest way to every state.
fn way(state: State) -> Vec<Act> {
    let to = |more: &[Act]| [&[ACCEPT, prepare()], more].concat();
    let transfer = Act::Transfer { on: day(0) };
    match state {
        State::Proposed => vec![],
        State::Accepted => vec![ACCEPT],
        State::Preparing => to(&[]),
        State::Introducing => to(&[Act::Introduce]),
        State::Overlapping => to(&[Act::Introduce, Act::Overlap]),
        State::Transferred | State::Settled => to(&[Act::Introduce, transfer]),
        State::Declined => vec![Act::Decline { reason: because() }],
        State::Postponed => vec![Act::Postpone { until: day(9), reason: because() }],
        State::Returned => vec![ACCEPT, Act::Return { reason: because() }],
        State::Cancelled => vec![ACCEPT, Act::Cancel { reason: because() }],
    }
}

fn standing(state: State) -> Handoff {
    let handoff = after(&way(state), day(0));
    if state != State::Settled {
        return handoff;
    }
    match handoff.apply(&request(&Act::Settle, Party::ReceivingManager, day(40))).unwrap() {
        Outcome::Applied { handoff, .. } => *handoff,
        Outcome::AlreadyDone(_) => panic!("settled twice"),
    }
}

fn example(kind: ActKind) -> Act {
    let (receiver, reason) = (SellerId(3), because());
    match kind {
        ActKind::Accept => ACCEPT,
        ActKind::Decline => Act::Decline { reason },
        ActKind::Postpone => Act::Postpone { until: day(60), reason },
        ActKind::Resume => Act::Resume,
        ActKind::ChangeReceiver => Act::ChangeReceiver { receiver, reason },
        ActKind::Prepare => prepare(),
        ActKind::Reschedule => Act::Reschedule { dates: dates(41, 50), reason },
        ActKind::Introduce => Act::Introduce,
        ActKind::Overlap => Act::Overlap,
        ActKind::Override => Act::Override { gate: Gate::Invoices, reason },
        ActKind::Transfer => Act::Transfer { on: day(0) },
        ActKind::Return => Act::Return { reason },
        ActKind::TakeBack => Act::TakeBack { on: day(0), reason },
        ActKind::Cancel => Act::Cancel { reason },
        ActKind::Settle => Act::Settle,
    }
}

fn party(kind: ActKind) -> Party {
    if kind == ActKind::Return { Party::Receiver } else { Party::ReceivingManager }
}

#[test]
fn every_act_in_every_state() {
    let mut table = String::new();
    for kind in ActKind::ALL {
        table.push_str(&format!("{:<16}", kind.text()));
        for state in State::ALL {
            let on = if *kind == ActKind::Settle { day(40) } else { day(0) };
            let report = gates::check(&good(on), &needs());
            let act = example(*kind);
            let found =
                standing(*state).apply(&Request { gates: Some(&report), ..request(&act, party(*kind), on) });
            let cell = match found {
                Ok(Outcome::Applied { handoff, .. }) => handoff.state.text(),
                Ok(Outcome::AlreadyDone(_)) => "=",
                Err(_) => ".",
            };
            table.push_str(&format!(" {cell:<12}"));
        }
        table.truncate(table.trim_end().len());
        table.push('\n');
    }
    let head: String = State::ALL.iter().map(|state| format!(" {:<12}", state.text())).collect();
    expect![[r#"
                         proposed     accepted     preparing    introducing  overlapping  transferred  settled      declined     postponed    returned     cancelled
        accept           accepted     =            =            =            =            =            =            .            accepted     =            .
        decline          declined     .            .            .            .            .            .            =            declined     .            .
        postpone         postponed    postponed    postponed    .            .            .            .            .            postponed    postponed    .
        resume           .            .            .            .            .            .            .            .            proposed     .            .
        change_receiver  .            accepted     preparing    .            .            .            .            .            .            returned     .
        prepare          .            preparing    =            =            =            =            =            .            .            preparing    .
        reschedule       .            .            preparing    introducing  overlapping  .            .            .            .            .            .
        introduce        .            .            introducing  =            =            =            =            .            .            .            .
        overlap          .            .            .            overlapping  =            .            .            .            .            .            .
        override         .            .            preparing    introducing  overlapping  .            .            .            .            .            .
        transfer         .            .            transferred  transferred  transferred  =            =            .            .            .            .
        return           .            returned     returned     returned     returned     .            .            .            .            =            .
        take_back        .            .            .            .            .            returned     .            .            .            .            .
        cancel           cancelled    cancelled    cancelled    cancelled    cancelled    .            .            .            cancelled    cancelled    =
        settle           .            .            .            .            .            settled      =            .            .            .            .
    "#]].assert_eq(&format!("{:<16}{}\n{table}", "", head.trim_end()));
}

fn refused(state: State, act: &Act, party: Party, expected: Expect) {
    let refused = standing(state).apply(&request(act, party, day(0))).unwrap_err().words();
    expected.assert_eq(&format!("{}\n{}", refused.en, refused.zh));
}

#[test]
fn refusals_say_what_to_do() {
    let manager = Party::GivingManager;
    refused(
        State::Preparing,
        &Act::Transfer { on: day(0) },
        Party::Giver,
        expect![[r#"
        Not for the giver to transfer: ask one of the receiver, the giver's manager, the receiver's manager, sales operations, the program.
        移交人不能「移轉」：請洽接手人、移交人的主管、接手人的主管、業務營運、系統。"#]],
    );
    refused(
        State::Preparing,
        &Act::Transfer { on: day(0) },
        manager,
        expect![[r#"
        The gates were not checked for this handoff today: check them and try again.
        今天尚未檢查此交接的關卡：請檢查後再試。"#]],
    );
    refused(
        State::Preparing,
        &Act::Transfer { on: day(90) },
        manager,
        expect![[r#"
            The new ownership must begin between 2027-03-01 and 2027-04-01: give such a day.
            新的歸屬必須始於 2027-03-01 至 2027-04-01 之間：請選擇其中一日。"#]],
    );
    refused(
        State::Transferred,
        &Act::Transfer { on: day(3) },
        manager,
        expect![[r#"
        The unit was transferred on 2027-03-01: take it back first if that is wrong.
        此業務單位已於 2027-03-01 移轉：若有誤，請先收回。"#]],
    );
    refused(
        State::Declined,
        &ACCEPT,
        manager,
        expect![[r#"
        To accept is not possible while the handoff is declined: it is over; propose a new one.
        交接已婉拒，不能「接受」：已結束；請提出新的交接。"#]],
    );
    refused(
        State::Accepted,
        &Act::Accept { receiver: Some(SellerId(3)) },
        manager,
        expect![[r#"
        It was accepted for another receiver: change the receiver, with a reason.
        已由另一位接手人接受：請附理由更換接手人。"#]],
    );
    refused(
        State::Proposed,
        &Act::Accept { receiver: Some(SellerId(1)) },
        manager,
        expect![[r#"
        The receiver owns the unit already: choose somebody else.
        接手人就是目前的負責人：請選擇其他人。"#]],
    );
    refused(
        State::Overlapping,
        &Act::Postpone { until: day(9), reason: because() },
        manager,
        expect![[r#"
            To postpone is not possible while the handoff is overlapping: the customer knows already; change the dates instead.
            交接共同服務中，不能「延後」：客戶已知情；請改為更改日期。"#]],
    );
    refused(
        State::Proposed,
        &Act::Postpone { until: day(0), reason: because() },
        manager,
        expect![[r#"
        2027-03-01 is not in the future: give a later day.
        2027-03-01 並非未來的日期：請選擇較晚的日期。"#]],
    );
    refused(
        State::Postponed,
        &Act::Resume,
        Party::System,
        expect![[r#"
        It was postponed until 2027-03-10: a manager can resume it earlier.
        已延後至 2027-03-10：主管可以提前恢復。"#]],
    );
    refused(
        State::Transferred,
        &Act::Settle,
        manager,
        expect![[r#"
        The first check afterwards is on 2027-03-31: settle it from then on.
        移轉後的首次檢核日為 2027-03-31：請於該日之後結案。"#]],
    );
    refused(
        State::Settled,
        &Act::TakeBack { on: day(1), reason: because() },
        manager,
        expect![[r#"
        To take back is not possible while the handoff is settled: it is over; propose a handoff back where the unit must move again.
        交接已結案，不能「收回」：已結案；若需再次移交，請提出反向交接。"#]],
    );
    refused(
        State::Preparing,
        &Act::Cancel { reason: "  ".to_owned() },
        manager,
        expect![[r#"
        To cancel needs a reason: write one.
        「取消」需要理由：請填寫。"#]],
    );
    refused(
        State::Preparing,
        &Act::Cancel { reason: "x".repeat(1_001) },
        manager,
        expect![[r#"
        The reason has 1001 letters, at most 1000 are possible: shorten it.
        理由有 1001 個字，最多 1000 個字：請縮短。"#]],
    );
    refused(
        State::Preparing,
        &Act::Reschedule { dates: dates(9, 8), reason: because() },
        manager,
        expect![[r#"
            The introduction would come after the transfer: introduce the receiver first.
            介紹日晚於移轉日：請先介紹接手人。"#]],
    );
    refused(
        State::Proposed,
        &Act::Introduce,
        Party::Giver,
        expect![[r#"
        To introduce is not possible while the handoff is proposed: accept it first.
        交接已提議，不能「向客戶介紹」：請先接受。"#]],
    );
}

#[test]
fn of_two_at_once_the_second_is_told_to_look_again() {
    let handoff = standing(State::Preparing);
    let introduce =
        Request { version: Some(handoff.version), ..request(&Act::Introduce, Party::Giver, day(0)) };
    let Outcome::Applied { handoff: next, .. } = handoff.apply(&introduce).unwrap() else { panic!() };
    let cancel = Act::Cancel { reason: because() };
    let late = Request { version: Some(handoff.version), ..request(&cancel, Party::GivingManager, day(0)) };
    expect!["The handoff was changed meanwhile (you saw version 3, it is 4): look at it again."]
        .assert_eq(&next.apply(&late).unwrap_err().to_string());
}

#[test]
fn gates_hold_a_transfer_until_a_manager_overrides_each() {
    let handoff = standing(State::Introducing);
    let mut facts = good(day(0));
    facts.invoices = None;
    facts.load = None;
    let report = gates::check(&facts, &needs());
    let act = Act::Transfer { on: day(0) };
    let transfer = Request { gates: Some(&report), ..request(&act, Party::Receiver, day(0)) };
    expect!["Gates are open: invoices, load of the receiver. Nobody has said whether invoices are open. Close them, or have a manager override each with a reason."].assert_eq(&handoff.apply(&transfer).unwrap_err().to_string());
    let mut next = handoff;
    for gate in [Gate::Invoices, Gate::ReceiverLoad] {
        let act = Act::Override { gate, reason: because() };
        assert!(next.apply(&request(&act, Party::Receiver, day(0))).is_err());
        let Outcome::Applied { handoff, .. } =
            next.apply(&request(&act, Party::GivingManager, day(0))).unwrap()
        else {
            panic!()
        };
        next = *handoff;
    }
    let Outcome::Applied { handoff, ownership } = next.apply(&transfer).unwrap() else { panic!() };
    let change = ownership.unwrap();
    assert_eq!((change.from, change.to, change.on), (SellerId(1), SellerId(2), day(0)));
    let passed = &handoff.history.last().unwrap().gates;
    assert_eq!(passed.len(), Gate::ALL.len());
    assert_eq!(passed.iter().filter(|gate| gate.overridden.is_some()).count(), handoff.overrides_count());
}

#[test]
fn another_receiver_or_a_return_takes_overrides_away() {
    let over = |gate| Act::Override { gate, reason: because() };
    let to =
        |more: Act| [way(State::Preparing), vec![over(Gate::Invoices), over(Gate::Brief), more]].concat();
    let changed = after(&to(Act::ChangeReceiver { receiver: SellerId(3), reason: because() }), day(0));
    assert_eq!(changed.overrides.keys().collect::<Vec<_>>(), [&Gate::Invoices]);
    let returned = after(&to(Act::Return { reason: because() }), day(0));
    assert_eq!((returned.overrides.len(), returned.overrides_count()), (0, 2));
}

#[test]
fn nobody_hands_a_unit_to_themselves() {
    let mut to_self = proposal();
    to_self.receiver = Some(to_self.giver);
    assert!(Handoff::propose(to_self).is_err());
    assert!(
        Handoff::propose(tandem_core::handoffs::Proposal {
            reason: String::new(),
            by: actor(Party::System),
            ..proposal()
        })
        .is_err()
    );
}

#[test]
fn what_is_said_to_be_open_can_be_done_and_nothing_else() {
    for kind in ActKind::ALL {
        for state in State::ALL {
            let on = if *kind == ActKind::Settle { day(40) } else { day(0) };
            let report = gates::check(&good(on), &needs());
            let (handoff, act) = (standing(*state), example(*kind));
            let found = handoff.apply(&Request { gates: Some(&report), ..request(&act, party(*kind), on) });
            let refusal = handoff.refusal(*kind, &[party(*kind)], on, Some(&report));
            let is_done = matches!(found, Ok(Outcome::Applied { .. }));
            assert_eq!(refusal.is_none(), is_done, "{kind} while {state}: {refusal:?}, {found:?}");
        }
    }
    let overlapping = standing(State::Overlapping);
    let unmet = gates::check(&super::GateFacts::unknown(overlapping.proposal.id, day(0)), &needs());
    for (kind, party, on, gates) in [
        (ActKind::Transfer, Party::Receiver, day(0), Some(&unmet)),
        (ActKind::Transfer, Party::Receiver, day(0), None),
        (ActKind::Transfer, Party::Giver, day(0), Some(&unmet)),
        (ActKind::Override, Party::Receiver, day(0), None),
    ] {
        assert!(overlapping.refusal(kind, &[party], on, gates).is_some(), "{kind} by {party}");
    }
    let early = standing(State::Transferred).refusal(ActKind::Settle, &[Party::GivingManager], day(29), None);
    assert!(early.is_some());
    let postponed = after(&[ACCEPT, Act::Postpone { until: day(9), reason: because() }], day(0));
    let asked_again = postponed.refusal(ActKind::Accept, &[Party::Receiver], day(0), None);
    assert!(asked_again.is_some(), "it was accepted before");
}

#[test]
fn what_came_back_came_back_whoever_is_to_receive_it_next() {
    let back = Act::TakeBack { on: day(0), reason: because() };
    let next = Act::ChangeReceiver { receiver: SellerId(3), reason: because() };
    let mut acts = way(State::Transferred);
    acts.extend([back.clone(), next]);
    let handoff = after(&acts, day(0));
    let again = handoff.apply(&request(&back, Party::ReceivingManager, day(0))).unwrap();
    assert!(matches!(again, Outcome::AlreadyDone(record) if record.act == back));
    let other_day = Act::TakeBack { on: day(1), reason: because() };
    assert!(handoff.apply(&request(&other_day, Party::ReceivingManager, day(1))).is_err());
}
