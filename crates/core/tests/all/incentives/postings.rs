//! Small histories and every posting that they make.
use crate::incentives::properties::measured;
use crate::incentives::told::{because, world};
use expect_test::{Expect, expect};
use tandem_core::incentives::Span;

pub fn check(plan: &str, people: &str, handoffs: &str, events: &str, expected: Expect) {
    expected.assert_eq(&world(plan, people, handoffs, events).told());
}

pub const FLAT: &str = "components:\n- {id: win, on: [new, expansion], rate: 10 %}\n";

#[test]
fn a_rate_pays_each_credited_person_to_the_cent() {
    check(
        FLAT,
        "",
        "",
        "e1,2024-01-10,u1,new,1000.01,USD,ann:50;bo:50,,,\ne2,2024-01-11,u1,renewal,10,USD,ann:100,,,\ne3,2024-01-12,u2,expansion,0.04,USD,cy:100;dee:20:overlay,,,",
        expect![[r#"
            e1/1 2024-01 win earned 50001 at 10 %: ann payable 5000
            e1/2 2024-01 win earned 50000 at 10 %: bo payable 5000
            e2 ann: the plan pays nothing for `renewal`
            e3/1 2024-01 win earned 4 at 10 %: cy payable 0
            e3/2 2024-01 win earned 1 at 10 %: dee payable 0
        "#]],
    );
}

#[test]
fn refunds_reverse_what_was_posted_and_net_to_zero() {
    check(
        FLAT,
        "",
        "",
        "e1,2024-01-10,u1,new,1000.01,USD,ann:50;bo:50,,,\nr1,2024-02-01,u1,refund,333.33,USD,,e1,,\nr2,2024-02-02,u1,refund,,USD,,e1,,\nr3,2024-02-03,u1,refund,,USD,,e1,,",
        expect![[r#"
            e1/1 2024-01 win earned 50001 at 10 %: ann payable 5000
            e1/2 2024-01 win earned 50000 at 10 %: bo payable 5000
            r1/1 2024-02 win reversed of e1/1: ann payable -1667
            r1/2 2024-02 win reversed of e1/2: bo payable -1667
            r2/1 2024-02 win reversed of e1/1: ann payable -3333
            r2/2 2024-02 win reversed of e1/2: bo payable -3333
            r3: nothing of event `e1` is left
        "#]],
    );
    check(
        FLAT,
        "",
        "",
        "e1,2024-01-10,u1,new,10,USD,ann:100,,,\nr1,2024-02-01,u1,refund,10.01,USD,,e1,,",
        expect![
            "event `r1`: it gives back 10.01 USD, but of event `e1` only 10.00 USD is left: give at most that"
        ],
    );
    check(
        FLAT,
        "",
        "",
        "r1,2024-02-01,u1,refund,10.01,USD,,e1,,",
        expect![
            "event `r1`: it is about event `e1`, which is not known before it: correct the name, or put that event in front"
        ],
    );
}

const TRANSITION: &str = "components:
- {id: win, on: new, roles: [hunter], rate: 10 %}
- {id: grow, on: expansion, roles: [account_manager], rate: 5 %}
transition: {from: [hunter], to: [account_manager], shares: [100 %, 75 %, 50 %, 25 %, 0 %]}
";
const PAIR: &str = "ann,hunter,2023-01-01,,\nbo,account_manager,2023-01-01,,";

#[test]
fn the_giver_keeps_a_share_that_ends_by_itself() {
    check(
        TRANSITION,
        PAIR,
        "u1,ann,bo,2024-01-31,,",
        "e0,2024-01-30,u1,expansion,1000,USD,bo:100,,,
         e1,2024-01-31,u1,expansion,1000,USD,bo:100,,,
         e2,2024-02-28,u1,expansion,1000,USD,bo:100,,,
         e3,2024-02-29,u1,expansion,1000.02,USD,bo:100,,,
         e4,2024-03-31,u1,expansion,1000,USD,bo:100,,,
         e5,2024-04-30,u1,expansion,1000,USD,bo:100,,,
         e6,2024-05-31,u1,expansion,1000,USD,bo:100,,,
         e7,2024-06-30,u1,expansion,1000,USD,bo:100,,,
         e8,2024-06-30,u2,expansion,1000,USD,bo:100,,,",
        expect![[r#"
            e0/1 2024-01 grow earned 100000 at 5 %: bo payable 5000
            e1/1 2024-01 grow earned 100000 at 5 %: ann payable 5000
            e2/1 2024-02 grow earned 100000 at 5 %: ann payable 5000
            e3/1 2024-02 grow earned 100002 at 5 %: ann payable 3750, bo payable 1250
            e4/1 2024-03 grow earned 100000 at 5 %: ann payable 2500, bo payable 2500
            e5/1 2024-04 grow earned 100000 at 5 %: ann payable 1250, bo payable 3750
            e6/1 2024-05 grow earned 100000 at 5 %: bo payable 5000
            e7/1 2024-06 grow earned 100000 at 5 %: bo payable 5000
            e8/1 2024-06 grow earned 100000 at 5 %: bo payable 5000
        "#]],
    );
}

#[test]
fn both_read_the_same_reasons() {
    let world =
        world(TRANSITION, PAIR, "u1,ann,bo,2024-01-31,,", "e1,2024-02-29,u1,expansion,1000,USD,bo:100,,,");
    expect!["grow pays 5 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-31; in month 2 of 4 since then ann keeps 75 % of it and bo gets the rest."].assert_eq(&because(&world.postings()[0]));
}

fn check_balances(plan: &str, people: &str, handoffs: &str, events: &str, expected: Expect) {
    expected.assert_eq(&world(plan, people, handoffs, events).balances());
}

const WHOLE: &str = "components:
- id: win
  on: new
  tiers: {apply: whole, per: quarter, steps: [{from: 0, rate: 5 %}, {from: 1000, rate: 10 %}]}
";

#[test]
fn a_whole_amount_table_pays_earlier_amounts_anew_and_takes_them_back() {
    check(
        WHOLE,
        "",
        "",
        "e1,2024-01-10,u1,new,999.99,USD,ann:100,,,
         e2,2024-02-10,u2,new,0.01,USD,ann:100,,,
         e3,2024-03-10,u3,new,500,USD,ann:100,,,
         e4,2024-04-01,u4,new,500,USD,ann:100,,,
         r3,2024-04-02,u3,refund,500,USD,,e3,,
         r2,2024-04-03,u2,refund,,USD,,e2,,
         r1,2024-04-04,u1,refund,,USD,,e1,,",
        expect![[r#"
            e1/1 2024-01 win earned 99999 at 5 %: ann payable 5000
            e2/1 2024-02 win earned 1 at 10 %: ann payable 0
            e2/2 2024-02 win remeasured: ann payable 5000
            e3/1 2024-03 win earned 50000 at 10 %: ann payable 5000
            e4/1 2024-04 win earned 50000 at 5 %: ann payable 2500
            r3/1 2024-04 win reversed of e3/1: ann payable -5000
            r2/1 2024-04 win remeasured: ann payable -5000
            r1/1 2024-04 win reversed of e1/1: ann payable -5000
        "#]],
    );
}

/// A deal that lifted the others is cancelled after the quarter: what only the higher step had paid goes back.
#[test]
fn cancelling_a_deal_measures_its_quarter_anew() {
    let plan = "components:
- id: win
  on: new
  tiers: {apply: marginal, per: quarter, steps: [{from: 0, rate: 5 %}, {from: 450000, rate: 10 %}]}
";
    let events = "e1,2024-01-10,u1,new,50000,USD,ann:100,,,
         e2,2024-02-10,u2,new,450000,USD,ann:100,,,
         r1,2024-05-01,u1,refund,,USD,,e1,,";
    check(
        plan,
        "",
        "",
        events,
        expect![[r#"
        e1/1 2024-01 win earned 5000000 at 5 %: ann payable 250000
        e2/1 2024-02 win earned 40000000 at 5 %: ann payable 2000000
        e2/2 2024-02 win earned 5000000 at 10 %: ann payable 500000
        r1/1 2024-05 win reversed of e1/1: ann payable -250000
        r1/2 2024-05 win remeasured: ann payable -250000
    "#]],
    );
    check_balances(plan, "", "", events, expect!["ann payable 2250000"]);
}

const QUOTA: &str = "components:
- id: win
  on: new
  tiers:
    by: attainment
    apply: marginal
    per: year
    against: to_date
    steps: [{from: 0 %, rate: 5 %}, {from: 100 %, rate: 10 %}]
  quota: {amount: 1000, per: quarter, ramp: [0 %, 50 %], people: {bo: 2000}}
";

#[test]
fn attainment_is_measured_against_what_should_have_been_reached_with_the_ramp_of_beginners() {
    check(
        QUOTA,
        "ann,hunter,2023-01-01,,\nbo,hunter,2023-01-01,,\ncy,hunter,2024-02-15,,",
        "",
        "a1,2024-01-10,u1,new,1200,USD,ann:100,,,
         b1,2024-01-10,u1,new,1200,USD,bo:100,,,
         c1,2024-03-01,u1,new,1200,USD,cy:100,,,
         a2,2024-04-10,u1,new,1000,USD,ann:100,,,",
        expect![[r#"
            a1/1 2024-01 win earned 100000 at 5 %: ann payable 5000
            a1/2 2024-01 win earned 20000 at 10 %: ann payable 2000
            b1/1 2024-01 win earned 120000 at 5 %: bo payable 6000
            c1/1 2024-03 win earned 16667 at 5 %: cy payable 833
            c1/2 2024-03 win earned 103333 at 10 %: cy payable 10333
            a2/1 2024-04 win earned 80000 at 5 %: ann payable 4000
            a2/2 2024-04 win earned 20000 at 10 %: ann payable 2000
        "#]],
    );
    let world = world(QUOTA, "", "", "a1,2024-04-10,u1,new,1200,USD,ann:100,,,");
    expect!["win pays 5 % of 1,200.00 USD, which lies in the step from 0.00 USD to below 2,000.00 USD. 0.00 USD had been added up in 2024, against a quota of 2,000.00 USD."].assert_eq(&because(&world.postings()[0]));
}

#[test]
fn a_new_version_goes_on_where_the_old_one_stopped() {
    let mut world = world(
        WHOLE,
        "",
        "",
        "e1,2024-01-10,u1,new,800,USD,ann:100,,,
         e2,2024-02-10,u2,new,300,USD,ann:100,,,
         r1,2024-02-11,u1,refund,,USD,,e1,,
         r2,2024-02-12,u2,refund,,USD,,e2,,",
    );
    let mut next = world.plans[0].clone();
    (next.version, next.effective) = ("2".to_owned(), "2024-02-01".parse().unwrap());
    world.plans.push(next);
    expect![[r#"
        e1/1 2024-01 win earned 80000 at 5 %: ann payable 4000
        e2/1 2024-02 win earned 30000 at 10 %: ann payable 3000
        r1/1 2024-02 win reversed of e1/1: ann payable -4000
        r2/1 2024-02 win reversed of e2/1: ann payable -3000
    "#]]
    .assert_eq(&world.told());
}

#[test]
fn fixed_amounts_are_divided_or_paid_to_each() {
    check(
        "components:\n- {id: live, on: implementation_done, fixed: 500}\n- {id: meet, on: new, fixed_each: 50}\n",
        "",
        "",
        "e1,2024-01-10,u1,implementation_done,,,ann:33.34;bo:66.66,,,\ne2,2024-01-10,u1,new,9,USD,ann:33.34;bo:66.66,,,\nr2,2024-01-11,u1,refund,,,,e2,,\nr1,2024-01-11,u1,refund,,,,e1,,",
        expect![[r#"
            e1/1 2024-01 live earned: ann payable 16670
            e1/2 2024-01 live earned: bo payable 33330
            e2/1 2024-01 meet earned: ann payable 5000
            e2/2 2024-01 meet earned: bo payable 5000
            r2/1 2024-01 meet reversed of e2/1: ann payable -5000
            r2/2 2024-01 meet reversed of e2/2: bo payable -5000
            r1/1 2024-01 live reversed of e1/1: ann payable -16670
            r1/2 2024-01 live reversed of e1/2: bo payable -33330
        "#]],
    );
}

#[test]
fn a_component_for_one_customer_replaces_the_usual_one() {
    check(
        "components:
- {id: grow, on: expansion, rate: 5 %}
- {id: grow-acme, on: expansion, units: [acme], people: [ann], instead_of: grow, rate: 7 %}
- {id: extra, on: expansion, roles: [hunter], rate: 1 %}
",
        "bo,hunter,2023-01-01,2024-01-10,\nbo,account_manager,2024-01-11,,",
        "",
        "e1,2024-01-10,acme,expansion,100,USD,ann:50;bo:50,,,\ne2,2024-01-11,other,expansion,100,USD,ann:50;bo:50,,,",
        expect![[r#"
            e1/1 2024-01 grow-acme earned 5000 at 7 %: ann payable 350
            e1/2 2024-01 grow earned 5000 at 5 %: bo payable 250
            e1/3 2024-01 extra earned 5000 at 1 %: bo payable 50
            e2/1 2024-01 grow earned 5000 at 5 %: ann payable 250
            e2/2 2024-01 grow earned 5000 at 5 %: bo payable 250
        "#]],
    );
}

const CAPPED: &str = "components:
- {id: win, on: new, rate: 10 %, cap: {amount: 100, per: quarter}}
- {id: grow, on: expansion, rate: 10 %}
caps: [{id: all, amount: 150, per: year}]
";

#[test]
fn caps_take_off_what_is_beyond_and_give_it_back_when_something_is_refunded() {
    check(
        CAPPED,
        "",
        "",
        "e1,2024-01-10,u1,new,900,USD,ann:100,,,
         e2,2024-02-10,u2,new,300,USD,ann:100,,,
         e3,2024-04-01,u3,new,200,USD,ann:100,,,
         e4,2024-04-02,u3,expansion,500,USD,ann:100,,,
         r2,2024-04-03,u2,refund,,,,e2,,
         r1,2024-04-03,u1,refund,,,,e1,,
         r3,2024-04-03,u3,refund,,,,e3,,
         r4,2024-04-03,u3,refund,,,,e4,,",
        expect![[r#"
            e1/1 2024-01 win earned 90000 at 10 %: ann payable 9000
            e2/1 2024-02 win earned 30000 at 10 %: ann payable 3000
            e2/2 2024-02 cap of win capped: ann payable -2000
            e3/1 2024-04 win earned 20000 at 10 %: ann payable 2000
            e4/1 2024-04 grow earned 50000 at 10 %: ann payable 5000
            e4/2 2024-04 all capped: ann payable -2000
            r2/1 2024-04 win reversed of e2/1: ann payable -3000
            r2/2 2024-04 cap of win capped: ann payable 2000
            r2/3 2024-04 all capped: ann payable 1000
            r1/1 2024-04 win reversed of e1/1: ann payable -9000
            r1/2 2024-04 all capped: ann payable 1000
            r3/1 2024-04 win reversed of e3/1: ann payable -2000
            r4/1 2024-04 grow reversed of e4/1: ann payable -5000
        "#]],
    );
}

/// What is given back counts in the month of which it was taken: else January would keep it and get its own new amount on top.
#[test]
fn what_a_yearly_cap_gives_back_counts_in_the_month_of_which_it_was_taken() {
    let world = world(
        "components:
- {id: win, on: new, rate: 10 %}
caps: [{id: year, amount: 250, per: year}, {id: month, amount: 100, per: month}]
",
        "",
        "",
        "e1,2024-01-10,u1,new,1000,USD,ann:100,,,
         e2,2024-02-10,u2,new,1000,USD,ann:100,,,
         e3,2024-03-10,u3,new,1000,USD,ann:100,,,
         e4,2024-04-10,u4,new,100,USD,ann:100,,,
         r1,2024-04-11,u1,refund,600,USD,,e1,,
         r2,2024-04-12,u2,refund,,,,e2,,
         e5,2024-01-12,u5,new,2000,USD,ann:100,,2024-04-12,
         r3,2024-04-13,u3,refund,,,,e3,,",
    );
    expect![[r#"
        e1/1 2024-01 win earned 100000 at 10 %: ann payable 10000
        e2/1 2024-02 win earned 100000 at 10 %: ann payable 10000
        e3/1 2024-03 win earned 100000 at 10 %: ann payable 10000
        e3/2 2024-03 year capped: ann payable -5000
        e4/1 2024-04 win earned 10000 at 10 %: ann payable 1000
        e4/2 2024-04 year capped: ann payable -1000
        r1/1 2024-04 win reversed of e1/1: ann payable -6000
        r1/2 2024-04 year capped: ann payable 1000
        r1/3 2024-04 year capped: ann payable 5000
        r2/1 2024-04 win reversed of e2/1: ann payable -10000
        e5/1 2024-04 win earned 200000 at 10 %: ann payable 20000
        e5/2 2024-04 month capped: ann payable -14000
        r3/1 2024-04 win reversed of e3/1: ann payable -10000
    "#]]
    .assert_eq(&world.told());
    let months: Vec<String> = measured(&world.postings(), Span::Month)
        .into_iter()
        .map(|((person, month), sum)| format!("{person} {month} {sum}"))
        .collect();
    expect![[r#"
        ann 2024-01 10000
        ann 2024-02 0
        ann 2024-03 0
        ann 2024-04 1000"#]]
    .assert_eq(&months.join("\n"));
}

/// A cap holds in each version of each plan, under its own name, wherever it stands among the others.
#[test]
fn caps_are_those_of_their_own_version_and_plan() {
    let plan = |name: &str, effective: &str, caps: &str| {
        let head = format!("name: {name}\nversion: {effective}\neffective: {effective}\ncurrency: USD\n");
        let text = format!("{head}components: [{{id: win, on: new, rate: 10 %}}]\ncaps: [{caps}]\n");
        tandem_core::incentives::read(&text).unwrap()
    };
    let (month, year) = ("{id: month, amount: 10, per: month}", "{id: year, amount: 15, per: year}");
    let mut world = world(
        FLAT,
        "ann,hunter,2024-01-01,,A\nbo,hunter,2024-01-01,,B",
        "",
        "e1,2024-01-10,u1,new,200,USD,ann:50;bo:50,,,
         e2,2024-01-11,u1,new,200,USD,ann:50;bo:50,,,
         e3,2024-02-10,u1,new,200,USD,ann:50;bo:50,,,
         e4,2024-03-10,u1,new,400,USD,ann:50;bo:50,,,",
    );
    world.plans = vec![
        plan("A", "2024-01-01", &format!("{year}, {month}")),
        plan("A", "2024-03-01", "{id: spring, amount: 12, per: quarter}"),
        plan("B", "2024-01-01", &format!("{month}, {year}")),
    ];
    expect![[r#"
        e1/1 2024-01 win earned 10000 at 10 %: ann payable 1000
        e1/2 2024-01 win earned 10000 at 10 %: bo payable 1000
        e2/1 2024-01 win earned 10000 at 10 %: ann payable 1000
        e2/2 2024-01 month capped: ann payable -1000
        e2/3 2024-01 win earned 10000 at 10 %: bo payable 1000
        e2/4 2024-01 month capped: bo payable -1000
        e3/1 2024-02 win earned 10000 at 10 %: ann payable 1000
        e3/2 2024-02 year capped: ann payable -500
        e3/3 2024-02 win earned 10000 at 10 %: bo payable 1000
        e3/4 2024-02 year capped: bo payable -500
        e4/1 2024-03 win earned 20000 at 10 %: ann payable 2000
        e4/2 2024-03 spring capped: ann payable -800
        e4/3 2024-03 win earned 20000 at 10 %: bo payable 2000
        e4/4 2024-03 month capped: bo payable -1000
        e4/5 2024-03 year capped: bo payable -1000
    "#]]
    .assert_eq(&world.told());
}

#[test]
fn guarantees_are_topped_up_at_the_end_and_give_way_later() {
    let plan = "components:\n- {id: win, on: new, rate: 10 %}\nguarantees: [{id: start, roles: [hunter], amount: 100, per: month, first_months: 2}]\n";
    let mut world = world(
        plan,
        "ann,hunter,2024-01-15,,\nbo,account_manager,2024-01-01,,\ncy,hunter,2023-01-01,,",
        "",
        "e1,2024-01-10,u1,new,300,USD,ann:100,,,
         e2,2024-02-10,u1,new,2000,USD,ann:100,,,
         e3,2024-01-31,u1,new,500,USD,ann:100,,2024-03-03,
         r1,2024-03-04,u1,refund,,,,e3,,",
    );
    world.through = Some("2024-04-30".parse().unwrap());
    expect![[r#"
        e1/1 2024-01 win earned 30000 at 10 %: ann payable 3000
        start ann 2024-01/1 2024-01 start guaranteed: ann payable 7000
        e2/1 2024-02 win earned 200000 at 10 %: ann payable 20000
        e3/1 2024-03 win earned 50000 at 10 %: ann payable 5000
        e3/2 2024-03 start guaranteed: ann payable -5000
        r1/1 2024-03 win reversed of e3/1: ann payable -5000
        r1/2 2024-03 start guaranteed: ann payable 5000
    "#]]
    .assert_eq(&world.told());
    expect!["At least 100.00 USD is guaranteed in 2024-01; 30.00 USD was earned."]
        .assert_eq(&because(&world.postings()[1]));
}

#[test]
fn draws_are_advances_that_are_given_back() {
    let plan =
        "components:\n- {id: win, on: new, rate: 10 %}\ndraws: [{id: draw, amount: 100, first_months: 2}]\n";
    let mut world = world(
        plan,
        "ann,hunter,2024-01-01,,",
        "",
        "e1,2024-01-10,u1,new,300,USD,ann:100,,,
         e2,2024-02-10,u1,new,1500,USD,ann:100,,,
         e3,2024-03-31,u1,new,100,USD,ann:100,,,
         e4,2024-04-30,u1,new,900,USD,ann:100,,,",
    );
    world.through = Some("2024-05-31".parse().unwrap());
    expect![[r#"
        e1/1 2024-01 win earned 30000 at 10 %: ann payable 3000
        draw ann 2024-01/1 2024-01 draw advanced: ann payable 7000, ann draw -7000
        e2/1 2024-02 win earned 150000 at 10 %: ann payable 15000
        draw ann 2024-02/1 2024-02 draw recovered: ann payable -5000, ann draw 5000
        e3/1 2024-03 win earned 10000 at 10 %: ann payable 1000
        draw ann 2024-03/1 2024-03 draw recovered: ann payable -1000, ann draw 1000
        e4/1 2024-04 win earned 90000 at 10 %: ann payable 9000
        draw ann 2024-04/1 2024-04 draw recovered: ann payable -1000, ann draw 1000
    "#]]
    .assert_eq(&world.told());
    expect!["ann payable 28000"].assert_eq(&world.balances());
}

const ON_PAYMENT: &str = "components:
- {id: win, on: new, rate: 10 %, pay_on: invoice_paid}
caps: [{id: all, amount: 90, per: year}]
";

#[test]
fn what_the_customer_has_paid_becomes_payable() {
    check(
        ON_PAYMENT,
        "",
        "",
        "e1,2024-01-10,u1,new,999.99,USD,ann:60;bo:40,,,
         p1,2024-02-01,u1,invoice_paid,333.33,USD,,e1,,
         r1,2024-02-10,u1,refund,333.33,USD,,e1,,
         p2,2024-03-01,u1,invoice_paid,,USD,,e1,,
         p3,2024-03-02,u1,invoice_paid,5,USD,,e1,,
         r2,2024-03-03,u1,refund,,USD,,e1,,
         e2,2024-03-10,u1,new,1000,USD,ann:100,,,
         p4,2024-03-11,u1,invoice_paid,500,USD,,e2,,
         r3,2024-03-12,u1,refund,500,USD,,e2,,",
        expect![[r#"
            e1/1 2024-01 win earned 59999 at 10 %: ann awaiting_payment 6000
            e1/2 2024-01 win earned 40000 at 10 %: bo awaiting_payment 4000
            p1/1 2024-02 win paid of e1/1: ann awaiting_payment -2000, ann payable 2000
            p1/2 2024-02 win paid of e1/2: bo awaiting_payment -1333, bo payable 1333
            r1/1 2024-02 win reversed of e1/1: ann awaiting_payment -2000
            r1/2 2024-02 win reversed of e1/2: bo awaiting_payment -1333
            p2/1 2024-03 win paid of e1/1: ann awaiting_payment -2000, ann payable 2000
            p2/2 2024-03 win paid of e1/2: bo awaiting_payment -1334, bo payable 1334
            p3: nothing of event `e1` waits for a payment
            r2/1 2024-03 win reversed of e1/1: ann payable -4000
            r2/2 2024-03 win reversed of e1/2: bo payable -2667
            e2/1 2024-03 win earned 100000 at 10 %: ann awaiting_payment 10000
            e2/2 2024-03 all capped: ann awaiting_payment -1000
            p4/1 2024-03 win paid of e2/1: ann awaiting_payment -5000, ann payable 5000
            p4/2 2024-03 win paid of e2/2: ann awaiting_payment 500, ann payable -500
            r3/1 2024-03 win reversed of e2/1: ann awaiting_payment -5000
            r3/2 2024-03 all capped: ann awaiting_payment 500, ann payable 500
        "#]],
    );
}

#[test]
fn what_is_about_another_event_must_fit_it() {
    let check = |row: &str, expected: Expect| {
        let event = "e1,2024-01-10,u1,new,1000,USD,ann:100,,,";
        check(ON_PAYMENT, "", "", &format!("{event}\n{row}"), expected);
    };
    check(
        "p1,2024-03-12,u1,invoice_paid,500,EUR,,e1,,",
        expect!["event `p1`: it is in EUR, but event `e1` was in USD: give it in that currency"],
    );
    check(
        "p1,2024-03-12,u1,refund,500,EUR,,e1,,",
        expect!["event `p1`: it is in EUR, but event `e1` was in USD: give it in that currency"],
    );
    check(
        "p1,2024-03-12,u1,refund,500,USD,,e2,,",
        expect![
            "event `p1`: it is about event `e2`, which is not known before it: correct the name, or put that event in front"
        ],
    );
    check(
        "e1,2024-03-12,u1,new,500,USD,ann:100,,,\nr1,2024-03-12,u1,refund,1,USD,,e1,,",
        expect!["event `e1`: there is an event of this name already: give each event one of its own"],
    );
}

#[test]
fn early_churn_claws_back_what_its_component_says() {
    check(
        "components:
- {id: win, on: new, rate: 10 %, claw_back: {within_months: 12, part: remaining}}
- {id: grow, on: expansion, rate: 10 %, claw_back: {within_months: 2}}
- {id: live, on: implementation_done, fixed: 7}
",
        "",
        "",
        "e1,2024-02-29,u1,new,1200,USD,ann:100,,,
         e2,2024-03-01,u1,expansion,100,USD,ann:100,,,
         e3,2024-03-31,u1,expansion,100,USD,bo:100,,,
         e4,2024-03-31,u1,implementation_done,,,bo:100,,,
         e5,2024-03-31,u2,expansion,100,USD,bo:100,,,
         c1,2024-05-29,u1,churn,,,,,,
         c2,2024-05-29,u3,churn,,,,,,
         r1,2024-06-01,u1,refund,,,,e1,,
         c3,2024-06-01,u1,churn,,,,,,",
        expect![[r#"
            e1/1 2024-02 win earned 120000 at 10 %: ann payable 12000
            e2/1 2024-03 grow earned 10000 at 10 %: ann payable 1000
            e3/1 2024-03 grow earned 10000 at 10 %: bo payable 1000
            e4/1 2024-03 live earned: bo payable 700
            e5/1 2024-03 grow earned 10000 at 10 %: bo payable 1000
            c1/1 2024-05 win reversed of e1/1: ann payable -9000
            c1/2 2024-05 grow reversed of e3/1: bo payable -1000
            c2: the unit left, and no event of it is within its months of claw-back
            r1/1 2024-06 win reversed of e1/1: ann payable -3000
            c3: the unit left, and no event of it is within its months of claw-back
        "#]],
    );
}
