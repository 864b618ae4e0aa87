//! Who should receive a unit, with the reasons: the candidates of a role with their books, loads and readiness, ranked by core.
use super::people;
use crate::sessions::Named;
use crate::{Actor, App, Error, Result, customers, readiness, settings};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::handoffs::receivers::{Book, Candidate, NEW_DAYS, Part, Ranked, Terms, Unit, Weights, rank};
use tandem_core::ids::SellerId;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_store::book::Units;
use tandem_store::{alignments, book, customers as record};

/// Somebody who could receive the unit.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Receiver)]
pub struct ReceiverView {
    /// Who.
    pub seller: Named,
    /// paired, settled or new: it comes before points.
    #[schema(value_type = String)]
    pub tier: Value,
    /// How much speaks for the seller, 0 to 10,000.
    pub points_bp: u32,
    /// What the points are made of: aspect, likeness, weight, and what was seen in words.
    #[schema(value_type = Vec<Object>)]
    pub parts: Vec<Part>,
    /// Customers with this unit.
    pub load_after: i64,
    /// Customers that one can carry.
    pub load_limit: i64,
}

/// Somebody who cannot receive it.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Barred {
    /// Who.
    pub seller: Named,
    /// Every reason.
    #[schema(value_type = Vec<Object>)]
    pub reasons: Vec<Words>,
}

/// Everybody of a role.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Receivers)]
pub struct ReceiversView {
    /// The role that is looked among.
    pub role: String,
    /// The best first.
    pub ranked: Vec<ReceiverView>,
    /// Those of the role who cannot receive it, by name.
    pub barred: Vec<Barred>,
}

/// Who of a role should receive a unit.
pub async fn receivers(app: &App, actor: &Actor, unit: i64, role: SellerRole) -> Result<ReceiversView> {
    customers::customer_of(app, actor, unit).await?;
    let today = app.clock.today();
    let people = people::all(app).await?;
    let mut candidates = candidates(app, &people, role, today).await?;
    let known = known(app, Units::One(unit), today).await?.into_iter().next();
    let (row, about) = known.ok_or(Error::NotFound("unit"))?;
    // Whoever serves the customer already carries no further one with it.
    for serving in record::owners(&app.db, &[row.customer_id], today).await? {
        candidates.iter_mut().filter(|one| one.seller.0 == serving.1).for_each(|one| one.load -= 1);
    }
    // Nobody has the number 0: a unit without an owner is given by nobody.
    let giver = SellerId(row.seller_id.unwrap_or_default());
    let terms = Terms { day: today, giver, role, new_days: NEW_DAYS, weights: Weights::USUAL };
    let ranking = rank(&about, &candidates, &terms);
    let named = |seller: SellerId| Named {
        id: seller.to_string(),
        name: people.get(&seller.0).map(|row| row.name.clone()).unwrap_or_default(),
    };
    let mut barred: Vec<Barred> = ranking
        .ineligible
        .into_iter()
        .map(|(seller, why)| Barred {
            seller: named(seller),
            reasons: why.into_iter().map(tandem_core::handoffs::receivers::Ineligible::words).collect(),
        })
        .collect();
    barred.sort_by(|one, other| one.seller.name.cmp(&other.seller.name));
    let view = |ranked: Ranked| ReceiverView {
        seller: named(ranked.seller),
        tier: json!(ranked.tier),
        points_bp: ranked.points_bp,
        parts: ranked.parts,
        load_after: ranked.load_after.0,
        load_limit: ranked.load_after.1,
    };
    Ok(ReceiversView {
        role: role.text().to_owned(),
        ranked: ranking.ranked.into_iter().map(view).collect(),
        barred,
    })
}

