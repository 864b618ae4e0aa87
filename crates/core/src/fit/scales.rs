//! The questionnaire: short scales with their origin and licence. Items of the International Personality Item Pool (IPIP) are in the public domain
//! and stand here as it words them; where it has none, the items are our own and say so. The Chinese wording is our own translation and was not
//! validated.
use super::Trait;
use crate::languages::Words;

/// A scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// What it measures.
    pub of: Trait,
    /// Where its items come from.
    pub source: &'static str,
    /// Under which terms they may be used.
    pub licence: &'static str,
    /// How reliable it is (Cronbach's alpha), 0 to 1.
    pub alpha: f64,
    /// Whether somebody published that figure for these very items.
    pub is_published: bool,
    /// Where the figure comes from.
    pub reliability: Words,
    /// Mean and standard deviation of a person's mean answer, 1 to 5, used until the company has 30 answers of its own. Assumptions.
    pub norm: (f64, f64),
}

/// A sentence that a person agrees with more or less: 1, not at all, to 5, fully.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name, which stays.
    pub id: &'static str,
    /// What it is an item of.
    pub of: Trait,
    /// Whether agreeing speaks against the trait.
    pub is_reversed: bool,
    /// What one reads.
    pub text: Words,
}

const PUBLIC: &str = "public domain";

/// Mini-IPIP: four items a scale, and alpha published for these four (Donnellan, Oswald, Baird and Lucas 2006).
const MINI: Words = Words::fixed(
    "published for these four items (Donnellan et al. 2006)",
    "此四題的公開數據（Donnellan 等，2006）",
);

/// The scales. Where only a longer scale's alpha is published, that of our four items follows from it by Spearman (1910) and Brown (1910):
/// `k a / (1 + (k - 1) a)` with k = 4 / 10.
pub static SCALES: &[Scale] = &[
    Scale {
        of: Trait::Perseverance,
        source: "IPIP-VIA-R, Industry/Perseverance (ipip.ori.org)",
        licence: PUBLIC,
        alpha: 0.65,
        is_published: false,
        reliability: Words::fixed(
            "assumed: scales of four items of the same questionnaire have .54 to .72",
            "假設：同一問卷的四題量表介於 .54 至 .72",
        ),
        norm: (3.7, 0.65),
    },
    Scale {
        of: Trait::Independence,
        source: "IPIP, 6FPQ Independence (ipip.ori.org)",
        licence: PUBLIC,
        alpha: 0.47,
        is_published: false,
        reliability: Words::fixed(
            "computed: .69 is published for ten items, these are four of them (Spearman-Brown)",
            "推算：公開數據 .69 為十題版，本量表取其中四題（Spearman-Brown）",
        ),
        norm: (3.4, 0.65),
    },
    Scale {
        of: Trait::Networking,
        source: "Mini-IPIP, Extraversion (ipip.ori.org)",
        licence: PUBLIC,
        alpha: 0.77,
        is_published: true,
        reliability: MINI,
        norm: (3.3, 0.80),
    },
    Scale {
        of: Trait::Patience,
        source: "IPIP-HEXACO, Patience (ipip.ori.org)",
        licence: PUBLIC,
        alpha: 0.52,
        is_published: false,
        reliability: Words::fixed(
            "assumed: as four of ten items of a like scale with .73, IPIP 6FPQ Agreeableness (Spearman-Brown)",
            "假設：比照相近十題量表 IPIP 6FPQ Agreeableness 的 .73 取四題推算（Spearman-Brown）",
        ),
        norm: (3.5, 0.65),
    },
    Scale {
        of: Trait::Collaboration,
        source: "Mini-IPIP, Agreeableness (ipip.ori.org)",
        licence: PUBLIC,
        alpha: 0.70,
        is_published: true,
        reliability: MINI,
        norm: (3.8, 0.65),
    },
    Scale {
        of: Trait::Loyalty,
        source: "own items; nobody has published a scale that may be used",
        licence: "as Tandem itself",
        alpha: 0.60,
        is_published: false,
        reliability: Words::fixed("assumed: nobody has measured it", "假設：尚無人測量"),
        norm: (3.7, 0.65),
    },
];

macro_rules! items {
    ($($id:literal $of:ident $reversed:literal $en:literal $zh:literal;)+) => {
        /// The items, by scale.
        pub static ITEMS: &[Item] = &[$(Item { id: $id, of: Trait::$of, is_reversed: $reversed, text: Words::fixed($en, $zh) }),+];
    };
}

items! {
    "p1" Perseverance false "Finish things despite obstacles in the way." "即使遇到阻礙，我仍會把事情做完。";
    "p2" Perseverance false "Don't quit a task before it is finished." "任務未完成前我不會放棄。";
    "p3" Perseverance true "Give up easily." "我很容易放棄。";
    "p4" Perseverance true "Don't finish what I start." "我開始的事常常沒有做完。";
    "i1" Independence false "Sail my own course." "我走自己的路。";
    "i2" Independence false "Feel it's OK that some people don't like me." "有些人不喜歡我，我覺得沒關係。";
    "i3" Independence true "Need reassurance." "我需要別人給我信心。";
    "i4" Independence true "Need the approval of others." "我需要他人認可。";
    "n1" Networking false "Talk to a lot of different people at parties." "聚會時我會和許多不同的人交談。";
    "n2" Networking false "Am the life of the party." "我是聚會中的靈魂人物。";
    "n3" Networking true "Don't talk a lot." "我話不多。";
    "n4" Networking true "Keep in the background." "我習慣待在幕後。";
    "a1" Patience false "Rarely get irritated." "我很少感到煩躁。";
    "a2" Patience false "Am usually a patient person." "我通常很有耐心。";
    "a3" Patience true "Get angry easily." "我容易生氣。";
    "a4" Patience true "Get irritated easily." "我很容易不耐煩。";
    "c1" Collaboration false "Sympathize with others' feelings." "我能體會他人的感受。";
    "c2" Collaboration false "Feel others' emotions." "我能感受到他人的情緒。";
    "c3" Collaboration true "Am not interested in other people's problems." "我對別人的問題沒興趣。";
    "c4" Collaboration true "Am not really interested in others." "我對他人不太感興趣。";
    "l1" Loyalty false "Keep in touch with people for years, also when nothing is to be gained." "即使沒有好處，我也會與人保持多年聯繫。";
    "l2" Loyalty false "Stand by a promise when it has become inconvenient." "即使變得麻煩，我仍會信守承諾。";
    "l3" Loyalty true "Look for new people rather than see the same ones again." "比起見同樣的人，我更想認識新的人。";
    "l4" Loyalty true "Lose interest in people once a matter is settled." "事情辦完後我就對人失去興趣。";
}

/// The items of a scale.
pub fn items_of(of: Trait) -> impl Iterator<Item = &'static Item> {
    ITEMS.iter().filter(move |item| item.of == of)
}
