//! Files attached to customers, through the door: who sees and adds them, what they may be called, how large they are, that the same one is there
//! once, and what becomes of withdrawn ones.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::handoffs::{done, override_open_gates, prepare, proposed, show};
use serde_json::{Value, json};
use tandem_app::attachments::{self, NewAttachment};
use tandem_app::{Actor, imports};
use tandem_testkit::{Answer, Call, Client, House, Kind, Person, on_both};

on_both!(
    a_file_is_attached_kept_and_withdrawn,
    whoever_sees_the_customer_reads_and_nobody_else,
    hostile_names_stay_names,
    the_same_file_is_there_once,
    limits_are_said_in_both_languages,
    authors_and_those_who_lead_them_withdraw,
    an_import_with_attachments_is_not_undone,
    a_handoff_counts_them_and_its_brief_lists_them,
    a_giver_reads_them_until_it_is_settled,
);

/// A name or a text as it stands in an address.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn add(client: &Client, customer: i64, name: &str, more: &str, content: &[u8]) -> Answer {
    let path = format!("/api/v1/customers/{customer}/attachments?name={}{more}", encoded(name));
    client.send(Call::new("POST", &path).bytes("application/octet-stream", content.to_vec())).await
}

async fn added(client: &Client, customer: i64, name: &str, more: &str, content: &[u8]) -> String {
    let answer = add(client, customer, name, more, content).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn list(client: &Client, customer: i64) -> Value {
    let answer = client.get(&format!("/api/v1/customers/{customer}/attachments")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn read(client: &Client, id: &str) -> Answer {
    client.get(&format!("/api/v1/attachments/{id}")).await
}

async fn withdraw(client: &Client, id: &str) -> Answer {
    client.send(Call::new("DELETE", &format!("/api/v1/attachments/{id}"))).await
}

/// The customer of a unit of Acme's files.
async fn customer_of(house: &House, unit: &str) -> (i64, i64) {
    let unit = house.id("unit", unit).await;
    let customer = tandem_store::customers::of_unit(&house.app.db, unit).await.unwrap().unwrap();
    (customer, unit)
}

async fn a_file_is_attached_kept_and_withdrawn(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, unit) = customer_of(&house, "u03").await;
    let hunter = house.sign_in(Person::Hunter).await;
    let whole: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let about = format!("&unit={unit}&about={}", encoded("Signed in May, page 4 has the terms"));
    let id = added(&hunter, customer, "Statement of work.pdf", &about, &whole).await;
    added(&hunter, customer, "deck.pptx", "", b"slides").await;
    let found = list(&hunter, customer).await;
    let one = found["items"].as_array().unwrap().iter().find(|one| one["id"] == json!(id)).unwrap().clone();
    assert_eq!(
        (&one["name"], &one["media_type"], &one["bytes"], &one["about"], &one["by"], &one["may_withdraw"]),
        (
            &json!("Statement of work.pdf"),
            &json!("application/pdf"),
            &json!(70_000),
            &json!("Signed in May, page 4 has the terms"),
            &json!("Hunter"),
            &json!(true)
        )
    );
    assert_eq!(one["unit"]["id"], json!(unit.to_string()));
    assert_eq!((found["items"].as_array().unwrap().len(), &found["may_add"]), (2, &json!(true)));
    let answer = read(&hunter, &id).await;
    assert_eq!((answer.status.as_u16(), answer.body == whole), (200, true), "every byte comes back");
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "sandbox");
    assert!(answer.header("content-disposition").starts_with("attachment; "), "never inline");
    assert_eq!(withdraw(&hunter, &id).await.status, 204);
    assert_eq!(read(&hunter, &id).await.status, 404);
    assert_eq!(withdraw(&hunter, &id).await.status, 404, "once is enough");
    assert_eq!(list(&hunter, customer).await["items"].as_array().unwrap().len(), 1);
    let dump = house.dump().await;
    assert_eq!(dump.0["attachment"].len(), 2, "what was withdrawn is kept");
    let told = dump.0["event"].join("\n");
    assert!(told.contains("attachment.added") && told.contains("attachment.withdrawn"), "{told}");
}

async fn whoever_sees_the_customer_reads_and_nobody_else(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, _) = customer_of(&house, "u03").await;
    let id = added(&house.sign_in(Person::Hunter).await, customer, "terms.txt", "", b"Net 30").await;
    for (person, reads, adds) in [
        (Person::Admin, 200, 201),
        (Person::Operations, 200, 201),
        (Person::Viewer, 200, 403),
        (Person::Head, 200, 201),
        (Person::Manager, 200, 201),
        (Person::OtherKeeper, 404, 404),
    ] {
        let client = house.sign_in(person).await;
        assert_eq!(read(&client, &id).await.status, reads, "{person:?}");
        let path = format!("/api/v1/customers/{customer}/attachments");
        assert_eq!(client.get(&path).await.status, reads, "{person:?}");
        let answer = add(&client, customer, "more.txt", "", format!("{person:?}").as_bytes()).await;
        assert_eq!(answer.status, adds, "{person:?}: {}", answer.text());
        if reads == 404 {
            assert_eq!(withdraw(&client, &id).await.status, 404, "{person:?}");
        }
    }
    assert_eq!(list(&house.sign_in(Person::Viewer).await, customer).await["may_add"], false);
    let reader = house.token(Person::Hunter, "read").await;
    assert_eq!(read(&reader, &id).await.status, 200);
    assert_eq!(add(&reader, customer, "a.txt", "", b"x").await.status, 403);
    assert_eq!(house.nobody().get(&format!("/api/v1/attachments/{id}")).await.status, 401);
    // A unit of somebody else's customer is none of this one.
    let elsewhere = house.id("unit", "u11").await;
    let hunter = house.sign_in(Person::Hunter).await;
    let answer = add(&hunter, customer, "a.txt", &format!("&unit={elsewhere}"), b"x").await;
    assert_eq!((answer.status.as_u16(), answer.json()["said"].is_object()), (422, true), "{}", answer.text());
}

