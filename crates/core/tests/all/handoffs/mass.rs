//! Many handoffs at once: the preview says everything, the run does what it says, and it can be taken back whole.
use super::{actor, day, good, needs, request};
use expect_test::expect;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::handoffs::gates;
use tandem_core::handoffs::inventory::{Choice, Inventory, Item, RecordKind};
use tandem_core::handoffs::mass::undo::undo;
use tandem_core::handoffs::mass::{Cause, MassPlan, MassUnit, Preview, kept_share, preview};
use tandem_core::handoffs::receivers::{Book, Candidate, NEW_DAYS, Terms, Unit, Weights};
use tandem_core::handoffs::{
    Act, GateFacts, Handoff, Outcome, OwnershipChange, Party, Proposal, Request, State,
};
use tandem_core::holidays::{Calendar, Calendars};
use tandem_core::ids::{CustomerId, HandoffId, SellerId, UnitId};
use tandem_core::languages::Words;
use tandem_core::playbooks::{Playbook, shipped};
use tandem_core::sellers::SellerRole;

fn candidate(seller: i64, load: i64, paired: &[i64]) -> Candidate {
    Candidate {
        seller: SellerId(seller),
        role: SellerRole::AccountManager,
        since: day(0) - chrono::Days::new(400),
        leaves: None,
        away: None,
        ready: Some(true),
        paired_with: paired.iter().map(|hunter| SellerId(*hunter)).collect(),
        book: Book::default(),
        load,
        limit: 12,
    }
}

fn unit(id: i64) -> MassUnit {
    MassUnit {
        unit: UnitId(id),
        customer: CustomerId(id),
        serving: Vec::new(),
        giver: SellerId(1),
        receiver: None,
        about: Unit { load: 1, ..Unit::default() },
        renewal: None,
        escalations: 0,
        running: None,
        inventory: Inventory::default(),
        history: Default::default(),
        choices: BTreeMap::new(),
        giver_role: Some(SellerRole::Hunter),
    }
}

fn record(kind: RecordKind, id: i64, open: bool) -> Item {
    Item { kind, id, owner: Some(SellerId(1)), open }
}

struct World {
    playbook: Playbook,
    calendars: Calendars,
    countries: BTreeMap<SellerId, String>,
    terms: Terms,
}

fn world() -> World {
    let mut taiwan = Calendar::weekends_only("TW");
    taiwan.holidays.insert(day(7), Words::same("a holiday"));
    World {
        playbook: shipped("small").unwrap(),
        calendars: Calendars::new([taiwan]),
        countries: BTreeMap::from([(SellerId(5), "TW".to_owned())]),
        terms: Terms {
            day: day(0),
            giver: SellerId(0),
            role: SellerRole::AccountManager,
            new_days: NEW_DAYS,
            weights: Weights::USUAL,
        },
    }
}

fn look(world: &World, cause: &Cause, units: &[MassUnit], candidates: &[Candidate]) -> Preview {
    preview(&MassPlan {
        cause,
        units,
        candidates,
        terms: &world.terms,
        playbook: &world.playbook,
        countries: &world.countries,
        calendars: &world.calendars,
        incentives: &[],
        day: day(0),
    })
}

fn leaver(gone: u64) -> Cause {
    Cause::Leaver { seller: SellerId(1), name: "Mina".to_owned(), gone: day(gone) }
}

fn shown(found: &Preview) -> String {
    let mut out = format!("{}\n{}\n", found.reason.en, found.reason.zh);
    for one in &found.units {
        match &one.would {
            Ok(planned) => {
                let dates = planned.dates;
                out.push_str(&format!(
                    "{}: to {}, introduced {}, transferred {}, moved {:?}, kept {:?}, to decide {:?}\n",
                    one.unit,
                    planned.receiver,
                    dates.introduction,
                    dates.transfer,
                    planned.moved,
                    planned.kept,
                    planned.to_decide
                ));
                let warnings = planned.warnings.iter().map(|warning| warning.words());
                warnings.for_each(|words| out.push_str(&format!("  {} {}\n", words.en, words.zh)));
            }
            Err(refusal) => {
                let words = refusal.words(|seller| format!("Seller {seller}"));
                out.push_str(&format!("{}: {} {}\n", one.unit, words.en, words.zh))
            }
        }
    }
    for load in &found.loads {
        out.push_str(&format!(
            "{}: {} -> {} of {}, units {}\n",
            load.seller, load.before, load.after, load.limit, load.units
        ));
    }
    out.push_str(&format!(
        "moved {:?}, kept {:?}, to decide {:?}, steps {:?}\n",
        found.moved, found.kept, found.to_decide, found.steps
    ));
    out
}

