//! Calendar files in, rows out: as Google and Outlook write them, and as nobody should.
use super::*;
use proptest::prelude::*;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();

fn items(text: &[u8]) -> Vec<Item> {
    let (mut unfolder, mut scanner, mut items) = (Unfolder::default(), Scanner::default(), Vec::new());
    let mut take = |line: Option<Line>| {
        items.extend(line.and_then(|line| scanner.push(line.number, &String::from_utf8_lossy(&line.bytes))));
    };
    text.split_inclusive(|b| *b == b'\n').for_each(|line| take(unfolder.push(line)));
    take(unfolder.end());
    items.extend(scanner.finish());
    items
}

/// `date minutes id` of all entries and `line N: problem` of all problems.
fn read(text: &[u8]) -> Vec<String> {
    read_within(text, Budget::default())
}

fn read_within(text: &[u8], mut budget: Budget) -> Vec<String> {
    let (items, mut survey) = (items(text), Survey::default());
    items.iter().for_each(|item| survey.push(item));
    let mut shown = Vec::new();
    for item in &items {
        let Item::Event(block) = item else { continue };
        match entries(block, &survey, TODAY, &mut budget) {
            Ok((_, entries)) => {
                shown.extend(entries.iter().map(|e| format!("{} {} {}", e.date, e.minutes, e.id)));
            }
            Err(problem) => {
                shown.push(format!("line {}: {} {}", block.line, problem.column, problem.problem))
            }
        }
    }
    shown
}

fn check(body: &str, expected: &[&str]) {
    let text =
        format!("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Asia/Taipei\n{body}END:VCALENDAR\n").replace('\n', "\r\n");
    assert_eq!(read(text.as_bytes()), expected, "{body}");
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:u\n{lines}END:VEVENT\n")
}

#[test]
fn lengths_days_and_zones() {
    check(
        &event("DTSTART;TZID=Asia/Taipei:20261123T233000\nDTEND;TZID=Asia/Taipei:20261124T003000\n"),
        &["2026-11-23 60 u"],
    );
    // Google writes single events in Greenwich's time: the day is the one in the calendar's zone.
    check(&event("DTSTART:20261122T230000Z\nDTEND:20261122T234500Z\n"), &["2026-11-23 45 u"]);
    check(&event("DTSTART:20261123T090000\nDURATION:PT1H30M\n"), &["2026-11-23 90 u"]);
    check(
        &event("DTSTART;TZID=\"Taipei Standard Time\":20261123T090000\nDTEND:20261123T020000Z\n"),
        &["2026-11-23 60 u"],
    );
    check(
        &event("DTSTART;TZID=/citadel.org/20260101_1/Asia/Taipei:20261123T090000\nDTEND:20261123T020000Z\n"),
        &["2026-11-23 60 u"],
    );
    // An hour of sleep is lost that night, not gained for work.
    check(
        &event("DTSTART;TZID=Europe/Berlin:20260329T013000\nDTEND;TZID=Europe/Berlin:20260329T033000\n"),
        &["2026-03-29 60 u"],
    );
    check(
        &event(
            "DTSTART;TZID=Customized Time Zone:20261123T090000\nDTEND;TZID=Customized Time Zone:20261123T100000\n",
        ),
        &["2026-11-23 60 u"],
    );
    check(&event("DTSTART:20261123T090000\n"), &[]);
}

#[test]
fn whole_days_count_working_days() {
    check(&event("DTSTART;VALUE=DATE:20261123\n"), &["2026-11-23 480 u"]);
    check(
        &event("DTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261124\n"),
        &["2026-11-20 480 u/2026-11-20", "2026-11-23 480 u/2026-11-23"],
    );
    check(
        &event("DTSTART:20261119T090000\nDTEND:20261120T170000\n"),
        &["2026-11-19 480 u/2026-11-19", "2026-11-20 480 u/2026-11-20"],
    );
    let long = event("DTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20201231\n");
    assert!(read(format!("BEGIN:VCALENDAR\n{long}").as_bytes()).len() <= 31);
}

#[test]
fn what_takes_no_time_is_left_out() {
    let at = "DTSTART:20261123T090000\nDURATION:PT1H\n";
    for line in ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"]
    {
        check(&event(&format!("{at}{line}\n")), &[]);
    }
    check(&event("DTSTART:20261201T090000\nDURATION:PT1H\n"), &[]);
    check(
        &event(&format!("{at}STATUS:CONFIRMED\nBEGIN:VALARM\nDURATION:PT5H\nSTATUS:CANCELLED\nEND:VALARM\n")),
        &["2026-11-23 60 u"],
    );
}

