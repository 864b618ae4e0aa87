//! Rules of engagement through the door: versions that are never changed, try-outs, gray cases, exceptions, and the decision about one unit.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use tandem_testkit::{Call, Client, House, Kind, Person, on_both};

on_both!(
    a_version_is_adopted_once_and_never_changed,
    a_document_is_tried_on_the_book,
    managers_are_told_of_their_team_only,
    two_years_are_told_month_by_month,
    gray_cases_are_answered_until_the_answer_ends,
    a_person_decides_against_the_rules_with_a_reason,
    a_unit_says_what_is_decided_and_why,
    facts_are_stated_and_taken_back,
    facts_of_many_units_are_stated_all_or_none,
    every_change_leaves_an_event,
);

/// On Acme: u02 and u03 are sold to more than a third, u05 to less; hunters hold u02, u03, u05, u07 and u11.
const RULES: &str = "name: Acme
version: '1'
effective: 2026-01-01
rules:
  - {id: kept, when: owner_role == 'account_manager', then: keep}
  - {id: third, when: penetration > 0.3, then: hand_off, to: account_manager, because: A third is sold.}
  - {id: unsold, when: arr == 0.0, then: keep}
  - {id: gray, when: arr > 0.0, then: ask, to: account_manager, because: The manager knows.}
holds:
  - {id: unhappy, when: health == 'red', because: First the customer is helped.}
";

async fn adopt(client: &Client, text: &str) -> tandem_testkit::Answer {
    client.send(Call::new("POST", "/api/v1/rules").json(&json!({ "document": text }))).await
}

async fn post(client: &Client, path: &str, body: &Value) -> tandem_testkit::Answer {
    client.send(Call::new("POST", path).json(body)).await
}

/// Acme with the rules in force, everybody's health green, and operations signed in.
async fn ruled(kind: Kind) -> (House, Client) {
    let house = House::acme(kind).await;
    let operations = house.sign_in(Person::Operations).await;
    assert_eq!(adopt(&operations, RULES).await.status, 201);
    let lines: String = (1..=12)
        .map(|unit| format!("{}\n", json!({"unit": format!("u{unit:02}"), "facts": {"health": "green"}})))
        .collect();
    let stated =
        post(&operations, "/api/v1/rules/facts", &json!({"lines": lines, "since": "2026-01-01"})).await;
    assert_eq!(stated.json(), json!({"facts": 12}), "{}", stated.text());
    (house, operations)
}

