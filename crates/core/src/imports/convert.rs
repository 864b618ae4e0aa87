//! One row of cells becomes one record, or the problems that kept it from being one.
use super::Problem;
use super::fields::fields;
use super::mapping::FileMapping;
use super::records::*;
use super::sources::{SourceKind, clean_header};
use super::values::{self, DateOrder};
use crate::money::{Currency, Money};
use crate::opportunities::{OpportunityKind, OpportunityStatus};
use crate::places::{self, Address, Place, PlaceSource, country_code};
use crate::sellers::{SellerKind, SellerRole};
use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use std::str::FromStr;

mod cells;
use cells::Cells;

/// How the rows of one file become records.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What the rows are.
    pub object: ObjectKind,
    /// Field, its header, its place in the row.
    columns: Vec<(&'static str, String, usize)>,
    dates: DateOrder,
    currency: Currency,
    source: Option<SourceKind>,
}

/// References by name instead of by id begin with this.
pub const BY_NAME: &str = "name:";

/// References to sellers by e-mail addresses or names, between semicolons, begin with this; the first that is known counts.
pub const BY_EMAIL: &str = "email:";

impl Plan {
    /// A plan for a file's headers, which are clean. `dates` and `currency` fill what cells leave open; `source` is whose ids they are.
    pub fn new(
        mapping: &FileMapping,
        headers: &[String],
        dates: DateOrder,
        currency: Currency,
        source: Option<SourceKind>,
    ) -> Self {
        let place = |header: &str| headers.iter().position(|h| *h == clean_header(header));
        let columns = fields(mapping.object)
            .iter()
            .filter_map(|field| {
                let (header, _) = mapping.columns.iter().find(|(_, name)| *name == field.name)?;
                Some((field.name, header.clone(), place(header)?))
            })
            .collect();
        Self { object: mapping.object, columns, dates: mapping.dates.unwrap_or(dates), currency, source }
    }

    /// Places of the columns that hold dates: what the order of their parts is told from.
    pub fn date_columns(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().filter(|(name, ..)| name.ends_with("date")).map(|(.., place)| *place)
    }

    /// Sets the order of the parts of a date.
    pub fn with_dates(mut self, dates: DateOrder) -> Self {
        self.dates = dates;
        self
    }
}

/// Converts a row. `Ok(None)`: the row is one to pass over (deleted at its source).
pub fn convert<C: AsRef<str>>(plan: &Plan, row: &[C]) -> Result<Option<Record>, Vec<Problem>> {
    let mut cells = Cells::new(plan, row);
    if cells.flag("deleted") || is_footer(plan, &cells) || is_planned(&mut cells) {
        return Ok(None);
    }
    let record = match plan.object {
        ObjectKind::Seller => seller(&mut cells).map(Record::Seller),
        ObjectKind::Customer => customer(&mut cells).map(Record::Customer),
        ObjectKind::Unit => unit(&mut cells).map(Record::Unit),
        ObjectKind::Contact => contact(&mut cells).map(Record::Contact),
        ObjectKind::Opportunity => opportunity(&mut cells).map(Record::Opportunity),
        ObjectKind::Subscription => subscription(&mut cells).map(Record::Subscription),
        ObjectKind::Ownership => ownership(&mut cells).map(Record::Ownership),
        ObjectKind::Activity => activity(&mut cells).map(Record::Activity),
        ObjectKind::Note => note(&mut cells).map(Record::Note),
        ObjectKind::TimeReport => time_report(&mut cells).map(Record::TimeReport),
    };
    match (record, cells.problems) {
        (Some(record), problems) if problems.is_empty() => Ok(Some(record)),
        (_, problems) => Err(problems),
    }
}

/// Reports end in lines of their own (whose report, when, copyright): they name neither customer nor opportunity.
fn is_footer(plan: &Plan, cells: &Cells<'_>) -> bool {
    let has_id = plan.columns.iter().any(|(name, ..)| *name == "opportunity_id");
    plan.object == ObjectKind::Opportunity
        && !has_id
        && ["name", "customer_name", "customer_id", "stage"].iter().all(|field| cells.get(field).is_none())
}

