//! Worlds drawn at random: plans that change, people, handoffs, refunds, month ends and leap days.
use crate::incentives::told::World;
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tandem_core::incentives::event::WHOLE;
use tandem_core::incentives::plan::{
    Against, Apply, Audience, Budget, By, Cap, ClawBack, Component, Floor, GivenBack, Held, PaidBy, PayOn,
    Pays, Quota, Share, Step, Tiers, Transition,
};
use tandem_core::incentives::{Credits, Event, Handoff, Movement, Plan, Post, Rate, Rounding, Span};
use tandem_core::money::Money;

pub const PEOPLE: [&str; 4] = ["ann", "bo", "cy", "dee"];
const UNITS: [&str; 3] = ["u1", "u2", "u3"];
const ROLES: [&str; 2] = ["hunter", "account_manager"];
const EARNING: [Movement; 3] = [Movement::New, Movement::Expansion, Movement::Renewal];

/// What a world may have beside rates, tables, shares, refunds and new versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Nothing more: what the reference knows.
    Plain,
    /// Caps, payments, claw-backs, conditions, budgets, corrections, late events; all that refunds undo.
    Undoable,
    /// Guarantees and draws, too.
    Full,
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 11, 1).unwrap() + Days::new(number)
}

/// Days from November 2023 to April 2025; ends of months, and the leap day, more often.
fn days() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        3 => (0_u64..540).prop_map(day),
        2 => (0_u64..540).prop_map(|number| {
            let next = day(number).with_day(1).unwrap() + Days::new(32);
            next.with_day(1).unwrap().pred_opt().unwrap()
        }),
        1 => Just(NaiveDate::from_ymd_opt(2024, 2, 29).unwrap()),
    ]
}

fn rates() -> impl Strategy<Value = Rate> {
    prop_oneof![(0_i64..=40).prop_map(|percent| percent * 5_000_000), 0_i64..=300_000_000]
        .prop_map(|billionths| Rate::of_billionths(billionths).unwrap())
}

fn spans() -> impl Strategy<Value = Span> {
    select(Span::ALL)
}

fn tiers() -> impl Strategy<Value = Pays> {
    let bounds = prop::collection::btree_set(1_i64..300_000, 0..4);
    let rates = prop::collection::vec(rates(), 5);
    (select(Apply::ALL), prop::option::of(spans()), bounds, rates).prop_map(|(apply, per, bounds, rates)| {
        let from = std::iter::once(0).chain(bounds);
        let steps = from.zip(rates).map(|(from, rate)| Step { from, rate }).collect();
        Pays::Tiers(Tiers { by: By::Amount, apply, per, against: Against::Whole, steps })
    })
}

fn attained() -> impl Strategy<Value = (Pays, Option<Quota>)> {
    let quota = (1_i64..200_000, prop::collection::vec(rates(), 0..3));
    (select(Apply::ALL), select(Against::ALL), quota, prop::collection::vec(rates(), 3)).prop_map(
        |(apply, against, (amount, ramp), rates)| {
            let from = [0, 500_000_000, 1_000_000_000];
            let steps = from.into_iter().zip(rates).map(|(from, rate)| Step { from, rate }).collect();
            let tiers = Tiers { by: By::Attainment, apply, per: Some(Span::Year), against, steps };
            let people = [("bo".to_owned(), amount / 2)].into();
            (Pays::Tiers(tiers), Some(Quota { amount, per: Span::Quarter, ramp, people }))
        },
    )
}

fn pays(extent: Extent) -> BoxedStrategy<(Pays, Option<Quota>)> {
    let plain = prop_oneof![rates().prop_map(Pays::Rate), tiers(), tiers()].prop_map(|pays| (pays, None));
    if extent == Extent::Plain {
        return plain.boxed();
    }
    let fixed = prop_oneof![(0_i64..9_999).prop_map(Pays::Fixed), (0_i64..9_999).prop_map(Pays::FixedEach)];
    prop_oneof![3 => plain, 1 => fixed.prop_map(|pays| (pays, None)), 2 => attained()].boxed()
}

