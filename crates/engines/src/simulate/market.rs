//! The accounts: who is a prospect, which opportunities are open, who cools off. Accounts lie segment by segment, their units in a row.
use super::chance::{Chance, Draws, Stream, logit, steps_below};
use super::parameters::Scenario;

/// An open opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opportunity {
    /// Whose it is.
    pub account: usize,
    /// The seat that found it.
    pub seat: usize,
}

/// The market of one run.
pub struct Market<'a> {
    scenario: &'a Scenario,
    chance: Chance,
    first_account: [usize; 4],
    first_unit: [usize; 3],
    draws: Vec<Draws>,
    is_prospect: Vec<bool>,
    /// Prospects by segment.
    pub prospects: [usize; 3],
    /// Opportunities that are open.
    pub open: usize,
    due: Vec<Vec<Opportunity>>,
    cooling: Vec<Vec<usize>>,
}

impl<'a> Market<'a> {
    /// A market in which every account is a prospect.
    pub fn new(scenario: &'a Scenario, chance: Chance) -> Self {
        let [small, mid, enterprise] = scenario.accounts;
        let total = small + mid + enterprise;
        let per = scenario.units_per_account;
        let weeks = scenario.weeks.unsigned_abs() as usize;
        Self {
            scenario,
            chance,
            first_account: [0, small, small + mid, total],
            first_unit: [0, small * per[0], small * per[0] + mid * per[1]],
            draws: (0..total).map(|account| chance.draws(Stream::Opportunity, account as u64)).collect(),
            is_prospect: vec![true; total],
            prospects: scenario.accounts,
            open: 0,
            due: vec![Vec::new(); weeks],
            cooling: vec![Vec::new(); weeks],
        }
    }

    /// The first account of a segment.
    pub fn first_of(&self, segment: usize) -> usize {
        self.first_account[segment]
    }

    /// The segment of an account.
    pub fn segment(&self, account: usize) -> usize {
        usize::from(account >= self.first_account[1]) + usize::from(account >= self.first_account[2])
    }

    /// The first unit of an account.
    pub fn first_unit(&self, account: usize) -> usize {
        let segment = self.segment(account);
        let before = account - self.first_account[segment];
        self.first_unit[segment] + before * self.scenario.units_per_account[segment]
    }

    /// All units that accounts of the market have.
    pub fn units(&self) -> usize {
        let [.., enterprise] = self.scenario.accounts;
        self.first_unit[2] + enterprise * self.scenario.units_per_account[2]
    }

    /// Whether an account is remote.
    pub fn is_remote(&self, account: usize) -> bool {
        self.chance.uniform(Stream::Remote, account as u64, 0) < self.scenario.remote_share
    }

    /// A unit's potential in dollars: log-logistic around the segment's median, its tails cut at 2 %.
    pub fn potential(&self, segment: usize, unit: usize) -> f64 {
        let share = self.chance.uniform(Stream::Potential, unit as u64, 0).clamp(0.02, 0.98);
        self.scenario.potential[segment] * (self.scenario.potential_scale * logit(share)).exp()
    }

    /// An account is no longer a prospect.
    pub fn take(&mut self, account: usize) {
        self.is_prospect[account] = false;
        self.prospects[self.segment(account)] -= 1;
    }

    /// The opportunities to be decided this week, in account order.
    pub fn due(&mut self, week: usize) -> Vec<Opportunity> {
        let mut due = std::mem::take(&mut self.due[week]);
        due.sort_unstable();
        self.open -= due.len();
        due
    }

    /// A lost opportunity cools off.
    pub fn cool(&mut self, account: usize, week: usize) {
        let until = week + self.scenario.cooling.unsigned_abs() as usize;
        if let Some(list) = self.cooling.get_mut(until) {
            list.push(account);
        }
    }

    /// Accounts that cooled off until this week are prospects again.
    pub fn warm(&mut self, week: usize) {
        for account in std::mem::take(&mut self.cooling[week]) {
            self.is_prospect[account] = true;
            self.prospects[self.segment(account)] += 1;
        }
    }

    /// The prospects that become opportunities in a week under the chances of the segments, in account order.
    pub fn found(&self, chances: [f64; 3], week: i32) -> Vec<usize> {
        let mut found = Vec::new();
        for (segment, chance) in chances.into_iter().enumerate() {
            let (from, to) = (self.first_account[segment], self.first_account[segment + 1]);
            let below = steps_below(chance);
            let drawn =
                self.draws[from..to].iter().zip(from..).filter(|(draws, _)| draws.steps_at(week) < below);
            found.extend(drawn.map(|(_, account)| account).filter(|account| self.is_prospect[*account]));
        }
        found
    }

    /// A prospect becomes an opportunity of a seat. It is decided after the cycle, at the earliest next week.
    pub fn opens(&mut self, account: usize, seat: usize, week: usize) {
        self.take(account);
        self.open += 1;
        let cycle = self.scenario.cycle[self.segment(account)].unsigned_abs() as usize;
        if let Some(list) = self.due.get_mut(week + cycle.max(1)) {
            list.push(Opportunity { account, seat });
        }
    }
}
