//! Who should receive: the paired one, the one with like customers, the one with room; and who cannot.
use super::day;
use expect_test::expect;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::handoffs::receivers::{
    Book, Candidate, NEW_DAYS, Ranking, Terms, Tier, Unit, Weights, best, rank,
};
use tandem_core::ids::SellerId;
use tandem_core::sellers::SellerRole;

fn terms() -> Terms {
    Terms {
        day: day(300),
        giver: SellerId(1),
        role: SellerRole::AccountManager,
        new_days: NEW_DAYS,
        weights: Weights::USUAL,
    }
}

fn unit() -> Unit {
    Unit {
        segment: Some("mid".to_owned()),
        region: Some("north".to_owned()),
        industry: Some("food".to_owned()),
        products: vec!["base".to_owned(), "plus".to_owned()],
        arr_minor: Some(1_000_000),
        load: 1,
    }
}

fn candidate(seller: i64) -> Candidate {
    Candidate {
        seller: SellerId(seller),
        role: SellerRole::AccountManager,
        since: day(0),
        leaves: None,
        away: None,
        ready: Some(true),
        paired_with: Vec::new(),
        book: Book::default(),
        load: 10,
        limit: 30,
    }
}

fn book(segment: u32, industry: u32) -> Book {
    let counts = |name: &str, count| BTreeMap::from([(name.to_owned(), count)]);
    Book {
        units: 20,
        segments: counts("mid", segment),
        industries: counts("food", industry),
        regions: counts("south", 9),
        products: counts("base", 3),
        median_arr_minor: Some(800_000),
    }
}

fn shown(ranking: &Ranking) -> String {
    let mut out = String::new();
    for one in &ranking.ranked {
        out.push_str(&format!("{} {:?} {}\n", one.seller, one.tier, one.points_bp));
        for part in &one.parts {
            let likeness = part.likeness_bp.map_or("-".to_owned(), |bp| bp.to_string());
            out.push_str(&format!(
                "  {:<8} {likeness:>5} x {:<2} {} {}\n",
                part.aspect.text(),
                part.weight,
                part.said.en,
                part.said.zh
            ));
        }
    }
    for (seller, reasons) in &ranking.ineligible {
        let reasons: Vec<_> =
            reasons.iter().map(|why| format!("{} {}", why.words().en, why.words().zh)).collect();
        out.push_str(&format!("{seller} cannot: {}\n", reasons.join(" ")));
    }
    out
}

