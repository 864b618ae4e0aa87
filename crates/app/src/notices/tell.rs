//! Finding out whom to tell what: from the events since the last time, and from the steps that are late today. Told is told once, whoever looks.
use crate::handoffs::people::{self, Sellers};
use crate::handoffs::saved_document as read;
use crate::{App, Result, rules, workdays};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::steps::{Step, lateness};
use tandem_core::languages::Words;
use tandem_core::playbooks::{Told, shipped};
use tandem_store::Tx;
use tandem_store::handoffs;
use tandem_store::notices::{self as store, NewNotice};
use tandem_store::users::{self, UserRow};

/// Events that are looked at in one go.
const EVENTS_MAX: i64 = 1_000;
/// What is older than this, in microseconds, is news to nobody.
const OLD_US: i64 = 14 * 86_400_000_000;

/// Tells everything that was not told yet; returns how much that was.
pub async fn tell(app: &App) -> Result<u64> {
    let cast = Cast { users: users::list(&app.db).await?, people: people::all(app).await? };
    let late = late(app, &cast).await?;
    let now = app.clock.now_us();
    let told = app.db.write(move |tx| {
        Box::pin(async move {
            let after = store::last_event(tx).await?;
            let events = store::events(tx, after, EVENTS_MAX).await?;
            let last = events.last().map(|event| event.0);
            let mut notices = late;
            notices.extend(of_events(tx, &cast, events, now).await?);
            let count = store::tell(tx, &notices).await?;
            if let Some(last) = last {
                store::told(tx, last).await?;
            }
            Ok(count)
        })
    });
    Ok(told.await?)
}

/// Who signs in and who sells.
struct Cast {
    users: Vec<UserRow>,
    people: Sellers,
}

impl Cast {
    /// The user behind a seller.
    fn of(&self, seller: Option<i64>) -> Option<&UserRow> {
        let seller = seller?;
        self.users.iter().find(|user| user.active && user.seller_id == Some(seller))
    }

    /// The user who leads a seller.
    fn leads(&self, seller: Option<i64>) -> Option<&UserRow> {
        self.of(self.people.get(&seller?)?.manager_id)
    }
}

async fn of_events(
    tx: &mut Tx,
    cast: &Cast,
    events: Vec<store::EventRow>,
    now: i64,
) -> tandem_store::Result<Vec<NewNotice>> {
    let mut notices = Vec::new();
    let fresh = events.into_iter().filter(|event| event.1 > now - OLD_US);
    for (event, at_us, actor, kind, handoff, data) in fresh {
        let Some((row, customer)) = handoffs::with_customer(tx, handoff).await? else { continue };
        let data: Value = serde_json::from_str(&data).unwrap_or_default();
        let Some((whom, what)) = told_of(cast, &kind, &data, &row, &customer, &actor) else { continue };
        let mass = data.get("mass").and_then(Value::as_i64);
        // Of a whole run everybody hears once.
        let (key, about) = match mass {
            Some(mass) => (format!("mass {mass}"), None),
            None => (format!("event {event}"), Some(handoff)),
        };
        let said = serde_json::to_string(&what).unwrap_or_default();
        let whom: BTreeSet<i64> =
            whom.into_iter().filter(|user| user.name != actor).map(|user| user.id).collect();
        notices.extend(whom.into_iter().map(|user_id| NewNotice {
            user_id,
            key: key.clone(),
            kind: "handoff",
            handoff_id: about,
            said: said.clone(),
            at_us,
        }));
    }
    Ok(notices)
}

