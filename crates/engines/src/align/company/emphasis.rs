//! What counts more. Every emphasis asks the same question with other prices for balance, travel and change, so that several good answers lie side by
//! side and people choose.
use crate::align::parameters::Parameters;
use serde::{Deserialize, Serialize};

/// What counts more.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// Everything at the company's constants.
    Balanced,
    /// Everybody equally busy, whatever moves.
    Even,
    /// Short ways.
    Near,
    /// As little change as possible.
    Steady,
}

impl Emphasis {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Balanced, Self::Even, Self::Near, Self::Steady];

    /// The word for it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Balanced => "balanced",
            Self::Even => "even",
            Self::Near => "near",
            Self::Steady => "steady",
        }
    }

    /// From the word.
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.text() == text)
    }

    /// Times that balance, travel and change count.
    fn times(self) -> (f64, f64, f64) {
        match self {
            Self::Balanced => (1.0, 1.0, 1.0),
            Self::Even => (4.0, 0.5, 0.25),
            Self::Near => (0.35, 5.0, 0.5),
            Self::Steady => (0.25, 0.5, 6.0),
        }
    }

    /// The constants under it.
    pub fn on(self, parameters: &Parameters) -> Parameters {
        let (balance, travel, change) = self.times();
        Parameters {
            pen_w: parameters.pen_w * balance,
            pen_p: parameters.pen_p * balance,
            km_cost: parameters.km_cost * travel,
            disrupt_frac: parameters.disrupt_frac * change,
            disrupt_fix: parameters.disrupt_fix * change,
            hunter_disrupt: parameters.hunter_disrupt * change,
            ..parameters.clone()
        }
    }
}
