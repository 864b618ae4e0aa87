//! Imports: rows of a CRM's export become records, and whatever cannot be read becomes a problem with its place.
pub mod records;
