//! The page: its packages, its build, its checks.
use crate::shell::{self, command, step};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// Installs the locked packages (where the lock changed) and builds the page into `web/dist`; its types are checked on the way.
pub fn build() -> Result<()> {
    packages()?;
    step("build the page", &mut npm(&["run", "--silent", "build"]))
}

/// Type check, lint and unit tests.
pub fn check() -> Result<()> {
    packages()?;
    step("page: types", &mut npm(&["run", "--silent", "typecheck"]))?;
    lint()
}

/// Lint and unit tests; whoever builds the page has checked its types.
pub fn lint() -> Result<()> {
    step("page: lint", &mut npm(&["run", "--silent", "lint"]))?;
    step("page: unit tests", &mut npm(&["run", "--silent", "test"]))
}

/// Clicks through the whole job in a browser against the real server, whose files go into a folder.
pub fn browse(tandem: &Path, folder: &Path) -> Result<()> {
    let chromium = crate::chromium::program()?;
    let mut command = npm(&["run", "--silent", "browse"]);
    command.env("TANDEM_BIN", tandem).env("TANDEM_CHROMIUM", chromium).env("TMPDIR", folder);
    step("page: browser", &mut command)
}

/// `npm ci` where the installed packages are not those of the lock file.
pub fn packages() -> Result<()> {
    if !shell::succeeds("npm", &["--version"]) {
        bail!("missing Node.js 20 or newer with npm: install it from your system's packages and try again");
    }
    let web = shell::root().join("web");
    let (lock, stamp) = (web.join("package-lock.json"), web.join("node_modules/.lock-copy"));
    let wanted = std::fs::read(&lock)?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("page: packages", &mut npm(&["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    Ok(std::fs::write(stamp, wanted)?)
}

fn npm(words: &[&str]) -> Command {
    let mut command = command("npm", words);
    command.current_dir(shell::root().join("web"));
    command
}
