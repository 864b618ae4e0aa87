//! Subscriptions: recurring revenue, how it moves from month end to month end, and how much of it stays.
pub mod derived;
pub mod months;
pub mod movements;
pub mod rates;
pub mod retention;

pub use months::Month;
pub use movements::{Bridge, Span, movements};
pub use rates::{MissingRate, RateTable, parse_rate, rate_text};
pub use retention::{Reactivation, Retention, retention};
