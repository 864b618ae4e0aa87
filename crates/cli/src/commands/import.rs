//! `tandem import`: bring in what a CRM exports.
use super::{open, print_json};
use crate::say::say;
use anyhow::Context;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tandem_app::imports::{self, Report, Request};
use tandem_app::{Actor, App};
use tandem_core::imports::mapping;

/// Import files of Salesforce, HubSpot, Pipedrive, Dynamics 365, Tandem's own or any other, or take an import back
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    act: Option<Act>,
    /// Files and folders (.csv, .tsv, .txt, .xlsx, .ics)
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The name under which the source's ids are kept; the recognised system's where not given
    #[arg(long)]
    source: Option<String>,
    /// A mapping document (YAML or JSON): which file holds what, which column is which field
    #[arg(long)]
    mapping: Option<PathBuf>,
    /// Report what would happen and keep nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

#[derive(clap::Subcommand)]
enum Act {
    /// Take back all of an import
    Undo {
        /// Its number
        import: i64,
    },
    /// List the latest imports
    List,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let app = open(database).await?;
    match args.act {
        Some(Act::Undo { import }) => undo(&app, import).await?,
        Some(Act::List) => list(&app).await?,
        None => import(&app, args).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn import(app: &App, args: Args) -> anyhow::Result<()> {
    let mapping = args.mapping.as_deref().map(read_mapping).transpose()?;
    let request = Request { paths: args.paths, source: args.source, mapping };
    let actor = Actor::operator();
    let report = match args.dry_run {
        true => imports::check(app, &actor, request).await?,
        false => imports::run(app, &actor, request).await?,
    };
    if args.json {
        print_json(&report)?;
    } else {
        print(&report);
    }
    Ok(())
}

fn read_mapping(path: &Path) -> anyhow::Result<mapping::Mapping> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    mapping::parse(&text).map_err(|error| anyhow::anyhow!("`{}`: {error}", path.display()))
}

async fn undo(app: &App, import: i64) -> anyhow::Result<()> {
    imports::undo(app, &Actor::operator(), import).await?;
    say!("import {import} is undone");
    Ok(())
}

async fn list(app: &App) -> anyhow::Result<()> {
    for run in imports::list(app, &Actor::operator()).await? {
        say!("{:>6}  {:<10} {:<12} by {}", run.id, run.state, run.source, run.by_name);
    }
    Ok(())
}

/// Lines of problems that are printed; all of them are in the JSON.
const PROBLEMS_PRINTED: usize = 20;

fn print(report: &Report) {
    say!(
        "{:<32} {:<14} {:>9} {:>9} {:>9} {:>10} {:>8}",
        "file",
        "object",
        "read",
        "created",
        "updated",
        "unchanged",
        "failed"
    );
    for c in &report.objects {
        say!(
            "{:<32} {:<14} {:>9} {:>9} {:>9} {:>10} {:>8}",
            c.file,
            c.object,
            c.read,
            c.created,
            c.updated,
            c.unchanged,
            c.failed
        );
    }
    report.notes.iter().for_each(|note| say!("{note}"));
    for placed in report.problems.iter().take(PROBLEMS_PRINTED) {
        let p = &placed.problem;
        say!("{}:{} {} `{}`: {} {}", placed.file, placed.line, p.column, p.value, p.problem, p.advice);
    }
    if report.problems.len() > PROBLEMS_PRINTED {
        say!("... and {} more; --json lists them", report.problems.len() - PROBLEMS_PRINTED);
    }
    match report.import {
        None => say!("dry run: nothing was kept"),
        Some(import) => say!("import {import} is done; `tandem import undo {import}` takes it back"),
    }
}
