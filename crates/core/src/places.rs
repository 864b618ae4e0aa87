//! Places: a city, region, postal code and country become coordinates, from a packaged gazetteer and from nothing else.
//! Never guesses silently: what is ambiguous is marked as assumed, what is not known stays unknown.
mod fold;
mod gazetteer;
mod taiwan;

use crate::imports::records::Point;
use crate::words::words;
use fold::fold;
use gazetteer::{COUNTRIES, City, NAMES, REGIONS};

words! {
    /// Where coordinates come from.
    PlaceSource {
        /// The data gave them.
        Given = "given",
        /// The postal code.
        PostalCode = "postal_code",
        /// The first digits of the postal code: an area, not a place.
        PostalArea = "postal_area",
        /// The city, told apart by region and country where several have its name.
        City = "city",
        /// The largest of several cities of that name: the data do not say which one is meant.
        CityAssumed = "city_assumed",
        /// Only the region is known, and it is a small one.
        Region = "region",
    }
}

/// What is known of where something is, as people wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Address<'a> {
    pub country: Option<&'a str>,
    pub region: Option<&'a str>,
    pub city: Option<&'a str>,
    pub postal_code: Option<&'a str>,
}

/// Coordinates and where they come from.
#[derive(Clone, Copy, Debug, PartialEq, Hash)]
pub struct Place {
    /// Degrees.
    pub point: Point,
    /// How it was told.
    pub source: PlaceSource,
}

/// Cities of one name that are this close are one for every purpose here.
const SAME_KM: f64 = 50.0;

/// The coordinates of an address; absent where they are not known.
pub fn find(address: &Address<'_>) -> Option<Place> {
    let country = address.country.and_then(country_code);
    if country == Some("TW") || (country.is_none() && taiwan::is_named(address)) {
        return taiwan::find(address);
    }
    let (city, behind_comma) = split(address.city);
    let region = regions(address.region.or(behind_comma), country);
    united_states(address, country, region)
        .or_else(|| by_city(city?, country, region))
        .or_else(|| city_state(country))
}

/// The two letters of ISO 3166 for a country's name or code, in English, Chinese and the languages of usual exports.
pub fn country_code(text: &str) -> Option<&'static str> {
    COUNTRIES.get(fold(text).as_str()).copied()
}

/// The distance between two points along the earth's surface.
pub fn kilometres(a: Point, b: Point) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let (half_lat, half_lon) = ((lat_b - lat_a) / 2.0, (b.lon - a.lon).to_radians() / 2.0);
    let h = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
    12_742.0 * h.sqrt().min(1.0).asin()
}

/// `Austin, TX` is a city and a region.
fn split(city: Option<&str>) -> (Option<&str>, Option<&str>) {
    match city.and_then(|city| city.split_once(',')) {
        Some((city, behind)) => (Some(city), Some(behind)),
        None => (city, None),
    }
}

type Region = (&'static str, &'static str);

/// The regions of that name, in the country where it is known; none where the name is not known.
fn regions(text: Option<&str>, country: Option<&str>) -> &'static [Region] {
    let named = text.and_then(|text| REGIONS.get(fold(text).as_str()));
    let all = named.map_or(&[][..], Vec::as_slice);
    match country {
        // Sorted by country, so those of one country are a slice.
        Some(country) => {
            let start = all.partition_point(|(of, _)| *of < country);
            let end = all.partition_point(|(of, _)| *of <= country);
            &all[start..end]
        }
        None => all,
    }
}

fn united_states(address: &Address<'_>, country: Option<&str>, regions: &[Region]) -> Option<Place> {
    let in_states = country == Some("US") || (country.is_none() && regions.iter().any(|(of, _)| *of == "US"));
    let code = address.postal_code.filter(|_| in_states)?;
    let digits = code.trim().split('-').next()?.trim();
    // Spreadsheets drop the zero that codes of the north-east begin with.
    let plain = (3..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let zip: u32 = digits.parse().ok().filter(|_| plain)?;
    let exact = gazetteer::zip(zip).map(|point| Place { point, source: PlaceSource::PostalCode });
    let area = || gazetteer::zip_area(zip / 100);
    exact.or_else(|| area().map(|point| Place { point, source: PlaceSource::PostalArea }))
}

fn by_city(city: &str, country: Option<&str>, regions: &[Region]) -> Option<Place> {
    let in_country = |city: &City| country.is_none_or(|country| city.country == country);
    let in_region = |city: &City| regions.is_empty() || regions.contains(&(city.country, city.region));
    let mut found = named(city).filter(in_country).filter(in_region);
    let largest = found.next()?;
    let several = found.any(|other| kilometres(largest.point, other.point) > SAME_KM);
    let source = if several { PlaceSource::CityAssumed } else { PlaceSource::City };
    Some(Place { point: largest.point, source })
}

/// The cities of a name, the largest first.
fn named(city: &str) -> impl Iterator<Item = City> {
    let key = fold(city);
    let shorter = ["city", "市", "縣", "县", "區", "区"].iter().find_map(|end| key.strip_suffix(end));
    let found = NAMES.find(&key).or_else(|| NAMES.find(shorter?));
    found.unwrap_or_default().split(' ').filter_map(|index| gazetteer::city(index.parse().ok()?))
}

/// Where the country is one city, its name is enough.
fn city_state(country: Option<&str>) -> Option<Place> {
    Some(Place { point: gazetteer::city_state(country?)?, source: PlaceSource::Region })
}

#[cfg(test)]
mod tests;
