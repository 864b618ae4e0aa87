//! Recurring revenue of every unit at month ends, in the company's currency at today's rates, so that a rate is no growth.
use crate::{App, Result, settings};
use std::collections::BTreeMap;
use tandem_core::subscriptions::{Month, Span, movements::arr_on};
use tandem_store::customers::Visible;
use tandem_store::revenue;

/// Units month by month.
pub(crate) struct UnitMonths {
    /// The month whose end is the first value.
    pub from: Month,
    /// By unit.
    pub units: BTreeMap<i64, UnitArr>,
}

/// One unit.
pub(crate) struct UnitArr {
    /// Its customer.
    pub customer: i64,
    /// At the end of each month, in major units of the company's currency.
    pub arr: Vec<f64>,
    /// The month of its first subscription.
    pub first_sale: Month,
}

impl UnitMonths {
    /// From the end of one month to the end of another.
    pub async fn load(app: &App, from: Month, to: Month) -> Result<Self> {
        let settings = settings::load(app).await?;
        let worths: BTreeMap<String, i64> = settings.worths(app.clock.today()).into_iter().collect();
        let minor = 10_f64.powi(i32::try_from(settings.company.currency.digits()).unwrap_or(2));
        let mut spans: BTreeMap<i64, (i64, Vec<Span>)> = BTreeMap::new();
        for row in revenue::spans(&app.db, &Visible::Everything, app.clock.today()).await? {
            // What no rate is known for cannot be added to the rest.
            let Some(worth) = worths.get(&row.currency) else { continue };
            let worth = i128::from(row.arr_minor) * i128::from(*worth) / 1_000_000_000;
            let span = Span {
                unit: row.unit_id,
                arr_minor: i64::try_from(worth).unwrap_or(i64::MAX),
                start: row.start_date,
                end: row.end_date,
            };
            spans.entry(row.unit_id).or_insert((row.customer_id, Vec::new())).1.push(span);
        }
        let months = usize::try_from(from.until(to) + 1).unwrap_or(0);
        let unit = |(unit, (customer, spans)): (i64, (i64, Vec<Span>))| {
            let at = |month: usize| from.plus(i32::try_from(month).unwrap_or(i32::MAX)).last_day();
            let arr = (0..months).map(|month| arr_on(&spans, at(month)) as f64 / minor).collect();
            let first = spans.iter().map(|span| span.start).min()?;
            Some((unit, UnitArr { customer, arr, first_sale: Month::of(first) }))
        };
        Ok(Self { from, units: spans.into_iter().filter_map(unit).collect() })
    }

    /// The month of an index.
    pub fn month(&self, index: usize) -> Month {
        self.from.plus(i32::try_from(index).unwrap_or(i32::MAX))
    }
}
