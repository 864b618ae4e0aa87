//! How a file is written: its encoding and its delimiter, told from its first bytes.
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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

const LATIN: [&str; 6] =
    ["windows-1250", "windows-1254", "windows-1257", "windows-1258", "ISO-8859-2", "ISO-8859-4"];
const ACCENTS_MIN: usize = 24;

/// Tells the dialect from the beginning of a file and, where that is plain ASCII, from its first part that is not (64 KiB of each are plenty).
pub fn sniff(beginning: &[u8], beyond_ascii: &[u8]) -> Dialect {
    let (encoding, mark) = Encoding::for_bom(beginning).unwrap_or_else(|| {
        let telling = if beginning.is_ascii() { beyond_ascii } else { beginning };
        (utf_16_without_mark(beginning).unwrap_or_else(|| without_mark(telling)), 0)
    });
    let (text, _) = encoding.decode_without_bom_handling(&beginning[mark..]);
    Dialect { encoding, mark, delimiter: delimiter(&text) }
}

/// The encoding of a name a user may give: `utf-8`, `iso-8859-1`, `big5`.
pub fn named(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.as_bytes())
}

/// Every second byte of western text is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |rest: usize| bytes.iter().skip(rest).step_by(2).take(2000).filter(|b| **b == 0).count();
    let pairs = (bytes.len() / 2).min(2000);
    let (first, second) = (zeros(0), zeros(1));
    match (second * 2 > pairs, first * 2 > pairs) {
        (true, false) if pairs >= 4 => Some(UTF_16LE),
        (false, true) if pairs >= 4 => Some(UTF_16BE),
        _ => None,
    }
}

fn without_mark(bytes: &[u8]) -> &'static Encoding {
    if is_utf8(bytes) || is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // A handful of accents does not tell the Latin alphabets apart, and the western one is by far the most frequent.
    let accents = bytes.iter().filter(|b| **b >= 0x80).count();
    if accents < ACCENTS_MIN && LATIN.contains(&guess.name()) { WINDOWS_1252 } else { guess }
}

/// A cut in the middle of a character at the end does not count.
fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// Some files hold cells of two systems; what fits UTF-8 at all hardly ever does so by chance.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let wrong = text.matches(char::REPLACEMENT_CHARACTER).count();
    wrong * 10 <= text.chars().filter(|c| !c.is_ascii()).count()
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
    use encoding_rs::{BIG5, EUC_KR, GBK, SHIFT_JIS, WINDOWS_1250};

    fn check(bytes: &[u8], encoding: &'static Encoding, delimiter: u8) {
        let dialect = sniff(bytes, b"");
        assert_eq!((dialect.encoding, dialect.delimiter as char), (encoding, delimiter as char));
    }

    #[test]
    fn encodings_and_delimiters_are_told() {
        check(b"a,b\n1,2\n", UTF_8, b',');
        check("\u{feff}a;b,c;d\n".as_bytes(), UTF_8, b';');
        check("名稱\t城市\n".as_bytes(), UTF_8, b'\t');
        check(&["台北晶片科技股份有限公司,".as_bytes(), b"Caf\xe9"].concat(), UTF_8, b',');
        check(b"Id,Name\n1,Negociaci\xf3n y acci\xf3n\n", WINDOWS_1252, b',');
        check(b"Id,Name\n1,M\xfcller & S\xf6hne\n2,Caf\xe9 de l'\xcele\n", WINDOWS_1252, b',');
        let polish = "Nazwa,Miasto\nZażółć gęślą jaźń,Łódź\nŚwiętokrzyskie Przedsiębiorstwo,Częstochowa\nŻółw i Żaba Spółka,Kraków\nŚcieżki Północy,Gdańsk\n";
        check(&WINDOWS_1250.encode(polish).0, WINDOWS_1250, b',');
        check(&BIG5.encode("名稱,城市\n台積電子,台北市\n鴻海精密工業股份有限公司,新北市\n").0, BIG5, b',');
        check(
            &GBK.encode("名称,城市\n上海汽车集团股份有限公司,上海市\n华为技术有限公司,深圳市\n").0,
            GBK,
            b',',
        );
        check(
            &SHIFT_JIS.encode("会社名,市区町村\n株式会社トヨタ,豊田市\nソニーグループ株式会社,港区\n").0,
            SHIFT_JIS,
            b',',
        );
        check(&EUC_KR.encode("회사,도시\n삼성전자 주식회사,수원시\n").0, EUC_KR, b',');
        check(&"I\0d\0,\0N\0a\0m\0e\0\n\0".bytes().collect::<Vec<u8>>(), UTF_16LE, b',');
        check(&"\0I\0d\0;\0N\0a\0m\0e\0\n".bytes().collect::<Vec<u8>>(), UTF_16BE, b';');
        check(b"\"a;b;c;d\",x,y\n", UTF_8, b',');
    }

    #[test]
    fn what_comes_after_a_plain_beginning_tells_too() {
        let dialect = sniff(b"Id,Name\n1,Edge\n", b"Negociaci\xf3n y acci\xf3n\n");
        assert_eq!(dialect.encoding, WINDOWS_1252);
    }

    #[test]
    fn a_character_cut_at_the_end_is_no_sign_of_another_encoding() {
        let text = "名稱,城市".as_bytes();
        check(&text[..text.len() - 1], UTF_8, b',');
    }
}
