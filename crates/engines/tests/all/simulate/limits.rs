//! Cases whose answer is known without a simulation: zero load, large numbers, constant hazards, closed forms, doubled companies.
use crate::simulate::{NO_SERVICE, mean, run};
use tandem_engines::simulate::hunting::opportunity_chance;
use tandem_engines::simulate::{Run, Scenario};

/// As [`NO_SERVICE`], with the team and more.
fn no_service(more: &str) -> Run {
    run(&format!("{NO_SERVICE}{more}\n"), 7)
}

fn logos(run: &Run) -> Vec<u32> {
    run.rows.iter().map(|row| row.logos).collect()
}

#[test]
fn without_service_hunters_are_generalists() {
    let (generalists, hunters) = (no_service(""), no_service("team: [0, 12, 0, 0]"));
    assert_eq!(logos(&generalists), logos(&hunters));
    assert!((generalists.arr() - hunters.arr()).abs() < 1e-6);
}

#[test]
fn without_service_account_managers_only_cost() {
    let hunters = no_service("team: [0, 12, 0, 0]\nomega: 0");
    let more = no_service("team: [0, 12, 3, 0]\nomega: 0");
    assert_eq!(logos(&hunters), logos(&more));
    let weeks = more.rows.iter().zip(&hunters.rows);
    let cost =
        weeks.map(|(more, less)| (more.cost - less.cost) * 1.1_f64.powf(-f64::from(less.week + 1) / 52.0));
    let (lost, cost) = (hunters.npv - more.npv, cost.sum::<f64>());
    assert!((lost - cost).abs() < 1e-3, "{lost} {cost}");
    assert!((lost - 1_021_512.0).abs() < 1.0, "three salaries, their managers and coaching: {lost}");
}

#[test]
fn without_service_coaching_changes_nothing() {
    let (none, much) = (no_service("psi: 0"), no_service("psi: 0.6\nc_psi: 0"));
    assert!((none.npv - much.npv).abs() < 1e-3, "{} {}", none.npv, much.npv);
}

#[test]
fn many_accounts_follow_the_difference_equation() {
    const N: f64 = 40_000.0;
    let run = run(
        &format!(
            "{NO_SERVICE}sig_s: 0\nn_acc: [0, 40000, 0]\nn_cust0: [0, 0, 0]\nn_bu: [1, 1, 1]\nN0: 200
team: [200, 0, 0, 0]\np_churn: [0, 0, 0]\np_con: 0\nuplift: 0\nwin: [0.22, 0.22, 0.22]\ncyc: [12, 12, 12]\n"
        ),
        11,
    );
    let effort = 200.0 * 28.0 / (1.0 + 0.75 * 0.15 + 0.25 * 0.60);
    let (mut prospects, mut found, mut won) = (N, Vec::<f64>::new(), 0.0);
    let mut pool_error: f64 = 0.0;
    for (week, row) in run.rows.iter().enumerate() {
        won += if week >= 12 { 0.22 * found[week - 12] } else { 0.0 };
        prospects += if week >= 38 { 0.78 * found[week - 38] } else { 0.0 };
        pool_error = pool_error.max((row.prospects as f64 / prospects - 1.0).abs());
        let hours = effort / prospects;
        found.push(prospects * 0.011 * hours / (0.08 + hours));
        prospects -= found[week];
    }
    let wins = f64::from(run.count(|row| row.logos)) / won - 1.0;
    let opportunities = f64::from(run.count(|row| row.opportunities)) / found.iter().sum::<f64>() - 1.0;
    assert!(
        wins.abs() < 0.02 && opportunities.abs() < 0.02 && pool_error < 0.02,
        "{wins} {opportunities} {pool_error}"
    );
}

