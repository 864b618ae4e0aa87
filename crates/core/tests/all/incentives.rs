//! Incentives from the outside: exact arithmetic, plans that are refused and with which words, published figures, a reference written
//! another way, and what must hold of every ledger.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod amortised;
mod arithmetic;
mod beside;
mod derived;
mod files;
mod later;
mod looked_at;
mod plans;
mod postings;
mod properties;
mod reference;
mod told;
mod vectors;
mod worlds;

use proptest::prelude::ProptestConfig;

/// The reference is compared on 1,000 worlds, or on as many as `TANDEM_CASES` says.
fn cases() -> ProptestConfig {
    tried(cases_wanted())
}

/// Worlds with everything in them take longer: a quarter of the cases, in each of the properties that look at them.
fn fewer_cases() -> ProptestConfig {
    tried(cases_wanted().div_ceil(4))
}

fn cases_wanted() -> u32 {
    std::env::var("TANDEM_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000)
}

fn tried(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    // What an assumption turns away grows with the cases.
    let max_global_rejects = usual.max_global_rejects.max(cases);
    ProptestConfig { cases, max_global_rejects, failure_persistence: None, ..usual }
}
