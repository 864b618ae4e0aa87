//! `tandem parse-sheet`: a spreadsheet as CSV, in a process that may use little memory and time. Called by the importer.
use rustix::process::{Resource, Rlimit, setrlimit};
use std::path::PathBuf;
use std::process::ExitCode;

const MEMORY_BYTES_MAX: u64 = 512 << 20;
const CPU_SECONDS_MAX: u64 = 60;

/// Turn the first sheet of a spreadsheet into CSV
#[derive(clap::Args)]
pub struct Args {
    /// The spreadsheet
    path: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    limit(Resource::As, MEMORY_BYTES_MAX)?;
    limit(Resource::Cpu, CPU_SECONDS_MAX)?;
    match tandem_app::imports::parse_sheet(&args.path, std::io::stdout().lock()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(reason) => {
            eprintln!("{reason}");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn limit(resource: Resource, most: u64) -> anyhow::Result<()> {
    Ok(setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?)
}
