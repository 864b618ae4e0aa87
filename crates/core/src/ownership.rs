//! Ownership: dated rows per unit, exactly one accountable owner at any instant from the first row on.
use crate::sellers::SellerRole;
use chrono::NaiveDate;

/// Who owns a unit while `start <= day < end`; no end: still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The accountable seller.
    pub seller: i64,
    /// The seller's role in it.
    pub role: SellerRole,
    /// First day.
    pub start: NaiveDate,
    /// First day no longer.
    pub end: Option<NaiveDate>,
}

/// Why periods are not a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// Nobody is accountable for a while.
    #[error("nobody owns the unit from {0} to {1}")]
    Gap(NaiveDate, NaiveDate),
    /// Two are accountable at once.
    #[error("two sellers own the unit from {0} on")]
    Overlap(NaiveDate),
}

/// Sorts periods into a history without gap or overlap; equal neighbours become one. Where an end is missing before a next period, it ends
/// there.
pub fn history(mut periods: Vec<Period>) -> Result<Vec<Period>, Broken> {
    periods.sort_by_key(|period| (period.start, period.seller));
    let mut history: Vec<Period> = Vec::with_capacity(periods.len());
    for period in periods {
        let Some(last) = history.last_mut() else {
            history.push(period);
            continue;
        };
        if last.start == period.start {
            return Err(Broken::Overlap(period.start));
        }
        match last.end {
            None => last.end = Some(period.start),
            Some(end) if end > period.start => return Err(Broken::Overlap(period.start)),
            Some(end) if end < period.start => return Err(Broken::Gap(end, period.start)),
            Some(_) => {}
        }
        if (last.seller, last.role) == (period.seller, period.role) {
            last.end = period.end;
        } else {
            history.push(period);
        }
    }
    Ok(history)
}

/// The history that a source tells, with the passes that handoffs made since: they hold, whatever the source still says of the days from the first
/// of them on. Periods of the source that begin after the last pass are news and follow it. `passes` are in order and have no ends.
pub fn with_passes(told: Vec<Period>, passes: &[Period]) -> Vec<Period> {
    let (Some(first), Some(last)) = (passes.first(), passes.last()) else { return told };
    let (mut whole, later): (Vec<Period>, Vec<Period>) = told
        .into_iter()
        .filter(|period| period.start < first.start || period.start > last.start)
        .partition(|period| period.start < first.start);
    if let Some(before) = whole.last_mut() {
        before.end = Some(first.start);
    }
    whole.extend(passes);
    whole.extend(later);
    for at in 1..whole.len() {
        let start = whole[at].start;
        if let Some(before) = whole.get_mut(at - 1).filter(|before| before.end.is_none_or(|end| end > start))
        {
            before.end = Some(start);
        }
    }
    whole
}

/// The owner on a day.
pub fn owner_on(history: &[Period], day: NaiveDate) -> Option<&Period> {
    history.iter().find(|period| period.start <= day && period.end.is_none_or(|end| day < end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(text: &str) -> Period {
        let mut parts = text.split(' ');
        let mut next = || parts.next().unwrap_or("");
        let (seller, start, end) = (next(), next(), next());
        Period {
            seller: seller.parse().unwrap(),
            role: SellerRole::Generalist,
            start: start.parse().unwrap(),
            end: end.parse().ok(),
        }
    }

    fn check(rows: &[&str], expected: &str) {
        let shown = match history(rows.iter().map(|row| period(row)).collect()) {
            Ok(periods) => periods
                .iter()
                .map(|p| {
                    format!("{} {}..{}", p.seller, p.start, p.end.map_or(String::new(), |e| e.to_string()))
                })
                .collect::<Vec<_>>()
                .join(", "),
            Err(broken) => broken.to_string(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn rows_become_a_history_or_are_refused() {
        check(&["2 2024-02-01", "1 2024-01-01 2024-02-01"], "1 2024-01-01..2024-02-01, 2 2024-02-01..");
        check(&["1 2024-01-01", "2 2024-02-01"], "1 2024-01-01..2024-02-01, 2 2024-02-01..");
        check(&["1 2024-01-01 2024-02-01", "1 2024-02-01"], "1 2024-01-01..");
        check(
            &["1 2024-01-01 2024-02-01", "2 2024-03-01"],
            "nobody owns the unit from 2024-02-01 to 2024-03-01",
        );
        check(&["1 2024-01-01 2024-03-01", "2 2024-02-01"], "two sellers own the unit from 2024-02-01 on");
        check(&["1 2024-01-01", "2 2024-01-01"], "two sellers own the unit from 2024-01-01 on");
    }

    #[test]
    fn what_handoffs_passed_on_holds_against_a_source_that_does_not_know() {
        let check = |told: &[&str], expected: &str| {
            let passes = [period("2 2026-06-29")];
            let told = history(told.iter().map(|row| period(row)).collect()).unwrap();
            let whole = history(with_passes(told, &passes)).unwrap();
            let shown: Vec<String> = whole.iter().map(|p| format!("{} {}", p.seller, p.start)).collect();
            assert_eq!(shown.join(", "), expected);
        };
        check(&["1 2024-01-01"], "1 2024-01-01, 2 2026-06-29");
        check(&["1 2024-01-01", "3 2026-06-01"], "1 2024-01-01, 3 2026-06-01, 2 2026-06-29");
        check(&["1 2024-01-01 2026-06-29", "2 2026-06-29"], "1 2024-01-01, 2 2026-06-29");
        check(&["1 2024-01-01", "2 2026-07-02"], "1 2024-01-01, 2 2026-06-29");
        check(&["1 2024-01-01", "2 2026-07-02", "3 2026-09-01"], "1 2024-01-01, 2 2026-06-29, 3 2026-09-01");
        check(&["3 2026-09-01"], "2 2026-06-29, 3 2026-09-01");
    }

    proptest! {
        #[test]
        fn a_history_has_exactly_one_owner_at_any_instant(raw in prop::collection::vec((0_i64..3, 0_u64..60, prop::option::of(1_u64..40)), 1..8)) {
            let origin: NaiveDate = "2024-01-01".parse().unwrap();
            let day = |n: u64| origin + chrono::Days::new(n);
            let periods = raw.iter().map(|(seller, start, length)| Period {
                seller: *seller, role: SellerRole::Hunter, start: day(*start), end: length.map(|l| day(start + l)),
            }).collect();
            if let Ok(history) = history(periods) {
                let first = history[0].start;
                let last = history[history.len() - 1].end;
                for n in 0..100 {
                    let owners = history.iter().filter(|p| owner_on(std::slice::from_ref(p), day(n)).is_some()).count();
                    let inside = day(n) >= first && last.is_none_or(|end| day(n) < end);
                    prop_assert_eq!(owners, usize::from(inside));
                }
            }
        }
    }
}
