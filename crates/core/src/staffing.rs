//! Staffing two roles: which people for which role, given how many each has, what every other choice would cost, and whom to hire. It is advice:
//! a manager locks and decides.
mod assign;
mod groups;
mod propose;
mod read;
mod score;
mod suits;

use crate::languages::Words;
use crate::sellers::SellerRole;
use crate::words::words;
pub use groups::{GROUP_MIN, GroupMean, GroupShare, means, shares};
pub use propose::{Alternative, Placed, Proposal, alternatives, propose, worth};
pub use read::{BYTES_MAX, read};
pub use score::{Points, points};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
pub use suits::{ROLES, Wish, kilometres, meaning, of_competencies, of_fit, of_location, of_relationships};

words! {
    /// What is asked of a person and a role.
    Aspect {
        /// How traits and past behaviour suit the role.
        Fit = "fit",
        /// What the person wants.
        Wish = "wish",
        /// What the person can do already.
        Competencies = "competencies",
        /// How many relationships with customers stay as they are.
        Relationships = "relationships",
        /// How near the person is to the work.
        Location = "location",
    }
}

impl Aspect {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Fit => Words::fixed("fit", "適性"),
            Self::Wish => Words::fixed("wish", "個人意願"),
            Self::Competencies => Words::fixed("competencies", "職能"),
            Self::Relationships => Words::fixed("relationships kept", "保留的客戶關係"),
            Self::Location => Words::fixed("location", "地點"),
        }
    }
}

words! {
    /// What a proposal is the best for.
    Objective {
        /// Everything, as the company weighs it.
        Balanced = "balanced",
        /// What people want comes first.
        Wishes = "wishes",
        /// Customers keep the person whom they know wherever possible.
        Continuity = "continuity",
    }
}

impl Objective {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Balanced => Words::fixed("balanced", "整體平衡"),
            Self::Wishes => Words::fixed("wishes first", "意願優先"),
            Self::Continuity => Words::fixed("relationships first", "客戶關係優先"),
        }
    }

    /// The weights that it is measured by: the company's, with the aspect that comes first counting as much as all others together.
    pub fn weights(self, company: &Weights) -> Weights {
        let first = match self {
            Self::Balanced => return company.clone(),
            Self::Wishes => Aspect::Wish,
            Self::Continuity => Aspect::Relationships,
        };
        let mut weights = company.clone();
        weights.0.insert(first, 0);
        let others: u32 = weights.0.values().sum();
        weights.0.insert(first, others.max(1));
        weights
    }
}

/// How much each aspect counts; what is not named counts nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights(pub BTreeMap<Aspect, u32>);

impl Default for Weights {
    /// Wishes and competencies weigh as much as fit: what is known of fit predicts little (validity about .30).
    fn default() -> Self {
        use Aspect::{Competencies, Fit, Location, Relationships, Wish};
        Self([(Fit, 20), (Wish, 25), (Competencies, 25), (Relationships, 20), (Location, 10)].into())
    }
}

/// How a person suits a role, each aspect from 0 to 100; what is not known does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the aspects say it")]
pub struct Suits {
    pub fit: Option<u8>,
    /// How far fit may be off, up and down, in the same points.
    pub fit_band: Option<u8>,
    pub wish: Option<u8>,
    pub competencies: Option<u8>,
    pub relationships: Option<u8>,
    pub location: Option<u8>,
}

impl Suits {
    /// One aspect.
    pub fn of(&self, aspect: Aspect) -> Option<u8> {
        match aspect {
            Aspect::Fit => self.fit,
            Aspect::Wish => self.wish,
            Aspect::Competencies => self.competencies,
            Aspect::Relationships => self.relationships,
            Aspect::Location => self.location,
        }
    }
}

/// Somebody who is to have a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Which.
    pub id: String,
    /// The name.
    pub name: Option<String>,
    /// The role held today.
    pub now: Option<SellerRole>,
    /// How the person suits each role; a role that is not named is not thought of for the person.
    pub suits: BTreeMap<SellerRole, Suits>,
    /// The role that a manager has decided on.
    pub locked: Option<SellerRole>,
}

/// What is to be staffed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// How many people each role needs.
    pub roles: BTreeMap<SellerRole, u32>,
    /// How much each aspect counts.
    #[serde(default)]
    pub weights: Weights,
    /// Everybody.
    pub people: Vec<Person>,
}

/// Most people of a request.
pub const PEOPLE_MAX: usize = 20_000;
