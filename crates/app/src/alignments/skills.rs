//! Languages and skills as the page shows them: who has each, who needs it, and what there is to choose from.
use super::sight::Sight;
use serde::Serialize;
use tandem_core::alignments::{Input, Record, Segment, Setup, attributes};

/// A language or skill.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentSkill)]
pub struct SkillView {
    /// What people call it.
    pub name: String,
    /// Sellers who have it, as far as the reader sees them.
    pub people: Vec<String>,
    /// Customers in these countries need it, ...
    pub countries: Vec<String>,
    /// ... those of these industries, ...
    pub industries: Vec<String>,
    /// ... and those of these sizes: enterprise, middle or small.
    pub segments: Vec<&'static str>,
    /// Units that need it.
    pub units: usize,
    /// Account managers who have it, in the field and inside.
    pub keepers: usize,
}

impl SkillView {
    /// All of a setup; `input` is what it comes to now.
    pub(super) fn all(setup: &Setup, input: Option<&Input>, sight: &Sight) -> Vec<Self> {
        let each = setup.skills.iter().enumerate();
        each.map(|(at, skill)| {
            let keeps = |id: &&i64| input.is_some_and(|input| input.seller_at(**id).is_some());
            let needs = |input: &Input| input.units.iter().filter(|unit| unit.needs & (1 << at) != 0).count();
            let seen = skill.people.iter().filter(|id| sight.person(**id));
            Self {
                name: skill.name.clone(),
                people: seen.map(i64::to_string).collect(),
                countries: skill.units.countries.iter().cloned().collect(),
                industries: skill.units.industries.iter().cloned().collect(),
                segments: skill.units.segments.iter().map(|segment| segment.text()).collect(),
                units: input.map_or(0, needs),
                keepers: skill.people.iter().filter(keeps).count(),
            }
        })
        .collect()
    }
}

/// By what customers can need a language or skill: what the record holds.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentSkillChoices)]
pub struct SkillChoices {
    /// Countries of customers.
    pub countries: Vec<String>,
    /// Industries of customers.
    pub industries: Vec<String>,
    /// Sizes of customers.
    pub segments: Vec<&'static str>,
}

impl SkillChoices {
    /// Of a record.
    pub(super) fn of(record: &Record) -> Self {
        let owned =
            |values: std::collections::BTreeSet<&str>| values.into_iter().map(str::to_owned).collect();
        let (countries, industries) = attributes(record);
        let segments = Segment::ALL.iter().map(|segment| segment.text()).collect();
        Self { countries: owned(countries), industries: owned(industries), segments }
    }
}
