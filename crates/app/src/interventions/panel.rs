//! What interventions are judged by: everybody's months as the diagnosis measures them, as of today, by the ids of sellers.
use super::led;
use crate::diagnoses::panel as measured;
use crate::unit_months::UnitMonths;
use crate::{Actor, App, Permission, Result};
use std::collections::BTreeMap;
use std::sync::Arc;
use tandem_core::activities::ActivityCategory;
use tandem_core::interventions::{Cell, Outcome, Panel, PersonMonths};
use tandem_core::subscriptions::Month;
use tandem_core::time::TimeClass;
use tandem_engines::diagnose::panel::SellerMonth;
use tandem_store::{ownership, sellers};

/// Below so many recorded hours a share of them says nothing.
const HOURS_MIN: f64 = 4.0;

/// Everybody's months, and their names.
pub(crate) type Measured = (Panel, BTreeMap<i64, String>);

/// Everybody's months as of today; kept until the data change.
pub(crate) async fn panel(app: &App) -> Result<Arc<Measured>> {
    app.remembered(&Actor::operator(), "interventions panel".to_owned(), Box::pin(make(app))).await
}

async fn make(app: &App) -> Result<Measured> {
    let today = app.clock.today();
    let everybody = measured::everybody(app).await?;
    let (panel, names) = &*everybody;
    let to = panel.month(panel.months().saturating_sub(1));
    let added = Box::pin(added(app, panel.from, to)).await?;
    let teams: BTreeMap<i64, String> = sellers::as_of(&app.db, today)
        .await?
        .into_iter()
        .filter_map(|seller| Some((seller.id, seller.team?)))
        .collect();
    let person = |seller: &tandem_engines::diagnose::panel::SellerSeries| {
        let cell = |(at, month): (usize, &SellerMonth)| {
            let added = added.get(&(seller.id, panel.month(at))).copied().unwrap_or(0.0);
            cell(month, added)
        };
        PersonMonths {
            person: seller.id.to_string(),
            stratum: teams.get(&seller.id).cloned(),
            cells: seller.months.iter().enumerate().map(cell).collect(),
        }
    };
    let people = panel.sellers.iter().map(person).collect();
    Ok((Panel { from: panel.from, people }, names.clone()))
}

fn cell(month: &SellerMonth, added: f64) -> Cell {
    let mut cell = Cell::new(month.present);
    if month.present <= 0.0 {
        return cell;
    }
    let count = |count: Option<u32>| count.map(f64::from);
    for (outcome, value) in
        [(Outcome::Opportunities, count(month.opportunities)), (Outcome::Won, count(month.won))]
    {
        cell = value.map_or(cell, |value| cell.with(outcome, value));
    }
    cell = cell.with(Outcome::ArrAdded, added);
    let Some(hours) = &month.hours else { return cell };
    let selling = hours.selling();
    cell = cell.with(Outcome::HuntingHours, hours.of(ActivityCategory::NewBusiness));
    if selling >= HOURS_MIN {
        cell = cell.with(Outcome::HuntingShare, hours.of(ActivityCategory::NewBusiness) / selling);
    }
    let classed: f64 =
        [TimeClass::Easy, TimeClass::Urgent, TimeClass::Hard].map(|class| hours.of_class(class)).iter().sum();
    if classed >= HOURS_MIN {
        cell = cell.with(Outcome::EasyShare, hours.of_class(TimeClass::Easy) / classed);
        cell = cell.with(Outcome::UrgentShare, hours.of_class(TimeClass::Urgent) / classed);
    }
    cell
}

/// Recurring revenue that units have more at the end of a month than at its beginning, by whoever owned the unit then.
async fn added(app: &App, from: Month, to: Month) -> Result<BTreeMap<(i64, Month), f64>> {
    let units = UnitMonths::load(app, from.plus(-1), to).await?;
    let mut owners: BTreeMap<i64, Vec<ownership::OwnershipRow>> = BTreeMap::new();
    for row in ownership::all(&app.db).await? {
        owners.entry(row.unit_id).or_default().push(row);
    }
    let mut added = BTreeMap::new();
    for (unit, of) in &units.units {
        for (at, pair) in of.arr.windows(2).enumerate() {
            let (month, more) = (units.month(at + 1), pair[1] - pair[0]);
            let day = month.last_day();
            let on = |row: &&ownership::OwnershipRow| {
                row.start_date <= day && row.end_date.is_none_or(|end| day < end)
            };
            let owner = owners.get(unit).and_then(|rows| rows.iter().find(on));
            if let Some(owner) = owner.filter(|_| more > 0.0) {
                *added.entry((owner.seller_id, month)).or_default() += more;
            }
        }
    }
    Ok(added)
}

/// The months of everybody whom the actor leads as a table, as `tandem interventions effect --panel` reads it; persons by their ids.
pub async fn csv(app: &App, actor: &Actor) -> Result<String> {
    actor.require_to_see(Permission::SeeInterventions)?;
    let (led, made) = (led(app, actor).await?, panel(app).await?);
    let panel = &made.0;
    let mut text = "person,month,present,stratum".to_owned();
    Outcome::ALL.iter().for_each(|outcome| text.push_str(&format!(",{outcome}")));
    text.push('\n');
    let seen = |person: &&PersonMonths| {
        let id = person.person.parse().unwrap_or_default();
        led.as_ref().is_none_or(|led| led.contains(&id))
    };
    for person in panel.people.iter().filter(seen) {
        for (at, cell) in person.cells.iter().enumerate().filter(|(_, cell)| cell.present > 0.0) {
            let stratum = person.stratum.clone().unwrap_or_default().replace(['"', ','], " ");
            text.push_str(&format!("{},{},{:.4},{stratum}", person.person, panel.month(at), cell.present));
            for outcome in Outcome::ALL {
                let value = cell.raw(*outcome).map_or(String::new(), |value| format!("{value:.6}"));
                text.push_str(&format!(",{value}"));
            }
            text.push('\n');
        }
    }
    Ok(text)
}
