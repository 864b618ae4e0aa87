//! Time: which category and class an activity's minutes belong to, by data where there is some, else by rules that the user can change.
use crate::activities::{ActivityCategory, InitiatedBy, Urgency};
use crate::opportunities::OpportunityKind;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What kind of work it was, in the article's terms.
    TimeClass {
        /// Friendly, small or already developed customers.
        Easy = "easy",
        /// The customer asked and it could not wait.
        Urgent = "urgent",
        /// Hard and important: new business, undeveloped potential.
        Hard = "hard",
        /// With no customer: internal work and travel.
        Other = "other",
    }
}

/// What is known of an activity when its time is classified.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// From the data.
    pub category: Option<ActivityCategory>,
    /// From the data.
    pub urgency: Option<Urgency>,
    /// From the data.
    pub initiated_by: Option<InitiatedBy>,
    /// From the data.
    pub minutes: Option<i64>,
    /// meeting, call, email ..., in small letters.
    pub kind: Option<&'a str>,
    /// The subject line.
    pub subject: Option<&'a str>,
    /// Of the opportunity it belongs to.
    pub opportunity: Option<OpportunityKind>,
    /// Whether a customer is named.
    pub has_customer: bool,
    /// Whether the customer bought before that day.
    pub is_buying: bool,
    /// Current ARR divided by potential, in hundredths of a percent, where the potential is known.
    pub penetration_bp: Option<i64>,
}

/// Minutes with their category and class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classified {
    /// How long.
    pub minutes: i64,
    /// Whether the length is a usual one and not a recorded one.
    pub assumed: bool,
    /// What it went into.
    pub category: ActivityCategory,
    /// In the article's terms.
    pub class: TimeClass,
}

/// A line of the rules: all conditions that are given must hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// One of these words is in the subject or is the kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// The opportunity is of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opportunity: Option<OpportunityKind>,
    /// A customer is named, or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_customer: Option<bool>,
    /// The customer buys already, or not yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buying: Option<bool>,
    /// Then the time is this.
    pub category: Option<ActivityCategory>,
    /// Then it was this urgent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
}

/// The document that the user reads and changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The first rule with a category that applies gives the category; likewise for urgency.
    pub rules: Vec<Rule>,
    /// Minutes of activities without a length, by kind; `other` for kinds not named.
    pub usual_minutes: BTreeMap<String, i64>,
    /// Penetration from which a unit counts as developed, in hundredths of a percent.
    pub developed_from_bp: i64,
    /// Contracted hours a week of sellers without their own, in hundredths.
    pub centihours_per_week: i64,
}

/// The rules that the program comes with.
pub const STANDARD_RULES: &str = include_str!("time/standard.yaml");

impl Rules {
    /// Reads a document (YAML or JSON); the error says where.
    pub fn parse(text: &str) -> Result<Self, String> {
        serde_saphyr::from_str(text).map_err(|error| error.to_string())
    }

    /// The rules that the program comes with.
    pub fn standard() -> Self {
        Self::parse(STANDARD_RULES).expect("the shipped rules are read by a test")
    }

    /// Classifies one activity.
    pub fn classify(&self, facts: &Facts<'_>) -> Classified {
        let text = format!("{} {}", facts.kind.unwrap_or_default(), facts.subject.unwrap_or_default())
            .to_lowercase();
        let applying = || self.rules.iter().filter(|rule| rule.applies(facts, &text));
        let category = facts
            .category
            .or_else(|| applying().find_map(|rule| rule.category))
            .unwrap_or(ActivityCategory::Internal);
        let urgency =
            facts.urgency.or_else(|| applying().find_map(|rule| rule.urgency)).unwrap_or(Urgency::Normal);
        let minutes = facts.minutes.unwrap_or_else(|| self.usual(facts.kind));
        Classified {
            minutes,
            assumed: facts.minutes.is_none(),
            category,
            class: self.class(category, urgency, facts),
        }
    }

