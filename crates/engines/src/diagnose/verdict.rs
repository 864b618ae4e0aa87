//! One word over the findings, with what was seen, how sure that is, what would change it, and what to try next: redirecting before
//! splitting, always.
use super::coverage::Coverage;
use super::finding::{Answer, Finding, Measure, Reason};
use serde::Serialize;

/// The word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DiagnosisVerdict)]
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

/// New business that falls is one of hours, not of the market, where at most this part of the fall is one of wins per hour.
const LEFT_FOR_YIELD_MAX: f64 = 0.5;

/// Draws the verdict. `left_for_yield` is the part of a fall of new business that hours for it do not explain.
pub fn verdict(findings: &[Finding], coverage: &Coverage, left_for_yield: Option<f64>) -> Verdict {
    let find = |measure: Measure| findings.iter().find(|finding| finding.measure == measure);
    let answer = |measure: Measure| find(measure).map_or(Answer::NotEnoughData, |finding| finding.answer);
    let crowd_out = answer(Measure::CrowdOut);
    let hunting = find(Measure::HuntingShare).filter(|finding| finding.answer == Answer::Yes);
    let hunts_too_much = hunting.is_some_and(|finding| finding.because.code.ends_with("too_much"));
    let slows_down = answer(Measure::AcquisitionTrend);
    let drifts = [Measure::DriftToEasy, Measure::DriftToUrgent].map(answer).contains(&Answer::Yes);
    let by_hours = left_for_yield.is_some_and(|left| left <= LEFT_FOR_YIELD_MAX);
    let seen_in_hours = drifts && slows_down == Answer::Yes && by_hours;
    let word = match crowd_out {
        Answer::Yes => Word::Stretched,
        _ if hunts_too_much => Word::TooMuchHunting,
        Answer::No => Word::NotStretched,
        Answer::NotDistinguishable | Answer::NotEnoughData if seen_in_hours => Word::Stretched,
        // Where new business does not slow down, nothing has crowded it out, however little the load test can tell.
        Answer::NotDistinguishable if slows_down == Answer::No => Word::NotStretched,
        Answer::NotDistinguishable | Answer::NotEnoughData => Word::NotEnoughData,
    };
    let told = find(Measure::CrowdOut).map_or_else(Vec::new, |finding| {
        let number = |name| finding.because.numbers.get(name).copied().unwrap_or(0.0);
        let names = ["p_adjusted", "estimate", "low", "high", "sellers", "months"];
        let by_hours = ("by_hours", 1.0 - left_for_yield.unwrap_or(1.0));
        names.map(|name| (name, number(name))).into_iter().chain([by_hours]).collect()
    });
    Verdict {
        verdict: word,
        seen: seen(findings, word, crowd_out),
        sure: Reason::new(format!("sure.{}", sure(word, crowd_out)), &told),
        would_change: would_change(word, crowd_out, coverage),
        next: next(word, findings, coverage),
    }
}

fn seen(findings: &[Finding], word: Word, crowd_out: Answer) -> Vec<Reason> {
    let in_hours = word == Word::Stretched && crowd_out != Answer::Yes;
    let path = if in_hours { ".hours" } else { "" };
    let first = Reason::new(format!("verdict.{}{path}", word.text()), &[]);
    std::iter::once(first).chain(findings.iter().map(|finding| finding.because.clone())).collect()
}

fn sure(word: Word, crowd_out: Answer) -> &'static str {
    match (word, crowd_out) {
        (Word::Stretched, Answer::Yes) => "stretched",
        (Word::Stretched, _) => "hours",
        (Word::NotStretched, Answer::No) => "excluded",
        (Word::NotStretched, _) => "no_slowdown",
        (Word::TooMuchHunting, _) => "too_much_hunting",
        (Word::NotEnoughData, Answer::NotDistinguishable) => "unclear",
        (Word::NotEnoughData, _) => "too_little",
    }
}

fn would_change(word: Word, crowd_out: Answer, coverage: &Coverage) -> Vec<Reason> {
    let own = match word {
        Word::Stretched if crowd_out == Answer::Yes => "change.other_cause",
        Word::Stretched => "change.market",
        Word::NotStretched => "change.growing_load",
        Word::TooMuchHunting => "change.reference",
        Word::NotEnoughData => "change.more_months",
    };
    let hours = coverage.missing.iter().any(|reason| reason.code == "missing.hours");
    std::iter::once(own).chain(hours.then_some("change.hours")).map(|code| Reason::new(code, &[])).collect()
}

fn next(word: Word, findings: &[Finding], coverage: &Coverage) -> Vec<Reason> {
    let drifts = |measure| findings.iter().any(|f| f.measure == measure && f.answer == Answer::Yes);
    let drifting = drifts(Measure::DriftToEasy) || drifts(Measure::DriftToUrgent);
    let mut codes: Vec<&str> = match word {
        Word::Stretched => vec!["next.redirect"],
        Word::NotStretched => vec!["next.watch"],
        Word::TooMuchHunting => vec!["next.care_for_customers"],
        // What costs little may be tried on little evidence.
        Word::NotEnoughData if drifting => vec!["next.redirect"],
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
