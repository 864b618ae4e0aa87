//! Signing in and out: limits that survive a restart and lock no owner out, sessions that end at the server.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::http::{StatusCode, header};
use futures_like::join_all;
use serde_json::json;
use tandem_store::attempts::{self, Attempt, Limits};
use tandem_testkit::{Answer, Call, Client, House, Kind, PASSWORD, Person, on_both};

on_both!(
    guesses_are_refused_and_the_owner_signs_in_from_elsewhere,
    many_guesses_at_once_are_not_more,
    guesses_from_everywhere_do_not_lock_out_a_known_browser,
    a_place_that_guesses_for_many_is_refused,
    signing_out_ends_the_session_at_the_server,
    a_new_password_ends_all_sessions,
    sessions_and_tokens_end_by_themselves,
);

/// Waits for tasks, in order.
mod futures_like {
    pub async fn join_all<T: Send + 'static>(
        tasks: impl Iterator<Item = tokio::task::JoinHandle<T>>,
    ) -> Vec<T> {
        let tasks: Vec<_> = tasks.collect();
        let mut done = Vec::new();
        for task in tasks {
            done.push(task.await.unwrap());
        }
        done
    }
}

async fn attempt(client: &Client, password: &str, ip: &str) -> Answer {
    client.send(Call::sign_in(&Person::Hunter.email(), password).from(ip)).await
}

async fn guesses_are_refused_and_the_owner_signs_in_from_elsewhere(kind: Kind) {
    let house = House::acme(kind).await;
    house.user(Person::Hunter).await;
    let client = house.nobody();
    let unknown = client.send(Call::sign_in("nobody@acme.example", "guess 1").from("198.51.100.9")).await;
    for n in 0..10 {
        let answer = attempt(&client, &format!("guess {n}"), "198.51.100.7").await;
        assert_eq!(answer.status, 401, "guess {n}");
        assert_eq!(answer.text(), unknown.text(), "who exists is not told");
    }
    let refused = attempt(&client, "guess 10", "198.51.100.7").await;
    assert_eq!((refused.status, refused.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "900"));
    assert_eq!(refused.header("content-type"), "application/problem+json");
    // Not even the right one: otherwise guessing could go on.
    assert_eq!(attempt(&client, PASSWORD, "198.51.100.7").await.status, 429);
    assert_eq!(attempt(&client, PASSWORD, "203.0.113.8").await.status, 200, "the owner elsewhere");
    let restarted = house.restarted("2026-06-15T10:14:00Z").await;
    assert_eq!(attempt(&restarted, PASSWORD, "198.51.100.7").await.status, 429, "a restart forgets nothing");
    let later = house.restarted("2026-06-15T10:15:01Z").await;
    assert_eq!(attempt(&later, PASSWORD, "198.51.100.7").await.status, 200, "after a quarter of an hour");
}

async fn many_guesses_at_once_are_not_more(kind: Kind) {
    let house = House::acme(kind).await;
    house.user(Person::Hunter).await;
    let answers = join_all((0..40).map(|n| {
        let client = house.nobody();
        tokio::spawn(
            async move { attempt(&client, &format!("guess {n}"), "198.51.100.7").await.status.as_u16() },
        )
    }))
    .await;
    let of = |status: u16| answers.iter().filter(|answer| **answer == status).count();
    assert_eq!((of(401), of(429)), (10, 30), "passwords that were looked at, and refusals");
}

async fn fail(house: &House, email: &str, ip: &str) {
    let at_us = house.app.clock.now_us();
    let attempt = Attempt {
        email: email.to_owned(),
        ip: ip.to_owned(),
        device: None,
        at_us,
        since_us: at_us - 900_000_000,
    };
    let limits = Limits { address_and_place_max: 1_000, address_max: 1_000, place_max: 1_000 };
    let begun =
        house.app.db.write(move |tx| Box::pin(async move { attempts::begin(tx, &attempt, limits).await }));
    assert!(begun.await.unwrap().is_some());
}

async fn guesses_from_everywhere_do_not_lock_out_a_known_browser(kind: Kind) {
    let house = House::acme(kind).await;
    let known = house.sign_in(Person::Hunter).await;
    for n in 0..100 {
        fail(&house, &Person::Hunter.email(), &format!("198.51.100.{n}")).await;
    }
    let stranger = attempt(&house.nobody(), PASSWORD, "203.0.113.77").await;
    assert_eq!(stranger.status, 429, "a hundred failures from everywhere close the address to strangers");
    let owner = attempt(&known, PASSWORD, "203.0.113.77").await;
    assert_eq!(owner.status, 200, "the browser that has signed in before may: {}", owner.text());
    let other = known.send(Call::sign_in(&Person::Admin.email(), PASSWORD)).await;
    assert_ne!(other.status, 200, "and only for its own user");
    for n in 0..10 {
        assert_eq!(attempt(&known, &format!("guess {n}"), "203.0.113.77").await.status, 401);
    }
    assert_eq!(
        attempt(&known, PASSWORD, "203.0.113.77").await.status,
        429,
        "a stolen browser guesses ten times"
    );
}

