//! What people do with a brief: say, confirm, waive, submit, accept, return. Nothing is changed in place.
use super::{
    Brief, BriefRecord, BriefState, Entry, Field, LINE_LETTERS_MAX, LINES_MAX, Line, Mark, ReturnCode,
};
use crate::handoffs::{Actor, Party};
use crate::ids::UserId;
use crate::languages::Words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum BriefAct {
    /// Write lines into a field, in place of what people wrote there before. No lines: take them away.
    Say {
        /// Which field.
        field: Field,
        /// One text a line.
        lines: Vec<String>,
    },
    /// Stand for the lines of a field that were to be confirmed.
    Confirm {
        /// Which field.
        field: Field,
    },
    /// Say that a field does not apply.
    Waive {
        /// Which field.
        field: Field,
        /// Why.
        reason: String,
    },
    /// Give it to the receiver.
    Submit,
    /// It says what is needed.
    Accept,
    /// It does not.
    Return {
        /// What is wrong, in one word.
        code: ReturnCode,
        /// Where.
        fields: Vec<Field>,
        /// What is wrong, in words.
        reason: String,
    },
}

/// An act that somebody wants to do.
#[derive(Clone, Copy, Debug)]
pub struct BriefRequest<'a> {
    /// What.
    pub act: &'a BriefAct,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Which day that is where the company is.
    pub day: NaiveDate,
    /// The version that the person saw; none where it does not matter.
    pub version: Option<u64>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefOutcome {
    /// It is done.
    Applied(Box<Brief>),
    /// It was done before, by this record.
    AlreadyDone(BriefRecord),
}

/// Why it was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefRefused {
    /// Somebody who is signed in must do it, acting as one of these.
    Party(&'static [Party]),
    /// It cannot be done where the brief stands.
    State(BriefState),
    /// A reason or a line is missing or too long.
    Text,
    /// It says that there is nothing to say, and not why.
    NoReason,
    /// Too many lines.
    Lines,
    /// Nothing there is to be confirmed.
    NothingToConfirm,
    /// Fields that must be filled are open.
    Open(Vec<Field>),
    /// It was changed since it was looked at.
    Stale,
}

const WRITERS: &[Party] =
    &[Party::Giver, Party::GivingManager, Party::Receiver, Party::ReceivingManager, Party::Operations];
const GIVERS: &[Party] = &[Party::Giver, Party::GivingManager, Party::Operations];
const READERS: &[Party] = &[Party::Receiver, Party::ReceivingManager];

impl BriefRefused {
    /// What is wrong and what to do.
    pub fn words(&self) -> Words {
        match self {
            Self::Party(may) => {
                let may: Vec<Words> = may.iter().map(|party| party.words()).collect();
                let Words { en, zh } = Words::listed(&may);
                Words::new(format!("Only these can do that: {en}."), format!("只有以下角色可以：{zh}。"))
            }
            Self::State(BriefState::Draft | BriefState::Returned) => Words::fixed(
                "The brief has not been given to the receiver: submit it first.",
                "簡報尚未交給接手人：請先送出。",
            ),
            Self::State(BriefState::Submitted | BriefState::Accepted) => {
                Words::fixed("The receiver has the brief already.", "接手人已收到簡報。")
            }
            Self::Text => Words::new(
                format!(
                    "A text is missing or longer than {LINE_LETTERS_MAX} letters: write it down, or shorten it."
                ),
                format!("文字未填或超過 {LINE_LETTERS_MAX} 個字：請填寫或縮短。"),
            ),
            Self::NoReason => Words::fixed(
                "That only says that there is nothing: say why the field does not apply to this customer.",
                "這只說明沒有內容：請說明此欄位為何不適用於這個客戶。",
            ),
            Self::Lines => Words::new(
                format!("A field has at most {LINES_MAX} lines: put some together."),
                format!("每個欄位最多 {LINES_MAX} 行：請合併。"),
            ),
            Self::NothingToConfirm => {
                Words::fixed("Nothing there is to be confirmed.", "沒有需要確認的內容。")
            }
            Self::Open(fields) => {
                let titles: Vec<Words> = fields.iter().map(|field| field.spec().title.clone()).collect();
                let Words { en, zh } = Words::listed(titles.iter().take(3));
                let count = fields.len();
                Words::new(
                    format!(
                        "Still open though they must be filled: {count}, such as {en}. Fill them in, confirm them, or say why they do not apply."
                    ),
                    format!("必填但未完成：{count} 項，例如{zh}。請填寫、確認，或說明為何不適用。"),
                )
            }
            Self::Stale => Words::fixed(
                "The brief was changed meanwhile: look at it again.",
                "簡報已被他人更新：請重新查看。",
            ),
        }
    }
}

impl fmt::Display for BriefRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl std::error::Error for BriefRefused {}

impl BriefAct {
    /// As whom one must act.
    pub fn parties(&self) -> &'static [Party] {
        match self {
            Self::Say { .. } | Self::Confirm { .. } | Self::Waive { .. } => WRITERS,
            Self::Submit => GIVERS,
            Self::Accept | Self::Return { .. } => READERS,
        }
    }
}

