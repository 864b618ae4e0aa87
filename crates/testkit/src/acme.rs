//! Acme, the company that everybody knows: seven sellers in two teams, eleven customers, every kind of movement, in Tandem's own files.
//! - Rosa Lindqvist leads Bram Okafor (North: Mina Sato hunts, Jonas Weber keeps) and 陳怡君 (Taipei: Priya Raman hunts, 林志明 keeps).
//! - Borealis Shipping has two units: Fleet is Jonas's, Ports is Mina's. Old Harbour Brewery went from Mina to Jonas on 2025-07-01,
//!   Zephyr Foods from Priya to 林志明 on 2026-02-01. Nobody owns Lonely Lighthouse.
use std::path::Path;

/// A customer with its owners and with words that appear nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Customer {
    /// In the files.
    pub id: &'static str,
    /// The name.
    pub name: &'static str,
    /// Sellers who own a unit of it today.
    pub owners: &'static [&'static str],
    /// Words that only those may read who see this customer.
    pub canaries: &'static [&'static str],
}

const fn customer(
    id: &'static str,
    name: &'static str,
    owners: &'static [&'static str],
    canaries: &'static [&'static str],
) -> Customer {
    Customer { id, name, owners, canaries }
}

/// All customers.
pub const CUSTOMERS: [Customer; 11] = [
    customer(
        "c01",
        "Borealis Shipping",
        &["s3", "s4"],
        &["Borealis", "Sigrid", "Fleet tracking", "Port schedules", "Harbour master"],
    ),
    customer("c02", "Ågren Möbler", &["s3"], &["Ågren", "Elsa", "Showroom", "showroom"]),
    customer(
        "c03",
        "Old Harbour Brewery",
        &["s4"],
        &["Old Harbour", "Walter", "Keg returns", "Brewing on", "tap list"],
    ),
    customer("c04", "Kestrel Robotics", &["s3"], &["Kestrel", "Greta", "Robot cells", "Cell layout"]),
    customer("c05", "台北晶片", &["s6"], &["台北晶片", "張雅筑", "晶圓", "良率", "張經理"]),
    customer("c06", "永豐茶行", &["s7"], &["永豐茶行", "許永豐", "茶單", "許老闆"]),
    customer("c07", "Zephyr Foods", &["s6"], &["Zephyr", "Harish", "Cold chain"]),
    customer("c08", "Quarry & Sons", &["s4"], &["Quarry", "Niamh", "Pit planner"]),
    customer("c09", "Iron Tulip Hospital", &["s4"], &["Iron Tulip", "Pieter", "Ward two", "ward seven"]),
    customer("c10", "Marigold Press", &["s7"], &["Marigold", "郭明珠", "印刷", "郭總編"]),
    customer("c11", "Lonely Lighthouse", &[], &["Lighthouse", "Duarte"]),
];

/// The files with their names.
pub const FILES: [(&str, &str); 9] = [
    ("sellers.csv", include_str!("../acme/sellers.csv")),
    ("customers.csv", include_str!("../acme/customers.csv")),
    ("units.csv", include_str!("../acme/units.csv")),
    ("contacts.csv", include_str!("../acme/contacts.csv")),
    ("opportunities.csv", include_str!("../acme/opportunities.csv")),
    ("subscriptions.csv", include_str!("../acme/subscriptions.csv")),
    ("ownerships.csv", include_str!("../acme/ownerships.csv")),
    ("activities.csv", include_str!("../acme/activities.csv")),
    ("notes.csv", include_str!("../acme/notes.csv")),
];

/// Puts the files into a folder.
pub fn write_to(folder: &Path) {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    for (name, text) in FILES {
        std::fs::write(folder.join(name), text).expect("the file can be written");
    }
}
