//! Whose numbers an answer holds: everything, the team below, or the own book; and parts add up to the whole.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem_testkit::{Call, Client, House, Kind, PASSWORD, Person, on_both};

on_both!(
    everybody_sees_the_numbers_of_their_books,
    splits_add_up_to_the_total,
    a_former_owner_sees_nothing_of_the_past,
    the_company_moves_as_the_files_say,
    a_seller_without_a_book_sees_zero,
    time_is_that_of_the_sellers_below,
    filters_by_owner_stay_in_sight,
);

struct Sight {
    person: Person,
    scope: &'static str,
    sellers: u64,
    /// Of these, those who sell: leading alone is no selling.
    selling: u64,
    customers: u64,
    arr: &'static str,
}

const fn sight(
    person: Person,
    scope: &'static str,
    (sellers, selling): (u64, u64),
    customers: u64,
    arr: &'static str,
) -> Sight {
    Sight { person, scope, sellers, selling, customers, arr }
}

/// From Acme's files by hand: EUR at 1.10, TWD at 0.03125.
const SIGHTS: [Sight; 8] = [
    sight(Person::Admin, "everything", (7, 5), 8, "95025.00"),
    sight(Person::Operations, "everything", (7, 5), 8, "95025.00"),
    sight(Person::Viewer, "everything", (7, 5), 8, "95025.00"),
    sight(Person::Head, "team", (7, 5), 8, "95025.00"),
    sight(Person::Manager, "team", (3, 3), 6, "43150.00"),
    sight(Person::Hunter, "own", (1, 1), 3, "19800.00"),
    sight(Person::Keeper, "own", (1, 1), 4, "23350.00"),
    sight(Person::OtherKeeper, "own", (1, 1), 2, "51875.00"),
];

async fn everybody_sees_the_numbers_of_their_books(kind: Kind) {
    let house = House::acme(kind).await;
    for expected in SIGHTS {
        let client = house.sign_in(expected.person).await;
        let arr = client.get("/api/v1/arr").await.json();
        let last = arr["groups"][0]["months"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            (&arr["scope"], &arr["sellers"], &last["month"], &last["end"]),
            (
                &json!(expected.scope),
                &json!(expected.sellers),
                &json!("2026-06"),
                &json!({"amount": expected.arr, "currency": "USD"})
            ),
            "{:?}",
            expected.person
        );
        let overview = client.get("/api/v1/overview").await.json();
        assert_eq!(
            (&overview["scope"], &overview["sellers"], &overview["customers"], &overview["arr"]["amount"]),
            (
                &json!(expected.scope),
                &json!(expected.selling),
                &json!(expected.customers),
                &json!(expected.arr)
            ),
            "{:?}",
            expected.person
        );
        let whole = expected.scope == "everything";
        let next = overview["next"].as_array().unwrap();
        assert_eq!(
            next.iter().any(|next| next["kind"] == "units_without_owner"),
            whole,
            "{:?}",
            expected.person
        );
    }
}

type Months = BTreeMap<String, BTreeMap<String, i64>>;

fn months(group: &Value) -> Months {
    let cents = |amount: &Value| amount["amount"].as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
    let fields = ["start", "new", "reactivation", "expansion", "contraction", "churn", "end"];
    let of = |month: &Value| {
        let amounts = fields.iter().map(|field| ((*field).to_owned(), cents(&month[*field])));
        (month["month"].as_str().unwrap().to_owned(), amounts.collect())
    };
    group["months"].as_array().unwrap().iter().map(of).collect()
}

async fn total(client: &Client) -> Months {
    months(&client.get("/api/v1/arr?from=2024-01&to=2026-06").await.json()["groups"][0])
}

async fn splits_add_up_to_the_total(kind: Kind) {
    let house = House::acme(kind).await;
    for person in Person::ALL {
        let client = house.sign_in(person).await;
        let total = total(&client).await;
        for (month, b) in &total {
            assert_eq!(
                b["start"] + b["new"] + b["reactivation"] + b["expansion"] - b["contraction"] - b["churn"],
                b["end"],
                "{person:?} {month}"
            );
        }
        for by in ["segment", "seller", "customer"] {
            let answer = client.get(&format!("/api/v1/arr?by={by}&from=2024-01&to=2026-06")).await.json();
            let mut sums: Months = total
                .iter()
                .map(|(month, b)| (month.clone(), b.keys().map(|k| (k.clone(), 0)).collect()))
                .collect();
            for group in answer["groups"].as_array().unwrap() {
                for (month, amounts) in months(group) {
                    for (field, cents) in amounts {
                        *sums.get_mut(&month).unwrap().get_mut(&field).unwrap() += cents;
                    }
                }
            }
            assert_eq!(sums, total, "{person:?} by {by}");
        }
    }
}

async fn a_former_owner_sees_nothing_of_the_past(kind: Kind) {
    let house = House::acme(kind).await;
    // Old Harbour Brewery was Mina's in 2024 and is Jonas's now; so is Borealis Fleet.
    let hunter = total(&house.sign_in(Person::Hunter).await).await;
    assert_eq!(hunter["2024-12"]["end"], 360_000, "Ågren Möbler alone");
    let keeper = total(&house.sign_in(Person::Keeper).await).await;
    assert_eq!(keeper["2024-12"]["end"], 1_200_000 + 240_000 + 150_000 + 880_000);
}

