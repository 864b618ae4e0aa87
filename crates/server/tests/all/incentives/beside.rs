//! Several plans in force beside each other: nobody is in two, everything follows from which plan somebody is in, and a share is the giver's.
use super::company::Company;
use serde_json::{Value, json};
use tandem_testkit::{Call, Kind, Person, on_both};

on_both!(two_plans_pay_two_roles, whoever_would_be_paid_twice_is_named, a_plan_names_people_who_are_there);

const HUNTERS: &str = "
name: Hunters
version: 1
effective: 2026-05-01
for: {roles: [hunter]}
currency: USD
components:
  - {id: new-business, name: New business, on: [new, reactivation], rate: 10 %}
transition:
  to: [account_manager]
  components: [growth]
  shares: [100 %, 75 %, 50 %, 25 %, 0 %]
  held: {part: 50 %, brief_accepted: true, retained_days: 90}
";
const MANAGERS: &str = "
name: Account managers
version: 1
effective: 2026-05-01
for: {roles: [account_manager]}
currency: USD
components:
  - {id: growth, name: Growth, on: [expansion], rate: 6 %}
  - {id: renewal, name: Renewal, on: [renewal], rate: 2 %}
";

async fn two_plans_pay_two_roles(kind: Kind) {
    let company = Company::with(kind, HUNTERS).await;
    let (_, approved) = company.approve(MANAGERS).await;
    assert_eq!(approved.status, 204, "{}", approved.text());
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
    let overview = later.client.get("/api/v1/incentives").await.json();
    assert_eq!(overview["plans"], json!(["Account managers 1", "Hunters 1"]));
    let (hunter, keeper) = (later.sign_in(Person::Hunter).await, later.sign_in(Person::Keeper).await);
    let june = hunter.get("/api/v1/incentives/statement?period=2026-06").await.json();
    assert_eq!(
        (&june["lines"][0]["plan"], &june["lines"][0]["amount"]),
        (&json!("Hunters 1"), &json!("900.00"))
    );
    // The account manager's plan says the rate, the hunter's who keeps what of it.
    let path = "/api/v1/incentives/statement?period=2026-08";
    let (mine, theirs) = (hunter.get(path).await.json(), keeper.get(path).await.json());
    let line = |view: &Value| {
        view["lines"].as_array().unwrap().iter().find(|one| one["shared"] == true).unwrap().clone()
    };
    let (mine, theirs) = (line(&mine), line(&theirs));
    assert_eq!((&mine["amount"], &theirs["amount"]), (&json!("45.00"), &json!("15.00")));
    assert_eq!(
        (&mine["plan"], &mine["component"], &mine["rate"]),
        (&json!("Account managers 1"), &json!("Growth"), &json!("6 %"))
    );
    company.proved().await;
    // A trial is about the people of the plan, and leaves the others alone.
    let document = MANAGERS.replace("rate: 6 %", "rate: 9 %").replace("version: 1", "version: 2");
    let tried = later
        .client
        .send(Call::new("POST", "/api/v1/incentives/plans/try").json(&json!({ "document": document })))
        .await;
    assert_eq!(tried.status, 200, "{}", tried.text());
    let tried = tried.json();
    assert_eq!(tried["against"], "Account managers 1");
    assert!(!tried["mix"].to_string().contains("new-business"), "{tried}");
    // The next version of one of them leaves the other as it is.
    let next = document.replace("effective: 2026-05-01", "effective: 2026-10-01");
    assert_eq!(company.approve(&next).await.1.status, 204);
    let october = company.at("2026-10-05").await;
    assert_eq!(october.close("2026-09").await.status, 200);
    october.calculate().await;
    let overview = october.client.get("/api/v1/incentives").await.json();
    assert_eq!(overview["plans"], json!(["Account managers 2", "Hunters 1"]));
    company.proved().await;
}

