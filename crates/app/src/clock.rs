//! The only reader of the time, so that tests can set it.
use chrono::{DateTime, NaiveDate, Utc};

/// Where the time comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's.
    System,
    /// Standing still, for tests.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// Now.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(instant) => *instant,
        }
    }

    /// Now in microseconds UTC, as the store keeps it.
    pub fn now_us(&self) -> i64 {
        self.now().timestamp_micros()
    }

    /// Today, UTC.
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}
