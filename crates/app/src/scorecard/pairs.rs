//! How hunters and account managers work together, from handoffs that are done.
use crate::handoffs::{people::Sellers, saved_document};
use crate::interventions::Sentence;
use crate::sessions::Named;
use crate::{App, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::handoffs::loss::Verdict;
use tandem_engines::scorecard::pairs::{Handoff, Pair, pairs};
use tandem_store::handoffs::{Filter, HandoffRow, list};
use tandem_store::{afterwards, alignments, scorecard as store};

/// One hunter with one account manager.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScorecardPair)]
pub struct PairView {
    /// Who gives.
    pub hunter: Named,
    /// Whom the hunter is paired with; absent: with nobody.
    pub account_manager: Option<Named>,
    /// Handoffs of the hunter while so paired.
    pub handoffs: usize,
    /// The share of them that went to the paired account manager.
    pub to_paired: Option<f64>,
    /// The share of them with a joint meeting.
    pub met: Option<f64>,
    /// The mean rating of briefs, 1 to 5.
    pub brief_rating: Option<f64>,
    /// Ratings given.
    pub ratings: usize,
    /// What needs a word.
    pub concerns: Vec<Sentence>,
}

/// All pairs that the reader leads.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScorecardPairs)]
pub struct PairsView {
    /// Handoffs that were looked at.
    pub handoffs: usize,
    /// The share that went to the paired account manager.
    pub to_paired: Option<f64>,
    /// The share with a joint meeting.
    pub met: Option<f64>,
    /// The mean rating of briefs.
    pub brief_rating: Option<f64>,
    /// By hunter and account manager.
    pub pairs: Vec<PairView>,
}

/// Both are counted as having met the customer together when they were with it on one day within so many days of the transfer.
const AROUND_DAYS: i64 = 90;
const HANDOFFS_MAX: i64 = 20_000;

/// Pairs of everybody whom the actor leads, since a day.
pub(super) async fn since(
    app: &App,
    split: NaiveDate,
    people: &Sellers,
    led: Option<&BTreeSet<i64>>,
) -> Result<PairsView> {
    let rows = list(&app.db, &Filter::default(), HANDOFFS_MAX).await?;
    let today = app.clock.today();
    let done: Vec<(HandoffRow, NaiveDate, i64)> = rows
        .into_iter()
        .filter(|row| ["transferred", "settled"].contains(&row.state.as_str()))
        .filter_map(|row| {
            let (on, to) =
                (row.transfer_date.filter(|day| split <= *day && *day <= today)?, row.receiver_id?);
            Some((row, on, to))
        })
        .filter(|(row, _, to)| led.is_none_or(|led| led.contains(&row.giver_id) || led.contains(to)))
        .collect();
    let facts = Facts::load(app, split, &done).await?;
    let handoff = |(row, on, to): &(HandoffRow, NaiveDate, i64)| Handoff {
        hunter: row.giver_id,
        account_manager: *to,
        paired: facts.paired(row.giver_id, *on),
        joint_meetings: facts.met(row, *on, *to),
        brief_rating: facts.ratings.get(&row.id).copied(),
    };
    let found = pairs(&done.iter().map(handoff).collect::<Vec<_>>());
    let named = |id: i64| Named {
        id: id.to_string(),
        name: people.get(&id).map(|row| row.name.clone()).unwrap_or_default(),
    };
    let view = |pair: &Pair| PairView {
        hunter: named(pair.hunter),
        account_manager: pair.account_manager.map(named),
        handoffs: pair.handoffs,
        to_paired: pair.to_paired,
        met: pair.met,
        brief_rating: pair.brief_rating,
        ratings: pair.ratings,
        concerns: pair.concerns.iter().map(Sentence::from).collect(),
    };
    Ok(PairsView {
        handoffs: found.handoffs,
        to_paired: found.to_paired,
        met: found.met,
        brief_rating: found.brief_rating,
        pairs: found.pairs.iter().map(view).collect(),
    })
}

/// What is known around handoffs.
struct Facts {
    /// Whom an adopted alignment paired each hunter with, in order of days.
    pairs: BTreeMap<i64, Vec<alignments::PairRow>>,
    /// The account manager to whom most of a hunter's handoffs went.
    usual: BTreeMap<i64, i64>,
    ratings: BTreeMap<i64, u8>,
    introduced: BTreeSet<i64>,
    customers: BTreeMap<i64, i64>,
    days: BTreeMap<(i64, i64), BTreeSet<NaiveDate>>,
}

impl Facts {
    async fn load(app: &App, split: NaiveDate, done: &[(HandoffRow, NaiveDate, i64)]) -> Result<Self> {
        let mut pairs: BTreeMap<i64, Vec<alignments::PairRow>> = BTreeMap::new();
        for row in alignments::pairs_since(&app.db, split).await? {
            pairs.entry(row.hunter_id).or_default().push(row);
        }
        let mut counts: BTreeMap<i64, BTreeMap<i64, usize>> = BTreeMap::new();
        for (row, _, to) in done {
            *counts.entry(row.giver_id).or_default().entry(*to).or_default() += 1;
        }
        let most = |to: &BTreeMap<i64, usize>| {
            to.iter().max_by_key(|(id, count)| (**count, -**id)).map(|(id, _)| *id)
        };
        let usual = counts.iter().filter_map(|(hunter, to)| Some((*hunter, most(to)?))).collect();
        let mut ratings = BTreeMap::new();
        for row in afterwards::verdicts(&app.db, None).await? {
            let verdict: Verdict = saved_document(&row.document)?;
            ratings.extend(mean(&verdict).map(|mean| (row.handoff_id, mean)));
        }
        let live = |(id, document): (i64, String)| {
            let said: serde_json::Value = serde_json::from_str(&document).ok()?;
            find(&said, "live").and_then(serde_json::Value::as_bool).unwrap_or(false).then_some(id)
        };
        let introduced = store::introductions(&app.db).await?.into_iter().filter_map(live).collect();
        let customers = store::names(&app.db).await?.into_iter().map(|row| (row.0, row.2)).collect();
        let mut days: BTreeMap<(i64, i64), BTreeSet<NaiveDate>> = BTreeMap::new();
        for (customer, seller, day) in store::with_customers(&app.db).await? {
            days.entry((customer, seller)).or_default().insert(day);
        }
        Ok(Self { pairs, usual, ratings, introduced, customers, days })
    }

    /// The account manager of a hunter on a day: of the alignment that held then; where none had paired the hunter by then, the usual receiver.
    fn paired(&self, hunter: i64, on: NaiveDate) -> Option<i64> {
        let begun: Vec<&alignments::PairRow> =
            self.pairs.get(&hunter).into_iter().flatten().filter(|pair| pair.start_date <= on).collect();
        if begun.is_empty() {
            return self.usual.get(&hunter).copied();
        }
        let holds = |pair: &&&alignments::PairRow| pair.end_date.is_none_or(|end| on < end);
        begun.iter().find(holds).map(|pair| pair.manager_id)
    }

    /// Introductions that are on the record, and days on which both were with the customer.
    fn met(&self, row: &HandoffRow, on: NaiveDate, to: i64) -> u32 {
        let customer = self.customers.get(&row.unit_id).copied().unwrap_or_default();
        let of = |seller: i64| self.days.get(&(customer, seller));
        let near = |day: &&NaiveDate| (**day - on).num_days().abs() <= AROUND_DAYS;
        let together = of(row.giver_id)
            .zip(of(to))
            .map_or(0, |(one, other)| one.intersection(other).filter(near).count());
        u32::try_from(together).unwrap_or(u32::MAX) + u32::from(self.introduced.contains(&row.id))
    }
}

fn find<'v>(value: &'v serde_json::Value, name: &str) -> Option<&'v serde_json::Value> {
    match value {
        serde_json::Value::Object(fields) => {
            fields.get(name).or_else(|| fields.values().find_map(|inner| find(inner, name)))
        }
        _ => None,
    }
}

fn mean(verdict: &Verdict) -> Option<u8> {
    let sum: u32 = verdict.ratings.values().map(|rating| u32::from(*rating)).sum();
    let count = u32::try_from(verdict.ratings.len()).ok().filter(|count| *count > 0)?;
    u8::try_from((sum + count / 2) / count).ok()
}
