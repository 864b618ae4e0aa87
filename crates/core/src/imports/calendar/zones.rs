//! Time zones by their names: those of the IANA, those of Windows, and those with a program's own prefix.
use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use windows_timezones::WindowsTimezone;

/// How a time of day is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Wherever the owner was: no zone is given, or one that nobody knows.
    #[default]
    Local,
    /// A known zone.
    Of(Tz),
}

impl Zone {
    /// The zone of a name.
    pub fn named(name: &str) -> Self {
        let name = name.trim().trim_matches('"');
        let iana = |name: &str| name.parse::<Tz>().ok();
        let windows = || name.parse::<WindowsTimezone>().ok().and_then(|zone| iana(zone.tzdb_id()));
        // `/citadel.org/20260101_1/Asia/Taipei`: the name follows a prefix of the program that wrote it.
        let prefixed = || {
            let cuts = name.match_indices('/').map(|(place, _)| &name[place + 1..]);
            cuts.filter_map(iana).next()
        };
        iana(name).or_else(windows).or_else(prefixed).map_or(Self::Local, Self::Of)
    }

    /// The time of day in Greenwich; where no zone is known, the time as written.
    pub fn to_utc(self, local: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Local => local,
            // Where the clock was set back the first of the two is meant; where it was set forward there is none.
            Self::Of(zone) => zone.from_local_datetime(&local).earliest().map_or(local, |at| at.naive_utc()),
        }
    }

    /// The time of day in this zone.
    pub fn from_utc(self, utc: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Local => utc,
            Self::Of(zone) => zone.from_utc_datetime(&utc).naive_local(),
        }
    }
}
