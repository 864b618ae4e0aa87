//! Postings that hang on what comes later: conditions of shares, corrections, what becomes known late, rates of other currencies.
use super::postings::{FLAT, check};
use crate::incentives::told::{because, world};
use expect_test::expect;

const CONDITIONS: &str = "components:
- {id: grow, on: expansion, rate: 10 %}
transition: {linear_months: 6, held: {part: 50 %, brief_accepted: true, retained_days: 90}}
";

#[test]
fn a_part_of_the_share_waits_for_how_the_handoff_goes() {
    for (accepted, more) in
        [("2024-02-01", ""), ("2024-05-02", ""), ("", ""), ("2024-02-01", "c1,2024-03-02,u1,churn,,,,,,\n")]
    {
        let mut world = world(
            CONDITIONS,
            "",
            &format!("u1,ann,bo,2024-01-15,{accepted},"),
            &format!(
                "e1,2024-02-20,u1,expansion,1000,USD,bo:100,,,
                 {more}e2,2024-04-20,u1,expansion,1000,USD,bo:100,,,
                 r1,2024-04-21,u1,refund,500,USD,,e1,,"
            ),
        );
        world.through = Some("2024-04-30".parse().unwrap());
        let shown = format!("{}{}\n", world.told(), world.balances());
        match (accepted, more) {
            ("2024-02-01", "") => expect![[r#"
                e1/1 2024-02 grow earned 100000 at 10 %: ann held 4167, ann payable 4166, bo payable 1667
                handoff of u1 on 2024-01-15/1 2024-04 grow released of e1/1: ann held -4167, ann payable 4167
                e2/1 2024-04 grow earned 100000 at 10 %: ann payable 5000, bo payable 5000
                r1/1 2024-04 grow reversed of e1/1: ann payable -4167, bo payable -833
                ann payable 9166, bo payable 5834
            "#]]
            .assert_eq(&shown),
            ("2024-05-02", _) => expect![[r#"
                e1/1 2024-02 grow earned 100000 at 10 %: ann held 4167, ann payable 4166, bo payable 1667
                handoff of u1 on 2024-01-15/1 2024-04 grow forfeited of e1/1: ann held -4167, bo payable 4167
                e2/1 2024-04 grow earned 100000 at 10 %: ann payable 2500, bo payable 7500
                r1/1 2024-04 grow reversed of e1/1: ann payable -2083, bo payable -2917
                ann payable 4583, bo payable 10417
            "#]]
            .assert_eq(&shown),
            ("", _) => expect![[r#"
                e1/1 2024-02 grow earned 100000 at 10 %: ann held 4167, ann payable 4166, bo payable 1667
                handoff of u1 on 2024-01-15/1 2024-04 grow forfeited of e1/1: ann held -4167, bo payable 4167
                e2/1 2024-04 grow earned 100000 at 10 %: ann payable 2500, bo payable 7500
                r1/1 2024-04 grow reversed of e1/1: ann payable -2083, bo payable -2917
                ann payable 4583, bo payable 10417
            "#]]
            .assert_eq(&shown),
            _ => expect![[r#"
                e1/1 2024-02 grow earned 100000 at 10 %: ann held 4167, ann payable 4166, bo payable 1667
                c1: the unit left, and no event of it is within its months of claw-back
                handoff of u1 on 2024-01-15/1 2024-04 grow forfeited of e1/1: ann held -4167, bo payable 4167
                e2/1 2024-04 grow earned 100000 at 10 %: ann payable 2500, bo payable 7500
                r1/1 2024-04 grow reversed of e1/1: ann payable -2083, bo payable -2917
                ann payable 4583, bo payable 10417
            "#]]
            .assert_eq(&shown),
        }
    }
}

#[test]
fn nothing_is_shared_of_a_handoff_that_is_known_never_to_have_been() {
    let plan =
        "components:\n- {id: grow, on: expansion, rate: 10 %}\ntransition: {shares: [50 %, 50 %, 50 %]}\n";
    check(
        plan,
        "",
        "u1,ann,bo,2024-01-01,,,2024-02-10\nu1,ann,cy,2024-01-01,,2024-02-25,",
        "e1,2024-01-20,u1,expansion,1000,USD,bo:100,,,
         e2,2024-02-20,u1,expansion,1000,USD,ann:100,,,
         e3,2024-01-25,u1,expansion,1000,USD,ann:100,,2024-02-21,
         e4,2024-02-26,u1,expansion,1000,USD,cy:100,,,",
        expect![[r#"
            e1/1 2024-01 grow earned 100000 at 10 %: ann payable 5000, bo payable 5000
            e2/1 2024-02 grow earned 100000 at 10 %: ann payable 10000
            e3/1 2024-02 grow earned 100000 at 10 %: ann payable 10000
            e4/1 2024-02 grow earned 100000 at 10 %: ann payable 5000, cy payable 5000
        "#]],
    );
}

#[test]
fn shares_run_through_several_handoffs_and_stay_within_their_budget() {
    let plan = |more: &str| {
        format!(
            "components:\n- {{id: grow, on: expansion, rate: 10 %}}\ntransition: {{shares: [50 %, 50 %, 50 %]{more}}}\n"
        )
    };
    let handoffs = "u1,ann,bo,2024-01-01,,\nu1,bo,cy,2024-02-01,,\nu2,ann,bo,2024-01-01,,2024-02-10";
    let events = "e1,2024-01-20,u1,expansion,1000,USD,bo:100,,,
         e2,2024-02-20,u1,expansion,1000,USD,cy:100,,,
         e3,2024-02-20,u1,expansion,1000,USD,ann:100,,,
         e4,2024-02-20,u1,expansion,1000,USD,dee:100,,,
         e5,2024-01-20,u2,expansion,1000,USD,bo:100,,2024-02-20,";
    check(
        &plan(""),
        "",
        handoffs,
        events,
        expect![[r#"
        e1/1 2024-01 grow earned 100000 at 10 %: ann payable 5000, bo payable 5000
        e2/1 2024-02 grow earned 100000 at 10 %: ann payable 5000, bo payable 2500, cy payable 2500
        e3/1 2024-02 grow earned 100000 at 10 %: ann payable 5000, bo payable 2500, cy payable 2500
        e4/1 2024-02 grow earned 100000 at 10 %: dee payable 10000
        e5/1 2024-02 grow earned 100000 at 10 %: ann payable 5000, bo payable 5000
    "#]],
    );
    check(
        &plan(", budget: {amount: 80, per: month}"),
        "",
        handoffs,
        events,
        expect![[r#"
        e1/1 2024-01 grow earned 100000 at 10 %: ann payable 5000, bo payable 5000
        e2/1 2024-02 grow earned 100000 at 10 %: ann payable 5000, bo payable 2500, cy payable 2500
        e3/1 2024-02 grow earned 100000 at 10 %: ann payable 500, cy payable 9500
        e4/1 2024-02 grow earned 100000 at 10 %: dee payable 10000
        e5/1 2024-02 grow earned 100000 at 10 %: ann payable 3000, bo payable 7000
    "#]],
    );
    check(
        &plan(", paid_by: company, budget: {amount: 120, per: year}"),
        "",
        handoffs,
        events,
        expect![[r#"
        e1/1 2024-01 grow earned 100000 at 10 %: bo payable 10000, ann payable 5000
        e2/1 2024-02 grow earned 100000 at 10 %: cy payable 10000, ann payable 5000, bo payable 2000
        e3/1 2024-02 grow earned 100000 at 10 %: ann payable 10000
        e4/1 2024-02 grow earned 100000 at 10 %: dee payable 10000
        e5/1 2024-02 grow earned 100000 at 10 %: bo payable 10000
    "#]],
    );
}

#[test]
fn corrections_take_back_and_put_right_in_the_open_period() {
    check(
        FLAT,
        "",
        "",
        "e1,2024-01-10,u1,new,1000,USD,ann:100,,,
         k1,2024-03-01,u1,correction,900,USD,,e1,,
         k2,2024-03-02,u1,correction,,,ann:50;bo:50,k1,,
         r1,2024-03-03,u1,refund,,,,k2,,
         a1,2024-03-04,u1,adjustment,-10.01,USD,ann:50;bo:50,,,as agreed",
        expect![[r#"
            e1/1 2024-01 win earned 100000 at 10 %: ann payable 10000
            k1/1 2024-03 win reversed of e1/1: ann payable -10000
            k1/2 2024-03 win earned 90000 at 10 %: ann payable 9000
            k2/1 2024-03 win reversed of k1/2: ann payable -9000
            k2/2 2024-03 win earned 45000 at 10 %: ann payable 4500
            k2/3 2024-03 win earned 45000 at 10 %: bo payable 4500
            r1/1 2024-03 win reversed of k2/2: ann payable -4500
            r1/2 2024-03 win reversed of k2/3: bo payable -4500
            a1/1 2024-03 adjustment adjusted: ann payable -501
            a1/2 2024-03 adjustment adjusted: bo payable -500
        "#]],
    );
}

#[test]
fn what_becomes_known_late_is_posted_in_the_open_period_and_says_so() {
    let world = world(
        FLAT,
        "",
        "",
        "e1,2024-02-10,u1,new,1,USD,ann:100,,,\ne2,2024-01-10,u1,new,1000,USD,ann:100,,2024-02-11,",
    );
    expect![[r#"
        e1/1 2024-02 win earned 100 at 10 %: ann payable 10
        e2/1 2024-02 win earned 100000 at 10 %: ann payable 10000
    "#]]
    .assert_eq(&world.told());
    expect!["win pays 10 % of 1,000.00 USD. It happened on 2024-01-10 and became known when that period was closed, so it is posted in the period that is open."].assert_eq(&because(&world.postings()[1]));
    check(
        FLAT,
        "",
        "",
        "e1,2024-02-10,u1,new,1,USD,ann:100,,,\ne2,2024-02-09,u1,new,1000,USD,ann:100,,,",
        expect![
            "event `e2`: it is posted on 2024-02-09, after one that is posted on 2024-02-10: give events in the order of these days"
        ],
    );
}

#[test]
fn amounts_of_other_currencies_are_converted_by_given_rates() {
    let plan = "components:\n- {id: win, on: new, rate: 10 %}\nexchange:\n- {currency: JPY, from: 2024-01-01, rate: 0.0068}\n- {currency: JPY, from: 2024-02-01, rate: 0.007}\n- {currency: KWD, from: 2024-01-01, rate: 3.25}\n";
    let events = "e1,2024-01-31,u1,new,1000,JPY,ann:50;bo:50,,,\ne2,2024-02-01,u1,new,1001,JPY,ann:100,,,\ne3,2024-02-01,u1,new,1.001,KWD,ann:100,,,";
    check(
        plan,
        "",
        "",
        events,
        expect![[r#"
        e1/1 2024-01 win earned 340 at 10 %: ann payable 34
        e1/2 2024-01 win earned 340 at 10 %: bo payable 34
        e2/1 2024-02 win earned 701 at 10 %: ann payable 70
        e3/1 2024-02 win earned 325 at 10 %: ann payable 33
    "#]],
    );
    expect!["win pays 10 % of 3.40 USD. The credit is 50 % of 6.80 USD. It was 1,000 JPY, of which one JPY is worth 0.0068 since 2024-01-01."].assert_eq(&because(&world(plan, "", "", events).postings()[0]));
    check(
        plan,
        "",
        "",
        "e1,2023-12-31,u1,new,1000,JPY,ann:50;bo:50,,,",
        expect![[r#"
        e1 ann: no plan is in force on 2023-12-31
        e1 bo: no plan is in force on 2023-12-31
    "#]],
    );
    check(
        plan,
        "",
        "",
        "e1,2024-12-31,u1,new,1000,EUR,ann:50;bo:50,,,",
        expect![
            "event `e1`: it is in EUR, for which plan `P` has no rate on 2024-12-31: add one under `exchange`"
        ],
    );
    check(
        FLAT,
        "",
        "",
        "e1,2024-12-31,u1,new,92233720368547758.07,USD,ann:100,,,",
        expect![[r#"
        e1/1 2024-12 win earned 9223372036854775807 at 10 %: ann payable 922337203685477581
    "#]],
    );
    check(
        "components:\n- {id: win, on: new, rate: 1000 %}\n",
        "",
        "",
        "e1,2024-12-31,u1,new,92233720368547758.07,USD,ann:100,,,",
        expect!["event `e1`: the amount is too large"],
    );
}
