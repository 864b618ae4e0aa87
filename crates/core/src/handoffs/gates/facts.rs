//! What gates look at. Nothing known is `None`; known to be nothing is an empty list.
use crate::ids::HandoffId;
use crate::languages::Words;
use crate::stakeholders::ContactRole;
use crate::words::words;
use chrono::NaiveDate;

/// The facts of one handoff on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateFacts {
    /// Whose.
    pub handoff: HandoffId,
    /// The day on which they hold.
    pub day: NaiveDate,
    /// People at the unit.
    pub contacts: Option<Vec<Contact>>,
    /// Meetings of the implementation.
    pub sessions: Option<Vec<Session>>,
    /// How the brief stands.
    pub brief: Option<Brief>,
    /// Commitments that are open.
    pub commitments: Option<Vec<Commitment>>,
    /// Opportunities that are open.
    pub opportunities: Option<Vec<Opportunity>>,
    /// Invoices that are due and not paid.
    pub invoices: Option<Vec<Invoice>>,
    /// Meetings and messages in which the receiver was introduced.
    pub introductions: Option<Vec<Introduction>>,
    /// Whether the receiver can do the work.
    pub readiness: Option<Readiness>,
    /// How much the receiver carries.
    pub load: Option<Load>,
    /// Steps that others wait for and that are not done, by title.
    pub open_steps: Option<Vec<Words>>,
}

impl GateFacts {
    /// A handoff of which nothing is known yet.
    pub fn unknown(handoff: HandoffId, day: NaiveDate) -> Self {
        Self {
            handoff,
            day,
            contacts: None,
            sessions: None,
            brief: None,
            commitments: None,
            opportunities: None,
            invoices: None,
            introductions: None,
            readiness: None,
            load: None,
            open_steps: None,
        }
    }
}

/// Somebody at the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// What they are there for.
    pub roles: Vec<ContactRole>,
}

words! {
    /// What a meeting of the implementation was.
    SessionKind {
        /// Its beginning.
        Kickoff = "kickoff",
        /// Work on it together.
        Working = "working",
        /// Users learn it.
        Training = "training",
        /// A look back.
        Review = "review",
    }
}

/// A meeting of the implementation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its day.
    pub on: NaiveDate,
    /// What it was.
    pub kind: SessionKind,
    /// Whether the receiver was there.
    pub attended: bool,
}

/// How the brief stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its completeness, in hundredths of a percent.
    pub complete_bp: i64,
    /// Sections that must be complete and are not, by title.
    pub open_sections: Vec<Words>,
    /// Whether the receiver accepted it as it now stands.
    pub accepted: bool,
}

/// An open commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// What was promised.
    pub what: String,
    /// Whether giver and receiver went through it in this handoff.
    pub walked: bool,
    /// Whether somebody who is there owns it.
    pub owned: bool,
}

/// Who goes on with an open opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The giver, until this day; then it passes to the receiver.
    KeptUntil(NaiveDate),
    /// The receiver, with the unit.
    Moved,
}

/// An open opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunity {
    /// What it is called.
    pub name: String,
    /// Who goes on with it; none where nobody decided.
    pub fate: Option<Fate>,
}

/// An invoice that is due and not paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// Its number.
    pub number: String,
    /// When it was due.
    pub due: NaiveDate,
    /// Why the handoff need not wait for it.
    pub explained: Option<String>,
}

/// The receiver was introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// Its day.
    pub on: NaiveDate,
    /// In a meeting or a call, not in writing only.
    pub live: bool,
}

/// Whether the receiver can do the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Whether.
    pub ready: bool,
    /// What is still to be learned.
    pub gaps: Vec<Words>,
}

/// How much the receiver carries, in whatever the company counts load (units, hours a week, points).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Without the unit.
    pub now: i64,
    /// What the unit adds.
    pub adds: i64,
    /// What one can carry.
    pub limit: i64,
}

/// What the playbook asks for at the gates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirements {
    /// Roles that somebody at the unit must have.
    pub roles: Vec<ContactRole>,
    /// Meetings of the implementation that the receiver must have attended, at least.
    pub sessions_min: usize,
    /// Whether its beginning must be one of them.
    pub kickoff: bool,
    /// Completeness of the brief, at least, in hundredths of a percent.
    pub brief_min_bp: i64,
    /// Whether the introduction must be a meeting or a call.
    pub live: bool,
}
