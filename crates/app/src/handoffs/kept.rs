//! Opportunities that the giver kept until a day: when the day has come they pass to whoever owns the unit then.
use super::evidence::Evidence;
use super::saved;
use crate::events::Event;
use crate::{Actor, App, Result};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_store::{handoffs as store, mass, opportunities};

/// Passes every opportunity on whose day has come; returns how many. What is over, or somebody else's by now, stays.
pub async fn pass_kept(app: &App) -> Result<usize> {
    let today = app.clock.today();
    let mut last: BTreeMap<i64, (i64, i64, Evidence)> = BTreeMap::new();
    for (opportunity, unit, giver, document) in store::kept(&app.db).await? {
        last.insert(opportunity, (unit, giver, saved::read(&document)?));
    }
    let due: Vec<(i64, i64, i64)> = last
        .into_iter()
        .filter_map(|(opportunity, (unit, giver, said))| match said {
            Evidence::Opportunity { keep_until: Some(until), .. } if until <= today => {
                Some((opportunity, unit, giver))
            }
            _ => None,
        })
        .collect();
    if due.is_empty() {
        return Ok(0);
    }
    let (program, app_) = (Actor { name: "program".to_owned(), ..Actor::operator() }, app.clone());
    let passed = app.db.write(move |tx| {
        Box::pin(async move {
            let units: Vec<i64> = due.iter().map(|(_, unit, _)| *unit).collect();
            let owners: BTreeMap<i64, i64> =
                mass::owners_within(tx, &units, today).await?.into_iter().collect();
            let mut passed = 0;
            for (opportunity, unit, giver) in due {
                let Some(owner) = owners.get(&unit).copied().filter(|owner| *owner != giver) else {
                    continue;
                };
                if opportunities::give_kept(tx, opportunity, giver, owner).await? {
                    let data = json!({"from": giver, "to": owner, "unit": unit, "why": "kept_until"});
                    Event::new(&app_, &program, "opportunity.passed", "opportunity", data)
                        .append(tx, opportunity)
                        .await?;
                    passed += 1;
                }
            }
            Ok(passed)
        })
    });
    Ok(passed.await?)
}
