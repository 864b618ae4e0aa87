//! Rows of files: what is read, what is refused with line and column, and which rows are taken for refunds.
use crate::incentives::told::{rows, world};
use csv::StringRecord;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use tandem_core::incentives::Event;
use tandem_core::incentives::event::WHOLE;
use tandem_core::incentives::rows::{EventTable, HandoffTable, Links, PeopleTable, RowProblem, credits};

fn record(text: &str) -> StringRecord {
    text.split(',').collect()
}

fn shown<T: std::fmt::Debug>(read: Result<T, Vec<RowProblem>>) -> String {
    match read {
        Ok(read) => format!("{read:?}\n"),
        Err(problems) => problems.iter().map(|problem| format!("{problem}\n")).collect(),
    }
}

const HEADER: &str = "event_id,date,unit_id,movement,amount,currency,credits,of,posted,note";

fn check(row: &str, expected: Expect) {
    let table = EventTable::new(&record(HEADER)).unwrap();
    expected.assert_eq(&shown(table.row(&record(row), 7).map(|event| {
        format!(
            "{} {} {} {:?} {:?}",
            event.id,
            event.posted,
            event.movement,
            event.amount.map(|a| a.to_string()),
            event.credits
        )
    })));
}

#[test]
fn events_are_read_or_refused_with_line_and_column() {
    check(
        "e1,2024-02-29,u1,new,1234.5,usd,ann:60;bo:40,,,",
        expect![[r#"
        "e1 2024-02-29 new Some(\"1234.50 USD\") Credits { revenue: [(\"ann\", 600000000), (\"bo\", 400000000)], overlay: [] }"
    "#]],
    );
    check(
        "e1,2024-02-29,u1,Renewal,'-5,JPY,ann:1,,2024-03-01,",
        expect![[r#"
        line 7, column `amount`: `'-5` is not an amount: a number such as `1234.50` is expected
    "#]],
    );
    check(
        "r1,2024-02-29,u1,refund,,,,e1,,",
        expect![[r#"
        "r1 2024-02-29 refund None Credits { revenue: [], overlay: [] }"
    "#]],
    );
    check(
        ",2023-02-29,,nwe,1.234,USD,,,,",
        expect![[r#"
        line 7, column `event_id`: it is empty: write a name
        line 7, column `unit_id`: it is empty: write a name
        line 7, column `date`: `2023-02-29` is not a day from 1900 to 2200: write it as 2027-01-31
        line 7, column `movement`: `nwe` is no movement: did you mean `new`?
        line 7, column `amount`: `1.234` has more decimals than USD knows
    "#]],
    );
    check(
        "e1,29.02.2024,u1,new,,,ann,,2024-01-01,",
        expect![[r#"
        line 7, column `date`: `29.02.2024` is not a day from 1900 to 2200: write it as 2027-01-31
        line 7, column `amount`: it is empty: write a number such as 1234.50
        line 7, column `credits`: `ann` has no share: write `person:share`, several with `;` between them, such as `ann:60;bo:40`
    "#]],
    );
    check(
        "e1,2024-02-29,u1,refund,5,EURO,,,2024-02-28,",
        expect![[r#"
        line 7, column `currency`: `EURO` is no currency: write a code of ISO 4217 such as USD
        line 7, column `of`: it is empty: write the `event_id` of the earlier event that this is about
        line 7, column `posted`: `2024-02-28` is before the event: write the day on which it became known, or nothing
    "#]],
    );
    check(
        "e1,2024-02-29,u1,new,5,,ann:100,,,",
        expect![[r#"
        line 7, column `currency`: it is empty: write a code of ISO 4217 such as USD
    "#]],
    );
    check(
        "e1,2024-02-29,u1,new,5,ABC,ann:100,,,",
        expect![[r#"
        line 7, column `currency`: `ABC` is no currency: write a code of ISO 4217 such as USD
    "#]],
    );
    check(
        "e1,2924-02-29,u1,adjustment,5,USD,,,,",
        expect![[r#"
        line 7, column `date`: `2924-02-29` is not a day from 1900 to 2200: write it as 2027-01-31
        line 7, column `credits`: it is empty: write who is credited, such as `ann:100` or `ann:60;bo:40`
    "#]],
    );
    check(
        "e2,2024-02-29,u1,new,-5,USD,ann:100,e1,,",
        expect![[r#"
        "e2 2024-02-29 refund Some(\"-5.00 USD\") Credits { revenue: [(\"ann\", 1000000000)], overlay: [] }"
    "#]],
    );
    check(
        "e2,2024-02-29,u1,new,5,USD,ann:100,e1,,",
        expect![[r#"
        line 7, column `of`: it names an earlier event, but nothing is taken back or put right: write `refund` or `correction` as the movement, or leave it empty
    "#]],
    );
    check(
        "e1,2024-02-29",
        expect![[r#"
        line 7, column `unit_id`: it is empty: write a name
        line 7, column `movement`: it is empty: write one of new, expansion, renewal, reactivation, implementation_done, retention, invoice_paid, refund, correction, churn, adjustment
    "#]],
    );
}

#[test]
fn credits_are_exact_and_each_person_stands_once() {
    let check = |cell: &str, expected: Expect| expected.assert_eq(&format!("{:?}", credits(cell)));
    check("ann:100", expect![[r#"Ok(Credits { revenue: [("ann", 1000000000)], overlay: [] })"#]]);
    check("ann:1", expect![[r#"Ok(Credits { revenue: [("ann", 1000000000)], overlay: [] })"#]]);
    check(
        " ann : 72.68 ; bo:10.93; cy:2.73%;dee:13.66 ",
        expect![[
            r#"Ok(Credits { revenue: [("ann", 726800000), ("bo", 109300000), ("cy", 27300000), ("dee", 136600000)], overlay: [] })"#
        ]],
    );
    check(
        "ann:0.5;bo:0.5;cy:0.2:overlay",
        expect![[
            r#"Ok(Credits { revenue: [("ann", 500000000), ("bo", 500000000)], overlay: [("cy", 200000000)] })"#
        ]],
    );
    check(
        "a:b:50;bo:50;a:b:20:Overlay",
        expect![[
            r#"Ok(Credits { revenue: [("a:b", 500000000), ("bo", 500000000)], overlay: [("a:b", 200000000)] })"#
        ]],
    );
    check(
        "ann:60;bo:41",
        expect![[
            r#"Err("the shares of the revenue add up to 101, not to exactly 100: correct them, and write what is beyond as an overlay, such as `cy:20:overlay`")"#
        ]],
    );
    check(
        "ann:33.33;bo:33.33;cy:33.33",
        expect![[
            r#"Err("the shares of the revenue add up to 99.99, not to exactly 100: correct them, and write what is beyond as an overlay, such as `cy:20:overlay`")"#
        ]],
    );
    check("ann:50;ann:50", expect![[r#"Err("`ann` stands twice: add the two shares up")"#]]);
    check(
        "ann:-1;bo:101",
        expect![[r#"Err("`-1` is not a share: write a number that is not below 0, such as 60")"#]],
    );
    check(
        "ann",
        expect![[
            r#"Err("`ann` has no share: write `person:share`, several with `;` between them, such as `ann:60;bo:40`")"#
        ]],
    );
    check(
        ":100",
        expect![[
            r#"Err("`:100` names nobody: write `person:share`, several with `;` between them, such as `ann:60;bo:40`")"#
        ]],
    );
    check("ann:x", expect![[r#"Err("`x` is not a share: write a number that is not below 0, such as 60")"#]]);
    check(
        "ann:20:overlay",
        expect![[
            r#"Err("there is an overlay but nobody has the revenue: credit the revenue first, such as `ann:100`")"#
        ]],
    );
    check(
        "ann:99.99999999;bo:0.00000001",
        expect![[
            r#"Err("`99.99999999` is not a share: write at most 7 decimals of a percent, and at most 1000 %")"#
        ]],
    );
    check(
        "ann:100;bo:1001:overlay",
        expect![[
            r#"Err("`1001` is not a share: write at most 7 decimals of a percent, and at most 1000 %")"#
        ]],
    );
}

#[test]
fn headers_are_known_by_name_in_any_order() {
    let check = |header: &str, expected: Expect| {
        let table = EventTable::new(&record(header));
        expected.assert_eq(&shown(table.map(|table| table.ignored().to_vec())));
    };
    check(
        "\u{feff}Credits,currency,amount,movement,unit_id,date,event_id,deal name",
        expect![[r#"
        ["deal name"]
    "#]],
    );
    check(
        "event_id,date,unit_id,movment,amount,currency,credits,date",
        expect![[r#"
        line 1: column `date` stands twice: keep one
        line 1: there is no column `movment`: did you mean `movement`?
        line 1: there is no column movement: begin the file with event_id,date,unit_id,movement,amount,currency,credits
    "#]],
    );
    check(
        "event_id,date,unit_id,movement,amount,currency,credits,postd",
        expect![[r#"
        line 1: there is no column `postd`: did you mean `posted`?
    "#]],
    );
    check(
        "id",
        expect![[r#"
        line 1: there is no column event_id, date, unit_id, movement, amount, currency, credits: begin the file with event_id,date,unit_id,movement,amount,currency,credits
    "#]],
    );
}

#[test]
fn handoffs_and_people_are_read_or_refused() {
    let handoff = |row: &str| {
        let header = record("unit_id,from,to,transferred_date,brief_accepted_date,known_date,off_date");
        shown(HandoffTable::new(&header).unwrap().row(&record(row), 3))
    };
    expect![[r#"
        Handoff { unit: "u1", from: "ann", to: "bo", transferred: 2024-01-31, brief_accepted: Some(2024-02-10), known: 2024-01-31, off: None }
    "#]].assert_eq(&handoff("u1,ann,bo,2024-01-31,2024-02-10,2024-01-01"));
    expect![[r#"
        line 3, column `to`: `ann` gives the unit to the same person: name who receives it
    "#]]
    .assert_eq(&handoff("u1,ann,ann,2024-01-31,,"));
    expect![[r#"
        line 3, column `from`: it is empty: write a name
        line 3, column `transferred_date`: `31.1.2024` is not a day from 1900 to 2200: write it as 2027-01-31
        line 3, column `brief_accepted_date`: `x` is not a day from 1900 to 2200: write it as 2027-01-31
    "#]]
    .assert_eq(&handoff("u1,,bo,31.1.2024,x,"));
    let person = |row: &str| {
        let header = record("person,role,start,end,plan");
        shown(PeopleTable::new(&header).unwrap().row(&record(row), 3))
    };
    expect![[r#"
        Post { person: "ann", role: "hunter", start: 2024-01-31, end: None, plan: None }
    "#]]
    .assert_eq(&person("ann,hunter,2024-01-31,,"));
    expect![[r#"
        line 3, column `role`: it is empty: write a name
        line 3, column `end`: `2024-01-30` is before the start: write the last day in the role, or nothing
    "#]]
    .assert_eq(&person("ann,,2024-01-31,2024-01-30,"));
}

fn linked(events: &str) -> String {
    let mut events: Vec<Event> = world("components: [{id: win, on: new, rate: 10 %}]", "", "", events).events;
    let mut links = Links::default();
    events.iter().for_each(|event| links.want(event));
    events.iter().for_each(|event| links.see(event));
    events.iter_mut().for_each(|event| links.apply(event));
    let refunds: Vec<String> = events
        .iter()
        .filter_map(|event| Some(format!("{} {} of {}", event.id, event.movement, event.of.as_ref()?)))
        .collect();
    format!("{}; open: {}", refunds.join(", "), links.open.join(", "))
}

#[test]
fn rows_below_zero_are_refunds_where_one_event_can_be_meant() {
    let first = "e1,2024-01-01,u1,new,100,USD,ann:100\ne2,2024-01-02,u1,new,70,USD,ann:100\n";
    let check = |rows: &str, expected: Expect| expected.assert_eq(&linked(&format!("{first}{rows}")));
    check("n1,2024-01-03,u1,new,-100,USD,ann:100\n", expect!["n1 refund of e1; open: "]);
    check(
        "n1,2024-01-03,u1,new,-80,USD,ann:100\nn2,2024-01-03,u1,new,-20,USD,ann:100\n",
        expect!["n1 refund of e1, n2 refund of e1; open: "],
    );
    check("n1,2024-01-03,u1,new,-50,USD,ann:100\n", expect!["; open: n1"]);
    check("n1,2024-01-03,u2,new,-50,USD,ann:100\n", expect!["; open: n1"]);
    check("n1,2024-01-03,u1,new,-70,EUR,ann:100\n", expect!["; open: n1"]);
    check(
        "r1,2024-01-03,u1,refund,60,USD,,e1\nn1,2024-01-03,u1,new,-50,USD,ann:100\n",
        expect!["r1 refund of e1, n1 refund of e2; open: "],
    );
}

#[test]
fn the_rows_of_the_tests_are_read_as_files_are() {
    let read = rows("a,b", "1,2\n3,4", |_, row, line| Ok::<_, ()>(format!("{line} {}", &row[1])));
    assert_eq!(read, ["2 2", "3 4"]);
}

proptest! {
    #![proptest_config(crate::incentives::cases())]

    #[test]
    fn what_is_read_as_credits_is_exactly_the_whole(cell in "[a-c: ;0-9.%]{0,30}|(a:[0-9.]{1,5};b:[0-9.]{1,5})") {
        if let Ok(credits) = credits(&cell) {
            let sum: u64 = credits.revenue.iter().map(|(_, part)| part).sum();
            prop_assert!(sum == WHOLE || credits.is_empty(), "{cell}");
        }
    }

    #[test]
    fn nothing_that_is_written_in_a_row_ends_the_program(cells in prop::collection::vec(any::<String>(), 0..12)) {
        let cells: StringRecord = cells.iter().map(String::as_str).collect();
        let table = EventTable::new(&record(HEADER)).unwrap();
        let _ = table.row(&cells, 1);
        let _ = EventTable::new(&cells);
    }
}
