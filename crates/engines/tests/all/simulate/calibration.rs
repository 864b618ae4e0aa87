//! Calibration on records made with known parameters: what comes back, how often the intervals hold it, what few cases change.
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tandem_engines::simulate::Scenario;
use tandem_engines::simulate::calibrate::{
    Calibration, CustomerYear, Deal, Estimate, Record, SellerMonth, Source, Stay, Why, calibrate,
};
use tandem_engines::simulate::opening::{CustomerNow, Opening, UnitNow};

fn normal(rng: &mut ChaCha8Rng) -> f64 {
    let (one, two): (f64, f64) = (rng.random_range(1e-12..1.0), rng.random_range(0.0..1.0));
    (-2.0 * one.ln()).sqrt() * (std::f64::consts::TAU * two).cos()
}

fn logit(chance: f64) -> f64 {
    (chance / (1.0 - chance)).ln()
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

fn of<'a>(calibration: &'a Calibration, key: &str) -> &'a Estimate {
    calibration.estimates.iter().find(|one| one.key == key).unwrap()
}

fn numbers(value: &serde_json::Value) -> Vec<f64> {
    value.as_array().map_or_else(
        || vec![value.as_f64().unwrap()],
        |list| list.iter().map(|n| n.as_f64().unwrap()).collect(),
    )
}

fn year(segment: usize, new_owner: bool, lost: bool, last: bool) -> CustomerYear {
    CustomerYear { segment, last, lost, new_owner, contracted: None }
}

