//! What a study says: plans side by side, the verdict with its interval, and what it hangs on. "Cannot tell" is a verdict.
use super::super::compare::{Difference, differences};
use super::super::outcome::{Outcome, Summary, deviation, mean};
use super::super::plan::Plan;
use super::super::search::{Found, Short};
use super::super::{MODEL, MODEL_FROM_BOOK};
use super::drivers::Drivers;
use super::fans::{Fan, PERIOD, Spread, TimeUse, fans, spreads, time_use};
use super::question::{Question, Unplayable};
use super::task::{Life, Sample};
use crate::diagnose::student;
use serde::{Deserialize, Serialize};
use serde_json::Map;

/// The answer of a study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = StudyAnswer)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Answer {
    /// Scenarios side by side.
    Comparison(Compared),
    /// The best mixes and timings.
    Search(Searched),
}

/// Scenarios side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ComparedScenarios)]
pub struct Compared {
    /// Last weeks of the fans' periods, counted from 1.
    pub weeks: Vec<usize>,
    /// In the order of the question.
    pub plans: Vec<PlanAnswer>,
    /// The verdict; absent for a single scenario.
    pub verdict: Option<Verdict>,
    /// The best against the next best, where the verdict holds it against another; absent for fewer than three scenarios.
    #[serde(default)]
    pub runner_up: Option<Verdict>,
    /// What it hangs on.
    pub drivers: Option<Drivers>,
}

/// What becomes of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SimulatedScenario)]
pub struct PlanAnswer {
    /// Its name.
    pub name: String,
    /// The model that played it.
    pub model: String,
    /// Seats by role: generalists, hunters, account managers, inside account managers.
    pub team: [usize; 4],
    /// Weeks from signing to handoff by segment, where the policy is one of weeks.
    pub weeks: Option<[i32; 3]>,
    /// Means over the seeds.
    pub mean: Summary,
    /// Standard deviations.
    pub sd: Summary,
    /// Through time.
    pub fans: Vec<Fan>,
    /// Values of whole lives.
    pub spreads: Vec<Spread>,
    /// Where the hours go.
    pub time: Vec<TimeUse>,
    /// Sums of contribution over the whole time, mean.
    pub contribution: f64,
    /// Differences to the first scenario, seed by seed; empty for the first.
    pub differences: Vec<Difference>,
}

/// How a verdict reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = StudyVerdictKind)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// The better one is better, with its whole interval.
    Better,
    /// The interval holds zero.
    CannotTell,
}

/// Which plan is worth more in net present value than which other, seed by seed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = StudyVerdict)]
pub struct Verdict {
    /// How it reads.
    pub kind: VerdictKind,
    /// The place of the plan with the greater mean.
    pub better: usize,
    /// The place of the one it is held against: the first scenario, or the next best where that is the better one.
    pub against: usize,
    /// Whether the better one has one role only.
    pub one_role: bool,
    /// Mean difference.
    pub difference: f64,
    /// Lower end of its 95 % interval; absent with one seed.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Mean difference as a share of the other's value; absent where that is not above zero.
    pub share: Option<f64>,
    /// Share of seeds in which the better one has more.
    pub more: f64,
    /// The same difference without terminal value.
    pub operating: f64,
    /// Lower end of its interval.
    pub operating_low: Option<f64>,
    /// Upper end.
    pub operating_high: Option<f64>,
    /// Seeds.
    pub seeds: usize,
}

/// The best mixes and timings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SearchedPlans)]
pub struct Searched {
    /// The judged plans.
    #[serde(flatten)]
    pub found: Found,
    /// The preferred plan against the best of one role, or that against the best of two where it is preferred; places in `plans`.
    pub versus: Option<Verdict>,
    /// What that hangs on.
    pub drivers: Option<Drivers>,
}

/// The scenario that is held against the first: the one of the others that is worth most.
pub fn challenger(lives: &[Vec<Sample>]) -> usize {
    let npv =
        |samples: &Vec<Sample>| mean(&samples.iter().map(|sample| sample.short.npv).collect::<Vec<f64>>());
    let others = lives.iter().enumerate().skip(1).map(|(at, samples)| (at, npv(samples).unwrap_or(f64::MIN)));
    others.max_by(|(_, one), (_, other)| one.total_cmp(other)).map_or(0, |(at, _)| at)
}

