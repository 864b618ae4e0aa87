//! Everybody who sells, who leads whom, and who is there on a day.
use crate::{App, Result};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::commitments::Roster;
use tandem_core::ids::SellerId;
use tandem_store::sellers::{self, SellerRow};

/// Sellers by id.
pub type Sellers = BTreeMap<i64, SellerRow>;

/// Everybody who sells, as of today.
pub async fn all(app: &App) -> Result<Sellers> {
    let rows = sellers::as_of(&app.db, app.clock.today()).await?;
    Ok(rows.into_iter().map(|seller| (seller.id, seller)).collect())
}

/// Whether somebody leads a seller, directly or from further above.
pub fn leads(people: &Sellers, above: i64, seller: i64) -> bool {
    let above_of = |id: &i64| people.get(id).and_then(|seller| seller.manager_id);
    // A circle of managers ends with the number of people.
    std::iter::successors(above_of(&seller), above_of).take(people.len()).any(|manager| manager == above)
}

/// Persons with their first day and the first day on which they are gone. Queues and integrations see to nothing.
pub fn roster(people: &Sellers) -> Roster {
    let persons = people.values().filter(|seller| seller.kind == "person");
    Roster::new(
        persons.map(|seller| {
            (SellerId(seller.id), seller.start_date.unwrap_or(NaiveDate::MIN), seller.end_date)
        }),
    )
}
