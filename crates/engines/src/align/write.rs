//! Writes an alignment and its certificate as text, in the order of the numbers.
use super::prices::Prices;
use super::problem::Alignment;
use std::fmt::Write;

/// solution.csv: a row for every unit and every hunter.
pub fn alignment(alignment: &Alignment) -> String {
    let mut text = String::with_capacity(20 * alignment.units.len());
    text.push_str("kind,id,rep\n");
    for (kind, sellers) in [("account", &alignment.units), ("hunter", &alignment.hunters)] {
        for (id, seller) in sellers.iter().enumerate() {
            // Writing to a text never fails.
            let _ = writeln!(text, "{kind},{id},{seller}");
        }
    }
    text
}

/// certificate.csv: two prices per seller, written so that they are read back as they were.
pub fn certificate(prices: &Prices) -> String {
    let mut text = String::from("rep,alpha,beta\n");
    for (rep, [alpha, beta]) in prices.0.iter().enumerate() {
        let _ = writeln!(text, "{rep},{alpha},{beta}");
    }
    text
}
