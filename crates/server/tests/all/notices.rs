//! What people are told: in the program, once each, and at most one mail a day over a real mail server; late steps reach those who lead.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use axum::http::header;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use tandem_app::notices::{Mailer, SmtpSettings, SmtpTls, send_digests, tell};
use tandem_app::{App, handoffs};
use tandem_testkit::{Answer, Call, Client, House, Kind, PASSWORD, Person, on_both};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

on_both!(
    people_are_told_what_others_did_once,
    late_steps_reach_those_who_lead,
    one_mail_a_day_goes_out,
    what_the_mail_server_refuses_is_tried_again,
    an_opportunity_passes_on_when_its_day_has_come,
);

async fn post(client: &Client, path: &str, body: &Value) -> Answer {
    client.send(Call::new("POST", &format!("/api/v1{path}")).json(body)).await
}

async fn notices(client: &Client) -> Value {
    let answer = client.get("/api/v1/notices").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn proposed(house: &House, client: &Client, unit: &str, receiver: &str) -> String {
    let (unit, receiver) = (house.id("unit", unit).await, house.id("seller", receiver).await);
    let body = json!({"receiver": receiver.to_string(), "reason": "Half of the potential is sold."});
    let answer = post(client, &format!("/units/{unit}/handoffs"), &body).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn act(client: &Client, id: &str, act: Value) {
    let answer = post(client, &format!("/handoffs/{id}/acts"), &json!({ "act": act })).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

fn prepare() -> Value {
    let dates = json!({"introduction": "2026-06-22", "transfer": "2026-06-29"});
    json!({"act": "prepare", "playbook": "small", "version": "1", "dates": dates})
}

async fn signed_in(house: &House, app: &App, person: Person) -> Client {
    house.user(person).await;
    let server = tandem_server::Server { app: app.clone(), ..house.server.clone() };
    let client = Client::new(tandem_server::router(server));
    let session = client.send(Call::sign_in(&person.email(), PASSWORD)).await;
    let cookie = session.header("set-cookie").split(';').next().unwrap().to_owned();
    client.with(header::COOKIE, &cookie)
}

async fn people_are_told_what_others_did_once(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let (manager, other) = (house.sign_in(Person::Manager).await, house.sign_in(Person::OtherKeeper).await);
    let id = proposed(&house, &hunter, "u03", "s4").await;
    // Two nodes look at once: everybody hears once.
    let (one, another) = tokio::join!(tell(&house.app), tell(&house.app));
    assert_eq!(one.unwrap() + another.unwrap(), 2, "the receiver and the manager of both");
    let told = notices(&keeper).await;
    assert_eq!((&told["unread"], &told["items"][0]["handoff"]), (&json!(1), &json!(id)));
    let said = &told["items"][0]["said"];
    assert!(said["en"].as_str().unwrap().starts_with("Ågren Möbler: Hunter proposed"), "{said}");
    assert!(said["zh-Hant"].as_str().unwrap().contains("提議交接"), "{said}");
    assert_eq!(notices(&hunter).await["items"], json!([]), "nobody is told what they did themselves");
    assert_eq!(notices(&manager).await["unread"], 1);
    assert_eq!(notices(&other).await["items"], json!([]));
    act(&keeper, &id, json!({"act": "accept"})).await;
    assert_eq!(tell(&house.app).await.unwrap(), 1);
    assert_eq!(tell(&house.app).await.unwrap(), 0);
    assert!(notices(&hunter).await["items"][0]["said"]["en"].as_str().unwrap().contains("accepted"));
    // Read is read, and only one's own.
    let own = notices(&keeper).await["items"][0]["id"].clone();
    assert_eq!(post(&other, "/notices/read", &json!({"ids": [own]})).await.status, 204);
    assert_eq!(notices(&keeper).await["unread"], 1);
    assert_eq!(post(&keeper, "/notices/read", &json!({})).await.status, 204);
    assert_eq!(
        (&notices(&keeper).await["unread"], &notices(&keeper).await["items"][0]["is_read"]),
        (&json!(0), &json!(true))
    );
}

async fn late_steps_reach_those_who_lead(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    house.user(Person::Manager).await;
    house.user(Person::Operations).await;
    let id = proposed(&house, &hunter, "u03", "s4").await;
    act(&keeper, &id, json!({"act": "accept"})).await;
    act(&keeper, &id, prepare()).await;
    tell(&house.app).await.unwrap();
    // The small playbook tells the person after two working days, the manager after five; the brief is due on 18 June.
    let late = async |now: &str| {
        let node = house.another_node(now).await;
        let told = tell(&node).await.unwrap();
        let count = async |person: Person| {
            let items = notices(&signed_in(&house, &node, person).await).await["items"].clone();
            items.as_array().unwrap().iter().filter(|one| one["kind"] == "late").count()
        };
        (told, count(Person::Hunter).await, count(Person::Manager).await, count(Person::Operations).await)
    };
    let (_, own, managers, _) = late("2026-06-19T09:00:00Z").await;
    assert_eq!((own, managers), (0, 0), "a day late is not told yet");
    let (_, own, managers, _) = late("2026-06-22T09:00:00Z").await;
    assert!(own > 0 && managers == 0, "{own} {managers}");
    let (_, _, managers, operations) = late("2026-06-26T09:00:00Z").await;
    assert!(managers > 0 && operations == 0, "{managers} {operations}");
    assert_eq!(late("2026-06-26T10:00:00Z").await.0, 0, "once each");
}

/// A mail server: takes mails, or refuses them, and keeps what it was told.
struct Post {
    address: std::net::SocketAddr,
    mails: Arc<Mutex<Vec<String>>>,
    refuses: Arc<Mutex<bool>>,
}

impl Post {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (mails, refuses) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(false)));
        let post =
            Self { address: listener.local_addr().unwrap(), mails: mails.clone(), refuses: refuses.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, mails.clone(), refuses.clone()));
            }
        });
        post
    }

    fn mailer(&self) -> Mailer {
        Mailer::new(&SmtpSettings {
            host: "127.0.0.1".to_owned(),
            port: Some(self.address.port()),
            from: "Tandem <tandem@acme.example>".to_owned(),
            tls: SmtpTls::Off,
            login: None,
            address: Some("https://tandem.acme.example/".to_owned()),
        })
        .unwrap()
    }

    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut self.mails.lock().unwrap())
    }
}

