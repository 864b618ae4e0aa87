//! Territory alignment: what can be worked out by hand, against an independent checker, against brute force, and through its doors.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bound;
mod gap;
mod made;
mod objective;
mod reading;
mod search;
mod skills;
