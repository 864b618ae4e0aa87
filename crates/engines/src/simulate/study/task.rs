//! The work of a study: tasks, the pieces that they are cut into, and what a piece comes to.
use super::super::outcome::{Detail, Outcome};
use super::super::plan::Plan;
use super::super::run::{simulate, simulate_from};
use super::super::search::Short;
use super::fans::{Period, periods};
use super::question::{Question, Unplayable};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A scenario on some seeds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Which scenario of the question.
    pub plan: usize,
    /// Under this mix instead of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mix: Option<Plan>,
    /// With these parameters otherwise.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub set: Map<String, Value>,
    /// The first seed.
    pub first_seed: u64,
    /// How many.
    pub seeds: usize,
    /// Whether what became of it through time is kept.
    pub lives: bool,
}

/// A part of a task's seeds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Which task of its stage.
    pub of: usize,
    /// The task with these seeds only.
    pub task: Task,
}

/// What is kept of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// In short.
    pub short: Short,
    /// In full and through time, where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life: Option<Life>,
}

/// A run through time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Life {
    /// Its sums.
    pub outcome: Outcome,
    /// Four weeks each.
    pub periods: Vec<Period>,
}

impl Task {
    /// A scenario as it is, with what becomes of it through time.
    pub fn whole(plan: usize, first_seed: u64, seeds: usize) -> Self {
        Self { plan, mix: None, set: Map::new(), first_seed, seeds, lives: true }
    }

    /// The first scenario under a mix.
    pub fn mixed(mix: Plan, first_seed: u64, seeds: usize) -> Self {
        Self { mix: Some(mix), lives: false, ..Self::whole(0, first_seed, seeds) }
    }

    /// All of it as one piece.
    pub fn all(&self) -> Piece {
        Piece { of: 0, task: self.clone() }
    }
}

/// Accounts times weeks that a chunk may hold: about half a second of work.
const ACCOUNT_WEEKS: usize = 50_000_000;

/// Cuts tasks into chunks of pieces of about the same work each.
///
/// # Errors
/// Where a scenario cannot be played.
pub fn cut(question: &Question, tasks: &[Task]) -> Result<Vec<Vec<Piece>>, Unplayable> {
    let mut cost = 1;
    for plan in 0..question.plans.len() {
        let scenario = question.scenario(plan, None, &Map::new())?;
        let accounts = scenario.accounts.iter().sum::<usize>().max(500);
        cost = cost.max(accounts * scenario.weeks.unsigned_abs() as usize);
    }
    let runs_max = (ACCOUNT_WEEKS / cost).clamp(1, 200);
    let mut chunks: Vec<Vec<Piece>> = Vec::new();
    let mut room = 0;
    for (of, task) in tasks.iter().enumerate() {
        let mut begun = 0;
        while begun < task.seeds {
            if room == 0 {
                chunks.push(Vec::new());
                room = runs_max;
            }
            let seeds = room.min(task.seeds - begun);
            let first_seed = task.first_seed.wrapping_add(begun as u64);
            let piece = Piece { of, task: Task { first_seed, seeds, ..task.clone() } };
            chunks.last_mut().into_iter().for_each(|chunk| chunk.push(piece.clone()));
            (room, begun) = (room - seeds, begun + seeds);
        }
    }
    Ok(chunks)
}

/// Puts the samples of pieces, in the order of the chunks, together by task.
pub fn gather(tasks: usize, pieces: impl IntoIterator<Item = (usize, Vec<Sample>)>) -> super::Stage {
    let mut stage = vec![Vec::new(); tasks];
    for (of, samples) in pieces {
        if let Some(task) = stage.get_mut(of) {
            task.extend(samples);
        }
    }
    stage
}

/// Runs a piece.
///
/// # Errors
/// Where the scenario cannot be played.
pub fn play(question: &Question, piece: &Piece) -> Result<Vec<Sample>, Unplayable> {
    let task = &piece.task;
    let scenario = question.scenario(task.plan, task.mix, &task.set)?;
    let from_book = question.plans.get(task.plan).is_some_and(|planned| planned.from_book);
    let book = question.book.as_ref().filter(|_| from_book);
    let seeds = super::super::seeds(task.first_seed, task.seeds).into_iter();
    let sample = |seed| {
        let run = match book {
            Some(book) => simulate_from(&scenario, book, seed),
            None => simulate(&scenario, seed),
        };
        let short = Short::of(&run);
        let periods = task.lives.then(|| periods(&run));
        let life =
            periods.map(|periods| Life { outcome: Outcome::of(&scenario, run, Detail::Short), periods });
        Sample { short, life }
    };
    Ok(seeds.map(sample).collect())
}
