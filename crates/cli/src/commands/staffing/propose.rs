//! `tandem staffing propose`: the best assignment of people to roles, or what another role of one person would cost.
use super::Language;
use crate::commands::print_json;
use crate::commands::simulate::table;
use crate::say::say;
use anyhow::anyhow;
use std::path::PathBuf;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{Alternative, Objective, Proposal, Request, alternatives, propose, read};

/// Propose who has which role: the best assignment, exactly, for three objectives side by side or for one
#[derive(clap::Args)]
pub struct Args {
    /// Seats by role, weights, and people with how they suit each role, as YAML or JSON
    file: PathBuf,
    /// What it shall be the best for: balanced, wishes or continuity; all three where absent
    #[arg(long)]
    objective: Option<Objective>,
    /// Say what every other role of this person would cost
    #[arg(long)]
    person: Option<String>,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let request =
        read(&super::text_of(&args.file)?).map_err(|refusals| super::refused(&args.file, &refusals))?;
    let objectives = args.objective.map_or_else(|| Objective::ALL.to_vec(), |one| vec![one]);
    let proposals: Vec<Proposal> = objectives.iter().map(|objective| propose(&request, *objective)).collect();
    match &args.person {
        Some(person) => other_roles(args, &request, &proposals, person),
        None if args.json => print_json(&proposals),
        None => {
            print(args, &request, &proposals);
            Ok(())
        }
    }
}

fn role(role: Option<SellerRole>, language: Language) -> String {
    role.map_or_else(|| "-".to_owned(), |role| language.of(&role.words()).to_owned())
}

static PERSON: Words = Words::fixed("person", "人員");
static NOW: Words = Words::fixed("now", "目前");
static LOCKED: Words = Words::fixed(" (locked)", "（鎖定）");
static ADVICE: Words = Words::fixed(
    "It is advice: what is known of fit predicts little, and managers lock and decide. `--person ID` says what another role would cost.",
    "這是建議：適性的預測力有限，由主管鎖定與決定。`--person ID` 說明改任其他角色的代價。",
);

fn print(args: &Args, request: &Request, proposals: &[Proposal]) {
    let titles: Vec<String> =
        proposals.iter().map(|proposal| args.language.of(&proposal.objective.words()).to_owned()).collect();
    let mut headings = vec![args.language.of(&PERSON), args.language.of(&NOW)];
    headings.extend(titles.iter().map(String::as_str));
    let row = |(at, person): (usize, &tandem_core::staffing::Person)| {
        let name = person.name.clone().unwrap_or_else(|| person.id.clone());
        let mut cells = vec![name, role(person.now, args.language)];
        cells.extend(proposals.iter().map(|proposal| {
            let placed = &proposal.people[at];
            let sign = if placed.locked {
                args.language.of(&LOCKED)
            } else if placed.changes {
                " *"
            } else {
                ""
            };
            format!("{}{sign}", role(placed.role, args.language))
        }));
        cells
    };
    let rows: Vec<Vec<String>> = request.people.iter().enumerate().map(row).collect();
    say!("{}", table::text(&headings, &rows));
    proposals.iter().for_each(|proposal| say!("{}", args.language.of(&sum(proposal))));
    say!("\n{}", args.language.of(&ADVICE));
}

/// What a proposal comes to.
fn sum(proposal: &Proposal) -> Words {
    let hire = proposal.to_hire.iter().map(|(role, seats)| {
        let role = role.words();
        Words::new(format!("{seats} {}", role.en), format!("{} {seats} 人", role.zh))
    });
    let hire: Vec<Words> = hire.collect();
    let hire = if hire.is_empty() { Words::fixed("nobody", "無") } else { Words::listed(&hire) };
    let (title, total, changes) = (proposal.objective.words(), proposal.total, proposal.changes);
    Words::new(
        format!("{}: {total} points, {changes} change their role (*), to hire: {}", title.en, hire.en),
        format!("{}：{total} 分，{changes} 人改變角色（*），需招募：{}", title.zh, hire.zh),
    )
}

fn other_roles(args: &Args, request: &Request, proposals: &[Proposal], person: &str) -> anyhow::Result<()> {
    if !request.people.iter().any(|one| one.id == person) {
        return Err(anyhow!("`{person}` is not among the people: give the id of one of them"));
    }
    let found: Vec<_> = proposals
        .iter()
        .map(|proposal| (proposal.objective, alternatives(request, proposal, person)))
        .collect();
    if args.json {
        return print_json(&found);
    }
    for (objective, others) in found {
        let title = objective.words();
        say!("{}", args.language.of(&Words::new(format!("{}:", title.en), format!("{}：", title.zh))));
        others.iter().for_each(|other| say!("{}", args.language.of(&cost(other))));
    }
    Ok(())
}

/// What another role would cost.
fn cost(other: &Alternative) -> Words {
    let (role, cost, with) = (other.role.words(), other.cost, other.others.join(", "));
    let close = if other.close {
        Words::fixed("; too close to call", "；差距太小，無法判斷")
    } else {
        Words::same("")
    };
    let with = if with.is_empty() {
        Words::same("")
    } else {
        Words::new(format!("; changes with it: {with}"), format!("；連帶改變：{with}"))
    };
    Words::new(
        format!("  as {}: {cost} points less{}{}", role.en, close.en, with.en),
        format!("  改任{}：少 {cost} 分{}{}", role.zh, close.zh, with.zh),
    )
}
