//! Competencies: whose word counts, what makes ready, what is still to be learned.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use std::collections::BTreeSet;
use tandem_core::competencies::{
    Assessment, COMPETENCIES, LearningItem, LearningState, Source, fault, learning, of_role, readiness,
    standings,
};
use tandem_core::sellers::SellerRole;

const KEEPER: SellerRole = SellerRole::AccountManager;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn said(competency: &str, source: Source, level: u8, on: &str) -> Assessment {
    Assessment { competency: competency.to_owned(), source, level, on: day(on), because: "Seen.".to_owned() }
}

/// Everything at the level that the role needs, by the manager.
fn able() -> Vec<Assessment> {
    of_role(KEEPER).map(|one| said(one.id, Source::Manager, one.needed, "2026-05-01")).collect()
}

#[test]
fn names_are_unique_and_every_level_says_something() {
    let ids: BTreeSet<&str> = COMPETENCIES.iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), COMPETENCIES.len());
    for one in COMPETENCIES {
        assert!((1..=4).contains(&one.needed), "{}", one.id);
        let levels: BTreeSet<String> = one.levels.iter().map(|level| level.en.to_string()).collect();
        assert_eq!(levels.len(), 4, "{}", one.id);
        assert!(one.levels.iter().all(|level| level.zh.ends_with('。')), "{}", one.id);
    }
    for role in [SellerRole::Hunter, KEEPER, SellerRole::InsideAccountManager] {
        assert!(of_role(role).filter(|one| one.critical).count() >= 2, "{role}");
    }
}

#[test]
fn the_managers_word_counts_then_evidence_and_the_persons_alone_does_not() {
    let all = [
        said("renew", Source::Own, 4, "2026-06-01"),
        said("renew", Source::Evidence, 2, "2026-05-01"),
        said("grow", Source::Own, 3, "2026-06-01"),
        said("act-first", Source::Manager, 1, "2026-02-01"),
        said("act-first", Source::Manager, 3, "2026-04-01"),
        said("act-first", Source::Own, 1, "2026-04-01"),
        said("take-over", Source::Manager, 4, "2025-06-14"),
    ];
    let found = standings(KEEPER, &all, day("2026-06-15"));
    let of = |id: &str| found.iter().find(|one| one.competency == id).unwrap();
    assert_eq!(
        (of("renew").level, of("renew").source, of("renew").gap),
        (Some(2), Some(Source::Evidence), 1)
    );
    assert_eq!((of("grow").level, of("grow").own, of("grow").gap), (None, Some(3), 2));
    assert_eq!((of("act-first").level, of("act-first").talk), (Some(3), true));
    assert_eq!(of("take-over").level, None, "it is older than a year");
}

#[test]
fn ready_is_who_lacks_nothing_critical() {
    let today = day("2026-06-15");
    assert_eq!(readiness(KEEPER, &able(), today).ready, Some(true));
    let with = |id: &str, level: u8| {
        let mut all = able();
        all.push(said(id, Source::Manager, level, "2026-06-01"));
        readiness(KEEPER, &all, today)
    };
    let lacking = with("renew", 2);
    assert_eq!(lacking.ready, Some(false));
    assert_eq!(
        lacking.gaps.iter().map(|gap| gap.en.as_ref()).collect::<Vec<_>>(),
        ["Renewing: level 2, needed 3."]
    );
    assert_eq!(with("grow", 1).ready, Some(true), "one level in one thing that is not critical");
    assert_eq!(with("grow", 0).ready, Some(false));
    let nobody = readiness(KEEPER, &[], today);
    assert_eq!(
        (nobody.ready, usize::try_from(nobody.not_assessed).unwrap()),
        (None, of_role(KEEPER).count())
    );
    let mut partly = able();
    partly.retain(|one| one.competency != "renew");
    assert_eq!(readiness(KEEPER, &partly, today).ready, None, "nobody has looked at renewals");
    assert_eq!(readiness(SellerRole::Manager, &[], today).ready, None, "the role has no list");
}

#[test]
fn faults_are_said_and_plans_have_days() {
    let today = day("2026-06-15");
    let fine = said("renew", Source::Own, 4, "2026-06-15");
    assert_eq!(fault(&fine, today), None);
    for wrong in [
        Assessment { competency: "fly".to_owned(), ..fine.clone() },
        Assessment { level: 5, ..fine.clone() },
        Assessment { on: day("2026-06-16"), ..fine.clone() },
        Assessment { because: " ".to_owned(), ..fine },
    ] {
        assert!(fault(&wrong, today).is_some(), "{wrong:?}");
    }
    let item = |until: &str, done: Option<&str>| LearningItem {
        competency: "renew".to_owned(),
        what: "Two renewals with Hannah.".to_owned(),
        until: day(until),
        done: done.map(day),
    };
    let plan = [item("2026-07-01", None), item("2026-06-01", None), item("2026-06-01", Some("2026-06-10"))];
    assert_eq!(learning(&plan, today), (1, 1, 1));
    assert_eq!(plan[1].state(today), LearningState::Late);
}
