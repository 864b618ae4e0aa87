//! What the company's own record says of the parameters, as a document that can be kept as a scenario.
use super::record::{self, SizeView};
use crate::{Actor, App, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use tandem_engines::simulate::calibrate::{Calibration, Record, Segments, Source, calibrate};

/// A calibration.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Calibration)]
pub struct CalibrationView {
    /// Nothing later was looked at.
    pub as_of: NaiveDate,
    /// The currency of all amounts.
    pub currency: String,
    /// Customers who buy.
    pub customers: usize,
    /// Their ARR in the company's currency, whole units.
    pub arr: f64,
    /// recorded: the record's own words; by_size: the record has none, so the size decides.
    pub segments: &'static str,
    /// What small, mid and enterprise customers are in the record, in this order.
    pub sizes: Vec<SizeView>,
    /// Parameters that the record tells.
    pub measured: usize,
    /// The parameters, and how the last year would have been predicted.
    #[serde(flatten)]
    pub calibration: Calibration,
    /// What was found, as a scenario.
    pub document: String,
}

pub(super) fn of(record: &Record) -> Calibration {
    calibrate(record)
}

/// Calibrates on the record as of today.
pub async fn calibration(app: &App, actor: &Actor) -> Result<CalibrationView> {
    actor.require_to_see(Permission::SeeDesigns)?;
    let made = app.remembered(&Actor::operator(), "designs calibration".to_owned(), make(app)).await?;
    Ok(CalibrationView::clone(&made))
}

async fn make(app: &App) -> Result<CalibrationView> {
    let as_of = app.clock.today();
    let record = record::today(app).await?;
    let currency = crate::settings::load(app).await?.company.currency.to_string();
    let arr = record.book.customers.iter().flat_map(|customer| &customer.units).map(|unit| unit.arr);
    let (customers, arr) = (record.book.customers.len(), arr.sum::<f64>().round());
    let segments = match record.segments {
        Segments::Recorded => "recorded",
        Segments::BySize => "by_size",
    };
    let calibration = of(&record);
    let told = |source: Source| matches!(source, Source::Measured | Source::Updated | Source::Partly);
    Ok(CalibrationView {
        as_of,
        currency,
        customers,
        arr,
        segments,
        sizes: record::sizes(app, as_of).await?,
        measured: calibration.estimates.iter().filter(|one| told(one.source)).count(),
        document: document(&calibration, as_of),
        calibration,
    })
}

/// What a record of a day says of the parameters, as a scenario.
pub(crate) fn document_of(record: &Record, as_of: NaiveDate) -> String {
    document(&of(record), as_of)
}

/// A scenario in YAML, each line with where its value comes from.
fn document(calibration: &Calibration, as_of: NaiveDate) -> String {
    let mut text =
        format!("# From the record as of {as_of}. What is not named is as the model assumes it.\n");
    let scenario = calibration.scenario();
    for one in calibration.estimates.iter().filter(|one| scenario.contains_key(&one.key)) {
        let source = match one.source {
            Source::Measured => format!("measured, {} cases", one.n),
            Source::Updated => format!("{} cases and what is assumed", one.n),
            Source::Partly => format!("{} cases, in part assumed", one.n),
            Source::Input => "give your own".to_owned(),
            Source::Assumed => "assumed".to_owned(),
        };
        text.push_str(&format!("{}: {}  # {source}\n", one.key, one.value));
    }
    text
}
