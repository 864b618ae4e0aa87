//! Studies: the same answer however the work is cut, and whichever start; one role can win.
use crate::simulate::scenario;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use tandem_engines::simulate::opening::{CustomerNow, Opening, UnitNow};
use tandem_engines::simulate::study::{
    Compared, Kind, Next, Planned, Question, Stage, VerdictKind, answer, answer_watched, cut, gather, next,
    play, runs_expected,
};
use tandem_engines::simulate::{Scenario, Watch, simulate, simulate_from};

const SMALL: &str = "{T: 52, N0: 4, team: [4, 0, 0, 0], n_acc: [200, 100, 30], n_cust0: [10, 6, 2]}";

fn planned(name: &str, document: &str) -> Planned {
    Planned { name: name.to_owned(), document: document.to_owned(), from_book: false }
}

fn question(documents: &[&str]) -> Question {
    Question {
        kind: Kind::Comparison,
        plans: documents.iter().map(|document| planned(document, document)).collect(),
        book: None,
        seeds: 8,
        first_seed: 1,
        driver_seeds: 0,
        seats_max: 3,
        intervals: BTreeMap::new(),
    }
}

fn compared(question: &Question) -> Compared {
    let told = serde_json::to_value(answer(question).unwrap()).unwrap();
    serde_json::from_value(told).unwrap()
}

#[test]
fn the_answer_is_the_same_however_the_work_is_cut() {
    let two = SMALL.replace("[4, 0, 0, 0]", "[0, 2, 2, 0]");
    let asked = Question { driver_seeds: 3, ..question(&[SMALL, &two]) };
    let mut done: Vec<Stage> = Vec::new();
    let mut runs = 0;
    let answered = loop {
        match next(&asked, &done).unwrap() {
            Next::Answer(answer) => break *answer,
            Next::Run(tasks) => {
                let chunks = cut(&asked, &tasks).unwrap();
                // As it comes back from a database, and in pieces of one seed.
                let text = serde_json::to_string(&chunks).unwrap();
                let chunks: Vec<Vec<tandem_engines::simulate::study::Piece>> =
                    serde_json::from_str(&text).unwrap();
                let pieces = chunks.iter().flatten().flat_map(|piece| {
                    (0..piece.task.seeds).map(|at| {
                        let mut one = piece.clone();
                        one.task.first_seed += at as u64;
                        one.task.seeds = 1;
                        (one.of, play(&asked, &one).unwrap())
                    })
                });
                let stage = gather(tasks.len(), pieces);
                runs += stage.iter().map(Vec::len).sum::<usize>();
                done.push(serde_json::from_str(&serde_json::to_string(&stage).unwrap()).unwrap());
            }
        }
    };
    assert_eq!(answered, answer(&asked).unwrap());
    let watch = Watch { threads: 3, progress: &|_| {}, cancel: &AtomicBool::new(false) };
    assert_eq!(answered, answer_watched(&asked, &watch).unwrap());
    // Two plans on eight seeds; both at two ends of twelve parameters, and as they are, on three.
    assert_eq!(runs, 2 * 8 + 2 * 25 * 3);
    assert!(runs_expected(&asked).abs_diff(runs) <= 6);
}

#[test]
fn chunks_hold_about_as_much_work_each() {
    let large = "{n_acc: [300000, 20000, 0], n_cust0: [10, 0, 0], T: 156}";
    let Next::Run(tasks) = next(&question(&[large]), &[]).unwrap() else {
        panic!("there is something to run")
    };
    assert_eq!(cut(&question(&[large]), &tasks).unwrap().len(), 8, "one run each");
    let Next::Run(tasks) = next(&question(&[SMALL]), &[]).unwrap() else {
        panic!("there is something to run")
    };
    assert_eq!(cut(&question(&[SMALL]), &tasks).unwrap().len(), 1);
}

#[test]
fn one_role_wins_where_nothing_speaks_for_two() {
    let against = "f_easy: 0, l_spec: 0, zeta: 0, psi: 0.5, coord: 3, D0: 0.9, r_fit: 0, omega: 0.5, n_cust0: [30, 21, 5]";
    let (one, two) = (format!("{{{against}}}"), format!("{{{against}, team: [0, 6, 6, 0]}}"));
    let verdict = compared(&question(&[&one, &two])).verdict.unwrap();
    assert_eq!((verdict.kind, verdict.better, verdict.one_role), (VerdictKind::Better, 0, true));
    let usual = compared(&question(&["", "{team: [0, 5, 5, 2], m_wk: [13, 13, 13]}"])).verdict.unwrap();
    assert_eq!((usual.kind, usual.better, usual.one_role), (VerdictKind::Better, 1, false));
    assert!(usual.low.unwrap() < usual.difference && usual.difference < usual.high.unwrap());
    let same = compared(&question(&["", "{}"])).verdict.unwrap();
    assert_eq!((same.kind, same.difference), (VerdictKind::CannotTell, 0.0));
}

