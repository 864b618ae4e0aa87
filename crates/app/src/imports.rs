//! Imports: recognise files, try, run, report, undo. A dry run is the same work, rolled back.
mod apply;
pub(crate) mod bounded;
mod derive;
mod events;
mod files;
mod hash;
pub(crate) mod journey;
mod people;
pub(crate) mod pipeline;
pub(crate) mod places;
mod references;
mod report;
mod rows;
pub(crate) mod sheet;
mod spreadsheet;
pub mod uploads;

pub use files::{Found, inspect};
pub use journey::{Request, Running, check, end_interrupted, list, problems, run, show, undo};
pub use report::{Counts, Report};
pub use sheet::parse_sheet;
pub use tandem_store::imports::runs::{Placed, Run};
