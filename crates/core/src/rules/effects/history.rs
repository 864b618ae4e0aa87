//! What a document would have said month by month, on the record as it was then. Owners stay as they were: each month stands by itself.
use super::{Look, Sum, amount, wanted};
use crate::rules::facts::FactId;
use crate::rules::{Answer, Document, decide};
use crate::subscriptions;
use chrono::NaiveDate;

/// One month.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// Its last day, or the day on which the book was read.
    pub day: NaiveDate,
    /// Units to hand off that were not the month before.
    pub newly: Sum,
    /// Units to hand off on that day.
    pub hand_off: Sum,
    /// Units to ask about on that day.
    pub ask: Sum,
    /// Units that got another owner in another role in that month, in the record.
    pub happened: u64,
}

/// The months up to the day on which the book was read, the earliest first. `progress` gets the months done and may stop it by `false`.
pub fn history(
    document: &Document,
    look: Look,
    months: i32,
    mut progress: impl FnMut(i32) -> bool,
) -> Option<Vec<Month>> {
    let now = subscriptions::Month::of(look.book.read_on);
    let mut before = vec![None; look.book.units.len()];
    let mut told = Vec::new();
    // The month before the first only tells what is new in the first.
    for back in (0..=months).rev() {
        if !progress(months - back) {
            return None;
        }
        let day = now.plus(-back).last_day().min(look.book.read_on);
        let month = month(document, look, day, &mut before);
        told.extend((back < months).then_some(month));
    }
    Some(told)
}

fn month(document: &Document, look: Look, day: NaiveDate, before: &mut [Option<Answer>]) -> Month {
    let (book, arr) = (look.book, const { FactId::known("arr") });
    let [mut newly, mut hand_off, mut ask] = [Sum::default(); 3];
    let mut seen = vec![false; before.len()];
    book.facts_on(day, wanted(document), |unit, facts| {
        let Some((answer, _)) = look.answer(unit, day, decide(document, facts).answer) else { return };
        let amount = amount(facts, arr);
        match answer {
            Answer::HandOff => {
                hand_off.add(amount);
                if before[unit] != Some(Answer::HandOff) {
                    newly.add(amount);
                }
            }
            Answer::Ask => ask.add(amount),
            Answer::Keep => {}
        }
        before[unit] = Some(answer);
        seen[unit] = true;
    });
    let first = subscriptions::Month::of(day).first_day();
    let changed = |unit: &usize| seen[*unit] && book.changed_role(*unit, first, day);
    let happened = (0..book.units.len()).filter(changed).count() as u64;
    Month { day, newly, hand_off, ask, happened }
}
