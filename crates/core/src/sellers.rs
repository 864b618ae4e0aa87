//! Sellers: who sells, in which role.
use crate::languages::Words;
use crate::words::words;

words! {
    /// What a seller is there for.
    SellerRole {
        /// Wins and keeps customers (the one-role model).
        Generalist = "generalist",
        /// Wins customers.
        Hunter = "hunter",
        /// Keeps and grows customers, in the field.
        AccountManager = "account_manager",
        /// Keeps and grows customers by video and text chat.
        InsideAccountManager = "inside_account_manager",
        /// Leads sellers.
        Manager = "manager",
    }
}

impl SellerRole {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Generalist => Words::fixed("generalist", "通才業務"),
            Self::Hunter => Words::fixed("hunter", "開發業務"),
            Self::AccountManager => Words::fixed("account manager", "客戶經理"),
            Self::InsideAccountManager => Words::fixed("inside account manager", "內勤客戶經理"),
            Self::Manager => Words::fixed("manager", "主管"),
        }
    }
}

words! {
    /// What stands behind a name in the CRM's list of users.
    SellerKind {
        /// A human being.
        Person = "person",
        /// A queue or a team inbox.
        Queue = "queue",
        /// A program that writes under a name of its own.
        Integration = "integration",
    }
}
