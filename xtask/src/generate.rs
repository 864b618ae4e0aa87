//! Files made from the code: refreshed by `cargo xtask gen`, compared by `make test`.
use crate::shell::{self, command, output, step};
use anyhow::{Result, bail};
use std::fs;

/// The generated files and the words after `tandem` that print each.
const PRINTED: [(&str, &[&str]); 2] =
    [("openapi.json", &["openapi"]), ("docs/reference/commands.md", &["help-reference"])];

/// Writes every generated file.
pub fn run() -> Result<()> {
    step("build tandem", &mut command("cargo", &["build", "--quiet", "--package", "tandem-cli"]))?;
    for (path, text) in texts()? {
        let path = shell::root().join(path);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(path, text)?;
    }
    crate::web::packages()?;
    let mut npm = command("npm", &["run", "--silent", "api"]);
    step("page: API types", npm.current_dir(shell::root().join("web")))
}

/// Fails where a committed file is not what the code would make. The tests have built the program just before.
pub fn check() -> Result<()> {
    for (path, text) in texts()? {
        if fs::read_to_string(shell::root().join(path)).ok().as_deref() != Some(text.as_str()) {
            bail!("`{path}` is not what the code makes: run `cargo xtask gen` and commit it");
        }
    }
    Ok(())
}

fn texts() -> Result<Vec<(&'static str, String)>> {
    PRINTED
        .iter()
        .map(|(path, words)| Ok((*path, output(&mut command("target/debug/tandem", words))? + "\n")))
        .collect()
}
