//! Activities: what sellers spend their time on.
use crate::words::words;

words! {
    /// What the time went into.
    ActivityCategory {
        /// Winning customers.
        NewBusiness = "new_business",
        /// Bringing a sold product to work.
        Implementation = "implementation",
        /// Helping customers with what they have.
        Service = "service",
        /// Getting the same bought again.
        Renewal = "renewal",
        /// Selling more to a customer.
        Expansion = "expansion",
        /// Meetings and paperwork of the own company.
        Internal = "internal",
        /// On the way.
        Travel = "travel",
    }
}

words! {
    /// Whether it could wait.
    Urgency {
        /// It could.
        Normal = "normal",
        /// It could not.
        Urgent = "urgent",
    }
}

words! {
    /// Who wanted it.
    InitiatedBy {
        /// The seller planned it.
        Seller = "seller",
        /// The customer asked for it.
        Customer = "customer",
    }
}
