//! Names of customers, their units and industries. All invented; a number behind the name where the words run out.
use super::dice::Dice;
use super::places::Language;

/// A customer's name, and the one its e-mail addresses end with.
pub struct CompanyName {
    pub name: String,
    pub domain: String,
    pub industry: &'static str,
}

const INDUSTRIES: [(&str, &str, &str); 14] = [
    ("電子", "Electronics", "Electronics"),
    ("精密", "Precision", "Machinery"),
    ("物流", "Logistics", "Logistics"),
    ("生技", "Biotech", "Biotechnology"),
    ("食品", "Foods", "Food & Beverage"),
    ("光電", "Optics", "Electronics"),
    ("醫材", "Medical", "Healthcare"),
    ("紡織", "Textiles", "Textiles"),
    ("軟體", "Software", "Software"),
    ("能源", "Energy", "Energy"),
    ("零售", "Retail", "Retail"),
    ("金屬", "Metals", "Manufacturing"),
    ("旅運", "Travel", "Travel"),
    ("保險", "Insurance", "Financial Services"),
];
const CHINESE_WORDS: [(&str, &str); 31] = [
    ("晨曦", "chenxi"),
    ("遠嶺", "yuanling"),
    ("青禾", "qinghe"),
    ("和悅", "heyue"),
    ("立言", "liyan"),
    ("星河", "xinghe"),
    ("海舟", "haizhou"),
    ("松風", "songfeng"),
    ("藍田", "lantian"),
    ("永泉", "yongquan"),
    ("雲雀", "yunque"),
    ("東籬", "dongli"),
    ("知行", "zhixing"),
    ("玉衡", "yuheng"),
    ("初陽", "chuyang"),
    ("木石", "mushi"),
    ("長亭", "changting"),
    ("明湖", "minghu"),
    ("南星", "nanxing"),
    ("川流", "chuanliu"),
    ("北辰", "beichen"),
    ("聚沙", "jusha"),
    ("映山", "yingshan"),
    ("百川", "baichuan"),
    ("稻香", "daoxiang"),
    ("鹿港灣", "lugangwan"),
    ("竹語", "zhuyu"),
    ("天權", "tianquan"),
    ("舟山橋", "zhoushanqiao"),
    ("蘭亭橋", "lantingqiao"),
    ("安瀾", "anlan"),
];
const ENGLISH_WORDS: [&str; 43] = [
    "Alder Ridge",
    "Bramble",
    "Copper Kettle",
    "Dunmore",
    "Eastwick",
    "Fernhill",
    "Gable & Rowe",
    "Harrowgate",
    "Ironbark",
    "Juniper",
    "Kestrel",
    "Larkspur",
    "Millbrook",
    "Norrland",
    "Oakhurst",
    "Pemberley",
    "Quayside",
    "Redfern",
    "Stonebridge",
    "Thistledown",
    "Umberton",
    "Vantage Point",
    "Westmere",
    "Yarrow",
    "Zephyr Hill",
    "Ashcombe",
    "Birchwood",
    "Cedar Falls",
    "Driftwood",
    "Elmstead",
    "Foxglove",
    "Greyfriars",
    "Hollowell",
    "Inverlock",
    "Jasper",
    "Kingsley",
    "Lindenhof",
    "Marlowe",
    "Nettleton",
    "Orchard Lane",
    "Pinecrest",
    "Rookwood",
    "Silverton",
];
const CHINESE_FORMS: [&str; 3] = ["股份有限公司", "有限公司", "企業股份有限公司"];
const UNITS: [(&str, &str); 7] = [
    ("營運處", "Operations"),
    ("研發處", "Research"),
    ("業務處", "Sales"),
    ("資訊處", "IT"),
    ("北區廠", "North Plant"),
    ("南區廠", "South Plant"),
    ("財務處", "Finance"),
];

/// The customer of a number; no two numbers of a language make the same name.
pub fn company(language: Language, country: &str, number: usize, dice: &mut Dice) -> CompanyName {
    let (chinese, english, industry) = INDUSTRIES[number % INDUSTRIES.len()];
    let (stem, latin) = match language {
        Language::Chinese => CHINESE_WORDS[number % CHINESE_WORDS.len()],
        Language::English => (ENGLISH_WORDS[number % ENGLISH_WORDS.len()], ""),
    };
    let words = match language {
        Language::Chinese => CHINESE_WORDS.len(),
        Language::English => ENGLISH_WORDS.len(),
    };
    let turn = number / (words * INDUSTRIES.len());
    let again = if turn == 0 { String::new() } else { format!(" {}", turn + 1) };
    let name = match language {
        Language::Chinese => format!("{stem}{chinese}{again}{}", dice.pick(&CHINESE_FORMS)),
        Language::English => format!("{stem} {english}{again} {}", form(country, dice)),
    };
    let latin = if latin.is_empty() { stem } else { latin };
    let letters: String = latin.chars().filter(char::is_ascii_alphanumeric).collect();
    let again = again.trim();
    let domain = format!("{}-{}{again}.example", letters.to_lowercase(), english.to_lowercase());
    CompanyName { name, domain, industry }
}

fn form(country: &str, dice: &mut Dice) -> &'static str {
    match country {
        "DE" => "GmbH",
        "FR" => "SAS",
        "GB" => dice.pick(&["Ltd", "Limited", "plc"]),
        _ => dice.pick(&["Inc.", "LLC", "Corp.", "Co."]),
    }
}

/// The name of a customer's n-th unit.
pub fn unit(language: Language, first: usize, place: usize) -> &'static str {
    let (chinese, english) = UNITS[(first + place) % UNITS.len()];
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_customers_share_a_name_or_a_domain() {
        let mut dice = Dice::new(1);
        for language in [Language::Chinese, Language::English] {
            let made: Vec<CompanyName> =
                (0..20_000).map(|number| company(language, "US", number, &mut dice)).collect();
            assert_eq!(made.iter().map(|c| &c.name).collect::<BTreeSet<_>>().len(), 20_000);
            assert_eq!(made.iter().map(|c| &c.domain).collect::<BTreeSet<_>>().len(), 20_000);
        }
    }
}
