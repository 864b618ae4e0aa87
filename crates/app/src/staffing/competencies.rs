//! What people can do: said by themselves, by whoever leads them and by evidence; what is to be learned; and readiness that follows from it.
use super::sight::Sight;
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::competencies::{
    Assessment, COMPETENCIES, LearningItem, Readiness, Source, Standing, fault, readiness,
};
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_store::readiness::ReadinessRow;
use tandem_store::staffing::{self as store, AssessmentRow, LearningRow};

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingAssessment)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AssessmentView {
    pub competency: String,
    /// self, manager or evidence.
    pub source: String,
    pub level: i64,
    pub on: NaiveDate,
    pub because: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// How one competency stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingStanding)]
pub struct StandingView {
    /// Which.
    pub competency: String,
    /// What people call it.
    #[schema(value_type = Object)]
    pub title: Words,
    /// The level that counts; none where nobody but the person assessed it.
    pub level: Option<u8>,
    /// manager or evidence.
    pub source: Option<String>,
    /// What the person says.
    pub own: Option<u8>,
    /// What the role needs.
    pub needed: u8,
    /// Whether nobody is ready without it.
    pub critical: bool,
    /// Levels that are missing.
    pub gap: u8,
    /// Whether person and manager should talk about it.
    pub talk: bool,
}

impl From<Standing> for StandingView {
    fn from(one: Standing) -> Self {
        Self {
            competency: one.competency.to_owned(),
            title: one.title,
            level: one.level,
            source: one.source.map(|source| source.text().to_owned()),
            own: one.own,
            needed: one.needed,
            critical: one.critical,
            gap: one.gap,
            talk: one.talk,
        }
    }
}

/// How somebody stands in a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingRole)]
pub struct RoleView {
    /// Which.
    pub role: String,
    /// Whether the person is ready by what was assessed; none where that is too little.
    pub assessed: Option<bool>,
    /// Whether the person is ready by a manager's statement; none where there is none.
    pub stated: Option<bool>,
    /// Why, as the manager wrote it.
    pub reason: Option<String>,
    /// What counts for handoffs: the statement where there is one, else what was assessed.
    pub ready: Option<bool>,
    /// What is still to be learned.
    #[schema(value_type = Vec<Object>)]
    pub gaps: Vec<Words>,
    /// Every competency of the role.
    pub standings: Vec<StandingView>,
}

/// An item of a learning plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingLearning)]
pub struct LearningView {
    /// The id.
    pub id: String,
    /// For which competency.
    pub competency: String,
    /// How.
    pub what: String,
    /// Until when.
    pub until: NaiveDate,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// open, late or done.
    pub state: String,
    /// Who planned it.
    pub by: String,
}

/// Something to say of what somebody can do.
#[derive(Clone, Debug)]
pub struct NewAssessment {
    /// Which competency.
    pub competency: String,
    /// Who says so: of oneself `self`, of others `manager` or `evidence`.
    pub source: Source,
    /// 0 to 4.
    pub level: u8,
    /// On which day.
    pub on: NaiveDate,
    /// What makes one think so.
    pub because: String,
}

/// Something to learn.
#[derive(Clone, Debug)]
pub struct NewLearning {
    /// For which competency.
    pub competency: String,
    /// How.
    pub what: String,
    /// Until when.
    pub until: NaiveDate,
}

/// What becomes of an item.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = StaffingLearningAct)]
pub enum LearningAct {
    /// It was done on a day.
    Finish {
        /// Which day.
        on: NaiveDate,
    },
    /// It is not done after all.
    Reopen {},
    /// It is no longer planned.
    Drop {},
}

/// Longest description, in letters.
const LETTERS_MAX: usize = 500;

/// Says what somebody can do.
pub async fn assess(app: &App, actor: &Actor, seller: i64, new: NewAssessment) -> Result<()> {
    actor.require(Permission::Develop)?;
    let sight = Sight::of(app, actor).await?;
    sight.person(seller)?;
    let fits = if sight.is_own(seller) { new.source == Source::Own } else { new.source != Source::Own };
    if !fits {
        return Err(Error::Unusable(Words::fixed(
            "Of yourself you speak as `self`; of others as `manager`, or as `evidence` with the place where it can be looked up.",
            "評自己請用 self；評他人請用 manager，或用 evidence 並註明出處。",
        )));
    }
    let one = Assessment {
        competency: new.competency,
        source: new.source,
        level: new.level,
        on: new.on,
        because: new.because.trim().to_owned(),
    };
    if let Some(fault) = fault(&one, app.clock.today()) {
        return Err(Error::Unusable(fault));
    }
    let row = AssessmentRow {
        seller_id: seller,
        competency: one.competency,
        source: one.source.text().to_owned(),
        level: i64::from(one.level),
        on_date: one.on,
        because: one.because,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let data =
        json!({"competency": row.competency, "source": row.source, "level": row.level, "on": row.on_date});
    let event = Event::new(app, actor, "competency.assessed", "sellers", data);
    let said = app.db.write(move |tx| {
        Box::pin(async move {
            store::assess(tx, &row).await?;
            event.append(tx, seller).await
        })
    });
    Ok(said.await?)
}

/// Plans something to learn, for oneself or for somebody whom one leads; returns its id.
pub async fn plan(app: &App, actor: &Actor, seller: i64, new: NewLearning) -> Result<i64> {
    actor.require(Permission::Develop)?;
    Sight::of(app, actor).await?.person(seller)?;
    let known = COMPETENCIES.iter().any(|one| one.id == new.competency);
    let what = new.what.trim().to_owned();
    if !known || !(1..=LETTERS_MAX).contains(&what.chars().count()) || new.until < app.clock.today() {
        return Err(Error::Unusable(Words::fixed(
            "Choose a competency of the list, say in at most 500 letters how it is learned, and give a day that is still to come.",
            "請選擇清單中的職能，以 500 字以內說明學習方式，並填寫未來的日期。",
        )));
    }
    let row = LearningRow {
        id: 0,
        seller_id: seller,
        competency: new.competency,
        what,
        until_date: new.until,
        done_date: None,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let data = json!({"competency": row.competency, "what": row.what, "until": row.until_date});
    let event = Event::new(app, actor, "learning.planned", "sellers", data);
    let planned = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::add_learning(tx, &row).await?;
            event.append(tx, seller).await?;
            Ok(id)
        })
    });
    Ok(planned.await?)
}

