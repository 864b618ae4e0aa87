//! `tandem staffing ready`: who is ready for a role, and what is still to be learned.
use super::Language;
use crate::commands::print_json;
use crate::say::say;
use anyhow::anyhow;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use tandem_core::competencies::{Assessment, Readiness, fault, readiness};
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;

/// Say who is ready for a role: by the manager's word and by evidence, never by the person's alone
#[derive(clap::Args)]
pub struct Args {
    /// One person a line: {"person": "ana", "assessments": [{"competency": "renew", "source": "manager", "level": 3, "on": "2026-05-01",
    /// "because": "Led two."}]}; sources: self, manager, evidence
    file: PathBuf,
    /// The role: hunter, account_manager or inside_account_manager
    #[arg(long)]
    role: SellerRole,
    /// On which day; assessments count for a year
    #[arg(long)]
    as_of: NaiveDate,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// What is said of a person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    person: String,
    assessments: Vec<Assessment>,
}

#[derive(Serialize)]
struct Told<'s> {
    person: &'s str,
    readiness: Readiness,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let all: Vec<Said> = super::lines_of(&args.file)?;
    for said in &all {
        if let Some(fault) = said.assessments.iter().find_map(|one| fault(one, args.as_of)) {
            return Err(anyhow!("`{}`: {}", said.person, args.language.of(&fault)));
        }
    }
    let told: Vec<Told> = all
        .iter()
        .map(|said| Told {
            person: &said.person,
            readiness: readiness(args.role, &said.assessments, args.as_of),
        })
        .collect();
    if args.json {
        return print_json(&told);
    }
    for Told { person, readiness } in &told {
        let is = match readiness.ready {
            Some(true) => Words::fixed("ready", "已就緒"),
            Some(false) => Words::fixed("not ready yet", "尚未就緒"),
            None => Words::fixed("cannot tell: too little was assessed", "無法判斷：評估不足"),
        };
        let told = Words::new(format!("{person}: {}", is.en), format!("{person}：{}", is.zh));
        say!("{}", args.language.of(&told));
        readiness.gaps.iter().for_each(|gap| say!("  {}", args.language.of(gap)));
        for one in readiness.standings.iter().filter(|one| one.talk) {
            let told = Words::new(
                format!("  {}: the person and the manager should talk about it", one.title.en),
                format!("  {}：本人與主管看法差距大，應面談", one.title.zh),
            );
            say!("{}", args.language.of(&told));
        }
    }
    Ok(())
}
