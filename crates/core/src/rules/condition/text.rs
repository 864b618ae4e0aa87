//! Quoted text in conditions, with the escapes of CEL.
use super::Fault;

/// The text in quotes that begins at `at`, and where it ends; nothing where none begins there.
pub(super) fn quoted(source: &str, at: usize) -> Option<Result<(String, usize), Fault>> {
    let rest = &source[at..];
    let raw = rest.starts_with(['r', 'R']) && rest[1..].starts_with(['"', '\'']);
    if rest.starts_with(['b', 'B']) && rest[1..].starts_with(['"', '\'']) {
        return Some(Err(Fault::new(at, "bytes are not used in conditions: take the `b` away".to_owned())));
    }
    let open = usize::from(raw);
    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| rest[open..].starts_with(quote))?;
    Some(inner(source, at, at + open + quote.len(), quote, raw))
}

fn inner(source: &str, start: usize, from: usize, quote: &str, raw: bool) -> Result<(String, usize), Fault> {
    let mut text = String::new();
    let mut at = from;
    loop {
        let rest = &source[at..];
        if rest.starts_with(quote) {
            return Ok((text, at + quote.len()));
        }
        let Some(letter) = rest.chars().next().filter(|c| quote.len() == 3 || *c != '\n') else {
            return Err(Fault::new(start, format!("this text has no end: close it with {quote}")));
        };
        at += letter.len_utf8();
        if letter == '\\' && !raw {
            let (letter, end) = escaped(source, at)?;
            text.push(letter);
            at = end;
        } else {
            text.push(letter);
        }
    }
}

/// What stands after a backslash.
fn escaped(source: &str, at: usize) -> Result<(char, usize), Fault> {
    let unknown = || Fault::new(at - 1, "this escape is unknown: write `\\\\` for a backslash".to_owned());
    let letter = source[at..].chars().next().ok_or_else(unknown)?;
    let plain = |c: char| Ok((c, at + letter.len_utf8()));
    let coded = |from: usize, length: usize, radix: u32| {
        let digits =
            source.get(from..from + length).filter(|digits| digits.chars().all(|c| c.is_digit(radix)));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, radix).ok());
        code.and_then(char::from_u32).map(|c| (c, from + length)).ok_or_else(unknown)
    };
    match letter {
        '\\' | '"' | '\'' | '`' | '?' => plain(letter),
        'n' => plain('\n'),
        't' => plain('\t'),
        'r' => plain('\r'),
        'a' => plain('\u{7}'),
        'b' => plain('\u{8}'),
        'f' => plain('\u{c}'),
        'v' => plain('\u{b}'),
        'x' | 'X' => coded(at + 1, 2, 16),
        'u' => coded(at + 1, 4, 16),
        'U' => coded(at + 1, 8, 16),
        '0'..='3' => coded(at, 3, 8),
        _ => Err(unknown()),
    }
}
