//! A statement as rows of a file: one for each line and account.
use super::statement::statement;
use crate::{Actor, App, Result};
use tandem_core::subscriptions::Month;

/// The columns.
pub const HEADERS: [&str; 15] = [
    "period",
    "person",
    "date",
    "what",
    "kind",
    "component",
    "plan",
    "base",
    "rate",
    "account",
    "amount",
    "currency",
    "shared_with",
    "posting",
    "because",
];
/// The column of the amount, which is a number.
pub const AMOUNT: usize = 10;

/// The cells of a statement; reasons are in English, as files of the program are.
pub async fn cells(
    app: &App,
    actor: &Actor,
    person: Option<i64>,
    period: Option<Month>,
) -> Result<Vec<[String; 15]>> {
    let view = statement(app, actor, person, period).await?;
    let mut rows = Vec::new();
    for line in &view.lines {
        let because: Vec<&str> = line.because.iter().map(|words| &*words.en).collect();
        let others: Vec<String> =
            line.others.iter().map(|part| format!("{} {}", part.person.name, part.amount)).collect();
        for account in &line.accounts {
            rows.push([
                view.period.clone(),
                view.person.name.clone(),
                line.date.to_string(),
                line.what.en.to_string(),
                line.kind.to_owned(),
                line.component.clone(),
                line.plan.clone(),
                line.base.clone().unwrap_or_default(),
                line.rate.clone().unwrap_or_default(),
                account.account.to_owned(),
                account.amount.clone(),
                line.currency.clone(),
                others.join("; "),
                format!("{}/{}", line.event, line.number),
                because.join(" "),
            ]);
        }
    }
    Ok(rows)
}
