//! How people name sellers, units and earlier events, and which event a payment is for where its row does not say.
use super::super::recorded::Recorded;
use crate::{App, Result};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use tandem_core::incentives::calculate::Unpaid;
use tandem_core::incentives::{Credits, Event, Movement};
use tandem_store::book;
use tandem_store::incentives as store;

/// Most earlier events that are named in a sentence.
const NAMED: usize = 3;

/// What is wrong with a row: the column and the reason.
pub type Problem = (Option<&'static str>, String);

/// All that rows can name.
pub struct Known {
    people: BTreeMap<String, i64>,
    units: BTreeMap<String, i64>,
    /// The unit of each earlier event.
    events: HashMap<String, String>,
    /// The last event of a unit and movement.
    last: HashMap<(String, Movement), String>,
    /// What waits for a payment, by unit.
    unpaid: HashMap<String, Vec<Unpaid>>,
    today: NaiveDate,
}

fn wrong<T>(column: &'static str, reason: String) -> std::result::Result<T, Problem> {
    Err((Some(column), reason))
}

impl Known {
    /// Reads all of it.
    pub async fn load(app: &App, recorded: &Recorded, unpaid: &[Unpaid]) -> Result<Self> {
        let mut people = BTreeMap::new();
        for (id, name, external, email) in store::sellers(&app.db).await? {
            let names = [Some(id.to_string()), external, email, Some(name)];
            for name in names.into_iter().flatten() {
                people.entry(name).or_insert(id);
            }
        }
        let mut units: BTreeMap<String, i64> = BTreeMap::new();
        for (id, ..) in book::units(&app.db, book::Whose::All).await? {
            units.insert(id.to_string(), id);
        }
        for (name, id) in book::units_named(&app.db).await? {
            units.insert(name, id);
        }
        let mut of_unit: HashMap<String, Vec<Unpaid>> = HashMap::new();
        for one in unpaid {
            of_unit.entry(one.unit.to_string()).or_default().push(one.clone());
        }
        let mut known = Self {
            people,
            units,
            events: HashMap::new(),
            last: HashMap::new(),
            unpaid: of_unit,
            today: app.clock.today(),
        };
        recorded.events.iter().for_each(|event| known.remember(event));
        Ok(known)
    }

    fn remember(&mut self, event: &Event) {
        self.events.insert(event.id.clone(), event.unit.clone());
        self.last.insert((event.unit.clone(), event.movement), event.id.clone());
    }

    /// The event with the program's own names; the earlier event that it is about must be there.
    pub fn fitting(&mut self, event: Event) -> std::result::Result<Event, Problem> {
        if self.events.contains_key(&event.id) {
            return wrong(
                "event_id",
                format!("there is an event `{}` already: give this one a name of its own", event.id),
            );
        }
        if event.date > self.today {
            return wrong(
                "date",
                format!("`{}` has not come yet: bring it in on that day or later", event.date),
            );
        }
        let Some(unit) = self.units.get(&event.unit) else {
            return wrong(
                "unit_id",
                format!(
                    "there is no unit `{}`: write its id or the name that its source gives it",
                    event.unit
                ),
            );
        };
        let unit = unit.to_string();
        let of = match &event.of {
            Some(of) => Some(self.earlier(of, &unit)?),
            None if event.movement == Movement::InvoicePaid => Some(self.paid(&event, &unit)?),
            None => None,
        };
        if event.movement == Movement::Churn
            || (event.movement.earns() && of.is_none() && event.amount.is_some_and(|amount| amount.minor < 0))
        {
            return wrong(
                "movement",
                "it is told from the record, or says not what it takes back: write `refund` with `of`"
                    .to_owned(),
            );
        }
        let credits = Credits {
            revenue: self.named(&event.credits.revenue)?,
            overlay: self.named(&event.credits.overlay)?,
        };
        let event = Event { unit, of, credits, ..event };
        self.remember(&event);
        Ok(event)
    }

    /// The earlier event by its name, or the last one of that movement for the unit, where only the movement is named.
    fn earlier(&self, of: &str, unit: &str) -> std::result::Result<String, Problem> {
        if let Some(other) = self.events.get(of) {
            if other == unit {
                return Ok(of.to_owned());
            }
            return wrong("of", format!("event `{of}` is of another unit: correct the event or the unit"));
        }
        let movement = of.parse().ok().filter(|movement: &Movement| movement.earns());
        match movement.and_then(|movement| self.last.get(&(unit.to_owned(), movement))) {
            Some(found) => Ok(found.clone()),
            None => wrong(
                "of",
                format!(
                    "there is no earlier event `{of}` of this unit: write its name, or a movement such as `new` for the last one of the unit; events of the record are known once they are computed"
                ),
            ),
        }
    }

    /// What a payment without `of` pays: the one event of the unit that waits for a payment, or the one of which exactly this amount is open.
    fn paid(&self, event: &Event, unit: &str) -> std::result::Result<String, Problem> {
        let waiting = self.unpaid.get(unit).map(Vec::as_slice).unwrap_or_default();
        let exact = |one: &&Unpaid| one.open.is_some() && one.open == event.amount;
        let mut exactly = waiting.iter().filter(exact);
        match (waiting, exactly.next(), exactly.next()) {
            ([], ..) => wrong(
                "unit_id",
                format!(
                    "nothing of `{}` waits for a payment: check the unit, or write what was paid into `of`; events of the record are known once they are computed",
                    event.unit
                ),
            ),
            ([only], ..) | (_, Some(only), None) => Ok(only.event.to_string()),
            (several, ..) => {
                let names: Vec<String> =
                    several.iter().take(NAMED).map(|one| format!("`{}`", one.event)).collect();
                let rest = if several.len() > NAMED { " and others" } else { "" };
                wrong(
                    "of",
                    format!(
                        "{} events of this unit wait for payments: write the one that was paid into `of`: {}{rest}",
                        several.len(),
                        names.join(", ")
                    ),
                )
            }
        }
    }

    fn named(&self, credits: &[(String, u64)]) -> std::result::Result<Vec<(String, u64)>, Problem> {
        let one = |(name, part): &(String, u64)| match self.people.get(name) {
            Some(id) => Ok((id.to_string(), *part)),
            None => wrong(
                "credits",
                format!(
                    "there is nobody called `{name}`: write the id, the name in the source, or the address"
                ),
            ),
        };
        credits.iter().map(one).collect()
    }
}
