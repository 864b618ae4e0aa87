//! Costs to obtain contracts: published figures, written anew, and what must hold of every schedule.
use crate::incentives::told::world;
use proptest::prelude::*;
use tandem_core::incentives::Book;
use tandem_core::incentives::amortise::{
    AmortisationRow, ContractCost, RollForward, ShortContracts, costs, departures, left, roll_forward,
    schedule,
};
use tandem_core::money::Money;
use tandem_core::subscriptions::months::Month;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn cost(minor: i64, months: u32, start: &str) -> ContractCost {
    ContractCost {
        name: "c".to_owned(),
        unit: "u".to_owned(),
        amount: Money::new(minor, "USD".parse().unwrap()),
        start: month(start),
        posted: month(start),
        months,
    }
}

fn spread(cost: &ContractCost, left: Option<&str>) -> Vec<AmortisationRow> {
    schedule(cost, ShortContracts::Spread, left.map(month)).unwrap()
}

fn expenses(rows: &[AmortisationRow]) -> Vec<i64> {
    rows.iter().map(|row| row.amortised).collect()
}

/// journalentrieshub.com; a beancount blog.
#[test]
fn a_cost_is_spread_evenly() {
    assert_eq!(expenses(&spread(&cost(600_000, 24, "2024-01"), None)), [25_000; 24]);
    assert_eq!(spread(&cost(240_000, 24, "2024-01"), None)[0].amortised, 10_000);
}

/// kdeskaccounting.com (the amounts); the last month takes what rounding left, so that the sum is the cost.
#[test]
fn the_last_month_takes_what_is_left() {
    for (minor, months, monthly, last) in [(1_500_000, 36, 41_667, 41_655), (800_000, 24, 33_333, 33_341)] {
        let rows = spread(&cost(minor, months, "2024-01"), None);
        let (end, others) = rows.split_last().unwrap();
        assert!(others.iter().all(|row| row.amortised == monthly));
        assert_eq!((end.amortised, end.closing), (last, 0));
    }
}

/// ASC 340-40-25-4: a choice, for contracts of a year at most.
#[test]
fn short_contracts_may_be_expensed_at_once() {
    let at_once = |cost: &ContractCost| schedule(cost, ShortContracts::ExpensedAtOnce, None).unwrap();
    assert_eq!(expenses(&at_once(&cost(300_000, 6, "2024-01"))), [300_000]);
    assert_eq!(at_once(&cost(300_000, 12, "2024-01")).len(), 1);
    assert_eq!(at_once(&cost(300_000, 13, "2024-01")).len(), 13);
    assert_eq!(spread(&cost(300_000, 6, "2024-01"), None).len(), 6);
}

/// KPMG, Revenue for Telecoms, example 57: 30 for a first contract of two years with one renewal expected, 10 for the renewal, which is not
/// commensurate with the first: 7.5 a year over four, and 5 more in the two of the renewal.
#[test]
fn a_renewal_that_is_paid_less_adds_to_what_goes_on() {
    let first = spread(&cost(3_000_000, 48, "2024-01"), None);
    let renewal = spread(&cost(1_000_000, 24, "2026-01"), None);
    let year = |year: i32| {
        let in_year = |row: &&AmortisationRow| row.month.to_string().starts_with(&year.to_string());
        first.iter().chain(&renewal).filter(in_year).map(|row| row.amortised).sum::<i64>()
    };
    // Monthly amounts are whole cents, so a year may be a few cents away; all years together are not.
    let years = [2024, 2025, 2026, 2027].map(year);
    for (year, exact) in years.iter().zip([750_000, 750_000, 1_250_000, 1_250_000]) {
        assert!((year - exact).abs() <= 12, "{years:?}");
    }
    assert_eq!(years.iter().sum::<i64>(), 4_000_000);
}

