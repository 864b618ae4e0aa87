//! The list of questions: filters, pages, and how many wait for whom.
use super::company::Company;
use serde_json::{Value, json};
use tandem_testkit::{Call, Client, Kind, Person, on_both};

on_both!(a_long_list_of_questions_is_looked_through_page_by_page);

const QUESTIONS: &str = "/api/v1/incentives/questions";

async fn found(client: &Client, search: &str) -> Value {
    let answer = client.get(&format!("{QUESTIONS}{search}")).await;
    assert_eq!(answer.status, 200, "{search}: {}", answer.text());
    answer.json()
}

fn texts(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect()
}

async fn a_long_list_of_questions_is_looked_through_page_by_page(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    let house = &company.house;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let operations = house.sign_in(Person::Operations).await;
    for (client, text) in [(&hunter, "One"), (&hunter, "Two"), (&keeper, "Three"), (&hunter, "Four")] {
        let line = client.get("/api/v1/incentives/statement").await.json()["lines"][0].clone();
        let question = json!({"event": line["event"], "number": line["number"], "text": text});
        assert_eq!(client.send(Call::new("POST", QUESTIONS).json(&question)).await.status, 201);
    }
    let all = found(&operations, "").await;
    assert_eq!(texts(&all), ["Four", "Three", "Two", "One"]);
    let id = all["items"][0]["id"].as_str().unwrap();
    let reply = json!({"act": {"act": "reply", "text": "It was the fleet add-on."}});
    let act = Call::new("POST", &format!("{QUESTIONS}/{id}/acts")).json(&reply);
    assert_eq!(operations.send(act).await.status, 204);
    // What waits stands first; the answered one has gone to the end.
    let all = found(&operations, "").await;
    assert_eq!(texts(&all), ["Three", "Two", "One", "Four"]);
    assert_eq!(
        (&all["waiting"], &all["total"], &all["periods"]),
        (&json!(3), &json!(4), &json!(["2026-06"]))
    );
    assert_eq!(all["people"].as_array().unwrap().len(), 2);
    let keeper_id = house.id("seller", "s4").await;
    for (search, expected) in [
        ("?state=waiting", vec!["Three", "Two", "One"]),
        ("?state=answered", vec!["Four"]),
        ("?state=adjusted", vec![]),
        (&format!("?person={keeper_id}"), vec!["Three"]),
        ("?period=2026-06&state=open&limit=2", vec!["Three", "Two"]),
        ("?period=2026-06&state=open&limit=2&after=2", vec!["One"]),
        ("?period=2026-05", vec![]),
        ("?text=FLEET", vec!["Four"]),
        ("?text=jonas", vec!["Three"]),
        ("?text=tw", vec!["Two"]),
    ] {
        assert_eq!(texts(&found(&operations, search).await), expected, "{search}");
    }
    let page = found(&operations, "?limit=3").await;
    assert_eq!((&page["next"], &page["total"]), (&json!("3"), &json!(4)));
    assert_eq!(found(&operations, "?limit=3&after=3").await["next"], Value::Null);
    let refused = operations.get(&format!("{QUESTIONS}?state=done")).await;
    assert!(
        refused.status == 422 && refused.text().contains("write one of waiting, open"),
        "{}",
        refused.text()
    );
    let own = found(&keeper, "").await;
    assert_eq!(
        (texts(&own), &own["waiting"]),
        (vec!["Three"], &json!(0)),
        "nobody looks through those of others"
    );
}
