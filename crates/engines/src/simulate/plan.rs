//! Plans that the search looks at: how many in which role, and when to hand off.
use super::parameters::Scenario;
use super::setting::Policy;
use serde::{Deserialize, Serialize};

/// Weeks from signing to handoff that are tried; 0 is at once.
pub const TIMINGS: [i32; 5] = [0, 6, 13, 26, 52];

/// A mix of roles with its timing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = RolePlan)]
pub struct Plan {
    /// Seats: generalists, hunters, field and inside account managers.
    pub team: [usize; 4],
    /// Weeks from signing to handoff, by segment; of no meaning in the one-role model.
    pub weeks: [i32; 3],
}

impl Plan {
    /// The scenario under this plan, all else being equal.
    pub fn of(&self, scenario: &Scenario) -> Scenario {
        let mut planned = scenario.clone();
        planned.team = self.team;
        planned.policy = Policy::Months;
        planned.handoff_weeks = self.weeks;
        // A plan may have fewer seats than the intervention names.
        let seats: usize = self.team.iter().sum();
        if let Some(slots) = &mut planned.intervention_seats {
            slots.retain(|seat| *seat < seats);
        }
        planned
    }

    /// Whether nobody specialises.
    pub fn is_one_role(&self) -> bool {
        self.team[0] > 0
    }
}

/// All teams of hunters and account managers with at most so many seats.
pub fn two_role_teams(seats_max: usize) -> Vec<[usize; 4]> {
    let mut teams = Vec::new();
    for hunters in 1..seats_max {
        for field in 0..=seats_max - hunters {
            for inside in 0..=seats_max - hunters - field {
                if field + inside > 0 {
                    teams.push([0, hunters, field, inside]);
                }
            }
        }
    }
    teams
}

/// All two-role plans with one timing for every segment.
pub fn two_role_plans(seats_max: usize) -> Vec<Plan> {
    let teams = two_role_teams(seats_max);
    teams.into_iter().flat_map(|team| TIMINGS.map(|weeks| Plan { team, weeks: [weeks; 3] })).collect()
}

/// Teams of generalists with at most so many seats.
pub fn one_role_plans(seats_max: usize) -> Vec<Plan> {
    (1..=seats_max).map(|seats| Plan { team: [seats, 0, 0, 0], weeks: [0; 3] }).collect()
}
