//! Crowding out: whether a seller wins fewer customers in months that began with more customers held.
use super::additive::Grid;
use super::finding::{Measure, Raw, TooLittle, two_sided};
use super::load_test::{LoadTest, Observed, SellerLean, load_test};
use super::panel::{Panel, SellerMonth};

/// What was found, for the team and seller by seller.
pub struct CrowdOut {
    /// For the team.
    pub team: Result<Raw, TooLittle>,
    /// By seller id, where the seller could be looked at.
    pub sellers: Vec<(i64, SellerLean)>,
}

const SELLERS_MIN: usize = 3;
const MONTHS_MIN: usize = 9;
const MONTHS_OF_SELLER_MIN: usize = 6;
const WON_MIN: f64 = 40.0;
/// An effect matters where this much more load than usual ...
const LOAD_MORE: f64 = 0.2;
/// ... costs this share of the new business.
const SHARE_THAT_MATTERS: f64 = 0.1;
/// The estimate is told for so many customers more.
const PER_CUSTOMERS: f64 = 10.0;

/// Looks for crowding out.
pub fn crowd_out(panel: &Panel, seed: u64) -> CrowdOut {
    let rows: Vec<usize> =
        (0..panel.sellers.len()).filter(|row| can_be_seen(&panel.sellers[*row].months)).collect();
    let observed = observed(panel, &rows);
    let months = (0..panel.months())
        .filter(|month| (0..rows.len()).any(|row| observed.grid.exposure[row * panel.months() + month] > 0.0))
        .count();
    let won: f64 = observed.won.iter().sum();
    let too_little = |missing| TooLittle {
        measure: Measure::CrowdOut,
        sellers: rows.len(),
        months,
        missing,
        numbers: vec![("won", won)],
    };
    let nothing = |missing| CrowdOut { team: Err(too_little(missing)), sellers: Vec::new() };
    if rows.len() < SELLERS_MIN {
        return nothing("sellers");
    }
    if months < MONTHS_MIN {
        return nothing("months");
    }
    if won < WON_MIN {
        return nothing("won");
    }
    let Some(test) = load_test(&observed, seed) else { return nothing("load") };
    CrowdOut {
        team: Ok(raw(&test, &observed, rows.len(), months)),
        sellers: rows.iter().map(|row| panel.sellers[*row].id).zip(test.sellers.iter().copied()).collect(),
    }
}

fn counts(month: &SellerMonth) -> bool {
    month.present > 0.0 && month.held.is_some() && month.won.is_some()
}

fn can_be_seen(months: &[SellerMonth]) -> bool {
    let seen = months.iter().filter(|month| counts(month));
    seen.clone().count() >= MONTHS_OF_SELLER_MIN && seen.filter_map(|month| month.won).any(|won| won > 0)
}

fn observed(panel: &Panel, rows: &[usize]) -> Observed {
    let cells: Vec<&SellerMonth> = rows.iter().flat_map(|row| &panel.sellers[*row].months).collect();
    let exposure = |month: &&SellerMonth| if counts(month) { month.present } else { 0.0 };
    Observed {
        grid: Grid {
            sellers: rows.len(),
            months: panel.months(),
            exposure: cells.iter().map(exposure).collect(),
        },
        won: cells
            .iter()
            .map(|month| if counts(month) { f64::from(month.won.unwrap_or(0)) } else { 0.0 })
            .collect(),
        held: cells.iter().map(|month| month.held.filter(|_| counts(month)).map(f64::from)).collect(),
    }
}

fn raw(test: &LoadTest, observed: &Observed, sellers: usize, months: usize) -> Raw {
    let exposure: f64 = observed.grid.exposure.iter().sum();
    let usual_won = observed.won.iter().sum::<f64>() / exposure;
    let held = observed.held.iter().zip(&observed.grid.exposure);
    let usual_held = held.map(|(held, exposure)| held.unwrap_or(0.0) * exposure).sum::<f64>() / exposure;
    let worst = test.low * LOAD_MORE * usual_held;
    Raw {
        measure: Measure::CrowdOut,
        estimate: PER_CUSTOMERS * test.slope,
        low: PER_CUSTOMERS * test.low,
        high: PER_CUSTOMERS * test.high,
        p_value: two_sided(test.p_value),
        excluded: worst > -SHARE_THAT_MATTERS * usual_won,
        sellers,
        months,
        detail: "",
        numbers: vec![
            ("naive", PER_CUSTOMERS * test.slope_naive),
            ("usual_won", usual_won),
            ("usual_held", usual_held),
            ("replicas", test.replicas as f64),
        ],
    }
}