/// What is planned has taken no time yet.
fn is_planned(cells: &mut Cells<'_>) -> bool {
    cells.plan.object == ObjectKind::Activity && cells.get("done").is_some() && !cells.flag("done")
}

fn seller(cells: &mut Cells<'_>) -> Option<SellerRecord> {
    let external_id = cells.id("seller_id");
    let name = cells.name();
    let email = cells.text("email");
    let kind = cells
        .word::<SellerKind>("kind")
        .unwrap_or_else(|| seller_kind(name.as_deref(), cells.get("user_type")));
    let record = SellerRecord {
        name: name.or_else(|| email.clone()).or_else(|| external_id.clone())?,
        email,
        kind,
        role: cells.word("role").unwrap_or(SellerRole::Generalist),
        manager: cells.reference("manager_id"),
        team: cells.text("team"),
        place: cells.point(),
        start_date: cells.date("start_date"),
        end_date: cells.date("end_date"),
        centihours_per_week: cells.centihours("hours_per_week"),
        external_id: external_id?,
    };
    cells.in_order(record.start_date, record.end_date).then_some(record)
}

/// CRMs list queues and programs among their users.
fn seller_kind(name: Option<&str>, user_type: Option<&str>) -> SellerKind {
    let name = name.unwrap_or_default().to_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if matches!(user_type, Some("AutomatedProcess" | "CloudIntegrationUser" | "Guest"))
        || holds(&[
            "integration",
            "automated process",
            "api user",
            "system user",
            "insights",
            "marketing cloud",
            "bot user",
        ])
    {
        SellerKind::Integration
    } else if holds(&["queue", "unassigned", "inbox", "round robin"]) {
        SellerKind::Queue
    } else {
        SellerKind::Person
    }
}

fn customer(cells: &mut Cells<'_>) -> Option<CustomerRecord> {
    Some(CustomerRecord {
        external_id: cells.id("customer_id")?,
        name: cells.required("name")?,
        segment: cells.text("segment"),
        industry: cells.text("industry"),
        country: cells.text("country").map(|text| country_code(&text).map_or(text, str::to_owned)),
        region: cells.text("region"),
        city: cells.text("city"),
        postal_code: cells.text("postal_code"),
        place: place(cells),
        parent: cells.reference("parent_id"),
        created_date: cells.date("created_date"),
        owner: cells.reference_or_name("owner_id", "owner_name"),
    })
}

/// Where a customer is: as given, else looked up. Systems write two zeros where they know nothing.
fn place(cells: &mut Cells<'_>) -> Option<Place> {
    let given = cells.point().filter(|point| (point.lat, point.lon) != (0.0, 0.0));
    let given = given.map(|point| Place { point, source: PlaceSource::Given });
    given.or_else(|| {
        places::find(&Address {
            country: cells.get("country"),
            region: cells.get("region"),
            city: cells.get("city"),
            postal_code: cells.get("postal_code"),
        })
    })
}

fn unit(cells: &mut Cells<'_>) -> Option<UnitRecord> {
    let external_id = cells.id("unit_id")?;
    Some(UnitRecord {
        customer: cells.id("customer_id")?,
        name: cells.text("name").unwrap_or_else(|| external_id.clone()),
        potential: cells.money("potential_arr"),
        external_id,
    })
}

fn contact(cells: &mut Cells<'_>) -> Option<ContactRecord> {
    let email = cells.text("email");
    let external_id = cells.id("contact_id")?;
    Some(ContactRecord {
        customer: cells.reference_or_name("customer_id", "customer_name"),
        customer_name: cells.text("customer_name"),
        unit: cells.reference("unit_id"),
        name: cells.name().or_else(|| email.clone()).unwrap_or_else(|| external_id.clone()),
        email,
        phone: cells.text("phone"),
        title: cells.text("title"),
        role: cells.text("role"),
        external_id,
    })
}

