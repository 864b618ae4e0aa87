//! After a transfer, through the door: the customer's page and answers, the receiver's checks and verdict, and what all handoffs came to.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use tandem_testkit::{Answer, Call, Client, House, Kind, Person, on_both};

on_both!(
    the_customer_reads_a_page_and_answers_once,
    a_page_is_taken_back,
    a_change_that_waits_has_no_days_and_one_called_off_no_page,
    the_receiver_checks_and_rates,
    the_report_counts_states_overrides_and_outcomes,
);

async fn send(client: &Client, method: &str, path: &str, body: &Value) -> Answer {
    client.send(Call::new(method, &format!("/api/v1{path}")).json(body)).await
}

async fn get(client: &Client, path: &str) -> Value {
    let answer = client.get(&format!("/api/v1{path}")).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json()
}

/// Mina's unit of Ågren Möbler for Jonas, with these acts.
async fn handoff(house: &House, manager: &Client, acts: &[Value]) -> String {
    let unit = house.id("unit", "u03").await;
    let body = json!({"receiver": house.id("seller", "s4").await.to_string(), "reason": "Half is sold."});
    let answer = send(manager, "POST", &format!("/units/{unit}/handoffs"), &body).await;
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    for act in acts {
        let answer = send(manager, "POST", &format!("/handoffs/{id}/acts"), &json!({ "act": act })).await;
        assert_eq!(answer.status, 200, "{act}: {}", answer.text());
    }
    id
}

fn until_prepared() -> Vec<Value> {
    let dates = json!({"introduction": "2026-06-22", "transfer": "2026-06-29"});
    vec![
        json!({"act": "accept"}),
        json!({"act": "prepare", "playbook": "small", "version": "1", "dates": dates}),
    ]
}

fn until_transferred(on: &str) -> Vec<Value> {
    let mut acts = until_prepared();
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
    acts.push(json!({"act": "transfer", "on": on}));
    acts
}

async fn key(client: &Client, id: &str) -> String {
    let made = send(
        client,
        "POST",
        &format!("/handoffs/{id}/customer-pages"),
        &json!({"language": "zh-Hant", "days": 30}),
    )
    .await;
    assert_eq!(made.status, 201, "{}", made.text());
    made.json()["key"].as_str().unwrap().to_owned()
}

async fn the_customer_reads_a_page_and_answers_once(kind: Kind) {
    let house = House::acme(kind).await;
    let manager = house.sign_in(Person::Manager).await;
    let id = handoff(&house, &manager, &[]).await;
    let page = json!({"language": "en", "days": 30});
    let early = send(&manager, "POST", &format!("/handoffs/{id}/customer-pages"), &page).await;
    assert_eq!(early.status, 409, "nobody has accepted it yet");
    for act in until_prepared() {
        send(&manager, "POST", &format!("/handoffs/{id}/acts"), &json!({ "act": act })).await;
    }
    let key = key(&manager, &id).await;
    let customer = house.nobody();
    let shown = get(&customer, &format!("/welcome/{key}")).await;
    assert_eq!((&shown["giver"], &shown["receiver"]), (&json!("Mina Sato"), &json!("Jonas Weber")));
    assert_eq!(
        (&shown["language"], &shown["asks"], &shown["introduction"]),
        (&json!("zh-Hant"), &json!("before"), &json!("2026-06-22"))
    );
    let text = shown.to_string();
    assert!(!text.contains("Half is sold"), "why we do it is not for the customer: {text}");
    let file = customer.get(&format!("/api/v1/welcome/{key}/introduction.ics")).await;
    assert!(file.text().contains("BEGIN:VEVENT") && file.text().contains("20260622"), "{}", file.text());
    let answers = format!("/welcome/{key}/answers");
    let before = json!({"moment": "before", "answer": {"in_time": true, "repeated": null, "confidence": 4, "note": "Fine."}});
    let wild = json!({"moment": "before", "answer": {"in_time": true, "repeated": null, "confidence": 9, "note": null}});
    let after = json!({"moment": "after", "answer": {"in_time": null, "repeated": "once", "confidence": 4, "note": null}});
    assert_eq!(send(&customer, "POST", &answers, &wild).await.status, 422);
    assert_eq!(send(&customer, "POST", &answers, &after).await.status, 409, "it has not happened yet");
    assert_eq!(send(&customer, "POST", &answers, &before).await.status, 204);
    assert_eq!(send(&customer, "POST", &answers, &before).await.status, 409, "the first answer counts");
    assert_eq!(get(&customer, &format!("/welcome/{key}")).await["asks"], Value::Null);
    let side = get(&manager, &format!("/handoffs/{id}/customer-pages")).await;
    assert_eq!(
        (&side["answers"][0]["moment"], &side["answers"][0]["answer"]["note"]),
        (&json!("before"), &json!("Fine."))
    );
    assert!(side["links"][0]["opened"].is_string(), "{side}");
    assert!(!side.to_string().contains(&key), "the key is shown once");
    assert!(!house.dump().await.0.values().flatten().any(|row| row.contains(&key)), "only its hash is kept");
}

