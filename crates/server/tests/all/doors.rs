//! The doors themselves: health, limits of requests and connections, an end that lets requests finish, errors that say what to do.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::http::StatusCode;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tandem_server::Limits;
use tandem_store::Tx;
use tandem_testkit::{Answer, Call, House, Kind, Person, on_both};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::timeout;

on_both!(a_server_says_whether_it_can_work, errors_are_problems, odd_requests_break_nothing);

async fn a_server_says_whether_it_can_work(kind: Kind) {
    let house = House::empty(kind).await;
    let nobody = house.nobody();
    for _ in 0..2 {
        assert_eq!(nobody.get("/ready").await.status, 200);
    }
    assert_eq!(
        (nobody.get("/health").await.status, nobody.get("/health").await.text()),
        (StatusCode::OK, "ok".to_owned())
    );
    if kind == Kind::Postgres {
        let tandem_store::Db::Postgres(pool) = &house.app.db else { unreachable!("it is a server") };
        pool.close().await;
    } else {
        read_only(&house).await;
    }
    let answer = nobody.get("/ready").await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (StatusCode::SERVICE_UNAVAILABLE, "application/problem+json")
    );
    assert_eq!(nobody.get("/health").await.status, 200, "the process is there all the same");
    if kind == Kind::Sqlite {
        let refused = nobody.send(Call::sign_in("a@acme.example", "guess")).await;
        assert_eq!(refused.status, StatusCode::INSUFFICIENT_STORAGE, "{}", refused.text());
    }
}

/// What a read-only file system looks like to the writer.
async fn read_only(house: &House) {
    let set = house.app.db.write(move |tx| {
        Box::pin(async move {
            let Tx::Sqlite(c) = tx else { unreachable!("it is a file") };
            Ok(sqlx::raw_sql("pragma query_only = on").execute(&mut **c).await.map(|_| ())?)
        })
    });
    set.await.unwrap();
}

fn is_problem(answer: &Answer, status: u16, what: &str) {
    assert_eq!(answer.status.as_u16(), status, "{what}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json", "{what}: {}", answer.text());
    let problem = answer.json();
    assert_eq!(problem["status"], status, "{what}");
    for field in ["type", "title", "detail"] {
        assert!(problem[field].as_str().is_some_and(|text| text.len() > 5), "{what}: {problem}");
    }
    let detail = problem["detail"].as_str().unwrap();
    for name in ["::", "sqlx", "serde", "panicked", "SQLITE"] {
        assert!(!detail.contains(name), "{what} speaks of its insides: {detail}");
    }
}

async fn errors_are_problems(kind: Kind) {
    let house = House::acme(kind).await;
    let admin = house.sign_in(Person::Admin).await;
    let nobody = house.nobody();
    is_problem(&nobody.get("/api/v1/nothing").await, 404, "no such address");
    is_problem(&nobody.get("/missing.js").await, 404, "no such file");
    is_problem(&nobody.send(Call::new("POST", "/customers")).await, 404, "writing to the page");
    let other = nobody.send(Call::new("DELETE", "/api/v1/customers")).await;
    is_problem(&other, 405, "another method");
    assert_eq!(other.header("allow"), "GET,HEAD");
    is_problem(&nobody.send(Call::new("BREW", "/api/v1/me")).await, 405, "a method that is none");
    is_problem(&admin.get("/api/v1/customers/abc").await, 404, "an id that is none");
    is_problem(&admin.get("/api/v1/customers/99999999999999999999").await, 404, "an id beyond 64 bits");
    is_problem(&admin.get("/api/v1/customers?sort=colour").await, 422, "no such order");
    is_problem(&admin.get("/api/v1/customers?limit=many").await, 400, "a limit that is none");
    is_problem(&admin.get("/api/v1/arr?from=2026-13").await, 400, "a month that is none");
    is_problem(&admin.get("/api/v1/arr?from=2026-05&to=2026-01").await, 422, "an end before its start");
    is_problem(&admin.get("/api/v1/views").await, 400, "a word that is missing");
    let patch =
        |body: &str| Call::new("PATCH", "/api/v1/me").bytes("application/json", body.as_bytes().to_vec());
    is_problem(&admin.send(patch("{")).await, 400, "half a document");
    is_problem(&admin.send(patch("")).await, 400, "no document");
    is_problem(&admin.send(patch("{\"name\": 5}")).await, 422, "a number for a text");
    is_problem(&admin.send(patch("{\"name\": [\"a\"]}")).await, 422, "a list for a text");
    is_problem(&admin.send(patch("{\"name\": \"\\u0000\"}")).await, 400, "a NUL");
    is_problem(
        &admin.send(patch(&format!("{{\"name\": {}1", "[".repeat(100_000)))).await,
        422,
        "a hundred thousand brackets",
    );
    let rules = format!("{{\"rules\": {}", "[".repeat(100_000));
    let rules = Call::new("PUT", "/api/v1/time/rules").bytes("application/json", rules.into_bytes());
    assert!([400, 422].contains(&admin.send(rules).await.status.as_u16()));
    is_problem(
        &admin.send(Call::new("PATCH", "/api/v1/me").bytes("text/plain", b"{}".to_vec())).await,
        415,
        "text",
    );
    let large = json!({ "name": "x".repeat(1 << 20) });
    is_problem(&admin.send(Call::new("PATCH", "/api/v1/me").json(&large)).await, 413, "a megabyte");
    is_problem(
        &admin.send(Call::new("POST", "/api/v1/imports").json(&json!({}))).await,
        400,
        "an upload that is no form",
    );
    let empty = Call::new("POST", "/api/v1/imports")
        .bytes("multipart/form-data; boundary=edge", b"--edge--\r\n".to_vec());
    is_problem(&admin.send(empty).await, 400, "a form without a file");
    is_problem(&nobody.get("/api/v1/me").await, 401, "nobody");
    is_problem(&house.sign_in(Person::Viewer).await.get("/api/v1/users").await, 403, "not for this role");
}

