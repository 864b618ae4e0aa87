//! `tandem arr`: recurring revenue by month, and how it moved.
use super::{open, print_json};
use crate::say::say;
use std::process::ExitCode;
use tandem_app::Actor;
use tandem_app::arr::{self, ArrView, Group, MonthView};
use tandem_core::subscriptions::Month;

/// Show recurring revenue month by month: start + new + reactivation + expansion - contraction - churn = end
#[derive(clap::Args)]
pub struct Args {
    /// The first month, YYYY-MM; the first subscription's where not given
    #[arg(long)]
    from: Option<Month>,
    /// The last month, YYYY-MM; this month where not given
    #[arg(long)]
    to: Option<Month>,
    /// Split by
    #[arg(long, value_enum)]
    by: Option<By>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum By {
    Segment,
    Seller,
    Customer,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let group = args.by.map_or(Group::None, |by| match by {
        By::Segment => Group::Segment,
        By::Seller => Group::Seller,
        By::Customer => Group::Customer,
    });
    let view = arr::view(&open(database).await?, &Actor::operator(), args.from, args.to, group).await?;
    if args.json {
        print_json(&view)?
    } else {
        print(&view)
    }
    Ok(ExitCode::SUCCESS)
}

fn print(view: &ArrView) {
    say!("ARR in {}, rates as of {}", view.currency, view.rates_as_of);
    table(&view.months);
    for group in view.groups.iter().chain(&view.currencies) {
        say!("\n{}", group.label);
        table(&group.months);
    }
    for left_out in &view.left_out {
        say!("left out: {}, because {}", left_out.currency, left_out.because);
    }
    let kept = &view.retention;
    let percent =
        |share: &Option<String>| share.as_ref().map_or("no cohort".to_owned(), |share| format!("{share} %"));
    say!(
        "\n{} units from {} to {}: GRR {}, NRR {}",
        kept.units,
        kept.from,
        kept.to,
        percent(&kept.grr),
        percent(&kept.nrr)
    );
}

fn table(months: &[MonthView]) {
    let line = |cells: [&str; 8]| {
        let [month, start, new, reactivation, expansion, contraction, churn, end] = cells;
        say!(
            "{month:<8} {start:>15} {new:>13} {reactivation:>13} {expansion:>13} {contraction:>13} {churn:>13} {end:>15}"
        );
    };
    line(["month", "start", "new", "reactivation", "expansion", "contraction", "churn", "end"]);
    for m in months {
        line([&m.month, &m.start, &m.new, &m.reactivation, &m.expansion, &m.contraction, &m.churn, &m.end]);
    }
}
