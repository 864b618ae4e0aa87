//! Files attached to a customer: what they may be called, what kind of file a name stands for, and how many fit. What a file holds is never looked
//! into.
use crate::languages::Words;

/// Most that a file may hold, in bytes: 20 MiB.
pub const FILE_BYTES_MAX: u64 = 20 << 20;
/// Most files of a customer in sight.
pub const FILES_MAX: u64 = 100;
/// Most that all files of a customer in sight may hold, in bytes: 200 MiB.
pub const CUSTOMER_BYTES_MAX: u64 = 200 << 20;
/// Longest name, in letters.
pub const NAME_LETTERS_MAX: usize = 200;
/// Longest sentence about a file, in letters.
pub const ABOUT_LETTERS_MAX: usize = 500;

/// Letters that an ending may have so that it survives a name which is too long.
const ENDING_LETTERS_MAX: usize = 12;

/// What is known of nothing else.
pub const UNKNOWN_TYPE: &str = "application/octet-stream";

/// Kinds of files by the ending of their names. What a browser could run, such as HTML and SVG, is not among them.
const TYPES: [(&str, &str); 20] = [
    ("pdf", "application/pdf"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("csv", "text/csv"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("doc", "application/msword"),
    ("xls", "application/vnd.ms-excel"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("rtf", "application/rtf"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("eml", "message/rfc822"),
    ("zip", "application/zip"),
];

/// How many files a customer has in sight, and what they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Files.
    pub files: u64,
    /// Bytes of all of them.
    pub bytes: u64,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It has no name.
    Nameless,
    /// It holds nothing.
    Empty,
    /// It is larger than a file may be.
    TooLarge,
    /// The customer has as many files as it may.
    TooMany,
    /// The customer's files would hold more than they may.
    NoRoom,
    /// The sentence about it is too long.
    LongAbout,
}

/// The last part of a name without anything that leads elsewhere or looks like something else; none where nothing is left.
pub fn clean_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next()?;
    let seen: String = last.chars().filter(|letter| !is_hidden(*letter)).collect();
    let name = seen.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    (!name.is_empty()).then(|| shortened(name))
}

/// Control characters, and those that turn the direction of writing so that an ending reads as another one.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// At most as long as names may be, with the ending that it had.
fn shortened(name: &str) -> String {
    let letters = name.chars().count();
    if letters <= NAME_LETTERS_MAX {
        return name.to_owned();
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() <= ENDING_LETTERS_MAX => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let kept = NAME_LETTERS_MAX - ending.chars().count();
    stem.chars().take(kept).collect::<String>() + &ending
}

/// The kind of file that a name stands for.
pub fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    TYPES.iter().find(|(known, _)| *known == ending).map_or(UNKNOWN_TYPE, |(_, kind)| kind)
}

/// Whether a file of so many bytes is one.
///
/// # Errors
/// Where it is empty or too large.
pub fn fits(bytes: u64) -> Result<(), NotTaken> {
    match bytes {
        0 => Err(NotTaken::Empty),
        _ if bytes > FILE_BYTES_MAX => Err(NotTaken::TooLarge),
        _ => Ok(()),
    }
}

/// Whether there is room for one more file of so many bytes.
///
/// # Errors
/// Where the customer has as many as it may, or they would hold too much.
pub fn has_room(held: Held, bytes: u64) -> Result<(), NotTaken> {
    if held.files >= FILES_MAX {
        return Err(NotTaken::TooMany);
    }
    if held.bytes.saturating_add(bytes) > CUSTOMER_BYTES_MAX {
        return Err(NotTaken::NoRoom);
    }
    Ok(())
}

impl NotTaken {
    /// What people read.
    pub fn words(self) -> Words {
        match self {
            Self::Nameless => Words::fixed(
                "The file has no name: give it one with letters or digits.",
                "檔案沒有名稱：請以文字或數字命名。",
            ),
            Self::Empty => {
                Words::fixed("The file is empty: choose another one.", "檔案沒有內容：請選擇其他檔案。")
            }
            Self::TooLarge => Words::fixed(
                "The file holds more than 20 MiB: make it smaller, or split it.",
                "檔案超過 20 MiB：請縮小或分割檔案。",
            ),
            Self::TooMany => Words::fixed(
                "The customer has 100 attachments already: withdraw one that is not needed any more.",
                "此客戶已有 100 個附件：請先撤回不再需要的附件。",
            ),
            Self::NoRoom => Words::fixed(
                "The attachments of the customer would hold more than 200 MiB: withdraw some that are not needed any more.",
                "此客戶的附件合計將超過 200 MiB：請先撤回不再需要的附件。",
            ),
            Self::LongAbout => Words::fixed(
                "What is said about the file has more than 500 letters: shorten it.",
                "檔案說明超過 500 個字：請縮短。",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hide_nothing_and_lead_nowhere() {
        for (name, kept) in [
            ("Contract.pdf", Some("Contract.pdf")),
            ("../../etc/passwd", Some("passwd")),
            ("C:\\Users\\Mina\\合約.pdf", Some("合約.pdf")),
            ("a\r\nset-cookie: x=1.txt", Some("aset-cookie: x=1.txt")),
            ("invoice\u{202e}fdp.exe", Some("invoicefdp.exe")),
            ("\u{feff} deck .pptx", Some("deck .pptx")),
            (".env", Some("env")),
            ("a/", None),
            ("..", None),
            (" \u{0} ", None),
            ("", None),
        ] {
            assert_eq!(clean_name(name).as_deref(), kept, "{name:?}");
        }
    }

    #[test]
    fn long_names_keep_their_ending() {
        let name = clean_name(&format!("{}.pdf", "約".repeat(300))).unwrap();
        assert_eq!((name.chars().count(), name.ends_with("約.pdf")), (NAME_LETTERS_MAX, true));
        let name = clean_name(&format!("a.{}", "b".repeat(300))).unwrap();
        assert_eq!(name.chars().count(), NAME_LETTERS_MAX);
    }

    #[test]
    fn what_a_browser_could_run_is_of_no_known_kind() {
        for (name, kind) in [
            ("a.PDF", "application/pdf"),
            ("a.b.txt", "text/plain"),
            ("a.html", UNKNOWN_TYPE),
            ("a.svg", UNKNOWN_TYPE),
            ("a.js", UNKNOWN_TYPE),
            ("pdf", UNKNOWN_TYPE),
            ("a.", UNKNOWN_TYPE),
        ] {
            assert_eq!(media_type(name), kind, "{name}");
        }
    }

    #[test]
    fn files_fit_up_to_the_limits() {
        assert_eq!(fits(0), Err(NotTaken::Empty));
        assert_eq!((fits(1), fits(FILE_BYTES_MAX)), (Ok(()), Ok(())));
        assert_eq!(fits(FILE_BYTES_MAX + 1), Err(NotTaken::TooLarge));
        let held = |files, bytes| Held { files, bytes };
        assert_eq!(has_room(held(99, CUSTOMER_BYTES_MAX - 5), 5), Ok(()));
        assert_eq!(has_room(held(99, CUSTOMER_BYTES_MAX - 5), 6), Err(NotTaken::NoRoom));
        assert_eq!(has_room(held(100, 0), 1), Err(NotTaken::TooMany));
    }
}
