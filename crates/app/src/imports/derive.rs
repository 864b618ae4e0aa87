//! What follows from the imported rows: units, kinds, subscriptions from wins, first owners, summaries.
use super::apply::Apply;
use super::hash;
use crate::Result;
use crate::settings::{self, DerivedSubscriptions};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use tandem_core::imports::records::ObjectKind;
use tandem_core::money::Money;
use tandem_core::opportunities::OpportunityKind;
use tandem_core::ownership::Period;
use tandem_core::sellers::SellerRole;
use tandem_core::subscriptions::derived::{self, Derived, Sale, Terms};
use tandem_store::imports::derive::{self, Sold, Unowned};
use tandem_store::imports::rows::Row;
use tandem_store::imports::tables::Cell;
use tandem_store::imports::{histories, links};
use tandem_store::{Tx, search, summaries};

/// Derives everything and remakes what list pages show.
pub async fn all(apply: &mut Apply<'_>, settings: &settings::Settings) -> Result<()> {
    let made = links::make_missing_units(apply.tx, apply.origin.import).await?;
    note(apply, made, "customers had no unit and got one");
    apply.report.notes.extend(apply.places.notes());
    derive::take_statistics(apply.tx).await?;
    derive::kinds(apply.tx).await?;
    subscriptions(apply, &settings.derived_subscriptions).await?;
    owners(apply).await?;
    let rates = settings.worths(apply.today);
    summaries::refresh(apply.tx, apply.today, &rates).await?;
    Ok(search::refresh_of(apply.tx, apply.origin.import).await?)
}

fn note(apply: &mut Apply<'_>, count: u64, what: &str) {
    if count > 0 {
        apply.report.notes.push(format!("{count} {what}."));
    }
}

async fn subscriptions(apply: &mut Apply<'_>, settings: &DerivedSubscriptions) -> Result<()> {
    let sold = derive::sold(apply.tx, apply.origin.source).await?;
    let renews = sold.iter().any(|sale| sale.kind == OpportunityKind::Renewal.text());
    let open_ended = settings.open_ended_without_renewals && !renews;
    let terms = if open_ended { Terms::Open } else { Terms::Months(settings.term_months) };
    let mut rows = Vec::new();
    for unit in sold.chunk_by(|a, b| a.unit_id == b.unit_id) {
        let sales: Vec<Sale> = unit.iter().filter_map(sale).collect();
        let named: HashMap<i64, &Sold> = unit.iter().map(|sale| (sale.id, sale)).collect();
        let derived = derived::derive(&sales, terms);
        rows.extend(
            derived.iter().filter_map(|derived| Some(row(named.get(&derived.opportunity)?, derived))),
        );
    }
    drop_stale(apply, &rows).await?;
    if rows.is_empty() {
        return Ok(());
    }
    for chunk in rows.chunks(2_000) {
        // No file stands behind these rows, so no file's counts change.
        apply.put(usize::MAX, ObjectKind::Subscription, chunk.to_vec()).await?;
    }
    let until = if open_ended {
        "until further notice, as no renewals are recorded".to_owned()
    } else {
        format!("for {} months, or as long as they are renewed", settings.term_months)
    };
    let count = rows.len();
    apply.report.notes.push(format!("The source has no subscriptions: {count} were derived from won opportunities, in force {until}, and are marked as derived."));
    let without_unit = derive::wins_without_unit(apply.tx, apply.origin.source).await?;
    note(
        apply,
        without_unit.unsigned_abs(),
        "won opportunities name no customer or one with several units, so no subscription could be derived from them",
    );
    let without_amount = derive::wins_without_amount(apply.tx, apply.origin.source).await?;
    let what = "won opportunities have no amount above zero or no day, so no subscription could be derived from them";
    note(apply, without_amount.unsigned_abs(), what);
    Ok(())
}

