//! How fast incentives are computed and what memory they take: events come one after the other and are kept nowhere. Prints Markdown.
//! `cargo run --release -p tandem-core --example incentives_bench -- [EVENTS [PEOPLE [WHAT]]]`, WHAT being a part of a row's first words.
#![expect(clippy::unwrap_used, reason = "a bench ends where something does not work")]

use chrono::{Days, NaiveDate};
use csv::{ReaderBuilder, StringRecord};
use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::time::Instant;
use tandem_core::incentives::lines::{Totals, lines};
use tandem_core::incentives::rows::EventTable;
use tandem_core::incentives::{Book, Calculator, Event, Handoff, Output, Post, read};
use tandem_core::languages::Language;

const DAYS: u64 = 730;

/// A plan with tables, a quota, a transition share with conditions and budget, caps and refunds.
const PLAN: &str = "
name: Bench
version: 1
effective: 2025-01-01
currency: USD
components:
- id: new-business
  roles: [hunter]
  on: [new]
  tiers:
    by: attainment
    apply: marginal
    per: year
    against: to_date
    steps: [{from: 0 %, rate: 8 %}, {from: 100 %, rate: 12 %}, {from: 150 %, rate: 15 %}]
  quota: {amount: 100000, per: quarter, ramp: [0 %, 50 %, 75 %]}
  CLAW
- {id: expansion, roles: [account_manager], on: [expansion], rate: 5 %}
- id: renewal
  roles: [account_manager]
  on: [renewal]
  tiers: {apply: whole, per: quarter, steps: [{from: 0, rate: 1 %}, {from: 200000, rate: 1.5 %}]}
caps: [{id: ceiling, amount: 400000, per: year}]
transition:
  from: [hunter]
  to: [account_manager]
  shares: [100 %, 75 %, 50 %, 25 %]
  held: {part: 50 %, brief_accepted: true, retained_days: 90}
  budget: {amount: 500000, per: year}
";

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|text| text.parse::<u64>().ok());
    let (events, people) = (arguments.next().unwrap_or(1_000_000), arguments.next().unwrap_or(1_000));
    println!("{people} people, {} units, one plan, {DAYS} days, one core.\n", people * 20);
    println!("| what | events | postings | seconds by the clock | of processor time | memory at the end |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for events in [events / 10, events] {
        report("rows to lines of JSON", events, &|| rows_to_lines(events, people, ""));
        report("events to postings", events, &|| postings(events, people, ""));
        let claw = "claw_back: {within_months: 12, part: remaining}";
        report("the same, new business clawed back within 12 months", events, &|| {
            postings(events, people, claw)
        });
    }
}

fn report(what: &str, events: u64, run: &dyn Fn() -> Measured) {
    if std::env::args().nth(3).is_some_and(|part| !what.contains(&part)) {
        return;
    }
    let Measured { postings, seconds, own } = run();
    println!("| {what} | {events} | {postings} | {seconds:.2} | {own:.2} | {} MiB |", memory_mib());
}

/// What a run made, and how long it took by the clock and of processor time, in seconds.
#[derive(Default)]
struct Measured {
    postings: u64,
    seconds: f64,
    own: f64,
}

/// Times a part of a run.
struct Watch(Instant, f64);

impl Watch {
    fn new() -> Self {
        Self(Instant::now(), processor_seconds())
    }

    fn stop(self, measured: &mut Measured) {
        measured.seconds += self.0.elapsed().as_secs_f64();
        measured.own += processor_seconds() - self.1;
    }
}

/// Processor time of this process so far; 0 where the system does not tell. The machine may be shared, so that the clock tells more.
fn processor_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let rest = text.rsplit(')').next().unwrap_or_default();
    let ticks = rest.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

