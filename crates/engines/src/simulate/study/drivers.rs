//! What an answer hangs on: the difference of two plans when one parameter goes to either end of what is plausible, in both plans alike, and the
//! value at which the answer turns.
use super::super::plan::Plan;
use super::super::search::Found;
use super::answer::{Verdict, interval};
use super::question::{Question, Unplayable};
use super::task::{Sample, Task};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Parameters that are moved, with the ends of what is plausible (sources in docs/guides/simulation.md).
const RANGES: [(&str, f64, f64); 12] = [
    ("f_easy", 0.2, 0.7),
    ("m_tv", 0.0, 5.0),
    ("q_max", 0.006, 0.018),
    ("rho_R", 0.01, 0.05),
    ("l_spec", 0.0, 0.2),
    ("kap_h", 0.04, 0.16),
    ("psi", 0.0, 0.5),
    ("coord", 0.0, 3.0),
    ("e_x", 0.1, 0.4),
    ("D0", 0.4, 1.0),
    ("att", 0.1, 0.35),
    ("r_fit", 0.0, 0.5),
];
/// How many there are.
pub const COUNT: usize = RANGES.len();

/// One parameter's part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = StudyDriver)]
pub struct Driver {
    /// Its code name.
    pub key: String,
    /// The value now.
    pub now: f64,
    /// The low end.
    pub from: f64,
    /// The high end.
    pub to: f64,
    /// Whether the ends are those of the company's own interval.
    pub measured: bool,
    /// Mean difference in net present value at the low end, with its 95 % interval.
    pub at_low: [Option<f64>; 3],
    /// The same at the high end.
    pub at_high: [Option<f64>; 3],
    /// The value at which both are worth the same, between the ends; absent where nothing between them turns the answer.
    pub break_even: Option<f64>,
}

/// What the difference of two plans hangs on, the strongest first. The difference is the second less the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = StudyDrivers)]
pub struct Drivers {
    /// The place of the first plan.
    pub first: usize,
    /// The place of the second.
    pub second: usize,
    /// Mean difference with everything as it is, on the same seeds as the rest.
    pub base: f64,
    /// Seeds of each end.
    pub seeds: usize,
    /// Parameter by parameter.
    pub items: Vec<Driver>,
}

/// The two plans: their places in the answer, and what they are in the question.
#[derive(Clone, Copy, Debug)]
pub struct Sides {
    places: [usize; 2],
    plans: [usize; 2],
    mixes: [Option<Plan>; 2],
}

impl Sides {
    /// The first scenario and another.
    pub fn of_plans(other: usize) -> Self {
        Self { places: [0, other], plans: [0, other], mixes: [None, None] }
    }

    /// Two mixes of one scenario, one role first.
    pub fn of_mixes(found: &Found, versus: &Verdict) -> Option<Self> {
        let mut places = [versus.against, versus.better];
        if versus.one_role {
            places.reverse();
        }
        let mix = |place: usize| found.plans.get(place).map(|judged| judged.plan);
        Some(Self { places, plans: [0, 0], mixes: [Some(mix(places[0])?), Some(mix(places[1])?)] })
    }
}

