//! What moves: every record is decided on, and nothing is lost on any way from before to after.
use super::day;
use expect_test::expect;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::handoffs::inventory::{
    Choice, Fare, Inventory, Item, Kept, Lost, Moves, RecordKind, Stays, conserved, decide,
};
use tandem_core::ids::SellerId;

const GIVER: SellerId = SellerId(1);
const RECEIVER: SellerId = SellerId(2);

fn item(kind: RecordKind, id: i64, owner: Option<i64>, open: bool) -> Item {
    Item { kind, id, owner: owner.map(SellerId), open }
}

#[test]
fn every_kind_has_its_fare() {
    let table: String = RecordKind::ALL
        .iter()
        .map(|kind| format!("{:<17} {:?} ({})\n", kind.text(), kind.fare(), kind.words().zh))
        .collect();
    expect![[r#"
        task              Moves (任務)
        opportunity       MustBeDecided (商機)
        renewal           Moves (續約)
        commitment        MustBeDecided (承諾)
        meeting           Moves (未來的會議)
        case              Moves (案件)
        plan              Moves (計畫)
        implementation    MustBeDecided (導入專案)
        invoice           MustBeDecided (發票)
        activity          Stays (活動)
        note              Stays (筆記)
        contact           Stays (聯絡人)
        document          Stays (附件)
        subscription      Stays (訂閱)
        brief             Stays (客戶簡報)
        transition_share  Personal (過渡分潤)
        credit            Personal (已結案業績)
        ownership         Stays (歸屬)
        team_member       Stays (團隊成員)
        channel           Moves (溝通管道)
    "#]]
    .assert_eq(&table);
}

#[test]
fn what_nobody_decided_on_is_named() {
    let before = Inventory::new([
        item(RecordKind::Opportunity, 1, Some(1), true),
        item(RecordKind::Commitment, 2, Some(1), true),
        item(RecordKind::Task, 3, Some(1), true),
        item(RecordKind::Task, 4, None, true),
        item(RecordKind::Note, 5, Some(1), false),
        item(RecordKind::Opportunity, 6, Some(1), false),
    ]);
    let keep = |reason: &str| Choice::Keep { reason: reason.to_owned(), until: Some(day(30)) };
    let choices = BTreeMap::from([
        ((RecordKind::Commitment, 2), keep(" ")),
        ((RecordKind::Task, 4), keep("mine")),
        ((RecordKind::Note, 5), keep("mine")),
    ]);
    let gaps = decide(&before, GIVER, RECEIVER, &choices).unwrap_err();
    let shown: String = gaps.iter().map(|gap| format!("{}\n{}\n", gap.said.en, gap.said.zh)).collect();
    expect![[r#"
        The task 4 belongs to nobody and cannot stay: move it.
        任務 4 沒有負責人，不能保留：請移轉。
        Nobody has decided who goes on with the open opportunity 1: move it, or keep it with a reason.
        尚未決定由誰接續商機 1：請移轉，或附理由保留。
        The commitment 2 is kept without a reason: write one.
        承諾 2 未附理由而保留：請填寫理由。
    "#]]
    .assert_eq(&shown);
}

#[test]
fn what_is_decided_moves_or_stays_with_its_reason() {
    let before = Inventory::new([
        item(RecordKind::Opportunity, 1, Some(1), true),
        item(RecordKind::Opportunity, 2, Some(1), true),
        item(RecordKind::Opportunity, 3, Some(9), true),
        item(RecordKind::Task, 4, Some(2), true),
        item(RecordKind::TransitionShare, 5, Some(1), true),
        item(RecordKind::Opportunity, 6, Some(1), true),
    ]);
    let choices = BTreeMap::from([
        ((RecordKind::Opportunity, 1), Choice::Move { to: None }),
        (
            (RecordKind::Opportunity, 2),
            Choice::Keep { reason: "nearly won".to_owned(), until: Some(day(30)) },
        ),
        ((RecordKind::Opportunity, 6), Choice::Move { to: Some(SellerId(7)) }),
    ]);
    let moves = decide(&before, GIVER, RECEIVER, &choices).unwrap();
    assert_eq!(
        moves.moved.iter().map(|moved| (moved.item.id, moved.to.0)).collect::<Vec<_>>(),
        [(1, 2), (6, 7)]
    );
    let kept: Vec<_> = moves.kept.iter().map(|(item, why)| (item.id, why.clone())).collect();
    let nearly = Kept::Decided { reason: "nearly won".to_owned(), until: Some(day(30)) };
    let expected = [
        (4, Kept::Rule(Stays::OfReceiver)),
        (2, nearly),
        (3, Kept::Rule(Stays::OfAnother)),
        (5, Kept::Rule(Stays::Personal)),
    ];
    assert_eq!(kept.len(), expected.len());
    assert!(expected.iter().all(|one| kept.contains(one)), "{kept:?}");
    assert_eq!(conserved(&before, &moves, GIVER), Ok(()));
}

#[test]
fn losses_are_caught() {
    let task = item(RecordKind::Task, 1, Some(1), true);
    let before = Inventory::new([task.clone()]);
    let kept = |why| Moves { moved: Vec::new(), kept: vec![(task.clone(), why)] };
    assert_eq!(conserved(&before, &Moves::default(), GIVER), Err(Lost::Gone(task.clone())));
    let left = kept(Kept::Rule(Stays::OfAnother));
    assert_eq!(conserved(&before, &left, GIVER), Err(Lost::LeftBehind(task.clone())));
    let unexplained = kept(Kept::Decided { reason: String::new(), until: None });
    assert_eq!(conserved(&before, &unexplained, GIVER), Err(Lost::LeftBehind(task.clone())));
    let mut twice = kept(Kept::Decided { reason: "mine".to_owned(), until: None });
    assert_eq!(conserved(&before, &twice, GIVER), Ok(()));
    twice.kept.push(twice.kept[0].clone());
    assert_eq!(conserved(&before, &twice, GIVER), Err(Lost::FromNowhere(task.clone())));
    let other = item(RecordKind::Task, 2, Some(1), true);
    let strange = Moves { kept: vec![(other.clone(), Kept::Rule(Stays::Over))], moved: Vec::new() };
    assert_eq!(conserved(&before, &strange, GIVER), Err(Lost::FromNowhere(other)));
    // An owner that was changed on the way is a loss too.
    let changed = Moves {
        kept: vec![(Item { owner: None, ..task.clone() }, Kept::Rule(Stays::Over))],
        moved: Vec::new(),
    };
    assert!(conserved(&before, &changed, GIVER).is_err());
    expect!["The task 1 is neither moved nor kept: decide on it."].assert_eq(&Lost::Gone(task).to_string());
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    let one = (prop::sample::select(RecordKind::ALL), 0_i64..12, prop::option::of(1_i64..5), any::<bool>());
    prop::collection::vec(one.prop_map(|(kind, id, owner, open)| item(kind, id, owner, open)), 0..60)
}

fn choices() -> impl Strategy<Value = BTreeMap<(RecordKind, i64), Choice>> {
    let choice = prop_oneof![
        prop::option::of(2_i64..5).prop_map(|to| Choice::Move { to: to.map(SellerId) }),
        prop_oneof![Just(String::new()), Just("because".to_owned())]
            .prop_map(|reason| Choice::Keep { reason, until: None }),
    ];
    prop::collection::btree_map((prop::sample::select(RecordKind::ALL), 0_i64..12), choice, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_is_lost(items in items(), choices in choices()) {
        let before = Inventory::new(items);
        match decide(&before, GIVER, RECEIVER, &choices) {
            Ok(moves) => {
                prop_assert_eq!(conserved(&before, &moves, GIVER), Ok(()));
                prop_assert_eq!(before.items().len(), moves.moved.len() + moves.kept.len());
                prop_assert!(moves.moved.iter().all(|moved| moved.item.open && !matches!(moved.item.kind.fare(), Fare::Stays | Fare::Personal)));
                // Any record taken out is missed.
                let mut poorer = moves.clone();
                if poorer.kept.pop().is_some() || poorer.moved.pop().is_some() {
                    prop_assert!(conserved(&before, &poorer, GIVER).is_err());
                }
            }
            Err(gaps) => {
                prop_assert!(!gaps.is_empty());
                // Deciding what was asked for is enough.
                let mut all = choices;
                for gap in &gaps {
                    all.insert((gap.item.kind, gap.item.id), Choice::Move { to: None });
                }
                prop_assert!(decide(&before, GIVER, RECEIVER, &all).is_ok());
            }
        }
    }
}
