//! Who may do what: every operation of the OpenAPI document with every role, with a session, a token, or nothing. A denied call changes
//! nothing, and nobody reads a word of a customer outside their sight.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod table;

use axum::http::header;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Read;
use table::{ROWS, Row, Subjects, Who};
use tandem_testkit::{Answer, Call, Client, House, Kind, Person, acme, on_both};

on_both!(
    every_operation_is_open_to_whom_the_table_says,
    nobody_reads_of_customers_outside_their_sight,
    what_may_not_be_seen_is_as_if_it_were_not_there,
    pages_of_other_sites_change_nothing,
    fields_that_are_not_declared_are_refused,
    tokens_and_views_of_others_are_out_of_reach,
    whoever_is_disabled_is_out_at_once,
);

fn operations() -> BTreeSet<(String, String)> {
    let document = serde_json::to_value(tandem_server::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let of = |(path, methods): (&String, &Value)| {
        let methods = methods.as_object().unwrap().keys();
        methods.map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of).collect()
}

#[test]
fn every_operation_has_a_row() {
    let rows: BTreeSet<(String, String)> =
        ROWS.iter().map(|row| (row.method.to_owned(), row.path.to_owned())).collect();
    assert_eq!(rows.len(), ROWS.len(), "a row is there once");
    let operations = operations();
    let missing: Vec<_> = operations.difference(&rows).collect();
    assert!(missing.is_empty(), "say in access/table.rs who may do this: {missing:?}");
    let gone: Vec<_> = rows.difference(&operations).collect();
    assert!(gone.is_empty(), "these rows are of no operation: {gone:?}");
}

/// How somebody comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Session,
    ReadToken,
    WriteToken,
}

/// The statuses that may be expected of a person at a door; the first that fits counts.
fn expected(row: &Row, person: Person, door: Door, sees: bool) -> u16 {
    // Checking a document, or trying a plan out, keeps nothing: it is as good as reading.
    let reads = row.method == "GET"
        || [
            "/api/v1/rules/check",
            "/api/v1/designs/check",
            "/api/v1/handoffs/mass/preview",
            "/api/v1/interventions/pilot",
            "/api/v1/incentives/events/preview",
        ]
        .contains(&row.path)
        || ["check", "try"].iter().any(|word| row.path == format!("/api/v1/incentives/plans/{word}"));
    let role_may = match row.who {
        Who::Anybody | Who::SignedIn | Who::InPerson | Who::Sight(_) => true,
        Who::Roles(roles) | Who::Importers(roles) | Who::RolesWithSight(roles, _) => {
            roles.contains(&person.role())
        }
    };
    let door_may = match (row.who, door) {
        (_, Door::Session) => true,
        (Who::InPerson, _) => false,
        (_, Door::WriteToken) => true,
        // The files of an import are an affair of those who import: a token for reading is not enough.
        (Who::Importers(_), Door::ReadToken) => false,
        (_, Door::ReadToken) => reads,
    };
    match (role_may && door_may, sees) {
        (false, _) => 403,
        (true, false) => 404,
        (true, true) => row.done,
    }
}