async fn hostile_names_stay_names(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, _) = customer_of(&house, "u03").await;
    let hunter = house.sign_in(Person::Hunter).await;
    for (name, kept, media_type) in [
        ("../../../etc/passwd", "passwd", "application/octet-stream"),
        ("C:\\temp\\合約.pdf", "合約.pdf", "application/pdf"),
        ("page.html", "page.html", "application/octet-stream"),
        ("picture.svg", "picture.svg", "application/octet-stream"),
        ("a\r\nset-cookie: x=1.txt", "aset-cookie: x=1.txt", "text/plain"),
        ("\"; filename=\"evil.exe", "\"; filename=\"evil.exe", "application/octet-stream"),
        ("invoice\u{202e}fdp.exe", "invoicefdp.exe", "application/octet-stream"),
        ("<script>alert(1)", "<script>alert(1)", "application/octet-stream"),
    ] {
        let id = added(&hunter, customer, name, "", name.as_bytes()).await;
        let found = list(&hunter, customer).await;
        let items = found["items"].as_array().unwrap();
        let one = items.iter().find(|one| one["id"] == json!(id)).unwrap();
        assert_eq!((&one["name"], &one["media_type"]), (&json!(kept), &json!(media_type)), "{name}");
        let answer = read(&hunter, &id).await;
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.header("content-type"), media_type, "{name}");
        let disposition = answer.header("content-disposition");
        assert!(disposition.starts_with("attachment; filename=\""), "{disposition}");
        assert!(disposition.ends_with(&format!("filename*=UTF-8''{}", in_header(kept))), "{disposition}");
        assert_eq!(disposition.matches('"').count(), 2, "{disposition}");
        assert!(answer.headers.get("set-cookie").is_none());
    }
    for name in ["", "..", "a/", "\u{200b}"] {
        assert_eq!(add(&hunter, customer, name, "", b"x").await.status, 422, "{name:?}");
    }
    let long = format!("{}.pdf", "約".repeat(400));
    added(&hunter, customer, &long, "", b"long").await;
    let nul = add(&hunter, customer, "a\0.txt", "", b"x").await;
    assert_eq!(nul.status, 400, "{}", nul.text());
}

