//! What came of an intervention: estimated by the method that the data allow, and kept as evidence when it is judged. Before the planned end no
//! number is shown unless it is overwhelming: whoever looks early shall not find more than whoever waits.
use super::panel::{self, Measured};
use crate::{App, Error, Result};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::document::Unit;
use tandem_core::interventions::{Intervention, Outcome, Verdict};
use tandem_core::subscriptions::Month;
use tandem_engines::effects::effect;
use tandem_engines::effects::words::Told;
use tandem_engines::simulate::Watch;

/// What is said, in both languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Sentence {
    /// Which sentence.
    pub code: String,
    /// In English.
    pub text: String,
    /// In Traditional Chinese.
    pub text_zh_hant: String,
}

impl From<&Told> for Sentence {
    fn from(told: &Told) -> Self {
        Self { code: told.code.clone(), text: told.text.clone(), text_zh_hant: told.text_zh_hant.clone() }
    }
}

/// One reading of the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EffectReading)]
pub struct ReadingView {
    /// drawn, change, alike, straight or bent.
    pub reading: String,
    /// The effect.
    pub estimate: f64,
    /// The interval; absent: no bound.
    pub low: Option<f64>,
    /// The interval; absent: no bound.
    pub high: Option<f64>,
    /// Two-sided.
    pub p_value: f64,
}

/// An earlier beginning that was pretended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EffectPlacebo)]
pub struct PlaceboView {
    /// How many months earlier.
    pub months_earlier: usize,
    /// What was found.
    pub estimate: f64,
    /// Two-sided.
    pub p_value: f64,
}

/// Random halves of those whom it never touched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EffectUntouched)]
pub struct UntouchedView {
    /// How many people.
    pub people: usize,
    /// How many halves were drawn.
    pub draws: usize,
    /// The share with a difference as large as the effect.
    pub larger: f64,
}

/// One month of the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EffectPoint)]
pub struct PointView {
    /// The month.
    pub month: String,
    /// The mean of those who take part.
    pub treated: Option<f64>,
    /// What it would have been without.
    pub without: Option<f64>,
    /// The mean of those who are compared.
    pub compared: Option<f64>,
    /// Whether the month counts.
    pub counts: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Effect)]
pub struct EffectView {
    /// What is counted.
    pub outcome: String,
    /// share, hours, count or money.
    pub unit: String,
    /// The last month that was looked at.
    pub as_of: String,
    /// Whether all months that count are over.
    pub is_final: bool,
    /// Whether it is too early to say, so that no number is shown.
    pub not_yet: bool,
    /// worked, partly, did_not or cannot_tell.
    pub verdict: String,
    /// compared, staggered, series or not_enough_data.
    pub method: String,
    /// What was expected, per person and month.
    pub expected: f64,
    /// The effect per person and month, by the reading that is less favourable.
    pub estimate: Option<f64>,
    /// The interval that holds all readings; absent: no bound.
    pub low: Option<f64>,
    /// The interval that holds all readings; absent: no bound.
    pub high: Option<f64>,
    /// What a claim needs at this look; the interval is one of 1 - level.
    pub level: f64,
    /// The larger of the readings' p-values.
    pub p_value: Option<f64>,
    /// The effect that would be found four times out of five.
    pub detectable: Option<f64>,
    /// People, or whole groups, that take part and are known.
    pub treated: usize,
    /// People, or whole groups, that are compared.
    pub compared: usize,
    /// Months before that are compared with.
    pub months_before: usize,
    /// Months that count and are over.
    pub months_counted: usize,
    /// Months that count in the end.
    pub months_all: usize,
    /// Every reading.
    pub readings: Vec<ReadingView>,
    /// Earlier beginnings that were pretended.
    pub placebos: Vec<PlaceboView>,
    /// Those whom it never touched.
    pub untouched: Option<UntouchedView>,
    /// Month by month.
    pub picture: Vec<PointView>,
    /// Why this answer: the verdict first.
    pub because: Vec<Sentence>,
    /// What to do next.
    pub next: Vec<Sentence>,
}

