//! Taiwan, where the gazetteer's regions are those of a former division: counties and cities with the first three digits of their
//! postal codes (Chunghwa Post's areas) and the seat of their government.
use super::fold::fold;
use super::{Address, Place, PlaceSource, kilometres, named};
use crate::imports::records::Point;

struct County {
    /// Folded: the name with 縣 or 市 first, then other usual ones.
    names: &'static [&'static str],
    /// First three digits, both ends included.
    codes: &'static [(u16, u16)],
    seat: Point,
}

const fn county(names: &'static [&'static str], codes: &'static [(u16, u16)], lat: f64, lon: f64) -> County {
    County { names, codes, seat: Point { lat, lon } }
}

const COUNTIES: [County; 22] = [
    county(&["台北市", "台北", "taipei", "taipeicity", "taibei"], &[(100, 116)], 25.0375, 121.5637),
    county(&["基隆市", "基隆", "keelung", "keelungcity", "jilong"], &[(200, 206)], 25.1283, 121.7419),
    county(
        &["新北市", "新北", "newtaipei", "newtaipeicity", "台北縣", "taipeicounty"],
        &[(207, 208), (220, 253)],
        25.0120,
        121.4654,
    ),
    county(
        &["連江縣", "連江", "馬祖", "lienchiang", "lienchiangcounty", "matsu"],
        &[(209, 212)],
        26.1505,
        119.9289,
    ),
    county(&["宜蘭縣", "宜蘭", "yilan", "yilancounty", "ilan"], &[(260, 272), (290, 290)], 24.7500, 121.7500),
    county(&["新竹市", "新竹", "hsinchu", "hsinchucity", "xinzhu"], &[(300, 300)], 24.8066, 120.9686),
    county(&["新竹縣", "hsinchucounty"], &[(302, 315)], 24.8387, 121.0178),
    county(
        &["桃園市", "桃園", "taoyuan", "taoyuancity", "桃園縣", "taoyuancounty"],
        &[(320, 338)],
        24.9937,
        121.3010,
    ),
    county(&["苗栗縣", "苗栗", "miaoli", "miaolicounty"], &[(350, 369)], 24.5602, 120.8214),
    county(
        &["台中市", "台中", "taichung", "taichungcity", "台中縣", "taizhong"],
        &[(400, 439)],
        24.1619,
        120.6469,
    ),
    county(&["彰化縣", "彰化", "changhua", "changhuacounty"], &[(500, 530)], 24.0809, 120.5382),
    county(&["南投縣", "南投", "nantou", "nantoucounty"], &[(540, 558)], 23.9157, 120.6640),
    county(&["嘉義市", "嘉義", "chiayi", "chiayicity", "jiayi"], &[(600, 600)], 23.4801, 120.4491),
    county(&["嘉義縣", "chiayicounty"], &[(602, 625)], 23.4590, 120.2930),
    county(&["雲林縣", "雲林", "yunlin", "yunlincounty"], &[(630, 655)], 23.7092, 120.4313),
    county(
        &["台南市", "台南", "tainan", "tainancity", "台南縣", "tainancounty"],
        &[(700, 745)],
        22.9921,
        120.1850,
    ),
    county(
        &["高雄市", "高雄", "kaohsiung", "kaohsiungcity", "高雄縣", "kaohsiungcounty", "gaoxiong"],
        &[(800, 816), (820, 852)],
        22.6203,
        120.3120,
    ),
    county(&["澎湖縣", "澎湖", "penghu", "penghucounty"], &[(880, 885)], 23.5655, 119.5663),
    county(&["金門縣", "金門", "kinmen", "kinmencounty", "quemoy"], &[(890, 896)], 24.4321, 118.3171),
    county(&["屏東縣", "屏東", "pingtung", "pingtungcounty"], &[(900, 947)], 22.6830, 120.4880),
    county(&["台東縣", "台東", "taitung", "taitungcounty"], &[(950, 966)], 22.7554, 121.1500),
    county(&["花蓮縣", "花蓮", "hualien", "hualiencounty"], &[(970, 983)], 23.9913, 121.6197),
];

