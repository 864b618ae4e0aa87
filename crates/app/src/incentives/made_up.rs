//! What the demo company is made by: where something was sold lately, and what was paid for winning customers.
use super::facts::facts;
use super::look::look;
use crate::{App, Result};
use chrono::NaiveDate;
use tandem_core::incentives::{Kind, Movement, derived};

/// Units that grew or went on between two days: the unit, who owned it on the day, the day; each unit once, with the first.
pub async fn happened(app: &App, from: NaiveDate, to: NaiveDate) -> Result<Vec<(i64, i64, NaiveDate)>> {
    let mut all = Vec::new();
    for unit in facts(app, &[]).await?.units {
        let events = derived::events(&unit, to);
        let sold = |event: &&tandem_core::incentives::Event| {
            event.date >= from && matches!(event.movement, Movement::Expansion | Movement::Renewal)
        };
        let Some(event) = events.iter().find(sold) else { continue };
        let owner = unit.owners.iter().find(|(_, _, end)| end.is_none());
        // Who has owned it only since lately cannot have passed it on before.
        let owner = owner.filter(|(_, start, _)| *start + chrono::Days::new(60) < event.date);
        let ids = owner.map(|(owner, _, _)| (unit.unit.parse(), owner.parse()));
        if let Some((Ok(unit), Ok(owner))) = ids {
            all.push((unit, owner, event.date));
        }
    }
    Ok(all)
}

/// Events of new customers that were paid for, in order: the event, its unit, amount, currency.
pub async fn posted_new(app: &App) -> Result<Vec<(String, String, String, String)>> {
    let look = look(app).await?;
    let paid =
        |id: &str| look.ledger.iter().any(|posting| posting.kind == Kind::Earned && *posting.id.event == *id);
    let new = look.recorded.events.iter().filter(|event| event.movement == Movement::New && paid(&event.id));
    Ok(new
        .filter_map(|event| {
            let amount = event.amount?;
            Some((event.id.clone(), event.unit.clone(), amount.decimal_text(), amount.currency.to_string()))
        })
        .collect())
}
