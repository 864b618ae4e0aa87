//! Lines unfolded and events cut out of a file, line by line, so that memory does not grow with it.

/// What is kept of one line: descriptions and attachments may be megabytes, and nothing of them is needed.
const LINE_BYTES_MAX: usize = 16 << 10;
/// Lines kept of one event: an invitation of a whole company is long enough with these.
const EVENT_LINES_MAX: usize = 2_000;

/// An unfolded line and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from one.
    pub number: u64,
    /// Without its end, still in the file's encoding.
    pub bytes: Vec<u8>,
}

/// Joins lines that begin with a blank to the one before. Works on bytes, because files are folded between the bytes of a character too.
#[derive(Debug, Default)]
pub struct Unfolder {
    open: Option<Line>,
    read: u64,
}

impl Unfolder {
    /// Takes a line of the file; gives the one before it where that has ended.
    pub fn push(&mut self, raw: &[u8]) -> Option<Line> {
        self.read += 1;
        let raw = raw.strip_suffix(b"\n").unwrap_or(raw);
        let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
        match (raw.split_first(), &mut self.open) {
            (Some((b' ' | b'\t', rest)), Some(open)) => {
                let room = LINE_BYTES_MAX.saturating_sub(open.bytes.len());
                open.bytes.extend_from_slice(&rest[..rest.len().min(room)]);
                None
            }
            _ => {
                let bytes = raw[..raw.len().min(LINE_BYTES_MAX)].to_vec();
                self.open.replace(Line { number: self.read, bytes })
            }
        }
    }

    /// The last line.
    pub fn end(&mut self) -> Option<Line> {
        self.open.take()
    }
}

/// The lines of one event that are needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Where it begins.
    pub line: u64,
    /// Number and text.
    pub lines: Vec<(u64, String)>,
    /// Whether its end is missing.
    pub broken: bool,
}

/// What a file is made of, as far as it is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A property of the calendar itself: name in capitals and value.
    Property(String, String),
    /// An event.
    Event(Block),
}

const NEEDED: [&str; 14] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "STATUS",
    "TRANSP",
    "CLASS",
    "SUMMARY",
    "ORGANIZER",
    "ATTENDEE",
];
/// Outlook says there what TRANSP cannot.
const BUSY: &str = "X-MICROSOFT-CDO-BUSYSTATUS";

/// Cuts events out of unfolded lines.
#[derive(Debug, Default)]
pub struct Scanner {
    event: Option<Block>,
    /// Components open inside the calendar or the event that are passed over.
    skipped: u32,
}

impl Scanner {
    /// Takes a line.
    pub fn push(&mut self, number: u64, text: &str) -> Option<Item> {
        let name: String = text
            .chars()
            .take_while(|c| !matches!(c, ':' | ';'))
            .take(40)
            .collect::<String>()
            .trim()
            .to_ascii_uppercase();
        let value = || text.split_once(':').map_or("", |(_, value)| value).trim();
        match name.as_str() {
            "BEGIN" => self.begin(number, &value().to_ascii_uppercase()),
            "END" => self.end_of(&value().to_ascii_uppercase()),
            _ if self.skipped > 0 => None,
            _ => match &mut self.event {
                None => name.starts_with("X-WR-").then(|| Item::Property(name, value().to_owned())),
                Some(event) => {
                    let needed = NEEDED.contains(&name.as_str()) || name == BUSY;
                    if needed && event.lines.len() < EVENT_LINES_MAX {
                        event.lines.push((number, text.to_owned()));
                    }
                    None
                }
            },
        }
    }

    fn begin(&mut self, line: u64, component: &str) -> Option<Item> {
        match component {
            "VCALENDAR" => {
                self.skipped = 0;
                self.finish()
            }
            "VEVENT" => {
                let before = self.finish();
                self.skipped = 0;
                self.event = Some(Block { line, ..Block::default() });
                before
            }
            _ => {
                self.skipped = self.skipped.saturating_add(1);
                None
            }
        }
    }

    fn end_of(&mut self, component: &str) -> Option<Item> {
        match component {
            "VEVENT" => {
                self.skipped = 0;
                self.event.take().map(Item::Event)
            }
            "VCALENDAR" => self.finish(),
            _ => {
                self.skipped = self.skipped.saturating_sub(1);
                None
            }
        }
    }

    /// An event that the file leaves open.
    pub fn finish(&mut self) -> Option<Item> {
        self.event.take().map(|event| Item::Event(Block { broken: true, ..event }))
    }
}