fn component(extent: Extent) -> impl Strategy<Value = Component> {
    let roles = select(vec![vec![], vec![ROLES[0].to_owned()], vec![ROLES[1].to_owned()]]);
    let movements = prop::sample::subsequence(EARNING.to_vec(), 1..=3);
    let claw = (1_u32..14, select(GivenBack::ALL))
        .prop_map(|(within_months, part)| ClawBack { within_months, part });
    let more = (select(PayOn::ALL), prop::option::of(claw));
    (roles, movements, pays(extent), more).prop_map(
        move |(roles, movements, (pays, quota), (pay_on, claw_back))| {
            let plain = extent == Extent::Plain;
            Component {
                id: String::new(),
                name: String::new(),
                roles,
                movements,
                people: Vec::new(),
                units: Vec::new(),
                instead_of: Vec::new(),
                pays,
                quota,
                pay_on: if plain { PayOn::Booking } else { pay_on },
                claw_back: claw_back.filter(|_| !plain),
                contract_months: None,
            }
        },
    )
}

fn transition(extent: Extent) -> impl Strategy<Value = Transition> {
    let listed = prop::collection::vec((0_u64..=4).prop_map(|giver| Share { giver, whole: 4 }), 1..6);
    let linear =
        (1_u64..7).prop_map(|whole| (0..whole).map(|month| Share { giver: whole - month, whole }).collect());
    let held =
        (1_i64..=4, any::<bool>(), prop::option::of(1_u32..120)).prop_map(|(part, brief_accepted, days)| {
            Held {
                part: Rate::of_billionths(part * 250_000_000).unwrap(),
                brief_accepted: brief_accepted || days.is_none(),
                retained_days: days,
            }
        });
    let budget = (1_i64..20_000, spans()).prop_map(|(amount, per)| Budget { amount, per });
    let more = (select(PaidBy::ALL), prop::option::of(held), prop::option::of(budget));
    (prop_oneof![listed, linear], more).prop_map(move |(shares, (paid_by, held, budget))| {
        let plain = extent == Extent::Plain;
        Transition {
            from: vec![ROLES[0].to_owned()],
            to: Vec::new(),
            components: Vec::new(),
            shares,
            paid_by: if plain { PaidBy::Receiver } else { paid_by },
            held: held.filter(|_| !plain),
            budget: budget.filter(|_| !plain),
        }
    })
}

fn caps() -> impl Strategy<Value = Vec<Cap>> {
    let cap = (any::<bool>(), 1_i64..40_000, spans()).prop_map(|(narrow, amount, per)| Cap {
        id: String::new(),
        roles: Vec::new(),
        components: if narrow { vec!["c0".to_owned()] } else { Vec::new() },
        amount,
        per,
    });
    prop::collection::vec(cap, 0..3).prop_map(|mut caps| {
        // Crossing caps are refused.
        if let [one, other] = caps.as_mut_slice()
            && !one.within(other)
            && !other.within(one)
        {
            std::mem::swap(&mut one.per, &mut other.per);
        }
        caps
    })
}

fn floors(most: usize) -> impl Strategy<Value = Vec<Floor>> {
    let floor =
        (1_i64..20_000, spans(), prop::option::of(1_u32..8)).prop_map(|(amount, per, first_months)| Floor {
            id: String::new(),
            roles: Vec::new(),
            amount,
            per,
            first_months,
        });
    prop::collection::vec(floor, 0..=most)
}

