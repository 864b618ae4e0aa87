//! `tandem rules facts`: what conditions may ask for.
use crate::commands::print_json;
use crate::say::say;
use tandem_core::rules::CATALOGUE;

/// List the facts that conditions may ask for
#[derive(clap::Args)]
pub struct Args {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    if args.json {
        return print_json(&CATALOGUE.as_slice());
    }
    for fact in &CATALOGUE {
        say!("{:<36} {:<16} {}", fact.name, fact.kind.words(), fact.meaning);
    }
    Ok(())
}