/// A company whose churn and win rates come out of the priors, so that intervals hold them as often as they promise.
fn company(rng: &mut ChaCha8Rng) -> (Record, [f64; 3], [f64; 3]) {
    let prior = Scenario::default();
    let churn = prior.churn.map(|chance| logistic(logit(chance) + 0.5 * normal(rng)));
    // About a beta distribution worth twenty cases.
    let won = prior.win_rate.map(|chance| {
        logistic(logit(chance) + normal(rng) * (1.0 / (20.0 * chance * (1.0 - chance))).sqrt())
    });
    let (mut years, mut deals) = (Vec::new(), Vec::new());
    for segment in 0..3 {
        for at in 0..60 {
            years.push(year(segment, false, rng.random_range(0.0..1.0) < churn[segment], at >= 45));
            let deal = Deal {
                segment,
                last: at >= 45,
                won: rng.random_range(0.0..1.0) < won[segment],
                weeks: None,
                share: None,
            };
            deals.push(deal);
        }
    }
    (Record { dollar: 1.0, years, deals, ..Record::default() }, churn, won)
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_promise() {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let (mut held, mut asked) = ([0, 0], 0);
    for _ in 0..400 {
        let (record, churn, won) = company(&mut rng);
        let calibration = calibrate(&record);
        for (at, (key, truth)) in [("p_churn", churn), ("win", won)].into_iter().enumerate() {
            let one = of(&calibration, key);
            let (low, high) = (numbers(one.low.as_ref().unwrap()), numbers(one.high.as_ref().unwrap()));
            held[at] += (0..3).filter(|k| low[*k] <= truth[*k] && truth[*k] <= high[*k]).count();
        }
        asked += 3;
    }
    // 1200 questions: 95 % give or take three standard errors of 0.6 %.
    for held in held {
        let share = f64::from(u32::try_from(held).unwrap()) / f64::from(asked);
        assert!((0.93..=0.97).contains(&share), "{share}");
    }
}

#[test]
fn the_backtest_holds_what_came_as_often_as_it_promises() {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let (mut held, mut asked) = (0, 0);
    for _ in 0..200 {
        let (record, ..) = company(&mut rng);
        let backtest = calibrate(&record).backtest;
        held += backtest.iter().filter(|one| one.held).count();
        asked += backtest.len();
    }
    let share = held as f64 / asked as f64;
    // 80 %, and more because counts are whole and few.
    assert!((0.80..=0.97).contains(&share), "{share} of {asked}");
}

#[test]
fn a_new_owner_costs_what_the_record_shows() {
    let years = |lost_of_ten_moved: usize| {
        let stayed = (0..2_000).map(|at| year(0, false, at % 6 == 0, false));
        let moved = (0..1_000).map(move |at| year(0, true, at % 10 < lost_of_ten_moved, false));
        Record { dollar: 1.0, years: stayed.chain(moved).collect(), ..Record::default() }
    };
    let loss = |lost: usize| {
        let calibration = calibrate(&years(lost));
        let one = of(&calibration, "D0").clone();
        assert_eq!(one.source, Source::Updated);
        one.value.as_f64().unwrap()
    };
    let (mild, hard) = (loss(2), loss(4));
    assert!(mild < 0.35 && hard > 0.7, "{mild} {hard}");
    let few = Record { years: years(4).years.into_iter().take(100).collect(), ..years(4) };
    let one = of(&calibrate(&few), "D0").clone();
    assert_eq!((one.source, one.why), (Source::Assumed, Why::TooFew), "nobody of those changed hands");
}

#[test]
fn what_there_are_no_cases_of_stays_as_it_was_assumed() {
    let calibration = calibrate(&Record { dollar: 1.0, ..Record::default() });
    assert_eq!(calibration.estimates.len(), Scenario::parameters().len());
    assert!(calibration.estimates.iter().all(|one| matches!(one.source, Source::Assumed | Source::Input)));
    assert!(calibration.scenario().is_empty(), "{:?}", calibration.scenario());
    assert_eq!(calibration.backtest, Vec::new());
    // A company that counts in another currency has its prices in it.
    let other = calibrate(&Record { dollar: 30.0, ..Record::default() });
    assert_eq!(numbers(&of(&other, "base").value)[0], 3_000_000.0);
}

fn month(seller: i64, hunting: f64, opportunities: u32) -> SellerMonth {
    SellerMonth {
        seller,
        last: true,
        opportunities,
        units: 20.0,
        hunting,
        urgent: 20.0,
        calm: 60.0,
        expansion: 17.0,
        internal: 50.0,
        travel: 10.0,
        recorded: 157.0 + hunting,
        contracted: 173.0,
    }
}

fn customer(segment: usize) -> CustomerNow {
    let unit = UnitNow { arr: 20_000.0, potential: Some(50_000.0) };
    CustomerNow { segment, remote: None, age: 52, renewal: 3, seat: 0, units: vec![unit] }
}

#[test]
fn hours_tell_the_response_to_hunting_and_where_the_rest_goes() {
    // Opportunities rise with the root of the hours.
    let months = (0..10).flat_map(|seller| {
        [4.0, 16.0, 36.0, 64.0].into_iter().flat_map(move |hours: f64| {
            (0..12).map(move |_| month(seller, hours, (hours.sqrt() * 2.0) as u32))
        })
    });
    let record = Record {
        dollar: 1.0,
        accounts: [1_000, 400, 100],
        book: Opening { customers: (0..30).map(|at| customer(at % 3)).collect() },
        months: months.collect(),
        ..Record::default()
    };
    let calibration = calibrate(&record);
    // Elasticity kap / (kap + x) of a half: the half-saturation is the hours that are spent now.
    let attention = 990.0 * 0.5 + 390.0 * 1.0 + 90.0 * 1.5;
    let spent = record.months.iter().map(|one| one.hunting).sum::<f64>() / 52.0 / attention;
    let half = of(&calibration, "kap_h").value.as_f64().unwrap();
    assert!((half / spent - 1.0).abs() < 0.06, "{half} {spent}");
    // 60 hours a month for 20 units are 0.69 a week; 0.3 of it is routine, and the rest is what coaching leaves.
    let easy = of(&calibration, "f_easy");
    let expected = (60.0 / 20.0 / (52.0 / 12.0) - 0.3) / 0.8;
    assert!((easy.value.as_f64().unwrap() - expected).abs() < 1e-3, "{:?} {expected}", easy.value);
    assert_eq!((easy.source, easy.why), (Source::Partly, Why::Shared));
    let nobody_else = Record { accounts: [12, 10, 10], ..record };
    assert_eq!(of(&calibrate(&nobody_else), "kap_h").why, Why::NoProspects);
}

#[test]
fn sellers_who_left_are_counted_in_years() {
    let stay = |left| Stay { years_before: 3.0, years_last: 1.0, left };
    let stays = (0..20).map(|at| stay((at < 8).then_some(at < 3))).collect();
    let one = of(&calibrate(&Record { dollar: 1.0, stays, ..Record::default() }), "att").clone();
    // (8 + 1) / (80 + 5)
    assert!((one.value.as_f64().unwrap() - 9.0 / 85.0).abs() < 1e-4, "{one:?}");
}