fn plan(extent: Extent) -> impl Strategy<Value = Plan> {
    let components = prop::collection::vec(component(extent), 1..4);
    let limits = (caps(), floors(1), floors(1));
    (components, prop::option::of(transition(extent)), select(Rounding::ALL), limits).prop_map(
        move |(mut components, transition, rounding, (mut caps, mut guarantees, mut draws))| {
            for (at, component) in components.iter_mut().enumerate() {
                (component.id, component.name) = (format!("c{at}"), format!("c{at}"));
            }
            for (at, cap) in caps.iter_mut().enumerate() {
                cap.id = format!("cap{at}");
            }
            guarantees.iter_mut().for_each(|floor| floor.id = "least".to_owned());
            draws.iter_mut().for_each(|floor| (floor.id, floor.per) = ("draw".to_owned(), Span::Month));
            let (undoable, full) = (extent != Extent::Plain, extent == Extent::Full);
            Plan {
                name: "P".to_owned(),
                version: "1".to_owned(),
                effective: day(0),
                until: None,
                audience: Audience::default(),
                currency: "USD".parse().unwrap(),
                rounding,
                components,
                caps: if undoable { caps } else { Vec::new() },
                guarantees: if full { guarantees } else { Vec::new() },
                draws: if full { draws } else { Vec::new() },
                transition,
                exchange: Vec::new(),
            }
        },
    )
}

/// A first version, and sometimes a second one that begins later.
fn plans(extent: Extent) -> impl Strategy<Value = Vec<Plan>> {
    (plan(extent), prop::option::of((plan(extent), days()))).prop_map(|(first, second)| {
        let second = second.filter(|(_, from)| *from > first.effective).map(|(plan, from)| Plan {
            version: "2".to_owned(),
            effective: from,
            ..plan
        });
        std::iter::once(first).chain(second).collect()
    })
}

fn posts() -> impl Strategy<Value = Vec<Post>> {
    let one = (select(&ROLES[..]), prop::option::of((days(), select(&ROLES[..]))), days());
    prop::collection::vec(one, PEOPLE.len()).prop_map(|all| {
        let mut posts = Vec::new();
        for (person, (role, change, start)) in PEOPLE.iter().zip(all) {
            let post = |role: &str, start, end| Post {
                person: (*person).to_owned(),
                role: role.to_owned(),
                start,
                end,
                plan: None,
            };
            match change.filter(|(from, _)| *from > start) {
                Some((from, next)) => {
                    posts.push(post(role, start, from.pred_opt()));
                    posts.push(post(next, from, None));
                }
                None => posts.push(post(role, start, None)),
            }
        }
        posts
    })
}

fn handoffs(extent: Extent) -> impl Strategy<Value = Vec<Handoff>> {
    let one = (
        select(&UNITS[..]),
        0..PEOPLE.len(),
        1..PEOPLE.len(),
        days(),
        prop::option::of(0_u64..150),
        0_u64..60,
    );
    prop::collection::vec(one, 0..5).prop_map(move |all| {
        let mut handoffs: Vec<Handoff> = Vec::new();
        for (unit, from, further, transferred, accepted, late) in all {
            if handoffs.iter().any(|other| other.unit == unit && other.transferred == transferred) {
                continue;
            }
            handoffs.push(Handoff {
                unit: unit.to_owned(),
                from: PEOPLE[from].to_owned(),
                to: PEOPLE[(from + further) % PEOPLE.len()].to_owned(),
                transferred,
                brief_accepted: accepted.map(|days| transferred + Days::new(days)),
                known: if extent == Extent::Full { transferred + Days::new(late) } else { transferred },
                off: None,
            });
        }
        handoffs
    })
}

/// Parts of a billion that add up to one.
fn credits() -> impl Strategy<Value = Credits> {
    let cuts = prop::collection::vec(prop_oneof![Just(WHOLE / 2), Just(WHOLE / 3), 1..WHOLE], 0..3);
    (cuts, 0..PEOPLE.len(), prop::option::of((select(&PEOPLE[..]), 1..WHOLE))).prop_map(
        |(mut cuts, first, overlay)| {
            cuts.sort_unstable();
            cuts.dedup();
            let bounds: Vec<u64> = std::iter::once(0).chain(cuts).chain([WHOLE]).collect();
            let parts = bounds.windows(2).map(|pair| pair[1] - pair[0]).enumerate();
            let revenue =
                parts.map(|(at, part)| (PEOPLE[(first + at) % PEOPLE.len()].to_owned(), part)).collect();
            let overlay = overlay.into_iter().map(|(person, part)| (person.to_owned(), part)).collect();
            Credits { revenue, overlay }
        },
    )
}

