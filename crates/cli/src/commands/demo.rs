//! `tandem demo`: a made-up company to try everything with.
use super::open;
use crate::say::say;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tandem_app::demo::{self, CUSTOMERS_DEFAULT, DEMO_PASSWORD, Made, Size};
use tandem_app::{Actor, Clock};
use tandem_core::imports::sources::SourceKind;

/// Make the demo company in a database without customers, or write it as files that a CRM would export
#[derive(clap::Args)]
pub struct Args {
    /// The same number makes the same company
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Customers, those that never bought included; sellers come along, one for twenty
    #[arg(long, default_value_t = CUSTOMERS_DEFAULT)]
    customers: usize,
    /// About how many activities there are at most; where it is few, sellers log less
    #[arg(long)]
    activities: Option<u64>,
    /// The last day of the company's three years; today where not given
    #[arg(long)]
    as_of: Option<NaiveDate>,
    /// Write files into this new folder instead, and leave the database alone
    #[arg(long, value_name = "DIR")]
    export: Option<PathBuf>,
    /// Whose export the files are
    #[arg(long = "as", value_enum, requires = "export", default_value = "tandem")]
    source: Source,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Source {
    Tandem,
    Salesforce,
    Hubspot,
}

impl Source {
    fn kind(self) -> SourceKind {
        match self {
            Self::Tandem => SourceKind::Tandem,
            Self::Salesforce => SourceKind::Salesforce,
            Self::Hubspot => SourceKind::HubSpot,
        }
    }
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let as_of = args.as_of.unwrap_or_else(|| Clock::System.today());
    let size = Size { seed: args.seed, customers: args.customers, activities_max: args.activities, as_of };
    match args.export {
        Some(folder) => write(&size, args.source.kind(), &folder)?,
        None => print(&demo::make(&open(database).await?, &Actor::operator(), size).await?),
    }
    Ok(ExitCode::SUCCESS)
}

fn write(size: &Size, source: SourceKind, folder: &Path) -> anyhow::Result<()> {
    for file in demo::export(size, source, folder)? {
        say!("{:>9} rows  {}", file.rows, file.path.display());
    }
    Ok(())
}

fn print(made: &Made) {
    for counts in &made.report.objects {
        say!("{:>9} {}", counts.created, counts.object);
    }
    say!("\nsign in with the password {DEMO_PASSWORD} as");
    for person in &made.sign_ins {
        say!("  {:<32} {} ({})", person.email, person.name, person.sees);
    }
}
