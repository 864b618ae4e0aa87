//! Published figures: each plan, event and expected amount is written anew here; the sources are named beside them.
use crate::incentives::told::{World, world};
use tandem_core::incentives::{Movement, read};

/// What each person gets in all, in minor units, by name.
fn paid(world: &World) -> Vec<(String, i64)> {
    let mut sums = std::collections::BTreeMap::new();
    for entry in world.postings().into_iter().flat_map(|posting| posting.entries) {
        if let Some(person) = entry.person {
            *sums.entry(person.to_string()).or_insert(0) += entry.minor;
        }
    }
    sums.into_iter().collect()
}

fn tiers(apply: &str, per: &str, steps: &str) -> String {
    format!("components:\n- {{id: win, on: new, tiers: {{apply: {apply}, per: {per}, steps: [{steps}]}}}}\n")
}

/// One deal of one person under a plan: what it pays, in minor units.
fn check(plan: &str, amount: &str, expected: i64) {
    let world = world(plan, "", "", &format!("e1,2024-01-10,u1,new,{amount},USD,ann:100,,,"));
    assert_eq!(paid(&world), [("ann".to_owned(), expected)], "{plan} {amount}");
}

/// prowi.io, commission calculations.
#[test]
fn flat() {
    check("components: [{id: win, on: new, rate: 10 %}]", "100000", 1_000_000);
}

/// referello.com (tiered calculator), excelforum 861932, bentega.io (table; the arithmetic is ours).
#[test]
fn marginal_steps() {
    check(&tiers("marginal", "year", "{from: 0, rate: 10 %}, {from: 10000, rate: 20 %}"), "15000", 200_000);
    let three = "{from: 0, rate: 5 %}, {from: 100000, rate: 6 %}, {from: 125000, rate: 7 %}";
    check(&tiers("marginal", "year", three), "150000", 825_000);
    let bentega = "{from: 0, rate: 5 %}, {from: 10000, rate: 7 %}, {from: 25000, rate: 10 %}";
    check(&tiers("marginal", "year", bentega), "30000", 205_000);
    check(&tiers("whole", "year", bentega), "30000", 300_000);
}

/// help.mytime.com 360046956372: the vendor prints 424.98 for the third because its upper bounds end in .99; half-open bounds give 425.00.
#[test]
fn marginal_steps_begin_anew_in_each_pay_cycle() {
    let plan = tiers(
        "marginal",
        "month",
        "{from: 0, rate: 25 %}, {from: 500, rate: 30 %}, {from: 3000, rate: 40 %}",
    );
    let events = "e1,2024-01-10,u1,new,400,USD,ann:100,,,
        e2,2024-02-10,u1,new,100,USD,ann:100,,,
        e3,2024-03-10,u1,new,1500,USD,ann:100,,,
        e4,2024-04-10,u1,new,5000,USD,ann:100,,,";
    let mut cycles = std::collections::BTreeMap::new();
    for posting in world(&plan, "", "", events).postings() {
        *cycles.entry(posting.period.to_string()).or_insert(0) += posting.of_person("ann");
    }
    assert_eq!(cycles.into_values().collect::<Vec<_>>(), [10_000, 2_500, 42_500, 167_500]);
}

/// salescookie (non-cumulative plans): the whole amount at the highest step reached, and the same table marginal.
#[test]
fn attainment_of_the_whole_amount() {
    let plan = |apply: &str| {
        format!(
            "components:
- id: win
  on: new
  tiers: {{by: attainment, apply: {apply}, per: year, steps: [{{from: 0 %, rate: 6 %}}, {{from: 100 %, rate: 8 %}}, {{from: 150 %, rate: 10 %}}]}}
  quota: {{amount: 100000, per: year}}
"
        )
    };
    check(&plan("whole"), "110000", 880_000);
    check(&plan("marginal"), "110000", 680_000);
}

/// excelforum 861932: an accelerator once the year to date is above its quota. The source leaves open which quota; the plan names it.
#[test]
fn an_accelerator_names_its_gate() {
    let plan = |against: &str| {
        format!(
            "components:
- id: win
  on: new
  tiers: {{by: attainment, apply: marginal, per: year, against: {against}, steps: [{{from: 0 %, rate: 5 %}}, {{from: 100 %, rate: 8 %}}]}}
  quota: {{amount: 100000, per: quarter}}
"
        )
    };
    let events = "e1,2024-02-10,u1,new,50000,USD,ann:100,,,
        e2,2024-05-10,u1,new,75000,USD,ann:100,,,
        e3,2024-08-10,u1,new,200000,USD,ann:100,,,";
    let third = |plan: &str| -> i128 {
        let postings = world(plan, "", "", events).postings();
        postings
            .iter()
            .filter(|posting| &*posting.id.event == "e3")
            .map(|posting| posting.of_person("ann"))
            .sum()
    };
    // 175,000 up to the 300,000 of three quarters, 25,000 above.
    assert_eq!(third(&plan("to_date")), 875_000 + 200_000);
    // The 400,000 of the year are not reached.
    assert_eq!(third(&plan("whole")), 1_000_000);
}

