//! The company as files of a folder, one record after the other, so that memory does not grow with the activities.
use crate::{Error, Result};
use csv::{QuoteStyle, WriterBuilder};
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use tandem_core::imports::records::{Record, SellerRecord};
use tandem_core::imports::sources::SourceKind;
use tandem_engines::demo::{CUSTOMERS_MIN, Exporter, Row, Size, generate};

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it lies.
    pub path: PathBuf,
    /// Rows under the first.
    pub rows: u64,
}

/// Writes the company's files as a system exports them into a folder, which is made where it is missing and must be empty.
pub fn export(size: &Size, source: SourceKind, folder: &Path) -> Result<Vec<Written>> {
    let mut exporter = exporter(source, size)?;
    std::fs::create_dir_all(folder).map_err(|error| unwritten(folder, error))?;
    if folder.read_dir().map_err(|error| unwritten(folder, error))?.next().is_some() {
        return Err(Error::Conflict(format!("`{}` is not empty: name a new folder", folder.display())));
    }
    write(size, &mut exporter, quotes(source), folder, |_| ())
}

/// Writes Tandem's own files into a temporary folder; returns it with the sellers.
pub async fn write_for_import(size: Size) -> Result<(tempfile::TempDir, Vec<SellerRecord>)> {
    let work = move || {
        let folder =
            tempfile::tempdir().map_err(|error| unwritten(Path::new("a temporary folder"), error))?;
        let mut sellers = Vec::new();
        let mut exporter = exporter(SourceKind::Tandem, &size)?;
        write(&size, &mut exporter, QuoteStyle::Necessary, folder.path(), |record| {
            if let Record::Seller(seller) = record {
                sellers.push(seller.clone());
            }
        })?;
        Ok((folder, sellers))
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Error::Invalid("the demo company could not be made".to_owned()))?
}

fn exporter(source: SourceKind, size: &Size) -> Result<Exporter> {
    Exporter::of(source, size.as_of).ok_or_else(|| {
        Error::Invalid(format!("no exports of {source} are written: use tandem, salesforce or hubspot"))
    })
}

fn write(
    size: &Size,
    exporter: &mut Exporter,
    quotes: QuoteStyle,
    folder: &Path,
    mut seen: impl FnMut(&Record),
) -> Result<Vec<Written>> {
    if size.customers < CUSTOMERS_MIN {
        return Err(Error::Invalid(format!(
            "{} customers make no company: ask for at least {CUSTOMERS_MIN}",
            size.customers
        )));
    }
    let mut files = Files::create(exporter, quotes, folder)?;
    generate(size, |record| {
        seen(&record);
        exporter.rows(&record).iter().try_for_each(|row| files.add(row))
    })?;
    exporter.rest().iter().try_for_each(|row| files.add(row))?;
    files.close()
}

fn quotes(source: SourceKind) -> QuoteStyle {
    match source {
        SourceKind::Tandem => QuoteStyle::Necessary,
        _ => QuoteStyle::Always,
    }
}

fn unwritten(path: &Path, error: impl std::fmt::Display) -> Error {
    Error::Invalid(format!("`{}` cannot be written: {error}", path.display()))
}

/// The open files of an export.
struct Files(Vec<(Written, csv::Writer<BufWriter<File>>)>);

impl Files {
    fn create(exporter: &Exporter, quotes: QuoteStyle, folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for table in exporter.tables() {
            let path = folder.join(&table.file);
            let file = File::create_new(&path).map_err(|error| unwritten(&path, error))?;
            let mut writer = WriterBuilder::new().quote_style(quotes).from_writer(BufWriter::new(file));
            writer.write_record(&table.headers).map_err(|error| unwritten(&path, error))?;
            files.push((Written { path, rows: 0 }, writer));
        }
        Ok(Self(files))
    }

    fn add(&mut self, row: &Row) -> Result<()> {
        let Some((written, writer)) = self.0.get_mut(row.table) else { return Ok(()) };
        written.rows += 1;
        writer.write_record(&row.cells).map_err(|error| unwritten(&written.path, error))
    }

    fn close(self) -> Result<Vec<Written>> {
        let close = |(written, mut writer): (Written, csv::Writer<BufWriter<File>>)| {
            writer.flush().map_err(|error| unwritten(&written.path, error))?;
            Ok(written)
        };
        self.0.into_iter().map(close).collect()
    }
}
