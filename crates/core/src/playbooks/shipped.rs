//! The playbooks that the program comes with. A company changes a copy under another version.
use super::{Playbook, read};

/// Their names, as rules of engagement name them, and their text.
pub const SHIPPED: [(&str, &str); 3] = [
    ("standard", include_str!("standard.yaml")),
    ("small", include_str!("small.yaml")),
    ("remote", include_str!("remote.yaml")),
];

/// One of them by name.
pub fn shipped(name: &str) -> Option<Playbook> {
    let (_, text) = SHIPPED.iter().find(|(known, _)| *known == name)?;
    read(text).ok()
}
