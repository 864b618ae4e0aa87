//! What cannot be, though every part of the document can be read: a beginning after the end, a person in both groups, an effect in the
//! wrong direction.
use super::document::{Compared, Intervention, MONTHS_MAX, State, Unit, Who};
use crate::subscriptions::Month;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What can each be read but not be together: the field and what to do.
pub fn impossible(read: &Intervention) -> Vec<(&'static str, String)> {
    let mut found = days(read);
    found.extend(groups(read));
    found.extend(expectation(read));
    found.extend(state(read));
    found
}

fn days(read: &Intervention) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    if read.end <= read.start {
        found
            .push(("end", format!("it ends on {} but begins on {}: give a later day", read.end, read.start)));
        return found;
    }
    let months = Intervention::first_month(read.start).until(read.last_month()) + 1;
    let counted = months - i32::try_from(read.settle_months).unwrap_or(i32::MAX);
    if counted < 1 {
        let advice = "let it last longer, or lower `settle_months`";
        found.push(("end", format!("no whole month is left to count: {advice}")));
    }
    if months > MONTHS_MAX {
        found.push(("end", format!("it lasts {months} months, at most {MONTHS_MAX} are possible")));
    }
    let outside = |day: NaiveDate| day < read.start || day > read.end;
    for member in read.members().iter().filter(|member| member.from.is_some_and(outside)) {
        let advice = format!("give a day from {} to {}", read.start, read.end);
        found.push(("people", format!("`{}` begins outside of the intervention: {advice}", member.person)));
    }
    found
}

fn groups(read: &Intervention) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let Compared::These(compared) = &read.compared else {
        return found;
    };
    if read.people == Who::Everybody {
        found.push((
            "compared",
            "everybody takes part, so nobody is left: write `compared: nobody`".to_owned(),
        ));
    }
    let treated: BTreeSet<&str> = read.members().iter().map(|member| member.person.as_str()).collect();
    for member in compared {
        if treated.contains(member.person.as_str()) {
            let advice = "leave the name in one of them";
            found.push(("compared", format!("`{}` takes part and is compared: {advice}", member.person)));
        }
        if member.from.is_some() {
            let advice = "take `from` away, or move the name to `people`";
            found
                .push(("compared", format!("`{}` is compared and has a beginning: {advice}", member.person)));
        }
    }
    found
}

fn expectation(read: &Intervention) -> Vec<(&'static str, String)> {
    let (outcome, expected) = (read.outcome, read.expected);
    if expected == 0.0 || !expected.is_finite() {
        let advice = "give the change per person and month that would make it worth its cost";
        return vec![("expected", format!("an effect of {expected} cannot be looked for: {advice}"))];
    }
    if expected * outcome.sign() < 0.0 {
        let wanted = if outcome.sign() > 0.0 { "more" } else { "less" };
        let reason = format!("{wanted} `{outcome}` is wanted, but the expected change is {expected}");
        return vec![("expected", format!("{reason}: did you mean {}?", -expected))];
    }
    if outcome.unit() == Unit::Share && expected.abs() >= 1.0 {
        let reason = format!("`{outcome}` is a share from 0 to 1, so it cannot change by {expected}");
        return vec![("expected", format!("{reason}: write {} for {expected} points", expected / 100.0))];
    }
    Vec::new()
}

fn state(read: &Intervention) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let (draft, judged) = (read.state == State::Draft, read.state == State::Judged);
    if draft && read.baseline.is_some() {
        found.push(("baseline", "a draft has no baseline: it is locked when it starts".to_owned()));
    }
    if !draft && read.baseline.is_none() {
        let advice = "`tandem interventions start` writes it";
        found.push(("state", format!("what is {} needs its baseline: {advice}", read.state)));
    }
    if judged != read.verdict.is_some() {
        found.push(("verdict", "a verdict stands exactly where `state` is `judged`".to_owned()));
    }
    if let Some(baseline) = &read.baseline
        && (baseline.to < baseline.from || baseline.to >= Month::of(read.start))
    {
        let advice = format!("it lies before {}", Month::of(read.start));
        found.push((
            "baseline",
            format!("the baseline runs from {} to {}: {advice}", baseline.from, baseline.to),
        ));
    }
    found
}
