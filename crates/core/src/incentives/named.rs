//! Reasons with what people call somebody or something in place of the names that a ledger keeps: those never change, a person's name may.
use super::because::Because;
use std::sync::Arc;

/// What people call those who stand in a ledger.
pub struct Names<'n> {
    /// A person.
    pub person: &'n dyn Fn(&str) -> Arc<str>,
    /// An event, as it stands in a sentence.
    pub event: &'n dyn Fn(&str) -> Arc<str>,
}

/// The same reason with names for people.
pub fn named(because: &Because, names: &Names) -> Because {
    let mut said = because.clone();
    match &mut said {
        Because::Shared { from, to, .. } => {
            *from = (names.person)(from);
            *to = (names.person)(to);
        }
        Because::Held { person, .. } => *person = (names.person)(person),
        Because::Forfeited { to: Some(to), .. } => *to = (names.person)(to),
        Because::CustomerPaid { of, .. }
        | Because::Settled { of }
        | Because::Refund { of, .. }
        | Because::Correction { of }
        | Because::ClawBack { of, .. } => *of = (names.event)(of),
        Because::Rate { .. }
        | Because::Fixed { .. }
        | Because::Step { .. }
        | Because::Remeasured { .. }
        | Because::Credit { .. }
        | Because::Exchange { .. }
        | Because::BudgetSpent { .. }
        | Because::Released { .. }
        | Because::Forfeited { to: None, .. }
        | Because::AwaitsPayment
        | Because::Cap { .. }
        | Because::Guarantee { .. }
        | Because::Advance { .. }
        | Because::Recovery { .. }
        | Because::Adjustment { .. }
        | Because::Late { .. } => {}
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incentives::because::Missing;
    use crate::incentives::wording::sentence;
    use crate::languages::Language;

    #[test]
    fn names_of_people_and_events_take_the_place_of_those_in_the_ledger() {
        let names = Names { person: &|_| "Jonas".into(), event: &|_| "the first sale".into() };
        let said = |because: &Because| sentence(&named(because, &names), Language::English);
        let decided = "2027-05-01".parse().unwrap();
        let lost = Because::Forfeited { decided, missing: Missing::Brief, to: Some("17".into()) };
        assert!(said(&lost).ends_with("Jonas gets it."), "{}", said(&lost));
        let refund = Because::Refund { of: "new 17 2026-05".into(), amount: None };
        assert!(said(&refund).contains("of the first sale"), "{}", said(&refund));
    }
}
