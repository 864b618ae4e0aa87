//! Why this answer, and what to do next, as codes with numbers.
use super::answer::{Effect, Placebo, ReadingView};
use super::grid::Grid;
use super::look::Look;
use super::method::{Found, Missing};
use super::words::{Numbers, Told};
use tandem_core::interventions::{Assigned, Intervention, Verdict};

/// What the answer stands on.
pub struct Circumstance<'a> {
    /// The intervention.
    pub of: &'a Intervention,
    /// People, or whole groups.
    pub grid: &'a Grid,
    /// Where the look stands.
    pub look: Look,
    /// Whether whole groups are counted.
    pub are_groups: bool,
    /// People whose months before say something else than when they were locked.
    pub changed: usize,
}

impl Circumstance<'_> {
    fn told(&self, code: &str, numbers: &[(&'static str, f64)]) -> Told {
        Told::new(code, &numbers.iter().copied().collect::<Numbers>(), self.of.outcome)
    }
}

/// Why: the verdict first, then what it stands on, every reading, the placebos and what could have been found.
pub fn because(of: &Circumstance, found: &Found, effect: &Effect, code: &str) -> Vec<Told> {
    let mut told = vec![verdict(of, effect, code)];
    told.extend(stands_on(of, found, effect));
    told.extend(effect.readings.iter().enumerate().map(|(at, view)| reading(of, found, at, view)));
    told.extend(baseline(of));
    told.extend(placebos(of, found, effect));
    if let Some(detectable) = effect.detectable {
        told.push(of.told("power", &[("mde", detectable)]));
    }
    told
}

fn verdict(of: &Circumstance, effect: &Effect, code: &str) -> Told {
    let placebo = effect.placebos.first().map_or(f64::NAN, |placebo| placebo.estimate);
    let numbers = [
        ("estimate", effect.estimate.unwrap_or(f64::NAN)),
        ("low", effect.low.unwrap_or(f64::NAN)),
        ("high", effect.high.unwrap_or(f64::NAN)),
        ("expected", effect.expected),
        ("sure", 1.0 - effect.level),
        ("level", effect.level),
        ("months", effect.months_counted as f64),
        ("months_all", effect.months_all as f64),
        ("placebo", placebo),
    ];
    of.told(code, &used(code, &numbers))
}

/// A sentence carries the numbers that it is filled with, and no others.
fn used(code: &str, numbers: &[(&'static str, f64)]) -> Vec<(&'static str, f64)> {
    let sentence = super::sentences::SENTENCES.iter().find(|(known, ..)| *known == code);
    let needs = |name: &str| sentence.is_some_and(|(_, text, _)| text.contains(&format!("{{{name}")));
    numbers.iter().copied().filter(|(name, _)| needs(name)).collect()
}

fn stands_on(of: &Circumstance, found: &Found, effect: &Effect) -> Option<Told> {
    let code = match found {
        Found::Compared(_) if of.are_groups => "method.groups",
        Found::Compared(_) if of.of.assigned == Assigned::Drawn => "method.drawn",
        Found::Compared(_) => "method.chosen",
        Found::Series(..) => "method.series",
        Found::Missing(Missing::NotBegun) => "missing.not_begun",
        Found::Missing(Missing::Outcome) => "missing.outcome",
        Found::Missing(Missing::People) if of.are_groups => "missing.groups",
        Found::Missing(Missing::People) => "missing.people",
        Found::Missing(Missing::MonthsBefore) => "missing.months_before",
        Found::Missing(Missing::MonthsBeforeSeries) => "missing.months_before_series",
        Found::Missing(Missing::Steps) => "missing.steps",
    };
    let ways = match found {
        Found::Compared(reads) => reads.first().map_or(0, |read| read.tested.ways),
        _ => 0,
    };
    let numbers = [
        ("treated", effect.treated as f64),
        ("compared", effect.compared as f64),
        ("months", effect.months_counted as f64),
        ("before", effect.months_before as f64),
        ("ways", ways as f64),
        ("first_month", of.look.first_in as f64),
    ];
    Some(of.told(code, &used(code, &numbers)))
}

fn reading(of: &Circumstance, found: &Found, at: usize, view: &ReadingView) -> Told {
    let alike = match found {
        Found::Compared(reads) => reads.get(at).and_then(|read| read.alike),
        _ => None,
    };
    let far = alike.is_some_and(|alike| !alike.matched);
    let code = format!("reading.{}{}", view.reading, if far { ".far" } else { "" });
    let numbers = [
        ("estimate", view.estimate),
        ("low", view.low.unwrap_or(f64::NAN)),
        ("high", view.high.unwrap_or(f64::NAN)),
        ("p_value", view.p_value),
        ("sure", 1.0 - of.look.level),
        ("compared", view.compared as f64),
        ("apart", alike.map_or(0.0, |alike| alike.apart.abs())),
    ];
    of.told(&code, &used(&code, &numbers))
}

fn baseline(of: &Circumstance) -> Vec<Told> {
    let Some(baseline) = &of.of.baseline else { return vec![of.told("baseline.not_locked", &[])] };
    let mut told = Vec::new();
    let late = (baseline.locked - of.of.start).num_days();
    if late > 0 {
        told.push(of.told("baseline.late", &[("days", late as f64)]));
    }
    if of.changed > 0 {
        told.push(of.told("baseline.changed", &[("people", of.changed as f64)]));
    }
    told
}

fn placebos(of: &Circumstance, found: &Found, effect: &Effect) -> Vec<Told> {
    if matches!(found, Found::Missing(_)) {
        return Vec::new();
    }
    let one = |placebo: &Placebo| {
        let code = match (placebo.p_value <= 0.05, found) {
            (true, Found::Series(..)) => "placebo.found.series",
            (true, _) => "placebo.found",
            (false, _) => "placebo.clear",
        };
        let earlier = ("earlier", placebo.months_earlier as f64);
        of.told(code, &[earlier, ("placebo", placebo.estimate), ("p_value", placebo.p_value)])
    };
    let mut told: Vec<Told> = effect.placebos.iter().map(one).collect();
    if told.is_empty() {
        told.push(of.told("placebo.none", &[]));
    }
    if let Some(untouched) = &effect.untouched {
        let numbers = [
            ("people", untouched.people as f64),
            ("draws", untouched.draws as f64),
            ("larger", untouched.larger),
        ];
        told.push(of.told("placebo.untouched", &numbers));
    }
    told
}

/// What to do next.
pub fn next(of: &Circumstance, effect: &Effect, code: &str) -> Vec<Told> {
    let codes: Vec<&str> = match (effect.verdict, code) {
        (Verdict::Worked, _) if effect.compared == 0 => vec!["next.keep.all"],
        (Verdict::Worked, _) => vec!["next.keep"],
        (Verdict::Partly, _) => vec!["next.keep_what_helps"],
        (Verdict::DidNot, "verdict.did_not.harm") => vec!["next.stop", "next.consider_splitting"],
        (Verdict::DidNot, _) => vec!["next.consider_splitting"],
        (Verdict::CannotTell, _) if !of.look.is_final => vec!["next.wait"],
        (Verdict::CannotTell, _) => undecided(of, effect, code),
    };
    let end_in = (of.look.all - of.look.counted) as f64 + of.look.first_in.saturating_sub(1) as f64;
    let enlarged = effect.detectable.map_or(f64::NAN, |detectable| (detectable / effect.expected).powi(2));
    let people = (enlarged * effect.treated.max(effect.compared) as f64).ceil();
    let numbers = [("end_in", end_in), ("expected", effect.expected), ("people", people)];
    codes.into_iter().map(|code| of.told(code, &used(code, &numbers))).collect()
}

fn undecided(of: &Circumstance, effect: &Effect, code: &str) -> Vec<&'static str> {
    let mut codes = Vec::new();
    if effect.detectable.is_some_and(|detectable| detectable > effect.expected.abs()) && effect.compared > 0 {
        codes.push("next.more");
    }
    let alone = effect.compared == 0 && effect.treated > 0;
    if alone {
        codes.push("next.half");
    }
    let doubtful = matches!(code, "verdict.cannot_tell.readings" | "verdict.cannot_tell.placebo");
    if doubtful || (codes.is_empty() && of.of.assigned == Assigned::Chosen) {
        codes.push("next.draw");
    }
    codes
}
