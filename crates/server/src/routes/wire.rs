//! Forms that several routes share.
use serde::{Deserialize, Serialize};
use tandem_app::sessions::Named;
use tandem_core::money::{Currency, Money};

/// An amount as decimal text beside its currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Amount {
    /// Decimal text.
    pub amount: String,
    /// ISO code.
    pub currency: String,
}

impl Amount {
    /// Of minor units.
    pub fn of(minor: i64, currency: Currency) -> Self {
        Self { amount: Money::new(minor, currency).decimal_text(), currency: currency.to_string() }
    }

    /// Of minor units with the currency as it is stored.
    pub fn stored(minor: Option<i64>, currency: Option<&str>) -> Option<Self> {
        Some(Self::of(minor?, currency?.parse().ok()?))
    }
}

/// A page of a list.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct List<T> {
    /// The items.
    pub items: Vec<T>,
    /// How many there are in all pages.
    pub total: Option<i64>,
    /// What to give as `after` for the next page; absent at the end.
    pub next: Option<String>,
}

impl<T> List<T> {
    /// A list that is whole.
    pub fn whole(items: Vec<T>) -> Self {
        Self { total: i64::try_from(items.len()).ok(), items, next: None }
    }

    /// A page that began at `offset`.
    pub fn page(items: Vec<T>, offset: i64, limit: i64, total: Option<i64>) -> Self {
        let end = offset + items.len() as i64;
        let more = total.map_or(items.len() as i64 == limit, |total| end < total);
        Self { items, total, next: more.then(|| end.to_string()) }
    }
}

/// A page's place in a list.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
pub struct Place {
    /// How many; at most 500.
    pub limit: Option<i64>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

impl Place {
    /// Where the page begins, and how many rows it has.
    pub fn range(&self) -> (i64, i64) {
        let offset = self.after.as_deref().and_then(|after| after.parse().ok()).unwrap_or(0);
        (offset, self.limit.unwrap_or(50).clamp(1, 500))
    }
}

/// An id that was just given.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Created {
    /// The id.
    pub id: String,
}

/// A reference to something with a name.
pub fn named(id: i64, name: &str) -> Named {
    Named { id: id.to_string(), name: name.to_owned() }
}
