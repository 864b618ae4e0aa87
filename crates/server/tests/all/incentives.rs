//! Incentives through the door, on a record that goes on: plans, periods, statements that both people of a handoff can check, questions, and a
//! ledger that nobody can change without being found out.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod beside;
mod company;
mod payments;
mod questions;
mod speed;

use company::{Company, PLAN};
use serde_json::{Value, json};
use tandem_app::Actor;
use tandem_app::incentives::verify;
use tandem_testkit::{Call, House, Kind, Person, on_both};

on_both!(
    a_plan_is_written_approved_and_never_edited,
    a_period_is_computed_twice_and_closed,
    everybody_sees_their_own_and_those_they_lead,
    both_people_of_a_handoff_see_the_same_lines,
    nothing_is_shared_of_what_came_back_at_once,
    what_becomes_known_late_goes_into_the_open_period,
    a_customer_who_leaves_takes_a_part_back,
    a_question_becomes_an_adjustment_that_two_people_agree_on,
    payments_come_from_files,
    the_database_refuses_every_change,
    whatever_is_changed_is_found,
    a_plan_is_tried_before_it_starts,
);

async fn a_plan_is_written_approved_and_never_edited(kind: Kind) {
    let house = House::acme(kind).await;
    let (admin, operations) = (house.sign_in(Person::Admin).await, house.sign_in(Person::Operations).await);
    let hunter = house.sign_in(Person::Hunter).await;
    let plans = "/api/v1/incentives/plans";
    let write = |text: &str| Call::new("POST", plans).json(&json!({ "document": text }));
    assert_eq!(hunter.send(write(PLAN)).await.status, 403);
    let refused = operations.send(write(&PLAN.replace("10 %", "10"))).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let made = operations.send(write(PLAN)).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let own = format!("{plans}/{id}");
    // A draft is not seen by those who are paid by it, and can be changed.
    assert_eq!(hunter.get(plans).await.json()["versions"], json!([]));
    let changed = PLAN.replace("10 %", "11 %");
    let change = |text: &str| Call::new("PUT", &own).json(&json!({ "document": text }));
    assert_eq!(operations.send(change(&changed)).await.status, 204);
    assert_eq!(operations.send(change(PLAN)).await.status, 204);
    let approve = Call::new("POST", &format!("{own}/approve"));
    assert_eq!(operations.send(approve.clone()).await.status, 403, "who writes does not approve");
    assert_eq!(admin.send(approve.clone()).await.status, 204);
    assert_eq!(admin.send(approve).await.status, 409);
    let edited = operations.send(change(&changed)).await;
    assert_eq!(edited.status, 409, "{}", edited.text());
    assert_eq!(admin.send(Call::new("DELETE", &own)).await.status, 409, "it is in force");
    let seen = hunter.get(plans).await.json();
    assert_eq!(seen["versions"][0]["state"], "in_force");
    let said = seen["versions"][0]["sentences"].to_string();
    assert!(said.contains("10 %") && said.contains("開發業務"), "{said}");
    assert_eq!(seen["versions"][0]["tree"]["components"][0]["rate"], "10 %");
    // A plan of another name for the same people, or the same day, does not follow.
    for (from, to) in [("name: Acme pay", "name: Other"), ("version: 1", "version: 2")] {
        let made = operations.send(write(&PLAN.replace(from, to))).await.json();
        let path = format!("{plans}/{}/approve", made["id"].as_str().unwrap());
        let refused = admin.send(Call::new("POST", &path)).await;
        assert_eq!(refused.status, 409, "{}", refused.text());
    }
}

