//! `tandem rules try`: what a document would do. Nothing is printed before all facts have been read and fit.
use super::on_book;
use crate::say::say;
use anyhow::anyhow;
use chrono::{NaiveDate, Utc};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tandem_core::rules::{Answer, Decision, Document, Facts, change, decide, explain, lines};

/// Try a document out: one decision for each unit, with its reasons
#[derive(clap::Args)]
pub struct Args {
    /// The document, in YAML or JSON
    file: PathBuf,
    /// Facts, one unit a line: {"unit": "u1", "facts": {"arr": 12000}}; the book in the database where not given
    #[arg(long)]
    facts: Option<PathBuf>,
    /// Month by month over the last two years, on the book in the database
    #[arg(long, conflicts_with_all = ["facts", "as_of"])]
    history: bool,
    /// The day of the facts, from which the days of changes are counted; today where not given
    #[arg(long)]
    as_of: Option<NaiveDate>,
    /// Print one line of JSON a unit
    #[arg(long)]
    json: bool,
    /// Say also what was looked at and what would change the decision of each unit
    #[arg(long, requires = "facts")]
    explain: bool,
}

/// Most lines that are named where facts do not fit.
const ERRORS_SHOWN: usize = 20;

pub async fn run(args: &Args, database: &str) -> anyhow::Result<()> {
    match &args.facts {
        Some(facts) => on_facts(args, facts),
        None => on_book::run(database, &args.file, args.as_of, args.history, args.json).await,
    }
}

fn on_facts(args: &Args, facts: &Path) -> anyhow::Result<()> {
    let document = super::document(&args.file)?;
    let text = super::text_of(facts)?;
    checked(facts, &text)?;
    let mut counts = [0_usize; 3];
    for line in given(&text) {
        // A second reading is cheaper than keeping the facts of every unit.
        let line = lines::line(line.1, &mut BTreeSet::new()).map_err(|reason| anyhow!(reason))?;
        let decision = decide(&document, &line.facts);
        counts[place(decision.answer)] += 1;
        let told =
            Told { args, document: &document, unit: &line.unit, decision: &decision, facts: &line.facts };
        if args.json { say!("{}", told.json()) } else { told.say() }
    }
    if !args.json {
        let units: usize = counts.iter().sum();
        say!("{units} units: {} to hand off, {} to keep, {} to ask.", counts[0], counts[1], counts[2]);
    }
    Ok(())
}

fn place(answer: Answer) -> usize {
    match answer {
        Answer::HandOff => 0,
        Answer::Keep => 1,
        Answer::Ask => 2,
    }
}

/// Lines that are not blank, with their numbers from 1.
fn given(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim().is_empty())
}

/// Reads every line once; names on standard error what are no facts.
fn checked(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut strange = BTreeSet::new();
    let wrong = |(at, line): (usize, &str)| {
        lines::line(line, &mut strange).err().map(|reason| format!("\n  line {at}: {reason}"))
    };
    let mut wrong: Vec<String> = given(text).filter_map(wrong).collect();
    if !wrong.is_empty() {
        let more = wrong.len().saturating_sub(ERRORS_SHOWN);
        wrong.truncate(ERRORS_SHOWN);
        let rest = if more > 0 { format!("\n  and {more} more lines") } else { String::new() };
        return Err(anyhow!(
            "`{}` cannot be used, nothing was decided:{}{rest}",
            path.display(),
            wrong.concat()
        ));
    }
    for name in &strange {
        eprintln!("warning: {}", lines::stranger(name));
    }
    if given(text).next().is_none() {
        eprintln!("warning: `{}` holds no unit, so there is nothing to decide", path.display());
    }
    Ok(())
}

/// What is told of one unit.
struct Told<'a> {
    args: &'a Args,
    document: &'a Document,
    unit: &'a str,
    decision: &'a Decision<'a>,
    facts: &'a Facts,
}

impl Told<'_> {
    fn because(&self) -> Vec<String> {
        explain::sentences(self.document, self.decision, self.facts)
    }

    fn changes(&self) -> Vec<change::Change> {
        let today = self.args.as_of.unwrap_or_else(today);
        change::changes(self.document, self.facts, today)
    }

    fn json(&self) -> Value {
        let ids = |holds: &[&tandem_core::rules::Hold]| {
            holds.iter().map(|hold| hold.id.clone()).collect::<Vec<_>>()
        };
        let decision = self.decision;
        let mut told = json!({
            "unit": self.unit,
            "answer": decision.answer.text(),
            "rule": decision.rule.map(|rule| &rule.id),
            "to": decision.to(),
            "playbook": decision.playbook(),
            "because": self.because(),
            "missing": decision.missing.names(),
            "holds": ids(&decision.holds),
        });
        if self.args.explain {
            told["open_holds"] = json!(ids(&decision.open));
            told["reasons"] = json!(explain::reasons(self.document, decision, self.facts));
            told["changes"] = json!(self.changes());
        }
        told
    }

    fn say(&self) {
        let to = self.decision.to().map_or(String::new(), |to| format!(" to {to}"));
        let missing = self.decision.missing.names().join(", ");
        let missing = if missing.is_empty() { missing } else { format!(", for want of {missing}") };
        say!("{}: {}{to}{missing}", self.unit, self.decision.answer.text());
        if !self.args.explain {
            return;
        }
        for sentence in self.because() {
            say!("    {sentence}");
        }
        for change in self.changes() {
            say!("    {change}");
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the command line reads the clock")]
fn today() -> NaiveDate {
    Utc::now().date_naive()
}
