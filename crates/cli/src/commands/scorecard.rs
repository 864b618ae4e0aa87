//! `tandem scorecard`: what came after the split against what was promised, and what needs somebody now.
use super::interventions::Language;
use super::simulate::table;
use super::{open, print_json};
use crate::say::say;
use chrono::NaiveDate;
use std::process::ExitCode;
use tandem_app::Actor;
use tandem_app::interventions::Sentence;
use tandem_app::scorecard::{self, LineView, NewPromise, PairView, ScorecardView};

/// Show what came after the split against what was promised, and what needs somebody now
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Option<Act>,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

#[derive(clap::Subcommand)]
enum Act {
    Promise(PromiseArgs),
}

/// Say which scenario was decided for; it is played from the book of that day, and what it lets expect is kept
#[derive(clap::Args)]
struct PromiseArgs {
    /// The name of a scenario that is kept under Decide; the plan that counts there where not given
    #[arg(requires = "split")]
    scenario: Option<String>,
    /// The day from which the roles were split
    #[arg(long, requires = "scenario")]
    split: Option<NaiveDate>,
    /// Cost that the inside channel shall save, as a share of it, such as 0.3
    #[arg(long, requires = "inside_loss")]
    inside_saving: Option<f64>,
    /// Recurring revenue a year that it may lose, as a share of it, such as 0.02
    #[arg(long, requires = "inside_saving")]
    inside_loss: Option<f64>,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let (app, actor) = (open(database).await?, Actor::operator());
    if let Some(Act::Promise(new)) = args.act {
        let scenario = match new.scenario.as_deref().zip(new.split) {
            Some((name, split)) => Some((id_of(&app, &actor, name).await?, split)),
            None => None,
        };
        let inside = new.inside_saving.zip(new.inside_loss);
        scorecard::promise(&app, &actor, NewPromise { scenario, inside }).await?;
    }
    let view = scorecard::view(&app, &actor).await?;
    if args.json {
        print_json(&view)?;
    } else {
        print(&view, args.language);
    }
    Ok(ExitCode::SUCCESS)
}

async fn id_of(app: &tandem_app::App, actor: &Actor, name: &str) -> anyhow::Result<i64> {
    let scenarios = scorecard::view(app, actor).await?.scenarios;
    let found = scenarios.iter().find(|one| one.name == name);
    found.and_then(|one| one.id.parse().ok()).ok_or_else(|| {
        let names: Vec<&str> = scenarios.iter().map(|one| one.name.as_str()).collect();
        anyhow::anyhow!("there is no scenario `{name}`: there are {}", names.join(", "))
    })
}

fn said(told: &Sentence, language: Language) -> &str {
    if language == Language::En { &told.text } else { &told.text_zh_hant }
}

fn print(view: &ScorecardView, language: Language) {
    match &view.promise {
        Some(promise) => say!(
            "As of {}: {} months since the split on {}, against `{}`.",
            view.as_of,
            view.months,
            promise.split,
            promise.scenario
        ),
        None => say!(
            "As of {}. Nobody has said yet which plan was decided for: `tandem scorecard promise SCENARIO --split DAY`.",
            view.as_of
        ),
    }
    view.lines.iter().for_each(|line: &LineView| say!("- {}", said(&line.told, language)));
    view.handed_over.iter().for_each(|one| say!("- {}", said(&one.told, language)));
    view.inside.iter().flat_map(|inside| &inside.told).for_each(|told| say!("- {}", said(told, language)));
    if let Some(pairs) = view.pairs.as_ref().filter(|pairs| !pairs.pairs.is_empty()) {
        let share = |share: Option<f64>| share.map_or("-".to_owned(), table::percent);
        let row = |pair: &PairView| {
            vec![
                pair.hunter.name.clone(),
                pair.account_manager.as_ref().map_or("-".to_owned(), |one| one.name.clone()),
                pair.handoffs.to_string(),
                share(pair.to_paired),
                share(pair.met),
                pair.brief_rating.map_or("-".to_owned(), |rating| format!("{rating:.1}")),
            ]
        };
        let rows: Vec<Vec<String>> = pairs.pairs.iter().map(row).collect();
        let headings = ["hunter", "account manager", "handoffs", "to the pair", "met together", "brief"];
        say!("\n{}", table::text(&headings, &rows).trim_end());
    }
    if !view.warnings.is_empty() {
        say!("");
    }
    view.warnings.iter().for_each(|one| say!("! {} ({})", said(&one.told, language), one.seller.name));
    let counts: Vec<String> = view
        .warning_counts
        .iter()
        .map(|one| format!("{} {}", one.count, one.act.replace('_', " ")))
        .collect();
    if !counts.is_empty() {
        say!("\nIn all: {}.", counts.join(", "));
    }
}
