//! How long the preview of a mass handoff takes: `cargo run --release -p tandem-core --example mass_handoffs -- [units] [receivers]`.
//! The world is made by counting, so that every run measures the same.
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a measurement that prints its figures")]
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::time::Instant;
use tandem_core::handoffs::inventory::{Inventory, Item, RecordKind};
use tandem_core::handoffs::mass::{Cause, MassPlan, MassUnit, preview};
use tandem_core::handoffs::receivers::{Book, Candidate, NEW_DAYS, Terms, Unit, Weights};
use tandem_core::holidays::Calendars;
use tandem_core::ids::{CustomerId, SellerId, UnitId};
use tandem_core::playbooks::shipped;
use tandem_core::sellers::SellerRole;

const RECORDS: i64 = 40;
const GIVERS: i64 = 100;

fn name(kind: &str, number: i64, of: i64) -> String {
    format!("{kind} {}", number % of)
}

fn unit(id: i64, day: NaiveDate) -> MassUnit {
    let kinds = RecordKind::ALL.iter().cycle();
    let giver = SellerId(id % GIVERS);
    let record = |(number, kind): (i64, &RecordKind)| Item {
        kind: *kind,
        id: id * RECORDS + number,
        owner: Some(giver),
        open: number % 3 != 0,
    };
    MassUnit {
        unit: UnitId(id),
        customer: CustomerId(id),
        serving: Vec::new(),
        giver,
        receiver: None,
        about: Unit {
            segment: Some(name("segment", id, 5)),
            region: Some(name("region", id, 12)),
            industry: Some(name("industry", id, 30)),
            products: vec![name("product", id, 9), name("product", id + 1, 9)],
            arr_minor: Some(100_000 * (id % 97)),
            load: 1 + id % 3,
        },
        renewal: day.checked_add_days(Days::new(u64::try_from(id % 365).unwrap_or(0))),
        escalations: u32::from(id % 50 == 0),
        running: None,
        inventory: Inventory::new((0..RECORDS).zip(kinds).map(record)),
        history: BTreeMap::new(),
        choices: BTreeMap::new(),
        giver_role: Some(SellerRole::Hunter),
    }
}

fn candidate(seller: i64, day: NaiveDate, limit: i64) -> Candidate {
    let counts =
        |kind: &str, of: i64| (0..4).map(|n| (name(kind, seller + n, of), 4)).collect::<BTreeMap<_, _>>();
    Candidate {
        seller: SellerId(1_000 + seller),
        role: SellerRole::AccountManager,
        since: day.checked_sub_days(Days::new(400)).unwrap_or(day),
        leaves: None,
        away: None,
        ready: Some(seller % 20 != 0),
        paired_with: Vec::new(),
        book: Book {
            units: 20,
            segments: counts("segment", 5),
            regions: counts("region", 12),
            industries: counts("industry", 30),
            products: counts("product", 9),
            median_arr_minor: Some(4_000_000),
        },
        load: 20,
        limit,
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|text| text.parse::<i64>().ok());
    let (units, receivers) = (arguments.next().unwrap_or(10_000), arguments.next().unwrap_or(300));
    let day = NaiveDate::from_ymd_opt(2027, 3, 1).expect("a day of the calendar");
    let units: Vec<_> = (0..units).map(|id| unit(id, day)).collect();
    // Room for about all of them, so that late units find few who can.
    let limit = 20 + 2 * i64::try_from(units.len()).unwrap_or(i64::MAX) / receivers.max(1);
    let candidates: Vec<_> = (0..receivers).map(|seller| candidate(seller, day, limit)).collect();
    let playbook = shipped("standard").expect("shipped playbooks are read by a test");
    let terms = Terms {
        day,
        giver: SellerId(0),
        role: SellerRole::AccountManager,
        new_days: NEW_DAYS,
        weights: Weights::USUAL,
    };
    let plan = MassPlan {
        cause: &Cause::Alignment { name: "measured".to_owned() },
        units: &units,
        candidates: &candidates,
        terms: &terms,
        playbook: &playbook,
        countries: &BTreeMap::new(),
        calendars: &Calendars::new([]),
        incentives: &[],
        day,
    };
    let start = Instant::now();
    let found = preview(&plan);
    let took = start.elapsed();
    println!(
        "{} units, {} receivers, {} records: {} planned, {} refused in {} ms",
        units.len(),
        candidates.len(),
        units.iter().map(|unit| unit.inventory.items().len()).sum::<usize>(),
        found.planned().count(),
        found.refused().count(),
        took.as_millis()
    );
}
