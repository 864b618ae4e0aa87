//! Alignments through the door: from the record to proposals that any node finds, work on them, challenges, adoption with its handoffs, undo, drift.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use tandem_app::alignments::Worker;
use tandem_core::sellers::SellerRole;
use tandem_store::ownership;
use tandem_testkit::{Answer, Call, Client, House, Kind, Person, on_both, today};

on_both!(
    a_draft_says_what_the_data_lack_and_any_node_finds_its_proposals,
    a_piece_that_a_node_left_is_taken_by_another_and_a_cancelled_solve_stays_cancelled,
    locks_and_pairs_are_followed_and_what_cannot_be_is_refused,
    keeping_a_unit_costs_what_the_parts_say,
    a_proposal_made_of_data_that_changed_is_refused_with_the_difference,
    adopting_proposes_every_handoff_and_pairs_hunters_and_is_taken_back_before_its_day,
    a_manager_sees_the_own_part_and_challenges_a_move,
    what_drifts_is_told_with_the_day_since_when,
    customers_who_want_video_are_offered_inside_and_never_forced,
    a_unit_goes_to_whoever_speaks_its_language_where_that_is_worth_it,
    handoffs_of_an_alignment_say_why_in_both_languages,
);

async fn post(client: &Client, path: &str, body: &Value) -> Answer {
    client.send(Call::new("POST", &format!("/api/v1/alignments{path}")).json(body)).await
}

