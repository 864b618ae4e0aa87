//! Handoffs: a unit passes from one seller to another as tracked work in which nothing is lost.
//! What may happen when, who may do it, and why not; never who is signed in, what is stored or what the clock says.
pub mod acts;
mod allowed;
mod apply;
mod done;
pub mod gates;
mod handoff;
pub mod inventory;
pub mod loss;
pub mod mass;
pub mod matched;
mod open;
pub mod outcome;
pub mod receivers;
pub mod record;
pub mod refused;
pub mod state;
pub mod steps;

pub use acts::{Act, ActKind, Actor, Dates, Party};
pub use apply::{
    Carried, Outcome, OwnershipChange, REASON_LETTERS_MAX, Request, SETTLE_DAYS_MIN, TRANSFER_DAYS_MAX,
};
pub use gates::{Gate, GateFacts, GateReport, Requirements};
pub use handoff::Handoff;
pub use record::{Proposal, Record, Wish};
pub use refused::Refused;
pub use state::State;
