//! Intervention -> text, as `read` takes it.
use super::document::{Compared, Intervention, Member, Who};
use serde_json::Value;
use std::fmt::Write;

/// The document in YAML.
pub fn write(of: &Intervention) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| _ = writeln!(text, "{name}: {value}");
    line("name", &quoted(&of.name));
    line("kind", of.kind.text());
    line("aim", of.aim.text());
    line("outcome", of.outcome.text());
    line("start", &of.start.to_string());
    line("end", &of.end.to_string());
    line("settle_months", &of.settle_months.to_string());
    line("baseline_months", &of.baseline_months.to_string());
    line("expected", &of.expected.to_string());
    if let Some(because) = &of.because {
        line("because", &quoted(because));
    }
    line("assigned", of.assigned.text());
    match &of.people {
        Who::Everybody => line("people", "everybody"),
        Who::These(members) => line("people", &listed(members)),
    }
    match &of.compared {
        Compared::EverybodyElse => line("compared", "everybody_else"),
        Compared::Nobody => line("compared", "nobody"),
        Compared::These(members) => line("compared", &listed(members)),
    }
    line("state", of.state.text());
    if let Some(baseline) = &of.baseline {
        let means: String =
            baseline.means.iter().map(|(person, mean)| format!("\n    {}: {mean}", quoted(person))).collect();
        line(
            "baseline",
            &format!(
                "\n  locked: {}\n  from: {}\n  to: {}\n  means:{means}",
                baseline.locked, baseline.from, baseline.to
            ),
        );
    }
    if let Some(verdict) = of.verdict {
        line("verdict", verdict.text());
    }
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn listed(members: &[Member]) -> String {
    members.iter().map(|member| format!("\n  - {}", shown(member))).collect()
}

fn shown(member: &Member) -> String {
    let person = quoted(&member.person);
    if member.from.is_none() && member.stratum.is_none() {
        return person;
    }
    let from = member.from.map_or(String::new(), |from| format!(", from: {from}"));
    let stratum =
        member.stratum.as_ref().map_or(String::new(), |name| format!(", stratum: {}", quoted(name)));
    format!("{{person: {person}{from}{stratum}}}")
}

/// In quotes as JSON has them, which YAML reads too, wherever text could be taken for something else.
fn quoted(text: &str) -> String {
    let plain = |letter: char| {
        letter.is_alphanumeric() || letter == ' ' || letter == '_' || letter == '-' || letter == '@'
    };
    let first = text.chars().next().is_some_and(char::is_alphabetic);
    let word = [
        "true",
        "false",
        "null",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "everybody",
        "nobody",
        "everybody_else",
    ];
    let is_word = word.contains(&text.to_lowercase().as_str());
    if first && !is_word && text.trim() == text && text.chars().all(plain) {
        return text.to_owned();
    }
    Value::String(text.to_owned()).to_string()
}
