//! Bytes of a table on their way to the CSV reader: one row may only be so long, and a quotation mark that stays open is an error with its
//! line, where the reader alone would swallow the rest of the file without a word.
use std::io::{self, Read};

/// One row may be this long; a longer one is a quote that is not closed, or no table at all.
const ROW_BYTES_MAX: u64 = 8 << 20;

#[derive(Clone, Copy, PartialEq)]
enum At {
    /// Where a field begins: only here a quotation mark opens one.
    Start,
    Unquoted,
    Quoted,
    /// Behind a quotation mark inside quotes: closed, or the first of two.
    Closing,
}

/// Follows the rows of what is read through it.
pub struct Bounded<R> {
    inner: R,
    delimiter: u8,
    at: At,
    row_bytes: u64,
    line: u64,
    opened_in: u64,
    after_return: bool,
}

impl<R: Read> Bounded<R> {
    /// Reads through `inner`.
    pub fn new(inner: R, delimiter: u8) -> Self {
        Self { inner, delimiter, at: At::Start, row_bytes: 0, line: 1, opened_in: 0, after_return: false }
    }

    fn follow(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.row_bytes += 1;
            let ends_line = matches!(byte, b'\r' | b'\n');
            self.at = match (self.at, *byte) {
                (At::Quoted, b'"') => At::Closing,
                (At::Quoted, _) => At::Quoted,
                (At::Start, b'"') => {
                    self.opened_in = self.line;
                    At::Quoted
                }
                (At::Closing, b'"') => At::Quoted,
                (_, b'\r' | b'\n') => {
                    self.row_bytes = 0;
                    At::Start
                }
                (_, byte) if byte == self.delimiter => At::Start,
                _ => At::Unquoted,
            };
            self.line += u64::from(ends_line && !(*byte == b'\n' && self.after_return));
            self.after_return = *byte == b'\r';
        }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.row_bytes > ROW_BYTES_MAX {
            return Err(io::Error::other(match self.at {
                At::Quoted => format!(
                    "a row is longer than 8 MiB: is the quotation mark that opens in line {} not closed?",
                    self.opened_in
                ),
                _ => format!("line {} is longer than 8 MiB: it is no row of a table", self.line),
            }));
        }
        let count = self.inner.read(buffer)?;
        if count == 0 && self.at == At::Quoted {
            return Err(io::Error::other(format!(
                "the quotation mark that opens in line {} is not closed before the end of the file",
                self.opened_in
            )));
        }
        self.follow(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}
