//! What people say of an alignment before it is solved: who has which part, which units it is about, what is locked and why, and the company's
//! constants. Amounts are in whole units of the company's currency a year.
use super::skills::Skill;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What somebody does in the alignment.
    Part {
        /// Keeps and grows customers, and travels to them.
        Field = "field",
        /// Keeps and grows customers by video and text chat.
        Inside = "inside",
        /// Wins customers and hands them to one account manager.
        Hunter = "hunter",
        /// Has nothing to do with it.
        Aside = "aside",
    }
}

words! {
    /// Which units are aligned.
    Scope {
        /// All that have recurring revenue, whoever owns them.
        All = "all",
        /// Those that account managers own, and those of hunters that are due.
        Kept = "kept",
    }
}

words! {
    /// How large a customer is.
    Segment {
        /// Large; never served from inside.
        Enterprise = "enterprise",
        /// In between.
        Middle = "middle",
        /// Small.
        Small = "small",
    }
}

impl Segment {
    /// Its place in lists of three: small, middle, enterprise.
    pub fn index(self) -> usize {
        match self {
            Self::Small => 0,
            Self::Middle => 1,
            Self::Enterprise => 2,
        }
    }
}

/// A unit that a person has decided about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The unit.
    pub unit: i64,
    /// Who has it, whatever it costs.
    pub seller: i64,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: String,
}

/// A pair that a person has decided about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairLock {
    /// The hunter.
    pub hunter: i64,
    /// The account manager.
    pub manager: i64,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: String,
}

/// When a unit can be served by video and text chat, where its customer has not said what it wants.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InsideRule {
    /// From this far on from the nearest account manager in the field, km.
    pub far_km: f64,
    /// And up to this potential.
    pub far_potential_max: f64,
    /// Wherever it is, up to this potential.
    pub small_potential_max: f64,
}

/// The company's constants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// A kilometre of travel.
    pub km_cost: f64,
    /// An hour outside the band.
    pub hour_cost: f64,
    /// One unit of potential outside the band.
    pub potential_cost: f64,
    /// How far hours may be from their target, as a share of it.
    pub hours_band: f64,
    /// How far potential may be from its target, as a share of it.
    pub potential_band: f64,
    /// Share of the recurring revenue at risk when a unit with a perfect relationship changes hands.
    pub disruption_share: f64,
    /// What that costs besides.
    pub disruption_fix: f64,
    /// What it costs to part a hunter from an account manager whom nothing has gone wrong with.
    pub pair_cost: f64,
    /// Meetings a year of a hunter and the account manager.
    pub pair_meetings: f64,
    /// Most hunters of one account manager; none: as many as one likes.
    pub hunters_max: Option<u32>,
    /// An hour in the field of a unit that could be served from inside.
    pub field_premium: f64,
    /// Share of the potential that is lost where a unit that wants visits is served from inside.
    pub inside_loss_share: f64,
    /// What that costs besides.
    pub inside_loss_fix: f64,
    /// An hour of work and of difference in time between a unit and who serves it from inside.
    pub inside_zone_cost: f64,
    /// Visits a year: of a small, a middle and a large customer's unit.
    pub visits: [f64; 3],
    /// Months after its first sale in which a hunter's unit is in the pipeline, and goes where the hunter's account manager is.
    pub pipeline_months: u32,
    /// When a unit can be served from inside.
    pub inside: InsideRule,
    /// A language or skill that a unit needs and whoever has it lacks.
    #[serde(default = "skill_usual")]
    pub skill_cost: f64,
}

/// A language or skill that is lacking, in US dollars a year. Drafts from before there were skills have it in their own currency: nothing comes of
/// it until somebody names a skill, and then it stands beside.
const SKILL_USUAL: f64 = 5_000.0;

fn skill_usual() -> f64 {
    SKILL_USUAL
}

impl Rules {
    /// The usual ones, where `dollar` is what a US dollar is worth in the company's currency.
    pub fn usual(dollar: f64) -> Self {
        Self {
            km_cost: 0.6 * dollar,
            hour_cost: 120.0 * dollar,
            potential_cost: 0.02,
            hours_band: 0.10,
            potential_band: 0.15,
            disruption_share: 0.04,
            disruption_fix: 200.0 * dollar,
            pair_cost: 4_000.0 * dollar,
            pair_meetings: 30.0,
            hunters_max: None,
            field_premium: 45.0 * dollar,
            inside_loss_share: 0.03,
            inside_loss_fix: 300.0 * dollar,
            inside_zone_cost: 2.0 * dollar,
            visits: [2.0, 6.0, 12.0],
            pipeline_months: 12,
            inside: InsideRule {
                far_km: 150.0,
                far_potential_max: 60_000.0 * dollar,
                small_potential_max: 12_000.0 * dollar,
            },
            skill_cost: SKILL_USUAL * dollar,
        }
    }

    /// What cannot be, each with what to do.
    pub fn wrong(&self) -> Vec<&'static str> {
        let amounts = [
            self.km_cost,
            self.hour_cost,
            self.potential_cost,
            self.disruption_share,
            self.disruption_fix,
            self.pair_cost,
            self.pair_meetings,
            self.field_premium,
            self.inside_loss_share,
            self.inside_loss_fix,
            self.inside_zone_cost,
            self.inside.far_km,
            self.inside.far_potential_max,
            self.inside.small_potential_max,
            self.skill_cost,
        ];
        let fits = |value: &f64| (0.0..=1e9).contains(value);
        let mut wrong = Vec::new();
        if !amounts.iter().chain(&self.visits).all(fits) {
            wrong.push("every constant is a number from 0 to 1000000000");
        }
        if ![self.hours_band, self.potential_band].iter().all(|band| (0.01..0.9).contains(band)) {
            wrong.push("a band is a share from 0.01 to 0.9 of the target");
        }
        if self.hunters_max == Some(0) {
            wrong.push("let an account manager have at least one hunter");
        }
        if self.pipeline_months > 120 {
            wrong.push("a unit is in the pipeline for at most 120 months");
        }
        wrong
    }
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// Which units.
    pub scope: Scope,
    /// Who does what, by seller; who is not named does what their post says.
    pub parts: BTreeMap<i64, Part>,
    /// Units that are decided.
    pub locks: Vec<Lock>,
    /// Pairs that are decided.
    pub pairs: Vec<PairLock>,
    /// Constants.
    pub rules: Rules,
    /// Languages and skills; none in what was kept before there were any.
    #[serde(default)]
    pub skills: Vec<Skill>,
}
