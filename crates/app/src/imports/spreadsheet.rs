//! Reading a spreadsheet cell by cell, after a look at what it would unpack to.
use calamine::{Data, DataRef, Reader, SheetVisible, Xlsx, open_workbook};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

const UNPACKED_BYTES_MAX: u64 = 200 << 20;
const RATIO_MAX: u64 = 100;
const ENTRIES_MAX: usize = 1_000;
const COLUMNS_MAX: u32 = 2_000;

/// Refuses archives that would unpack to more than a table can be.
pub fn check(path: &Path, bytes: u64) -> Result<(), String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file))
        .map_err(|_| "this is not a spreadsheet (.xlsx), or a damaged one: save it anew".to_owned())?;
    if archive.index_for_name("[Content_Types].xml").is_none() {
        return Err("this is a zip archive and no spreadsheet: unpack it and import what is in it".to_owned());
    }
    if archive.len() > ENTRIES_MAX {
        return Err(format!(
            "the spreadsheet has {} parts, at most {ENTRIES_MAX} are read: save it as CSV",
            archive.len()
        ));
    }
    let mut unpacked = 0;
    for index in 0..archive.len() {
        unpacked += archive
            .by_index_raw(index)
            .map_err(|_| "the spreadsheet is damaged: save it anew".to_owned())?
            .size();
    }
    if unpacked > UNPACKED_BYTES_MAX || unpacked > RATIO_MAX * bytes.max(10_000) {
        return Err(format!("the spreadsheet unpacks to {} MiB: save it as CSV", unpacked >> 20));
    }
    Ok(())
}

/// Hands the rows of the first visible sheet that has any to `row`, in order and with their numbers; blank rows in between are left out.
pub fn each_row(
    path: &Path,
    mut row: impl FnMut(u32, &[String]) -> Result<(), String>,
) -> Result<(), String> {
    let damaged =
        |error: calamine::XlsxError| format!("the spreadsheet cannot be read ({error}): save it as CSV");
    let mut book: Xlsx<BufReader<File>> = open_workbook(path).map_err(damaged)?;
    for sheet in visible_first(&book) {
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(damaged)?;
        let (mut current, mut line, mut any): (u32, Vec<String>, bool) = (0, Vec::new(), false);
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (number, column) = cell.get_position();
            if column >= COLUMNS_MAX {
                return Err(format!(
                    "the spreadsheet has a cell in column {}, at most {COLUMNS_MAX} are read: save it as CSV",
                    u64::from(column) + 1
                ));
            }
            if number != current && any {
                row(current + 1, &line)?;
                line.clear();
            }
            current = number;
            line.resize(line.len().max(column as usize + 1), String::new());
            line[column as usize] = text(cell.get_value());
            any = true;
        }
        if any {
            return row(current + 1, &line);
        }
    }
    Err("the spreadsheet is empty".to_owned())
}

fn visible_first(book: &Xlsx<BufReader<File>>) -> Vec<String> {
    let (visible, hidden): (Vec<_>, Vec<_>) =
        book.sheets_metadata().iter().partition(|sheet| sheet.visible == SheetVisible::Visible);
    visible.into_iter().chain(hidden).map(|sheet| sheet.name.clone()).collect()
}

/// What a cell says. Serial dates become dates, in whichever of the two systems the book counts; what is no day stays the number it is.
fn text(value: &DataRef<'_>) -> String {
    match Data::from(value.clone()) {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 9e15 => format!("{number:.0}"),
        Data::DateTime(instant) => instant
            .as_datetime()
            .map_or_else(|| instant.as_f64().to_string(), |i| i.format("%Y-%m-%d %H:%M:%S").to_string()),
        Data::Bool(yes) => yes.to_string(),
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}
