//! Designs of the sales force through the door: scenarios, studies that nodes work off, trials, calibration.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::sync::atomic::AtomicBool;
use tandem_app::designs::{self, Worker};
use tandem_app::{Actor, imports};
use tandem_engines::simulate::{Budget, Watch, parse, search};
use tandem_testkit::{Answer, Call, Client, House, Kind, Person, on_both};

on_both!(
    scenarios_are_kept_and_changed_from_the_version_that_was_read,
    a_comparison_is_worked_off_and_says_what_it_hangs_on,
    a_chunk_that_a_node_left_is_taken_by_another_when_its_time_is_over,
    a_cancelled_study_stays_cancelled_whatever_nodes_still_bring,
    a_search_in_chunks_finds_what_a_search_in_one_go_finds,
    remedies_stand_beside_two_roles_in_one_comparison,
    a_plan_is_taken_with_what_is_expected_of_it_and_taken_back,
    the_plan_of_a_search_is_played_anew_on_other_lives,
    the_record_is_read_once_until_it_changes,
    a_scenario_from_the_book_starts_with_its_arr,
    what_is_refused_says_what_to_do,
    a_trial_keeps_nothing,
    the_record_says_what_it_tells_and_what_it_cannot,
);

const ONE_ROLE: &str = "{T: 52, N0: 4, team: [4, 0, 0, 0], n_acc: [200, 100, 30], n_cust0: [10, 6, 2]}";
const TWO_ROLES: &str =
    "{T: 52, N0: 4, team: [0, 2, 2, 0], m_wk: [13, 13, 13], n_acc: [200, 100, 30], n_cust0: [10, 6, 2]}";

async fn post(client: &Client, path: &str, body: &Value) -> Answer {
    client.send(Call::new("POST", &format!("/api/v1/designs/{path}")).json(body)).await
}

async fn keep(client: &Client, name: &str, document: &str, from_book: bool) -> String {
    let body = json!({"name": name, "document": document, "from_book": from_book});
    let kept = post(client, "scenarios", &body).await;
    assert_eq!(kept.status, 201, "{}", kept.text());
    kept.json()["id"].as_str().unwrap().to_owned()
}

async fn start(client: &Client, body: &Value) -> String {
    let started = post(client, "studies", body).await;
    assert_eq!(started.status, 201, "{}", started.text());
    started.json()["id"].as_str().unwrap().to_owned()
}