async fn decision(house: &House, client: &Client, unit: &str) -> Value {
    let id = house.id("unit", unit).await;
    let answer = client.get(&format!("/api/v1/units/{id}/decision")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn names(items: &Value, of: &[&str]) -> Vec<String> {
    let name = |item: &Value| of.iter().fold(item.clone(), |at, key| at[*key].clone());
    items.as_array().unwrap().iter().map(|item| name(item).as_str().unwrap_or("-").to_owned()).collect()
}

async fn a_version_is_adopted_once_and_never_changed(kind: Kind) {
    let house = House::acme(kind).await;
    let client = house.sign_in(Person::Operations).await;
    assert_eq!(client.get("/api/v1/rules").await.json()["versions"], json!([]));
    // The first may count from a day that is over.
    assert_eq!(adopt(&client, RULES).await.status, 201);
    let again = adopt(&client, &RULES.replace("2026-01-01", "2026-07-01")).await;
    assert_eq!(again.status, 409);
    assert!(again.text().contains("There is a version 1 of `Acme` already"), "{}", again.text());
    let second = RULES.replace("'1'", "'2'");
    let past = adopt(&client, &second).await;
    assert_eq!(past.status, 409);
    assert!(past.text().contains("give 2026-06-15 or a later day"), "{}", past.text());
    let coming = adopt(&client, &second.replace("2026-01-01", "2026-07-01")).await;
    assert_eq!(coming.status, 201, "{}", coming.text());
    let today = adopt(&client, &RULES.replace("'1'", "'3'").replace("2026-01-01", "2026-06-15")).await;
    assert_eq!(today.status, 201);
    let states = |list: &Value| -> Vec<String> {
        let versions = list["versions"].as_array().unwrap().iter();
        versions
            .map(|v| format!("{} {}", v["version"].as_str().unwrap(), v["state"].as_str().unwrap()))
            .collect()
    };
    let list = client.get("/api/v1/rules").await.json();
    assert_eq!(states(&list), ["2 coming", "3 in_force", "1 past"]);
    let withdraw = |id: &Value| Call::new("DELETE", &format!("/api/v1/rules/{}", id.as_str().unwrap()));
    assert_eq!(client.send(withdraw(&list["versions"][1]["id"])).await.status, 409);
    assert_eq!(client.send(withdraw(&coming.json()["id"])).await.status, 204);
    assert_eq!(client.send(withdraw(&coming.json()["id"])).await.status, 409);
    let list = client.get("/api/v1/rules").await.json();
    assert_eq!(states(&list), ["2 withdrawn", "3 in_force", "1 past"]);
    // What is wrong is told with its place, and nothing is kept.
    let wrong = adopt(&client, &RULES.replace("penetration", "pentration")).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("Line 6") && wrong.text().contains("did you mean `penetration`"),
        "{}",
        wrong.text()
    );
}

async fn a_document_is_tried_on_the_book(kind: Kind) {
    let (_house, client) = ruled(kind).await;
    let other = RULES.replace("'1'", "'2'").replace("penetration > 0.3", "penetration > 0.4");
    let told = post(&client, "/api/v1/rules/try", &json!({"document": other})).await.json();
    // u02 is sold to a third, u03 to a half; both are Mina's, and Jonas keeps the other unit of Borealis.
    assert_eq!(names(&told["moves"], &["unit", "name"]), ["Ågren Möbler"]);
    assert_eq!(names(&told["moves"], &["receiver", "name"]), ["Jonas Weber"]);
    assert_eq!(told["answers"]["hand_off"], json!({"units": 1, "arr": 4800.0}));
    assert_eq!(
        told["differences"],
        json!([{"from": "hand_off", "to": "ask", "units": 1, "examples": [told["differences"][0]["examples"][0]]}])
    );
    assert_eq!(told["differences"][0]["examples"][0]["name"], "Borealis Ports");
    // u12 has no owner: whether it is an account manager's cannot be decided.
    assert_eq!(told["missing"], json!([{"name": "owner_role", "units": 1, "arr": null}]));
    let loads = |told: &Value| names(&told["loads"], &["seller", "name"]);
    assert_eq!(loads(&told), ["Jonas Weber", "Mina Sato"]);
    // On a day before: u04 was Mina's until July 2025, and fully sold.
    let before =
        post(&client, "/api/v1/rules/try", &json!({"document": RULES, "as_of": "2025-06-30"})).await.json();
    assert_eq!(before["answers"]["hand_off"]["units"], 0, "health was not stated then: {before}");
    assert!(names(&before["missing"], &["name"]).contains(&"health".to_owned()));
    let future = post(&client, "/api/v1/rules/try", &json!({"document": RULES, "as_of": "2199-01-01"})).await;
    assert_eq!(future.status, 422);
}

async fn managers_are_told_of_their_team_only(kind: Kind) {
    let (house, _) = ruled(kind).await;
    let manager = house.sign_in(Person::Manager).await;
    let told = post(&manager, "/api/v1/rules/try", &json!({"document": RULES})).await.json();
    assert_eq!(names(&told["moves"], &["unit", "name"]), ["Borealis Ports", "Ågren Möbler"]);
    let gray = manager.get("/api/v1/rules/gray-cases").await.json();
    assert!(!gray.to_string().contains("Lonely"), "nobody's unit is in nobody's team");
    let hunter = house.sign_in(Person::Hunter).await;
    assert_eq!(post(&hunter, "/api/v1/rules/try", &json!({"document": RULES})).await.status, 403);
    assert_eq!(hunter.get("/api/v1/rules/gray-cases").await.status, 403);
}

async fn two_years_are_told_month_by_month(kind: Kind) {
    let (_house, client) = ruled(kind).await;
    let told = post(&client, "/api/v1/rules/history", &json!({"document": RULES})).await.json();
    let months = told["months"].as_array().unwrap();
    assert_eq!(
        (months.len(), months[0]["day"].clone(), months[23]["day"].clone()),
        (24, json!("2024-07-31"), json!("2026-06-15"))
    );
    // Health is stated from January on; u07 ended its subscription on the first of February.
    let january = &months[18];
    assert_eq!((&january["day"], &january["newly"]["units"]), (&json!("2026-01-31"), &json!(3)));
    assert_eq!(january["newly_in_force"], january["newly"]["units"]);
    let happened: u64 = months.iter().map(|month| month["happened"].as_u64().unwrap()).sum();
    assert_eq!(happened, 4, "u01, u04, u06 and u08 passed on");
}

async fn gray_cases_are_answered_until_the_answer_ends(kind: Kind) {
    let (house, client) = ruled(kind).await;
    let cases = client.get("/api/v1/rules/gray-cases").await.json();
    assert_eq!(
        (cases["in_force"].clone(), names(&cases["items"], &["unit", "name"])),
        (json!(true), ["Kestrel Robotics", "Lonely Lighthouse"].map(str::to_owned).to_vec())
    );
    let stricter = RULES.replace("'1'", "'2'").replace("2026-01-01", "2026-06-15").replace("> 0.3", "> 0.4");
    assert_eq!(adopt(&client, &stricter).await.status, 201);
    let cases = client.get("/api/v1/rules/gray-cases").await.json();
    assert_eq!(
        names(&cases["items"], &["unit", "name"]),
        ["Kestrel Robotics", "Borealis Ports", "Lonely Lighthouse"]
    );
    assert_eq!(cases["items"][1]["because"], "The manager knows.");
    assert_eq!(cases["items"][2]["missing"], json!(["owner_role"]));
    let unit = cases["items"][1]["unit"]["id"].as_str().unwrap();
    let answer = json!({"answer": "hand_off", "question": "gray", "reason": "Jonas knows them.", "until": "2026-09-01"});
    let manager = house.sign_in(Person::Manager).await;
    assert_eq!(post(&manager, &format!("/api/v1/units/{unit}/exceptions"), &answer).await.status, 201);
    let cases = client.get("/api/v1/rules/gray-cases").await.json();
    assert_eq!(names(&cases["items"], &["unit", "name"]), ["Kestrel Robotics", "Lonely Lighthouse"]);
    let told = decision(&house, &client, "u02").await;
    assert_eq!((&told["answer"], &told["rules_say"]), (&json!("hand_off"), &json!("ask")));
}

async fn a_person_decides_against_the_rules_with_a_reason(kind: Kind) {
    let (house, client) = ruled(kind).await;
    let id = house.id("unit", "u03").await;
    let path = format!("/api/v1/units/{id}/exceptions");
    let keep = |reason: &str, until: &str| json!({"answer": "keep", "reason": reason, "until": until});
    for (wrong, said) in [
        (keep(" ", "2026-09-01"), "Say why"),
        (keep("They merge.", "2026-06-15"), "until a day after 2026-06-15"),
        (keep("They merge.", "2030-01-01"), "not after 2028-06-15"),
        (json!({"answer": "ask", "reason": "?", "until": "2026-09-01"}), "decide nothing"),
    ] {
        let answer = post(&client, &path, &wrong).await;
        assert_eq!(answer.status, 422, "{wrong}");
        assert!(answer.text().contains(said), "{}", answer.text());
    }
    let made = post(&client, &path, &keep("They merge.", "2026-09-01")).await;
    assert_eq!(made.status, 201);
    let told = decision(&house, &client, "u03").await;
    assert_eq!((&told["answer"], &told["rules_say"]), (&json!("keep"), &json!("hand_off")));
    let list = client.get("/api/v1/rules/exceptions").await.json();
    assert_eq!(list["items"][0]["reason"], "They merge.");
    // Mina sees it in her book; 林志明 sees nothing.
    for (person, seen) in [(Person::Hunter, 1), (Person::OtherKeeper, 0)] {
        let list = house.sign_in(person).await.get("/api/v1/rules/exceptions").await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), seen, "{person:?}");
    }
    let withdraw = format!("/api/v1/rules/exceptions/{}", made.json()["id"].as_str().unwrap());
    assert_eq!(client.send(Call::new("DELETE", &withdraw)).await.status, 204);
    assert_eq!(client.send(Call::new("DELETE", &withdraw)).await.status, 204, "done twice is done");
    assert_eq!(decision(&house, &client, "u03").await["answer"], "hand_off");
}

