//! Addresses in, places out; and the packaged tables are looked over for what cannot be.
use super::gazetteer::{ZIPS, zip, zip_area};
use super::*;
use proptest::prelude::*;
use std::collections::HashMap;
use std::sync::LazyLock;

/// `country|region|city|postal code` gives coordinates (to a tenth of a degree) and their source, or `unknown`.
fn check(address: &str, expected: &str) {
    let cells: Vec<Option<&str>> =
        address.split('|').map(|cell| (!cell.is_empty()).then_some(cell)).collect();
    let address = Address { country: cells[0], region: cells[1], city: cells[2], postal_code: cells[3] };
    let found = find(&address).map_or_else(
        || "unknown".to_owned(),
        |place| format!("{:.1} {:.1} {}", place.point.lat, place.point.lon, place.source),
    );
    assert_eq!(found, expected, "{address:?}");
}

#[test]
fn cities_by_country_and_region() {
    check("United States|Texas|Austin|", "30.3 -97.7 city");
    check("US|TX|Austin|", "30.3 -97.7 city");
    check("USA||Austin, TX|", "30.3 -97.7 city");
    check("|TX|Paris|", "33.7 -95.6 city");
    check("France||Paris|", "48.9 2.3 city");
    check("德國||慕尼黑|", "48.1 11.6 city");
    check("Deutschland|Bayern|München|", "48.1 11.6 city");
    check("日本||東京|", "35.7 139.7 city");
    check("CN|廣東省|深圳市|", "22.5 114.1 city");
    check("Brazil||São Paulo|", "-23.5 -46.6 city");
    check("Hong Kong|||", "22.3 114.2 region");
    check("香港||九龍|", "22.3 114.2 city");
    check("Macau|||", "22.2 113.5 region");
    check("Canada|ON|London|", "43.0 -81.2 city");
}

#[test]
fn what_is_ambiguous_is_marked_and_what_contradicts_itself_is_unknown() {
    check("US|IL|Springfield|", "39.8 -89.6 city");
    check("US||Springfield|", "37.2 -93.3 city_assumed");
    check("||Paris|", "48.9 2.3 city_assumed");
    check("US|TX|Taipei|", "unknown");
    check("TW||Springfield|", "unknown");
    check("FR||Nowhereville|", "unknown");
    check("France|||", "unknown");
    check("|||", "unknown");
}

#[test]
fn postal_codes() {
    check("US|||94105", "37.8 -122.4 postal_code");
    check("US|||94105-1804", "37.8 -122.4 postal_code");
    check("US|||2139", "42.4 -71.1 postal_code");
    check("US|||94199-", "37.8 -122.4 postal_code");
    check("US|||00000", "unknown");
    check("|CA||94105", "37.8 -122.4 postal_code");
    check("France||Paris|94105", "48.9 2.3 city");
    check("US||Austin|not a code", "30.3 -97.7 city_assumed");
    check("TW|||106", "25.0 121.6 postal_area");
    check("台灣|||30078", "24.8 121.0 postal_area");
    check("台灣|||999", "unknown");
}

#[test]
fn taiwan_in_all_spellings() {
    for city in ["台北市", "臺北市", "台北", "Taipei", "Taipei City", "台北市信義區", "台灣台北市"]
    {
        check(&format!("TW||{city}|"), "25.0 121.6 city");
    }
    check("||臺北市|", "25.0 121.6 city");
    check("Taiwan|新北市|板橋區|", "25.0 121.5 city");
    check("Taiwan||新竹縣竹北市|", "24.8 121.0 city");
    check("Taiwan|Hualien County||", "24.0 121.6 region");
    check("Taiwan|屏東縣|恆春鎮|", "22.0 120.7 city");
    check("中華民國||高雄市|", "22.6 120.3 city");
    check("||Taipei|", "25.1 121.5 city");
}

#[test]
fn countries_in_english_and_chinese() {
    for (text, code) in [
        ("United States of America", "US"),
        ("美國", "US"),
        ("u.s.a.", "US"),
        ("DEU", "DE"),
        ("德国", "DE"),
        ("Alemania", "DE"),
        ("日本", "JP"),
        ("South Korea", "KR"),
        ("韓國", "KR"),
        ("中华人民共和国", "CN"),
        ("UK", "GB"),
        ("Türkiye", "TR"),
        ("新加坡", "SG"),
        ("tw", "TW"),
        ("Taiwan, Province of China", "TW"),
        ("澳門", "MO"),
        ("Côte d’Ivoire", "CI"),
        ("越南", "VN"),
    ] {
        assert_eq!(country_code(text), Some(code), "{text}");
    }
    assert_eq!(country_code("Narnia"), None);
    assert_eq!(country_code(""), None);
}

