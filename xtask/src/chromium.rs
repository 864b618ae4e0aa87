//! The browser that the page is tested in.
use crate::shell;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The program's path; installs Debian's package, with a font for Chinese, where there is none.
pub fn program() -> Result<PathBuf> {
    if let Some(found) = found() {
        return Ok(found);
    }
    shell::install(&["chromium", "fonts-noto-cjk"])?;
    found().context("Chromium was installed, but is not at /usr/bin/chromium")
}

fn found() -> Option<PathBuf> {
    let named = std::env::var_os("TANDEM_CHROMIUM").map(PathBuf::from);
    let usual =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].map(PathBuf::from);
    named.into_iter().chain(usual).find(|path| Path::new(path).exists())
}
