//! Views that take a second to make are kept until the record changes. Every change of data appends an event in its own transaction, so the
//! number of the last event tells whether a view still holds, also where another process made the change.
use crate::visibility::Scope;
use crate::{Actor, App, Result};
use chrono::NaiveDate;
use quick_cache::sync::Cache;
use std::any::Any;
use std::sync::Arc;

const VIEWS_MAX: usize = 64;

/// What a view depends on: the record, the day, whose books its reader sees, and what it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    revision: i64,
    today: NaiveDate,
    scope: &'static str,
    /// Whose book or team, where it is not everybody's.
    seller: Option<i64>,
    asked: String,
}

/// The latest views of all kinds.
#[derive(Clone)]
pub(crate) struct Remembered(Arc<Cache<Key, Arc<dyn Any + Send + Sync>>>);

impl Default for Remembered {
    fn default() -> Self {
        Self(Arc::new(Cache::new(VIEWS_MAX)))
    }
}

impl App {
    /// The view that `asked` names, for this actor: kept from before, or made. Who asks while it is being made waits for it.
    pub(crate) async fn remembered<T: Send + Sync + 'static>(
        &self,
        actor: &Actor,
        asked: String,
        make: impl Future<Output = Result<T>>,
    ) -> Result<Arc<T>> {
        let revision = tandem_store::events::revision(&self.db).await?;
        let (today, scope) = (self.clock.today(), Scope::of(actor));
        let seller = actor.seller.filter(|_| scope != Scope::Everything);
        let key = Key { revision, today, scope: scope.text(), seller, asked };
        let making = async { make.await.map(|view| Arc::new(view) as Arc<dyn Any + Send + Sync>) };
        let view = self.remembered.0.get_or_insert_async(&key, making).await?;
        // What is asked for names its kind first, so that one key never stands for two kinds of views.
        Ok(view.downcast().expect("the view is of the kind that was asked for"))
    }
}
