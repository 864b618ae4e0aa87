//! On which days who works: the holidays that the company has given, and the country of each person, else the company's.
use crate::{App, Result, settings};
use std::collections::BTreeMap;
use tandem_core::holidays::{Calendars, read};
use tandem_core::ids::SellerId;

/// Calendars, and whose is whose.
#[derive(Clone, Debug)]
pub(crate) struct Workdays {
    /// By country.
    pub calendars: Calendars,
    people: BTreeMap<i64, String>,
    company: Option<String>,
}

/// As they are set now. A document that is not a calendar any more was refused when it was set, and is left out here.
pub(crate) async fn load(app: &App) -> Result<Workdays> {
    let set = settings::work_calendar(app).await?;
    let calendars = Calendars::new(set.holidays.iter().filter_map(|document| read(document).ok()));
    let people = set.people.into_iter().filter_map(|(seller, country)| Some((seller.parse().ok()?, country)));
    Ok(Workdays { calendars, people: people.collect(), company: set.country })
}

impl Workdays {
    /// The country whose holidays a seller has.
    pub(crate) fn country(&self, seller: i64) -> Option<&str> {
        self.people.get(&seller).or(self.company.as_ref()).map(String::as_str)
    }

    /// The country of whoever is no seller.
    pub(crate) fn company(&self) -> Option<&str> {
        self.company.as_deref()
    }

    /// The countries of all these, as mass handoffs ask for them.
    pub(crate) fn countries(&self, sellers: impl Iterator<Item = SellerId>) -> BTreeMap<SellerId, String> {
        sellers.filter_map(|seller| Some((seller, self.country(seller.0)?.to_owned()))).collect()
    }
}