async fn get(client: &Client, path: &str) -> Value {
    let answer = client.get(&format!("/api/v1/alignments{path}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// The head of operations with a draft of all units.
async fn drafted(house: &House) -> (Client, String) {
    let operations = house.sign_in(Person::Operations).await;
    let made = post(&operations, "", &json!({"name": "Two roles", "scope": "all"})).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let id = made.json()["id"].as_str().unwrap().to_owned();
    (operations, id)
}

async fn finish(worker: &Worker) {
    while worker.work().await.unwrap() {}
}

/// A draft with its proposals.
async fn solved(house: &House) -> (Client, String) {
    let (operations, id) = drafted(house).await;
    assert_eq!(post(&operations, &format!("/{id}/solve"), &json!({})).await.status, 204);
    finish(&Worker::new(house.app.clone(), "one")).await;
    (operations, id)
}

fn unit(proposal: &Value, id: i64) -> &Value {
    let all = proposal["units"].as_array().unwrap();
    all.iter().find(|unit| unit["id"] == json!(id.to_string())).unwrap()
}

async fn first(client: &Client, id: &str) -> String {
    get(client, &format!("/{id}")).await["proposals"][0]["key"].as_str().unwrap().to_owned()
}

async fn a_draft_says_what_the_data_lack_and_any_node_finds_its_proposals(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = drafted(&house).await;
    let draft = get(&operations, &format!("/{id}")).await;
    let lacks = |what: &str| {
        draft["problems"].as_array().unwrap().iter().find(|problem| problem["lack"] == what).cloned()
    };
    let potential = lacks("potential").unwrap();
    assert_eq!(potential["count"], 2);
    let names: Vec<&str> =
        potential["first"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Zephyr Foods", "Quarry & Sons"]);
    assert_eq!(lacks("seller_place").unwrap()["count"], 2);
    assert_eq!(lacks("owner"), None, "whoever has no revenue is not aligned");
    assert_eq!(draft["totals"]["units"], 9);
    assert_eq!(post(&operations, &format!("/{id}/solve"), &json!({})).await.status, 204);
    assert_eq!(post(&operations, &format!("/{id}/solve"), &json!({})).await.status, 409, "once at a time");
    let running = get(&operations, &format!("/{id}")).await;
    assert_eq!((&running["solve"]["state"], &running["is_running"]), (&json!("running"), &json!(true)));
    let (one, two) = (
        Worker::new(house.app.clone(), "one"),
        Worker::new(house.another_node("2026-06-15T10:00:05Z").await, "two"),
    );
    while one.work().await.unwrap() | two.work().await.unwrap() {}
    let done = get(&operations, &format!("/{id}")).await;
    assert_eq!(done["solve"]["state"], "done", "{done}");
    let proposals = done["proposals"].as_array().unwrap();
    assert!(!proposals.is_empty());
    for line in proposals {
        let figures = &line["figures"];
        assert_eq!(figures["interfaces"][1], 1, "every hunter has one account manager");
        assert!(line["gap"].as_f64().unwrap() >= 0.0);
        assert_eq!(line["behind"], false);
        let key = line["key"].as_str().unwrap();
        let proposal = get(&operations, &format!("/{id}/proposals/{key}")).await;
        let units = proposal["units"].as_array().unwrap();
        assert_eq!(units.len(), 9);
        let moved = units.iter().filter(|unit| unit["change"] == "moved").count();
        assert_eq!(figures["moved"], moved);
        // What people have afterwards is what units need and hunters bring.
        let sum = |part: &str| -> f64 {
            let people = figures["people"].as_array().unwrap().iter();
            people.map(|person| person[part][1].as_f64().unwrap()).sum()
        };
        assert_eq!(sum("units") as usize, 9);
        let hours: f64 = units.iter().map(|unit| unit["hours"].as_f64().unwrap()).sum();
        assert!(sum("hours") >= hours - 1e-6);
        // Whatever is in a hunter's pipeline is where the hunter is.
        for unit in units.iter().filter(|unit| !unit["hunter"].is_null()) {
            let people = proposal["people"].as_array().unwrap();
            let hunter = people.iter().find(|person| person["id"] == unit["hunter"]).unwrap();
            assert_eq!(hunter["paired"], unit["to"]);
        }
    }
    // Nothing of the record was touched by looking and solving.
    assert_eq!(done["changed"], json!([]));
    assert!(house.dump().await.0.get("alignment_piece").is_none_or(Vec::is_empty));
}

async fn a_piece_that_a_node_left_is_taken_by_another_and_a_cancelled_solve_stays_cancelled(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = drafted(&house).await;
    post(&operations, &format!("/{id}/solve"), &json!({})).await;
    // The first node takes a piece, and the power goes.
    let left = Worker::new(house.app.clone(), "one").take().await.unwrap().unwrap();
    let soon = Worker::new(house.another_node("2026-06-15T10:00:30Z").await, "two");
    finish(&soon).await;
    assert_eq!(get(&operations, &format!("/{id}")).await["solve"]["state"], "running", "one may bring it");
    let later = Worker::new(house.another_node("2026-06-15T10:01:31Z").await, "two");
    finish(&later).await;
    let done = get(&operations, &format!("/{id}")).await;
    assert_eq!(done["solve"]["state"], "done");
    // The same bytes whoever works, and one that comes late changes nothing.
    let late = Worker::new(house.app.clone(), "one");
    late.play(left.clone()).await.unwrap();
    post(&operations, &format!("/{id}/solve"), &json!({})).await;
    finish(&Worker::new(house.app.clone(), "one")).await;
    assert_eq!(get(&operations, &format!("/{id}")).await["proposals"], done["proposals"]);
    post(&operations, &format!("/{id}/solve"), &json!({})).await;
    let held = Worker::new(house.app.clone(), "one").take().await.unwrap().unwrap();
    assert_eq!(post(&operations, &format!("/{id}/cancel"), &json!({})).await.status, 204);
    late.play(held).await.unwrap();
    finish(&late).await;
    let cancelled = get(&operations, &format!("/{id}")).await;
    assert_eq!(cancelled["solve"]["state"], "cancelled");
    assert_eq!(cancelled["proposals"], done["proposals"], "what there was stays");
    assert_eq!(post(&operations, &format!("/{id}/cancel"), &json!({})).await.status, 409);
}

async fn locks_and_pairs_are_followed_and_what_cannot_be_is_refused(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = solved(&house).await;
    let key = first(&operations, &id).await;
    let path = format!("/{id}/proposals/{key}");
    let (jonas, lin) = (house.id("seller", "s4").await, house.id("seller", "s6").await);
    let (fleet, kestrel, mina) =
        (house.id("unit", "u01").await, house.id("unit", "u05").await, house.id("seller", "s3").await);
    let act = |version: i64, act: Value| {
        let body = json!({"version": version, "acts": [act]});
        let (operations, path) = (&operations, format!("{path}/acts"));
        async move { post(operations, &path, &body).await }
    };
    let give = |unit: i64, to: i64| json!({"act": "lock", "units": [unit.to_string()], "seller": to.to_string(), "reason": "So."});
    let worked = act(1, give(fleet, lin)).await;
    assert_eq!(worked.status, 200, "{}", worked.text());
    assert_eq!(worked.json()["version"], 2);
    let proposal = get(&operations, &path).await;
    let row = unit(&proposal, fleet);
    assert_eq!((&row["to"], &row["held"]["by"]), (&json!(lin.to_string()), &json!("lock")));
    assert_eq!(row["owner"], jonas.to_string(), "the owner of today stays the owner of today");
    assert_eq!(act(1, give(fleet, jonas)).await.status, 409, "somebody changed it meanwhile");
    assert_eq!(act(2, json!({"act": "lock", "units": [fleet.to_string()], "reason": " "})).await.status, 422);
    assert_eq!(act(2, give(fleet, mina)).await.status, 409, "a hunter keeps nothing");
    // A hunter's unit in the pipeline takes the hunter along.
    let worked = act(2, give(kestrel, lin)).await;
    assert_eq!(worked.status, 200, "{}", worked.text());
    let proposal = get(&operations, &path).await;
    let people = proposal["people"].as_array().unwrap();
    let hunter = people.iter().find(|person| person["id"] == json!(mina.to_string())).unwrap();
    assert_eq!(hunter["paired"], lin.to_string());
    let pair = |manager: i64| json!({"act": "pair", "hunter": mina.to_string(), "manager": manager.to_string(), "reason": "So."});
    let torn = act(3, pair(jonas)).await;
    assert_eq!(torn.status, 409, "one hunter, one account manager");
    assert!(torn.text().contains("one account manager"), "{}", torn.text());
    assert_eq!(act(3, json!({"act": "unlock", "units": [kestrel.to_string()]})).await.status, 200);
    assert_eq!(act(4, pair(jonas)).await.status, 200);
    let proposal = get(&operations, &path).await;
    assert_eq!(unit(&proposal, kestrel)["to"], jonas.to_string(), "the pipeline goes with the hunter");
    // Other proposals lag behind the locks and say so.
    let lines = get(&operations, &format!("/{id}")).await["proposals"].as_array().unwrap().clone();
    for line in lines.iter().filter(|line| line["key"] != key.as_str() && line["behind"] == true) {
        let other = line["key"].as_str().unwrap();
        let body = json!({"proposal": other, "proposal_version": 1, "version": 5, "effective": "2026-07-01", "because": "So."});
        assert_eq!(post(&operations, &format!("/{id}/adopt"), &body).await.status, 409);
    }
}

async fn keeping_a_unit_costs_what_the_parts_say(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = solved(&house).await;
    let key = first(&operations, &id).await;
    let lin = house.id("seller", "s6").await;
    let (fleet, brewery) = (house.id("unit", "u01").await, house.id("unit", "u04").await);
    let units = [fleet.to_string(), brewery.to_string()];
    let body = json!({"version": 1, "acts": [{"act": "lock", "units": units, "seller": lin.to_string(), "reason": "So."}]});
    assert_eq!(post(&operations, &format!("/{id}/proposals/{key}/acts"), &body).await.status, 200);
    let proposal = get(&operations, &format!("/{id}/proposals/{key}")).await;
    let moved: Vec<&Value> =
        proposal["units"].as_array().unwrap().iter().filter(|unit| unit["change"] == "moved").collect();
    assert!(moved.len() >= 2);
    for unit in moved {
        let keeping = &unit["keeping"];
        let of = |part: &str| keeping[part].as_f64().unwrap();
        let parts = ["travel", "channel", "change", "skills", "hours", "potential"];
        let sum: f64 = parts.into_iter().map(of).sum();
        assert!((sum - of("total")).abs() < 1e-6, "{keeping}");
        assert!(of("change") <= 0.0, "keeping never parts a relationship");
    }
}

async fn a_proposal_made_of_data_that_changed_is_refused_with_the_difference(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = solved(&house).await;
    let key = first(&operations, &id).await;
    let (fleet, lin) = (house.id("unit", "u01").await, house.id("seller", "s6").await);
    let passed = house.app.db.write(move |tx| {
        Box::pin(async move { ownership::pass(tx, fleet, lin, SellerRole::AccountManager, today()).await })
    });
    passed.await.unwrap();
    // Another node has not remembered anything.
    let fresh = house.restarted("2026-06-15T11:00:00Z").await;
    let before = house.dump().await;
    let body = json!({"proposal": key, "proposal_version": 1, "version": 1, "effective": "2026-07-01", "because": "So."});
    let signed = fresh.send(Call::sign_in(&Person::Operations.email(), tandem_testkit::PASSWORD)).await;
    let cookies = signed.headers.get_all("set-cookie").iter();
    let pairs: Vec<&str> = cookies.filter_map(|value| value.to_str().ok()?.split(';').next()).collect();
    let fresh = fresh.with(axum::http::header::COOKIE, &pairs.join("; "));
    let refused = post(&fresh, &format!("/{id}/adopt"), &body).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(refused.text().contains("Borealis Fleet"), "{}", refused.text());
    assert!(refused.json()["said"]["zh-Hant"].as_str().unwrap().contains("重新求解"));
    let preview = get(&fresh, &format!("/{id}/proposals/{key}/adoption")).await;
    assert_eq!(preview["changed"][0]["what"], "owner");
    for table in ["alignment", "handoff", "pair", "ownership"] {
        assert_eq!(house.dump().await.0.get(table), before.0.get(table), "{table}");
    }
}

async fn adopting_proposes_every_handoff_and_pairs_hunters_and_is_taken_back_before_its_day(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = solved(&house).await;
    let key = first(&operations, &id).await;
    let preview = get(&operations, &format!("/{id}/proposals/{key}/adoption")).await;
    let handoffs = preview["handoffs"].as_u64().unwrap();
    // At least what the hunters own passes on.
    assert!(handoffs >= 3, "{preview}");
    assert_eq!((&preview["interfaces"], &preview["changed"]), (&json!(1), &json!([])));
    let decide = |day: &str| json!({"proposal": key, "proposal_version": 1, "version": 1, "effective": day, "because": "It is time."});
    let before = house.dump().await;
    assert_eq!(post(&operations, &format!("/{id}/adopt"), &decide("2026-06-14")).await.status, 422);
    let manager = house.sign_in(Person::Head).await;
    assert_eq!(post(&manager, &format!("/{id}/adopt"), &decide("2026-07-01")).await.status, 403);
    let adopted = post(&operations, &format!("/{id}/adopt"), &decide("2026-07-01")).await;
    assert_eq!(adopted.status, 200, "{}", adopted.text());
    assert_eq!(adopted.json()["handoffs"], handoffs);
    let list = operations.get("/api/v1/handoffs").await.json();
    let proposed = list["items"].as_array().unwrap();
    assert_eq!(proposed.len() as u64, handoffs);
    let dump = house.dump().await;
    assert_eq!(dump.0["pair"].len(), 2, "two hunters, two pairs");
    assert_eq!(dump.0["ownership"], before.0["ownership"], "owners change when handoffs transfer");
    assert!(
        dump.0["handoff"].iter().all(|row| row.contains("2026-07-01")),
        "each with the day that is wished"
    );
    // From its day on the pair comes first where a receiver is looked for.
    for keeper in ["s4", "s6"] {
        let path = format!("/api/v1/sellers/{}/readiness", house.id("seller", keeper).await);
        let ready = json!({"role": "account_manager", "ready": true, "reason": "Does it for years."});
        let stated = manager.send(Call::new("POST", &path).json(&ready)).await;
        assert!(stated.status.is_success(), "{}", stated.text());
    }
    let (kestrel, mina) = (house.id("unit", "u05").await, house.id("seller", "s3").await);
    let app = house.another_node("2026-07-02T10:00:00Z").await;
    let actor = tandem_app::Actor::operator();
    let ranked =
        tandem_app::handoffs::receivers(&app, &actor, kestrel, SellerRole::AccountManager).await.unwrap();
    let row = preview["pairs"].as_array().unwrap();
    let pair = row.iter().find(|pair| pair["hunter"]["id"] == json!(mina.to_string())).unwrap();
    assert_eq!(ranked.ranked[0].seller.id, pair["manager"]["id"].as_str().unwrap());
    assert_eq!(ranked.ranked[0].tier, json!("paired"));
    // Nothing more can be done with it but taking it back.
    let acts = json!({"version": 2, "acts": []});
    assert_eq!(post(&operations, &format!("/{id}/proposals/{key}/acts"), &acts).await.status, 409);
    let undone =
        post(&operations, &format!("/{id}/undo"), &json!({"version": 2, "reason": "Too early."})).await;
    assert_eq!(undone.status, 200, "{}", undone.text());
    assert_eq!(undone.json()["handoffs"], handoffs);
    let dump = house.dump().await;
    assert!(dump.0.get("pair").is_none_or(Vec::is_empty));
    assert!(dump.0["handoff"].iter().all(|row| row.contains("cancelled")));
    let shown = get(&operations, &format!("/{id}")).await;
    assert_eq!((&shown["state"], &shown["effective"]), (&json!("draft"), &Value::Null));
    // On its day it is too late.
    let again = json!({"proposal": key, "proposal_version": 1, "version": 3, "effective": "2026-06-15", "because": "Now."});
    assert_eq!(post(&operations, &format!("/{id}/adopt"), &again).await.status, 200);
    let late = post(&operations, &format!("/{id}/undo"), &json!({"version": 4, "reason": "Too late."})).await;
    assert_eq!(late.status, 409);
}

async fn a_manager_sees_the_own_part_and_challenges_a_move(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = solved(&house).await;
    let key = first(&operations, &id).await;
    let (fleet, lin) = (house.id("unit", "u01").await, house.id("seller", "s6").await);
    let body = json!({"version": 1, "acts": [{"act": "lock", "units": [fleet.to_string()], "seller": lin.to_string(), "reason": "So."}]});
    assert_eq!(post(&operations, &format!("/{id}/proposals/{key}/acts"), &body).await.status, 200);
    let free = json!({"version": 2, "acts": [{"act": "unlock", "units": [fleet.to_string()]}]});
    assert_eq!(post(&operations, &format!("/{id}/proposals/{key}/acts"), &free).await.status, 200);
    let bram = house.sign_in(Person::Manager).await;
    let seen = get(&bram, &format!("/{id}/proposals/{key}")).await;
    let taipei = house.id("unit", "u06").await;
    let all = get(&operations, &format!("/{id}/proposals/{key}")).await;
    let is_seen =
        |unit: i64| seen["units"].as_array().unwrap().iter().any(|row| row["id"] == json!(unit.to_string()));
    assert!(is_seen(fleet));
    if unit(&all, taipei)["to"] == json!(lin.to_string()) {
        assert!(!is_seen(taipei), "what stays in Taipei is not North's");
        let said = json!({"proposal": key, "unit": taipei.to_string(), "reason": "No."});
        assert_eq!(post(&bram, &format!("/{id}/challenges"), &said).await.status, 404);
    }
    assert_eq!((&seen["may_change"], &seen["may_challenge"]), (&json!(false), &json!(true)));
    let said = json!({"proposal": key, "unit": fleet.to_string(), "reason": "Jonas knows them since the first day."});
    let made = post(&bram, &format!("/{id}/challenges"), &said).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let challenge = made.json()["id"].as_str().unwrap().to_owned();
    let answer = json!({"proposal": key, "version": 3, "accepts": true, "reason": "He is right."});
    let path = format!("/{id}/challenges/{challenge}");
    assert_eq!(post(&bram, &path, &answer).await.status, 403, "not by oneself");
    assert_eq!(post(&operations, &path, &answer).await.status, 204);
    assert_eq!(post(&operations, &path, &answer).await.status, 409, "once");
    let after = get(&operations, &format!("/{id}/proposals/{key}")).await;
    let jonas = house.id("seller", "s4").await;
    assert_eq!(unit(&after, fleet)["to"], jonas.to_string());
    assert_eq!(after["challenges"][0]["answer"], "accepted");
    let hunter = house.sign_in(Person::Hunter).await;
    assert_eq!(hunter.get(&format!("/api/v1/alignments/{id}")).await.status, 403);
}

async fn what_drifts_is_told_with_the_day_since_when(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = solved(&house).await;
    let key = first(&operations, &id).await;
    assert_eq!(operations.get(&format!("/api/v1/alignments/{id}/drift")).await.status, 409);
    let body = json!({"proposal": key, "proposal_version": 1, "version": 1, "effective": "2026-06-15", "because": "Now."});
    assert_eq!(post(&operations, &format!("/{id}/adopt"), &body).await.status, 200);
    let proposal = get(&operations, &format!("/{id}/proposals/{key}")).await;
    let planned =
        proposal["units"].as_array().unwrap().iter().filter(|unit| unit["change"] != "kept").count();
    let drift = get(&operations, &format!("/{id}/drift")).await;
    assert_eq!(drift["astray_count"], planned, "nothing has been transferred yet");
    assert!(drift["astray"].as_array().unwrap().iter().all(|unit| unit["under_way"] == true));
    // Everything ends up with one: both are outside, since the first look that found it so.
    let jonas = house.id("seller", "s4").await;
    for external in ["u06", "u08"] {
        let unit = house.id("unit", external).await;
        let passed = house.app.db.write(move |tx| {
            Box::pin(
                async move { ownership::pass(tx, unit, jonas, SellerRole::AccountManager, today()).await },
            )
        });
        passed.await.unwrap();
    }
    let app = house.another_node("2026-09-20T10:00:00Z").await;
    let operator = tandem_app::Actor::operator();
    let view = tandem_app::alignments::drift(&app, &operator, id.parse().unwrap()).await.unwrap();
    let of_jonas = view.people.iter().find(|person| person.seller.id == jonas.to_string()).unwrap();
    assert!(of_jonas.hours[1] > of_jonas.hours_band[1], "{of_jonas:?}");
    let since = of_jonas.outside_since.unwrap();
    assert!(since < "2026-07-01".parse().unwrap(), "{since}");
}

async fn customers_who_want_video_are_offered_inside_and_never_forced(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = drafted(&house).await;
    let (brewery, lin) = (house.id("unit", "u04").await, house.id("seller", "s6").await);
    let fact = json!({"fact": "channel_wish", "value": "video"});
    let path = format!("/api/v1/units/{brewery}/facts");
    let stated = operations.send(Call::new("POST", &path).json(&fact)).await;
    assert!(stated.status.is_success(), "{}", stated.text());
    let draft = get(&operations, &format!("/{id}")).await;
    assert_eq!(draft["totals"]["inside_wished"], 1);
    let change = json!({"version": 1, "parts": {lin.to_string(): "inside"}});
    let changed =
        operations.send(Call::new("PATCH", &format!("/api/v1/alignments/{id}")).json(&change)).await;
    assert_eq!(changed.status, 204, "{}", changed.text());
    post(&operations, &format!("/{id}/solve"), &json!({})).await;
    finish(&Worker::new(house.app.clone(), "one")).await;
    let key = first(&operations, &id).await;
    let path = format!("/{id}/proposals/{key}");
    let proposal = get(&operations, &path).await;
    assert_eq!(unit(&proposal, brewery)["channel"], "wished");
    // A large customer is never put there.
    for row in proposal["units"].as_array().unwrap() {
        assert!(row["segment"] != "enterprise" || row["to"] != json!(lin.to_string()), "{row}");
    }
    let taipei = house.id("unit", "u06").await;
    let lock = json!({"version": 2, "acts": [{"act": "lock", "units": [taipei.to_string()], "seller": lin.to_string(), "reason": "So."}]});
    assert_eq!(post(&operations, &format!("{path}/acts"), &lock).await.status, 409);
    let keep = json!({"version": 2, "acts": [{"act": "lock", "units": [brewery.to_string()], "reason": "They want to be visited after all."}]});
    assert_eq!(post(&operations, &format!("{path}/acts"), &keep).await.status, 200);
    let kept = get(&operations, &path).await;
    assert_eq!(unit(&kept, brewery)["change"], "kept");
}

async fn patch(client: &Client, id: &str, change: &Value) -> Answer {
    client.send(Call::new("PATCH", &format!("/api/v1/alignments/{id}")).json(change)).await
}

async fn a_unit_goes_to_whoever_speaks_its_language_where_that_is_worth_it(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = drafted(&house).await;
    let (jonas, lin) = (house.id("seller", "s4").await, house.id("seller", "s6").await);
    let draft = get(&operations, &format!("/{id}")).await;
    assert_eq!(draft["skills"], json!([]));
    let countries = draft["skill_choices"]["countries"].as_array().unwrap();
    assert!(countries.contains(&json!("NL")), "{draft}");
    let skill = |name: &str, who: &[i64], countries: &[&str]| {
        let people: Vec<String> = who.iter().map(i64::to_string).collect();
        json!({"name": name, "people": people, "countries": countries})
    };
    let twice = json!({"version": 1, "skills": [skill("Dutch", &[], &[]), skill(" dutch", &[], &[])]});
    assert_eq!(patch(&operations, &id, &twice).await.status, 422, "one name, one skill");
    let mut rules = draft["rules"].clone();
    assert!(rules["skill_cost"].as_f64().unwrap() > 0.0);
    rules["skill_cost"] = json!(1_000_000);
    let skills = json!([
        skill("Dutch", &[lin], &["NL"]),
        skill("Irish", &[], &["IE"]),
        skill("French", &[jonas], &[]),
    ]);
    let change = json!({"version": 1, "rules": rules, "skills": skills});
    let changed = patch(&operations, &id, &change).await;
    assert_eq!(changed.status, 204, "{}", changed.text());
    let draft = get(&operations, &format!("/{id}")).await;
    let counted = |at: usize| (draft["skills"][at]["units"].clone(), draft["skills"][at]["keepers"].clone());
    assert_eq!(
        [counted(0), counted(1), counted(2)],
        [(json!(1), json!(1)), (json!(1), json!(0)), (json!(0), json!(1))]
    );
    let problems = draft["problems"].as_array().unwrap();
    for (lack, name) in [("skill_nobody", "Irish"), ("skill_unneeded", "French")] {
        let problem = problems.iter().find(|problem| problem["lack"] == lack).unwrap();
        assert_eq!((&problem["count"], &problem["first"][0]["name"]), (&json!(1), &json!(name)));
    }
    assert_eq!(post(&operations, &format!("/{id}/solve"), &json!({})).await.status, 204);
    finish(&Worker::new(house.app.clone(), "one")).await;
    let done = get(&operations, &format!("/{id}")).await;
    let (hospital, quarry) = (house.id("unit", "u10").await, house.id("unit", "u09").await);
    assert!(!done["proposals"].as_array().unwrap().is_empty(), "{done}");
    for line in done["proposals"].as_array().unwrap() {
        assert_eq!(line["figures"]["skills_lacking"], json!([2, 1]), "Irish is lacking whoever it is");
        let key = line["key"].as_str().unwrap();
        let proposal = get(&operations, &format!("/{id}/proposals/{key}")).await;
        let row = unit(&proposal, hospital);
        assert_eq!(
            (&row["to"], &row["needs"], &row["lacks"]),
            (&json!(lin.to_string()), &json!(["Dutch"]), &json!([]))
        );
        assert_eq!(
            (&row["owner_lacks"], &row["keeping"]["skills"]),
            (&json!(["Dutch"]), &json!(1_000_000.0))
        );
        assert_eq!(unit(&proposal, quarry)["lacks"], json!(["Irish"]));
    }
    let learned = json!({"version": 2, "skills": [skill("Dutch", &[lin, jonas], &["NL"])]});
    assert_eq!(patch(&operations, &id, &learned).await.status, 204);
    let stale = get(&operations, &format!("/{id}")).await;
    assert_eq!(stale["changed"], json!([{"what": "skills", "name": ""}]));
}

async fn handoffs_of_an_alignment_say_why_in_both_languages(kind: Kind) {
    let house = House::acme(kind).await;
    let (operations, id) = solved(&house).await;
    let key = first(&operations, &id).await;
    let body = json!({"proposal": key, "proposal_version": 1, "version": 1, "effective": "2026-07-01", "because": "So."});
    assert_eq!(post(&operations, &format!("/{id}/adopt"), &body).await.status, 200);
    let list = operations.get("/api/v1/handoffs").await.json();
    let handoff = list["items"][0]["id"].as_str().unwrap();
    let shown = operations.get(&format!("/api/v1/handoffs/{handoff}")).await.json();
    let said = &shown["handoff"]["proposal"]["said"];
    assert_eq!(said["en"], "The alignment `Two roles` was adopted.");
    assert_eq!(said["zh-Hant"], "已採用區域配置「Two roles」。");
    assert_eq!(shown["handoff"]["proposal"]["reason"], said["en"]);
}
