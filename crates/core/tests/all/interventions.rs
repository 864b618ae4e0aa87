//! Interventions from the outside: what is read and refused, what is locked and when, what the panel takes.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod documents;
mod panels;
mod steps;

use tandem_core::interventions::{Intervention, Panel, panel, read};

/// A draft of six months with four people of eight.
const DRAFT: &str = "\
name: Prospecting mornings
kind: management
aim: crowd_out
start: 2027-01-01
end: 2027-06-30
people: [ann, ben, cem, dee]
expected: 0.05
";

fn draft() -> Intervention {
    read(DRAFT).unwrap()
}

/// Eight people over 2026, the person's number as hundredths.
fn measured() -> Panel {
    let mut text = "person,month,hunting_share\n".to_owned();
    for (number, person) in ["ann", "ben", "cem", "dee", "eve", "fay", "gus", "hal"].iter().enumerate() {
        (1..=12).for_each(|month| text += &format!("{person},2026-{month:02},0.2{number}\n"));
    }
    panel::read_csv(&text).unwrap().0
}
