//! The simulator's teams: 12 generalists whose customers crowd out new business along a curve, and coaching that protects hunting time.
//! What usual methods and what the product make of it, with coaching that changes nothing and with coaching that does.
use super::rate::rate;
use super::usual::{before_after, straight_line};
use super::worlds::Dice;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::{
    Aim, Assigned, Cell, Compared, Intervention, Kind, Member, Outcome, Panel, PersonMonths, State, Verdict,
    Who,
};
use tandem_core::subscriptions::Month;
use tandem_engines::effects::{Method, effect};
use tandem_engines::simulate::{Scenario, SeatWeek, Watch, parse, seat_weeks};

/// For whom, with how many months before and after.
#[derive(Clone, Copy, PartialEq)]
enum Design {
    /// Half of the team, drawn.
    Half { before: usize, after: usize },
    /// Three steps, drawn.
    Steps { before: usize, after: usize },
    /// Everybody.
    All { before: usize, after: usize },
}

/// Outcomes with what is expected of each.
const OUTCOMES: [(Outcome, f64); 3] =
    [(Outcome::Won, 0.15), (Outcome::Opportunities, 0.6), (Outcome::HuntingShare, 0.10)];
const SEATS: usize = 12;
/// Protection before, and after where coaching works.
const PROTECTION: f64 = 0.2;
const PROTECTION_AFTER: f64 = 0.5;

/// Prints the table.
pub fn table(count: u64) {
    println!(
        "## The simulator's teams\n\n12 generalists; coaching raises the protected priority of hunting from {PROTECTION} to {PROTECTION_AFTER}, or changes nothing. {count} teams each; percent that claim an improvement, `worked` and `partly` together, two-sided 5 %.\n"
    );
    println!(
        "| method | outcome | false alarms | power | not enough data |\n| --- | --- | --- | --- | --- |"
    );
    usual(count);
    for design in [
        Design::Half { before: 18, after: 6 },
        Design::Half { before: 18, after: 12 },
        Design::Steps { before: 18, after: 9 },
        Design::All { before: 18, after: 18 },
        Design::All { before: 36, after: 12 },
    ] {
        for (outcome, expected) in OUTCOMES {
            product(design, outcome, expected, count);
        }
    }
    println!();
}

fn usual(count: u64) {
    let design = Design::All { before: 18, after: 18 };
    type Test = fn(&[f64], usize) -> (f64, f64);
    let tests: [(&str, Test); 2] =
        [("before/after, t-test", before_after), ("straight line with a step, least squares", straight_line)];
    for (name, test) in tests {
        for (outcome, _) in OUTCOMES {
            let share = |works: bool, wrong_way: bool| {
                let claims = |seed: &u64| {
                    let (_, panel) = team(design, outcome, 0.1, works, *seed);
                    let series: Vec<f64> =
                        (0..panel.months()).map(|month| team_mean(&panel, month, outcome)).collect();
                    let (change, p_value) = test(&series, 18);
                    p_value <= 0.05 && (change > 0.0) != wrong_way
                };
                let seeds: Vec<u64> = (0..count).collect();
                rate(seeds.par_iter().filter(|seed| claims(seed)).count(), count as usize)
            };
            println!(
                "| {name}, 18 + 18 months | {outcome} | {} (a fall: {}) | {} (a fall: {}) | |",
                share(false, false),
                share(false, true),
                share(true, false),
                share(true, true)
            );
        }
    }
}

fn team_mean(panel: &Panel, month: usize, outcome: Outcome) -> f64 {
    let known = panel.people.iter().filter_map(|person| person.cells.get(month)?.rate(outcome));
    let known: Vec<f64> = known.collect();
    known.iter().sum::<f64>() / known.len().max(1) as f64
}

fn product(design: Design, outcome: Outcome, expected: f64, count: u64) {
    let found = |works: bool| -> Vec<(bool, bool)> {
        let one = |seed: u64| {
            let (of, panel) = team(design, outcome, expected, works, seed);
            let cancel = AtomicBool::new(false);
            let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
            let last = panel.month(panel.months() - 1);
            let found = effect(&of, &panel, last, seed, &watch).expect("nobody stops it");
            let claims = matches!(found.verdict, Verdict::Worked | Verdict::Partly);
            (claims, found.method == Method::NotEnoughData)
        };
        (0..count).into_par_iter().map(one).collect()
    };
    let (without, with) = (found(false), found(true));
    let share = |found: &[(bool, bool)], is: fn(&(bool, bool)) -> bool| {
        rate(found.iter().filter(|found| is(found)).count(), count as usize)
    };
    let name = match design {
        Design::Half { before, after } => format!("Tandem, half drawn, {before} + {after} months"),
        Design::Steps { before, after } => format!("Tandem, three steps drawn, {before} + {after} months"),
        Design::All { before, after } => format!("Tandem, everybody, {before} + {after} months"),
    };
    println!(
        "| {name} | {outcome} | {} | {} | {} |",
        share(&without, |found| found.0),
        share(&with, |found| found.0),
        share(&with, |found| found.1)
    );
}

