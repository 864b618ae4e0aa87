//! What a handoff looks at beside the record, through the door: commitments, people at the customer, readiness, and who should receive.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use tandem_testkit::{Answer, Call, Client, House, Kind, Person, on_both};

on_both!(
    a_commitment_is_kept_changed_and_released,
    what_was_gone_through_has_its_owner_at_the_transfer,
    people_at_the_customer_are_described,
    readiness_is_stated_by_those_who_lead,
    receivers_are_ranked_with_reasons,
);

async fn send(client: &Client, method: &str, path: &str, body: &Value) -> Answer {
    client.send(Call::new(method, &format!("/api/v1{path}")).json(body)).await
}

async fn get(client: &Client, path: &str) -> Value {
    let answer = client.get(&format!("/api/v1{path}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn promised(client: &Client, unit: i64, what: &str) -> String {
    let promise = json!({"what": what, "to": "Elsa Ågren", "due": "2026-05-01", "form": "written", "place": "Mail of 3 May"});
    let answer =
        send(client, "POST", &format!("/units/{unit}/commitments"), &json!({ "promise": promise })).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn act(client: &Client, id: &str, act: Value) -> Answer {
    send(client, "POST", &format!("/commitments/{id}/acts"), &json!({ "act": act })).await
}

async fn a_commitment_is_kept_changed_and_released(kind: Kind) {
    let house = House::acme(kind).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let unit = house.id("unit", "u03").await;
    let (first, second) =
        (promised(&hunter, unit, "A second showroom").await, promised(&hunter, unit, "Training").await);
    let open = get(&hunter, "/commitments").await;
    assert_eq!(open["items"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&open["items"][0]["owner"]["name"], &open["items"][0]["overdue"]),
        (&json!("Mina Sato"), &json!(true))
    );
    let keep = json!({"act": "keep", "on": "2026-06-10", "evidence": "Photographs"});
    assert_eq!(act(&hunter, &first, keep.clone()).await.json(), json!({"version": 2, "already_done": false}));
    assert_eq!(act(&hunter, &first, keep).await.json()["already_done"], true);
    let rehome =
        json!({"act": "rehome", "to": house.id("seller", "s4").await.to_string(), "reason": "He knows."});
    assert_eq!(act(&hunter, &first, rehome).await.status, 409, "it is kept: nothing is left to do");
    let promise = json!({"what": "Training by video", "to": "Elsa Ågren", "due": "2026-07-01", "form": "written", "place": "Mail"});
    let future = json!({"act": "change", "promise": promise, "agreed_by": "Elsa Ågren", "on": "2026-07-01"});
    assert_eq!(act(&hunter, &second, future).await.status, 409, "nobody has agreed to it yet");
    let change = json!({"act": "change", "promise": promise, "agreed_by": "Elsa Ågren", "on": "2026-06-14"});
    assert_eq!(act(&hunter, &second, change).await.status, 200);
    let all = get(&hunter, &format!("/units/{unit}/commitments")).await;
    let items = all["items"].as_array().unwrap();
    let by = |what: &str| items.iter().find(|one| one["commitment"]["promise"]["what"] == what).unwrap();
    let (old, new) = (by("Training"), by("Training by video"));
    assert_eq!(old["commitment"]["state"], "changed");
    assert_eq!((&old["commitment"]["replaced_by"], &new["commitment"]["replaces"]), (&new["id"], &old["id"]));
    let release = json!({"act": "release", "by": "Elsa Ågren", "on": "2026-06-15", "place": "Call"});
    assert_eq!(act(&hunter, new["id"].as_str().unwrap(), release).await.status, 200);
    assert_eq!(get(&hunter, "/commitments").await["items"], json!([]));
    // Whoever does not see the customer sees no commitment of it.
    let other = house.sign_in(Person::OtherKeeper).await;
    let keep = json!({"act": "keep", "on": "2026-06-10", "evidence": "Photographs"});
    assert_eq!(act(&other, &first, keep).await.status, 404);
    let blank = json!({"promise": {"what": " ", "to": "E", "due": null, "form": "verbal", "place": "x"}});
    assert_eq!(send(&hunter, "POST", &format!("/units/{unit}/commitments"), &blank).await.status, 422);
}

/// Mina's unit of Ågren Möbler for Jonas, accepted, in preparation, every gate waved through that can be.
async fn prepared(house: &House, manager: &Client) -> String {
    let unit = house.id("unit", "u03").await;
    let body = json!({"receiver": house.id("seller", "s4").await.to_string(), "reason": "Half is sold."});
    let answer = send(manager, "POST", &format!("/units/{unit}/handoffs"), &body).await;
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    let dates = json!({"introduction": "2026-06-22", "transfer": "2026-06-29"});
    let mut acts = vec![
        json!({"act": "accept"}),
        json!({"act": "prepare", "playbook": "small", "version": "1", "dates": dates}),
    ];
    for gate in [
        "contacts",
        "implementation",
        "brief",
        "commitments",
        "invoices",
        "introduction",
        "receiver_ready",
        "steps",
    ] {
        acts.push(json!({"act": "override", "gate": gate, "reason": "They know each other."}));
    }
    for act in acts {
        let answer = send(manager, "POST", &format!("/handoffs/{id}/acts"), &json!({ "act": act })).await;
        assert_eq!(answer.status, 200, "{act}: {}", answer.text());
    }
    id
}

async fn what_was_gone_through_has_its_owner_at_the_transfer(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let manager = house.sign_in(Person::Manager).await;
    let unit = house.id("unit", "u03").await;
    let (stays, passes) =
        (promised(&hunter, unit, "The discount of 2024").await, promised(&hunter, unit, "Training").await);
    let id = prepared(&house, &manager).await;
    let transfer = json!({"act": {"act": "transfer", "on": "2026-06-29"}});
    let path = format!("/handoffs/{id}/acts");
    let refused = send(&manager, "POST", &path, &transfer).await;
    assert_eq!(refused.status, 409);
    assert!(
        refused.text().contains("obody has decided who goes on with the open commitment"),
        "{}",
        refused.text()
    );
    let seller = |id: i64| id.to_string();
    let walk = |to: i64| json!({"act": "walk", "handoff": id, "to": seller(to)});
    let (giver, receiver) = (house.id("seller", "s3").await, house.id("seller", "s4").await);
    let stranger = house.id("seller", "s6").await;
    assert_eq!(act(&keeper, &stays, walk(stranger)).await.status, 422, "neither gives nor receives");
    assert_eq!(act(&keeper, &stays, walk(giver)).await.status, 200);
    assert_eq!(act(&keeper, &passes, walk(receiver)).await.status, 200);
    let done = send(&manager, "POST", &path, &transfer).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let all = get(&keeper, &format!("/units/{unit}/commitments")).await;
    let owners: Vec<(&str, &str)> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (one["commitment"]["promise"]["what"].as_str().unwrap(), one["owner"]["name"].as_str().unwrap())
        })
        .collect();
    assert!(
        owners.contains(&("Training", "Jonas Weber"))
            && owners.contains(&("The discount of 2024", "Mina Sato")),
        "{owners:?}"
    );
}

async fn people_at_the_customer_are_described(kind: Kind) {
    let house = House::acme(kind).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let (customer, contact) = (house.id("customer", "c02").await, house.id("contact", "k02").await);
    let path = format!("/customers/{customer}/stakeholders");
    let before = get(&hunter, &path).await;
    assert_eq!(
        (&before["items"][0]["roles"], &before["items"][0]["version"]),
        (&json!(["champion"]), &json!(0))
    );
    let said = |version: i64| json!({"roles": ["economic_buyer", "champion"], "stance": "supporter", "style": "direct", "aim": "A second showroom", "version": version});
    let describe = format!("/contacts/{contact}/stakeholder");
    assert_eq!(send(&hunter, "PUT", &describe, &said(0)).await.status, 204);
    assert_eq!(send(&hunter, "PUT", &describe, &said(0)).await.status, 409, "it was changed since");
    let after = get(&hunter, &path).await;
    let one = &after["items"][0];
    assert_eq!(one["roles"], json!(["champion", "economic_buyer"]));
    assert_eq!(
        (&one["stance"], &one["aim"], &one["by"]),
        (&json!("supporter"), &json!("A second showroom"), &json!("Hunter"))
    );
    let other = house.sign_in(Person::OtherKeeper).await;
    assert_eq!(send(&other, "PUT", &describe, &said(1)).await.status, 404);
    let unknown = json!({"roles": ["boss"], "stance": "supporter", "style": "direct", "version": 1});
    assert_eq!(send(&hunter, "PUT", &describe, &unknown).await.status, 422);
}

async fn readiness_is_stated_by_those_who_lead(kind: Kind) {
    let house = House::acme(kind).await;
    let (manager, keeper) = (house.sign_in(Person::Manager).await, house.sign_in(Person::Keeper).await);
    let (jonas, lin) = (house.id("seller", "s4").await, house.id("seller", "s6").await);
    let path = |seller: i64| format!("/sellers/{seller}/readiness");
    let not_yet = json!({"role": "account_manager", "ready": false, "gaps": ["Renewals"], "reason": "He has led none."});
    assert_eq!(send(&manager, "POST", &path(jonas), &not_yet).await.status, 204);
    assert_eq!(send(&manager, "POST", &path(lin), &not_yet).await.status, 404, "he is not in the team below");
    let both = json!({"role": "account_manager", "ready": true, "gaps": ["Renewals"], "reason": "x"});
    assert_eq!(send(&manager, "POST", &path(jonas), &both).await.status, 422);
    let own = get(&keeper, "/readiness").await;
    assert_eq!((&own["items"][0]["ready"], &own["items"][0]["gaps"]), (&json!(false), &json!(["Renewals"])));
    let ready = json!({"role": "account_manager", "ready": true, "reason": "Two renewals led."});
    assert_eq!(send(&manager, "POST", &path(jonas), &ready).await.status, 204);
    assert_eq!(get(&keeper, "/readiness").await["items"][0]["ready"], true);
    assert_eq!(get(&house.sign_in(Person::OtherKeeper).await, "/readiness").await["items"], json!([]));
}

async fn receivers_are_ranked_with_reasons(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let unit = house.id("unit", "u03").await;
    let path = format!("/units/{unit}/receivers");
    let nobody = get(&head, &path).await;
    assert_eq!(nobody["ranked"], json!([]), "nobody has assessed anybody");
    assert_eq!(nobody["barred"].as_array().unwrap().len(), 2);
    for seller in ["s4", "s6"] {
        let seller = house.id("seller", seller).await;
        let ready = json!({"role": "account_manager", "ready": true, "reason": "Two years of it."});
        assert_eq!(send(&head, "POST", &format!("/sellers/{seller}/readiness"), &ready).await.status, 204);
    }
    let ranked = get(&head, &path).await;
    let names: Vec<&str> = ranked["ranked"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["seller"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names.len(), 2, "{ranked}");
    assert_eq!(ranked["ranked"][0]["load_limit"], 60);
    assert!(ranked["ranked"][0]["parts"][0]["said"]["en"].is_string(), "{ranked}");
    assert_eq!(head.get(&format!("/api/v1{path}?role=boss")).await.status, 400);
    // With room for nobody, nobody can.
    let settings = json!({"name": "Acme", "currency": "USD", "derived_term_months": 12, "derived_open_ended": true,
        "reactivation_counts": false, "customers_max": 1});
    let operations = house.sign_in(Person::Operations).await;
    assert_eq!(send(&operations, "PUT", "/settings", &settings).await.status, 204);
    assert_eq!(get(&head, &path).await["ranked"], json!([]));
}
