//! Who works at Acme Cloud: a head of sales, managers, generalists who come and go, and the CRM's users that are no people.
use super::dice::Dice;
use super::people::{PersonName, person};
use super::places::{Language, MARKETS, ROTATION, TEAMS};
use chrono::{Days, Months, NaiveDate};
use tandem_core::imports::records::{Point, SellerRecord};
use tandem_core::sellers::{SellerKind, SellerRole};

/// A generalist and what makes them different from the others.
pub struct Seller {
    pub record: SellerRecord,
    pub market: usize,
    /// Factor on decisions won per hour.
    pub skill: f64,
    /// The share of the own work that is written down in the CRM.
    pub diligence: f64,
    pub start: NaiveDate,
    pub end: Option<NaiveDate>,
}

impl Seller {
    pub fn is_there(&self, day: NaiveDate) -> bool {
        self.start <= day && self.end.is_none_or(|end| day < end)
    }

    pub fn minutes_per_week(&self) -> f64 {
        f64::from(self.record.centihours_per_week.unwrap_or(4_000)) * 0.6
    }
}

/// Everybody.
pub struct Cast {
    /// The head of sales and the managers.
    pub leaders: Vec<SellerRecord>,
    pub sellers: Vec<Seller>,
    pub queue: SellerRecord,
    pub integration: SellerRecord,
}

/// Customers a seller can look after until the day is over, prospects included.
const CUSTOMERS_PER_SELLER: usize = 20;
const SELLERS_PER_MANAGER: usize = 12;

/// The cast of a company of so many customers, over the weeks from `start` to `as_of`.
pub fn cast(customers: usize, start: NaiveDate, as_of: NaiveDate, dice: &mut Dice) -> Cast {
    let posts = (customers / CUSTOMERS_PER_SELLER).max(2);
    let mut numbers = Numbers::default();
    let founded = start - Months::new(40);
    let head = leader(&mut numbers, name("Olivia", "Chen", "olivia"), None, None, founded, MARKETS[1].office);
    let mut leaders = vec![head];
    let per_team = posts.div_ceil(TEAMS.len()).div_ceil(SELLERS_PER_MANAGER);
    for place in 0..per_team * TEAMS.len() {
        leaders.push(manager(&mut numbers, place, per_team, founded, &leaders[0].external_id));
    }
    let mut sellers = Vec::new();
    for post in 0..posts {
        fill(&mut sellers, post, &leaders, per_team, &mut numbers, start, as_of, dice);
    }
    let queue = helper(&mut numbers, "Support Queue", "support@acme.example", SellerKind::Queue, founded);
    let integration = helper(
        &mut numbers,
        "Newsletter Integration",
        "newsletter@acme.example",
        SellerKind::Integration,
        founded,
    );
    Cast { leaders, sellers, queue, integration }
}

/// Numbers given away so far.
#[derive(Default)]
struct Numbers {
    seller: usize,
    chinese: usize,
    english: usize,
}

impl Numbers {
    fn id(&mut self) -> String {
        self.seller += 1;
        format!("S{:02}", self.seller)
    }

    fn person(&mut self, language: Language) -> PersonName {
        let number = match language {
            Language::Chinese => &mut self.chinese,
            Language::English => &mut self.english,
        };
        *number += 1;
        person(language, *number - 1)
    }
}

fn name(given: &str, family: &str, latin: &str) -> PersonName {
    let language = if given.is_ascii() { Language::English } else { Language::Chinese };
    PersonName { given: given.to_owned(), family: family.to_owned(), language, latin: latin.to_owned() }
}

/// One post over the years: who starts in it, who follows when they leave.
#[expect(clippy::too_many_arguments, reason = "the cast is made in one go, and each is needed once")]
fn fill(
    sellers: &mut Vec<Seller>,
    post: usize,
    leaders: &[SellerRecord],
    per_team: usize,
    numbers: &mut Numbers,
    start: NaiveDate,
    as_of: NaiveDate,
    dice: &mut Dice,
) {
    let market = ROTATION[post % ROTATION.len()];
    let team = TEAMS.iter().position(|team| *team == MARKETS[market].team).unwrap_or(0);
    let manager = &leaders[1 + team + TEAMS.len() * (post / TEAMS.len() % per_team)];
    let first_day = match post % 4 {
        3 => start + Days::new(7 * dice.between(20, 100)),
        _ => start - Days::new(7 * dice.between(90, 160)),
    };
    let leaves = (post % 4 == 1).then(|| start + Days::new(7 * dice.between(45, 125)));
    sellers.push(seller(numbers, market, manager, first_day, leaves, dice));
    let next = leaves.map(|left| left + Days::new(7 * dice.between(3, 9)));
    if let Some(next) = next.filter(|next| *next < as_of) {
        sellers.push(seller(numbers, market, manager, next, None, dice));
    }
}

fn seller(
    numbers: &mut Numbers,
    market: usize,
    manager: &SellerRecord,
    start: NaiveDate,
    end: Option<NaiveDate>,
    dice: &mut Dice,
) -> Seller {
    let person = numbers.person(MARKETS[market].language);
    let (lat, lon) = MARKETS[market].office;
    let part_time = dice.chance(0.1);
    Seller {
        record: SellerRecord {
            external_id: numbers.id(),
            name: person.whole(),
            email: Some(format!("{}@acme.example", person.latin)),
            kind: SellerKind::Person,
            role: SellerRole::Generalist,
            manager: Some(manager.external_id.clone()),
            team: manager.team.clone(),
            place: Some(Point { lat, lon }),
            start_date: Some(start),
            end_date: end,
            centihours_per_week: Some(if part_time { 3_200 } else { 4_000 }),
        },
        market,
        skill: dice.lognormal(1.0, 0.25),
        diligence: dice.uniform(0.35, 0.9),
        start,
        end,
    }
}

fn manager(
    numbers: &mut Numbers,
    place: usize,
    per_team: usize,
    start: NaiveDate,
    head: &str,
) -> SellerRecord {
    let (team, turn) = (place % TEAMS.len(), place / TEAMS.len());
    let label = if per_team == 1 { TEAMS[team].to_owned() } else { format!("{} {}", TEAMS[team], turn + 1) };
    let person = match (team, turn) {
        (0, 0) => name("佳穎", "林", "chia-ying.lin"),
        (1, 0) => name("Marcus", "Reed", "marcus.reed"),
        _ => numbers.person(MARKETS[team].language),
    };
    leader(numbers, person, Some(label), Some(head.to_owned()), start, MARKETS[team].office)
}

fn leader(
    numbers: &mut Numbers,
    person: PersonName,
    team: Option<String>,
    manager: Option<String>,
    start: NaiveDate,
    (lat, lon): (f64, f64),
) -> SellerRecord {
    SellerRecord {
        external_id: numbers.id(),
        name: person.whole(),
        email: Some(format!("{}@acme.example", person.latin)),
        kind: SellerKind::Person,
        role: SellerRole::Manager,
        manager,
        team,
        place: Some(Point { lat, lon }),
        start_date: Some(start),
        end_date: None,
        centihours_per_week: Some(4_000),
    }
}

fn helper(
    numbers: &mut Numbers,
    name: &str,
    email: &str,
    kind: SellerKind,
    start: NaiveDate,
) -> SellerRecord {
    SellerRecord {
        external_id: numbers.id(),
        name: name.to_owned(),
        email: Some(email.to_owned()),
        kind,
        role: SellerRole::Generalist,
        manager: None,
        team: None,
        place: None,
        start_date: Some(start),
        end_date: None,
        centihours_per_week: None,
    }
}
