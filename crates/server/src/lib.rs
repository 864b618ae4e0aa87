//! HTTP in and out. The only crate that serves HTTP.
