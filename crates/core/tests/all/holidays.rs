//! Working days: counted over weekends, holidays and made-up days; documents of holidays and what is wrong with them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
use chrono::{Datelike, NaiveDate, Weekday};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use tandem_core::holidays::{Calendar, Calendars, read};

const NEW_YEAR: &str = "country: TW
first_year: 2027
last_year: 2027
holidays:
- {day: 2027-01-01, en: New Year, zh-Hant: 元旦}
- {day: 2027-02-05, en: Spring festival, zh-Hant: 春節}
- {day: 2027-02-08, en: Spring festival}
worked:
- 2027-02-20
";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    read(NEW_YEAR).unwrap()
}

#[test]
fn working_days_skip_weekends_and_holidays_and_count_made_up_days() {
    let calendar = calendar();
    let check = |found: NaiveDate, expected: &str| assert_eq!(found, day(expected));
    check(calendar.after(day("2027-02-04"), 1), "2027-02-09");
    check(calendar.after(day("2027-02-19"), 1), "2027-02-20");
    check(calendar.before(day("2027-02-09"), 1), "2027-02-04");
    check(calendar.before(day("2027-02-09"), 3), "2027-02-02");
    check(calendar.on_or_after(day("2027-01-01")), "2027-01-04");
    check(calendar.on_or_before(day("2027-01-03")), "2026-12-31");
    check(calendar.after(day("2027-02-09"), 0), "2027-02-09");
    assert_eq!(calendar.between(day("2027-02-04"), day("2027-02-10")), 2);
    assert_eq!(calendar.between(day("2027-02-10"), day("2027-02-04")), 0);
    assert_eq!((calendar.knows(day("2027-05-01")), calendar.knows(day("2028-05-01"))), (true, false));
}

#[test]
fn weekends_differ_by_country() {
    let calendars = Calendars::new([calendar()]);
    let off = |country: Option<&str>| calendars.of(country).weekend.clone();
    assert_eq!(off(Some("SA")), [Weekday::Fri, Weekday::Sat]);
    assert_eq!(off(Some("IR")), [Weekday::Fri]);
    assert_eq!(off(Some("DE")), [Weekday::Sat, Weekday::Sun]);
    assert_eq!(off(None), [Weekday::Sat, Weekday::Sun]);
    assert!(calendars.of(Some("TW")).knows(day("2027-01-01")));
}

fn refusals(text: &str, expected: Expect) {
    let shown: String = match read(text) {
        Ok(calendar) => {
            format!("taken: {} holidays, weekend {:?}", calendar.holidays.len(), calendar.weekend)
        }
        Err(refusals) => refusals.iter().map(|refusal| format!("{refusal}\n")).collect(),
    };
    expected.assert_eq(&shown);
}

#[test]
fn documents_are_refused_whole_with_every_place() {
    refusals(NEW_YEAR, expect!["taken: 3 holidays, weekend [Sat, Sun]"]);
    refusals("country: JO\nfirst_year: 2027\n", expect!["taken: 0 holidays, weekend [Fri, Sat]"]);
    refusals("country: AE\nfirst_year: 2027\nweekend: [sun]\n", expect!["taken: 0 holidays, weekend [Sun]"]);
    refusals(
        "",
        expect![[r#"
        the document is empty: begin with `country:`, `first_year:` and `holidays:`
    "#]],
    );
    refusals(
        "country: Taiwan\nholidays: 3\n",
        expect![[r#"
        line 1, column 1: the document has no `first_year`: say of which years these are all holidays
        line 1, column 10: `country` is `Taiwan`: write two capital letters such as TW
        line 2, column 11: `holidays` is `3`: give a list
    "#]],
    );
    refusals(
        "country: TW\nfirst_year: 2027\nlast_year: 2026\nweekend: [caturday]\nholiday: []\n",
        expect![[r#"
            line 3, column 12: `last_year` is 2026: give 2027 or a later year
            line 4, column 11: `caturday` is no day of the week: write sat, sun ...
            line 5, column 1: the document has no `holiday`: did you mean `holidays`?
        "#]],
    );
    refusals(
        "country: TW\nfirst_year: 2027\nholidays:\n- {day: 2027-01-01, en: A}\n- {day: 2027-01-01, en: B}\n- {day: 2028-01-01, en: C}\n- {day: soon}\nworked:\n- 2027-01-01\n- then\n",
        expect![[r#"
            line 5, column 9: 2027-01-01 stands twice among the holidays: keep one
            line 6, column 9: 2028-01-01 is outside 2027 to 2027: widen `last_year`, or take it out
            line 7, column 3: a holiday has no `en`: give one
            line 7, column 9: `day` is `soon`: write a day such as 2027-01-01
            line 9, column 3: 2027-01-01 is a holiday and a working day: keep one
            line 10, column 3: `then` is no day: write one such as 2027-01-02
        "#]],
    );
}

proptest! {
    #[test]
    fn counting_forth_and_back_agree(start in 0_u64..700, count in 0_u32..60, off in prop::collection::btree_set(0_u64..900, 0..80)) {
        let first = day("2026-01-05");
        let mut calendar = Calendar::weekends_only("TW");
        calendar.holidays = off.iter().map(|n| (first + chrono::Days::new(*n), "x".to_owned()))
            .map(|(day, name)| (day, tandem_core::languages::Words::same(name))).collect();
        let start = first + chrono::Days::new(start);
        let end = calendar.after(start, count);
        prop_assert_eq!(calendar.between(start, end), count);
        if count > 0 {
            prop_assert!(calendar.is_working(end));
            // Back from the last of them to the first is one less.
            prop_assert_eq!(calendar.before(end, count - 1), calendar.after(start, 1));
        }
        let working = |day: NaiveDate| day.weekday().num_days_from_monday() < 5 && !calendar.holidays.contains_key(&day);
        prop_assert_eq!(calendar.is_working(start), working(start));
    }
}
