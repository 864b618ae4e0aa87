//! One handoff, whole: where it stands, its steps, its brief, its gates, and what the person may do.
use super::gates;
use super::moves::{self, Carrying};
use super::outlook::{self, Cast, ClosedAct};
use super::party::seen;
use super::playbooks::{PlaybookView, playbooks_of};
use crate::attachments::{self, AttachmentView};
use crate::sessions::Named;
use crate::{Actor, App, Error, Result, rules, workdays};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use tandem_core::briefs::FIELDS;
use tandem_core::playbooks::shipped;
use tandem_store::users;

/// One handoff.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Handoff)]
pub struct HandoffView {
    /// The id.
    pub id: String,
    /// What passes on.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Who gives.
    pub giver: Named,
    /// Who receives.
    pub receiver: Option<Named>,
    /// Where it stands, its dates, overrides and every act.
    #[schema(value_type = Object)]
    pub handoff: Value,
    /// Its steps with persons, days and every act; beside that phase, why, how late in working days, and whether the reader may do it.
    #[schema(value_type = Vec<Object>)]
    pub steps: Value,
    /// What is known of the customer, field by field.
    #[schema(value_type = Object)]
    pub brief: Value,
    /// Files of the unit and of the whole customer, to which the brief refers, the latest first.
    pub attachments: Vec<AttachmentView>,
    /// How complete the brief is, section by section.
    #[schema(value_type = Object)]
    pub completeness: Value,
    /// The fields of a brief with section, title and weight.
    #[schema(value_type = Vec<Object>)]
    pub fields: Value,
    /// How every gate stands today.
    #[schema(value_type = Vec<Object>)]
    pub gates: Value,
    /// What was said for the gates, each with who said it.
    #[schema(value_type = Vec<Object>)]
    pub evidence: Value,
    /// As whom the reader may act, the closest first.
    pub parties: Vec<&'static str>,
    /// Acts that are open to the reader.
    pub acts: Vec<&'static str>,
    /// Acts of this state that are not open to the reader, with the reason.
    pub closed: Vec<ClosedAct>,
    /// Acts with the brief that are open to the reader: write, submit, accept, return.
    pub brief_acts: Vec<&'static str>,
    /// What hangs on the unit and what becomes of it.
    pub moves: Carrying,
    /// What it can be prepared with.
    pub playbooks: Vec<PlaybookView>,
    /// Who does which part.
    pub cast: Vec<Cast>,
    /// Today.
    pub today: NaiveDate,
    /// Users by id, for acts and steps.
    pub people: Vec<Named>,
}

/// One handoff that the actor sees.
pub async fn show(app: &App, actor: &Actor, id: i64) -> Result<HandoffView> {
    let seen = seen(app, actor, id).await?;
    let handoff = &seen.handoff;
    let (brief, steps, report) = gates::all(app, &seen).await?;
    let names = rules::names(app, &[handoff.proposal.unit.0]).await?;
    let (unit, customer) = names.get(&handoff.proposal.unit.0).cloned().ok_or(Error::NotFound("unit"))?;
    let seller = |id: i64| Named { id: id.to_string(), name: seen.name(id) };
    let (gates, said) = match &report {
        Some((report, said)) => (json!(report.results()), said.as_slice()),
        None => (json!([]), &[][..]),
    };
    let evidence = said.iter().map(|(evidence, by)| json!({"said": evidence, "by": by}));
    let today = app.clock.today();
    let (acts, closed) = outlook::acts(&seen, actor, today, report.as_ref().map(|(report, _)| report));
    let playbook = handoff.playbook.as_ref().and_then(|(name, _)| shipped(name));
    let people = users::list(&app.db).await?.into_iter();
    let workdays = workdays::load(app).await?;
    let attachments = attachments::of_unit(app, actor, handoff.proposal.unit.0).await?;
    Ok(HandoffView {
        id: id.to_string(),
        unit,
        customer,
        giver: seller(handoff.proposal.giver.0),
        receiver: handoff.receiver.map(|receiver| seller(receiver.0)),
        handoff: json!(handoff),
        steps: outlook::steps(&seen, actor, &steps, playbook.as_ref(), today, &workdays.calendars).into(),
        completeness: json!(brief.completeness()),
        brief_acts: outlook::brief_acts(&seen, actor, &brief),
        brief: json!(brief),
        attachments,
        fields: fields(),
        gates,
        evidence: evidence.collect(),
        parties: seen.parties.iter().map(|party| party.text()).collect(),
        acts,
        closed,
        moves: moves::carrying(app, &seen).await?,
        playbooks: playbooks_of(handoff, today, &workdays),
        cast: outlook::cast(app, &seen).await?,
        today,
        people: people.map(|user| Named { id: user.id.to_string(), name: user.name }).collect(),
    })
}

fn fields() -> Value {
    let one = |spec: &tandem_core::briefs::FieldSpec| {
        json!({
            "field": spec.field, "section": spec.section, "section_title": spec.section.words(),
            "title": spec.title, "weight": spec.weight,
        })
    };
    FIELDS.iter().map(one).collect()
}