/// One thing that happens, before it is known what it can be about.
#[derive(Clone, Debug)]
struct Draft {
    date: NaiveDate,
    late: u64,
    unit: &'static str,
    kind: u32,
    movement: Movement,
    minor: i64,
    credits: Credits,
    of: Index,
    part: Option<u64>,
}

fn draft() -> impl Strategy<Value = Draft> {
    let amount = prop_oneof![1_i64..200, 1_i64..300_000, Just(100_000)];
    let about = (any::<Index>(), prop::option::of(0_u64..=100));
    let when = (days(), prop_oneof![4 => Just(0), 1 => 1_u64..90]);
    (when, select(&UNITS[..]), 0_u32..12, select(&EARNING[..]), amount, credits(), about).prop_map(
        |((date, late), unit, kind, movement, minor, credits, (of, part))| Draft {
            date,
            late,
            unit,
            kind,
            movement,
            minor,
            credits,
            of,
            part,
        },
    )
}

fn usd(minor: i64) -> Money {
    Money::new(minor, "USD".parse().unwrap())
}

/// Drafts in the order of their days, made into events that are about earlier ones with what is left of them.
fn events(extent: Extent, mut drafts: Vec<Draft>) -> Vec<Event> {
    if extent == Extent::Plain {
        drafts.iter_mut().for_each(|draft| draft.late = 0);
    }
    drafts.sort_by_key(|draft| draft.date + Days::new(draft.late));
    let mut events: Vec<Event> = Vec::new();
    // Place of each event that can be refunded, and what is left of it.
    let mut open: Vec<(usize, i64)> = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate() {
        let posted = draft.date + Days::new(draft.late);
        let mut event = Event {
            id: format!("e{at}"),
            date: draft.date,
            posted,
            unit: draft.unit.to_owned(),
            movement: draft.movement,
            amount: Some(usd(draft.minor)),
            credits: draft.credits,
            of: None,
            note: None,
        };
        let about = if open.is_empty() { None } else { Some(draft.of.index(open.len())) };
        match (draft.kind, about, extent) {
            (0..=2, Some(place), _) => {
                let (of, left) = open[place];
                let minor = draft.part.map_or(left, |part| left * i64::try_from(part).unwrap() / 100);
                (event.movement, event.of, event.date) =
                    (Movement::Refund, Some(events[of].id.clone()), posted);
                event.amount = draft.part.map(|_| usd(minor));
                event.credits = Credits::default();
                open[place].1 -= minor;
            }
            (3, Some(place), Extent::Undoable | Extent::Full) => {
                (event.movement, event.of, event.date) =
                    (Movement::InvoicePaid, Some(events[open[place].0].id.clone()), posted);
                event.amount = draft.part.map(|_| usd(draft.minor));
            }
            (4, Some(place), Extent::Undoable | Extent::Full) => {
                (event.movement, event.of, event.date) =
                    (Movement::Correction, Some(events[open[place].0].id.clone()), posted);
                open[place] = (events.len(), draft.minor);
            }
            (5, _, Extent::Undoable | Extent::Full) => {
                (event.movement, event.amount, event.date) = (Movement::Churn, None, posted);
            }
            _ => open.push((events.len(), draft.minor)),
        }
        events.push(event);
    }
    events
}

/// A world.
pub fn worlds(extent: Extent) -> impl Strategy<Value = World> {
    let drafts = prop::collection::vec(draft(), 1..24);
    (plans(extent), posts(), handoffs(extent), drafts).prop_map(move |(plans, posts, handoffs, drafts)| {
        World { plans, posts, handoffs, events: events(extent, drafts), through: Some(day(900)) }
    })
}
