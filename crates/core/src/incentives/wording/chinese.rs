//! Reasons of postings in Traditional Chinese.
use super::{share_text, worth};
use crate::incentives::because::{Because, Missing};

/// One reason as a sentence.
pub fn sentence(because: &Because) -> String {
    match because {
        Because::Rate { component, base, rate } => format!("「{component}」按 {base:#} 的 {rate} 計算。"),
        Because::Fixed { component, amount } => {
            format!("「{component}」每件固定給付 {amount:#}，與金額大小無關。")
        }
        Because::Step { .. } => step(because),
        Because::Remeasured { component, span, position } => format!(
            "「{component}」在 {span} 的累計現為 {position:#}，先前累計的部分因此適用另一費率：這是差額。"
        ),
        Because::Credit { part, amount, overlay: false } => format!("分得業績為 {amount:#} 的 {part}。"),
        Because::Credit { part, amount, overlay: true } => {
            format!("分得業績為 {amount:#} 的 {part}，屬營收之外的附加業績。")
        }
        Because::Exchange { given, rate_e9, since } => {
            format!("原為 {given:#}，自 {since} 起每 1 {} 折合 {}。", given.currency, worth(*rate_e9))
        }
        Because::Shared { .. } | Because::BudgetSpent { .. } | Because::Held { .. } => shared(because),
        Because::Released { decided } => format!("至 {decided} 交接順利，保留的部分可以給付。"),
        Because::Forfeited { decided, missing, to } => {
            let missing = match missing {
                Missing::Brief => "客戶簡報尚未獲接受",
                Missing::Customer => "客戶已經流失",
            };
            let to = to.as_ref().map_or_else(|| "不再給付".to_owned(), |to| format!("改歸 {to}"));
            format!("至 {decided} {missing}，保留的分潤因此喪失，{to}。")
        }
        Because::AwaitsPayment => "客戶付款後才可給付。".to_owned(),
        Because::CustomerPaid { of, amount: Some(amount) } => format!("客戶已為 {of} 支付 {amount:#}。"),
        Because::CustomerPaid { of, amount: None } => format!("客戶已付清 {of} 的餘額。"),
        Because::Settled { of } => format!("{of} 已無客戶可付的餘額，等待中的金額就此結清。"),
        Because::Refund { of, amount: Some(amount) } => {
            format!("客戶獲退 {of} 中的 {amount:#}，按此比例收回。")
        }
        Because::Refund { of, amount: None } => format!("客戶獲退 {of} 的全部餘額，全數收回。"),
        Because::Correction { of } => format!("事件 {of} 有誤，以此取代。"),
        Because::ClawBack { of, left, after_months, within_months, part } => format!(
            "客戶於 {left} 流失，距 {of} 滿 {after_months} 個月；{within_months} 個月內流失須退回 {}。",
            share_text(*part)
        ),
        _ => limits(because),
    }
}

fn step(because: &Because) -> String {
    let Because::Step { component, base, rate, from, to, before, span, quota } = because else {
        return String::new();
    };
    let step = to.map_or_else(|| format!("{from:#} 以上"), |to| format!("{from:#} 以上、未滿 {to:#}"));
    let quota = quota.map_or_else(String::new, |quota| format!("，目標為 {quota:#}"));
    let before = before.map_or_else(
        || "每件單獨計算。".to_owned(),
        |before| format!("{span} 先前已累計 {before:#}{quota}。"),
    );
    format!("「{component}」按 {base:#} 的 {rate} 計算，屬於級距「{step}」。{before}")
}

fn shared(because: &Because) -> String {
    match because {
        Because::Shared { from, to, transferred, month, months, share, on_top } => {
            let share = share_text(*share);
            let how = match (*on_top, share == "100 %") {
                (true, _) => format!("{from} 另外獲得其中 {share}"),
                (false, true) => format!("{from} 保留全部"),
                (false, false) => format!("{from} 保留其中 {share}，其餘歸 {to}"),
            };
            format!(
                "{from} 於 {transferred} 將此單位移交給 {to}；自移交起第 {month} 個月（共 {months} 個月）{how}。"
            )
        }
        Because::BudgetSpent { budget, span, short } => {
            format!("{span} 的分潤預算 {budget:#} 已用完，分潤中有 {short:#} 未給。")
        }
        Because::Held { person, part, until, brief_accepted, retained } => {
            let conditions = match (brief_accepted, retained) {
                (true, true) => "客戶簡報已獲接受且客戶仍在",
                (true, false) => "客戶簡報已獲接受",
                _ => "客戶仍在",
            };
            format!("{person} 所保留的有 {part} 暫緩至 {until}：屆時若{conditions}即給付。")
        }
        _ => String::new(),
    }
}

fn limits(because: &Because) -> String {
    match because {
        Because::Cap { amount, span, reached } => {
            let without = format!("{span} 最多給付 {amount:#}；若無上限則為 {reached:#}");
            if reached.minor > amount.minor {
                format!("{without}。")
            } else {
                format!("{without}，因此先前因上限扣除的金額退還。")
            }
        }
        Because::Guarantee { amount, span, earned } => {
            format!("{span} 至少保障 {amount:#}；實得 {earned:#}。")
        }
        Because::Advance { amount, span, earned } => {
            format!("{span} 的預支額為 {amount:#}，可給付 {earned:#}；差額預支，由日後所得償還。")
        }
        Because::Recovery { span, left } => {
            format!("{span} 可給付的金額高於預支額，因此償還先前的預支；尚餘 {left:#}。")
        }
        Because::Adjustment { note: Some(note) } => format!("依協議調整：{note}"),
        Because::Adjustment { note: None } => "依協議調整。".to_owned(),
        Because::Late { happened } => {
            format!("發生於 {happened}，得知時該期間已關閉，因此記入目前開放的期間。")
        }
        _ => String::new(),
    }
}
