//! Pairs and early warnings.
use super::whole;
use chrono::NaiveDate;
use tandem_engines::scorecard::alerts::{Act, Limits, Load, ShareToday, UnitToday, alerts};
use tandem_engines::scorecard::pairs::{Handoff, is_below, pairs};

fn handoff(hunter: i64, account_manager: i64, joint_meetings: u32, brief_rating: Option<u8>) -> Handoff {
    Handoff { hunter, account_manager, paired: Some(100 + hunter), joint_meetings, brief_rating }
}

#[test]
fn pairs_that_work_together_need_no_word() {
    let good = [handoff(1, 101, 1, Some(4)); 8];
    let elsewhere = [handoff(2, 101, 0, Some(2)), handoff(2, 105, 0, Some(2)), handoff(2, 105, 0, Some(3))];
    let all =
        pairs(&[&good[..], &elsewhere, &[Handoff { paired: None, ..handoff(3, 101, 1, None) }]].concat());
    assert_eq!((all.handoffs, all.pairs.len()), (12, 3));
    assert!((all.to_paired.unwrap() - 8.0 / 11.0).abs() < 1e-12);
    assert!((all.met.unwrap() - 9.0 / 12.0).abs() < 1e-12);
    let codes = |at: usize| all.pairs[at].concerns.iter().map(|told| told.code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes(0), [""; 0]);
    assert_eq!(codes(1), ["pair.elsewhere", "pair.not_met", "pair.briefs"]);
    assert_eq!((codes(2), all.pairs[2].to_paired), (vec!["pair.none"], None));
    all.pairs.iter().flat_map(|pair| &pair.concerns).for_each(whole);
    assert_eq!(pairs(&[]).to_paired, None);
}

#[test]
fn one_handoff_to_somebody_else_is_no_pattern() {
    assert!(!is_below(0.0, 1) && is_below(0.0, 2) && !is_below(0.5, 2) && !is_below(1.0, 3));
    assert!(!is_below(0.75, 8) && is_below(0.75, 400) && !is_below(0.8, 400));
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2027-06-30";

fn unit(last_contact: Option<&str>, renewal: Option<&str>, handed_over: Option<&str>) -> UnitToday {
    UnitToday {
        unit: 7,
        name: "Acme North".into(),
        owner: 3,
        arr: 12_500.0,
        last_contact: last_contact.map(day),
        renewal: renewal.map(day),
        handed_over: handed_over.map(day),
    }
}

fn check(unit: UnitToday, code: &str) {
    let found = alerts(&[], &[unit], &[], day(TODAY), &Limits::USUAL);
    found.iter().for_each(|alert| whole(&alert.told));
    let codes: Vec<&str> = found.iter().map(|alert| alert.told.code.as_str()).collect();
    assert_eq!(codes, if code.is_empty() { vec![] } else { vec![code] });
}

#[test]
fn units_are_warned_of_once_and_for_the_better_reason() {
    check(unit(Some("2027-06-20"), None, None), "");
    check(unit(Some("2027-05-16"), None, None), "");
    check(unit(Some("2027-05-15"), None, None), "alert.silent");
    check(unit(None, None, None), "alert.silent.never");
    // In its first ninety days a customer is spoken with every fortnight; what the giver said before does not count.
    check(unit(Some("2027-06-20"), None, Some("2027-06-01")), "");
    check(unit(Some("2027-06-01"), None, Some("2027-05-20")), "alert.silent.new");
    check(unit(Some("2027-01-01"), None, Some("2027-06-25")), "");
    check(unit(Some("2027-01-01"), None, Some("2027-06-10")), "alert.silent.new");
    check(unit(None, None, Some("2027-06-10")), "alert.silent.new");
    check(unit(Some("2027-05-20"), None, Some("2027-03-01")), "");
    // A renewal counts as spoken about if somebody spoke in the ninety days before it.
    check(unit(Some("2027-06-25"), Some("2027-08-30"), None), "");
    check(unit(Some("2027-05-20"), Some("2027-08-30"), None), "alert.renewal");
    check(unit(Some("2027-05-20"), Some("2027-09-29"), None), "");
    check(unit(Some("2027-05-30"), Some("2027-06-29"), None), "");
}

#[test]
fn what_is_most_pressing_comes_first() {
    let loads = [
        Load { seller: 1, name: "Ann".into(), rho: 1.2, units: 40, arriving: 0 },
        Load { seller: 2, name: "Ben".into(), rho: 1.3, units: 50, arriving: 3 },
        Load { seller: 3, name: "Cem".into(), rho: 0.9, units: 20, arriving: 9 },
    ];
    let share = |ends: &str, handoff_done| ShareToday {
        unit: 8,
        name: "Beta".into(),
        hunter: 5,
        ends: day(ends),
        handoff_done,
    };
    let shares = [
        share("2027-07-20", false),
        share("2027-07-10", true),
        share("2027-09-01", false),
        share("2027-06-29", false),
    ];
    let units = [
        unit(None, None, None),
        UnitToday { unit: 9, arr: 90_000.0, ..unit(None, None, None) },
        unit(None, Some("2027-07-30"), None),
    ];
    let found = alerts(&loads, &units, &shares, day(TODAY), &Limits::USUAL);
    found.iter().for_each(|alert| whole(&alert.told));
    let acts: Vec<Act> = found.iter().map(|alert| alert.act).collect();
    let expected = [
        Act::PrepareRenewal,
        Act::Rebalance,
        Act::Rebalance,
        Act::FinishHandoff,
        Act::CallCustomer,
        Act::CallCustomer,
        Act::TellHunter,
    ];
    assert_eq!(acts, expected);
    assert_eq!((found[1].seller, found[1].told.code.as_str()), (2, "alert.stretched.arriving"));
    assert_eq!((found[4].unit, found[3].due), (Some(9), Some(day("2027-07-20"))));
    assert!(found[0].told.text.contains("12,500") && found[0].told.text.contains("2027-07-30"));
}
