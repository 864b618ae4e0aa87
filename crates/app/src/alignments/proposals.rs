//! A proposal with its units: who has each, who would get it, what keeping it would cost and why, what is locked, what was challenged.
use super::challenges::{ChallengeView, challenges_of};
use super::sight::Sight;
use super::views::ProposalLine;
use super::{Opened, opened, read};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::alignments::{Held, UnitIn};
use tandem_core::languages::Words;
use tandem_engines::align::company::{Decided, Emphasis, Figures, Keeping, Made, keeping, made};
use tandem_engines::align::objective::{Loads, loads};

/// With whom a unit stays, and why.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentHeld)]
pub struct HeldView {
    /// lock, exception or handoff.
    pub by: &'static str,
    /// Why.
    pub reason: String,
    /// Who locked it.
    pub who: Option<String>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentUnit)]
pub struct UnitView {
    /// The id.
    pub id: String,
    /// Its customer.
    pub customer: String,
    /// What people call it.
    pub name: String,
    /// Degrees north and east.
    pub place: [f64; 2],
    /// Whether the place is known.
    pub place_known: bool,
    /// enterprise, middle or small.
    pub segment: &'static str,
    /// wished, far, small_value: could be served from inside; wants_visits, large, near: by visits.
    pub channel: &'static str,
    /// Hours a year.
    pub hours: f64,
    /// observed or segment.
    pub hours_from: &'static str,
    /// Recurring revenue.
    pub arr: f64,
    /// What it could reach.
    pub potential: f64,
    /// Who owns it.
    pub owner: Option<String>,
    /// Who would.
    pub to: String,
    /// kept, moved, handed or given.
    pub change: &'static str,
    /// How close the customer is to the owner, 0 to 1.
    pub relationship: f64,
    /// With whom it stays, and why.
    pub held: Option<HeldView>,
    /// The hunter in whose pipeline it is.
    pub hunter: Option<String>,
    /// The languages and skills that it needs.
    pub needs: Vec<String>,
    /// Those of them that whoever would get it lacks.
    pub lacks: Vec<String>,
    /// Those of them that its owner lacks.
    pub owner_lacks: Vec<String>,
    /// What it would cost to leave it with its owner, all else as proposed; none where it stays, or cannot stay.
    pub keeping: Option<Keeping>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentProposal)]
pub struct ProposalView {
    /// In short.
    #[serde(flatten)]
    pub line: ProposalLine,
    /// The version of the alignment: changes name it.
    pub alignment_version: i64,
    /// The currency of all amounts.
    pub currency: String,
    /// Everybody who is named, with what they do.
    pub people: Vec<NamedPart>,
    /// The units that the reader sees.
    pub units: Vec<UnitView>,
    /// What managers said against moves.
    pub challenges: Vec<ChallengeView>,
    /// Whether the reader may lock and move.
    pub may_change: bool,
    /// Whether the reader may challenge.
    pub may_challenge: bool,
}

/// Somebody with a part and a place.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentNamedPart)]
pub struct NamedPart {
    /// Who.
    #[serde(flatten)]
    pub named: Named,
    /// field, inside, hunter or none of them: whoever has units and no part.
    pub part: Option<&'static str>,
    /// Degrees north and east.
    pub place: Option<[f64; 2]>,
    /// Of a hunter, the account manager.
    pub paired: Option<String>,
    /// Whether the pair is locked.
    pub pair_locked: bool,
}

/// One of them.
pub async fn proposal(app: &App, actor: &Actor, id: i64, key: &str) -> Result<ProposalView> {
    actor.require_to_see(Permission::SeeAlignments)?;
    let opened = opened(app, id, key).await?;
    let sight = Sight::of(app, actor).await?;
    let challenges = challenges_of(app, id, &opened, &sight).await?;
    let people = people(app, &opened).await?;
    let writes = |permission| actor.writes && actor.role.may(permission) && opened.alignment.state == "draft";
    let (may_change, may_challenge) = (writes(Permission::Align), writes(Permission::Challenge));
    let made = base(&opened)?;
    let mut figures: Figures = read(&opened.row.figures)?;
    figures.people.retain(|person| person.id.parse().is_ok_and(|id| sight.person(id)));
    let fixed = opened.input.fixed(&opened.setup.locks);
    let behind = super::work::is_behind(&opened.input, &opened.setup, &fixed, &opened.solved);
    Ok(ProposalView {
        line: ProposalLine::of(&opened.row, figures, behind),
        alignment_version: opened.alignment.version,
        currency: opened.input.currency.clone(),
        people,
        units: units(&opened, &made, &sight),
        challenges,
        may_change,
        may_challenge,
    })
}

/// The problem at the company's constants, with nothing locked: what keeping costs is asked of everything alike.
fn base(opened: &Opened) -> Result<Made> {
    let nothing = Decided { locks: &[], pairs: &[] };
    let mut input = opened.input.clone();
    input.units.iter_mut().for_each(|unit| unit.held = None);
    made(&input, &nothing, Emphasis::Balanced).map_err(|failed| Error::Conflict(failed.to_string()))
}

