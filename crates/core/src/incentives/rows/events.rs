//! Rows of events.
use super::{Cells, Column, Columns, RowProblem, credits, needed, optional};
use crate::incentives::event::{Credits, Event, Movement};
use crate::money::{Currency, Money};
use crate::suggest;
use csv::StringRecord;

const EVENT: [Column; 10] = [
    needed("event_id"),
    needed("date"),
    needed("unit_id"),
    needed("movement"),
    needed("amount"),
    needed("currency"),
    needed("credits"),
    optional("of"),
    optional("posted"),
    optional("note"),
];

/// Places of the columns.
mod column {
    pub const EVENT_ID: usize = 0;
    pub const DATE: usize = 1;
    pub const UNIT_ID: usize = 2;
    pub const MOVEMENT: usize = 3;
    pub const AMOUNT: usize = 4;
    pub const CURRENCY: usize = 5;
    pub const CREDITS: usize = 6;
    pub const OF: usize = 7;
    pub const POSTED: usize = 8;
    pub const NOTE: usize = 9;
}

/// Reads rows of events.
#[derive(Clone, Debug)]
pub struct EventTable(Columns<10>);

impl EventTable {
    /// Knows the columns by their header.
    ///
    /// # Errors
    /// Columns that are missing, double or strange.
    pub fn new(header: &StringRecord) -> Result<Self, Vec<RowProblem>> {
        Columns::new(EVENT, header).map(Self)
    }

    /// Columns that nothing is read from.
    pub fn ignored(&self) -> &[String] {
        &self.0.ignored
    }

    /// Reads a row.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn row(&self, record: &StringRecord, line: u64) -> Result<Event, Vec<RowProblem>> {
        let mut cells = Cells::new(&self.0, record, line);
        let (id, unit, date) =
            (cells.text(column::EVENT_ID), cells.text(column::UNIT_ID), cells.day(column::DATE));
        let posted = cells.optional_day(column::POSTED);
        let movement = movement(&mut cells);
        let amount = amount(&mut cells, movement);
        let credits = credited(&mut cells, movement);
        let of = cells.cell(column::OF).map(str::to_owned);
        let note = cells.cell(column::NOTE).map(str::to_owned);
        if of.is_none() && movement.is_some_and(Movement::refers) {
            let reason = "it is empty: write the `event_id` of the earlier event that this is about";
            cells.refuse::<()>(column::OF, reason.to_owned());
        }
        let movement = movement.map(|movement| match amount {
            Some(Some(money)) if movement.earns() && of.is_some() && money.minor < 0 => Movement::Refund,
            _ => movement,
        });
        if of.is_some() && movement.is_some_and(Movement::earns) {
            let reason = "it names an earlier event, but nothing is taken back or put right: write `refund` or `correction` as the movement, or leave it empty";
            cells.refuse::<()>(column::OF, reason.to_owned());
        }
        if let (Some(posted), Some(date)) = (posted, date)
            && posted < date
        {
            let reason =
                format!("`{posted}` is before the event: write the day on which it became known, or nothing");
            cells.refuse::<()>(column::POSTED, reason);
        }
        let event = || {
            let (date, movement) = (date?, movement?);
            let posted = posted.unwrap_or(date);
            Some(Event {
                id: id?,
                date,
                posted,
                unit: unit?,
                movement,
                amount: amount?,
                credits: credits?,
                of,
                note,
            })
        };
        let event = event();
        cells.finish(event)
    }
}

fn movement<const N: usize>(cells: &mut Cells<N>) -> Option<Movement> {
    let words = || Movement::ALL.iter().map(|movement| movement.text());
    let Some(text) = cells.cell(column::MOVEMENT) else {
        let all: Vec<&str> = words().collect();
        return cells.refuse(column::MOVEMENT, format!("it is empty: write one of {}", all.join(", ")));
    };
    if let Ok(movement) = text.to_ascii_lowercase().parse() {
        return Some(movement);
    }
    let advice = suggest::nearest(text, words()).map_or_else(
        || format!("it is one of {}", words().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    cells.refuse(column::MOVEMENT, format!("`{text}` is no movement: {advice}"))
}

/// The amount, or that there is none; outer none: refused.
fn amount<const N: usize>(cells: &mut Cells<N>, movement: Option<Movement>) -> Option<Option<Money>> {
    let Some(text) = cells.cell(column::AMOUNT) else {
        let movement = movement?;
        let may_miss = movement.refers()
            || matches!(movement, Movement::Churn | Movement::ImplementationDone | Movement::Retention);
        if may_miss {
            return Some(None);
        }
        return cells.refuse(column::AMOUNT, "it is empty: write a number such as 1234.50".to_owned());
    };
    money(cells, text, (column::AMOUNT, column::CURRENCY)).map(Some)
}

/// An amount with the currency beside it; the columns of both are named.
pub(super) fn money<const N: usize>(
    cells: &mut Cells<N>,
    text: &str,
    (amount, currency): (usize, usize),
) -> Option<Money> {
    let Some(code) = cells.cell(currency) else {
        return cells.refuse(currency, "it is empty: write a code of ISO 4217 such as USD".to_owned());
    };
    let Some(code) = code.parse::<Currency>().ok().filter(|code| code.is_known()) else {
        let reason = format!("`{code}` is no currency: write a code of ISO 4217 such as USD");
        return cells.refuse(currency, reason);
    };
    match Money::parse(text, code) {
        Ok(money) => Some(money),
        Err(error) => cells.refuse(amount, error.to_string()),
    }
}

fn credited<const N: usize>(cells: &mut Cells<N>, movement: Option<Movement>) -> Option<Credits> {
    let cell = cells.cell(column::CREDITS);
    let needed = movement.is_some_and(|movement| movement.earns() || movement == Movement::Adjustment);
    match (cell, needed) {
        (None, true) => {
            let reason = "it is empty: write who is credited, such as `ann:100` or `ann:60;bo:40`";
            cells.refuse(column::CREDITS, reason.to_owned())
        }
        (None, false) => Some(Credits::default()),
        (Some(cell), _) => match credits(cell) {
            Ok(credits) => Some(credits),
            Err(reason) => cells.refuse(column::CREDITS, reason),
        },
    }
}
