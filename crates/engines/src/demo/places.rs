//! Where Acme Cloud sells: four markets around its offices, and the cities of each. Coordinates in degrees.

/// The two languages that people, customers and texts come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Chinese,
    English,
}

/// A market and the office it is served from.
#[derive(Debug)]
pub struct Market {
    pub team: &'static str,
    pub language: Language,
    pub office: (f64, f64),
    pub cities: &'static [City],
}

/// A city as the CRM writes it.
#[derive(Debug)]
pub struct City {
    pub name: &'static str,
    pub region: &'static str,
    pub country: &'static str,
    pub postal_code: &'static str,
    pub currency: &'static str,
    pub point: (f64, f64),
}

const fn city(
    name: &'static str,
    region: &'static str,
    country: &'static str,
    postal_code: &'static str,
    currency: &'static str,
    point: (f64, f64),
) -> City {
    City { name, region, country, postal_code, currency, point }
}

/// The teams; the first two markets belong to different ones.
pub const TEAMS: [&str; 2] = ["Taipei", "Boston"];

/// All markets.
pub const MARKETS: [Market; 4] = [
    Market { team: "Taipei", language: Language::Chinese, office: (25.0478, 121.5319), cities: TAIPEI },
    Market { team: "Boston", language: Language::English, office: (42.3601, -71.0589), cities: BOSTON },
    Market { team: "Taipei", language: Language::Chinese, office: (22.6273, 120.3014), cities: KAOHSIUNG },
    Market { team: "Boston", language: Language::English, office: (51.5072, -0.1276), cities: LONDON },
];

/// The market of each seller in turn: a third in Taipei and in Boston, a sixth in Kaohsiung and in London.
pub const ROTATION: [usize; 6] = [0, 1, 2, 3, 0, 1];

const TAIPEI: &[City] = &[
    city("台北市", "內湖區", "TW", "114", "TWD", (25.0830, 121.5870)),
    city("台北市", "信義區", "TW", "110", "TWD", (25.0330, 121.5654)),
    city("新北市", "板橋區", "TW", "220", "TWD", (25.0120, 121.4650)),
    city("桃園市", "桃園區", "TW", "330", "TWD", (24.9937, 121.3010)),
    city("新竹市", "東區", "TW", "300", "TWD", (24.8066, 120.9686)),
    city("東京都", "千代田区", "JP", "100-0001", "JPY", (35.6840, 139.7530)),
];
const KAOHSIUNG: &[City] = &[
    city("高雄市", "前鎮區", "TW", "806", "TWD", (22.5860, 120.3180)),
    city("台南市", "東區", "TW", "701", "TWD", (22.9810, 120.2250)),
    city("台中市", "西屯區", "TW", "407", "TWD", (24.1810, 120.6270)),
    city("彰化市", "彰化縣", "TW", "500", "TWD", (24.0810, 120.5380)),
];
const BOSTON: &[City] = &[
    city("Boston", "Massachusetts", "US", "02110", "USD", (42.3570, -71.0530)),
    city("Cambridge", "Massachusetts", "US", "02139", "USD", (42.3647, -71.1042)),
    city("Providence", "Rhode Island", "US", "02903", "USD", (41.8180, -71.4090)),
    city("Hartford", "Connecticut", "US", "06103", "USD", (41.7670, -72.6760)),
    city("New York", "New York", "US", "10018", "USD", (40.7550, -73.9930)),
    city("Philadelphia", "Pennsylvania", "US", "19103", "USD", (39.9530, -75.1740)),
    city("Chicago", "Illinois", "US", "60606", "USD", (41.8830, -87.6390)),
];
const LONDON: &[City] = &[
    city("London", "England", "GB", "EC2A 4NE", "GBP", (51.5250, -0.0830)),
    city("Manchester", "England", "GB", "M1 4BT", "GBP", (53.4790, -2.2350)),
    city("Berlin", "Berlin", "DE", "10117", "EUR", (52.5170, 13.3880)),
    city("München", "Bayern", "DE", "80331", "EUR", (48.1360, 11.5720)),
    city("Lyon", "Auvergne-Rhône-Alpes", "FR", "69002", "EUR", (45.7530, 4.8300)),
];

/// What a US dollar is about worth, and to how many whole units prices are rounded.
pub fn price_level(currency: &str) -> (f64, i64) {
    match currency {
        "TWD" => (32.0, 1_000),
        "JPY" => (148.0, 10_000),
        "GBP" => (0.78, 50),
        "EUR" => (0.91, 50),
        _ => (1.0, 50),
    }
}