#[test]
fn constant_hazards_leave_the_power_of_what_stays() {
    let run = run(
        &format!(
            "{NO_SERVICE}n_cust0: [2000, 0, 0]\nn_acc: [2000, 0, 0]\nq_max: 0\nb_R: 0\nb_C: 0\np_con: 0\nuplift: 0
p_churn: [0.16, 0.16, 0.16]\n"
        ),
        2,
    );
    let (left, expected) = (run.rows[155].customers as f64 / 2000.0, 0.84_f64.powi(3));
    assert!((left - expected).abs() < 3.0 * (expected * (1.0 - expected) / 2000.0).sqrt(), "{left}");
}

#[test]
fn relationships_approach_their_ceiling_as_the_closed_form_says() {
    // Full coverage by average skill, no events: R(t) = R* - (R* - R0) (1 - rho)^t for every customer alike.
    let run =
        run(&format!("{NO_SERVICE}sig_s: 0\nq_max: 0\np_churn: [0, 0, 0]\np_con: 0\nR0: 0.5\nT: 60\n"), 1);
    for row in &run.rows {
        let expected = 0.72 - 0.22 * 0.98_f64.powi(row.week + 1);
        assert!((row.relationship - expected).abs() < 1e-9, "{} {}", row.week, row.relationship);
    }
}

#[test]
fn the_response_to_hunting_has_the_elasticity_of_its_formula() {
    let scenario = Scenario::default();
    for hours in [0.02, 0.05, 0.1] {
        let log = |hours: f64| opportunity_chance(&scenario, hours).ln();
        let elasticity = (log(hours * 1.0001) - log(hours / 1.0001)) / (2.0 * 1.0001_f64.ln());
        assert!((elasticity - 0.08 / (0.08 + hours)).abs() < 1e-4, "{hours} {elasticity}");
    }
}

#[test]
fn a_company_twice_as_large_sells_twice_as_much() {
    let double = "{team: [0, 12, 8, 4], N0: 24, n_acc: [4000, 2000, 600], n_cust0: [120, 84, 20]}";
    let ratio = mean(double, Run::arr) / mean("team: [0, 6, 4, 2]", Run::arr);
    assert!((ratio - 2.0).abs() < 0.1, "{ratio}");
}

#[test]
fn two_roles_win_where_nothing_speaks_against_them() {
    let free = "D0: 0, h_ov: 0, h_ho: 0, coord: 0, omega: 0, base: [1.0e5, 1.0e5, 1.0e5, 1.0e5]";
    let one = format!("{{{free}}}");
    let two = format!("{{{free}, team: [0, 6, 6, 0], policy: first}}");
    let paired: Vec<f64> = (1..=12).map(|seed| run(&two, seed).npv - run(&one, seed).npv).collect();
    let average = paired.iter().sum::<f64>() / 12.0;
    let variance = paired.iter().map(|more| (more - average).powi(2)).sum::<f64>() / 11.0;
    assert!(average > 4.0 * (variance / 12.0).sqrt() && average > 4e6, "{average}");
}

#[test]
fn one_role_wins_where_everything_speaks_against_two() {
    let against = "n_cust0: [30, 21, 5], f_easy: 0.2, psi: 0.5, l_spec: 0, l_off: 0, r_fit: 0, D0: 0.9, coord: 3, omega: 0.5";
    let one = mean(&format!("{{{against}}}"), |run| run.npv);
    let two = mean(&format!("{{{against}, team: [0, 6, 6, 0], m_wk: [13, 13, 13]}}"), |run| run.npv);
    assert!(one > two + 2e6, "{one} {two}");
}

#[test]
fn a_seller_who_leaves_costs_what_was_measured_of_such_departures() {
    // Shi, Sridhar, Grewal and Lilien (2017) report 13.2 to 17.6 % of a customer's sales in the year after.
    // A usual departure costs six tenths of the relationship; see the formula of the loss.
    let quiet = "att: 0, q_max: 0, T: 52";
    let change = |seed| {
        let kept = run(&format!("{{{quiet}}}"), seed).arr();
        run(&format!("{{{quiet}, shock: 0.6}}"), seed).arr() / kept - 1.0
    };
    let average = (1..=24).map(change).sum::<f64>() / 24.0;
    assert!((-0.176..-0.132).contains(&average), "{average}");
}
