//! The check of groups: whether teams, languages or groups that somebody names fare differently in what scales and the record say, and in who is
//! proposed to hunt. Groups that are given are used for this one answer and kept nowhere.
use super::fit;
use super::proposals::hunters_of_latest;
use super::year::year;
use crate::{Actor, App, Error, Permission, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tandem_core::fit::{Leaning, Profile};
use tandem_core::languages::Words;
use tandem_core::staffing::{GROUP_MIN, means, shares};
use tandem_store::staffing as store;

/// What people are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupsBy {
    /// Their team.
    Team,
    /// Less than two years in the company, or longer.
    Tenure,
    /// The language in which they answered: the Chinese wording was not validated.
    Language,
}

/// A group in one figure.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingGroup)]
pub struct GroupFigure {
    /// Which group.
    pub group: String,
    /// People of whom there is a figure.
    pub people: usize,
    /// Their mean, or the share of them; none where they, or all others, are fewer than five.
    pub value: Option<f64>,
    /// By how much it is above everybody else's, with the 95 % interval.
    pub difference: Option<[f64; 3]>,
    /// Whether the interval leaves out nothing at all: a difference beyond chance.
    pub differs: bool,
    /// For shares: whether it is below four fifths of the highest group's, beyond chance.
    pub below_four_fifths: bool,
}

/// One figure by group.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingGroupFigure)]
pub struct Figure {
    /// hunting, keeping or proposed.
    pub id: String,
    /// The groups, by name.
    pub groups: Vec<GroupFigure>,
}

/// The check.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingGroups)]
pub struct GroupsView {
    /// People in a group below which nothing is said of it.
    pub people_min: usize,
    /// Fit for hunting and keeping, and who is proposed to hunt in the latest proposals.
    pub figures: Vec<Figure>,
    /// What the check can and cannot tell.
    #[schema(value_type = Object)]
    pub says: Words,
}

/// Less than so many days in the company is short.
const SHORT_DAYS: i64 = 730;

/// Compares groups that the record knows.
pub async fn compare(app: &App, actor: &Actor, by: GroupsBy) -> Result<GroupsView> {
    actor.require_to_see(Permission::SeeTotals)?;
    let today = app.clock.today();
    let people = crate::handoffs::people::all(app).await?;
    let languages: BTreeMap<i64, String> = store::own_words(&app.db)
        .await?
        .into_iter()
        .filter_map(|row| Some((row.seller_id, row.answered_in?)))
        .collect();
    let label = |row: &tandem_store::sellers::SellerRow| match by {
        GroupsBy::Team => row.team.clone(),
        GroupsBy::Language => languages.get(&row.id).cloned(),
        GroupsBy::Tenure => row
            .start_date
            .map(|start| if (today - start).num_days() < SHORT_DAYS { "short" } else { "long" }.to_owned()),
    };
    let there = people.values().filter(|row| {
        row.kind == "person"
            && row.end_date.is_none_or(|end| end > today)
            && row.role.as_deref().is_some_and(|role| role != "manager")
    });
    let groups = there.filter_map(|row| Some((row.id, label(row)?))).collect();
    make(app, groups).await
}

/// Most people of one question.
const GIVEN_MAX: usize = 20_000;
/// Longest name of a group, in letters.
const LETTERS_MAX: usize = 60;

/// Compares groups that are given: for a check that the record holds nothing for, and should not. They are kept nowhere.
pub async fn compare_given(app: &App, actor: &Actor, groups: BTreeMap<i64, String>) -> Result<GroupsView> {
    actor.require(Permission::SeeTotals)?;
    let fits = |name: &String| (1..=LETTERS_MAX).contains(&name.trim().chars().count());
    if groups.is_empty() || groups.len() > GIVEN_MAX || !groups.values().all(fits) {
        return Err(Error::Unusable(Words::fixed(
            "Give every seller at most one group, with a name of at most 60 letters.",
            "請為每位業務指定至多一個群組，名稱至多 60 字。",
        )));
    }
    make(app, groups).await
}

async fn make(app: &App, groups: BTreeMap<i64, String>) -> Result<GroupsView> {
    let year = year(app).await?;
    let profiles = fit::profiles(app, &year, groups.keys().copied()).await?;
    let figure = |id: &str, of: fn(&Profile) -> f64| {
        let known = groups.iter().filter_map(|(seller, group)| {
            let profile = profiles.get(seller).filter(|profile| profile.leaning != Leaning::NotKnown)?;
            Some((group.clone(), of(profile)))
        });
        let groups = means(&known.collect::<Vec<_>>()).into_iter().map(|one| GroupFigure {
            group: one.group,
            people: one.people,
            value: one.mean.map(|mean| mean.0),
            difference: one.mean.map(|mean| mean.1),
            differs: one.mean.is_some_and(|(_, [_, low, high])| low > 0.0 || high < 0.0),
            below_four_fifths: false,
        });
        Figure { id: id.to_owned(), groups: groups.collect() }
    };
    let chosen: Vec<(String, bool)> = hunters_of_latest(app)
        .await?
        .into_iter()
        .filter_map(|(seller, hunts)| Some((groups.get(&seller)?.clone(), hunts)))
        .collect();
    let proposed = shares(&chosen).into_iter().map(|one| GroupFigure {
        group: one.group,
        people: one.people,
        value: one.share.map(|share| share.0),
        difference: one.share.map(|share| share.1),
        differs: one.share.is_some_and(|(_, [_, low, high])| low > 0.0 || high < 0.0),
        below_four_fifths: one.below_four_fifths,
    });
    Ok(GroupsView {
        people_min: GROUP_MIN,
        figures: vec![
            figure("hunting", |profile| profile.hunting.mean),
            figure("keeping", |profile| profile.keeping.mean),
            Figure { id: "proposed".to_owned(), groups: proposed.collect() },
        ],
        says: Words::fixed(
            "A difference is a question, not an answer: it may come from the work that people were given. No difference does not prove fairness, above all among few people.",
            "差異是提問而非答案：可能來自被分派的工作。沒有差異也不代表公平，人數少時尤其如此。",
        ),
    })
}
