//! What happens in each of the demo company's handoffs, and how many days ago.
use chrono::{Days, NaiveDate};
use tandem_core::handoffs::acts::{Act, Dates};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Giver,
    Receiver,
    Manager,
}

/// What is done.
#[derive(Clone, Debug)]
pub enum Work {
    /// An act with the handoff.
    Act(Act),
    /// Everything that the gates ask for.
    Prepared,
    /// The brief is written, and the receiver misses something in it.
    BriefReturned,
    /// The manager lets it pass every gate that is open.
    Waved(&'static str),
    /// The steps that were due by then, so many days ago, are done.
    StepsUntil(u64),
}

/// A handoff.
pub struct Script {
    /// Days since it was proposed.
    pub proposed: u64,
    /// Who proposed it.
    pub by: Who,
    /// Why.
    pub reason: &'static str,
    /// What happened then: days ago, who, what.
    pub acts: Vec<(u64, Who, Work)>,
}

fn act(ago: u64, who: Who, act: Act) -> (u64, Who, Work) {
    (ago, who, Work::Act(act))
}

fn accept(ago: u64) -> (u64, Who, Work) {
    act(ago, Who::Receiver, Act::Accept { receiver: None })
}

/// One script for every state, the ones under way first.
pub fn all(as_of: NaiveDate) -> Vec<Script> {
    use Who::{Giver, Manager, Receiver};
    let day = |ago: i64| match ago {
        0.. => as_of - Days::new(ago.unsigned_abs()),
        _ => as_of + Days::new(ago.unsigned_abs()),
    };
    let prepare = |ago, playbook: &str, introduction, transfer| {
        let dates = Dates { introduction: day(introduction), transfer: day(transfer) };
        act(ago, Receiver, Act::Prepare { playbook: playbook.to_owned(), version: "1".to_owned(), dates })
    };
    let script = |proposed, reason, acts| Script { proposed, by: Giver, reason, acts };
    let text = str::to_owned;
    vec![
        script(2, "Half of the potential is developed, and the product is in daily use.", vec![]),
        script(
            9,
            "First sale half a year ago; they ask for somebody who is there every week.",
            vec![accept(6)],
        ),
        script(
            24,
            "The implementation is done.",
            vec![
                accept(20),
                prepare(19, "standard", -2, -12),
                (17, Giver, Work::StepsUntil(17)),
                (3, Giver, Work::BriefReturned),
            ],
        ),
        script(
            31,
            "Two more products are in use than a year ago.",
            vec![
                accept(28),
                prepare(27, "small", 4, -6),
                (5, Giver, Work::StepsUntil(6)),
                act(4, Giver, Act::Introduce),
            ],
        ),
        script(
            40,
            "A new hunter territory begins next month.",
            vec![
                accept(37),
                prepare(36, "remote", 12, -3),
                act(12, Giver, Act::Introduce),
                (8, Giver, Work::Prepared),
                act(6, Receiver, Act::Overlap),
            ],
        ),
        script(
            45,
            "Forty percent of the potential is developed.",
            vec![
                accept(42),
                prepare(41, "small", 26, 18),
                act(26, Giver, Act::Introduce),
                (22, Giver, Work::Prepared),
                (18, Manager, Work::Waved("The customer's owner was abroad; the call is on Thursday.")),
                act(18, Receiver, Act::Transfer { on: day(18) }),
            ],
        ),
        script(
            78,
            "First sale a year ago, everything implemented.",
            vec![
                accept(75),
                prepare(74, "small", 62, 56),
                act(62, Giver, Act::Introduce),
                (58, Giver, Work::Prepared),
                (56, Manager, Work::Waved("They have worked together for two years.")),
                act(56, Receiver, Act::Transfer { on: day(56) }),
                act(9, Manager, Act::Settle),
            ],
        ),
        script(
            12,
            "The contract runs another two years.",
            vec![act(
                9,
                Receiver,
                Act::Decline {
                    reason: text("The second business unit decides next month; the hunter should close it."),
                },
            )],
        ),
        script(
            15,
            "The account manager serves their sister company.",
            vec![
                accept(13),
                act(
                    10,
                    Manager,
                    Act::Postpone {
                        until: day(-35),
                        reason: text("Their new managing director begins in a month."),
                    },
                ),
            ],
        ),
        script(
            30,
            "Only renewals are left to do.",
            vec![
                accept(26),
                prepare(25, "small", 11, 4),
                act(
                    8,
                    Receiver,
                    Act::Return {
                        reason: text("Two promises are not in the brief; the invoice of March is open."),
                    },
                ),
            ],
        ),
        script(
            33,
            "They use the product every day.",
            vec![
                accept(30),
                act(
                    14,
                    Manager,
                    Act::Cancel { reason: text("They merge with a customer of the other team.") },
                ),
            ],
        ),
    ]
}
