//! Gates on our side: brief, commitments, opportunities, receiver, steps.
use super::facts::{Fate, GateFacts, Opportunity, Requirements};
use super::{Gate, GateResult};
use crate::languages::Words;

/// Most names in one sentence; the page lists the rest.
const NAMED_MAX: usize = 3;

pub(super) fn brief(facts: &GateFacts, needs: &Requirements) -> GateResult {
    let gate = Gate::Brief;
    let Some(brief) = &facts.brief else {
        return GateResult::not_known(
            gate,
            Words::fixed("There is no brief yet.", "尚無客戶簡報。"),
            Words::fixed("Begin it; the program fills in what it knows.", "請建立簡報，系統會填入已知內容。"),
        );
    };
    let (now, least) = (percent(brief.complete_bp), percent(needs.brief_min_bp));
    if !brief.open_sections.is_empty() {
        let Words { en, zh } = Words::listed(&brief.open_sections);
        return GateResult::not_met(
            gate,
            Words::new(format!("Not complete, though it must be: {en}."), format!("必填但尚未完成：{zh}。")),
            Words::fixed("Fill them in, or say why they do not apply.", "請填寫，或說明為何不適用。"),
        );
    }
    if brief.complete_bp < needs.brief_min_bp {
        return GateResult::not_met(
            gate,
            Words::new(
                format!("The brief is {now} complete; {least} are needed."),
                format!("簡報完成度 {now}，至少需要 {least}。"),
            ),
            Words::fixed("Fill in or confirm the open lines.", "請填寫或確認未完成的項目。"),
        );
    }
    if !brief.accepted {
        return GateResult::not_met(
            gate,
            Words::fixed("The receiver has not accepted the brief.", "接手人尚未接受簡報。"),
            Words::fixed(
                "Ask the receiver to accept it or to say what is missing.",
                "請接手人接受，或說明缺少什麼。",
            ),
        );
    }
    GateResult::met(
        gate,
        Words::new(
            format!("The brief is {now} complete and accepted."),
            format!("簡報完成度 {now}，且已被接受。"),
        ),
    )
}

pub(super) fn commitments(facts: &GateFacts) -> GateResult {
    let gate = Gate::Commitments;
    let Some(commitments) = &facts.commitments else {
        return GateResult::not_known(
            gate,
            Words::fixed("Nobody has said what was promised to the customer.", "尚無人說明對客戶的承諾。"),
            Words::fixed("List the promises, or note that there are none.", "請列出承諾，或註明沒有承諾。"),
        );
    };
    let open: Vec<&str> = commitments.iter().filter(|one| !one.walked).map(|one| one.what.as_str()).collect();
    if !open.is_empty() {
        return GateResult::not_met(
            gate,
            naming("Not walked through yet", "尚未逐項確認", &open),
            Words::fixed(
                "Giver and receiver go through each one; each gets its owner and its date.",
                "請雙方逐項確認，每項都要有負責人與日期。",
            ),
        );
    }
    let orphans: Vec<&str> =
        commitments.iter().filter(|one| !one.owned).map(|one| one.what.as_str()).collect();
    if !orphans.is_empty() {
        return GateResult::not_met(
            gate,
            naming("Owned by nobody who is still there", "負責人已離開", &orphans),
            Words::fixed("Give each an owner.", "請為每項指定負責人。"),
        );
    }
    let count = commitments.len();
    GateResult::met(
        gate,
        Words::new(
            format!("Every open commitment was walked through: {count}."),
            format!("所有未完成的承諾皆已逐項確認：{count} 項。"),
        ),
    )
}

pub(super) fn opportunities(facts: &GateFacts) -> GateResult {
    let gate = Gate::Opportunities;
    let Some(opportunities) = &facts.opportunities else {
        return GateResult::not_known(
            gate,
            Words::fixed("The open opportunities are not known.", "尚不清楚有哪些進行中的商機。"),
            Words::fixed("Import or enter them, or note that there are none.", "請匯入或輸入，或註明沒有。"),
        );
    };
    let decided = |one: &&Opportunity| match one.fate {
        Some(Fate::Moved) => true,
        Some(Fate::KeptUntil(until)) => until >= facts.day,
        None => false,
    };
    let open: Vec<&str> =
        opportunities.iter().filter(|one| !decided(one)).map(|one| one.name.as_str()).collect();
    if open.is_empty() {
        let count = opportunities.len();
        return GateResult::met(
            gate,
            Words::new(
                format!("Of every open opportunity it is decided who goes on with it: {count}."),
                format!("所有進行中的商機皆已決定由誰繼續：{count} 個。"),
            ),
        );
    }
    GateResult::not_met(
        gate,
        naming("Not decided, or kept until a day that has passed", "尚未決定，或保留期限已過", &open),
        Words::fixed(
            "Move each to the receiver, or let the giver keep it until a day.",
            "請將每個商機移給接手人，或由移交人保留至某日。",
        ),
    )
}

