//! Files attached to a customer or one of its units: contracts, statements of work, decks. Whoever sees the customer reads them; nobody sees what
//! was withdrawn, and nothing that was attached is ever deleted.
use crate::events::Event;
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result, Role, customers, visibility};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::attachments::{
    ABOUT_LETTERS_MAX, FILE_BYTES_MAX, Held, NotTaken, clean_name, fits, has_room, media_type,
};
use tandem_core::languages::Words;
use tandem_store::attachments::{self as store, AttachmentRow};
use tandem_store::{customers as record, users};

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = Attachment)]
pub struct AttachmentView {
    /// The id.
    pub id: String,
    /// Of which unit; absent where it is of the whole customer.
    pub unit: Option<Named>,
    /// What it is called.
    pub name: String,
    /// The kind of file, by the ending of its name.
    pub media_type: String,
    /// How many bytes it holds.
    pub bytes: i64,
    /// What somebody said about it.
    pub about: Option<String>,
    /// Who attached it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the reader may withdraw it.
    pub may_withdraw: bool,
}

/// Files of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Attachments {
    /// The latest first.
    pub items: Vec<AttachmentView>,
    /// Whether the reader may attach one.
    pub may_add: bool,
    /// Most bytes that a file may hold.
    pub file_bytes_max: u64,
}

/// A file to attach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAttachment {
    /// To which customer.
    pub customer: i64,
    /// To which unit of it; none: to the whole customer.
    pub unit: Option<i64>,
    /// What it is called.
    pub name: String,
    /// What to say about it.
    pub about: Option<String>,
    /// What it holds.
    pub content: Vec<u8>,
}

/// What came of attaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The file.
    pub id: i64,
    /// Whether the same file was there already.
    pub was_there: bool,
}

/// The files of a customer that the actor sees.
pub async fn list(app: &App, actor: &Actor, customer: i64) -> Result<Attachments> {
    customers::require_visible(app, actor, customer).await?;
    let items = views(app, actor, customer, |_| true).await?;
    let may_add = actor.writes && actor.role.may(Permission::HandOff);
    Ok(Attachments { items, may_add, file_bytes_max: FILE_BYTES_MAX })
}

/// The files that belong to the brief of a unit: its own, and those of the whole customer. None where the actor does not see the customer any
/// more: a handoff that is settled is still read by whoever gave.
pub(crate) async fn of_unit(app: &App, actor: &Actor, unit: i64) -> Result<Vec<AttachmentView>> {
    match customers::customer_of(app, actor, unit).await {
        Ok(customer) => {
            views(app, actor, customer, |row| row.unit_id.is_none_or(|other| other == unit)).await
        }
        Err(Error::NotFound(_)) => Ok(Vec::new()),
        Err(other) => Err(other),
    }
}

