//! What a change of owner costs of the relationship with a unit.
use super::book::Unit;
use super::parameters::Scenario;

/// How the change comes about.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// The owner is gone from one day to the next.
    Sudden,
    /// A handoff with so many weeks of overlap.
    Prepared {
        /// Weeks in which both owners knew the customer.
        overlap: f64,
    },
}

/// The lost share of the relationship, 0 to 0.95:
/// `D0 (1 - mu_I I) (1 - mu_O O) (1 + mu_Q Q) (1 + mu_V exp(-age / tau_V)) (1 - mu_S)`, where `I` is the recorded information, `O` the
/// overlap as a share of a full one, `Q` the personal dependence; the last factor only for steady pairs.
pub fn loss(s: &Scenario, unit: &Unit, change: Change, age: i32) -> f64 {
    let (overlap, steady) = match change {
        Change::Sudden => (0.0, 0.0),
        Change::Prepared { overlap } => {
            ((overlap / s.overlap_full).min(1.0), if s.steady_pairs { s.same_team_effect } else { 0.0 })
        }
    };
    let early = 1.0 + s.early_effect * (-f64::from(age) / s.early_weeks).exp();
    let lost = s.handoff_loss
        * (1.0 - s.information_effect * unit.information)
        * (1.0 - s.overlap_effect * overlap)
        * (1.0 + s.dependence_effect * unit.dependence)
        * early
        * (1.0 - steady);
    lost.clamp(0.0, 0.95)
}
