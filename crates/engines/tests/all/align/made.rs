//! Problems for tests: one by hand whose numbers are round, and random ones from a seed.
use std::fmt::Write;
use tandem_engines::align::check::Texts;
use tandem_engines::align::problem::Problem;
use tandem_engines::align::read::{Files, problem};

/// The four files as texts.
#[derive(Clone, Debug)]
pub struct Made {
    pub accounts: String,
    pub reps: String,
    pub hunters: String,
    pub parameters: String,
}

impl Made {
    pub fn files(&self) -> Files<'_> {
        Files {
            accounts: self.accounts.as_bytes(),
            reps: self.reps.as_bytes(),
            hunters: self.hunters.as_bytes(),
            parameters: self.parameters.as_bytes(),
        }
    }

    pub fn texts(&self) -> Texts<'_> {
        let Self { accounts, reps, hunters, parameters } = self;
        Texts { accounts, reps, hunters, parameters }
    }

    /// The same without anything for a seller to do.
    pub fn leaver(&self, seller: usize) -> Self {
        let row = self.reps.lines().nth(seller + 1).unwrap();
        let place: Vec<&str> = row.split(',').take(4).collect();
        Self { reps: self.reps.replace(row, &format!("{},0,0", place.join(","))), ..self.clone() }
    }

    pub fn problem(&self) -> Problem {
        problem(&self.files()).unwrap()
    }
}

pub const ACCOUNTS: &str =
    "account,lat,lon,segment,remote,visits,workload_h,arr,potential,owner,relationship,locked,hunter\n";
pub const REPS: &str = "rep,role,lat,lon,target_h,target_potential\n";
pub const HUNTERS: &str = "hunter,lat,lon,new_workload_h,new_potential,partner,relationship,locked\n";

pub fn parameters(more: &str) -> String {
    format!(
        "{{\"earth_km\": 6371, \"km_cost\": 0.6, \"field_premium\": 45, \"inside_nonremote_frac\": 0.03,
\"inside_nonremote_fix\": 300, \"inside_tz_cost\": 2, \"disrupt_frac\": 0.04, \"disrupt_fix\": 200,
\"hunter_meetings\": 30, \"hunter_disrupt\": 4000, \"tol_w\": 0.1, \"tol_p\": 0.15, \"pen_w\": 120,
\"pen_p\": 0.02{more}}}"
    )
}

/// Two field sellers and one inside on the equator, five units, a hunter with one of them in the pipeline.
pub fn by_hand() -> Made {
    let rows = "0,0,0,SMB,0,2,10,1000,5000,0,0.5,0,-1
1,0,1,MM,0,4,20,8000,30000,0,1,0,-1
2,0,2,ENT,0,10,60,50000,100000,1,0.25,1,-1
3,0,3,SMB,1,1,5,500,2000,-1,0,0,-1
4,0,2,MM,0,3,30,0,20000,-1,0,0,0
";
    let reps = "0,field,0,0,40,60000
1,field,0,2,80,110000
2,inside,0,30,5,2000
";
    Made {
        accounts: format!("{ACCOUNTS}{rows}"),
        reps: format!("{REPS}{reps}"),
        hunters: format!("{HUNTERS}0,0,1,10,10000,0,0.5,0\n"),
        parameters: parameters(""),
    }
}

/// Numbers from a seed, after SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    /// Below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }

    /// From 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A random problem; hours and potential fit the sellers on the whole. The last seller is inside where there are three or more.
pub fn random(seed: u64, units: usize, sellers: usize, hunters: usize) -> Made {
    let mut dice = Dice(seed);
    let inside = if sellers >= 3 { sellers - 1 } else { sellers };
    let mut made = Made {
        accounts: ACCOUNTS.to_owned(),
        reps: REPS.to_owned(),
        hunters: HUNTERS.to_owned(),
        parameters: parameters(""),
    };
    let mut sums = [0.0, 0.0];
    for unit in 0..units {
        let segment = dice.below(6);
        let (name, size) = [("ENT", 60.0), ("MM", 20.0), ("SMB", 6.0)][segment.div_ceil(2).min(2)];
        let hours = (size * (0.5 + dice.unit()) * 10.0).round() / 10.0;
        let potential = (hours * 1500.0 * (0.3 + dice.unit())).round();
        let owner = dice.below(sellers + 1) as i64 - 1;
        let pipeline = owner < 0 && hunters > 0 && dice.unit() < 0.5;
        let hunter = if pipeline { dice.below(hunters) as i64 } else { -1 };
        let locked = owner >= 0 && dice.unit() < 0.1;
        let relationship = if owner < 0 { 0.0 } else { (dice.unit() * 100.0).round() / 100.0 };
        sums[0] += hours;
        sums[1] += potential;
        writeln!(
            made.accounts,
            "{unit},{:.4},{:.4},{name},{},{},{hours},{},{potential},{owner},{relationship},{},{hunter}",
            47.0 + 3.0 * dice.unit(),
            8.0 + 4.0 * dice.unit(),
            u8::from(name == "SMB" && dice.unit() < 0.5),
            1 + dice.below(8),
            (potential * dice.unit()).round(),
            u8::from(locked),
        )
        .unwrap();
    }
    for hunter in 0..hunters {
        let partner = dice.below(inside + 1) as i64 - 1;
        let hours = (10.0 + 30.0 * dice.unit()).round();
        sums[0] += hours;
        sums[1] += hours * 1000.0;
        writeln!(
            made.hunters,
            "{hunter},{:.4},{:.4},{hours},{},{partner},{:.2},{}",
            47.0 + 3.0 * dice.unit(),
            8.0 + 4.0 * dice.unit(),
            hours * 1000.0,
            dice.unit(),
            u8::from(partner >= 0 && dice.unit() < 0.2),
        )
        .unwrap();
    }
    for seller in 0..sellers {
        let role = if seller < inside { "field" } else { "inside" };
        let share = (0.8 + 0.4 * dice.unit()) / sellers as f64;
        writeln!(
            made.reps,
            "{seller},{role},{:.4},{:.4},{:.1},{:.0}",
            47.0 + 3.0 * dice.unit(),
            8.0 + 4.0 * dice.unit(),
            sums[0] * share,
            sums[1] * share,
        )
        .unwrap();
    }
    made
}
