//! Why an act was refused: each with what to do instead, in both languages.
use super::acts::{ActKind, Party};
use super::gates::GateResult;
use super::inventory::Lost;
use super::state::State;
use crate::languages::Words;
use chrono::NaiveDate;
use std::fmt;

/// Why an act was refused. A refused act changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Somebody else must do it.
    Party(ActKind, Party),
    /// It cannot be done in this state.
    State(ActKind, State),
    /// The handoff was changed since it was looked at.
    Stale {
        /// The version that was looked at.
        seen: u64,
        /// The version it has.
        now: u64,
    },
    /// A reason is needed.
    NoReason(ActKind),
    /// The reason is too long.
    LongReason {
        /// Letters it has.
        letters: usize,
        /// Letters it may have.
        most: usize,
    },
    /// Nobody receives.
    NoReceiver,
    /// Giver and receiver are the same seller.
    ReceiverIsGiver,
    /// It was accepted for somebody else.
    OtherReceiver,
    /// It runs with another playbook or other dates.
    OtherPlan,
    /// It was transferred on another day.
    OtherDay(NaiveDate),
    /// A day that must come is not in the future.
    Past(NaiveDate),
    /// The introduction comes after the transfer.
    DatesOutOfOrder,
    /// It is asked again on this day only.
    NotYet(NaiveDate),
    /// The new ownership would begin before or after these days.
    OutOfRange(NaiveDate, NaiveDate),
    /// The gates were not looked at for this handoff on this day.
    Unchecked,
    /// Nobody has said what becomes of the records of the unit.
    NothingSaid,
    /// A record of the unit would be lost.
    Lost(Lost),
    /// Gates are open and not overridden.
    Gates(Vec<GateResult>),
    /// It can be signed off from this day on.
    TooEarly(NaiveDate),
}

impl Refused {
    /// What is wrong and what to do.
    pub fn words(&self) -> Words {
        match self {
            Self::Party(act, party) => wrong_party(*act, *party),
            Self::State(act, state) => wrong_state(*act, *state),
            Self::Stale { seen, now } => Words::new(
                format!(
                    "The handoff was changed meanwhile (you saw version {seen}, it is {now}): look at it again."
                ),
                format!("此交接已被他人更新（您看到的是版本 {seen}，目前為 {now}）：請重新查看。"),
            ),
            Self::NoReason(act) => {
                let Words { en, zh } = act.words();
                Words::new(
                    format!("To {en} needs a reason: write one."),
                    format!("「{zh}」需要理由：請填寫。"),
                )
            }
            Self::LongReason { letters, most } => Words::new(
                format!("The reason has {letters} letters, at most {most} are possible: shorten it."),
                format!("理由有 {letters} 個字，最多 {most} 個字：請縮短。"),
            ),
            Self::Gates(open) => gates(open),
            Self::Lost(lost) => lost.words(),
            other => other.about_days().unwrap_or_else(|| other.about_people()),
        }
    }

    fn about_days(&self) -> Option<Words> {
        Some(match self {
            Self::OtherDay(day) => Words::new(
                format!("The unit was transferred on {day}: take it back first if that is wrong."),
                format!("此業務單位已於 {day} 移轉：若有誤，請先收回。"),
            ),
            Self::Past(day) => Words::new(
                format!("{day} is not in the future: give a later day."),
                format!("{day} 並非未來的日期：請選擇較晚的日期。"),
            ),
            Self::NotYet(day) => Words::new(
                format!("It was postponed until {day}: a manager can resume it earlier."),
                format!("已延後至 {day}：主管可以提前恢復。"),
            ),
            Self::OutOfRange(first, last) => Words::new(
                format!("The new ownership must begin between {first} and {last}: give such a day."),
                format!("新的歸屬必須始於 {first} 至 {last} 之間：請選擇其中一日。"),
            ),
            Self::TooEarly(day) => Words::new(
                format!("The first check afterwards is on {day}: settle it from then on."),
                format!("移轉後的首次檢核日為 {day}：請於該日之後結案。"),
            ),
            Self::DatesOutOfOrder => Words::fixed(
                "The introduction would come after the transfer: introduce the receiver first.",
                "介紹日晚於移轉日：請先介紹接手人。",
            ),
            _ => return None,
        })
    }

