//! What has become of an alignment since: who is out of the band now and since when, and which units are not where it put them.
use super::sight::Sight;
use super::solve::assembled;
use super::{found, opened};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{Months, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::alignments::{Input, Part};
use tandem_core::languages::Words;
use tandem_store::book::{self, OwnershipRow, Whose};

/// An account manager since then.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentDriftPerson)]
pub struct DriftPerson {
    /// Who.
    pub seller: Named,
    /// Hours a year as adopted, and now.
    pub hours: [f64; 2],
    /// From where to where they should be.
    pub hours_band: [f64; 2],
    /// Potential as adopted, and now.
    pub potential: [f64; 2],
    /// From where to where it should be.
    pub potential_band: [f64; 2],
    /// Units as adopted, and now.
    pub units: [usize; 2],
    /// Since when hours or potential are outside; none where they are inside.
    pub outside_since: Option<NaiveDate>,
}

/// A unit that is not where it was put.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentAstray)]
pub struct AstrayUnit {
    /// Its customer.
    pub customer: String,
    /// What people call it.
    pub name: String,
    /// With whom it should be.
    pub planned: String,
    /// With whom it is.
    pub now: Option<String>,
    /// Whether a handoff is on its way.
    pub under_way: bool,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentDrift)]
pub struct DriftView {
    /// Since when it holds.
    pub effective: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The currency of all amounts.
    pub currency: String,
    /// Everybody whom the reader sees, those outside first.
    pub people: Vec<DriftPerson>,
    /// Units elsewhere, the first hundred.
    pub astray: Vec<AstrayUnit>,
    /// How many there are.
    pub astray_count: usize,
    /// Units that have come since.
    pub new_units: usize,
}

const ASTRAY_MAX: usize = 100;

/// Looks at it.
pub async fn drift(app: &App, actor: &Actor, id: i64) -> Result<DriftView> {
    actor.require_to_see(Permission::SeeAlignments)?;
    let row = found(app, id).await?;
    let (Some(effective), Some(key)) = (row.effective, &row.proposal) else {
        return Err(Error::Refused(Words::fixed(
            "Nobody has adopted this alignment yet, so nothing can drift.",
            "此區域配置尚未採用，無從比較。",
        )));
    };
    let opened = opened(app, id, key).await?;
    let sight = Sight::of(app, actor).await?;
    // Whoever came since is no part of what was adopted: the parts stay as they were.
    let mut setup = opened.setup.clone();
    for seller in &opened.input.sellers {
        setup.parts.insert(seller.id, seller.part);
    }
    for hunter in &opened.input.hunters {
        setup.parts.insert(hunter.id, Part::Hunter);
    }
    let now = assembled(app, &setup).await?;
    let today = app.clock.today();
    let then = Watch { adopted: &opened, now: &now, owners: owners(app).await?, today };
    let mut people: Vec<DriftPerson> = (0..opened.input.sellers.len())
        .filter(|at| sight.person(opened.input.sellers[*at].id))
        .map(|at| then.person(at, effective))
        .collect();
    people.sort_by_key(|person| (person.outside_since.is_none(), person.seller.name.clone()));
    let names = crate::handoffs::people::all(app).await?;
    let name = |id: i64| names.get(&id).map(|row| row.name.clone()).unwrap_or_default();
    let open = tandem_store::handoffs::Filter { open: true, ..Default::default() };
    let busy: std::collections::BTreeSet<i64> = tandem_store::handoffs::list(&app.db, &open, i64::MAX)
        .await?
        .into_iter()
        .map(|row| row.unit_id)
        .collect();
    let mut astray = Vec::new();
    for (unit, to) in opened.input.units.iter().zip(&opened.solved.units) {
        let planned = opened.input.sellers[*to as usize].id;
        let owner = then.owner(unit.id, today);
        if owner != Some(planned) && sight.unit(owner, planned) {
            astray.push(AstrayUnit {
                customer: unit.customer.to_string(),
                name: unit.name.clone(),
                planned: name(planned),
                now: owner.map(name),
                under_way: busy.contains(&unit.id),
            });
        }
    }
    let astray_count = astray.len();
    astray.truncate(ASTRAY_MAX);
    let new_units = now.units.iter().filter(|unit| opened.input.unit_at(unit.id).is_none()).count();
    let currency = now.currency.clone();
    Ok(DriftView { effective, today, currency, people, astray, astray_count, new_units })
}

