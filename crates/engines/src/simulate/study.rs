//! A study: a comparison of scenarios or a search, as steps that anybody can take up. [`next`] is a pure function from the question and what was
//! run so far to what to run next, or to the answer; the work of a step is cut into pieces that are run anywhere and in any order.
mod answer;
mod drivers;
mod fans;
mod played;
mod question;
mod task;

pub use answer::{Answer, Compared, PlanAnswer, Searched, Verdict, VerdictKind};
pub use drivers::{Driver, Drivers};
pub use fans::{FAN, Fan, PERIOD, Spread, TimeUse};
pub use played::{Ended, answer, answer_watched};
pub use question::{Kind, Planned, Question, Unplayable};
pub use task::{Piece, Sample, Task, cut, gather, play};

use super::search::{self, Short, Step};

/// What a study asks for next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// To run these.
    Run(Vec<Task>),
    /// Nothing: this is the answer.
    Answer(Box<Answer>),
}

/// What a stage came to: one list of samples per task, in the order of its seeds.
pub type Stage = Vec<Vec<Sample>>;

/// What comes after these stages.
///
/// # Errors
/// Where a scenario of the question cannot be played.
pub fn next(question: &Question, done: &[Stage]) -> Result<Next, Unplayable> {
    match question.kind {
        Kind::Comparison => comparison(question, done),
        Kind::Search => searching(question, done),
    }
}

/// About how many runs a study takes, for its progress.
pub fn runs_expected(question: &Question) -> usize {
    let drivers = |seeds: usize| drivers::COUNT * 4 * seeds;
    match question.kind {
        Kind::Comparison => {
            let several = question.plans.len() > 1;
            question.plans.len() * question.seeds + usize::from(several) * drivers(question.driver_seeds)
        }
        Kind::Search => search::runs_expected(&question.budget()) + drivers(question.driver_seeds),
    }
}

fn comparison(question: &Question, done: &[Stage]) -> Result<Next, Unplayable> {
    let Some(lives) = done.first() else {
        let tasks =
            (0..question.plans.len()).map(|plan| Task::whole(plan, question.first_seed, question.seeds));
        return Ok(Next::Run(tasks.collect()));
    };
    let best = answer::challenger(lives);
    let sides = drivers::Sides::of_plans(best);
    let drivers = match done.get(1) {
        None if question.plans.len() > 1 && question.driver_seeds > 0 => {
            return Ok(Next::Run(drivers::tasks(question, &sides)?));
        }
        None => None,
        Some(samples) => Some(drivers::drivers(question, &sides, samples)?),
    };
    Ok(Next::Answer(Box::new(Answer::Comparison(answer::compared(question, lives, drivers)?))))
}

fn searching(question: &Question, done: &[Stage]) -> Result<Next, Unplayable> {
    let budget = question.budget();
    let shorts: Vec<Vec<Vec<Short>>> = done.iter().take(5).map(shorts).collect();
    let found = match search::step(&budget, &shorts) {
        Step::Run(plans, seeds) => {
            let first = seeds.first().copied().unwrap_or(question.first_seed);
            let tasks = plans.into_iter().map(|mix| Task::mixed(mix, first, seeds.len()));
            return Ok(Next::Run(tasks.collect()));
        }
        Step::Found(found) => found,
    };
    let versus = answer::against_one_role(&found, shorts.last());
    let sides = versus.as_ref().and_then(|versus| drivers::Sides::of_mixes(&found, versus));
    let drivers = match (sides, done.get(5)) {
        (Some(sides), None) if question.driver_seeds > 0 => {
            return Ok(Next::Run(drivers::tasks(question, &sides)?));
        }
        (Some(sides), Some(samples)) => Some(drivers::drivers(question, &sides, samples)?),
        _ => None,
    };
    Ok(Next::Answer(Box::new(Answer::Search(Searched { found, versus, drivers }))))
}

fn shorts(stage: &Stage) -> Vec<Vec<Short>> {
    stage.iter().map(|samples| samples.iter().map(|sample| sample.short).collect()).collect()
}
