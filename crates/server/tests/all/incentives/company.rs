//! Acme with a plan in force, at any day: its record goes on by imports and handoffs.
use chrono::DateTime;
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;
use std::path::PathBuf;
use tandem_app::incentives::verify;
use tandem_app::{Actor, App, Clock, imports};
use tandem_server::Server;
use tandem_store::Db;
use tandem_testkit::{Answer, Call, Client, House, Kind, PASSWORD, Person};

/// What Acme pays by.
pub const PLAN: &str = "
name: Acme pay
version: 1
effective: 2026-05-01
currency: USD
components:
  - {id: new-business, name: New business, roles: [hunter], on: [new, reactivation], rate: 10 %, claw_back: {within_months: 12, part: remaining}, contract_months: 36}
  - {id: expansion, name: Expansion, roles: [hunter, account_manager], on: [expansion], rate: 6 %}
  - {id: renewal, name: Renewal, roles: [account_manager], on: [renewal], rate: 2 %}
transition:
  from: [hunter]
  to: [account_manager]
  components: [expansion]
  shares: [100 %, 75 %, 50 %, 25 %, 0 %]
  held: {part: 50 %, brief_accepted: true, retained_days: 90}
";

pub struct Company {
    pub house: House,
    kind: Kind,
}

/// The program at a day.
pub struct At {
    server: Server,
    pub client: Client,
}

impl Company {
    pub async fn new(kind: Kind) -> Self {
        Self::with(kind, PLAN).await
    }

    pub async fn with(kind: Kind, plan: &str) -> Self {
        let company = Self { house: House::acme(kind).await, kind };
        let (_, approved) = company.approve(plan).await;
        assert_eq!(approved.status, 204, "{}", approved.text());
        company
    }

    /// Writes a plan and has it approved, or not; the path of it comes first.
    pub async fn approve(&self, plan: &str) -> (String, Answer) {
        let admin = self.house.sign_in(Person::Admin).await;
        let made = admin
            .send(Call::new("POST", "/api/v1/incentives/plans").json(&json!({ "document": plan })))
            .await;
        assert_eq!(made.status, 201, "{}", made.text());
        let path = format!("/api/v1/incentives/plans/{}", made.json()["id"].as_str().unwrap());
        let approved = admin.send(Call::new("POST", &format!("{path}/approve"))).await;
        (path, approved)
    }

    /// The program on a day, with operations signed in.
    pub async fn at(&self, day: &str) -> At {
        let now = DateTime::parse_from_rfc3339(&format!("{day}T10:00:00Z")).unwrap();
        let app =
            App::new(self.house.app.db.clone(), Clock::Fixed(now.to_utc()), PathBuf::from("no-sheet-reader"));
        let server = Server { app, ..self.house.server.clone() };
        self.house.user(Person::Operations).await;
        self.house.user(Person::Hunter).await;
        self.house.user(Person::Keeper).await;
        let client = sign_in(&server, Person::Operations).await;
        At { server, client }
    }