pub(super) fn ready(facts: &GateFacts) -> GateResult {
    let gate = Gate::ReceiverReady;
    match &facts.readiness {
        None => GateResult::not_known(
            gate,
            Words::fixed("Nobody has assessed the receiver.", "接手人尚未經過評估。"),
            Words::fixed("Assess the receiver's competencies.", "請評估接手人的職能。"),
        ),
        Some(readiness) if readiness.ready => {
            GateResult::met(gate, Words::fixed("The receiver is ready.", "接手人已準備就緒。"))
        }
        Some(readiness) => {
            let Words { en, zh } = Words::listed(&readiness.gaps);
            let said = if readiness.gaps.is_empty() {
                Words::fixed("The receiver is not ready.", "接手人尚未準備就緒。")
            } else {
                Words::new(
                    format!("The receiver still has to learn: {en}."),
                    format!("接手人尚需學習：{zh}。"),
                )
            };
            let advice = Words::fixed(
                "Finish the learning plan, or choose another receiver.",
                "請完成學習計畫，或改選其他接手人。",
            );
            GateResult::not_met(gate, said, advice)
        }
    }
}

pub(super) fn load(facts: &GateFacts) -> GateResult {
    let gate = Gate::ReceiverLoad;
    let Some(load) = facts.load else {
        return GateResult::not_known(
            gate,
            Words::fixed("The load of the receiver is not known.", "不清楚接手人的負荷。"),
            Words::fixed("Set the load limit of the role.", "請設定此角色的負荷上限。"),
        );
    };
    let after = load.now.saturating_add(load.adds);
    let said = Words::new(
        format!("With this unit the receiver carries {after} of {}.", load.limit),
        format!("接下此業務單位後，接手人的負荷為 {after}／{}。", load.limit),
    );
    if after <= load.limit {
        return GateResult::met(gate, said);
    }
    let advice = Words::fixed(
        "Choose another receiver, or take something off this one first.",
        "請改選其他接手人，或先減輕此人的負荷。",
    );
    GateResult::not_met(gate, said, advice)
}

pub(super) fn steps(facts: &GateFacts) -> GateResult {
    let gate = Gate::Steps;
    let Some(open) = &facts.open_steps else {
        return GateResult::not_known(
            gate,
            Words::fixed("The steps have not been planned.", "尚未規劃步驟。"),
            Words::fixed("Begin the preparation with a playbook.", "請以交接流程開始準備。"),
        );
    };
    if open.is_empty() {
        return GateResult::met(
            gate,
            Words::fixed("No step that others wait for is open.", "沒有未完成的關卡步驟。"),
        );
    }
    let Words { en, zh } = Words::listed(open.iter().take(NAMED_MAX));
    let count = open.len();
    GateResult::not_met(
        gate,
        Words::new(
            format!("Steps that others wait for are open: {count}, such as {en}."),
            format!("未完成的關卡步驟：{count} 個，例如 {zh}。"),
        ),
        Words::fixed("Do them, or note why they are not needed.", "請完成，或註明為何不需要。"),
    )
}

fn naming(en: &str, zh: &str, names: &[&str]) -> Words {
    let count = names.len();
    let shown: Vec<&str> = names.iter().take(NAMED_MAX).copied().collect();
    Words::new(
        format!("{en}: {count}, such as `{}`.", shown.join("`, `")),
        format!("{zh}：{count} 項，例如「{}」。", shown.join("」、「")),
    )
}

/// Hundredths of a percent as whole percent, rounded down so that nothing looks complete that is not.
fn percent(bp: i64) -> String {
    format!("{} %", bp.div_euclid(100))
}
