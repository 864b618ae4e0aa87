//! One row of cells becomes one record, or the problems that kept it from being one.
use super::Problem;
use super::fields::fields;
use super::mapping::FileMapping;
use super::records::*;
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
    salesforce: bool,
}

/// References by name instead of by id begin with this.
pub const BY_NAME: &str = "name:";

/// References to sellers by e-mail addresses or names, between semicolons, begin with this; the first that is known counts.
pub const BY_EMAIL: &str = "email:";

impl Plan {
    /// A plan for a file's headers. `dates` and `currency` fill what cells leave open.
    pub fn new(
        mapping: &FileMapping,
        headers: &[String],
        dates: DateOrder,
        currency: Currency,
        salesforce: bool,
    ) -> Self {
        let place = |header: &str| headers.iter().position(|h| h.trim() == header.trim());
        let columns = fields(mapping.object)
            .iter()
            .filter_map(|field| {
                let (header, _) = mapping.columns.iter().find(|(_, name)| *name == field.name)?;
                Some((field.name, header.clone(), place(header)?))
            })
            .collect();
        Self { object: mapping.object, columns, dates: mapping.dates.unwrap_or(dates), currency, salesforce }
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
    if cells.flag("deleted") {
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
    if matches!(user_type, Some("AutomatedProcess" | "CloudIntegrationUser"))
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
        external_id: cells.id("opportunity_id")?,
        customer: cells.reference_or_name("customer_id", "customer_name"),
        unit: cells.reference("unit_id"),
        owner: cells.reference_or_name("owner_id", "owner_name"),
        name: cells.text("name"),
        kind: cells.get("kind").and_then(opportunity_kind),
        status: status(cells),
        stage: cells.text("stage"),
        amount: cells.money("amount"),
        created_date: cells.date("created_date"),
        close_date: cells.date("close_date"),
    })
}

/// Kinds as sources write them; what says nothing is left open and derived later.
fn opportunity_kind(text: &str) -> Option<OpportunityKind> {
    let text = text.to_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if holds(&["renew"]) {
        Some(OpportunityKind::Renewal)
    } else if holds(&["existing", "expansion", "upsell", "upgrade", "cross", "add-on"]) {
        Some(OpportunityKind::Expansion)
    } else if holds(&["new"]) {
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
    let stage = cells.get("stage").unwrap_or_default().to_lowercase();
    if stage.contains("won") || stage.contains("ganad") || stage.contains("成交") {
        OpportunityStatus::Won
    } else if stage.contains("lost") || stage.contains("perdid") || stage.contains("流失") {
        OpportunityStatus::Lost
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
        role: cells.word("role").unwrap_or(SellerRole::Generalist),
        start_date: cells.required_date("start_date")?,
        end_date: cells.date("end_date"),
    };
    cells.in_order(Some(record.start_date), record.end_date).then_some(record)
}

fn activity(cells: &mut Cells<'_>) -> Option<ActivityRecord> {
    let opportunity = cells.reference("opportunity_id");
    // A task of Salesforce may be about anything; only ids that begin with 006 are opportunities.
    let opportunity = opportunity.filter(|id| !cells.plan.salesforce || id.starts_with("006"));
    Some(ActivityRecord {
        external_id: cells.id("activity_id")?,
        seller: cells
            .reference("seller_id")
            .or_else(|| Some(format!("{BY_EMAIL}{}", cells.get("seller_email")?))),
        customer: cells.reference("customer_id"),
        unit: cells.reference("unit_id"),
        opportunity,
        date: cells.required_date("date")?,
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