#[test]
fn the_paired_one_comes_first_and_every_place_says_why() {
    let paired = Candidate { paired_with: vec![SellerId(1)], load: 28, ..candidate(5) };
    let alike = Candidate { book: book(5, 4), ..candidate(3) };
    let free = Candidate { load: 0, ..candidate(4) };
    let new = Candidate { since: day(250), book: book(9, 9), load: 0, ..candidate(2) };
    expect![[r#"
        5 Paired 83
          segment      0 x 20 0 units of the segment `mid` in the book. 負責中同客群「mid」的業務單位：0 個。
          region       0 x 15 0 units of the region `north` in the book. 負責中同地區「north」的業務單位：0 個。
          industry     0 x 20 0 units of the industry `food` in the book. 負責中同產業「food」的業務單位：0 個。
          products     0 x 10 Knows 0 of the unit's 2 products from other units. 熟悉此業務單位 2 項產品中的 0 項。
          size         0 x 10 Its revenue and the usual one of the book are 0 % alike. 營收規模與負責客戶的中位數相近 0 %。
          room       333 x 25 Would carry 29 of 30. 負荷將達 29／30。
        3 Settled 6283
          segment  10000 x 20 5 units of the segment `mid` in the book. 負責中同客群「mid」的業務單位：5 個。
          region       0 x 15 0 units of the region `north` in the book. 負責中同地區「north」的業務單位：0 個。
          industry  8000 x 20 4 units of the industry `food` in the book. 負責中同產業「food」的業務單位：4 個。
          products  3000 x 10 Knows 1 of the unit's 2 products from other units. 熟悉此業務單位 2 項產品中的 1 項。
          size      8000 x 10 Its revenue and the usual one of the book are 80 % alike. 營收規模與負責客戶的中位數相近 80 %。
          room      6333 x 25 Would carry 11 of 30. 負荷將達 11／30。
        4 Settled 2416
          segment      0 x 20 0 units of the segment `mid` in the book. 負責中同客群「mid」的業務單位：0 個。
          region       0 x 15 0 units of the region `north` in the book. 負責中同地區「north」的業務單位：0 個。
          industry     0 x 20 0 units of the industry `food` in the book. 負責中同產業「food」的業務單位：0 個。
          products     0 x 10 Knows 0 of the unit's 2 products from other units. 熟悉此業務單位 2 項產品中的 0 項。
          size         0 x 10 Its revenue and the usual one of the book are 0 % alike. 營收規模與負責客戶的中位數相近 0 %。
          room      9666 x 25 Would carry 1 of 30. 負荷將達 1／30。
        2 New 7516
          segment  10000 x 20 9 units of the segment `mid` in the book. 負責中同客群「mid」的業務單位：9 個。
          region       0 x 15 0 units of the region `north` in the book. 負責中同地區「north」的業務單位：0 個。
          industry 10000 x 20 9 units of the industry `food` in the book. 負責中同產業「food」的業務單位：9 個。
          products  3000 x 10 Knows 1 of the unit's 2 products from other units. 熟悉此業務單位 2 項產品中的 1 項。
          size      8000 x 10 Its revenue and the usual one of the book are 80 % alike. 營收規模與負責客戶的中位數相近 80 %。
          room      9666 x 25 Would carry 1 of 30. 負荷將達 1／30。
    "#]].assert_eq(&shown(&rank(&unit(), &[new, free, alike, paired], &terms())));
}

#[test]
fn who_cannot_is_listed_with_every_reason() {
    let all = [
        Candidate { seller: SellerId(1), role: SellerRole::Hunter, ..candidate(1) },
        Candidate { ready: Some(false), load: 30, ..candidate(2) },
        Candidate { ready: None, ..candidate(3) },
        Candidate { leaves: Some(day(400)), ..candidate(4) },
        Candidate { away: Some((day(290), day(300))), ..candidate(5) },
        Candidate { since: day(301), ..candidate(6) },
        Candidate { paired_with: vec![SellerId(1)], load: 30, ..candidate(7) },
        Candidate { role: SellerRole::InsideAccountManager, ..candidate(8) },
        Candidate { leaves: Some(day(1_000)), away: Some((day(1), day(2))), ..candidate(9) },
    ];
    expect![[r#"
        9 Settled 6333
          segment      - x 20 The unit's segment is not known. 業務單位的客群不明。
          region       - x 15 The unit's region is not known. 業務單位的地區不明。
          industry     - x 20 The unit's industry is not known. 業務單位的產業不明。
          products     - x 10 The unit's products are not known. 業務單位的產品不明。
          size         - x 10 The unit's revenue is not known. 業務單位的營收不明。
          room      6333 x 25 Would carry 11 of 30. 負荷將達 11／30。
        1 cannot: Owns the unit now. 目前就是負責人。 Is a hunter. 角色是開發業務。
        2 cannot: Is not ready for the role yet. 尚未具備此角色的職能。 Would carry 31 of 30. 負荷將達 31／30。
        3 cannot: Nobody has assessed whether this seller is ready. 尚未評估是否準備就緒。
        4 cannot: Leaves on 2028-04-04. 將於 2028-04-04 離職。
        5 cannot: Is away until 2027-12-26. 請假至 2027-12-26。
        6 cannot: Begins on 2027-12-27 only. 2027-12-27 才到任。
        7 cannot: Would carry 31 of 30. 負荷將達 31／30。
        8 cannot: Is an inside account manager. 角色是內勤客戶經理。
    "#]].assert_eq(&shown(&rank(&Unit { load: 1, ..Unit::default() }, &all, &terms())));
}

fn random() -> impl Strategy<Value = (Unit, Vec<Candidate>)> {
    let name = || prop::option::of(prop::sample::select(vec!["mid".to_owned(), "large".to_owned()]));
    let unit = (
        name(),
        name(),
        prop::collection::vec(prop::sample::select(vec!["base".to_owned(), "plus".to_owned()]), 0..3),
        prop::option::of(-5_i64..2_000_000),
        0_i64..4,
    )
        .prop_map(|(segment, industry, products, arr_minor, load)| Unit {
            segment,
            industry,
            products,
            arr_minor,
            load,
            region: None,
        });
    let one = (
        2_i64..40,
        0_u32..7,
        0_u32..7,
        0_i64..30,
        prop::option::weighted(0.9, any::<bool>()),
        0_u64..320,
        prop::bool::weighted(0.2),
    )
        .prop_map(|(seller, segment, industry, load, ready, since, paired)| Candidate {
            book: book(segment, industry),
            load,
            ready,
            since: day(since),
            paired_with: if paired { vec![SellerId(1)] } else { Vec::new() },
            ..candidate(seller)
        });
    (
        unit,
        prop::collection::btree_map(2_i64..40, one, 0..12).prop_map(|all| {
            all.into_iter().map(|(seller, one)| Candidate { seller: SellerId(seller), ..one }).collect()
        }),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_order_is_one_and_nobody_is_missing((unit, all) in random(), swap in any::<prop::sample::Index>()) {
        let ranking = rank(&unit, &all, &terms());
        prop_assert_eq!(ranking.ranked.len() + ranking.ineligible.len(), all.len());
        prop_assert_eq!(best(&unit, &all, &terms()).map(|one| one.seller), ranking.ranked.first().map(|one| one.seller));
        let mut turned = all.clone();
        if !turned.is_empty() {
            let by = swap.index(turned.len());
            turned.rotate_left(by);
        }
        prop_assert_eq!(&rank(&unit, &turned, &terms()), &ranking);
        for pair in ranking.ranked.windows(2) {
            prop_assert!((pair[0].tier, std::cmp::Reverse(pair[0].points_bp)) <= (pair[1].tier, std::cmp::Reverse(pair[1].points_bp)));
        }
        for one in &ranking.ranked {
            prop_assert!(one.points_bp <= 10_000 && one.load_after.0 <= one.load_after.1);
            // The parts explain the points.
            let known: Vec<_> = one.parts.iter().filter_map(|part| part.likeness_bp.map(|bp| (u64::from(part.weight), u64::from(bp)))).collect();
            let weight: u64 = known.iter().map(|(weight, _)| weight).sum();
            let sum: u64 = known.iter().map(|(weight, bp)| weight * bp).sum();
            prop_assert_eq!(u64::from(one.points_bp), sum / weight);
        }
        if ranking.ranked.iter().any(|one| one.tier == Tier::Paired) {
            prop_assert_eq!(ranking.ranked[0].tier, Tier::Paired);
        }
    }

    #[test]
    fn more_experience_and_more_room_never_hurt((unit, all) in random(), at in any::<prop::sample::Index>()) {
        prop_assume!(!all.is_empty());
        let index = at.index(all.len());
        let place = |all: &[Candidate]| rank(&unit, all, &terms()).ranked.iter().position(|one| one.seller == all[index].seller);
        let before = place(&all);
        let mut more = all.clone();
        let better = &mut more[index];
        better.load = (better.load - 3).max(0);
        *better.book.industries.entry("mid".to_owned()).or_default() += 2;
        *better.book.segments.entry("mid".to_owned()).or_default() += 2;
        if let Some(before) = before {
            prop_assert!(place(&more).is_some_and(|after| after <= before));
        }
    }
}