/// SEC 10-Q of CIK 1362190, R11: a filed roll-forward adds up.
#[test]
fn a_filed_roll_forward_adds_up() {
    let filed = RollForward {
        opening: 269_796,
        deferred: 259_792,
        amortised: 174_841,
        written_off: 0,
        closing: 354_747,
        current: 197_961,
        non_current: 156_786,
    };
    assert!(filed.adds_up());
    assert!(!RollForward { amortised: 174_840, ..filed }.adds_up());
    assert!(!RollForward { current: 197_960, ..filed }.adds_up());
}

/// ASC 340-40-35: 12,000 over 36 months, and the customer leaves in the tenth.
#[test]
fn what_is_left_is_written_off_when_the_customer_leaves() {
    let rows = spread(&cost(1_200_000, 36, "2024-01"), Some("2024-10"));
    assert_eq!(rows.len(), 10);
    assert_eq!(rows.last().map(|row| (row.written_off, row.closing)), Some((866_670, 0)));
}

#[test]
fn costs_come_from_postings_and_refunds_catch_up() {
    let world = world(
        "components:\n- {id: win, on: new, rate: 10 %, contract_months: 24}\n- {id: grow, on: expansion, rate: 10 %}\n",
        "",
        "",
        "e1,2024-01-10,u1,new,24000,USD,ann:60;bo:40,,,
         e2,2024-02-10,u1,expansion,24000,USD,ann:60;bo:40,,,
         r1,2024-07-01,u1,refund,12000,USD,,e1,,
         c1,2024-09-01,u1,churn,,,,,,",
    );
    let book = Book::new(world.plans.clone(), &world.posts, world.handoffs.clone()).unwrap();
    let costs = costs(&book, &world.postings());
    let all: Vec<i64> = costs.iter().map(|cost| cost.amount.minor).collect();
    assert_eq!(all, [144_000, 96_000, -72_000, -48_000]);
    let gone = departures(world.events.iter().map(|event| (event.unit.as_str(), event.movement, event.date)));
    let schedules: Vec<Vec<AmortisationRow>> =
        costs.iter().map(|cost| schedule(cost, ShortContracts::Spread, left(cost, &gone)).unwrap()).collect();
    let sums = |from: &str, to: &str| {
        let sum = roll_forward(schedules.iter().map(Vec::as_slice), month(from), month(to));
        assert!(sum.adds_up(), "{sum:?}");
        (sum.deferred, sum.amortised, sum.written_off, sum.closing)
    };
    assert_eq!(sums("2024-01", "2024-06"), (240_000, 60_000, 0, 180_000));
    // Half is given back: seven months of it are caught up in July.
    assert_eq!(sums("2024-07", "2024-07"), (-120_000, 10_000 - 35_000, 0, 85_000));
    assert_eq!(sums("2024-08", "2024-12"), (0, 10_000, 75_000, 0));
}

proptest! {
    #![proptest_config(crate::incentives::cases())]

    #[test]
    fn every_schedule_spends_exactly_the_cost(
        minor in -1_000_000_000_i64..1_000_000_000,
        months in 1_u32..130,
        late in 0_i32..150,
        gone in prop::option::of(0_i32..150),
        expedient in any::<bool>(),
    ) {
        let short = if expedient { ShortContracts::ExpensedAtOnce } else { ShortContracts::Spread };
        let mut cost = cost(minor, months, "2024-01");
        cost.posted = cost.start.plus(late);
        let gone = gone.map(|months| cost.start.plus(months));
        let rows = schedule(&cost, short, gone).unwrap();
        let spent: i64 = rows.iter().map(|row| row.amortised + row.written_off).sum();
        prop_assert_eq!(spent, minor);
        prop_assert_eq!(rows.iter().map(|row| row.deferred).sum::<i64>(), minor);
        prop_assert_eq!(rows.last().unwrap().closing, 0);
        for pair in rows.windows(2) {
            prop_assert_eq!(pair[0].closing, pair[1].opening);
            prop_assert_eq!(pair[0].month.plus(1), pair[1].month);
        }
        let sum = roll_forward([rows.as_slice()], cost.start.plus(3), cost.start.plus(9));
        prop_assert!(sum.adds_up(), "{sum:?}");
    }
}
