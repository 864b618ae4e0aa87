//! `tandem simulate search`: which mix of roles and which timing is worth most, and what is as good.
use super::table::{self, dollars};
use super::{Effort, described, print, print_json, read};
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use tandem_engines::simulate::plan::TIMINGS;
use tandem_engines::simulate::search::runs_expected;
use tandem_engines::simulate::{Budget, Found, Judged, MODEL, Plan, search};

/// Search all mixes of at most so many seats and the timings of handoffs; everything else is as in the scenario
#[derive(clap::Args)]
pub struct Args {
    /// The scenario (YAML or JSON); its team and its rule of handoffs are replaced
    scenario: PathBuf,
    /// Seats at most
    #[arg(long, value_parser = clap::value_parser!(u8).range(2..=60))]
    seats: u8,
    #[command(flatten)]
    effort: Effort,
}

/// Seeds that the best plans are judged on where not given.
const SEEDS_USUAL: u32 = 64;

pub fn run(args: &Args, cancel: &AtomicBool) -> anyhow::Result<()> {
    let scenario = read(&args.scenario)?;
    let seeds = args.effort.seeds.unwrap_or(SEEDS_USUAL);
    if seeds < 8 {
        anyhow::bail!("a search cannot judge on {seeds} seeds: give --seeds 8 or more");
    }
    let budget = Budget {
        seats_max: usize::from(args.seats),
        seeds: seeds as usize,
        first_seed: args.effort.first_seed,
    };
    let expected = runs_expected(&budget);
    let found = args.effort.watched(expected, cancel, |watch| search(&scenario, &budget, watch))?;
    if args.effort.json {
        return print_json(&json!({
            "model": MODEL,
            "scenario": scenario.changed(),
            "seats": args.seats,
            "judged_on": seeds,
            "tried": found.tried,
            "runs": found.runs,
            "preferred": found.plans.first(),
            "plans": found.plans,
        }));
    }
    let mut text = format!("model {MODEL}; {}\n", described(&scenario));
    let (tried, seats) = (found.tried, args.seats);
    writeln!(text, "{tried} plans of at most {seats} seats tried, the best judged on {seeds} seeds\n")?;
    text.push_str(&plans(&found));
    print(&text)
}

const NOTE: &str = "
G generalists, H hunters, AM field account managers, then inside account managers; weeks from signing to handoff for small / mid /
enterprise customers. `behind` is the NPV missing to the best plan, seed by seed, and `se` its standard error.
";

fn plans(found: &Found) -> String {
    let headings = [
        "",
        "G / H / AM / inside",
        "handoff after",
        "NPV",
        "behind",
        "se",
        "NPV operating",
        "ARR",
        "won",
        "handoffs",
        "cost",
    ];
    let rows: Vec<Vec<String>> = found.plans.iter().enumerate().map(row).collect();
    let ties = found.plans.iter().filter(|judged| judged.tie).count();
    let preferred = found.plans.first().map_or_else(String::new, |first| sentence(first, ties));
    format!("{}{NOTE}\n{preferred}\n", table::text(&headings, &rows))
}

fn row((at, judged): (usize, &Judged)) -> Vec<String> {
    let mark = match (at, judged.tie) {
        (0, _) => "preferred",
        (_, true) => "tie",
        _ => "",
    };
    vec![
        mark.to_owned(),
        judged.plan.team.map(|seats| seats.to_string()).join(" / "),
        timing(&judged.plan),
        dollars(judged.npv),
        dollars(judged.behind),
        dollars(judged.behind_se),
        dollars(judged.npv_operating),
        dollars(judged.arr),
        format!("{:.1}", judged.logos),
        format!("{:.1}", judged.handoffs),
        dollars(judged.cost),
    ]
}

fn timing(plan: &Plan) -> String {
    if plan.is_one_role() { "-".to_owned() } else { plan.weeks.map(|weeks| weeks.to_string()).join(" / ") }
}

fn sentence(preferred: &Judged, ties: usize) -> String {
    let plan = &preferred.plan;
    let what = if plan.is_one_role() {
        format!("{} generalists in one role", plan.team[0])
    } else {
        format!("hunters {}, account managers {}, inside {}", plan.team[1], plan.team[2], plan.team[3])
    };
    let why = match ties {
        1 => "nothing else that was judged comes close".to_owned(),
        _ => format!(
            "{ties} plans cannot be told apart or are within 1 % of the best; of these it has the fewest handoffs, then the lowest cost"
        ),
    };
    let tried = TIMINGS.map(|weeks| weeks.to_string()).join(", ");
    format!("Preferred: {what}: {why}. Timings tried: {tried} weeks.")
}