/// What was derived before and does not follow any more, because the sale is no longer won or the source has subscriptions now.
async fn drop_stale(apply: &mut Apply<'_>, rows: &[Row]) -> Result<()> {
    let present: HashSet<&str> = rows.iter().map(|row| row.external_id.as_str()).collect();
    let before = derive::derived(apply.tx, apply.origin.source).await?;
    let stale: Vec<i64> = before
        .iter()
        .filter(|(_, external)| !present.contains(external.as_str()))
        .map(|(id, _)| *id)
        .collect();
    derive::drop_derived(apply.tx, apply.origin.import, &stale).await?;
    note(
        apply,
        stale.len() as u64,
        "derived subscriptions no longer follow from the source and were removed",
    );
    Ok(())
}

fn sale(sold: &Sold) -> Option<Sale> {
    let currency = sold.currency.as_deref().and_then(|code| code.parse().ok());
    Some(Sale {
        opportunity: sold.id,
        kind: sold.kind.parse().ok()?,
        status: sold.status.parse().ok()?,
        amount: sold.amount_minor.zip(currency).map(|(minor, currency)| Money::new(minor, currency)),
        day: sold.close_date,
    })
}

fn row(sold: &Sold, derived: &Derived) -> Row {
    let external_id = format!("opportunity:{}", sold.external_id);
    let content = (&external_id, sold.unit_id, derived.arr, derived.start, derived.end, &sold.name);
    Row {
        hash: hash::of(&content),
        cells: vec![
            Cell::Int(Some(sold.unit_id)),
            Cell::Text(sold.name.clone()),
            Cell::Int(Some(derived.arr.minor)),
            Cell::Text(Some(derived.arr.currency.to_string())),
            Cell::Date(Some(derived.start)),
            Cell::Date(derived.end),
            Cell::Int(Some(sold.id)),
        ],
        external_id,
    }
}

/// The role of each seller's open post.
pub async fn roles(tx: &mut Tx) -> Result<HashMap<i64, SellerRole>> {
    let roles = derive::roles(tx).await?.into_iter();
    Ok(roles.filter_map(|(seller, role)| Some((seller, role.parse().ok()?))).collect())
}

/// Without dated ownership the owner of a unit is whoever won it, else whom the source names, from then on.
async fn owners(apply: &mut Apply<'_>) -> Result<()> {
    let unowned = derive::unowned(apply.tx).await?;
    let roles = roles(apply.tx).await?;
    let not_persons = links::not_persons(apply.tx).await?;
    apply.owners.retain(|_, seller| !not_persons.contains(seller));
    let histories: Vec<(i64, Vec<Period>)> =
        unowned.iter().filter_map(|unit| history(unit, apply, &roles)).collect();
    histories::replace_histories(apply.tx, apply.origin, &histories).await?;
    note(
        apply,
        histories.len() as u64,
        "units without dated ownership belong to whoever won them, or whom the source names",
    );
    note(
        apply,
        (unowned.len() - histories.len()) as u64,
        "units have no owner: nobody is known to have won them, and the source names nobody",
    );
    Ok(())
}

fn history(
    unit: &Unowned,
    apply: &Apply<'_>,
    roles: &HashMap<i64, SellerRole>,
) -> Option<(i64, Vec<Period>)> {
    let named = apply.owners.get(&unit.customer_id).copied();
    let role = |seller: i64| roles.get(&seller).copied().unwrap_or(SellerRole::Generalist);
    let period = |seller: i64, start: NaiveDate| Period { seller, role: role(seller), start, end: None };
    let periods = match (unit.winner_id.zip(unit.won_on), named) {
        (Some((winner, won_on)), Some(named)) if named != winner && won_on < apply.today => {
            // When the customer changed hands is not recorded; it is known to be so today.
            let first = Period { end: Some(apply.today), ..period(winner, won_on) };
            vec![first, period(named, apply.today)]
        }
        (Some((winner, won_on)), _) => vec![period(winner, won_on)],
        (None, Some(named)) => {
            vec![period(named, unit.first_sale.or(unit.created_date).unwrap_or(apply.today))]
        }
        (None, None) => return None,
    };
    Some((unit.unit_id, periods))
}
