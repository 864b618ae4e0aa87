//! From the record to what is solved: who takes part, what is assumed and told, what is held, what changed.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::alignments::{
    Difference, Input, Lack, Lock, LockError, Needed, NobodyKeeps, Observed, PairLock, Part, PersonRecord,
    Record, Rules, Scope, Segment, Setup, Skill, UnitRecord, assemble, differences, problems,
};
use tandem_core::imports::records::Point;

const TAIPEI: Point = Point { lat: 25.0, lon: 121.5 };
const KAOHSIUNG: Point = Point { lat: 22.6, lon: 120.3 };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn person(id: i64, usual: Part, place: Option<Point>) -> (i64, PersonRecord) {
    let name = format!("person {id}");
    let of = PersonRecord {
        id,
        name,
        usual,
        place,
        weekly_hours: Some(40.0),
        won: if usual == Part::Hunter { 4 } else { 0 },
        won_potential: if usual == Part::Hunter { 80_000.0 } else { 0.0 },
        paired: None,
    };
    (id, of)
}

fn unit(id: i64, owner: Option<i64>) -> UnitRecord {
    UnitRecord {
        id,
        customer: 100 + id,
        name: format!("unit {id}"),
        place: Some(TAIPEI),
        segment: Some(Segment::Middle),
        country: Some("TW".to_owned()),
        industry: None,
        arr: 10_000.0,
        potential: Some(30_000.0),
        products: 1,
        owner: owner.map(|owner| (owner, day("2024-06-15"))),
        months: Some(30),
        observed: Observed { hours: 20.0, owner_contacts: 12 },
        wish: None,
        kept: None,
        handed_to: None,
    }
}

/// Two account managers (1 in Taipei, 2 in Kaohsiung), a hunter (3), a manager (4), and units of all of them.
fn record() -> Record {
    let people = [
        person(1, Part::Field, Some(TAIPEI)),
        person(2, Part::Field, Some(KAOHSIUNG)),
        person(3, Part::Hunter, Some(TAIPEI)),
        person(4, Part::Aside, None),
    ];
    Record {
        day: day("2026-06-15"),
        currency: "USD".to_owned(),
        coverage: 0.5,
        units: vec![
            unit(1, Some(1)),
            unit(2, Some(2)),
            unit(3, Some(3)),
            UnitRecord { months: Some(2), ..unit(4, Some(3)) },
            unit(5, None),
        ],
        people: BTreeMap::from(people),
    }
}

fn setup() -> Setup {
    let rules = Rules::usual(1.0);
    let (locks, pairs, skills) = (Vec::new(), Vec::new(), Vec::new());
    Setup { scope: Scope::All, parts: BTreeMap::new(), locks, pairs, rules, skills }
}

fn made(record: &Record, setup: &Setup) -> Input {
    assemble(record, setup).unwrap()
}

#[test]
fn hunters_hand_over_what_is_young_together_and_the_rest_freely() {
    let input = made(&record(), &setup());
    let hunters: Vec<Option<i64>> = input.units.iter().map(|unit| unit.hunter).collect();
    assert_eq!(hunters, [None, None, None, Some(3), None]);
    let kept = made(&record(), &Setup { scope: Scope::Kept, ..setup() });
    let ids: Vec<i64> = kept.units.iter().map(|unit| unit.id).collect();
    assert_eq!(ids, [1, 2, 4, 5], "the hunter keeps what is old");
    let none = Setup { parts: BTreeMap::from([(1, Part::Aside), (2, Part::Inside)]), ..setup() };
    assert_eq!(assemble(&record(), &none), Err(NobodyKeeps), "inside alone is not enough");
}

#[test]
fn targets_share_all_work_by_capacity() {
    let mut half = record();
    half.people.get_mut(&2).unwrap().weekly_hours = Some(20.0);
    let input = made(&half, &setup());
    let hours: f64 = input.units.iter().map(|unit| unit.hours).sum::<f64>() + input.hunters[0].hours;
    let [one, two] = [&input.sellers[0], &input.sellers[1]];
    assert!((one.hours - 2.0 * two.hours).abs() < 1e-9);
    assert!((one.hours + two.hours - hours).abs() < 1e-6);
    // Half of the time is recorded, so what is recorded counts twice.
    assert!((input.units[0].hours - 40.0).abs() < 1e-9);
}

#[test]
fn what_is_lacking_is_told_with_what_is_assumed() {
    let mut record = record();
    record.units[0].place = None;
    record.units[1].potential = None;
    record.units[2].observed.hours = 1.0;
    record.units[3].segment = None;
    record.people.get_mut(&2).unwrap().weekly_hours = None;
    let input = made(&record, &setup());
    let told: Vec<(Lack, usize)> =
        problems(&record, &input).iter().map(|problem| (problem.lack, problem.count)).collect();
    let expected = [
        (Lack::Owner, 1),
        (Lack::Place, 1),
        (Lack::Potential, 1),
        (Lack::Time, 1),
        (Lack::Segment, 1),
        (Lack::SellerHours, 1),
    ];
    assert_eq!(told, expected);
    assert_eq!((input.units[0].lat, input.units[0].place_known), (TAIPEI.lat, false), "where its owner is");
    assert!((input.units[1].potential - 30_000.0).abs() < 1e-6, "three times the revenue, as usual here");
}