async fn every_operation_is_open_to_whom_the_table_says(kind: Kind) {
    let house = House::acme(kind).await;
    let subjects = Subjects::new(&house).await;
    let mut doors = Vec::new();
    for person in Person::ALL {
        doors.push((person, Door::Session, house.sign_in(person).await));
        if [Person::Head, Person::OtherKeeper].contains(&person) {
            // Their roles come in by these doors with somebody else.
            continue;
        }
        doors.push((person, Door::ReadToken, house.token(person, "read").await));
        doors.push((person, Door::WriteToken, house.token(person, "read write").await));
    }
    let strangers = strangers(&house).await;
    let mut wrong = Vec::new();
    for row in ROWS.iter().filter(|row| row.who != Who::Anybody) {
        let before = house.dump().await;
        let mut allowed = Vec::new();
        for (name, stranger) in &strangers {
            let answer = stranger.send(row.call(&subjects, subjects.first(row))).await;
            note(&mut wrong, row, name, 401, &answer);
        }
        for (person, door, client) in &doors {
            let targets = subjects.targets(row, *person).into_iter();
            for (target, sees) in targets.take(if *door == Door::Session { usize::MAX } else { 3 }) {
                let expected = expected(row, *person, *door, sees);
                if expected == row.done {
                    allowed.push((person, door, client, target));
                    continue;
                }
                let answer = client.send(row.call(&subjects, target)).await;
                note(&mut wrong, row, &format!("{person:?} {door:?} {target}"), expected, &answer);
            }
        }
        let changed = before.differences(&house.dump().await);
        if !changed.is_empty() {
            wrong.push(format!("{} {}: denied calls changed {changed:?}", row.method, row.path));
        }
        for (person, door, client, target) in allowed {
            let answer = client.send(row.call(&subjects, target)).await;
            note(&mut wrong, row, &format!("{person:?} {door:?} {target}"), row.done, &answer);
        }
    }
    assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn note(wrong: &mut Vec<String>, row: &Row, who: &str, expected: u16, answer: &Answer) {
    let status = answer.status.as_u16();
    if status != expected {
        wrong.push(format!(
            "{} {} as {who}: {status} instead of {expected}: {}",
            row.method,
            row.path,
            answer.text()
        ));
    } else if status >= 400 && answer.header("content-type") != "application/problem+json" {
        wrong.push(format!(
            "{} {} as {who}: {status} is no problem: {}",
            row.method,
            row.path,
            answer.text()
        ));
    }
}

/// Everybody whom nobody knows, or no longer.
async fn strangers(house: &House) -> Vec<(&'static str, Client)> {
    let admin = house.sign_in(Person::Admin).await;
    let made = admin
        .send(
            Call::new("POST", "/api/v1/tokens")
                .json(&serde_json::json!({"name": "x", "scopes": ["read", "write"]})),
        )
        .await
        .json();
    let bearer = |key: &str| house.nobody().with(header::AUTHORIZATION, &format!("Bearer {key}"));
    let revoked = bearer(made["key"].as_str().unwrap());
    assert_eq!(revoked.get("/api/v1/users").await.status, 200, "it did count");
    let path = format!("/api/v1/tokens/{}", made["id"].as_str().unwrap());
    assert_eq!(admin.send(Call::new("DELETE", &path)).await.status, 204);
    let signed_out = house.sign_in(Person::Admin).await;
    assert_eq!(signed_out.send(Call::new("DELETE", "/api/v1/session")).await.status, 204);
    vec![
        ("nobody", house.nobody()),
        ("a revoked token", revoked),
        ("a token that was never given", bearer("tdm_0000")),
        ("a session that has ended", signed_out),
        ("a session that was never given", house.nobody().with(header::COOKIE, "tandem_session=0000")),
        ("an empty session", house.nobody().with(header::COOKIE, "tandem_session=")),
    ]
}

/// All addresses that answer GET, with every id and with what could be asked for.
async fn everything_readable(client: &Client) -> Vec<(String, Answer)> {
    let mut paths = Vec::new();
    for (_, path) in operations().into_iter().filter(|(method, _)| method == "GET") {
        if path.contains("{id}") {
            paths.extend((1..=14).map(|id| path.replace("{id}", &id.to_string())));
        } else {
            paths.push(path);
        }
    }
    paths.retain(|path| path != "/api/v1/views" && path != "/api/v1/time/reports");
    paths.extend(["/api/v1/views?page=customers", "/api/v1/time/reports?week=2026-06-15"].map(str::to_owned));
    for by in ["month", "segment", "seller", "customer"] {
        paths.push(format!("/api/v1/arr?by={by}"));
        paths.push(format!("/api/v1/arr?by={by}&from=2024-01&to=2026-06"));
    }
    for customer in acme::CUSTOMERS {
        for canary in customer.canaries {
            paths.push(format!("/api/v1/customers?q={}", encoded(canary)));
        }
        paths.push(format!("/api/v1/customers.csv?q={}", encoded(customer.name)));
    }
    for seller in 1..=7 {
        paths.push(format!("/api/v1/customers?owner={seller}"));
        paths.push(format!("/api/v1/customers.csv?owner={seller}"));
        paths.push(format!("/api/v1/time?seller={seller}"));
    }
    for sort in ["name", "arr", "renewal", "activity", "-name", "-arr", "-renewal", "-activity"] {
        paths.push(format!("/api/v1/customers?sort={sort}&limit=500"));
    }
    paths.extend((1..=14).map(|id| format!("/api/v1/units/{id}/owner?on=2025-06-30")));
    paths.extend((1..=14).map(|id| format!("/api/v1/arr?by=customer&group={id}")));
    let mut answers = Vec::new();
    for path in paths {
        let answer = client.get(&path).await;
        assert!(answer.status.as_u16() < 500, "{path}: {}", answer.text());
        answers.push((path, answer));
    }
    answers
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// What a reader of the answer could see.
fn readable(answer: &Answer) -> String {
    if !answer.header("content-type").contains("spreadsheetml") {
        return answer.text();
    }
    let mut files = zip::ZipArchive::new(std::io::Cursor::new(&answer.body)).expect("a spreadsheet is a zip");
    let mut text = String::new();
    for place in 0..files.len() {
        let _ = files.by_index(place).unwrap().read_to_string(&mut text);
    }
    text
}

async fn nobody_reads_of_customers_outside_their_sight(kind: Kind) {
    let house = House::acme(kind).await;
    for person in
        [Person::Viewer, Person::Head, Person::Manager, Person::Hunter, Person::Keeper, Person::OtherKeeper]
    {
        let client = house.sign_in(person).await;
        let answers = everything_readable(&client).await;
        let texts: Vec<(String, String)> =
            answers.iter().map(|(path, answer)| (path.clone(), readable(answer))).collect();
        for customer in &acme::CUSTOMERS {
            for canary in customer.canaries {
                let found = texts.iter().find(|(_, text)| text.contains(canary));
                match found {
                    Some((path, text)) => {
                        assert!(person.sees(customer), "{person:?} reads `{canary}` at {path}: {text}")
                    }
                    // The control: whoever may read it does find it, so the search is able to.
                    None => assert!(
                        !person.sees(customer),
                        "{person:?} sees {} and finds no `{canary}`",
                        customer.name
                    ),
                }
            }
        }
        let seen = acme::CUSTOMERS.iter().filter(|customer| person.sees(customer)).count();
        let list = client.get("/api/v1/customers").await.json();
        assert_eq!(
            (list["total"].as_u64(), list["items"].as_array().map(Vec::len)),
            (Some(seen as u64), Some(seen))
        );
        let hidden = acme::CUSTOMERS.iter().filter(|customer| !person.sees(customer));
        for customer in hidden {
            let list = client.get(&format!("/api/v1/customers?q={}", encoded(customer.name))).await.json();
            assert_eq!(list["total"], 0, "{person:?} counts {}", customer.name);
        }
        let facets = client.get("/api/v1/customers/facets").await.json();
        let counted = |name: &str| -> u64 {
            facets[name].as_array().unwrap().iter().filter_map(|facet| facet["count"].as_u64()).sum()
        };
        for facet in ["segments", "countries", "industries"] {
            assert!(counted(facet) <= seen as u64, "{person:?}: {facet} count more than is seen: {facets}");
        }
    }
}

async fn what_may_not_be_seen_is_as_if_it_were_not_there(kind: Kind) {
    let house = House::acme(kind).await;
    let subjects = Subjects::new(&house).await;
    let hunter = house.sign_in(Person::Hunter).await;
    let sighted = |row: &&Row| match row.who {
        Who::Sight(_) => true,
        Who::RolesWithSight(roles, _) => roles.contains(&"hunter"),
        _ => false,
    };
    for row in ROWS.iter().filter(sighted) {
        let hidden: Vec<i64> = subjects
            .targets(row, Person::Hunter)
            .into_iter()
            .filter(|(_, sees)| !sees)
            .map(|(id, _)| id)
            .collect();
        assert!(hidden.len() > 3);
        let unknown = hunter.send(row.call(&subjects, 987_654)).await;
        assert_eq!(unknown.status, 404);
        for id in hidden {
            let answer = hunter.send(row.call(&subjects, id)).await;
            assert_eq!((answer.status, answer.text()), (unknown.status, unknown.text()), "{} {id}", row.path);
            assert_eq!(answer.headers, unknown.headers);
        }
    }
}

async fn pages_of_other_sites_change_nothing(kind: Kind) {
    let house = House::acme(kind).await;
    let subjects = Subjects::new(&house).await;
    let admin = house.sign_in(Person::Admin).await;
    let before = house.dump().await;
    let foreign = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "http://tandem.example.evil.example"),
        ("origin", "http://tandem.example:81"),
        ("origin", "null"),
    ];
    for row in ROWS.iter().filter(|row| row.method != "GET") {
        for (name, value) in foreign {
            let call = row.call(&subjects, subjects.first(row)).header(name.parse().unwrap(), value);
            let answer = admin.send(call).await;
            assert_eq!(
                answer.status,
                403,
                "{} {} with {name}: {value}: {}",
                row.method,
                row.path,
                answer.text()
            );
        }
    }
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
    let own = Call::new("PATCH", "/api/v1/me").json(&serde_json::json!({"name": "Ada"}));
    assert_eq!(
        admin.send(own.clone().header("sec-fetch-site".parse().unwrap(), "same-origin")).await.status,
        204
    );
    assert_eq!(admin.send(own.header(header::ORIGIN, "http://tandem.example")).await.status, 204);
}