/// In what an outcome is counted.
pub(super) fn unit_text(outcome: Outcome) -> &'static str {
    match outcome.unit() {
        Unit::Share => "share",
        Unit::Hours => "hours",
        Unit::Count => "count",
        Unit::Money => "money",
    }
}

/// The last month of the record that is over.
pub(super) fn last_month(app: &App) -> Month {
    let today = app.clock.today();
    let this = Month::of(today);
    if this.last_day() == today { this } else { this.plus(-1) }
}

/// What came of an intervention so far; the same record gives the same answer.
pub(super) async fn found(app: &App, id: i64, version: i64, of: Intervention) -> Result<Arc<EffectView>> {
    let asked = format!("intervention {id} {version}");
    let making = async { make(id, of, panel::panel(app).await?, last_month(app)).await };
    Box::pin(app.remembered(&crate::Actor::operator(), asked, Box::pin(making))).await
}

/// The same on months that were measured already, up to one of them.
pub(super) async fn make(id: i64, of: Intervention, made: Arc<Measured>, as_of: Month) -> Result<EffectView> {
    let work = tokio::task::spawn_blocking(move || {
        let cancel = AtomicBool::new(false);
        let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
        effect(&of, &made.0, as_of, id.unsigned_abs(), &watch)
    });
    let found =
        work.await.map_err(|error| Error::Conflict(format!("the effect was not estimated: {error}")))?;
    let found = found.map_err(|stopped| Error::Conflict(stopped.to_string()))?;
    Ok(hidden(shown(&found)))
}

fn shown(found: &tandem_engines::effects::Effect) -> EffectView {
    let reading = |view: &tandem_engines::effects::answer::ReadingView| ReadingView {
        reading: view.reading.to_owned(),
        estimate: view.estimate,
        low: view.low,
        high: view.high,
        p_value: view.p_value,
    };
    let placebo = |one: &tandem_engines::effects::answer::Placebo| PlaceboView {
        months_earlier: one.months_earlier,
        estimate: one.estimate,
        p_value: one.p_value,
    };
    let point = |point: &tandem_engines::effects::answer::Point| PointView {
        month: point.month.to_string(),
        treated: point.treated,
        without: point.without,
        compared: point.compared,
        counts: point.counts,
    };
    EffectView {
        outcome: found.outcome.text().to_owned(),
        unit: unit_text(found.outcome).to_owned(),
        as_of: found.as_of.to_string(),
        is_final: found.is_final,
        not_yet: !found.is_final && found.verdict == Verdict::CannotTell,
        verdict: found.verdict.text().to_owned(),
        method: found.method.text().to_owned(),
        expected: found.expected,
        estimate: found.estimate,
        low: found.low,
        high: found.high,
        level: found.level,
        p_value: found.p_value,
        detectable: found.detectable,
        treated: found.treated,
        compared: found.compared,
        months_before: found.months_before,
        months_counted: found.months_counted,
        months_all: found.months_all,
        readings: found.readings.iter().map(reading).collect(),
        placebos: found.placebos.iter().map(placebo).collect(),
        untouched: found.untouched.map(|one| UntouchedView {
            people: one.people,
            draws: one.draws,
            larger: one.larger,
        }),
        picture: found.picture.iter().map(point).collect(),
        because: found.because.iter().map(Sentence::from).collect(),
        next: found.next.iter().map(Sentence::from).collect(),
    }
}

/// Sentences that tell numbers of the effect.
const TELLING: [&str; 2] = ["reading.", "placebo."];

/// Without what is not ripe.
fn hidden(view: EffectView) -> EffectView {
    if !view.not_yet {
        return view;
    }
    let ripe = |said: &Sentence| !TELLING.iter().any(|start| said.code.starts_with(start));
    EffectView {
        estimate: None,
        low: None,
        high: None,
        p_value: None,
        readings: Vec::new(),
        placebos: Vec::new(),
        untouched: None,
        because: view.because.into_iter().filter(ripe).collect(),
        picture: view.picture.into_iter().filter(|point| !point.counts).collect(),
        ..view
    }
}
