//! The playbooks that a handoff can be prepared with, each with the days that it usually takes.
use crate::workdays::{self, Workdays};
use crate::{App, Error, Result};
use chrono::NaiveDate;
use serde::Serialize;
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::acts::Act;
use tandem_core::holidays::Calendar;
use tandem_core::languages::Words;
use tandem_core::playbooks::{NamedDates, Playbook, SHIPPED, shipped};

/// A playbook, and when its days would be if the handoff were accepted on the day it was, or today.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PlaybookView {
    /// What rules and handoffs call it.
    pub name: String,
    /// Which version.
    pub version: String,
    /// What people call it.
    #[schema(value_type = Object)]
    pub title: Words,
    /// How many steps it has.
    pub steps: usize,
    /// Usual day of the introduction.
    pub introduction: Option<NaiveDate>,
    /// Usual day of the transfer.
    pub transfer: Option<NaiveDate>,
}

/// What is said where somebody names another one.
pub fn missing() -> Error {
    Error::Unusable(Words::fixed(
        "There is no such playbook: use standard, small or remote.",
        "沒有這份流程：請使用 standard、small 或 remote。",
    ))
}

/// Every playbook.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Playbooks {
    /// Today.
    pub today: NaiveDate,
    /// With days as if a handoff were accepted today.
    pub playbooks: Vec<PlaybookView>,
}

/// Every playbook, with days counted from today.
pub async fn playbooks(app: &App) -> Result<Playbooks> {
    let today = app.clock.today();
    Ok(Playbooks { today, playbooks: usual(today, today, &workdays::load(app).await?) })
}

/// Every playbook, with days counted from the acceptance of a handoff, yet none of them past.
pub fn playbooks_of(handoff: &Handoff, today: NaiveDate, workdays: &Workdays) -> Vec<PlaybookView> {
    let accepted = handoff.history.iter().find(|record| matches!(record.act, Act::Accept { .. }));
    usual(accepted.map_or(today, |record| record.day), today, workdays)
}

fn usual(acceptance: NaiveDate, today: NaiveDate, workdays: &Workdays) -> Vec<PlaybookView> {
    let calendar = workdays.calendars.of(workdays.company());
    let playbooks = SHIPPED.iter().filter_map(|(name, _)| shipped(name));
    playbooks.map(|one| view(&one, acceptance, today, calendar)).collect()
}

fn view(playbook: &Playbook, acceptance: NaiveDate, today: NaiveDate, calendar: &Calendar) -> PlaybookView {
    let mut dates =
        NamedDates { proposal: Some(acceptance), acceptance: Some(acceptance), ..NamedDates::default() };
    let introduction = playbook.introduction.day(&dates, calendar).map(|day| day.max(today));
    dates.introduction = introduction;
    let transfer =
        playbook.transfer.day(&dates, calendar).map(|day| introduction.map_or(day, |first| day.max(first)));
    PlaybookView {
        name: playbook.name.clone(),
        version: playbook.version.clone(),
        title: playbook.title.clone(),
        steps: playbook.steps.len(),
        introduction,
        transfer,
    }
}
