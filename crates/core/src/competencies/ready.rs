//! Assessments -> how each competency stands -> whether somebody is ready. What only the person says does not make ready; what is older than a
//! year does not either.
use super::{Assessment, Competency, Source, of_role};
use crate::languages::Words;
use crate::sellers::SellerRole;
use chrono::{Days, NaiveDate};
use serde::Serialize;

/// Days for which an assessment counts.
pub const FRESH_DAYS: u64 = 365;
/// Levels between what the person and the manager say from which they should talk about it.
pub const APART: u8 = 2;

/// How one competency of a person stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Which.
    pub competency: &'static str,
    /// What people call it.
    pub title: Words,
    /// The level that counts: the manager's, else that of evidence; none where neither is there.
    pub level: Option<u8>,
    /// Who said so.
    pub source: Option<Source>,
    /// What the person says.
    pub own: Option<u8>,
    /// What the role needs.
    pub needed: u8,
    /// Whether nobody is ready without it.
    pub critical: bool,
    /// Levels that are missing; the whole of what is needed where nobody assessed it.
    pub gap: u8,
    /// Whether person and manager are so far apart that they should talk about it.
    pub talk: bool,
}

/// Whether somebody can do the work of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// For which role.
    pub role: SellerRole,
    /// Whether; none where too little was assessed to say.
    pub ready: Option<bool>,
    /// Every competency of the role.
    pub standings: Vec<Standing>,
    /// What is still to be learned, in words.
    pub gaps: Vec<Words>,
    /// Competencies that nobody but the person assessed.
    pub not_assessed: u32,
}

/// How every competency of a role stands on a day.
pub fn standings(role: SellerRole, assessments: &[Assessment], day: NaiveDate) -> Vec<Standing> {
    of_role(role).map(|competency| standing(competency, assessments, day)).collect()
}

fn standing(competency: &'static Competency, assessments: &[Assessment], day: NaiveDate) -> Standing {
    let first = day.checked_sub_days(Days::new(FRESH_DAYS)).unwrap_or(NaiveDate::MIN);
    let last = |source: Source| {
        let of = |one: &&Assessment| one.competency == competency.id && one.source == source;
        // Of the same day, the one that was written last.
        let fresh = assessments.iter().filter(of).filter(|one| (first..=day).contains(&one.on));
        fresh.max_by_key(|one| one.on).map(|one| one.level)
    };
    let (own, manager, evidence) = (last(Source::Own), last(Source::Manager), last(Source::Evidence));
    let level = manager.or(evidence);
    Standing {
        competency: competency.id,
        title: competency.title.clone(),
        source: level.map(|_| if manager.is_some() { Source::Manager } else { Source::Evidence }),
        level,
        own,
        needed: competency.needed,
        critical: competency.critical,
        gap: competency.needed.saturating_sub(level.unwrap_or(0)),
        talk: own.zip(manager).is_some_and(|(own, manager)| own.abs_diff(manager) >= APART),
    }
}

/// Whether somebody is ready for a role on a day: no gap in what is critical, and at most one level missing in one of the others.
pub fn readiness(role: SellerRole, assessments: &[Assessment], day: NaiveDate) -> Readiness {
    let standings = standings(role, assessments, day);
    let unknown = |one: &&Standing| one.level.is_none();
    let critical_unknown = standings.iter().filter(unknown).any(|one| one.critical);
    let critical_gap = standings.iter().any(|one| one.critical && one.level.is_some() && one.gap > 0);
    let others: u32 = standings.iter().filter(|one| !one.critical).map(|one| u32::from(one.gap)).sum();
    let ready = match (critical_gap, critical_unknown) {
        (true, _) => Some(false),
        (false, true) => None,
        (false, false) => Some(others <= 1),
    };
    let gaps = standings.iter().filter(|one| one.gap > 0).map(words).collect();
    let not_assessed = u32::try_from(standings.iter().filter(unknown).count()).unwrap_or(u32::MAX);
    Readiness { role, ready: ready.filter(|_| !standings.is_empty()), gaps, not_assessed, standings }
}

fn words(one: &Standing) -> Words {
    let Words { en, zh } = &one.title;
    match one.level {
        Some(level) => Words::new(
            format!("{en}: level {level}, needed {}.", one.needed),
            format!("{zh}：目前 {level} 級，需要 {} 級。", one.needed),
        ),
        None => Words::new(
            format!("{en}: nobody has assessed it, needed {}.", one.needed),
            format!("{zh}：尚未評估，需要 {} 級。", one.needed),
        ),
    }
}
