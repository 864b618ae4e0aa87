//! Alignments: who has which unit, and which account manager every hunter works with. Drafted from the company's own record, solved by any node in the
//! background into several proposals, worked on by people, challenged by managers, adopted from a day on with the handoffs that it implies, and watched
//! afterwards. A manager sees of it what concerns those whom the manager leads.
mod adopt;
mod adoption;
mod challenges;
mod drafts;
mod drift;
mod proposals;
mod record;
mod show;
mod sight;
mod skills;
mod solve;
mod undo;
mod views;
mod work;
mod worker;

pub use adopt::{Adopt, adopt};
pub use adoption::{AdoptionPreview, HandoverRow, preview};
pub use challenges::{Answered, ChallengeView, NewChallenge, answer, challenge};
pub use drafts::{ChangedDraft, NewAlignment, change, create, delete};
pub use drift::{DriftPerson, DriftView, drift};
pub use proposals::{HeldView, ProposalView, UnitView, proposal};
pub use show::{AlignmentLine, AlignmentView, AlignmentsView, list, show};
pub use skills::{SkillChoices, SkillView};
pub use solve::{cancel, start};
pub use undo::undo;
pub use views::{ChangedView, PersonView, ProblemView, ProposalLine, SolveView};
pub use work::{WorkAct, Worked, work};
pub use worker::{Worker, work_until};

use crate::{App, Error, Result};
use tandem_core::alignments::{Input, Setup};
use tandem_core::languages::Words;
use tandem_engines::align::company::{Emphasis, Solved};
use tandem_store::alignments::{self as store, AlignmentRow, ProposalRow};

/// A document of this program as JSON.
fn text<T: serde::Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Invalid(error.to_string()))
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text)
        .map_err(|error| Error::Conflict(format!("an alignment cannot be read any more: {error}")))
}

async fn found(app: &App, id: i64) -> Result<AlignmentRow> {
    store::alignment(&app.db, id).await?.ok_or(Error::NotFound("alignment"))
}

async fn draft(app: &App, id: i64) -> Result<AlignmentRow> {
    let row = found(app, id).await?;
    if row.state == "draft" { Ok(row) } else { Err(adopted_already()) }
}

fn adopted_already() -> Error {
    Error::Refused(Words::fixed(
        "This alignment was adopted: make a new one to change it.",
        "此區域配置已採用：如需調整，請建立新的配置。",
    ))
}

fn overtaken() -> Error {
    Error::Refused(Words::fixed(
        "Somebody changed the alignment meanwhile: look at it again.",
        "此區域配置已被他人更改：請重新檢視。",
    ))
}

fn reasoned(reason: &str) -> Result<String> {
    let reason = reason.trim();
    if (1..=1_000).contains(&reason.chars().count()) {
        return Ok(reason.to_owned());
    }
    Err(Error::Unusable(Words::fixed(
        "Say why, in at most 1,000 letters: whoever is concerned reads it.",
        "請以 1,000 字以內說明原因：相關人員都會看到。",
    )))
}

/// A proposal with everything that it was made of.
struct Opened {
    alignment: AlignmentRow,
    row: ProposalRow,
    input: Input,
    setup: Setup,
    solved: Solved,
    emphasis: Emphasis,
}

async fn opened(app: &App, id: i64, emphasis: &str) -> Result<Opened> {
    let alignment = found(app, id).await?;
    let missing = || Error::NotFound("proposal");
    let row = store::proposal(&app.db, id, emphasis).await?.ok_or_else(missing)?;
    let (_, input, _) = store::input_of(&app.db, row.solve_id).await?.ok_or_else(missing)?;
    let emphasis = Emphasis::named(emphasis).ok_or_else(missing)?;
    let (setup, solved) = (read(&alignment.setup)?, read(&row.answer)?);
    Ok(Opened { input: read(&input)?, setup, solved, emphasis, alignment, row })
}
