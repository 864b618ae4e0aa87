//! Every dependency's licence is one that `deny.toml` allows. Stricter than needed: all names of an expression must be allowed.
use crate::shell::{command, output, root};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;

/// One sentence for each dependency whose licence is not allowed.
pub fn breaches() -> Result<Vec<String>> {
    let allowed = allowed(&fs::read_to_string(root().join("deny.toml"))?)?;
    let words =
        ["tree", "--workspace", "--prefix", "none", "--edges", "normal,build,dev", "--format", "{p} | {l}"];
    let dependencies: BTreeSet<String> =
        output(&mut command("cargo", &words))?.lines().map(|line| line.replace(" (*)", "")).collect();
    let outside = dependencies.iter().filter(|line| !line.contains(&*root().to_string_lossy()));
    Ok(outside.filter_map(|line| breach(line, &allowed)).collect())
}

/// The names in the `allow` list of the document.
fn allowed(document: &str) -> Result<BTreeSet<String>> {
    let (_, list) = document.split_once("allow = [").context("deny.toml allows licences")?;
    let (list, _) = list.split_once(']').context("the list of licences ends")?;
    Ok(list.split(',').map(|name| name.trim().trim_matches('"').to_owned()).collect())
}

fn breach(line: &str, allowed: &BTreeSet<String>) -> Option<String> {
    let (name, licence) = line.split_once(" | ")?;
    let names = licence.replace(['(', ')'], " ").replace('/', " OR ").replace(" AND ", " OR ");
    let unknown =
        names.split(" OR ").map(str::trim).find(|name| name.is_empty() || !allowed.contains(*name))?;
    Some(format!("{name} has the licence `{unknown}`, which deny.toml does not allow"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_that_are_not_allowed_are_found() {
        let allowed = allowed("allow = [\n \"MIT\",\n \"Apache-2.0\",\n]").unwrap();
        for (line, fine) in [
            ("a v1 | MIT", true),
            ("a v1 | MIT/Apache-2.0", true),
            ("a v1 | (MIT OR Apache-2.0) AND MIT", true),
            ("a v1 | GPL-3.0", false),
            ("a v1 | MIT AND AGPL-3.0", false),
            ("a v1 | ", false),
        ] {
            assert_eq!(breach(line, &allowed).is_none(), fine, "{line}");
        }
    }
}
