//! Alignments as a list, and one with its setup, what the data lack, how far it is, and its proposals.
use super::record::record;
use super::sight::Sight;
use super::skills::{SkillChoices, SkillView};
use super::views::{self, ChangedView, PersonView, ProblemView, ProposalLine, SolveView};
use super::{found, read};
use crate::{Actor, App, Permission, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tandem_core::alignments::{Input, Part, Record, Setup, assemble, differences, problems};
use tandem_core::languages::Words;
use tandem_engines::align::company::{Figures, Solved};
use tandem_store::alignments::{self as store, AlignmentRow};

/// An alignment in short.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct AlignmentLine {
    /// The id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// One more with every change.
    pub version: i64,
    /// draft or adopted.
    pub state: String,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// From which day on it holds.
    pub effective: Option<NaiveDate>,
    /// Which proposal was adopted.
    pub proposal: Option<String>,
    /// Why.
    pub because: Option<String>,
    /// Who adopted it.
    pub adopted_by: Option<String>,
    /// When.
    pub adopted_at: Option<DateTime<Utc>>,
    /// Proposals to choose from.
    pub proposal_count: usize,
    /// Whether it is being solved.
    pub is_running: bool,
}

/// All alignments.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Alignments)]
pub struct AlignmentsView {
    /// The latest first.
    pub items: Vec<AlignmentLine>,
    /// Whether the reader may make and change them.
    pub may_change: bool,
}

/// What is aligned, in sums.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentTotals)]
pub struct TotalsView {
    /// Units.
    pub units: usize,
    /// Their recurring revenue.
    pub arr: f64,
    /// Hours a year that they take, with what hunters will hand over.
    pub hours: f64,
    /// Hours a year that account managers have.
    pub capacity: f64,
    /// Units that can be served by video and text chat.
    pub inside_able: usize,
    /// Of these, those whose customers want it so.
    pub inside_wished: usize,
    /// Units that stay with somebody who keeps none, by a decision.
    pub left_out: usize,
}

/// An alignment.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Alignment)]
pub struct AlignmentView {
    /// In short.
    #[serde(flatten)]
    pub line: AlignmentLine,
    /// The currency of all amounts.
    pub currency: String,
    /// Today.
    pub today: NaiveDate,
    /// all or kept: which units it is about.
    pub scope: &'static str,
    /// The company's constants.
    #[schema(value_type = Object)]
    pub rules: serde_json::Value,
    /// Everybody who could have a part, as far as the reader sees them.
    pub people: Vec<PersonView>,
    /// Languages and skills.
    pub skills: Vec<SkillView>,
    /// By what customers can need them.
    pub skill_choices: SkillChoices,
    /// Units that are locked.
    pub locks: usize,
    /// Why it cannot be solved as it is.
    #[schema(value_type = Option<Object>)]
    pub cannot: Option<Words>,
    /// What is aligned.
    pub totals: Option<TotalsView>,
    /// What the data lack.
    pub problems: Vec<ProblemView>,
    /// The latest work on it.
    pub solve: Option<SolveView>,
    /// What can be chosen from.
    pub proposals: Vec<ProposalLine>,
    /// What changed since it was solved; then a proposal cannot be adopted.
    pub changed: Vec<ChangedView>,
    /// Whether the reader may change it.
    pub may_change: bool,
    /// Whether the reader may say that a move is wrong.
    pub may_challenge: bool,
}

/// All alignments.
pub async fn list(app: &App, actor: &Actor) -> Result<AlignmentsView> {
    actor.require_to_see(Permission::SeeAlignments)?;
    let mut items = Vec::new();
    for row in store::alignments(&app.db).await? {
        items.push(line(app, &row).await?);
    }
    Ok(AlignmentsView { items, may_change: actor.writes && actor.role.may(Permission::Align) })
}

async fn line(app: &App, row: &AlignmentRow) -> Result<AlignmentLine> {
    let at = |us: i64| DateTime::from_timestamp_micros(us).unwrap_or_default();
    let solve = store::latest(&app.db, row.id).await?;
    Ok(AlignmentLine {
        id: row.id.to_string(),
        name: row.name.clone(),
        version: row.version,
        state: row.state.clone(),
        by: row.by_name.clone(),
        at: at(row.at_us),
        effective: row.effective,
        proposal: row.proposal.clone(),
        because: row.because.clone(),
        adopted_by: row.adopted_by.clone(),
        adopted_at: row.adopted_us.map(at),
        proposal_count: store::proposals(&app.db, row.id).await?.len(),
        is_running: solve.is_some_and(|solve| solve.state == "running"),
    })
}

/// What is said where nobody keeps customers.
pub(super) fn nobody_keeps() -> Words {
    Words::fixed(
        "Nobody is an account manager in the field: say below who shall be.",
        "目前沒有外勤客戶經理：請在下方指定人選。",
    )
}

