//! The team: everybody whom the actor leads, with role, competencies, readiness, what is learned, and who begins contacts. Fit is not here: whoever
//! wants to see it opens the person's page, and that is written down.
use super::competencies::{self, RoleView};
use super::sight::Sight;
use super::year::{ShareView, year};
use crate::sessions::Named;
use crate::{Actor, App, Result, readiness};
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::competencies::{LearningItem, learning};
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::ROLES;
use tandem_store::staffing::{self as store, LearningRow};

/// Somebody of the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingTeamRow)]
pub struct TeamRowView {
    /// Who.
    pub seller: Named,
    /// The role of today.
    pub role: Option<String>,
    /// The team.
    pub team: Option<String>,
    /// Whether the reader may see fit: leads the person, or is the person.
    pub sees_fit: bool,
    /// How the person stands in the role of today; generalists in all roles.
    pub roles: Vec<RoleView>,
    /// Items of the learning plan: open, late, done.
    pub learning: [usize; 3],
    /// The share of contacts with customers that the person began in the last year.
    pub proactive: Option<ShareView>,
    /// What the person wants, by role; empty where the reader may not see it.
    pub wishes: BTreeMap<String, String>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingTeam)]
pub struct TeamView {
    /// By name.
    pub people: Vec<TeamRowView>,
}

/// Everybody of whom the actor may see what they can do.
pub async fn team(app: &App, actor: &Actor) -> Result<TeamView> {
    let sight = Sight::of(app, actor).await?;
    let today = app.clock.today();
    let said = competencies::all(app).await?;
    let mut stated = BTreeMap::new();
    for role in ROLES {
        stated.insert(role, readiness::stated(app, role).await?);
    }
    let mut plans: BTreeMap<i64, Vec<LearningRow>> = BTreeMap::new();
    for row in store::learning(&app.db, None).await? {
        plans.entry(row.seller_id).or_default().push(row);
    }
    let words: BTreeMap<i64, store::OwnRow> =
        store::own_words(&app.db).await?.into_iter().map(|row| (row.seller_id, row)).collect();
    let year = year(app).await?;
    let nothing = Vec::new();
    let mut people: Vec<TeamRowView> = sight
        .sellers(today, Sight::competencies)
        .map(|row| {
            let wanted = roles_of(row.role.as_deref());
            let said = said.get(&row.id).unwrap_or(&nothing);
            let role = |role: SellerRole| {
                competencies::role_view(role, said, stated.get(&role).and_then(|of| of.get(&row.id)), today)
            };
            let items: Vec<LearningItem> = plans.get(&row.id).into_iter().flatten().map(of_core).collect();
            let (open, late, done) = learning(&items, today);
            let wishes = words.get(&row.id).filter(|_| sight.fit(row.id)).map(super::own::wishes);
            TeamRowView {
                seller: Named { id: row.id.to_string(), name: row.name.clone() },
                role: row.role.clone(),
                team: row.team.clone(),
                sees_fit: sight.fit(row.id),
                roles: wanted.iter().map(|one| role(*one)).collect(),
                learning: [open, late, done],
                proactive: year.proactive(row.id),
                wishes: wishes
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(role, wish)| (role.text().to_owned(), wish.text().to_owned()))
                    .collect(),
            }
        })
        .collect();
    people.sort_by(|one, other| one.seller.name.cmp(&other.seller.name));
    Ok(TeamView { people })
}

/// The roles in which somebody is looked at: the own one, or all where it is none of those that are staffed.
fn roles_of(role: Option<&str>) -> Vec<SellerRole> {
    let own: Vec<SellerRole> = ROLES.into_iter().filter(|one| role == Some(one.text())).collect();
    if own.is_empty() { ROLES.to_vec() } else { own }
}

fn of_core(row: &LearningRow) -> LearningItem {
    LearningItem {
        competency: row.competency.clone(),
        what: row.what.clone(),
        until: row.until_date,
        done: row.done_date,
    }
}
