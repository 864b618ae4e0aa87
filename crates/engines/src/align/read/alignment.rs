//! Reads an alignment and a certificate, for a warm start. The checker reads them by itself.
use super::unreadable;
use crate::align::prices::Prices;
use crate::align::problem::{Alignment, Problem};
use crate::align::refusal::{File, Refusal};
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    kind: Kind,
    id: usize,
    rep: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Account,
    Hunter,
}

/// Nobody, while reading.
const NOBODY: u32 = u32::MAX;

/// Reads solution.csv.
///
/// # Errors
/// Lines that cannot be read, that name what is not there or twice, and what is left out.
pub fn alignment(problem: &Problem, text: &[u8]) -> Result<Alignment, Refusal> {
    let refuse = |line, reason| Refusal { file: File::Solution, line, reason };
    let mut units = vec![NOBODY; problem.units.len()];
    let mut hunters = vec![NOBODY; problem.hunters.len()];
    let mut reader = csv::Reader::from_reader(text);
    for (row, read) in reader.deserialize::<Row>().enumerate() {
        let Row { kind, id, rep } = read.map_err(|error| unreadable(File::Solution, &error))?;
        let of = match kind {
            Kind::Account => units.get_mut(id),
            Kind::Hunter => hunters.get_mut(id),
        };
        let line = Some(row as u64 + 2);
        let slot = of.ok_or_else(|| {
            refuse(line, format!("there is no number {id}: write one that is in the files"))
        })?;
        if *slot != NOBODY {
            return Err(refuse(line, format!("number {id} stands here again: write it once")));
        }
        if rep as usize >= problem.sellers.len() {
            return Err(refuse(line, format!("there is no rep {rep}: write one that is in reps.csv")));
        }
        *slot = rep;
    }
    let missing = units.iter().chain(&hunters).filter(|seller| **seller == NOBODY).count();
    if missing > 0 {
        return Err(refuse(
            None,
            format!("{missing} accounts and hunters are missing: write a row for each"),
        ));
    }
    Ok(Alignment { units, hunters })
}

#[derive(Deserialize)]
struct PriceRow {
    rep: usize,
    alpha: f64,
    beta: f64,
}

/// Reads certificate.csv; whoever is not in it has prices of 0.
///
/// # Errors
/// Lines that cannot be read or name nobody.
pub fn certificate(problem: &Problem, text: &[u8]) -> Result<Prices, Refusal> {
    let sellers = problem.sellers.len();
    let mut prices = Prices::zero(sellers);
    let mut reader = csv::Reader::from_reader(text);
    for (row, read) in reader.deserialize::<PriceRow>().enumerate() {
        let PriceRow { rep, alpha, beta } = read.map_err(|error| unreadable(File::Certificate, &error))?;
        if rep >= sellers || !alpha.is_finite() || !beta.is_finite() {
            let reason = format!(
                "`{rep},{alpha},{beta}` is no price of a rep: write numbers for a rep below {sellers}"
            );
            return Err(Refusal { file: File::Certificate, line: Some(row as u64 + 2), reason });
        }
        prices.0[rep] = [alpha, beta];
    }
    Ok(prices)
}
