//! What a diagnosis looks at: sellers month by month, and the team's recurring revenue. What is not known stays absent.
use serde::{Deserialize, Serialize};
use tandem_core::activities::ActivityCategory;
use tandem_core::subscriptions::Month;
use tandem_core::time::TimeClass;

/// Sellers and months that were observed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Panel {
    /// The first month.
    pub from: Month,
    /// Each seller, with one entry per month of `team`.
    pub sellers: Vec<SellerSeries>,
    /// The team, month by month.
    pub team: Vec<TeamMonth>,
}

/// One seller's months.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SellerSeries {
    /// Who.
    pub id: i64,
    /// In the order of the panel.
    pub months: Vec<SellerMonth>,
}

/// One month of one seller.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SellerMonth {
    /// The share of the month that the seller was there, 0 to 1.
    pub present: f64,
    /// Units owned when the month began.
    pub held: Option<u32>,
    /// Customers won in the month.
    pub won: Option<u32>,
    /// New-business opportunities created in the month.
    pub opportunities: Option<u32>,
    /// Contracted hours.
    pub hours_available: Option<f64>,
    /// Recorded hours; absent where nothing is recorded.
    pub hours: Option<Hours>,
}

/// Recorded hours, in the order of the words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hours {
    /// By `ActivityCategory::ALL`.
    pub categories: [f64; 7],
    /// By `TimeClass::ALL`.
    pub classes: [f64; 4],
}

/// Recurring revenue of one month in any one currency; absent where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamMonth {
    /// The movements.
    pub arr: Option<ArrMonth>,
}

/// Movements of recurring revenue; contraction and churn are positive losses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the movements of the glossary")]
pub struct ArrMonth {
    pub start: f64,
    pub new: f64,
    pub expansion: f64,
    pub contraction: f64,
    pub churn: f64,
}

impl Panel {
    /// How many months.
    pub fn months(&self) -> usize {
        self.team.len()
    }

    /// The month of an index.
    pub fn month(&self, index: usize) -> Month {
        self.from.plus(i32::try_from(index).unwrap_or(i32::MAX))
    }
}

impl Hours {
    /// Hours of a category.
    pub fn of(&self, category: ActivityCategory) -> f64 {
        self.categories[category as usize]
    }

    /// Hours of a class.
    pub fn of_class(&self, class: TimeClass) -> f64 {
        self.classes[class as usize]
    }

    /// All recorded hours.
    pub fn total(&self) -> f64 {
        self.categories.iter().sum()
    }

    /// Hours with customers that buy already.
    pub fn customer_work(&self) -> f64 {
        use ActivityCategory::{Expansion, Implementation, Renewal, Service};
        [Implementation, Service, Renewal, Expansion].iter().map(|category| self.of(*category)).sum()
    }

    /// Hours with customers, won or to be won: all but internal work and travel.
    pub fn selling(&self) -> f64 {
        self.customer_work() + self.of(ActivityCategory::NewBusiness)
    }
}