fn units(opened: &Opened, made: &Made, sight: &Sight) -> Vec<UnitView> {
    let loads = loads(&made.problem, &opened.solved.alignment());
    let locks: BTreeMap<i64, _> = opened.setup.locks.iter().map(|lock| (lock.unit, lock)).collect();
    let each = opened.input.units.iter().zip(&opened.solved.units).enumerate();
    each.filter_map(|(at, (unit, to))| {
        let seller = &opened.input.sellers[*to as usize];
        sight.unit(unit.owner, seller.id).then(|| {
            let locked = locks.get(&unit.id).map(|lock| HeldView {
                by: "lock",
                reason: lock.reason.clone(),
                who: Some(lock.by.clone()),
            });
            UnitView {
                held: locked.or_else(|| held(unit)),
                ..view(opened, made, &loads, (at, unit), *to as usize)
            }
        })
    })
    .collect()
}

fn held(unit: &UnitIn) -> Option<HeldView> {
    let (_, by, reason) = unit.held.as_ref()?;
    let by = match by {
        Held::Exception => "exception",
        Held::Handoff => "handoff",
    };
    Some(HeldView { by, reason: reason.clone(), who: None })
}

fn view(opened: &Opened, made: &Made, loads: &Loads, (at, unit): (usize, &UnitIn), to: usize) -> UnitView {
    let input = &opened.input;
    let lacked = |by: i64| owned(input.skills_named(unit.needs & !input.skills_of(by)));
    let owner = unit.owner.and_then(|owner| input.seller_at(owner));
    let change = match (unit.owner, owner) {
        (None, _) => "given",
        (Some(_), None) => "handed",
        (Some(_), Some(owner)) if owner == to => "kept",
        _ => "moved",
    };
    let keep = |owner: usize| {
        // A pipeline goes with its hunter: one unit of it alone cannot stay.
        if owner == to || unit.hunter.is_some() {
            return None;
        }
        keeping(&made.problem, loads, at, to, owner)
    };
    UnitView {
        id: unit.id.to_string(),
        customer: unit.customer.to_string(),
        name: unit.name.clone(),
        place: [unit.lat, unit.lon],
        place_known: unit.place_known,
        segment: unit.segment.text(),
        channel: unit.channel.text(),
        hours: unit.hours,
        hours_from: unit.hours_from.text(),
        arr: unit.arr,
        potential: unit.potential,
        owner: unit.owner.map(|owner| owner.to_string()),
        to: input.sellers[to].id.to_string(),
        change,
        relationship: unit.relationship,
        held: None,
        hunter: unit.hunter.map(|hunter| hunter.to_string()),
        needs: owned(input.skills_named(unit.needs)),
        lacks: lacked(input.sellers[to].id),
        owner_lacks: unit.owner.map(lacked).unwrap_or_default(),
        keeping: owner.and_then(keep),
    }
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// Everybody who has a part, and whoever owns a unit besides.
async fn people(app: &App, opened: &Opened) -> Result<Vec<NamedPart>> {
    let input = &opened.input;
    let named = |id: i64, name: &str| Named { id: id.to_string(), name: name.to_owned() };
    let mut people: Vec<NamedPart> = input
        .sellers
        .iter()
        .map(|seller| NamedPart {
            named: named(seller.id, &seller.name),
            part: Some(seller.part.text()),
            place: Some([seller.lat, seller.lon]),
            paired: None,
            pair_locked: false,
        })
        .collect();
    people.extend(input.hunters.iter().zip(&opened.solved.hunters).map(|(hunter, to)| NamedPart {
        named: named(hunter.id, &hunter.name),
        part: Some("hunter"),
        place: Some([hunter.lat, hunter.lon]),
        paired: Some(input.sellers[*to as usize].id.to_string()),
        pair_locked: opened.setup.pairs.iter().any(|pair| pair.hunter == hunter.id),
    }));
    let all = crate::handoffs::people::all(app).await?;
    let known: std::collections::BTreeSet<String> =
        people.iter().map(|person| person.named.id.clone()).collect();
    let others: std::collections::BTreeSet<i64> = input
        .units
        .iter()
        .filter_map(|unit| unit.owner)
        .filter(|owner| !known.contains(&owner.to_string()))
        .collect();
    people.extend(others.into_iter().map(|id| NamedPart {
        named: named(id, all.get(&id).map_or("", |row| &row.name)),
        part: None,
        place: None,
        paired: None,
        pair_locked: false,
    }));
    Ok(people)
}

/// Text for both languages where a proposal lags behind its locks.
pub(super) fn behind() -> Error {
    Error::Refused(Words::fixed(
        "This proposal does not follow every lock yet: bring it up to date first.",
        "此建議尚未納入所有鎖定：請先更新。",
    ))
}
