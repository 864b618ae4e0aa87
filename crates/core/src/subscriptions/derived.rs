//! Subscriptions told from sales, for sources that keep none: a win begins a term, what is sold in between ends with it, a renewal goes on
//! where the term ends, and without one it ends.
use crate::money::Money;
use crate::opportunities::{OpportunityKind, OpportunityStatus};
use chrono::{Months, NaiveDate};

/// A renewal that is won so many months after the end of the term still goes on from there: signatures come late.
const LATE_MONTHS: u32 = 3;

/// A sale to one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sale {
    /// Which.
    pub opportunity: i64,
    /// What it does to the revenue.
    pub kind: OpportunityKind,
    /// How it stands.
    pub status: OpportunityStatus,
    /// For a year; only what is above zero counts.
    pub amount: Option<Money>,
    /// When it was decided, or may be.
    pub day: NaiveDate,
}

/// How long a sale is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// Until further notice: for sources that record no renewals.
    Open,
    /// For so many months (at least 1), then renewed or over.
    Months(u32),
}

/// A subscription and the won sale it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Derived {
    /// The sale.
    pub opportunity: i64,
    /// The sale's amount.
    pub arr: Money,
    /// First day in force.
    pub start: NaiveDate,
    /// First day no longer in force.
    pub end: Option<NaiveDate>,
}

/// The subscriptions of one unit, by start.
pub fn derive(sales: &[Sale], terms: Terms) -> Vec<Derived> {
    let mut sales: Vec<&Sale> = sales.iter().collect();
    sales.sort_by_key(|sale| (sale.day, sale.opportunity));
    let mut derived: Vec<Derived> = Vec::new();
    // Since which subscription the running term counts, and its end; nothing before the first win and after a lost renewal.
    let mut term: Option<(usize, NaiveDate)> = None;
    for sale in sales {
        match (sale.status, sale.kind) {
            (OpportunityStatus::Won, kind) => {
                let Some(arr) = sale.amount.filter(|amount| amount.minor > 0) else { continue };
                let (start, end) = in_force(sale, kind, terms, term.map(|(_, end)| end));
                let joins = term.is_some_and(|(_, ends)| Some(ends) == end);
                term = if joins { term } else { end.map(|end| (derived.len(), end)) };
                derived.push(Derived { opportunity: sale.opportunity, arr, start, end });
            }
            (OpportunityStatus::Lost, OpportunityKind::Renewal) => term = None,
            (OpportunityStatus::Open, OpportunityKind::Renewal) => {
                // While a renewal is being talked about the term goes on, for as long as it may be late.
                if let Some((first, end)) = term.as_mut().filter(|(_, end)| *end < sale.day) {
                    *end = sale.day.min(late(*end));
                    derived.iter_mut().skip(*first).for_each(|running| running.end = Some(*end));
                }
            }
            _ => {}
        }
    }
    derived
}

fn in_force(
    sale: &Sale,
    kind: OpportunityKind,
    terms: Terms,
    running: Option<NaiveDate>,
) -> (NaiveDate, Option<NaiveDate>) {
    let Terms::Months(months) = terms else { return (sale.day, None) };
    let after = |day: NaiveDate| day.checked_add_months(Months::new(months.max(1)));
    match (kind, running) {
        (OpportunityKind::Renewal, Some(end)) if late(end) >= sale.day => (end, after(end)),
        (OpportunityKind::New | OpportunityKind::Expansion, Some(end)) if end > sale.day => {
            (sale.day, Some(end))
        }
        _ => (sale.day, after(sale.day)),
    }
}

