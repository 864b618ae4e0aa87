//! Random acts against a model of flags: it knows no tables of states, only what has happened and has not been undone.
use super::{actor, dates, day, good, needs, nothing, proposal};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;
use tandem_core::handoffs::gates::{self, Gate, GateReport};
use tandem_core::handoffs::inventory::{Inventory, Item, Moves, RecordKind};
use tandem_core::handoffs::{Act, ActKind, Carried, Dates, Handoff, Outcome, Party, Refused, Request};
use tandem_core::ids::{HandoffId, SellerId};

/// What has happened and has not been undone.
#[derive(Clone, Debug, Default)]
struct Model {
    ended: Option<&'static str>,
    accepted: bool,
    receiver: i64,
    waiting: Option<NaiveDate>,
    has_waited: bool,
    plan: Option<Dates>,
    working: bool,
    told: bool,
    both: bool,
    moved: Option<NaiveDate>,
    back: Option<Option<NaiveDate>>,
    passes: BTreeSet<Gate>,
    version: u64,
}

impl Model {
    fn name(&self) -> &'static str {
        match self {
            Self { ended: Some(end), .. } => end,
            Self { waiting: Some(_), .. } => "postponed",
            Self { moved: Some(_), .. } => "transferred",
            Self { both: true, .. } => "overlapping",
            Self { told: true, .. } => "introducing",
            Self { working: true, .. } => "preparing",
            Self { back: Some(_), .. } => "returned",
            Self { accepted: true, .. } => "accepted",
            _ => "proposed",
        }
    }

    fn open(&self) -> bool {
        self.ended.is_none() && self.waiting.is_none()
    }

    fn quiet(&self) -> bool {
        self.open() && self.moved.is_none() && !self.told
    }

    fn is_settled(&self) -> bool {
        self.ended == Some("settled")
    }

    /// The plan is being worked on, or was until the end.
    fn at_work(&self) -> bool {
        self.working && (self.open() || self.is_settled())
    }

    fn alive(&self) -> bool {
        self.accepted && (self.ended.is_none() || self.is_settled())
    }

    /// Does what can be done; says what became of it.
    fn act(&mut self, wish: &Wish) -> &'static str {
        let today = day(wish.today);
        match &wish.act {
            Act::Accept { receiver } => {
                let wanted = receiver.map_or(self.receiver, |id| id.0);
                match (self.alive(), self.ended) {
                    (true, _) if wanted == self.receiver => "done before",
                    (false, None) if wanted != 1 => {
                        (self.accepted, self.receiver, self.waiting) = (true, wanted, None);
                        "done"
                    }
                    _ => "refused",
                }
            }
            Act::Decline { .. } => self.end("declined", self.ended.is_none() && !self.accepted),
            Act::Cancel { .. } => self.end("cancelled", self.ended.is_none() && self.moved.is_none()),
            Act::Settle => {
                let ripe = self.moved.is_some_and(|on| today >= on + chrono::Days::new(30));
                self.end("settled", self.ended.is_none() && ripe)
            }
            Act::Postpone { until, .. } => {
                let may = self.ended.is_none() && self.moved.is_none() && !self.told;
                if self.ended.is_none() && self.waiting == Some(*until) {
                    "done before"
                } else if may && *until > today {
                    self.waiting = Some(*until);
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Resume => match self.waiting {
                Some(until) if self.ended.is_none() && (wish.party != Party::System || today >= until) => {
                    (self.waiting, self.has_waited) = (None, true);
                    "done"
                }
                None if self.has_waited && (self.ended.is_none()) => "done before",
                _ => "refused",
            },
            Act::ChangeReceiver { receiver, .. } => {
                if self.alive() && receiver.0 == self.receiver {
                    "done before"
                } else if self.quiet() && self.accepted && receiver.0 != 1 {
                    self.receiver = receiver.0;
                    self.passes.retain(|gate| !OF_RECEIVER.contains(gate));
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Prepare { dates, .. } => {
                if self.at_work() && self.plan == Some(*dates) {
                    "done before"
                } else if self.quiet() && self.accepted && !self.working && fits(*dates, today, None) {
                    (self.plan, self.working, self.back) = (Some(*dates), true, None);
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Reschedule { dates, .. } => {
                if self.at_work() && self.plan == Some(*dates) {
                    "done before"
                } else if self.at_work()
                    && self.open()
                    && self.moved.is_none()
                    && fits(*dates, today, self.plan)
                {
                    self.plan = Some(*dates);
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Introduce => {
                if self.at_work() && self.told {
                    "done before"
                } else if self.at_work() && self.open() && self.moved.is_none() {
                    self.told = true;
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Overlap => {
                if self.at_work() && self.both {
                    "done before"
                } else if self.at_work() && self.open() && self.told && self.moved.is_none() {
                    self.both = true;
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Override { gate, .. } => {
                if self.at_work() && self.passes.contains(gate) {
                    "done before"
                } else if self.at_work() && self.open() && self.moved.is_none() {
                    self.passes.insert(*gate);
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Transfer { on } => {
                let clear = match wish.gates {
                    Gates::AllMet => true,
                    Gates::OneOpen => self.passes.contains(&Gate::Invoices),
                    Gates::None
                    | Gates::OfAnother
                    | Gates::OfYesterday
                    | Gates::MetAndNothingSaid
                    | Gates::MetAndOneLost => false,
                };
                let apart = (*on - today).num_days().abs();
                if self.moved == Some(*on) {
                    "done before"
                } else if self.at_work() && self.open() && self.moved.is_none() && clear && apart <= 31 {
                    self.moved = Some(*on);
                    "done"
                } else {
                    "refused"
                }
            }
            Act::Return { .. } => {
                if self.ended.is_none() && self.waiting.is_none() && self.back.is_some() {
                    "done before"
                } else if self.open() && self.accepted && self.moved.is_none() {
                    self.sent_back(None)
                } else {
                    "refused"
                }
            }
            Act::TakeBack { on, .. } => match self.moved {
                Some(first) if self.ended.is_none() => {
                    let last = first.max(today + chrono::Days::new(31));
                    if (first..=last).contains(on) { self.sent_back(Some(*on)) } else { "refused" }
                }
                _ if self.open() && self.back == Some(Some(*on)) => "done before",
                _ => "refused",
            },
        }
    }

    fn end(&mut self, end: &'static str, may: bool) -> &'static str {
        if self.ended == Some(end) {
            return "done before";
        }
        if may {
            (self.ended, self.waiting) = (Some(end), None);
            return "done";
        }
        "refused"
    }

    fn sent_back(&mut self, on: Option<NaiveDate>) -> &'static str {
        *self = Self {
            accepted: true,
            receiver: self.receiver,
            has_waited: self.has_waited,
            back: Some(on),
            version: self.version,
            plan: self.plan,
            ..Self::default()
        };
        "done"
    }
}

const OF_RECEIVER: [Gate; 5] =
    [Gate::Implementation, Gate::Brief, Gate::Introduction, Gate::ReceiverReady, Gate::ReceiverLoad];

fn fits(dates: Dates, today: NaiveDate, now: Option<Dates>) -> bool {
    let kept = now.is_some_and(|now| now.introduction == dates.introduction);
    dates.introduction <= dates.transfer && dates.transfer >= today && (kept || dates.introduction >= today)
}

#[derive(Clone, Copy, Debug)]
enum Gates {
    None,
    AllMet,
    OneOpen,
    OfAnother,
    OfYesterday,
    MetAndNothingSaid,
    MetAndOneLost,
}

impl Gates {
    fn report(self, today: NaiveDate) -> Option<GateReport> {
        let mut facts = good(today);
        match self {
            Self::None => return None,
            Self::AllMet | Self::MetAndNothingSaid | Self::MetAndOneLost => {}
            Self::OneOpen => facts.invoices = None,
            Self::OfAnother => facts.handoff = HandoffId(2),
            Self::OfYesterday => facts.day = today.pred_opt().unwrap(),
        }
        Some(gates::check(&facts, &needs()))
    }
}

#[derive(Clone, Debug)]
struct Wish {
    act: Act,
    party: Party,
    today: u64,
    gates: Gates,
    stale: bool,
}

impl Wish {
    fn carried<'a>(&self, some: &'a Inventory, none: &'a Moves) -> Option<Carried<'a>> {
        match self.gates {
            Gates::MetAndNothingSaid => None,
            Gates::MetAndOneLost => Some(Carried { before: some, moves: none }),
            _ => Some(nothing()),
        }
    }
}

/// Parties and reasons are mostly right, so that stories get far.
fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let party = prop_oneof![6 => Just(Party::ReceivingManager), 1 => prop::sample::select(Party::ALL)];
    let gates = prop_oneof![
        4 => Just(Gates::AllMet),
        2 => Just(Gates::OneOpen),
        1 => Just(Gates::None),
        1 => Just(Gates::OfAnother),
        1 => Just(Gates::OfYesterday),
        1 => Just(Gates::MetAndNothingSaid),
        1 => Just(Gates::MetAndOneLost),
    ];
    let wish = (acts(), party, 0_u64..25, gates, prop::bool::weighted(0.1));
    prop::collection::vec(wish, 1..40).prop_map(|wishes| {
        let mut today = 0;
        let later = |(act, party, days, gates, stale): (Act, Party, u64, Gates, bool)| {
            today += if days < 15 { 0 } else { days - 14 };
            Wish { act: moved(act, today), party, today, gates, stale }
        };
        wishes.into_iter().map(later).collect()
    })
}

/// Days in acts are counted from the day of the act, rounded so that the same day is often asked for again.
fn moved(act: Act, today: u64) -> Act {
    let shift = |date: NaiveDate| date + chrono::Days::new(today / 20 * 20);
    let both =
        |dates: Dates| Dates { introduction: shift(dates.introduction), transfer: shift(dates.transfer) };
    match act {
        Act::Postpone { until, reason } => Act::Postpone { until: shift(until), reason },
        Act::Prepare { playbook, version, dates } => Act::Prepare { playbook, version, dates: both(dates) },
        Act::Reschedule { dates, reason } => Act::Reschedule { dates: both(dates), reason },
        Act::Transfer { on } => Act::Transfer { on: shift(on) },
        Act::TakeBack { on, reason } => Act::TakeBack { on: shift(on), reason },
        other => other,
    }
}

fn acts() -> impl Strategy<Value = Act> {
    let reason = || prop_oneof![9 => Just("because".to_owned()), 1 => Just(" ".to_owned())];
    let seller = || (1_i64..4).prop_map(SellerId);
    let plan = || prop_oneof![3 => Just(dates(20, 40)), 1 => Just(dates(25, 40)), 1 => Just(dates(30, 20))];
    let on = || prop::sample::select(vec![day(0), day(10), day(20), day(45)]);
    let gate = prop::sample::select(vec![Gate::Invoices, Gate::Brief]);
    prop_oneof![
        4 => prop::option::of(seller()).prop_map(|receiver| Act::Accept { receiver }),
        1 => reason().prop_map(|reason| Act::Decline { reason }),
        2 => (on(), reason()).prop_map(|(until, reason)| Act::Postpone { until, reason }),
        3 => Just(Act::Resume),
        2 => (seller(), reason()).prop_map(|(receiver, reason)| Act::ChangeReceiver { receiver, reason }),
        6 => plan().prop_map(|dates| Act::Prepare { playbook: "standard".to_owned(), version: "1".to_owned(), dates }),
        1 => (plan(), reason()).prop_map(|(dates, reason)| Act::Reschedule { dates, reason }),
        4 => Just(Act::Introduce),
        3 => Just(Act::Overlap),
        2 => (gate, reason()).prop_map(|(gate, reason)| Act::Override { gate, reason }),
        4 => on().prop_map(|on| Act::Transfer { on }),
        1 => reason().prop_map(|reason| Act::Return { reason }),
        2 => (on(), reason()).prop_map(|(on, reason)| Act::TakeBack { on, reason }),
        1 => reason().prop_map(|reason| Act::Cancel { reason }),
        2 => Just(Act::Settle),
    ]
}

/// Whether anybody but these may do it, said another way than the table says it.
fn may(kind: ActKind, party: Party) -> bool {
    let manager = matches!(party, Party::GivingManager | Party::ReceivingManager);
    let helper = manager || party == Party::Operations;
    match kind {
        ActKind::Override | ActKind::Settle => manager,
        ActKind::Return => matches!(party, Party::Receiver | Party::ReceivingManager),
        ActKind::Introduce | ActKind::Overlap => manager || matches!(party, Party::Giver | Party::Receiver),
        ActKind::Prepare => true,
        ActKind::Reschedule => party != Party::System,
        ActKind::Transfer => party != Party::Giver,
        ActKind::Resume => helper || party == Party::System,
        ActKind::Accept | ActKind::Decline => helper || party == Party::Receiver,
        ActKind::Postpone | ActKind::ChangeReceiver | ActKind::TakeBack | ActKind::Cancel => helper,
    }
}

fn expected(model: &mut Model, wish: &Wish) -> &'static str {
    let kind = wish.act.kind();
    if !may(kind, wish.party) {
        return "not theirs";
    }
    if wish.act.reason().is_some_and(|reason| reason.trim().is_empty()) {
        return "no reason";
    }
    let before = model.clone();
    let said = model.act(wish);
    if said == "done before" || !wish.stale {
        return said;
    }
    *model = before;
    "stale"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn acts_do_what_the_model_does(wishes in wishes()) {
        let mut handoff = Handoff::propose(proposal()).unwrap();
        let mut model = Model { receiver: 2, version: 1, ..Model::default() };
        let mut owner = SellerId(1);
        let note = Item { kind: RecordKind::Note, id: 1, owner: None, open: false };
        let (some, none) = (Inventory::new([note]), Moves::default());
        for wish in wishes {
            let today = day(wish.today);
            let report = wish.gates.report(today);
            let request = Request {
                act: &wish.act,
                by: actor(wish.party),
                at: today.and_hms_opt(9, 0, 0).unwrap().and_utc(),
                day: today,
                version: Some(if wish.stale { 0 } else { handoff.version }),
                gates: report.as_ref(),
                carried: wish.carried(&some, &none),
            };
            let expected = expected(&mut model, &wish);
            let found = handoff.apply(&request);
            let said = match &found {
                Ok(Outcome::Applied { .. }) => "done",
                Ok(Outcome::AlreadyDone(_)) => "done before",
                Err(Refused::Party(..)) => "not theirs",
                Err(Refused::NoReason(_)) => "no reason",
                Err(Refused::Stale { .. }) => "stale",
                Err(_) => "refused",
            };
            prop_assert_eq!(said, expected, "{:?} while {:?}: {:?}", wish, model, found.as_ref().err().map(ToString::to_string));
            match found {
                Ok(Outcome::Applied { handoff: next, ownership }) => {
                    model.version += 1;
                    if let Some(change) = ownership {
                        prop_assert_eq!(change.from, owner, "who gives is who owns");
                        owner = change.to;
                    }
                    // Asked once more, with the version that was seen before: nothing happens.
                    let again = next.apply(&Request { version: Some(handoff.version), ..request });
                    prop_assert_eq!(again, Ok(Outcome::AlreadyDone(next.history.last().unwrap().clone())));
                    handoff = *next;
                }
                Ok(Outcome::AlreadyDone(record)) => prop_assert!(handoff.history.contains(&record)),
                Err(refused) => {
                    let words = refused.words();
                    prop_assert!(words.en.ends_with('.') && words.zh.ends_with('。'), "{:?}", words);
                }
            }
            prop_assert_eq!(handoff.state.text(), model.name());
            prop_assert_eq!(handoff.version, model.version);
            prop_assert_eq!(owner == SellerId(1), handoff.transferred_on.is_none());
        }
        prop_assert_eq!(&Handoff::from_history(handoff.proposal.clone(), &handoff.history), &handoff);
        let text = serde_json::to_string(&handoff).unwrap();
        prop_assert_eq!(serde_json::from_str::<Handoff>(&text).unwrap(), handoff);
    }
}
