//! Imports: recognise files, try, run, report, undo. A dry run is the same work, rolled back.
mod apply;
mod bounded;
mod derive;
mod events;
mod files;
mod hash;
mod journey;
mod people;
mod pipeline;
mod places;
mod references;
mod report;
mod rows;
mod sheet;
mod spreadsheet;
pub mod uploads;

pub use files::{Found, inspect};
pub use journey::{Request, Running, check, end_interrupted, list, problems, run, show, undo};
pub use report::{Counts, Report};
pub use sheet::parse_sheet;
pub use tandem_store::imports::runs::{Placed, Run};