async fn a_period_is_computed_twice_and_closed(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    let hunter = company.house.sign_in(Person::Hunter).await;
    assert_eq!(hunter.send(Call::new("POST", "/api/v1/incentives/calculate")).await.status, 403);
    let ran = june.calculate().await;
    assert_eq!((ran["period"].as_str(), ran["through"].as_str()), (Some("2026-05"), Some("2026-05-31")));
    let early = june.close("2026-06").await;
    assert_eq!(early.status, 409, "{}", early.text());
    assert_eq!(june.close("2026-05").await.status, 200);
    let ran = june.calculate().await;
    // Kestrel Robotics is new, Iron Tulip Hospital renewed for less.
    assert_eq!((ran["period"].as_str(), ran["through"].as_str()), (Some("2026-06"), Some("2026-06-15")));
    assert!(ran["events"].as_u64().unwrap() >= 2, "{ran}");
    let before = company.house.dump().await;
    let again = june.calculate().await;
    assert_eq!((again["events"].as_u64(), again["postings"].as_u64()), (Some(0), Some(0)));
    assert_eq!(
        before.differences(&company.house.dump().await),
        Vec::<String>::new(),
        "twice changes nothing"
    );
    let view = hunter.get("/api/v1/incentives/statement").await.json();
    let line = &view["lines"][0];
    assert_eq!(view["period"], "2026-06");
    assert_eq!(
        (line["amount"].as_str(), line["base"].as_str(), line["rate"].as_str(), line["unit"].as_str()),
        (Some("900.00"), Some("9000.00"), Some("10 %"), Some("Kestrel Robotics")),
        "{view}"
    );
    let because = line["because"][0]["en"].as_str().unwrap();
    assert_eq!(because, "New business pays 10 % of 9,000.00 USD.");
    assert!(line["because"][0]["zh-Hant"].as_str().unwrap().contains("9,000.00 USD"));
    assert_eq!(view["balances"][0]["payable"], "900.00");
    let csv = hunter.get("/api/v1/incentives/statement.csv?period=2026-06").await;
    assert!(
        csv.text().contains("2026-06,Mina Sato,2026-06-01,new business of Kestrel Robotics"),
        "{}",
        csv.text()
    );
    let xlsx = hunter.get("/api/v1/incentives/statement.xlsx").await;
    assert!(xlsx.status == 200 && xlsx.body.starts_with(b"PK"));
    // The euro is worth 1.1 dollars: 2 % of 7,150.
    let keeper = company.house.sign_in(Person::Keeper).await.get("/api/v1/incentives/statement").await.json();
    assert!(keeper["lines"].as_array().unwrap().iter().any(|line| line["amount"] == "143.00"), "{keeper}");
    let told = company.house.dump().await.0.remove("event").unwrap().join("\n");
    assert!(told.contains("incentives.closed") && told.contains("incentives.calculated"));
    company.proved().await;
}

async fn everybody_sees_their_own_and_those_they_lead(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    let house = &company.house;
    let (mina, jonas) = (house.id("seller", "s3").await, house.id("seller", "s4").await);
    for person in Person::ALL {
        let client = house.sign_in(person).await;
        for (seller, external) in [(mina.to_string(), "s3"), (jonas.to_string(), "s4")] {
            let sees = person.books().is_none_or(|books| books.contains(&external));
            for path in ["statement", "statement.csv", "statement.xlsx"] {
                let answer = client.get(&format!("/api/v1/incentives/{path}?person={seller}")).await;
                let expected = if sees { 200 } else { 404 };
                assert_eq!(answer.status, expected, "{person:?} {path} of {external}: {}", answer.text());
            }
            let team = client.get("/api/v1/incentives/team").await.json();
            let named =
                team["people"].as_array().unwrap().iter().any(|row| row["person"]["id"] == seller.as_str());
            assert_eq!(named, sees, "{person:?} in {team}");
        }
    }
    let keeper = house.sign_in(Person::OtherKeeper).await.get("/api/v1/incentives").await.text();
    assert!(!keeper.contains("Mina") && !keeper.contains("Jonas"), "{keeper}");
}

