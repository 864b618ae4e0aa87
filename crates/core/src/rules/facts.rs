//! The facts that conditions may ask for: a fixed, typed, documented list. It grows; a name that is in it stays.

/// What kind of value a fact has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number with decimals (64-bit floating point).
    Number,
    /// A whole number (64 bits).
    Whole,
    /// Text.
    Text,
    /// True or false.
    Truth,
    /// A list of texts.
    Texts,
}

impl Kind {
    /// How people call it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Whole => "a whole number",
            Self::Text => "text",
            Self::Truth => "true or false",
            Self::Texts => "a list of texts",
        }
    }
}

/// How a fact moves when nobody does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Drift {
    /// Stays.
    None,
    /// Grows by one a month.
    MonthUp,
    /// Falls by one a day.
    DayDown,
}

/// One fact of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Fact {
    /// Its name in conditions.
    pub name: &'static str,
    /// What kind of value it has.
    pub kind: Kind,
    /// What it says, with unit and range.
    pub meaning: &'static str,
    /// The values it can have, where the list is closed.
    pub values: &'static [&'static str],
    /// How it moves by itself.
    pub drift: Drift,
}

/// A fact's place in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(u8);

impl FactId {
    /// The fact of this name.
    pub fn named(name: &str) -> Option<Self> {
        CATALOGUE.iter().position(|fact| fact.name == name).and_then(Self::at)
    }

    /// The fact of a name that is written in the program; a name that is no fact does not compile in a constant.
    pub const fn known(name: &str) -> Self {
        let mut place: u8 = 0;
        while !same(CATALOGUE[place as usize].name.as_bytes(), name.as_bytes()) {
            place += 1;
        }
        Self(place)
    }

    /// All facts, in the catalogue's order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CATALOGUE.len()).filter_map(Self::at)
    }

    /// What the catalogue says of it.
    pub fn fact(self) -> &'static Fact {
        &CATALOGUE[self.index()]
    }

    /// Its place, counted from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    fn at(place: usize) -> Option<Self> {
        u8::try_from(place).ok().map(Self)
    }
}

/// A set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactSet(u64);

impl FactSet {
    /// Puts a fact in.
    pub fn insert(&mut self, fact: FactId) {
        self.0 |= 1 << fact.index();
    }

    /// Puts all of another set in.
    pub fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether the fact is in it.
    pub fn contains(self, fact: FactId) -> bool {
        self.0 & (1 << fact.index()) != 0
    }

    /// The facts, in the catalogue's order.
    pub fn iter(self) -> impl Iterator<Item = FactId> {
        FactId::all().filter(move |fact| self.contains(*fact))
    }

    /// The names, in the catalogue's order.
    pub fn names(self) -> Vec<&'static str> {
        self.iter().map(|fact| fact.fact().name).collect()
    }
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

const fn fact(name: &'static str, kind: Kind, meaning: &'static str) -> Fact {
    Fact { name, kind, meaning, values: &[], drift: Drift::None }
}

const fn moving(drift: Drift, fact: Fact) -> Fact {
    Fact { drift, ..fact }
}

const fn one_of(values: &'static [&'static str], fact: Fact) -> Fact {
    Fact { values, ..fact }
}

use Drift::{DayDown, MonthUp};
use Kind::{Number, Text, Texts, Truth, Whole};

/// Facts of the catalogue.
pub const COUNT: usize = 46;
const _: () = assert!(COUNT <= u64::BITS as usize, "a set of facts has one bit for each");

