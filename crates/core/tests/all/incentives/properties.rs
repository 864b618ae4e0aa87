//! What must hold of every ledger, on worlds with everything that plans know.
use crate::incentives::told::World;
use crate::incentives::worlds::{Extent, PEOPLE, worlds};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::incentives::{Account, Because, Event, Kind, Movement, Output, Posting, Span};
use tandem_core::subscriptions::months::Month;

type Balances = BTreeMap<(String, Account), i128>;

fn balances<'p>(postings: impl IntoIterator<Item = &'p Posting>) -> Balances {
    let mut balances = Balances::new();
    for entry in postings.into_iter().flat_map(|posting| &posting.entries) {
        if let Some(person) = &entry.person {
            *balances.entry((person.to_string(), entry.account)).or_insert(0) += i128::from(entry.minor);
        }
    }
    balances.retain(|_, minor| *minor != 0);
    balances
}

/// A refund of all that is left, on the last day, for each event that pays.
fn refunds(world: &World) -> Vec<Event> {
    let day = world.through.unwrap();
    let pays = |event: &&Event| event.movement.earns() || event.movement == Movement::Correction;
    let refund = |event: &Event| Event {
        id: format!("back {}", event.id),
        date: day,
        posted: day,
        movement: Movement::Refund,
        amount: None,
        of: Some(event.id.clone()),
        ..event.clone()
    };
    world.events.iter().filter(pays).map(refund).collect()
}

