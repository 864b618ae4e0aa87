//! Rows of customers' payments, as a list from accounting has them: no movement and no credits, because a payment has neither to choose.
use super::events::money;
use super::{Cells, Column, Columns, RowProblem, needed, optional};
use crate::incentives::event::{Credits, Event, Movement};
use csv::StringRecord;

const PAYMENT: [Column; 7] = [
    needed("payment_id"),
    needed("date"),
    needed("unit_id"),
    needed("amount"),
    needed("currency"),
    optional("of"),
    optional("note"),
];

/// Places of the columns.
mod column {
    pub const PAYMENT_ID: usize = 0;
    pub const DATE: usize = 1;
    pub const UNIT_ID: usize = 2;
    pub const AMOUNT: usize = 3;
    pub const CURRENCY: usize = 4;
    pub const OF: usize = 5;
    pub const NOTE: usize = 6;
}

/// Reads rows of payments.
#[derive(Clone, Debug)]
pub struct PaymentTable(Columns<7>);

impl PaymentTable {
    /// Whether a header is one of payments: it names them, and no movement.
    pub fn is_meant(header: &StringRecord) -> bool {
        let has = |wanted: &str| {
            let name = |cell: &str| cell.trim().trim_start_matches('\u{feff}').eq_ignore_ascii_case(wanted);
            header.iter().any(name)
        };
        has("payment_id") || !(has("movement") || has("event_id"))
    }

    /// Knows the columns by their header.
    ///
    /// # Errors
    /// Columns that are missing, double or strange.
    pub fn new(header: &StringRecord) -> Result<Self, Vec<RowProblem>> {
        Columns::new(PAYMENT, header).map(Self)
    }

    /// Reads a row. Without an amount the customer has paid all that was open; without `of` it is for whoever calls to find what was paid.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn row(&self, record: &StringRecord, line: u64) -> Result<Event, Vec<RowProblem>> {
        let mut cells = Cells::new(&self.0, record, line);
        let (id, unit, date) =
            (cells.text(column::PAYMENT_ID), cells.text(column::UNIT_ID), cells.day(column::DATE));
        let amount = match cells.cell(column::AMOUNT) {
            None => Some(None),
            Some(text) => money(&mut cells, text, (column::AMOUNT, column::CURRENCY)).map(Some),
        };
        if amount.flatten().is_some_and(|amount| amount.minor <= 0) {
            let reason = "a payment is above 0: write what the customer paid, and a `refund` with its movement for what was given back";
            cells.refuse::<()>(column::AMOUNT, reason.to_owned());
        }
        let of = cells.cell(column::OF).map(str::to_owned);
        let note = cells.cell(column::NOTE).map(str::to_owned);
        let event = || {
            let date = date?;
            Some(Event {
                id: id?,
                date,
                posted: date,
                unit: unit?,
                movement: Movement::InvoicePaid,
                amount: amount?,
                credits: Credits::default(),
                of,
                note,
            })
        };
        let event = event();
        cells.finish(event)
    }
}
