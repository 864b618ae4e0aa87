//! `tandem handoffs`: what passes from whom to whom, how it stands, what became of it, and many at once.
mod mass;
mod report;
mod show;

use super::{open, print_json};
use crate::say::say;
use std::process::ExitCode;
use tandem_app::handoffs::{self, HandoffItem, Wanted};
use tandem_app::{Actor, App};

/// Handoffs: list them, look at one, what became of them, hand many over
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    List(ListArgs),
    Show(show::Args),
    Report(report::Args),
    Mass(mass::Args),
}

/// List handoffs, the latest first
#[derive(clap::Args)]
struct ListArgs {
    /// Only those in this state, such as preparing
    #[arg(long)]
    state: Option<String>,
    /// Only those given or received by this seller
    #[arg(long, value_name = "ID")]
    seller: Option<i64>,
    /// Only those with a step whose day has passed
    #[arg(long)]
    late: bool,
    /// Also those that are over
    #[arg(long)]
    over: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let app = open(database).await?;
    match args.act {
        Act::List(args) => list(&app, args).await?,
        Act::Show(args) => show::run(&app, args).await?,
        Act::Report(args) => report::run(&app, args).await?,
        Act::Mass(args) => mass::run(&app, args).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(app: &App, args: ListArgs) -> anyhow::Result<()> {
    let ListArgs { state, seller, late, over, json } = args;
    let found =
        handoffs::list(app, &Actor::operator(), Wanted { unit: None, seller, state, late, over }).await?;
    if json {
        return print_json(&found);
    }
    if found.items.is_empty() {
        say!("No handoff is like that.");
    }
    found.items.iter().for_each(line);
    Ok(())
}

fn line(item: &HandoffItem) {
    let receiver = item.receiver.as_ref().map_or("nobody yet", |receiver| receiver.name.as_str());
    let day = item.transfer.map(|day| format!(", transfer {day}")).unwrap_or_default();
    let steps =
        item.steps.map(|steps| format!(", {} of {} steps done, {} late", steps.over, steps.all, steps.late));
    let name =
        if item.unit.name == item.customer.name { String::new() } else { format!(", {}", item.unit.name) };
    say!(
        "{} {}{name}: {} -> {receiver}, {}{day}{}",
        item.id,
        item.customer.name,
        item.giver.name,
        item.state,
        steps.unwrap_or_default()
    );
}
