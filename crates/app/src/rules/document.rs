//! A document as people see it: what is wrong with it, what is doubtful, and its conditions as rows.
use crate::{Error, Result};
use chrono::NaiveDate;
use serde::Serialize;
use tandem_core::rules::rows::{self, Rows};
use tandem_core::rules::warnings::{self, Warning};
use tandem_core::rules::{Condition, Document, Hold, Rule, read};

/// What is wrong at a place of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Fault {
    /// From 1; absent where the document as a whole is meant.
    pub line: Option<u64>,
    /// From 1.
    pub column: Option<u64>,
    /// What is wrong and what to do.
    pub reason: String,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct RuleView {
    /// Its name in decisions.
    pub id: String,
    /// The condition as it was written.
    pub when: String,
    /// The condition as rows; absent where it is more than rows can say.
    #[schema(value_type = Option<Object>)]
    pub rows: Option<Rows>,
    /// hand_off, keep or ask.
    pub then: &'static str,
    /// The role that receives.
    pub to: Option<String>,
    /// How the handoff is done.
    pub playbook: Option<String>,
    /// Why the company wants it so.
    pub because: Option<String>,
}

/// One reason not to hand off now.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct HoldView {
    /// Its name in decisions.
    pub id: String,
    /// The condition as it was written.
    pub when: String,
    /// The condition as rows; absent where it is more than rows can say.
    #[schema(value_type = Option<Object>)]
    pub rows: Option<Rows>,
    /// Why.
    pub because: Option<String>,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = RulesDocument)]
pub struct DocumentView {
    /// What the company calls it.
    pub name: String,
    /// Which version it calls itself.
    pub version: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// The first that is true decides.
    pub rules: Vec<RuleView>,
    /// One that is true turns `hand_off` into `keep`.
    pub holds: Vec<HoldView>,
}

/// What a check came to.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = CheckedRules)]
pub struct CheckedView {
    /// What is wrong; nothing where the document can be used.
    pub faults: Vec<Fault>,
    /// What is possible and probably not meant.
    #[schema(value_type = Vec<Object>)]
    pub warnings: Vec<Warning>,
    /// The document, where nothing is wrong.
    pub document: Option<DocumentView>,
}

/// Reads a document without keeping it.
pub fn check(text: &str) -> CheckedView {
    match read(text) {
        Err(refusals) => {
            let fault = |refusal: tandem_core::documents::Refusal| Fault {
                line: refusal.place.map(|place| place.0),
                column: refusal.place.map(|place| place.1),
                reason: refusal.reason,
            };
            CheckedView {
                faults: refusals.into_iter().map(fault).collect(),
                warnings: Vec::new(),
                document: None,
            }
        }
        Ok(document) => CheckedView {
            faults: Vec::new(),
            warnings: warnings::warnings(&document),
            document: Some(shown(&document)),
        },
    }
}

/// A document, or why it cannot be used as one sentence a place.
pub fn parsed(text: &str) -> Result<Document> {
    read(text).map_err(|refusals| {
        let places: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        Error::Invalid(places.join("\n"))
    })
}

/// A document as people see it.
pub fn shown(document: &Document) -> DocumentView {
    DocumentView {
        name: document.name.clone(),
        version: document.version.clone(),
        effective: document.effective,
        rules: document.rules.iter().map(rule).collect(),
        holds: document.holds.iter().map(hold).collect(),
    }
}

fn rule(rule: &Rule) -> RuleView {
    let (when, rows) = condition(&rule.when);
    RuleView {
        id: rule.id.clone(),
        when,
        rows,
        then: rule.then.text(),
        to: rule.to.clone(),
        playbook: rule.playbook.clone(),
        because: rule.because.clone(),
    }
}

fn hold(hold: &Hold) -> HoldView {
    let (when, rows) = condition(&hold.when);
    HoldView { id: hold.id.clone(), when, rows, because: hold.because.clone() }
}

fn condition(condition: &Condition) -> (String, Option<Rows>) {
    (condition.source().to_owned(), rows::rows(condition))
}
