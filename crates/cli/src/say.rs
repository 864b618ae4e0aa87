//! What a command says on standard output. A reader that has seen enough (`| head`) ends the command quietly.
use std::fmt::Arguments;
use std::io::{ErrorKind, Write, stdout};
use std::process::exit;

/// Writes one line to standard output, as `println!` does.
macro_rules! say {
    ($($words:tt)*) => { $crate::say::line(format_args!($($words)*)) };
}
pub(crate) use say;

/// Writes a line; ends the process where nobody reads on (with 0) or where it cannot be written (with 1).
pub fn line(words: Arguments<'_>) {
    let Err(error) = writeln!(stdout().lock(), "{words}") else { return };
    if error.kind() == ErrorKind::BrokenPipe {
        exit(0);
    }
    eprintln!("error: the output cannot be written: {error}");
    exit(1)
}