async fn odd_requests_break_nothing(kind: Kind) {
    let house = House::acme(kind).await;
    let (admin, seller) = (house.sign_in(Person::Admin).await, house.sign_in(Person::Hunter).await);
    let before = house.dump().await;
    let odd = [
        "/api/v1/time?from=-262143-01-01&to=-262143-01-05",
        "/api/v1/time?to=%2B262142-12-31",
        "/api/v1/time?from=2026-02-30",
        "/api/v1/time/reports?week=%2B262142-12-31",
        "/api/v1/units/1/owner?on=%2B262142-12-31",
        "/api/v1/units/1/owner?on=-262143-01-01",
        "/api/v1/customers?q=%00",
        "/api/v1/customers?q=%FF%FE",
        "/api/v1/customers?segment=%00",
        "/api/v1/arr?from=-999-01&to=9999-12",
        "/api/v1/arr?by=colour",
    ];
    for path in odd {
        let answer = admin.get(path).await;
        assert!(
            [400, 422].contains(&answer.status.as_u16()) || (path.contains("%FF") && answer.status == 200),
            "{path}: {} {}",
            answer.status,
            answer.text()
        );
    }
    let fine = [
        "/api/v1/customers?after=9223372036854775807",
        "/api/v1/customers?after=-5&limit=-5",
        "/api/v1/customers?after=x",
        "/api/v1/customers?owner=9223372036854775807",
        "/api/v1/customers?q=%22%20OR%201%3D1%20--",
        "/api/v1/customers?q=%27%29%3B%20drop%20table%20customer%3B--",
        "/api/v1/arr?by=customer&group=%00x",
    ];
    for path in fine {
        let answer = admin.get(path).await;
        assert!(answer.status.as_u16() < 500, "{path}: {} {}", answer.status, answer.text());
    }
    let long = format!("/api/v1/customers?q={}", "x".repeat(60_000));
    assert_eq!(admin.get(&long).await.json()["total"], 0);
    // Two weeks, the second of which is impossible: neither is kept.
    let report = json!([
        {"week": "2026-06-01", "category": "service", "hours": 5.0},
        {"week": "2026-06-08", "category": "service", "hours": 500.0},
    ]);
    let answer = seller.send(Call::new("POST", "/api/v1/time/reports").json(&report)).await;
    is_problem(&answer, 422, "a week of 500 hours");
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
}

