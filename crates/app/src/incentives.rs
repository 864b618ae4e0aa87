//! Incentives on the company's own record: plans, the calculation of periods, statements, questions, trials, exports, and the proof of all of it.
mod amortised;
mod computed;
mod entered;
mod export;
mod facts;
mod look;
mod made_up;
mod names;
mod overview;
mod periods;
mod plans;
mod questions;
mod recorded;
mod rows;
mod statement;
mod team;
mod trial;
mod verify;

pub use amortised::amortisation;
pub use entered::{EnteredPreview, EnteredRow, Refused, UnpaidQuery, UnpaidView, enter, preview, unpaid};
pub use export::{AMOUNT, HEADERS, cells};
pub(crate) use made_up::{happened, posted_new};
pub use overview::{IncentivesView, PeriodView, overview};
pub use periods::{NothingPaid, Ran, calculate, close};
pub(crate) use plans::PlansThroughTime;
pub use plans::{
    CheckedPlan, PlanSentence, PlanVersion, PlansView, approve, change, check, drop, list, write,
};
pub use questions::{
    NewQuestion, QuestionAct, QuestionQuery, QuestionView, Questions, ReplyView, act, ask, questions,
};
pub use statement::{
    AccountView, BalanceView, ExpectedLine, LineView, PartView, StatementView, WaitingView, statement,
};
pub use team::{TeamRow, TeamView, team};
pub use trial::{BudgetView, ChangeView, NamedChange, PersonChange, TrialView, try_out};
pub use verify::{Checked, verify};