fn cities() -> impl Iterator<Item = City> {
    (0..).map_while(gazetteer::city)
}

#[test]
fn the_tables_are_whole_and_hold_nothing_absurd() {
    let lines = |text: &str| text.lines().count();
    let cities_count = cities().count();
    assert_eq!(cities_count, lines(include_str!("../../data/places/cities.tsv")));
    for table in [NAMES, ZIPS] {
        let keys: Vec<&str> = table.starting_at("").map(|(key, _)| key).collect();
        assert_eq!(keys.len(), lines(table.0));
        assert!(keys.is_sorted_by(|one, next| one < next), "what is looked for must be sorted");
    }
    for (name, indexes) in NAMES.starting_at("") {
        assert_eq!((fold(name).as_str(), NAMES.find(name)), (name, Some(indexes)));
        assert!(indexes.split(' ').all(|index| index.parse::<usize>().unwrap() < cities_count), "{name}");
    }
    for absent in ["", "!", "zzzzzzz", "taipeii", "\u{10ffff}"] {
        assert_eq!(NAMES.find(absent), None, "{absent}");
    }
    for (code, _) in ZIPS.starting_at("") {
        let code: u32 = code.parse().unwrap();
        let point = zip(code).unwrap();
        // A wrong sign puts a code onto another continent; Alaska's areas and the Pacific islands' are the widest.
        let most = if matches!(code / 100, 967..=969 | 995..=999) { 4_500.0 } else { 600.0 };
        let away = kilometres(point, zip_area(code / 100).unwrap());
        assert!(away < most, "{code:05} is {away:.0} km from its area");
    }
    for city in cities() {
        assert!(
            city.point.lat.abs() < 85.0
                && city.point.lon.abs() <= 180.0
                && city.point != Point { lat: 0.0, lon: 0.0 },
            "{city:?}"
        );
    }
}

#[test]
fn cities_lie_where_their_regions_are() {
    let mut regions: std::collections::BTreeMap<Region, Vec<Point>> = Default::default();
    for city in cities() {
        regions.entry((city.country, city.region)).or_default().push(city.point);
    }
    for (region, points) in regions.iter().filter(|(_, points)| points.len() >= 5) {
        let middle = |axis: fn(&Point) -> f64| {
            let mut sorted: Vec<f64> = points.iter().map(axis).collect();
            sorted.sort_by(f64::total_cmp);
            sorted[sorted.len() / 2]
        };
        let middle = Point { lat: middle(|p| p.lat), lon: middle(|p| p.lon) };
        for point in points {
            let away = kilometres(*point, middle);
            let easter_island = *region == ("CL", "01") && point.lon < -100.0;
            assert!(away < 2_600.0 || easter_island, "{region:?}: {point:?} is {away:.0} km from {middle:?}");
        }
    }
}

/// A name of each city that is the largest of that name.
static LARGEST: LazyLock<HashMap<usize, &str>> = LazyLock::new(|| {
    let first = |(name, all): (&'static str, &str)| (all.split(' ').next().unwrap().parse().unwrap(), name);
    NAMES.starting_at("").map(first).collect()
});

proptest! {
    #[test]
    fn any_text_is_answered_with_a_point_on_the_earth(cells in proptest::collection::vec("\\PC{0,30}", 4)) {
        let address = Address {
            country: Some(&cells[0]), region: Some(&cells[1]), city: Some(&cells[2]), postal_code: Some(&cells[3]),
        };
        if let Some(place) = find(&address) {
            prop_assert!(place.point.lat.abs() <= 90.0 && place.point.lon.abs() <= 180.0);
        }
        prop_assert_eq!(fold(&fold(&cells[2])), fold(&cells[2]));
    }

    #[test]
    fn a_country_with_its_city_is_never_put_elsewhere(index in 0..2_000_usize) {
        let city = gazetteer::city(index).unwrap();
        if let Some(name) = LARGEST.get(&index) {
            let found = find(&Address { country: Some(city.country), city: Some(name), ..Address::default() });
            let found = found.expect("a name of the gazetteer is found");
            // Taiwan's counties stand for their seats.
            let most = if city.country == "TW" { 60.0 } else { 0.1 };
            prop_assert!(kilometres(found.point, city.point) < most, "{name} {found:?} {city:?}");
        }
    }
}