async fn a_place_that_guesses_for_many_is_refused(kind: Kind) {
    let house = House::acme(kind).await;
    house.user(Person::Hunter).await;
    for n in 0..50 {
        fail(&house, &format!("{n}@acme.example"), "198.51.100.7").await;
    }
    assert_eq!(attempt(&house.nobody(), PASSWORD, "198.51.100.7").await.status, 429);
    assert_eq!(attempt(&house.nobody(), PASSWORD, "198.51.100.8").await.status, 200);
}

async fn signing_out_ends_the_session_at_the_server(kind: Kind) {
    let house = House::acme(kind).await;
    house.user(Person::Hunter).await;
    let call = Call::sign_in(&Person::Hunter.email(), PASSWORD);
    let (first, second) = (house.nobody().send(call.clone()).await, house.nobody().send(call.clone()).await);
    let cookie = |answer: &Answer| answer.header("set-cookie").to_owned();
    assert_ne!(cookie(&first), cookie(&second), "a session is never given twice");
    assert!(
        cookie(&first).starts_with("tandem_session=") && cookie(&first).contains("; HttpOnly; SameSite=Lax")
    );
    assert!(!cookie(&first).contains("Secure"));
    let secure = house.nobody().send(call.header("x-forwarded-proto".parse().unwrap(), "https")).await;
    let cookies: Vec<&str> =
        secure.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap()).collect();
    assert_eq!(cookies.len(), 2);
    assert!(
        cookies.iter().all(|cookie| cookie.ends_with("; Secure") && cookie.contains("HttpOnly")),
        "{cookies:?}"
    );
    let (one, other) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Hunter).await);
    let out = one.send(Call::new("DELETE", "/api/v1/session")).await;
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(one.get("/api/v1/me").await.status, 401, "whoever kept the cookie is out");
    assert_eq!(other.get("/api/v1/me").await.status, 200, "other sessions go on");
}

async fn a_new_password_ends_all_sessions(kind: Kind) {
    let house = House::acme(kind).await;
    let (one, other) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Hunter).await);
    let token = house.token(Person::Hunter, "read write").await;
    let stolen =
        token.send(Call::new("PATCH", "/api/v1/me").json(&json!({"password": "a thief's password"}))).await;
    assert_eq!(stolen.status, 403, "a program does not change its person's password");
    let short = one.send(Call::new("PATCH", "/api/v1/me").json(&json!({"password": "short"}))).await;
    assert_eq!(short.status, 422);
    assert_eq!(other.get("/api/v1/me").await.status, 200);
    let changed =
        one.send(Call::new("PATCH", "/api/v1/me").json(&json!({"password": "another good password"}))).await;
    assert_eq!(changed.status, 204);
    assert_eq!(other.get("/api/v1/me").await.status, 401);
    assert_eq!(attempt(&house.nobody(), PASSWORD, "203.0.113.9").await.status, 401);
    assert_eq!(attempt(&house.nobody(), "another good password", "203.0.113.9").await.status, 200);
}

async fn sessions_and_tokens_end_by_themselves(kind: Kind) {
    let house = House::acme(kind).await;
    let signed_in = house
        .nobody()
        .send(Call::sign_in(
            &{
                house.user(Person::Hunter).await;
                Person::Hunter.email()
            },
            PASSWORD,
        ))
        .await;
    let cookie = signed_in.header("set-cookie").split(';').next().unwrap().to_owned();
    let me = Call::get("/api/v1/me").header(header::COOKIE, &cookie);
    assert_eq!(house.restarted("2026-06-29T09:59:59Z").await.send(me.clone()).await.status, 200);
    assert_eq!(house.restarted("2026-06-29T10:00:01Z").await.send(me.clone()).await.status, 401);
    let made = house.nobody().with(header::COOKIE, &cookie);
    let made =
        made.send(Call::new("POST", "/api/v1/tokens").json(&json!({"name": "x", "days": 7}))).await.json();
    let me = Call::get("/api/v1/me")
        .header(header::AUTHORIZATION, &format!("Bearer {}", made["key"].as_str().unwrap()));
    assert_eq!(house.restarted("2026-06-22T09:59:59Z").await.send(me.clone()).await.status, 200);
    assert_eq!(house.restarted("2026-06-22T10:00:01Z").await.send(me).await.status, 401);
}
