//! Ctrl-C and progress.
use crate::simulate::example;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

#[test]
fn an_interrupt_ends_a_search_without_a_result() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["simulate", "search", "--seats", "24", "--threads", "2"])
        .arg(example("one-role.yaml"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Long enough that the program listens, far too short for so many plans.
    std::thread::sleep(std::time::Duration::from_millis(700));
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    let status = child.wait().unwrap();
    let (mut out, mut told) = (String::new(), String::new());
    child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!((status.code(), out.as_str()), (Some(130), ""));
    assert!(told.ends_with("stopped before the end: there is no result\n"), "{told}");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["simulate", "run", "--seeds", "20", "--weeks", "--json"])
        .arg(example("small.yaml"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn a_long_search_tells_how_far_it_is() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["simulate", "search", "--seats", "8", "--seeds", "16"])
        .arg(example("small.yaml"))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines: Vec<String> =
        BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap).collect();
    assert!(child.wait().unwrap().success());
    let mut percents: Vec<u32> = lines.iter().map(|line| percent(line)).collect();
    percents.sort_unstable();
    percents.dedup();
    // The last steps can be missing: plans that come out twice are judged once.
    assert!(percents.len() == lines.len() && lines.len() >= 8, "{lines:?}");
    assert!(percents.first() == Some(&10) && percents.iter().all(|percent| percent % 10 == 0), "{lines:?}");
}

fn percent(line: &str) -> u32 {
    assert!(line.contains(" % of ") && line.ends_with(" runs"), "{line}");
    line.split(' ').next().unwrap().parse().unwrap()
}
