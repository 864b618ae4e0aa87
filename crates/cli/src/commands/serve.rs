//! `tandem serve`: the web page and the API.
use super::open;
use anyhow::Context;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tandem_app::App;
use tandem_server::{Limits, Server};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// Serve the web page and the API
#[derive(clap::Args)]
pub struct Args {
    /// Address and port to listen on
    #[arg(long, env = "TANDEM_ADDR", default_value = "127.0.0.1:8470")]
    addr: SocketAddr,
    /// Where uploaded files are kept
    #[arg(long, env = "TANDEM_UPLOADS", default_value = "uploads")]
    uploads: PathBuf,
    /// Write the log as JSON
    #[arg(long, env = "TANDEM_LOG_JSON")]
    log_json: bool,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    start_log(args.log_json);
    std::fs::create_dir_all(&args.uploads)
        .with_context(|| format!("`{}` cannot be made", args.uploads.display()))?;
    let app = open(database).await?;
    tandem_app::imports::end_interrupted(&app).await?;
    tokio::spawn(keep_current(app.clone()));
    let metrics = metrics_exporter_prometheus::PrometheusBuilder::new().install_recorder().ok();
    let listener = TcpListener::bind(args.addr)
        .await
        .with_context(|| format!("`{}` cannot be listened on", args.addr))?;
    tracing::info!(address = %listener.local_addr()?, "serving on http://{}", listener.local_addr()?);
    let mut terminated = signal(SignalKind::terminate())?;
    let end = async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
    };
    let server = Server { app, uploads: Arc::new(args.uploads), metrics };
    tandem_server::serve(server, listener, Limits::standard(), end).await?;
    Ok(ExitCode::SUCCESS)
}

/// What lists show is of a day: looks every minute whether another one has begun.
async fn keep_current(app: App) {
    let mut minutes = tokio::time::interval(Duration::from_secs(60));
    loop {
        minutes.tick().await;
        match tandem_app::customers::keep_current(&app).await {
            Ok(true) => tracing::info!("the customers' summaries are those of today"),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the customers' summaries could not be made anew: {error}"),
        }
    }
}

fn start_log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json { log.json().init() } else { log.init() }
}
