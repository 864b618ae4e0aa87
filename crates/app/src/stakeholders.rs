//! People at the customer: what they are there for, how they stand to us and how they like to be dealt with, beside what an import brought.
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result, customers};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::stakeholders::{ContactRole, Stance, Style};
use tandem_store::customers::{self as record, ContactRow};
use tandem_store::stakeholders::{self as store, StakeholderRow};

/// Somebody at the customer.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Stakeholder)]
pub struct StakeholderView {
    /// The contact's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// The unit, where the person belongs to one.
    pub unit: Option<String>,
    /// champion, economic_buyer, technical_admin, program_contact, daily_contact, renewal_owner, billing, detractor, user.
    pub roles: Vec<String>,
    /// supporter, neutral, opponent or unknown.
    pub stance: String,
    /// direct, analytical, personal, orderly or unknown.
    pub style: String,
    /// What the person wants to reach.
    pub aim: Option<String>,
    /// Who said so; absent where only the import did.
    pub by: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// One more with every change; 0 where only the import said something.
    pub version: i64,
}

/// People at a customer.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Stakeholders {
    /// By name.
    pub items: Vec<StakeholderView>,
}

/// What to say of somebody.
#[derive(Clone, Debug)]
pub struct NewStakeholder {
    /// What the person is there for.
    pub roles: Vec<ContactRole>,
    /// How the person stands to us.
    pub stance: Stance,
    /// How the person likes to be dealt with.
    pub style: Style,
    /// What the person wants to reach.
    pub aim: Option<String>,
    /// The version that was looked at.
    pub version: i64,
}

/// Longest aim, in letters.
const LETTERS_MAX: usize = 500;

/// A contact with what people say of it.
pub(crate) struct Known {
    pub contact: ContactRow,
    pub said: Option<StakeholderRow>,
}

impl Known {
    /// What the person is there for: what people say, else what the import brought.
    pub fn roles(&self) -> Vec<ContactRole> {
        match &self.said {
            Some(said) => serde_json::from_str(&said.roles).unwrap_or_default(),
            None => self.contact.role.as_deref().and_then(role).into_iter().collect(),
        }
    }

    /// How the person stands to us.
    pub fn stance(&self) -> Stance {
        self.said.as_ref().and_then(|said| said.stance.parse().ok()).unwrap_or(Stance::Unknown)
    }

    /// How the person likes to be dealt with.
    pub fn style(&self) -> Style {
        self.said.as_ref().and_then(|said| said.style.parse().ok()).unwrap_or(Style::Unknown)
    }

    /// What the person wants to reach.
    pub fn aim(&self) -> Option<String> {
        self.said.as_ref().and_then(|said| said.aim.clone())
    }
}

/// What a role is called in CRMs, as a role of core.
fn role(text: &str) -> Option<ContactRole> {
    let word = crate::rules::role_word(text);
    match word.as_str() {
        "decision_maker" | "buyer" => Some(ContactRole::EconomicBuyer),
        "purchasing" => Some(ContactRole::Billing),
        "administrator" | "admin" => Some(ContactRole::TechnicalAdmin),
        other => other.parse().ok(),
    }
}

/// The people of a customer; of one unit where it is named, with those of the whole customer.
pub(crate) async fn known(app: &App, customer: i64, unit: Option<i64>) -> Result<Vec<Known>> {
    let said = store::of_customer(&app.db, customer).await?.into_iter();
    let mut said: BTreeMap<i64, StakeholderRow> = said.map(|row| (row.contact_id, row)).collect();
    let of = |row: &ContactRow| unit.is_none_or(|unit| row.unit_id.is_none_or(|other| other == unit));
    let rows = record::contacts(&app.db, customer).await?.into_iter().filter(of);
    Ok(rows.map(|contact| Known { said: said.remove(&contact.id), contact }).collect())
}

/// The people of a customer that the actor sees.
pub async fn list(app: &App, actor: &Actor, customer: i64) -> Result<Stakeholders> {
    customers::require_visible(app, actor, customer).await?;
    let items = known(app, customer, None).await?.into_iter().map(view).collect();
    Ok(Stakeholders { items })
}

fn view(known: Known) -> StakeholderView {
    let said = known.said.as_ref();
    StakeholderView {
        id: known.contact.id.to_string(),
        roles: known.roles().into_iter().map(|role| role.text().to_owned()).collect(),
        stance: known.stance().text().to_owned(),
        style: known.style().text().to_owned(),
        aim: known.aim(),
        by: said.map(|said| said.by_name.clone()),
        at: said.and_then(|said| DateTime::from_timestamp_micros(said.at_us)),
        version: said.map_or(0, |said| said.version),
        name: known.contact.name,
        title: known.contact.title,
        email: known.contact.email,
        phone: known.contact.phone,
        unit: known.contact.unit_id.map(|unit| unit.to_string()),
    }
}

/// Says what somebody at a customer is there for.
pub async fn describe(app: &App, actor: &Actor, contact: i64, new: NewStakeholder) -> Result<()> {
    actor.require(Permission::HandOff)?;
    let aim = new.aim.map(|aim| aim.trim().to_owned()).filter(|aim| !aim.is_empty());
    if aim.as_ref().is_some_and(|aim| aim.chars().count() > LETTERS_MAX) {
        return Err(Error::Invalid("the aim is longer than 500 letters: shorten it".to_owned()));
    }
    let missing = || Error::NotFound("contact");
    let customer = store::customer_of(&app.db, contact).await?.ok_or_else(missing)?;
    customers::require_visible(app, actor, customer).await.map_err(|_| missing())?;
    let mut roles = new.roles;
    roles.sort_unstable();
    roles.dedup();
    let row = StakeholderRow {
        contact_id: contact,
        roles: json!(roles).to_string(),
        stance: new.stance.text().to_owned(),
        style: new.style.text().to_owned(),
        aim,
        version: new.version.saturating_add(1),
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let data = json!({"roles": roles, "stance": row.stance, "style": row.style, "aim": row.aim});
    let event = Event::new(app, actor, "stakeholder.described", "contact", data);
    let saved = app.db.write(move |tx| {
        Box::pin(async move {
            store::save(tx, &row).await?;
            event.append(tx, contact).await
        })
    });
    Ok(saved.await?)
}
