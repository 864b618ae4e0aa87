//! The rows of the three tables as they stand in the files, what cannot be in them, and what they become.
use crate::align::problem::{Hunter, Place, Role, Seller, Unit};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A row of one table.
pub trait Row: DeserializeOwned {
    /// What it becomes.
    type Read;
    /// What is wrong with it as the row of this number, where there are so many sellers.
    fn wrong(&self, number: usize, sellers: usize) -> Vec<String>;
    /// The names of skills in it, parted by `;`.
    fn skills(&self) -> &str {
        ""
    }
    /// Converts it; `skills` are the bits of its names.
    fn read(self, skills: u64) -> Self::Read;
}

/// A row of accounts.csv.
#[derive(Deserialize)]
pub struct Account {
    account: u64,
    lat: f64,
    lon: f64,
    segment: Segment,
    remote: u8,
    visits: f64,
    workload_h: f64,
    arr: f64,
    potential: f64,
    owner: i64,
    relationship: f64,
    locked: u8,
    hunter: i64,
    #[serde(default)]
    needs: Option<String>,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
enum Segment {
    Ent,
    Mm,
    Smb,
}

impl Row for Account {
    type Read = Unit;

    fn wrong(&self, number: usize, sellers: usize) -> Vec<String> {
        let mut wrong = Wrong::default();
        wrong.number("account", self.account, number);
        wrong.place(self.lat, self.lon);
        wrong.flag("remote", self.remote);
        wrong.flag("locked", self.locked);
        for (name, value) in [
            ("visits", self.visits),
            ("workload_h", self.workload_h),
            ("arr", self.arr),
            ("potential", self.potential),
        ] {
            wrong.amount(name, value);
        }
        wrong.share("relationship", self.relationship);
        wrong.reference("owner", self.owner, sellers);
        if self.locked == 1 && self.owner < 0 {
            wrong.0.push("it is locked and has no owner: name the owner or take the lock away".to_owned());
        }
        wrong.0
    }

    fn skills(&self) -> &str {
        self.needs.as_deref().unwrap_or_default()
    }

    fn read(self, needs: u64) -> Unit {
        Unit {
            place: Place::new(self.lat, self.lon),
            enterprise: self.segment == Segment::Ent,
            remote: self.remote == 1,
            visits: self.visits,
            hours: self.workload_h,
            arr: self.arr,
            potential: self.potential,
            owner: reference(self.owner),
            relationship: self.relationship,
            locked: self.locked == 1,
            hunter: reference(self.hunter),
            needs,
        }
    }
}

/// A row of reps.csv.
#[derive(Deserialize)]
pub struct Rep {
    rep: u64,
    role: RoleWord,
    lat: f64,
    lon: f64,
    target_h: f64,
    target_potential: f64,
    #[serde(default)]
    skills: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum RoleWord {
    Field,
    Inside,
}

impl Row for Rep {
    type Read = Seller;

    fn wrong(&self, number: usize, _: usize) -> Vec<String> {
        let mut wrong = Wrong::default();
        wrong.number("rep", self.rep, number);
        wrong.place(self.lat, self.lon);
        wrong.amount("target_h", self.target_h);
        wrong.amount("target_potential", self.target_potential);
        wrong.0
    }

    fn skills(&self) -> &str {
        self.skills.as_deref().unwrap_or_default()
    }

    fn read(self, skills: u64) -> Seller {
        let role = match self.role {
            RoleWord::Field => Role::Field,
            RoleWord::Inside => Role::Inside,
        };
        let (hours, potential) = (self.target_h, self.target_potential);
        Seller { role, place: Place::new(self.lat, self.lon), hours, potential, skills }
    }
}

/// A row of hunters.csv.
#[derive(Deserialize)]
pub struct HunterRow {
    hunter: u64,
    lat: f64,
    lon: f64,
    new_workload_h: f64,
    new_potential: f64,
    partner: i64,
    relationship: f64,
    locked: u8,
}

impl Row for HunterRow {
    type Read = Hunter;

    fn wrong(&self, number: usize, sellers: usize) -> Vec<String> {
        let mut wrong = Wrong::default();
        wrong.number("hunter", self.hunter, number);
        wrong.place(self.lat, self.lon);
        wrong.amount("new_workload_h", self.new_workload_h);
        wrong.amount("new_potential", self.new_potential);
        wrong.share("relationship", self.relationship);
        wrong.flag("locked", self.locked);
        wrong.reference("partner", self.partner, sellers);
        if self.locked == 1 && self.partner < 0 {
            wrong
                .0
                .push("it is locked and has no partner: name the partner or take the lock away".to_owned());
        }
        wrong.0
    }

    fn read(self, _: u64) -> Hunter {
        Hunter {
            place: Place::new(self.lat, self.lon),
            hours: self.new_workload_h,
            potential: self.new_potential,
            partner: reference(self.partner),
            relationship: self.relationship,
            locked: self.locked == 1,
        }
    }
}

/// A number of a row of another table; below 0 there is none.
fn reference(value: i64) -> Option<u32> {
    u32::try_from(value).ok()
}

/// What is wrong with a row.
#[derive(Default)]
struct Wrong(Vec<String>);

/// Greatest amount of hours, visits or dollars of one row.
const AMOUNT_MAX: f64 = 1e12;

impl Wrong {
    fn unless(&mut self, fits: bool, name: &str, value: impl std::fmt::Display, wanted: &str) {
        if !fits {
            self.0.push(format!("`{name}` is {value}: {wanted}"));
        }
    }

    fn number(&mut self, name: &str, value: u64, number: usize) {
        let wanted = format!("rows are numbered 0, 1, 2 ... in order, this one is {number}");
        self.unless(value == number as u64, name, value, &wanted);
    }

    fn place(&mut self, latitude: f64, longitude: f64) {
        self.unless(latitude.abs() <= 90.0, "lat", latitude, "write degrees north, -90 to 90");
        self.unless(longitude.abs() <= 180.0, "lon", longitude, "write degrees east, -180 to 180");
    }

    fn amount(&mut self, name: &str, value: f64) {
        let fits = (0.0..=AMOUNT_MAX).contains(&value);
        self.unless(fits, name, value, "write a number from 0 to 1000000000000");
    }

    fn share(&mut self, name: &str, value: f64) {
        self.unless((0.0..=1.0).contains(&value), name, value, "write a number from 0 to 1");
    }

    fn flag(&mut self, name: &str, value: u8) {
        self.unless(value <= 1, name, value, "write 1 for yes and 0 for no");
    }

    fn reference(&mut self, name: &str, value: i64, rows: usize) {
        let fits = value == -1 || usize::try_from(value).is_ok_and(|value| value < rows);
        self.unless(fits, name, value, &format!("write the number of a rep, below {rows}, or -1 for nobody"));
    }
}