    fn usual(&self, kind: Option<&str>) -> i64 {
        let named = kind.and_then(|kind| self.usual_minutes.get(kind));
        named.or_else(|| self.usual_minutes.get("other")).copied().unwrap_or(0)
    }

    fn class(&self, category: ActivityCategory, urgency: Urgency, facts: &Facts<'_>) -> TimeClass {
        use ActivityCategory::{Expansion, Internal, NewBusiness, Service, Travel};
        let asked = category == Service && facts.initiated_by == Some(InitiatedBy::Customer);
        let developed = facts.penetration_bp.is_some_and(|bp| bp >= self.developed_from_bp);
        match category {
            Internal | Travel => TimeClass::Other,
            _ if urgency == Urgency::Urgent || asked => TimeClass::Urgent,
            NewBusiness => TimeClass::Hard,
            Expansion if !developed => TimeClass::Hard,
            _ => TimeClass::Easy,
        }
    }
}

impl Rule {
    fn applies(&self, facts: &Facts<'_>, text: &str) -> bool {
        let wanted = |condition: Option<bool>, fact: bool| condition.is_none_or(|wanted| wanted == fact);
        (self.words.is_empty() || self.words.iter().any(|word| text.contains(&word.to_lowercase())))
            && self.opportunity.is_none_or(|kind| facts.opportunity == Some(kind))
            && wanted(self.with_customer, facts.has_customer)
            && wanted(self.buying, facts.is_buying)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(facts: Facts<'_>, expected: &str) {
        let found = Rules::standard().classify(&facts);
        assert_eq!(
            format!(
                "{} {} {}{}",
                found.category,
                found.class,
                found.minutes,
                if found.assumed { " usual" } else { "" }
            ),
            expected
        );
    }

    #[test]
    fn data_wins_over_rules() {
        let category = Some(ActivityCategory::Renewal);
        check(
            Facts { category, minutes: Some(30), subject: Some("urgent outage"), ..Facts::default() },
            "renewal urgent 30",
        );
        let urgency = Some(Urgency::Normal);
        check(
            Facts {
                category,
                urgency,
                minutes: Some(30),
                subject: Some("urgent outage"),
                ..Facts::default()
            },
            "renewal easy 30",
        );
    }

    #[test]
    fn rules_fill_what_data_leave_open() {
        let customer = Facts { has_customer: true, is_buying: true, ..Facts::default() };
        check(
            Facts { kind: Some("meeting"), opportunity: Some(OpportunityKind::New), ..customer },
            "new_business hard 60 usual",
        );
        check(
            Facts { kind: Some("call"), subject: Some("Renewal terms"), ..customer },
            "renewal easy 20 usual",
        );
        check(Facts { subject: Some("續約討論"), kind: Some("call"), ..customer }, "renewal easy 20 usual");
        check(Facts { kind: Some("email"), ..customer }, "service easy 10 usual");
        check(
            Facts { kind: Some("email"), initiated_by: Some(InitiatedBy::Customer), ..customer },
            "service urgent 10 usual",
        );
        check(
            Facts { kind: Some("meeting"), subject: Some("Team stand-up"), ..Facts::default() },
            "internal other 60 usual",
        );
        check(Facts { has_customer: true, ..Facts::default() }, "new_business hard 30 usual");
    }

    #[test]
    fn developed_units_are_easy_to_sell_more_to() {
        let expansion =
            Facts { category: Some(ActivityCategory::Expansion), minutes: Some(1), ..Facts::default() };
        check(Facts { penetration_bp: Some(5_000), ..expansion }, "expansion easy 1");
        check(Facts { penetration_bp: Some(3_000), ..expansion }, "expansion hard 1");
    }

    #[test]
    fn a_wrong_document_is_refused_with_its_place() {
        assert!(Rules::parse("rules: [{wrods: [a]}]").unwrap_err().contains("line 1"));
    }
}
