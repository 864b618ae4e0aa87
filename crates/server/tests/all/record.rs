//! The record of who did what: every change of people, keys, settings and time is told there, and never a secret.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::http::StatusCode;
use serde_json::{Value, json};
use tandem_testkit::{Call, Client, House, Kind, PASSWORD, Person, on_both};

on_both!(changes_are_told_with_who_did_them, what_is_refused_is_not_told);

async fn done(client: &Client, method: &str, path: &str, body: Value) -> Value {
    let answer = client.send(Call::new(method, path).json(&body)).await;
    assert!(answer.status.is_success(), "{method} {path}: {}", answer.text());
    if answer.text().is_empty() { Value::Null } else { answer.json() }
}

/// The record's lines that tell of this kind of event.
async fn told(house: &House, kind: &str) -> Vec<String> {
    let record = house.dump().await.0.remove("event").unwrap_or_default();
    record.into_iter().filter(|line| line.contains(kind)).collect()
}

async fn changes_are_told_with_who_did_them(kind: Kind) {
    let house = House::acme(kind).await;
    let admin = house.sign_in(Person::Admin).await;
    let eve =
        json!({ "email": "eve@acme.example", "name": "Eve", "password": "a first secret", "role": "viewer" });
    let id = done(&admin, "POST", "/api/v1/users", eve).await["id"].as_str().unwrap().to_owned();
    let change = json!({ "password": "a second secret", "role": "operations" });
    done(&admin, "PATCH", &format!("/api/v1/users/{id}"), change).await;
    let token = json!({ "name": "reports", "scopes": ["read"], "days": 7 });
    let made = done(&admin, "POST", "/api/v1/tokens", token).await;
    let key = made["key"].as_str().unwrap().to_owned();
    done(&admin, "DELETE", &format!("/api/v1/tokens/{}", made["id"].as_str().unwrap()), Value::Null).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let weeks = json!([{ "week": "2026-06-08", "category": "service", "hours": 12.0 }]);
    done(&hunter, "POST", "/api/v1/time/reports", weeks).await;

    let rows = [
        ("user.created", "eve@acme.example"),
        ("user.changed", "operations"),
        ("token.created", "reports"),
        ("token.ended", "{}"),
        ("session.started", "{}"),
        ("time.reported", "service"),
        ("import.done", "created"),
    ];
    for (what, holds) in rows {
        let lines = told(&house, what).await;
        assert!(lines.iter().any(|line| line.contains(holds)), "{what}: {lines:?}");
    }
    let all = told(&house, "").await.join("\n");
    for secret in ["a first secret", "a second secret", &key, PASSWORD] {
        assert!(!all.contains(secret), "{secret} is in the record");
    }
}

async fn what_is_refused_is_not_told(kind: Kind) {
    let house = House::acme(kind).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let before = told(&house, "").await;
    let mallory =
        json!({ "email": "m@acme.example", "name": "M", "password": "a long secret", "role": "admin" });
    let answer = hunter.send(Call::new("POST", "/api/v1/users").json(&mallory)).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(told(&house, "").await, before);
}
