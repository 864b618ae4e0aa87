//! `tandem incentives try`: what a plan pays, line by line with its reasons, and in all. Nothing is printed before everything is computed.
use super::against;
use super::inputs::{Events, Files, book};
use crate::say::say;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use tandem_core::incentives::calculate::Outstanding;
use tandem_core::incentives::lines::{Line, Totals, lines};
use tandem_core::incentives::note::Why;
use tandem_core::incentives::{Account, Note, Output, Plan, Posting};
use tandem_core::languages::Language;

/// Try a plan out on events: one line for each posting and person, and totals per person
#[derive(clap::Args)]
pub struct Args {
    /// The plan, in YAML or JSON; several where they are versions of one, or plans of several teams
    #[arg(required = true)]
    plans: Vec<PathBuf>,
    #[command(flatten)]
    files: Files,
    /// The day up to which guarantees, draws and held shares are posted; the day of the last event where not given
    #[arg(long)]
    through: Option<NaiveDate>,
    /// Mark what is posted after this day as expected: an estimate by the same rules
    #[arg(long)]
    as_of: Option<NaiveDate>,
    /// Compare with what this plan would have paid
    #[arg(long, num_args = 1.., conflicts_with_all = ["as_of", "explain"])]
    against: Vec<PathBuf>,
    /// Print one line of JSON for each posting and person, and for each total
    #[arg(long)]
    json: bool,
    /// Say why, beneath each line
    #[arg(long)]
    explain: bool,
    /// The language of the reasons: en or zh-Hant
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

fn language(text: &str) -> Result<Language, String> {
    match text {
        "en" => Ok(Language::English),
        "zh-Hant" => Ok(Language::Chinese),
        _ => Err("use en or zh-Hant".to_owned()),
    }
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let plans = read(&args.plans)?;
    let events = Events::new(&args.files)?;
    if !args.against.is_empty() {
        return against::run(args, &events, plans);
    }
    let (totals, notes, waiting) = dry(args, &events, plans.clone())?;
    let mut print = |output: Output| {
        if let Output::Posting(posting) = output {
            args.print(&posting);
        }
    };
    events.compute(book(&args.files, plans)?, args.through, &mut print)?;
    args.print_totals(&totals, &waiting);
    tell(&notes, events.count);
    Ok(())
}

/// Reads plans, the first wrong one refused.
pub fn read(paths: &[PathBuf]) -> anyhow::Result<Vec<Plan>> {
    paths.iter().map(|path| super::plan(path)).collect()
}

/// How often something paid nothing, and where first.
pub type Notes = BTreeMap<Why, (usize, Note)>;

/// Everything once without a word, so that nothing is printed of what cannot be computed whole.
fn dry(args: &Args, events: &Events, plans: Vec<Plan>) -> anyhow::Result<(Totals, Notes, Vec<Outstanding>)> {
    let (mut totals, mut notes, mut failed) = (Totals::default(), Notes::new(), Ok(()));
    let calculator = events.compute(book(&args.files, plans)?, args.through, &mut |output| match output {
        Output::Posting(posting) => {
            if let Err(error) = totals.add(&posting) {
                failed = Err(error);
            }
        }
        Output::Note(note) => count(&mut notes, note),
    })?;
    failed?;
    Ok((totals, notes, calculator.outstanding()))
}

/// Counts a note with those of the same reason.
pub fn count(notes: &mut Notes, note: Note) {
    notes.entry(note.why.clone()).or_insert((0, note)).0 += 1;
}

/// A line, and whether it is an estimate.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    line: &'a Line<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<bool>,
}

impl Args {
    pub fn files(&self) -> &Files {
        &self.files
    }

    pub fn against(&self) -> &[PathBuf] {
        &self.against
    }

    pub fn through(&self) -> Option<NaiveDate> {
        self.through
    }

    pub fn json(&self) -> bool {
        self.json
    }

    fn print(&self, posting: &Posting) {
        for line in lines(posting, self.language) {
            let expected = self.as_of.map(|day| line.date > day);
            if self.json {
                if let Ok(text) = serde_json::to_string(&Told { line: &line, expected }) {
                    say!("{text}");
                }
            } else {
                self.say(&line, expected == Some(true));
            }
        }
    }

    fn say(&self, line: &Line, expected: bool) {
        let of = match (&line.base, line.rate) {
            (Some(base), Some(rate)) => format!(" {base} at {rate}:"),
            _ => String::new(),
        };
        let account =
            if line.account == Account::Payable { String::new() } else { format!(" {}", line.account) };
        let expected = if expected { " (expected)" } else { "" };
        say!(
            "{} {} {} {} {}{of} {} {}{account}{expected}",
            line.period,
            line.posting,
            line.person,
            line.component,
            line.kind,
            line.amount,
            line.currency
        );
        if self.explain {
            say!("    {}", line.because);
        }
    }

    fn print_totals(&self, totals: &Totals, waiting: &[Outstanding]) {
        if self.json {
            for total in totals.all() {
                if let Ok(text) = serde_json::to_string(&total) {
                    say!("{text}");
                }
            }
            return;
        }
        for total in totals.all() {
            let parts = [
                ("waits for payments", &total.awaiting_payment),
                ("held", &total.held),
                ("drawn", &total.draw),
            ];
            let parts: Vec<String> = parts
                .iter()
                .filter(|(_, text)| text.chars().any(|c| ('1'..='9').contains(&c)))
                .map(|(name, text)| format!(", {name} {text}"))
                .collect();
            say!(
                "{}: {} {}, payable {}{}",
                total.person,
                total.total,
                total.currency,
                total.payable,
                parts.concat()
            );
        }
        for one in waiting {
            let until = match (one.decided, one.goes_well) {
                (Some(day), Some(true)) => format!(", is paid after {day} if nothing changes"),
                (Some(day), _) => format!(", is lost after {day} if nothing changes"),
                _ => ", is paid when the customer has paid".to_owned(),
            };
            say!("To come: {} {} {} of {}{until}", one.person, one.amount, one.component, one.posting);
        }
    }
}

/// Why something paid nothing, once for each reason, on standard error.
pub fn tell(notes: &Notes, events: usize) {
    if events == 0 {
        eprintln!("warning: there is no event, so nothing is paid");
    }
    for (why, (times, first)) in notes {
        let person = first.person.as_ref().map_or(String::new(), |person| format!(", {person}"));
        let cases = if *times == 1 { "1 case".to_owned() } else { format!("{times} cases") };
        eprintln!("warning: nothing is paid in {cases} because {why}; first: event {}{person}", first.event);
    }
}