async fn a_page_is_taken_back(kind: Kind) {
    let house = House::acme(kind).await;
    let manager = house.sign_in(Person::Manager).await;
    let id = handoff(&house, &manager, &until_prepared()).await;
    let key = key(&manager, &id).await;
    let page = get(&manager, &format!("/handoffs/{id}/customer-pages")).await["links"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/v1/handoffs/{id}/customer-pages/{page}");
    let other = house.sign_in(Person::OtherKeeper).await;
    assert_eq!(other.send(Call::new("DELETE", &path)).await.status, 404);
    assert_eq!(manager.send(Call::new("DELETE", &path)).await.status, 204);
    assert_eq!(house.nobody().get(&format!("/api/v1/welcome/{key}")).await.status, 404);
    assert_eq!(manager.send(Call::new("DELETE", &path)).await.status, 404, "it is taken back already");
    let long = json!({"language": "en", "days": 400});
    assert_eq!(send(&manager, "POST", &format!("/handoffs/{id}/customer-pages"), &long).await.status, 422);
}

async fn a_change_that_waits_has_no_days_and_one_called_off_no_page(kind: Kind) {
    let house = House::acme(kind).await;
    let manager = house.sign_in(Person::Manager).await;
    let id = handoff(&house, &manager, &until_prepared()).await;
    let key = key(&manager, &id).await;
    let customer = house.nobody();
    let acts = format!("/handoffs/{id}/acts");
    let wait = json!({"act": {"act": "return", "reason": "The brief is empty."}});
    assert_eq!(send(&manager, "POST", &acts, &wait).await.status, 200);
    let shown = get(&customer, &format!("/welcome/{key}")).await;
    assert_eq!((&shown["introduction"], &shown["transfer"]), (&Value::Null, &Value::Null));
    let file = customer.get(&format!("/api/v1/welcome/{key}/introduction.ics")).await;
    assert_eq!(file.status, 404);
    let off = json!({"act": {"act": "cancel", "reason": "The customer asked for it."}});
    assert_eq!(send(&manager, "POST", &acts, &off).await.status, 200);
    assert_eq!(customer.get(&format!("/api/v1/welcome/{key}")).await.status, 404);
}

async fn the_receiver_checks_and_rates(kind: Kind) {
    let house = House::acme(kind).await;
    let (manager, keeper) = (house.sign_in(Person::Manager).await, house.sign_in(Person::Keeper).await);
    let hunter = house.sign_in(Person::Hunter).await;
    let id = handoff(&house, &manager, &until_prepared()).await;
    let verdict = json!({"verdict": {"ratings": {"people": 5}, "judgements": {"champion": "wrong"}, "repeated": null}, "version": 0});
    let rate = format!("/handoffs/{id}/verdict");
    assert_eq!(send(&keeper, "PUT", &rate, &verdict).await.status, 409, "it has not passed on yet");
    for act in until_transferred("2026-06-15").into_iter().skip(2) {
        let answer = send(&manager, "POST", &format!("/handoffs/{id}/acts"), &json!({ "act": act })).await;
        assert_eq!(answer.status, 200, "{act}: {}", answer.text());
    }
    assert_eq!(
        send(&hunter, "PUT", &rate, &verdict).await.status,
        403,
        "the giver does not rate the own brief"
    );
    assert_eq!(send(&keeper, "PUT", &rate, &verdict).await.status, 204);
    assert_eq!(send(&keeper, "PUT", &rate, &verdict).await.status, 409, "it was changed since version 0");
    let wild =
        json!({"verdict": {"ratings": {"people": 6}, "judgements": {}, "repeated": null}, "version": 1});
    assert_eq!(send(&keeper, "PUT", &rate, &wild).await.status, 422);
    let check = json!({"check": {"at": "day_30", "on": "2026-06-15", "proactive": true, "met": true, "commitments_kept": true, "worries": null}});
    let early = send(&keeper, "POST", &format!("/handoffs/{id}/checks"), &check).await;
    assert_eq!(early.status, 422, "it is due in a month: {}", early.text());
    let shown = get(&manager, &format!("/handoffs/{id}/afterwards")).await;
    assert_eq!(shown["checks"]["to_come"][0], json!(["day_30", "2026-07-15"]));
    assert_eq!((&shown["verdict_version"], &shown["loss"]["fields"]), (&json!(1), &json!(7)));
    assert_eq!(shown["outcomes"][0]["outcome"], json!({"is": "not_yet", "on": "2026-09-13"}));
}

async fn the_report_counts_states_overrides_and_outcomes(kind: Kind) {
    let house = House::acme(kind).await;
    let manager = house.sign_in(Person::Manager).await;
    let id = handoff(&house, &manager, &until_transferred("2026-06-15")).await;
    let report = get(&manager, "/handoffs/report").await;
    assert_eq!(report["states"], json!({"transferred": 1}));
    assert_eq!(report["overridden"], json!([1, 8]));
    assert_eq!(report["outcomes"][0]["tally"]["open"], 1);
    assert_eq!(report["outcomes"][0]["still_there"], Value::Null, "too few to say");
    // The receiver says that nothing had to be repeated, the customer says otherwise: the customer's word counts.
    let keeper = house.sign_in(Person::Keeper).await;
    let verdict = json!({"verdict": {"ratings": {}, "judgements": {"champion": "right"}, "repeated": "never"}, "version": 0});
    assert_eq!(send(&keeper, "PUT", &format!("/handoffs/{id}/verdict"), &verdict).await.status, 204);
    let key = key(&manager, &id).await;
    let after = json!({"moment": "after", "answer": {"in_time": null, "repeated": "often", "confidence": 2, "note": null}});
    let said = send(&house.nobody(), "POST", &format!("/welcome/{key}/answers"), &after).await;
    assert_eq!(said.status, 204, "{}", said.text());
    let shown = get(&manager, &format!("/handoffs/{id}/afterwards")).await;
    assert_eq!(shown["verdict"]["repeated"], "never", "what the receiver said stays the receiver's");
    assert_eq!(shown["loss"], json!({"brief_bp": 0, "whole_bp": 5_000, "fields": 1}));
    let other = get(&house.sign_in(Person::OtherKeeper).await, "/handoffs/report").await;
    assert_eq!(other["states"], json!({}));
}
