//! Drafts: made with the usual constants, changed from the version that was read, deleted as long as nobody has decided.
use super::record::Worth;
use super::{draft, overtaken, read, text};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result, settings};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::alignments::{Part, Rules, Scope, Setup, Skill, WrongSkill, tidy};
use tandem_core::languages::Words;
use tandem_store::alignments as store;

/// What to make.
#[derive(Clone, Debug)]
pub struct NewAlignment {
    /// What people call it.
    pub name: String,
    /// Which units.
    pub scope: Scope,
}

/// What to change; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct ChangedDraft {
    /// The version that was read.
    pub version: i64,
    /// Another name.
    pub name: Option<String>,
    /// Which units.
    pub scope: Option<Scope>,
    /// What people do, by seller.
    pub parts: BTreeMap<i64, Part>,
    /// Constants.
    pub rules: Option<Rules>,
    /// All languages and skills.
    pub skills: Option<Vec<Skill>>,
}

const NAME_LETTERS_MAX: usize = 100;

fn named(name: &str) -> Result<String> {
    let name = name.trim();
    if (1..=NAME_LETTERS_MAX).contains(&name.chars().count()) {
        return Ok(name.to_owned());
    }
    Err(Error::Unusable(Words::fixed(
        "Give the alignment a name of at most 100 letters.",
        "請為區域配置命名，至多 100 字。",
    )))
}

/// Makes a draft; returns its id.
pub async fn create(app: &App, actor: &Actor, new: NewAlignment) -> Result<i64> {
    actor.require(Permission::Align)?;
    let name = named(&new.name)?;
    let settings = settings::load(app).await?;
    let rules = Rules::usual(Worth::on(&settings, app.clock.today()).dollar());
    let (locks, pairs, skills) = (Vec::new(), Vec::new(), Vec::new());
    let setup = Setup { scope: new.scope, parts: BTreeMap::new(), locks, pairs, rules, skills };
    let (setup, by, now) = (text(&setup)?, actor.name.clone(), app.clock.now_us());
    let event = Event::new(app, actor, "alignment.created", "alignment", json!({"name": name}));
    let made = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::create(tx, &name, &setup, &by, now).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(made.await?)
}

/// Changes a draft. Proposals that were found before tell what they were found for.
pub async fn change(app: &App, actor: &Actor, id: i64, changed: ChangedDraft) -> Result<()> {
    actor.require(Permission::Align)?;
    let row = draft(app, id).await?;
    let mut setup: Setup = read(&row.setup)?;
    let name = changed.name.as_deref().map_or(Ok(row.name.clone()), named)?;
    setup.scope = changed.scope.unwrap_or(setup.scope);
    setup.parts.extend(&changed.parts);
    if let Some(rules) = changed.rules {
        if let Some(wrong) = rules.wrong().first() {
            return Err(Error::Invalid((*wrong).to_owned()));
        }
        setup.rules = rules;
    }
    if let Some(skills) = changed.skills {
        setup.skills = tidy(skills).map_err(wrong_skill)?;
    }
    let setup = text(&setup)?;
    let event = Event::new(app, actor, "alignment.changed", "alignment", json!({"name": name}));
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let kept = store::change(tx, id, changed.version, &name, &setup).await?;
            if kept {
                event.append(tx, id).await?;
            }
            Ok(kept)
        })
    });
    if kept.await? { Ok(()) } else { Err(overtaken()) }
}

fn wrong_skill(wrong: WrongSkill) -> Error {
    Error::Unusable(match wrong {
        WrongSkill::TooMany => Words::fixed(
            "An alignment has at most 64 languages and skills: remove some.",
            "每份區域配置至多 64 項語言與技能：請移除部分項目。",
        ),
        WrongSkill::Nameless => Words::fixed(
            "Give every language or skill a name of at most 60 letters.",
            "請為每項語言或技能命名，至多 60 字。",
        ),
        WrongSkill::Twice => Words::fixed(
            "Two languages or skills have the same name: rename one, or put both together.",
            "有兩項語言或技能同名：請更名，或合併為一項。",
        ),
    })
}

/// Deletes a draft.
pub async fn delete(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::Align)?;
    let row = draft(app, id).await?;
    let event = Event::new(app, actor, "alignment.deleted", "alignment", json!({"name": row.name}));
    let gone = app.db.write(move |tx| {
        Box::pin(async move {
            let gone = store::delete(tx, id).await?;
            if gone {
                event.append(tx, id).await?;
            }
            Ok(gone)
        })
    });
    if gone.await? { Ok(()) } else { Err(overtaken()) }
}
