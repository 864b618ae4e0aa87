//! Spreadsheets are turned into text by a process of its own with limits, so that a hostile one harms nobody else.
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempPath;

/// The process ends after so much time even if it uses none of the processor.
const WAIT_MAX: Duration = Duration::from_secs(120);

/// The text of a spreadsheet, each row with its number in front; absent: the file is text itself. The error says what else it is.
pub fn as_text(path: &Path, reader: &Path) -> Result<Option<TempPath>, String> {
    as_text_within(path, reader, WAIT_MAX)
}

pub fn as_text_within(path: &Path, reader: &Path, wait: Duration) -> Result<Option<TempPath>, String> {
    let mut beginning = Vec::new();
    let reading = File::open(path).and_then(|file| file.take(1024).read_to_end(&mut beginning));
    reading.map_err(|error| error.to_string())?;
    if !is_archive(&beginning)? {
        return Ok(None);
    }
    let text = tempfile::Builder::new()
        .prefix("tandem-sheet-")
        .suffix(".csv")
        .tempfile()
        .map_err(|error| error.to_string())?;
    let (file, kept) = text.into_parts();
    let child = Command::new(reader)
        .arg("parse-sheet")
        .arg(path)
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let (status, said) = end(child, wait).map_err(|error| error.to_string())?;
    match status {
        Some(status) if status.success() => Ok(Some(kept)),
        Some(status) if status.code() == Some(1) && !said.is_empty() => Err(said),
        _ => Err("the spreadsheet needs more memory or time than is allowed: save it as CSV".to_owned()),
    }
}

/// Whether a file begins like a zip archive, and so like a spreadsheet; refuses what is neither that nor text.
pub fn is_archive(beginning: &[u8]) -> Result<bool, String> {
    let text = String::from_utf8_lossy(beginning)
        .trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t'])
        .to_lowercase();
    let page = ["<html", "<!doctype", "<?xml", "<table", "<head", "<meta", "<body", "<style", "<div"];
    if beginning.starts_with(b"PK") {
        Ok(true)
    } else if beginning.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        Err("it is an old Excel file (.xls) or one with a password: save it as .xlsx without a password, or as CSV".to_owned())
    } else if page.iter().any(|tag| text.starts_with(tag)) {
        Err("it is a web page or XML under another name: open it in a spreadsheet program and save it as .xlsx or CSV".to_owned())
    } else if text.starts_with("%pdf") || beginning.starts_with(&[0x1f, 0x8b]) {
        Err("it is no table: unpack it, or save it as CSV".to_owned())
    } else {
        Ok(false)
    }
}

/// Waits for the process, and ends it when the time is over (then there is no status); what it said last.
fn end(mut child: Child, wait: Duration) -> std::io::Result<(Option<ExitStatus>, String)> {
    let said = child.stderr.take().map(|pipe| {
        std::thread::spawn(move || {
            let mut said = Vec::new();
            let _ = pipe.take(1 << 16).read_to_end(&mut said);
            String::from_utf8_lossy(&said).lines().next_back().unwrap_or_default().to_owned()
        })
    });
    let until = Instant::now() + wait;
    let status = loop {
        match child.try_wait()? {
            Some(status) => break Some(status),
            None if Instant::now() >= until => {
                child.kill()?;
                child.wait()?;
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    Ok((status, said.and_then(|said| said.join().ok()).unwrap_or_default()))
}

/// Writes the first sheet with rows of a spreadsheet as CSV, the row's number in front; runs inside the limited process.
pub fn parse_sheet(path: &Path, out: impl Write) -> Result<(), String> {
    let bytes = path.metadata().map_err(|error| error.to_string())?.len();
    super::spreadsheet::check(path, bytes)?;
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(BufWriter::new(out));
    super::spreadsheet::each_row(path, |number, cells| {
        let row = std::iter::once(number.to_string()).chain(cells.iter().cloned());
        writer.write_record(row).map_err(|error| error.to_string())
    })?;
    writer.flush().map_err(|error| error.to_string())
}
