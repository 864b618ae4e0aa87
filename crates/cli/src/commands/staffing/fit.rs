//! `tandem staffing fit`: profiles from answers and from the record.
use super::Language;
use crate::commands::print_json;
use crate::say::say;
use anyhow::anyhow;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;
use tandem_core::fit::{ITEMS, Observed, Profile, SCALES, Shrunk, profile, shrink_known};
use tandem_core::languages::Words;

/// Score who suits hunting and keeping: answers to the questionnaire beside what the record shows, with how sure that is
#[derive(clap::Args)]
pub struct Args {
    /// One person a line: {"person": "ana", "answers": {"p1": 4}, "hunting": {"mean": 0.4, "variance": 0.01}, "keeping": null}
    #[arg(required_unless_present = "questionnaire")]
    file: Option<PathBuf>,
    /// Print the questionnaire with origin and licence of its scales instead
    #[arg(long)]
    questionnaire: bool,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

static LITTLE: Words = Words::fixed(
    "Scales predict the success of sellers little (r about .30). This describes; it decides nothing.",
    "量表對業務成效的預測力有限（r 約 .30）。本結果僅供描述，不作任何決定。",
);

/// What is known of a person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    person: String,
    #[serde(default)]
    answers: BTreeMap<String, u8>,
    hunting: Option<Rate>,
    keeping: Option<Rate>,
}

/// A rate with its variance.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rate {
    mean: f64,
    variance: f64,
}

#[derive(Serialize)]
struct Told<'k> {
    person: &'k str,
    profile: Profile,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let Some(file) = args.file.as_ref().filter(|_| !args.questionnaire) else {
        questionnaire(args.language);
        return Ok(());
    };
    let all: Vec<Known> = super::lines_of(file)?;
    for known in &all {
        if let Some(wrong) = known.answers.iter().find(|(id, answer)| is_wrong(id, **answer)) {
            return Err(anyhow!(
                "`{}`: `{}: {}` is no answer: items are those of --questionnaire, answers 1 to 5",
                known.person,
                wrong.0,
                wrong.1
            ));
        }
    }
    let (hunting, keeping) = (shrunk(&all, |known| known.hunting), shrunk(&all, |known| known.keeping));
    let told: Vec<Told> = all
        .iter()
        .zip(hunting.into_iter().zip(keeping))
        .map(|(known, (hunting, keeping))| Told {
            person: &known.person,
            profile: profile(&known.answers, &BTreeMap::new(), hunting, keeping),
        })
        .collect();
    if args.json {
        return print_json(&told);
    }
    told.iter().for_each(|one| print(one, args.language));
    say!("{}", args.language.of(&LITTLE));
    Ok(())
}

fn is_wrong(id: &str, answer: u8) -> bool {
    !(1..=5).contains(&answer) || !ITEMS.iter().any(|item| item.id == id)
}

/// What the record shows of each, pulled towards all; people of whom it shows nothing are left out of that.
fn shrunk(all: &[Known], of: impl Fn(&Known) -> Option<Rate>) -> Vec<Option<Shrunk>> {
    let observed = |one: &Known| of(one).map(|Rate { mean, variance }| Observed { mean, variance });
    shrink_known(&all.iter().map(observed).collect::<Vec<_>>())
}

fn print(told: &Told, language: Language) {
    let Told { person, profile } = told;
    let (mean, low, high) = profile.difference;
    let leaning = profile.leaning.words();
    say!(
        "{}",
        language.of(&Words::new(
            format!(
                "{person}: {}; hunting less keeping {mean:+.2}, 80 % of the chance between {low:+.2} and {high:+.2}",
                leaning.en
            ),
            format!(
                "{person}：{}；開發減經營 {mean:+.2}，80 % 機率介於 {low:+.2} 與 {high:+.2}",
                leaning.zh
            ),
        ))
    );
    let (hunting, keeping) = (profile.hunting, profile.keeping);
    say!(
        "{}",
        language.of(&Words::new(
            format!(
                "  hunting {:+.2} (sd {:.2}), keeping {:+.2} (sd {:.2})",
                hunting.mean, hunting.sd, keeping.mean, keeping.sd
            ),
            format!(
                "  開發 {:+.2}（標準差 {:.2}），經營 {:+.2}（標準差 {:.2}）",
                hunting.mean, hunting.sd, keeping.mean, keeping.sd
            ),
        ))
    );
    for one in &profile.traits {
        if let (Some(answers), Some(z)) = (one.mean, one.z) {
            let (of, error) = (one.of.words(), one.error);
            say!(
                "{}",
                language.of(&Words::new(
                    format!("  {}: {answers:.1} of 5, {z:+.2} (standard error {error:.2})", of.en),
                    format!("  {}：{answers:.1}／5，{z:+.2}（標準誤 {error:.2}）", of.zh),
                ))
            );
        }
    }
}

fn questionnaire(language: Language) {
    for scale in SCALES {
        let (of, why) = (scale.of.words(), &scale.reliability);
        let (source, licence, alpha) = (scale.source, scale.licence, scale.alpha);
        say!(
            "{}",
            language.of(&Words::new(
                format!("{} ({source}; {licence}; reliability {alpha:.2}, {})", of.en, why.en),
                format!("{}（{source}；{licence}；信度 {alpha:.2}，{}）", of.zh, why.zh),
            ))
        );
        for item in ITEMS.iter().filter(|item| item.of == scale.of) {
            let turned =
                if item.is_reversed { Words::fixed(" (reversed)", "（反向）") } else { Words::same("") };
            say!("  {} {}{}", item.id, language.of(&item.text), language.of(&turned));
        }
    }
}
