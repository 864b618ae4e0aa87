//! What is to be aligned: units, the sellers who can take them, the hunters with their handover pipelines, and the company's constants.
use super::parameters::Parameters;

/// A point on the globe.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The unit vector from the centre of the earth.
    pub vector: [f64; 3],
    /// Degrees east, -180 to 180.
    pub longitude: f64,
}

impl Place {
    /// From degrees north and east.
    pub fn new(latitude: f64, longitude: f64) -> Self {
        let (north, east) = (latitude.to_radians(), longitude.to_radians());
        Self { vector: [north.cos() * east.cos(), north.cos() * east.sin(), north.sin()], longitude }
    }
}

/// A business unit that needs an account manager. In the files it is called an account.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Where it is visited.
    pub place: Place,
    /// Of the largest segment, which is never served from inside.
    pub enterprise: bool,
    /// Can be served by video and text chat.
    pub remote: bool,
    /// Visits a year when served in the field.
    pub visits: f64,
    /// Working hours a year that it needs.
    pub hours: f64,
    /// Annual recurring revenue, in dollars.
    pub arr: f64,
    /// The annual recurring revenue that it could reach, in dollars.
    pub potential: f64,
    /// The seller who has it now.
    pub owner: Option<u32>,
    /// How close the customer is to that seller, 0 to 1.
    pub relationship: f64,
    /// It stays with its owner.
    pub locked: bool,
    /// The hunter in whose handover pipeline it is.
    pub hunter: Option<u32>,
    /// Languages and skills that it needs, one bit each.
    pub needs: u64,
}

/// How a seller serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Travels to the customer.
    Field,
    /// By video and text chat.
    Inside,
}

/// An account manager, in the field or inside. In the files called a rep.
#[derive(Clone, Debug)]
pub struct Seller {
    /// In the field or inside.
    pub role: Role,
    /// Where the seller starts from.
    pub place: Place,
    /// Hours a year that the seller should be busy.
    pub hours: f64,
    /// Potential that the seller should have, in dollars.
    pub potential: f64,
    /// Languages and skills that the seller has, one bit each.
    pub skills: u64,
}

/// A hunter, who hands everything over to exactly one account manager.
#[derive(Clone, Debug)]
pub struct Hunter {
    /// Where the hunter works.
    pub place: Place,
    /// Hours a year of the units that the hunter will hand over in the plan year.
    pub hours: f64,
    /// Potential of those units, in dollars.
    pub potential: f64,
    /// The account manager of today.
    pub partner: Option<u32>,
    /// How well the two work together, 0 to 1.
    pub relationship: f64,
    /// The pair stays.
    pub locked: bool,
}

/// Everything that decides what an alignment is worth.
#[derive(Clone, Debug)]
pub struct Problem {
    /// All units, in the order of their numbers.
    pub units: Vec<Unit>,
    /// All sellers, in the order of their numbers.
    pub sellers: Vec<Seller>,
    /// All hunters, in the order of their numbers.
    pub hunters: Vec<Hunter>,
    /// The company's constants.
    pub parameters: Parameters,
}

/// An answer: the seller of every unit and the account manager of every hunter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// The seller of each unit.
    pub units: Vec<u32>,
    /// The account manager of each hunter.
    pub hunters: Vec<u32>,
}
