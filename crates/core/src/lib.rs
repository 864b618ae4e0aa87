//! The business as pure functions: no async, IO, clock or randomness; same input, same bytes out.
#![warn(missing_docs)]
