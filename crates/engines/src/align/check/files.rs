//! The checker's own reading of the files: by the names of the columns, nothing more than it needs.
use super::Texts;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A file that the checker cannot read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct Unreadable {
    /// Its usual name.
    pub file: &'static str,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub reason: String,
}

/// A row by the names of its columns.
struct Fields<'a> {
    file: &'static str,
    line: usize,
    values: BTreeMap<&'a str, &'a str>,
}

impl<'a> Fields<'a> {
    fn text(&self, name: &str) -> Result<&str, Unreadable> {
        self.values
            .get(name)
            .copied()
            .ok_or_else(|| self.refuse(format!("`{name}` is missing: add the column")))
    }

    fn number(&self, name: &str) -> Result<f64, Unreadable> {
        let text = self.text(name)?;
        text.parse().map_err(|_| self.refuse(format!("`{name}` is `{text}`: write a number")))
    }

    /// Names parted by `;`; none where there is no such column.
    fn names(&self, name: &str) -> BTreeSet<&'a str> {
        let text = self.values.get(name).copied().unwrap_or_default();
        text.split(';').map(str::trim).filter(|name| !name.is_empty()).collect()
    }

    fn refuse(&self, reason: String) -> Unreadable {
        Unreadable { file: self.file, line: self.line, reason }
    }
}

fn rows<'a, T>(
    file: &'static str,
    text: &'a str,
    row: impl Fn(&Fields<'a>) -> Result<T, Unreadable>,
) -> Result<Vec<T>, Unreadable> {
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split(',').map(str::trim).collect();
    let fields = |(number, line): (usize, &'a str)| {
        let values = names.iter().copied().zip(line.split(',').map(str::trim)).collect();
        row(&Fields { file, line: number + 2, values })
    };
    lines.enumerate().map(fields).collect()
}

pub struct Unit<'a> {
    pub latitude: f64,
    pub longitude: f64,
    pub enterprise: bool,
    pub remote: bool,
    pub visits: f64,
    pub hours: f64,
    pub arr: f64,
    pub potential: f64,
    pub owner: f64,
    pub relationship: f64,
    pub locked: bool,
    pub hunter: f64,
    pub needs: BTreeSet<&'a str>,
}

pub struct Seller<'a> {
    pub inside: bool,
    pub latitude: f64,
    pub longitude: f64,
    pub hours: f64,
    pub potential: f64,
    pub skills: BTreeSet<&'a str>,
}

pub struct Hunter {
    pub latitude: f64,
    pub longitude: f64,
    pub hours: f64,
    pub potential: f64,
    pub partner: f64,
    pub relationship: f64,
    pub locked: bool,
}

pub struct Instance<'a> {
    pub units: Vec<Unit<'a>>,
    pub sellers: Vec<Seller<'a>>,
    pub hunters: Vec<Hunter>,
    pub constants: Constants,
}

impl<'a> Instance<'a> {
    pub fn read(texts: &Texts<'a>) -> Result<Self, Unreadable> {
        let units = rows("accounts.csv", texts.accounts, |row| {
            Ok(Unit {
                latitude: row.number("lat")?,
                longitude: row.number("lon")?,
                enterprise: row.text("segment")? == "ENT",
                remote: row.number("remote")? == 1.0,
                visits: row.number("visits")?,
                hours: row.number("workload_h")?,
                arr: row.number("arr")?,
                potential: row.number("potential")?,
                owner: row.number("owner")?,
                relationship: row.number("relationship")?,
                locked: row.number("locked")? == 1.0,
                hunter: row.number("hunter")?,
                needs: row.names("needs"),
            })
        })?;
        let sellers = rows("reps.csv", texts.reps, |row| {
            Ok(Seller {
                inside: row.text("role")? == "inside",
                latitude: row.number("lat")?,
                longitude: row.number("lon")?,
                hours: row.number("target_h")?,
                potential: row.number("target_potential")?,
                skills: row.names("skills"),
            })
        })?;
        let hunters = rows("hunters.csv", texts.hunters, |row| {
            Ok(Hunter {
                latitude: row.number("lat")?,
                longitude: row.number("lon")?,
                hours: row.number("new_workload_h")?,
                potential: row.number("new_potential")?,
                partner: row.number("partner")?,
                relationship: row.number("relationship")?,
                locked: row.number("locked")? == 1.0,
            })
        })?;
        Ok(Self { units, sellers, hunters, constants: constants(texts.parameters)? })
    }
}

