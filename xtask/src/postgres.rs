//! A throw-away PostgreSQL for the tests: found, or installed, started without durability, reached over loopback.
use crate::shell;
use anyhow::{Context, Result};
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable that names the server to the tests.
pub const VARIABLE: &str = "TANDEM_TEST_PG";

/// Prints the shell line that points the tests at a running server.
pub fn print() -> Result<()> {
    println!("export {VARIABLE}={}", url()?);
    Ok(())
}

/// The URL of a running server: the one named in the environment, else the throw-away one.
pub fn url() -> Result<String> {
    if let Ok(url) = std::env::var(VARIABLE) {
        return Ok(url);
    }
    let programs = programs()?;
    let home = home();
    if let Ok(url) = fs::read_to_string(home.join("url"))
        && is_running(&programs, &home)
    {
        return Ok(url);
    }
    start(&programs, &home)
}

/// Stops the throw-away server and removes its files.
pub fn stop() -> Result<()> {
    let (programs, home) = (programs()?, home());
    if is_running(&programs, &home) {
        shell::step("stop PostgreSQL", &mut control(&programs, &home, &["-m", "immediate", "stop"]))?;
    }
    if home.exists() { fs::remove_dir_all(&home).context("remove the cluster") } else { Ok(()) }
}

/// Outside the workspace, because PostgreSQL's own user must reach it.
fn home() -> PathBuf {
    shell::quick_folder().join(format!("tandem-test-pg-{}", fingerprint(&shell::root())))
}

fn fingerprint(path: &Path) -> String {
    let hash = path.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// The folder with initdb, pg_ctl and postgres; installs Debian's package where there is none.
fn programs() -> Result<PathBuf> {
    if let Some(found) = newest_installed() {
        return Ok(found);
    }
    shell::install(&["postgresql", "postgresql-contrib"])?;
    newest_installed().context("PostgreSQL was installed, but not below /usr/lib/postgresql")
}

fn newest_installed() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().map(|(_, bin)| bin)
}

fn is_running(programs: &Path, home: &Path) -> bool {
    home.join("data").exists()
        && control(programs, home, &["status"]).output().is_ok_and(|out| out.status.success())
}

fn start(programs: &Path, home: &Path) -> Result<String> {
    if home.exists() {
        fs::remove_dir_all(home)?;
    }
    fs::create_dir_all(home)?;
    if shell::is_root() {
        shell::output(&mut shell::command("chown", &["postgres", &home.to_string_lossy()]))?;
    }
    let data = home.join("data");
    let initdb = programs.join("initdb");
    let words = ["-U", "tandem", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D"];
    shell::output(as_server_user(&initdb, home).args(words).arg(&data)).context("initdb")?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let options = format!(
        "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off \
         -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
         -c max_connections=400",
        home.display()
    );
    let log = home.join("log").to_string_lossy().into_owned();
    let mut command = control(programs, home, &["-w", "-s", "-o", &options, "-l", &log, "start"]);
    // Its standard streams must not keep a pipe of ours open.
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    shell::step("start PostgreSQL", &mut command)?;
    let url = format!("postgres://tandem@127.0.0.1:{port}/postgres");
    fs::write(home.join("url"), &url)?;
    Ok(url)
}

fn control(programs: &Path, home: &Path, words: &[&str]) -> Command {
    let mut command = as_server_user(&programs.join("pg_ctl"), home);
    command.arg("-D").arg(home.join("data")).args(words);
    command
}

/// PostgreSQL refuses to run as root, so root drops to the user of the package.
fn as_server_user(program: &Path, home: &Path) -> Command {
    let mut command = if shell::is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(home);
    command
}
