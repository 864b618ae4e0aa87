//! Plans that are taken, and plans that are refused, with every place and what to do.
use expect_test::{Expect, expect};
use tandem_core::incentives::plan::{Pays, Step};
use tandem_core::incentives::{Plan, read};

fn shown(text: &str) -> String {
    match read(text) {
        Ok(plan) => format!("taken: {} {}, {} components", plan.name, plan.version, plan.components.len()),
        Err(refusals) => refusals.iter().map(|refusal| format!("{refusal}\n")).collect(),
    }
}

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&shown(text));
}

const HEAD: &str = "name: A\nversion: 1\neffective: 2027-01-01\ncurrency: USD\n";

/// What is said of one component, whose lines follow `id` and `on`.
fn check_component(lines: &str, expected: Expect) {
    let lines: String = lines.lines().map(|line| format!("  {line}\n")).collect();
    check(&format!("{HEAD}components:\n- id: a\n  on: [new]\n{lines}"), expected);
}

fn check_rest(lines: &str, expected: Expect) {
    check(&format!("{HEAD}components:\n- id: a\n  on: new\n  rate: 10 %\n{lines}"), expected);
}

pub fn full() -> Plan {
    read(&format!("{HEAD}{FULL}")).unwrap()
}

const FULL: &str = "
until: 2027-12-31
rounding: half_even
components:
- id: new-business
  name: New business
  roles: [hunter]
  on: [new, reactivation]
  tiers:
    by: attainment
    apply: marginal
    per: year
    against: to_date
    steps:
    - {from: 0 %, rate: 8 %}
    - {from: 100 %, rate: 12 %}
  quota: {amount: 100000, per: quarter, ramp: [0 %, 50 %], people: {ann: 120000.50}}
  cap: {amount: 90000, per: year}
  pay_on: invoice_paid
  claw_back: {within_months: 12, part: remaining}
  contract_months: 36
- id: growth
  roles: [account_manager, inside_account_manager]
  on: expansion
  rate: 5 %
- id: growth-of-acme
  roles: [account_manager]
  on: expansion
  units: [acme-1]
  people: bo
  instead_of: growth
  rate: 7 %
- {id: go-live, on: implementation_done, fixed: 500}
caps:
- {id: ceiling, roles: [hunter], amount: 200000, per: year}
guarantees:
- {id: start, roles: [hunter], amount: 3000, per: month, first_months: 3}
draws:
- {id: advance, amount: 1000, first_months: 6}
transition:
  from: hunter
  to: [account_manager, inside_account_manager]
  components: [growth]
  shares: [100 %, 75 %, 50 %, 25 %, 0 %]
  held: {part: 50 %, brief_accepted: true, retained_days: 90}
  budget: {amount: 50000, per: year}
exchange:
- {currency: EUR, from: 2027-01-01, rate: 1.08}
";

#[test]
fn a_plan_with_everything_is_taken() {
    let plan = full();
    assert_eq!(plan.components.len(), 4);
    assert_eq!(plan.caps[0].id, "cap of new-business");
    assert_eq!(plan.components[0].quota.as_ref().unwrap().people["ann"], 12_000_050);
    let transition = plan.transition.unwrap();
    let shares: Vec<(u64, u64)> = transition.shares.iter().map(|share| (share.giver, share.whole)).collect();
    assert_eq!(shares, [(1, 1), (3, 4), (1, 2), (1, 4), (0, 1)]);
    assert_eq!(plan.exchange[0].rate_e9, 1_080_000_000);
    // The same as JSON.
    check(
        r#"{"name": "A", "version": "1", "effective": "2027-01-01", "currency": "JPY",
            "components": [{"id": "a", "on": ["new"], "fixed": 500}]}"#,
        expect!["taken: A 1, 1 components"],
    );
}

fn steps(lines: &str) -> Vec<(i64, String)> {
    let text = format!(
        "{HEAD}components:\n- id: a\n  on: new\n  tiers: {{apply: whole, per: event, steps: [{lines}]}}\n"
    );
    let plan = read(&text).unwrap();
    let Pays::Tiers(tiers) = &plan.components[0].pays else { unreachable!("it has tiers") };
    tiers.steps.iter().map(|Step { from, rate }| (*from, rate.to_string())).collect()
}

