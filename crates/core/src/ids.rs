//! Numbers that name records. 64 bits wide, and text in JSON so that no reader rounds them.
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A company that buys.
    CustomerId,
    /// A part of a customer that buys by itself.
    UnitId,
    /// Anyone who sells, and the queues and integrations that a CRM lists among them.
    SellerId,
    /// A person at the customer.
    ContactId,
    /// A sale that may come.
    OpportunityId,
    /// A recurring revenue line of a unit.
    SubscriptionId,
    /// A piece of a seller's time.
    ActivityId,
    /// A dated fact of who is accountable for a unit.
    OwnershipId,
    /// A text that somebody wrote about a customer.
    NoteId,
    /// A person who signs in.
    UserId,
    /// A key that a program signs in with.
    TokenId,
    /// One import of files.
    ImportId,
    /// A piece of background work.
    JobId,
    /// A saved list filter.
    ViewId,
    /// A unit's passing from one seller to another.
    HandoffId,
    /// Something promised to a customer.
    CommitmentId,
}
