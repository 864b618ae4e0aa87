//! What is written down of every change: who did what, when. It is appended in the transaction of the change itself.
use crate::{Actor, App};
use serde_json::Value;
use tandem_store::{Tx, events as store};

/// An event that waits for the transaction of its change.
pub(crate) struct Event {
    at_us: i64,
    actor: String,
    kind: &'static str,
    object: &'static str,
    data: Value,
}

impl Event {
    /// Something that an actor does now, such as `user.created`. The data never holds a password or a key.
    pub(crate) fn new(
        app: &App,
        actor: &Actor,
        kind: &'static str,
        object: &'static str,
        data: Value,
    ) -> Self {
        Self { at_us: app.clock.now_us(), actor: actor.name.clone(), kind, object, data }
    }

    /// The same event with data that was not known before.
    pub(crate) fn saying(self, data: Value) -> Self {
        Self { data, ..self }
    }

    /// Appends it, telling of this record.
    pub(crate) async fn append(
        self,
        tx: &mut Tx,
        record: impl Into<Option<i64>>,
    ) -> tandem_store::Result<()> {
        let Self { at_us, actor, kind, object, data } = self;
        let (record_id, data) = (record.into(), data.to_string());
        let event = store::Event { at_us, actor: &actor, kind, object, record_id, data };
        store::append(tx, event).await
    }
}