fn opportunity(cells: &mut Cells<'_>) -> Option<OpportunityRecord> {
    Some(OpportunityRecord {
        external_id: opportunity_id(cells)?,
        customer: cells.reference_or_name("customer_id", "customer_name"),
        customer_name: cells.text("customer_name"),
        unit: cells.reference("unit_id"),
        owner: cells.reference_or_name("owner_id", "owner_name"),
        name: cells.text("name"),
        kind: opportunity_kind(cells),
        status: status(cells),
        stage: cells.text("stage"),
        amount: if cells.get("amount").is_some() {
            cells.money("amount")
        } else {
            cells.money("expected_amount")
        },
        created_date: cells.date("created_date"),
        close_date: cells.date_or("close_date", "expected_close_date"),
    })
}

/// The id, or in a report without one whose and what it is: both together name a row as long as neither is renamed.
fn opportunity_id(cells: &mut Cells<'_>) -> Option<String> {
    if cells.plan.columns.iter().any(|(name, ..)| *name == "opportunity_id") {
        return cells.id("opportunity_id");
    }
    let customer = cells.reference("customer_id").or_else(|| cells.text("customer_name"));
    let name = cells.required("name")?;
    if customer.is_none() {
        cells.missing("customer_name");
    }
    Some(format!("{BY_NAME}{}/{}", customer?, name).to_lowercase())
}

/// Kinds as sources write them; what says nothing is left open and derived later. Tandem's own files have three words.
fn opportunity_kind(cells: &mut Cells<'_>) -> Option<OpportunityKind> {
    if cells.plan.source == Some(SourceKind::Tandem) {
        return cells.word("kind");
    }
    let text = cells.get("kind")?.to_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if holds(&["renew", "renov", "renouv", "rinnov", "verläng", "verleng", "更新", "續", "续"]) {
        Some(OpportunityKind::Renewal)
    } else if holds(&[
        "existing",
        "expansion",
        "upsell",
        "upgrade",
        "cross",
        "add-on",
        "bestand",
        "bestaand",
        "existente",
        "existant",
        "esistente",
        "既存",
        "現有",
        "现有",
        "擴",
        "扩",
    ]) {
        Some(OpportunityKind::Expansion)
    } else if holds(&["new", "neu", "nieuw", "nuev", "nouv", "nuov", "novo", "新"]) {
        Some(OpportunityKind::New)
    } else {
        None
    }
}

/// From the word where there is one, else from the source's flags, else from the stage's name.
fn status(cells: &mut Cells<'_>) -> OpportunityStatus {
    if let Some(text) = cells.get("status") {
        let lower = text.to_lowercase();
        return OpportunityStatus::from_str(&lower).unwrap_or_else(|_| {
            cells.problem(
                "status",
                "This is not a status.",
                "Use open, won or lost, or map the column to the stage.",
            );
            OpportunityStatus::Open
        });
    }
    if cells.get("is_won").is_some() || cells.get("is_closed").is_some() {
        return match (cells.flag("is_won"), cells.flag("is_closed")) {
            (true, _) => OpportunityStatus::Won,
            (false, true) => OpportunityStatus::Lost,
            (false, false) => OpportunityStatus::Open,
        };
    }
    stage_status(cells.get("stage").unwrap_or_default())
}

const WON: [&str; 17] = [
    "won",
    "closedwon",
    "ganado",
    "ganada",
    "gewonnen",
    "gagné",
    "gagnée",
    "vinto",
    "vinta",
    "ganho",
    "ganha",
    "wygrana",
    "wygrane",
    "vunnen",
    "vunnet",
    "vundet",
    "voitettu",
];
const LOST: [&str; 16] = [
    "lost",
    "closedlost",
    "perdido",
    "perdida",
    "verloren",
    "perdu",
    "perdue",
    "perso",
    "persa",
    "przegrana",
    "przegrane",
    "förlorad",
    "förlorat",
    "tapt",
    "tabt",
    "hävitty",
];
const WON_UNSPACED: [&str; 7] = ["成約", "受注", "契約成立", "成交", "贏", "赢", "得標"];
const LOST_UNSPACED: [&str; 9] = ["失注", "不成立", "契約落ち", "流失", "丟", "丢", "輸", "输", "未成交"];