async fn both_people_of_a_handoff_see_the_same_lines(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    company.hand_over("u03", "s4", "2026-06-29").await;
    company.import("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nb30,c02,u03,More,1000.00,USD,2026-08-05,\n").await;
    let later = company.at("2026-09-20").await;
    for period in ["2026-06", "2026-07", "2026-08"] {
        let closed = later.close(period).await;
        assert_eq!(closed.status, 200, "{}", closed.text());
    }
    later.calculate().await;
    let (hunter, keeper) = (later.sign_in(Person::Hunter).await, later.sign_in(Person::Keeper).await);
    let shared = |view: &Value| -> Vec<Value> {
        let lines = view["lines"].as_array().unwrap().iter();
        lines.filter(|line| line["shared"] == true).cloned().collect()
    };
    let path = "/api/v1/incentives/statement?period=2026-08";
    let (mine, theirs) = (shared(&hunter.get(path).await.json()), shared(&keeper.get(path).await.json()));
    assert_eq!((mine.len(), theirs.len()), (1, 1), "{mine:?} {theirs:?}");
    // 6 % of 1,000 in the second month: 75 % of 60.00 is the hunter's, and half of that is held.
    assert_eq!((&mine[0]["amount"], &theirs[0]["amount"]), (&json!("45.00"), &json!("15.00")));
    assert_eq!(mine[0]["others"][0]["amount"], theirs[0]["amount"]);
    assert_eq!(theirs[0]["others"][0]["amount"], mine[0]["amount"]);
    assert_eq!(mine[0]["because"], theirs[0]["because"], "one line, told once");
    let because = mine[0]["because"].to_string();
    assert!(
        because.contains("Mina Sato handed the unit over to Jonas Weber on 2026-06-29; in month 2 of 4"),
        "{because}"
    );
    let accounts = mine[0]["accounts"].to_string();
    assert!(accounts.contains("held") && accounts.contains("22.50"), "{accounts}");
    let now = hunter.get("/api/v1/incentives/statement").await.json();
    let waits = &now["waiting"][0];
    assert_eq!((&waits["amount"], &waits["decided"]), (&json!("22.50"), &json!("2026-09-27")), "{now}");
    assert_eq!(waits["goes_well"], false, "nobody accepted the brief");
    // What is lost by then goes to the receiver, and both see it.
    let october = company.at("2026-10-02").await;
    assert_eq!(october.close("2026-09").await.status, 200);
    let path = "/api/v1/incentives/statement?period=2026-09";
    let lost = october.sign_in(Person::Keeper).await.get(path).await.json();
    let line = lost["lines"].as_array().unwrap().iter().find(|line| line["kind"] == "forfeited").unwrap();
    assert_eq!(line["amount"], "22.50", "{lost}");
    assert!(line["because"].to_string().contains("Jonas Weber gets it"), "{line}");
    company.proved().await;
}

/// It was computed with in the meantime, which stays; what is sold from then on is one person's.
async fn nothing_is_shared_of_what_came_back_at_once(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    let handoff = company.hand_over("u03", "s4", "2026-06-29").await;
    let july = company.at("2026-07-10").await;
    july.close("2026-06").await;
    july.calculate().await;
    company.take_back(&handoff, "2026-06-29").await;
    let august = company.at("2026-08-10").await;
    august.close("2026-07").await;
    company.import("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nb30,c02,u03,More,1000.00,USD,2026-08-05,\n").await;
    august.calculate().await;
    let hunter = august.sign_in(Person::Hunter).await;
    let view = hunter.get("/api/v1/incentives/statement?period=2026-08").await.json();
    let line = view["lines"].as_array().unwrap().iter().find(|line| line["unit"] == "Ågren Möbler").unwrap();
    assert_eq!((&line["amount"], &line["shared"]), (&json!("60.00"), &json!(false)), "{view}");
    company.proved().await;
}