async fn the_company_moves_as_the_files_say(kind: Kind) {
    let house = House::acme(kind).await;
    let total = total(&house.sign_in(Person::Viewer).await).await;
    let moves = |month: &str| -> Vec<(String, i64)> {
        let kinds = ["new", "reactivation", "expansion", "contraction", "churn"];
        let of = kinds.iter().map(|kind| ((*kind).to_owned(), total[month][*kind]));
        of.filter(|(_, cents)| *cents != 0).collect()
    };
    let check = |month: &str, expected: &[(&str, i64)]| {
        let expected: Vec<(String, i64)> =
            expected.iter().map(|(kind, cents)| ((*kind).to_owned(), *cents)).collect();
        assert_eq!(moves(month), expected, "{month}");
    };
    check("2024-01", &[("new", 1_200_000)]);
    check("2024-02", &[("new", 3_750_000)]);
    check("2025-03", &[("new", 600_000)]);
    check("2025-04", &[("churn", 150_000)]);
    check("2025-05", &[("expansion", 120_000)]);
    check("2025-07", &[]);
    check("2025-10", &[("reactivation", 180_000)]);
    check("2025-11", &[("expansion", 937_500)]);
    check("2026-02", &[("churn", 112_500)]);
    check("2026-06", &[("new", 900_000), ("contraction", 165_000)]);
    assert_eq!(total["2024-12"]["end"], 7_080_000);
}

async fn a_seller_without_a_book_sees_zero(kind: Kind) {
    let house = House::acme(kind).await;
    let admin = house.sign_in(Person::Admin).await;
    let new = json!({"email": "new@acme.example", "name": "New", "password": PASSWORD, "role": "hunter"});
    assert_eq!(admin.send(Call::new("POST", "/api/v1/users").json(&new)).await.status, 201);
    let answer = house.nobody().send(Call::sign_in("new@acme.example", PASSWORD)).await;
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    let client = house.nobody().with(axum::http::header::COOKIE, &cookie);
    let overview = client.get("/api/v1/overview").await.json();
    assert_eq!((&overview["scope"], &overview["customers"]), (&json!("own"), &json!(0)));
    assert_eq!(overview["arr"]["amount"], "0.00");
    assert!(!overview["next"].to_string().contains("import_first"), "others have customers");
    assert_eq!(client.get("/api/v1/customers").await.json()["total"], 0);
    assert_eq!(client.get("/api/v1/time").await.json()["people"], json!([]));
    assert_eq!(client.get("/api/v1/sellers").await.json()["items"], json!([]));
}

async fn filters_by_owner_stay_in_sight(kind: Kind) {
    let house = House::acme(kind).await;
    let names = async |person: Person, owner: &str| -> Vec<String> {
        let list = house.sign_in(person).await.get(&format!("/api/v1/customers?owner={owner}")).await.json();
        list["items"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    let (mina, jonas) =
        (house.id("seller", "s3").await.to_string(), house.id("seller", "s4").await.to_string());
    assert_eq!(names(Person::Viewer, &mina).await, ["Borealis Shipping", "Kestrel Robotics", "Ågren Möbler"]);
    assert_eq!(names(Person::Hunter, &jonas).await, ["Borealis Shipping"], "the one that both have units of");
    assert_eq!(names(Person::Viewer, "none").await, ["Lonely Lighthouse"]);
    assert_eq!(names(Person::Hunter, "none").await, Vec::<String>::new());
    let answer = house.sign_in(Person::Viewer).await.get("/api/v1/customers?owner=somebody").await;
    assert_eq!(answer.status, 422);
}

async fn time_is_that_of_the_sellers_below(kind: Kind) {
    let house = House::acme(kind).await;
    let hours = async |person: Person, query: &str| -> (f64, Vec<String>) {
        let answer = house
            .sign_in(person)
            .await
            .get(&format!("/api/v1/time?from=2026-05-04&to=2026-06-15{query}"))
            .await
            .json();
        let people = answer["people"].as_array().unwrap();
        let names = people.iter().filter(|p| p["hours_recorded"].as_f64().unwrap() > 0.0);
        let recorded = answer["coverage"]["hours_recorded"].as_f64().unwrap();
        (recorded, names.map(|p| p["seller"]["name"].as_str().unwrap().to_owned()).collect())
    };
    let all = hours(Person::Viewer, "").await;
    assert_eq!(all.1, ["Bram Okafor", "Jonas Weber", "Mina Sato", "Priya Raman", "林志明"]);
    assert_eq!(hours(Person::Head, "").await, all);
    assert_eq!(hours(Person::Hunter, "").await, (3.0, vec!["Mina Sato".to_owned()]));
    assert_eq!(hours(Person::Manager, "").await.1, ["Bram Okafor", "Jonas Weber", "Mina Sato"]);
    let jonas = house.id("seller", "s4").await;
    assert_eq!(hours(Person::Hunter, &format!("&seller={jonas}")).await.1, Vec::<String>::new());
}
