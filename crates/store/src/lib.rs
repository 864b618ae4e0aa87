//! The only crate that speaks SQL; returns core types; SQLite and PostgreSQL, one test suite.
