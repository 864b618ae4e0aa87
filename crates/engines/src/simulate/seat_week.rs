//! One week of one seat: who sits there, where the hours went, and what was found and won.
use super::seats::Seats;
use super::week::Week;

/// A seat in a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeatWeek {
    /// The week, counted from 0.
    pub week: i32,
    /// The seat, counted from 0.
    pub seat: usize,
    /// How many people sat there before.
    pub hires: u64,
    /// Whether somebody sits there.
    pub here: bool,
    /// Hours for customers and new business.
    pub available: f64,
    /// Hours for new business.
    pub hunting: f64,
    /// Hours of easy work with friendly customers.
    pub friendly: f64,
    /// Hours of urgent work.
    pub urgent: f64,
    /// Opportunities found.
    pub opportunities: u32,
    /// Customers won.
    pub won: u32,
}

impl SeatWeek {
    /// All seats that exist.
    pub fn of<'a>(seats: &'a Seats, week: &'a Week) -> impl Iterator<Item = Self> + 'a {
        let exists = |seat: &usize| seats.desks[*seat].exists;
        let times = |seats: &[usize], seat: usize| seats.iter().filter(|own| **own == seat).count() as u32;
        (0..seats.desks.len()).filter(exists).map(move |seat| {
            let hours = &week.hours[seat];
            Self {
                week: week.number,
                seat,
                hires: seats.hires(seat),
                here: seats.desks[seat].here,
                available: hours.available,
                hunting: hours.hunting,
                friendly: hours.friendly,
                urgent: hours.urgent,
                opportunities: times(&week.finders, seat),
                won: times(&week.winners, seat),
            }
        })
    }
}
