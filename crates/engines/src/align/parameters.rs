//! The constants of an alignment, as params.json gives them. Money is in dollars a year.
use super::refusal::{File, Refusal};
use serde::Deserialize;
use serde_json::Value;

/// What the company says once for all units and sellers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Parameters {
    /// Radius of the earth, km.
    pub earth_km: f64,
    /// Dollars per km of travel; a visit goes there and back.
    pub km_cost: f64,
    /// Dollars per hour of a remote unit that is served in the field all the same.
    pub field_premium: f64,
    /// Share of the potential that is lost where a unit that is not remote is served from inside.
    pub inside_nonremote_frac: f64,
    /// Dollars that it costs besides.
    pub inside_nonremote_fix: f64,
    /// Dollars per hour and 15 degrees of longitude between a unit and its inside seller.
    pub inside_tz_cost: f64,
    /// Share of the recurring revenue at risk when a unit with a perfect relationship changes hands.
    pub disrupt_frac: f64,
    /// Dollars that it costs besides.
    pub disrupt_fix: f64,
    /// Meetings a year between a hunter and the account manager.
    pub hunter_meetings: f64,
    /// Dollars that it costs when a perfect pair is parted.
    pub hunter_disrupt: f64,
    /// How far from the target hours is free, as a share of the target.
    pub tol_w: f64,
    /// How far from the target potential is free, as a share of the target.
    pub tol_p: f64,
    /// Dollars per hour outside the band.
    pub pen_w: f64,
    /// Dollars per dollar of potential outside the band.
    pub pen_p: f64,
    /// Most hunters per account manager; as many as one likes where not given.
    pub hunters_max: Option<u32>,
    /// Dollars for every skill that a unit needs and its seller lacks.
    #[serde(default = "skill_missing_usual")]
    pub skill_missing_cost: f64,
}

/// What a skill that is lacking costs where params.json does not say; nothing comes of it where no unit needs any.
fn skill_missing_usual() -> f64 {
    5_000.0
}

/// Numbers of rows that params.json may state, to be held against the files.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Counts {
    /// Rows of accounts.csv.
    pub accounts: Option<usize>,
    /// Rows of reps.csv.
    pub reps: Option<usize>,
    /// Rows of hunters.csv.
    pub hunters: Option<usize>,
}

/// Reads params.json.
///
/// # Errors
/// Where it is no JSON, where a constant is missing or no number, and where one cannot be.
pub fn read(text: &[u8]) -> Result<(Parameters, Counts), Vec<Refusal>> {
    let refuse = |reason: String| Refusal { file: File::Parameters, line: None, reason };
    let value: Value = serde_json::from_slice(text).map_err(|error| {
        let line = Some(error.line() as u64).filter(|line| *line > 0);
        vec![Refusal {
            line,
            ..refuse(format!("this is no JSON ({error}): write names and numbers in {{}}"))
        }]
    })?;
    let shape = |error: serde_json::Error| vec![refuse(format!("{error}: write every constant as a number"))];
    let parameters = Parameters::deserialize(&value).map_err(shape)?;
    let counts = Counts::deserialize(&value).map_err(shape)?;
    let wrong: Vec<Refusal> = parameters.outside_limits().into_iter().map(refuse).collect();
    if wrong.is_empty() { Ok((parameters, counts)) } else { Err(wrong) }
}

impl Parameters {
    /// The constants that cannot be, each with what to do.
    fn outside_limits(&self) -> Vec<String> {
        let amounts = [
            ("earth_km", self.earth_km),
            ("km_cost", self.km_cost),
            ("field_premium", self.field_premium),
            ("inside_nonremote_frac", self.inside_nonremote_frac),
            ("inside_nonremote_fix", self.inside_nonremote_fix),
            ("inside_tz_cost", self.inside_tz_cost),
            ("disrupt_frac", self.disrupt_frac),
            ("disrupt_fix", self.disrupt_fix),
            ("hunter_meetings", self.hunter_meetings),
            ("hunter_disrupt", self.hunter_disrupt),
            ("pen_w", self.pen_w),
            ("pen_p", self.pen_p),
            ("skill_missing_cost", self.skill_missing_cost),
        ];
        let shares = [("tol_w", self.tol_w), ("tol_p", self.tol_p)];
        let amount = |(name, value): &(&str, f64)| {
            let fits = (0.0..=1e9).contains(value);
            (!fits).then(|| format!("`{name}` is {value}: give a number from 0 to 1000000000"))
        };
        let share = |(name, value): &(&str, f64)| {
            let fits = (0.0..1.0).contains(value);
            (!fits).then(|| format!("`{name}` is {value}: give a share from 0 to below 1"))
        };
        let none = (self.hunters_max == Some(0))
            .then(|| "`hunters_max` is 0: let an account manager have at least one hunter".to_owned());
        amounts.iter().filter_map(amount).chain(shares.iter().filter_map(share)).chain(none).collect()
    }
}
