//! What people call the people, units and events that the ledger knows by numbers.
use crate::{App, Result};
use std::collections::BTreeMap;
use std::sync::Arc;
use tandem_core::incentives::because::Because;
use tandem_core::incentives::named::{self, named};
use tandem_core::incentives::summary::movement_words;
use tandem_core::incentives::wording::sentence;
use tandem_core::incentives::{Movement, collect};
use tandem_core::languages::{Language, Words};
use tandem_core::subscriptions::Month;
use tandem_store::book::{self, Whose};

/// Names by number.
pub struct Names {
    people: BTreeMap<String, String>,
    /// Unit and customer.
    units: BTreeMap<String, (String, (i64, String))>,
}

impl Names {
    /// Reads all of them.
    pub async fn load(app: &App) -> Result<Self> {
        let people = tandem_store::incentives::sellers(&app.db).await?;
        let units = book::units(&app.db, Whose::All).await?;
        let ids: Vec<i64> = units.into_iter().map(|unit| unit.0).collect();
        let mut names = BTreeMap::new();
        // A statement takes a bounded number of parameters.
        for ids in ids.chunks(20_000) {
            for (unit, name, customer, customer_name) in book::names(&app.db, ids).await? {
                names.insert(unit.to_string(), (name, (customer, customer_name)));
            }
        }
        Ok(Self {
            people: people.into_iter().map(|(id, name, _, _)| (id.to_string(), name)).collect(),
            units: names,
        })
    }

    /// A person.
    pub fn person(&self, key: &str) -> String {
        self.people.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// A unit with its customer, where both are told apart.
    pub fn unit(&self, key: &str) -> String {
        match self.units.get(key) {
            Some((unit, (_, customer))) if unit == customer => customer.clone(),
            Some((unit, (_, customer))) => format!("{customer}, {unit}"),
            None => key.to_owned(),
        }
    }

    /// The customer of a unit.
    pub fn customer(&self, key: &str) -> Option<i64> {
        self.units.get(key).map(|(_, (customer, _))| *customer)
    }

    /// An event, as it stands in a sentence: what happened, to whom, when.
    pub fn event(&self, id: &str) -> Words {
        let root = collect::root(id);
        let known = self.of_record(root).or_else(|| self.of_handoff(root)).or_else(|| self.of_month(root));
        known.unwrap_or_else(|| Words::same(id.to_owned()))
    }

    /// What the record told: `new 17 2026-05-12`.
    fn of_record(&self, id: &str) -> Option<Words> {
        let mut parts = id.splitn(3, ' ');
        let (what, unit, day) = (parts.next()?, parts.next()?, parts.next()?);
        let what = movement_words(what.parse::<Movement>().ok()?);
        self.units.get(unit)?;
        let unit = self.unit(unit);
        Some(Words::new(format!("{} of {unit} on {day}", what.en), format!("{day} {unit}的{}", what.zh)))
    }

    /// What became of a share: `handoff of 17 on 2026-05-12`.
    fn of_handoff(&self, id: &str) -> Option<Words> {
        let (unit, day) = id.strip_prefix("handoff of ")?.split_once(" on ")?;
        let unit = self.unit(unit);
        Some(Words::new(format!("handoff of {unit} on {day}"), format!("{day} {unit}的交接")))
    }

    /// What a month's end brought about, or an adjustment: `draw 17 2026-05`, `adjustment 3`.
    fn of_month(&self, id: &str) -> Option<Words> {
        if let Some(number) = id.strip_prefix("adjustment ") {
            return Some(Words::new(
                format!("adjustment for question {number}"),
                format!("提問 {number} 的調整"),
            ));
        }
        let mut parts = id.rsplitn(3, ' ');
        let (month, person, what) = (parts.next()?, parts.next()?, parts.next()?);
        month.parse::<Month>().ok()?;
        let name = self.people.get(person)?;
        Some(Words::new(format!("{what} of {name} in {month}"), format!("{name} {month} 的 {what}")))
    }

    /// Reasons of a posting, sentence by sentence.
    pub fn because(&self, because: &[Because]) -> Vec<Words> {
        because
            .iter()
            .map(|one| Words::new(self.said(one, Language::English), self.said(one, Language::Chinese)))
            .collect()
    }

    fn said(&self, because: &Because, language: Language) -> String {
        let person = |key: &str| -> Arc<str> { self.person(key).into() };
        let event = |id: &str| -> Arc<str> { self.event(id).of(language).into() };
        let names = named::Names { person: &person, event: &event };
        sentence(&named(because, &names), language)
    }
}
