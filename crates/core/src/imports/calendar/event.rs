//! One event: its lines parsed, each with what to do where it cannot be read.
use super::lines::Block;
use super::zones::Zone;
use crate::imports::Problem;
use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use icalendar::parser::Property;

/// A day, or a time of day in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A whole day.
    Day(NaiveDate),
    /// A time of day.
    At(NaiveDateTime, Zone),
}

impl Moment {
    /// The time in Greenwich, as far as it is known: what makes moments comparable.
    pub fn instant(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => NaiveDateTime::from(day),
            Self::At(local, zone) => zone.to_utc(local),
        }
    }

    /// The day where it took place; times of Greenwich are shown in the calendar's own zone.
    pub fn day(self, calendar: Zone) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(utc, Zone::Of(Tz::UTC)) => calendar.from_utc(utc).date(),
            Self::At(local, _) => local.date(),
        }
    }
}

/// Who was invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// In small letters.
    pub email: String,
    /// Whether the answer was no.
    pub declined: bool,
}

/// An event, or the changed occurrence of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The event's id.
    pub uid: String,
    /// When it begins first.
    pub start: Moment,
    /// How long it takes.
    pub length: Duration,
    /// How it recurs.
    pub rule: Option<String>,
    /// Further beginnings.
    pub further: Vec<Moment>,
    /// Beginnings that do not take place.
    pub except: Vec<Moment>,
    /// Of a changed occurrence: when it would have begun.
    pub occurrence: Option<Moment>,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// Whether it leaves the owner free, or away.
    pub free: bool,
    /// Whether its owner keeps it private.
    pub private: bool,
    /// What it is about.
    pub subject: Option<String>,
    /// Who invites, in small letters.
    pub organizer: Option<String>,
    /// Who is invited.
    pub attendees: Vec<Attendee>,
}

impl Event {
    /// Whether it takes place more than once.
    pub fn recurs(&self) -> bool {
        self.rule.is_some() || !self.further.is_empty()
    }
}

/// Longer ids are none: they would be kept with each of their occurrences.
const UID_BYTES_MAX: usize = 500;
const ADVICE: &str = "Export the calendar again, or take this event out of the file.";

/// Reads an event.
pub fn parse(block: &Block) -> Result<Event, Problem> {
    if block.broken {
        let problem = "The file has no end for this event: it was cut off while it was written.";
        return Err(Problem::new("VEVENT", "", problem, "Export the calendar again."));
    }
    let parsed = block.lines.iter().map(|(_, line)| property(line));
    let properties: Vec<Property<'_>> = parsed.collect::<Result<_, _>>()?;
    let of =
        |name: &'static str| properties.iter().filter(move |p| p.name.as_str().eq_ignore_ascii_case(name));
    let value = |name| of(name).next().map(|p| p.val.as_str().trim());
    let is = |name, words: &[&str]| {
        value(name).is_some_and(|value| words.iter().any(|word| value.eq_ignore_ascii_case(word)))
    };
    let start = of("DTSTART").next().ok_or_else(|| missing("DTSTART"))?;
    let start = moment(start)?.first().copied().ok_or_else(|| missing("DTSTART"))?;
    let uid = value("UID").filter(|uid| !uid.is_empty()).ok_or_else(|| missing("UID"))?;
    if uid.len() > UID_BYTES_MAX {
        return Err(Problem::new("UID", uid, "This id is longer than 500 bytes.", ADVICE));
    }
    Ok(Event {
        uid: uid.to_owned(),
        length: length(start, of("DTEND").next(), of("DURATION").next())?,
        start,
        rule: value("RRULE").map(str::to_owned),
        further: all(of("RDATE"))?,
        except: all(of("EXDATE"))?,
        occurrence: of("RECURRENCE-ID").next().map(moment).transpose()?.and_then(|all| all.first().copied()),
        cancelled: is("STATUS", &["CANCELLED"]),
        free: is("TRANSP", &["TRANSPARENT"]) || is("X-MICROSOFT-CDO-BUSYSTATUS", &["FREE", "OOF"]),
        private: is("CLASS", &["PRIVATE", "CONFIDENTIAL"]),
        subject: value("SUMMARY")
            .filter(|text| !text.is_empty())
            .map(|text| text.chars().take(500).collect()),
        organizer: of("ORGANIZER").next().and_then(email),
        attendees: of("ATTENDEE").filter_map(attendee).collect(),
    })
}

fn missing(name: &str) -> Problem {
    Problem::new(name, "", format!("The event has no {name}."), ADVICE)
}

fn property(line: &str) -> Result<Property<'_>, Problem> {
    let name = line.split([':', ';']).next().unwrap_or_default();
    Property::try_from(line).map_err(|_| Problem::new(name, line, "This line cannot be read.", ADVICE))
}

