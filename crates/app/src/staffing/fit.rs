//! Fit of people: what scales say, where the person answered, beside what the record shows.
use super::year::Year;
use crate::Result;
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::fit::{self, Profile, Trait};
use tandem_core::languages::Words;
use tandem_store::staffing::OwnRow;

/// A figure with its 80 % band, in standard deviations of people.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingBand)]
#[expect(missing_docs, reason = "the names say it")]
pub struct BandView {
    pub mean: f64,
    pub low: f64,
    pub high: f64,
}

/// One trait.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingTrait)]
pub struct TraitView {
    /// Which.
    pub id: String,
    /// What people call it.
    #[schema(value_type = Object)]
    pub title: Words,
    /// Whether it is asked of those who hunt; else of those who keep.
    pub of_hunting: bool,
    /// The mean answer, 1 to 5; none where too little was answered.
    pub mean: Option<f64>,
    /// Above or below other people; none where too little was answered.
    pub band: Option<BandView>,
}

/// A profile: never one number, never a decision.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingFit)]
pub struct FitView {
    /// Every trait.
    pub traits: Vec<TraitView>,
    /// How winning customers suits the person.
    pub hunting: BandView,
    /// How keeping customers does.
    pub keeping: BandView,
    /// Hunting less keeping.
    pub difference: BandView,
    /// hunting, keeping, too_close or not_known.
    pub leaning: String,
    /// Whether the person answered the questionnaire.
    pub answered: bool,
    /// Whether the record shows how the person hunts, and how the person keeps.
    pub recorded: [bool; 2],
}

/// Standard deviations that 80 % of a normal distribution lie within.
const BAND: f64 = 1.281_551_565_544_6;
/// People from whom on a company's own answers are what others are compared with.
const NORMS_MIN: usize = 30;

/// The answers of a row.
pub fn answers(row: &OwnRow) -> BTreeMap<String, u8> {
    row.answers.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// Means and standard deviations of a company's own answers, where there are enough.
pub fn norms(rows: &[OwnRow]) -> BTreeMap<Trait, (f64, f64)> {
    let answered: Vec<Profile> = rows
        .iter()
        .filter(|row| row.answers.is_some())
        .map(|row| fit::profile(&answers(row), &BTreeMap::new(), None, None))
        .collect();
    let mut norms = BTreeMap::new();
    for of in Trait::ALL {
        let means: Vec<f64> = answered
            .iter()
            .flat_map(|profile| profile.traits.iter().filter(|one| one.of == *of))
            .filter_map(|one| one.mean)
            .collect();
        let n = means.len() as f64;
        let centre = means.iter().sum::<f64>() / n;
        let sd = (means.iter().map(|mean| (mean - centre).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
        if means.len() >= NORMS_MIN && sd > 0.0 {
            norms.insert(*of, (centre, sd));
        }
    }
    norms
}

/// The profile of one.
pub fn profile(
    seller: i64,
    own: Option<&OwnRow>,
    norms: &BTreeMap<Trait, (f64, f64)>,
    year: &Year,
) -> Profile {
    let (hunting, keeping) = year.shown(seller);
    fit::profile(&own.map(answers).unwrap_or_default(), norms, hunting, keeping)
}

/// The profiles of all these.
pub async fn profiles(
    app: &crate::App,
    year: &Year,
    sellers: impl Iterator<Item = i64>,
) -> Result<BTreeMap<i64, Profile>> {
    let rows = tandem_store::staffing::own_words(&app.db).await?;
    let norms = norms(&rows);
    let own: BTreeMap<i64, &OwnRow> = rows.iter().map(|row| (row.seller_id, row)).collect();
    Ok(sellers.map(|seller| (seller, profile(seller, own.get(&seller).copied(), &norms, year))).collect())
}

fn hundredth(figure: f64) -> f64 {
    (figure * 100.0).round() / 100.0 + 0.0
}

fn band(mean: f64, sd: f64) -> BandView {
    BandView { mean: hundredth(mean), low: hundredth(mean - BAND * sd), high: hundredth(mean + BAND * sd) }
}

/// A profile as the page shows it.
pub fn view(profile: &Profile, answered: bool, recorded: [bool; 2]) -> FitView {
    let one = |one: &fit::TraitScore| TraitView {
        id: one.of.text().to_owned(),
        title: one.of.words(),
        of_hunting: one.of.is_of_hunting(),
        mean: one.mean.map(hundredth),
        band: one.z.map(|z| band(z, one.error)),
    };
    let (mean, low, high) = profile.difference;
    FitView {
        traits: profile.traits.iter().map(one).collect(),
        hunting: band(profile.hunting.mean, profile.hunting.sd),
        keeping: band(profile.keeping.mean, profile.keeping.sd),
        difference: BandView { mean: hundredth(mean), low: hundredth(low), high: hundredth(high) },
        leaning: profile.leaning.text().to_owned(),
        answered,
        recorded,
    }
}
