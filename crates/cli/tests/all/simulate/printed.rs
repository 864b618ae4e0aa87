//! What the commands print, whole.
use crate::simulate::{example, stdout};
use serde_json::Value;

fn check(name: &str, words: &[&str]) {
    let printed = stdout(words);
    let path = example("expected").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, printed).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(printed == expected, "{} is not what came:\n{printed}", path.display());
}

#[test]
fn runs() {
    check("one-role.json", &["run", "one-role.yaml", "--seeds", "3", "--json"]);
    check("two-roles.json", &["run", "two-roles.yaml", "--seeds", "3", "--json"]);
    check("two-roles.txt", &["run", "two-roles.yaml", "--seeds", "3"]);
    check("small-weeks.txt", &["run", "small.yaml", "--seeds", "2", "--weeks"]);
}

#[test]
fn comparisons() {
    check("coached.json", &["compare", "one-role.yaml", "coached.yaml", "--seeds", "8", "--json"]);
    check("two-roles-or-one.txt", &["compare", "one-role.yaml", "two-roles.yaml", "--seeds", "8"]);
}

#[test]
fn what_the_answer_hangs_on() {
    let words = ["compare", "small.yaml", "small-two-roles.yaml", "--seeds", "8", "--drivers", "4"];
    check("small-drivers.txt", &words);
    check("small-drivers.json", &[&words[..], &["--json"]].concat());
}

#[test]
fn searches() {
    check("small-search.json", &["search", "small.yaml", "--seats", "4", "--seeds", "16", "--json"]);
    check("small-search.txt", &["search", "small.yaml", "--seats", "4", "--seeds", "16"]);
}

#[test]
fn parameters() {
    check("parameters.yaml", &["parameters"]);
    let list: Value = serde_json::from_str(&stdout(&["parameters", "--json"])).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 113);
}

#[test]
fn what_parameters_prints_is_a_scenario_that_changes_nothing() {
    let path = example("expected/parameters.yaml");
    let printed: Value =
        serde_json::from_str(&stdout(&["run", path.to_str().unwrap(), "--seeds", "1", "--json"])).unwrap();
    assert_eq!(printed["scenario"], serde_json::json!({}));
}

#[test]
fn the_published_run_is_printed() {
    let printed: Value =
        serde_json::from_str(&stdout(&["run", "one-role.yaml", "--seeds", "1", "--json"])).unwrap();
    let run = &printed["seeds"][0];
    assert_eq!(run["arr"], serde_json::json!([5505672.62, 8151854.56, 11061508.7, 12132740.99]));
    assert_eq!([&run["logos"], &run["lost"], &run["opportunities"], &run["leavers"]], [202, 90, 898, 13]);
}

#[test]
fn weeks_add_up_in_json() {
    let words = ["run", "two-roles.yaml", "--seeds", "1", "--weeks", "--json"];
    let printed: Value = serde_json::from_str(&stdout(&words)).unwrap();
    let weeks = printed["seeds"][0]["weeks"].as_array().unwrap();
    assert_eq!(weeks.len(), 156);
    for week in weeks {
        let of = |name: &str| week[name].as_f64().unwrap();
        let end = of("start") + of("new") + of("expansion") - of("contraction") - of("churn");
        assert!((end - of("end")).abs() < 1e-5, "{week}");
    }
}

#[test]
fn the_same_seeds_give_the_same_bytes_on_any_number_of_threads() {
    for words in [
        ["run", "small.yaml", "--seeds", "9", "--weeks", "--json"].as_slice(),
        &["compare", "one-role.yaml", "coached.yaml", "--seeds", "5"],
        &["search", "small.yaml", "--seats", "3", "--seeds", "8"],
    ] {
        let on = |threads: &'static str| stdout(&[words, &["--threads", threads]].concat());
        assert_eq!(on("1"), on("3"), "{words:?}");
    }
    let other = stdout(&["run", "small.yaml", "--seeds", "2", "--first-seed", "2"]);
    assert_ne!(stdout(&["run", "small.yaml", "--seeds", "2"]), other, "other seeds are other lives");
}