fn in_header(name: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    let one = |byte: u8| {
        if is_plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    name.bytes().map(one).collect()
}

async fn the_same_file_is_there_once(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, unit) = customer_of(&house, "u03").await;
    let hunter = house.sign_in(Person::Hunter).await;
    let id = added(&hunter, customer, "terms.txt", "", b"Net 30").await;
    let before = house.dump().await.without(&["id_block"]);
    let again = add(&hunter, customer, "another name.txt", "", b"Net 30").await;
    assert_eq!((again.status.as_u16(), again.json()), (200, json!({"id": id, "was_there": true})));
    assert_eq!(before.differences(&house.dump().await.without(&["id_block"])), Vec::<String>::new());
    // Ten at once are one, too.
    let mut at_once = tokio::task::JoinSet::new();
    for _ in 0..10 {
        let hunter = hunter.clone();
        at_once.spawn(async move { add(&hunter, customer, "price list.csv", "", b"a,b\n1,2\n").await });
    }
    let answers = at_once.join_all().await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 9);
    // Of a unit it is another one, and what was withdrawn can be attached anew.
    let of_unit = added(&hunter, customer, "terms.txt", &format!("&unit={unit}"), b"Net 30").await;
    assert_ne!(of_unit, id);
    assert_eq!(withdraw(&hunter, &id).await.status, 204);
    let anew = added(&hunter, customer, "terms.txt", "", b"Net 30").await;
    assert_ne!(anew, id);
}

async fn limits_are_said_in_both_languages(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, _) = customer_of(&house, "u03").await;
    let hunter = house.sign_in(Person::Hunter).await;
    let refused = |answer: &Answer, status: u16, en: &str, zh: &str| {
        assert_eq!(answer.status, status, "{}", answer.text());
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let said = &answer.json()["said"];
        assert!(said["en"].as_str().unwrap().contains(en), "{said}");
        assert!(said["zh-Hant"].as_str().unwrap().contains(zh), "{said}");
    };
    refused(&add(&hunter, customer, "a.txt", "", b"").await, 422, "empty", "沒有內容");
    let too_large = vec![b'x'; (20 << 20) + 1];
    refused(&add(&hunter, customer, "a.txt", "", &too_large).await, 413, "20 MiB", "20 MiB");
    let about = format!("&about={}", "x".repeat(501));
    refused(&add(&hunter, customer, "a.txt", &about, b"x").await, 422, "shorten", "500");
    let largest = &too_large[1..];
    added(&hunter, customer, "largest.zip", "", largest).await;
    // Ten of them are the most that a customer holds.
    let actor = Actor::operator();
    for number in 1..10_u8 {
        let mut content = largest.to_vec();
        content[0] = number;
        let new = NewAttachment { customer, unit: None, name: format!("{number}.zip"), about: None, content };
        attachments::add(&house.app, &actor, new).await.unwrap();
    }
    refused(&add(&hunter, customer, "one more.txt", "", b"x").await, 409, "200 MiB", "200 MiB");
    let items = list(&hunter, customer).await["items"].as_array().unwrap().clone();
    let own = items.iter().find(|one| one["by"] == "Hunter").unwrap()["id"].as_str().unwrap().to_owned();
    assert_eq!(withdraw(&hunter, &own).await.status, 204);
    added(&hunter, customer, "one more.txt", "", b"x").await;
    // Another customer has room of its own, up to a hundred files.
    let (other, _) = customer_of(&house, "u11").await;
    let operations = house.sign_in(Person::Operations).await;
    for number in 0..100 {
        let content = number.to_string().into_bytes();
        let new =
            NewAttachment { customer: other, unit: None, name: "n.txt".to_owned(), about: None, content };
        attachments::add(&house.app, &actor, new).await.unwrap();
    }
    refused(&add(&operations, other, "one more.txt", "", b"x").await, 409, "100 attachments", "100 個附件");
}

async fn authors_and_those_who_lead_them_withdraw(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, _) = customer_of(&house, "u03").await;
    // Who attaches, who wants to withdraw, what comes of it. Bram leads Mina and not Rosa; Rosa leads everybody.
    for (author, person, status) in [
        (Person::Hunter, Person::Hunter, 204),
        (Person::Hunter, Person::Manager, 204),
        (Person::Hunter, Person::Head, 204),
        (Person::Hunter, Person::Operations, 204),
        (Person::Hunter, Person::Admin, 204),
        (Person::Hunter, Person::Viewer, 403),
        (Person::Manager, Person::Hunter, 403),
        (Person::Head, Person::Manager, 403),
        (Person::Operations, Person::Head, 403),
    ] {
        let id = added(&house.sign_in(author).await, customer, "a.txt", "", b"x").await;
        let client = house.sign_in(person).await;
        let found = list(&client, customer).await;
        let may = &found["items"][0]["may_withdraw"];
        assert_eq!(may, &json!(status == 204), "{person:?} is told so of {author:?}'s");
        let answer = withdraw(&client, &id).await;
        assert_eq!(answer.status, status, "{person:?} and {author:?}'s: {}", answer.text());
        if status != 204 {
            assert_eq!(withdraw(&house.sign_in(Person::Admin).await, &id).await.status, 204);
        }
    }
}

