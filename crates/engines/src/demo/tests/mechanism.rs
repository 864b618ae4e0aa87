//! The story is driven, not painted on: hours are finite, customers take theirs, wins follow the hours that are left.
use super::*;
use tandem_core::time::{Facts, Rules};

fn minutes_by_week(company: &Company) -> BTreeMap<(&str, NaiveDate), i64> {
    let rules = Rules::standard();
    let mut minutes = BTreeMap::new();
    for activity in &company.activities {
        let facts = Facts {
            minutes: activity.minutes.map(i64::from),
            kind: activity.kind.as_deref(),
            ..Facts::default()
        };
        let week = simulation::monday(activity.date);
        *minutes.entry((activity.seller.as_deref().unwrap(), week)).or_default() +=
            rules.classify(&facts).minutes;
    }
    minutes
}

#[test]
fn no_seller_books_more_hours_than_they_have() {
    let company = Company::make(&size(1, CUSTOMERS_DEFAULT));
    let contract: BTreeMap<&str, i64> = company
        .sellers
        .iter()
        .filter(|seller| seller.kind == SellerKind::Person)
        .map(|seller| {
            (seller.external_id.as_str(), i64::from(seller.centihours_per_week.unwrap()) * 60 / 100)
        })
        .collect();
    let mut shares: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for ((seller, week), minutes) in minutes_by_week(&company) {
        let Some(contract) = contract.get(seller) else { continue };
        assert!(minutes <= *contract, "{seller} in the week of {week}: {minutes} of {contract} minutes");
        let (logged, there) = shares.entry(seller).or_default();
        *logged += minutes;
        *there += contract;
    }
    let shares: Vec<f64> = shares.values().map(|(logged, there)| *logged as f64 / *there as f64).collect();
    let (least, most) =
        (shares.iter().copied().fold(1.0, f64::min), shares.iter().copied().fold(0.0, f64::max));
    assert!(most < 0.9 && least > 0.15 && most - least > 0.2, "coverage from {least} to {most}");
}

/// Of one company: for each seller-month with full presence, units held and first sales won.
fn seller_months(size: &Size) -> Vec<(usize, usize)> {
    let company = Company::make(size);
    let first = Month::of(size.as_of).plus(-35);
    let mut found = Vec::new();
    for seller in company
        .sellers
        .iter()
        .filter(|s| s.kind == SellerKind::Person && s.manager.is_some() && !s.role.text().contains("manager"))
    {
        for month in (0..34).map(|n| first.plus(n)) {
            let (start, end) = (month.first_day(), month.plus(1).first_day());
            // Half a year of learning would look like load that is not there.
            let trained = seller.start_date.is_some_and(|day| day + chrono::Months::new(6) <= start);
            if trained && seller.end_date.is_none_or(|day| day >= end) {
                found.push((
                    held(&company, &seller.external_id, start),
                    wins(&company, &seller.external_id, start, end),
                ));
            }
        }
    }
    found
}

fn held(company: &Company, seller: &str, day: NaiveDate) -> usize {
    let owned: BTreeSet<&str> = company
        .ownerships
        .iter()
        .filter(|o| o.seller == seller && o.start_date <= day && o.end_date.is_none_or(|end| day < end))
        .map(|o| o.unit.as_str())
        .collect();
    let in_force = |s: &&SubscriptionRecord| s.start_date <= day && s.end_date.is_none_or(|end| day < end);
    let buying: BTreeSet<&str> =
        company.subscriptions.iter().filter(in_force).filter_map(|s| s.unit.as_deref()).collect();
    owned.intersection(&buying).count()
}

fn wins(company: &Company, seller: &str, from: NaiveDate, to: NaiveDate) -> usize {
    let of_seller =
        |o: &&OpportunityRecord| o.owner.as_deref() == Some(seller) && o.kind == Some(OpportunityKind::New);
    let won = |o: &&OpportunityRecord| {
        o.status == OpportunityStatus::Won && o.close_date.is_some_and(|day| from <= day && day < to)
    };
    company.opportunities.iter().filter(of_seller).filter(won).count()
}

#[test]
fn sellers_who_hold_more_win_less() {
    let months: Vec<(usize, usize)> = (1..=8).flat_map(|seed| seller_months(&size(seed, 120))).collect();
    let rate = |low: usize, high: usize| {
        let of: Vec<usize> =
            months.iter().filter(|(held, _)| (low..high).contains(held)).map(|(_, wins)| *wins).collect();
        assert!(of.len() > 100, "{} seller-months with {low} to {high} units", of.len());
        of.iter().sum::<usize>() as f64 / of.len() as f64
    };
    let (few, some, many) = (rate(0, 8), rate(8, 14), rate(14, 100));
    assert!(
        few > 1.25 * some && some > 1.25 * many,
        "wins a month: {few:.2} with few units, {some:.2} with some, {many:.2} with many"
    );
}