/// Resident memory now, in MiB; 0 where the system does not tell.
fn memory_mib() -> u64 {
    let mut text = String::new();
    let read = std::fs::File::open("/proc/self/statm").and_then(|mut file| file.read_to_string(&mut text));
    let pages: u64 = read.ok().and_then(|_| text.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
    pages * 4 / 1024
}

fn book(people: u64, claw: &str) -> Book {
    let plan = read(&PLAN.replace("CLAW", claw)).unwrap();
    let start: NaiveDate = "2024-06-01".parse().unwrap();
    let post = |person: u64| Post {
        person: name(person),
        role: if person.is_multiple_of(2) { "hunter" } else { "account_manager" }.to_owned(),
        start: start + Days::new(person % 400),
        end: None,
        plan: None,
    };
    let posts: Vec<Post> = (0..people).map(post).collect();
    // Every tenth unit is handed over once.
    let handoffs = (0..people * 2).map(|number| {
        let transferred = start + Days::new(220 + number % 500);
        Handoff {
            unit: format!("u{}", number * 10),
            from: name(number * 2 % people),
            to: name((number * 2 + 1) % people),
            transferred,
            brief_accepted: (!number.is_multiple_of(5)).then(|| transferred + Days::new(10)),
            known: transferred,
            off: None,
        }
    });
    Book::new(vec![plan], &posts, handoffs.collect()).unwrap()
}

fn name(person: u64) -> String {
    format!("p{person:04}")
}

/// Numbers that look like chance and are the same each time (splitmix64).
fn scrambled(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The cells of an event; every fiftieth is a refund of an earlier one.
fn row(number: u64, events: u64, people: u64, into: &mut String) {
    let draw = scrambled(number);
    let day = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Days::new(number * DAYS / events);
    let unit = draw % (people * 20);
    into.clear();
    if let Some(of) = refunded(number) {
        write!(into, "e{number},{day},u{unit},refund,,,,e{of}").unwrap();
        return;
    }
    let pair = scrambled(unit) % (people / 2) * 2;
    let (movement, seller) = match draw >> 32 & 3 {
        0 => ("new", pair),
        1 => ("renewal", pair + 1),
        _ => ("expansion", pair + 1),
    };
    let amount = draw >> 40 & 0xffff;
    let (first, other) = (name(seller), name((seller + 2) % people));
    if draw >> 34 & 3 == 0 {
        write!(
            into,
            "e{number},{day},u{unit},{movement},{amount}.{:02},USD,{first}:60;{other}:40,",
            draw % 100
        )
        .unwrap();
    } else {
        write!(into, "e{number},{day},u{unit},{movement},{amount}.{:02},USD,{first}:100,", draw % 100)
            .unwrap();
    }
}

fn refunded(number: u64) -> Option<u64> {
    (number % 50 == 49).then(|| number - 1 - scrambled(number) % 40)
}

fn expected(events: u64) -> impl Iterator<Item = String> {
    (0..events).filter_map(refunded).map(|of| format!("e{of}"))
}

const HEADER: &str = "event_id,date,unit_id,movement,amount,currency,credits,of";

fn table() -> EventTable {
    EventTable::new(&HEADER.split(',').collect::<StringRecord>()).unwrap()
}

/// Rows are made, read as CSV, computed, and written as lines of JSON that go nowhere.
fn rows_to_lines(events: u64, people: u64, claw: &str) -> Measured {
    let (mut measured, watch) = (Measured::default(), Watch::new());
    let source =
        Rows { next: 0, events, people, row: String::new(), left: HEADER.as_bytes().to_vec(), at: 0 };
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(std::io::BufReader::new(source));
    let (table, mut calculator) = (table(), Calculator::new(book(people, claw), expected(events)));
    let (mut count, mut totals, mut sink) = (0, Totals::default(), std::io::BufWriter::new(std::io::sink()));
    let mut record = StringRecord::new();
    let mut out = |output: Output| {
        if let Output::Posting(posting) = output {
            count += 1;
            totals.add(&posting).unwrap();
            for line in lines(&posting, Language::English) {
                serde_json::to_writer(&mut sink, &line).unwrap();
                sink.write_all(b"\n").unwrap();
            }
        }
    };
    while reader.read_record(&mut record).unwrap() {
        let line = record.position().map_or(0, csv::Position::line);
        let event = table.row(&record, line).unwrap();
        calculator.take(&event, &mut out).unwrap();
    }
    measured.postings = count;
    watch.stop(&mut measured);
    measured
}

/// A file that is made while it is read.
struct Rows {
    next: u64,
    events: u64,
    people: u64,
    row: String,
    left: Vec<u8>,
    at: usize,
}

impl Read for Rows {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.left.len() {
            if self.next == self.events {
                return Ok(0);
            }
            row(self.next, self.events, self.people, &mut self.row);
            self.next += 1;
            self.left.clear();
            self.left.push(b'\n');
            self.left.extend_from_slice(self.row.as_bytes());
            self.at = 0;
        }
        let rest = self.left.get(self.at..).unwrap_or_default();
        let length = rest.len().min(into.len());
        for (to, from) in into.iter_mut().zip(rest) {
            *to = *from;
        }
        self.at += length;
        Ok(length)
    }
}

/// Events are made some thousands at a time, and the making is not timed.
fn postings(events: u64, people: u64, claw: &str) -> Measured {
    let (table, mut calculator) = (table(), Calculator::new(book(people, claw), expected(events)));
    let mut measured = Measured::default();
    let (mut text, mut record, mut made) = (String::new(), StringRecord::new(), Vec::new());
    for first in (0..events).step_by(CHUNK) {
        made.clear();
        for number in first..(first + CHUNK as u64).min(events) {
            row(number, events, people, &mut text);
            record.clear();
            text.split(',').for_each(|cell| record.push_field(cell));
            made.push(table.row(&record, number).unwrap());
        }
        let watch = Watch::new();
        let mut out = |output: Output| measured.postings += u64::from(matches!(output, Output::Posting(_)));
        made.iter().for_each(|event: &Event| calculator.take(event, &mut out).unwrap());
        watch.stop(&mut measured);
    }
    measured
}

/// Events that are made at once.
const CHUNK: usize = 20_000;
