//! The diagnosis through the door: whose it is, what of it is shown, and what is refused.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use tandem_testkit::{House, Kind, Person, on_both};

on_both!(
    everybody_is_shown_what_they_may_see,
    the_future_is_not_diagnosed,
    the_same_records_give_the_same_answer
);

/// Scope, whether there is a verdict, and the names of the sellers shown.
async fn shown(house: &House, person: Person) -> (Value, bool, Vec<String>) {
    let answer = house.sign_in(person).await.get("/api/v1/diagnosis").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let body = answer.json();
    let names =
        body["sellers"].as_array().unwrap().iter().map(|s| s["seller"]["name"].as_str().unwrap().to_owned());
    let has_verdict = body["verdict"].is_string();
    // Nothing of the team without a verdict.
    assert_eq!(has_verdict, body["coverage"].is_object());
    assert_eq!(has_verdict, !body["findings"].as_array().unwrap().is_empty());
    (body["scope"].clone(), has_verdict, names.collect())
}

async fn everybody_is_shown_what_they_may_see(kind: Kind) {
    let house = House::acme(kind).await;
    let all = shown(&house, Person::Admin).await;
    assert_eq!((&all.0, all.1), (&json!("everything"), true));
    assert!(all.2.len() > 3, "{all:?}");
    assert_eq!(shown(&house, Person::Viewer).await, all);
    let (scope, has_verdict, team) = shown(&house, Person::Manager).await;
    assert_eq!((scope, has_verdict), (json!("team"), true));
    assert!(
        !team.is_empty() && team.len() < all.2.len() && team.iter().all(|name| all.2.contains(name)),
        "{team:?}"
    );
    let (scope, has_verdict, own) = shown(&house, Person::Hunter).await;
    assert_eq!((scope, has_verdict, own), (json!("own"), false, vec!["Mina Sato".to_owned()]));
}

async fn the_future_is_not_diagnosed(kind: Kind) {
    let house = House::acme(kind).await;
    let client = house.sign_in(Person::Operations).await;
    assert_eq!(client.get("/api/v1/diagnosis?as_of=2199-01-01").await.status, 422);
    let early = client.get("/api/v1/diagnosis?as_of=1999-01-01").await.json();
    assert_eq!(early["verdict"], "not_enough_data");
}

async fn the_same_records_give_the_same_answer(kind: Kind) {
    let (one, other) = (House::acme(kind).await, House::acme(kind).await);
    let get = async |house: &House| house.sign_in(Person::Admin).await.get("/api/v1/diagnosis").await.json();
    assert_eq!(get(&one).await, get(&other).await);
}
