//! Whether the sellers are stretched: the panel from the records, the engine, and who may see what of it.
pub(crate) mod panel;

use crate::sessions::Named;
use crate::visibility::Scope;
use crate::{Actor, App, Error, Result};
use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use tandem_core::subscriptions::Month;
use tandem_engines::diagnose::overstretch::Overstretch;
use tandem_engines::diagnose::sellers::{SellerPoint, SellerView, Short};
use tandem_engines::diagnose::slowdown::Slowdown;
use tandem_engines::diagnose::{Coverage, Diagnosis, DriftPoint, Finding, Reason, Word, diagnose};

/// A diagnosis as far as the actor may see it; what concerns more than one person is absent for those who see only themselves.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Diagnosis)]
pub struct DiagnosisView {
    /// Nothing later was looked at.
    pub as_of: NaiveDate,
    /// everything, team or own.
    pub scope: &'static str,
    /// The first month looked at.
    #[schema(value_type = String)]
    pub from: Month,
    /// The last month looked at.
    #[schema(value_type = String)]
    pub to: Month,
    /// What the rest stands on.
    pub coverage: Option<Coverage>,
    /// One per measure.
    pub findings: Vec<Finding>,
    /// The word over them.
    pub verdict: Option<Word>,
    /// What was seen.
    pub seen: Vec<Reason>,
    /// How sure that is.
    pub sure: Option<Reason>,
    /// What would change it.
    pub would_change: Vec<Reason>,
    /// What to try next.
    pub next: Vec<Reason>,
    /// Since when new business is slower.
    pub slowdown: Option<Slowdown>,
    /// Shares of the hours with customers, by month.
    pub drift: Vec<DriftPoint>,
    /// Seller by seller.
    pub sellers: Vec<SellerDiagnosis>,
}

/// A seller in short.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct SellerDiagnosis {
    /// Who.
    pub seller: Named,
    /// Measures in short.
    pub findings: Vec<Short>,
    /// Demanded against available hours; absent where too little is recorded.
    pub overstretch: Option<Overstretch>,
    /// For the small picture.
    pub months: Vec<SellerPoint>,
}

/// The diagnosis as of a day; absent: today.
pub async fn view(app: &App, actor: &Actor, as_of: Option<NaiveDate>) -> Result<DiagnosisView> {
    let today = app.clock.today();
    let as_of = as_of.unwrap_or(today);
    if as_of > today {
        return Err(Error::Invalid(format!("{as_of} has not come yet: give today or a day before")));
    }
    let scope = Scope::of(actor);
    // A seller is compared with everybody, and shown alone.
    let whose = if scope == Scope::Own { Actor::operator() } else { actor.clone() };
    let made = app.remembered(&whose, format!("diagnosis {as_of}"), make(app, &whose, as_of)).await?;
    let (diagnosis, names) = &*made;
    Ok(match actor.seller {
        own if scope == Scope::Own => shown_alone(diagnosis, as_of, own, names),
        _ => shown(diagnosis, as_of, scope, names),
    })
}

fn shown(
    diagnosis: &Diagnosis,
    as_of: NaiveDate,
    scope: Scope,
    names: &BTreeMap<i64, String>,
) -> DiagnosisView {
    let told = diagnosis.verdict.clone();
    DiagnosisView {
        as_of,
        scope: scope.text(),
        from: diagnosis.from,
        to: diagnosis.to,
        coverage: Some(diagnosis.coverage.clone()),
        findings: diagnosis.findings.clone(),
        verdict: Some(told.verdict),
        seen: told.seen,
        sure: Some(told.sure),
        would_change: told.would_change,
        next: told.next,
        slowdown: diagnosis.slowdown.clone(),
        drift: diagnosis.drift.clone(),
        sellers: diagnosis.sellers.iter().map(|seller| short(seller, names)).collect(),
    }
}

/// Only what concerns the person.
fn shown_alone(
    diagnosis: &Diagnosis,
    as_of: NaiveDate,
    own: Option<i64>,
    names: &BTreeMap<i64, String>,
) -> DiagnosisView {
    let sellers = diagnosis.sellers.iter().filter(|seller| Some(seller.id) == own);
    DiagnosisView {
        as_of,
        scope: Scope::Own.text(),
        from: diagnosis.from,
        to: diagnosis.to,
        coverage: None,
        findings: Vec::new(),
        verdict: None,
        seen: Vec::new(),
        sure: None,
        would_change: Vec::new(),
        next: Vec::new(),
        slowdown: None,
        drift: Vec::new(),
        sellers: sellers.map(|seller| short(seller, names)).collect(),
    }
}

fn short(seller: &SellerView, names: &BTreeMap<i64, String>) -> SellerDiagnosis {
    let name = names.get(&seller.id).cloned().unwrap_or_default();
    SellerDiagnosis {
        seller: Named { id: seller.id.to_string(), name },
        findings: seller.findings.clone(),
        overstretch: seller.overstretch,
        months: seller.months.clone(),
    }
}

/// Makes the diagnosis of a panel beside the server's own work. The seed is made of the data, so that the same data give the same answer
/// everywhere.
async fn make(app: &App, whose: &Actor, as_of: NaiveDate) -> Result<(Diagnosis, BTreeMap<i64, String>)> {
    let (panel, names) = if as_of == app.clock.today() && Scope::of(whose) == Scope::Everything {
        panel::everybody(app).await?.as_ref().clone()
    } else {
        Box::pin(panel::panel(app, as_of, whose)).await?
    };
    let bytes = serde_json::to_vec(&panel).map_err(|error| Error::Invalid(error.to_string()))?;
    let mut digest = [0; 8];
    digest.copy_from_slice(&Sha256::digest(&bytes)[..8]);
    let seed = u64::from_le_bytes(digest);
    let work = tokio::task::spawn_blocking(move || diagnose(&panel, seed));
    let diagnosis =
        work.await.map_err(|error| Error::Conflict(format!("the diagnosis was not made: {error}")))?;
    Ok((diagnosis, names))
}
