//! Staffing: the best assignment against trying them all, locks, hiring, what other choices cost.

use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{
    Objective, Person, Proposal, Request, Suits, Weights, alternatives, propose, read,
};

const ROLES: [SellerRole; 3] =
    [SellerRole::Hunter, SellerRole::AccountManager, SellerRole::InsideAccountManager];

fn person(id: usize, fits: &[Option<u8>], locked: Option<SellerRole>) -> Person {
    let suits = ROLES
        .iter()
        .zip(fits)
        .filter_map(|(role, fit)| Some((*role, Suits { fit: Some((*fit)?), ..Suits::default() })));
    Person { id: format!("p{id}"), name: None, now: None, suits: suits.collect(), locked }
}

fn request(fits: &[Vec<Option<u8>>], seats: &[u32]) -> Request {
    Request {
        roles: ROLES.iter().copied().zip(seats.iter().copied()).collect(),
        weights: Weights::default(),
        people: fits.iter().enumerate().map(|(id, fits)| person(id, fits, None)).collect(),
    }
}

/// As many seats as possible, then as many points as possible, by trying everything.
fn best(fits: &[Vec<Option<u8>>], seats: &[u32]) -> (usize, i64) {
    let Some((first, rest)) = fits.split_first() else { return (0, 0) };
    let mut found = best(rest, seats);
    for (role, fit) in first.iter().enumerate() {
        let Some(fit) = fit.filter(|_| seats[role] > 0) else { continue };
        let mut left = seats.to_vec();
        left[role] -= 1;
        let (seated, points) = best(rest, &left);
        found = found.max((seated + 1, points + i64::from(fit) * 100));
    }
    found
}

fn seated(proposal: &Proposal) -> usize {
    proposal.people.iter().filter(|placed| placed.role.is_some()).count()
}

proptest! {
    #[test]
    fn nothing_is_better_than_what_is_proposed(
        fits in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.85, 0_u8..=100), 3), 0..7),
        seats in prop::collection::vec(0_u32..4, 3),
    ) {
        let proposal = propose(&request(&fits, &seats), Objective::Balanced);
        prop_assert_eq!((seated(&proposal), proposal.total), best(&fits, &seats));
        let mut counts: BTreeMap<SellerRole, u32> = BTreeMap::new();
        for placed in &proposal.people {
            if let Some(role) = placed.role {
                prop_assert!(placed.points.contains_key(&role), "nobody gets a role that nobody thought of");
                *counts.entry(role).or_default() += 1;
            }
        }
        for (role, wanted) in ROLES.iter().zip(&seats) {
            let have = counts.get(role).copied().unwrap_or(0);
            prop_assert!(have <= *wanted);
            prop_assert_eq!(proposal.to_hire.get(role).copied().unwrap_or(0), wanted - have);
        }
    }

    #[test]
    fn what_another_choice_costs_is_what_the_whole_loses(
        fits in prop::collection::vec(prop::collection::vec((0_u8..=100).prop_map(Some), 3), 1..6),
        seats in prop::collection::vec(1_u32..4, 3),
    ) {
        let request = request(&fits, &seats);
        let proposal = propose(&request, Objective::Balanced);
        for other in alternatives(&request, &proposal, "p0") {
            prop_assert!(seated(&proposal) < fits.len() || other.cost >= 0, "{:?}", other);
            let role = ROLES.iter().position(|role| *role == other.role).unwrap();
            let mut left = seats.clone();
            left[role] -= 1;
            let (_, rest) = best(&fits[1..], &left);
            prop_assert_eq!(proposal.total - other.cost, rest + i64::from(fits[0][role].unwrap()) * 100);
        }
    }
}

#[test]
fn locks_hold_and_make_room_for_themselves() {
    let mut all = request(&[vec![Some(90), Some(10), None], vec![Some(80), Some(20), None]], &[1, 1, 0]);
    all.people[0].locked = Some(SellerRole::AccountManager);
    all.people[1].locked = Some(SellerRole::AccountManager);
    let proposal = propose(&all, Objective::Balanced);
    assert!(proposal.people.iter().all(|placed| placed.role == Some(SellerRole::AccountManager)));
    assert_eq!(proposal.to_hire, BTreeMap::from([(SellerRole::Hunter, 1)]));
    assert_eq!(alternatives(&all, &proposal, "p0"), [], "a manager has decided");
}

#[test]
fn wishes_first_follows_wishes_where_balance_does_not() {
    let text = "
roles: {hunter: 1, account_manager: 1}
people:
  - {id: ana, now: hunter, suits: {hunter: {fit: 95, fit_band: 80, wish: 40, competencies: 90}, account_manager: {fit: 40, wish: 60, competencies: 40}}}
  - {id: ben, now: hunter, suits: {hunter: {fit: 60, wish: 60, competencies: 60}, account_manager: {fit: 60, wish: 40, competencies: 60}}}
";
    let request = read(text).unwrap();
    let role = |objective: Objective| propose(&request, objective).people[0].role.unwrap();
    assert_eq!(role(Objective::Balanced), SellerRole::Hunter);
    assert_eq!(role(Objective::Wishes), SellerRole::AccountManager);
    let balanced = propose(&request, Objective::Balanced);
    let other = alternatives(&request, &balanced, "ana").remove(0);
    assert_eq!(
        (other.role, other.others.as_slice()),
        (SellerRole::AccountManager, ["ben".to_owned()].as_slice())
    );
    assert!(other.close, "fit may be off by more than this: {other:?}");
    assert_eq!(balanced.changes, 1);
}

#[test]
fn what_is_wrong_is_said() {
    let said =
        |text: &str| read(text).unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    assert!(said("roles: {}\npeople: []").contains("no role is to be staffed"));
    assert!(
        said("roles: {boss: 1}\npeople: []").contains("boss"),
        "{}",
        said("roles: {boss: 1}\npeople: []")
    );
    let twice =
        said("roles: {hunter: 1}\npeople: [{id: a, suits: {}}, {id: a, suits: {}, locked: account_manager}]");
    assert!(twice.contains("`a` is there twice") && twice.contains("locked as account_manager"), "{twice}");
    assert!(said("roles: {hunter: 1}\npeople: [{id: a, suits: {hunter: {fit: 120}}}]").contains("0 to 100"));
    assert!(said("roles: {hunter: 1}\nweights: {fit: 0}\npeople: []").contains("no aspect counts"));
}

#[test]
fn a_company_of_five_thousand_fits_in_its_seats() {
    let fits: Vec<Vec<Option<u8>>> = (0_u32..5_000)
        .map(|id| {
            (0_u32..3).map(|role| Some(u8::try_from((id * 7919 + role * 104_729) % 101).unwrap())).collect()
        })
        .collect();
    let proposal = propose(&request(&fits, &[1_500, 2_000, 1_000]), Objective::Balanced);
    assert_eq!(seated(&proposal), 4_500);
    assert!(proposal.to_hire.is_empty());
}