/// A district is this near to the seat of its county: Yilan's and Hualien's are long.
const DISTRICT_KM: f64 = 110.0;

/// Whether city or region are so clearly Taiwan's that no country is needed: a county written in Chinese.
pub fn is_named(address: &Address<'_>) -> bool {
    let named = |text: Option<&str>| {
        text.and_then(of_name).is_some_and(|(county, rest)| rest.is_some() || !county.names[0].is_ascii())
            && text.is_some_and(|text| !text.is_ascii())
    };
    named(address.region) || named(address.city)
}

/// The coordinates of an address in Taiwan: the district where the gazetteer has it, else the seat of the county.
pub fn find(address: &Address<'_>) -> Option<Place> {
    let place = |point, source| Some(Place { point, source });
    let by_city = address.city.and_then(of_name);
    let by_region = address.region.and_then(of_name).map(|(county, _)| county);
    let by_code = address.postal_code.and_then(of_code);
    let county = by_city.as_ref().map(|(county, _)| *county).or(by_region).or(by_code);
    let district = match &by_city {
        Some((_, rest)) => rest.as_deref(),
        None => address.city,
    };
    if let Some(point) = district.and_then(|district| district_point(district, county)) {
        return place(point, PlaceSource::City);
    }
    match (by_city, by_region, by_code) {
        (Some((county, _)), ..) => place(county.seat, PlaceSource::City),
        (None, Some(county), _) => place(county.seat, PlaceSource::Region),
        (None, None, Some(county)) => place(county.seat, PlaceSource::PostalArea),
        (None, None, None) => None,
    }
}

/// The county of a text, and what follows its name: `台北市信義區` is 台北市 and 信義區.
fn of_name(text: &str) -> Option<(&'static County, Option<String>)> {
    let folded = fold(text);
    let key = folded.strip_prefix("台灣").filter(|rest| !rest.is_empty()).unwrap_or(&folded);
    if let Some(county) = COUNTIES.iter().find(|county| county.names.contains(&key)) {
        return Some((county, None));
    }
    let full = |name: &&&str| name.ends_with(['縣', '市']);
    let longer = |county: &'static County| {
        let mut names = county.names.iter().filter(full);
        names.find_map(|name| key.strip_prefix(name)).map(|rest| (county, Some(rest.to_owned())))
    };
    COUNTIES.iter().find_map(longer)
}

fn of_code(text: &str) -> Option<&'static County> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let plain = [3, 5, 6].contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let code: u16 = digits.get(..3).filter(|_| plain)?.parse().ok()?;
    let holds = |county: &&County| county.codes.iter().any(|(first, last)| (*first..=*last).contains(&code));
    COUNTIES.iter().find(holds)
}

fn district_point(district: &str, county: Option<&County>) -> Option<Point> {
    let points = named(district).filter(|city| city.country == "TW").map(|city| city.point);
    let Some(county) = county else { return only(points) };
    let far = |point: &Point| kilometres(*point, county.seat);
    points.filter(|point| far(point) <= DISTRICT_KM).min_by(|a, b| far(a).total_cmp(&far(b)))
}

fn only(mut points: impl Iterator<Item = Point>) -> Option<Point> {
    let first = points.next()?;
    points.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::super::country_code;
    use super::*;

    #[test]
    fn areas_of_postal_codes_do_not_overlap_and_seats_are_in_taiwan() {
        let mut codes: Vec<(u16, u16)> =
            COUNTIES.iter().flat_map(|county| county.codes.iter().copied()).collect();
        codes.sort_unstable();
        assert!(codes.windows(2).all(|two| two[0].1 < two[1].0), "{codes:?}");
        for county in &COUNTIES {
            let Point { lat, lon } = county.seat;
            assert!((21.8..26.4).contains(&lat) && (118.1..122.1).contains(&lon), "{:?}", county.names);
            assert_eq!(county.names.iter().map(|name| fold(name)).collect::<Vec<_>>(), county.names);
        }
        assert_eq!(country_code("台灣"), Some("TW"));
    }
}
