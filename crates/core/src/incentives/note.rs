//! Why something pays nothing: an empty result is never without a reason.
use super::event::Movement;
use crate::languages::Words;
use chrono::NaiveDate;
use std::fmt;
use std::sync::Arc;

/// Somebody who was credited, or an event, and why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The event.
    pub event: Arc<str>,
    /// Who was credited.
    pub person: Option<Arc<str>>,
    /// Why nothing.
    pub why: Why,
}

/// Why something pays nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// No plan is in force for the person.
    NoPlan(NaiveDate),
    /// The plan pays nobody for the movement.
    NotPaid(Movement),
    /// The person's role is not known, and what the plan pays for the movement is for certain roles.
    NoRole(Movement),
    /// The plan pays the role nothing for the movement.
    NoComponent(Movement, String),
    /// Nobody is credited.
    NobodyCredited,
    /// Nothing of the earlier event is waiting.
    NothingWaits(String),
    /// Nothing of the earlier event is left.
    NothingLeft(String),
    /// The unit left, and nothing of it is to be given back.
    NothingClawedBack,
}

impl Why {
    /// As a sentence without its full stop, in both languages.
    pub fn words(&self) -> Words {
        match self {
            Self::NoPlan(day) => {
                Words::new(format!("no plan is in force on {day}"), format!("{day} 沒有生效中的獎金方案"))
            }
            Self::NotPaid(movement) => Words::new(
                format!("the plan pays nothing for `{movement}`"),
                format!("獎金方案不為 `{movement}` 給付"),
            ),
            Self::NoRole(movement) => Words::new(
                format!("the role is not known on that day, and what is paid for `{movement}` depends on it"),
                format!("當日職務不明，而 `{movement}` 的給付取決於職務"),
            ),
            Self::NoComponent(movement, role) => Words::new(
                format!("the plan pays role `{role}` nothing for `{movement}`"),
                format!("獎金方案不為職務 `{role}` 的 `{movement}` 給付"),
            ),
            Self::NobodyCredited => Words::fixed("nobody is credited", "沒有人分得業績"),
            Self::NothingWaits(of) => Words::new(
                format!("nothing of event `{of}` waits for a payment"),
                format!("事件 `{of}` 沒有等待付款的金額"),
            ),
            Self::NothingLeft(of) => {
                Words::new(format!("nothing of event `{of}` is left"), format!("事件 `{of}` 已無餘額"))
            }
            Self::NothingClawedBack => Words::fixed(
                "the unit left, and no event of it is within its months of claw-back",
                "單位已流失，但沒有事件在追回期限之內",
            ),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}
