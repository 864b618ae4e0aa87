//! `tandem rules check`: whether a document can be used, and what in it is probably not meant.
use crate::commands::print_json;
use crate::say::say;
use serde_json::json;
use std::path::PathBuf;
use tandem_core::rules::{Document, warnings};

/// Check a document: syntax, names and types of facts, rules that are never reached
#[derive(clap::Args)]
pub struct Args {
    /// The document, in YAML or JSON
    file: PathBuf,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let document = super::document(&args.file)?;
    let warnings = warnings::warnings(&document);
    if args.json {
        return print_json(&json!({
            "name": document.name,
            "version": document.version,
            "effective": document.effective,
            "rules": document.rules.len(),
            "holds": document.holds.len(),
            "facts": asked(&document),
            "warnings": warnings,
        }));
    }
    say!(
        "{}, version {}, in force from {}: {} rules, {} holds.",
        document.name,
        document.version,
        document.effective,
        document.rules.len(),
        document.holds.len()
    );
    say!("It asks for {}.", asked(&document).join(", "));
    for warning in &warnings {
        let place = warning.id.as_ref().map_or(String::new(), |id| format!("`{id}`: "));
        say!("Warning: {place}{}.", warning.text);
    }
    if warnings.is_empty() {
        say!("Nothing in it looks like a slip.");
    }
    Ok(())
}

fn asked(document: &Document) -> Vec<&'static str> {
    document.facts().names()
}