#[test]
fn of_three_the_best_is_held_against_the_next_best_too() {
    let two = "{team: [0, 5, 5, 2], m_wk: [13, 13, 13]}";
    let told = compared(&question(&["", two, two]));
    let (verdict, next) = (told.verdict.unwrap(), told.runner_up.unwrap());
    assert_eq!((verdict.kind, verdict.against), (VerdictKind::Better, 0));
    assert_eq!((next.better, next.better + next.against), (verdict.better, 3), "the other of the two");
    assert_eq!((next.kind, next.difference), (VerdictKind::CannotTell, 0.0));
    let told = compared(&question(&[two, "", ""]));
    assert_eq!(
        (told.verdict.unwrap().better, told.runner_up),
        (0, None),
        "it is held against the next best already"
    );
    assert_eq!(compared(&question(&["", two])).runner_up, None);
}

#[test]
fn fans_are_quantiles_of_seeds_and_end_where_the_runs_end() {
    let told = compared(&question(&[SMALL]));
    let ends: Vec<f64> = (1..=8).map(|seed| simulate(&scenario(SMALL), seed).arr().round()).collect();
    let last = told.plans[0].fans[0].bands.last().unwrap();
    let inside = ends.iter().filter(|end| (last[0]..=last[4]).contains(*end)).count();
    assert_eq!(inside, 6, "the least and the greatest of eight lie outside of 5 to 95 %: {last:?} {ends:?}");
    let retention = &told.plans[0].fans.iter().find(|fan| fan.measure == "retention").unwrap().bands;
    let kept: Vec<f64> = (1..=8)
        .map(|seed| {
            let run = simulate(&scenario(SMALL), seed);
            let gone: f64 = run.rows.iter().map(|row| row.churn + row.contraction).sum();
            let base: f64 = run.rows.iter().step_by(4).map(|row| row.start).sum::<f64>() / 13.0;
            1.0 - gone / base
        })
        .collect();
    assert_eq!(retention.len(), 1, "the first year is over with the last week");
    let inside = kept.iter().filter(|kept| (retention[0][0]..=retention[0][4]).contains(*kept)).count();
    assert_eq!(inside, 6, "{retention:?} {kept:?}");
    let npv = &told.plans[0].spreads[0];
    assert_eq!(npv.measure, "npv");
    let mean = told.plans[0].mean.npv.unwrap();
    assert!(npv.band[0] < mean && mean < npv.band[4], "{npv:?} {mean}");
    let shares: f64 = told.plans[0].time[0].shares.iter().sum();
    assert!((0.95..=1.001).contains(&shares), "{shares}");
}

fn book(arr: f64) -> Opening {
    let unit = UnitNow { arr, potential: Some(60_000.0) };
    let idle = UnitNow { arr: 0.0, potential: None };
    let customer = |at: usize| CustomerNow {
        segment: at % 3,
        remote: Some(at.is_multiple_of(2)),
        age: 10 * at as i32,
        renewal: at as i32,
        seat: at,
        units: vec![unit, idle],
    };
    Opening { customers: (0..12).map(customer).collect() }
}

#[test]
fn a_start_from_the_book_is_the_book_under_every_seed() {
    let book = book(25_000.0);
    let fitted = book.fitted(&scenario("{T: 20, n_acc: [100, 50, 10], n_cust0: [1, 1, 1], n_bu: [1, 1, 1]}"));
    assert_eq!(fitted.customers_at_start, [4, 4, 4]);
    let runs: Vec<_> = (1..4).map(|seed| simulate_from(&fitted, &book, seed)).collect();
    for run in &runs {
        assert!((run.rows[0].start - 300_000.0).abs() < 1e-6);
        let row = run.rows[0];
        assert!((row.start + row.new + row.expansion - row.contraction - row.churn - row.end).abs() < 1e-6);
    }
    assert_ne!(runs[0].rows, runs[1].rows, "the luck differs");
    assert_eq!(simulate_from(&fitted, &book, 1), runs[0]);
    let prospects = runs[0].rows[0].prospects;
    assert_eq!(prospects, 100 + 50 + 10 - 12, "customers are no prospects");
}

#[test]
fn more_seats_before_than_in_the_plan_cost_relationships_of_the_book_too() {
    let book = book(25_000.0);
    let cut = |team: &str| book.fitted(&scenario(&format!("{{T: 1, N0: 12, team: {team}, coord: 0}}")));
    let (kept, fewer): (Scenario, Scenario) = (cut("[12, 0, 0, 0]"), cut("[6, 0, 0, 0]"));
    let relationship = |s: &Scenario| simulate_from(s, &book, 1).rows[0].relationship;
    assert!(relationship(&fewer) < 0.9 * relationship(&kept));
}