/// What a stage's name says, in the languages that exports come in, by whole words where the script has them.
fn stage_status(stage: &str) -> OpportunityStatus {
    let stage = stage.to_lowercase();
    let says = |words: &[&str], unspaced: &[&str]| {
        unspaced.iter().any(|part| stage.contains(part))
            || stage.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
    };
    if says(&LOST, &LOST_UNSPACED) {
        OpportunityStatus::Lost
    } else if says(&WON, &WON_UNSPACED) {
        OpportunityStatus::Won
    } else {
        OpportunityStatus::Open
    }
}

fn subscription(cells: &mut Cells<'_>) -> Option<SubscriptionRecord> {
    let arr = cells.money("arr");
    if arr.is_none() && cells.get("arr").is_none() {
        cells.missing("arr");
    }
    let record = SubscriptionRecord {
        external_id: cells.id("subscription_id")?,
        customer: cells.reference("customer_id"),
        unit: cells.reference("unit_id"),
        product: cells.text("product"),
        arr: cells.times_quantity(arr?)?,
        start_date: cells.required_date("start_date")?,
        end_date: cells.date("end_date"),
    };
    if record.customer.is_none() && record.unit.is_none() {
        cells.missing("unit_id");
    }
    cells.in_order(Some(record.start_date), record.end_date).then_some(record)
}

fn ownership(cells: &mut Cells<'_>) -> Option<OwnershipRecord> {
    let record = OwnershipRecord {
        unit: cells.id("unit_id")?,
        seller: cells.id("seller_id")?,
        role: cells.word("role"),
        start_date: cells.required_date("start_date")?,
        end_date: cells.date("end_date"),
    };
    cells.in_order(Some(record.start_date), record.end_date).then_some(record)
}

fn activity(cells: &mut Cells<'_>) -> Option<ActivityRecord> {
    let opportunity = cells.reference("opportunity_id");
    // A task of Salesforce may be about anything; only ids that begin with 006 are opportunities.
    let salesforce = cells.plan.source == Some(SourceKind::Salesforce);
    let opportunity = opportunity.filter(|id| !salesforce || id.starts_with("006"));
    if cells.get("date").is_none() && cells.get("created_date").is_none() {
        cells.missing("date");
    }
    Some(ActivityRecord {
        external_id: cells.id("activity_id")?,
        seller: cells
            .seller("seller_id")
            .or_else(|| Some(format!("{BY_EMAIL}{}", cells.get("seller_email")?))),
        customer: cells.reference("customer_id"),
        unit: cells.reference("unit_id"),
        opportunity,
        date: cells.date_or("date", "created_date")?,
        minutes: cells.minutes(),
        kind: cells.text("kind").map(|kind| kind.to_lowercase()),
        category: cells.word("category"),
        urgency: cells.word("urgency"),
        initiated_by: cells.word("initiated_by"),
        subject: cells.text("subject"),
        from_calendar: cells.flag("from_calendar"),
        attendees: cells.addresses("attendees"),
        declined: cells.addresses("declined"),
    })
}

fn note(cells: &mut Cells<'_>) -> Option<NoteRecord> {
    Some(NoteRecord {
        external_id: cells.id("note_id")?,
        customer: cells.reference("customer_id"),
        unit: cells.reference("unit_id"),
        author: cells.reference("author_id"),
        date: cells.required_date("date")?,
        text: cells.required("text")?,
    })
}

fn time_report(cells: &mut Cells<'_>) -> Option<TimeReportRecord> {
    let seller =
        cells.id("seller_id").map(|id| if id.contains('@') { format!("{BY_EMAIL}{id}") } else { id });
    let day = cells.required_date("week_start");
    let category = cells.required("category").and_then(|_| cells.word("category"));
    let hundredths = cells.required("hours").and_then(|_| cells.centihours("hours"));
    let day = day?;
    Some(TimeReportRecord {
        seller: seller?,
        week_start: day - Days::new(u64::from(day.weekday().num_days_from_monday())),
        category: category?,
        minutes: (i64::from(hundredths?) * 60 + 50) / 100,
    })
}
