//! `tandem verify`: the proof that the ledger of incentives is as it must be. It exits with 1 and says where, when anything is wrong.
use super::{open, print_json};
use crate::say::say;
use std::process::ExitCode;
use tandem_app::Actor;
use tandem_app::incentives::verify;

/// Verify the ledger of incentives: sums, links, closed periods, and that a fresh calculation gives the same statements byte for byte
#[derive(clap::Args)]
pub struct Args {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Most findings that are named; the rest is counted.
const SHOWN_MAX: usize = 50;

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let checked = verify(&open(database).await?, &Actor::operator()).await?;
    if args.json {
        print_json(&checked)?;
    } else {
        say!(
            "Looked at {} postings with {} entries: whether each adds up to 0 in its currency.",
            checked.postings,
            checked.entries
        );
        say!(
            "Looked at {} postings that are about an earlier one: whether it is there and gave what is taken back.",
            checked.linked
        );
        say!(
            "Looked at {} closed periods: whether they hold what they held when they were closed.",
            checked.periods
        );
        say!("Computed {} recorded events anew: whether they make the same postings.", checked.events);
        say!("Compared {} statements with fresh ones, byte for byte.", checked.statements);
        for line in checked.wrong.iter().take(SHOWN_MAX) {
            say!("wrong: {line}");
        }
        match checked.wrong.len() {
            0 => say!("Nothing is wrong."),
            count if count > SHOWN_MAX => say!("{count} things are wrong; the first {SHOWN_MAX} are named."),
            count => say!("{count} things are wrong."),
        }
    }
    Ok(if checked.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
