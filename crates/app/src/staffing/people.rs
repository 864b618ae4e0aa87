//! One person's page: the own one, whole; that of somebody whom one leads, without the answers, and with the look written down.
use super::competencies::{self, AssessmentView, LearningView, RoleView};
use super::fit::{self, FitView};
use super::own;
use super::proposals::{self, PlacedView};
use super::sight::Sight;
use super::year::{YearView, year};
use crate::events::Event;
use crate::sessions::Named;
use crate::{Actor, App, Result, readiness};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::staffing::ROLES;
use tandem_store::staffing as store;

/// That somebody looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingLook)]
pub struct LookView {
    /// Who.
    pub by: String,
    /// profile, or proposal: made, changed or looked at.
    pub at_what: String,
    /// When, the last time on that day.
    pub at: DateTime<Utc>,
    /// How often on that day.
    pub times: u32,
}

/// What a person says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingOwnWords)]
pub struct OwnWords {
    /// want, open or rather_not by role.
    pub wishes: BTreeMap<String, String>,
    /// A word to it.
    pub note: Option<String>,
    /// A word to the profile.
    pub comment: Option<String>,
}

/// A proposal that a person is in, with nobody else's figures.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingNamedIn)]
pub struct NamedIn {
    /// What it is called.
    pub name: String,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The role by objective.
    pub roles: BTreeMap<String, Option<String>>,
    /// What the roles were chosen by.
    pub placed: PlacedView,
    /// For which objective somebody decided.
    pub adopted: Option<String>,
    /// Who did, and why.
    pub adopted_by: Option<String>,
    /// Why.
    pub adopted_because: Option<String>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingPerson)]
pub struct PersonView {
    /// Who.
    pub seller: Named,
    /// The role of today.
    pub role: Option<String>,
    /// Whether it is the reader.
    pub own: bool,
    /// Whether the reader may say for others what this person can do.
    pub may_assess: bool,
    /// What scales and the record say; none where the reader may not see it.
    pub fit: Option<FitView>,
    /// What the person did in the last year; none where the reader may not see it.
    pub year: Option<YearView>,
    /// What the person says; none where the reader may not see it.
    pub words: Option<OwnWords>,
    /// The own answers, for the person only.
    pub answers: Option<BTreeMap<String, u8>>,
    /// Who looked, for the person only.
    pub looks: Option<Vec<LookView>>,
    /// Proposals that name the person, for the person only.
    pub proposals: Option<Vec<NamedIn>>,
    /// How the person stands in each role.
    pub roles: Vec<RoleView>,
    /// All that was said of what the person can do, the latest first.
    pub assessments: Vec<AssessmentView>,
    /// What the person learns.
    pub learning: Vec<LearningView>,
}

/// The reader's own page.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingMine)]
pub struct MineView {
    /// None where the user does not sell.
    pub person: Option<PersonView>,
    /// Whether the reader leads somebody.
    pub leads: bool,
    /// Whether the reader sees what everybody can do, and the check of groups.
    pub runs: bool,
}

/// The own page.
pub async fn mine(app: &App, actor: &Actor) -> Result<MineView> {
    let sight = Sight::of(app, actor).await?;
    let own = actor.seller.filter(|seller| sight.people.contains_key(seller));
    let person = match own {
        Some(seller) => Some(view(app, &sight, seller).await?),
        None => None,
    };
    let leads = sight.people.keys().any(|seller| sight.leads(*seller));
    Ok(MineView { person, leads, runs: actor.role.may(crate::Permission::SeeTotals) })
}

/// Somebody's page. Where fit is shown to somebody else, that is written down first, and the person sees it.
pub async fn person(app: &App, actor: &Actor, seller: i64) -> Result<PersonView> {
    let sight = Sight::of(app, actor).await?;
    sight.person(seller)?;
    if !sight.is_own(seller) && sight.fit(seller) {
        let event = Event::new(app, actor, "fit.looked", "seller", json!({}));
        app.db.write(move |tx| Box::pin(async move { event.append(tx, seller).await })).await?;
    }
    view(app, &sight, seller).await
}

async fn view(app: &App, sight: &Sight, seller: i64) -> Result<PersonView> {
    let row = sight.person(seller)?;
    let today = app.clock.today();
    let (sees, is_own) = (sight.fit(seller), sight.is_own(seller));
    let rows = store::assessments(&app.db, Some(seller)).await?;
    let said: Vec<_> = rows.iter().filter_map(competencies::of_core).collect();
    let mut roles = Vec::new();
    for role in ROLES {
        let stated = readiness::stated(app, role).await?.remove(&seller);
        roles.push(competencies::role_view(role, &said, stated.as_ref(), today));
    }
    let learning = store::learning(&app.db, Some(seller)).await?.into_iter();
    let mut view = PersonView {
        seller: Named { id: seller.to_string(), name: row.name.clone() },
        role: row.role.clone(),
        own: is_own,
        may_assess: sight.assesses(seller),
        fit: None,
        year: None,
        words: None,
        answers: None,
        looks: None,
        proposals: None,
        roles,
        assessments: rows.into_iter().rev().map(competencies::assessment_view).collect(),
        learning: learning.map(|row| competencies::learning_view(row, today)).collect(),
    };
    if sees {
        let said = store::own(&app.db, seller).await?;
        let year = year(app).await?;
        let profile = fit::profiles(app, &year, std::iter::once(seller)).await?.remove(&seller);
        let (hunting, keeping) = year.shown(seller);
        let answered = said.as_ref().is_some_and(|row| row.answers.is_some());
        view.fit =
            profile.map(|profile| fit::view(&profile, answered, [hunting.is_some(), keeping.is_some()]));
        view.year = Some(year.view(seller));
        view.words = Some(said.as_ref().map(words).unwrap_or_default());
        view.answers = said.as_ref().filter(|_| is_own).map(fit::answers);
    }
    if is_own {
        view.looks = Some(looks(app, seller).await?);
        view.proposals = Some(proposals::naming(app, seller).await?);
    }
    Ok(view)
}

fn words(row: &store::OwnRow) -> OwnWords {
    let wishes = own::wishes(row).into_iter();
    OwnWords {
        wishes: wishes.map(|(role, wish)| (role.text().to_owned(), wish.text().to_owned())).collect(),
        note: row.note.clone(),
        comment: row.comment.clone(),
    }
}

/// Looks that are shown.
const LOOKS_MAX: i64 = 500;

/// Who looked, a line a day.
async fn looks(app: &App, seller: i64) -> Result<Vec<LookView>> {
    let mut looks: Vec<LookView> = Vec::new();
    for row in store::looks(&app.db, seller, LOOKS_MAX).await? {
        let at = DateTime::from_timestamp_micros(row.at_us).unwrap_or_default();
        let at_what = match row.kind.as_str() {
            "fit.looked" => "profile",
            "staffing.proposed" => "proposal_made",
            "staffing.changed" => "proposal_changed",
            "staffing.adopted" => "proposal_adopted",
            _ => "proposal",
        };
        let same = looks.iter_mut().find(|look| {
            look.by == row.actor && look.at_what == at_what && look.at.date_naive() == at.date_naive()
        });
        match same {
            Some(look) => look.times += 1,
            None => looks.push(LookView { by: row.actor, at_what: at_what.to_owned(), at, times: 1 }),
        }
    }
    Ok(looks)
}