async fn what_becomes_known_late_goes_into_the_open_period(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    let closed = company.house.sign_in(Person::Keeper).await;
    let may = "/api/v1/incentives/statement?period=2026-05";
    let before = closed.get(may).await.json()["lines"].clone();
    company.import("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nb31,c03,u04,Taps,500.00,USD,2026-05-20,\n").await;
    let ran = june.calculate().await;
    assert_eq!((ran["events"].as_u64(), ran["late"].as_u64()), (Some(1), Some(1)), "{ran}");
    assert_eq!(closed.get(may).await.json()["lines"], before, "a closed period stays as it is");
    let view = closed.get("/api/v1/incentives/statement").await.json();
    let line = view["lines"].as_array().unwrap().iter().find(|line| line["late"] == true).unwrap();
    assert_eq!((&line["amount"], &line["date"]), (&json!("30.00"), &json!("2026-05-20")));
    assert!(line["because"].to_string().contains("became known when that period was closed"), "{line}");
    // The same subscription for another amount is a correction, linked to what it corrects.
    company.import("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nb31,c03,u04,Taps,700.00,USD,2026-05-20,\n").await;
    june.calculate().await;
    let view = closed.get("/api/v1/incentives/statement").await.json();
    let of_unit: Vec<&Value> =
        view["lines"].as_array().unwrap().iter().filter(|line| line["date"] == "2026-05-20").collect();
    let sum: f64 = of_unit.iter().map(|line| line["amount"].as_str().unwrap().parse::<f64>().unwrap()).sum();
    assert!((sum - 42.0).abs() < 1e-9, "{of_unit:?}");
    let lines = view["lines"].as_array().unwrap();
    assert!(lines.iter().any(|line| line["kind"] == "reversed" && line["of"].is_string()), "{view}");
    company.proved().await;
}

async fn a_customer_who_leaves_takes_a_part_back(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    company.import("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nb06,c04,u05,Cells,9000.00,USD,2026-06-01,2026-09-10\n").await;
    let later = company.at("2026-10-01").await;
    for period in ["2026-06", "2026-07", "2026-08", "2026-09"] {
        let closed = later.close(period).await;
        assert_eq!(closed.status, 200, "{}", closed.text());
    }
    let hunter = later.sign_in(Person::Hunter).await;
    let view = hunter.get("/api/v1/incentives/statement?period=2026-09").await.json();
    let back = view["lines"].as_array().unwrap().iter().find(|line| line["kind"] == "reversed").unwrap();
    // Three whole months of twelve: nine twelfths of 900.00.
    assert_eq!(back["amount"], "-675.00", "{view}");
    let of = back["of"].as_str().unwrap();
    assert!(of.starts_with("new ") && of.ends_with("/1"), "{of}");
    let because = back["because"][0]["en"].as_str().unwrap();
    assert!(because.contains("new business of Kestrel Robotics on 2026-06-01"), "{because}");
    company.proved().await;
}