/// Puts the lives of a comparison side by side.
pub fn compared(
    question: &Question,
    lives: &[Vec<Sample>],
    drivers: Option<Drivers>,
) -> Result<Compared, Unplayable> {
    let lived: Vec<Vec<&Life>> = lives
        .iter()
        .map(|samples| samples.iter().filter_map(|sample| sample.life.as_ref()).collect())
        .collect();
    let first: Vec<Outcome> = lived.first().into_iter().flatten().map(|life| life.outcome.clone()).collect();
    let mut plans = Vec::new();
    let mut one_role = Vec::new();
    for (at, lives) in lived.iter().enumerate() {
        let scenario = question.scenario(at, None, &Map::new())?;
        one_role.push(scenario.team[0] > 0 && scenario.team[1..].iter().all(|seats| *seats == 0));
        let outcomes: Vec<Outcome> = lives.iter().map(|life| life.outcome.clone()).collect();
        let planned = &question.plans[at];
        let contribution = |life: &&Life| life.periods.iter().map(|period| period.contribution).sum::<f64>();
        plans.push(PlanAnswer {
            name: planned.name.clone(),
            model: if planned.from_book { MODEL_FROM_BOOK } else { MODEL }.to_owned(),
            team: scenario.team,
            weeks: (scenario.policy == super::super::Policy::Months).then_some(scenario.handoff_weeks),
            mean: Summary::of(&outcomes, mean),
            sd: Summary::of(&outcomes, deviation),
            fans: fans(lives),
            spreads: spreads(lives),
            time: time_use(lives),
            contribution: mean(&lives.iter().map(contribution).collect::<Vec<f64>>()).unwrap_or(0.0).round(),
            differences: if at == 0 { Vec::new() } else { differences(&scenario, &first, &outcomes) },
        });
    }
    let periods = lived.iter().flatten().map(|life| life.periods.len()).min().unwrap_or(0);
    let (verdict, runner_up) = verdicts(lives, &one_role);
    Ok(Compared { weeks: (1..=periods).map(|at| at * PERIOD).collect(), plans, verdict, runner_up, drivers })
}

/// The best against the first, or the first against the next best; and the best against the next best where that is neither.
fn verdicts(lives: &[Vec<Sample>], one_role: &[bool]) -> (Option<Verdict>, Option<Verdict>) {
    if lives.len() < 2 {
        return (None, None);
    }
    let shorts: Vec<Vec<Short>> =
        lives.iter().map(|samples| samples.iter().map(|sample| sample.short).collect()).collect();
    let other = challenger(lives);
    let worth =
        |at: usize| mean(&shorts[at].iter().map(|short| short.npv).collect::<Vec<f64>>()).unwrap_or(0.0);
    let (better, against) = if worth(other) > worth(0) { (other, 0) } else { (0, other) };
    let next = (0..shorts.len())
        .filter(|at| *at != better)
        .max_by(|one, other| worth(*one).total_cmp(&worth(*other)));
    let held = |against: usize| held_against(&shorts, better, against, one_role[better]);
    (Some(held(against)), next.filter(|next| *next != against).map(held))
}

fn held_against(shorts: &[Vec<Short>], better: usize, against: usize, one_role: bool) -> Verdict {
    let apart = |of: fn(&Short) -> f64| -> Vec<f64> {
        shorts[better].iter().zip(&shorts[against]).map(|(one, other)| of(one) - of(other)).collect()
    };
    let (npv, operating) = (apart(|short| short.npv), apart(|short| short.npv_operating));
    let ((difference, low, high), (plain, plain_low, plain_high)) = (interval(&npv), interval(&operating));
    let value = mean(&shorts[against].iter().map(|short| short.npv).collect::<Vec<f64>>()).unwrap_or(0.0);
    let sure = low.is_some_and(|low| low > 0.0);
    Verdict {
        kind: if sure { VerdictKind::Better } else { VerdictKind::CannotTell },
        better,
        against,
        one_role,
        difference,
        low,
        high,
        share: (value > 0.0).then(|| (difference / value * 1e4).round() / 1e4),
        more: npv.iter().filter(|more| **more > 0.0).count() as f64 / npv.len().max(1) as f64,
        operating: plain,
        operating_low: plain_low,
        operating_high: plain_high,
        seeds: npv.len(),
    }
}

/// Mean and 95 % interval (Student's t) in whole money.
pub fn interval(values: &[f64]) -> (f64, Option<f64>, Option<f64>) {
    let middle = mean(values).unwrap_or(0.0);
    let count = values.len() as f64;
    let reach = deviation(values).map(|sd| student::quantile(0.975, count - 1.0) * sd / count.sqrt());
    (middle.round(), reach.map(|reach| (middle - reach).round()), reach.map(|reach| (middle + reach).round()))
}

/// The preferred plan of a search against the best of the other model. `judged` is in the order in which plans were judged: that of plans.
pub fn against_one_role(found: &Found, judged: Option<&Vec<Vec<Short>>>) -> Option<Verdict> {
    let mut order: Vec<Plan> = found.plans.iter().map(|judged| judged.plan).collect();
    order.sort_unstable();
    let shorts = judged?;
    let of =
        |plan: &Plan| order.iter().position(|other| other == plan).and_then(|at| shorts.get(at)).cloned();
    let preferred = found.plans.first()?;
    let one_role = preferred.plan.is_one_role();
    let others = found.plans.iter().enumerate().filter(|(_, judged)| judged.plan.is_one_role() != one_role);
    let (other, rival) = others.max_by(|(_, one), (_, two)| one.npv.total_cmp(&two.npv))?;
    let pair = [of(&preferred.plan)?, of(&rival.plan)?];
    let verdict = held_against(&pair, 0, 1, one_role);
    Some(Verdict { better: 0, against: other, ..verdict })
}
