//! Development only: the company that everybody knows, either database for one test, a server without a socket.
#![expect(
    clippy::panic,
    reason = "whoever asks for what is not there is a test, and shall fail with the reason"
)]

pub mod acme;
mod client;
mod database;
mod dump;
mod house;
mod macros;

pub use client::{Answer, Call, Client};
pub use database::{Kind, TestDb};
pub use dump::{Dump, columns, dump};
pub use house::{House, PASSWORD, Person, TODAY, today};