async fn a_question_becomes_an_adjustment_that_two_people_agree_on(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    let house = &company.house;
    let (hunter, keeper) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Keeper).await);
    let (manager, operations) =
        (house.sign_in(Person::Manager).await, house.sign_in(Person::Operations).await);
    let view = hunter.get("/api/v1/incentives/statement").await.json();
    let line = &view["lines"][0];
    let question =
        json!({"event": line["event"], "number": line["number"], "text": "The fleet add-on is missing."});
    let ask = Call::new("POST", "/api/v1/incentives/questions").json(&question);
    assert_eq!(keeper.send(ask.clone()).await.status, 404, "nobody asks about lines of others");
    let made = hunter.send(ask).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let path = format!("/api/v1/incentives/questions/{}/acts", made.json()["id"].as_str().unwrap());
    let act = |act: Value| Call::new("POST", &path).json(&json!({ "act": act }));
    assert_eq!(keeper.send(act(json!({"act": "reply", "text": "Hm."}))).await.status, 404);
    let propose = json!({"act": "propose", "amount": "50.00", "text": "Add-on of 500.00 was sold with it."});
    assert_eq!(hunter.send(act(propose.clone())).await.status, 409, "whoever asks does not decide");
    assert_eq!(manager.send(act(json!({"act": "reply", "text": "I look at it."}))).await.status, 204);
    assert_eq!(manager.send(act(propose)).await.status, 204);
    assert_eq!(manager.send(act(json!({"act": "approve", "text": "Yes."}))).await.status, 409);
    let list = operations.get("/api/v1/incentives/questions").await.json();
    assert_eq!(
        (&list["items"][0]["state"], &list["items"][0]["text"]),
        (&json!("proposed"), &question["text"])
    );
    let team = manager.get("/api/v1/incentives/questions").await.json();
    assert!(!team["items"][0]["may"].to_string().contains("approve"), "{team}");
    assert_eq!(operations.send(act(json!({"act": "approve", "text": "Right."}))).await.status, 204);
    assert_eq!(operations.send(act(json!({"act": "approve", "text": "Again."}))).await.status, 409);
    june.calculate().await;
    let view = hunter.get("/api/v1/incentives/statement").await.json();
    let adjusted = view["lines"].as_array().unwrap().iter().find(|line| line["kind"] == "adjusted").unwrap();
    assert_eq!(adjusted["amount"], "50.00");
    assert!(adjusted["because"].to_string().contains("Add-on of 500.00"), "{adjusted}");
    assert_eq!(view["questions"][0]["state"], "adjusted");
    assert_eq!(keeper.get("/api/v1/incentives/questions").await.json()["items"], json!([]));
    company.proved().await;
}

async fn payments_come_from_files(kind: Kind) {
    let plan = PLAN.replace("rate: 10 %,", "rate: 10 %, pay_on: invoice_paid,");
    let company = Company::with(kind, &plan).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    let house = &company.house;
    let (hunter, operations) = (house.sign_in(Person::Hunter).await, house.sign_in(Person::Operations).await);
    let view = hunter.get("/api/v1/incentives/statement").await.json();
    assert_eq!(
        (&view["balances"][0]["closing"], &view["balances"][0]["awaiting_payment"]),
        (&json!("0.00"), &json!("900.00"))
    );
    let header = "event_id,date,unit_id,movement,amount,currency,credits,of\n";
    let enter = |rows: &str| {
        Call::new("POST", "/api/v1/incentives/events").json(&json!({"rows": format!("{header}{rows}")}))
    };
    let before = house.dump().await;
    for wrong in [
        "p1,2026-06-10,u05,invoice_paid,3000.00,USD,,new\np2,2026-06-10,nowhere,invoice_paid,1.00,USD,,new\n",
        "p1,2026-06-10,u05,invoice_paid,3000.00,EUR,,new\n",
        "p1,2026-06-10,u05,invoice_paid,3000.00,USD,,renewal\n",
        "",
    ] {
        let refused = operations.send(enter(wrong)).await;
        assert!(refused.status.is_client_error(), "{wrong}: {}", refused.text());
    }
    assert_eq!(
        before.differences(&house.dump().await),
        Vec::<String>::new(),
        "all rows fit, or none is kept"
    );
    let kept = operations.send(enter("p1,2026-06-10,u05,invoice_paid,3000.00,USD,,new\n")).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    assert_eq!(operations.send(enter("p1,2026-06-10,u05,invoice_paid,1.00,USD,,new\n")).await.status, 422);
    june.calculate().await;
    let view = hunter.get("/api/v1/incentives/statement").await.json();
    assert_eq!(
        (&view["balances"][0]["closing"], &view["balances"][0]["awaiting_payment"]),
        (&json!("300.00"), &json!("600.00"))
    );
    company.proved().await;
}

