//! Languages and skills: who has each, and which customers need it. Whoever lacks one may serve all the same; it costs something every year.
use super::record::{Record, UnitRecord};
use super::setup::Segment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most skills of one alignment.
pub const SKILLS_MAX: usize = 64;
/// Longest name, in letters.
const NAME_LETTERS_MAX: usize = 60;

/// A language or a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// What people call it.
    pub name: String,
    /// The sellers who have it.
    #[serde(default)]
    pub people: BTreeSet<i64>,
    /// The customers whose units need it.
    #[serde(default)]
    pub units: Needed,
}

/// Customers of whom one of these holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Needed {
    /// They are in one of these countries.
    pub countries: BTreeSet<String>,
    /// They are of one of these industries.
    pub industries: BTreeSet<String>,
    /// They are of one of these sizes.
    pub segments: BTreeSet<Segment>,
}

/// A skill that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongSkill {
    /// There are more than [`SKILLS_MAX`].
    TooMany,
    /// One has no name, or one that is too long.
    Nameless,
    /// Two have the same name.
    Twice,
}

impl Needed {
    /// Whether a unit needs it.
    pub fn by(&self, unit: &UnitRecord) -> bool {
        let among = |known: &BTreeSet<String>, value: &Option<String>| {
            value.as_ref().is_some_and(|value| known.contains(value))
        };
        among(&self.countries, &unit.country)
            || among(&self.industries, &unit.industry)
            || unit.segment.is_some_and(|segment| self.segments.contains(&segment))
    }
}

/// The skills that a unit needs, a bit for each in their order.
pub fn needs(skills: &[Skill], unit: &UnitRecord) -> u64 {
    bits(skills, |skill| skill.units.by(unit))
}

/// The skills of which something holds, a bit for each in their order.
pub(super) fn bits(skills: &[Skill], holds: impl Fn(&Skill) -> bool) -> u64 {
    let each = skills.iter().take(SKILLS_MAX).enumerate();
    each.fold(0, |bits, (at, skill)| bits | (u64::from(holds(skill)) << at))
}

/// Skills as they are kept: names without blanks around them.
///
/// # Errors
/// Where there are too many, or a name is missing, too long or given twice.
pub fn tidy(skills: Vec<Skill>) -> Result<Vec<Skill>, WrongSkill> {
    if skills.len() > SKILLS_MAX {
        return Err(WrongSkill::TooMany);
    }
    let mut names = BTreeSet::new();
    let mut kept = Vec::new();
    for skill in skills {
        let name = skill.name.trim().to_owned();
        if !(1..=NAME_LETTERS_MAX).contains(&name.chars().count()) {
            return Err(WrongSkill::Nameless);
        }
        if !names.insert(name.to_lowercase()) {
            return Err(WrongSkill::Twice);
        }
        kept.push(Skill { name, ..skill });
    }
    Ok(kept)
}

/// The countries and the industries of all units, to choose from.
pub fn attributes(record: &Record) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let all = |value: fn(&UnitRecord) -> Option<&str>| record.units.iter().filter_map(value).collect();
    (all(|unit| unit.country.as_deref()), all(|unit| unit.industry.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skill(name: &str) -> Skill {
        Skill { name: name.to_owned(), people: BTreeSet::new(), units: Needed::default() }
    }

    #[test]
    fn names_are_there_once_and_not_too_many() {
        let names = |result: Result<Vec<Skill>, WrongSkill>| {
            result.map(|skills| skills.into_iter().map(|skill| skill.name).collect::<Vec<_>>())
        };
        assert_eq!(
            names(tidy(vec![skill(" German "), skill("French")])),
            Ok(vec!["German".into(), "French".into()])
        );
        assert_eq!(names(tidy(vec![skill("German"), skill("german ")])), Err(WrongSkill::Twice));
        assert_eq!(names(tidy(vec![skill("  ")])), Err(WrongSkill::Nameless));
        let many = (0..=SKILLS_MAX).map(|at| skill(&at.to_string())).collect();
        assert_eq!(names(tidy(many)), Err(WrongSkill::TooMany));
    }

    #[test]
    fn what_was_kept_before_there_were_lists_is_read() {
        let read: Skill = serde_json::from_str(r#"{"name": "German"}"#).expect("lists may be absent");
        assert_eq!(read, skill("German"));
    }
}