#[test]
fn recurring_events_up_to_today() {
    let nine = "DTSTART;TZID=Europe/Berlin:20261019T090000\nDURATION:PT30M\n";
    // Nine o'clock stays nine o'clock when summer time ends; the ids are instants.
    check(
        &event(&format!("{nine}RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20261102T090000\n")),
        &["2026-10-19 30 u/20261019T0700", "2026-10-26 30 u/20261026T0800"],
    );
    check(
        &event(&format!("{nine}RRULE:FREQ=WEEKLY;UNTIL=20261026T080000Z\n")),
        &["2026-10-19 30 u/20261019T0700", "2026-10-26 30 u/20261026T0800"],
    );
    check(
        &event("DTSTART;VALUE=DATE:20261120\nRRULE:FREQ=DAILY\n"),
        &[
            "2026-11-20 480 u/20261120T0000",
            "2026-11-23 480 u/20261123T0000",
            "2026-11-24 480 u/20261124T0000",
            "2026-11-25 480 u/20261125T0000",
        ],
    );
    check(
        &event("DTSTART:20261123T090000\nDURATION:PT15M\nRDATE:20261124T100000\n"),
        &["2026-11-23 15 u/20261123T0900", "2026-11-24 15 u/20261124T1000"],
    );
    let daily = event("DTSTART:19700101T090000\nDURATION:PT15M\nRRULE:FREQ=DAILY\n");
    assert_eq!(read(format!("BEGIN:VCALENDAR\n{daily}").as_bytes()).len(), DAYS_BACK as usize + 1);
}

#[test]
fn changed_occurrences_replace_their_originals_wherever_they_stand() {
    let series =
        event("DTSTART;TZID=Asia/Taipei:20261109T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n");
    let moved =
        event("DTSTART;TZID=Asia/Taipei:20261117T140000\nDURATION:PT2H\nRECURRENCE-ID:20261116T010000Z\n");
    let gone = event(
        "DTSTART;TZID=Asia/Taipei:20261123T090000\nDURATION:PT1H\nRECURRENCE-ID;TZID=Asia/Taipei:20261123T090000\nSTATUS:CANCELLED\n",
    );
    let (first, second) = ("2026-11-09 60 u/20261109T0100", "2026-11-17 120 u/20261116T0100");
    check(&format!("{series}{moved}{gone}"), &[first, second]);
    check(&format!("{gone}{moved}{series}"), &[second, first]);
}

