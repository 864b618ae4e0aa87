//! What follows from the imported rows: units, kinds, subscriptions from wins, first owners, summaries.
use super::apply::Apply;
use super::hash;
use crate::Result;
use crate::settings::{self, DerivedSubscriptions};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, HashMap};
use tandem_core::imports::records::ObjectKind;
use tandem_core::ownership::Period;
use tandem_core::sellers::SellerRole;
use tandem_store::imports::derive::{self, Unowned, Win};
use tandem_store::imports::links;
use tandem_store::imports::rows::Row;
use tandem_store::imports::tables::Cell;
use tandem_store::{search, summaries};

/// Derives everything and remakes what list pages show.
pub async fn all(apply: &mut Apply<'_>, settings: &settings::Settings) -> Result<()> {
    let made = links::make_missing_units(apply.tx, apply.origin.import).await?;
    note(apply, made, "customers had no unit and got one");
    apply.report.notes.extend(apply.places.notes());
    derive::kinds(apply.tx).await?;
    derive::drop_derived(apply.tx, apply.origin).await?;
    subscriptions(apply, &settings.derived_subscriptions).await?;
    owners(apply).await?;
    let rates = settings.worths(apply.today);
    summaries::refresh(apply.tx, apply.today, &rates).await?;
    Ok(search::refresh(apply.tx).await?)
}

fn note(apply: &mut Apply<'_>, count: u64, what: &str) {
    if count > 0 {
        apply.report.notes.push(format!("{count} {what}."));
    }
}

async fn subscriptions(apply: &mut Apply<'_>, terms: &DerivedSubscriptions) -> Result<()> {
    let wins = derive::wins(apply.tx, apply.origin.source).await?;
    if wins.is_empty() {
        return Ok(());
    }
    let has_renewals = wins.iter().any(|win| win.kind == "renewal");
    let open_ended = terms.open_ended_without_renewals && !has_renewals;
    let count = wins.len();
    let rows: Vec<Row> = wins.into_iter().map(|win| row(&win, terms.term_months, open_ended)).collect();
    for chunk in rows.chunks(2_000) {
        // No file stands behind these rows, so no file's counts change.
        apply.put(usize::MAX, ObjectKind::Subscription, chunk.to_vec()).await?;
    }
    let until = if open_ended {
        "until further notice, as no renewals are recorded".to_owned()
    } else {
        format!("for {} months", terms.term_months)
    };
    apply.report.notes.push(format!("The source has no subscriptions: {count} were derived from won opportunities, in force {until}, and are marked as derived."));
    let lost = derive::wins_without_unit(apply.tx, apply.origin.source).await?;
    note(
        apply,
        lost.unsigned_abs(),
        "won opportunities name no customer or one with several units, so no subscription could be derived from them",
    );
    Ok(())
}

fn row(win: &Win, term_months: u32, open_ended: bool) -> Row {
    let end = if open_ended { None } else { win.close_date.checked_add_months(Months::new(term_months)) };
    let external_id = format!("opportunity:{}", win.external_id);
    let content = (&external_id, win.unit_id, win.amount_minor, &win.currency, win.close_date, end);
    Row {
        hash: hash::of(&content),
        cells: vec![
            Cell::Int(Some(win.unit_id)),
            Cell::Text(win.name.clone()),
            Cell::Int(Some(win.amount_minor)),
            Cell::Text(Some(win.currency.clone())),
            Cell::Date(Some(win.close_date)),
            Cell::Date(end),
            Cell::Int(Some(win.id)),
        ],
        external_id,
    }
}

/// Without dated ownership the owner of a unit is whoever won it, else whom the source names, from then on.
async fn owners(apply: &mut Apply<'_>) -> Result<()> {
    let unowned = derive::unowned(apply.tx).await?;
    let roles: HashMap<i64, SellerRole> = derive::roles(apply.tx)
        .await?
        .into_iter()
        .filter_map(|(seller, role)| Some((seller, role.parse().ok()?)))
        .collect();
    let histories: Vec<(i64, Vec<Period>)> =
        unowned.iter().filter_map(|unit| history(unit, apply, &roles)).collect();
    links::replace_histories(apply.tx, apply.origin, &histories, &BTreeMap::new()).await?;
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
