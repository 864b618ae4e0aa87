//! How alike a unit and a book are, and how much room there is, in hundredths of a percent. Whole numbers only, so that the order never
//! hangs on rounding.
use super::{Aspect, Book, Candidate, Part, Unit, Weights};
use crate::languages::Words;
use std::collections::BTreeMap;

const WHOLE_BP: u32 = 10_000;

/// Units of a kind from which a seller counts as at home with it: one like customer is some experience, five are full experience.
const AT_HOME: u32 = 5;

/// The weighted mean over what is known of the unit: 0 to 10,000.
pub(super) fn points(unit: &Unit, candidate: &Candidate, weights: &Weights) -> u32 {
    let (mut sum, mut weight_sum) = (0_u64, 0_u64);
    for aspect in Aspect::ALL {
        if let Some(likeness) = likeness(*aspect, unit, candidate) {
            let weight = u64::from(weight(*aspect, weights));
            sum += weight * u64::from(likeness);
            weight_sum += weight;
        }
    }
    u32::try_from(sum.checked_div(weight_sum).unwrap_or(0)).unwrap_or(WHOLE_BP)
}

/// The parts that the points are made of.
pub(super) fn parts(unit: &Unit, candidate: &Candidate, weights: &Weights) -> Vec<Part> {
    let part = |aspect: &Aspect| {
        let likeness_bp = likeness(*aspect, unit, candidate);
        Part {
            aspect: *aspect,
            likeness_bp,
            weight: weight(*aspect, weights),
            said: said(*aspect, unit, candidate),
        }
    };
    Aspect::ALL.iter().map(part).collect()
}

fn weight(aspect: Aspect, weights: &Weights) -> u32 {
    match aspect {
        Aspect::Segment => weights.segment,
        Aspect::Region => weights.region,
        Aspect::Industry => weights.industry,
        Aspect::Products => weights.products,
        Aspect::Size => weights.size,
        Aspect::Room => weights.room,
    }
}

fn likeness(aspect: Aspect, unit: &Unit, candidate: &Candidate) -> Option<u32> {
    let book = &candidate.book;
    let home = |count: u32| count.min(AT_HOME) * (WHOLE_BP / AT_HOME);
    match aspect {
        Aspect::Segment => unit.segment.as_deref().map(|name| home(count(&book.segments, name))),
        Aspect::Region => unit.region.as_deref().map(|name| home(count(&book.regions, name))),
        Aspect::Industry => unit.industry.as_deref().map(|name| home(count(&book.industries, name))),
        Aspect::Products => products(unit, book),
        Aspect::Size => size(unit, book),
        Aspect::Room => Some(room(unit, candidate)),
    }
}

fn count(counts: &BTreeMap<String, u32>, name: &str) -> u32 {
    counts.get(name).copied().unwrap_or(0)
}

/// The mean over the unit's products.
fn products(unit: &Unit, book: &Book) -> Option<u32> {
    let each = unit.products.iter().map(|name| count(&book.products, name).min(AT_HOME));
    let number = u32::try_from(unit.products.len()).ok().filter(|number| *number > 0)?;
    Some(each.sum::<u32>().saturating_mul(WHOLE_BP / AT_HOME) / number)
}

/// The smaller of both revenues divided by the larger.
fn size(unit: &Unit, book: &Book) -> Option<u32> {
    let (one, other) = (unit.arr_minor.filter(|arr| *arr > 0)?, book.median_arr_minor.unwrap_or(0).max(0));
    let share = i128::from(one.min(other)) * i128::from(WHOLE_BP) / i128::from(one.max(other));
    u32::try_from(share).ok()
}

/// What is free with the unit, of what one can carry.
fn room(unit: &Unit, candidate: &Candidate) -> u32 {
    let limit = i128::from(candidate.limit.max(1));
    let free = limit - i128::from(candidate.load) - i128::from(unit.load);
    u32::try_from((free.max(0) * i128::from(WHOLE_BP) / limit).min(i128::from(WHOLE_BP))).unwrap_or(0)
}

fn said(aspect: Aspect, unit: &Unit, candidate: &Candidate) -> Words {
    let book = &candidate.book;
    let same = |name: Option<&str>, counts: &BTreeMap<String, u32>, en: &str, zh: &str| match name {
        Some(name) => {
            let count = count(counts, name);
            Words::new(
                format!("{count} units of the {en} `{name}` in the book."),
                format!("負責中同{zh}「{name}」的業務單位：{count} 個。"),
            )
        }
        None => Words::new(format!("The unit's {en} is not known."), format!("業務單位的{zh}不明。")),
    };
    match aspect {
        Aspect::Segment => same(unit.segment.as_deref(), &book.segments, "segment", "客群"),
        Aspect::Region => same(unit.region.as_deref(), &book.regions, "region", "地區"),
        Aspect::Industry => same(unit.industry.as_deref(), &book.industries, "industry", "產業"),
        Aspect::Products => said_of_products(unit, book),
        Aspect::Size => match size(unit, book) {
            Some(bp) => Words::new(
                format!("Its revenue and the usual one of the book are {} % alike.", bp / 100),
                format!("營收規模與負責客戶的中位數相近 {} %。", bp / 100),
            ),
            None => Words::fixed("The unit's revenue is not known.", "業務單位的營收不明。"),
        },
        Aspect::Room => {
            let (after, limit) = (candidate.load.saturating_add(unit.load), candidate.limit);
            Words::new(format!("Would carry {after} of {limit}."), format!("負荷將達 {after}／{limit}。"))
        }
    }
}

fn said_of_products(unit: &Unit, book: &Book) -> Words {
    let known = unit.products.iter().filter(|name| count(&book.products, name) > 0).count();
    let all = unit.products.len();
    if all == 0 {
        return Words::fixed("The unit's products are not known.", "業務單位的產品不明。");
    }
    Words::new(
        format!("Knows {known} of the unit's {all} products from other units."),
        format!("熟悉此業務單位 {all} 項產品中的 {known} 項。"),
    )
}
