//! Opportunities: sales that may come.
use crate::words::words;

words! {
    /// What a sale would do to the recurring revenue.
    OpportunityKind {
        /// A first sale to the unit.
        New = "new",
        /// More to a unit that buys already.
        Expansion = "expansion",
        /// The same again.
        Renewal = "renewal",
    }
}

words! {
    /// How it stands.
    OpportunityStatus {
        /// Not decided yet.
        Open = "open",
        /// The customer bought.
        Won = "won",
        /// The customer did not.
        Lost = "lost",
    }
}
