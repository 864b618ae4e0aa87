//! Which acts are open to somebody now, before anything is said with them, and why the others are not.
use super::acts::{ActKind, Party};
use super::gates::GateReport;
use super::handoff::Handoff;
use super::refused::Refused;
use chrono::NaiveDate;

impl Handoff {
    /// Why an act is not open to somebody who may act as these parties on this day; none where it is. `gates` are looked at for a transfer.
    /// What is said with the act (days, receivers, reasons) can still be refused.
    pub fn refusal(
        &self,
        kind: ActKind,
        parties: &[Party],
        day: NaiveDate,
        gates: Option<&GateReport>,
    ) -> Option<Refused> {
        let asked_again = matches!(kind, ActKind::Accept | ActKind::Decline) && self.is_accepted();
        if asked_again || !kind.states().contains(&self.state) {
            return Some(Refused::State(kind, self.goes_on_as()));
        }
        if !kind.parties().iter().any(|party| parties.contains(party)) {
            return parties.first().map(|party| Refused::Party(kind, *party));
        }
        match kind {
            ActKind::Transfer if self.receiver.is_none() => Some(Refused::NoReceiver),
            ActKind::Transfer => self.through_gates(gates, day).err(),
            ActKind::Settle => self.checked_afterwards(day).err(),
            _ => None,
        }
    }
}