async fn a_unit_says_what_is_decided_and_why(kind: Kind) {
    let house = House::acme(kind).await;
    let client = house.sign_in(Person::Operations).await;
    let told = decision(&house, &client, "u03").await;
    assert_eq!((&told["answer"], &told["rules"]), (&Value::Null, &Value::Null), "no rules are in force");
    let (house, client) = ruled(kind).await;
    let told = decision(&house, &client, "u03").await;
    assert_eq!(
        (&told["answer"], &told["rule"], &told["to"]),
        (&json!("hand_off"), &json!("third"), &json!("account_manager"))
    );
    assert_eq!(told["receiver"]["name"], "Jonas Weber");
    assert_eq!(
        told["reasons"][0]["parts"][0]["facts"],
        json!([{"name": "penetration", "value": 0.5, "date": "2026-06-15"}])
    );
    let fact =
        |name: &str| told["facts"].as_array().unwrap().iter().find(|f| f["name"] == name).unwrap().clone();
    assert_eq!(
        (&fact("penetration")["value"], &fact("health")["since"]),
        (&json!(0.5), &json!("2026-01-01"))
    );
    assert_eq!((&fact("health")["asked"], &fact("segment")["asked"]), (&json!(true), &json!(false)));
    let changes = names(&told["changes"], &["fact"]);
    assert!(
        changes.contains(&"penetration".to_owned()) && changes.contains(&"health".to_owned()),
        "{changes:?}"
    );
    // A hunter sees the decision about the own unit, and may not decide.
    let hunter = house.sign_in(Person::Hunter).await;
    let told = decision(&house, &hunter, "u03").await;
    assert_eq!((&told["may_decide"], &told["may_state"]), (&json!(false), &json!(true)));
}

