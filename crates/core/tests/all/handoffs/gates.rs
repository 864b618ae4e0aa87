//! Every gate: unknown, open in each way, met.
use super::{day, good, needs};
use expect_test::expect;
use tandem_core::handoffs::gates::facts::{Commitment, Fate, Invoice, Opportunity, Session, SessionKind};
use tandem_core::handoffs::gates::{self, Gate, GateResult, Standing};
use tandem_core::handoffs::{GateFacts, Requirements};
use tandem_core::ids::HandoffId;
use tandem_core::languages::Words;

fn shown(facts: &GateFacts, needs: &Requirements, only: Option<Gate>) -> String {
    let report = gates::check(facts, needs);
    let wanted = |result: &&GateResult| only.is_none_or(|gate| result.gate == gate);
    report.results().iter().filter(wanted).map(line).collect()
}

fn line(result: &GateResult) -> String {
    let advice = result.advice.as_ref().map_or("", |advice| &advice.en);
    let zh = result.advice.as_ref().map_or("", |advice| &advice.zh);
    let en = format!("{} {advice}", result.said.en);
    format!("{} {}: {}\n    {}{zh}\n", result.gate, result.standing, en.trim_end(), result.said.zh)
}

#[test]
fn what_is_not_known_is_not_met() {
    let facts = GateFacts::unknown(HandoffId(1), day(0));
    assert!(gates::check(&facts, &needs()).results().iter().all(|gate| gate.standing == Standing::NotKnown));
    expect![[r#"
        contacts not_known: Nobody has listed the people at this unit. List them with their roles.
            尚未列出此業務單位的聯絡人。請列出聯絡人及其角色。
        implementation not_known: Nobody has recorded meetings of the implementation. Record them with their days and who was there.
            尚未記錄導入過程中的會議。請記錄會議日期與出席者。
        brief not_known: There is no brief yet. Begin it; the program fills in what it knows.
            尚無客戶簡報。請建立簡報，系統會填入已知內容。
        commitments not_known: Nobody has said what was promised to the customer. List the promises, or note that there are none.
            尚無人說明對客戶的承諾。請列出承諾，或註明沒有承諾。
        opportunities not_known: The open opportunities are not known. Import or enter them, or note that there are none.
            尚不清楚有哪些進行中的商機。請匯入或輸入，或註明沒有。
        invoices not_known: Nobody has said whether invoices are open. Ask finance, and note the result.
            尚無人說明是否有未付發票。請向財務確認並記錄結果。
        introduction not_known: Nobody has recorded an introduction. Record the day and how it was made.
            尚未記錄介紹。請記錄日期與方式。
        receiver_ready not_known: Nobody has assessed the receiver. Assess the receiver's competencies.
            接手人尚未經過評估。請評估接手人的職能。
        receiver_load not_known: The load of the receiver is not known. Set the load limit of the role.
            不清楚接手人的負荷。請設定此角色的負荷上限。
        steps not_known: The steps have not been planned. Begin the preparation with a playbook.
            尚未規劃步驟。請以交接流程開始準備。
    "#]].assert_eq(&shown(&facts, &needs(), None));
}

#[test]
fn what_is_good_is_met() {
    expect![[r#"
        contacts met: Every required role has somebody; people known: 1.
            所需角色都有人；已知聯絡人 1 位。
        implementation met: The receiver was there on 2027-03-01, 2027-03-01.
            接手人出席日期：2027-03-01、2027-03-01。
        brief met: The brief is 90 % complete and accepted.
            簡報完成度 90 %，且已被接受。
        commitments met: Every open commitment was walked through: 0.
            所有未完成的承諾皆已逐項確認：0 項。
        opportunities met: Of every open opportunity it is decided who goes on with it: 0.
            所有進行中的商機皆已決定由誰繼續：0 個。
        invoices met: No invoice is open without an explanation; explained: 0.
            沒有未說明的未付發票；已說明 0 張。
        introduction met: The customer met the receiver on 2027-03-01.
            客戶已於 2027-03-01 認識接手人。
        receiver_ready met: The receiver is ready.
            接手人已準備就緒。
        receiver_load met: With this unit the receiver carries 11 of 30.
            接下此業務單位後，接手人的負荷為 11／30。
        steps met: No step that others wait for is open.
            沒有未完成的關卡步驟。
    "#]]
    .assert_eq(&shown(&good(day(0)), &needs(), None));
    assert_eq!(gates::check(&good(day(0)), &needs()).open().count(), 0);
}

#[test]
fn what_is_missing_is_named() {
    let mut facts = good(day(10));
    facts.contacts = Some(Vec::new());
    let past = Session { on: day(9), kind: SessionKind::Working, attended: true };
    facts.sessions = Some(vec![past, Session { attended: false, ..past }, Session { on: day(11), ..past }]);
    let brief = facts.brief.as_mut().unwrap();
    brief.complete_bp = 7_999;
    let commitment = |what: &str, walked, owned| Commitment { what: what.to_owned(), walked, owned };
    facts.commitments = Some(vec![commitment("training", false, true), commitment("price", true, false)]);
    let opportunity = |name: &str, fate| Opportunity { name: name.to_owned(), fate };
    facts.opportunities = Some(vec![
        opportunity("seats", None),
        opportunity("module", Some(Fate::KeptUntil(day(9)))),
        opportunity("services", Some(Fate::KeptUntil(day(10)))),
        opportunity("storage", Some(Fate::Moved)),
    ]);
    let invoice = |explained: Option<&str>| Invoice {
        number: "2027-14".to_owned(),
        due: day(1),
        explained: explained.map(str::to_owned),
    };
    facts.invoices = Some(vec![invoice(None), invoice(Some(" ")), invoice(Some("disputed"))]);
    facts.introductions.as_mut().unwrap()[0].live = false;
    facts.readiness.as_mut().unwrap().ready = false;
    facts.readiness.as_mut().unwrap().gaps = vec![Words::fixed("negotiating", "談判")];
    facts.load.as_mut().unwrap().now = 30;
    facts.open_steps = Some(vec![Words::fixed("Review the brief", "審閱簡報")]);
    expect![[r#"
        contacts not_met: Nobody is known as champion. Ask the customer who it is and note the role with the contact.
            尚無人擔任：內部推動者。請詢問客戶由誰擔任，並在聯絡人上註明角色。
        implementation not_met: The receiver attended 1 meetings of the implementation; 2 are needed. Invite the receiver to the next one.
            接手人參加了 1 次導入會議，至少需要 2 次。請邀請接手人參加下一次會議。
        brief not_met: The brief is 79 % complete; 80 % are needed. Fill in or confirm the open lines.
            簡報完成度 79 %，至少需要 80 %。請填寫或確認未完成的項目。
        commitments not_met: Not walked through yet: 1, such as `training`. Giver and receiver go through each one; each gets its owner and its date.
            尚未逐項確認：1 項，例如「training」。請雙方逐項確認，每項都要有負責人與日期。
        opportunities not_met: Not decided, or kept until a day that has passed: 2, such as `seats`, `module`. Move each to the receiver, or let the giver keep it until a day.
            尚未決定，或保留期限已過：2 項，例如「seats」、「module」。請將每個商機移給接手人，或由移交人保留至某日。
        invoices not_met: Unpaid and not explained: 2, such as 2027-14 (2027-03-02), 2027-14 (2027-03-02). Have them paid, or note why the handoff need not wait.
            未付且未說明：2 張，例如 2027-14 (2027-03-02)、2027-14 (2027-03-02)。請先收款，或註明為何不必等待。
        introduction not_met: The introduction was in writing only. Hold a meeting or a call in which the giver introduces the receiver.
            目前只有書面介紹。請安排會議或通話，由移交人介紹接手人。
        receiver_ready not_met: The receiver still has to learn: negotiating. Finish the learning plan, or choose another receiver.
            接手人尚需學習：談判。請完成學習計畫，或改選其他接手人。
        receiver_load not_met: With this unit the receiver carries 31 of 30. Choose another receiver, or take something off this one first.
            接下此業務單位後，接手人的負荷為 31／30。請改選其他接手人，或先減輕此人的負荷。
        steps not_met: Steps that others wait for are open: 1, such as Review the brief. Do them, or note why they are not needed.
            未完成的關卡步驟：1 個，例如 審閱簡報。請完成，或註明為何不需要。
    "#]].assert_eq(&shown(&facts, &needs(), None));
    assert!(gates::check(&facts, &needs()).results().iter().all(|gate| gate.standing == Standing::NotMet));
}

#[test]
fn the_rest_is_named_too() {
    let mut facts = good(day(0));
    for session in facts.sessions.as_mut().unwrap() {
        session.kind = SessionKind::Training;
    }
    facts.brief.as_mut().unwrap().open_sections = vec![Words::fixed("People", "人員")];
    facts.introductions = Some(Vec::new());
    facts.readiness.as_mut().unwrap().ready = false;
    let mut out: String = [Gate::Implementation, Gate::Brief, Gate::Introduction, Gate::ReceiverReady]
        .map(|gate| shown(&facts, &needs(), Some(gate)))
        .concat();
    facts.brief.as_mut().unwrap().open_sections.clear();
    facts.brief.as_mut().unwrap().accepted = false;
    facts.commitments = Some(vec![Commitment { what: "price".to_owned(), walked: true, owned: false }]);
    out.push_str(&shown(&facts, &needs(), Some(Gate::Brief)));
    out.push_str(&shown(&facts, &needs(), Some(Gate::Commitments)));
    expect![[r#"
        implementation not_met: The receiver was not at the kickoff. Hold a second start together, or ask a manager to override with a reason.
            接手人未參加啟動會議。請一起再開一次啟動會議，或請主管附理由放行。
        brief not_met: Not complete, though it must be: People. Fill them in, or say why they do not apply.
            必填但尚未完成：人員。請填寫，或說明為何不適用。
        introduction not_met: The customer has not met the receiver. Hold a meeting or a call in which the giver introduces the receiver.
            客戶尚未見過接手人。請安排會議或通話，由移交人介紹接手人。
        receiver_ready not_met: The receiver is not ready. Finish the learning plan, or choose another receiver.
            接手人尚未準備就緒。請完成學習計畫，或改選其他接手人。
        brief not_met: The receiver has not accepted the brief. Ask the receiver to accept it or to say what is missing.
            接手人尚未接受簡報。請接手人接受，或說明缺少什麼。
        commitments not_met: Owned by nobody who is still there: 1, such as `price`. Give each an owner.
            負責人已離開：1 項，例如「price」。請為每項指定負責人。
    "#]].assert_eq(&out);
}

#[test]
fn a_playbook_may_ask_for_less() {
    let needs =
        Requirements { roles: Vec::new(), sessions_min: 0, kickoff: false, live: false, brief_min_bp: 5_000 };
    let mut facts = good(day(0));
    facts.introductions.as_mut().unwrap()[0].live = false;
    facts.sessions = Some(Vec::new());
    facts.contacts = Some(Vec::new());
    facts.brief.as_mut().unwrap().complete_bp = 5_000;
    assert_eq!(gates::check(&facts, &needs).open().count(), 0);
}
