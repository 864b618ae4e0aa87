//! Passwords and keys: argon2id, and random keys of which only the hash is kept.
use crate::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use tokio::sync::Semaphore;

/// Each hash takes 19 MiB and a core; more at once would starve everybody else.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

const LENGTH_MIN: usize = 10;

/// Refuses passwords that are too short, and hashes the others.
pub async fn hash(password: &str) -> Result<String> {
    if password.chars().count() < LENGTH_MIN {
        return Err(Error::Invalid(format!(
            "the password is too short: use at least {LENGTH_MIN} characters"
        )));
    }
    let password = password.to_owned();
    in_turn(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).ok())
        .await
        .ok_or_else(|| Error::Invalid("the password could not be hashed: try another one".to_owned()))
}

/// Whether the password belongs to the hash; takes as long for an unknown user's empty hash.
pub async fn fits(password: &str, hash: Option<&str>) -> bool {
    let password = password.to_owned();
    let hash = hash.unwrap_or(NOBODY).to_owned();
    in_turn(move || {
        let parsed = PasswordHash::new(&hash).ok()?;
        Argon2::default().verify_password(password.as_bytes(), &parsed).ok()
    })
    .await
    .is_some()
}

/// Of a random password that nobody knows.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b/dWRWJTmaaJObG0UjkUvRIz3Y";

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> Option<T> + Send + 'static) -> Option<T> {
    let _turn = AT_ONCE.acquire().await.ok()?;
    tokio::task::spawn_blocking(work).await.ok().flatten()
}

/// A random key of 256 bits, in hexadecimal.
pub fn random_key() -> Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::Conflict(format!("the system gives no random numbers: {error}")))?;
    Ok(hex(&bytes))
}

/// What is kept of a key.
pub fn key_hash(key: &str) -> String {
    hex(&Sha256::digest(key.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
