//! Parts that no door shows. Their tests stand here and not within the crate, so that the crate is compiled once.
mod imports;

use argon2::password_hash::phc::PasswordHash;
use tandem_app::parts::{NOBODY, fits, hash, pdf, period, role_word};
use tandem_core::money::Currency;
use tandem_core::subscriptions::{Bridge, Month, Span, movements};

#[tokio::test]
async fn only_the_right_password_fits() {
    let hash = hash("a long enough one").await.unwrap();
    assert!(fits("a long enough one", Some(&hash)).await);
    assert!(!fits("another long one", Some(&hash)).await);
    assert!(!fits("", None).await);
    assert!(tandem_app::parts::hash("short").await.is_err());
    assert!(PasswordHash::new(NOBODY).is_ok());
}

#[test]
fn roles_are_words_of_conditions() {
    assert_eq!(role_word(" Economic  Buyer"), "economic_buyer");
    assert_eq!(role_word("champion"), "champion");
    assert_eq!(role_word("Decision-Maker"), "decision_maker");
}

#[test]
fn a_period_is_its_months_as_one() {
    let usd: Currency = "USD".parse().expect("a currency code");
    let from: Month = "2026-01".parse().expect("a month");
    let span = |unit, arr_minor, start: &str, end: Option<&str>| Span {
        unit,
        arr_minor,
        start: start.parse().expect("a day"),
        end: end.map(|end| end.parse().expect("a day")),
    };
    // 100 are there before; 50 come in January, grow to 80 in February and go in March.
    let spans = [
        span(1, 10_000, "2025-06-01", None),
        span(2, 5_000, "2026-01-10", Some("2026-02-10")),
        span(2, 8_000, "2026-02-10", Some("2026-03-10")),
    ];
    let bridges: Vec<Bridge> =
        movements(&spans, from, from.plus(2)).into_iter().map(|(_, bridge)| bridge).collect();
    let found = period(&bridges, from, usd);
    assert_eq!(found.month, "2026-01/2026-03");
    let amounts = [&found.start, &found.new, &found.expansion, &found.churn, &found.end];
    assert_eq!(amounts, ["100.00", "50.00", "30.00", "80.00", "100.00"]);
    assert_eq!((found.new_units, found.lost_units), (1, 1));
}

#[test]
fn the_page_says_where_each_of_its_parts_begins() {
    let text = String::from_utf8(pdf(&["Ågren (Möbler)".to_owned()])).unwrap();
    assert!(text.contains("(?gren \\(M?bler\\)) Tj"), "{text}");
    let start: usize = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
    assert!(text[start..].starts_with("xref\n0 6\n"));
    for (number, line) in text[start..].lines().skip(3).take(5).enumerate() {
        let place: usize = line[..10].parse().unwrap();
        assert!(text[place..].starts_with(&format!("{} 0 obj\n", number + 1)), "{line}");
    }
}