async fn fields_that_are_not_declared_are_refused(kind: Kind) {
    let house = House::acme(kind).await;
    let subjects = Subjects::new(&house).await;
    let admin = house.sign_in(Person::Admin).await;
    let seller = house.sign_in(Person::Hunter).await;
    let before = house.dump().await;
    let mut tried = 0;
    for row in ROWS {
        let Some(body) = row.json(&subjects) else { continue };
        let client = if row.path.ends_with("/time/reports") { &seller } else { &admin };
        for field in ["id", "owner_id", "user_id", "created_us", "is_admin", "password_hash", "__proto__"] {
            let mut more = body.clone();
            let object = if more.is_array() { &mut more[0] } else { &mut more };
            object.as_object_mut().unwrap().insert(field.to_owned(), Value::from("1"));
            let answer = client.send(row.call_with(&subjects, &more)).await;
            assert_eq!(answer.status, 422, "{} {} with {field}: {}", row.method, row.path, answer.text());
            tried += 1;
        }
        // A field given twice could mean one thing to whoever checks and another to whoever stores.
        let text = body.to_string();
        let first = text.find('"').unwrap();
        let field = &text[first..text[first + 1..].find('"').unwrap() + first + 2];
        let twice = format!("{}{field}:null,{}", &text[..first], &text[first..]);
        let call = row.call_with(&subjects, &body).bytes("application/json", twice.clone().into_bytes());
        let answer = client.send(call).await;
        assert!(
            [400, 422].contains(&answer.status.as_u16()),
            "{} {} {twice}: {}",
            row.method,
            row.path,
            answer.status
        );
    }
    assert!(tried > 50, "{tried}");
    let changes = [
        (&seller, serde_json::json!({"role": "admin"})),
        (&seller, serde_json::json!({"active": true})),
        (&seller, serde_json::json!({"seller_id": "1"})),
    ];
    for (client, change) in changes {
        assert_eq!(client.send(Call::new("PATCH", "/api/v1/me").json(&change)).await.status, 403, "{change}");
    }
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
}

