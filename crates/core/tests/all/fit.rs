//! Fit: the scales against worked examples, the record against its formula, and that little is claimed of little.

use std::collections::{BTreeMap, BTreeSet};
use tandem_core::fit::{ITEMS, Leaning, Observed, SCALES, Shrunk, Trait, items_of, profile, shrink};

fn near(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} is not {other}");
}

/// Every item of these traits answered so that it speaks fully for them, and fully against all others.
fn answers(traits: &[Trait]) -> BTreeMap<String, u8> {
    let answer = |of: Trait, reversed: bool| if traits.contains(&of) == reversed { 1 } else { 5 };
    ITEMS.iter().map(|item| (item.id.to_owned(), answer(item.of, item.is_reversed))).collect()
}

#[test]
fn every_trait_has_a_scale_with_origin_and_half_reversed_items() {
    let ids: BTreeSet<&str> = ITEMS.iter().map(|item| item.id).collect();
    assert_eq!(ids.len(), ITEMS.len());
    assert_eq!(SCALES.len(), Trait::ALL.len());
    for scale in SCALES {
        assert!(!scale.source.is_empty() && !scale.licence.is_empty() && !scale.reliability.zh.is_empty());
        assert!(
            !scale.is_published || scale.source.contains("Mini-IPIP"),
            "{}: published for these four items",
            scale.of
        );
        let items: Vec<_> = items_of(scale.of).collect();
        assert_eq!(items.iter().filter(|item| item.is_reversed).count() * 2, items.len(), "{}", scale.of);
    }
}

#[test]
fn a_scale_is_scored_as_by_hand() {
    // Perseverance: 4, 5, and reversed 2 -> 4, 1 -> 5; the mean is 4.5. z = 0.65 * (4.5 - 3.7) / 0.65.
    let given = [("p1", 4), ("p2", 5), ("p3", 2), ("p4", 1)];
    let given: BTreeMap<String, u8> = given.iter().map(|(id, answer)| ((*id).to_owned(), *answer)).collect();
    let found = profile(&given, &BTreeMap::new(), None, None);
    let one = found.traits.iter().find(|one| one.of == Trait::Perseverance).unwrap();
    near(one.mean.unwrap(), 4.5);
    near(one.z.unwrap(), 0.65 * 0.8 / 0.65);
    near(one.error, (0.65_f64 * 0.35).sqrt());
    // The company's own norms, where it has them.
    let norms = BTreeMap::from([(Trait::Perseverance, (4.5, 0.5))]);
    let found = profile(&given, &norms, None, None);
    near(found.traits.iter().find(|one| one.of == Trait::Perseverance).unwrap().z.unwrap(), 0.0);
    // One item of four is no score.
    let one: BTreeMap<String, u8> = [("p1".to_owned(), 5)].into();
    assert_eq!(profile(&one, &BTreeMap::new(), None, None).traits[0].z, None);
}

#[test]
fn short_forms_are_less_reliable_than_the_scales_that_they_are_taken_from() {
    // Spearman-Brown with k = 4 / 10: 0.4 * 0.69 / (1 - 0.6 * 0.69) = 0.471 and 0.4 * 0.73 / (1 - 0.6 * 0.73) = 0.520.
    for (of, ten) in [(Trait::Independence, 0.69), (Trait::Patience, 0.73)] {
        let scale = SCALES.iter().find(|scale| scale.of == of).unwrap();
        let four = 0.4 * ten / (1.0 - 0.6 * ten);
        assert!((scale.alpha - four).abs() < 0.005 && !scale.is_published, "{of}: {four}");
    }
}

#[test]
fn a_questionnaire_alone_moves_people_as_far_as_is_said() {
    let hunting = |strong: u8| {
        let answer = |item: &tandem_core::fit::Item| if item.is_reversed { 6 - strong } else { strong };
        let all = ITEMS.iter().map(|item| (item.id.to_owned(), answer(item))).collect();
        let found = profile(&all, &BTreeMap::new(), None, None);
        (found.hunting.mean, found.keeping.mean)
    };
    let within = |(hunting, keeping): (f64, f64), most: f64| hunting.abs() < most && keeping.abs() < most;
    assert!(
        within(hunting(4), 0.3) && within(hunting(5), 0.75) && within(hunting(2), 0.85),
        "{:?}",
        hunting(2)
    );
    assert!(within(hunting(1), 1.3) && hunting(1).1 < -1.2, "{:?}", hunting(1));
}

#[test]
fn the_record_is_combined_as_two_normal_distributions_are() {
    let record = Shrunk { z: 1.5, variance: 0.5 };
    let found = profile(&BTreeMap::new(), &BTreeMap::new(), Some(record), None);
    // Beforehand N(0, 1): precision 1 + 2, mean 1.5 * 2 / 3.
    near(found.hunting.mean, 1.0);
    near(found.hunting.sd, (1.0_f64 / 3.0).sqrt());
    near(found.keeping.mean, 0.0);
    near(found.keeping.sd, 1.0);
}

#[test]
fn scales_alone_hardly_ever_decide() {
    let all = answers(&[Trait::Perseverance, Trait::Independence, Trait::Networking]);
    let found = profile(&all, &BTreeMap::new(), None, None);
    assert!(found.hunting.mean > 0.5 && found.keeping.mean < -0.5, "{found:?}");
    // A person who could not answer more clearly is within the band or barely beyond it: the band has to be as wide as validity is small.
    assert!(found.difference.2 - found.difference.1 > 3.0, "{:?}", found.difference);
    let mild: BTreeMap<String, u8> = ITEMS
        .iter()
        .map(|item| (item.id.to_owned(), if item.of.is_of_hunting() == item.is_reversed { 2 } else { 4 }))
        .collect();
    assert_eq!(profile(&mild, &BTreeMap::new(), None, None).leaning, Leaning::TooClose);
    assert_eq!(profile(&BTreeMap::new(), &BTreeMap::new(), None, None).leaning, Leaning::NotKnown);
    let clear = profile(
        &BTreeMap::new(),
        &BTreeMap::new(),
        Some(Shrunk { z: -1.5, variance: 0.1 }),
        Some(Shrunk { z: 1.5, variance: 0.1 }),
    );
    assert_eq!(clear.leaning, Leaning::Keeping);
}

#[test]
fn people_who_differ_by_chance_only_are_not_told_apart() {
    let observed = |mean: f64, variance: f64| Observed { mean, variance };
    let alike: Vec<Observed> = [1.0, 1.1, 0.9, 1.05, 0.95].iter().map(|mean| observed(*mean, 1.0)).collect();
    assert!(shrink(&alike).iter().all(Option::is_none));
    let few = [observed(0.0, 0.01), observed(9.0, 0.01)];
    assert!(shrink(&few).iter().all(Option::is_none), "two people say nothing of how people differ");
    // Equal variances: the between-variance is the sample's less chance, and deviations are in its root.
    let means = [1.0, 2.0, 3.0, 4.0, 5.0];
    let apart: Vec<Observed> = means.iter().map(|mean| observed(*mean, 0.5)).collect();
    let found = shrink(&apart);
    near(found[4].unwrap().z, 2.0 / 2.0_f64.sqrt());
    near(found[4].unwrap().variance, 0.25);
}
