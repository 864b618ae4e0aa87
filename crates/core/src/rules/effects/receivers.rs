//! Who would receive, as long as no alignment says so: whoever has the role and serves the customer already, else the smallest book of the
//! role on the owner's team, else the smallest in the company.
use super::Move;
use crate::rules::book::Book;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Sellers of one role or of one role on one team, the smallest book first.
type Order = BTreeSet<(usize, i64)>;

/// A seller who could receive.
#[derive(Clone, Debug)]
struct Seat {
    role: &'static str,
    team: Option<Arc<str>>,
    customers: usize,
}

/// Sellers by role, with their books, which grow while units are placed.
#[derive(Debug, Default)]
pub struct Receivers {
    seats: BTreeMap<i64, Seat>,
    by_role: HashMap<&'static str, Order>,
    by_team: HashMap<(&'static str, Arc<str>), Order>,
    /// Sellers who own a unit of a customer.
    serving: HashMap<i64, Vec<i64>>,
}

impl Receivers {
    /// Who there is on a day.
    pub fn new(book: &Book, day: NaiveDate) -> Self {
        let mut receivers = Self::default();
        for post in book.posts.iter().filter(|p| p.start <= day && p.end.is_none_or(|end| day < end)) {
            let seat = Seat { role: post.role.text(), team: post.team.clone(), customers: 0 };
            receivers.seats.insert(post.seller, seat);
        }
        for (at, unit) in book.units.iter().enumerate() {
            if let Some(owner) = book.owner_on(at, day) {
                receivers.count(owner.seller, unit.customer);
            }
        }
        for (seller, seat) in receivers.seats.clone() {
            receivers.orders(&seat, |order| _ = order.insert((seat.customers, seller)));
        }
        receivers
    }

    /// Names a receiver for each move, in order.
    pub fn place(&mut self, book: &Book, moves: &mut [Move]) {
        for each in moves {
            let customer = book.units[each.unit].customer;
            each.receiver = each.to.as_deref().and_then(|to| self.choose(to, each.from, customer));
            if let Some(receiver) = each.receiver {
                self.give(receiver, customer);
            }
        }
    }

    /// The receiver of one customer's unit.
    pub fn choose(&self, role: &str, from: Option<i64>, customer: i64) -> Option<i64> {
        let team = from.and_then(|from| self.seats.get(&from)?.team.clone());
        let other = |seller: &i64| Some(*seller) != from;
        let serving = self.serving.get(&customer).into_iter().flatten().copied().filter(other);
        let in_role = serving.filter_map(|seller| {
            let seat = self.seats.get(&seller).filter(|seat| seat.role == role)?;
            Some((team.is_none() || seat.team != team, seat.customers, seller))
        });
        let first = |order: &Order| order.iter().map(|(_, seller)| *seller).find(other);
        let near = || {
            let (role, _) = self.by_role.get_key_value(role)?;
            self.by_team.get(&(*role, team.clone()?)).and_then(first)
        };
        let least = in_role.min().map(|(_, _, seller)| seller);
        least.or_else(near).or_else(|| self.by_role.get(role).and_then(first))
    }

    /// Counts a customer into a book; whether it was not there before.
    fn count(&mut self, seller: i64, customer: i64) -> bool {
        let serving = self.serving.entry(customer).or_default();
        let is_new = !serving.contains(&seller);
        if is_new {
            serving.push(seller);
            self.seats.entry(seller).and_modify(|seat| seat.customers += 1);
        }
        is_new
    }

    fn give(&mut self, seller: i64, customer: i64) {
        let Some(before) = self.seats.get(&seller).cloned() else { return };
        if self.count(seller, customer) {
            self.orders(&before, |order| {
                order.remove(&(before.customers, seller));
                order.insert((before.customers + 1, seller));
            });
        }
    }

    /// The orders that a seller stands in.
    fn orders(&mut self, seat: &Seat, mut with: impl FnMut(&mut Order)) {
        with(self.by_role.entry(seat.role).or_default());
        if let Some(team) = &seat.team {
            with(self.by_team.entry((seat.role, team.clone())).or_default());
        }
    }
}