async fn tokens_and_views_of_others_are_out_of_reach(kind: Kind) {
    let house = House::acme(kind).await;
    let (mina, jonas) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let token = mina
        .send(Call::new("POST", "/api/v1/tokens").json(&serde_json::json!({"name": "report"})))
        .await
        .json();
    let view = serde_json::json!({"page": "customers", "name": "mine", "query": "q=a", "shared": true});
    let view = mina.send(Call::new("POST", "/api/v1/views").json(&view)).await.json();
    let (token, view) = (token["id"].as_str().unwrap(), view["id"].as_str().unwrap());
    let paths = [format!("/api/v1/tokens/{token}"), format!("/api/v1/views/{view}")];
    let admin = house.sign_in(Person::Admin).await;
    let before = house.dump().await;
    for client in [&jonas, &admin] {
        for path in &paths {
            assert_eq!(client.send(Call::new("DELETE", path)).await.status, 404, "{path}");
        }
    }
    let tokens = jonas.get("/api/v1/tokens").await.json();
    assert_eq!(tokens["items"], serde_json::json!([]));
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
    for path in &paths {
        assert_eq!(mina.send(Call::new("DELETE", path)).await.status, 204, "{path}");
    }
}

async fn whoever_is_disabled_is_out_at_once(kind: Kind) {
    let house = House::acme(kind).await;
    let admin = house.sign_in(Person::Admin).await;
    let session = house.sign_in(Person::Keeper).await;
    let token = house.token(Person::Keeper, "read write").await;
    let user = house.user(Person::Keeper).await;
    let change = async |body: Value| {
        let call = Call::new("PATCH", &format!("/api/v1/users/{user}")).json(&body);
        assert_eq!(admin.send(call).await.status, 204, "{body}");
    };
    // Another role counts from the next request on; the session is over, the token has the new rights.
    change(serde_json::json!({"role": "viewer"})).await;
    assert_eq!(session.get("/api/v1/me").await.status, 401);
    assert_eq!(token.get("/api/v1/customers").await.json()["total"], 11);
    change(serde_json::json!({"role": "account_manager"})).await;
    assert_eq!(token.get("/api/v1/customers").await.json()["total"], 4);
    let session = house.sign_in(Person::Keeper).await;
    change(serde_json::json!({"active": false})).await;
    assert_eq!(session.get("/api/v1/me").await.status, 401);
    assert_eq!(token.get("/api/v1/me").await.status, 401);
    let answer = house.nobody().send(Call::sign_in(&Person::Keeper.email(), tandem_testkit::PASSWORD)).await;
    assert_eq!(answer.status, 401);
    let own = house.user(Person::Admin).await;
    for body in [serde_json::json!({"active": false}), serde_json::json!({"role": "viewer"})] {
        let call = Call::new("PATCH", &format!("/api/v1/users/{own}")).json(&body);
        assert_eq!(admin.send(call).await.status, 409, "nobody locks themselves out");
    }
}
