//! People at the customer: what they are there for, how they stand to us, how they like to be dealt with.
use crate::languages::Words;
use crate::words::words;

words! {
    /// What somebody at the customer is in the purchase and afterwards. One person can be several.
    ContactRole {
        /// Wants it to succeed and says so inside.
        Champion = "champion",
        /// Decides on the money.
        EconomicBuyer = "economic_buyer",
        /// Runs it technically.
        TechnicalAdmin = "technical_admin",
        /// Leads its introduction and use.
        ProgramContact = "program_contact",
        /// Whom one calls from day to day.
        DailyContact = "daily_contact",
        /// Signs the next term.
        RenewalOwner = "renewal_owner",
        /// Pays invoices.
        Billing = "billing",
        /// Would rather have something else.
        Detractor = "detractor",
        /// Works with it.
        User = "user",
    }
}

words! {
    /// How somebody stands to what we do.
    Stance {
        /// Speaks for it.
        Supporter = "supporter",
        /// Can live with it.
        Neutral = "neutral",
        /// Speaks against it.
        Opponent = "opponent",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

words! {
    /// How somebody likes to be dealt with.
    Style {
        /// Short, by results.
        Direct = "direct",
        /// By figures and documents.
        Analytical = "analytical",
        /// By conversation and trust.
        Personal = "personal",
        /// By plan and agreed steps.
        Orderly = "orderly",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

impl ContactRole {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Champion => Words::fixed("champion", "內部推動者"),
            Self::EconomicBuyer => Words::fixed("economic buyer", "預算決策者"),
            Self::TechnicalAdmin => Words::fixed("technical administrator", "技術管理員"),
            Self::ProgramContact => Words::fixed("program contact", "專案窗口"),
            Self::DailyContact => Words::fixed("daily contact", "日常窗口"),
            Self::RenewalOwner => Words::fixed("renewal owner", "續約負責人"),
            Self::Billing => Words::fixed("billing contact", "帳務窗口"),
            Self::Detractor => Words::fixed("detractor", "反對者"),
            Self::User => Words::fixed("user", "使用者"),
        }
    }
}
