//! Incentives: plans, what they are computed from, the ledger, closed periods and questions. All but drafts of plans is only appended, and the
//! database itself refuses anything else.
mod ledger;
mod plans;
mod questions;
mod record;

pub use ledger::{
    EntryRow, EventRow, InputRow, PeriodRow, PostingRow, RunRow, add_events, add_inputs, add_postings,
    add_run, close, entries, events, inputs, periods, postings, runs, unchanged,
};
pub use plans::{PlanRow, approve, as_many_stand, change, draft, drop_draft, plans, withdraw};
pub use questions::{QuestionRow, ReplyRow, ask, questions, replies, reply};
pub use record::{SaleRow, briefs, handoffs, sales, sellers};