async fn views(
    app: &App,
    actor: &Actor,
    customer: i64,
    wanted: impl Fn(&AttachmentRow) -> bool,
) -> Result<Vec<AttachmentView>> {
    let rows: Vec<AttachmentRow> =
        store::of_customer(&app.db, customer).await?.into_iter().filter(wanted).collect();
    let units = record::units(&app.db, customer).await?.into_iter();
    let names: BTreeMap<i64, String> = units.map(|unit| (unit.id, unit.name)).collect();
    let led = Led::by(app, actor).await?;
    let view = |row: AttachmentRow| AttachmentView {
        id: row.id.to_string(),
        unit: row
            .unit_id
            .map(|id| Named { id: id.to_string(), name: names.get(&id).cloned().unwrap_or_default() }),
        may_withdraw: led.may_withdraw(actor, &row),
        name: row.name,
        media_type: row.media_type,
        bytes: row.bytes,
        about: row.about,
        by: row.by_name,
        at: DateTime::from_timestamp_micros(row.at_us).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Users whose files the actor may withdraw as if they were the actor's own.
struct Led(BTreeSet<i64>);

impl Led {
    async fn by(app: &App, actor: &Actor) -> Result<Self> {
        let mut led: BTreeSet<i64> = actor.user.into_iter().collect();
        if actor.role == Role::Manager {
            let sellers = visibility::sellers(app, actor).await?;
            let below = |seller: Option<i64>| seller.is_some_and(|seller| sellers.contains(&seller));
            let all = users::list(&app.db).await?;
            led.extend(all.into_iter().filter(|user| below(user.seller_id)).map(|user| user.id));
        }
        Ok(Self(led))
    }

    fn may_withdraw(&self, actor: &Actor, row: &AttachmentRow) -> bool {
        let runs = matches!(actor.role, Role::Admin | Role::Operations);
        let is_of_them = row.by_id.is_some_and(|by| self.0.contains(&by));
        actor.writes && actor.role.may(Permission::HandOff) && (runs || is_of_them)
    }
}

/// Refuses who may not attach a file to the customer, before anything of the file is read.
pub async fn require_to_add(app: &App, actor: &Actor, customer: i64) -> Result<()> {
    actor.require(Permission::HandOff)?;
    customers::require_visible(app, actor, customer).await
}

/// Attaches a file; where the unit has the same one already, that one is the answer.
///
/// # Errors
/// Where the file is empty, too large or nameless, or the customer has no room for it.
pub async fn add(app: &App, actor: &Actor, new: NewAttachment) -> Result<Attached> {
    require_to_add(app, actor, new.customer).await?;
    if let Some(unit) = new.unit
        && record::of_unit(&app.db, unit).await? != Some(new.customer)
    {
        return Err(Error::Unusable(Words::fixed(
            "The customer has no such unit: name one of its units, or none.",
            "此客戶沒有這個業務單位：請選擇其業務單位，或不指定。",
        )));
    }
    let unusable = |refused: NotTaken| Error::Unusable(refused.words());
    let about = new.about.map(|about| about.trim().to_owned()).filter(|about| !about.is_empty());
    if about.as_ref().is_some_and(|about| about.chars().count() > ABOUT_LETTERS_MAX) {
        return Err(unusable(NotTaken::LongAbout));
    }
    fits(new.content.len() as u64).map_err(unusable)?;
    let name = clean_name(&new.name).ok_or_else(|| unusable(NotTaken::Nameless))?;
    let row = AttachmentRow {
        id: 0,
        customer_id: new.customer,
        unit_id: new.unit,
        media_type: media_type(&name).to_owned(),
        name,
        bytes: i64::try_from(new.content.len()).unwrap_or(i64::MAX),
        sha256: Sha256::digest(&new.content).iter().map(|byte| format!("{byte:02x}")).collect(),
        about,
        by_id: actor.user,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let data = json!({
        "customer": row.customer_id, "unit": row.unit_id, "name": row.name, "bytes": row.bytes, "sha256": row.sha256,
    });
    let event = Event::new(app, actor, "attachment.added", "attachment", data);
    kept(app, row, new.content, event).await
}

async fn kept(app: &App, row: AttachmentRow, content: Vec<u8>, event: Event) -> Result<Attached> {
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            // First of all, because whoever comes second waits for it.
            let id = store::take_id(tx).await?;
            if let Some(id) = store::same(tx, row.customer_id, row.unit_id, &row.sha256).await? {
                return Ok(Attached { id, was_there: true });
            }
            let (files, bytes) = store::held(tx, row.customer_id).await?;
            let held = Held { files: files.unsigned_abs(), bytes: bytes.unsigned_abs() };
            has_room(held, row.bytes.unsigned_abs())
                .map_err(|refused| tandem_store::Error::Said(refused.words()))?;
            store::insert(tx, &AttachmentRow { id, ..row }, &content).await?;
            event.append(tx, id).await?;
            Ok(Attached { id, was_there: false })
        })
    });
    Ok(written.await?)
}

/// A file with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// What it is called.
    pub name: String,
    /// The kind of file.
    pub media_type: String,
    /// What it holds.
    pub content: Vec<u8>,
}

/// A file that the actor sees.
pub async fn read(app: &App, actor: &Actor, id: i64) -> Result<Download> {
    let AttachmentRow { name, media_type, .. } = seen(app, actor, id).await?;
    let content = store::content(&app.db, id).await?.ok_or(Error::NotFound("attachment"))?;
    Ok(Download { name, media_type, content })
}

async fn seen(app: &App, actor: &Actor, id: i64) -> Result<AttachmentRow> {
    let missing = || Error::NotFound("attachment");
    let row = store::get(&app.db, id).await?.ok_or_else(missing)?;
    customers::require_visible(app, actor, row.customer_id).await.map_err(|_| missing())?;
    Ok(row)
}

/// Takes a file out of sight; it stays in the record of the unit.
///
/// # Errors
/// Where the actor did not attach it, and neither leads who did nor runs the program.
pub async fn withdraw(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::HandOff)?;
    let row = seen(app, actor, id).await?;
    if !Led::by(app, actor).await?.may_withdraw(actor, &row) {
        return Err(Error::Forbidden(format!(
            "only {}, whoever leads them, operations and administrators withdraw this attachment: ask one of them",
            row.by_name
        )));
    }
    let data = json!({"customer": row.customer_id, "unit": row.unit_id, "name": row.name});
    let event = Event::new(app, actor, "attachment.withdrawn", "attachment", data);
    let (by, now_us) = (actor.name.clone(), app.clock.now_us());
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            let done = store::withdraw(tx, id, &by, now_us).await?;
            if done {
                event.append(tx, id).await?;
            }
            Ok(done)
        })
    });
    written.await?.then_some(()).ok_or(Error::NotFound("attachment"))
}
