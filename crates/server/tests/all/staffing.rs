//! Staffing through the door: who sees what of whom, what people say of themselves and take back, readiness from competencies, learning plans,
//! proposals that decide nothing, and the check of groups.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod speed;

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::competencies::of_role;
use tandem_core::sellers::SellerRole;
use tandem_testkit::{Answer, Call, Client, House, Kind, Person, on_both};

on_both!(
    fit_is_for_the_person_and_whoever_leads_them,
    answers_are_taken_back_whole,
    readiness_follows_from_competencies_and_a_manager_overrules_it,
    what_was_said_stays_said,
    learning_has_days,
    a_proposal_is_made_looked_at_and_decided_by_people,
    contacts_that_sellers_begin_are_measured,
    groups_of_few_people_are_not_told_apart,
);

async fn send(client: &Client, method: &str, path: &str, body: &Value) -> Answer {
    client.send(Call::new(method, path).json(body)).await
}

async fn answered(client: &Client) {
    let answers: BTreeMap<&str, u8> = [("p1", 5), ("p2", 5), ("p3", 1), ("p4", 1), ("n1", 4)].into();
    let body = json!({"answers": answers, "language": "en", "consents": true});
    let answer = send(client, "PUT", "/api/v1/staffing/me/answers", &body).await;
    assert_eq!(answer.status, 204, "{}", answer.text());
}

