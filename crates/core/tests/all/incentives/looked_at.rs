//! What is looked at: warnings about plans, statements, totals, breaches of a ledger, two plans side by side, reasons as JSON.
use crate::incentives::told::{PLAN, World, world};
use crate::incentives::worlds::{Extent, worlds};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use tandem_core::incentives::check::warnings;
use tandem_core::incentives::lines::{Totals, lines};
use tandem_core::incentives::plan::Budget;
use tandem_core::incentives::statement::statement;
use tandem_core::incentives::trial::{Outcome, compare};
use tandem_core::incentives::verify::{Verifier, differences};
use tandem_core::incentives::{Because, Posting, Span, read};
use tandem_core::languages::Language;

fn check_warnings(plan: &str, expected: Expect) {
    let found = warnings(&read(&format!("{PLAN}{plan}")).unwrap());
    let shown = found.iter().map(|warning| {
        assert!(!warning.words.zh.is_empty());
        format!("{}: {}\n", warning.id.as_deref().unwrap_or("-"), warning.words)
    });
    expected.assert_eq(&shown.collect::<String>());
}

#[test]
fn warnings_name_what_is_probably_not_meant() {
    check_warnings("components: [{id: win, on: new, roles: [hunter], rate: 10 %}]", expect![[""]]);
    check_warnings(
        "components:
- {id: win, on: new, roles: [huntr], rate: 110 %, quota: {amount: 5, per: month}}
- {id: win2, on: [new, expansion], rate: 1 %, claw_back: {within_months: 24}}
- {id: special, on: new, roles: [sdr], instead_of: [win2], rate: 1 %}
- id: table
  on: renewal
  tiers: {apply: whole, per: year, steps: [{from: 0, rate: 5 %}, {from: 10, rate: 4 %}]}
draws: [{id: draw, amount: 5}]
transition: {shares: [50 %, 60 %], paid_by: company}
",
        expect![[r#"
            -: nobody may have the role `huntr`: did you mean `hunter`?
            win: it pays 110 %, more than the amount itself: check the percentage
            win: its quota changes nothing: let `tiers` go `by: attainment`, or take it out
            win2: all is given back even after 24 months: `part: remaining` gives back what is missing
            table: its rate falls from 5 % to 4 % where more is sold: check the order of the steps
            table: one more sale can change the pay of all before it, up and down: `apply: marginal` has no such jumps
            win: it and `win2` both pay for `new`: write `instead_of` where one replaces the other
            -: the share grows from one month to the next: let it fall, so that the receiver takes over
            -: the share comes on top and has no `budget`: nothing bounds what it costs
            draw: the draw never ends: give `first_months` where it is for beginners
        "#]],
    );
    check_warnings(
        "components: [{id: win, on: new, rate: 10 %}]\ntransition: {linear_months: 18}",
        expect![[r#"
            -: the share runs for 18 months: a short while is enough for a handoff
        "#]],
    );
    check_warnings(
        "components: [{id: win, on: new, rate: 10 %}]\ntransition: {shares: [0 %]}",
        expect![[r#"
            -: the share is 0 % from the first month: the giver keeps nothing
        "#]],
    );
    let text = PLAN.replace("2024-01-01", "2024-02-01");
    let plan = format!(
        "{text}components: [{{id: t, on: new, tiers: {{apply: marginal, per: quarter, steps: [{{from: 0, rate: 5 %}}]}}}}]"
    );
    expect!["the plan begins within a quarter that it adds up: what was added up under the version before goes on counting"].assert_eq(&warnings(&read(&plan).unwrap())[0].words.en);
}

fn shared() -> World {
    world(
        "components:\n- {id: win, on: new, rate: 10 %}\n- {id: grow, on: expansion, rate: 10 %}\ntransition: {shares: [100 %, 50 %], components: [grow], budget: {amount: 120, per: year}}\n",
        "",
        "u1,ann,bo,2024-01-15,,",
        "e1,2024-01-10,u1,new,1000,USD,ann:100,,,
         e2,2024-01-20,u1,expansion,1000,USD,bo:100,,,
         e3,2024-02-20,u1,expansion,1000,USD,bo:100,,,
         r3,2024-03-01,u1,refund,500,USD,,e3,,",
    )
}

/// Both see the lines of the handoff with both parts, also where one gets nothing of it.
#[test]
fn both_people_of_a_handoff_see_the_same_shared_lines() {
    let postings = shared().postings();
    let of = |person: &str, period: &str| {
        let statement = statement(person, period.parse().unwrap(), &postings).unwrap();
        let lines = statement.lines.iter().map(|line| {
            let others: Vec<String> =
                line.others.iter().map(|(name, minor)| format!("{name} {minor}")).collect();
            let because: Vec<&str> = line.because.iter().map(|words| words.of(Language::English)).collect();
            format!(
                "{} own {}, others {}: {}\n",
                line.posting.id,
                line.own,
                others.join(" "),
                because.join(" ")
            )
        });
        let lines: String = lines.collect();
        format!("{} -> {}\n{lines}", statement.opening[0].payable, statement.closing[0].payable)
    };
    expect![[r#"
        0 -> 20000
        e1/1 own 10000, others : win pays 10 % of 1,000.00 USD.
        e2/1 own 10000, others : grow pays 10 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-15; in month 1 of 2 since then ann keeps all of it.
    "#]].assert_eq(&of("ann", "2024-01"));
    expect![[r#"
        0 -> 0
        e2/1 own 0, others ann 10000: grow pays 10 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-15; in month 1 of 2 since then ann keeps all of it.
    "#]].assert_eq(&of("bo", "2024-01"));
    expect![[r#"
        20000 -> 22000
        e3/1 own 2000, others bo 8000: grow pays 10 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-15; in month 2 of 2 since then ann keeps 50 % of it and bo gets the rest. The budget for shares of 120.00 USD in 2024 is spent, so 30.00 USD of the share is not given.
    "#]].assert_eq(&of("ann", "2024-02"));
    expect![[r#"
        0 -> 8000
        e3/1 own 8000, others ann 2000: grow pays 10 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-15; in month 2 of 2 since then ann keeps 50 % of it and bo gets the rest. The budget for shares of 120.00 USD in 2024 is spent, so 30.00 USD of the share is not given.
    "#]].assert_eq(&of("bo", "2024-02"));
    expect![[r#"
        8000 -> 4000
        r3/1 own -4000, others ann -1000: The customer got 500.00 USD of e3 back, so this part of it is taken back.
    "#]].assert_eq(&of("bo", "2024-03"));
}

#[test]
fn lines_and_totals_as_json() {
    let postings = shared().postings();
    let mut totals = Totals::default();
    let mut shown = String::new();
    for posting in &postings {
        totals.add(posting).unwrap();
        for line in lines(posting, Language::English) {
            shown += &format!("{}\n", serde_json::to_string(&line).unwrap());
        }
    }
    for total in totals.all() {
        shown += &format!("{}\n", serde_json::to_string(&total).unwrap());
    }
    expect![[r#"
        {"event":"e1","person":"ann","component":"win","base":"1000.00","rate":"0.1","amount":"100.00","currency":"USD","because":"win pays 10 % of 1,000.00 USD.","posting":"e1/1","kind":"earned","account":"payable","date":"2024-01-10","period":"2024-01","unit":"u1","plan":"P 1","of":null}
        {"event":"e2","person":"ann","component":"grow","base":"1000.00","rate":"0.1","amount":"100.00","currency":"USD","because":"grow pays 10 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-15; in month 1 of 2 since then ann keeps all of it.","posting":"e2/1","kind":"earned","account":"payable","date":"2024-01-20","period":"2024-01","unit":"u1","plan":"P 1","of":null}
        {"event":"e3","person":"ann","component":"grow","base":"1000.00","rate":"0.1","amount":"20.00","currency":"USD","because":"grow pays 10 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-15; in month 2 of 2 since then ann keeps 50 % of it and bo gets the rest. The budget for shares of 120.00 USD in 2024 is spent, so 30.00 USD of the share is not given.","posting":"e3/1","kind":"earned","account":"payable","date":"2024-02-20","period":"2024-02","unit":"u1","plan":"P 1","of":null}
        {"event":"e3","person":"bo","component":"grow","base":"1000.00","rate":"0.1","amount":"80.00","currency":"USD","because":"grow pays 10 % of 1,000.00 USD. ann handed the unit over to bo on 2024-01-15; in month 2 of 2 since then ann keeps 50 % of it and bo gets the rest. The budget for shares of 120.00 USD in 2024 is spent, so 30.00 USD of the share is not given.","posting":"e3/1","kind":"earned","account":"payable","date":"2024-02-20","period":"2024-02","unit":"u1","plan":"P 1","of":null}
        {"event":"r3","person":"ann","component":"grow","base":null,"rate":null,"amount":"-10.00","currency":"USD","because":"The customer got 500.00 USD of e3 back, so this part of it is taken back.","posting":"r3/1","kind":"reversed","account":"payable","date":"2024-03-01","period":"2024-03","unit":"u1","plan":"P 1","of":"e3/1"}
        {"event":"r3","person":"bo","component":"grow","base":null,"rate":null,"amount":"-40.00","currency":"USD","because":"The customer got 500.00 USD of e3 back, so this part of it is taken back.","posting":"r3/1","kind":"reversed","account":"payable","date":"2024-03-01","period":"2024-03","unit":"u1","plan":"P 1","of":"e3/1"}
        {"person":"ann","currency":"USD","total":"210.00","payable":"210.00","awaiting_payment":"0.00","held":"0.00","draw":"0.00"}
        {"person":"bo","currency":"USD","total":"40.00","payable":"40.00","awaiting_payment":"0.00","held":"0.00","draw":"0.00"}
    "#]].assert_eq(&shown);
    let chinese = lines(&postings[2], Language::Chinese).next().unwrap().because;
    expect!["「grow」按 1,000.00 USD 的 10 % 計算。ann 於 2024-01-15 將此單位移交給 bo；自移交起第 2 個月（共 2 個月）ann 保留其中 50 %，其餘歸 bo。2024 的分潤預算 120.00 USD 已用完，分潤中有 30.00 USD 未給。"].assert_eq(&chinese);
}

fn breaches(postings: &[Posting]) -> String {
    let mut verifier = Verifier::default();
    postings.iter().for_each(|posting| verifier.take(posting));
    verifier.finish().iter().map(|breach| format!("{breach}\n")).collect()
}

/// Every field of a ledger that somebody could change by hand is noticed, by its own rules or by a fresh calculation.
#[test]
fn a_ledger_that_was_tampered_with_is_found_out() {
    let fresh = shared().postings();
    assert_eq!(breaches(&fresh), "");
    assert!(differences(&fresh, &fresh).is_empty());
    let tampered = |change: &dyn Fn(&mut Vec<Posting>)| {
        let mut ledger = fresh.clone();
        change(&mut ledger);
        let different = differences(&ledger, &fresh);
        assert!(!different.is_empty());
        let different: String = different.iter().map(|breach| format!("{breach}\n")).collect();
        format!("{}{different}", breaches(&ledger))
    };
    expect![[r#"
        posting e1/1: its entries add up to 1 minor units of USD, not to 0
        posting e1/1: a fresh calculation has it otherwise
    "#]]
    .assert_eq(&tampered(&|ledger| ledger[0].entries[0].minor += 1));
    expect![[r#"
        posting e1/1: a fresh calculation has it otherwise
    "#]]
    .assert_eq(&tampered(&|ledger| {
        ledger[0].entries[0].minor += 1;
        ledger[0].entries[1].minor -= 1;
    }));
    expect![[r#"
        posting e1/1: the cost belongs to nobody and every other account to somebody, but an entry has it otherwise
        posting e1/1: a fresh calculation has it otherwise
    "#]].assert_eq(&tampered(&|ledger| ledger[0].entries[0].person = None));
    expect![[r#"
        posting e1/1: it says not why
        posting e1/1: a fresh calculation has it otherwise
    "#]]
    .assert_eq(&tampered(&|ledger| ledger[0].because.clear()));
    expect![[r#"
        posting r3/1: it is in another currency than posting e3/1, which it is about
        posting r3/1: a fresh calculation has it otherwise
    "#]]
    .assert_eq(&tampered(&|ledger| ledger[3].currency = "EUR".parse().unwrap()));
    expect![[r#"
        posting r3/1: it is in 2024-01, after postings in 2024-02
        posting r3/1: a fresh calculation has it otherwise
    "#]]
    .assert_eq(&tampered(&|ledger| ledger[3].period = "2024-01".parse().unwrap()));
    expect![[r#"
        posting e1/1: a fresh calculation has it otherwise
    "#]]
    .assert_eq(&tampered(&|ledger| ledger[0].rate = Some("11 %".parse().unwrap())));
    expect![[r#"
        posting r3/1: it is about posting e3/1, which is not before it
        posting e3/1: a fresh calculation makes it, but it is not in the ledger
    "#]]
    .assert_eq(&tampered(&|ledger| {
        ledger.remove(2);
    }));
    expect![[r#"
        posting r3/1: there are two of this name
        posting r3/1: a fresh calculation does not make it
    "#]]
    .assert_eq(&tampered(&|ledger| {
        let again = ledger[3].clone();
        ledger.push(again);
    }));
    expect![[r#"
        posting e3/1: ann got 2000 minor units by it, but 3000 were taken back
        posting e3/1: bo got 8000 minor units by it, but 12000 were taken back
        posting r3/1: a fresh calculation has it otherwise
    "#]]
    .assert_eq(&tampered(&|ledger| {
        ledger[3].entries.iter_mut().for_each(|entry| entry.minor *= 3);
    }));
}

#[test]
fn two_plans_side_by_side() {
    let before = shared();
    let mut after = shared();
    after.plans = world("components:\n- {id: win, on: new, rate: 5 %}\n- {id: grow, on: expansion, rate: 20 %}\ntransition: {shares: [50 %]}\n", "", "", "").plans;
    let outcome = |world: &World| {
        let mut outcome = Outcome::default();
        world.postings().iter().for_each(|posting| outcome.add(posting).unwrap());
        outcome
    };
    let (before, after) = (outcome(&before), outcome(&after));
    let comparison = compare(&before, &after);
    expect![[r#"
        {
          "cost": [
            {
              "name": "all",
              "currency": "USD",
              "before": "250.00",
              "after": "350.00",
              "change": "100.00"
            }
          ],
          "people": [
            {
              "name": "ann",
              "currency": "USD",
              "before": "210.00",
              "after": "150.00",
              "change": "-60.00"
            },
            {
              "name": "bo",
              "currency": "USD",
              "before": "40.00",
              "after": "200.00",
              "change": "160.00"
            }
          ],
          "mix": [
            {
              "name": "grow",
              "currency": "USD",
              "before": "150.00",
              "after": "300.00",
              "change": "150.00"
            },
            {
              "name": "win",
              "currency": "USD",
              "before": "100.00",
              "after": "50.00",
              "change": "-50.00"
            }
          ],
          "winners": 1,
          "losers": 1,
          "same": 0
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&comparison).unwrap());
    let usd = "USD".parse().unwrap();
    let kept = |outcome: &Outcome| outcome.shares(Span::Year).into_values().collect::<Vec<_>>();
    assert_eq!((kept(&before), kept(&after)), (vec![11_000], vec![10_000]));
    let budget = |amount| Budget { amount, per: Span::Month };
    assert_eq!(after.beyond(usd, budget(9_000)), [("2024-01".parse().unwrap(), 1_000)]);
    assert_eq!(after.beyond(usd, budget(10_000)), []);
}

proptest! {
    #![proptest_config(crate::incentives::fewer_cases())]

    #[test]
    fn what_is_computed_has_no_breaches_and_its_reasons_come_back_from_json(world in worlds(Extent::Full)) {
        let postings = world.postings();
        prop_assert_eq!(breaches(&postings), "");
        for because in postings.iter().flat_map(|posting| &posting.because) {
            let text = serde_json::to_string(because).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Because>(&text).unwrap(), because);
        }
    }

    /// Statements of all periods follow one another, and their last closing is the total.
    #[test]
    fn statements_go_on_where_the_one_before_ended(world in worlds(Extent::Full)) {
        let postings = world.postings();
        let (Some(first), Some(last)) = (postings.first(), postings.last()) else { return Ok(()) };
        let mut before = None;
        for months in 0..=first.period.until(last.period) {
            let statement = statement("ann", first.period.plus(months), &postings).unwrap();
            if let Some(before) = before.filter(|_| !statement.opening.is_empty()) {
                prop_assert_eq!(&statement.opening, &before);
            }
            let own: i128 = statement.lines.iter().map(|line| line.own).sum();
            let all = |balances: &[tandem_core::incentives::statement::Balances]| {
                balances.iter().map(|b| i128::from(b.payable + b.awaiting + b.held + b.draw)).sum::<i128>()
            };
            prop_assert_eq!(all(&statement.opening) + own, all(&statement.closing));
            before = Some(statement.closing.clone()).filter(|closing| !closing.is_empty());
        }
    }
}