async fn the_database_refuses_every_change(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    let before = company.house.dump().await;
    for table in ["event", "input", "run", "posting", "entry", "period"] {
        for sql in [format!("delete from incentive_{table}"), company::update(table)] {
            let refused = company.sql(&sql).await;
            assert!(refused.is_err(), "{sql} was done");
        }
    }
    for sql in [
        "update incentive_plan set document = 'x'",
        "update incentive_plan set approved_us = null, approved_by = null",
        "delete from incentive_plan",
        "insert into incentive_posting select id + 1000, event, number + 1000, kind, date, counted, period, unit, plan, plan_version, component, base_minor, rate_e9, currency, of_event, of_number, because from incentive_posting",
        "insert into incentive_entry select posting_id, seq + 10, account, person, minor from incentive_entry",
        "insert into incentive_period values ('2026-04', 0, '', 'x', 0)",
    ] {
        assert!(company.sql(sql).await.is_err(), "{sql} was done");
    }
    assert_eq!(before.differences(&company.house.dump().await), Vec::<String>::new());
    company.proved().await;
}

async fn whatever_is_changed_is_found(kind: Kind) {
    let company = Company::new(kind).await;
    let june = company.at("2026-06-15").await;
    company.import("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nb31,c03,u04,Taps,500.00,USD,2026-05-20,\n").await;
    june.close("2026-05").await;
    june.calculate().await;
    company.proved().await;
    company.without_triggers().await;
    for (what, change, back) in [
        (
            "add up to",
            "update incentive_entry set minor = minor + 1 where account = 'payable'",
            "update incentive_entry set minor = minor - 1 where account = 'payable'",
        ),
        (
            "fresh calculation",
            "update incentive_entry set minor = 2 * minor",
            "update incentive_entry set minor = minor / 2",
        ),
        (
            "when it was closed",
            "update incentive_posting set component = component || '#'",
            "update incentive_posting set component = replace(component, '#', '')",
        ),
        (
            "period 2026-05",
            "update incentive_period set digest = 'x' || digest",
            "update incentive_period set digest = substr(digest, 2)",
        ),
        (
            "is not",
            "update incentive_event set amount_minor = amount_minor + 100 where amount_minor is not null",
            "update incentive_event set amount_minor = amount_minor - 100 where amount_minor is not null",
        ),
    ] {
        company.sql(change).await.unwrap();
        let found = verify(&company.house.app, &Actor::operator()).await.unwrap();
        assert!(found.wrong.iter().any(|line| line.contains(what)), "{change}: {:?}", found.wrong);
        if what == "add up to" {
            // Nothing more is posted onto a ledger that is not what it was.
            let refused = june.client.send(Call::new("POST", "/api/v1/incentives/calculate")).await;
            assert!(refused.status == 409 && refused.text().contains("tandem verify"), "{}", refused.text());
        }
        company.sql(back).await.unwrap();
        company.proved().await;
    }
    company.sql("delete from incentive_entry").await.unwrap();
    company.sql("delete from incentive_posting").await.unwrap();
    let found = verify(&company.house.app, &Actor::operator()).await.unwrap();
    assert!(found.wrong.iter().any(|line| line.contains("not in the ledger")), "{:?}", found.wrong);
}

async fn a_plan_is_tried_before_it_starts(kind: Kind) {
    let company = Company::new(kind).await;
    let operations = company.house.sign_in(Person::Operations).await;
    let richer = PLAN.replace("rate: 10 %", "rate: 12 %").replace("version: 1", "version: 2");
    let before = company.house.dump().await;
    let answer = operations
        .send(Call::new("POST", "/api/v1/incentives/plans/try").json(&json!({ "document": richer })))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let tried = answer.json();
    assert_eq!(tried["against"], "Acme pay 1");
    assert!(tried["winners"].as_u64().unwrap() > 0 && tried["losers"].as_u64() == Some(0), "{tried}");
    let number = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
    let people = tried["people"].as_array().unwrap();
    let sum: f64 = people.iter().map(|row| number(&row["change"])).sum();
    assert!((sum - number(&tried["cost"]["change"])).abs() < 1e-6, "{tried}");
    assert!(people.iter().all(|row| row["person"]["name"].as_str().unwrap().len() > 2));
    assert_eq!(
        before.differences(&company.house.dump().await),
        Vec::<String>::new(),
        "a trial keeps nothing"
    );
}
