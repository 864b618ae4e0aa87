//! `tandem incentives check`: whether a plan can be used, and what in it is probably not meant.
use crate::commands::print_json;
use crate::say::say;
use serde_json::json;
use std::path::PathBuf;
use tandem_core::incentives::check::warnings;
use tandem_core::incentives::summary::sentences;

/// Check a plan: syntax, names, rate tables, limits that contradict one another
#[derive(clap::Args)]
pub struct Args {
    /// The plan, in YAML or JSON
    plan: PathBuf,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let plan = super::plan(&args.plan)?;
    let warnings = warnings(&plan);
    if args.json {
        let warnings: Vec<_> =
            warnings.iter().map(|warning| json!({"id": warning.id, "text": warning.words.en})).collect();
        return print_json(&json!({
            "name": plan.name,
            "version": plan.version,
            "effective": plan.effective,
            "until": plan.until,
            "currency": plan.currency,
            "components": plan.components.iter().map(|component| &component.id).collect::<Vec<_>>(),
            "shared": plan.transition.is_some(),
            "warnings": warnings,
        }));
    }
    let until = plan.until.map_or(String::new(), |until| format!(" to {until}"));
    say!(
        "{}, version {}, in force from {}{until}, in {}.",
        plan.name,
        plan.version,
        plan.effective,
        plan.currency
    );
    for (_, words) in sentences(&plan) {
        say!("{words}");
    }
    for warning in &warnings {
        let place = warning.id.as_ref().map_or(String::new(), |id| format!("`{id}`: "));
        say!("Warning: {place}{}.", warning.words);
    }
    if warnings.is_empty() {
        say!("Nothing in it looks like a slip.");
    }
    Ok(())
}