/// One of them.
pub async fn show(app: &App, actor: &Actor, id: i64) -> Result<AlignmentView> {
    actor.require_to_see(Permission::SeeAlignments)?;
    let row = found(app, id).await?;
    let (sight, record) = (Sight::of(app, actor).await?, record(app).await?);
    let setup: Setup = read(&row.setup)?;
    let now = assemble(&record, &setup).ok();
    let solve = store::latest(&app.db, id).await?;
    let solve = match &solve {
        Some(solve) => Some(views::solve(app, solve).await?),
        None => None,
    };
    let (proposals, changed) = lines(app, &row, &setup, now.as_ref(), &sight).await?;
    let seen = |person: &PersonView| person.id.parse().is_ok_and(|id| sight.person(id));
    let may = |permission| actor.writes && actor.role.may(permission) && row.state == "draft";
    Ok(AlignmentView {
        line: line(app, &row).await?,
        currency: record.currency.clone(),
        today: app.clock.today(),
        scope: setup.scope.text(),
        rules: serde_json::to_value(&setup.rules).unwrap_or_default(),
        people: people(&record, &setup, now.as_ref()).into_iter().filter(seen).collect(),
        skills: SkillView::all(&setup, now.as_ref(), &sight),
        skill_choices: SkillChoices::of(&record),
        locks: setup.locks.len(),
        cannot: now.is_none().then(nobody_keeps),
        totals: now.as_ref().map(totals),
        problems: match &now {
            Some(input) if sight.is_whole() => told(&record, input),
            _ => Vec::new(),
        },
        solve,
        proposals,
        changed,
        may_change: may(Permission::Align),
        may_challenge: may(Permission::Challenge),
    })
}

fn told(record: &Record, input: &Input) -> Vec<ProblemView> {
    let customer = |unit: i64| input.unit_at(unit).map(|at| input.units[at].customer);
    problems(record, input)
        .into_iter()
        .map(|problem| {
            let of_units = !["seller", "skill"].iter().any(|of| problem.lack.text().starts_with(of));
            ProblemView::of(problem, |id| customer(id).filter(|_| of_units))
        })
        .collect()
}

fn people(record: &Record, setup: &Setup, input: Option<&Input>) -> Vec<PersonView> {
    let capacity = |id: i64| {
        let input = input?;
        input.seller_at(id).map(|at| input.sellers[at].capacity)
    };
    let mut people: Vec<PersonView> = record
        .people
        .values()
        .map(|person| PersonView {
            id: person.id.to_string(),
            name: person.name.clone(),
            part: setup.parts.get(&person.id).copied().unwrap_or(person.usual).text(),
            usual: person.usual.text(),
            capacity: capacity(person.id),
            placed: person.place.is_some(),
        })
        .collect();
    let place = |part: &str| Part::ALL.iter().position(|one| one.text() == part);
    people.sort_by(|one, other| (place(one.part), &one.name).cmp(&(place(other.part), &other.name)));
    people
}

fn totals(input: &Input) -> TotalsView {
    use tandem_core::alignments::Channel;
    TotalsView {
        units: input.units.len(),
        arr: input.units.iter().map(|unit| unit.arr).sum(),
        hours: input.sellers.iter().map(|seller| seller.hours).sum(),
        capacity: input.sellers.iter().map(|seller| seller.capacity).sum(),
        inside_able: input.units.iter().filter(|unit| unit.channel.is_inside()).count(),
        inside_wished: input.units.iter().filter(|unit| unit.channel == Channel::Wished).count(),
        left_out: input.kept.len(),
    }
}

/// Proposals, and what changed since they were found.
async fn lines(
    app: &App,
    row: &AlignmentRow,
    setup: &Setup,
    now: Option<&Input>,
    sight: &Sight,
) -> Result<(Vec<ProposalLine>, Vec<ChangedView>)> {
    let rows = store::proposals(&app.db, row.id).await?;
    let Some(first) = rows.first() else { return Ok((Vec::new(), Vec::new())) };
    let Some((_, input, _)) = store::input_of(&app.db, first.solve_id).await? else {
        return Ok((Vec::new(), Vec::new()));
    };
    let input: Input = read(&input)?;
    let fixed = input.fixed(&setup.locks);
    let mut lines = Vec::new();
    for row in &rows {
        let solved: Solved = read(&row.answer)?;
        let mut figures: Figures = read(&row.figures)?;
        figures.people.retain(|person| person.id.parse().is_ok_and(|id| sight.person(id)));
        lines.push(ProposalLine::of(row, figures, super::work::is_behind(&input, setup, &fixed, &solved)));
    }
    let order = ["balanced", "even", "near", "steady"];
    lines.sort_by_key(|line| order.iter().position(|key| *key == line.key));
    // Who adopted knew what was; what came afterwards is drift.
    let changed = match now.filter(|_| row.state == "draft" && sight.is_whole()) {
        Some(now) => differences(&input, now).into_iter().map(ChangedView::from).collect(),
        None => Vec::new(),
    };
    Ok((lines, changed))
}
