//! What is kept of a week. Start plus movements is the end, and the end is the next week's start.
use serde::{Deserialize, Serialize};

/// One week of one run; money in dollars, hours of the whole team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Counted from 0.
    pub week: i32,
    /// ARR at its beginning.
    pub start: f64,
    /// ARR of new customers.
    pub new: f64,
    /// ARR won with customers, rises of price included.
    pub expansion: f64,
    /// ARR lost with customers who stay.
    pub contraction: f64,
    /// ARR lost with customers.
    pub churn: f64,
    /// ARR at its end.
    pub end: f64,
    /// Customers won.
    pub logos: u32,
    /// Customers lost.
    pub lost: u32,
    /// Opportunities found.
    pub opportunities: u32,
    /// Accounts whose handoff was completed.
    pub handoffs: u32,
    /// Sellers who left.
    pub leavers: u32,
    /// Customers at its end.
    pub customers: usize,
    /// Prospects before this week's opportunities were found among them.
    pub prospects: usize,
    /// Opportunities open at its end.
    pub open_opportunities: usize,
    /// Hours available for customers and new business.
    pub available_hours: f64,
    /// Hours asked for by customers.
    pub demand_hours: f64,
    /// Hours of urgent work.
    pub urgent_hours: f64,
    /// Hours of easy work with friendly customers.
    pub friendly_hours: f64,
    /// Hours of routine work.
    pub routine_hours: f64,
    /// Hours of expansion.
    pub expansion_hours: f64,
    /// Hours of new business.
    pub hunting_hours: f64,
    /// Hours of new business after skill, switching and travel.
    pub effective_hours: f64,
    /// Cost of the sales force.
    pub cost: f64,
    /// Commission among it.
    pub commission: f64,
    /// Travel among it.
    pub travel_cost: f64,
    /// Gross margin less cost.
    pub contribution: f64,
    /// Relationship at its end, weighted with ARR.
    pub relationship: f64,
    /// Memory of coverage at its end, weighted with ARR.
    pub coverage: f64,
}
