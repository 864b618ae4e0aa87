//! Which answers are worth showing: those that no other one beats in balance, travel and change at once.

/// What an answer is worth; less is better in each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// How unequally busy people are.
    pub balance: f64,
    /// Kilometres a year.
    pub travel: f64,
    /// Recurring revenue that changes hands.
    pub change: f64,
}

impl Worth {
    fn beats(&self, other: &Self) -> bool {
        let pairs = [(self.balance, other.balance), (self.travel, other.travel), (self.change, other.change)];
        pairs.iter().all(|(own, theirs)| own <= theirs) && pairs.iter().any(|(own, theirs)| own < theirs)
    }
}

/// The places of those that are not beaten, each answer once, in their order.
pub fn front(worths: &[Worth]) -> Vec<usize> {
    let beaten = |worth: &Worth| worths.iter().any(|other| other.beats(worth));
    let twice = |at: usize| worths[..at].contains(&worths[at]);
    (0..worths.len()).filter(|at| !beaten(&worths[*at]) && !twice(*at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beaten_ones_and_repeated_ones_are_left_out() {
        let worth = |balance, travel, change| Worth { balance, travel, change };
        let all = [worth(1.0, 5.0, 5.0), worth(2.0, 5.0, 5.0), worth(3.0, 1.0, 9.0), worth(1.0, 5.0, 5.0)];
        assert_eq!(front(&all), [0, 2]);
        assert_eq!(front(&[]), [0_usize; 0]);
    }
}