/// Every fact, those of the unit first, then those of its customer.
pub const CATALOGUE: [Fact; COUNT] = [
    moving(
        MonthUp,
        fact(
            "months_since_first_sale",
            Number,
            "Months since the unit's first sale, parts of a month as decimals.",
        ),
    ),
    fact(
        "penetration",
        Number,
        "Share of the unit's potential that is sold: 0 to 1, above 1 where more is sold than was thought possible.",
    ),
    fact("arr", Number, "Annual recurring revenue of the unit, in whole units of the company's currency."),
    fact("potential", Number, "What the unit could buy in a year, in whole units of the company's currency."),
    fact(
        "expansion_pipeline",
        Number,
        "Amount of the unit's open opportunities that would expand it, in whole units of the company's currency.",
    ),
    moving(
        DayDown,
        fact(
            "days_to_renewal",
            Whole,
            "Days until the unit's next subscription ends; missing where none ends.",
        ),
    ),
    fact(
        "renews",
        Truth,
        "Whether a subscription of the unit that is in force has an end; where it has none, there is no renewal to be close to.",
    ),
    fact("open_opportunities", Whole, "Opportunities of the unit that are open."),
    fact("open_escalations", Whole, "Escalations of the unit that are not settled."),
    fact("unpaid_invoices", Whole, "Invoices of the unit that are due and not paid."),
    fact(
        "owner_changes_12m",
        Whole,
        "How often the unit changed its owner in the last 12 months; its first owner is no change.",
    ),
    fact("products_in_use", Whole, "Different products that the unit subscribes to."),
    fact("segment", Text, "The customer's segment, as the company calls it."),
    fact("region", Text, "The customer's region."),
    fact("country", Text, "The customer's country, two letters."),
    fact("industry", Text, "The customer's industry."),
    fact(
        "owner_role",
        Text,
        "What the unit's owner is there for: generalist, hunter, account_manager, inside_account_manager, or the company's own word.",
    ),
    one_of(
        &["red", "amber", "green"],
        fact("health", Text, "How well the customer is served: red, amber or green."),
    ),
    one_of(
        &["video", "visits"],
        fact(
            "channel_wish",
            Text,
            "How the customer wants to be served: by video and text chat, or by visits.",
        ),
    ),
    fact("implementation_done", Truth, "Whether what was sold is implemented."),
    fact("brief_complete", Truth, "Whether the handoff brief says everything that it must."),
    fact("customer_informed", Truth, "Whether the customer knows of the change and why it is good."),
    fact(
        "contact_roles",
        Texts,
        "Roles that people of the unit are known for, such as champion or economic_buyer.",
    ),
    moving(
        MonthUp,
        fact("months_since_owner_change", Number, "Months since the unit has its present owner."),
    ),
    fact("days_since_contact", Whole, "Days since the last activity with the unit or its customer."),
    fact(
        "business_days_in_review",
        Whole,
        "Business days since the brief was given to the receiver for review.",
    ),
    fact("receiver_customers", Whole, "Customers in the book of the seller who would receive the unit."),
    moving(
        MonthUp,
        fact("customer_months_since_first_sale", Number, "Months since the customer's first sale."),
    ),
    fact("customer_penetration", Number, "Share of the potential of all the customer's units that is sold."),
    fact(
        "customer_arr",
        Number,
        "Annual recurring revenue of all the customer's units, in whole units of the company's currency.",
    ),
    fact(
        "customer_potential",
        Number,
        "What all the customer's units could buy in a year, in whole units of the company's currency.",
    ),
    fact(
        "customer_expansion_pipeline",
        Number,
        "Amount of the customer's open opportunities that would expand it.",
    ),
    moving(
        DayDown,
        fact("customer_days_to_renewal", Whole, "Days until the first of the customer's subscriptions ends."),
    ),
    fact("customer_renews", Truth, "Whether a subscription of the customer that is in force has an end."),
    fact("customer_open_opportunities", Whole, "Opportunities of the customer that are open."),
    fact("customer_open_escalations", Whole, "Escalations of the customer that are not settled."),
    fact("customer_unpaid_invoices", Whole, "Invoices of the customer that are due and not paid."),
    fact(
        "customer_owner_changes_12m",
        Whole,
        "Changes of owner of all the customer's units in the last 12 months.",
    ),
    fact("customer_products_in_use", Whole, "Different products that the customer's units subscribe to."),
    one_of(
        &["red", "amber", "green"],
        fact("customer_health", Text, "The worst health of the customer's units."),
    ),
    fact(
        "customer_implementation_done",
        Truth,
        "Whether what was sold is implemented in all of the customer's units.",
    ),
    fact("customer_contact_roles", Texts, "Roles that people of any of the customer's units are known for."),
    fact("customer_units", Whole, "Units of the customer."),
    fact("customer_owners", Whole, "Sellers who own a unit of the customer."),
    fact("customer_rank", Whole, "The customer's place by annual recurring revenue: 1 is the largest."),
    moving(
        MonthUp,
        fact(
            "customer_months_since_owner_change",
            Number,
            "Months since a unit of the customer last changed its owner.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_differ() {
        for fact in FactId::all() {
            assert_eq!(FactId::named(fact.fact().name), Some(fact));
            assert!(fact.fact().meaning.ends_with('.'), "{}", fact.fact().name);
        }
        assert_eq!(FactId::named("pentration"), None);
    }

    #[test]
    fn names_that_were_promised_stay() {
        for (kind, names) in [
            (Number, "months_since_first_sale penetration arr potential expansion_pipeline customer_arr"),
            (
                Whole,
                "days_to_renewal open_opportunities open_escalations unpaid_invoices owner_changes_12m products_in_use",
            ),
            (Text, "segment region owner_role health"),
            (Truth, "implementation_done brief_complete customer_informed"),
            (Texts, "contact_roles"),
        ] {
            for name in names.split(' ') {
                assert_eq!(FactId::named(name).map(|fact| fact.fact().kind), Some(kind), "{name}");
            }
        }
    }
}
