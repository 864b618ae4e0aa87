//! The fields that columns can be mapped to: those of Tandem's own files, and a few that only other systems have.
use super::records::ObjectKind;

/// A field of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Field {
    /// The name in a mapping and in Tandem's own files.
    pub name: &'static str,
    /// Whether a row without it fails.
    pub required: bool,
    /// What belongs there.
    pub help: &'static str,
}

const fn must(name: &'static str, help: &'static str) -> Field {
    Field { name, required: true, help }
}

const fn may(name: &'static str, help: &'static str) -> Field {
    Field { name, required: false, help }
}

const SELLERS: &[Field] = &[
    must("seller_id", "the id that other files refer to"),
    may("name", "the whole name"),
    may("first_name", "where there is no whole name"),
    may("last_name", "where there is no whole name"),
    may("email", "e-mail address"),
    may("role", "generalist, hunter, account_manager, inside_account_manager or manager; blank: generalist"),
    may("manager_id", "the seller_id of the manager"),
    may("team", "the team's name"),
    may("lat", "latitude of the home office, degrees"),
    may("lon", "longitude of the home office, degrees"),
    may("start_date", "first day"),
    may("end_date", "first day after the last"),
    may("hours_per_week", "contracted hours; blank: the company's usual week"),
    may("kind", "person, queue or integration; blank: recognised by name"),
    may("user_type", "Salesforce's UserType"),
];

const CUSTOMERS: &[Field] = &[
    must("customer_id", "the id that other files refer to"),
    must("name", "the customer's name"),
    may("segment", "size class or market, free text"),
    may("industry", "free text"),
    may("country", "country"),
    may("region", "state, province or county"),
    may("city", "city"),
    may("postal_code", "postal code"),
    may("lat", "latitude, degrees"),
    may("lon", "longitude, degrees"),
    may("parent_id", "the customer_id of the mother company"),
    may("created_date", "since when the system knows it"),
    may("owner_id", "the seller_id of today's owner"),
    may("owner_name", "the name of today's owner, where there is no id"),
    may("deleted", "yes: the row is passed over"),
];

const UNITS: &[Field] = &[
    must("unit_id", "the id that other files refer to"),
    must("customer_id", "the customer it is part of"),
    may("name", "the unit's name; blank: the customer's"),
    may("potential_arr", "the ARR the unit could reach"),
    may("currency", "three letters; blank: the company's"),
];

const CONTACTS: &[Field] = &[
    must("contact_id", "the id"),
    may("customer_id", "the customer"),
    may("unit_id", "the unit"),
    may("name", "the whole name"),
    may("first_name", "where there is no whole name"),
    may("last_name", "where there is no whole name"),
    may("email", "e-mail address"),
    may("phone", "telephone number"),
    may("title", "job title"),
    may("role", "champion, decision maker, user ..."),
    may("customer_name", "the customer's name, where there is no id"),
    may("deleted", "yes: the row is passed over"),
];

const OPPORTUNITIES: &[Field] = &[
    must("opportunity_id", "the id; a report without one is known by customer_name and name together"),
    may("customer_id", "the customer"),
    may("customer_name", "the customer's name, where there is no id"),
    may("unit_id", "the unit; blank: the customer's only unit"),
    may("owner_id", "the seller"),
    may("owner_name", "the seller's name, where there is no id"),
    may("name", "what it is called"),
    may("kind", "new, expansion or renewal; blank: from the customer's first win"),
    may("stage", "the stage's name"),
    may("status", "open, won or lost"),
    may("is_won", "yes: won"),
    may("is_closed", "yes and not won: lost"),
    may("amount", "decimal text"),
    may("expected_amount", "the amount where amount is blank"),
    may("currency", "three letters; blank: the company's"),
    may("created_date", "when it was opened"),
    may("close_date", "when it was or may be decided"),
    may("expected_close_date", "when it may be decided, where close_date is blank"),
    may("deleted", "yes: the row is passed over"),
];

const SUBSCRIPTIONS: &[Field] = &[
    must("subscription_id", "the id"),
    may("customer_id", "the customer"),
    may("unit_id", "the unit; blank: the customer's only unit"),
    may("product", "what is subscribed to"),
    must("arr", "annual recurring revenue"),
    may("quantity", "multiplies arr where the system keeps a price per piece"),
    may("currency", "three letters; blank: the company's"),
    must("start_date", "first day in force"),
    may("end_date", "first day no longer in force; blank: open"),
    may("deleted", "yes: the row is passed over"),
];

const OWNERSHIPS: &[Field] = &[
    must("unit_id", "the unit"),
    must("seller_id", "the accountable seller"),
    may("role", "the seller's role in it; blank: the seller's own"),
    must("start_date", "first day"),
    may("end_date", "first day no longer; blank: open"),
];

const ACTIVITIES: &[Field] = &[
    must("activity_id", "the id"),
    may("seller_id", "whose time it was"),
    may("customer_id", "the customer"),
    may("unit_id", "the unit"),
    may("opportunity_id", "the opportunity"),
    must("date", "the day"),
    may("created_date", "the day where date is blank"),
    may("done", "no: it is only planned, the row is passed over"),
    may("minutes", "how long; blank: the usual length of its kind"),
    may("seconds", "how long, in seconds"),
    may("kind", "meeting, call, email, ..."),
    may(
        "category",
        "new_business, implementation, service, renewal, expansion, internal or travel; blank: by rules",
    ),
    may("urgency", "normal or urgent; blank: by rules"),
    may("initiated_by", "seller or customer; blank: by rules"),
    may("subject", "what it was about"),
    may(
        "seller_email",
        "addresses or names of whose time it was, between semicolons: the first that is known; where there is no seller_id",
    ),
    may(
        "attendees",
        "addresses of those who were there, between semicolons: they tell the customer where there is no customer_id",
    ),
    may("declined", "addresses of those who did not come: no time of theirs"),
    may("from_calendar", "yes: an event of a calendar"),
    may("deleted", "yes: the row is passed over"),
];

const NOTES: &[Field] = &[
    must("note_id", "the id"),
    may("customer_id", "the customer"),
    may("unit_id", "the unit"),
    may("author_id", "the seller who wrote it"),
    must("date", "the day"),
    must("text", "the text"),
];

const TIME_REPORTS: &[Field] = &[
    must("seller_id", "the seller's id or e-mail address"),
    must("week_start", "any day of the week"),
    must("category", "new_business, implementation, service, renewal, expansion, internal or travel"),
    must("hours", "hours of that week, such as 7.5"),
];

/// The fields of an object, its id first.
pub fn fields(object: ObjectKind) -> &'static [Field] {
    match object {
        ObjectKind::Seller => SELLERS,
        ObjectKind::Customer => CUSTOMERS,
        ObjectKind::Unit => UNITS,
        ObjectKind::Contact => CONTACTS,
        ObjectKind::Opportunity => OPPORTUNITIES,
        ObjectKind::Subscription => SUBSCRIPTIONS,
        ObjectKind::Ownership => OWNERSHIPS,
        ObjectKind::Activity => ACTIVITIES,
        ObjectKind::Note => NOTES,
        ObjectKind::TimeReport => TIME_REPORTS,
    }
}

/// The field of a name.
pub fn field(object: ObjectKind, name: &str) -> Option<&'static Field> {
    fields(object).iter().find(|field| field.name == name)
}
