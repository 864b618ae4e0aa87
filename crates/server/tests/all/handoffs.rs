//! Handoffs through the door: from the proposal to the change of ownership and back, by those who may, each act once.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::http::header;
use serde_json::{Value, json};
use tandem_app::{Actor, imports};
use tandem_testkit::{Answer, Call, Client, House, Kind, PASSWORD, Person, acme, on_both};

on_both!(
    a_unit_passes_from_hunter_to_account_manager_and_back,
    gates_are_not_passed_by_a_click,
    what_is_open_passes_on_or_stays_with_a_reason,
    an_import_takes_nothing_back,
    of_two_at_once_one_wins,
    those_who_are_no_part_of_it_see_nothing,
    the_brief_is_filled_from_the_record_and_by_people,
    steps_are_done_by_those_whose_they_are,
    refusals_are_said_in_both_languages,
    what_waits_for_somebody_is_told,
    lists_are_narrowed_and_late_steps_are_told,
    what_moves_is_told_before_it_does,
    a_wish_is_kept_with_the_proposal,
    deadlines_know_the_holidays_of_the_person,
    what_an_act_does_closes_its_steps,
);

async fn post(client: &Client, path: &str, body: &Value) -> Answer {
    client.send(Call::new("POST", path).json(body)).await
}

/// Mina's unit of Ågren Möbler for Jonas, or Priya's of Marigold Press for 林志明.
pub(crate) async fn proposed(house: &House, client: &Client, unit: &str, receiver: &str) -> String {
    let (unit, receiver) = (house.id("unit", unit).await, house.id("seller", receiver).await);
    let body = json!({"receiver": receiver.to_string(), "reason": "Half of the potential is sold."});
    let answer = post(client, &format!("/api/v1/units/{unit}/handoffs"), &body).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn act(client: &Client, id: &str, act: Value) -> Answer {
    post(client, &format!("/api/v1/handoffs/{id}/acts"), &json!({ "act": act })).await
}

pub(crate) async fn done(client: &Client, id: &str, what: Value) -> Value {
    let answer = act(client, id, what).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn say(client: &Client, id: &str, said: Value) {
    let answer = post(client, &format!("/api/v1/handoffs/{id}/evidence"), &json!({ "said": said })).await;
    assert_eq!(answer.status, 204, "{}", answer.text());
}

pub(crate) async fn show(client: &Client, id: &str) -> Value {
    let answer = client.get(&format!("/api/v1/handoffs/{id}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

pub(crate) fn prepare() -> Value {
    let dates = json!({"introduction": "2026-06-22", "transfer": "2026-06-29"});
    json!({"act": "prepare", "playbook": "small", "version": "1", "dates": dates})
}

pub(crate) async fn override_open_gates(manager: &Client, id: &str) {
    for gate in show(manager, id).await["gates"].as_array().unwrap() {
        if gate["standing"] != "met" {
            done(
                manager,
                id,
                json!({"act": "override", "gate": gate["gate"], "reason": "They know each other."}),
            )
            .await;
        }
    }
}

async fn owner(client: &Client, house: &House, unit: &str, day: &str) -> String {
    let id = house.id("unit", unit).await;
    let answer = client.get(&format!("/api/v1/units/{id}/owner?on={day}")).await;
    answer.json()["seller"]["name"].as_str().unwrap_or("nobody").to_owned()
}

async fn a_unit_passes_from_hunter_to_account_manager_and_back(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let manager = house.sign_in(Person::Manager).await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    let unit = house.id("unit", "u03").await;
    let twice = post(&hunter, &format!("/api/v1/units/{unit}/handoffs"), &json!({"reason": "Again."})).await;
    assert_eq!(twice.status, 409, "{}", twice.text());
    // Whoever gives does not decide alone.
    assert_eq!(act(&hunter, &id, json!({"act": "accept"})).await.status, 409);
    assert_eq!(
        done(&keeper, &id, json!({"act": "accept"})).await,
        json!({"version": 2, "already_done": false})
    );
    assert_eq!(
        done(&keeper, &id, json!({"act": "accept"})).await,
        json!({"version": 2, "already_done": true})
    );
    done(&keeper, &id, prepare()).await;
    override_open_gates(&manager, &id).await;
    let customer = show(&hunter, &id).await["customer"]["id"].as_str().unwrap().to_owned();
    let file = format!("/api/v1/customers/{customer}/attachments?name=Terms.pdf&unit={unit}");
    let file = Call::new("POST", &file).bytes("application/octet-stream", b"Net 30".to_vec());
    assert_eq!(hunter.send(file).await.status, 201);
    let files = house.dump().await.0.remove("attachment");
    let count = show(&hunter, &id).await["moves"]["count"].clone();
    done(&keeper, &id, json!({"act": "transfer", "on": "2026-06-29"})).await;
    let told = house.dump().await.0.remove("event").unwrap().join("\n").replace("\\", "");
    assert!(told.contains(&format!("\"before\":{count}")), "the count has the attachment in it: {told}");
    assert_eq!(owner(&manager, &house, "u03", "2026-06-28").await, "Mina Sato");
    assert_eq!(owner(&manager, &house, "u03", "2026-06-29").await, "Jonas Weber");
    let shown = show(&hunter, &id).await;
    assert_eq!(
        (&shown["handoff"]["state"], &shown["handoff"]["transferred_on"]),
        (&json!("transferred"), &json!("2026-06-29"))
    );
    done(&manager, &id, json!({"act": "take_back", "on": "2026-06-29", "reason": "Too early."})).await;
    assert_eq!(owner(&manager, &house, "u03", "2026-06-29").await, "Mina Sato");
    assert_eq!(
        house.dump().await.0.remove("attachment"),
        files,
        "attachments stay where they are, both ways"
    );
    let list = manager.get("/api/v1/handoffs").await.json();
    assert_eq!(list["items"][0]["state"], "returned");
    let events = house.dump().await.0.remove("event").unwrap().join("\n");
    assert!(events.contains("handoff.proposed") && events.contains("handoff.act"), "{events}");
}

async fn gates_are_not_passed_by_a_click(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let id = proposed(&house, &hunter, "u03", "s4").await;
    done(&keeper, &id, json!({"act": "accept"})).await;
    done(&keeper, &id, prepare()).await;
    let transfer = json!({"act": "transfer", "on": "2026-06-29"});
    let before = house.dump().await;
    let refused = act(&keeper, &id, transfer.clone()).await;
    assert_eq!(refused.status, 409);
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
    let standing = |shown: &Value, gate: &str| {
        let gates = shown["gates"].as_array().unwrap().iter();
        gates.clone().find(|one| one["gate"] == gate).unwrap()["standing"].clone()
    };
    let shown = show(&keeper, &id).await;
    assert_eq!(standing(&shown, "introduction"), "not_known");
    assert_eq!(standing(&shown, "opportunities"), "met", "none is open");
    assert_eq!(standing(&shown, "receiver_load"), "met");
    say(&keeper, &id, json!({"kind": "introduction", "on": "2026-06-10", "live": true})).await;
    say(&keeper, &id, json!({"kind": "session", "on": "2026-06-01", "what": "working", "attended": true}))
        .await;
    say(&keeper, &id, json!({"kind": "nothing", "of": "invoices"})).await;
    let unit = house.id("unit", "u03").await;
    let promise = json!({"promise": {"what": "A second showroom", "to": "Elsa Ågren", "due": null, "form": "verbal", "place": "At the fair"}});
    assert_eq!(post(&keeper, &format!("/api/v1/units/{unit}/commitments"), &promise).await.status, 201);
    let shown = show(&keeper, &id).await;
    for (gate, stands) in
        [("introduction", "met"), ("implementation", "met"), ("invoices", "met"), ("commitments", "not_met")]
    {
        assert_eq!(standing(&shown, gate), stands, "{gate}");
    }
    let future = json!({"said": {"kind": "introduction", "on": "2026-07-10", "live": true}});
    assert_eq!(post(&keeper, &format!("/api/v1/handoffs/{id}/evidence"), &future).await.status, 422);
    // A receiver does not override: a manager does, with a reason.
    let wave = json!({"act": "override", "gate": "brief", "reason": "It is short."});
    assert_eq!(act(&keeper, &id, wave.clone()).await.status, 409);
    done(&house.sign_in(Person::Manager).await, &id, wave).await;
    assert_eq!(act(&keeper, &id, transfer).await.status, 409, "the others are still open");
}

async fn what_is_open_passes_on_or_stays_with_a_reason(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let id = proposed(&house, &head, "u11", "s6").await;
    done(&head, &id, json!({"act": "accept"})).await;
    done(&head, &id, prepare()).await;
    override_open_gates(&head, &id).await;
    let transfer = json!({"act": "transfer", "on": "2026-06-20"});
    let undecided = act(&head, &id, transfer.clone()).await;
    assert_eq!(undecided.status, 409);
    assert!(
        undecided.text().contains("obody has decided who goes on with the open opportunity"),
        "{}",
        undecided.text()
    );
    let opportunity = house.id("opportunity", "o06").await.to_string();
    let kept = json!({"kind": "opportunity", "id": opportunity, "keep_until": "2026-08-01", "reason": " "});
    let blank = post(&head, &format!("/api/v1/handoffs/{id}/evidence"), &json!({ "said": kept })).await;
    assert_eq!(blank.status, 422, "what stays has a reason");
    say(&head, &id, json!({"kind": "opportunity", "id": opportunity, "keep_until": null, "reason": null}))
        .await;
    done(&head, &id, transfer).await;
    let customer = house.id("customer", "c10").await;
    let shown = head.get(&format!("/api/v1/customers/{customer}")).await.json();
    assert_eq!(shown["opportunities"][0]["owner"], "林志明", "{shown}");
    let events = house.dump().await.0.remove("event").unwrap().join("\n");
    assert!(events.contains("moved") && events.contains("kept_with_reason"), "what moved is told: {events}");
}

/// The source system has not heard of the handoff yet.
async fn an_import_takes_nothing_back(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let id = proposed(&house, &head, "u11", "s6").await;
    done(&head, &id, json!({"act": "accept"})).await;
    done(&head, &id, prepare()).await;
    override_open_gates(&head, &id).await;
    let opportunity = house.id("opportunity", "o06").await.to_string();
    say(&head, &id, json!({"kind": "opportunity", "id": opportunity, "keep_until": null, "reason": null}))
        .await;
    done(&head, &id, json!({"act": "transfer", "on": "2026-06-20"})).await;
    let customer = house.id("customer", "c10").await;
    let is_passed = async || {
        assert_eq!(owner(&head, &house, "u11", "2026-06-19").await, "Priya Raman");
        assert_eq!(owner(&head, &house, "u11", "2026-06-20").await, "林志明");
        let shown = head.get(&format!("/api/v1/customers/{customer}")).await.json();
        assert_eq!(shown["opportunities"][0]["owner"], "林志明", "{shown}");
    };
    let folder = house.folder().join("again");
    acme::write_to(&folder);
    let changed = |file: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        assert!(text.contains(from));
        std::fs::write(folder.join(file), text.replace(from, to)).unwrap();
    };
    changed("opportunities.csv", "Proposal,open,120000.00", "Negotiation,open,130000.00");
    changed("ownerships.csv", "u11,s7,hunter,2026-05-02,", "u11,s7,hunter,2026-05-03,");
    let request = imports::Request { paths: vec![folder], ..imports::Request::default() };
    let report = imports::run(&house.app, &Actor::operator(), request).await.unwrap();
    for what in ["1 units keep the owner", "1 opportunities keep the owner"] {
        assert!(report.notes.iter().any(|note| note.starts_with(what)), "{what}: {:?}", report.notes);
    }
    is_passed().await;
    imports::undo(&house.app, &Actor::operator(), report.import.unwrap()).await.unwrap();
    let first: i64 = 1;
    let before = house.dump().await;
    let refused = imports::undo(&house.app, &Actor::operator(), first).await.unwrap_err().to_string();
    assert!(refused.contains("that would be lost: 1 handoffs"), "{refused}");
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
}

async fn of_two_at_once_one_wins(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let manager = house.sign_in(Person::Manager).await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    let path = format!("/api/v1/handoffs/{id}/acts");
    let accept = json!({"act": {"act": "accept"}, "version": 1});
    let decline = json!({"act": {"act": "decline", "reason": "Not now."}, "version": 1});
    let (one, other) = tokio::join!(post(&keeper, &path, &accept), post(&manager, &path, &decline));
    let statuses = [one.status.as_u16(), other.status.as_u16()];
    assert!(
        statuses == [200, 409] || statuses == [409, 200],
        "{statuses:?}: {} {}",
        one.text(),
        other.text()
    );
    assert_eq!(show(&manager, &id).await["handoff"]["version"], 2);
}

async fn those_who_are_no_part_of_it_see_nothing(kind: Kind) {
    let house = House::acme(kind).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    let other = house.sign_in(Person::OtherKeeper).await;
    assert_eq!(other.get(&format!("/api/v1/handoffs/{id}")).await.status, 404);
    assert_eq!(act(&other, &id, json!({"act": "accept"})).await.status, 404);
    assert_eq!(other.get("/api/v1/handoffs").await.json()["items"], json!([]));
    // The receiver sees it before the unit is theirs; a viewer looks on.
    assert_eq!(show(&house.sign_in(Person::Keeper).await, &id).await["parties"], json!(["receiver"]));
    let viewer = house.sign_in(Person::Viewer).await;
    assert_eq!(show(&viewer, &id).await["acts"], json!([]));
    assert_eq!(act(&viewer, &id, json!({"act": "accept"})).await.status, 403);
}

async fn the_brief_is_filled_from_the_record_and_by_people(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let id = proposed(&house, &hunter, "u03", "s4").await;
    done(&keeper, &id, json!({"act": "accept"})).await;
    let shown = show(&hunter, &id).await;
    let champion = &shown["brief"]["entries"]["champion"];
    assert!(
        champion.to_string().contains("Elsa Ågren") && champion.to_string().contains("to_confirm"),
        "{champion}"
    );
    let before = shown["completeness"]["complete_bp"].as_u64().unwrap();
    let path = format!("/api/v1/handoffs/{id}/brief");
    let why =
        json!({"act": {"act": "say", "field": "why_bought", "lines": ["They open a second showroom."]}});
    assert_eq!(post(&hunter, &path, &why).await.json()["already_done"], false);
    assert_eq!(post(&hunter, &path, &why).await.json()["already_done"], true);
    let submit = json!({"act": {"act": "submit"}});
    assert_eq!(post(&keeper, &path, &submit).await.status, 409, "the giver submits");
    let blank = json!({"act": {"act": "waive", "field": "detractors", "reason": " "}});
    assert_eq!(post(&hunter, &path, &blank).await.status, 409, "not applicable needs a reason");
    let shown = show(&hunter, &id).await;
    assert!(shown["completeness"]["complete_bp"].as_u64().unwrap() > before);
    let said = &shown["brief"]["entries"]["why_bought"]["lines"][0];
    assert_eq!((&said["mark"], &said["on"]), (&json!("stated"), &json!("2026-06-15")));
}

async fn steps_are_done_by_those_whose_they_are(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let id = proposed(&house, &hunter, "u03", "s4").await;
    done(&keeper, &id, json!({"act": "accept"})).await;
    done(&keeper, &id, prepare()).await;
    let work = hunter.get("/api/v1/handoffs/my-work").await.json();
    let mine: Vec<&str> =
        work["steps"].as_array().unwrap().iter().map(|s| s["step"].as_str().unwrap()).collect();
    assert!(mine.contains(&"write-brief"), "{mine:?}");
    let path = format!("/api/v1/handoffs/{id}/steps/write-brief");
    let finish = json!({"act": {"act": "finish", "proof": {"proof": "document", "place": "the brief"}}});
    let wrong = post(&keeper, &path, &finish).await;
    assert_eq!(wrong.status, 409, "it belongs to the giver: {}", wrong.text());
    let answer = post(&hunter, &path, &finish).await;
    let steps = show(&hunter, &id).await["steps"].clone();
    let step = steps.as_array().unwrap().iter().find(|step| step["id"] == "write-brief").unwrap().clone();
    if answer.status == 409 {
        // It asks for another proof, and says which.
        assert!(answer.text().contains("Give the"), "{}", answer.text());
        let field = json!({"act": {"act": "finish", "proof": {"proof": step["proof"], "name": "brief", "value": "60 %"}}});
        assert_eq!(post(&hunter, &path, &field).await.status, 200);
    }
    assert_eq!(
        post(&hunter, &path, &json!({"act": {"act": "reopen", "reason": "Something is missing."}}))
            .await
            .status,
        200
    );
    let unknown = post(&hunter, &format!("/api/v1/handoffs/{id}/steps/none"), &finish).await;
    assert_eq!(unknown.status, 404);
}

async fn refusals_are_said_in_both_languages(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let id = proposed(&house, &hunter, "u03", "s4").await;
    let refused = act(&hunter, &id, json!({"act": "accept"})).await.json();
    assert_eq!(refused["said"]["en"], refused["detail"]);
    assert!(refused["said"]["zh-Hant"].as_str().unwrap().contains("移交人"), "{refused}");
    let seen = show(&hunter, &id).await;
    assert_eq!(seen["acts"], json!([]), "whoever gives waits for the answer");
    let closed = seen["closed"].as_array().unwrap();
    let accept = closed.iter().find(|one| one["act"] == "accept").unwrap();
    assert!(accept["said"]["en"].as_str().unwrap().contains("ask one of"), "{accept}");
    assert_eq!(show(&keeper, &id).await["acts"], json!(["accept", "decline"]));
    done(&keeper, &id, json!({"act": "accept"})).await;
    done(&keeper, &id, prepare()).await;
    let seen = show(&keeper, &id).await;
    let closed = seen["closed"].as_array().unwrap();
    let transfer = closed.iter().find(|one| one["act"] == "transfer").unwrap();
    assert!(transfer["said"]["en"].as_str().unwrap().contains("Gates are open"), "{transfer}");
    let step = &seen["steps"][0];
    assert!(step["phase"].is_string() && step["owner_title"]["zh-Hant"].is_string(), "{step}");
    let viewer = show(&house.sign_in(Person::Viewer).await, &id).await;
    assert_eq!((&viewer["closed"], &viewer["brief_acts"]), (&json!([]), &json!([])));
    assert!(viewer["steps"].as_array().unwrap().iter().all(|step| step["may_do"] == false));
}

async fn what_waits_for_somebody_is_told(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let manager = house.sign_in(Person::Manager).await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    let waits = async |client: &Client| {
        let work = client.get("/api/v1/handoffs/my-work").await.json();
        work["waiting"].as_array().unwrap().iter().map(|one| one["what"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(waits(&keeper).await, [json!("answer")]);
    assert_eq!(waits(&manager).await, [json!("answer")]);
    assert_eq!(waits(&hunter).await, Vec::<Value>::new());
    done(&keeper, &id, json!({"act": "accept"})).await;
    assert_eq!(waits(&hunter).await, [json!("prepare")]);
    done(&keeper, &id, prepare()).await;
    assert_eq!(waits(&keeper).await, Vec::<Value>::new());
    done(&keeper, &id, json!({"act": "return", "reason": "The brief is empty."})).await;
    assert_eq!(waits(&hunter).await, [json!("mend")]);
}

async fn lists_are_narrowed_and_late_steps_are_told(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, manager) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Manager).await);
    let keeper = house.sign_in(Person::Keeper).await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    let count = async |query: &str| {
        let list = manager.get(&format!("/api/v1/handoffs?{query}")).await.json();
        list["items"].as_array().unwrap().len()
    };
    let (giver, other) = (house.id("seller", "s4").await, house.id("seller", "s6").await);
    assert_eq!(count("state=proposed").await, 1);
    assert_eq!(count("state=preparing").await, 0);
    assert_eq!(count(&format!("seller={giver}")).await, 1);
    assert_eq!(count(&format!("seller={other}")).await, 0);
    assert_eq!(count("late=true").await, 0);
    done(&keeper, &id, json!({"act": "accept"})).await;
    done(&keeper, &id, prepare()).await;
    let item = manager.get("/api/v1/handoffs").await.json()["items"][0].clone();
    // Accepting closed what accepting is.
    assert!(item["steps"]["all"].as_i64().unwrap() > 5 && item["steps"]["over"] == 2, "{item}");
    let late = manager.get("/api/v1/handoffs/late-steps").await.json();
    assert_eq!((&late["today"], &late["steps"]), (&json!("2026-06-15"), &json!([])));
    let later = house.restarted("2026-06-19T09:00:00Z").await;
    let session = later.send(Call::sign_in(&Person::Manager.email(), PASSWORD)).await;
    let cookie = session.header("set-cookie").split(';').next().unwrap().to_owned();
    let signed_in = later.with(header::COOKIE, &cookie);
    let list = signed_in.get("/api/v1/handoffs?late=true").await.json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
    let late = signed_in.get("/api/v1/handoffs/late-steps").await.json();
    let first = &late["steps"][0];
    assert!(first["late"].as_u64().unwrap() > 0 && first["person"].is_string(), "{late}");
    let outsider = house.sign_in(Person::OtherKeeper).await;
    assert_eq!(outsider.get("/api/v1/handoffs/late-steps").await.json()["steps"], json!([]));
}

async fn what_moves_is_told_before_it_does(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let id = proposed(&house, &head, "u11", "s6").await;
    let moves = show(&head, &id).await["moves"].clone();
    let opportunity = house.id("opportunity", "o06").await.to_string();
    assert_eq!(
        (&moves["open"][0]["id"], &moves["open"][0]["fate"]),
        (&json!(opportunity), &json!("undecided"))
    );
    let kept = json!({"kind": "opportunity", "id": opportunity, "keep_until": "2026-08-01", "reason": "Nearly won."});
    say(&head, &id, kept).await;
    let moves = show(&head, &id).await["moves"].clone();
    let one = &moves["open"][0];
    assert_eq!(
        (&one["fate"], &one["until"], &one["said"]["en"]),
        (&json!("stays"), &json!("2026-08-01"), &json!("Nearly won."))
    );
    let staying =
        moves["staying"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum::<u64>();
    assert_eq!(moves["count"].as_u64().unwrap(), staying + moves["open"].as_array().unwrap().len() as u64);
}

async fn a_wish_is_kept_with_the_proposal(kind: Kind) {
    let house = House::acme(kind).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let unit = house.id("unit", "u03").await;
    let found = hunter.get("/api/v1/playbooks").await.json();
    let small = &found["playbooks"][1];
    assert_eq!((&small["name"], &found["today"]), (&json!("small"), &json!("2026-06-15")));
    assert_eq!((&small["introduction"], &small["transfer"]), (&json!("2026-06-22"), &json!("2026-06-29")));
    let path = format!("/api/v1/units/{unit}/handoffs");
    let wish = |playbook: &str, day: &str| json!({"reason": "Half is sold.", "wish": {"playbook": playbook, "transfer": day}});
    assert_eq!(post(&hunter, &path, &wish("none", "2026-07-20")).await.status, 422);
    assert_eq!(post(&hunter, &path, &wish("small", "2026-01-20")).await.status, 422);
    let id =
        post(&hunter, &path, &wish("small", "2026-07-20")).await.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(show(&hunter, &id).await["handoff"]["proposal"]["wish"]["transfer"], "2026-07-20");
}

async fn deadlines_know_the_holidays_of_the_person(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let operations = house.sign_in(Person::Operations).await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    done(&keeper, &id, json!({"act": "accept"})).await;
    let due = async || {
        done(&keeper, &id, prepare()).await;
        let steps = show(&hunter, &id).await["steps"].clone();
        let step = steps.as_array().unwrap().iter().find(|step| step["id"] == "write-brief").unwrap().clone();
        step["due"].as_str().unwrap().to_owned()
    };
    // Two working days before Monday, 22 June: Thursday, unless Friday and Thursday are off where the hunter works.
    let holidays = "country: \"NO\"\nfirst_year: 2026\nlast_year: 2026\nholidays:\n  - {day: 2026-06-19, en: Fair, zh-Hant: 市集}\n  - {day: 2026-06-18, en: Fair, zh-Hant: 市集}\n";
    let mina = house.id("seller", "s3").await.to_string();
    let set = async |people: Value, holidays: Value| {
        let body = json!({"country": "SE", "people": people, "holidays": holidays});
        operations.send(Call::new("PUT", "/api/v1/settings/work-calendar").json(&body)).await
    };
    let answer = set(json!({ mina.clone(): "NO" }), json!([holidays])).await;
    assert_eq!(answer.status, 204, "{}", answer.text());
    assert_eq!(due().await, "2026-06-16");
    let kept = operations.get("/api/v1/settings/work-calendar").await.json();
    assert_eq!((&kept["country"], &kept["people"][&mina]), (&json!("SE"), &json!("NO")));
    for (people, documents) in [
        (json!({ mina.clone(): "Norway" }), json!([])),
        (json!({ "987654": "NO" }), json!([])),
        (json!({}), json!(["country: NO\n"])),
        (json!({}), json!([holidays, holidays])),
    ] {
        assert_eq!(set(people, documents).await.status, 422);
    }
    // Elsewhere it is a working day.
    let other = proposed(&house, &hunter, "u05", "s4").await;
    assert_eq!(set(json!({}), json!([holidays])).await.status, 204);
    done(&keeper, &other, json!({"act": "accept"})).await;
    done(&keeper, &other, prepare()).await;
    let steps = show(&hunter, &other).await["steps"].clone();
    let step = steps.as_array().unwrap().iter().find(|step| step["id"] == "write-brief").unwrap().clone();
    assert_eq!(step["due"], "2026-06-18");
}

async fn what_an_act_does_closes_its_steps(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let id = proposed(&house, &hunter, "u03", "s4").await;
    done(&keeper, &id, json!({"act": "accept"})).await;
    done(&keeper, &id, prepare()).await;
    let state = async |step: &str| {
        let steps = show(&hunter, &id).await["steps"].clone();
        steps.as_array().unwrap().iter().find(|one| one["id"] == step).unwrap().clone()
    };
    let decided = state("decide").await;
    assert_eq!(
        (&decided["state"], &decided["history"][0]["by"]["party"]),
        (&json!("done"), &json!("receiver"))
    );
    assert_eq!(state("write-brief").await["state"], "open");
    let brief = async |client: &Client, act: Value| {
        post(client, &format!("/api/v1/handoffs/{id}/brief"), &json!({ "act": act })).await
    };
    // What must be known is said, or confirmed where the record says it, before it can be submitted.
    let shown = show(&hunter, &id).await;
    for section in shown["completeness"]["sections"].as_array().unwrap() {
        for field in section["open_musts"].as_array().unwrap() {
            let is_there = shown["brief"]["entries"].get(field.as_str().unwrap()).is_some();
            let act = if is_there {
                json!({"act": "confirm", "field": field})
            } else {
                json!({"act": "say", "field": field, "lines": ["Known since the fair."]})
            };
            assert_eq!(brief(&hunter, act).await.status, 200);
        }
    }
    let submitted = brief(&hunter, json!({"act": "submit"})).await;
    assert_eq!(submitted.status, 200, "{}", submitted.text());
    assert_eq!(state("write-brief").await["state"], "done");
    assert_eq!(brief(&keeper, json!({"act": "accept"})).await.status, 200);
    assert_eq!(state("review-brief").await["state"], "done");
    // What was done stays done when the dates change.
    let dates = json!({"introduction": "2026-06-23", "transfer": "2026-06-30"});
    done(&keeper, &id, json!({"act": "reschedule", "dates": dates, "reason": "A day later."})).await;
    assert_eq!(state("write-brief").await["state"], "done");
    assert_eq!(state("decide").await["state"], "done");
}
