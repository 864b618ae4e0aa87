//! Reads the format of the OR-Library: agents and jobs, then costs and weights agent by agent, then capacities.
use super::Gap;

/// Why a text is no such file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Refused {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub reason: String,
}

/// Most pairs of an agent and a job.
const PAIRS_MAX: u64 = 50_000_000;
/// Greatest cost or weight of one job.
const NUMBER_MAX: u64 = 1_000_000;
/// Greatest capacity.
const CAPACITY_MAX: u64 = 1_000_000_000_000;

/// Reads a file.
///
/// # Errors
/// The first number that is missing, too many, or cannot be.
pub fn read(text: &str) -> Result<Gap, Refused> {
    let lines = text.lines().enumerate();
    let words = lines.flat_map(|(at, line)| line.split_whitespace().map(move |word| (at + 1, word)));
    let mut numbers = Numbers { words, line: 1 };
    let agents = numbers.next("the number of agents", 1, PAIRS_MAX)?;
    let jobs = numbers.next("the number of jobs", 1, PAIRS_MAX)?;
    if agents * jobs > PAIRS_MAX {
        let reason =
            format!("{agents} agents and {jobs} jobs are too many: at most {PAIRS_MAX} pairs can be held");
        return Err(Refused { line: numbers.line, reason });
    }
    let costs = numbers.list(agents * jobs, "a cost")?;
    let weights = numbers.list(agents * jobs, "a weight")?;
    let capacity = |_| numbers.next("a capacity", 0, CAPACITY_MAX);
    let capacities = (0..agents).map(capacity).collect::<Result<_, _>>()?;
    if let Some((line, word)) = numbers.words.next() {
        let reason = format!("`{word}` comes after the last capacity: is the number of jobs right?");
        return Err(Refused { line, reason });
    }
    Ok(Gap { agents: agents as usize, jobs: jobs as usize, costs, weights, capacities })
}

struct Numbers<I> {
    words: I,
    line: usize,
}

impl<'a, I: Iterator<Item = (usize, &'a str)>> Numbers<I> {
    fn next(&mut self, what: &str, least: u64, most: u64) -> Result<u64, Refused> {
        let Some((line, word)) = self.words.next() else {
            let reason = format!("the file ends where {what} is due: is it whole?");
            return Err(Refused { line: self.line, reason });
        };
        self.line = line;
        let fits = |number: &u64| (least..=most).contains(number);
        word.parse().ok().filter(fits).ok_or_else(|| Refused {
            line,
            reason: format!("`{word}` cannot be {what}: write a whole number from {least} to {most}"),
        })
    }

    fn list(&mut self, count: u64, what: &str) -> Result<Vec<u32>, Refused> {
        (0..count).map(|_| self.next(what, 0, NUMBER_MAX).map(|number| number as u32)).collect()
    }
}
