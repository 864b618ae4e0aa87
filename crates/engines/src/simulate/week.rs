//! A week in the making: what its steps hand to one another.
use super::hours::Hours;
use super::row::Row;

/// What the steps of a week add up.
pub struct Week {
    /// Counted from 0.
    pub number: i32,
    /// What is kept of it.
    pub row: Row,
    /// By seat.
    pub hours: Vec<Hours>,
    /// The seats that found an opportunity, one entry each.
    pub finders: Vec<usize>,
    /// The seats that won a customer, one entry each.
    pub winners: Vec<usize>,
    /// Dollars spent on hires.
    pub hire_cost: f64,
    /// Commission on new ARR.
    pub new_commission: f64,
    /// Commission on expansion, transition shares included.
    pub expansion_commission: f64,
    /// Commission on renewed ARR.
    pub renewal_commission: f64,
    /// Hours spent travelling.
    pub travel_hours: f64,
}

impl Week {
    /// Before its first step; `hours` is used again from the week before.
    pub fn new(number: i32, start: f64, seats: usize, mut hours: Vec<Hours>) -> Self {
        hours.clear();
        hours.resize(seats, Hours::default());
        Self {
            number,
            row: Row { week: number, start, ..Row::default() },
            hours,
            finders: Vec::new(),
            winners: Vec::new(),
            hire_cost: 0.0,
            new_commission: 0.0,
            expansion_commission: 0.0,
            renewal_commission: 0.0,
            travel_hours: 0.0,
        }
    }
}
