//! Deadlines that hang on named dates: `transfer - 10 working days`, `introduction + 2`, `sale + 45 days`, `share_end`.
use crate::holidays::{Calendar, WORKING_DAYS_MAX};
use crate::suggest;
use crate::words::words;
use chrono::{Days, Months, NaiveDate};
use std::fmt;

words! {
    /// A date that deadlines hang on.
    Anchor {
        /// Somebody wanted the unit to pass on.
        Proposal = "proposal",
        /// It was accepted.
        Acceptance = "acceptance",
        /// The unit's first sale, or the sale that the handoff follows.
        Sale = "sale",
        /// Giver and receiver meet the customer together.
        Introduction = "introduction",
        /// The receiver owns the unit.
        Transfer = "transfer",
        /// The giver's transition share ends.
        ShareEnd = "share_end",
    }
}

words! {
    /// What an offset counts.
    Unit {
        /// Days on which the owner of the step works.
        WorkingDays = "working days",
        /// Days of the calendar.
        Days = "days",
        /// Seven days each.
        Weeks = "weeks",
        /// Months of the calendar.
        Months = "months",
    }
}

/// Days on which the named dates fall, where they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the anchors say it")]
pub struct NamedDates {
    pub proposal: Option<NaiveDate>,
    pub acceptance: Option<NaiveDate>,
    pub sale: Option<NaiveDate>,
    pub introduction: Option<NaiveDate>,
    pub transfer: Option<NaiveDate>,
    pub share_end: Option<NaiveDate>,
}

impl NamedDates {
    /// The day of one of them.
    pub fn of(&self, anchor: Anchor) -> Option<NaiveDate> {
        match anchor {
            Anchor::Proposal => self.proposal,
            Anchor::Acceptance => self.acceptance,
            Anchor::Sale => self.sale,
            Anchor::Introduction => self.introduction,
            Anchor::Transfer => self.transfer,
            Anchor::ShareEnd => self.share_end,
        }
    }
}

/// A deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What it hangs on.
    pub anchor: Anchor,
    /// How far behind it; before it where negative.
    pub offset: i32,
    /// What the offset counts.
    pub unit: Unit,
}

impl Deadline {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong and what to write.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (anchor, sign, rest) = match text.split_once(['+', '-']) {
            None => (text, 1, None),
            Some((anchor, rest)) => {
                let sign = if text.as_bytes().get(anchor.len()) == Some(&b'-') { -1 } else { 1 };
                (anchor.trim(), sign, Some(rest.trim()))
            }
        };
        let anchor: Anchor = anchor.parse().map_err(|_| no_anchor(anchor))?;
        let (number, unit) = rest.map_or(Ok((0, Unit::WorkingDays)), offset)?;
        Ok(Self { anchor, offset: sign * number, unit })
    }

    /// The day, always one on which people of that calendar work: before a named date rather earlier, behind it rather later. None where the
    /// named date is not known.
    pub fn day(&self, dates: &NamedDates, calendar: &Calendar) -> Option<NaiveDate> {
        let anchor = dates.of(self.anchor)?;
        let far = self.offset.unsigned_abs();
        let before = self.offset < 0;
        let moved = match (self.unit, before) {
            (Unit::WorkingDays, true) => Some(calendar.before(anchor, far)),
            (Unit::WorkingDays, false) => Some(calendar.after(anchor, far)),
            (Unit::Days, true) => anchor.checked_sub_days(Days::new(far.into())),
            (Unit::Days, false) => anchor.checked_add_days(Days::new(far.into())),
            (Unit::Weeks, true) => anchor.checked_sub_days(Days::new(u64::from(far) * 7)),
            (Unit::Weeks, false) => anchor.checked_add_days(Days::new(u64::from(far) * 7)),
            (Unit::Months, true) => anchor.checked_sub_months(Months::new(far)),
            (Unit::Months, false) => anchor.checked_add_months(Months::new(far)),
        };
        let day = moved.unwrap_or(anchor);
        Some(if before { calendar.on_or_before(day) } else { calendar.on_or_after(day) })
    }
}

fn offset(text: &str) -> Result<(i32, Unit), String> {
    let (number, unit) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let most = i32::try_from(WORKING_DAYS_MAX).unwrap_or(i32::MAX);
    let number = number
        .parse::<i32>()
        .ok()
        .filter(|number| (0..=most).contains(number))
        .ok_or_else(|| format!("`{number}` is no whole number from 0 to {most}"))?;
    let unit = match unit.split_whitespace().collect::<Vec<_>>().join(" ").as_str() {
        // Whoever writes no unit means days on which work is done.
        "" | "working day" | "working days" => Unit::WorkingDays,
        "day" | "days" => Unit::Days,
        "week" | "weeks" => Unit::Weeks,
        "month" | "months" => Unit::Months,
        other => {
            let near = suggest::nearest(other, Unit::ALL.iter().map(|unit| unit.text()));
            let advice = near.map_or_else(
                || "write working days, days, weeks or months".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            return Err(format!("`{other}` is no unit of time: {advice}"));
        }
    };
    Ok((number, unit))
}

fn no_anchor(text: &str) -> String {
    let names = || Anchor::ALL.iter().map(|anchor| anchor.text());
    let advice = suggest::nearest(text, names()).map_or_else(
        || format!("it hangs on one of {}", names().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    format!("there is no date `{text}`: {advice}")
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.anchor.text())?;
        match (self.offset, self.offset.unsigned_abs()) {
            (0, _) => Ok(()),
            (offset, far) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let unit = self.unit.text();
                let unit = if far == 1 { unit.trim_end_matches('s') } else { unit };
                write!(f, " {sign} {far} {unit}")
            }
        }
    }
}
