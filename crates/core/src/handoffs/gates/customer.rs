//! Gates on the customer's side: people, implementation, money, introduction.
use super::facts::{GateFacts, Invoice, Requirements, SessionKind};
use super::{Gate, GateResult};
use crate::languages::Words;

pub(super) fn contacts(facts: &GateFacts, needs: &Requirements) -> GateResult {
    let gate = Gate::Contacts;
    let Some(contacts) = &facts.contacts else {
        return GateResult::not_known(
            gate,
            Words::fixed("Nobody has listed the people at this unit.", "尚未列出此業務單位的聯絡人。"),
            Words::fixed("List them with their roles.", "請列出聯絡人及其角色。"),
        );
    };
    let known = |role| contacts.iter().any(|contact| contact.roles.contains(role));
    let missing: Vec<Words> =
        needs.roles.iter().filter(|role| !known(role)).map(|role| role.words()).collect();
    if missing.is_empty() {
        let count = contacts.len();
        return GateResult::met(
            gate,
            Words::new(
                format!("Every required role has somebody; people known: {count}."),
                format!("所需角色都有人；已知聯絡人 {count} 位。"),
            ),
        );
    }
    let Words { en, zh } = Words::listed(&missing);
    GateResult::not_met(
        gate,
        Words::new(format!("Nobody is known as {en}."), format!("尚無人擔任：{zh}。")),
        Words::fixed(
            "Ask the customer who it is and note the role with the contact.",
            "請詢問客戶由誰擔任，並在聯絡人上註明角色。",
        ),
    )
}

pub(super) fn implementation(facts: &GateFacts, needs: &Requirements) -> GateResult {
    let gate = Gate::Implementation;
    let Some(sessions) = &facts.sessions else {
        return GateResult::not_known(
            gate,
            Words::fixed("Nobody has recorded meetings of the implementation.", "尚未記錄導入過程中的會議。"),
            Words::fixed("Record them with their days and who was there.", "請記錄會議日期與出席者。"),
        );
    };
    let attended: Vec<_> =
        sessions.iter().filter(|session| session.attended && session.on <= facts.day).collect();
    let kickoff = attended.iter().any(|session| session.kind == SessionKind::Kickoff);
    let (count, least) = (attended.len(), needs.sessions_min);
    if count < least {
        return GateResult::not_met(
            gate,
            Words::new(
                format!("The receiver attended {count} meetings of the implementation; {least} are needed."),
                format!("接手人參加了 {count} 次導入會議，至少需要 {least} 次。"),
            ),
            Words::fixed("Invite the receiver to the next one.", "請邀請接手人參加下一次會議。"),
        );
    }
    if needs.kickoff && !kickoff {
        return GateResult::not_met(
            gate,
            Words::fixed("The receiver was not at the kickoff.", "接手人未參加啟動會議。"),
            Words::fixed(
                "Hold a second start together, or ask a manager to override with a reason.",
                "請一起再開一次啟動會議，或請主管附理由放行。",
            ),
        );
    }
    let days: Vec<String> = attended.iter().map(|session| session.on.to_string()).collect();
    GateResult::met(
        gate,
        Words::new(
            format!("The receiver was there on {}.", days.join(", ")),
            format!("接手人出席日期：{}。", days.join("、")),
        ),
    )
}

pub(super) fn invoices(facts: &GateFacts) -> GateResult {
    let gate = Gate::Invoices;
    let Some(invoices) = &facts.invoices else {
        return GateResult::not_known(
            gate,
            Words::fixed("Nobody has said whether invoices are open.", "尚無人說明是否有未付發票。"),
            Words::fixed("Ask finance, and note the result.", "請向財務確認並記錄結果。"),
        );
    };
    let explained =
        |invoice: &&Invoice| invoice.explained.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    let open: Vec<_> = invoices.iter().filter(|invoice| !explained(invoice)).collect();
    if open.is_empty() {
        let count = invoices.len();
        return GateResult::met(
            gate,
            Words::new(
                format!("No invoice is open without an explanation; explained: {count}."),
                format!("沒有未說明的未付發票；已說明 {count} 張。"),
            ),
        );
    }
    let list: Vec<String> =
        open.iter().take(3).map(|invoice| format!("{} ({})", invoice.number, invoice.due)).collect();
    let count = open.len();
    GateResult::not_met(
        gate,
        Words::new(
            format!("Unpaid and not explained: {count}, such as {}.", list.join(", ")),
            format!("未付且未說明：{count} 張，例如 {}。", list.join("、")),
        ),
        Words::fixed(
            "Have them paid, or note why the handoff need not wait.",
            "請先收款，或註明為何不必等待。",
        ),
    )
}

pub(super) fn introduction(facts: &GateFacts, needs: &Requirements) -> GateResult {
    let gate = Gate::Introduction;
    let Some(introductions) = &facts.introductions else {
        return GateResult::not_known(
            gate,
            Words::fixed("Nobody has recorded an introduction.", "尚未記錄介紹。"),
            Words::fixed("Record the day and how it was made.", "請記錄日期與方式。"),
        );
    };
    let happened = || introductions.iter().filter(|made| made.on <= facts.day);
    if let Some(made) = happened().find(|made| made.live || !needs.live) {
        let day = made.on;
        return GateResult::met(
            gate,
            Words::new(
                format!("The customer met the receiver on {day}."),
                format!("客戶已於 {day} 認識接手人。"),
            ),
        );
    }
    let written = happened().next().is_some();
    let said = if written {
        Words::fixed("The introduction was in writing only.", "目前只有書面介紹。")
    } else {
        Words::fixed("The customer has not met the receiver.", "客戶尚未見過接手人。")
    };
    GateResult::not_met(
        gate,
        said,
        Words::fixed(
            "Hold a meeting or a call in which the giver introduces the receiver.",
            "請安排會議或通話，由移交人介紹接手人。",
        ),
    )
}
