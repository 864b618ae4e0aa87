//! What goes into a proposal: the people with what is known of each, as it stood when the proposal was made.
use super::super::sight::Sight;
use super::super::year::year;
use super::super::{competencies, fit, own};
use crate::{App, Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tandem_core::competencies::{Assessment, standings};
use tandem_core::fit::{Leaning, Profile};
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{
    self, Objective, Person, ROLES, Request, Suits, Weights, Wish, of_competencies, of_fit, of_location,
    of_relationships,
};
use tandem_store::staffing::{self as store, NearRow, ProposalRow};

/// A proposal as it is kept: what went in, and what came out of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Saved {
    /// What went in.
    pub request: Request,
    /// The role of each person, by objective.
    pub roles: BTreeMap<Objective, BTreeMap<String, Option<SellerRole>>>,
}

impl Saved {
    /// Solves it.
    pub fn of(request: Request) -> Self {
        let roles = super::options(&request).into_iter().map(|option| {
            let people = option.people.into_iter().map(|placed| (placed.person, placed.role));
            (option.objective, people.collect())
        });
        Self { roles: roles.collect(), request }
    }
}

/// As the database keeps it.
pub fn text(saved: &Saved) -> String {
    serde_json::to_string(saved).unwrap_or_default()
}

/// From the database.
pub fn read(row: &ProposalRow) -> Result<Saved> {
    serde_json::from_str(&row.document)
        .map_err(|error| Error::Conflict(format!("the proposal {} cannot be read: {error}", row.id)))
}

/// The people of a proposal: those whom the actor leads and who sell, all or these.
pub fn group(app: &App, sight: &Sight, wanted: Option<&[i64]>) -> Result<Vec<i64>> {
    let led: Vec<i64> = sight.sellers(app.clock.today(), Sight::leads).map(|row| row.id).collect();
    let group = match wanted {
        None => led,
        Some(wanted) => {
            if wanted.iter().any(|seller| !led.contains(seller)) {
                return Err(Error::NotFound("seller"));
            }
            led.into_iter().filter(|seller| wanted.contains(seller)).collect()
        }
    };
    if group.is_empty() {
        return Err(Error::Unusable(Words::fixed(
            "A proposal is about people whom you lead, and you lead nobody who sells.",
            "建議的對象為您帶領的業務人員，目前您沒有帶領任何人。",
        )));
    }
    Ok(group)
}

/// What is known of them.
pub async fn build(
    app: &App,
    sight: &Sight,
    group: &[i64],
    seats: BTreeMap<SellerRole, u32>,
    weights: Weights,
    locks: &BTreeMap<i64, SellerRole>,
) -> Result<Request> {
    let known = Known::load(app, group).await?;
    let person = |seller: &i64| {
        let row = sight.people.get(seller);
        Person {
            id: seller.to_string(),
            name: row.map(|row| row.name.clone()),
            now: row.and_then(|row| row.role.as_deref()?.parse().ok()),
            suits: ROLES.into_iter().map(|role| (role, known.suits(*seller, role, app))).collect(),
            locked: locks.get(seller).copied(),
        }
    };
    let mut people: Vec<Person> = group.iter().map(person).collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    let request = Request { roles: seats, weights, people };
    if locks.keys().any(|seller| !group.contains(seller)) {
        return Err(Error::NotFound("seller"));
    }
    check(&request)?;
    Ok(request)
}

/// Seats of one role at most.
const SEATS_MAX: u32 = 10_000;
/// Highest weight.
const WEIGHT_MAX: u32 = 1_000;

/// What is wrong with it.
pub fn check(request: &Request) -> Result<()> {
    let seats: u32 = request.roles.values().fold(0, |sum, seats| sum.saturating_add(*seats));
    let of_roles = request.roles.iter().all(|(role, seats)| ROLES.contains(role) && *seats <= SEATS_MAX);
    if seats == 0 || !of_roles {
        return Err(Error::Unusable(Words::fixed(
            "Say how many hunters, account managers and inside account managers are needed: at least one in all, at most 10,000 of each.",
            "請填寫開發業務、客戶經理、內勤客戶經理的人數：合計至少一人，各至多 10,000 人。",
        )));
    }
    let weights = request.weights.0.values();
    if weights.clone().all(|weight| *weight == 0) || weights.clone().any(|weight| *weight > WEIGHT_MAX) {
        return Err(Error::Unusable(Words::fixed(
            "Let at least one aspect count, each at most 1,000.",
            "至少一個面向的權重須大於零，各至多 1,000。",
        )));
    }
    let locked = |person: &Person| person.locked.is_none_or(|role| request.roles.contains_key(&role));
    if !request.people.iter().all(locked) {
        return Err(Error::Unusable(Words::fixed(
            "Somebody is locked in a role without seats: give the role seats, or take the lock away.",
            "有人被鎖定在沒有名額的角色：請增加名額或解除鎖定。",
        )));
    }
    Ok(())
}

/// Customers within so many kilometres are near.
const NEAR_KM: f64 = 100.0;

/// Everything that suits are made from.
struct Known {
    profiles: BTreeMap<i64, Profile>,
    wishes: BTreeMap<i64, BTreeMap<SellerRole, Wish>>,
    said: BTreeMap<i64, Vec<Assessment>>,
    /// By seller: customers, those whose place and the seller's are known, those of them that are near.
    books: BTreeMap<i64, [u32; 3]>,
    most: u32,
}

impl Known {
    async fn load(app: &App, group: &[i64]) -> Result<Self> {
        let year = year(app).await?;
        let words = store::own_words(&app.db).await?;
        let books = books(store::near(&app.db, app.clock.today()).await?);
        let most = group.iter().filter_map(|seller| books.get(seller)).map(|book| book[0]).max().unwrap_or(0);
        Ok(Self {
            profiles: fit::profiles(app, &year, group.iter().copied()).await?,
            wishes: words.iter().map(|row| (row.seller_id, own::wishes(row))).collect(),
            said: competencies::all(app).await?,
            books,
            most,
        })
    }

    fn suits(&self, seller: i64, role: SellerRole, app: &App) -> Suits {
        let profile = self.profiles.get(&seller).filter(|profile| profile.leaning != Leaning::NotKnown);
        let fit = profile.map(|profile| {
            of_fit(if role == SellerRole::Hunter { profile.hunting } else { profile.keeping })
        });
        let said = self.said.get(&seller).map_or(&[][..], Vec::as_slice);
        let [all, placed, near] = self.books.get(&seller).copied().unwrap_or_default();
        Suits {
            fit: fit.map(|fit| fit.0),
            fit_band: fit.map(|fit| fit.1),
            wish: self.wishes.get(&seller).and_then(|wishes| wishes.get(&role)).map(|wish| wish.points()),
            competencies: of_competencies(&standings(role, said, app.clock.today())),
            relationships: of_relationships(role, all, self.most),
            location: of_location(role, near, placed),
        }
    }
}

fn books(rows: Vec<NearRow>) -> BTreeMap<i64, [u32; 3]> {
    let mut books: BTreeMap<i64, [u32; 3]> = BTreeMap::new();
    for row in rows {
        let [all, placed, near] = books.entry(row.seller_id).or_default();
        *all += 1;
        let here = row.seller_lat.zip(row.seller_lon);
        if let Some((here, there)) = here.zip(row.lat.zip(row.lon)) {
            *placed += 1;
            *near += u32::from(staffing::kilometres(here, there) <= NEAR_KM);
        }
    }
    books
}
