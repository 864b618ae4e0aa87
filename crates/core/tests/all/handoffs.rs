//! Handoffs from the outside: acts in a table and against a reference model written another way, gates, steps, what moves, many at once.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod acts;
mod afterwards;
mod gates;
mod inventory;
mod mass;
mod matched;
mod receivers;
mod reference;
mod steps;

use chrono::{Days, NaiveDate};
use std::sync::LazyLock;
use tandem_core::handoffs::gates::facts::{
    Brief, Contact, Introduction, Load, Readiness, Requirements, Session, SessionKind,
};
use tandem_core::handoffs::inventory::{Inventory, Moves};
use tandem_core::handoffs::{
    Act, Actor, Carried, Dates, GateFacts, Handoff, Outcome, Party, Proposal, Request,
};
use tandem_core::ids::{HandoffId, SellerId, UnitId, UserId};
use tandem_core::stakeholders::ContactRole;

/// A day, counted from a Monday.
fn day(days: u64) -> NaiveDate {
    "2027-03-01".parse::<NaiveDate>().unwrap() + Days::new(days)
}

fn actor(party: Party) -> Actor {
    Actor { user: Some(UserId(7)), party }
}

fn proposal() -> Proposal {
    Proposal {
        id: HandoffId(1),
        unit: UnitId(10),
        giver: SellerId(1),
        receiver: Some(SellerId(2)),
        reason: "forty percent developed".to_owned(),
        by: actor(Party::System),
        at: day(0).and_hms_opt(9, 0, 0).unwrap().and_utc(),
        day: day(0),
        wish: None,
        said: None,
    }
}

fn needs() -> Requirements {
    Requirements {
        roles: vec![ContactRole::Champion],
        sessions_min: 2,
        kickoff: true,
        brief_min_bp: 8_000,
        live: true,
    }
}

/// Facts with which every gate is met.
fn good(on: NaiveDate) -> GateFacts {
    let session = |kind| Session { on: day(0), kind, attended: true };
    GateFacts {
        contacts: Some(vec![Contact { name: "Lin".to_owned(), roles: vec![ContactRole::Champion] }]),
        sessions: Some(vec![session(SessionKind::Kickoff), session(SessionKind::Working)]),
        brief: Some(Brief { complete_bp: 9_000, open_sections: Vec::new(), accepted: true }),
        commitments: Some(Vec::new()),
        opportunities: Some(Vec::new()),
        invoices: Some(Vec::new()),
        introductions: Some(vec![Introduction { on: day(0), live: true }]),
        readiness: Some(Readiness { ready: true, gaps: Vec::new() }),
        load: Some(Load { now: 10, adds: 1, limit: 30 }),
        open_steps: Some(Vec::new()),
        ..GateFacts::unknown(HandoffId(1), on)
    }
}

fn dates(introduction: u64, transfer: u64) -> Dates {
    Dates { introduction: day(introduction), transfer: day(transfer) }
}

fn request<'a>(act: &'a Act, party: Party, on: NaiveDate) -> Request<'a> {
    let at = on.and_hms_opt(10, 0, 0).unwrap().and_utc();
    Request { act, by: actor(party), at, day: on, version: None, gates: None, carried: Some(nothing()) }
}

/// A unit on which nothing hangs.
fn nothing() -> Carried<'static> {
    static NOTHING: LazyLock<(Inventory, Moves)> = LazyLock::new(Default::default);
    Carried { before: &NOTHING.0, moves: &NOTHING.1 }
}

/// The handoff after acts of a manager, all on one day with every gate met.
fn after(acts: &[Act], on: NaiveDate) -> Handoff {
    let report = tandem_core::handoffs::gates::check(&good(on), &needs());
    acts.iter().fold(Handoff::propose(proposal()).unwrap(), |handoff, act| {
        let party = if matches!(act, Act::Return { .. }) { Party::Receiver } else { Party::ReceivingManager };
        let request = Request { gates: Some(&report), ..request(act, party, on) };
        match handoff.apply(&request).unwrap() {
            Outcome::Applied { handoff, .. } => *handoff,
            Outcome::AlreadyDone(_) => panic!("{act:?} was done before"),
        }
    })
}
