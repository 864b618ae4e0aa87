//! What is refused, with its place and what to do; nothing is printed on stdout then.
use crate::simulate::tandem;

fn refusal(document: &str, words: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scenario.yaml");
    std::fs::write(&path, document).unwrap();
    let output = tandem(&[words, &[path.to_str().unwrap()]].concat());
    assert!(!output.status.success() && output.stdout.is_empty(), "{document}");
    String::from_utf8(output.stderr).unwrap().replace(path.to_str().unwrap(), "FILE")
}

#[test]
fn everything_wrong_with_a_document_is_told_at_once() {
    assert_eq!(
        refusal("teem: [12, 0, 0, 0]\np_rem: 3\n", &["run"]),
        "error: `FILE` is no scenario:\n  line 1, column 1: there is no parameter `teem`: did you mean `team`?\n  line 2, column 8: `p_rem`: `3` is not possible: give a number from 0 to 1\n"
    );
}

#[test]
fn a_file_that_is_not_there_and_too_few_seeds_are_refused() {
    let output = tandem(&["run", "nowhere.yaml"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere.yaml` cannot be read"));
    let few = refusal("", &["search", "--seats", "3", "--seeds", "4"]);
    assert_eq!(few, "error: a search cannot judge on 4 seeds: give --seeds 8 or more\n");
    let none = refusal("", &["run", "--seeds", "0"]);
    assert!(none.contains("0 is not in 1..=100000"), "{none}");
}

#[test]
fn scenarios_of_two_lengths_are_not_compared() {
    let output = tandem(&["compare", "one-role.yaml", "small.yaml"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && output.stdout.is_empty());
    assert_eq!(told, "error: the scenarios run for 156 and 78 weeks: give both the same `T`\n");
}
