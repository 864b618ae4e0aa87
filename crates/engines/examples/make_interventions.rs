//! Makes the panels of examples/interventions from the simulator's teams, so that what was done is known:
//! `cargo run --release -p tandem-engines --example make_interventions -- examples/interventions`
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use tandem_core::subscriptions::Month;
use tandem_engines::simulate::{SeatWeek, parse, seat_weeks};

const NAMES: [&str; 24] = [
    "Ada", "Bao", "Chen", "Dana", "Emre", "Fatima", "Gus", "Hana", "Ines", "Jun", "Kofi", "Lea", "Mei",
    "Nils", "Olga", "Pia", "Quin", "Rosa", "Sami", "Tara", "Uwe", "Vera", "Wen", "Yara",
];
const FROM: &str = "2025-01";
const MONTHS: usize = 30;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "examples/interventions".to_owned());
    let folder = Path::new(&folder);
    // Coaching that protects hunting time in earnest, for every other seat, from the nineteenth month on.
    std::fs::write(folder.join("coaching.panel.csv"), panel(12, "[0, 2, 4, 6, 8, 10]", 0.7, 3))?;
    // A training that everybody liked and that changed nothing.
    std::fs::write(folder.join("training.panel.csv"), panel(24, "[]", 0.2, 5))?;
    // A bonus that works a little, for the six who hunted least: their place in the list is not drawn.
    std::fs::write(folder.join("bonus.panel.csv"), panel(12, "[1, 3, 4, 7, 8, 10]", 0.4, 8))
}

/// A team of so many seats, some of which protect hunting more from the nineteenth month on.
fn panel(seats: usize, coached: &str, protection: f64, seed: u64) -> String {
    let scale = seats as f64 / 12.0;
    let size = |number: f64| (number * scale) as usize;
    let text = format!(
        "{{T: {}, team: [{seats}, 0, 0, 0], N0: {seats}, n_acc: [{}, {}, {}], n_cust0: [{}, {}, {}], att: 0.1, psi: 0.2, psi_week: 78, psi_new: {protection}, psi_slots: {coached}}}",
        MONTHS * 13 / 3,
        size(2000.0),
        size(1000.0),
        size(300.0),
        size(60.0),
        size(42.0),
        size(10.0)
    );
    let scenario = parse(&text).expect("it is a scenario");
    let mut people: BTreeMap<(usize, u64), BTreeMap<usize, Vec<SeatWeek>>> = BTreeMap::new();
    for week in seat_weeks(&scenario, seed).into_iter().filter(|week| week.here) {
        let month = week.week.unsigned_abs() as usize * 3 / 13;
        people.entry((week.seat, week.hires)).or_default().entry(month).or_default().push(week);
    }
    let mut csv = "person,month,present,hunting_share,opportunities,won\n".to_owned();
    for ((seat, hires), months) in people {
        let name = NAMES[seat];
        let name = if hires == 0 { name.to_owned() } else { format!("{name} {}", hires + 1) };
        months.iter().for_each(|(month, weeks)| line(&mut csv, &name, *month, weeks));
    }
    csv
}

fn line(csv: &mut String, name: &str, month: usize, weeks: &[SeatWeek]) {
    let sum = |of: fn(&SeatWeek) -> f64| weeks.iter().map(of).sum::<f64>();
    let from: Month = FROM.parse().expect("a month");
    let present = (weeks.len() as f64 / 4.0).min(1.0);
    let share = sum(|week| week.hunting) / sum(|week| week.available);
    let (found, won) = (sum(|week| f64::from(week.opportunities)), sum(|week| f64::from(week.won)));
    writeln!(csv, "{name},{},{present:.2},{share:.3},{found},{won}", from.plus(month as i32))
        .expect("text takes text");
}
