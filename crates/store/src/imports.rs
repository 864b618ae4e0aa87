//! Imports: runs with their reports and problems, rows put in and changed in bulk, and all of it taken back.
pub mod derive;
pub mod histories;
mod kept;
pub mod links;
pub mod people;
pub mod posts;
pub mod rows;
pub mod runs;
pub mod tables;
pub mod undo;
