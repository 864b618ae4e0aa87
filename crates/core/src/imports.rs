//! Imports: rows of a CRM's export become records, and whatever cannot be read becomes a problem with its place.
//! Never reads a file or a clock itself.
pub mod calendar;
pub mod convert;
pub mod dialect;
pub mod fields;
pub mod mapping;
pub mod records;
pub mod sources;
pub mod values;

/// What could not be read of one row, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    /// The column's header; empty where the whole row is meant.
    pub column: String,
    /// What stands there, cut to 200 characters.
    pub value: String,
    /// What is wrong, as a sentence.
    pub problem: String,
    /// What to do, as a sentence.
    pub advice: String,
}

impl Problem {
    /// A problem of one column.
    pub fn new(column: &str, value: &str, problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            column: column.to_owned(),
            value: value.chars().take(200).collect(),
            problem: problem.into(),
            advice: advice.into(),
        }
    }
}

#[cfg(test)]
mod tests;
