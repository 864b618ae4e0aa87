//! `tandem incentives unpaid`: what waits for customers' payments, as a file in which only the number and the day of each payment are missing.
use crate::commands::{open, print_json};
use crate::say::say;
use tandem_app::incentives::{self, UnpaidQuery};
use tandem_app::{Actor, App};

/// List what waits for customers' payments, as CSV that `enter` reads once payment_id and date are filled in
#[derive(clap::Args)]
pub struct Args {
    /// Only those of this unit, customer, event or person, by a part of the name
    #[arg(long)]
    search: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(args: &Args, database: &str) -> anyhow::Result<()> {
    let app: App = open(database).await?;
    let query = UnpaidQuery { text: args.search.clone(), offset: 0, limit: usize::MAX };
    let (waiting, _) = incentives::unpaid(&app, &Actor::operator(), &query).await?;
    if args.json {
        return print_json(&waiting);
    }
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(["payment_id", "date", "unit_id", "amount", "currency", "of"])?;
    for one in &waiting {
        let (amount, currency) = (one.open.as_deref().unwrap_or_default(), one.currency.as_deref());
        rows.write_record(["", "", &one.unit_id, amount, currency.unwrap_or_default(), &one.event])?;
    }
    say!("{}", String::from_utf8(rows.into_inner()?)?.trim_end());
    Ok(())
}
