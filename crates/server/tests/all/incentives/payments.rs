//! Customers' payments: what waits for one, what a file means before anything is kept, and keeping it whole or not at all.
use super::company::{Company, PLAN};
use serde_json::{Value, json};
use tandem_testkit::{Answer, Call, Client, Kind, Person, on_both};

on_both!(
    a_file_says_what_it_means_before_it_is_kept,
    whatever_is_wrong_is_told_with_its_place,
    a_payment_finds_what_it_pays,
);

const HEADER: &str = "payment_id,date,unit_id,amount,currency,of\n";
const WAITING: &str = "/api/v1/incentives/payments";

/// Acme in June, where new business is paid as customers pay: Kestrel Robotics is new for 9,000, of which 900 wait.
async fn june(kind: Kind) -> (Company, Client) {
    let company =
        Company::with(kind, &PLAN.replace("rate: 10 %,", "rate: 10 %, pay_on: invoice_paid,")).await;
    let june = company.at("2026-06-15").await;
    june.close("2026-05").await;
    june.calculate().await;
    (company, june.client)
}

async fn post(client: &Client, path: &str, rows: &str) -> Answer {
    client.send(Call::new("POST", &format!("/api/v1/incentives/{path}")).json(&json!({ "rows": rows }))).await
}

async fn preview(client: &Client, rows: &str) -> Value {
    let answer = post(client, "events/preview", rows).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn a_file_says_what_it_means_before_it_is_kept(kind: Kind) {
    let (company, operations) = june(kind).await;
    let waits = operations.get(WAITING).await.json();
    let first = &waits["items"][0];
    assert_eq!(
        (&waits["total"], &first["open"], &first["currency"]),
        (&json!(1), &json!("9000.00"), &json!("USD"))
    );
    assert_eq!(
        (&first["waits"][0]["amount"], &first["unit"]),
        (&json!("900.00"), &json!("Kestrel Robotics"))
    );
    assert_eq!(operations.get(&format!("{WAITING}?text=mina")).await.json()["total"], 1, "Mina waits for it");
    assert_eq!(operations.get(&format!("{WAITING}?text=nobody")).await.json()["total"], 0);
    let rows = format!("{HEADER}p1,2026-06-10,u05,3000.00,USD,\np2,2026-06-12,u05,1500.00,USD,new\n");
    let before = company.house.dump().await;
    let means = preview(&operations, &rows).await;
    assert_eq!(before.differences(&company.house.dump().await), Vec::<String>::new(), "a look keeps nothing");
    assert_eq!((&means["rows"], &means["fitting"], &means["problems"]), (&json!(2), &json!(2), &json!(0)));
    assert_eq!(
        (&means["paid"], &means["payable"]),
        (&json!(["4500.00 USD"]), &json!(["450.00 USD"])),
        "{means}"
    );
    let row = &means["items"][0];
    assert_eq!(
        (&row["line"], &row["unit"], &row["payable"][0]["amount"]),
        (&json!(2), &json!("Kestrel Robotics"), &json!("300.00"))
    );
    assert!(row["of"]["en"].as_str().unwrap().contains("new business of Kestrel Robotics"), "{row}");
    // What was shown is what comes of it.
    assert_eq!(post(&operations, "events", &rows).await.json()["events"], 2);
    let june = company.at("2026-06-15").await;
    june.calculate().await;
    let view = june.sign_in(Person::Hunter).await.get("/api/v1/incentives/statement").await.json();
    let balance = &view["balances"][0];
    assert_eq!((&balance["closing"], &balance["awaiting_payment"]), (&json!("450.00"), &json!("450.00")));
    assert_eq!(operations.get(WAITING).await.json()["items"][0]["open"], "4500.00");
    company.proved().await;
}

async fn whatever_is_wrong_is_told_with_its_place(kind: Kind) {
    let (company, operations) = june(kind).await;
    let before = company.house.dump().await;
    let rows = [
        "p1,2026-06-10,u05,3000.00,USD,",
        "p2,2026-06-10,nowhere,1.00,USD,",
        "p3,2026-13-10,u05,abc,USD,",
        "p4,2026-06-10,u05,1.00,EUR,",
        "p1,2026-06-10,u05,1.00,USD,",
        "p6,2026-06-16,u05,1.00,USD,",
        "p7,2026-06-10,u05,-5.00,USD,",
        "p8,2026-06-10,u04,5.00,USD,",
        "p9,2026-06-10,u04,5.00,USD,renewal of old",
    ];
    let text = format!("{HEADER}{}\n", rows.join("\n"));
    let means = preview(&operations, &text).await;
    let places: Vec<(u64, &str, &str)> = means["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (one["line"].as_u64().unwrap(), one["column"].as_str().unwrap(), one["value"].as_str().unwrap())
        })
        .collect();
    let expected = [
        (3, "unit_id", "nowhere"),
        (4, "date", "2026-13-10"),
        (4, "amount", "abc"),
        (5, "currency", "EUR"),
        (6, "payment_id", "p1"),
        (7, "date", "2026-06-16"),
        (8, "amount", "-5.00"),
        (9, "unit_id", "u04"),
        (10, "of", "renewal of old"),
    ];
    assert_eq!(places, expected, "{means}");
    assert_eq!((&means["rows"], &means["fitting"]), (&json!(9), &json!(1)));
    let reasons = means["refused"].to_string();
    assert!(reasons.contains("nothing of `u04` waits for a payment: check the unit"), "{reasons}");
    let kept = post(&operations, "events", &text).await;
    assert_eq!(kept.status, 422, "{}", kept.text());
    assert!(kept.text().contains("Nothing was kept: line 3, column `unit_id`"), "{}", kept.text());
    let strange =
        preview(&operations, "payment_id,day,unit,amount,currency\np1,2026-06-10,u05,1.00,USD\n").await;
    assert!(strange["refused"].to_string().contains("there is no column date"), "{strange}");
    assert_eq!(before.differences(&company.house.dump().await), Vec::<String>::new());
    let hunter = company.house.sign_in(Person::Hunter).await;
    assert_eq!(post(&hunter, "events/preview", &text).await.status, 403);
    assert_eq!(hunter.get(WAITING).await.status, 403);
}

