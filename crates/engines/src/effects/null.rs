//! What would be seen if an effect were the truth: values fitted without any other effect, and what is left of each person.
use super::draws::Schedule;
use super::stack::{Reading, Stack};

/// Fitted values and what is left, entry by entry.
pub struct Null<'a> {
    stack: &'a Stack,
    real: &'a Schedule,
    reading: Reading,
    effect: f64,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Default)]
struct Part {
    fitted: f64,
    left: f64,
    moved: f64,
}

impl<'a> Null<'a> {
    /// Fits: a mean for each month, and the slope on the mean before, both sides together.
    pub fn new(stack: &'a Stack, real: &'a Schedule, reading: Reading, effect: f64) -> Self {
        let mut parts = Vec::new();
        let mut centred = Vec::new();
        let (mut product, mut square) = (0.0, 0.0);
        for segment in &stack.segments {
            let own = |row: usize| segment.side(real[row]);
            let compared = || segment.entries.iter().filter(|entry| own(entry.row).is_some());
            let value = |entry: &super::stack::Entry| {
                entry.value - if own(entry.row) == Some(true) { effect } else { 0.0 }
            };
            let count = compared().count().max(1) as f64;
            let mean = compared().map(value).sum::<f64>() / count;
            let before = compared().map(|entry| entry.before).sum::<f64>() / count;
            for entry in &segment.entries {
                let moved = if own(entry.row) == Some(true) { effect } else { 0.0 };
                let (y, x) = (value(entry) - mean, entry.before - before);
                if own(entry.row).is_some() {
                    product += segment.months.len() as f64 * y * x;
                    square += segment.months.len() as f64 * x * x;
                }
                parts.push(Part { fitted: mean, left: y, moved });
                centred.push(x);
            }
        }
        let slope = match reading {
            Reading::Change => 1.0,
            Reading::Alike if square > 0.0 => product / square,
            Reading::Alike => 0.0,
        };
        for (part, x) in parts.iter_mut().zip(centred) {
            part.fitted += slope * x;
            part.left -= slope * x;
        }
        Self { stack, real, reading, effect, parts }
    }

    /// The studentised deviation from the effect with the deviations of some people turned round.
    pub fn turned(&self, turn: &[bool]) -> Option<f64> {
        let read = |entry: &super::stack::Entry, number: usize| {
            let Part { fitted, left, moved } = self.parts[number];
            (fitted + moved + if turn[entry.row] { -left } else { left }, entry.before)
        };
        let found = self.stack.estimate_of(self.real, self.reading, read)?;
        Some((found.effect - self.effect).abs() / found.error)
    }
}
