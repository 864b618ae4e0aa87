//! `tandem handoffs show`: one handoff with its gates, steps and history.
use crate::commands::print_json;
use crate::say::say;
use serde_json::Value;
use tandem_app::handoffs;
use tandem_app::{Actor, App};

/// Show one handoff: gates, steps that are open, history
#[derive(clap::Args)]
pub struct Args {
    /// Its number, as in the list
    id: i64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(app: &App, args: Args) -> anyhow::Result<()> {
    let found = handoffs::show(app, &Actor::operator(), args.id).await?;
    if args.json {
        return print_json(&found);
    }
    let receiver = found.receiver.as_ref().map_or("nobody yet", |receiver| receiver.name.as_str());
    say!("{}, {}: {} -> {receiver}", found.customer.name, found.unit.name, found.giver.name);
    say!("State: {}", text(&found.handoff["state"]));
    say!("Reason: {}", text(&found.handoff["proposal"]["reason"]));
    if let Some(dates) = found.handoff["dates"].as_object() {
        say!("Introduction {}, transfer {}", text(&dates["introduction"]), text(&dates["transfer"]));
    }
    say!("Gates:");
    for gate in found.gates.as_array().into_iter().flatten() {
        say!("  {}: {} {}", text(&gate["gate"]), text(&gate["standing"]), text(&gate["said"]["en"]));
    }
    let steps = found.steps.as_array().into_iter().flatten();
    let open: Vec<&Value> =
        steps.filter(|step| step["state"] == "open" || step["state"] == "blocked").collect();
    say!("Open steps: {}", open.len());
    for step in open {
        let late = step["late"].as_u64().filter(|late| *late > 0);
        let late = late.map(|late| format!(", {late} working days late")).unwrap_or_default();
        say!("  {} {}{late}", step["due"].as_str().unwrap_or("without a day"), text(&step["title"]["en"]));
    }
    say!("History:");
    for record in found.handoff["history"].as_array().into_iter().flatten() {
        say!(
            "  {} {} as {}",
            text(&record["day"]),
            text(&record["act"]["act"]),
            text(&record["by"]["party"])
        );
    }
    Ok(())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
