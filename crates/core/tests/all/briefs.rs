//! Briefs: filled from the record, completed by people, accepted or returned; what counts as complete, and what is only pretended.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
use chrono::{Days, NaiveDate};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use tandem_core::briefs::change::{BriefAct, BriefOutcome, BriefRefused, BriefRequest};
use tandem_core::briefs::fill::{Risk, Stakeholder, Subscription, SuccessMetric, UnitRecord, fill};
use tandem_core::briefs::{Brief, BriefState, Entry, FIELDS, Field, Mark, Must, ReturnCode, Section};
use tandem_core::handoffs::{Actor, Party};
use tandem_core::ids::{HandoffId, UserId};
use tandem_core::money::Money;
use tandem_core::stakeholders::{ContactRole, Stance, Style};

fn day(days: u64) -> NaiveDate {
    "2027-03-01".parse::<NaiveDate>().unwrap() + Days::new(days)
}

fn request(act: &BriefAct, party: Party) -> BriefRequest<'_> {
    let at = day(0).and_hms_opt(9, 0, 0).unwrap().and_utc();
    BriefRequest { act, by: Actor { user: Some(UserId(7)), party }, at, day: day(0), version: None }
}

fn done(brief: &Brief, act: &BriefAct, party: Party) -> Brief {
    match brief.apply(&request(act, party)) {
        Ok(BriefOutcome::Applied(brief)) => *brief,
        other => panic!("{act:?}: {other:?}"),
    }
}

fn say(field: Field, text: &str) -> BriefAct {
    BriefAct::Say { field, lines: vec![text.to_owned()] }
}

fn waive(field: Field, reason: &str) -> BriefAct {
    BriefAct::Waive { field, reason: reason.to_owned() }
}

fn give_back() -> BriefAct {
    BriefAct::Return {
        code: ReturnCode::Missing,
        fields: vec![Field::Top],
        reason: "whom to call first".to_owned(),
    }
}

/// Every field that must be filled is.
fn ready() -> Brief {
    let must = FIELDS.iter().filter(|spec| spec.must == Must::Always);
    must.fold(Brief::new(HandoffId(1), false), |brief, spec| {
        done(&brief, &say(spec.field, "as agreed with Ms Lin"), Party::Giver)
    })
}

#[test]
fn the_table_is_whole() {
    assert!(
        FIELDS.iter().map(|spec| spec.section).collect::<Vec<_>>().is_sorted(),
        "sections stand in order"
    );
    for (field, spec) in Field::ALL.iter().zip(FIELDS) {
        assert_eq!((*field, field.spec()), (spec.field, spec));
        assert!((1..=3).contains(&spec.weight));
    }
    let line = |section: &Section| {
        let of = FIELDS.iter().filter(|spec| spec.section == *section);
        let (count, musts) = (of.clone().count(), of.filter(|spec| spec.must == Must::Always).count());
        format!("{section} {count}/{musts}")
    };
    expect!["customer 8/0, people 7/6, reasons 3/3, commitments 1/1, commercial 8/7, potential 4/0, health 3/0, technical 3/0, implementation 3/0, support 2/0, risks 3/0, history 2/0, communication 3/0, competition 2/0, top_three 1/0"].assert_eq(&Section::ALL.iter().map(line).collect::<Vec<_>>().join(", "));
}

fn record() -> UnitRecord {
    let lin = Stakeholder {
        name: "Lin Mei".to_owned(),
        roles: vec![ContactRole::Champion, ContactRole::DailyContact, ContactRole::ProgramContact],
        stance: Stance::Supporter,
        style: Style::Analytical,
        aim: Some("fewer late deliveries".to_owned()),
        last_seen: Some(day(0)),
    };
    let chen = Stakeholder {
        name: "Chen".to_owned(),
        roles: vec![ContactRole::EconomicBuyer, ContactRole::User],
        stance: Stance::Unknown,
        style: Style::Unknown,
        aim: None,
        last_seen: Some(day(0) - Days::new(200)),
    };
    let metric = |target: Option<&str>| SuccessMetric {
        what: "late deliveries".to_owned(),
        baseline: Some("12 %".to_owned()),
        target: target.map(str::to_owned),
        by: Some(day(120)),
        owner: Some("Lin Mei".to_owned()),
    };
    let sold =
        |product: &str, derived| Subscription { product: product.to_owned(), ends: Some(day(200)), derived };
    UnitRecord {
        name: Some("Tasty Foods".to_owned()),
        industry: Some(" ".to_owned()),
        employees: Some(120),
        stakeholders: vec![lin, chen],
        metrics: vec![metric(Some("5 %")), metric(None)],
        subscriptions: vec![sold("Base", false), sold("Plus", true)],
        arr: Some(Money::new(1_234_500, "USD".parse().unwrap())),
        invoices: Some(Vec::new()),
        developed_bp: Some(4_150),
        risks: vec![Risk {
            what: "new buyer".to_owned(),
            trigger: Some("reorganisation".to_owned()),
            mitigation: None,
        }],
        activities: vec![
            (day(0) - Days::new(3), "call".to_owned()),
            (day(0) - Days::new(300), "meeting".to_owned()),
            (day(0) - Days::new(1), "email".to_owned()),
        ],
        ..UnitRecord::default()
    }
}

