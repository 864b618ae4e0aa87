//! Costs to obtain contracts (ASC 340-40, IFRS 15), spread over their months, from the ledger.
use super::look::look;
use crate::{Actor, App, Error, Permission, Result};
use tandem_core::incentives::Book;
use tandem_core::incentives::amortise::{ExportRow, ShortContracts, costs, departures, export, left};

/// One row for each cost and month, of components that the plans mark with `contract_months`.
pub async fn amortisation(app: &App, actor: &Actor, short: ShortContracts) -> Result<Vec<ExportRow>> {
    actor.require_to_see(Permission::RunIncentives)?;
    let look = look(app).await?;
    if look.recorded.plans.is_empty() {
        return Ok(Vec::new());
    }
    let book = Book::new(look.recorded.plans.clone(), &[], Vec::new())
        .map_err(|error| Error::Conflict(error.to_string()))?;
    let events = look.recorded.events.iter();
    let gone = departures(events.map(|event| (event.unit.as_str(), event.movement, event.date)));
    let mut rows = Vec::new();
    for cost in costs(&book, &look.ledger) {
        let months =
            export(&cost, short, left(&cost, &gone)).map_err(|error| Error::Conflict(error.to_string()))?;
        rows.extend(months.into_iter().map(|row| ExportRow { unit: look.names.unit(&row.unit), ..row }));
    }
    Ok(rows)
}
