//! How a file is written: its encoding and its delimiter, told from its first bytes.
use encoding_rs::{BIG5, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How the text of a file is to be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dialect {
    /// Bytes to characters.
    pub encoding: &'static Encoding,
    /// Bytes of the mark at the beginning that says the encoding.
    pub mark: usize,
    /// Between cells.
    pub delimiter: u8,
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Tells the dialect from the beginning of a file (64 KiB are plenty).
pub fn sniff(beginning: &[u8]) -> Dialect {
    let (encoding, mark) = Encoding::for_bom(beginning).unwrap_or_else(|| (without_mark(beginning), 0));
    let (text, _) = encoding.decode_without_bom_handling(&beginning[mark..]);
    Dialect { encoding, mark, delimiter: delimiter(&text) }
}

/// The encoding of a name a user may give: `utf-8`, `iso-8859-1`, `big5`.
pub fn named(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.as_bytes())
}

fn without_mark(bytes: &[u8]) -> &'static Encoding {
    let zeros = |rest: usize| bytes.iter().skip(rest).step_by(2).take(2000).filter(|b| **b == 0).count();
    let pairs = (bytes.len() / 2).min(2000);
    if pairs >= 4 && zeros(1) * 2 > pairs {
        return UTF_16LE;
    }
    if pairs >= 4 && zeros(0) * 2 > pairs {
        return UTF_16BE;
    }
    if is_utf8(bytes) {
        return UTF_8;
    }
    // Latin exports have single letters above 127 between ASCII; East Asian ones come in runs of pairs.
    match (fits(BIG5, bytes), fits(SHIFT_JIS, bytes), lonely_share(bytes) > 0.5) {
        (_, _, true) => WINDOWS_1252,
        (true, _, _) => BIG5,
        (_, true, _) => SHIFT_JIS,
        _ => WINDOWS_1252,
    }
}

/// A cut in the middle of a character at the end does not count.
fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

fn fits(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let cut = bytes.len().saturating_sub(1);
    encoding.decode_without_bom_handling_and_without_replacement(&bytes[..cut]).is_some()
        || encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}

/// The share of high bytes that stand between ASCII letters.
fn lonely_share(bytes: &[u8]) -> f64 {
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    let lonely = bytes
        .windows(3)
        .filter(|w| w[1] >= 0x80 && w[0] < 0x80 && w[2] < 0x80 && w[2].is_ascii_alphabetic())
        .count();
    lonely as f64 / high.max(1) as f64
}

/// The delimiter that occurs most in the first line, outside quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut quoted = false;
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some(index) = DELIMITERS.iter().position(|d| char::from(*d) == character) {
                    counts[index] += 1;
                }
            }
        }
    }
    let best = (0..DELIMITERS.len()).max_by_key(|index| (counts[*index], DELIMITERS.len() - index));
    DELIMITERS[best.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], encoding: &'static Encoding, delimiter: u8) {
        let dialect = sniff(bytes);
        assert_eq!((dialect.encoding, dialect.delimiter as char), (encoding, delimiter as char));
    }

    #[test]
    fn encodings_and_delimiters_are_told() {
        check(b"a,b\n1,2\n", UTF_8, b',');
        check("\u{feff}a;b,c;d\n".as_bytes(), UTF_8, b';');
        check("名稱\t城市\n".as_bytes(), UTF_8, b'\t');
        check(b"Id,Name\n1,Negociaci\xf3n y acci\xf3n\n", WINDOWS_1252, b',');
        check(&BIG5.encode("名稱,城市\n台積電子,台北市\n").0, BIG5, b',');
        check(&"I\0d\0,\0N\0a\0m\0e\0\n\0".bytes().collect::<Vec<u8>>(), UTF_16LE, b',');
        check(b"\"a;b;c;d\",x,y\n", UTF_8, b',');
    }

    #[test]
    fn a_character_cut_at_the_end_is_no_sign_of_another_encoding() {
        let text = "名稱,城市".as_bytes();
        check(&text[..text.len() - 1], UTF_8, b',');
    }
}