fn shown(brief: &Brief) -> String {
    let mut out = String::new();
    for (field, entry) in &brief.entries {
        match entry {
            Entry::NotApplicable { reason, .. } => {
                out.push_str(&format!("{field}: does not apply, {reason}\n"))
            }
            Entry::Known { lines } => {
                for line in lines {
                    let by = line.by.map_or("record".to_owned(), |by| by.to_string());
                    out.push_str(&format!(
                        "{field}: {} | {} ({}, {by})\n",
                        line.text.en, line.text.zh, line.mark
                    ));
                }
            }
        }
    }
    out
}

#[test]
fn the_record_fills_in_what_it_knows_and_marks_what_is_to_be_confirmed() {
    let brief = Brief::new(HandoffId(1), false).refilled(&fill(&record(), day(0)));
    expect![[r#"
        name: Tasty Foods | Tasty Foods (data, record)
        size: 120 employees | 員工 120 人 (data, record)
        champion: Lin Mei, speaks for us, likes figures, wants: fewer late deliveries, last contact 2027-03-01 | Lin Mei，支持我們，重視數據，目標：fewer late deliveries，最近聯繫 2027-03-01 (data, record)
        economic_buyer: Chen, last contact 2026-08-13 | Chen，最近聯繫 2026-08-13 (to_confirm, record)
        daily_contact: Lin Mei, speaks for us, likes figures, wants: fewer late deliveries, last contact 2027-03-01 | Lin Mei，支持我們，重視數據，目標：fewer late deliveries，最近聯繫 2027-03-01 (data, record)
        success_metrics: late deliveries: from 12 % to 5 % by 2027-06-29, seen to by Lin Mei | late deliveries：由 12 % 至 5 %，期限 2027-06-29，負責人 Lin Mei (data, record)
        success_metrics: late deliveries: from 12 % to ? by 2027-06-29, seen to by Lin Mei | late deliveries：由 12 % 至 ?，期限 2027-06-29，負責人 Lin Mei (to_confirm, record)
        products: Base | Base (data, record)
        products: Plus | Plus (to_confirm, record)
        arr: 12345.00 USD | 12345.00 USD (data, record)
        term: Base ends on 2027-09-17 | Base 於 2027-09-17 到期 (data, record)
        term: Plus ends on 2027-09-17 | Plus 於 2027-09-17 到期 (to_confirm, record)
        open_invoices: None. | 無。 (data, record)
        developed: 41 % | 41 % (data, record)
        risks: new buyer; set off by reorganisation | new buyer；觸發：reorganisation (data, record)
        recent: 2027-02-28 email | 2027-02-28 email (data, record)
        recent: 2027-02-26 call | 2027-02-26 call (data, record)
        older: 1 activities since 2026-05-05 | 自 2026-05-05 起共 1 次活動 (data, record)
    "#]].assert_eq(&shown(&brief));
}

#[test]
fn filling_in_again_keeps_what_people_said_and_asks_nothing_twice() {
    let lines = fill(&record(), day(0));
    let mut brief = Brief::new(HandoffId(1), false).refilled(&lines);
    assert_eq!(brief.refilled(&lines).version, brief.version);
    brief = done(&brief, &BriefAct::Confirm { field: Field::EconomicBuyer }, Party::Giver);
    brief = done(&brief, &say(Field::Champion, "also likes tea"), Party::Giver);
    brief = done(&brief, &waive(Field::OpenInvoices, "they pay by card each month"), Party::Giver);
    let again = brief.refilled(&lines);
    assert_eq!(again.entries, brief.entries);
    let mut poorer = record();
    poorer.stakeholders.clear();
    let after = brief.refilled(&fill(&poorer, day(0)));
    let kept = |field| match &after.entries[&field] {
        Entry::Known { lines } => lines.iter().map(|line| line.text.en.to_string()).collect::<Vec<_>>(),
        Entry::NotApplicable { reason, .. } => vec![reason.clone()],
    };
    assert_eq!(kept(Field::Champion), ["also likes tea"]);
    assert_eq!(kept(Field::EconomicBuyer), ["Chen, last contact 2026-08-13"]);
    assert!(!after.entries.contains_key(&Field::DailyContact));
}

#[test]
fn a_brief_is_as_complete_as_its_weights_say() {
    let empty = Brief::new(HandoffId(1), false);
    assert_eq!(empty.completeness().complete_bp, 0);
    let filled = empty.refilled(&fill(&record(), day(0)));
    let found = filled.completeness();
    let line = |section: &tandem_core::briefs::complete::SectionComplete| {
        let names = |fields: &[Field]| fields.iter().map(|field| field.text()).collect::<Vec<_>>().join(" ");
        format!(
            "{} {} must: {}; open: {}\n",
            section.section,
            section.complete_bp,
            names(&section.open_musts),
            names(&section.open)
        )
    };
    let sections: String = found.sections.iter().map(line).collect();
    expect![[r#"
        whole 2632
        customer 2500 must: ; open: industry units segment region makes news
        people 4411 must: economic_buyer technical_lead renewal_owner detractors; open: people_changes
        reasons 2812 must: why_bought use_cases success_metrics; open: 
        commitments 0 must: promises; open: 
        commercial 4666 must: products term price_reasons billing open_proposals; open: not_bought
        potential 1666 must: ; open: potential next_step ceiling
        health 0 must: ; open: usage_trend features_used health_score
        technical 0 must: ; open: architecture integrations constraints
        implementation 0 must: ; open: implementation_state training implementation_gaps
        support 0 must: ; open: open_tickets past_incidents
        risks 4285 must: ; open: sensitive_topics unfinished_business
        history 10000 must: ; open: 
        communication 0 must: ; open: channel cadence documents
        competition 0 must: ; open: competitors other_tools
        top_three 0 must: ; open: top
    "#]]
    .assert_eq(&format!("whole {}\n{sections}", found.complete_bp));
    assert_eq!(
        ready().completeness().sections.iter().map(|section| section.open_musts.len()).sum::<usize>(),
        0
    );
    let integrated = Brief { integrated: true, ..ready() };
    assert_eq!(integrated.for_gate().open_sections.len(), 1);
    assert!(integrated.apply(&request(&BriefAct::Submit, Party::Giver)).is_err());
}

fn refused(brief: &Brief, act: &BriefAct, party: Party, expected: Expect) {
    let words = brief.apply(&request(act, party)).unwrap_err().words();
    expected.assert_eq(&format!("{}\n{}", words.en, words.zh));
}

#[test]
fn what_cannot_be_done_is_refused_with_what_to_do() {
    let draft = Brief::new(HandoffId(1), false);
    let submitted = done(&ready(), &BriefAct::Submit, Party::Giver);
    refused(
        &draft,
        &BriefAct::Submit,
        Party::Giver,
        expect![[r#"
            Still open though they must be filled: 17, such as Champion, Economic buyer, Technical lead or administrator. Fill them in, confirm them, or say why they do not apply.
            必填但未完成：17 項，例如內部推動者、預算決策者、技術主管或管理員。請填寫、確認，或說明為何不適用。"#]],
    );
    refused(
        &ready(),
        &BriefAct::Submit,
        Party::Receiver,
        expect![[r#"
        Only these can do that: the giver, the giver's manager, sales operations.
        只有以下角色可以：移交人、移交人的主管、業務營運。"#]],
    );
    refused(
        &submitted,
        &BriefAct::Accept,
        Party::Giver,
        expect![[r#"
        Only these can do that: the receiver, the receiver's manager.
        只有以下角色可以：接手人、接手人的主管。"#]],
    );
    refused(
        &ready(),
        &BriefAct::Accept,
        Party::Receiver,
        expect![[r#"
        The brief has not been given to the receiver: submit it first.
        簡報尚未交給接手人：請先送出。"#]],
    );
    refused(
        &draft,
        &waive(Field::Top, "N/A."),
        Party::Giver,
        expect![[r#"
        That only says that there is nothing: say why the field does not apply to this customer.
        這只說明沒有內容：請說明此欄位為何不適用於這個客戶。"#]],
    );
    refused(
        &draft,
        &say(Field::Top, " "),
        Party::Giver,
        expect![[r#"
        A text is missing or longer than 2000 letters: write it down, or shorten it.
        文字未填或超過 2000 個字：請填寫或縮短。"#]],
    );
    refused(
        &draft,
        &BriefAct::Say { field: Field::Top, lines: vec!["x".to_owned(); 51] },
        Party::Giver,
        expect![[r#"
            A field has at most 50 lines: put some together.
            每個欄位最多 50 行：請合併。"#]],
    );
    refused(
        &ready(),
        &BriefAct::Confirm { field: Field::Arr },
        Party::Giver,
        expect![[r#"
        Nothing there is to be confirmed.
        沒有需要確認的內容。"#]],
    );
    let record = Actor { user: None, party: Party::System };
    let by_nobody = BriefRequest { by: record, ..request(&BriefAct::Submit, Party::System) };
    assert!(ready().apply(&by_nobody).is_err());
    let stale = BriefRequest { version: Some(1), ..request(&BriefAct::Submit, Party::Giver) };
    assert_eq!(ready().apply(&stale), Err(BriefRefused::Stale));
    for nothing in ["none", "無", "-", "Not applicable", "不適用。", "n.a."] {
        assert_eq!(
            draft.apply(&request(&waive(Field::Top, nothing), Party::Giver)),
            Err(BriefRefused::NoReason)
        );
    }
}

#[test]
fn what_the_giver_changes_is_read_again_and_what_the_receiver_adds_is_not() {
    let submitted = done(&ready(), &BriefAct::Submit, Party::Giver);
    let again = submitted.apply(&request(&BriefAct::Submit, Party::Giver)).unwrap();
    assert_eq!(again, BriefOutcome::AlreadyDone(submitted.history.last().unwrap().clone()));
    let accepted = done(&submitted, &BriefAct::Accept, Party::Receiver);
    assert_eq!((accepted.state, accepted.submitted_count), (BriefState::Accepted, 1));
    assert_eq!(
        done(&accepted, &say(Field::Top, "call Lin first"), Party::Receiver).state,
        BriefState::Accepted
    );
    assert_eq!(done(&accepted, &say(Field::Top, "call Lin first"), Party::Giver).state, BriefState::Draft);
    assert_eq!(accepted.refilled(&fill(&record(), day(0))).state, BriefState::Accepted);
    let returned = done(&submitted, &give_back(), Party::Receiver);
    let mended = done(&returned, &say(Field::Top, "call Lin first"), Party::Giver);
    assert_eq!((returned.state, mended.state), (BriefState::Returned, BriefState::Returned));
    assert_eq!(done(&mended, &BriefAct::Submit, Party::Giver).submitted_count, 2);
}

#[test]
fn the_same_excuse_everywhere_is_seen() {
    let fields = [Field::Competitors, Field::OtherTools, Field::Ceiling, Field::News];
    let waived = |count: usize| {
        fields[..count].iter().fold(Brief::new(HandoffId(1), false), |brief, field| {
            done(&brief, &waive(*field, "they would not say"), Party::Giver)
        })
    };
    assert_eq!(waived(3).completeness().waived.iter().filter(|one| one.repeated).count(), 0);
    assert_eq!(waived(4).completeness().waived.iter().filter(|one| one.repeated).count(), 4);
}

fn acts() -> impl Strategy<Value = Vec<(BriefAct, Party)>> {
    let field = || prop::sample::select(Field::ALL);
    let act = prop_oneof![
        6 => (field(), prop::sample::select(vec!["", "n/a", "the truth"])).prop_map(|(field, text)| say(field, text)),
        1 => field().prop_map(|field| BriefAct::Say { field, lines: Vec::new() }),
        3 => field().prop_map(|field| BriefAct::Confirm { field }),
        3 => (field(), prop::sample::select(vec!["無", "no such system"])).prop_map(|(field, text)| waive(field, text)),
        2 => Just(BriefAct::Submit),
        2 => Just(BriefAct::Accept),
        2 => Just(give_back()),
    ];
    prop::collection::vec((act, prop::sample::select(Party::ALL)), 0..40)
}

proptest! {
    #[test]
    fn only_what_was_submitted_whole_is_accepted(acts in acts(), start in any::<bool>()) {
        let mut brief = if start { ready() } else { Brief::new(HandoffId(1), false).refilled(&fill(&record(), day(0))) };
        for (act, party) in acts {
            let before = brief.completeness();
            match brief.apply(&request(&act, party)) {
                Ok(BriefOutcome::Applied(next)) => {
                    prop_assert_eq!(next.version, brief.version + 1);
                    let after = next.completeness();
                    match act {
                        BriefAct::Confirm { .. } | BriefAct::Waive { .. } => prop_assert!(after.complete_bp >= before.complete_bp),
                        BriefAct::Submit => prop_assert!(before.sections.iter().all(|section| section.open_musts.is_empty())),
                        BriefAct::Accept => prop_assert_eq!(brief.state, BriefState::Submitted),
                        _ => {}
                    }
                    prop_assert!(after.complete_bp <= 10_000);
                    brief = *next;
                }
                Ok(BriefOutcome::AlreadyDone(record)) => prop_assert!(brief.history.contains(&record)),
                Err(refused) => prop_assert!(!refused.words().zh.is_empty()),
            }
        }
        // Every line says where it comes from.
        for entry in brief.entries.values() {
            if let Entry::Known { lines } = entry {
                prop_assert!(!lines.is_empty());
                prop_assert!(lines.iter().all(|line| (line.mark == Mark::Stated) == line.by.is_some()));
            }
        }
        let text = serde_json::to_string(&brief).unwrap();
        prop_assert_eq!(serde_json::from_str::<Brief>(&text).unwrap(), brief);
    }
}
