//! Mail over SMTP, plain text only. Without settings nothing is ever sent.
use crate::{Error, Result};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{SmtpTransport, Transport};
use std::str::FromStr;
use std::time::Duration;

/// How the connection to the mail server is kept from being read by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// It begins in the open and must turn to TLS before anything is said.
    StartTls,
    /// It is TLS from the first byte on.
    Implicit,
    /// It stays in the open: for a server on the same machine.
    Off,
}

impl FromStr for SmtpTls {
    type Err = String;
    fn from_str(text: &str) -> std::result::Result<Self, String> {
        match text {
            "starttls" => Ok(Self::StartTls),
            "implicit" => Ok(Self::Implicit),
            "off" => Ok(Self::Off),
            other => Err(format!("`{other}` is not known: use starttls, implicit or off")),
        }
    }
}

/// Where mails go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpSettings {
    /// The mail server.
    pub host: String,
    /// Its port; absent: the usual one.
    pub port: Option<u16>,
    /// Who mails come from, such as `Tandem <tandem@example.com>`.
    pub from: String,
    /// Whether the connection is secret.
    pub tls: SmtpTls,
    /// A name and a password, where the mail server asks for them.
    pub login: Option<(String, String)>,
    /// The address under which people reach the program, for the link in the mail.
    pub address: Option<String>,
}

/// How long the mail server may take to answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);

/// Sends mails.
#[derive(Clone)]
pub struct Mailer {
    transport: SmtpTransport,
    from: Mailbox,
    /// The address under which people reach the program.
    pub address: Option<String>,
}

impl Mailer {
    /// A mailer; nothing is sent and nobody is asked yet.
    ///
    /// # Errors
    /// Where the sender is no address, or the host no name.
    pub fn new(settings: &SmtpSettings) -> Result<Self> {
        let from = settings.from.parse().map_err(|error| {
            Error::Invalid(format!(
                "`{}` is no sender: write `Tandem <tandem@example.com>` ({error})",
                settings.from
            ))
        })?;
        let host = settings.host.as_str();
        let unusable = |error: lettre::transport::smtp::Error| {
            Error::Invalid(format!("mail cannot go over `{host}`: {error}"))
        };
        let builder = match settings.tls {
            SmtpTls::StartTls => SmtpTransport::starttls_relay(host).map_err(unusable)?,
            SmtpTls::Implicit => SmtpTransport::relay(host).map_err(unusable)?,
            SmtpTls::Off => SmtpTransport::builder_dangerous(host).port(25),
        };
        let builder = match settings.port {
            Some(port) => builder.port(port),
            None => builder,
        };
        let builder = match &settings.login {
            Some((name, password)) => builder.credentials(Credentials::new(name.clone(), password.clone())),
            None => builder,
        };
        let transport = builder.timeout(Some(ANSWERS_WITHIN)).build();
        Ok(Self { transport, from, address: settings.address.clone() })
    }

    /// Sends one mail.
    ///
    /// # Errors
    /// Where the address is none, or the mail server does not take it.
    pub async fn send(&self, to: (&str, &str), subject: &str, text: String) -> Result<()> {
        let (name, email) = to;
        let email = email
            .parse()
            .map_err(|error| Error::Invalid(format!("`{email}` is no mail address: {error}")))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(name.to_owned()), email))
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text)
            .map_err(|error| Error::Invalid(format!("the mail cannot be written: {error}")))?;
        // The transport waits for its answers, so it does that on a thread of its own.
        let transport = self.transport.clone();
        let sent = tokio::task::spawn_blocking(move || transport.send(&message)).await;
        let sent = sent.map_err(|error| Error::Conflict(format!("the mail was not sent: {error}")))?;
        sent.map(|_| ()).map_err(|error| Error::Conflict(format!("the mail server did not take it: {error}")))
    }
}
