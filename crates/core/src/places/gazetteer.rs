//! The packaged tables, made by `data/places/make.py` from GeoNames and CLDR; see NOTICE. The large ones are never read whole: they are sorted, so that
//! a name or a code is looked for where it stands, and a program that asks for one place is not held up by 260,000 others.
use crate::imports::records::Point;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A city of at least 5,000 people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct City {
    /// ISO 3166.
    pub country: &'static str,
    /// GeoNames' code of the region.
    pub region: &'static str,
    /// Its middle.
    pub point: Point,
}

/// Names of cities to their places among the cities, the largest first, between spaces; sorted by name.
pub const NAMES: Sorted = Sorted(include_str!("../../data/places/names.tsv"));
/// United States: codes of five digits to latitude and longitude, sorted.
pub const ZIPS: Sorted = Sorted(include_str!("../../data/places/zips.tsv"));
/// The largest first.
const CITIES: &str = include_str!("../../data/places/cities.tsv");
/// Countries that are one city.
const CITY_STATES: [&str; 6] = ["HK", "MO", "SG", "MC", "GI", "VA"];

/// Names of countries to codes.
pub static COUNTRIES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines =
        include_str!("../../data/places/countries.tsv").lines().filter_map(|line| line.split_once('\t'));
    lines.flat_map(|(code, keys)| keys.split('|').map(move |key| (key, code))).collect()
});

/// Names of regions to country and region code, sorted by country.
pub static REGIONS: LazyLock<HashMap<&'static str, Vec<(&'static str, &'static str)>>> =
    LazyLock::new(|| {
        let mut regions: HashMap<_, Vec<_>> = HashMap::new();
        for line in include_str!("../../data/places/regions.tsv").lines() {
            let mut cells = line.split('\t');
            let (Some(country), Some(code), Some(keys)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            keys.split('|').for_each(|key| regions.entry(key).or_default().push((country, code)));
        }
        regions.values_mut().for_each(|of_name| of_name.sort_unstable());
        regions
    });

/// Where each city's line begins, and where the last one ends.
static CITY_LINES: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let ends = CITIES.match_indices('\n').filter_map(|(at, _)| u32::try_from(at + 1).ok());
    std::iter::once(0).chain(ends).collect()
});

/// The middles of countries that are one city.
static STATES: LazyLock<HashMap<&'static str, Point>> = LazyLock::new(|| {
    let largest = |state: &&'static str| {
        let mut lines = CITIES.lines();
        Some((
            *state,
            lines
                .find_map(|line| {
                    city_of(line).filter(|city| line.starts_with(state) && city.country == *state)
                })?
                .point,
        ))
    };
    CITY_STATES.iter().filter_map(largest).collect()
});

/// A city by its place among them.
pub fn city(at: usize) -> Option<City> {
    let (from, to) = (*CITY_LINES.get(at)? as usize, *CITY_LINES.get(at + 1)? as usize);
    city_of(CITIES.get(from..to)?.trim_end_matches('\n'))
}

/// The middle of a country that is one city.
pub fn city_state(country: &str) -> Option<Point> {
    STATES.get(country).copied()
}

/// Where a code of the United States is.
pub fn zip(code: u32) -> Option<Point> {
    point(ZIPS.find(&format!("{code:05}"))?)
}

/// The middle of all codes with the same first three digits.
pub fn zip_area(digits: u32) -> Option<Point> {
    let points: Vec<Point> =
        ZIPS.beginning_with(&format!("{digits:03}")).filter_map(|(_, cells)| point(cells)).collect();
    let count = points.len() as f64;
    let mean = |axis: fn(&Point) -> f64| points.iter().map(axis).sum::<f64>() / count;
    (!points.is_empty()).then(|| Point { lat: mean(|point| point.lat), lon: mean(|point| point.lon) })
}

fn city_of(line: &'static str) -> Option<City> {
    let (country, rest) = line.split_once('\t')?;
    let (region, rest) = rest.split_once('\t')?;
    Some(City { country, region, point: point(rest)? })
}

/// Latitude and longitude, and perhaps more behind them.
fn point(cells: &str) -> Option<Point> {
    let mut cells = cells.split('\t');
    Some(Point { lat: cells.next()?.parse().ok()?, lon: cells.next()?.parse().ok()? })
}

/// Lines that are sorted by their first cell, byte by byte.
#[derive(Clone, Copy, Debug)]
pub struct Sorted(pub &'static str);

impl Sorted {
    /// What stands behind a key.
    pub fn find(self, key: &str) -> Option<&'static str> {
        self.starting_at(key).next().filter(|(found, _)| *found == key).map(|(_, cells)| cells)
    }

    /// Keys that begin with these letters, with what stands behind them.
    pub fn beginning_with(self, letters: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.starting_at(letters).take_while(move |(key, _)| key.starts_with(letters))
    }

    /// Keys from one on.
    pub fn starting_at(self, key: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let bytes = self.0.as_bytes();
        let begin = |at: usize| bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let (mut low, mut high) = (0, bytes.len());
        // Both stand at beginnings of lines; all before `low` are smaller than the key, and none from `high` on is.
        while low < high {
            let middle = begin(low + (high - low) / 2);
            let end = bytes[middle..]
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(bytes.len(), |length| middle + length);
            let first = bytes[middle..end].split(|byte| *byte == b'\t').next().unwrap_or_default();
            if first < key.as_bytes() { low = end + 1 } else { high = middle }
        }
        let rest = self.0.get(low.min(bytes.len())..).unwrap_or_default();
        rest.lines().filter_map(|line| line.split_once('\t'))
    }
}
