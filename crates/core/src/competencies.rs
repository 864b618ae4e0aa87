//! What a role must be able to do, in levels that others can observe; who can do how much of it, said by the person, by the manager and by what
//! happened; what is still to be learned; and whether somebody is ready.
mod model;
mod plan;
mod ready;

use crate::languages::Words;
use crate::sellers::SellerRole;
use crate::words::words;
use chrono::NaiveDate;
pub use model::{COMPETENCIES, of_role};
pub use plan::{LearningItem, LearningState, learning};
pub use ready::{Readiness, Standing, readiness, standings};
use serde::{Deserialize, Serialize};

/// Something that a role must be able to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Competency {
    /// Its name, which stays when its title changes.
    pub id: &'static str,
    /// Whose it is.
    pub role: SellerRole,
    /// What people call it.
    pub title: Words,
    /// What others see at each level, 1 to 4: under guidance, alone in usual cases, alone in hard cases, teaches others.
    pub levels: [Words; 4],
    /// The level that the role needs, 1 to 4.
    pub needed: u8,
    /// Whether nobody is ready without it.
    pub critical: bool,
}

words! {
    /// Who says so.
    Source {
        /// The person.
        Own = "self",
        /// Whoever leads the person.
        Manager = "manager",
        /// Something that happened and can be looked up.
        Evidence = "evidence",
    }
}

/// What somebody says of one competency of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Which competency.
    pub competency: String,
    /// Who says so.
    pub source: Source,
    /// 0, not seen yet, to 4.
    pub level: u8,
    /// On which day.
    pub on: NaiveDate,
    /// What makes one think so; for evidence, where it can be looked up.
    pub because: String,
}

/// Highest level.
pub const LEVEL_MAX: u8 = 4;
/// Longest reason, in letters.
pub const BECAUSE_LETTERS_MAX: usize = 500;

/// What is wrong with an assessment on a day.
pub fn fault(assessment: &Assessment, day: NaiveDate) -> Option<Words> {
    let letters = assessment.because.trim().chars().count();
    if !COMPETENCIES.iter().any(|one| one.id == assessment.competency) {
        let name = &assessment.competency;
        return Some(Words::new(
            format!("There is no competency `{name}`: use one of the role's list."),
            format!("沒有「{name}」這項職能：請使用角色清單中的名稱。"),
        ));
    }
    if assessment.level > LEVEL_MAX {
        return Some(Words::fixed("A level is a number from 0 to 4.", "等級為 0 到 4 的數字。"));
    }
    if assessment.on > day {
        return Some(Words::fixed("The day is still to come.", "日期尚未到來。"));
    }
    if !(1..=BECAUSE_LETTERS_MAX).contains(&letters) {
        return Some(Words::fixed(
            "Say in at most 500 letters what makes you think so; for evidence, where it can be looked up.",
            "請以 500 字以內說明依據；若為佐證，請註明出處。",
        ));
    }
    None
}