#[test]
fn first_sales_slow_down_and_growth_after_them() {
    const SEEDS: u64 = 8;
    let (mut first, mut last, mut early_growth, mut late_growth) = (0, 0, 0.0, 0.0);
    for seed in 1..=SEEDS {
        let size = size(seed, 120);
        let company = Company::make(&size);
        let year_ago = |years: u32| size.as_of - chrono::Months::new(12 * years);
        let sold = |years: u32| {
            let won = |o: &&OpportunityRecord| {
                o.kind == Some(OpportunityKind::New) && o.status == OpportunityStatus::Won
            };
            let then = |day: NaiveDate| year_ago(years) < day && day <= year_ago(years - 1);
            company.opportunities.iter().filter(won).filter(|o| o.close_date.is_some_and(then)).count()
        };
        first += sold(3);
        last += sold(1);
        let lines = |day: NaiveDate| {
            let in_force =
                |s: &&SubscriptionRecord| s.start_date <= day && s.end_date.is_none_or(|end| day < end);
            company.subscriptions.iter().filter(in_force).count() as f64
        };
        early_growth += (lines(year_ago(2)) / lines(year_ago(3)) - 1.0) / SEEDS as f64;
        late_growth += (lines(year_ago(0)) / lines(year_ago(1)) - 1.0) / SEEDS as f64;
    }
    assert!(
        last * 10 < first * 9,
        "{first} first sales in the first years, {last} in the last, by more sellers"
    );
    assert!(
        late_growth < 0.5 * early_growth,
        "growth of {early_growth:.2} a year, and of {late_growth:.2} later"
    );
}

#[test]
fn the_ends_of_quarters_are_busy() {
    use chrono::Datelike;
    let (mut ends, mut others) = (0, 0);
    for seed in 1..=8 {
        for o in Company::make(&size(seed, 120)).opportunities {
            let won = o.kind == Some(OpportunityKind::New) && o.status == OpportunityStatus::Won;
            let Some(day) =
                o.close_date.filter(|day| won && *day > size(seed, 0).as_of - chrono::Months::new(33))
            else {
                continue;
            };
            if day.month().is_multiple_of(3) { ends += 1 } else { others += 1 }
        }
    }
    assert!(
        ends as f64 * 2.0 > others as f64 * 1.3,
        "{ends} first sales in the last months of quarters, {others} in the others"
    );
}

#[test]
fn deals_are_as_unequal_as_measured() {
    let (mut logs, mut top) = (Vec::new(), 0.0);
    for seed in 1..=8 {
        let size = size(seed, CUSTOMERS_DEFAULT);
        let company = Company::make(&size);
        let won = |o: &&OpportunityRecord| {
            o.kind == Some(OpportunityKind::New) && o.status == OpportunityStatus::Won
        };
        let dollars = company
            .opportunities
            .iter()
            .filter(won)
            .filter_map(|o| o.amount)
            .filter(|m| m.currency.code() == "USD");
        logs.extend(dollars.map(|amount| (amount.minor as f64).ln()));
        let mut by_customer: BTreeMap<&str, f64> = BTreeMap::new();
        for s in company
            .subscriptions
            .iter()
            .filter(|s| s.start_date <= size.as_of && s.end_date.is_none_or(|end| size.as_of < end))
        {
            let (level, _) = places::price_level(s.arr.currency.code());
            let usd = s.arr.minor as f64 / 10_f64.powi(s.arr.currency.digits() as i32) / level;
            *by_customer.entry(s.customer.as_deref().unwrap()).or_default() += usd;
        }
        let mut arr: Vec<f64> = by_customer.into_values().collect();
        arr.sort_by(|a, b| b.total_cmp(a));
        top += arr.iter().take(arr.len() / 10).sum::<f64>() / arr.iter().sum::<f64>() / 8.0;
    }
    let mean = logs.iter().sum::<f64>() / logs.len() as f64;
    let sd = (logs.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / logs.len() as f64).sqrt();
    assert!((1.15..1.45).contains(&sd), "log sd of first sales: {sd}");
    assert!((0.4..0.7).contains(&top), "share of the largest tenth of customers: {top}");
}