async fn an_import_with_attachments_is_not_undone(kind: Kind) {
    let house = House::empty(kind).await;
    let run = house.import_acme().await;
    let (customer, _) = customer_of(&house, "u03").await;
    let admin = house.sign_in(Person::Admin).await;
    let id = added(&admin, customer, "a.txt", "", b"x").await;
    assert_eq!(withdraw(&admin, &id).await.status, 204);
    let refused = imports::undo(&house.app, &Actor::operator(), run).await.unwrap_err().to_string();
    assert!(refused.contains("1 attachments"), "{refused}");
}

async fn a_handoff_counts_them_and_its_brief_lists_them(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, unit) = customer_of(&house, "u03").await;
    let (manager, hunter) = (house.sign_in(Person::Manager).await, house.sign_in(Person::Hunter).await);
    let body = json!({"receiver": house.id("seller", "s4").await.to_string(), "reason": "Half is sold."});
    let answer = manager.send(Call::new("POST", &format!("/api/v1/units/{unit}/handoffs")).json(&body)).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    let show = async || manager.get(&format!("/api/v1/handoffs/{id}")).await.json();
    let before = show().await;
    assert_eq!(before["attachments"], json!([]));
    added(&hunter, customer, "everybody.txt", "", b"of the whole customer").await;
    let own = added(&hunter, customer, "own.txt", &format!("&unit={unit}"), b"of the unit").await;
    let after = show().await;
    let names: Vec<&str> =
        after["attachments"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["own.txt", "everybody.txt"]);
    assert_eq!(after["completeness"], before["completeness"]);
    let count = |shown: &Value| shown["moves"]["count"].as_u64().unwrap();
    assert_eq!(count(&after), count(&before) + 1, "like notes, those of the whole customer are everybody's");
    let documents = |shown: &Value| {
        let staying = shown["moves"]["staying"].as_array().unwrap().clone();
        staying.into_iter().find(|one| one["kind"] == "document").map(|one| one["count"].clone())
    };
    assert_eq!(documents(&after), Some(json!(1)));
    assert_eq!(withdraw(&hunter, &own).await.status, 204);
    let withdrawn = show().await;
    assert_eq!(withdrawn["attachments"].as_array().unwrap().len(), 1);
    assert_eq!(documents(&withdrawn), Some(json!(1)), "what was withdrawn is still a record of the unit");
    // Whoever does not see the customer sees nothing of it; the receiver reads while the handoff is under way.
    let keeper = house.sign_in(Person::Keeper).await;
    assert_eq!(list(&keeper, customer).await["items"].as_array().unwrap().len(), 1);
}

async fn a_giver_reads_them_until_it_is_settled(kind: Kind) {
    let house = House::acme(kind).await;
    let (customer, unit) = customer_of(&house, "u03").await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let manager = house.sign_in(Person::Manager).await;
    let file = added(&hunter, customer, "own.txt", &format!("&unit={unit}"), b"of the unit").await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    done(&keeper, &id, json!({"act": "accept"})).await;
    done(&keeper, &id, prepare()).await;
    override_open_gates(&manager, &id).await;
    done(&keeper, &id, json!({"act": "transfer", "on": "2026-06-15"})).await;
    let later = house.restarted("2026-08-03T10:00:00Z").await;
    let at = async |person| house.sign_in_at(later.clone(), person).await;
    let (hunter, keeper, manager) =
        (at(Person::Hunter).await, at(Person::Keeper).await, at(Person::Manager).await);
    let count = async |client: &Client| show(client, &id).await["attachments"].as_array().unwrap().len();
    assert_eq!((count(&hunter).await, count(&keeper).await), (1, 1), "it is not over yet");
    assert_eq!(read(&hunter, &file).await.status, 200);
    done(&manager, &id, json!({"act": "settle"})).await;
    assert_eq!((count(&hunter).await, count(&keeper).await), (0, 1));
    assert_eq!(read(&hunter, &file).await.status, 404);
    assert_eq!(read(&keeper, &file).await.status, 200);
}
