//! Changes of hands between generalists: who leaves leaves everything to colleagues, who joins takes some from the busiest.
use super::simulation::Simulation;
use chrono::NaiveDate;

/// The share of their colleagues' average book that a new seller takes over.
const SHARE_FOR_NEW: f64 = 0.5;

impl Simulation {
    /// What changes hands on a Monday.
    pub fn change_hands(&mut self, monday: NaiveDate) {
        for seller in 0..self.sellers.len() {
            if self.sellers[seller].end == Some(monday) {
                self.leave(seller, monday);
            }
            if self.sellers[seller].start == monday {
                self.join(seller, monday);
            }
        }
    }

    fn leave(&mut self, seller: usize, day: NaiveDate) {
        let book = std::mem::take(&mut self.books[seller]);
        for unit in book.held {
            let market = self.customers[self.units[unit].customer].market;
            if let Some(next) = self.least_loaded(market, day, Some(seller)) {
                self.hand_over(unit, next, day);
                self.books[next].held.push(unit);
            }
        }
        for unit in book.prospects {
            // Prospects follow whoever has the customer's first unit.
            let first = self.customers[self.units[unit].customer].units.start;
            let market = self.customers[self.units[unit].customer].market;
            let owner = self.units[first].owner().filter(|owner| *owner != seller);
            let next = owner.or_else(|| self.least_loaded(market, day, Some(seller)));
            let Some(next) = next else { continue };
            self.hand_over(unit, next, day);
            self.books[next].prospects.push(unit);
        }
        for deal in book.deals {
            if let Some(next) = self.units[deal.unit].owner() {
                self.books[next].deals.push(deal);
            }
        }
    }

    fn join(&mut self, seller: usize, day: NaiveDate) {
        let colleagues = self.colleagues(self.sellers[seller].market, day, Some(seller));
        let held: usize = colleagues.iter().map(|colleague| self.books[*colleague].held.len()).sum();
        let target = (held as f64 / (colleagues.len() + 1) as f64 * SHARE_FOR_NEW) as usize;
        for _ in 0..target {
            let busiest =
                colleagues.iter().max_by_key(|colleague| self.books[**colleague].held.len()).copied();
            let Some(from) = busiest.filter(|from| !self.books[*from].held.is_empty()) else { return };
            let place = self.dice.place(self.books[from].held.len());
            let unit = self.books[from].held.swap_remove(place);
            self.hand_over(unit, seller, day);
            self.books[seller].held.push(unit);
        }
    }

    fn hand_over(&mut self, unit: usize, to: usize, day: NaiveDate) {
        if let Some((from, _)) = self.units[unit].owners.last().copied().filter(|(from, _)| *from != to) {
            self.units[unit].owners.push((to, day));
            self.note_handover(unit, from, to, day);
        }
    }
}
