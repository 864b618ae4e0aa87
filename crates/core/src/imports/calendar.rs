//! Calendar files (RFC 5545, `.ics`) as rows of activities: events with their time zones, recurrences unrolled up to today.
//! Never trusts a file: lines, events, occurrences and the work on all of them are bounded.
mod event;
mod lines;
mod occurrences;
mod zones;

pub use event::{Event, Moment};
pub use lines::{Block, Item, Line, Scanner, Unfolder};
pub use occurrences::Budget;
pub use zones::Zone;

use super::Problem;
use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, Weekday};
use std::collections::HashSet;

/// The columns of a calendar's rows, each named for the field of activities that it fills.
pub const COLUMNS: [&str; 8] =
    ["activity_id", "seller_email", "date", "minutes", "kind", "subject", "attendees", "declined"];

/// Further column of every row, so that its time counts as a calendar's.
pub const FROM_CALENDAR: &str = "from_calendar";

/// Recurring events are unrolled this far back.
pub const DAYS_BACK: u64 = 3 * 366;
/// What a whole day counts, and a day of anything longer than [`LONG_MINUTES`]: nobody works through the night.
pub const WORKDAY_MINUTES: i64 = 480;
/// Longer events are counted by working days.
pub const LONG_MINUTES: i64 = 12 * 60;
/// At most this many days of one event.
const DAYS_MAX: usize = 31;
/// Changed occurrences of one file.
const CHANGED_MAX: usize = 100_000;

/// What a file says before its events are read: whose it is, its zone, which occurrences have an entry of their own.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The calendar's own name.
    pub name: Option<String>,
    /// The zone that instants are shown in.
    pub zone: Zone,
    /// Events in the file.
    pub events: u64,
    changed: HashSet<(String, NaiveDateTime)>,
}

impl Survey {
    /// Takes in an item of the first reading.
    pub fn push(&mut self, item: &Item) {
        match item {
            Item::Property(name, value) if name == "X-WR-CALNAME" => {
                self.name = Some(value.trim().to_owned())
            }
            Item::Property(name, value) if name == "X-WR-TIMEZONE" => self.zone = Zone::named(value),
            Item::Property(..) => {}
            Item::Event(block) => {
                self.events += 1;
                let event = event::parse(block).ok();
                let changed = event.and_then(|event| Some((event.uid, event.occurrence?.instant())));
                if self.changed.len() < CHANGED_MAX {
                    self.changed.extend(changed);
                }
            }
        }
    }
}

/// One row of a calendar: a day's part of one occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The event's id and which occurrence of it.
    pub id: String,
    /// The day, where the event took place.
    pub date: NaiveDate,
    /// How long.
    pub minutes: i64,
}

/// The entries of an event up to and including `today`; none where it took no time: cancelled, free, private, to come.
pub fn entries(
    block: &Block,
    survey: &Survey,
    today: NaiveDate,
    budget: &mut Budget,
) -> Result<(Event, Vec<Entry>), Problem> {
    let event = event::parse(block)?;
    if event.cancelled || event.free || event.private {
        return Ok((event, Vec::new()));
    }
    let window = (today - Days::new(DAYS_BACK), today);
    let starts = occurrences::starts(&event, window, budget)?;
    let mut entries = Vec::new();
    for start in starts {
        let instant = start.instant();
        let has_own_entry =
            event.occurrence.is_none() && survey.changed.contains(&(event.uid.clone(), instant));
        if has_own_entry {
            continue;
        }
        let occurrence =
            event.occurrence.map(|original| original.instant()).or(event.recurs().then_some(instant));
        let days = event.days(start, survey.zone);
        let several = days.len() > 1;
        entries.extend(days.into_iter().filter(|(date, _)| *date <= today).map(|(date, minutes)| {
            let occurrence =
                occurrence.map_or_else(String::new, |at| format!("/{}", at.format("%Y%m%dT%H%M")));
            let day = if several { format!("/{date}") } else { String::new() };
            Entry { id: format!("{}{occurrence}{day}", event.uid), date, minutes }
        }));
    }
    Ok((event, entries))
}

/// The cells of an entry, in the order of [`COLUMNS`] and [`FROM_CALENDAR`] behind them. `owners` says whose calendar it is: names or
/// addresses, the likeliest first.
pub fn cells(event: &Event, entry: Entry, owners: &[String]) -> Vec<String> {
    let declined: Vec<&str> =
        event.attendees.iter().filter(|guest| guest.declined).map(|guest| guest.email.as_str()).collect();
    let there: Vec<&str> = event
        .attendees
        .iter()
        .filter(|guest| !guest.declined)
        .map(|guest| guest.email.as_str())
        .chain(event.organizer.as_deref())
        .collect();
    let sellers: Vec<&str> = owners.iter().map(String::as_str).chain(event.organizer.as_deref()).collect();
    vec![
        entry.id,
        sellers.join(";"),
        entry.date.to_string(),
        entry.minutes.to_string(),
        "meeting".to_owned(),
        event.subject.clone().unwrap_or_default(),
        there.join(";"),
        declined.join(";"),
        "yes".to_owned(),
    ]
}

impl Event {
    /// The working days and minutes of an occurrence that starts then.
    fn days(&self, start: Moment, zone: Zone) -> Vec<(NaiveDate, i64)> {
        let minutes = self.length.num_minutes();
        let first = start.day(zone);
        let last = match start {
            // The end of whole days is the day after the last.
            Moment::Day(day) => day + Duration::days((self.length.num_days() - 1).max(0)),
            Moment::At(..) if minutes <= 0 => return Vec::new(),
            Moment::At(..) if minutes <= LONG_MINUTES => return vec![(first, minutes)],
            Moment::At(local, of) => Moment::At(local + self.length - Duration::minutes(1), of).day(zone),
        };
        first
            .iter_days()
            .take(DAYS_MAX)
            .take_while(|day| *day <= last)
            .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
            .map(|day| (day, WORKDAY_MINUTES))
            .collect()
    }
}

#[cfg(test)]
mod tests;