#[tokio::test]
async fn counters_count_routes_not_addresses() {
    let mut house = House::empty(Kind::Sqlite).await;
    house.server.metrics = metrics_exporter_prometheus::PrometheusBuilder::new().install_recorder().ok();
    let client = tandem_testkit::Client::new(tandem_server::router(house.server.clone()));
    client.get("/api/v1/customers/17").await;
    client.get("/api/v1/customers/18").await;
    client.send(Call::new("BREW", "/api/v1/me")).await;
    let answer = client.get("/metrics").await;
    assert!(answer.header("content-type").starts_with("text/plain"));
    let text = answer.text();
    assert!(text.contains(r#"method="GET",path="/api/v1/customers/{id}",status="401"} 2"#), "{text}");
    assert!(text.contains("tandem_http_request_seconds") && !text.contains("BREW"), "{text}");
}

const LIMITS: Limits = Limits {
    headers_within: Duration::from_millis(400),
    body_within: Duration::from_millis(400),
    header_bytes_max: 64 << 10,
    connections_max: 20,
    finish_within: Duration::from_secs(5),
};

struct Running {
    house: House,
    address: std::net::SocketAddr,
    end: oneshot::Sender<()>,
    served: tokio::task::JoinHandle<std::io::Result<()>>,
}

async fn running() -> Running {
    let house = House::empty(Kind::Sqlite).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (end, ended) = oneshot::channel();
    let serving = tandem_server::serve(house.server.clone(), listener, LIMITS, async {
        let _ = ended.await;
    });
    let served = tokio::spawn(serving);
    Running { house, address, end, served }
}

/// Everything that arrives until the server closes, and how long that took.
async fn until_closed(stream: &mut TcpStream) -> (String, Duration) {
    let (started, mut text) = (Instant::now(), Vec::new());
    let closed = timeout(Duration::from_secs(5), stream.read_to_end(&mut text)).await;
    assert!(closed.is_ok(), "still open after five seconds: {}", String::from_utf8_lossy(&text));
    (String::from_utf8_lossy(&text).into_owned(), started.elapsed())
}

#[tokio::test]
async fn connections_that_are_slow_are_closed() {
    let running = running().await;
    let connect = || TcpStream::connect(running.address);
    let mut silent = connect().await.unwrap();
    let mut slow = connect().await.unwrap();
    slow.write_all(b"GET /health HTTP/1.1\r\nhost: a\r\n").await.unwrap();
    let mut between = connect().await.unwrap();
    between.write_all(b"GET /health HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    let mut dripping = connect().await.unwrap();
    let head = b"POST /api/v1/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{";
    dripping.write_all(head).await.unwrap();
    until_closed(&mut silent).await;
    until_closed(&mut slow).await;
    let (answered, _) = until_closed(&mut between).await;
    assert!(answered.starts_with("HTTP/1.1 200"), "{answered}");
    let (refused, _) = until_closed(&mut dripping).await;
    assert!(refused.is_empty() || refused.starts_with("HTTP/1.1 4"), "{refused}");
    let mut normal = connect().await.unwrap();
    normal.write_all(b"GET /health HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await.unwrap();
    assert!(until_closed(&mut normal).await.0.ends_with("ok"));
    assert!(running.house.folder().exists());
}

#[tokio::test]
async fn headers_and_connections_have_limits() {
    let running = running().await;
    let mut large = TcpStream::connect(running.address).await.unwrap();
    let head = format!("GET /health HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "x".repeat(600 << 10));
    let _ = large.write_all(head.as_bytes()).await;
    let (answer, _) = until_closed(&mut large).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    let mut held = Vec::new();
    for _ in 0..30 {
        held.push(TcpStream::connect(running.address).await.unwrap());
    }
    let mut byte = [0];
    let last = held.last_mut().unwrap();
    let closed = timeout(Duration::from_millis(300), last.read(&mut byte)).await;
    assert!(matches!(closed, Ok(Ok(0) | Err(_))), "one too many is closed at once");
    let first = timeout(Duration::from_millis(10), held[0].read(&mut byte)).await;
    assert!(first.is_err(), "those before it are not");
}

#[tokio::test]
async fn ending_lets_requests_finish() {
    let running = running().await;
    let mut idle = TcpStream::connect(running.address).await.unwrap();
    idle.write_all(b"GET /health HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    let mut working = TcpStream::connect(running.address).await.unwrap();
    let body = json!({"email": "a@acme.example", "password": "a guess that is long"}).to_string();
    let head = format!(
        "POST /api/v1/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    working.write_all(head.as_bytes()).await.unwrap();
    working.write_all(&body.as_bytes()[..10]).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    running.end.send(()).unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(TcpStream::connect(running.address).await.is_err(), "nobody new is let in");
    working.write_all(&body.as_bytes()[10..]).await.unwrap();
    let (answer, _) = until_closed(&mut working).await;
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    until_closed(&mut idle).await;
    timeout(Duration::from_secs(3), running.served).await.expect("the server ends").unwrap().unwrap();
    let _: Value = json!(running.house.folder().exists());
}