    fn about_people(&self) -> Words {
        match self {
            Self::NoReceiver => {
                Words::fixed("Nobody is named to receive the unit: name one.", "尚未指定接手人：請指定。")
            }
            Self::ReceiverIsGiver => Words::fixed(
                "The receiver owns the unit already: choose somebody else.",
                "接手人就是目前的負責人：請選擇其他人。",
            ),
            Self::OtherReceiver => Words::fixed(
                "It was accepted for another receiver: change the receiver, with a reason.",
                "已由另一位接手人接受：請附理由更換接手人。",
            ),
            Self::OtherPlan => Words::fixed(
                "It is being prepared with another playbook or other dates: change the dates, with a reason.",
                "已用其他流程或日期開始準備：請附理由更改日期。",
            ),
            Self::NothingSaid => Words::fixed(
                "Nothing was said of what becomes of the unit's records: list them, and what moves and what stays.",
                "尚未說明此業務單位的紀錄如何處理：請列出哪些移轉、哪些保留。",
            ),
            _ => Words::fixed(
                "The gates were not checked for this handoff today: check them and try again.",
                "今天尚未檢查此交接的關卡：請檢查後再試。",
            ),
        }
    }
}

fn wrong_party(act: ActKind, party: Party) -> Words {
    let (act_words, party_words) = (act.words(), party.words());
    let may: Vec<Words> = act.parties().iter().map(|party| party.words()).collect();
    let may = Words::listed(&may);
    Words::new(
        format!("Not for {} to {}: ask one of {}.", party_words.en, act_words.en, may.en),
        format!("{}不能「{}」：請洽{}。", party_words.zh, act_words.zh, may.zh),
    )
}

fn wrong_state(act: ActKind, state: State) -> Words {
    let (act, is, advice) = (act.words(), state.words(), instead(act, state));
    Words::new(
        format!("To {} is not possible while the handoff is {}: {}", act.en, is.en, advice.en),
        format!("交接{}，不能「{}」：{}", is.zh, act.zh, advice.zh),
    )
}

fn instead(act: ActKind, state: State) -> Words {
    match (state, act) {
        (State::Settled, _) => Words::fixed(
            "it is over; propose a handoff back where the unit must move again.",
            "已結案；若需再次移交，請提出反向交接。",
        ),
        (State::Declined | State::Cancelled, _) => {
            Words::fixed("it is over; propose a new one.", "已結束；請提出新的交接。")
        }
        (State::Transferred, _) => Words::fixed(
            "the receiver owns the unit; settle it, or have a manager take it back.",
            "接手人已負責此業務單位；請結案，或由主管收回。",
        ),
        (_, ActKind::Resume) => Words::fixed("it is not postponed; go on with it.", "並未延後；請直接繼續。"),
        (State::Proposed, ActKind::Return) => Words::fixed("decline it instead.", "請改為婉拒。"),
        (State::Proposed, _) => Words::fixed("accept it first.", "請先接受。"),
        (State::Postponed, _) => Words::fixed("resume it first.", "請先恢復。"),
        (State::Introducing | State::Overlapping, ActKind::Postpone) => Words::fixed(
            "the customer knows already; change the dates instead.",
            "客戶已知情；請改為更改日期。",
        ),
        (State::Introducing | State::Overlapping, ActKind::ChangeReceiver) => Words::fixed(
            "the customer has met the receiver; return it first.",
            "客戶已認識接手人；請先退回。",
        ),
        (_, ActKind::Decline) => {
            Words::fixed("it was accepted; cancel it instead.", "已被接受；請改為取消。")
        }
        (_, ActKind::TakeBack) => Words::fixed(
            "the giver still owns the unit; return or cancel it instead.",
            "移交人仍負責此業務單位；請改為退回或取消。",
        ),
        (_, ActKind::Settle) => Words::fixed("transfer it first.", "請先移轉。"),
        (State::Accepted | State::Returned, _) => Words::fixed("prepare it first.", "請先開始準備。"),
        (State::Preparing, _) => Words::fixed("introduce the receiver first.", "請先介紹接手人。"),
        _ => Words::fixed("return it first.", "請先退回。"),
    }
}

fn gates(open: &[GateResult]) -> Words {
    let names: Vec<Words> = open.iter().map(|result| result.gate.words()).collect();
    let first = open.first().map(|result| result.said.clone());
    let (names, first) = (Words::listed(&names), first.unwrap_or(Words::fixed("", "")));
    Words::new(
        format!(
            "Gates are open: {}. {} Close them, or have a manager override each with a reason.",
            names.en, first.en
        ),
        format!("關卡未通過：{}。{}請先完成，或由主管逐項附理由放行。", names.zh, first.zh),
    )
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl std::error::Error for Refused {}
