//! `tandem handoffs report`: what all handoffs came to.
use crate::commands::print_json;
use crate::say::say;
use tandem_app::handoffs;
use tandem_app::{Actor, App};
use tandem_core::handoffs::matched::{Difference, Matched};

/// What became of the customers that were handed over, and what was lost on the way
#[derive(clap::Args)]
pub struct Args {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(app: &App, args: Args) -> anyhow::Result<()> {
    let found = handoffs::report(app, &Actor::operator()).await?;
    if args.json {
        return print_json(&found);
    }
    let states: Vec<String> = found.states.iter().map(|(state, count)| format!("{count} {state}")).collect();
    say!("Handoffs: {}", if states.is_empty() { "none".to_owned() } else { states.join(", ") });
    say!("Overrides: {} in {} handoffs", found.overridden.1, found.overridden.0);
    for (gate, count) in &found.overrides {
        say!("  {gate}: {count}");
    }
    for (outcome, effect) in found.outcomes.iter().zip(&found.effects) {
        let tally = outcome.tally;
        say!(
            "{}: {} grown, {} kept, {} lost, {} open",
            outcome.at,
            tally.grown,
            tally.kept,
            tally.lost,
            tally.open
        );
        match effect.effect {
            Matched::NotEnoughData { units, compared } => {
                say!("  against like units: not enough data ({units} units, {compared} like ones)");
            }
            Matched::Known { units, compared, revenue, still_there, .. } => {
                say!("  {units} units against {compared} like ones, in points:");
                say!("  revenue {}, still there {}", points(revenue), points(still_there));
            }
        }
    }
    for giver in &found.givers {
        let mean: String = match serde_json::from_value(giver.loss.clone()) {
            Ok(Known { mean_bp: Some(mean_bp), count }) => {
                format!("{} % lost in {count} handoffs", mean_bp / 100)
            }
            Ok(Known { count, .. }) => format!("not enough data ({count})"),
            Err(_) => continue,
        };
        say!("{}: {mean}", giver.giver.name);
    }
    Ok(())
}

/// A mean as it is told.
#[derive(serde::Deserialize)]
struct Known {
    count: u32,
    mean_bp: Option<u32>,
}

fn points(difference: Difference) -> String {
    let text = |bp: i64| format!("{:+.1}", bp as f64 / 100.0);
    format!("{} ({} to {})", text(difference.bp), text(difference.low_bp), text(difference.high_bp))
}