async fn fit_is_for_the_person_and_whoever_leads_them(kind: Kind) {
    let house = House::acme(kind).await;
    let mina = house.sign_in(Person::Hunter).await;
    let nobody = send(
        &mina,
        "PUT",
        "/api/v1/staffing/me/answers",
        &json!({"answers": {"p1": 5}, "language": "en", "consents": false}),
    )
    .await;
    assert_eq!(nobody.status, 422);
    assert!(nobody.text().contains("only with your consent"), "{}", nobody.text());
    answered(&mina).await;
    let wishes = json!({"wishes": {"hunter": "want", "account_manager": "rather_not"}, "note": "I like the first talk.", "comment": "Patience was a bad week."});
    assert_eq!(send(&mina, "PUT", "/api/v1/staffing/me/wishes", &wishes).await.status, 204);
    let own = mina.get("/api/v1/staffing/me").await.json()["person"].clone();
    assert_eq!(
        (&own["answers"]["p1"], &own["fit"]["answered"], &own["own"]),
        (&json!(5), &json!(true), &json!(true))
    );
    assert_eq!(own["looks"], json!([]), "nobody has looked yet, and the own looks are no looks");
    assert_eq!(own["fit"]["leaning"], "too_close", "a questionnaire alone decides nothing: {}", own["fit"]);

    let path = format!("/api/v1/staffing/people/{}", house.id("seller", "s3").await);
    for person in [Person::Keeper, Person::OtherKeeper, Person::Viewer] {
        assert_eq!(house.sign_in(person).await.get(&path).await.status, 404, "{person:?}");
    }
    for person in [Person::Operations, Person::Admin] {
        let seen = house.sign_in(person).await.get(&path).await.json();
        let hidden = ["fit", "year", "words", "answers", "looks", "proposals"];
        assert!(hidden.iter().all(|name| seen[*name].is_null()), "{person:?} sees competencies only: {seen}");
        assert_eq!(seen["roles"].as_array().unwrap().len(), 3);
    }
    for person in [Person::Manager, Person::Head, Person::Manager] {
        let seen = house.sign_in(person).await.get(&path).await.json();
        assert_eq!(
            (&seen["fit"]["answered"], &seen["words"]["wishes"]["hunter"]),
            (&json!(true), &json!("want"))
        );
        assert_eq!(seen["words"]["comment"], "Patience was a bad week.");
        assert!(
            seen["answers"].is_null() && seen["looks"].is_null(),
            "single answers are the person's: {seen}"
        );
    }
    let looks = mina.get("/api/v1/staffing/me").await.json()["person"]["looks"].clone();
    let told: Vec<(&str, &str, u64)> = looks
        .as_array()
        .unwrap()
        .iter()
        .map(|look| {
            (look["by"].as_str().unwrap(), look["at_what"].as_str().unwrap(), look["times"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(told, [("Manager", "profile", 2), ("Head", "profile", 1)]);
    let row = &house.sign_in(Person::Manager).await.get("/api/v1/staffing/team").await.json()["people"];
    let names: Vec<&str> =
        row.as_array().unwrap().iter().map(|one| one["seller"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Jonas Weber", "Mina Sato"], "those whom Bram leads");
}

async fn answers_are_taken_back_whole(kind: Kind) {
    let house = House::acme(kind).await;
    let (mina, bram) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Manager).await);
    answered(&mina).await;
    let made = send(
        &bram,
        "POST",
        "/api/v1/staffing/proposals",
        &json!({"name": "North", "seats": {"hunter": 1, "account_manager": 1}}),
    )
    .await;
    let path = format!("/api/v1/staffing/proposals/{}", made.json()["id"].as_str().unwrap());
    let aspects = |view: &Value| -> Vec<String> {
        let mina = view["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["seller"]["name"] == "Mina Sato")
            .unwrap();
        mina["points"]["hunter"]["parts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part["aspect"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(aspects(&bram.get(&path).await.json()).contains(&"fit".to_owned()));
    assert_eq!(mina.send(Call::new("DELETE", "/api/v1/staffing/me/answers")).await.status, 204);
    let own = mina.get("/api/v1/staffing/me").await.json()["person"].clone();
    assert_eq!(
        (&own["answers"], &own["fit"]["answered"], &own["fit"]["leaning"]),
        (&json!({}), &json!(false), &json!("not_known"))
    );
    assert!(
        !aspects(&bram.get(&path).await.json()).contains(&"fit".to_owned()),
        "what was made from them goes too"
    );
    let left: Vec<String> = house
        .dump()
        .await
        .0
        .into_values()
        .flatten()
        .filter(|row| row.contains("\"p1\"") || row.contains("p1\\\""))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "nothing of the answers is left");
}

/// Says that somebody can do everything of a role, but for one thing.
async fn assess(client: &Client, seller: i64, role: SellerRole, but: Option<(&str, u8)>) {
    for one in of_role(role) {
        let level = but.filter(|(id, _)| *id == one.id).map_or(one.needed, |(_, level)| level);
        let body = json!({"competency": one.id, "source": "manager", "level": level, "on": "2026-06-01", "because": "Seen in May."});
        let answer =
            send(client, "POST", &format!("/api/v1/staffing/people/{seller}/assessments"), &body).await;
        assert_eq!(answer.status, 204, "{}", answer.text());
    }
}

async fn readiness_of(client: &Client, seller: i64) -> Value {
    let all = client.get("/api/v1/readiness").await.json()["items"].clone();
    let seller = seller.to_string();
    let found = all
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["seller"]["id"] == seller.as_str() && one["role"] == "account_manager");
    found.cloned().unwrap_or(Value::Null)
}

async fn readiness_follows_from_competencies_and_a_manager_overrules_it(kind: Kind) {
    let house = House::acme(kind).await;
    let (bram, jonas) = (house.sign_in(Person::Manager).await, house.sign_in(Person::Keeper).await);
    let (id, unit) = (house.id("seller", "s4").await, house.id("unit", "u03").await);
    let barred = async || {
        let told = bram.get(&format!("/api/v1/units/{unit}/receivers")).await.json();
        told["barred"].as_array().unwrap().iter().any(|one| one["seller"]["name"] == "Jonas Weber")
    };
    assert!(barred().await && readiness_of(&bram, id).await.is_null(), "nobody has assessed him");
    assess(&bram, id, SellerRole::AccountManager, Some(("renew", 2))).await;
    let told = readiness_of(&bram, id).await;
    assert_eq!(
        (&told["ready"], &told["source"], &told["gaps"]),
        (&json!(false), &json!("competencies"), &json!(["Renewing: level 2, needed 3."]))
    );
    assert!(barred().await);
    assess(&bram, id, SellerRole::AccountManager, None).await;
    assert_eq!(readiness_of(&bram, id).await["ready"], true);
    assert!(!barred().await, "whoever is ready by what was assessed can receive");
    let stated = json!({"role": "account_manager", "ready": false, "gaps": ["Large customers"], "reason": "Not yet for these."});
    assert_eq!(send(&bram, "POST", &format!("/api/v1/sellers/{id}/readiness"), &stated).await.status, 204);
    let told = readiness_of(&bram, id).await;
    assert_eq!(
        (&told["ready"], &told["source"], &told["assessed"]),
        (&json!(false), &json!("stated"), &json!(true))
    );
    assert!(barred().await, "the manager's statement holds");
    let own = jonas.get("/api/v1/staffing/me").await.json()["person"].clone();
    let role = own["roles"]
        .as_array()
        .unwrap()
        .iter()
        .find(|role| role["role"] == "account_manager")
        .unwrap()
        .clone();
    assert_eq!(
        (&role["ready"], &role["stated"], &role["assessed"], &role["reason"]),
        (&json!(false), &json!(false), &json!(true), &json!("Not yet for these."))
    );
}

async fn what_was_said_stays_said(kind: Kind) {
    let house = House::acme(kind).await;
    let (bram, jonas, mina) = (
        house.sign_in(Person::Manager).await,
        house.sign_in(Person::Keeper).await,
        house.sign_in(Person::Hunter).await,
    );
    let path = format!("/api/v1/staffing/people/{}/assessments", house.id("seller", "s4").await);
    let said = |source: &str, level: u8| json!({"competency": "renew", "source": source, "level": level, "on": "2026-06-01", "because": "So."});
    assert_eq!(send(&mina, "POST", &path, &said("manager", 1)).await.status, 404, "Mina does not lead him");
    let refused = send(&jonas, "POST", &path, &said("manager", 4)).await;
    assert!(refused.status == 422 && refused.text().contains("Of yourself"), "{}", refused.text());
    assert_eq!(send(&bram, "POST", &path, &said("self", 4)).await.status, 422, "nobody speaks for another");
    assert_eq!(send(&bram, "POST", &path, &said("manager", 5)).await.status, 422);
    for (client, body) in [
        (&jonas, said("self", 4)),
        (&bram, said("manager", 1)),
        (&bram, said("manager", 2)),
        (&bram, said("evidence", 3)),
    ] {
        assert_eq!(send(client, "POST", &path, &body).await.status, 204);
    }
    let own = jonas.get("/api/v1/staffing/me").await.json()["person"].clone();
    let levels: Vec<u64> =
        own["assessments"].as_array().unwrap().iter().map(|one| one["level"].as_u64().unwrap()).collect();
    assert_eq!(levels, [3, 2, 1, 4], "all of it, the latest first");
    let role =
        own["roles"].as_array().unwrap().iter().find(|role| role["role"] == "account_manager").unwrap();
    let renew =
        role["standings"].as_array().unwrap().iter().find(|one| one["competency"] == "renew").unwrap();
    assert_eq!(
        (&renew["level"], &renew["source"], &renew["own"], &renew["talk"]),
        (&json!(2), &json!("manager"), &json!(4), &json!(true))
    );
    let before = house.dump().await;
    for sql in ["update competency_assessment set level = 4", "delete from competency_assessment"] {
        let refused = match &house.app.db {
            tandem_store::Db::Sqlite(..) => {
                house.app.db.write(move |tx| Box::pin(async move { raw(tx, sql).await })).await.is_err()
            }
            tandem_store::Db::Postgres(pool) => sqlx::query(sql).execute(pool).await.is_err(),
        };
        assert!(refused, "{sql}");
    }
    assert_eq!(before.differences(&house.dump().await), Vec::<String>::new());
}

async fn raw(tx: &mut tandem_store::Tx, sql: &'static str) -> tandem_store::Result<()> {
    match tx {
        tandem_store::Tx::Sqlite(c) => sqlx::query(sql).execute(&mut **c).await?.rows_affected(),
        tandem_store::Tx::Postgres(c) => sqlx::query(sql).execute(&mut **c).await?.rows_affected(),
    };
    Ok(())
}

async fn learning_has_days(kind: Kind) {
    let house = House::acme(kind).await;
    let (bram, jonas) = (house.sign_in(Person::Manager).await, house.sign_in(Person::Keeper).await);
    let path = format!("/api/v1/staffing/people/{}/learning", house.id("seller", "s4").await);
    let past = json!({"competency": "renew", "what": "Two renewals with Rosa.", "until": "2026-06-01"});
    assert_eq!(send(&bram, "POST", &path, &past).await.status, 422);
    let mut ids = Vec::new();
    for until in ["2026-07-01", "2026-08-01"] {
        let item = json!({"competency": "renew", "what": "Two renewals with Rosa.", "until": until});
        let made = send(&bram, "POST", &path, &item).await;
        assert_eq!(made.status, 201, "{}", made.text());
        ids.push(made.json()["id"].as_str().unwrap().to_owned());
    }
    let act = async |id: &str, act: Value| {
        send(&jonas, "POST", &format!("/api/v1/staffing/learning/{id}/acts"), &json!({"act": act}))
            .await
            .status
            .as_u16()
    };
    assert_eq!(
        act(&ids[0], json!({"act": "finish", "on": "2026-06-16"})).await,
        422,
        "the day is still to come"
    );
    assert_eq!(act(&ids[0], json!({"act": "finish", "on": "2026-06-14"})).await, 204);
    assert_eq!(act(&ids[1], json!({"act": "drop"})).await, 204);
    let own = jonas.get("/api/v1/staffing/me").await.json()["person"]["learning"].clone();
    assert_eq!(
        (own.as_array().unwrap().len(), &own[0]["state"], &own[0]["done"]),
        (1, &json!("done"), &json!("2026-06-14"))
    );
    let team = bram.get("/api/v1/staffing/team").await.json();
    assert_eq!(team["people"][0]["learning"], json!([0, 0, 1]));
}

async fn a_proposal_is_made_looked_at_and_decided_by_people(kind: Kind) {
    let house = House::acme(kind).await;
    let (bram, mina, jonas) = (
        house.sign_in(Person::Manager).await,
        house.sign_in(Person::Hunter).await,
        house.sign_in(Person::Keeper).await,
    );
    let (s3, s4) = (house.id("seller", "s3").await.to_string(), house.id("seller", "s4").await.to_string());
    for (client, wishes) in [
        (&mina, json!({"account_manager": "want", "hunter": "open"})),
        (&jonas, json!({"account_manager": "want"})),
    ] {
        assert_eq!(
            send(client, "PUT", "/api/v1/staffing/me/wishes", &json!({"wishes": wishes})).await.status,
            204
        );
    }
    let seats = json!({"hunter": 1, "account_manager": 1, "inside_account_manager": 1});
    let outside = house.id("seller", "s6").await.to_string();
    let others = json!({"name": "x", "seats": seats, "people": [outside]});
    assert_eq!(
        send(&bram, "POST", "/api/v1/staffing/proposals", &others).await.status,
        404,
        "nobody else's people"
    );
    let made =
        send(&bram, "POST", "/api/v1/staffing/proposals", &json!({"name": "North 2027", "seats": seats}))
            .await;
    assert_eq!(made.status, 201, "{}", made.text());
    let path = format!("/api/v1/staffing/proposals/{}", made.json()["id"].as_str().unwrap());
    let view = bram.get(&path).await.json();
    assert_eq!(view["options"].as_array().unwrap().len(), 3, "balanced and two others");
    let balanced = &view["options"][0];
    assert_eq!((&balanced["objective"], &balanced["cost"]), (&json!("balanced"), &json!(0)));
    assert!(
        view["options"].as_array().unwrap().iter().all(|one| one["cost"].as_i64().unwrap() >= 0),
        "{view}"
    );
    assert_eq!(balanced["to_hire"].as_object().unwrap().len(), 1, "three seats, two people: {balanced}");
    for person in [Person::Keeper, Person::OtherKeeper, Person::Viewer, Person::Operations] {
        let client = house.sign_in(person).await;
        assert_eq!(client.get(&path).await.status, 404, "{person:?}");
        assert_eq!(client.get("/api/v1/staffing/proposals").await.json()["items"], json!([]), "{person:?}");
    }
    assert_eq!(house.sign_in(Person::Head).await.get(&path).await.status, 200, "who leads everybody sees it");

    let other = bram.get(&format!("{path}/alternatives?person={s3}")).await.json()["items"].clone();
    assert!(!other.as_array().unwrap().is_empty(), "{other}");
    let lock =
        json!({"seats": seats, "weights": view["weights"], "locks": {&s3: "account_manager"}, "version": 1});
    assert_eq!(send(&bram, "PUT", &path, &lock).await.status, 204);
    assert_eq!(send(&bram, "PUT", &path, &lock).await.status, 409, "the version has moved on");
    let view = bram.get(&path).await.json();
    assert!(
        view["options"].as_array().unwrap().iter().all(|one| one["roles"][&s3] == "account_manager"),
        "locks hold"
    );
    let nowhere = json!({"seats": {"hunter": 1}, "weights": view["weights"], "locks": {&s3: "account_manager"}, "version": 2});
    assert_eq!(send(&bram, "PUT", &path, &nowhere).await.status, 422, "a lock needs a seat");

    let before = house.dump().await;
    let adopt = json!({"objective": "wishes", "because": "Both asked for it.", "version": 2});
    assert_eq!(send(&bram, "POST", &format!("{path}/adoption"), &adopt).await.status, 204);
    assert_eq!(send(&bram, "POST", &format!("{path}/adoption"), &adopt).await.status, 409, "once");
    let changed = before.differences(&house.dump().await);
    assert!(
        changed.iter().all(|line| line[2..].starts_with("staffing_proposal")
            || line[2..].starts_with("event")
            || line[2..].starts_with("id_block")),
        "nobody's role changes: {changed:?}"
    );
    let own = mina.get("/api/v1/staffing/me").await.json()["person"].clone();
    let named = &own["proposals"][0];
    assert_eq!(
        (&named["name"], &named["adopted"], &named["adopted_because"]),
        (&json!("North 2027"), &json!("wishes"), &json!("Both asked for it."))
    );
    assert!(!own.to_string().contains(&format!("\"{s4}\"")), "nobody else's line: {own}");
    let looks = own["looks"].as_array().unwrap().iter().map(|look| look["at_what"].as_str().unwrap());
    let looks: BTreeSet<&str> = looks.collect();
    assert_eq!(looks, BTreeSet::from(["proposal", "proposal_adopted", "proposal_changed", "proposal_made"]));
}

async fn contacts_that_sellers_begin_are_measured(kind: Kind) {
    let house = House::acme(kind).await;
    let team = house.sign_in(Person::Manager).await.get("/api/v1/staffing/team").await.json();
    // Jonas in a year: two meetings that he planned, one call and one mail that customers began.
    let jonas = &team["people"][0]["proactive"];
    assert_eq!((&jonas["bp"], &jonas["of"]), (&json!(5_000), &json!(4)));
    assert!(
        jonas["low_bp"].as_u64().unwrap() < 2_000 && jonas["high_bp"].as_u64().unwrap() > 8_000,
        "four say little"
    );
    let own = house.sign_in(Person::Hunter).await.get("/api/v1/staffing/me").await.json();
    let year = &own["person"]["year"];
    assert_eq!(
        (&year["opportunities"], &year["hunting_hours"], &year["per_hundred_hours"]),
        (&json!(1), &json!(1.5), &Value::Null)
    );
}

async fn groups_of_few_people_are_not_told_apart(kind: Kind) {
    let house = House::acme(kind).await;
    answered(&house.sign_in(Person::Hunter).await).await;
    let operations = house.sign_in(Person::Operations).await;
    for by in ["team", "tenure", "language"] {
        let told = operations.get(&format!("/api/v1/staffing/groups?by={by}")).await.json();
        assert_eq!((&told["people_min"], told["figures"].as_array().unwrap().len()), (&json!(5), 3));
        let groups = told["figures"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|figure| figure["groups"].as_array().unwrap().clone());
        assert!(groups.into_iter().all(|group| group["value"].is_null()), "{told}");
    }
    let before = house.dump().await;
    let s3 = house.id("seller", "s3").await.to_string();
    let given = send(&operations, "POST", "/api/v1/staffing/groups", &json!({"groups": {s3: "one"}})).await;
    assert_eq!(given.status, 200, "{}", given.text());
    assert_eq!(
        before.differences(&house.dump().await),
        Vec::<String>::new(),
        "given groups are kept nowhere"
    );
    assert_eq!(house.sign_in(Person::Manager).await.get("/api/v1/staffing/groups").await.status, 403);
}