/// A parameter that is moved: its value now, the ends it goes to, and whether they are those of the company's own interval.
type Moved = (&'static str, f64, [f64; 2], bool);

/// What is moved for two plans: all parameters in which they do not differ.
fn moved(question: &Question, sides: &Sides) -> Result<Vec<Moved>, Unplayable> {
    let of = |side: usize| question.scenario(sides.plans[side], None, &Map::new());
    let (one, other) = (of(0)?.changed(), of(1)?.changed());
    let parameters = super::super::Scenario::parameters();
    let row = |(key, low, high): (&'static str, f64, f64)| {
        if one.get(key) != other.get(key) {
            // The plans differ in it: it is part of the question.
            return None;
        }
        let parameter = parameters.iter().find(|parameter| parameter.key == key)?;
        let now = one.get(key).unwrap_or(&parameter.default).as_f64()?;
        let own = question.intervals.get(key).filter(|ends| ends[0] < ends[1]);
        let ends = own.copied().unwrap_or([low.min(now), high.max(now)]);
        Some((key, now, ends, own.is_some()))
    };
    Ok(RANGES.into_iter().filter_map(row).collect())
}

/// Both plans as they are, then both at the low end and both at the high end of each parameter.
pub fn tasks(question: &Question, sides: &Sides) -> Result<Vec<Task>, Unplayable> {
    let both = |set: Map<String, Value>| {
        [0, 1].map(|side| Task {
            mix: sides.mixes[side],
            set: set.clone(),
            lives: false,
            ..Task::whole(sides.plans[side], question.first_seed, question.driver_seeds)
        })
    };
    let mut tasks: Vec<Task> = both(Map::new()).into();
    for (key, _, ends, _) in moved(question, sides)? {
        for end in ends {
            tasks.extend(both(Map::from_iter([(key.to_owned(), json!(end))])));
        }
    }
    Ok(tasks)
}

/// What the runs of [`tasks`] say.
pub fn drivers(question: &Question, sides: &Sides, samples: &[Vec<Sample>]) -> Result<Drivers, Unplayable> {
    let apart = |pair: usize| -> Vec<f64> {
        let of =
            |side: usize| samples.get(2 * pair + side).into_iter().flatten().map(|sample| sample.short.npv);
        of(0).zip(of(1)).map(|(one, other)| other - one).collect()
    };
    let base = interval(&apart(0)).0;
    let told = |pair: usize| {
        let (middle, low, high) = interval(&apart(pair));
        [Some(middle), low, high]
    };
    let moved = moved(question, sides)?.into_iter().enumerate();
    let mut items: Vec<Driver> = moved
        .map(|(at, (key, now, [from, to], measured))| {
            let (at_low, at_high) = (told(1 + 2 * at), told(2 + 2 * at));
            let ends = [at_low[0].unwrap_or(base), at_high[0].unwrap_or(base)];
            let break_even = break_even([from, now, to], [ends[0], base, ends[1]]);
            Driver { key: key.to_owned(), now, from, to, measured, at_low, at_high, break_even }
        })
        .collect();
    let swing = |one: &Driver| (one.at_high[0].unwrap_or(0.0) - one.at_low[0].unwrap_or(0.0)).abs();
    items.sort_by(|one, other| swing(other).total_cmp(&swing(one)));
    let [first, second] = sides.places;
    Ok(Drivers { first, second, base, seeds: question.driver_seeds, items })
}

/// Where the line through three points crosses zero, nearest to the middle one.
fn break_even(at: [f64; 3], value: [f64; 3]) -> Option<f64> {
    let crossing = |from: usize, to: usize| {
        let (one, other) = (value[from], value[to]);
        let crosses = (one > 0.0) != (other > 0.0) && one != other && at[from] < at[to];
        crosses.then(|| at[from] + (at[to] - at[from]) * one / (one - other))
    };
    let found = [crossing(0, 1), crossing(1, 2)].into_iter().flatten();
    let nearest = found.min_by(|one, other| (one - at[1]).abs().total_cmp(&(other - at[1]).abs()));
    nearest.map(|value| (value * 1e4).round() / 1e4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_turns_where_the_line_crosses_nothing() {
        // From 3 at 0.4 down to -1 at 0.8: a quarter before the end.
        assert_eq!(break_even([0.2, 0.4, 0.8], [5.0, 3.0, -1.0]), Some(0.7));
        assert_eq!(break_even([0.2, 0.4, 0.8], [-2.0, 2.0, 3.0]), Some(0.3));
        assert_eq!(break_even([0.2, 0.4, 0.8], [1.0, 2.0, 3.0]), None);
        // A parameter that is at its end already has one side only.
        assert_eq!(break_even([0.2, 0.2, 0.8], [2.0, 2.0, -2.0]), Some(0.5));
    }
}