type Owners = BTreeMap<i64, Vec<OwnershipRow>>;

async fn owners(app: &App) -> Result<Owners> {
    let mut owners = Owners::new();
    for row in book::ownerships(&app.db, Whose::All).await? {
        owners.entry(row.0).or_default().push(row);
    }
    Ok(owners)
}

struct Watch<'a> {
    adopted: &'a super::Opened,
    now: &'a Input,
    owners: Owners,
    today: NaiveDate,
}

impl Watch<'_> {
    fn owner(&self, unit: i64, day: NaiveDate) -> Option<i64> {
        let rows = self.owners.get(&unit)?.iter();
        let mut on = rows.filter(|(_, _, _, start, end)| *start <= day && end.is_none_or(|end| end > day));
        on.next().map(|row| row.1)
    }

    /// Hours, potential and units of a seller on a day: what units need now, with the owners of then.
    fn loads(&self, seller: i64, day: NaiveDate) -> (f64, f64, usize) {
        let own = self.now.units.iter().filter(|unit| self.owner(unit.id, day) == Some(seller));
        let (mut hours, mut potential, mut units) = (0.0, 0.0, 0);
        for unit in own {
            hours += unit.hours;
            potential += unit.potential;
            units += 1;
        }
        let adopted = &self.adopted.input;
        for (hunter, to) in adopted.hunters.iter().zip(&self.adopted.solved.hunters) {
            if adopted.sellers[*to as usize].id == seller {
                hours += hunter.hours;
                potential += hunter.potential;
            }
        }
        (hours, potential, units)
    }

    fn person(&self, at: usize, effective: NaiveDate) -> DriftPerson {
        let input = &self.adopted.input;
        let (seller, rules) = (&input.sellers[at], &input.rules);
        let band = |target: f64, share: f64| [target * (1.0 - share), target * (1.0 + share)];
        let hours_band = band(seller.hours, rules.hours_band);
        let potential_band = band(seller.potential, rules.potential_band);
        let inside = |value: f64, band: [f64; 2]| (band[0] - 1e-6..=band[1] + 1e-6).contains(&value);
        let is_outside = |day: NaiveDate| {
            let (hours, potential, _) = self.loads(seller.id, day);
            !inside(hours, hours_band) || !inside(potential, potential_band)
        };
        // Month by month backwards, as long as it was so.
        let months = (1..).map_while(|months| self.today.checked_sub_months(Months::new(months)));
        let before = months.take_while(|day| *day >= effective && is_outside(*day)).last();
        let since = is_outside(self.today).then(|| before.unwrap_or(self.today));
        let adopted = self.adopted_loads(at);
        let (hours, potential, units) = self.loads(seller.id, self.today);
        DriftPerson {
            seller: Named { id: seller.id.to_string(), name: seller.name.clone() },
            hours: [adopted.0, hours],
            hours_band,
            potential: [adopted.1, potential],
            potential_band,
            units: [adopted.2, units],
            outside_since: since,
        }
    }

    fn adopted_loads(&self, at: usize) -> (f64, f64, usize) {
        let input = &self.adopted.input;
        let own = input.units.iter().zip(&self.adopted.solved.units).filter(|(_, to)| **to as usize == at);
        let (mut hours, mut potential, mut units) = (0.0, 0.0, 0);
        for (unit, _) in own {
            hours += unit.hours;
            potential += unit.potential;
            units += 1;
        }
        for (hunter, to) in input.hunters.iter().zip(&self.adopted.solved.hunters) {
            if *to as usize == at {
                hours += hunter.hours;
                potential += hunter.potential;
            }
        }
        (hours, potential, units)
    }
}
