//! What the record shows that a person does: opportunities found per hour of hunting, and renewals that were won of those decided.
use super::evidence::{Observed, Shrunk, shrink};

/// What somebody did in a year, as far as the record knows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Deeds {
    /// Hours of new business.
    pub hunting_hours: f64,
    /// Opportunities of new business that the person began.
    pub opportunities: u32,
    /// Renewals that the customer signed.
    pub renewals_won: u32,
    /// Renewals that the customer did not sign.
    pub renewals_lost: u32,
}

/// Hours of hunting below which nothing is said of it: half a week.
pub const HOURS_MIN: f64 = 20.0;
/// Renewals below which nothing is said of them.
pub const RENEWALS_MIN: u32 = 5;

impl Deeds {
    /// Opportunities per hour of hunting. They come like chance events (Poisson), so that the variance is their number over the squared hours; half
    /// of one is added, so that nothing found in few hours is not taken for certain.
    pub fn hunting(&self) -> Option<Observed> {
        let (found, hours) = (f64::from(self.opportunities), self.hunting_hours);
        (hours >= HOURS_MIN)
            .then(|| Observed { mean: found / hours, variance: (found + 0.5) / (hours * hours) })
    }

    /// The share of renewals that were won, with two of each added for the variance (Agresti and Coull 1998).
    pub fn keeping(&self) -> Option<Observed> {
        let all = self.renewals_won + self.renewals_lost;
        let (won, n) = (f64::from(self.renewals_won), f64::from(all));
        let likely = (won + 2.0) / (n + 4.0);
        (all >= RENEWALS_MIN)
            .then(|| Observed { mean: won / n, variance: likely * (1.0 - likely) / (n + 4.0) })
    }
}

/// What the record shows of each, in hunting and in keeping, beside all of whom it shows something.
pub fn shown(all: &[Deeds]) -> Vec<(Option<Shrunk>, Option<Shrunk>)> {
    let hunting = shrink_known(&all.iter().map(Deeds::hunting).collect::<Vec<_>>());
    let keeping = shrink_known(&all.iter().map(Deeds::keeping).collect::<Vec<_>>());
    hunting.into_iter().zip(keeping).collect()
}

/// [`shrink`] among those of whom something is known; the others stay without.
pub fn shrink_known(all: &[Option<Observed>]) -> Vec<Option<Shrunk>> {
    let known: Vec<Observed> = all.iter().copied().flatten().collect();
    let mut found = shrink(&known).into_iter();
    all.iter().map(|one| one.and_then(|_| found.next().flatten())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_is_not_taken_for_much() {
        let deeds = |hunting_hours, opportunities, renewals_won, renewals_lost| Deeds {
            hunting_hours,
            opportunities,
            renewals_won,
            renewals_lost,
        };
        assert_eq!(deeds(19.0, 8, 2, 2).hunting(), None);
        assert_eq!(deeds(19.0, 8, 2, 2).keeping(), None);
        let found = deeds(100.0, 12, 9, 1).hunting().unwrap();
        assert_eq!((found.mean, found.variance), (0.12, 0.00125));
        let kept = deeds(100.0, 12, 9, 1).keeping().unwrap();
        let likely = 11.0 / 14.0;
        assert_eq!((kept.mean, kept.variance), (0.9, likely * (1.0 - likely) / 14.0));
        let mut all: Vec<Deeds> = (0..6).map(|at| deeds(400.0, 10 + 20 * at, 0, 0)).collect();
        all.push(deeds(0.0, 0, 0, 0));
        let shown = shown(&all);
        assert!(
            shown[5].0.unwrap().z > 1.0 && shown[6].0.is_none() && shown.iter().all(|one| one.1.is_none())
        );
    }
}
