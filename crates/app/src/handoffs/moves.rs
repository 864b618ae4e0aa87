//! What hangs on the unit of a handoff and what would become of it: what moves, what stays and why, what is still to be decided.
use super::party::Seen;
use super::{saved, transfer};
use crate::{App, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::commitments::Commitment;
use tandem_core::handoffs::inventory::{Inventory, Item, Kept, RecordKind, Stays, sorted};
use tandem_core::ids::SellerId;
use tandem_core::languages::Words;
use tandem_store::{customers as record, handoffs as store};

/// A record with which something is still to be done.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OpenRecord {
    /// What it is: opportunity, task and so on.
    pub kind: &'static str,
    /// What people call such a record.
    #[schema(value_type = Object)]
    pub kind_title: Words,
    /// Which one.
    pub id: String,
    /// What it is called; empty where it has no name.
    pub name: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// moves, stays or undecided.
    pub fate: &'static str,
    /// Who has it then.
    pub then: Option<String>,
    /// Why it stays, or what is still to be decided.
    #[schema(value_type = Option<Object>)]
    pub said: Option<Words>,
    /// Until when it stays; then it passes on.
    pub until: Option<NaiveDate>,
}

/// Records of one kind that stay where they are.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct StayingRecords {
    /// What they are.
    pub kind: &'static str,
    /// What people call such a record.
    #[schema(value_type = Object)]
    pub kind_title: Words,
    /// How many.
    pub count: usize,
    /// Why: history, over, personal, of_another or of_receiver.
    pub why: &'static str,
}

/// What hangs on a unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Carrying {
    /// How many records there are.
    pub count: usize,
    /// Those with which something is still to be done, each with what becomes of it.
    pub open: Vec<OpenRecord>,
    /// The others, by kind and reason.
    pub staying: Vec<StayingRecords>,
}

/// What hangs on the unit now. Before a receiver is known it is as if the giver gave it to nobody in particular.
pub async fn carrying(app: &App, seen: &Seen) -> Result<Carrying> {
    let handoff = &seen.handoff;
    let rows = store::records(&app.db, handoff.proposal.unit.0).await?;
    let before = Inventory::new(rows.into_iter().filter_map(transfer::item));
    let choices = transfer::choices(app, handoff).await?;
    let nobody = SellerId(0);
    let receiver = handoff.receiver.unwrap_or(nobody);
    let (moves, gaps) = sorted(&before, handoff.proposal.giver, receiver, &choices);
    let names = names(app, handoff.proposal.unit.0).await?;
    let named = |seller: SellerId| (seller != nobody).then(|| seen.name(seller.0));
    let open = |item: &Item, fate, then: Option<SellerId>, said| OpenRecord {
        kind: item.kind.text(),
        kind_title: item.kind.words(),
        id: item.id.to_string(),
        name: names.get(&(item.kind, item.id)).cloned().unwrap_or_default(),
        owner: item.owner.and_then(named),
        fate,
        then: then.and_then(named),
        said,
        until: None,
    };
    let mut found = Carrying { count: before.items().len(), ..Carrying::default() };
    found.open.extend(gaps.iter().map(|gap| open(&gap.item, "undecided", None, Some(gap.said.clone()))));
    found.open.extend(moves.moved.iter().map(|moved| open(&moved.item, "moves", Some(moved.to), None)));
    let mut staying: BTreeMap<(RecordKind, Stays), usize> = BTreeMap::new();
    for (item, why) in &moves.kept {
        match why {
            Kept::Decided { reason, until } => {
                let one = open(item, "stays", item.owner, Some(Words::same(reason.clone())));
                found.open.push(OpenRecord { until: *until, ..one });
            }
            Kept::Rule(why) => *staying.entry((item.kind, *why)).or_default() += 1,
        }
    }
    found.staying = staying.into_iter().map(|((kind, why), count)| stay(kind, why, count)).collect();
    Ok(found)
}

fn stay(kind: RecordKind, why: Stays, count: usize) -> StayingRecords {
    StayingRecords { kind: kind.text(), kind_title: kind.words(), count, why: why.text() }
}

/// What open records are called.
async fn names(app: &App, unit: i64) -> Result<BTreeMap<(RecordKind, i64), String>> {
    let Some(customer) = record::of_unit(&app.db, unit).await? else { return Ok(BTreeMap::new()) };
    let rows = record::opportunities(&app.db, customer).await?.into_iter();
    let of_unit = rows.filter(|row| row.unit_id == Some(unit));
    let mut names: BTreeMap<(RecordKind, i64), String> = of_unit
        .filter_map(|row| Some(((RecordKind::Opportunity, row.id), row.name.or(row.stage)?)))
        .collect();
    for row in tandem_store::commitments::of_units(&app.db, &[unit]).await? {
        let promise = saved::read::<Commitment>(&row.document)?.promise;
        names.insert((RecordKind::Commitment, row.id), promise.what);
    }
    Ok(names)
}
