//! The people: what they are good at, what a score says of it, who gets which role.
use super::chance::{Chance, Stream};
use super::parameters::Scenario;

/// What a seat is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Does both.
    Generalist,
    /// Acquires customers.
    Hunter,
    /// Keeps and grows them, with visits.
    AccountManager,
    /// The same by video and text chat.
    Inside,
}

/// All roles in the order in which scenarios name them.
pub const ROLES: [Role; 4] = [Role::Generalist, Role::Hunter, Role::AccountManager, Role::Inside];

impl Role {
    /// Whether the role wins customers.
    pub fn hunts(self) -> bool {
        matches!(self, Self::Generalist | Self::Hunter)
    }
}

/// A person in standard deviations from the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// Talent for hunting.
    pub hunting: f64,
    /// Talent for customers.
    pub farming: f64,
    /// What the score says of the one.
    pub hunting_score: f64,
    /// What the score says of the other.
    pub farming_score: f64,
}

impl Person {
    /// Score and talent correlate by the score's validity.
    fn candidate(s: &Scenario, chance: Chance, id: u64) -> Self {
        let draw = |stream| chance.deviate(stream, id);
        let (hunting, farming) = (draw(Stream::HuntingTalent), draw(Stream::FarmingTalent));
        let noise = (1.0 - s.score_validity * s.score_validity).sqrt();
        Self {
            hunting,
            farming,
            hunting_score: s.score_validity * hunting + noise * draw(Stream::HuntingError),
            farming_score: s.score_validity * farming + noise * draw(Stream::FarmingError),
        }
    }

    fn score_for(&self, role: Role) -> f64 {
        match role {
            Role::Hunter => self.hunting_score,
            Role::AccountManager | Role::Inside => self.farming_score,
            Role::Generalist => self.hunting_score + self.farming_score,
        }
    }
}

/// Who fills a seat as its `hire`-th hire: the applicant with the best score for the role, the first of equals. Hire 0 is who
/// was there before, chosen by nobody.
pub fn person(s: &Scenario, chance: Chance, seat: usize, hire: u64, role: Role) -> Person {
    let id = |candidate| seat as u64 * 1000 + hire * 10 + candidate;
    let mut best = Person::candidate(s, chance, id(0));
    for candidate in 1..if hire == 0 { 1 } else { s.applicants } {
        let other = Person::candidate(s, chance, id(candidate));
        if other.score_for(role) > best.score_for(role) {
            best = other;
        }
    }
    best
}

/// The role of every seat from the split on: in seat order, or those with the greatest lead of hunting over farming score first.
pub fn roles(s: &Scenario, people: &[Person]) -> Vec<Role> {
    let mut order: Vec<usize> = (0..people.len()).collect();
    if s.fit_assign && s.team[0] < people.len() {
        let lead = |seat: usize| people[seat].hunting_score - people[seat].farming_score;
        order.sort_by(|one, other| lead(*other).total_cmp(&lead(*one)));
    }
    let dealt = ROLES.iter().zip(s.team).flat_map(|(role, seats)| std::iter::repeat_n(*role, seats));
    let mut roles = vec![Role::Generalist; people.len()];
    for (seat, role) in order.into_iter().zip(dealt) {
        roles[seat] = role;
    }
    roles
}