/// Everybody of a role with book, load and readiness.
pub async fn candidates(
    app: &App,
    people: &people::Sellers,
    role: SellerRole,
    today: NaiveDate,
) -> Result<Vec<Candidate>> {
    let of_role = |row: &&tandem_store::sellers::SellerRow| {
        row.kind == "person"
            && row.role.as_deref() == Some(role.text())
            && row.end_date.is_none_or(|end| end > today)
    };
    let sellers: Vec<i64> = people.values().filter(of_role).map(|row| row.id).collect();
    let owned = known(app, Units::OwnedBy(&sellers), today).await?.into_iter();
    let mut books = books(owned.filter_map(|(row, unit)| Some((row.seller_id?, unit))).collect());
    let loads: BTreeMap<i64, i64> = record::books(&app.db, today).await?.into_iter().collect();
    let ready = readiness::for_role(app, role).await?;
    let posts: BTreeMap<i64, NaiveDate> = book::posts(&app.db)
        .await?
        .into_iter()
        .filter(|(_, of, _, start, end)| {
            of == role.text() && *start <= today && end.is_none_or(|end| end > today)
        })
        .map(|(seller, _, _, start, _)| (seller, start))
        .collect();
    let limit = i64::from(settings::load(app).await?.load.customers_max);
    let mut paired: BTreeMap<i64, Vec<SellerId>> = BTreeMap::new();
    for pair in alignments::pairs_on(&app.db, today).await? {
        paired.entry(pair.manager_id).or_default().push(SellerId(pair.hunter_id));
    }
    Ok(sellers
        .into_iter()
        .map(|id| Candidate {
            seller: SellerId(id),
            role,
            since: posts.get(&id).copied().unwrap_or(today),
            leaves: people.get(&id).and_then(|row| row.end_date),
            away: None,
            ready: ready.get(&id).map(|row| row.ready),
            paired_with: paired.remove(&id).unwrap_or_default(),
            book: books.remove(&id).unwrap_or_default(),
            load: loads.get(&id).copied().unwrap_or_default(),
            limit,
        })
        .collect())
}

/// Units of sellers -> the book of each.
fn books(owned: Vec<(i64, Unit)>) -> BTreeMap<i64, Book> {
    let mut books: BTreeMap<i64, (Book, Vec<i64>)> = BTreeMap::new();
    let count = |counts: &mut BTreeMap<String, u32>, word: Option<String>| {
        if let Some(word) = word {
            *counts.entry(word).or_default() += 1;
        }
    };
    for (seller, unit) in owned {
        let (book, revenues) = books.entry(seller).or_default();
        book.units += 1;
        count(&mut book.segments, unit.segment);
        count(&mut book.regions, unit.region);
        count(&mut book.industries, unit.industry);
        unit.products.into_iter().for_each(|product| count(&mut book.products, Some(product)));
        revenues.extend(unit.arr_minor);
    }
    let with_median = |(seller, (mut book, mut revenues)): (i64, (Book, Vec<i64>))| {
        revenues.sort_unstable();
        book.median_arr_minor = revenues.get(revenues.len() / 2).copied();
        (seller, book)
    };
    books.into_iter().map(with_median).collect()
}

/// Units with their owners, and what is known of each for choosing a receiver.
pub async fn known(app: &App, which: Units<'_>, today: NaiveDate) -> Result<Vec<(book::OwnedUnit, Unit)>> {
    let worths: BTreeMap<String, i64> = settings::load(app).await?.worths(today).into_iter().collect();
    let mut subscribed: BTreeMap<i64, (BTreeSet<String>, Option<i64>)> = BTreeMap::new();
    for (unit, product, arr, currency) in book::in_force(&app.db, which, today).await? {
        let (products, sum) = subscribed.entry(unit).or_insert((BTreeSet::new(), Some(0)));
        products.extend(product);
        *sum = sum.zip(worths.get(&currency)).and_then(|(sum, worth)| sum.checked_add(times(arr, *worth)?));
    }
    let rows = book::owned(&app.db, which, today).await?.into_iter();
    Ok(rows
        .map(|row| {
            let (products, arr_minor) = subscribed.remove(&row.unit_id).unwrap_or_default();
            let unit = Unit {
                segment: row.segment.clone(),
                region: row.region.clone(),
                industry: row.industry.clone(),
                products: products.into_iter().collect(),
                arr_minor,
                load: 1,
            };
            (row, unit)
        })
        .collect())
}

/// Minor units of a currency in those of the company's.
fn times(minor: i64, worth_e9: i64) -> Option<i64> {
    i64::try_from(i128::from(minor) * i128::from(worth_e9) / 1_000_000_000).ok()
}
