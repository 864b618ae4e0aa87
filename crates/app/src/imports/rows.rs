//! The rows of a table one by one, decoded; memory holds one row at a time.
use super::bounded::Bounded;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use tandem_core::imports::dialect::{self, Dialect};
use tandem_core::imports::sources::clean_header;

const COLUMNS_MAX: usize = 2_000;
const SAMPLE_BYTES: usize = 64 << 10;
/// A few zeros among the letters are a slip, many mean that these are no letters.
const ZEROS_MAX: usize = 8;

/// Where the line numbers of rows come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// They are counted.
    Counted,
    /// The first cell of each row holds it: the text of a spreadsheet, where blank rows are left out.
    FirstCell,
}

/// The rows of a table of text.
pub struct Rows {
    /// How it is written.
    pub dialect: Dialect,
    /// The first row, clean.
    pub headers: Vec<String>,
    /// The line that was read last.
    pub line: u64,
    /// Cells whose bytes do not fit the encoding, and the line of the first.
    pub garbled: Option<(u64, u64)>,
    lines: Lines,
    reader: csv::Reader<Bounded<BufReader<File>>>,
    record: csv::ByteRecord,
}

impl Rows {
    /// Opens a table; `encoding` overrides what its bytes tell.
    pub fn open(path: &Path, lines: Lines, encoding: Option<&str>) -> io::Result<Self> {
        let (file, dialect) = open(path, lines, encoding)?;
        let bounded = Bounded::new(BufReader::with_capacity(1 << 16, file), dialect.delimiter);
        let reader = csv::ReaderBuilder::new()
            .delimiter(dialect.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(bounded);
        let record = csv::ByteRecord::new();
        let mut rows = Self { dialect, headers: Vec::new(), line: 0, garbled: None, lines, reader, record };
        let headers = rows.next()?.map(|(_, cells)| cells).unwrap_or_default();
        rows.headers = headers.iter().map(|header| clean_header(header)).collect();
        match rows.headers.len() {
            0 => Err(io::Error::other("it is empty: a row of headers is needed")),
            columns if columns > COLUMNS_MAX => {
                Err(io::Error::other(format!("it has {columns} columns, at most {COLUMNS_MAX} are read")))
            }
            _ => Ok(rows),
        }
    }

    /// The next row that is not blank, with its line.
    pub fn next(&mut self) -> io::Result<Option<(u64, Vec<String>)>> {
        while self.reader.read_byte_record(&mut self.record).map_err(io::Error::from)? {
            let place = self.record.position();
            // Lines that end in a carriage return alone are not counted by the reader.
            self.line = place.map_or(0, |place| place.line().max(place.record() + 1));
            let skipped = usize::from(self.lines == Lines::FirstCell);
            if self.record.iter().skip(skipped).all(<[u8]>::is_empty) {
                continue;
            }
            if self.lines == Lines::FirstCell {
                let number = self.record.get(0).and_then(|cell| std::str::from_utf8(cell).ok()?.parse().ok());
                self.line = number.unwrap_or(self.line);
            }
            let mut garbled = 0;
            let encoding = self.dialect.encoding;
            let cells =
                self.record.iter().skip(skipped).map(|cell| decode(encoding, cell, &mut garbled)).collect();
            if garbled > 0 {
                let (count, first) = self.garbled.unwrap_or((0, self.line));
                self.garbled = Some((count + garbled, first));
            }
            return Ok(Some((self.line, cells)));
        }
        Ok(None)
    }
}

fn open(path: &Path, lines: Lines, encoding: Option<&str>) -> io::Result<(File, Dialect)> {
    let mut file = File::open(path)?;
    if lines == Lines::FirstCell {
        return Ok((file, Dialect { encoding: UTF_8, mark: 0, delimiter: b',' }));
    }
    let beginning = read_up_to(&mut file, SAMPLE_BYTES)?;
    let beyond = if beginning.is_ascii() { beyond_ascii(&mut file)? } else { Vec::new() };
    let mut dialect = dialect::sniff(&beginning, &beyond);
    if let Some(named) = encoding.and_then(dialect::named) {
        dialect.encoding = named;
    }
    let wide = dialect.encoding == UTF_16LE || dialect.encoding == UTF_16BE;
    let zeros = beginning.iter().filter(|byte| **byte == 0).count();
    if !wide && zeros > ZEROS_MAX && zeros * 100 > beginning.len() {
        return Err(io::Error::other("it is no table of text: save it as CSV"));
    }
    // In East Asian encodings the second byte of a letter may be that of a bar.
    if wide || (dialect.delimiter == b'|' && dialect.encoding != UTF_8 && !dialect.encoding.is_single_byte())
    {
        file = as_utf8(file, dialect.encoding)?;
        dialect = Dialect { encoding: UTF_8, mark: 0, ..dialect };
    }
    file.seek(SeekFrom::Start(dialect.mark as u64))?;
    Ok((file, dialect))
}

/// The text of a cell without NUL, which no database takes. What does not fit UTF-8 is taken for Windows-1252, as mixed files have it.
fn decode(encoding: &'static Encoding, cell: &[u8], garbled: &mut u64) -> String {
    let text = match std::str::from_utf8(cell) {
        Ok(text) if encoding == UTF_8 || cell.is_ascii() => text.to_owned(),
        _ => {
            let (text, wrong) = encoding.decode_without_bom_handling(cell);
            *garbled += u64::from(wrong);
            if wrong && encoding == UTF_8 {
                WINDOWS_1252.decode_without_bom_handling(cell).0.into_owned()
            } else {
                text.into_owned()
            }
        }
    };
    if text.contains('\0') {
        *garbled += 1;
        return text.replace('\0', "");
    }
    text
}

fn read_up_to(file: &mut File, bytes: usize) -> io::Result<Vec<u8>> {
    let mut read = Vec::new();
    file.take(bytes as u64).read_to_end(&mut read)?;
    Ok(read)
}

/// From the letter before the first byte that is not ASCII on; nothing where there is none. Goes on from where the file stands.
fn beyond_ascii(file: &mut File) -> io::Result<Vec<u8>> {
    let mut last = b' ';
    loop {
        let chunk = read_up_to(file, SAMPLE_BYTES)?;
        if chunk.is_empty() {
            return Ok(chunk);
        }
        if !chunk.is_ascii() {
            let place = chunk.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
            let before = place.checked_sub(1).and_then(|place| chunk.get(place)).copied().unwrap_or(last);
            let mut telling = vec![before];
            telling.extend_from_slice(chunk.get(place..).unwrap_or_default());
            telling.extend(read_up_to(file, SAMPLE_BYTES)?);
            return Ok(telling);
        }
        last = chunk.last().copied().unwrap_or(last);
    }
}

fn as_utf8(mut file: File, encoding: &'static Encoding) -> io::Result<File> {
    file.seek(SeekFrom::Start(0))?;
    let mut decoder = encoding.new_decoder();
    let mut utf8 = tempfile::tempfile()?;
    let (mut bytes, mut text) = (vec![0; SAMPLE_BYTES], String::with_capacity(4 * SAMPLE_BYTES));
    loop {
        let count = file.read(&mut bytes)?;
        text.clear();
        let _ = decoder.decode_to_string(bytes.get(..count).unwrap_or_default(), &mut text, count == 0);
        utf8.write_all(text.as_bytes())?;
        if count == 0 {
            utf8.seek(SeekFrom::Start(0))?;
            return Ok(utf8);
        }
    }
}
