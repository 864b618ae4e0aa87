//! Acts that were done before: asking again, or a second person asking the same, changes nothing and hears who did it.
use super::acts::{Act, ActKind};
use super::handoff::Handoff;
use super::record::Record;
use super::state::State;

impl Handoff {
    /// The record of an act whose effect still holds.
    pub(super) fn done(&self, act: &Act) -> Option<&Record> {
        let kind = act.kind();
        let holds = match act {
            Act::Accept { receiver } => {
                self.is_accepted() && receiver.is_none_or(|wanted| self.receiver == Some(wanted))
            }
            Act::Decline { .. } => self.state == State::Declined,
            Act::Cancel { .. } => self.state == State::Cancelled,
            Act::Settle => self.state == State::Settled,
            Act::Return { .. } => self.state == State::Returned,
            Act::Postpone { until, .. } => self.postponed.is_some_and(|(day, _)| day == *until),
            Act::Resume => self.postponed.is_none() && !self.state.is_final(),
            Act::ChangeReceiver { receiver, .. } => self.is_accepted() && self.receiver == Some(*receiver),
            Act::Prepare { playbook, version, dates } => {
                let same = |(name, number): &(String, String)| name == playbook && number == version;
                self.is_prepared() && self.playbook.as_ref().is_some_and(same) && self.dates == Some(*dates)
            }
            Act::Reschedule { dates, .. } => self.is_prepared() && self.dates == Some(*dates),
            Act::Introduce | Act::Overlap => self.is_prepared(),
            Act::Override { gate, .. } => self.is_prepared() && self.overrides.contains_key(gate),
            Act::Transfer { on } => self.transferred_on == Some(*on),
            Act::TakeBack { .. } => self.state == State::Returned,
        };
        holds.then(|| self.last(kind, act)).flatten()
    }

    /// The last record that did it, looking no further back than its effect can reach.
    fn last(&self, kind: ActKind, act: &Act) -> Option<&Record> {
        let does = |record: &&Record| match (kind, &record.act) {
            (ActKind::ChangeReceiver, Act::Accept { .. }) | (ActKind::Reschedule, Act::Prepare { .. }) => {
                true
            }
            (ActKind::Return, Act::TakeBack { .. }) => true,
            (ActKind::Override, done) | (ActKind::TakeBack, done) => same_aim(done, act),
            (kind, done) => done.kind() == kind,
        };
        let mut back = self.history.iter().rev();
        match kind {
            // What a return undid is to be done again.
            ActKind::Introduce | ActKind::Overlap => back
                .take_while(|record| !matches!(record.act.kind(), ActKind::Return | ActKind::TakeBack))
                .find(does),
            // Whatever else was done since, the last return says how it came back.
            ActKind::TakeBack => back
                .find(|record| matches!(record.act.kind(), ActKind::Return | ActKind::TakeBack))
                .filter(does),
            _ => back.find(does),
        }
    }
}

/// Whether two acts of one kind aim at the same gate or day.
fn same_aim(one: &Act, other: &Act) -> bool {
    match (one, other) {
        (Act::Override { gate: one, .. }, Act::Override { gate: other, .. }) => one == other,
        (Act::TakeBack { on: one, .. }, Act::TakeBack { on: other, .. }) => one == other,
        _ => false,
    }
}
