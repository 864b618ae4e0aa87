//! Worlds whose truth is known: people whose hours, opportunities or wins follow season, market and habit, and an intervention whose
//! effect was planted. It shares no code with what is tested: its own random numbers, its own way of picking people.
use tandem_core::interventions::{
    Aim, Assigned, Cell, Compared, Intervention, Kind, Member, Outcome, Panel, PersonMonths, State, Who,
};
use tandem_core::subscriptions::Month;

/// What the world is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weather {
    /// Steady.
    Plain,
    /// Quarter ends and summers.
    Season,
    /// Everybody falls, in a straight line.
    Falling,
    /// Everybody falls, fast at first and slower then.
    Convex,
    /// Everybody's months hang together, good and bad times last half a year.
    Persistent,
    /// The market wanders without a home.
    Wandering,
    /// Those who do more are hit harder by the same fall.
    Proportional,
    /// A few months are quite out of line.
    Outliers,
    /// People come and go.
    Turnover,
}

impl Weather {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Plain,
        Self::Season,
        Self::Falling,
        Self::Convex,
        Self::Persistent,
        Self::Wandering,
        Self::Proportional,
        Self::Outliers,
        Self::Turnover,
    ];
}

/// How it was decided who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Half, drawn.
    Drawn,
    /// The worst half of the quarter before.
    WorstQuarter,
    /// The worst half of the year before.
    WorstYear,
    /// The worst quarter of a large team.
    WorstFew,
    /// The best half of the year before.
    BestYear,
    /// Those who have always been better, by what stays.
    BestByNature,
    /// Three of them, by chance but nobody says so.
    Three,
    /// A third at the start, a third each two months later, drawn.
    Staggered,
    /// The same, the worst first.
    StaggeredWorst,
    /// Everybody in three steps, drawn.
    StaggeredAll,
    /// Everybody at once.
    Everybody,
}

impl Picked {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Drawn,
        Self::WorstQuarter,
        Self::WorstYear,
        Self::WorstFew,
        Self::BestYear,
        Self::BestByNature,
        Self::Three,
        Self::Staggered,
        Self::StaggeredWorst,
        Self::StaggeredAll,
        Self::Everybody,
    ];
}

/// A world to make.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// What it is like.
    pub weather: Weather,
    /// How people were picked.
    pub picked: Picked,
    /// What is counted.
    pub outcome: Outcome,
    /// People.
    pub people: usize,
    /// Months before.
    pub before: usize,
    /// Months that count.
    pub after: usize,
    /// The true effect, per person and month.
    pub effect: f64,
}

/// Random numbers of its own (splitmix64).
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x1234_F42D_4C95_7F2D)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Between 0 and 1.
    pub fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Standard normal (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos()
    }

    fn poisson(&mut self, mean: f64) -> f64 {
        let (mut count, mut product) = (-1.0, 1.0);
        while product > (-mean.max(0.0)).exp() {
            product *= self.uniform();
            count += 1.0;
        }
        count
    }

    fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for place in (1..count).rev() {
            order.swap(place, (self.uniform() * (place + 1) as f64) as usize);
        }
        order
    }
}

/// The usual level, the spread of people around it and of their months, per outcome.
fn size(outcome: Outcome) -> (f64, f64, f64) {
    match outcome {
        Outcome::Opportunities => (3.0, 0.8, 0.0),
        Outcome::Won => (0.7, 0.2, 0.0),
        _ => (0.30, 0.06, 0.05),
    }
}

const FROM: &str = "2025-01";

/// Makes a world: the intervention and what was measured.
pub fn make(world: World, seed: u64) -> (Intervention, Panel) {
    let mut dice = Dice::new(seed);
    let months = world.before + world.after;
    let (level, spread, noise) = size(world.outcome);
    let nature: Vec<f64> = (0..world.people).map(|_| spread * dice.normal()).collect();
    let market = market(world.weather, months, &mut dice);
    let mut expected = vec![vec![0.0; months]; world.people];
    for (person, row) in expected.iter_mut().enumerate() {
        let keep: f64 = if world.weather == Weather::Persistent { 0.7 } else { 0.3 };
        let mut habit = dice.normal();
        for (month, mean) in row.iter_mut().enumerate() {
            habit = keep * habit + (1.0 - keep * keep).sqrt() * dice.normal();
            let own = level + nature[person];
            let shared = if world.weather == Weather::Proportional {
                own * market[month]
            } else {
                level * market[month]
            };
            let shock = if world.weather == Weather::Outliers && dice.uniform() < 0.05 { 4.0 } else { 1.0 };
            let part = if noise > 0.0 { noise } else { 0.15 * level };
            *mean = own + shared + part * shock * habit;
        }
    }
    let draw = |mean: f64, dice: &mut Dice| if noise > 0.0 { mean } else { dice.poisson(mean) };
    let before: Vec<Vec<f64>> = expected
        .iter()
        .map(|row| row[..world.before].iter().map(|mean| draw(*mean, &mut dice)).collect())
        .collect();
    let begins = begins(&world, &nature, &before, &mut dice);
    let gone = absences(&world, months, &mut dice);
    let people = (0..world.people).map(|person| {
        let cells = (0..months).map(|month| {
            if gone[person][month] {
                return Cell::default();
            }
            let treated = begins[person].is_some_and(|begin| month >= begin);
            let value = match before[person].get(month) {
                Some(value) => *value,
                None => draw(expected[person][month] + if treated { world.effect } else { 0.0 }, &mut dice),
            };
            let value = if noise > 0.0 { value.clamp(0.0, 1.0) } else { value.max(0.0) };
            Cell::new(1.0).with(world.outcome, value)
        });
        PersonMonths { person: format!("p{person:03}"), stratum: None, cells: cells.collect() }
    });
    let panel = Panel { from: from(), people: people.collect() };
    (intervention(&world, &begins), panel)
}

