//! `tandem parse-sheet`: a spreadsheet as CSV, in a process that may use little memory and time. Called by the importer.
use rustix::process::{Resource, Rlimit, setrlimit};
use std::path::PathBuf;
use std::process::ExitCode;

const MEMORY_MIB_MAX: u64 = 512;
const CPU_SECONDS_MAX: u64 = 60;
/// A few long texts that a million cells refer to would fill the disk.
const OUTPUT_BYTES_MAX: u64 = 1 << 30;

/// Turn the first sheet of a spreadsheet into CSV
#[derive(clap::Args)]
pub struct Args {
    /// The spreadsheet
    path: PathBuf,
    /// Memory, where less than 512 MiB is to be allowed
    #[arg(long, default_value_t = MEMORY_MIB_MAX)]
    memory_mib: u64,
    /// Time of the processor, where less than 60 seconds is to be allowed
    #[arg(long, default_value_t = CPU_SECONDS_MAX)]
    cpu_seconds: u64,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    limit(Resource::As, args.memory_mib.min(MEMORY_MIB_MAX) << 20)?;
    limit(Resource::Cpu, args.cpu_seconds.min(CPU_SECONDS_MAX))?;
    limit(Resource::Fsize, OUTPUT_BYTES_MAX)?;
    limit(Resource::Core, 0)?;
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