/// Whom an event is told, and in what words; nobody where it is of no news to others.
fn told_of<'c>(
    cast: &'c Cast,
    kind: &str,
    data: &Value,
    row: &handoffs::HandoffRow,
    customer: &str,
    actor: &str,
) -> Option<(Vec<&'c UserRow>, Words)> {
    let (giver, receiver) = (Some(row.giver_id), row.receiver_id);
    let both = || [cast.of(giver), cast.of(receiver)].into_iter().flatten().collect::<Vec<_>>();
    let leading = || [cast.leads(giver), cast.leads(receiver)].into_iter().flatten();
    let words = |en: &str, zh: &str| {
        Words::new(format!("{customer}: {actor} {en}."), format!("{customer}：{actor}{zh}。"))
    };
    let act = data.get("act").and_then(Value::as_str).unwrap_or_default();
    match (kind, act) {
        ("handoff.proposed", _) if data.get("mass").is_some() => Some((
            both(),
            Words::new(
                format!("{actor} began a mass handoff in which you give or receive: see your work."),
                format!("{actor}開始了批次交接，您是移交人或接手人：請查看待辦。"),
            ),
        )),
        ("handoff.proposed", _) => {
            let whom = both().into_iter().chain(leading()).collect();
            Some((whom, words("proposed a handoff; it waits for an answer", "提議交接，等待回覆")))
        }
        ("handoff.act", "decline") => {
            Some((both().into_iter().chain(leading()).collect(), words("declined the handoff", "婉拒了交接")))
        }
        ("handoff.act", "return") => Some((
            both().into_iter().chain(leading()).collect(),
            words("returned the handoff to be mended", "退回交接，請補正"),
        )),
        // What a take-back moved replaces what the act said.
        ("handoff.act", "ownership") => Some((
            both(),
            match row.state.as_str() {
                "transferred" | "settled" => words("transferred the unit", "完成了移轉"),
                _ => words("took the unit back", "收回了業務單位"),
            },
        )),
        ("handoff.act", "cancel") => Some((
            both().into_iter().chain(leading()).collect(),
            words("called the handoff off", "取消了交接"),
        )),
        ("handoff.act", "accept") => Some((both(), words("accepted the handoff", "接受了交接"))),
        ("handoff.act", "postpone") => Some((both(), words("postponed the handoff", "延後了交接"))),
        ("handoff.act", "change_receiver") => Some((both(), words("changed the receiver", "更換了接手人"))),
        ("handoff.act", "reschedule") => Some((both(), words("changed the dates", "更改了日期"))),
        ("handoff.act", "settle") => Some((both(), words("signed the handoff off", "將交接結案"))),
        ("handoff.brief", "submit") => Some((
            cast.of(receiver).into_iter().collect(),
            words("submitted the brief: read it", "送出了客戶簡報，請閱讀"),
        )),
        ("handoff.brief", "return") => {
            Some((cast.of(giver).into_iter().collect(), words("returned the brief", "退回了客戶簡報")))
        }
        ("handoff.brief", "accept") => {
            Some((cast.of(giver).into_iter().collect(), words("accepted the brief", "接受了客戶簡報")))
        }
        _ => None,
    }
}

/// Late steps: their person, the manager and sales operations, each from the day on that the playbook says.
async fn late(app: &App, cast: &Cast) -> Result<Vec<NewNotice>> {
    let (today, now) = (app.clock.today(), app.clock.now_us());
    let calendars = workdays::load(app).await?.calendars;
    let known: BTreeSet<(i64, String)> = store::keys(&app.db, "late").await?.into_iter().collect();
    let mut about: BTreeMap<i64, Option<(Handoff, String)>> = BTreeMap::new();
    let mut notices = Vec::new();
    for row in handoffs::late_steps(&app.db, None, today).await? {
        let found = match about.get(&row.handoff_id) {
            Some(found) => found.clone(),
            None => of_handoff(app, row.handoff_id).await?,
        };
        about.insert(row.handoff_id, found.clone());
        let Some((handoff, customer)) = found else { continue };
        let Some(playbook) = handoff.playbook.as_ref().and_then(|(name, _)| shipped(name)) else { continue };
        let step: Step = read(&row.document)?;
        let Some(late) = lateness(&step, today, &playbook.escalation, &calendars) else { continue };
        let person = row.person_id.and_then(|id| cast.users.iter().find(|user| user.id == id));
        for told in &late.told {
            let said = late_words(&customer, &step, late.working_days, person, *told);
            let key = format!(
                "late {} {} {} {told}",
                row.handoff_id,
                step.id,
                step.due.map(|day| day.to_string()).unwrap_or_default()
            );
            for user in late_to(cast, person, *told) {
                if !known.contains(&(user.id, key.clone())) {
                    notices.push(NewNotice {
                        user_id: user.id,
                        key: key.clone(),
                        kind: "late",
                        handoff_id: Some(row.handoff_id),
                        said: serde_json::to_string(&said).unwrap_or_default(),
                        at_us: now,
                    });
                }
            }
        }
    }
    Ok(notices)
}

fn late_to<'c>(cast: &'c Cast, person: Option<&'c UserRow>, told: Told) -> Vec<&'c UserRow> {
    match told {
        Told::Owner => person.into_iter().filter(|user| user.active).collect(),
        Told::Manager => cast.leads(person.and_then(|user| user.seller_id)).into_iter().collect(),
        Told::Operations => {
            cast.users.iter().filter(|user| user.active && user.role == "operations").collect()
        }
    }
}

fn late_words(customer: &str, step: &Step, days: u32, person: Option<&UserRow>, told: Told) -> Words {
    let Words { en, zh } = &step.title;
    let who = person.map_or("–", |user| user.name.as_str());
    match told {
        Told::Owner => Words::new(
            format!("{customer}: your step is {days} working days late: {en}."),
            format!("{customer}：您的步驟已逾期 {days} 個工作日：{zh}。"),
        ),
        _ => Words::new(
            format!("{customer}: a step of {who} is {days} working days late: {en}."),
            format!("{customer}：{who} 的步驟已逾期 {days} 個工作日：{zh}。"),
        ),
    }
}

async fn of_handoff(app: &App, id: i64) -> Result<Option<(Handoff, String)>> {
    let Some(row) = handoffs::get(&app.db, id).await? else { return Ok(None) };
    let customer =
        rules::names(app, &[row.unit_id]).await?.remove(&row.unit_id).map(|(_, customer)| customer.name);
    customer.map(|name| read(&row.document).map(|handoff| (handoff, name))).transpose()
}
