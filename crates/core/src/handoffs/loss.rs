//! How much was lost on the way: per handoff, per giver, per field of the brief. Made of what the receiver had to correct, how the receiver
//! rated each section, and whether the customer had to say things again.
use crate::briefs::{FIELDS, Field, FieldSpec, Section};
use crate::ids::SellerId;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What the receiver found out about a field.
    Judgement {
        /// It was true and of use.
        Right = "right",
        /// It was not true, or not any more.
        Wrong = "wrong",
        /// It was needed and not there.
        Missing = "missing",
        /// It was never needed.
        Unused = "unused",
    }
}

words! {
    /// Whether the customer had to say things again that it had said before.
    Repeated {
        /// It had not.
        Never = "never",
        /// Once.
        Once = "once",
        /// More than once.
        Often = "often",
    }
}

/// What the receiver and the customer said afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Sections, 1 (of no use) to 5 (nothing was missing).
    pub ratings: BTreeMap<Section, u8>,
    /// Fields that were looked at one by one.
    pub judgements: BTreeMap<Field, Judgement>,
    /// What the customer said.
    pub repeated: Option<Repeated>,
}

const WHOLE_BP: u32 = 10_000;

/// How much was lost in one handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// Of the brief, 0 to 10,000: the weighted mean over fields that were judged or whose section was rated.
    pub brief_bp: u32,
    /// Of the brief and of what the customer had to repeat: what arrived is the product of both.
    pub whole_bp: u32,
    /// Fields it is made of.
    pub fields: u32,
}

/// How much was lost; none where nobody rated or judged anything.
pub fn loss(verdict: &Verdict) -> Option<Loss> {
    let (mut sum, mut weights, mut fields) = (0_u64, 0_u64, 0_u32);
    for spec in FIELDS {
        if let Some(lost) = lost(spec, verdict) {
            sum += u64::from(spec.weight) * u64::from(lost);
            weights += u64::from(spec.weight);
            fields += 1;
        }
    }
    let brief_bp = u32::try_from(sum.checked_div(weights)?).ok()?;
    let arrived = u64::from(WHOLE_BP - brief_bp) * u64::from(WHOLE_BP - again(verdict.repeated));
    let whole_bp = WHOLE_BP - u32::try_from(arrived / u64::from(WHOLE_BP)).ok()?;
    Some(Loss { brief_bp, whole_bp, fields })
}

/// What was lost of a field: by its judgement, else by the rating of its section. A field that was never needed does not count.
fn lost(spec: &FieldSpec, verdict: &Verdict) -> Option<u32> {
    match verdict.judgements.get(&spec.field) {
        Some(Judgement::Right) => Some(0),
        Some(Judgement::Wrong | Judgement::Missing) => Some(WHOLE_BP),
        Some(Judgement::Unused) => None,
        None => {
            let rating = verdict.ratings.get(&spec.section)?;
            Some((5 - u32::from(*rating).clamp(1, 5)) * (WHOLE_BP / 4))
        }
    }
}

/// A customer who had to repeat things once lost a quarter of the point of a brief, one who had to do so often lost half of it. This is a
/// convention, not a measurement.
fn again(repeated: Option<Repeated>) -> u32 {
    match repeated {
        None | Some(Repeated::Never) => 0,
        Some(Repeated::Once) => WHOLE_BP / 4,
        Some(Repeated::Often) => WHOLE_BP / 2,
    }
}

/// A mean over several handoffs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Mean {
    /// Too few to say anything.
    NotEnoughData {
        /// How many there are.
        count: u32,
    },
    /// Enough.
    Known {
        /// How many there are.
        count: u32,
        /// 0 to 10,000.
        mean_bp: u32,
    },
}

/// Handoffs below which no mean of a giver or a field is given.
pub const COUNT_MIN: u32 = 5;

/// How often a field is of no use, from which it is suggested to drop it, in hundredths of a percent.
pub const UNUSED_MIN_BP: u32 = 8_000;

/// What is known of a field over several handoffs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FieldLoss {
    /// Which.
    pub field: Field,
    /// What was lost where it was needed.
    pub loss: Mean,
    /// How often it was judged, of no use among them.
    pub judged: u32,
    /// How often it was of no use.
    pub unused: u32,
    /// Whether to think about taking it out of the template.
    pub drop: bool,
}

/// Losses by giver, over whole handoffs.
pub fn by_giver<'v>(verdicts: impl IntoIterator<Item = (SellerId, &'v Verdict)>) -> BTreeMap<SellerId, Mean> {
    let mut all: BTreeMap<SellerId, Vec<u32>> = BTreeMap::new();
    for (giver, verdict) in verdicts {
        all.entry(giver).or_default().extend(loss(verdict).map(|loss| loss.whole_bp));
    }
    all.into_iter().map(|(giver, losses)| (giver, mean(&losses))).collect()
}

/// Losses by field, in the order of the template. Only fields that were judged one by one count.
pub fn by_field(verdicts: &[&Verdict]) -> Vec<FieldLoss> {
    let one = |field: &Field| {
        let found = || verdicts.iter().filter_map(|verdict| verdict.judgements.get(field));
        let losses: Vec<u32> = found()
            .filter_map(|judgement| match judgement {
                Judgement::Right => Some(0),
                Judgement::Wrong | Judgement::Missing => Some(WHOLE_BP),
                Judgement::Unused => None,
            })
            .collect();
        let judged = u32::try_from(found().count()).unwrap_or(u32::MAX);
        let unused = judged - u32::try_from(losses.len()).unwrap_or(judged);
        let often = u64::from(unused) * u64::from(WHOLE_BP) >= u64::from(judged) * u64::from(UNUSED_MIN_BP);
        FieldLoss { field: *field, loss: mean(&losses), judged, unused, drop: judged >= COUNT_MIN && often }
    };
    Field::ALL.iter().map(one).collect()
}

fn mean(losses: &[u32]) -> Mean {
    let count = u32::try_from(losses.len()).unwrap_or(u32::MAX);
    let sum: u64 = losses.iter().map(|loss| u64::from(*loss)).sum();
    match u32::try_from(sum.checked_div(u64::from(count)).unwrap_or(0)) {
        Ok(mean_bp) if count >= COUNT_MIN => Mean::Known { count, mean_bp },
        _ => Mean::NotEnoughData { count },
    }
}
