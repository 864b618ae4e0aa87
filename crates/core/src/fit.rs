//! How a person suits hunting and keeping: a profile from openly licensed scales and from what the record shows, each with its uncertainty. It is
//! never one number and never a decision: what scales say of the success of sellers is little (validity about .30).
mod evidence;
mod profile;
mod record;
mod scales;

use crate::languages::Words;
use crate::words::words;
pub use evidence::{Observed, Shrunk, shrink};
pub use profile::{Fit, Leaning, Profile, TraitScore, VALIDITY, profile};
pub use record::{Deeds, HOURS_MIN, RENEWALS_MIN, shown, shrink_known};
pub use scales::{ITEMS, Item, SCALES, Scale, items_of};

words! {
    /// What the article asks of the two roles.
    Trait {
        /// Goes on after a no (hunting).
        Perseverance = "perseverance",
        /// Goes an own way (hunting).
        Independence = "independence",
        /// Meets people easily (hunting).
        Networking = "networking",
        /// Waits and stays calm (keeping).
        Patience = "patience",
        /// Works for and with others (keeping).
        Collaboration = "collaboration",
        /// Stays with people and promises (keeping).
        Loyalty = "loyalty",
    }
}

impl Trait {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Perseverance => Words::fixed("perseverance", "毅力"),
            Self::Independence => Words::fixed("independence", "獨立"),
            Self::Networking => Words::fixed("networking", "人際拓展"),
            Self::Patience => Words::fixed("patience", "耐心"),
            Self::Collaboration => Words::fixed("collaboration", "協作"),
            Self::Loyalty => Words::fixed("loyalty", "忠誠"),
        }
    }

    /// Whether it is asked of those who hunt; else of those who keep.
    pub fn is_of_hunting(self) -> bool {
        matches!(self, Self::Perseverance | Self::Independence | Self::Networking)
    }
}
