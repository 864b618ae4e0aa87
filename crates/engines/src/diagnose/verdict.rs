//! One word over the findings, with what was seen, how sure that is, what would change it, and what to try next: redirecting before
//! splitting, always.
use super::coverage::Coverage;
use super::finding::{Answer, Finding, Measure, Reason};
use serde::Serialize;

/// The word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// Customer work crowds out new business, beyond chance.
    Stretched,
    /// It does not, or new business does not slow down.
    NotStretched,
    /// Too much of the selling time goes into new business.
    TooMuchHunting,
    /// The data cannot tell.
    NotEnoughData,
}

impl Word {
    /// The word in data.
    pub fn text(self) -> &'static str {
        match self {
            Self::Stretched => "stretched",
            Self::NotStretched => "not_stretched",
            Self::TooMuchHunting => "too_much_hunting",
            Self::NotEnoughData => "not_enough_data",
        }
    }
}

/// The verdict in plain words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// The word.
    pub verdict: Word,
    /// What was seen.
    pub seen: Vec<Reason>,
    /// How sure that is.
    pub sure: Reason,
    /// What would change it.
    pub would_change: Vec<Reason>,
    /// What to try next.
    pub next: Vec<Reason>,
}

/// Draws the verdict.
pub fn verdict(findings: &[Finding], coverage: &Coverage) -> Verdict {
    let find = |measure: Measure| findings.iter().find(|finding| finding.measure == measure);
    let answer = |measure: Measure| find(measure).map_or(Answer::NotEnoughData, |finding| finding.answer);
    let crowd_out = answer(Measure::CrowdOut);
    let hunting = find(Measure::HuntingShare).filter(|finding| finding.answer == Answer::Yes);
    let hunts_too_much = hunting.is_some_and(|finding| finding.because.code.ends_with("too_much"));
    let slows_down = answer(Measure::AcquisitionTrend);
    let word = match crowd_out {
        Answer::Yes => Word::Stretched,
        _ if hunts_too_much => Word::TooMuchHunting,
        Answer::No => Word::NotStretched,
        // Where new business does not slow down, nothing has crowded it out, however little the load test can tell.
        Answer::NotDistinguishable if slows_down == Answer::No => Word::NotStretched,
        Answer::NotDistinguishable | Answer::NotEnoughData => Word::NotEnoughData,
    };
    let told = find(Measure::CrowdOut).map_or_else(Vec::new, |finding| {
        let number = |name| finding.because.numbers.get(name).copied().unwrap_or(0.0);
        ["p_adjusted", "estimate", "low", "high", "sellers", "months"]
            .map(|name| (name, number(name)))
            .to_vec()
    });
    Verdict {
        verdict: word,
        seen: seen(findings, word),
        sure: Reason::new(format!("sure.{}", sure(word, crowd_out)), &told),
        would_change: would_change(word, coverage),
        next: next(word, findings, coverage),
    }
}

fn seen(findings: &[Finding], word: Word) -> Vec<Reason> {
    let first = Reason::new(format!("verdict.{}", word.text()), &[]);
    std::iter::once(first).chain(findings.iter().map(|finding| finding.because.clone())).collect()
}

fn sure(word: Word, crowd_out: Answer) -> &'static str {
    match (word, crowd_out) {
        (Word::Stretched, _) => "stretched",
        (Word::NotStretched, Answer::No) => "excluded",
        (Word::NotStretched, _) => "no_slowdown",
        (Word::TooMuchHunting, _) => "too_much_hunting",
        (Word::NotEnoughData, Answer::NotDistinguishable) => "unclear",
        (Word::NotEnoughData, _) => "too_little",
    }
}

fn would_change(word: Word, coverage: &Coverage) -> Vec<Reason> {
    let own = match word {
        Word::Stretched => "change.other_cause",
        Word::NotStretched => "change.growing_load",
        Word::TooMuchHunting => "change.reference",
        Word::NotEnoughData => "change.more_months",
    };
    let hours = coverage.missing.iter().any(|reason| reason.code == "missing.hours");
    std::iter::once(own).chain(hours.then_some("change.hours")).map(|code| Reason::new(code, &[])).collect()
}

fn next(word: Word, findings: &[Finding], coverage: &Coverage) -> Vec<Reason> {
    let drifts = |measure| findings.iter().any(|f| f.measure == measure && f.answer == Answer::Yes);
    let mut codes: Vec<&str> = match word {
        Word::Stretched => vec!["next.redirect"],
        Word::NotStretched => vec!["next.watch"],
        Word::TooMuchHunting => vec!["next.care_for_customers"],
        Word::NotEnoughData => vec!["next.measure"],
    };
    if drifts(Measure::DriftToEasy) {
        codes.push("next.easy_work");
    }
    if drifts(Measure::DriftToUrgent) {
        codes.push("next.urgent_work");
    }
    if word == Word::Stretched {
        codes.push("next.then_decide");
    }
    let own = codes.into_iter().map(|code| Reason::new(code, &[]));
    own.chain(coverage.missing.iter().cloned()).collect()
}
