//! Names of people, in both languages: given and family name by number, no whole name twice among the first tens of thousands.
use super::places::Language;

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    pub given: String,
    pub family: String,
    pub language: Language,
    /// As it stands in an e-mail address.
    pub latin: String,
}

impl PersonName {
    /// In the order of the language.
    pub fn whole(&self) -> String {
        match self.language {
            Language::Chinese => format!("{}{}", self.family, self.given),
            Language::English => format!("{} {}", self.given, self.family),
        }
    }
}

const CHINESE_FAMILY: [(&str, &str); 30] = [
    ("陳", "chen"),
    ("林", "lin"),
    ("黃", "huang"),
    ("張", "chang"),
    ("李", "lee"),
    ("王", "wang"),
    ("吳", "wu"),
    ("劉", "liu"),
    ("蔡", "tsai"),
    ("楊", "yang"),
    ("許", "hsu"),
    ("鄭", "cheng"),
    ("謝", "hsieh"),
    ("洪", "hung"),
    ("郭", "kuo"),
    ("邱", "chiu"),
    ("曾", "tseng"),
    ("廖", "liao"),
    ("賴", "lai"),
    ("徐", "shyu"),
    ("周", "chou"),
    ("葉", "yeh"),
    ("蘇", "su"),
    ("莊", "chuang"),
    ("呂", "lu"),
    ("江", "chiang"),
    ("何", "ho"),
    ("蕭", "hsiao"),
    ("羅", "lo"),
    ("高", "kao"),
];
const CHINESE_FIRST: [(&str, &str); 23] = [
    ("承", "cheng"),
    ("佳", "chia"),
    ("柏", "po"),
    ("雅", "ya"),
    ("冠", "kuan"),
    ("怡", "yi"),
    ("俊", "chun"),
    ("詩", "shih"),
    ("宗", "tsung"),
    ("淑", "shu"),
    ("家", "jia"),
    ("欣", "hsin"),
    ("建", "chien"),
    ("美", "mei"),
    ("明", "ming"),
    ("思", "ssu"),
    ("志", "chih"),
    ("郁", "yu"),
    ("品", "pin"),
    ("子", "tzu"),
    ("哲", "che"),
    ("筱", "hsiao"),
    ("振", "chen"),
];
const CHINESE_SECOND: [(&str, &str); 29] = [
    ("翰", "han"),
    ("蓉", "jung"),
    ("宇", "yu"),
    ("婷", "ting"),
    ("霖", "lin"),
    ("君", "chun"),
    ("傑", "chieh"),
    ("涵", "han"),
    ("穎", "ying"),
    ("芬", "fen"),
    ("豪", "hao"),
    ("妤", "yu"),
    ("宏", "hung"),
    ("玲", "ling"),
    ("哲", "che"),
    ("瑜", "yu"),
    ("偉", "wei"),
    ("萱", "hsuan"),
    ("睿", "jui"),
    ("晴", "ching"),
    ("安", "an"),
    ("庭", "ting"),
    ("達", "ta"),
    ("慧", "hui"),
    ("恩", "en"),
    ("文", "wen"),
    ("祥", "hsiang"),
    ("雯", "wen"),
    ("廷", "ting"),
];
const ENGLISH_GIVEN: [&str; 48] = [
    "Emma", "Daniel", "Priya", "Tom", "Hannah", "James", "Grace", "Oliver", "Maya", "Lukas", "Sofia",
    "Henry", "Amelia", "Noah", "Clara", "Ethan", "Ines", "Samuel", "Zoe", "Felix", "Nora", "Adam", "Leah",
    "Victor", "Alice", "Ben", "Chloe", "David", "Elena", "Frank", "Julia", "Karim", "Laura", "Martin",
    "Nina", "Oscar", "Paula", "Quentin", "Rosa", "Simon", "Tara", "Umar", "Vera", "William", "Yasmin",
    "Zach", "Isaac", "Meera",
];
const ENGLISH_FAMILY: [&str; 60] = [
    "Walsh",
    "Ortiz",
    "Nair",
    "Becker",
    "Cole",
    "Whitfield",
    "Marsh",
    "Keller",
    "Donovan",
    "Petit",
    "Grant",
    "Silva",
    "Hughes",
    "Novak",
    "Barlow",
    "Fischer",
    "Quinn",
    "Rossi",
    "Tran",
    "Wolfe",
    "Abbott",
    "Bauer",
    "Castro",
    "Dunn",
    "Eriksen",
    "Flores",
    "Gibson",
    "Hart",
    "Iyer",
    "Jensen",
    "Kaur",
    "Lambert",
    "Mercer",
    "Nolan",
    "Osborne",
    "Park",
    "Reyes",
    "Sato",
    "Thorne",
    "Ueda",
    "Vogel",
    "Weber",
    "Young",
    "Zimmer",
    "Ames",
    "Blake",
    "Chandra",
    "Drake",
    "Ellis",
    "Foster",
    "Gallagher",
    "Hale",
    "Ingram",
    "Joyce",
    "Knox",
    "Lowe",
    "Moss",
    "North",
    "Pope",
    "Ramsey",
];

/// The person of a number.
pub fn person(language: Language, number: usize) -> PersonName {
    match language {
        Language::Chinese => chinese(number),
        Language::English => english(number),
    }
}

/// The lists' lengths share no factor, so stepping through all at once meets every pair.
fn chinese(number: usize) -> PersonName {
    let (family, family_latin) = CHINESE_FAMILY[number * 7 % CHINESE_FAMILY.len()];
    let (first, first_latin) = CHINESE_FIRST[number % CHINESE_FIRST.len()];
    let (second, second_latin) = CHINESE_SECOND[number % CHINESE_SECOND.len()];
    PersonName {
        given: format!("{first}{second}"),
        family: family.to_owned(),
        language: Language::Chinese,
        latin: format!("{first_latin}-{second_latin}.{family_latin}"),
    }
}

fn english(number: usize) -> PersonName {
    let round = number / ENGLISH_GIVEN.len();
    let plain = ENGLISH_GIVEN[number % ENGLISH_GIVEN.len()];
    let family = ENGLISH_FAMILY[(number * 7 + round) % ENGLISH_FAMILY.len()];
    let turn = number / (ENGLISH_GIVEN.len() * ENGLISH_FAMILY.len());
    let initial = (turn > 0).then(|| char::from(b'A' + (turn - 1) as u8 % 26));
    let given = initial.map_or(plain.to_owned(), |initial| format!("{plain} {initial}."));
    let middle = initial.map_or(String::new(), |initial| format!("{}.", initial.to_ascii_lowercase()));
    PersonName {
        given,
        family: family.to_owned(),
        language: Language::English,
        latin: format!("{}.{middle}{}", plain.to_lowercase(), family.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn nobody_is_called_like_somebody_else() {
        for language in [Language::Chinese, Language::English] {
            let names: BTreeSet<String> =
                (0..15_000).map(|number| person(language, number).whole()).collect();
            assert_eq!(names.len(), 15_000, "{language:?}");
        }
        assert_eq!(person(Language::English, 0).whole(), "Emma Walsh");
        assert_eq!(person(Language::Chinese, 0).whole(), "陳承翰");
    }
}