fn late(end: NaiveDate) -> NaiveDate {
    end.checked_add_months(Months::new(LATE_MONTHS)).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::str::FromStr;

    /// `new won 100 2024-01-15`, one a line.
    fn sales(text: &str) -> Vec<Sale> {
        let sale = |(place, line): (usize, &str)| {
            let parts: Vec<&str> = line.split(' ').collect();
            Sale {
                opportunity: i64::try_from(place).unwrap() + 1,
                kind: OpportunityKind::from_str(parts[0]).unwrap(),
                status: OpportunityStatus::from_str(parts[1]).unwrap(),
                amount: Some(Money::parse(parts[2], "USD".parse().unwrap()).unwrap()),
                day: parts[3].parse().unwrap(),
            }
        };
        text.split(", ").enumerate().map(sale).collect()
    }

    fn check(text: &str, terms: Terms, expected: &[&str]) {
        let show = |d: Derived| {
            format!(
                "{} {} {}..{}",
                d.opportunity,
                d.arr.minor / 100,
                d.start,
                d.end.map_or(String::new(), |e| e.to_string())
            )
        };
        assert_eq!(
            derive(&sales(text), terms).into_iter().map(show).collect::<Vec<String>>(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn wins_begin_terms_and_renewals_go_on() {
        let year = Terms::Months(12);
        check("new won 100 2024-01-15", year, &["1 100 2024-01-15..2025-01-15"]);
        check("new won 100 2024-01-15", Terms::Open, &["1 100 2024-01-15.."]);
        let early = "new won 100 2024-01-15, renewal won 110 2024-12-20";
        check(early, year, &["1 100 2024-01-15..2025-01-15", "2 110 2025-01-15..2026-01-15"]);
        let late = "new won 100 2024-01-15, renewal won 110 2025-03-20";
        check(late, year, &["1 100 2024-01-15..2025-01-15", "2 110 2025-01-15..2026-01-15"]);
        let too_late = "new won 100 2024-01-15, renewal won 110 2025-06-20";
        check(too_late, year, &["1 100 2024-01-15..2025-01-15", "2 110 2025-06-20..2026-06-20"]);
        let more = "new won 100 2024-01-15, expansion won 20 2024-07-01, renewal won 120 2025-01-10";
        check(
            more,
            year,
            &["1 100 2024-01-15..2025-01-15", "2 20 2024-07-01..2025-01-15", "3 120 2025-01-15..2026-01-15"],
        );
        check("renewal won 50 2024-02-29", year, &["1 50 2024-02-29..2025-02-28"]);
        check("new won 0 2024-01-15, new lost 10 2024-01-16, new open 5 2024-02-01", year, &[]);
    }

    #[test]
    fn a_lost_renewal_ends_it_and_an_open_one_holds_it() {
        let year = Terms::Months(12);
        let lost = "new won 100 2024-01-15, renewal lost 100 2025-01-20, renewal won 90 2025-02-01";
        check(lost, year, &["1 100 2024-01-15..2025-01-15", "3 90 2025-02-01..2026-02-01"]);
        let open = "new won 100 2024-01-15, expansion won 5 2024-02-01, renewal open 100 2025-02-20";
        check(open, year, &["1 100 2024-01-15..2025-02-20", "2 5 2024-02-01..2025-02-20"]);
        let never = "new won 100 2024-01-15, renewal open 100 2026-02-20";
        check(never, year, &["1 100 2024-01-15..2025-04-15"]);
        let soon = "new won 100 2024-01-15, renewal open 100 2024-12-20";
        check(soon, year, &["1 100 2024-01-15..2025-01-15"]);
    }

    proptest! {
        #[test]
        fn each_win_is_one_subscription_in_force_for_a_time(
            raw in prop::collection::vec((0_usize..3, 0_usize..3, -5_i64..50, 0_u64..2_000), 0..20), months in 1_u32..40,
        ) {
            let origin: NaiveDate = "2020-01-01".parse().unwrap();
            let sales: Vec<Sale> = raw.iter().enumerate().map(|(place, (kind, status, amount, day))| Sale {
                opportunity: place as i64,
                kind: OpportunityKind::ALL[*kind],
                status: OpportunityStatus::ALL[*status],
                amount: Some(Money::new(*amount, "USD".parse().unwrap())),
                day: origin + chrono::Days::new(*day),
            }).collect();
            let derived = derive(&sales, Terms::Months(months));
            let won: Vec<i64> = sales.iter().filter(|s| s.status == OpportunityStatus::Won && s.amount.unwrap().minor > 0).map(|s| s.opportunity).collect();
            let mut from: Vec<i64> = derived.iter().map(|d| d.opportunity).collect();
            from.sort_unstable();
            prop_assert_eq!(from, won);
            for subscription in &derived {
                prop_assert!(subscription.end.is_some_and(|end| end > subscription.start));
                let sale = sales[usize::try_from(subscription.opportunity).unwrap()];
                prop_assert!(sale.kind == OpportunityKind::Renewal || subscription.start == sale.day);
            }
            let mut shuffled = sales.clone();
            shuffled.reverse();
            prop_assert_eq!(derive(&shuffled, Terms::Months(months)), derived);
        }
    }
}
