//! Whole groups: where everybody of a group takes part or nobody does, people of a group share its luck, and groups are what is counted.
use super::grid::{Grid, Row};
use std::collections::BTreeMap;

/// The grid of groups, where every group takes part as a whole and there is more than one person in some; else nothing.
pub fn whole_groups(grid: &Grid) -> Option<Grid> {
    let mut groups: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in &grid.rows {
        groups.entry(row.stratum.as_deref()?).or_default().push(row);
    }
    let whole = groups.values().all(|rows| rows.iter().all(|row| row.begin == rows[0].begin));
    let larger = groups.values().any(|rows| rows.len() > 1);
    let split =
        groups.values().any(|rows| rows[0].begin != groups.values().next().and_then(|first| first[0].begin));
    if !(whole && larger && split) {
        return None;
    }
    let rows = groups.into_iter().map(|(name, rows)| together(name, &rows)).collect();
    Some(Grid { rows, ..grid.clone() })
}

/// Means of those who are known, month by month.
fn together(name: &str, rows: &[&Row]) -> Row {
    let months = rows.iter().map(|row| row.values.len()).max().unwrap_or(0);
    let mean = |month: usize| {
        let known: Vec<f64> =
            rows.iter().filter_map(|row| row.values.get(month).copied().flatten()).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    };
    let locked: Option<Vec<f64>> = rows.iter().map(|row| row.locked).collect();
    Row {
        name: name.to_owned(),
        stratum: None,
        values: (0..months).map(mean).collect(),
        begin: rows.first().and_then(|row| row.begin),
        locked: locked.map(|locked| locked.iter().sum::<f64>() / locked.len().max(1) as f64),
    }
}