/// Two events of one unit wait: the amount says which, else the row must.
async fn a_payment_finds_what_it_pays(kind: Kind) {
    let plan = PLAN.replace("on: [expansion], rate: 6 %", "on: [expansion], rate: 6 %, pay_on: invoice_paid");
    let company =
        Company::with(kind, &plan.replace("rate: 10 %,", "rate: 10 %, pay_on: invoice_paid,")).await;
    company.import("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\nb40,c04,u05,More,1000.00,USD,2026-07-05,\n").await;
    let july = company.at("2026-07-20").await;
    for period in ["2026-05", "2026-06"] {
        assert_eq!(july.close(period).await.status, 200);
    }
    july.calculate().await;
    let means = preview(&july.client, &format!("{HEADER}p1,2026-07-10,u05,500.00,USD,\n")).await;
    let reason = means["refused"][0]["reason"].as_str().unwrap();
    assert!(
        reason.starts_with(
            "2 events of this unit wait for payments: write the one that was paid into `of`: `new "
        ),
        "{reason}"
    );
    // By a spreadsheet program of another country, for exactly what is open of one of them.
    let rows = "payment_id;date;unit_id;amount;currency\np1;2026-07-10;u05;1000.00;USD\n";
    let means = preview(&july.client, rows).await;
    assert!(means["items"][0]["of"]["en"].as_str().unwrap().starts_with("expansion of"), "{means}");
    assert_eq!(means["payable"], json!(["60.00 USD"]), "{means}");
    assert_eq!(post(&july.client, "events", rows).await.status, 200);
    july.calculate().await;
    assert_eq!(july.client.get(WAITING).await.json()["total"], 1);
    let wrong = format!("{HEADER}p2,2026-07-10,u04,500.00,USD,new 999999 2026-06-01\n");
    assert_eq!(preview(&july.client, &wrong).await["refused"][0]["column"], "of");
    company.proved().await;
}
