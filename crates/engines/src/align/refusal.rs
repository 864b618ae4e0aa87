//! Why files cannot be used: which file, which line, what is wrong and what to do.
use std::fmt;

/// One of the files that describe a problem or an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// Units.
    Accounts,
    /// Sellers.
    Reps,
    /// Hunters.
    Hunters,
    /// Constants.
    Parameters,
    /// An alignment.
    Solution,
    /// The proof of a lower bound.
    Certificate,
}

impl File {
    /// Its name in a folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accounts => "accounts.csv",
            Self::Reps => "reps.csv",
            Self::Hunters => "hunters.csv",
            Self::Parameters => "params.json",
            Self::Solution => "solution.csv",
            Self::Certificate => "certificate.csv",
        }
    }
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// Which file.
    pub file: File,
    /// Which line, counted from 1; none where the file as a whole is meant.
    pub line: Option<u64>,
    /// What is wrong and what to do.
    pub reason: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.file.name())?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.reason)
    }
}
