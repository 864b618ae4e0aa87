//! Looking at what a mass handoff would do. Nothing is written; a run does exactly what this says, or refuses because it would be something else.
use super::gather::{Gathered, gather};
use super::views::{self, MassPreview};
use super::{MassRequest, party};
use crate::handoffs::people::{self, Sellers};
use crate::handoffs::playbooks;
use crate::{Actor, App, Error, Result};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use tandem_core::handoffs::REASON_LETTERS_MAX;
use tandem_core::handoffs::acts::Party;
use tandem_core::handoffs::mass::{MassPlan, Preview, preview};
use tandem_core::handoffs::receivers::{NEW_DAYS, Terms, Weights};
use tandem_core::ids::SellerId;
use tandem_core::languages::Words;
use tandem_core::playbooks::shipped;

/// A preview with what it was made from.
pub(super) struct Looked {
    /// As whom the actor would do it.
    pub party: Party,
    /// Everybody who sells.
    pub people: Sellers,
    /// What was read.
    pub gathered: Gathered,
    /// What would happen.
    pub found: Preview,
    /// What a run names, so that it does what was seen.
    pub seen: String,
    /// The day.
    pub today: NaiveDate,
}

/// What would happen.
pub async fn look(app: &App, actor: &Actor, request: &MassRequest) -> Result<MassPreview> {
    let looked = looked(app, actor, request).await?;
    views::preview(app, &looked).await
}

/// The same with what it was made from.
pub(super) async fn looked(app: &App, actor: &Actor, request: &MassRequest) -> Result<Looked> {
    let (today, people) = (app.clock.today(), people::all(app).await?);
    let seller = match &request.cause {
        super::MassCause::Leaver { seller, .. } => Some(seller.0),
        super::MassCause::Alignment { .. } => None,
    };
    let party = party(actor, &people, seller)?;
    let playbook = shipped(&request.playbook).ok_or_else(playbooks::missing)?;
    if request.reason.as_ref().is_some_and(|reason| reason.chars().count() > REASON_LETTERS_MAX) {
        return Err(Error::Unusable(Words::new(
            format!("The reason has more than {REASON_LETTERS_MAX} letters: shorten it."),
            format!("理由超過 {REASON_LETTERS_MAX} 個字：請縮短。"),
        )));
    }
    let gathered = gather(app, &people, request, today).await?;
    let countries = gathered.workdays.countries(gathered.candidates.iter().map(|one| one.seller));
    // The giver of each unit takes the place of this one.
    let terms = Terms {
        day: today,
        giver: SellerId(0),
        role: request.role,
        new_days: NEW_DAYS,
        weights: Weights::USUAL,
    };
    let found = preview(&MassPlan {
        cause: &gathered.cause,
        units: &gathered.units,
        candidates: &gathered.candidates,
        terms: &terms,
        playbook: &playbook,
        countries: &countries,
        calendars: &gathered.workdays.calendars,
        incentives: &gathered.incentives,
        day: today,
    });
    let seen = print_of(&found, request)?;
    Ok(Looked { party, people, gathered, found, seen, today })
}

/// A short text that is another one where anything else would happen; the words of the reason may still change.
fn print_of(found: &Preview, request: &MassRequest) -> Result<String> {
    let request = MassRequest { reason: None, ..request.clone() };
    let text = serde_json::to_vec(&(&found.units, &request));
    let text = text.map_err(|error| Error::Conflict(format!("the preview cannot be compared: {error}")))?;
    Ok(Sha256::digest(&text).iter().take(12).map(|byte| format!("{byte:02x}")).collect())
}
