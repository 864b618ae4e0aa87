//! House rules that no compiler checks: arrows between crates, licences, module headers, sizes, words that must not appear.
use crate::licences;
use crate::shell::{command, output, root};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;

/// `from` may depend on these crates of the house, and on no other.
const ARROWS: [(&str, &[&str]); 7] = [
    ("tandem-core", &[]),
    ("tandem-engines", &["tandem-core"]),
    ("tandem-store", &["tandem-core"]),
    ("tandem-app", &["tandem-core", "tandem-engines", "tandem-store"]),
    ("tandem-server", &["tandem-core", "tandem-app"]),
    ("tandem-testkit", &["tandem-core", "tandem-store", "tandem-app", "tandem-server"]),
    ("tandem-cli", &["tandem-core", "tandem-engines", "tandem-app", "tandem-server"]),
];

/// Only these crates may name the dependency; the testkit looks at both from outside, and no product code depends on it.
const KEEPERS: [(&str, &[&str]); 2] =
    [("sqlx", &["tandem-store", "tandem-testkit"]), ("axum", &["tandem-server", "tandem-testkit"])];

const FILE_LINES_MAX: usize = 600;

/// Runs all rules and lists every breach.
pub fn run() -> Result<()> {
    eprintln!("==> tidy");
    let mut breaches = arrows()?;
    breaches.extend(licences::breaches()?);
    for path in output(&mut command("git", &["ls-files", "*.rs", "*.ts", "*.tsx"]))?.lines() {
        let Ok(text) = fs::read_to_string(root().join(path)) else { continue };
        breaches.extend(file(path, &text));
    }
    if breaches.is_empty() {
        return Ok(());
    }
    bail!("{} house rules are broken:\n{}", breaches.len(), breaches.join("\n"))
}

fn arrows() -> Result<Vec<String>> {
    let text = output(&mut command("cargo", &["metadata", "--format-version=1", "--no-deps", "--offline"]))?;
    let metadata: Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists packages")?;
    Ok(packages.iter().flat_map(package).collect())
}

fn package(package: &Value) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == name) else { return Vec::new() };
    let normal = |dependency: &&Value| dependency["kind"].as_str() != Some("dev");
    let names = package["dependencies"].as_array().into_iter().flatten().filter(normal);
    names
        .filter_map(|dependency| dependency["name"].as_str())
        .filter_map(|to| breach(name, to, allowed))
        .collect()
}

fn breach(from: &str, to: &str, allowed: &[&str]) -> Option<String> {
    if to.starts_with("tandem-") && !allowed.contains(&to) {
        return Some(format!("{from} must not depend on {to}: the arrows are in ARCHITECTURE.md"));
    }
    let (_, keepers) = KEEPERS.iter().find(|(dependency, _)| *dependency == to)?;
    (!keepers.contains(&from)).then(|| format!("{from} must not use {to}: only {} does", keepers.join(", ")))
}

fn file(path: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    let lines = text.lines().count();
    let generated = path.contains("generated") || path.ends_with(".d.ts");
    if lines > FILE_LINES_MAX && !generated {
        breaches.push(format!("{path}: {lines} lines, at most {FILE_LINES_MAX}: cut it by what it is about"));
    }
    if path.ends_with(".rs") && !text.starts_with("//!") {
        breaches.push(format!("{path}:1: a module begins with `//!` and what it is for"));
    }
    for (number, line) in text.lines().enumerate() {
        if line.contains(concat!("TO", "DO")) || line.contains(concat!("FIX", "ME")) {
            breaches.push(format!("{path}:{}: finish it or write down the decision", number + 1));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_that_point_up_are_found() {
        assert!(breach("tandem-core", "tandem-store", &[]).is_some());
        assert!(breach("tandem-app", "axum", &[]).is_some());
        assert!(breach("tandem-server", "axum", &[]).is_none());
    }

    #[test]
    fn files_without_a_header_or_with_unfinished_work_are_found() {
        assert_eq!(file("a.rs", "//! Says what it is for.\nfn a() {}\n"), Vec::<String>::new());
        assert_eq!(file("a.rs", "fn a() {}\n").len(), 1);
        assert_eq!(file("a.ts", concat!("// TO", "DO more\n")).len(), 1);
        assert_eq!(file("a.ts", &"x\n".repeat(FILE_LINES_MAX + 1)).len(), 1);
    }
}