/// One conversation, as RFC 5321 has it.
async fn talk(stream: TcpStream, mails: Arc<Mutex<Vec<String>>>, refuses: Arc<Mutex<bool>>) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut envelope = String::new();
    writing.write_all(b"220 post.test ESMTP\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match word.as_str() {
            "EHLO" => "250-post.test\r\n250 8BITMIME\r\n",
            "RCPT" if *refuses.lock().unwrap() => "451 try again later\r\n",
            "MAIL" | "RCPT" => {
                envelope.push_str(&line);
                envelope.push('\n');
                "250 ok\r\n"
            }
            "DATA" => {
                writing.write_all(b"354 go on\r\n").await.unwrap();
                let mut text = std::mem::take(&mut envelope);
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    text.push_str(&line);
                    text.push('\n');
                }
                mails.lock().unwrap().push(text);
                "250 taken\r\n"
            }
            "QUIT" => {
                let _ = writing.write_all(b"221 bye\r\n").await;
                return;
            }
            _ => "250 ok\r\n",
        };
        if writing.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

/// The text of a mail whose body is written in quoted-printable or base64.
fn body(mail: &str) -> String {
    let (head, body) = mail.split_once("\n\n").unwrap();
    let encoding =
        head.lines().find(|line| line.starts_with("Content-Transfer-Encoding")).unwrap_or_default();
    if encoding.ends_with("base64") {
        return String::from_utf8(base64(&body.replace('\n', ""))).unwrap();
    }
    let mut bytes = Vec::new();
    let text = if encoding.ends_with("quoted-printable") { body.replace("=\n", "") } else { body.to_owned() };
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        let hex = std::str::from_utf8(more.get(..2).unwrap_or_default())
            .ok()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (first, hex, encoding.ends_with("quoted-printable")) {
            (b'=', Some(byte), true) => {
                bytes.push(byte);
                rest = &more[2..];
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = LETTERS.iter().position(|one| *one == letter).unwrap();
        bits = (bits << 6 | u32::try_from(value).unwrap()) & 0xff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    bytes
}

async fn one_mail_a_day_goes_out(kind: Kind) {
    let house = House::acme(kind).await;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let other = house.sign_in(Person::OtherKeeper).await;
    let zh = other.send(Call::new("PATCH", "/api/v1/me").json(&json!({"locale": "zh-Hant"}))).await;
    assert_eq!(zh.status, 204, "{}", zh.text());
    let post = Post::open().await;
    let mailer = post.mailer();
    assert_eq!(send_digests(&house.app, &mailer).await.unwrap(), 0, "nothing is new");
    proposed(&house, &hunter, "u03", "s4").await;
    proposed(&house, &house.sign_in(Person::Operations).await, "u05", "s4").await;
    proposed(&house, &house.sign_in(Person::Operations).await, "u11", "s6").await;
    tell(&house.app).await.unwrap();
    let early = house.another_node("2026-06-15T05:59:00Z").await;
    assert_eq!(send_digests(&early, &mailer).await.unwrap(), 0, "nobody is mailed at night");
    // Two nodes at once: each person gets one mail.
    let node = house.another_node("2026-06-15T10:00:00Z").await;
    let (one, another) = tokio::join!(send_digests(&house.app, &mailer), send_digests(&node, &mailer));
    assert_eq!(
        one.unwrap() + another.unwrap(),
        3,
        "receivers, and the hunter whose unit operations proposed"
    );
    let mails = post.taken();
    let to = |email: &str| {
        mails.iter().filter(|mail| mail.contains(&format!("RCPT TO:<{email}>"))).collect::<Vec<_>>()
    };
    let [mail] = to("keeper@acme.example")[..] else { panic!("one mail: {mails:?}") };
    assert!(
        mail.contains("From: Tandem <tandem@acme.example>") && mail.contains("Subject: Tandem: 2 things"),
        "{mail}"
    );
    assert!(mail.contains("Content-Type: text/plain; charset=utf-8"), "plain text and nothing else: {mail}");
    let text = body(mail);
    for line in [
        "Hello Keeper,",
        "Ågren Möbler: Hunter proposed a handoff",
        "Kestrel Robotics: Operations proposed",
        "https://tandem.acme.example/notices",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let [mail] = to("otherkeeper@acme.example")[..] else { panic!("one mail: {mails:?}") };
    assert!(body(mail).contains("您好") && body(mail).contains("提議交接"), "{}", body(mail));
    // What comes later today waits for tomorrow; what was read is not in it.
    act(&keeper, &handoff_of(&keeper, 0).await, json!({"act": "accept"})).await;
    tell(&house.app).await.unwrap();
    assert_eq!(send_digests(&house.app, &mailer).await.unwrap(), 0);
    let tomorrow = house.another_node("2026-06-16T10:00:00Z").await;
    assert!(send_digests(&tomorrow, &mailer).await.unwrap() >= 1);
    let mails = post.taken();
    assert!(
        mails
            .iter()
            .any(|mail| mail.contains("hunter@acme.example") && body(mail).contains("accepted the handoff")),
        "{mails:?}"
    );
    assert!(
        !mails.iter().any(|mail| mail.contains("RCPT TO:<keeper@acme.example>")),
        "mailed is mailed: {mails:?}"
    );
}

async fn handoff_of(client: &Client, at: usize) -> String {
    client.get("/api/v1/handoffs").await.json()["items"][at]["id"].as_str().unwrap().to_owned()
}

async fn what_the_mail_server_refuses_is_tried_again(kind: Kind) {
    let house = House::acme(kind).await;
    let hunter = house.sign_in(Person::Hunter).await;
    house.user(Person::Keeper).await;
    proposed(&house, &hunter, "u03", "s4").await;
    tell(&house.app).await.unwrap();
    let post = Post::open().await;
    *post.refuses.lock().unwrap() = true;
    assert_eq!(send_digests(&house.app, &post.mailer()).await.unwrap(), 0);
    *post.refuses.lock().unwrap() = false;
    assert_eq!(send_digests(&house.app, &post.mailer()).await.unwrap(), 1);
    assert_eq!(post.taken().len(), 1);
    // The address of a sender is checked before anything is sent.
    let wrong = Mailer::new(&SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: None,
        from: "nobody".to_owned(),
        tls: SmtpTls::StartTls,
        login: None,
        address: None,
    });
    assert!(wrong.is_err());
}

async fn an_opportunity_passes_on_when_its_day_has_come(kind: Kind) {
    let house = House::acme(kind).await;
    let head = house.sign_in(Person::Head).await;
    let id = proposed(&house, &head, "u11", "s6").await;
    act(&head, &id, json!({"act": "accept"})).await;
    act(&head, &id, prepare()).await;
    for gate in head.get(&format!("/api/v1/handoffs/{id}")).await.json()["gates"].as_array().unwrap() {
        if gate["standing"] != "met" {
            act(
                &head,
                &id,
                json!({"act": "override", "gate": gate["gate"], "reason": "They know each other."}),
            )
            .await;
        }
    }
    let opportunity = house.id("opportunity", "o06").await.to_string();
    let kept = json!({"kind": "opportunity", "id": opportunity, "keep_until": "2026-08-01", "reason": "Nearly won."});
    assert_eq!(post(&head, &format!("/handoffs/{id}/evidence"), &json!({ "said": kept })).await.status, 204);
    act(&head, &id, json!({"act": "transfer", "on": "2026-06-20"})).await;
    let customer = house.id("customer", "c10").await;
    let owner = async || {
        head.get(&format!("/api/v1/customers/{customer}")).await.json()["opportunities"][0]["owner"].clone()
    };
    assert_eq!(owner().await, "Priya Raman");
    let before = house.another_node("2026-07-31T09:00:00Z").await;
    assert_eq!(handoffs::pass_kept(&before).await.unwrap(), 0);
    let then = house.another_node("2026-08-01T09:00:00Z").await;
    let (one, other) = tokio::join!(handoffs::pass_kept(&then), handoffs::pass_kept(&then));
    assert_eq!(one.unwrap() + other.unwrap(), 1, "once");
    assert_eq!(owner().await, "林志明");
    // Taken back, everything that the handoff gave on goes back.
    act(&head, &id, json!({"act": "take_back", "on": "2026-06-20", "reason": "Too early."})).await;
    assert_eq!(owner().await, "Priya Raman");
}
