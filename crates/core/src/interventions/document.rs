//! The document of an intervention: what is done, with whom, when, and what is expected of it.
use crate::subscriptions::Month;
use crate::words::words;
use chrono::NaiveDate;
use std::collections::BTreeMap;

words! {
    /// What is done.
    Kind {
        /// People learn something.
        Training = "training",
        /// People are paid for something else than before.
        Incentive = "incentive",
        /// Priorities, coaching, time that is kept free, other rules of work.
        Management = "management",
    }
}

words! {
    /// The measure of the diagnosis that it is aimed at.
    Aim {
        /// Customers held crowd out new ones.
        CrowdOut = "crowd_out",
        /// Fewer customers are won per seller.
        AcquisitionTrend = "acquisition_trend",
        /// Recurring revenue grows more slowly.
        GrowthTrend = "growth_trend",
        /// Easy work takes a growing share of the hours.
        DriftToEasy = "drift_to_easy",
        /// Urgent work takes a growing share of the hours.
        DriftToUrgent = "drift_to_urgent",
        /// The share of hours for new business is out of line.
        HuntingShare = "hunting_share",
    }
}

words! {
    /// What is counted, per person and month: the one number that the verdict rests on.
    Outcome {
        /// Hours for new business as a share of the hours with customers.
        HuntingShare = "hunting_share",
        /// Hours for new business.
        HuntingHours = "hunting_hours",
        /// New-business opportunities created.
        Opportunities = "opportunities",
        /// Customers won.
        Won = "won",
        /// Easy work as a share of the hours with customers.
        EasyShare = "easy_share",
        /// Urgent work as a share of the hours with customers.
        UrgentShare = "urgent_share",
        /// Recurring revenue added, in any one currency.
        ArrAdded = "arr_added",
    }
}

words! {
    /// Who decided who takes part.
    Assigned {
        /// A draw: everybody could have been in either group.
        Drawn = "drawn",
        /// People: by need, by wish, by place.
        Chosen = "chosen",
    }
}

words! {
    /// How far it is.
    State {
        /// It may still be changed.
        Draft = "draft",
        /// It has begun; what it is judged by is locked.
        Running = "running",
        /// It is over.
        Ended = "ended",
        /// A verdict has been given.
        Judged = "judged",
    }
}

words! {
    /// What came of it.
    Verdict {
        /// The effect is beyond chance and not clearly less than expected.
        Worked = "worked",
        /// There is an effect beyond chance, but clearly less than expected.
        Partly = "partly",
        /// Even half of the expected effect is excluded, or it did harm.
        DidNot = "did_not",
        /// The data cannot tell.
        CannotTell = "cannot_tell",
    }
}

/// Whether more or less of an outcome is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The more the better.
    More,
    /// The less the better.
    Less,
}

/// In what an outcome is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share, from 0 to 1.
    Share,
    /// Hours in a month.
    Hours,
    /// How many in a month.
    Count,
    /// Money in a month.
    Money,
}

impl Aim {
    /// What is counted where the document does not say: what moves first, because rare outcomes show an effect last.
    pub fn usual_outcome(self) -> Outcome {
        match self {
            Self::CrowdOut | Self::HuntingShare => Outcome::HuntingShare,
            Self::AcquisitionTrend => Outcome::Opportunities,
            Self::GrowthTrend => Outcome::ArrAdded,
            Self::DriftToEasy => Outcome::EasyShare,
            Self::DriftToUrgent => Outcome::UrgentShare,
        }
    }
}

impl Outcome {
    /// Whether more or less of it is wanted.
    pub fn wanted(self) -> Wanted {
        match self {
            Self::EasyShare | Self::UrgentShare => Wanted::Less,
            _ => Wanted::More,
        }
    }

    /// In what it is counted.
    pub fn unit(self) -> Unit {
        match self {
            Self::HuntingShare | Self::EasyShare | Self::UrgentShare => Unit::Share,
            Self::HuntingHours => Unit::Hours,
            Self::Opportunities | Self::Won => Unit::Count,
            Self::ArrAdded => Unit::Money,
        }
    }

    /// 1 where more is wanted, -1 where less is.
    pub fn sign(self) -> f64 {
        match self.wanted() {
            Wanted::More => 1.0,
            Wanted::Less => -1.0,
        }
    }
}

/// One person who takes part or is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// As the panel names them.
    pub person: String,
    /// When it begins for this person, where not with the others.
    pub from: Option<NaiveDate>,
    /// The group within which was drawn.
    pub stratum: Option<String>,
}

/// Who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody, so that nobody is left to compare with.
    Everybody,
    /// These.
    These(Vec<Member>),
}

/// Who is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Everybody who does not take part, and those who do not yet.
    EverybodyElse,
    /// Nobody: before and after are all there is. Those for whom it begins later are compared until then.
    Nobody,
    /// These, and those who take part but not yet.
    These(Vec<Member>),
}

/// What was before, written down when it began.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// On which day.
    pub locked: NaiveDate,
    /// The first month of it.
    pub from: Month,
    /// The last month of it.
    pub to: Month,
    /// The mean of each person who takes part or is compared, where the months are known.
    pub means: BTreeMap<String, f64>,
}

/// An intervention.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervention {
    /// What it is called.
    pub name: String,
    /// What is done.
    pub kind: Kind,
    /// The measure of the diagnosis that it is aimed at.
    pub aim: Aim,
    /// The number that the verdict rests on.
    pub outcome: Outcome,
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
    /// Full months after the start that do not count yet, because learning takes time.
    pub settle_months: u32,
    /// Months before the start that are compared with.
    pub baseline_months: u32,
    /// Who decided who takes part.
    pub assigned: Assigned,
    /// Who takes part.
    pub people: Who,
    /// Who is compared.
    pub compared: Compared,
    /// The expected change of the outcome, per person and month, in its unit; below zero where less is wanted.
    pub expected: f64,
    /// Why it is done.
    pub because: Option<String>,
    /// How far it is.
    pub state: State,
    /// Locked at the start.
    pub baseline: Option<Baseline>,
    /// Once it is judged.
    pub verdict: Option<Verdict>,
}

impl Intervention {
    /// The first whole month in which a beginning on this day shows.
    pub fn first_month(day: NaiveDate) -> Month {
        let month = Month::of(day);
        if month.first_day() == day { month } else { month.plus(1) }
    }

    /// The last whole month.
    pub fn last_month(&self) -> Month {
        let month = Month::of(self.end);
        if month.last_day() == self.end { month } else { month.plus(-1) }
    }

    /// Those who take part by name; nobody where everybody does.
    pub fn members(&self) -> &[Member] {
        match &self.people {
            Who::Everybody => &[],
            Who::These(members) => members,
        }
    }

    /// When it begins for a member.
    pub fn start_of(&self, member: &Member) -> NaiveDate {
        member.from.unwrap_or(self.start)
    }
}

/// Longest document, in bytes.
pub const BYTES_MAX: usize = 262_144;
/// Most people, in each of the lists.
pub const PEOPLE_MAX: usize = 5_000;
/// Longest name, in letters.
pub const NAME_LETTERS_MAX: usize = 100;
/// Longest reason, in letters.
pub const BECAUSE_LETTERS_MAX: usize = 1_000;
/// Months before the start, where the document does not say.
pub const BASELINE_MONTHS_USUAL: u32 = 12;
/// Fewest and most months before the start.
pub const BASELINE_MONTHS: std::ops::RangeInclusive<u32> = 3..=60;
/// Most months that do not count yet.
pub const SETTLE_MONTHS_MAX: u32 = 12;
/// Longest, in months.
pub const MONTHS_MAX: i32 = 60;