#[test]
fn a_preview_says_every_consequence() {
    let keep = Choice::Keep { reason: "nearly won".to_owned(), until: Some(day(40)) };
    let full = MassUnit {
        inventory: Inventory::new([
            record(RecordKind::Task, 1, true),
            record(RecordKind::Note, 2, false),
            record(RecordKind::Opportunity, 3, true),
            record(RecordKind::Opportunity, 4, true),
        ]),
        choices: BTreeMap::from([((RecordKind::Opportunity, 3), keep)]),
        renewal: Some(day(60)),
        escalations: 2,
        ..unit(11)
    };
    let units = [
        full,
        MassUnit { running: Some(State::Preparing), ..unit(12) },
        MassUnit { receiver: Some(SellerId(6)), ..unit(13) },
        MassUnit { receiver: Some(SellerId(9)), ..unit(14) },
        MassUnit { about: Unit { load: 20, ..Unit::default() }, ..unit(15) },
        unit(16),
    ];
    let candidates = [candidate(5, 10, &[1]), candidate(6, 12, &[]), candidate(7, 2, &[])];
    let cause = Cause::Alignment { name: "North 2027".to_owned() };
    expect![[r#"
        The alignment `North 2027` was adopted.
        已採用區域配置「North 2027」。
        11: to 5, introduced 2027-03-09, transferred 2027-03-16, moved {Task: 1}, kept {Opportunity: 1, Note: 1}, to decide {Opportunity: 1}
          The next term begins on 2027-04-30: settle the renewal first, or let the giver keep it. 下一期合約始於 2027-04-30：請先完成續約，或由移交人保留。
          Open escalations: 2. Whoever caused them should mend them first. 未結案的重大客訴：2 件。應先由原負責人處理。
        12: A handoff of this unit is being prepared already: finish or cancel it first. 此業務單位的交接準備中：請先完成或取消。
        13: Seller 6 cannot receive it: Would carry 13 of 12. Seller 6 不能接手：負荷將達 13／12。
        14: Seller 9 is not among those who could receive it: name another one. Seller 9 不在可接手名單：請改選他人。
        15: Nobody who is ready has room for it: raise a limit, or make somebody ready. 沒有已準備就緒且有餘裕的人：請提高上限，或培訓人員。
        16: to 5, introduced 2027-03-09, transferred 2027-03-16, moved {}, kept {}, to decide {}
        5: 10 -> 12 of 12, units 2
        6: 12 -> 12 of 12, units 0
        7: 2 -> 2 of 12, units 0
        moved {Task: 1}, kept {Opportunity: 1, Note: 1}, to decide {Opportunity: 1}, steps {Giver: 8, Receiver: 8, GivingManager: 2, ReceivingManager: 8}
    "#]].assert_eq(&shown(&look(&world(), &cause, &units, &candidates)));
}

#[test]
fn a_leaver_is_gone_before_the_usual_day() {
    let found = |gone| {
        let found = look(&world(), &leaver(gone), &[unit(11)], &[candidate(5, 0, &[])]);
        let planned = found.planned().next().unwrap().1.clone();
        format!("{} {} {:?}", planned.dates.introduction, planned.dates.transfer, planned.warnings)
    };
    expect![[r#"
        2027-03-09 2027-03-16 []
        2027-03-05 2027-03-05 [Hurried(2027-03-05)]
        2027-03-01 2027-03-01 [GiverGone]"#]]
    .assert_eq(&[found(60), found(5), found(0)].join("\n"));
}

#[test]
fn units_of_one_customer_stay_together_and_count_once() {
    let of = |id| MassUnit { customer: CustomerId(1), ..unit(id) };
    let candidates = [candidate(5, 3, &[]), candidate(6, 3, &[])];
    let units = [of(11), unit(12), of(13), MassUnit { serving: vec![SellerId(6)], ..unit(14) }];
    let found = look(&world(), &leaver(60), &units, &candidates);
    let receivers: Vec<i64> = found.planned().map(|(_, planned)| planned.receiver.0).collect();
    assert_eq!(receivers[0], receivers[2], "{receivers:?}");
    // Two customers are new to somebody; the third is served by seller 6 already, who has more room with it.
    let added: i64 = found.loads.iter().map(|load| load.after - load.before).sum();
    assert_eq!((added, receivers[3]), (2, 6), "{receivers:?} {:?}", found.loads);
}

fn items() -> impl Strategy<Value = Inventory> {
    let one = (prop::sample::select(RecordKind::ALL), 0_i64..30, any::<bool>());
    prop::collection::vec(one.prop_map(|(kind, id, open)| record(kind, id, open)), 0..12)
        .prop_map(Inventory::new)
}

fn units() -> impl Strategy<Value = Vec<MassUnit>> {
    let one = (
        1_i64..4,
        prop::option::weighted(0.3, 4_i64..12),
        0_i64..4,
        prop::option::of(0_u64..200),
        0_u32..2,
        prop::bool::weighted(0.1),
        items(),
    );
    let one = one.prop_map(|(giver, receiver, load, renewal, escalations, running, inventory)| MassUnit {
        giver: SellerId(giver),
        receiver: receiver.map(SellerId),
        about: Unit { load, ..Unit::default() },
        renewal: renewal.map(day),
        escalations,
        running: running.then_some(State::Accepted),
        inventory,
        ..unit(0)
    });
    prop::collection::vec(one, 0..25).prop_map(|all| {
        let loads: Vec<i64> = all.iter().map(|one| one.about.load).collect();
        // Three units a customer, which weigh the same.
        let one = |(id, one): (i64, MassUnit)| {
            let load = loads[usize::try_from((id - 1) / 3 * 3).unwrap()];
            MassUnit {
                unit: UnitId(id),
                customer: CustomerId((id - 1) / 3),
                about: Unit { load, ..one.about },
                history: BTreeMap::from([(RecordKind::Note, 2)]),
                ..one
            }
        };
        (1..).zip(all).map(one).collect()
    })
}

fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let one = (
        0_i64..14,
        prop::collection::vec(1_i64..4, 0..2),
        prop::option::weighted(0.9, prop::bool::weighted(0.9)),
    );
    prop::collection::btree_map(1_i64..12, one, 0..8).prop_map(|all| {
        all.into_iter()
            .map(|(seller, (load, paired, ready))| Candidate { ready, ..candidate(seller, load, &paired) })
            .collect()
    })
}

fn apply(
    handoff: &Handoff,
    act: &Act,
    party: Party,
    on: chrono::NaiveDate,
) -> (Handoff, Option<OwnershipChange>) {
    let facts = GateFacts { handoff: handoff.proposal.id, ..good(on) };
    let report = gates::check(&facts, &needs());
    match handoff.apply(&Request { gates: Some(&report), ..request(act, party, on) }) {
        Ok(Outcome::Applied { handoff, ownership }) => (*handoff, ownership),
        other => panic!("{act:?}: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_previewed_adds_up_is_done_and_can_be_taken_back(
        units in units(),
        candidates in candidates(),
        gone in prop::option::of(0_u64..40),
        turn in any::<prop::sample::Index>(),
        far in prop::collection::vec(0_usize..4, 25),
    ) {
        let world = world();
        let cause = gone.map_or(Cause::Alignment { name: "North".to_owned() }, leaver);
        let found = look(&world, &cause, &units, &candidates);
        // Nobody is forgotten, and the order in which units are given does not matter.
        prop_assert_eq!(found.units.iter().map(|one| one.unit).collect::<Vec<_>>(), units.iter().map(|one| one.unit).collect::<Vec<_>>());
        let mut turned = units.clone();
        if !turned.is_empty() {
            let by = turn.index(turned.len());
            turned.rotate_left(by);
        }
        let again = look(&world, &cause, &turned, &candidates);
        prop_assert_eq!(&again.loads, &found.loads);
        for one in &found.units {
            prop_assert!(again.units.contains(one));
        }
        // Loads add up and end below the limit where they grow.
        for load in &found.loads {
            let to = |one: &&tandem_core::handoffs::mass::Consequence| one.would.as_ref().is_ok_and(|planned| planned.receiver == load.seller);
            let ids: Vec<_> = found.units.iter().filter(to).map(|one| one.unit).collect();
            // A customer counts once for whoever serves it.
            let customers: BTreeMap<CustomerId, i64> = units.iter().filter(|unit| ids.contains(&unit.unit)).map(|unit| (unit.customer, unit.about.load)).collect();
            let added: i64 = customers.values().sum();
            prop_assert_eq!((load.after - load.before, load.units as usize), (added, ids.len()));
            prop_assert!(load.units == 0 || load.after <= load.limit);
        }
        // Every record is counted once.
        let mut run = Vec::new();
        for (one, unit) in found.units.iter().zip(&units) {
            if let Ok(planned) = &one.would {
                let counted: u32 = [&planned.moved, &planned.kept, &planned.to_decide].iter().flat_map(|counts| counts.values()).sum();
                prop_assert_eq!(counted as usize, unit.inventory.items().len() + 2);
                prop_assert!(planned.receiver != one.giver && unit.receiver.is_none_or(|named| named == planned.receiver));
                run.push((one, planned));
            }
        }
        // What is planned can be done.
        let mut handoffs = Vec::new();
        let mut owners = BTreeMap::new();
        for ((one, planned), far) in run.iter().zip(&far) {
            let proposal = Proposal {
                id: HandoffId(one.unit.0),
                unit: one.unit,
                giver: one.giver,
                receiver: Some(planned.receiver),
                reason: found.reason.en.to_string(),
                by: actor(Party::Operations),
                at: day(0).and_hms_opt(9, 0, 0).unwrap().and_utc(),
                day: day(0),
                wish: None,
                said: None,
            };
            let mut handoff = Handoff::propose(proposal).unwrap();
            for act in planned.acts("small", "1") {
                handoff = apply(&handoff, &act, Party::Operations, day(0)).0;
            }
            owners.insert(one.unit, one.giver);
            let on = planned.dates.transfer.min(day(31));
            let more = [Act::Introduce, Act::Transfer { on }, Act::Settle];
            for act in &more[..*far] {
                let late = if *act == Act::Settle { on + chrono::Days::new(30) } else { day(0) };
                let (next, change) = apply(&handoff, act, Party::ReceivingManager, late);
                handoff = next;
                owners.extend(change.map(|change| (change.unit, change.to)));
            }
            handoffs.push(handoff);
        }
        // And undone, whole or not at all.
        let plan = undo(&handoffs, "wrong list");
        prop_assert_eq!(plan.refused.len(), handoffs.iter().filter(|one| one.state == State::Settled).count());
        prop_assert_eq!(plan.acts.len() + plan.refused.len() + plan.over.len(), handoffs.len());
        for (id, acts) in &plan.acts {
            let mut handoff = handoffs.iter().find(|one| one.proposal.id == *id).unwrap().clone();
            for act in acts {
                let (next, change) = apply(&handoff, act, Party::Operations, day(40));
                handoff = next;
                owners.extend(change.map(|change| (change.unit, change.to)));
            }
            prop_assert_eq!(handoff.state, State::Cancelled);
            prop_assert_eq!(owners[&handoff.proposal.unit], handoff.proposal.giver);
            prop_assert_eq!(undo(&[handoff], "again").acts.len(), 0);
        }
    }
}

/// A plan of pay from a day on, with this transition.
fn pay(effective: &str, transition: &str) -> tandem_core::incentives::Plan {
    let text = format!(
        "name: Pay\nversion: \"1\"\neffective: {effective}\ncurrency: USD\ncomponents:\n  - {{id: a, on: [new], rate: 5 %}}\n{transition}\n"
    );
    tandem_core::incentives::read(&text).unwrap()
}

#[test]
fn givers_keep_what_the_plan_of_the_transfer_says() {
    let falling =
        "transition: {from: [hunter], to: [account_manager], shares: [100 %, 75 %, 75 %, 25 %, 0 %]}";
    let plans = [
        pay("2026-01-01", falling),
        pay("2027-01-01", ""),
        pay("2028-01-01", "transition: {shares: [50 %]}"),
    ];
    let manager = SellerRole::AccountManager;
    let curve = "100 % for 1 month, then 75 % for 2 months, then 25 % for 1 month";
    for (giver, receiver, transfer, kept) in [
        (Some(SellerRole::Hunter), manager, "2026-10-31", Some(("2027-02-27", curve))),
        (Some(SellerRole::Hunter), manager, "2026-03-01", Some(("2026-06-30", curve))),
        // Whose role is not known may be a hunter.
        (None, manager, "2026-03-01", Some(("2026-06-30", curve))),
        (Some(SellerRole::Generalist), manager, "2026-03-01", None),
        (Some(SellerRole::Hunter), SellerRole::Hunter, "2026-03-01", None),
        // Before there was a plan, and under one that knows no share.
        (Some(SellerRole::Hunter), manager, "2025-12-31", None),
        (Some(SellerRole::Hunter), manager, "2027-01-01", None),
        (Some(SellerRole::Generalist), manager, "2028-01-01", Some(("2028-01-31", "50 % for 1 month"))),
    ] {
        let found = kept_share(&plans, (SellerId(7), giver), receiver, transfer.parse().unwrap());
        let said = found.map(|share| (share.until.to_string(), share.curve().en.into_owned()));
        let said = said.as_ref().map(|(until, curve)| (until.as_str(), curve.as_str()));
        assert_eq!(said, kept, "{giver:?} to {receiver:?} on {transfer}");
    }
    // Of several plans in force it is the one that the giver is in.
    let for_people = |people: &str, shares: &str| {
        pay("2026-01-01", &format!("for: {{people: [{people}]}}\ntransition: {{shares: [{shares}]}}"))
    };
    let mut beside = [for_people("\"7\"", "40 %"), for_people("\"8\"", "60 %")];
    beside[1].name = "Pay of others".to_owned();
    let until = |giver| kept_share(&beside, (SellerId(giver), None), manager, "2026-03-01".parse().unwrap());
    let first = |giver| until(giver).map(|share| share.monthly[0]);
    assert_eq!(
        (
            first(7).map(|(giver, whole)| giver * 100 / whole),
            first(8).map(|(giver, whole)| giver * 100 / whole),
            first(9)
        ),
        (Some(40), Some(60), None)
    );
}
