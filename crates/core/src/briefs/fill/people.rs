//! People of the record as lines, under the field of each of their roles.
use super::{PEOPLE_FRESH_DAYS, Pen, Stakeholder, UnitRecord};
use crate::briefs::{Field, Mark};
use crate::languages::Words;
use crate::stakeholders::{ContactRole, Stance, Style};
use chrono::Days;

pub(super) fn write(record: &UnitRecord, pen: &mut Pen) {
    for person in &record.stakeholders {
        let fresh = person.last_seen.and_then(|seen| seen.checked_add_days(Days::new(PEOPLE_FRESH_DAYS)));
        let mark = if fresh.is_some_and(|until| until >= pen.day) { Mark::Data } else { Mark::ToConfirm };
        let mut fields: Vec<Field> = person.roles.iter().filter_map(|role| field(*role)).collect();
        fields.sort_unstable();
        fields.dedup();
        fields.into_iter().for_each(|field| pen.write(field, mark, text(person)));
    }
}

fn field(role: ContactRole) -> Option<Field> {
    match role {
        ContactRole::Champion => Some(Field::Champion),
        ContactRole::EconomicBuyer => Some(Field::EconomicBuyer),
        ContactRole::TechnicalAdmin => Some(Field::TechnicalLead),
        ContactRole::ProgramContact | ContactRole::DailyContact => Some(Field::DailyContact),
        ContactRole::RenewalOwner => Some(Field::RenewalOwner),
        ContactRole::Billing => Some(Field::Billing),
        ContactRole::Detractor => Some(Field::Detractors),
        ContactRole::User => None,
    }
}

fn text(person: &Stakeholder) -> Words {
    let (stance, style) = (stance(person.stance), style(person.style));
    let (mut en, mut zh) = (person.name.clone(), person.name.clone());
    for words in [stance, style].into_iter().flatten() {
        en.push_str(&format!(", {}", words.en));
        zh.push_str(&format!("，{}", words.zh));
    }
    if let Some(aim) = &person.aim {
        en.push_str(&format!(", wants: {aim}"));
        zh.push_str(&format!("，目標：{aim}"));
    }
    if let Some(seen) = person.last_seen {
        en.push_str(&format!(", last contact {seen}"));
        zh.push_str(&format!("，最近聯繫 {seen}"));
    }
    Words::new(en, zh)
}

fn stance(stance: Stance) -> Option<Words> {
    match stance {
        Stance::Supporter => Some(Words::fixed("speaks for us", "支持我們")),
        Stance::Neutral => Some(Words::fixed("neutral", "中立")),
        Stance::Opponent => Some(Words::fixed("speaks against us", "反對我們")),
        Stance::Unknown => None,
    }
}

fn style(style: Style) -> Option<Words> {
    match style {
        Style::Direct => Some(Words::fixed("likes it short", "喜歡直截了當")),
        Style::Analytical => Some(Words::fixed("likes figures", "重視數據")),
        Style::Personal => Some(Words::fixed("likes to talk", "重視人情")),
        Style::Orderly => Some(Words::fixed("likes a plan", "重視計畫")),
        Style::Unknown => None,
    }
}
