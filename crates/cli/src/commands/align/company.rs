//! `tandem align draft`, `show` and `adopt`: alignments of the company's own record, without a browser.
use crate::commands::{open, print_json};
use crate::say::say;
use anyhow::{Context, anyhow};
use chrono::NaiveDate;
use std::process::ExitCode;
use tandem_app::Actor;
use tandem_app::alignments::{self, Adopt, AlignmentView, NewAlignment, ProposalLine, Worker};
use tandem_core::alignments::Scope;

/// Draft an alignment from the company's record and find proposals for it
#[derive(clap::Args)]
pub struct DraftArgs {
    /// What people call it
    name: String,
    /// Only the units of account managers, and what hunters hand over; all units otherwise
    #[arg(long)]
    kept: bool,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Show an alignment with what the data lack and its proposals; all alignments where none is named
#[derive(clap::Args)]
pub struct ShowArgs {
    /// Its number
    id: Option<i64>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Adopt a proposal from a day on, with every handoff that it implies; without `--because` only say what would happen
#[derive(clap::Args)]
pub struct AdoptArgs {
    /// The number of the alignment
    id: i64,
    /// Which proposal: balanced, even, near or steady
    proposal: String,
    /// The first day
    #[arg(long)]
    from: NaiveDate,
    /// Why: everybody concerned reads it
    #[arg(long)]
    because: Option<String>,
}

pub async fn draft(args: &DraftArgs, database: &str) -> anyhow::Result<ExitCode> {
    let (app, actor) = (open(database).await?, Actor::operator());
    let scope = if args.kept { Scope::Kept } else { Scope::All };
    let id = alignments::create(&app, &actor, NewAlignment { name: args.name.clone(), scope }).await?;
    alignments::start(&app, &actor, id).await?;
    let worker = Worker::new(app.clone(), format!("command/{}", std::process::id()));
    while worker.work().await? {}
    print(&alignments::show(&app, &actor, id).await?, args.json)
}

pub async fn show(args: &ShowArgs, database: &str) -> anyhow::Result<ExitCode> {
    let (app, actor) = (open(database).await?, Actor::operator());
    if let Some(id) = args.id {
        return print(&alignments::show(&app, &actor, id).await?, args.json);
    }
    let all = alignments::list(&app, &actor).await?;
    if args.json {
        print_json(&all)?;
        return Ok(ExitCode::SUCCESS);
    }
    if all.items.is_empty() {
        say!("There is no alignment yet: draft one with `tandem align draft NAME`.");
    }
    for line in &all.items {
        let since = line.effective.map_or_else(String::new, |day| format!(", from {day} on"));
        say!("{}  {}  {}{since}, {} proposals", line.id, line.name, line.state, line.proposal_count);
    }
    Ok(ExitCode::SUCCESS)
}

pub async fn adopt(args: &AdoptArgs, database: &str) -> anyhow::Result<ExitCode> {
    let (app, actor) = (open(database).await?, Actor::operator());
    let preview = alignments::preview(&app, &actor, args.id, &args.proposal).await?;
    let Some(because) = args.because.clone() else {
        say!(
            "{} handoffs would be proposed and {} hunters paired from {} on; {} units get their first owner, {} pass on already.",
            preview.handoffs,
            preview.pairs.len(),
            args.from,
            preview.given.len(),
            preview.under_way.len()
        );
        for change in &preview.changed {
            say!("Changed since it was solved: {} {}", change.what, change.name);
        }
        say!("Nothing was done: say why with `--because` to adopt it.");
        return Ok(ExitCode::SUCCESS);
    };
    let adopt = Adopt {
        proposal: args.proposal.clone(),
        proposal_version: preview.proposal_version,
        version: preview.version,
        effective: args.from,
        because,
    };
    let handoffs = alignments::adopt(&app, &actor, args.id, adopt).await?;
    say!("Adopted from {} on; {handoffs} handoffs are proposed.", args.from);
    Ok(ExitCode::SUCCESS)
}

fn print(view: &AlignmentView, json: bool) -> anyhow::Result<ExitCode> {
    if json {
        print_json(view)?;
        return Ok(ExitCode::SUCCESS);
    }
    say!("{}  {}  {}", view.line.id, view.line.name, view.line.state);
    if let Some(cannot) = &view.cannot {
        say!("{}", cannot.en);
    }
    for skill in &view.skills {
        say!(
            "Skill: {}, needed by {} units, {} account managers have it",
            skill.name,
            skill.units,
            skill.keepers
        );
    }
    for problem in &view.problems {
        let first: Vec<&str> = problem.first.iter().take(3).map(|one| one.name.as_str()).collect();
        say!("{}", lacking(problem.lack, problem.count, &first.join(", ")));
    }
    if let Some(error) = view.solve.as_ref().and_then(|solve| solve.error.as_deref()) {
        return Err(anyhow!("{error}")).context("no proposal was found");
    }
    view.proposals.iter().for_each(|line| say!("{}", sentence(line, view)));
    Ok(ExitCode::SUCCESS)
}

fn lacking(what: &str, count: usize, first: &str) -> String {
    match what {
        "skill_nobody" => format!("Skills: no account manager has {first}"),
        "skill_unneeded" => format!("Skills: no unit needs {first}"),
        _ => format!("Data: {count} without {what} ({first})"),
    }
}

fn sentence(line: &ProposalLine, view: &AlignmentView) -> String {
    let currency = &view.currency;
    let of = &line.figures;
    let lacking = match of.skills_lacking[1] {
        _ if view.skills.is_empty() => String::new(),
        units => format!("; {units} units with somebody who lacks a skill (now {})", of.skills_lacking[0]),
    };
    format!(
        "{}: {} units move ({:.0} {currency}), {} come from hunters; {} people out of their hours (now {}); {:.0} km (now {:.0}){lacking}; at most {:.2} % from the best",
        line.key,
        of.moved,
        of.moved_arr,
        of.handed,
        of.outside_hours[1],
        of.outside_hours[0],
        of.km[1],
        of.km[0],
        100.0 * line.gap
    )
}