#[test]
fn gaps_between_steps_and_what_is_beyond_the_last_pay_nothing() {
    let rows = |rows: &[(i64, &str)]| {
        rows.iter().map(|(from, rate)| (*from, (*rate).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(steps("{from: 0, rate: 5 %}, {from: 100, rate: 6 %}"), rows(&[(0, "5 %"), (10_000, "6 %")]));
    assert_eq!(
        steps("{from: 15000, to: 16000.01, rate: 20 %}"),
        rows(&[(0, "0 %"), (1_500_000, "20 %"), (1_600_001, "0 %")])
    );
    assert_eq!(
        steps("{from: 0, to: 1, rate: 1 %}, {from: 2, rate: 3 %}"),
        rows(&[(0, "1 %"), (100, "0 %"), (200, "3 %")])
    );
}

#[test]
fn documents_are_refused_whole_with_every_place() {
    check(
        "",
        expect![[r#"
        the plan is empty: begin with `name:`, `version:`, `effective:`, `currency:` and `components:`
    "#]],
    );
    check(
        "- a",
        expect![[r#"
        line 1, column 1: the plan is a list: write names and values
    "#]],
    );
    check(
        "name: A\nversion: 1\neffective: soon\ncurrency: USA\nrounding: half_upp\nuntill: 2027-01-01\n",
        expect![[r#"
            line 3, column 12: `effective` is `soon`: write a day such as 2027-01-01
            line 4, column 11: `currency` is `USA`: write a code of ISO 4217 such as USD
            line 5, column 11: `rounding` cannot be `half_upp`: did you mean `half_up`?
            line 6, column 1: the plan has no `untill`: did you mean `until`?
        "#]],
    );
    check(
        HEAD,
        expect![[r#"
        line 1, column 1: the plan has no `components`: give a list, each with `id`, `on` and `rate`
    "#]],
    );
    check(
        &format!(
            "{HEAD}components:\n- id: a\n  on: [nwe, churn]\n  rate: 10\n- on: new\n  rate: 10 %\n  rat: 3 %\n- 7\n"
        ),
        expect![[r#"
            line 7, column 7: `on` cannot be `nwe`: did you mean `new`?
            line 7, column 7: nothing is paid for `churn`: `on` is some of new, expansion, renewal, reactivation, implementation_done, retention
            line 8, column 9: `rate`: `10` is not a rate: write a percentage from 0 to 1000000 with its sign and at most 7 decimals, such as `12.5 %`
            line 9, column 3: components[1] has no `id`: give one
            line 11, column 3: components[1] has no `rat`: did you mean `rate`?
            line 12, column 3: components[2] is `7`: write names and values
        "#]],
    );
}

#[test]
fn components_are_refused_with_what_to_do() {
    check_component("rate: 5 %", expect!["taken: A 1, 1 components"]);
    check_component(
        "",
        expect![[r#"
        line 6, column 3: components[0] says not how much it pays: give one of rate, fixed, fixed_each, tiers
    "#]],
    );
    check_component(
        "rate: 5 %\nfixed: 3",
        expect![[r#"
        line 9, column 10: components[0] pays in two ways: take `fixed` out, or make it a component of its own
    "#]],
    );
    check_component(
        "fixed: 3.001",
        expect![[r#"
        line 8, column 10: `fixed`: `3.001` has more decimals than USD knows
    "#]],
    );
    check_component(
        "fixed: -3",
        expect![[r#"
        line 8, column 10: `fixed` is -3: give an amount that is not below 0
    "#]],
    );
    check_component(
        "fixed: 1234567890123456.5",
        expect![[r#"
        line 8, column 10: `fixed` has many digits: put it in quotes
    "#]],
    );
    check_component("fixed: '90071992547409.93'", expect!["taken: A 1, 1 components"]);
    check_component(
        "rate: 5 %\nroles: [hunter, hunter]",
        expect![[r#"
        line 9, column 10: `hunter` stands twice in `roles`: keep one
    "#]],
    );
    check_component(
        "rate: 5 %\ninstead_of: b",
        expect![[r#"
        line 1, column 1: `instead_of` of `a` names `b`, which is no component: there are a
    "#]],
    );
    check_component(
        "rate: 5 %\nquota: {amount: 0, per: wek}",
        expect![[r#"
        line 9, column 19: `amount` is 0: give an amount above 0, or leave the part out
        line 9, column 27: `per` cannot be `wek`: it is one of month, quarter, half_year, year
    "#]],
    );
    check_component(
        "rate: 5 %\nclaw_back: {part: al}",
        expect![[r#"
        line 9, column 14: claw_back has no `within_months`: say within how many months, such as 12
        line 9, column 21: `part` cannot be `al`: did you mean `all`?
    "#]],
    );
    check_component(
        "tiers: {}",
        expect![[r#"
        line 8, column 10: tiers has no `apply`: say `marginal` (a step's rate for what lies within it) or `whole` (for everything)
        line 8, column 10: tiers has no `per`: say how long amounts are added up; write event, month, quarter, half_year or year
        line 8, column 10: tiers has no `steps`: give a list, each with `from` and `rate`
    "#]],
    );
    check_component(
        "tiers: {apply: whole, per: event, steps: [{from: 5, to: 1, rate: 5 %}]}",
        expect![[r#"
        line 8, column 59: `to` is not above `from`: a step runs from `from` up to, and not including, `to`
    "#]],
    );
    check_component(
        "tiers: {apply: whole, per: event, steps: [{from: 0, to: 10, rate: 5 %}, {from: 9, rate: 5 %}]}",
        expect![[r#"
            line 8, column 75: `from` is not above the step before: order the steps and let them not overlap
        "#]],
    );
    check_component(
        "tiers: {apply: whole, per: event, steps: [{from: 0, rate: 5 %}, {from: 0, rate: 5 %}]}",
        expect![[r#"
            line 8, column 67: `from` is not above the step before: order the steps and let them not overlap
        "#]],
    );
    check_component(
        "tiers: {by: attainment, apply: whole, per: month, steps: [{from: 0 %, rate: 5 %}]}",
        expect![[r#"
            line 6, column 3: components[0] measures attainment without a `quota`: give one
        "#]],
    );
    check_component(
        "tiers: {by: attainment, apply: whole, per: month, steps: [{from: 0 %, rate: 5 %}]}\nquota: {amount: 5, per: quarter}",
        expect![[r#"
            line 6, column 3: components[0] adds up for a month but has its quota for a quarter: make `per` as long or longer
        "#]],
    );
}

#[test]
fn the_rest_is_refused_with_what_to_do() {
    check_rest(
        "until: 2026-12-31",
        expect![[r#"
        line 1, column 1: `until` is before `effective`: give a day from 2027-01-01 on
    "#]],
    );
    check_rest(
        "caps: [{id: a, amount: 5, per: month}]",
        expect![[r#"
        line 1, column 1: two parts of the plan are called `a`: give one of them another `id`
    "#]],
    );
    check_rest(
        "caps: [{id: c, amount: 5, per: month}]\nguarantees: [{id: g, amount: 16, per: quarter}]",
        expect![[r#"
            line 1, column 1: `c` allows less than `g` guarantees: raise one or lower the other
        "#]],
    );
    check_rest(
        "caps: [{id: c, components: [b], amount: 5, per: month}]",
        expect![[r#"
        line 1, column 1: `components` of `c` names `b`, which is no component: there are a
    "#]],
    );
    check_rest(
        "caps: [{id: c, components: [a], amount: 5, per: year}, {id: d, amount: 5, per: month}, {id: e, roles: [x], amount: 5, per: month}]",
        expect![[r#"
            line 1, column 1: `c` and `d` cross: let the one for fewer components or roles have a span that is as long or shorter
            line 1, column 1: `c` and `e` cross: let the one for fewer components or roles have a span that is as long or shorter
        "#]],
    );
    check_rest(
        "draws: [{id: d, amount: 5, per: month}]",
        expect![[r#"
        line 9, column 28: draws[0] has no `per`: there are id, roles, amount, first_months
    "#]],
    );
    check_rest(
        "transition: {}",
        expect![[r#"
        line 9, column 13: the transition has no `shares`: give the giver's share month by month, such as [100 %, 50 %], or `linear_months`
    "#]],
    );
    check_rest(
        "transition: {shares: [50 %, 101 %]}",
        expect![[r#"
        line 9, column 22: a share of 101 % is more than there is: give at most 100 %
    "#]],
    );
    check_rest(
        "transition: {shares: [50 %], linear_months: 6}",
        expect![[r#"
        line 9, column 22: the transition has `shares` and `linear_months`: keep one
    "#]],
    );
    check_rest(
        "transition: {shares: [50 %], components: [aa]}",
        expect![[r#"
        line 1, column 1: `components` of the transition names `aa`, which is no component: did you mean `a`?
    "#]],
    );
    check_rest(
        "transition: {shares: [50 %], held: {part: 50 %}}",
        expect![[r#"
        line 9, column 36: held says not on what: give `brief_accepted: true`, `retained_days: 90`, or both
    "#]],
    );
    check_rest(
        "transition: {linear_months: 0}",
        expect![[r#"
        line 9, column 29: `linear_months` is `0`: write a whole number from 1 to 120
    "#]],
    );
    check_rest(
        "exchange: [{currency: USD, from: 2027-01-01, rate: 1}, {currency: EUR, from: 2027-01-01, rate: 1}, {currency: EUR, from: 2027-01-01, rate: 0}]",
        expect![[r#"
            line 1, column 1: `exchange` gives USD, which the plan pays in: take it out
            line 9, column 140: `0` is not a rate: write a number above zero with at most nine decimals
        "#]],
    );
    check_rest(
        "exchange: [{currency: EUR, from: 2027-01-01, rate: 1}, {currency: EUR, from: 2027-01-01, rate: 2}]",
        expect![[r#"
            line 1, column 1: EUR has two rates from 2027-01-01: keep one
        "#]],
    );
}
