//! Running other programs, and saying in one line what to do where one is missing.
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}

/// What cargo tells this program of itself. A build within would take it for its own: crates whose build looks at it would be built anew, and
/// whatever stands on them, each time that the same is built from here and from a shell in turn.
const OF_THIS_PROGRAM: [&str; 2] = ["CARGO_PKG_", "CARGO_MANIFEST_"];

/// A command that runs in the workspace's folder.
pub fn command(program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(root());
    let names = std::env::vars_os().map(|(name, _)| name);
    for name in names.filter(|name| OF_THIS_PROGRAM.iter().any(|own| name.to_string_lossy().starts_with(own)))
    {
        command.env_remove(name);
    }
    command
}

/// Runs one named step with its output shown, and fails with the step's name.
pub fn step(name: &str, command: &mut Command) -> Result<()> {
    eprintln!("==> {name}");
    let started = Instant::now();
    let status = command.status().with_context(|| format!("{name}: {command:?} does not start"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    eprintln!("    {name}: {:.0} s", started.elapsed().as_secs_f32());
    Ok(())
}

/// Runs a command quietly and says whether it succeeded.
pub fn succeeds(program: &str, words: &[&str]) -> bool {
    command(program, words)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a command printed, trimmed.
pub fn output(command: &mut Command) -> Result<String> {
    let out = command.output().with_context(|| format!("{command:?} does not start"))?;
    if !out.status.success() {
        bail!("{command:?} failed: {}", String::from_utf8_lossy(&out.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// Smaller memory of that kind is left to others.
const SHARED_MEMORY_MIN: u64 = 4 << 30;

/// Where tests keep what goes with them: in memory where the machine lends enough of it, because each test on PostgreSQL makes hundreds of files.
pub fn quick_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let size = output(&mut command("df", &["--output=size", "--block-size=1", "/dev/shm"])).ok();
    let bytes: Option<u64> = size.and_then(|table| table.lines().last()?.trim().parse().ok());
    if bytes.is_some_and(|bytes| bytes >= SHARED_MEMORY_MIN) {
        memory.to_owned()
    } else {
        std::env::temp_dir()
    }
}

/// Whether this process may install Debian packages.
pub fn may_install() -> bool {
    is_root() && succeeds("apt-get", &["--version"])
}

/// Whether this process runs as root.
pub fn is_root() -> bool {
    output(&mut command("id", &["-u"])).is_ok_and(|id| id == "0")
}

/// Installs Debian packages where that is possible; elsewhere fails with the line to type.
pub fn install(packages: &[&str]) -> Result<()> {
    let line = format!("apt-get install -y {}", packages.join(" "));
    if !may_install() {
        bail!("missing {}: run `sudo {line}` and try again", packages.join(", "));
    }
    eprintln!("==> {line}");
    let quiet = ["install", "-y", "-qq", "--no-install-recommends"];
    for attempt in ["", "after refreshing the package lists"] {
        if !attempt.is_empty() && !succeeds("apt-get", &["update", "-qq"]) {
            break;
        }
        let mut command = command("apt-get", &quiet);
        command.args(packages).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        if command.status().is_ok_and(|status| status.success()) {
            return Ok(());
        }
    }
    bail!("`{line}` failed: install these packages by hand and try again")
}
