//! The files of a problem and of an answer, in a folder each.
use anyhow::{Context, anyhow};
use std::path::Path;
use tandem_engines::align::prices::Prices;
use tandem_engines::align::problem::{Alignment, Problem};
use tandem_engines::align::read::{self, Files};
use tandem_engines::align::refusal::{File, Refusal};

/// Reads a problem; all that is wrong with it is told at once.
pub fn problem(folder: &Path) -> anyhow::Result<Problem> {
    let [accounts, reps, hunters, parameters] =
        [File::Accounts, File::Reps, File::Hunters, File::Parameters].map(|file| bytes(folder, file));
    let (accounts, reps, hunters, parameters) = (accounts?, reps?, hunters?, parameters?);
    let files = Files { accounts: &accounts, reps: &reps, hunters: &hunters, parameters: &parameters };
    read::problem(&files).map_err(|refusals| told(folder, &refusals))
}

/// An earlier answer to the same or nearly the same problem.
pub fn answer(problem: &Problem, folder: &Path) -> anyhow::Result<(Alignment, Prices)> {
    let alignment = read::alignment(problem, &bytes(folder, File::Solution)?);
    let prices = read::certificate(problem, &bytes(folder, File::Certificate)?);
    let refused =
        |refusal: Refusal| anyhow!("the answer in `{}` cannot be begun with:\n  {refusal}", folder.display());
    Ok((alignment.map_err(refused)?, prices.map_err(refused)?))
}

/// The bytes of one file of a folder.
fn bytes(folder: &Path, file: File) -> anyhow::Result<Vec<u8>> {
    let path = folder.join(file.name());
    std::fs::read(&path).with_context(|| format!("`{}` cannot be read", path.display()))
}

/// The text of one file.
pub fn text(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))
}

/// Everything that is wrong, in one error.
fn told(folder: &Path, refusals: &[Refusal]) -> anyhow::Error {
    let lines: Vec<String> = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
    anyhow!("the files in `{}` cannot be aligned:{}", folder.display(), lines.concat())
}

/// Makes the folder of an answer, before anybody waits for one.
pub fn make(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("`{}` cannot be made", folder.display()))
}

/// Writes one file; a reader sees the old one or the whole new one.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    std::fs::write(&part, text)
        .and_then(|()| std::fs::rename(&part, path))
        .with_context(|| format!("`{}` cannot be written", path.display()))
}
