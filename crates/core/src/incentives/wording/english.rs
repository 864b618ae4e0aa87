//! Reasons of postings in English.
use super::{share_text, worth};
use crate::incentives::because::{Because, Missing};

/// One reason as a sentence.
pub fn sentence(because: &Because) -> String {
    match because {
        Because::Rate { component, base, rate } => format!("{component} pays {rate} of {base:#}."),
        Because::Fixed { component, amount } => {
            format!("{component} pays {amount:#} for each event, whatever its size.")
        }
        Because::Step { .. } => step(because),
        Because::Remeasured { component, span, position } => format!(
            "{component} in {span} now stands at {position:#}, so that what was added up before is paid at another rate: this is the difference."
        ),
        Because::Credit { part, amount, overlay: false } => format!("The credit is {part} of {amount:#}."),
        Because::Credit { part, amount, overlay: true } => {
            format!("The credit is an overlay of {part} of {amount:#}, beyond the revenue.")
        }
        Because::Exchange { given, rate_e9, since } => format!(
            "It was {given:#}, of which one {} is worth {} since {since}.",
            given.currency,
            worth(*rate_e9)
        ),
        Because::Shared { .. } | Because::BudgetSpent { .. } | Because::Held { .. } => shared(because),
        Because::Released { decided } => {
            format!("The handoff went well until {decided}, so what was held can be paid.")
        }
        Because::Forfeited { decided, missing, to } => {
            let missing = match missing {
                Missing::Brief => "the brief had not been accepted",
                Missing::Customer => "the customer had left",
            };
            let to = to.as_ref().map_or_else(|| "nobody gets it".to_owned(), |to| format!("{to} gets it"));
            format!("By {decided} {missing}, so what was held of the share is lost and {to}.")
        }
        Because::AwaitsPayment => "It can be paid when the customer has paid.".to_owned(),
        Because::CustomerPaid { of, amount: Some(amount) } => {
            format!("The customer paid {amount:#} for {of}.")
        }
        Because::CustomerPaid { of, amount: None } => {
            format!("The customer has paid all that was left of {of}.")
        }
        Because::Settled { of } => {
            format!("Nothing of {of} is left that the customer could pay, so what waited there is settled.")
        }
        Because::Refund { of, amount: Some(amount) } => {
            format!("The customer got {amount:#} of {of} back, so this part of it is taken back.")
        }
        Because::Refund { of, amount: None } => {
            format!("The customer got back all that was left of {of}, so all of it is taken back.")
        }
        Because::Correction { of } => format!("Event {of} was not right; this is put in its place."),
        Because::ClawBack { of, left, after_months, within_months, part } => format!(
            "The customer left on {left}, {after_months} whole months after {of}; within {within_months} months {} is given back.",
            share_text(*part)
        ),
        _ => limits(because),
    }
}

fn step(because: &Because) -> String {
    let Because::Step { component, base, rate, from, to, before, span, quota } = because else {
        return String::new();
    };
    let step = to.map_or_else(|| format!("from {from:#} on"), |to| format!("from {from:#} to below {to:#}"));
    let quota = quota.map_or_else(String::new, |quota| format!(", against a quota of {quota:#}"));
    let before = before.map_or_else(
        || " Each event counts by itself.".to_owned(),
        |before| format!(" {before:#} had been added up in {span}{quota}."),
    );
    format!("{component} pays {rate} of {base:#}, which lies in the step {step}.{before}")
}

fn shared(because: &Because) -> String {
    match because {
        Because::Shared { from, to, transferred, month, months, share, on_top } => {
            let share = share_text(*share);
            let how = match (*on_top, share == "100 %") {
                (true, _) => format!("{from} gets {share} of it on top"),
                (false, true) => format!("{from} keeps all of it"),
                (false, false) => format!("{from} keeps {share} of it and {to} gets the rest"),
            };
            format!(
                "{from} handed the unit over to {to} on {transferred}; in month {month} of {months} since then {how}."
            )
        }
        Because::BudgetSpent { budget, span, short } => format!(
            "The budget for shares of {budget:#} in {span} is spent, so {short:#} of the share is not given."
        ),
        Because::Held { person, part, until, brief_accepted, retained } => {
            let conditions = match (brief_accepted, retained) {
                (true, true) => "the brief has been accepted and the customer is still there",
                (true, false) => "the brief has been accepted",
                _ => "the customer is still there",
            };
            format!(
                "{part} of what {person} keeps is held until {until}: it is paid if {conditions} by then."
            )
        }
        _ => String::new(),
    }
}

fn limits(because: &Because) -> String {
    match because {
        Because::Cap { amount, span, reached } => {
            let beyond = reached.minor > amount.minor;
            let without =
                format!("At most {amount:#} is paid in {span}; without the cap it would be {reached:#}");
            if beyond {
                format!("{without}.")
            } else {
                format!("{without} now, so what the cap had taken off is given back.")
            }
        }
        Because::Guarantee { amount, span, earned } => {
            format!("At least {amount:#} is guaranteed in {span}; {earned:#} was earned.")
        }
        Because::Advance { amount, span, earned } => format!(
            "The draw for {span} is {amount:#} and {earned:#} could be paid; the difference is an advance on what comes later."
        ),
        Because::Recovery { span, left } => {
            format!(
                "What could be paid in {span} is above the draw, so an earlier advance is given back; {left:#} of it is left."
            )
        }
        Because::Adjustment { note: Some(note) } => format!("Adjusted by agreement: {note}"),
        Because::Adjustment { note: None } => "Adjusted by agreement.".to_owned(),
        Because::Late { happened } => format!(
            "It happened on {happened} and became known when that period was closed, so it is posted in the period that is open."
        ),
        _ => String::new(),
    }
}
