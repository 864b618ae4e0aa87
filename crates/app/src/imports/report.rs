//! What came of an import: counts per file and object, the problems, and what else was done.
use serde::{Deserialize, Serialize};
use tandem_core::imports::Problem;
use tandem_store::imports::runs::Placed;

/// Problems that are kept with their place; more are counted only.
const PROBLEMS_KEPT_MAX: usize = 10_000;

/// Counts of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// The file's name.
    pub file: String,
    /// What its rows are.
    pub object: String,
    /// Rows read.
    pub read: u64,
    /// Records that were not known.
    pub created: u64,
    /// Records that have changed.
    pub updated: u64,
    /// Records that are as they were.
    pub unchanged: u64,
    /// Rows that could not be used.
    pub failed: u64,
    /// Rows that their source marks as deleted.
    pub passed_over: u64,
}

/// The outcome of a run or a dry run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Whether nothing was kept.
    pub dry_run: bool,
    /// The run's number; absent in a dry run at the command line.
    pub import: Option<i64>,
    /// The source's name.
    pub source: String,
    /// One per file.
    pub objects: Vec<Counts>,
    /// What was derived and passed over, as sentences.
    pub notes: Vec<String>,
    /// What could not be read.
    pub problems: Vec<Placed>,
}

impl Report {
    /// Counts a row that could not be used and keeps its problem while there is room.
    pub fn fail(&mut self, file: usize, line: u64, problem: Problem) {
        let Some(counts) = self.objects.get_mut(file) else { return };
        counts.failed += 1;
        self.problem(file, line, problem);
    }

    /// Keeps a further problem of a row that was counted already.
    pub fn problem(&mut self, file: usize, line: u64, problem: Problem) {
        let Some(counts) = self.objects.get(file) else { return };
        if self.problems.len() < PROBLEMS_KEPT_MAX {
            let (file, object) = (counts.file.clone(), counts.object.clone());
            self.problems.push(Placed {
                file,
                object,
                line: i64::try_from(line).unwrap_or(i64::MAX),
                problem,
            });
        }
    }

    /// Puts the problems into the order of the files and their lines.
    pub fn sort_problems(&mut self) {
        let place = |name: &str| self.objects.iter().position(|counts| counts.file == name);
        self.problems.sort_by_cached_key(|placed| (place(&placed.file), placed.line));
    }

    /// Rows of all files that could not be used.
    pub fn failed(&self) -> u64 {
        self.objects.iter().map(|counts| counts.failed).sum()
    }
}
