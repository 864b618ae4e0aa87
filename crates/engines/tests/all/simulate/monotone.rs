//! Directions that nobody doubts: more load, fewer customers; more of what helps, more value. Means over twelve seeds.
use crate::simulate::mean;
use tandem_engines::simulate::Run;

const SPLIT: &str = "team: [0, 6, 4, 2]";

fn logos(run: &Run) -> f64 {
    f64::from(run.count(|row| row.logos))
}

fn npv(run: &Run) -> f64 {
    run.npv
}

/// The measure falls (or rises) from each document to the next.
fn check(team: &str, documents: &[&str], measure: fn(&Run) -> f64, sign: f64) {
    let values: Vec<f64> =
        documents.iter().map(|document| mean(&format!("{{{team}, {document}}}"), measure)).collect();
    for (pair, names) in values.windows(2).zip(documents.windows(2)) {
        assert!((pair[1] - pair[0]) * sign > 0.0, "{names:?} {pair:?}");
    }
}

const ONE: &str = "team: [12, 0, 0, 0]";

#[test]
fn more_service_leaves_fewer_new_customers() {
    let loads = ["m_rt: [0.10, 0.20, 0.30]", "m_rt: [0.15, 0.30, 0.45]", "m_rt: [0.25, 0.5, 0.75]"];
    check(ONE, &loads, logos, -1.0);
}

#[test]
fn more_coaching_brings_more_new_customers() {
    check(ONE, &["psi: 0", "psi: 0.2", "psi: 0.4", "psi: 0.6"], logos, 1.0);
}

#[test]
fn more_churn_leaves_less_arr() {
    let rates = ["p_churn: [0.08, 0.05, 0.03]", "p_churn: [0.16, 0.10, 0.05]", "p_churn: [0.30, 0.20, 0.10]"];
    check(ONE, &rates, Run::arr, -1.0);
}

#[test]
fn greater_losses_at_handoffs_are_worth_less() {
    check(SPLIT, &["D0: 0", "D0: 0.34", "D0: 0.68", "D0: 0.95"], npv, -1.0);
}

#[test]
fn longer_overlap_keeps_more() {
    let overlap =
        ["W_ov: 0", "W_ov: 4", "W_ov: 8"].map(|weeks| format!("{weeks}, policy: first, h_ov: 0, impl_am: 0"));
    let overlap: Vec<&str> = overlap.iter().map(String::as_str).collect();
    check(SPLIT, &overlap, |run| run.years[0].nrr.unwrap(), 1.0);
}

#[test]
fn better_records_bring_more_arr() {
    check(SPLIT, &["I_max: 0.2", "I_max: 0.6", "I_max: 1.0"], Run::arr, 1.0);
}

#[test]
fn more_focus_is_worth_more() {
    check(SPLIT, &["l_spec: 0", "l_spec: 0.08", "l_spec: 0.16", "l_spec: 0.25"], npv, 1.0);
}

#[test]
fn dearer_inside_sellers_are_worth_less() {
    let pay = ["40e3", "60e3", "90e3"].map(|pay| format!("base: [100.0e3, 100.0e3, 80.0e3, {pay}]"));
    let pay: Vec<&str> = pay.iter().map(String::as_str).collect();
    check(SPLIT, &pay, npv, -1.0);
}