async fn study(client: &Client, id: &str) -> Value {
    let answer = client.get(&format!("/api/v1/designs/studies/{id}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn finish(worker: &mut Worker) -> usize {
    let mut pieces = 0;
    while worker.work().await.unwrap() {
        pieces += 1;
    }
    pieces
}

async fn two(client: &Client) -> (String, String) {
    (keep(client, "one", ONE_ROLE, false).await, keep(client, "two", TWO_ROLES, false).await)
}

async fn scenarios_are_kept_and_changed_from_the_version_that_was_read(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let (one, _) = two(&head).await;
    let again = post(&head, "scenarios", &json!({"name": "one", "document": ""})).await;
    assert_eq!(again.status, 409);
    assert!(again.text().contains("another name"), "{}", again.text());
    let change = |version: i64, name: &str| {
        let body = json!({"version": version, "name": name, "document": "T: 52", "from_book": false});
        head.send(Call::new("PUT", &format!("/api/v1/designs/scenarios/{one}")).json(&body))
    };
    assert_eq!(change(1, "first").await.status, 204);
    assert_eq!(change(1, "late").await.status, 409);
    assert_eq!(change(2, "two").await.status, 409, "the name is taken");
    let list = house.sign_in(Person::Viewer).await.get("/api/v1/designs").await.json();
    let row = &list["scenarios"][0];
    assert_eq!((&row["name"], &row["version"], &row["by"]), (&json!("first"), &json!(2), &json!("Head")));
    assert_eq!((&row["changed"], &list["may_change"]), (&json!({"T": 52}), &json!(false)));
    let gone = head.send(Call::new("DELETE", &format!("/api/v1/designs/scenarios/{one}"))).await;
    assert_eq!(gone.status, 204);
    let events: Vec<String> = house.dump().await.0.remove("event").unwrap();
    for kind in ["scenario.created", "scenario.changed", "scenario.deleted"] {
        assert!(events.iter().any(|event| event.contains(kind)), "{kind}");
    }
}

async fn a_comparison_is_worked_off_and_says_what_it_hangs_on(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let (one, two) = two(&head).await;
    let id = start(&head, &json!({"kind": "comparison", "scenarios": [one, two], "seeds": 6})).await;
    let begun = study(&head, &id).await;
    assert_eq!((&begun["state"], &begun["runs_done"]), (&json!("running"), &json!(0)));
    let mut first = Worker::new(house.app.clone(), "first");
    let mut second = Worker::new(house.another_node("2026-06-15T10:00:10Z").await, "second");
    // In turns: both bring their pieces, and whoever finds a stage complete begins the next.
    while first.work().await.unwrap() | second.work().await.unwrap() {}
    let done = study(&house.sign_in(Person::Viewer).await, &id).await;
    assert_eq!(done["state"], "done", "{done}");
    assert_eq!(done["runs_done"], done["runs_total"]);
    let answer = &done["answer"];
    assert_eq!(answer["kind"], "comparison");
    assert_eq!(answer["plans"].as_array().unwrap().len(), 2);
    let fan = &answer["plans"][1]["fans"][0];
    assert_eq!((&fan["measure"], fan["bands"].as_array().unwrap().len()), (&json!("arr"), 13));
    let band: Vec<f64> = serde_json::from_value(fan["bands"][12].clone()).unwrap();
    assert!(band.windows(2).all(|pair| pair[0] <= pair[1]), "{band:?}");
    let verdict = &answer["verdict"];
    assert!(["better", "cannot_tell"].contains(&verdict["kind"].as_str().unwrap()));
    assert_eq!(verdict["seeds"], 6);
    let drivers = answer["drivers"]["items"].as_array().unwrap();
    assert_eq!(drivers.len(), 12);
    // Whoever changes a scenario later is told that the answer is about the old one.
    assert_eq!(done["changed_since"], json!([]));
    let change = json!({"version": 1, "name": "two", "document": "T: 52", "from_book": false});
    let path = format!("/api/v1/designs/scenarios/{two}");
    assert_eq!(head.send(Call::new("PUT", &path).json(&change)).await.status, 204);
    assert_eq!(study(&head, &id).await["changed_since"], json!(["two"]));
    let change = json!({"version": 2, "name": "two", "document": TWO_ROLES, "from_book": false});
    assert_eq!(head.send(Call::new("PUT", &path).json(&change)).await.status, 204);
    // Nothing of the work is left behind, and the answer does not depend on who worked.
    assert!(house.dump().await.0.get("study_chunk").is_none_or(Vec::is_empty));
    let again = start(&head, &json!({"kind": "comparison", "scenarios": [one, two], "seeds": 6})).await;
    finish(&mut first).await;
    assert_eq!(study(&head, &again).await["answer"], *answer);
}

async fn a_chunk_that_a_node_left_is_taken_by_another_when_its_time_is_over(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let one = keep(&head, "one", ONE_ROLE, false).await;
    let asked = json!({"kind": "comparison", "scenarios": [one], "seeds": 3});
    let id = start(&head, &asked).await;
    // The first node takes the only chunk, and the power goes.
    let taken = Worker::new(house.app.clone(), "first").take().await.unwrap();
    assert!(taken.is_some());
    let mut soon = Worker::new(house.another_node("2026-06-15T10:00:29Z").await, "second");
    assert_eq!(finish(&mut soon).await, 0, "the first may still bring it");
    assert_eq!(study(&head, &id).await["state"], "running");
    let mut later = Worker::new(house.another_node("2026-06-15T10:00:31Z").await, "second");
    assert_eq!(finish(&mut later).await, 2, "the chunk, and the end");
    let done = study(&head, &id).await;
    assert_eq!((&done["state"], &done["runs_done"]), (&json!("done"), &json!(3)));
    let unbroken = start(&head, &asked).await;
    finish(&mut Worker::new(house.app.clone(), "first")).await;
    assert_eq!(study(&head, &unbroken).await["answer"], done["answer"]);
}

async fn a_cancelled_study_stays_cancelled_whatever_nodes_still_bring(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let one = keep(&head, "one", ONE_ROLE, false).await;
    let id = start(&head, &json!({"kind": "search", "scenarios": [one], "seeds": 8})).await;
    let mut worker = Worker::new(house.app.clone(), "first");
    let held = worker.take().await.unwrap().unwrap();
    let path = format!("studies/{id}/cancel");
    assert_eq!(post(&house.sign_in(Person::Viewer).await, &path, &json!({})).await.status, 403);
    assert_eq!(post(&head, &path, &json!({})).await.status, 204);
    worker.play(held).await.unwrap();
    assert_eq!(finish(&mut worker).await, 0);
    let cancelled = study(&head, &id).await;
    assert_eq!((&cancelled["state"], &cancelled["runs_done"]), (&json!("cancelled"), &json!(0)));
    assert_eq!(cancelled["answer"], Value::Null);
    let again = post(&head, &path, &json!({})).await;
    assert_eq!(again.status, 409);
    assert!(house.dump().await.0.get("study_chunk").is_none_or(Vec::is_empty));
}

async fn a_search_in_chunks_finds_what_a_search_in_one_go_finds(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let one = keep(&head, "one", ONE_ROLE, false).await;
    let id = start(&head, &json!({"kind": "search", "scenarios": [one], "seeds": 8, "seats_max": 3})).await;
    finish(&mut Worker::new(house.app.clone(), "first")).await;
    let answer = study(&head, &id).await["answer"].clone();
    let budget = Budget { seats_max: 3, seeds: 8, first_seed: 1 };
    let watch = Watch { threads: 1, progress: &|_| {}, cancel: &AtomicBool::new(false) };
    let found = search(&parse(ONE_ROLE).unwrap(), &budget, &watch).unwrap();
    assert_eq!(answer["plans"], serde_json::to_value(&found.plans).unwrap());
    assert_eq!(answer["tried"], json!(found.tried));
    let versus = &answer["versus"];
    let roles = |place: &Value| answer["plans"][place.as_u64().unwrap() as usize]["team"][0] != 0;
    assert_ne!(roles(&versus["better"]), roles(&versus["against"]), "one role against two");
}

async fn remedies_stand_beside_two_roles_in_one_comparison(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let (one, two) = two(&head).await;
    let coached = ONE_ROLE.replace("T: 52", "T: 52, psi: 0.5");
    let coached = keep(&head, "coached", &coached, false).await;
    let asked = json!({"kind": "comparison", "scenarios": [one, two, coached], "seeds": 8, "drivers": false});
    let id = start(&head, &asked).await;
    finish(&mut Worker::new(house.app.clone(), "first")).await;
    let answer = study(&head, &id).await["answer"].clone();
    let apart = |at: usize, measure: &str| {
        let all = answer["plans"][at]["differences"].as_array().unwrap();
        all.iter().find(|one| one["measure"] == measure).unwrap()["difference"].as_f64().unwrap()
    };
    // Coaching costs, and it buys hours for new business in one role too.
    assert!(apart(2, "cost") > 0.0);
    let hunting = |at: usize| answer["plans"][at]["time"][0]["shares"][0].as_f64().unwrap();
    assert!(hunting(2) > hunting(0), "{} {}", hunting(2), hunting(0));
    // The verdict is about the best of all three.
    let npv = |at: usize| answer["plans"][at]["mean"]["npv"].as_f64().unwrap();
    let best = (0..3).max_by(|one, other| npv(*one).total_cmp(&npv(*other))).unwrap();
    assert_eq!(answer["verdict"]["better"], json!(best));
}

async fn compared(house: &House, head: &Client) -> String {
    let (one, two) = two(head).await;
    let asked = json!({"kind": "comparison", "scenarios": [one, two], "seeds": 4, "drivers": false});
    let id = start(head, &asked).await;
    finish(&mut Worker::new(house.app.clone(), "first")).await;
    id
}

async fn take(client: &Client, study: &str, place: usize, from: &str) -> Answer {
    let body =
        json!({"study": study, "place": place, "name": "Two roles", "from": from, "because": "It wins."});
    post(client, "plans", &body).await
}

async fn a_plan_is_taken_with_what_is_expected_of_it_and_taken_back(kind: Kind) {
    let house = House::acme(kind).await;
    let (head, lead) = (house.sign_in(Person::Head).await, house.sign_in(Person::Operations).await);
    assert!(designs::in_force(&house.app).await.unwrap().is_none());
    let study_id = compared(&house, &head).await;
    assert_eq!(
        take(&head, &study_id, 1, "2026-07-01").await.status,
        403,
        "a manager does not decide for all"
    );
    let nothing = take(&lead, &study_id, 2, "2026-07-01").await;
    assert!(nothing.text().contains("no such plan"), "{}", nothing.text());
    let taken = take(&lead, &study_id, 1, "2026-07-01").await;
    assert_eq!(taken.status, 201, "{}", taken.text());
    let first = taken.json()["id"].as_str().unwrap().to_owned();
    let told = study(&head, &study_id).await;
    let list = head.get("/api/v1/designs").await.json();
    let plan = &list["plans"][0];
    assert_eq!((&plan["counts"], &plan["from"]), (&json!(true), &json!("2026-07-01")));
    assert_eq!((&plan["because"], &plan["by"]), (&json!("It wins."), &json!("Operations")));
    assert_eq!(plan["expected"], told["answer"]["plans"][1]);
    assert_eq!((&list["may_decide"], &told["may_decide"]), (&json!(false), &json!(false)));
    // The next one takes its place, and gives it back.
    let second = take(&lead, &study_id, 0, "2026-08-01").await.json()["id"].as_str().unwrap().to_owned();
    let counting = async || {
        let list = head.get("/api/v1/designs").await.json();
        let plans = list["plans"].as_array().unwrap().clone();
        let of: Vec<Value> =
            plans.iter().filter(|one| one["counts"] == true).map(|one| one["id"].clone()).collect();
        of
    };
    assert_eq!(counting().await, vec![json!(second)]);
    let path = format!("plans/{second}/withdraw");
    assert_eq!(post(&lead, &path, &json!({})).await.status, 204);
    assert_eq!(post(&lead, &path, &json!({})).await.status, 404);
    assert_eq!(counting().await, vec![json!(first)]);
    let in_force = designs::in_force(&house.app).await.unwrap().unwrap();
    assert_eq!((in_force.scenario.team, in_force.book), ([0, 2, 2, 0], None));
    let events = house.dump().await.0.remove("event").unwrap();
    for kind in ["plan.taken", "plan.withdrawn"] {
        assert!(events.iter().any(|event| event.contains(kind)), "{kind}");
    }
    let running = start(&head, &json!({"kind": "search", "scenarios": ["1"], "seeds": 8})).await;
    let early = take(&lead, &running, 0, "2026-07-01").await;
    assert_eq!(early.status, 409);
    assert!(early.text().contains("once it is done"), "{}", early.text());
}

async fn the_plan_of_a_search_is_played_anew_on_other_lives(kind: Kind) {
    let house = House::acme(kind).await;
    let (head, lead) = (house.sign_in(Person::Head).await, house.sign_in(Person::Operations).await);
    let book = keep(&head, "book", "{T: 52, N0: 4, team: [4, 0, 0, 0]}", true).await;
    let asked = json!({"kind": "search", "scenarios": [book], "seeds": 8, "seats_max": 3, "drivers": false});
    let id = start(&head, &asked).await;
    finish(&mut Worker::new(house.app.clone(), "first")).await;
    let taken = take(&lead, &id, 1, "2026-07-01").await;
    assert_eq!(taken.status, 201, "{}", taken.text());
    let found = study(&head, &id).await["answer"]["plans"][1].clone();
    let plan = head.get("/api/v1/designs").await.json()["plans"][0].clone();
    assert_eq!(plan["expected"]["team"], found["team"]);
    assert_eq!(plan["expected"]["model"], "tandem-1 from the book");
    assert!(plan["expected"]["fans"][0]["bands"].as_array().unwrap().len() == 13);
    let in_force = designs::in_force(&house.app).await.unwrap().unwrap();
    assert_eq!(json!(in_force.scenario.team), found["team"]);
    let opening = in_force.book.unwrap();
    assert_eq!(in_force.scenario.customers_at_start, opening.counts());
}

async fn the_record_is_read_once_until_it_changes(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let first = head.get("/api/v1/designs/calibration").await.json();
    // Neither a scenario nor a study changes the record; taking an import back does.
    compared(&house, &head).await;
    let before = tandem_store::events::revision(&house.app.db).await.unwrap();
    keep(&head, "another", ONE_ROLE, true).await;
    assert_eq!(tandem_store::events::revision(&house.app.db).await.unwrap(), before);
    assert_eq!(head.get("/api/v1/designs/calibration").await.json(), first);
    let import = house.import_acme().await;
    imports::undo(&house.app, &Actor::operator(), import - 1).await.unwrap();
    let after = head.get("/api/v1/designs/calibration").await.json();
    assert_ne!(first["customers"], json!(0));
    assert_eq!(after["customers"], json!(0));
}

async fn a_scenario_from_the_book_starts_with_its_arr(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let told = head.get("/api/v1/designs/calibration").await.json();
    let book =
        keep(&head, "book", "{T: 52, att: 0, N0: 4, team: [4, 0, 0, 0], q_max: 0, term: 200}", true).await;
    let id =
        start(&head, &json!({"kind": "comparison", "scenarios": [book], "seeds": 2, "drivers": false})).await;
    finish(&mut Worker::new(house.app.clone(), "first")).await;
    let plan = &study(&head, &id).await["answer"]["plans"][0];
    assert_eq!(plan["model"], "tandem-1 from the book");
    // Contracts end when the record says so.
    let stored = tandem_store::designs::question(&house.app.db, id.parse().unwrap()).await.unwrap().unwrap();
    let question: Value = serde_json::from_str(&stored).unwrap();
    let mut weeks: Vec<i64> = question["book"]["customers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["renewal"].as_i64().unwrap())
        .collect();
    let listed = head.get("/api/v1/customers?limit=100").await.json();
    let today: chrono::NaiveDate = "2026-06-15".parse().unwrap();
    let ends = listed["items"].as_array().unwrap().iter().filter_map(|one| one["next_renewal"].as_str());
    let mut known = 0;
    for end in ends {
        let end: chrono::NaiveDate = end.parse().unwrap();
        let at = weeks.iter().position(|week| *week == (end - today).num_days() / 7);
        assert!(at.is_some(), "{end} is nobody's renewal among {weeks:?}");
        weeks.remove(at.unwrap());
        known += 1;
    }
    assert!(known > 2, "Acme's contracts have ends");
    // Nobody leaves before the term is over, and nothing new is sold; after one week only expansion has moved anything.
    let (start, arr) = (told["arr"].as_f64().unwrap(), plan["mean"]["arr"][0].as_f64().unwrap());
    assert!(start > 0.0 && arr >= start - 1.0 && arr < start * 1.2, "{start} {arr}");
}

async fn what_is_refused_says_what_to_do(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let wrong = post(&head, "scenarios", &json!({"name": "x", "document": "q_mx: 0.01"})).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("did you mean `q_max`"), "{}", wrong.text());
    let nameless = post(&head, "scenarios", &json!({"name": " ", "document": ""})).await;
    assert!(nameless.text().contains("needs a name"), "{}", nameless.text());
    let (one, two) = two(&head).await;
    let long = keep(&head, "long", "T: 104", false).await;
    for (body, said) in [
        (json!({"kind": "comparison", "scenarios": []}), "choose one"),
        (json!({"kind": "search", "scenarios": [one, two]}), "starts from one scenario"),
        (json!({"kind": "comparison", "scenarios": [one, one]}), "chosen twice"),
        (json!({"kind": "comparison", "scenarios": [one, long]}), "the same `T`"),
        (json!({"kind": "search", "scenarios": [one], "seeds": 3}), "from 8 to 1000 seeds"),
        (json!({"kind": "search", "scenarios": [one], "seats_max": 90}), "from 2 to 40 seats"),
    ] {
        let answer = post(&head, "studies", &body).await;
        assert_eq!(answer.status, 422, "{body}: {}", answer.text());
        assert!(answer.text().contains(said), "{said}: {}", answer.text());
    }
    let checked = post(&head, "check", &json!({"document": "psi: 3"})).await.json();
    assert!(checked["problems"][0].as_str().unwrap().contains("from 0 to 1"), "{checked}");
}

async fn a_trial_keeps_nothing(kind: Kind) {
    let house = House::acme(kind).await;
    let viewer = house.sign_in(Person::Viewer).await;
    let before = house.dump().await;
    let plans = json!([{"name": "one", "document": ONE_ROLE}, {"name": "two", "document": TWO_ROLES}]);
    let tried = post(&viewer, "try", &json!({"plans": plans})).await;
    assert_eq!(tried.status, 200, "{}", tried.text());
    assert_eq!(tried.json()["plans"][1]["team"], json!([0, 2, 2, 0]));
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
    let large = json!([{"name": "large", "document": "{n_acc: [9000000, 0, 0], n_cust0: [0, 0, 0]}"}]);
    let refused = post(&viewer, "try", &json!({"plans": large})).await;
    assert!(refused.text().contains("too large to be tried"), "{}", refused.text());
}

async fn the_record_says_what_it_tells_and_what_it_cannot(kind: Kind) {
    let house = House::acme(kind).await;
    let told = house.sign_in(Person::Viewer).await.get("/api/v1/designs/calibration").await.json();
    let estimates = told["estimates"].as_array().unwrap();
    let of = |key: &str| estimates.iter().find(|one| one["key"] == key).unwrap();
    // Three hunters, two account managers; nothing says how much of the service was easy.
    assert_eq!(of("team")["source"], "measured");
    assert_eq!(of("base")["source"], "input");
    assert_eq!((&of("rho_R")["source"], &of("rho_R")["why"]), (&json!("assumed"), &json!("not_recorded")));
    assert_eq!((&of("p_churn")["source"], &of("p_churn")["why"]), (&json!("assumed"), &json!("too_few")));
    let customers: u64 = of("n_cust0")["value"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(json!(customers), told["customers"]);
    let document = told["document"].as_str().unwrap();
    assert!(parse(document).is_ok(), "{document}");
    let words: Vec<&Value> = told["sizes"].as_array().unwrap().iter().map(|size| &size["words"]).collect();
    assert_eq!(words, [&json!(["small"]), &json!(["mid-market"]), &json!(["enterprise"])]);

    // Words that tell no size: then the potential does, in two bounds.
    let folder = house.folder().join("words");
    std::fs::create_dir_all(&folder).unwrap();
    let customers: String = (1..=11).map(|n| format!("c{n:02},Customer {n},Tier {n}\n")).collect();
    std::fs::write(folder.join("customers.csv"), format!("customer_id,name,segment\n{customers}")).unwrap();
    let request = imports::Request { paths: vec![folder], ..imports::Request::default() };
    imports::run(&house.app, &Actor::operator(), request).await.unwrap();
    let told = house.sign_in(Person::Viewer).await.get("/api/v1/designs/calibration").await.json();
    assert_eq!(told["segments"], "by_size");
    let sizes = told["sizes"].as_array().unwrap();
    assert!(sizes.iter().all(|size| size["words"] == json!([])), "{sizes:?}");
    let from: Vec<Option<f64>> = sizes.iter().map(|size| size["potential_from"].as_f64()).collect();
    assert!(from[0].is_none() && from[1].unwrap() > 0.0 && from[1] <= from[2], "{from:?}");
}
