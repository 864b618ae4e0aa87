//! The assignment problem: a file of our own, judged here.
use crate::align::{example, json, refusal, stdout};

/// Cost of an assignment, agents from 1, by reading the file anew; it must keep the capacities.
fn cost(text: &str, agents: &[usize]) -> u64 {
    let numbers: Vec<u64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
    let (m, n) = (numbers[0] as usize, numbers[1] as usize);
    assert_eq!(agents.len(), n);
    let mut loads = vec![0; m];
    let mut sum = 0;
    for (job, agent) in agents.iter().enumerate() {
        sum += numbers[2 + (agent - 1) * n + job];
        loads[agent - 1] += numbers[2 + m * n + (agent - 1) * n + job];
    }
    for (agent, load) in loads.iter().enumerate() {
        assert!(*load <= numbers[2 + 2 * m * n + agent], "agent {} carries {load}", agent + 1);
    }
    sum
}

#[test]
fn the_value_printed_is_that_of_the_agents_written() {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (example("jobs.txt"), folder.path().join("agents.txt"));
    let words = ["gap", file.to_str().unwrap(), "--moves", "3000000", "--out", out.to_str().unwrap()];
    let printed = json(&stdout(&[&words[..], &["--json"]].concat()));
    let written = std::fs::read_to_string(&out).unwrap();
    let agents: Vec<usize> = written.lines().map(|line| line.parse().unwrap()).collect();
    let value = cost(&std::fs::read_to_string(&file).unwrap(), &agents);
    assert_eq!(printed["value"], value);
    assert!(printed["lower_bound"].as_u64().unwrap() <= value);
    let again = folder.path().join("again.txt");
    let words = ["gap", file.to_str().unwrap(), "--moves", "3000000", "--out", again.to_str().unwrap()];
    let said = stdout(&[&words[..], &["--threads", "2"]].concat());
    assert!(said.starts_with(&format!("value {value}, no assignment is below ")), "{said}");
    assert_eq!(std::fs::read_to_string(&again).unwrap(), written);
}

#[test]
fn what_cannot_be_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("jobs.txt");
    let solve = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let output = crate::align::tandem(&["gap", file.to_str().unwrap(), "--moves", "1000"]);
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).unwrap()
    };
    let said = solve("1 2\n1 1\n3 3\n5\n");
    assert!(said.starts_with("no assignment was found that keeps the capacities"), "{said}");
    std::fs::write(&file, "1 2\n1 x\n3 3\n5\n").unwrap();
    let told = refusal(&["gap", file.to_str().unwrap()]);
    assert!(
        told.contains("is no assignment problem: line 2: `x` cannot be a cost: write a whole number"),
        "{told}"
    );
}
