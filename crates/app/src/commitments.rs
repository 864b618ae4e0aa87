//! Commitments: what was promised to a unit, who sees to it, and what became of it.
mod act;

use crate::events::Event;
use crate::handoffs::{people, saved};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result, customers, rules, visibility};
pub use act::{CommitmentWish, act};
use serde::Serialize;
use serde_json::{Value, json};
use tandem_core::commitments::{Commitment, CommitmentRefused, Promise};
use tandem_core::ids::{CommitmentId, SellerId, UnitId};
use tandem_store::commitments::{self as store, CommitmentRow};
use tandem_store::customers::Visible;
use tandem_store::{ownership, users};

/// A commitment.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Commitment)]
pub struct CommitmentView {
    /// The id.
    pub id: String,
    /// To which unit.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Who sees to it.
    pub owner: Named,
    /// Whether its owner is not there any more: somebody else must see to it.
    pub orphan: bool,
    /// Whether it is owed and its day has passed.
    pub overdue: bool,
    /// The promise, its state, what it replaced, the handoffs in which it was gone through, and every act.
    #[schema(value_type = Object)]
    pub commitment: Value,
}

/// Commitments.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Commitments {
    /// The first due first; at most 1,000.
    pub items: Vec<CommitmentView>,
    /// Users by id, for the acts.
    pub people: Vec<Named>,
}

/// Every commitment to a unit.
pub async fn of_unit(app: &App, actor: &Actor, unit: i64) -> Result<Commitments> {
    customers::customer_of(app, actor, unit).await?;
    view(app, store::of_units(&app.db, &[unit]).await?).await
}

/// Open commitments that the sellers see to whose books the actor sees.
pub async fn open(app: &App, actor: &Actor) -> Result<Commitments> {
    let rows = match visibility::customers(app, actor).await? {
        Visible::Everything => store::open_of(&app.db, None).await?,
        Visible::Books(sellers) => store::open_of(&app.db, Some(&sellers)).await?,
    };
    view(app, rows).await
}

async fn view(app: &App, rows: Vec<CommitmentRow>) -> Result<Commitments> {
    let (people, today) = (people::all(app).await?, app.clock.today());
    let roster = people::roster(&people);
    let units: Vec<i64> = rows.iter().map(|row| row.unit_id).collect();
    let names = rules::names(app, &units).await?;
    let mut items = Vec::new();
    for row in rows {
        let commitment: Commitment = saved::read(&row.document)?;
        let Some((unit, customer)) = names.get(&row.unit_id).cloned() else { continue };
        let name = people.get(&row.owner_id).map(|seller| seller.name.clone()).unwrap_or_default();
        items.push(CommitmentView {
            id: row.id.to_string(),
            unit,
            customer,
            owner: Named { id: row.owner_id.to_string(), name },
            orphan: commitment.is_open() && !roster.is_there(commitment.owner, today),
            overdue: commitment.is_overdue(today),
            commitment: json!(commitment),
        });
    }
    let people = users::list(&app.db).await?.into_iter();
    let people = people.map(|user| Named { id: user.id.to_string(), name: user.name }).collect();
    Ok(Commitments { items, people })
}

/// Writes down what was promised to a unit; whoever owns the unit sees to it where nobody is named. Returns its id.
pub async fn promise(
    app: &App,
    actor: &Actor,
    unit: i64,
    promise: Promise,
    owner: Option<i64>,
) -> Result<i64> {
    actor.require(Permission::HandOff)?;
    customers::customer_of(app, actor, unit).await?;
    let today = app.clock.today();
    let of_unit = ownership::owner_on(&app.db, unit, today).await?.map(|row| row.seller_id);
    let owner = owner.or(of_unit).unwrap_or_default();
    let roster = people::roster(&people::all(app).await?);
    let commitment =
        Commitment::promised(CommitmentId(0), UnitId(unit), promise, SellerId(owner), &roster, today)
            .map_err(|refused| match refused {
                CommitmentRefused::NobodyThere(SellerId(0)) => {
                    Error::Conflict("nobody owns the unit, so say who sees to the commitment".to_owned())
                }
                refused => Error::Invalid(refused.to_string()),
            })?;
    let data = json!({"unit": unit, "owner": owner, "promise": commitment.promise});
    let event = Event::new(app, actor, "commitment.promised", "commitment", data);
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::take_id(tx).await?;
            let commitment = Commitment { id: CommitmentId(id), ..commitment };
            store::insert(tx, &within(&commitment)?).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(kept.await?)
}

/// A commitment as a row.
pub(crate) fn row(commitment: &Commitment) -> Result<CommitmentRow> {
    Ok(CommitmentRow {
        id: commitment.id.0,
        unit_id: commitment.unit.0,
        owner_id: commitment.owner.0,
        is_open: commitment.is_open(),
        due_date: commitment.promise.due,
        version: saved::version(commitment.version),
        document: saved::text(commitment)?,
    })
}

/// The same within a transaction, where what cannot be kept undoes it.
pub(crate) fn within(commitment: &Commitment) -> tandem_store::Result<CommitmentRow> {
    row(commitment).map_err(|error| tandem_store::Error::Refused(error.to_string()))
}