/// prowi.io, split commission: a fee per meeting and a rate of the part for one, a rate for the other.
#[test]
fn a_split_of_two_roles_with_a_fee() {
    let world = world(
        "components:
- {id: fee, on: new, roles: [sdr], fixed_each: 50}
- {id: lead, on: new, roles: [sdr], rate: 2 %}
- {id: win, on: new, roles: [ae], rate: 10 %}
",
        "sid,sdr,2023-01-01,,\nada,ae,2023-01-01,,",
        "",
        "e1,2024-01-10,u1,new,100000,USD,sid:15;ada:85,,,",
    );
    assert_eq!(paid(&world), [("ada".to_owned(), 850_000), ("sid".to_owned(), 35_000)]);
}

/// help.salesforce.com, splits: the revenue is 100 %, an overlay is beyond it (amounts ours).
#[test]
fn an_overlay_is_beyond_the_revenue() {
    let events = "e1,2024-01-10,u1,new,100000,USD,a:50;b:50;a:20:overlay,,,";
    let postings = world("components: [{id: win, on: new, rate: 10 %}]", "", "", events).postings();
    let bases: Vec<Option<i64>> = postings.iter().map(|posting| posting.base).collect();
    assert_eq!(bases, [Some(5_000_000), Some(5_000_000), Some(2_000_000)]);
}

/// OCA/commission, sections (facts only): outside of every section nothing is paid, and a section that ends before it begins is refused.
#[test]
fn sections() {
    let plan = tiers("whole", "event", "{from: 15000, to: 16000.01, rate: 20 %}");
    for (amount, expected) in
        [("15500", 310_000), ("14999", 0), ("16001", 0), ("15000", 300_000), ("16000", 320_000)]
    {
        check(&plan, amount, expected);
    }
    let head = "name: A\nversion: 1\neffective: 2024-01-01\ncurrency: USD\n";
    let refused =
        read(&format!("{head}{}", tiers("whole", "event", "{from: 5, to: 1, rate: 20 %}"))).unwrap_err();
    assert!(refused[0].reason.contains("`to` is not above `from`"), "{refused:?}");
}

/// OCA/commission, refunds (facts only): 20 % of 1,000 and then a full refund are nothing together.
#[test]
fn a_credit_note_takes_all_back() {
    let events = "e1,2024-01-10,u1,new,1000,USD,ann:100,,,\nr1,2024-02-10,u1,refund,1000,USD,,e1,,";
    let world = world("components: [{id: win, on: new, rate: 20 %}]", "", "", events);
    let each: Vec<i128> = world.postings().iter().map(|posting| posting.of_person("ann")).collect();
    assert_eq!(each, [20_000, -20_000]);
}

/// The americadataset rules on quotas: a deal that was paid at a higher step is cancelled in the next quarter, and what is owed is what the
/// quarter has paid less what it pays without the deal.
#[test]
fn a_cancelled_deal_owes_what_only_the_higher_step_paid() {
    let steps = "{from: 0, rate: 5 %}, {from: 450000, rate: 10 %}";
    for apply in ["marginal", "whole"] {
        let deals = "e1,2024-01-10,u1,new,450000,USD,ann:100,,,\ne2,2024-02-10,u2,new,50000,USD,ann:100,,,\n";
        let with = world(&tiers(apply, "quarter", steps), "", "", deals);
        let cancelled = world(
            &tiers(apply, "quarter", steps),
            "",
            "",
            &format!("{deals}r1,2024-05-10,u1,refund,,,,e1,,"),
        );
        let mut without = with.clone();
        without.events.retain(|event| event.movement == Movement::New && event.id == "e2");
        assert_eq!(paid(&cancelled), paid(&without), "{apply}");
        assert!(paid(&with) > paid(&without), "{apply}");
    }
}

/// A share that falls evenly over six months, after the article: every month all is given, to the cent.
#[test]
fn an_even_handover() {
    for months in 0..8_u32 {
        let day = format!("2024-{:02}-15", months + 1);
        let world = world(
            "components: [{id: grow, on: expansion, rate: 10 %}]\ntransition: {linear_months: 6}\n",
            "",
            "u1,ann,bo,2024-01-15,,",
            &format!("e1,{day},u1,expansion,1000.07,USD,bo:100,,,"),
        );
        let sums = paid(&world);
        assert_eq!(sums.iter().map(|(_, minor)| minor).sum::<i64>(), 10_001);
        let ann = sums.iter().find(|(name, _)| name == "ann").map_or(0, |(_, minor)| *minor);
        let exact = 10_001 * i64::from(6_u32.saturating_sub(months));
        assert!((ann * 6 - exact).abs() <= 3, "{months}: {ann}");
    }
}
