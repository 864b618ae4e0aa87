//! Imports from end to end, with the real program as the reader of spreadsheets: small worlds of every source against golden files, hostile
//! files, runs that are killed, cancelled and undone. The worlds are made here after the headers of real exports.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod derived;
mod golden;
mod headers;
mod hostile;
mod salesforce;
mod sheets;
mod torn;
mod undo;
mod world;
