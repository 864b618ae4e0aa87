//! Which columns an imported record has: one list for putting in, changing, and taking back.
use crate::Values;
use chrono::NaiveDate;
use tandem_core::imports::records::ObjectKind;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers.
    Int,
    /// Text.
    Text,
    /// Dates.
    Date,
    /// Degrees.
    Real,
    /// Yes or no.
    Bool,
}

/// One value on its way into a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// For [`Kind::Int`].
    Int(Option<i64>),
    /// For [`Kind::Text`].
    Text(Option<String>),
    /// For [`Kind::Date`].
    Date(Option<NaiveDate>),
    /// For [`Kind::Real`].
    Real(Option<f64>),
    /// For [`Kind::Bool`].
    Bool(Option<bool>),
}

/// A table of imported records.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns that the source fills, in the order of the cells.
    pub columns: &'static [(&'static str, Kind)],
}

use Kind::{Bool, Date, Int, Real, Text};

const SELLER: Table = Table {
    name: "seller",
    columns: &[
        ("name", Text),
        ("email", Text),
        ("kind", Text),
        ("start_date", Date),
        ("end_date", Date),
        ("centihours_per_week", Int),
        ("lat", Real),
        ("lon", Real),
    ],
};
const CUSTOMER: Table = Table {
    name: "customer",
    columns: &[
        ("name", Text),
        ("segment", Text),
        ("industry", Text),
        ("country", Text),
        ("region", Text),
        ("city", Text),
        ("postal_code", Text),
        ("lat", Real),
        ("lon", Real),
        ("place_source", Text),
        ("created_date", Date),
        ("parent_id", Int),
    ],
};
const UNIT: Table = Table {
    name: "unit",
    columns: &[("customer_id", Int), ("name", Text), ("potential_minor", Int), ("currency", Text)],
};
const CONTACT: Table = Table {
    name: "contact",
    columns: &[
        ("customer_id", Int),
        ("unit_id", Int),
        ("name", Text),
        ("email", Text),
        ("phone", Text),
        ("title", Text),
        ("role", Text),
    ],
};
const OPPORTUNITY: Table = Table {
    name: "opportunity",
    columns: &[
        ("customer_id", Int),
        ("unit_id", Int),
        ("owner_id", Int),
        ("name", Text),
        ("kind", Text),
        ("kind_derived", Bool),
        ("stage", Text),
        ("status", Text),
        ("amount_minor", Int),
        ("currency", Text),
        ("created_date", Date),
        ("close_date", Date),
    ],
};
const SUBSCRIPTION: Table = Table {
    name: "subscription",
    columns: &[
        ("unit_id", Int),
        ("product", Text),
        ("arr_minor", Int),
        ("currency", Text),
        ("start_date", Date),
        ("end_date", Date),
        ("derived_from", Int),
    ],
};
const ACTIVITY: Table = Table {
    name: "activity",
    columns: &[
        ("seller_id", Int),
        ("customer_id", Int),
        ("unit_id", Int),
        ("opportunity_id", Int),
        ("date", Date),
        ("minutes", Int),
        ("kind", Text),
        ("category", Text),
        ("urgency", Text),
        ("initiated_by", Text),
        ("subject", Text),
        ("from_calendar", Bool),
    ],
};
const NOTE: Table = Table {
    name: "note",
    columns: &[("customer_id", Int), ("unit_id", Int), ("author_id", Int), ("date", Date), ("text", Text)],
};

const TIME_REPORT: Table = Table {
    name: "time_report",
    columns: &[("seller_id", Int), ("week_start", Date), ("category", Text), ("minutes", Int)],
};

/// The table of an object; ownerships are histories and have a path of their own.
pub fn table(object: ObjectKind) -> Table {
    match object {
        ObjectKind::Seller => SELLER,
        ObjectKind::Customer => CUSTOMER,
        ObjectKind::Unit => UNIT,
        ObjectKind::Contact => CONTACT,
        ObjectKind::Opportunity => OPPORTUNITY,
        ObjectKind::Subscription => SUBSCRIPTION,
        ObjectKind::Activity => ACTIVITY,
        ObjectKind::Note => NOTE,
        ObjectKind::TimeReport => TIME_REPORT,
        ObjectKind::Ownership => Table { name: "ownership", columns: &[] },
    }
}

/// Turns rows of cells into columns. A cell of another kind than its column becomes empty; the callers' tests would show it.
pub fn transpose(table: Table, rows: impl IntoIterator<Item = Vec<Cell>>) -> Vec<crate::Column> {
    let mut columns: Vec<Values> = table.columns.iter().map(|(_, kind)| empty(*kind)).collect();
    for row in rows {
        for (cell, values) in row.into_iter().zip(&mut columns) {
            push(values, cell);
        }
    }
    table.columns.iter().zip(columns).map(|((name, _), values)| crate::Column::new(name, values)).collect()
}

fn empty(kind: Kind) -> Values {
    match kind {
        Int => Values::Int(Vec::new()),
        Text => Values::Text(Vec::new()),
        Date => Values::Date(Vec::new()),
        Real => Values::Real(Vec::new()),
        Bool => Values::Bool(Vec::new()),
    }
}

fn push(values: &mut Values, cell: Cell) {
    match (values, cell) {
        (Values::Int(values), Cell::Int(value)) => values.push(value),
        (Values::Text(values), Cell::Text(value)) => values.push(value),
        (Values::Date(values), Cell::Date(value)) => values.push(value),
        (Values::Real(values), Cell::Real(value)) => values.push(value),
        (Values::Bool(values), Cell::Bool(value)) => values.push(value),
        (Values::Int(values), _) => values.push(None),
        (Values::Text(values), _) => values.push(None),
        (Values::Date(values), _) => values.push(None),
        (Values::Real(values), _) => values.push(None),
        (Values::Bool(values), _) => values.push(None),
    }
}
