//! `tandem serve`: the web page and the API.
use super::open;
use anyhow::Context;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tandem_app::App;
use tandem_app::notices::{Mailer, SmtpSettings, SmtpTls};
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
    /// Mail server for the daily mail of what is new in handoffs; without it no mail is sent
    #[arg(long, env = "TANDEM_SMTP_HOST")]
    smtp_host: Option<String>,
    /// Port of the mail server, where it is not the usual one
    #[arg(long, env = "TANDEM_SMTP_PORT")]
    smtp_port: Option<u16>,
    /// Sender of mails, such as `Tandem <tandem@example.com>`
    #[arg(long, env = "TANDEM_SMTP_FROM", requires = "smtp_host")]
    smtp_from: Option<String>,
    /// starttls, implicit, or off for a mail server on the same machine
    #[arg(long, env = "TANDEM_SMTP_TLS", default_value = "starttls")]
    smtp_tls: SmtpTls,
    /// Name to sign in to the mail server with; the password is in TANDEM_SMTP_PASSWORD
    #[arg(long, env = "TANDEM_SMTP_USER")]
    smtp_user: Option<String>,
    /// Address under which people reach the page, for the link in mails
    #[arg(long, env = "TANDEM_ADDRESS")]
    address: Option<String>,
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
    let mailer = mailer(&args)?;
    tokio::spawn(keep_current(app.clone()));
    tokio::spawn(tell_people(app.clone(), mailer));
    let node = format!("{}/{}", args.addr, std::process::id());
    tokio::spawn(tandem_app::designs::work_until(app.clone(), node.clone()));
    tokio::spawn(tandem_app::handoffs::work_until(app.clone(), node.clone()));
    tokio::spawn(tandem_app::alignments::work_until(app.clone(), node));
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

/// None where no mail server is named.
fn mailer(args: &Args) -> anyhow::Result<Option<Mailer>> {
    let Some(host) = args.smtp_host.clone() else { return Ok(None) };
    let from = args.smtp_from.clone();
    let from = from.context("name the sender of mails too: `--smtp-from 'Tandem <tandem@example.com>'`")?;
    let password = std::env::var("TANDEM_SMTP_PASSWORD").unwrap_or_default();
    let login = args.smtp_user.clone().map(|name| (name, password));
    let (port, tls, address) = (args.smtp_port, args.smtp_tls, args.address.clone());
    Ok(Some(Mailer::new(&SmtpSettings { host, port, from, tls, login, address })?))
}

/// Every minute: opportunities whose day has come pass on, people are told what is new, and those who have a mail to come get it.
async fn tell_people(app: App, mailer: Option<Mailer>) {
    let mut minutes = tokio::time::interval(Duration::from_secs(60));
    loop {
        minutes.tick().await;
        if let Err(error) = told(&app, mailer.as_ref()).await {
            tracing::error!(%error, "people could not be told what is new: {error}");
        }
    }
}

async fn told(app: &App, mailer: Option<&Mailer>) -> tandem_app::Result<()> {
    tandem_app::handoffs::pass_kept(app).await?;
    tandem_app::notices::tell(app).await?;
    if let Some(mailer) = mailer {
        let sent = tandem_app::notices::send_digests(app, mailer).await?;
        if sent > 0 {
            tracing::info!(sent, "sent the mail of today to {sent} people");
        }
    }
    Ok(())
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