/// The constants by their names in params.json.
pub struct Constants {
    pub earth_km: f64,
    pub km_cost: f64,
    pub field_premium: f64,
    pub inside_nonremote_frac: f64,
    pub inside_nonremote_fix: f64,
    pub inside_tz_cost: f64,
    pub disrupt_frac: f64,
    pub disrupt_fix: f64,
    pub hunter_meetings: f64,
    pub hunter_disrupt: f64,
    pub tol_w: f64,
    pub tol_p: f64,
    pub pen_w: f64,
    pub pen_p: f64,
    pub hunters_max: f64,
    pub skill_missing_cost: f64,
}

fn constants(text: &str) -> Result<Constants, Unreadable> {
    let refuse = |line, reason| Unreadable { file: "params.json", line, reason };
    let value: Value = serde_json::from_str(text)
        .map_err(|error| refuse(error.line(), format!("{error}: write names and numbers as JSON")))?;
    let get = |name: &str| {
        value
            .get(name)
            .and_then(Value::as_f64)
            .ok_or_else(|| refuse(1, format!("`{name}` is missing: add it")))
    };
    Ok(Constants {
        earth_km: get("earth_km")?,
        km_cost: get("km_cost")?,
        field_premium: get("field_premium")?,
        inside_nonremote_frac: get("inside_nonremote_frac")?,
        inside_nonremote_fix: get("inside_nonremote_fix")?,
        inside_tz_cost: get("inside_tz_cost")?,
        disrupt_frac: get("disrupt_frac")?,
        disrupt_fix: get("disrupt_fix")?,
        hunter_meetings: get("hunter_meetings")?,
        hunter_disrupt: get("hunter_disrupt")?,
        tol_w: get("tol_w")?,
        tol_p: get("tol_p")?,
        pen_w: get("pen_w")?,
        pen_p: get("pen_p")?,
        hunters_max: get("hunters_max").unwrap_or(f64::INFINITY),
        // What the guide promises where the file does not say.
        skill_missing_cost: get("skill_missing_cost").unwrap_or(5_000.0),
    })
}

/// Who has what; none where the solution names nobody.
pub struct Answer {
    pub units: Vec<Option<usize>>,
    pub hunters: Vec<Option<usize>>,
    /// Rows that name what is not there, or twice.
    pub wrong: Vec<String>,
}

impl Answer {
    pub fn read(text: &str, units: usize, hunters: usize) -> Result<Self, Unreadable> {
        let mut answer = Self { units: vec![None; units], hunters: vec![None; hunters], wrong: Vec::new() };
        let row = |row: &Fields| Ok((row.text("kind")?.to_owned(), row.number("id")?, row.number("rep")?));
        for (kind, id, rep) in rows("solution.csv", text, row)? {
            let list = if kind == "account" { &mut answer.units } else { &mut answer.hunters };
            match list.get_mut(id as usize).filter(|_| id >= 0.0 && (kind == "account" || kind == "hunter")) {
                None => answer.wrong.push(format!("{kind} {id} is not in the files")),
                Some(Some(_)) => answer.wrong.push(format!("{kind} {id} is given twice")),
                Some(slot) => *slot = (rep >= 0.0).then_some(rep as usize),
            }
        }
        Ok(answer)
    }
}

/// Alpha and beta of each seller; 0 where the certificate has none.
pub fn prices(text: &str, sellers: usize) -> Result<Vec<[f64; 2]>, Unreadable> {
    let mut prices = vec![[0.0; 2]; sellers];
    let row = |row: &Fields| Ok((row.number("rep")?, row.number("alpha")?, row.number("beta")?));
    for (rep, alpha, beta) in rows("certificate.csv", text, row)? {
        if let Some(price) = prices.get_mut(rep as usize) {
            *price = [alpha, beta];
        }
    }
    Ok(prices)
}
