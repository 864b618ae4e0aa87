//! Spreadsheets are turned into text by a process of its own with limits, so that a hostile one harms nobody else.
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A zip archive begins with these bytes, and so does a spreadsheet.
const ZIP: [u8; 2] = *b"PK";

/// The file itself, or for a spreadsheet a file of text beside nothing else in a folder that the operating system cleans.
pub fn as_text(path: &Path, reader: &Path) -> Result<PathBuf, String> {
    let mut beginning = [0; 2];
    let is_sheet =
        File::open(path).and_then(|mut file| file.read_exact(&mut beginning)).is_ok() && beginning == ZIP;
    if !is_sheet {
        return Ok(path.to_owned());
    }
    let text = tempfile::Builder::new()
        .prefix("tandem-sheet-")
        .suffix(".csv")
        .tempfile()
        .map_err(|error| error.to_string())?;
    let (file, kept) = text.keep().map_err(|error| error.to_string())?;
    let output = Command::new(reader)
        .arg("parse-sheet")
        .arg(path)
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(Stdio::piped())
        .output();
    match output {
        Ok(output) if output.status.success() => Ok(kept),
        Ok(output) => {
            let _ = std::fs::remove_file(&kept);
            let said =
                String::from_utf8_lossy(&output.stderr).lines().next_back().unwrap_or_default().to_owned();
            Err(if said.is_empty() {
                "the spreadsheet needs more memory or time than is allowed: save it as CSV".to_owned()
            } else {
                said
            })
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Writes the first sheet with rows of a spreadsheet as CSV; runs inside the limited process.
pub fn parse_sheet(path: &Path, out: impl Write) -> Result<(), String> {
    let bytes = path.metadata().map_err(|error| error.to_string())?.len();
    super::spreadsheet::check(path, bytes)?;
    let mut writer = csv::Writer::from_writer(BufWriter::new(out));
    super::spreadsheet::each_row(path, |cells| {
        writer.write_record(cells).map_err(|error| error.to_string())
    })?;
    writer.flush().map_err(|error| error.to_string())
}
