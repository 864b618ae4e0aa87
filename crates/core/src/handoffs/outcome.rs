//! What became of a unit after its handoff: checks at 30, 60 and 90 days, kept, grown or lost at 90, 180 and 365 days.
use crate::money::Money;
pub use crate::shares::Share;
use crate::words::words;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

words! {
    /// A check after the transfer.
    CheckAt {
        /// After 30 days.
        Day30 = "day_30",
        /// After 60 days.
        Day60 = "day_60",
        /// After 90 days.
        Day90 = "day_90",
    }
}

words! {
    /// When an outcome is read.
    OutcomeAt {
        /// After 90 days.
        Day90 = "day_90",
        /// After 180 days.
        Day180 = "day_180",
        /// After 365 days.
        Day365 = "day_365",
    }
}

impl CheckAt {
    /// Days after the transfer.
    pub fn days(self) -> u64 {
        match self {
            Self::Day30 => 30,
            Self::Day60 => 60,
            Self::Day90 => 90,
        }
    }
}

impl OutcomeAt {
    /// Days after the transfer.
    pub fn days(self) -> u64 {
        match self {
            Self::Day90 => 90,
            Self::Day180 => 180,
            Self::Day365 => 365,
        }
    }
}

/// What the receiver says at a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Which.
    pub at: CheckAt,
    /// The day on which it was made.
    pub on: NaiveDate,
    /// Whether the receiver called first since the last check, instead of being called.
    pub proactive: bool,
    /// Whether a meeting with the customer took place.
    pub met: bool,
    /// Whether every commitment that was due was kept.
    pub commitments_kept: bool,
    /// What the receiver is worried about.
    pub worries: Option<String>,
}

/// How the checks of a handoff stand on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Checks {
    /// Due and not made, with the days on which they were due.
    pub due: Vec<(CheckAt, NaiveDate)>,
    /// Still to come.
    pub to_come: Vec<(CheckAt, NaiveDate)>,
}

/// Which checks are due.
pub fn checks(transferred_on: NaiveDate, made: &[Check], day: NaiveDate) -> Checks {
    let mut checks = Checks::default();
    for at in CheckAt::ALL.iter().filter(|at| !made.iter().any(|check| check.at == **at)) {
        let due = after(transferred_on, at.days());
        let list = if due <= day { &mut checks.due } else { &mut checks.to_come };
        list.push((*at, due));
    }
    checks
}

/// What became of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Outcome {
    /// The day has not come.
    NotYet {
        /// The day.
        on: NaiveDate,
    },
    /// The revenue before or then is not known, or there was none before, or they are in two currencies.
    NotKnown,
    /// It is there, with as much revenue as before or less.
    Kept {
        /// The change of its revenue, in hundredths of a percent: -10,000 to 0.
        change_bp: i64,
    },
    /// It has more revenue than before.
    Grown {
        /// The change of its revenue, in hundredths of a percent.
        change_bp: i64,
    },
    /// It has no revenue left.
    Lost,
}

/// Reads the outcome. `before` is the unit's annual recurring revenue on the day before the transfer, `then` that on the day of the outcome.
pub fn outcome(
    at: OutcomeAt,
    transferred_on: NaiveDate,
    day: NaiveDate,
    before: Option<Money>,
    then: Option<Money>,
) -> Outcome {
    let on = after(transferred_on, at.days());
    if day < on {
        return Outcome::NotYet { on };
    }
    let (Some(before), Some(then)) = (before, then) else { return Outcome::NotKnown };
    if before.minor <= 0 || before.currency != then.currency {
        return Outcome::NotKnown;
    }
    let change = (i128::from(then.minor) - i128::from(before.minor)) * 10_000 / i128::from(before.minor);
    let change_bp = i64::try_from(change).unwrap_or(i64::MAX);
    match then.minor {
        ..=0 => Outcome::Lost,
        minor if minor > before.minor => Outcome::Grown { change_bp },
        _ => Outcome::Kept { change_bp },
    }
}

/// How many of several units were kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Kept, with as much as before or less.
    pub kept: u32,
    /// Grown.
    pub grown: u32,
    /// Lost.
    pub lost: u32,
    /// Whose day has not come, or of which too little is known.
    pub open: u32,
}

/// Units below which no share is given: `not_enough_data`.
pub const UNITS_MIN: u32 = 10;

impl Tally {
    /// Counts.
    pub fn of(outcomes: impl IntoIterator<Item = Outcome>) -> Self {
        outcomes.into_iter().fold(Self::default(), |mut tally, outcome| {
            match outcome {
                Outcome::Kept { .. } => tally.kept += 1,
                Outcome::Grown { .. } => tally.grown += 1,
                Outcome::Lost => tally.lost += 1,
                Outcome::NotYet { .. } | Outcome::NotKnown => tally.open += 1,
            }
            tally
        })
    }

    /// The share that is still there, in hundredths of a percent, with its 95 % interval (Wilson's score interval, 1927); none where there
    /// are fewer than [`UNITS_MIN`]. What these would have done without a handoff it does not say.
    pub fn still_there(&self) -> Option<Share> {
        let there = self.kept + self.grown;
        let all = there + self.lost;
        (all >= UNITS_MIN).then(|| Share::of(there, all)).flatten()
    }
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}
