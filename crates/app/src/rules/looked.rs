//! What a look at the whole book needs: the book, what people decided, and whose units the actor sees.
use super::book::{self, Wanted};
use super::exceptions;
use crate::{Actor, App, Error, Result, visibility};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::rules::effects::{Exception, Look, wanted};
use tandem_core::rules::{Book, Document};
use tandem_store::book::Whose;
use tandem_store::customers::Visible;
use tandem_store::sellers;

/// The book as the actor may look at it.
pub struct Looked {
    /// The book.
    pub book: Book,
    /// By the unit's place.
    pub exceptions: BTreeMap<usize, Vec<Exception>>,
    /// Only units that these sellers own.
    pub only: Option<BTreeSet<i64>>,
    /// Names of sellers.
    pub sellers: BTreeMap<i64, String>,
}

impl Looked {
    /// Reads what documents ask for.
    pub async fn read(app: &App, actor: &Actor, documents: &[&Document], history: bool) -> Result<Self> {
        let mut facts = tandem_core::rules::FactSet::default();
        documents.iter().for_each(|document| facts.extend(wanted(document)));
        let book = book::read(app, Whose::All, Wanted { facts, history }).await?;
        let only = match visibility::customers(app, actor).await? {
            Visible::Everything => None,
            Visible::Books(sellers) => Some(sellers.into_iter().collect()),
        };
        let people = sellers::as_of(&app.db, app.clock.today()).await?;
        Ok(Self {
            exceptions: exceptions::counting(app, &book, Whose::All).await?,
            book,
            only,
            sellers: people.into_iter().map(|seller| (seller.id, seller.name)).collect(),
        })
    }

    /// What the engine looks at.
    pub fn look(&self) -> Look<'_> {
        Look { book: &self.book, exceptions: &self.exceptions, only: self.only.as_ref() }
    }

    /// Whether the actor may see a seller's book.
    pub fn sees(&self, seller: i64) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&seller))
    }

    /// A seller with the name.
    pub fn seller(&self, id: i64) -> crate::sessions::Named {
        let name = self.sellers.get(&id).cloned().unwrap_or_default();
        crate::sessions::Named { id: id.to_string(), name }
    }
}

/// Computes beside the server's own work.
pub async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Error::Conflict(format!("the computation ended early: {error}")))
}

/// A day that is today or over; today where none is given.
pub fn day(app: &App, as_of: Option<NaiveDate>) -> Result<NaiveDate> {
    let today = app.clock.today();
    match as_of {
        Some(day) if day > today => {
            Err(Error::Invalid(format!("{day} has not come yet: give today or a day before")))
        }
        other => Ok(other.unwrap_or(today)),
    }
}
