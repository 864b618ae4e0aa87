//! `tandem interventions`: training, incentives and management, from the plan to the verdict; on files, or on
//! the company's own record.
mod check;
mod draw;
mod effect;
mod plan;
mod record;
mod start;

use super::print_json;
use anyhow::{Context, anyhow};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tandem_core::documents::Refusal;
use tandem_core::interventions::{self, Intervention, Panel};
use tandem_engines::effects::words::Told;
use tandem_engines::simulate::{Stopped, Watch};

/// Interventions: those on the record; or on files: check a document, plan a pilot, draw who begins, lock the baseline, estimate the effect
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    List(record::ListArgs),
    Show(record::ShowArgs),
    Panel(record::PanelArgs),
    Check(check::Args),
    Plan(plan::Args),
    Draw(draw::Args),
    Start(start::Args),
    Effect(effect::Args),
}

/// In which language sentences are told.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Language {
    /// English
    En,
    /// Traditional Chinese
    #[value(name = "zh-Hant")]
    ZhHant,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let done = match args.act {
        Act::List(args) => record::list(&args, database).await,
        Act::Show(args) => record::show(&args, database).await,
        Act::Panel(_) => record::panel(database).await,
        act => return on_files(act).await,
    };
    done.map(|()| ExitCode::SUCCESS)
}

async fn on_files(act: Act) -> anyhow::Result<ExitCode> {
    let cancel = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&cancel);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            flag.store(true, Ordering::Relaxed);
        }
    });
    let work = move || match act {
        Act::List(_) | Act::Show(_) | Act::Panel(_) => Ok(()),
        Act::Check(args) => check::run(&args),
        Act::Plan(args) => plan::run(&args, &cancel),
        Act::Draw(args) => draw::run(&args),
        Act::Start(args) => start::run(&args),
        Act::Effect(args) => effect::run(&args, &cancel),
    };
    match tokio::task::spawn_blocking(work).await? {
        Err(error) if error.downcast_ref() == Some(&Stopped::Cancelled) => {
            eprintln!("stopped before the end: there is no result");
            Ok(ExitCode::from(130))
        }
        done => done.map(|()| ExitCode::SUCCESS),
    }
}

/// Work that says nothing of its progress.
fn quiet(cancel: &AtomicBool) -> Watch<'_> {
    Watch { threads: 1, progress: &|_| (), cancel }
}

fn text_of(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))
}

fn refused(path: &Path, what: &str, refusals: &[Refusal]) -> anyhow::Error {
    let lines: Vec<String> = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
    anyhow!("`{}` {what}:{}", path.display(), lines.concat())
}

/// Reads a document; all that is wrong with it is told at once.
fn document(path: &Path) -> anyhow::Result<Intervention> {
    interventions::read(&text_of(path)?).map_err(|refusals| refused(path, "is no intervention", &refusals))
}

/// Reads a panel; columns that are left alone are named on standard error.
fn panel(path: &Path) -> anyhow::Result<Panel> {
    let read = interventions::panel::read_csv(&text_of(path)?);
    let (panel, strange) = read.map_err(|refusals| refused(path, "cannot be used", &refusals))?;
    strange.iter().for_each(|stranger| eprintln!("warning: column {stranger}"));
    Ok(panel)
}

fn said(told: &Told, language: Language) -> &str {
    if language == Language::En { &told.text } else { &told.text_zh_hant }
}
