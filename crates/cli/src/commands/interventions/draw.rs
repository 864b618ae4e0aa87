//! `tandem interventions draw`: who begins and who is compared, by lot, as a document to be started.
use super::plan::outcome;
use crate::say::say;
use anyhow::anyhow;
use chrono::NaiveDate;
use std::path::PathBuf;
use tandem_core::interventions::{Aim, Assigned, Compared, Intervention, Kind, State, Who, read, write};
use tandem_engines::effects::pilot::lots::{Rollout, draw};

/// Draw who begins and who is compared, within strata, and print the draft of the document
#[derive(clap::Args)]
pub struct Args {
    /// Who there is: the people of this panel, with their strata
    #[arg(long)]
    panel: PathBuf,
    /// What it is called
    #[arg(long, default_value = "Pilot")]
    name: String,
    /// training, incentive or management
    #[arg(long)]
    kind: String,
    /// The measure of the diagnosis that it is aimed at
    #[arg(long, default_value = "crowd_out")]
    aim: String,
    /// What is counted; what the aim usually asks for where not given
    #[arg(long)]
    outcome: Option<String>,
    /// The change that is expected, per person and month
    #[arg(long, allow_negative_numbers = true)]
    expected: f64,
    /// The first day
    #[arg(long)]
    start: NaiveDate,
    /// Whole months that count
    #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u8).range(1..=60))]
    months: u8,
    /// Let everybody begin, in so many steps; without it half begin and half are compared
    #[arg(long, value_parser = clap::value_parser!(u8).range(2..=12))]
    steps: Option<u8>,
    /// Months between steps
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=12))]
    months_apart: u8,
    /// The seed of the lots; write it down, so that they can be drawn again
    #[arg(long)]
    seed: u64,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let panel = super::panel(&args.panel)?;
    let people: Vec<(String, Option<String>)> =
        panel.people.iter().map(|person| (person.person.clone(), person.stratum.clone())).collect();
    let rollout = args.steps.map_or(Rollout::Half, |steps| Rollout::Steps {
        steps: usize::from(steps),
        months_apart: i32::from(args.months_apart),
    });
    let lots = draw(&people, rollout, args.start, args.seed);
    let aim: Aim = args.aim.parse()?;
    let kind: Kind = args.kind.parse()?;
    let outcome = args.outcome.as_deref().map(outcome).transpose()?.unwrap_or_else(|| aim.usual_outcome());
    let draft = Intervention {
        name: args.name.clone(),
        kind,
        aim,
        outcome,
        start: args.start,
        end: Intervention::first_month(args.start).plus(i32::from(args.months) - 1).last_day(),
        settle_months: 0,
        baseline_months: 12,
        assigned: Assigned::Drawn,
        people: Who::These(lots.people),
        compared: if lots.compared.is_empty() {
            Compared::EverybodyElse
        } else {
            Compared::These(lots.compared)
        },
        expected: args.expected,
        because: Some(format!("Lots were drawn with seed {}.", args.seed)),
        state: State::Draft,
        baseline: None,
        verdict: None,
    };
    let text = write::write(&draft);
    // What cannot be is told by the reader, as of any document.
    read(&text).map_err(|refusals| {
        let reasons: Vec<String> = refusals.into_iter().map(|refusal| refusal.reason).collect();
        anyhow!("this cannot be drawn: {}", reasons.join("; "))
    })?;
    say!("{}", text.trim_end());
    Ok(())
}