async fn whoever_would_be_paid_twice_is_named(kind: Kind) {
    let company = Company::with(kind, HUNTERS).await;
    let mina = company.house.id("seller", "s3").await;
    // Mina hunts, and may keep customers some day: the plan of those who do must leave her out as well.
    let managers = MANAGERS.replace(
        "for: {roles: [account_manager]}",
        &format!("for: {{roles: [account_manager], except: [{mina}]}}"),
    );
    assert_eq!(company.approve(&managers).await.1.status, 204);
    let own = |name: &str, from: &str| {
        HUNTERS
            .replace("name: Hunters", &format!("name: {name}"))
            .replace("roles: [hunter]", &format!("people: [{mina}]"))
            .replace("2026-05-01", from)
    };
    let (_, refused) = company.approve(&own("For Mina", "2027-01-01")).await;
    assert_eq!(refused.status, 409);
    let reason = refused.text();
    assert!(
        reason.contains(
            "`Hunters`, version 1, and `For Mina`, version 1, would both pay Mina Sato from 2027-01-01 on"
        ),
        "{reason}"
    );
    let all = MANAGERS
        .replace("name: Account managers", "name: All")
        .replace("for: {roles: [account_manager]}", "until: 2026-12-31");
    let reason = company.approve(&all).await.1.text();
    let both = "`Account managers`, version 1, and `All`, version 1, would both pay";
    assert!(reason.contains(both) && reason.contains("from 2026-05-01 to 2026-12-31"), "{reason}");
    // The next version of the hunters' plan leaves her out, and cannot be withdrawn while she is in another one.
    let without = HUNTERS
        .replace("roles: [hunter]", &format!("roles: [hunter], except: [{mina}]"))
        .replace("version: 1", "version: 2")
        .replace("2026-05-01", "2027-01-01");
    let (path, approved) = company.approve(&without).await;
    assert_eq!(approved.status, 204, "{}", approved.text());
    let (hers, approved) = company.approve(&own("Mina's", "2027-01-01")).await;
    assert_eq!(approved.status, 204, "{}", approved.text());
    let admin = company.house.sign_in(Person::Admin).await;
    let before = company.house.dump().await;
    let refused = admin.send(Call::new("DELETE", &path)).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("would both pay Mina Sato"), "{}", refused.text());
    assert_eq!(before.differences(&company.house.dump().await), Vec::<String>::new());
    for path in [&hers, &path] {
        assert_eq!(admin.send(Call::new("DELETE", path)).await.status, 204);
    }
    // Euros beside dollars could not be divided between two people.
    let euros = MANAGERS
        .replace("currency: USD", "currency: EUR")
        .replace("name: Account managers", "name: Inside")
        .replace("[account_manager]", "[inside_account_manager]");
    let reason = company.approve(&euros).await.1.text();
    assert!(reason.contains("The company's plans pay in USD"), "{reason}");
}

async fn a_plan_names_people_who_are_there(kind: Kind) {
    let company = Company::with(kind, MANAGERS).await;
    let (admin, mina) = (company.house.sign_in(Person::Admin).await, company.house.id("seller", "s3").await);
    let document =
        |people: &str| HUNTERS.replace("roles: [hunter]", &format!("roles: [hunter], people: [{people}]"));
    let strange = document("Mina Sato");
    let check =
        |text: &str| Call::new("POST", "/api/v1/incentives/plans/check").json(&json!({ "document": text }));
    let checked = admin.send(check(&strange)).await.json();
    let reason = checked["refusals"][0]["reason"].as_str().unwrap();
    assert_eq!(
        reason,
        format!("`for` names `Mina Sato`, who is no id of anybody who sells: did you mean `{mina}`?")
    );
    assert_eq!(company.approve(&strange).await.1.status, 409);
    let checked = admin.send(check(&document(&mina.to_string()))).await.json();
    let said = &checked["sentences"][0]["words"];
    assert_eq!(
        (&said["en"], &said["zh-Hant"]),
        (&json!("It is for hunters among Mina Sato."), &json!("適用於Mina Sato之中的開發業務。"))
    );
    let warned = admin
        .send(check(&HUNTERS.replace("on: [new, reactivation]", "roles: [manager], on: [new]")))
        .await
        .json();
    assert!(warned["warnings"].to_string().contains("nobody gets it"), "{warned}");
}
