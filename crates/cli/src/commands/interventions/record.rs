//! `tandem interventions list`, `show` and `panel`: what is on the company's own record.
use super::{Language, print_json};
use crate::commands::{open, simulate::table};
use crate::say::say;
use tandem_app::Actor;
use tandem_app::interventions::{self, EffectView, InterventionShort, InterventionView, PointView, Sentence};

/// List the interventions on the company's record
#[derive(clap::Args)]
pub struct ListArgs {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Show an intervention on the company's record, with what came of it
#[derive(clap::Args)]
pub struct ShowArgs {
    /// Its id, as `tandem interventions list` prints it
    id: i64,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Print everybody's months on the company's record as CSV, as the other commands read them; persons by their ids
#[derive(clap::Args)]
pub struct PanelArgs {}

pub async fn list(args: &ListArgs, database: &str) -> anyhow::Result<()> {
    let all = interventions::list(&open(database).await?, &Actor::operator()).await?;
    if args.json {
        return print_json(&all);
    }
    if all.is_empty() {
        say!("There is no intervention on the record. Plan one on the page Redirect.");
        return Ok(());
    }
    let row = |one: &InterventionShort| {
        let people = one.people.map_or("everybody".to_owned(), |people| people.to_string());
        let state = one.verdict.as_deref().unwrap_or(&one.state).replace('_', " ");
        vec![
            one.id.clone(),
            one.name.clone(),
            one.kind.clone(),
            one.start.to_string(),
            one.end.to_string(),
            people,
            amount(one.expected, &one.unit),
            one.estimate.map_or("-".to_owned(), |value| amount(value, &one.unit)),
            state,
        ]
    };
    let rows: Vec<Vec<String>> = all.iter().map(row).collect();
    let headings = ["id", "name", "kind", "from", "to", "people", "expected", "effect", "state"];
    say!("{}", table::text(&headings, &rows).trim_end());
    Ok(())
}

pub async fn show(args: &ShowArgs, database: &str) -> anyhow::Result<()> {
    let one = interventions::show(&open(database).await?, &Actor::operator(), args.id).await?;
    if args.json {
        return print_json(&one);
    }
    print(&one, args.language);
    Ok(())
}

pub async fn panel(database: &str) -> anyhow::Result<()> {
    let text = interventions::csv(&open(database).await?, &Actor::operator()).await?;
    say!("{}", text.trim_end());
    Ok(())
}

fn print(one: &InterventionView, language: Language) {
    let short = &one.short;
    let state = short.verdict.as_deref().unwrap_or(&short.state).replace('_', " ");
    say!("{} ({}), {} to {}: {state}", short.name, short.kind, short.start, short.end);
    if let Some(locked) = one.locked {
        say!("Locked on {locked}; expected {} of {}.", amount(short.expected, &short.unit), short.outcome);
    }
    if let Some(seed) = one.seed {
        say!("Lots were drawn with seed {seed}.");
    }
    if let Some(reason) = &one.reason {
        say!("Given up: {reason}");
    }
    if let Some(found) = &one.effect {
        print_effect(found, language);
    }
}

fn print_effect(found: &EffectView, language: Language) {
    let said = |told: &Sentence| match language {
        Language::En => told.text.clone(),
        Language::ZhHant => told.text_zh_hant.clone(),
    };
    found.because.iter().for_each(|told| say!("- {}", said(told)));
    found.next.iter().for_each(|told| say!("> {}", said(told)));
    let value = |value: Option<f64>| value.map_or("-".to_owned(), |value| amount(value, &found.unit));
    let row = |point: &PointView| {
        let counts = if point.counts { "x" } else { "" };
        vec![
            point.month.clone(),
            value(point.treated),
            value(point.without),
            value(point.compared),
            counts.to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> =
        found.picture.iter().filter(|point| point.treated.is_some()).map(row).collect();
    if !rows.is_empty() {
        let headings = ["month", "takes part", "without it", "compared", "counts"];
        say!("\n{}", table::text(&headings, &rows).trim_end());
    }
}

fn amount(value: f64, unit: &str) -> String {
    match unit {
        "share" => table::percent(value),
        "money" => table::dollars(value),
        _ => format!("{value:.2}"),
    }
}