    /// Takes rows of subscriptions into the record.
    pub async fn import(&self, subscriptions: &str) {
        let folder = self.house.folder().join(format!("more{}", subscriptions.len()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("subscriptions.csv"), subscriptions).unwrap();
        let request = imports::Request { paths: vec![folder], ..imports::Request::default() };
        let report = imports::run(&self.house.app, &Actor::operator(), request).await.unwrap();
        assert_eq!(report.problems, Vec::new());
    }

    /// Hands a unit of Mina's over; returns the handoff.
    pub async fn hand_over(&self, unit: &str, receiver: &str, on: &str) -> String {
        let (hunter, manager) =
            (self.house.sign_in(Person::Hunter).await, self.house.sign_in(Person::Manager).await);
        let (unit, receiver) = (self.house.id("unit", unit).await, self.house.id("seller", receiver).await);
        let body = json!({"receiver": receiver.to_string(), "reason": "Half of the potential is sold."});
        let made =
            hunter.send(Call::new("POST", &format!("/api/v1/units/{unit}/handoffs")).json(&body)).await;
        assert_eq!(made.status, 201, "{}", made.text());
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let dates = json!({"introduction": "2026-06-22", "transfer": on});
        let act = |act: Value| {
            Call::new("POST", &format!("/api/v1/handoffs/{id}/acts")).json(&json!({ "act": act }))
        };
        for step in [
            json!({"act": "accept"}),
            json!({"act": "prepare", "playbook": "small", "version": "1", "dates": dates}),
        ] {
            let done = manager.send(act(step)).await;
            assert_eq!(done.status, 200, "{}", done.text());
        }
        let shown = manager.get(&format!("/api/v1/handoffs/{id}")).await.json();
        for gate in shown["gates"].as_array().unwrap().iter().filter(|gate| gate["standing"] != "met") {
            let over = json!({"act": "override", "gate": gate["gate"], "reason": "They know each other."});
            assert_eq!(manager.send(act(over)).await.status, 200);
        }
        let done = manager.send(act(json!({"act": "transfer", "on": on}))).await;
        assert_eq!(done.status, 200, "{}", done.text());
        id
    }

    /// Takes a unit back that was handed over.
    pub async fn take_back(&self, handoff: &str, on: &str) {
        let manager = self.house.sign_in(Person::Manager).await;
        let act = json!({"act": {"act": "take_back", "on": on, "reason": "It was the wrong unit."}});
        let done =
            manager.send(Call::new("POST", &format!("/api/v1/handoffs/{handoff}/acts")).json(&act)).await;
        assert_eq!(done.status, 200, "{}", done.text());
    }

    /// Nothing is wrong with the ledger.
    pub async fn proved(&self) {
        let checked = verify(&self.house.app, &Actor::operator()).await.unwrap();
        assert_eq!(checked.wrong, Vec::<String>::new());
        assert!(checked.postings > 0 && checked.statements > 0 && checked.periods > 0, "{checked:?}");
    }

    /// Runs a statement past the program.
    pub async fn sql(&self, sql: &str) -> Result<(), sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.kind {
            Kind::Sqlite => {
                let path = format!("sqlite:{}", self.house.address());
                let mut one = <sqlx::SqliteConnection as sqlx::Connection>::connect(&path).await?;
                sqlx::raw_sql(sql).execute(&mut one).await.map(|_| ())
            }
            Kind::Postgres => {
                let Db::Postgres(pool) = &self.house.app.db else { unreachable!("it is of this kind") };
                sqlx::raw_sql(sql).execute(pool).await.map(|_| ())
            }
        }
    }

    /// Takes away what protects the ledger, as somebody with the database in their hands can.
    pub async fn without_triggers(&self) {
        match self.kind {
            Kind::Sqlite => {
                for table in ["event", "input", "run", "posting", "entry", "period"] {
                    for what in ["update", "delete"] {
                        self.sql(&format!("drop trigger incentive_{table}_no_{what}")).await.unwrap();
                    }
                }
            }
            Kind::Postgres => {
                for table in ["event", "input", "run", "posting", "entry", "period"] {
                    self.sql(&format!("alter table incentive_{table} disable trigger user")).await.unwrap();
                }
            }
        }
    }
}

/// An update that changes something in a table.
pub fn update(table: &str) -> String {
    let column = match table {
        "event" => "note",
        "input" => "document",
        "run" => "notes",
        "posting" => "because",
        "entry" => "account",
        _ => "digest",
    };
    format!("update incentive_{table} set {column} = {column}")
}

async fn sign_in(server: &Server, person: Person) -> Client {
    let nobody = Client::new(tandem_server::router(server.clone()));
    let answer = nobody.send(Call::sign_in(&person.email(), PASSWORD)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let cookies = answer.headers.get_all(axum::http::header::SET_COOKIE).iter();
    let pairs: Vec<&str> = cookies.filter_map(|value| value.to_str().ok()?.split(';').next()).collect();
    nobody.with(axum::http::header::COOKIE, &pairs.join("; "))
}

impl At {
    pub async fn sign_in(&self, person: Person) -> Client {
        sign_in(&self.server, person).await
    }

    pub async fn calculate(&self) -> Value {
        let answer = self.client.send(Call::new("POST", "/api/v1/incentives/calculate")).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }

    pub async fn close(&self, period: &str) -> Answer {
        self.client
            .send(Call::new("POST", "/api/v1/incentives/close").json(&json!({ "period": period })))
            .await
    }
}