const FROM: &str = "2025-01";

/// A team with its intervention, and what was measured.
fn team(design: Design, outcome: Outcome, expected: f64, works: bool, seed: u64) -> (Intervention, Panel) {
    let (Design::Half { before, after } | Design::Steps { before, after } | Design::All { before, after }) =
        design;
    let mut order: Vec<usize> = (0..SEATS).collect();
    let mut dice = Dice::new(seed ^ 0xABCD);
    order.sort_by_cached_key(|_| (dice.uniform() * 1e9) as u64);
    // Steps cannot be simulated in one run, so a seat's weeks come from the run in which it began when it did.
    let begin = |seat: usize| {
        let place = order.iter().position(|own| *own == seat).unwrap_or(0);
        match design {
            Design::Half { .. } => (place < SEATS / 2).then_some(before),
            Design::Steps { .. } => Some(before + place * 3 / SEATS * (after / 3)),
            Design::All { .. } => Some(before),
        }
    };
    let mut begins: Vec<usize> = (0..SEATS).filter_map(begin).collect();
    begins.sort_unstable();
    begins.dedup();
    let mut weeks: BTreeMap<usize, Vec<SeatWeek>> = BTreeMap::new();
    for own in &begins {
        let seats: Vec<usize> = (0..SEATS).filter(|seat| begin(*seat) == Some(*own)).collect();
        let run = seat_weeks(&scenario(before + after, *own, &seats, works), seed);
        for week in run {
            let of = begin(week.seat);
            if of == Some(*own) || (of.is_none() && Some(own) == begins.first()) {
                weeks.entry(week.seat).or_default().push(week);
            }
        }
    }
    let panel = panel(&weeks, before + after);
    let of = intervention(design, outcome, expected, &panel, &begin, before, after);
    (of, panel)
}

fn scenario(months: usize, begin: usize, seats: &[usize], works: bool) -> Scenario {
    let to = if works { PROTECTION_AFTER } else { PROTECTION };
    let (weeks, at) = (months * 13 / 3 + 1, (begin * 13).div_ceil(3));
    let text =
        format!("{{T: {weeks}, psi: {PROTECTION}, psi_week: {at}, psi_new: {to}, psi_slots: {seats:?}}}");
    parse(&text).expect("it is a scenario")
}

/// Weeks into months of thirteen thirds, people into rows.
fn panel(weeks: &BTreeMap<usize, Vec<SeatWeek>>, months: usize) -> Panel {
    let mut people: BTreeMap<String, Vec<Vec<&SeatWeek>>> = BTreeMap::new();
    for week in weeks.values().flatten().filter(|week| week.here) {
        let name = format!("s{:02}-{}", week.seat, week.hires);
        let month = week.week.unsigned_abs() as usize * 3 / 13;
        let own = people.entry(name).or_insert_with(|| vec![Vec::new(); months]);
        if let Some(own) = own.get_mut(month) {
            own.push(week);
        }
    }
    let cell = |weeks: Vec<&SeatWeek>| {
        let sum = |of: fn(&SeatWeek) -> f64| weeks.iter().map(|week| of(week)).sum::<f64>();
        let available = sum(|week| week.available);
        let cell = Cell::new((weeks.len() as f64 / 4.0).min(1.0));
        let share = if available > 0.0 { sum(|week| week.hunting) / available } else { f64::NAN };
        cell.with(Outcome::HuntingShare, share)
            .with(Outcome::Opportunities, sum(|week| f64::from(week.opportunities)))
            .with(Outcome::Won, sum(|week| f64::from(week.won)))
    };
    let person = |(person, months): (String, Vec<Vec<&SeatWeek>>)| PersonMonths {
        person,
        stratum: None,
        cells: months.into_iter().map(cell).collect(),
    };
    Panel { from: from(), people: people.into_iter().map(person).collect() }
}

fn from() -> Month {
    FROM.parse().expect("a month")
}

fn intervention(
    design: Design,
    outcome: Outcome,
    expected: f64,
    panel: &Panel,
    begin: &dyn Fn(usize) -> Option<usize>,
    before: usize,
    after: usize,
) -> Intervention {
    let day = |month: usize| from().plus(month as i32).first_day();
    let member = |person: &PersonMonths| {
        let seat: usize = person.person.get(1..3)?.parse().ok()?;
        Some(Member { person: person.person.clone(), from: Some(day(begin(seat)?)), stratum: None })
    };
    Intervention {
        name: "Coaching".to_owned(),
        kind: Kind::Management,
        aim: Aim::CrowdOut,
        outcome,
        start: day(before),
        end: from().plus((before + after) as i32 - 1).last_day(),
        settle_months: 0,
        baseline_months: 12,
        assigned: Assigned::Drawn,
        people: match design {
            Design::All { .. } => Who::Everybody,
            _ => Who::These(panel.people.iter().filter_map(member).collect()),
        },
        compared: Compared::EverybodyElse,
        expected,
        because: None,
        state: State::Draft,
        baseline: None,
        verdict: None,
    }
}
