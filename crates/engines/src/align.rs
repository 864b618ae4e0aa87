//! Territory alignment: every unit one seller, every hunter one account manager in the field, balanced, near, with the least
//! disruption, and a proof of how far from the best possible the answer can be.
pub mod check;
pub mod company;
pub mod dual;
pub mod effort;
pub mod gap;
pub mod market;
pub mod objective;
pub mod parameters;
pub mod pool;
pub mod prices;
pub mod problem;
pub mod read;
pub mod refusal;
pub mod report;
pub mod rules;
pub mod search;
pub mod solve;
pub mod territory;
pub mod write;
