//! Runs against golden.json. Its numbers are those of the reference program: an independent one, in Python with numpy 2.4, written
//! before this one. Each row is a scenario's parameters where they differ from the defaults, a seed, and what the program gave.
//! The rows "at random" draw nearly every parameter over a wide range, so that every branch of the model is taken.
use crate::simulate::scenario;
use serde_json::Value;
use tandem_engines::simulate::{Detail, Outcome, simulate};

#[test]
fn counts_are_equal_and_money_is_within_a_millionth() {
    let rows: Vec<Value> = serde_json::from_str(include_str!("golden.json")).unwrap();
    assert_eq!(rows.len(), 57);
    for row in rows {
        check(&row);
    }
}

fn check(row: &Value) {
    let of = format!("{} {}", row["name"], row["seed"]);
    let scenario = scenario(&row["scenario"].to_string());
    let run = simulate(&scenario, row["seed"].as_u64().unwrap());
    let outcome = serde_json::to_value(Outcome::of(&scenario, run, Detail::Short)).unwrap();
    for count in ["logos", "lost", "opportunities", "handoffs", "leavers"] {
        assert_eq!(outcome[count], row[count], "{of} {count}");
    }
    for money in ["npv", "npv_operating", "cost", "arr"] {
        near(&outcome[money], &row[money], 1e-6, 0.01, &format!("{of} {money}"));
    }
    for rate in ["nrr", "grr"] {
        near(&outcome[rate], &row[rate], 0.0, 1e-6, &format!("{of} {rate}"));
    }
}

/// Equal but for a share of the number and for the places it was rounded to.
fn near(got: &Value, wanted: &Value, share: f64, places: f64, of: &str) {
    match (got, wanted) {
        (Value::Array(got), Value::Array(wanted)) => {
            assert_eq!(got.len(), wanted.len(), "{of}");
            got.iter().zip(wanted).for_each(|(got, wanted)| near(got, wanted, share, places, of));
        }
        (Value::Null, Value::Null) => {}
        _ => {
            let (got, wanted) = (got.as_f64().unwrap(), wanted.as_f64().unwrap());
            assert!((got - wanted).abs() <= share * wanted.abs() + places, "{of}: {got} is not {wanted}");
        }
    }
}

#[test]
fn the_published_values_are_met() {
    for (document, arr, counts, npvs) in [
        (
            "",
            [5_505_672.62, 8_151_854.56, 11_061_508.70, 12_132_740.99],
            [202, 90, 898, 0, 13],
            [11_813_988.73, 26_034_181.03],
        ),
        (
            "team: [0, 6, 4, 2]",
            [5_505_672.62, 7_189_912.06, 10_032_602.65, 11_692_430.49],
            [241, 111, 1105, 252, 13],
            [11_088_341.46, 24_792_467.35],
        ),
        (
            "{team: [0, 6, 6, 0], policy: pen}",
            [5_505_672.62, 7_536_188.33, 10_178_433.07, 11_132_789.16],
            [167, 79, 769, 103, 13],
            [11_169_390.16, 24_217_587.82],
        ),
    ] {
        let scenario = scenario(document);
        let outcome = Outcome::of(&scenario, simulate(&scenario, 1), Detail::Short);
        let o = &outcome;
        assert_eq!(o.arr, arr, "{document}");
        assert_eq!([o.logos, o.lost, o.opportunities, o.handoffs, o.leavers], counts, "{document}");
        for (got, wanted) in [o.npv_operating, o.npv].into_iter().zip(npvs) {
            assert!((got - wanted).abs() < 0.02, "{document}: {got} is not {wanted}");
        }
        if document.is_empty() {
            assert_eq!((o.nrr[0], o.grr[0]), (Some(1.065_764), Some(0.896_205)));
        }
    }
}
