//! Several plans in force beside each other: who is in which, what meets, and by whose terms a unit is shared between two.
use tandem_core::incentives::in_force::{on, overlap};
use tandem_core::incentives::{
    Book, Calculator, Credits, Event, Handoff, Movement, Output, Plan, Post, Posting, read,
};
use tandem_core::money::Money;

fn plan(name: &str, version: &str, effective: &str, rest: &str) -> Plan {
    let head = format!("name: {name}\nversion: {version}\neffective: {effective}\ncurrency: USD\n{rest}");
    read(&format!("{head}\ncomponents:\n- {{id: growth, on: [expansion], rate: 10 %}}\n")).unwrap()
}

fn check_overlap(plans: &[Plan], expected: Option<(&str, &str, &str, &str)>) {
    let found = overlap(plans);
    let told = found.map(|twice| {
        let last = twice.days.1.map_or_else(|| "for good".to_owned(), |day| day.to_string());
        (twice.one.name.clone(), twice.other.name.clone(), twice.days.0.to_string(), last)
    });
    let expected =
        expected.map(|(one, other, first, last)| (one.into(), other.into(), first.into(), last.into()));
    assert_eq!(told, expected);
}

#[test]
fn plans_meet_where_somebody_can_be_in_both() {
    let all = || plan("All", "1", "2027-01-01", "");
    let hunters = || plan("H", "1", "2027-01-01", "for: {roles: [hunter]}");
    let managers = || plan("M", "1", "2027-03-01", "for: {roles: [account_manager, hunter], except: [ann]}");
    let ann = || plan("Ann", "1", "2027-02-01", "for: {people: [ann]}");
    let hunters_but_ann = || plan("H", "1", "2027-01-01", "for: {roles: [hunter], except: [ann]}");
    let until = || plan("All", "1", "2027-01-01", "until: 2027-02-28");
    let account_managers = || plan("M", "1", "2027-03-01", "for: {roles: [account_manager]}");
    check_overlap(&[all(), hunters()], Some(("All", "H", "2027-01-01", "for good")));
    check_overlap(&[hunters(), managers()], Some(("H", "M", "2027-03-01", "for good")));
    check_overlap(&[hunters(), account_managers()], None);
    // She may become a hunter.
    check_overlap(&[hunters(), ann()], Some(("H", "Ann", "2027-02-01", "for good")));
    check_overlap(&[hunters_but_ann(), ann()], None);
    check_overlap(&[managers(), ann()], None);
    check_overlap(&[until(), account_managers()], None);
    check_overlap(&[until(), ann()], Some(("All", "Ann", "2027-02-01", "2027-02-28")));
    // The next version of a plan leaves room for another one.
    let narrower = plan("All", "2", "2027-03-01", "for: {roles: [hunter]}");
    check_overlap(&[all(), narrower.clone(), account_managers()], None);
    let day = "2027-03-01".parse().unwrap();
    let plans = [all(), narrower, account_managers()];
    let names: Vec<String> =
        on(&plans, day).iter().map(|plan| format!("{} {}", plan.name, plan.version)).collect();
    assert_eq!(names, ["All 2", "M 1"]);
}

#[test]
fn what_for_says_is_read_strictly() {
    let text = |rest: &str| {
        format!(
            "name: P\nversion: 1\neffective: 2027-01-01\ncurrency: USD\n{rest}\ncomponents:\n- {{id: a, on: [new], rate: 1 %}}\n"
        )
    };
    for (rest, wrong) in [
        ("for: {role: [hunter]}", "role"),
        ("for: {people: [ann], except: [ann]}", "`ann` stands in `people` and in `except`"),
        ("for: [hunter]", "for"),
    ] {
        let refused = read(&text(rest)).unwrap_err();
        assert!(refused[0].reason.contains(wrong), "{rest}: {refused:?}");
    }
    assert!(read(&text("")).unwrap().audience.is_everybody());
}

const SHARES: &str = "transition: {components: [growth], shares: [100 %, 50 %], held: {part: 50 %, brief_accepted: true, retained_days: 30}}";

/// Ann, a hunter, gave a unit to Cleo, an account manager, who sells 1,000 more on the day.
fn sold(plans: Vec<Plan>, day: &str) -> Vec<Posting> {
    let post = |person: &str, role: &str| Post {
        person: person.into(),
        role: role.into(),
        start: "2026-01-01".parse().unwrap(),
        end: None,
        plan: None,
    };
    let transferred = "2027-01-31".parse().unwrap();
    let handoff = Handoff {
        unit: "u".into(),
        from: "ann".into(),
        to: "cleo".into(),
        transferred,
        brief_accepted: None,
        known: transferred,
        off: None,
    };
    let book =
        Book::new(plans, &[post("ann", "hunter"), post("cleo", "account_manager")], vec![handoff]).unwrap();
    let mut calculator = Calculator::new(book, []);
    let mut postings = Vec::new();
    let mut out = |output| {
        if let Output::Posting(posting) = output {
            postings.push(posting);
        }
    };
    let day = day.parse().unwrap();
    let event = Event {
        id: "e".into(),
        date: day,
        posted: day,
        unit: "u".into(),
        movement: Movement::Expansion,
        amount: Some(Money::parse("1000", "USD".parse().unwrap()).unwrap()),
        credits: Credits::whole("cleo"),
        of: None,
        note: None,
    };
    calculator.take(&event, &mut out).unwrap();
    calculator.finish("2027-12-31".parse().unwrap(), &mut out).unwrap();
    postings
}

fn parts(posting: &Posting) -> Vec<String> {
    let own = posting.entries.iter().filter_map(|entry| {
        Some(format!("{} {} {}", entry.person.as_deref()?, entry.account.text(), entry.minor))
    });
    own.collect()
}

#[test]
fn a_share_follows_the_plan_of_the_giver() {
    let for_hunters = |rest: &str| plan("H", "1", "2027-01-01", &format!("for: {{roles: [hunter]}}\n{rest}"));
    let for_managers =
        |rest: &str| plan("M", "1", "2027-01-01", &format!("for: {{roles: [account_manager]}}\n{rest}"));
    let postings = sold(vec![for_hunters(SHARES), for_managers("")], "2027-03-10");
    assert_eq!(postings[0].plan.name, "M", "the rate is of the plan of whoever is credited");
    assert_eq!(
        parts(&postings[0]),
        ["ann payable 2500", "cleo payable 7500"],
        "the brief was not accepted in time"
    );
    let postings = sold(vec![for_hunters(SHARES), for_managers("")], "2027-02-10");
    assert_eq!(parts(&postings[0]), ["ann held 5000", "ann payable 5000"]);
    assert_eq!(
        parts(&postings[1]),
        ["ann held -5000", "cleo payable 5000"],
        "lost by the terms of the giver's plan"
    );
    // The receiver's plan does not decide.
    let postings = sold(vec![for_hunters(""), for_managers(SHARES)], "2027-02-10");
    assert_eq!(parts(&postings[0]), ["cleo payable 10000"]);
    // Nor does one by which the giver is paid later.
    let later = plan("H", "1", "2027-02-05", &format!("for: {{roles: [hunter]}}\n{SHARES}"));
    assert_eq!(parts(&sold(vec![later, for_managers("")], "2027-02-10")[0]), ["cleo payable 10000"]);
}

#[test]
fn nobody_is_paid_by_a_plan_that_is_for_others() {
    let hunters = plan("H", "1", "2027-01-01", "for: {roles: [hunter]}");
    assert_eq!(sold(vec![hunters], "2027-03-10"), Vec::new());
}