#[test]
fn people_are_told_by_their_addresses() {
    let folded = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:ann@example.com\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261123T090000Z\r\nDTEND:20261123T1\r\n 00000Z\r\n\
        ORGANIZER;CN=\"Lee, Ann: boss\":MAILTO:Ann@Example.com\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=\"Wang; Bo\";X-N\r\n UM-GUESTS=0:mailto:bo@acme.com\r\nATTENDEE;PARTSTAT=DECLINED:mailto:cy@acme.com\r\nATTENDEE;CUTYPE=RESOURCE:mailto:room@example.com\r\n\
        ATTENDEE;EMAIL=dee@acme.com:/o=exchange/cn=dee\r\nSUMMARY:Q4\\, review\\; ";
    let mut bytes = folded.as_bytes().to_vec();
    // A fold between the bytes of a character.
    bytes.extend_from_slice(b"\xe8\xa8\r\n \x88\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let items = items(&bytes);
    let mut survey = Survey::default();
    items.iter().for_each(|item| survey.push(item));
    assert_eq!((survey.name.as_deref(), survey.events), (Some("ann@example.com"), 1));
    let Some(Item::Event(block)) = items.last() else { panic!("{items:?}") };
    let (event, mut entries) = entries(block, &survey, TODAY, &mut Budget::default()).unwrap();
    let row = cells(&event, entries.remove(0), &["ann@example.com".to_owned()]);
    assert_eq!(
        row,
        [
            "u",
            "ann@example.com;ann@example.com",
            "2026-11-23",
            "60",
            "meeting",
            "Q4, review; 計",
            "bo@acme.com;dee@acme.com;ann@example.com",
            "cy@acme.com",
            "yes"
        ]
    );
}

#[test]
fn hostile_events_are_problems_with_their_line_and_the_others_are_read() {
    let good = event("DTSTART:20261123T090000\nDURATION:PT1H\n");
    let start = "DTSTART:20261101T090000\nDURATION:PT1H\n";
    let rows = [
        (event("DURATION:PT1H\n"), "DTSTART The event has no DTSTART."),
        (event("DTSTART:soon\n"), "DTSTART This is not a date between 1970 and 2200."),
        (event("DTSTART:00010101T000000\n"), "DTSTART This is not a date between 1970 and 2200."),
        (event("DTSTART:20261123T090000\nDTEND:20261122T090000\n"), "DTEND The event ends before it begins."),
        (
            event("DTSTART:20261123T090000\nDURATION:P99999999999D\n"),
            "DURATION This is not a length of time.",
        ),
        (
            event(&format!("{start}RRULE:FREQ=SECONDLY\n")),
            "RRULE This event takes place more than once a day.",
        ),
        (event(&format!("{start}RRULE:FREQ=SOMETIMES\n")), "RRULE This rule cannot be read."),
        (
            event(&format!("{start}RRULE:FREQ=DAILY;INTERVAL=99999999999999999999\n")),
            "RRULE This rule cannot be read.",
        ),
        (
            event(&format!("{start}RRULE:FREQ=DAILY;BYMONTHDAY=1{}\n", ",1".repeat(300))),
            "RRULE This rule cannot be read.",
        ),
        (
            event(&format!("{start}RRULE:FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6;BYMINUTE=1,2,3,4,5,6\n")),
            "RRULE This event takes place too many times a day.",
        ),
        (
            format!("BEGIN:VEVENT\nUID:{}\n{start}END:VEVENT\n", "x".repeat(600)),
            "UID This id is longer than 500 bytes.",
        ),
        (format!("BEGIN:VEVENT\n{start}END:VEVENT\n"), "UID The event has no UID."),
        (
            format!("BEGIN:VEVENT\nUID:u\n{start}"),
            "VEVENT The file has no end for this event: it was cut off while it was written.",
        ),
    ];
    for (hostile, problem) in rows {
        let line = format!("line 3: {problem}");
        check(&format!("{hostile}{good}"), &[line.as_str(), "2026-11-23 60 u"]);
    }
}

#[test]
fn bombs_end_in_bounded_time() {
    let never = event("DTSTART:20261101T090000\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n")
        .repeat(20);
    let found = read_within(format!("BEGIN:VCALENDAR\n{never}").as_bytes(), Budget::of(250_000));
    assert!(found.iter().any(|row| row.contains("too often, in all")), "{:?}", found.first());
    let daily = event("DTSTART:19700101T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29\n")
        .repeat(20);
    let found = read_within(format!("BEGIN:VCALENDAR\n{daily}").as_bytes(), Budget::of(50_000));
    assert!(found.iter().any(|row| row.contains("too often, in all")));
    let nested = format!(
        "BEGIN:VCALENDAR\n{}{}",
        "BEGIN:VALARM\n".repeat(100_000),
        event("DTSTART:20261123T090000\nDURATION:PT1H\n")
    );
    assert_eq!(read(nested.as_bytes()), ["2026-11-23 60 u"]);
}

#[test]
fn an_event_keeps_no_more_lines_than_are_needed() {
    let many = event(&"ATTENDEE:mailto:a@example.com\n".repeat(5_000));
    let items = items(format!("BEGIN:VCALENDAR\n{many}").as_bytes());
    assert!(matches!(&items[..], [Item::Event(block)] if block.lines.len() == 2_000));
}

#[test]
fn a_line_keeps_no_more_than_is_needed_of_it() {
    let mut unfolder = Unfolder::default();
    unfolder.push(b"DESCRIPTION:x\r\n");
    for _ in 0..10_000 {
        unfolder.push(&[b' '; 1000]);
    }
    assert!(unfolder.end().unwrap().bytes.len() <= 16 << 10);
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_their_end(lines in proptest::collection::vec(
        prop_oneof![
            Just("BEGIN:VEVENT".to_owned()), Just("END:VEVENT".to_owned()), Just("UID:u".to_owned()),
            Just("DTSTART:20261101T090000".to_owned()), Just("RRULE:FREQ=DAILY;COUNT=9".to_owned()),
            "(UID|DTSTART|DTEND|DURATION|RRULE|EXDATE|RDATE|RECURRENCE-ID|ATTENDEE)[;:]\\PC{0,40}",
            "RRULE:FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);(INTERVAL|COUNT|BYDAY|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|BYHOUR|UNTIL|WKST)=[-+0-9A-Z,]{0,8}",
            "(DTSTART|DTEND)(;TZID=[A-Za-z/ ]{0,20})?:[0-9]{8}(T[0-9]{6}Z?)?", "DURATION:P[0-9TWDHMS]{0,12}",
        ], 0..30)) {
        let text = lines.join("\n");
        for row in read(text.as_bytes()) {
            prop_assert!(row.starts_with("line ") || row.split(' ').nth(1).unwrap().parse::<i64>().unwrap() <= LONG_MINUTES);
        }
    }

    #[test]
    fn unfolding_undoes_any_folding(text in "[a-zé統\t ]{1,200}", cuts in proptest::collection::vec(1..200_usize, 0..10)) {
        let mut folded = b"X:".to_vec();
        for (place, byte) in text.bytes().enumerate() {
            if cuts.contains(&place) {
                folded.extend_from_slice(b"\r\n ");
            }
            folded.push(byte);
        }
        let mut unfolder = Unfolder::default();
        folded.split_inclusive(|b| *b == b'\n').for_each(|line| { unfolder.push(line); });
        prop_assert_eq!(unfolder.end().unwrap().bytes, [b"X:", text.as_bytes()].concat());
    }
}
