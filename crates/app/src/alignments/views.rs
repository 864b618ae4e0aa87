//! What several answers hold: problems, changes, people, solves and proposals in short.
use crate::sessions::Named;
use crate::{App, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tandem_core::alignments::{Changed, DataProblem};
use tandem_engines::align::company::Figures;
use tandem_store::alignments::{self as store, ProposalRow, SolveRow};

/// Something that the data lack.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentProblem)]
pub struct ProblemView {
    /// owner, place, potential, time, segment, seller_place, seller_hours, capacity, skill_nobody or skill_unneeded.
    pub lack: &'static str,
    /// How many units, people or skills; hours a year for capacity.
    pub count: usize,
    /// Recurring revenue of the units.
    pub arr: f64,
    /// The first of them: units with their customers' ids, people, or skills.
    pub first: Vec<Named>,
}

impl ProblemView {
    /// Of units the customer's id is given, which has the page.
    pub fn of(problem: DataProblem, customer: impl Fn(i64) -> Option<i64>) -> Self {
        let named = |(id, name): (i64, String)| Named { id: customer(id).unwrap_or(id).to_string(), name };
        Self {
            lack: problem.lack.text(),
            count: problem.count,
            arr: problem.arr,
            first: problem.first.into_iter().map(named).collect(),
        }
    }
}

/// Something that changed since it was solved.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentChanged)]
pub struct ChangedView {
    /// unit_new, unit_gone, owner, arr, potential, place, held, person_new, person_gone, person_changed, rules, skills or needs.
    pub what: &'static str,
    /// Of which unit or person; empty for rules and skills.
    pub name: String,
}

impl From<Changed> for ChangedView {
    fn from(changed: Changed) -> Self {
        Self { what: changed.what.text(), name: changed.name }
    }
}

/// Somebody with a part in the alignment.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentPart)]
pub struct PersonView {
    /// Who.
    pub id: String,
    /// The name.
    pub name: String,
    /// field, inside, hunter or aside.
    pub part: &'static str,
    /// What the post says.
    pub usual: &'static str,
    /// Hours a year for customers.
    pub capacity: Option<f64>,
    /// Whether it is known where the person works.
    pub placed: bool,
}

/// The work of finding proposals.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentSolve)]
pub struct SolveView {
    /// running, done, failed or cancelled.
    pub state: String,
    /// How far it is, 0 to 1.
    pub share: f64,
    /// Why there is no answer.
    pub error: Option<String>,
    /// Who asked.
    pub by: String,
    /// When.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

/// Of the latest solve.
pub async fn solve(app: &App, row: &SolveRow) -> Result<SolveView> {
    let at = |us: i64| DateTime::from_timestamp_micros(us).unwrap_or_default();
    let pieces = store::progress(&app.db, row.id).await?;
    let done: i64 = pieces.iter().map(|(_, permille)| permille).sum();
    let share = if row.state == "running" { done as f64 / (1_000 * pieces.len().max(1)) as f64 } else { 1.0 };
    Ok(SolveView {
        state: row.state.clone(),
        share,
        error: row.error.clone(),
        by: row.by_name.clone(),
        started_at: at(row.started_us),
        ended_at: row.ended_us.map(at),
    })
}

/// A proposal with its figures, without its units.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentProposalLine)]
pub struct ProposalLine {
    /// What counts more in it: balanced, even, near or steady.
    pub key: String,
    /// One more with every answer.
    pub version: i64,
    /// What it changes.
    pub figures: Figures,
    /// How far from the best possible at most, as a share, with what counts in it.
    pub gap: f64,
    /// Whether it does not follow every lock yet: solve it again.
    pub behind: bool,
}

impl ProposalLine {
    /// From the database; `behind` is told by whoever knows the locks.
    pub fn of(row: &ProposalRow, figures: Figures, behind: bool) -> Self {
        Self {
            key: row.emphasis.clone(),
            version: row.version,
            figures,
            gap: row.gap_e6 as f64 / 1e6,
            behind,
        }
    }
}
