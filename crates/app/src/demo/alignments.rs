//! The demo company's alignments: one adopted six weeks ago that only paired every hunter with an account manager, and one in draft with a language,
//! proposals, a lock and a manager's challenge.
use super::incentives::at_noon;
use crate::alignments::{self, Adopt, NewAlignment, NewChallenge, WorkAct, Worker};
use crate::{Actor, App, Clock, Error, Result};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;
use tandem_core::alignments::{Needed, Part, Scope, Skill};
use tandem_core::sellers::SellerRole;

/// Days since every hunter has one account manager.
const PAIRED_DAYS: u64 = 45;

/// Makes both; a company without an account manager has none.
pub async fn make(app: &App, actor: &Actor, as_of: NaiveDate) -> Result<()> {
    let people = crate::handoffs::people::all(app).await?;
    let keeper = |row: &&tandem_store::sellers::SellerRow| {
        row.kind == "person" && row.role.as_deref() == Some(SellerRole::AccountManager.text())
    };
    if !people.values().any(|row| keeper(&row)) {
        return Ok(());
    }
    let noon = (as_of - Days::new(PAIRED_DAYS)).and_hms_opt(12, 0, 0).unwrap_or_default().and_utc();
    let earlier = App { clock: Clock::Fixed(noon), ..app.clone() };
    unless_refused(pairs(&earlier, actor).await)?;
    let app = App { clock: at_noon(app.clock, as_of), ..app.clone() };
    unless_refused(draft(&app, actor).await)
}

/// A company whose account managers have nothing yet has nothing to align.
fn unless_refused(made: Result<()>) -> Result<()> {
    match made {
        Err(Error::Refused(_)) => Ok(()),
        made => made,
    }
}

/// Every unit stays; the hunters get their account managers.
async fn pairs(app: &App, actor: &Actor) -> Result<()> {
    let new = NewAlignment { name: "Every hunter, one account manager".to_owned(), scope: Scope::Kept };
    let id = alignments::create(app, actor, new).await?;
    let view = alignments::show(app, actor, id).await?;
    let mut rules: tandem_core::alignments::Rules = serde_json::from_value(view.rules)
        .map_err(|error| Error::Conflict(format!("the usual constants cannot be read: {error}")))?;
    // Nothing is due yet: hunters keep what they win until the draft is adopted.
    rules.pipeline_months = 0;
    let changed = alignments::ChangedDraft { version: 1, rules: Some(rules), ..Default::default() };
    alignments::change(app, actor, id, changed).await?;
    solve(app, actor, id).await?;
    let shown = alignments::show(app, actor, id).await?;
    let Some(line) = shown.proposals.first() else {
        return Ok(());
    };
    let key = line.key.clone();
    let proposal = alignments::proposal(app, actor, id, &key).await?;
    let owned = proposal.units.iter().filter(|unit| unit.owner.is_some());
    let units: Vec<i64> = owned.filter_map(|unit| unit.id.parse().ok()).collect();
    let reason = "First step: only pairs are made, every customer stays.".to_owned();
    let stay = WorkAct::Lock { units, seller: None, reason };
    let version = proposal.alignment_version;
    let version = alignments::work(app, actor, id, &key, version, vec![stay]).await?.version;
    let proposal = alignments::proposal(app, actor, id, &key).await?;
    let adopt = Adopt {
        proposal: key,
        proposal_version: proposal.line.version,
        version,
        effective: app.clock.today(),
        because: "Hunters asked for one person to hand over to.".to_owned(),
    };
    alignments::adopt(app, actor, id, adopt).await?;
    Ok(())
}

/// All units, with one account manager inside, and something to decide.
async fn draft(app: &App, actor: &Actor) -> Result<()> {
    let new = NewAlignment { name: "Two roles, next quarter".to_owned(), scope: Scope::All };
    let id = alignments::create(app, actor, new).await?;
    let view = alignments::show(app, actor, id).await?;
    let keepers: Vec<i64> = view
        .people
        .iter()
        .filter(|person| person.part == Part::Field.text())
        .filter_map(|person| person.id.parse().ok())
        .collect();
    let hunters: Vec<i64> = view
        .people
        .iter()
        .filter(|person| person.part == Part::Hunter.text())
        .filter_map(|person| person.id.parse().ok())
        .collect();
    let mut parts = std::collections::BTreeMap::new();
    // Half of the generalists keep customers from then on, and one of three account managers does so from inside.
    parts.extend(hunters.iter().skip(1).step_by(2).map(|seller| (*seller, Part::Field)));
    if keepers.len() + parts.len() > 2 {
        parts.extend(keepers.last().map(|seller| (*seller, Part::Inside)));
    }
    let able: BTreeSet<i64> = keepers.iter().chain(parts.keys()).copied().collect();
    let skills = japanese(&view.skill_choices.countries, able.into_iter().take(2).collect());
    let changed = alignments::ChangedDraft { version: 1, parts, skills, ..Default::default() };
    alignments::change(app, actor, id, changed).await?;
    solve(app, actor, id).await?;
    challenge(app, actor, id).await
}

/// Customers in Japan want to be spoken to in Japanese, which two people can; a company too small to have such customers needs nobody.
fn japanese(countries: &[String], people: BTreeSet<i64>) -> Option<Vec<Skill>> {
    let countries: BTreeSet<String> = countries.iter().filter(|country| *country == "JP").cloned().collect();
    let units = Needed { countries, ..Needed::default() };
    let skill = Skill { name: "Japanese".to_owned(), people, units };
    (!skill.units.countries.is_empty()).then(|| vec![skill])
}

async fn solve(app: &App, actor: &Actor, id: i64) -> Result<()> {
    alignments::start(app, actor, id).await?;
    let worker = Worker::new(app.clone(), "demo");
    while worker.work().await? {}
    Ok(())
}

/// Somebody says that the largest customer that moves should stay.
async fn challenge(app: &App, actor: &Actor, id: i64) -> Result<()> {
    let proposal = alignments::proposal(app, actor, id, "balanced").await;
    let Ok(proposal) = proposal else { return Ok(()) };
    let moved = proposal.units.iter().filter(|unit| unit.change == "moved");
    let Some(unit) = moved.max_by(|one, other| one.arr.total_cmp(&other.arr)) else { return Ok(()) };
    let new = NewChallenge {
        proposal: "balanced".to_owned(),
        unit: unit.id.parse().unwrap_or_default(),
        reason: "We are in the middle of their renewal: not before it is signed.".to_owned(),
    };
    alignments::challenge(app, actor, id, new).await?;
    Ok(())
}