fn from() -> Month {
    FROM.parse().expect("a month")
}

fn market(weather: Weather, months: usize, dice: &mut Dice) -> Vec<f64> {
    let (mut state, mut walk) = (0.0, 0.0);
    let mut one = |month: usize| {
        state = 0.8 * state + 0.6 * dice.normal();
        walk += dice.normal();
        let t = month as f64;
        let season =
            0.12 * (std::f64::consts::TAU * t / 12.0).sin() + 0.1 * f64::from(u8::from(month % 3 == 2));
        0.02 * dice.normal()
            + match weather {
                Weather::Season => season,
                Weather::Falling => -0.012 * t,
                Weather::Proportional => -0.018 * t,
                Weather::Convex => 0.6 * (-t / 12.0).exp(),
                Weather::Persistent => 0.08 * state,
                Weather::Wandering => 0.04 * walk,
                _ => 0.0,
            }
    };
    (0..months).map(&mut one).collect()
}

fn begins(world: &World, nature: &[f64], before: &[Vec<f64>], dice: &mut Dice) -> Vec<Option<usize>> {
    let count = world.people;
    let recent = |months: usize| -> Vec<f64> {
        before.iter().map(|row| row[row.len().saturating_sub(months)..].iter().sum::<f64>()).collect()
    };
    let by = |score: Vec<f64>| {
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|one, other| score[*one].total_cmp(&score[*other]));
        order
    };
    let order = match world.picked {
        Picked::WorstQuarter => by(recent(3)),
        Picked::WorstYear | Picked::WorstFew | Picked::StaggeredWorst => by(recent(12)),
        Picked::BestYear => by(recent(12).into_iter().map(|sum| -sum).collect()),
        Picked::BestByNature => by(nature.iter().map(|nature| -nature).collect()),
        _ => dice.shuffled(count),
    };
    let mut begins = vec![None; count];
    for (place, person) in order.into_iter().enumerate() {
        let step = place * 3 / count;
        begins[person] = match world.picked {
            Picked::Everybody => Some(world.before),
            Picked::StaggeredAll => Some(world.before + step * (world.after / 3)),
            Picked::Staggered | Picked::StaggeredWorst => {
                (step < 2).then_some(world.before + step * (world.after / 3))
            }
            Picked::Three => (place < 3).then_some(world.before),
            Picked::WorstFew => (place < count / 4).then_some(world.before),
            _ => (place < count / 2).then_some(world.before),
        };
    }
    begins
}

fn absences(world: &World, months: usize, dice: &mut Dice) -> Vec<Vec<bool>> {
    let mut gone = vec![vec![false; months]; world.people];
    if world.weather == Weather::Turnover {
        for row in &mut gone {
            let leaves = dice.uniform() < 0.25;
            let at = (dice.uniform() * months as f64) as usize;
            let first = dice.uniform() < 0.5;
            for (month, gone) in row.iter_mut().enumerate() {
                *gone = leaves && (if first { month < at } else { month >= at });
            }
        }
    }
    gone
}

fn intervention(world: &World, begins: &[Option<usize>]) -> Intervention {
    let day = |month: usize| from().plus(month as i32).first_day();
    let member = |(person, begin): (usize, &Option<usize>)| {
        begin.map(|begin| Member { person: format!("p{person:03}"), from: Some(day(begin)), stratum: None })
    };
    let drawn = matches!(world.picked, Picked::Drawn | Picked::Staggered | Picked::StaggeredAll);
    let usual = size(world.outcome).0;
    Intervention {
        name: "Planted".to_owned(),
        kind: Kind::Management,
        aim: Aim::CrowdOut,
        outcome: world.outcome,
        start: day(world.before),
        end: from().plus((world.before + world.after) as i32 - 1).last_day(),
        settle_months: 0,
        baseline_months: 12,
        assigned: if drawn { Assigned::Drawn } else { Assigned::Chosen },
        people: match world.picked {
            Picked::Everybody => Who::Everybody,
            _ => Who::These(begins.iter().enumerate().filter_map(member).collect()),
        },
        compared: Compared::EverybodyElse,
        expected: if world.effect > 0.0 { world.effect } else { usual / 4.0 },
        because: None,
        state: State::Draft,
        baseline: None,
        verdict: None,
    }
}
