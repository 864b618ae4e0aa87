//! `tandem handoffs mass`: what would happen when a seller leaves; with `--run`, does it; `--undo` takes a run back whole.
use crate::commands::print_json;
use crate::say::say;
use anyhow::bail;
use chrono::NaiveDate;
use std::time::Instant;
use tandem_app::handoffs::{
    self, MassCause, MassOpportunities, MassPreview, MassRequest, MassUndo, MassWorker,
};
use tandem_app::{Actor, App};
use tandem_core::ids::SellerId;
use tandem_core::sellers::SellerRole;

/// Hand over every unit of a seller who leaves: a preview, unless --run is given
#[derive(clap::Args)]
pub struct Args {
    /// Number of the seller who leaves
    #[arg(long, value_name = "ID", required_unless_present_any = ["list", "undo"])]
    seller: Option<i64>,
    /// First day on which the seller is gone
    #[arg(long, value_name = "DAY", required_unless_present_any = ["list", "undo"])]
    gone: Option<NaiveDate>,
    /// Role that receives
    #[arg(long, default_value = "account_manager")]
    role: SellerRole,
    /// How each is done: standard, small or remote
    #[arg(long, default_value = "small")]
    playbook: String,
    /// Let every open opportunity go along, instead of deciding on each
    #[arg(long)]
    move_opportunities: bool,
    /// Do it, and wait until it is done
    #[arg(long)]
    run: bool,
    /// List the latest runs
    #[arg(long, conflicts_with_all = ["seller", "undo"])]
    list: bool,
    /// Take a run back whole
    #[arg(long, value_name = "RUN", conflicts_with = "seller", requires = "reason")]
    undo: Option<i64>,
    /// Why it is taken back, or why it is done
    #[arg(long)]
    reason: Option<String>,
    /// Take it back although people have worked on single handoffs since
    #[arg(long, requires = "undo")]
    although_worked_on: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(app: &App, args: Args) -> anyhow::Result<()> {
    let actor = Actor::operator();
    if args.list {
        return list(app, &actor, args.json).await;
    }
    if let Some(run) = args.undo {
        let reason = args.reason.clone().unwrap_or_default();
        handoffs::undo_mass(
            app,
            &actor,
            run,
            MassUndo { reason, although_worked_on: args.although_worked_on },
        )
        .await?;
        return finish(app, &actor, run, args.json).await;
    }
    let (Some(seller), Some(gone)) = (args.seller, args.gone) else { bail!("name the seller and the day") };
    let request = MassRequest {
        cause: MassCause::Leaver { seller: SellerId(seller), gone },
        playbook: args.playbook.clone(),
        role: args.role,
        reason: args.reason.clone(),
        receivers: Default::default(),
        leave_out: Default::default(),
        opportunities: if args.move_opportunities {
            MassOpportunities::Move
        } else {
            MassOpportunities::Decide
        },
    };
    let begun = Instant::now();
    let found = handoffs::look_at_mass(app, &actor, &request).await?;
    let took = begun.elapsed();
    if args.run {
        let run = handoffs::start_mass(app, &actor, request, &found.seen).await?;
        return finish(app, &actor, run, args.json).await;
    }
    if args.json {
        return print_json(&found);
    }
    preview(&found);
    eprintln!(
        "Looked at {} units in {} ms. Nothing was changed; --run does it.",
        found.units.len(),
        took.as_millis()
    );
    Ok(())
}

fn preview(found: &MassPreview) {
    let totals = &found.totals;
    say!("{}", found.reason.en);
    say!(
        "{} units of {} customers would pass on, {} a year in {}",
        totals.planned,
        totals.customers,
        totals.arr,
        found.currency
    );
    let counts = |counts: &[handoffs::KindCount]| {
        let counts: Vec<String> =
            counts.iter().map(|one| format!("{} {}", one.count, one.title.en)).collect();
        if counts.is_empty() { "nothing".to_owned() } else { counts.join(", ") }
    };
    say!("Moves: {}", counts(&found.moved));
    say!("To decide: {}", counts(&found.to_decide));
    say!("Stays: {}", counts(&found.kept));
    for share in &found.shares {
        say!(
            "{} keeps a share on {} units until {}: {}",
            share.giver.name,
            share.units,
            share.until,
            share.curve.en
        );
    }
    for load in found.loads.iter().filter(|load| load.units > 0) {
        say!(
            "{}: {} -> {} of {}, {} units",
            load.seller.name,
            load.before,
            load.after,
            load.limit,
            load.units
        );
    }
    for unit in found.units.iter().filter(|unit| unit.refused.is_some()) {
        say!("{}: {}", unit.customer.name, unit.refused.as_ref().map(|words| &*words.en).unwrap_or_default());
    }
}

async fn list(app: &App, actor: &Actor, json: bool) -> anyhow::Result<()> {
    let found = handoffs::masses(app, actor).await?;
    if json {
        return print_json(&found);
    }
    for run in &found.items {
        say!(
            "{} {}: {} of {} begun, {} left out. {}",
            run.id,
            run.state,
            run.begun,
            run.total,
            run.left,
            run.reason
        );
    }
    Ok(())
}

/// Works a run off here, or waits until the server has.
async fn finish(app: &App, actor: &Actor, run: i64, json: bool) -> anyhow::Result<()> {
    let worker = MassWorker::new(app.clone(), format!("command line {}", std::process::id()));
    loop {
        while worker.work().await? {}
        let found = handoffs::show_mass(app, actor, run).await?;
        if ["running", "undoing"].contains(&found.state.as_str()) {
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            continue;
        }
        if let Some(said) = &found.said {
            bail!("{}", said.en);
        }
        if json {
            return print_json(&found);
        }
        say!("Run {run}: {}, {} of {} begun, {} left out", found.state, found.begun, found.total, found.left);
        return Ok(());
    }
}