fn parameter<'a>(property: &'a Property<'_>, name: &str) -> Option<&'a str> {
    let found = property.params.iter().find(|p| p.key.as_str().eq_ignore_ascii_case(name));
    found.and_then(|p| p.val.as_ref()).map(|value| value.as_str().trim().trim_matches('"'))
}

fn all<'a>(properties: impl Iterator<Item = &'a Property<'a>>) -> Result<Vec<Moment>, Problem> {
    let moments: Vec<Vec<Moment>> = properties.map(moment).collect::<Result<_, _>>()?;
    Ok(moments.into_iter().flatten().collect())
}

/// The moments of a property: one, or several between commas.
fn moment(property: &Property<'_>) -> Result<Vec<Moment>, Problem> {
    let zone = parameter(property, "TZID").map_or(Zone::Local, Zone::named);
    let texts = property.val.as_str().split(',');
    let read = texts.map(|text| {
        // A period of time is its beginning here.
        one_moment(text.split('/').next().unwrap_or_default().trim(), zone).ok_or_else(|| {
            let advice = "It is written as 20261124T093000, with Z behind it for the time in Greenwich.";
            Problem::new(property.name.as_str(), text, "This is not a date between 1970 and 2200.", advice)
        })
    });
    read.collect()
}

/// Reads `20261124`, `20261124T093000` and `20261124T013000Z`.
pub fn one_moment(text: &str, zone: Zone) -> Option<Moment> {
    let sensible = |day: NaiveDate| (1970..2200).contains(&day.year()).then_some(day);
    if text.len() == 8 {
        return sensible(NaiveDate::parse_from_str(text, "%Y%m%d").ok()?).map(Moment::Day);
    }
    let (text, zone) = match text.strip_suffix(['Z', 'z']) {
        Some(text) => (text, Zone::Of(Tz::UTC)),
        None => (text, zone),
    };
    let formats = ["%Y%m%dT%H%M%S", "%Y%m%dT%H%M"];
    let at = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
    sensible(at.date()).map(|_| Moment::At(at, zone))
}

fn length(
    start: Moment,
    end: Option<&Property<'_>>,
    length: Option<&Property<'_>>,
) -> Result<Duration, Problem> {
    let length = match (end, length) {
        (Some(end), _) => {
            let at = moment(end)?.first().copied().ok_or_else(|| missing("DTEND"))?;
            at.instant() - start.instant()
        }
        (None, Some(length)) => duration(length.val.as_str()).ok_or_else(|| {
            Problem::new(
                "DURATION",
                length.val.as_str(),
                "This is not a length of time.",
                "It is written as PT1H30M.",
            )
        })?,
        (None, None) if matches!(start, Moment::Day(_)) => Duration::days(1),
        (None, None) => Duration::zero(),
    };
    if length < Duration::zero() {
        let value = end.map_or("", |end| end.val.as_str());
        return Err(Problem::new("DTEND", value, "The event ends before it begins.", ADVICE));
    }
    Ok(length)
}

/// Reads `P1W`, `P1DT2H`, `PT1H30M`; at most a year.
fn duration(text: &str) -> Option<Duration> {
    let text = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let (mut total, mut digits, mut of_day) = (0_i64, String::new(), false);
    for letter in text.chars() {
        let unit = match letter {
            '0'..='9' if digits.len() < 9 => {
                digits.push(letter);
                continue;
            }
            'T' if digits.is_empty() && !of_day => {
                of_day = true;
                continue;
            }
            'W' => 604_800,
            'D' => 86_400,
            'H' if of_day => 3_600,
            'M' if of_day => 60,
            'S' if of_day => 1,
            _ => return None,
        };
        total += std::mem::take(&mut digits).parse::<i64>().ok()? * unit;
    }
    (digits.is_empty() && total <= 366 * 86_400).then(|| Duration::seconds(total))
}

fn attendee(property: &Property<'_>) -> Option<Attendee> {
    // Rooms and projectors are invited too.
    let thing = parameter(property, "CUTYPE")
        .is_some_and(|kind| ["RESOURCE", "ROOM"].iter().any(|word| kind.eq_ignore_ascii_case(word)));
    let declined =
        parameter(property, "PARTSTAT").is_some_and(|answer| answer.eq_ignore_ascii_case("DECLINED"));
    (!thing).then(|| email(property).map(|email| Attendee { email, declined }))?
}

/// The address of `mailto:ann@example.com`, or of the EMAIL parameter where the value is no address.
fn email(property: &Property<'_>) -> Option<String> {
    let address = |text: &str| {
        let text = text.trim();
        let text = if text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")) {
            &text[7..]
        } else {
            text
        };
        let plain = text.contains('@') && text.len() <= 254 && !text.contains([' ', ';', ',', ':', '/']);
        plain.then(|| text.to_lowercase())
    };
    address(property.val.as_str()).or_else(|| parameter(property, "EMAIL").and_then(address))
}
