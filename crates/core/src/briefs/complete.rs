//! How complete a brief is. A field counts whole where the record or a person says something or says why it does not apply, half where a line
//! is still to be confirmed, and nothing where it is open; fields count by their weight.
use super::fields::{FIELDS, Field, FieldSpec, Must, Section};
use super::{Brief, Entry, Mark};
use crate::handoffs::gates::facts;
use serde::Serialize;
use std::collections::BTreeMap;

const WHOLE_BP: u64 = 10_000;

/// How complete a section is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionComplete {
    /// Which.
    pub section: Section,
    /// 0 to 10,000.
    pub complete_bp: u32,
    /// Fields that must be filled and are not, or are still to be confirmed.
    pub open_musts: Vec<Field>,
    /// Other fields of which nothing is known.
    pub open: Vec<Field>,
}

/// A field that somebody said does not apply: what an auditor looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waived {
    /// Which.
    pub field: Field,
    /// Why.
    pub reason: String,
    /// Whether the same reason stands at other fields too: nobody thinks the same of four things.
    pub repeated: bool,
}

/// Fields with the same reason from which it looks as if nobody had thought.
const REPEATED_MIN: usize = 4;

/// How complete a brief is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Completeness {
    /// Over all fields, 0 to 10,000, rounded down.
    pub complete_bp: u32,
    /// Every section once, in order.
    pub sections: Vec<SectionComplete>,
    /// Fields that do not apply.
    pub waived: Vec<Waived>,
}

impl Brief {
    /// How complete it is.
    pub fn completeness(&self) -> Completeness {
        let of = |section: &Section| self.section(*section);
        Completeness {
            complete_bp: self.mean(FIELDS.iter()),
            sections: Section::ALL.iter().map(of).collect(),
            waived: self.waived(),
        }
    }

    /// How it stands for the gate of its handoff.
    pub fn for_gate(&self) -> facts::Brief {
        let found = self.completeness();
        let open = found.sections.iter().filter(|section| !section.open_musts.is_empty());
        facts::Brief {
            complete_bp: i64::from(found.complete_bp),
            open_sections: open.map(|section| section.section.words()).collect(),
            accepted: self.state == super::BriefState::Accepted,
        }
    }

    fn section(&self, section: Section) -> SectionComplete {
        let specs = || FIELDS.iter().filter(|spec| spec.section == section);
        let must = |spec: &&FieldSpec| match spec.must {
            Must::Always => true,
            Must::IfIntegrated => self.integrated,
            Must::No => false,
        };
        let open_musts = specs().filter(must).filter(|spec| self.share(spec.field) < WHOLE_BP);
        let open = specs().filter(|spec| !must(spec) && self.share(spec.field) == 0);
        SectionComplete {
            section,
            complete_bp: self.mean(specs()),
            open_musts: open_musts.map(|spec| spec.field).collect(),
            open: open.map(|spec| spec.field).collect(),
        }
    }

    fn mean<'s>(&self, specs: impl Iterator<Item = &'s FieldSpec>) -> u32 {
        let (mut sum, mut weights) = (0, 0);
        for spec in specs {
            sum += u64::from(spec.weight) * self.share(spec.field);
            weights += u64::from(spec.weight);
        }
        u32::try_from(sum.checked_div(weights).unwrap_or(0)).unwrap_or(0)
    }

    /// How far a field is known: 0 to 10,000, the mean over its lines.
    fn share(&self, field: Field) -> u64 {
        match self.entries.get(&field) {
            None => 0,
            Some(Entry::NotApplicable { .. }) => WHOLE_BP,
            Some(Entry::Known { lines }) => {
                let each = lines.iter().map(|line| match line.mark {
                    Mark::Data | Mark::Stated => WHOLE_BP,
                    Mark::ToConfirm => WHOLE_BP / 2,
                });
                let count = u64::try_from(lines.len()).unwrap_or(u64::MAX);
                each.sum::<u64>().checked_div(count).unwrap_or(0)
            }
        }
    }

    fn waived(&self) -> Vec<Waived> {
        let reasons: Vec<_> = self
            .entries
            .iter()
            .filter_map(|(field, entry)| match entry {
                Entry::NotApplicable { reason, .. } => Some((*field, reason)),
                Entry::Known { .. } => None,
            })
            .collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (_, reason) in &reasons {
            *counts.entry(reason.trim().to_lowercase()).or_default() += 1;
        }
        let often = |reason: &str| {
            counts.get(&reason.trim().to_lowercase()).is_some_and(|count| *count >= REPEATED_MIN)
        };
        let waived = |(field, reason): (Field, &String)| Waived {
            field,
            reason: reason.clone(),
            repeated: often(reason),
        };
        reasons.into_iter().map(waived).collect()
    }
}
