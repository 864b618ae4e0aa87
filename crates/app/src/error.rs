//! Why something was not done, as far as the one who asked can act on it.
use tandem_core::languages::Words;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or not for this person to see.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The person may not do this.
    #[error("{0}")]
    Forbidden(String),
    /// What was given cannot be used.
    #[error("{0}")]
    Invalid(String),
    /// It does not fit what is there now.
    #[error("{0}")]
    Conflict(String),
    /// It does not fit what is there now, said in both languages.
    #[error("{0}")]
    Refused(Words),
    /// What was given cannot be used, said in both languages.
    #[error("{0}")]
    Unusable(Words),
    /// Nobody is signed in, or not as claimed.
    #[error(
        "sign in first: the e-mail address and the password do not belong together, or the session has ended"
    )]
    Unauthenticated,
    /// Too often.
    #[error("too many attempts: try again in {retry_after_s} seconds")]
    TooMany {
        /// Seconds to wait.
        retry_after_s: i64,
    },
    /// The work was cancelled by its user.
    #[error("cancelled")]
    Cancelled,
    /// The database did not do it.
    #[error(transparent)]
    Store(tandem_store::Error),
}

impl From<tandem_store::Error> for Error {
    fn from(error: tandem_store::Error) -> Self {
        match error {
            tandem_store::Error::Refused(reason) => Self::Conflict(reason),
            tandem_store::Error::Said(words) => Self::Refused(words),
            other => Self::Store(other),
        }
    }
}
