//! HTTP in and out: routes, wire types, OpenAPI, sessions, the embedded page. The only crate that serves HTTP.
mod extract;
mod guard;
mod page;
mod problem;
mod routes;
mod serve;

pub use routes::{openapi, router};
pub use serve::{Limits, Peer, serve};

use std::path::PathBuf;
use std::sync::Arc;
use tandem_app::App;

/// What every handler has at hand.
#[derive(Clone)]
pub struct Server {
    /// The program's insides.
    pub app: App,
    /// Where uploaded files are kept, one folder per import.
    pub uploads: Arc<PathBuf>,
    /// Renders the counters.
    pub metrics: Option<metrics_exporter_prometheus::PrometheusHandle>,
}

/// For the tests beside this crate alone: with them within it, it would be compiled twice.
#[doc(hidden)]
pub mod parts {
    pub use crate::extract::{day, has_nul};
    pub use crate::guard::is_same_site;
    pub use crate::problem::sentence;
    pub use crate::routes::{disposition, free_place, safe_name};
}
