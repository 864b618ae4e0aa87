//! The best assignment of people to roles with so many seats each, exactly: a transport problem with few sinks. Everybody begins in the role with
//! the most points; while a role has more people than seats, the cheapest chain of moves leads to a role with a free one (successive shortest
//! paths; Ahuja, Magnanti and Orlin 1993, chapter 9). Chains run over roles, not over people, so that thousands of people take milliseconds.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Points for having no seat: so few that nobody is without one while one is free for them.
pub const NO_SEAT: i64 = -1_000_000;

/// Chooses a role for everybody. `points` has, per person, the points in every role; none: not thought of. `seats` are by role. The answer is
/// the role of each person; none where no seat is left. Of equally good answers it is always the same one.
pub fn assign(points: &[Vec<Option<i64>>], seats: &[usize]) -> Vec<Option<usize>> {
    let mut state = State::new(points, seats);
    while let Some(path) = state.cheapest_chain() {
        state.walk(&path);
    }
    state.role.iter().map(|role| (*role < seats.len()).then_some(*role)).collect()
}

/// A person who could move, the cheapest first, then the first by place.
type Moves = BinaryHeap<Reverse<(i64, usize)>>;

struct State<'p> {
    points: &'p [Vec<Option<i64>>],
    seats: Vec<usize>,
    /// The role of each person; the one behind the last is having none.
    role: Vec<usize>,
    count: Vec<usize>,
    /// By role and role: who could move and what it costs. Those who have moved on meanwhile are dropped when they come up.
    moves: Vec<Vec<Moves>>,
}

impl<'p> State<'p> {
    fn new(points: &'p [Vec<Option<i64>>], seats: &[usize]) -> Self {
        let roles = seats.len() + 1;
        let mut seats = seats.to_vec();
        seats.push(points.len());
        let mut state = Self {
            points,
            seats,
            role: vec![0; points.len()],
            count: vec![0; roles],
            moves: (0..roles).map(|_| (0..roles).map(|_| Moves::new()).collect()).collect(),
        };
        for person in 0..points.len() {
            // Of equal ones the first.
            let best = (0..roles).rev().max_by_key(|role| state.worth(person, *role)).unwrap_or(roles - 1);
            state.settle(person, best);
        }
        state
    }

    fn worth(&self, person: usize, role: usize) -> Option<i64> {
        if role + 1 == self.seats.len() { Some(NO_SEAT) } else { self.points[person][role] }
    }

    fn settle(&mut self, person: usize, role: usize) {
        self.role[person] = role;
        self.count[role] += 1;
        let Some(here) = self.worth(person, role) else { return };
        for other in (0..self.seats.len()).filter(|other| *other != role) {
            if let Some(there) = self.worth(person, other) {
                self.moves[role][other].push(Reverse((here - there, person)));
            }
        }
    }

    /// The cheapest move from a role to another that can still be made.
    fn cheapest(&mut self, from: usize, to: usize) -> Option<(i64, usize)> {
        while let Some(Reverse((cost, person))) = self.moves[from][to].peek().copied() {
            if self.role[person] == from {
                return Some((cost, person));
            }
            self.moves[from][to].pop();
        }
        None
    }

    /// The cheapest chain of roles from one with too many people to one with a free seat; none where no role has too many.
    fn cheapest_chain(&mut self) -> Option<Vec<usize>> {
        let roles = self.seats.len();
        let full = (0..roles).find(|role| self.count[*role] > self.seats[*role])?;
        let mut costs = vec![vec![None; roles]; roles];
        for (from, row) in costs.iter_mut().enumerate() {
            for (to, cost) in row.iter_mut().enumerate().filter(|(to, _)| *to != from) {
                *cost = self.cheapest(from, to).map(|(cost, _)| cost);
            }
        }
        let (mut far, mut before) = (vec![None; roles], vec![full; roles]);
        far[full] = Some(0_i64);
        // Moves can cost less than nothing, but no circle does: as many rounds as roles are enough.
        for _ in 0..roles {
            for from in 0..roles {
                for to in 0..roles {
                    let (Some(so_far), Some(cost)) = (far[from], costs[from][to]) else { continue };
                    if far[to].is_none_or(|known: i64| so_far + cost < known) {
                        far[to] = Some(so_far + cost);
                        before[to] = from;
                    }
                }
            }
        }
        let free = |role: &usize| self.count[*role] < self.seats[*role];
        let end = (0..roles).filter(free).filter_map(|role| Some((far[role]?, role))).min()?.1;
        let mut path = vec![end];
        while *path.last()? != full && path.len() <= roles {
            path.push(before[*path.last()?]);
        }
        path.reverse();
        Some(path)
    }

    /// Moves one person along each link of a chain.
    fn walk(&mut self, path: &[usize]) {
        let links: Vec<(usize, usize)> =
            path.windows(2).filter_map(|link| Some((self.cheapest(link[0], link[1])?.1, link[1]))).collect();
        for (person, to) in links {
            self.count[self.role[person]] -= 1;
            self.settle(person, to);
        }
    }
}
