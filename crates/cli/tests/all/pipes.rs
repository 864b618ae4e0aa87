//! A reader that stops reading ends the command, quietly.
use std::process::{Command, Stdio};

#[test]
fn who_has_seen_enough_may_go() {
    let mut tandem = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .arg("openapi")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(tandem.stdout.take());
    let ended = tandem.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(ended.status.code(), Some(0));
}