impl Brief {
    /// Does an act.
    ///
    /// # Errors
    /// Where it must not or cannot be done; then nothing has changed.
    pub fn apply(&self, request: &BriefRequest) -> Result<BriefOutcome, BriefRefused> {
        let may = request.act.parties();
        let user = request.by.user.filter(|_| may.contains(&request.by.party));
        let by = user.ok_or(BriefRefused::Party(may))?;
        if let Some(record) = self.done(request.act) {
            return Ok(BriefOutcome::AlreadyDone(record.clone()));
        }
        if request.version.is_some_and(|seen| seen != self.version) {
            return Err(BriefRefused::Stale);
        }
        self.possible(request.act)?;
        Ok(BriefOutcome::Applied(Box::new(self.landed(request, by))))
    }

    /// The last record, where it is of this act: nothing came after it.
    fn done(&self, act: &BriefAct) -> Option<&BriefRecord> {
        self.history.last().filter(|record| match (&record.act, act) {
            (BriefAct::Return { .. }, BriefAct::Return { .. }) => true,
            (done, wanted) => done == wanted,
        })
    }

    fn possible(&self, act: &BriefAct) -> Result<(), BriefRefused> {
        match act {
            BriefAct::Say { lines, .. } if lines.len() > LINES_MAX => Err(BriefRefused::Lines),
            BriefAct::Say { lines, .. } => lines.iter().try_for_each(|line| written(line)),
            BriefAct::Confirm { field } => {
                let open = |line: &Line| line.mark == Mark::ToConfirm;
                match self.entries.get(field) {
                    Some(Entry::Known { lines }) if lines.iter().any(open) => Ok(()),
                    _ => Err(BriefRefused::NothingToConfirm),
                }
            }
            BriefAct::Waive { reason, .. } => written(reason),
            BriefAct::Submit => self.submittable(),
            BriefAct::Accept | BriefAct::Return { .. } if self.state != BriefState::Submitted => {
                Err(BriefRefused::State(self.state))
            }
            BriefAct::Accept => Ok(()),
            BriefAct::Return { reason, .. } => written(reason),
        }
    }

    fn submittable(&self) -> Result<(), BriefRefused> {
        if matches!(self.state, BriefState::Submitted | BriefState::Accepted) {
            return Err(BriefRefused::State(self.state));
        }
        let open: Vec<Field> =
            self.completeness().sections.into_iter().flat_map(|section| section.open_musts).collect();
        if open.is_empty() { Ok(()) } else { Err(BriefRefused::Open(open)) }
    }

    fn landed(&self, request: &BriefRequest, by: UserId) -> Self {
        let mut next = self.clone();
        match request.act {
            BriefAct::Say { field, lines } => next.said(*field, lines, by, request.day),
            BriefAct::Confirm { field } => next.confirmed(*field, by, request.day),
            BriefAct::Waive { field, reason } => {
                let entry = Entry::NotApplicable { reason: reason.clone(), by, on: request.day };
                next.entries.insert(*field, entry);
            }
            BriefAct::Submit => next.submitted_count += 1,
            BriefAct::Accept | BriefAct::Return { .. } => {}
        }
        next.state = match request.act {
            BriefAct::Submit => BriefState::Submitted,
            BriefAct::Accept => BriefState::Accepted,
            BriefAct::Return { .. } => BriefState::Returned,
            // What the giver changes after it was accepted is to be read again; what the receiver adds is not.
            _ if READERS.contains(&request.by.party) => self.state,
            _ if self.state == BriefState::Returned => BriefState::Returned,
            _ => BriefState::Draft,
        };
        next.version += 1;
        next.history.push(BriefRecord {
            version: next.version,
            act: request.act.clone(),
            by,
            at: request.at,
            state: next.state,
        });
        next
    }

    fn said(&mut self, field: Field, texts: &[String], by: UserId, on: NaiveDate) {
        let of_record = match self.entries.remove(&field) {
            Some(Entry::Known { lines }) => lines.into_iter().filter(|line| line.by.is_none()).collect(),
            _ => Vec::new(),
        };
        let said = texts.iter().map(|text| Line {
            text: Words::same(text.trim().to_owned()),
            mark: Mark::Stated,
            by: Some(by),
            on,
        });
        let lines: Vec<Line> = of_record.into_iter().chain(said).collect();
        if !lines.is_empty() {
            self.entries.insert(field, Entry::Known { lines });
        }
    }

    fn confirmed(&mut self, field: Field, by: UserId, on: NaiveDate) {
        if let Some(Entry::Known { lines }) = self.entries.get_mut(&field) {
            for line in lines.iter_mut().filter(|line| line.mark == Mark::ToConfirm) {
                (line.mark, line.by, line.on) = (Mark::Stated, Some(by), on);
            }
        }
    }
}

/// What people write when they want to be done.
const NOTHINGS: [&str; 14] = [
    "n/a",
    "na",
    "n.a",
    "none",
    "no",
    "nil",
    "nothing",
    "not applicable",
    "unknown",
    "無",
    "沒有",
    "不適用",
    "不知道",
    "略",
];

fn written(text: &str) -> Result<(), BriefRefused> {
    let text = text.trim();
    let letters = text.chars().count();
    let bare = text.trim_matches(|letter: char| ".-/_?!。、，？！—".contains(letter)).trim().to_lowercase();
    match letters {
        letters if letters > LINE_LETTERS_MAX => Err(BriefRefused::Text),
        0 => Err(BriefRefused::Text),
        _ if bare.is_empty() || NOTHINGS.contains(&bare.as_str()) => Err(BriefRefused::NoReason),
        _ => Ok(()),
    }
}
