//! Answers and the record -> a profile: traits with their uncertainty, how hunting and keeping suit the person, and whether the difference is more
//! than chance.
use super::evidence::Shrunk;
use super::scales::{SCALES, Scale, items_of};
use super::{ITEMS, Trait};
use crate::languages::Words;
use crate::words::words;
use serde::Serialize;
use std::collections::BTreeMap;

words! {
    /// What a profile leans to.
    Leaning {
        /// Hunting suits better, beyond the 80 % band.
        Hunting = "hunting",
        /// Keeping suits better, beyond the 80 % band.
        Keeping = "keeping",
        /// Too close to call.
        TooClose = "too_close",
        /// Nothing is known.
        NotKnown = "not_known",
    }
}

impl Leaning {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Hunting => Words::fixed("leans to hunting", "傾向開發"),
            Self::Keeping => Words::fixed("leans to keeping", "傾向經營"),
            Self::TooClose => Words::fixed("too close to call", "差距太小，無法判斷"),
            Self::NotKnown => Words::fixed("nothing is known", "尚無資料"),
        }
    }
}

/// One trait of a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TraitScore {
    /// Which.
    pub of: Trait,
    /// The mean answer, 1 to 5, reversed items turned; none where fewer than half of the items were answered.
    pub mean: Option<f64>,
    /// Standard deviations above others, pulled towards them by how unreliable the scale is.
    pub z: Option<f64>,
    /// The standard error of that.
    pub error: f64,
}

/// How a kind of work suits a person, in standard deviations of people's performance in it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// Above or below the mean of people.
    pub mean: f64,
    /// The standard deviation of what is known of it; near 1 is hardly anything.
    pub sd: f64,
}

/// A profile. It describes; it decides nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Profile {
    /// Every trait.
    pub traits: Vec<TraitScore>,
    /// Winning customers.
    pub hunting: Fit,
    /// Keeping customers.
    pub keeping: Fit,
    /// Hunting less keeping, with its 80 % band.
    pub difference: (f64, f64, f64),
    /// What it leans to.
    pub leaning: Leaning,
}

/// How well scales predict the performance of sellers: correlation (Vinchur et al. 1998 find .25 to .28 for comparable traits).
pub const VALIDITY: f64 = 0.30;
/// Standard deviations that 80 % of a normal distribution lie within.
const BAND: f64 = 1.281_551_565_544_6;
/// How much each trait counts for its kind of work. Assumptions, to be changed where a company knows better.
const WEIGHTS: [(Trait, f64); 6] = [
    (Trait::Perseverance, 0.35),
    (Trait::Independence, 0.20),
    (Trait::Networking, 0.45),
    (Trait::Patience, 0.35),
    (Trait::Collaboration, 0.35),
    (Trait::Loyalty, 0.30),
];

/// A profile from answers, 1 to 5 by item, and from what the record shows; either may be missing. `norms` are the company's own means and standard
/// deviations of mean answers, where it has at least 30 people's.
pub fn profile(
    answers: &BTreeMap<String, u8>,
    norms: &BTreeMap<Trait, (f64, f64)>,
    hunting: Option<Shrunk>,
    keeping: Option<Shrunk>,
) -> Profile {
    let traits: Vec<TraitScore> = SCALES.iter().map(|scale| score(scale, answers, norms)).collect();
    let any = traits.iter().any(|one| one.z.is_some()) || hunting.is_some() || keeping.is_some();
    let (hunting, keeping) = (fit(&traits, true, hunting), fit(&traits, false, keeping));
    let (mean, sd) = (hunting.mean - keeping.mean, hunting.sd.hypot(keeping.sd));
    let (low, high) = (mean - BAND * sd, mean + BAND * sd);
    let leaning = match (any, low > 0.0, high < 0.0) {
        (false, ..) => Leaning::NotKnown,
        (true, true, _) => Leaning::Hunting,
        (true, _, true) => Leaning::Keeping,
        _ => Leaning::TooClose,
    };
    Profile { traits, hunting, keeping, difference: (mean, low, high), leaning }
}

fn score(scale: &Scale, answers: &BTreeMap<String, u8>, norms: &BTreeMap<Trait, (f64, f64)>) -> TraitScore {
    let turned = |item: &super::Item| {
        let answer = f64::from((*answers.get(item.id)?).clamp(1, 5));
        Some(if item.is_reversed { 6.0 - answer } else { answer })
    };
    let given: Vec<f64> = items_of(scale.of).filter_map(turned).collect();
    let enough = given.len() * 2 >= ITEMS.iter().filter(|item| item.of == scale.of).count();
    #[expect(clippy::cast_precision_loss, reason = "items are few")]
    let mean = enough.then(|| given.iter().sum::<f64>() / given.len() as f64);
    let (centre, sd) = norms.get(&scale.of).copied().unwrap_or(scale.norm);
    TraitScore {
        of: scale.of,
        mean,
        z: mean.map(|mean| scale.alpha * (mean - centre) / sd),
        error: (scale.alpha * (1.0 - scale.alpha)).sqrt(),
    }
}

/// What traits say beforehand, N(r s, 1 - r^2), with what the record shows, N(b, v): a normal distribution again.
fn fit(traits: &[TraitScore], of_hunting: bool, record: Option<Shrunk>) -> Fit {
    let weights: BTreeMap<Trait, f64> = WEIGHTS.into();
    let (mut sum, mut squares) = (0.0, 0.0);
    for one in traits.iter().filter(|one| one.of.is_of_hunting() == of_hunting) {
        if let (Some(z), Some(weight)) = (one.z, weights.get(&one.of)) {
            sum += weight * z;
            squares += weight * weight;
        }
    }
    let (mean, variance) = match squares > 0.0 {
        // Rescaled to a standard deviation of 1, then as far as scales predict at all.
        true => (VALIDITY * sum / squares.sqrt(), 1.0 - VALIDITY * VALIDITY),
        false => (0.0, 1.0),
    };
    let Some(Shrunk { z, variance: noise }) = record else { return Fit { mean, sd: variance.sqrt() } };
    let precision = 1.0 / variance + 1.0 / noise;
    Fit { mean: (mean / variance + z / noise) / precision, sd: precision.sqrt().recip() }
}