async fn facts_are_stated_and_taken_back(kind: Kind) {
    let (house, _) = ruled(kind).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let id = house.id("unit", "u03").await;
    let path = format!("/api/v1/units/{id}/facts");
    let state = |fact: &str, value: Value| json!({"fact": fact, "value": value});
    for (wrong, said) in [
        (state("health", json!("purple")), "`health` cannot be"),
        (state("arr", json!(1)), "comes from the record"),
        (state("helth", json!("red")), "did you mean `health`"),
        (json!({"fact": "health", "value": "red", "since": "2199-01-01"}), "has not come yet"),
    ] {
        let answer = post(&hunter, &path, &wrong).await;
        assert_eq!(answer.status, 422, "{wrong}: {}", answer.text());
        assert!(answer.text().contains(said), "{}", answer.text());
    }
    assert_eq!(post(&hunter, &path, &state("health", json!("red"))).await.status, 204);
    let told = decision(&house, &hunter, "u03").await;
    assert_eq!((&told["answer"], &told["rule"]), (&json!("keep"), &json!("third")), "a hold is true");
    assert_eq!(told["reasons"][1]["id"], "unhappy");
    assert_eq!(post(&hunter, &path, &state("health", Value::Null)).await.status, 204);
    let told = decision(&house, &hunter, "u03").await;
    assert_eq!((&told["answer"], &told["missing"]), (&json!("ask"), &json!(["health"])));
}

async fn facts_of_many_units_are_stated_all_or_none(kind: Kind) {
    let house = House::acme(kind).await;
    let client = house.sign_in(Person::Operations).await;
    let before = house.dump().await;
    let lines = "{\"unit\": \"u01\", \"facts\": {\"health\": \"green\"}}\n{\"unit\": \"u99\", \"facts\": {\"health\": \"red\"}}\n\
                 {\"unit\": \"u02\", \"facts\": {\"arr\": 5}}\n{\"unit\": \"u02\", \"facts\": {\"helth\": \"red\"}}";
    let answer = post(&client, "/api/v1/rules/facts", &json!({ "lines": lines })).await;
    assert_eq!(answer.status, 422);
    for said in
        ["line 2: there is no unit `u99`", "line 3: `arr` comes from the record", "did you mean `health`"]
    {
        assert!(answer.text().contains(said), "{}", answer.text());
    }
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
}

async fn every_change_leaves_an_event(kind: Kind) {
    let (house, client) = ruled(kind).await;
    let id = house.id("unit", "u03").await;
    let keep = json!({"answer": "keep", "reason": "They merge.", "until": "2026-09-01"});
    let made = post(&client, &format!("/api/v1/units/{id}/exceptions"), &keep).await.json();
    let path = format!("/api/v1/rules/exceptions/{}", made["id"].as_str().unwrap());
    client.send(Call::new("DELETE", &path)).await;
    let events = house.dump().await.0.remove("event").unwrap().join("\n");
    for kind in ["rules.adopted", "fact.stated", "exception.made", "exception.withdrawn"] {
        assert!(events.contains(kind), "{kind} is missing in {events}");
    }
}