/// Says what became of something to learn.
pub async fn act(app: &App, actor: &Actor, item: i64, act: LearningAct) -> Result<()> {
    actor.require(Permission::Develop)?;
    let row = store::learning_item(&app.db, item).await?.ok_or(Error::NotFound("item of a learning plan"))?;
    Sight::of(app, actor)
        .await?
        .person(row.seller_id)
        .map_err(|_| Error::NotFound("item of a learning plan"))?;
    let (kind, done, dropped) = match act {
        LearningAct::Finish { on } if on > app.clock.today() => {
            return Err(Error::Unusable(Words::fixed("The day is still to come.", "日期尚未到來。")));
        }
        LearningAct::Finish { on } => ("learning.done", Some(on), None),
        LearningAct::Reopen {} => ("learning.reopened", None, None),
        LearningAct::Drop {} => ("learning.dropped", row.done_date, Some(app.clock.now_us())),
    };
    let event = Event::new(app, actor, kind, "sellers", json!({"item": item.to_string(), "done": done}));
    let seller = row.seller_id;
    let changed = app.db.write(move |tx| {
        Box::pin(async move {
            store::change_learning(tx, item, done, dropped).await?;
            event.append(tx, seller).await
        })
    });
    Ok(changed.await?)
}

/// Rows of the store -> assessments of core; what this version does not know is left out.
pub fn of_core(row: &AssessmentRow) -> Option<Assessment> {
    Some(Assessment {
        competency: row.competency.clone(),
        source: row.source.parse().ok()?,
        level: u8::try_from(row.level).ok()?,
        on: row.on_date,
        because: row.because.clone(),
    })
}

/// All that was said, by seller.
pub async fn all(app: &App) -> Result<BTreeMap<i64, Vec<Assessment>>> {
    let mut all: BTreeMap<i64, Vec<Assessment>> = BTreeMap::new();
    for row in store::assessments(&app.db, None).await? {
        if let Some(one) = of_core(&row) {
            all.entry(row.seller_id).or_default().push(one);
        }
    }
    Ok(all)
}

/// Readiness for a role that follows from what was assessed, of everybody of whom something was.
pub(crate) async fn derived(app: &App, role: SellerRole) -> Result<BTreeMap<i64, Readiness>> {
    let today = app.clock.today();
    let all = all(app).await?.into_iter();
    Ok(all.map(|(seller, said)| (seller, readiness(role, &said, today))).collect())
}

/// The same of one.
pub(crate) async fn derived_of(app: &App, seller: i64, role: SellerRole) -> Result<Readiness> {
    let rows = store::assessments(&app.db, Some(seller)).await?;
    let said: Vec<Assessment> = rows.iter().filter_map(of_core).collect();
    Ok(readiness(role, &said, app.clock.today()))
}

/// How somebody stands in a role, by what was assessed and by what a manager stated.
pub fn role_view(
    role: SellerRole,
    said: &[Assessment],
    stated: Option<&ReadinessRow>,
    today: NaiveDate,
) -> RoleView {
    let found = readiness(role, said, today);
    let ready = stated.map(|row| row.ready);
    let gaps = match stated {
        Some(row) => crate::readiness::gaps(row).into_iter().map(Words::same).collect(),
        None => found.gaps,
    };
    RoleView {
        role: role.text().to_owned(),
        assessed: found.ready,
        stated: ready,
        reason: stated.map(|row| row.reason.clone()),
        ready: ready.or(found.ready),
        gaps,
        standings: found.standings.into_iter().map(StandingView::from).collect(),
    }
}

/// An item as the page shows it.
pub fn learning_view(row: LearningRow, today: NaiveDate) -> LearningView {
    let item = LearningItem {
        competency: row.competency.clone(),
        what: row.what.clone(),
        until: row.until_date,
        done: row.done_date,
    };
    LearningView {
        id: row.id.to_string(),
        state: item.state(today).text().to_owned(),
        competency: row.competency,
        what: row.what,
        until: row.until_date,
        done: row.done_date,
        by: row.by_name,
    }
}

/// Something that was said, as the page shows it.
pub fn assessment_view(row: AssessmentRow) -> AssessmentView {
    AssessmentView {
        competency: row.competency,
        source: row.source,
        level: row.level,
        on: row.on_date,
        because: row.because,
        by: row.by_name,
        at: DateTime::from_timestamp_micros(row.at_us).unwrap_or_default(),
    }
}
