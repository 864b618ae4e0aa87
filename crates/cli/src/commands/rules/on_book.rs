//! `tandem rules try` without facts: what a document would do to the book in the database.
use crate::commands::{open, print_json};
use crate::say::say;
use chrono::NaiveDate;
use std::path::Path;
use tandem_app::Actor;
use tandem_app::rules::{self, Answers, HistoryView, TryView};

/// Tries a document on the book.
pub async fn run(
    database: &str,
    file: &Path,
    as_of: Option<NaiveDate>,
    history: bool,
    json: bool,
) -> anyhow::Result<()> {
    super::document(file)?;
    let text = super::text_of(file)?;
    let (app, actor) = (open(database).await?, Actor::operator());
    if history {
        let view = rules::history(&app, &actor, &text).await?;
        return if json { print_json(&view) } else { print_history(&view) };
    }
    let view = rules::try_out(&app, &actor, &text, as_of).await?;
    if json { print_json(&view) } else { print(&view) }
}

fn print(view: &TryView) -> anyhow::Result<()> {
    let all = view.answers;
    say!("As of {}, ARR in {}", view.as_of, view.currency);
    say!(
        "{} units of {} customers pass on, with {:.0} of ARR; {} stay; {} are asked about.",
        all.hand_off.units,
        view.customers_moved,
        all.hand_off.arr,
        all.keep.units,
        all.ask.units
    );
    if view.without_receiver > 0 {
        say!("{} of them have nobody to go to: no seller has the role.", view.without_receiver);
    }
    say!("\n{:<32} {:>9} {:>9} {:>9}", "rule", "hand_off", "keep", "ask");
    for rule in &view.rules {
        let Answers { hand_off, keep, ask } = rule.answers;
        let name = rule.rule.as_deref().unwrap_or("(no rule)");
        say!("{name:<32} {:>9} {:>9} {:>9}", hand_off.units, keep.units, ask.units);
    }
    counts("Kept back by holds", view.holds.iter().filter(|hold| hold.units > 0));
    counts("Not decided for want of", view.missing.iter());
    print_loads(view);
    print_differences(view);
    Ok(())
}

fn counts<'a>(title: &str, counts: impl Iterator<Item = &'a rules::Count>) {
    let mut counts = counts.peekable();
    if counts.peek().is_some() {
        say!("\n{title}:");
    }
    counts.for_each(|count| say!("- {}: {} units", count.name, count.units));
}

fn print_loads(view: &TryView) {
    if view.loads.is_empty() {
        return;
    }
    say!("\n{:<24} {:>9} {:>9} {:>14} {:>14}", "seller", "customers", "then", "ARR", "then");
    for load in &view.loads {
        say!(
            "{:<24} {:>9} {:>9} {:>14.0} {:>14.0}",
            load.seller.name,
            load.customers_before,
            load.customers_after,
            load.arr_before,
            load.arr_after
        );
    }
}

fn print_differences(view: &TryView) {
    match &view.differences {
        None => say!("\nNo rules are in force, so there is nothing to compare with."),
        Some(differences) if differences.is_empty() => {
            say!("\nThe rules in force say the same of every unit.");
        }
        Some(differences) => {
            say!("\nAgainst the rules in force:");
            differences.iter().for_each(|d| say!("- {} units: {} instead of {}", d.units, d.to, d.from));
        }
    }
}

fn print_history(view: &HistoryView) -> anyhow::Result<()> {
    say!("{:<12} {:>9} {:>14} {:>9} {:>9} {:>10}", "month", "newly", "ARR", "asked", "happened", "in force");
    for month in &view.months {
        let in_force = month.newly_in_force.map_or("-".to_owned(), |units| units.to_string());
        say!(
            "{:<12} {:>9} {:>14.0} {:>9} {:>9} {in_force:>10}",
            month.day,
            month.newly.units,
            month.newly.arr,
            month.ask.units,
            month.happened
        );
    }
    Ok(())
}