#[test]
fn decisions_and_handoffs_hold_units() {
    let mut record = record();
    record.units[0].kept = Some("they merge".to_owned());
    record.units[1].handed_to = Some(1);
    record.units[2].kept = Some("the founder's friend".to_owned());
    let input = made(&record, &setup());
    assert_eq!(input.units[0].held.as_ref().map(|held| held.0), Some(1));
    assert_eq!(input.units[1].held.as_ref().map(|held| held.0), Some(1));
    assert_eq!(input.kept.len(), 1, "what stays with a hunter is left out");
    assert!(input.unit_at(3).is_none());
    let lock = |unit, seller| Lock { unit, seller, reason: "so".to_owned(), by: "me".to_owned() };
    assert_eq!(input.fixed(&[lock(1, 2)])[0], Some(1), "a lock comes before what holds");
    let pair = |manager| PairLock { hunter: 3, manager, reason: "so".to_owned(), by: "me".to_owned() };
    assert_eq!(input.check(&[lock(4, 1)], &[pair(1)]), Ok(()));
    assert_eq!(input.check(&[lock(4, 1)], &[pair(2)]), Err(LockError::Torn(4)));
    assert_eq!(input.check(&[lock(1, 3)], &[]), Err(LockError::NoSeller(3)));
    assert_eq!(input.check(&[lock(3, 1)], &[]), Err(LockError::NoUnit(3)));
    assert_eq!(input.check(&[], &[PairLock { hunter: 1, ..pair(1) }]), Err(LockError::NoHunter(1)));
}

#[test]
fn only_what_makes_a_proposal_wrong_counts_as_changed() {
    let before = made(&record(), &setup());
    let mut later = record();
    later.day = day("2026-09-15");
    later.units[0].observed.hours = 25.0;
    assert_eq!(differences(&before, &made(&later, &setup())), [], "time goes by");
    later.units[0].owner = Some((2, day("2026-09-01")));
    later.units[1].arr = 12_000.0;
    later.units.remove(4);
    later.units.push(unit(9, Some(1)));
    later.people.remove(&3);
    let told: Vec<(Difference, i64)> =
        differences(&before, &made(&later, &setup())).iter().map(|one| (one.what, one.id)).collect();
    let expected = [
        (Difference::Owner, 1),
        (Difference::Arr, 2),
        (Difference::UnitNew, 9),
        (Difference::UnitGone, 5),
        (Difference::PersonGone, 3),
    ];
    assert_eq!(told, expected);
}

fn skill(name: &str, people: &[i64], countries: &[&str]) -> Skill {
    let countries = countries.iter().map(|&country| country.to_owned()).collect();
    let units = Needed { countries, ..Needed::default() };
    Skill { name: name.to_owned(), people: people.iter().copied().collect(), units }
}

#[test]
fn skills_go_by_country_industry_and_size_and_what_fits_nobody_is_told() {
    let mut record = record();
    record.units[0].country = Some("DE".to_owned());
    record.units[1].industry = Some("Mining".to_owned());
    record.units[2].segment = Some(Segment::Enterprise);
    let mut german = skill("German", &[2], &["DE"]);
    german.units.industries.insert("Mining".to_owned());
    let mut audits = skill("Audits", &[3], &[]);
    audits.units.segments.insert(Segment::Enterprise);
    let skills = vec![german, audits, skill("French", &[1], &["FR"])];
    let input = made(&record, &Setup { skills, ..setup() });
    let needs: Vec<u64> = input.units.iter().map(|unit| unit.needs).collect();
    assert_eq!(needs, [0b1, 0b1, 0b10, 0, 0]);
    assert_eq!((input.skills_of(1), input.skills_of(2), input.skills_of(3)), (0b100, 0b1, 0b10));
    assert_eq!(input.skills_named(0b101), ["German", "French"]);
    let told: Vec<_> = problems(&record, &input)
        .into_iter()
        .filter(|problem| problem.lack.text().starts_with("skill"))
        .map(|problem| (problem.lack, problem.first[0].1.clone(), problem.arr))
        .collect();
    let expected =
        [(Lack::SkillNobody, "Audits".to_owned(), 10_000.0), (Lack::SkillUnneeded, "French".to_owned(), 0.0)];
    assert_eq!(told, expected, "a hunter who has it serves nobody");
}

#[test]
fn other_skills_are_told_once_and_a_customer_who_needs_others_by_name() {
    let with = |record: &Record, skills| made(record, &Setup { skills, ..setup() });
    let told = |before: &Input, now: &Input| -> Vec<(Difference, i64)> {
        differences(before, now).iter().map(|one| (one.what, one.id)).collect()
    };
    let before = with(&record(), vec![skill("Mandarin", &[1], &["TW"])]);
    let others = with(&record(), vec![skill("Mandarin", &[1, 2], &["TW"])]);
    assert_eq!(told(&before, &others), [(Difference::Skills, 0)]);
    let mut moved = record();
    moved.units[0].country = Some("DE".to_owned());
    assert_eq!(
        told(&before, &with(&moved, vec![skill("Mandarin", &[1], &["TW"])])),
        [(Difference::Needs, 1)]
    );
}

#[test]
fn setups_from_before_there_were_skills_are_read() {
    let mut kept = serde_json::to_value(setup()).unwrap();
    kept.as_object_mut().unwrap().remove("skills");
    kept["rules"].as_object_mut().unwrap().remove("skill_cost");
    assert_eq!(serde_json::from_value::<Setup>(kept).unwrap(), setup());
}