proptest! {
    #![proptest_config(crate::incentives::fewer_cases())]

    #[test]
    fn every_posting_adds_up_to_zero_and_has_a_name_of_its_own(world in worlds(Extent::Full)) {
        let postings = world.postings();
        let mut names = BTreeSet::new();
        for posting in &postings {
            prop_assert_eq!(posting.sum(), 0, "{:?}", posting);
            prop_assert!(names.insert(posting.id.to_string()), "{} stands twice", posting.id);
            prop_assert!(!posting.because.is_empty(), "{:?}", posting);
            if let Some(of) = &posting.of {
                prop_assert!(names.contains(&of.to_string()), "{} is about {of}", posting.id);
            }
        }
        // Periods go on: nothing is posted into one that came before.
        prop_assert!(postings.windows(2).all(|pair| pair[0].period <= pair[1].period));
    }

    #[test]
    fn replaying_gives_the_same_bytes_whatever_the_order_of_people_handoffs_and_credits(world in worlds(Extent::Full)) {
        let first = world.outputs().unwrap();
        prop_assert_eq!(&first, &world.outputs().unwrap());
        let mut turned = world.clone();
        turned.posts.reverse();
        turned.handoffs.reverse();
        turned.plans.reverse();
        for event in &mut turned.events {
            event.credits.revenue.reverse();
            event.credits.overlay.reverse();
        }
        prop_assert_eq!(first, turned.outputs().unwrap());
    }

    /// What comes later changes nothing of what was posted before: a closed period stays as it is.
    #[test]
    fn what_was_posted_stays(world in worlds(Extent::Full), keep in 0_usize..24) {
        let all = world.outputs().unwrap();
        let mut part = world.clone();
        part.events.truncate(keep);
        part.through = None;
        let early = part.outputs().unwrap();
        prop_assert_eq!(&all[..early.len()], &early[..]);
    }

    /// Money moves between people and accounts and comes back: when every event is refunded, nobody has anything.
    #[test]
    fn full_refunds_leave_nothing(world in worlds(Extent::Undoable)) {
        let mut refunded = world.clone();
        refunded.events.extend(refunds(&world));
        prop_assert_eq!(balances(&refunded.postings()), Balances::new());
    }

    /// What an event has posted and what was taken back of it add up to nothing once it is refunded, in every account.
    #[test]
    fn each_refunded_event_nets_to_zero(world in worlds(Extent::Plain)) {
        let mut refunded = world.clone();
        refunded.events.extend(refunds(&world));
        let mut sums: BTreeMap<(String, String), i128> = BTreeMap::new();
        for posting in refunded.postings() {
            let event = match (posting.kind, &posting.of) {
                (Kind::Earned, _) => posting.id.event.to_string(),
                (Kind::Reversed, Some(of)) => of.event.to_string(),
                _ => continue,
            };
            for entry in &posting.entries {
                let person = entry.person.as_deref().unwrap_or("the company").to_owned();
                *sums.entry((event.clone(), person)).or_insert(0) += i128::from(entry.minor);
            }
        }
        prop_assert!(sums.values().all(|sum| *sum == 0), "{sums:?}");
    }

    /// What is held, or waits, is never below nothing for an account that only events of one sign fill.
    #[test]
    fn nobody_is_above_a_cap_for_all_components(world in worlds(Extent::Undoable)) {
        let postings = world.postings();
        let [plan] = world.plans.as_slice() else { return Ok(()) };
        for cap in plan.caps.iter().filter(|cap| cap.components.is_empty()) {
            for ((person, first), sum) in measured(&postings, cap.per) {
                prop_assert!(sum <= i128::from(cap.amount), "{person} gets {sum} in {first}, capped at {}", cap.amount);
            }
        }
    }

    /// What is cut is beyond the cap that it names.
    #[test]
    fn no_more_is_cut_than_lies_beyond_the_cap_that_is_named(world in worlds(Extent::Undoable)) {
        for posting in world.postings().iter().filter(|posting| posting.kind == Kind::Capped) {
            let cut = posting.entries.iter().filter(|entry| entry.person.is_some()).map(|entry| entry.minor).sum::<i64>();
            for because in &posting.because {
                let Because::Cap { amount, reached, .. } = because else { continue };
                prop_assert!(cut >= 0 || -cut <= reached.minor - amount.minor, "{:?}", posting);
            }
        }
    }

    /// At the end nothing is held any more, and every advance is what the draw account says.
    #[test]
    fn nothing_stays_held_and_advances_are_kept_count_of(world in worlds(Extent::Full)) {
        let postings = world.postings();
        let left = balances(&postings);
        for person in PEOPLE {
            prop_assert_eq!(left.get(&(person.to_owned(), Account::Held)), None, "{}", world.told());
            let advances = postings.iter().filter(|posting| matches!(posting.kind, Kind::Advanced | Kind::Recovered));
            let paid = advances.flat_map(|posting| &posting.entries);
            let own = paid.filter(|entry| entry.person.as_deref() == Some(person) && entry.account == Account::Payable);
            let owed = left.get(&(person.to_owned(), Account::Draw)).copied().unwrap_or(0);
            prop_assert_eq!(own.map(|entry| i128::from(entry.minor)).sum::<i128>(), -owed);
            prop_assert!(owed <= 0);
        }
    }

    /// Every span that has ended gives at least what is guaranteed for it, whatever is refunded or becomes known later.
    #[test]
    fn everybody_gets_what_is_guaranteed(world in worlds(Extent::Full)) {
        let [plan] = world.plans.as_slice() else { return Ok(()) };
        let Some(floor) = plan.guarantees.first() else { return Ok(()) };
        let postings = world.postings();
        let sums = measured(&postings, floor.per);
        for posting in postings.iter().filter(|posting| posting.kind == Kind::Guaranteed) {
            let Some(person) = posting.entries.iter().find_map(|entry| entry.person.clone()) else { continue };
            let name = posting.id.event.split(' ').nth(1);
            if name != Some(&*person) {
                continue;
            }
            let first = floor.per.first_month(posting.counted);
            let sum = sums.get(&(person.to_string(), first)).copied().unwrap_or(0);
            prop_assert!(sum >= i128::from(floor.amount), "{person} gets {sum} in {first}");
        }
    }
}

/// What each person got in each span, by the day that counts.
pub fn measured(postings: &[Posting], per: Span) -> BTreeMap<(String, Month), i128> {
    let mut sums = BTreeMap::new();
    for posting in postings {
        if matches!(posting.kind, Kind::Advanced | Kind::Recovered | Kind::Adjusted) {
            continue;
        }
        for entry in &posting.entries {
            if let Some(person) = &entry.person {
                let key = (person.to_string(), per.first_month(posting.counted));
                *sums.entry(key).or_insert(0) += i128::from(entry.minor);
            }
        }
    }
    sums
}

#[test]
fn outputs_are_told_in_both_languages() {
    use proptest::strategy::{Strategy, ValueTree};
    use tandem_core::incentives::wording::words;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..50 {
        let world = worlds(Extent::Full).new_tree(&mut runner).unwrap().current();
        for output in world.outputs().unwrap() {
            let Output::Posting(posting) = output else { continue };
            for because in &posting.because {
                let words = words(because);
                assert!(!words.en.is_empty() && !words.zh.is_empty(), "{because:?}");
                assert!(words.en.ends_with('.') || words.en.contains(':'), "{}", words.en);
            }
        }
    }
}
