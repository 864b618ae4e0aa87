//! The packaged tables, read once when first asked. Made by `data/places/make.py` from GeoNames and CLDR; see NOTICE.
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

/// All tables, by folded name.
pub struct Gazetteer {
    /// Names of countries to codes.
    pub countries: HashMap<&'static str, &'static str>,
    /// Names of regions to country and region code, sorted by country.
    pub regions: HashMap<&'static str, Vec<(&'static str, &'static str)>>,
    /// The largest first.
    pub cities: Vec<City>,
    /// Names of cities to their places in `cities`, the largest first, between spaces.
    pub names: HashMap<&'static str, &'static str>,
    /// United States: codes to points.
    pub zips: HashMap<u32, Point>,
    /// United States: the first three digits to the middle of their codes.
    pub zip_areas: HashMap<u32, Point>,
}

/// Read when first asked for: about 260,000 short lines.
pub static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let zips: Vec<(u32, Point)> = rows(include_str!("../../data/places/zips.tsv")).filter_map(zip).collect();
    Gazetteer {
        countries: countries(),
        regions: regions(),
        cities: rows(include_str!("../../data/places/cities.tsv")).filter_map(city).collect(),
        names: rows(include_str!("../../data/places/names.tsv"))
            .map(|[key, indexes]| (key, indexes))
            .collect(),
        zip_areas: areas(&zips),
        zips: zips.into_iter().collect(),
    }
});

/// The cells of each line; a line of too few has none. Tests count what is read.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter_map(|line| {
        let mut cells = line.splitn(N, '\t');
        let mut row = [""; N];
        for cell in &mut row {
            *cell = cells.next()?;
        }
        Some(row)
    })
}

fn countries() -> HashMap<&'static str, &'static str> {
    let lines = rows(include_str!("../../data/places/countries.tsv"));
    lines.flat_map(|[code, keys]| keys.split('|').map(move |key| (key, code))).collect()
}

fn regions() -> HashMap<&'static str, Vec<(&'static str, &'static str)>> {
    let mut regions: HashMap<_, Vec<_>> = HashMap::new();
    for [country, code, keys] in rows(include_str!("../../data/places/regions.tsv")) {
        keys.split('|').for_each(|key| regions.entry(key).or_default().push((country, code)));
    }
    regions.values_mut().for_each(|of_name| of_name.sort_unstable());
    regions
}

fn city([country, region, lat, lon, _people]: [&'static str; 5]) -> Option<City> {
    Some(City { country, region, point: point(lat, lon)? })
}

fn zip([code, lat, lon]: [&'static str; 3]) -> Option<(u32, Point)> {
    Some((code.parse().ok()?, point(lat, lon)?))
}

fn point(lat: &str, lon: &str) -> Option<Point> {
    Some(Point { lat: lat.parse().ok()?, lon: lon.parse().ok()? })
}

fn areas(zips: &[(u32, Point)]) -> HashMap<u32, Point> {
    let mut sums: HashMap<u32, (f64, f64, f64)> = HashMap::new();
    for (code, point) in zips {
        let (lat, lon, count) = sums.entry(code / 100).or_default();
        (*lat, *lon, *count) = (*lat + point.lat, *lon + point.lon, *count + 1.0);
    }
    sums.into_iter()
        .map(|(area, (lat, lon, count))| (area, Point { lat: lat / count, lon: lon / count }))
        .collect()
}
