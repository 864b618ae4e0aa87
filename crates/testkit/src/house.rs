//! The whole program on one database, without a socket: settings, Acme's records, people who sign in.
use crate::client::{Call, Client};
use crate::{Dump, Kind, TestDb, acme, dump};
use axum::Router;
use axum::http::{StatusCode, header};
use chrono::{DateTime, NaiveDate};
use std::path::PathBuf;
use std::sync::Arc;
use tandem_app::settings::{self, Rate};
use tandem_app::users;
use tandem_app::{Actor, App, Clock, imports};
use tandem_server::Server;
use tandem_store::users::UserRow;

/// What all tests take for today.
pub const TODAY: &str = "2026-06-15";

/// [`TODAY`] as a day.
pub fn today() -> NaiveDate {
    TODAY.parse().expect("it is a day")
}

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery";

/// Its hash, with as little work as argon2 knows: tests sign in hundreds of times, and how hashes are made is tested where it is done.
const PASSWORD_HASH: &str =
    "$argon2id$v=19$m=8,t=1,p=1$b2YtdGhlLXRlc3RzLW9ubHk$suHf20giL/Fd6CIjFRgR/4nnHV6r+RQi0f6Q+3zV+aA";

/// Who signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person {
    /// Runs the program.
    Admin,
    /// Imports.
    Operations,
    /// Reads.
    Viewer,
    /// Leads everybody (Rosa).
    Head,
    /// Leads North (Bram).
    Manager,
    /// Hunts in North (Mina).
    Hunter,
    /// Keeps customers in North (Jonas).
    Keeper,
    /// Keeps customers in Taipei (林志明).
    OtherKeeper,
}

impl Person {
    /// Everybody.
    pub const ALL: [Self; 8] = [
        Self::Admin,
        Self::Operations,
        Self::Viewer,
        Self::Head,
        Self::Manager,
        Self::Hunter,
        Self::Keeper,
        Self::OtherKeeper,
    ];

    /// The role's word.
    pub fn role(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Operations => "operations",
            Self::Viewer => "viewer",
            Self::Head | Self::Manager => "manager",
            Self::Hunter => "hunter",
            Self::Keeper | Self::OtherKeeper => "account_manager",
        }
    }

    /// The seller in Acme's files.
    pub fn seller(self) -> Option<&'static str> {
        match self {
            Self::Admin | Self::Operations | Self::Viewer => None,
            Self::Head => Some("s1"),
            Self::Manager => Some("s2"),
            Self::Hunter => Some("s3"),
            Self::Keeper => Some("s4"),
            Self::OtherKeeper => Some("s6"),
        }
    }

    /// The sellers whose books this person sees; absent: everybody's.
    pub fn books(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Admin | Self::Operations | Self::Viewer => None,
            Self::Head => Some(&["s1", "s2", "s3", "s4", "s5", "s6", "s7"]),
            Self::Manager => Some(&["s2", "s3", "s4"]),
            Self::Hunter => Some(&["s3"]),
            Self::Keeper => Some(&["s4"]),
            Self::OtherKeeper => Some(&["s6"]),
        }
    }

    /// Whether this person sees the customer.
    pub fn sees(self, customer: &acme::Customer) -> bool {
        self.books().is_none_or(|books| customer.owners.iter().any(|owner| books.contains(owner)))
    }

    /// The address to sign in with.
    pub fn email(self) -> String {
        format!("{self:?}@acme.example").to_lowercase()
    }
}

/// The program on one database.
pub struct House {
    /// Its insides.
    pub app: App,
    /// Its doors.
    pub router: Router,
    /// What the doors stand on.
    pub server: Server,
    // Last, so that the pool is gone before the database is.
    database: TestDb,
}

impl House {
    /// Without any records.
    pub async fn empty(kind: Kind) -> Self {
        let database = TestDb::new(kind).await;
        let db = database.open().await;
        let now = DateTime::parse_from_rfc3339(&format!("{TODAY}T10:00:00Z")).expect("it is an instant");
        let app = App::new(db, Clock::Fixed(now.to_utc()), PathBuf::from("no-sheet-reader"));
        let uploads = database.folder().join("uploads");
        std::fs::create_dir_all(&uploads).expect("the folder can be made");
        let server = Server { app: app.clone(), uploads: Arc::new(uploads), metrics: None };
        Self { app, router: tandem_server::router(server.clone()), server, database }
    }

    /// With Acme's records, imported by the program itself, and rates of euro and Taiwan dollar.
    pub async fn acme(kind: Kind) -> Self {
        let house = Self::empty(kind).await;
        let day = |text: &str| text.parse().expect("it is a day");
        let rates = vec![
            Rate { currency: "EUR".to_owned(), date: day("2023-01-01"), rate_e9: 1_100_000_000 },
            Rate { currency: "TWD".to_owned(), date: day("2023-01-01"), rate_e9: 31_250_000 },
        ];
        settings::put_rates(&house.app, &Actor::operator(), rates).await.expect("rates are kept");
        house.import_acme().await;
        house
    }

    /// Imports Acme's files; returns the number of the import.
    pub async fn import_acme(&self) -> i64 {
        let folder = self.folder().join("acme");
        acme::write_to(&folder);
        let request = imports::Request { paths: vec![folder], ..imports::Request::default() };
        let report =
            imports::run(&self.app, &Actor::operator(), request).await.expect("Acme can be imported");
        assert_eq!(report.problems, Vec::new(), "Acme's files are in order");
        report.import.expect("a run has a number")
    }

    /// A folder of this test.
    pub fn folder(&self) -> &std::path::Path {
        self.database.folder()
    }

    /// What `Db::open` takes to open the same database again.
    pub fn address(&self) -> &str {
        &self.database.address
    }

    /// Everything that the database holds.
    pub async fn dump(&self) -> Dump {
        dump(&self.app.db).await
    }

    /// The program's own number of a record of Acme's files.
    pub async fn id(&self, table: &str, external: &str) -> i64 {
        let sql = format!("select id from {table} where external_id = $1");
        match &self.app.db {
            tandem_store::Db::Sqlite(pool, _) => {
                sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(external).fetch_one(pool).await
            }
            tandem_store::Db::Postgres(pool) => {
                sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(external).fetch_one(pool).await
            }
        }
        .expect("Acme has it")
    }

    /// Makes the person's user, if it is not there yet, and returns its id.
    pub async fn user(&self, person: Person) -> i64 {
        let operator = Actor::operator();
        let known = users::list(&self.app, &operator).await.expect("users are listed");
        if let Some(user) = known.iter().find(|user| user.email == person.email()) {
            return user.id.parse().expect("an id");
        }
        let seller_id = match person.seller() {
            Some(external) => Some(self.id("seller", external).await),
            None => None,
        };
        let row = UserRow {
            id: 0,
            email: person.email(),
            name: format!("{person:?}"),
            password_hash: PASSWORD_HASH.to_owned(),
            role: person.role().to_owned(),
            seller_id,
            locale: "en".to_owned(),
            active: true,
            created_us: self.app.clock.now_us(),
        };
        let made =
            self.app.db.write(move |tx| Box::pin(async move { tandem_store::users::create(tx, &row).await }));
        made.await.expect("the user can be made")
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// Signs a person in through the door that browsers take.
    pub async fn sign_in(&self, person: Person) -> Client {
        self.sign_in_at(self.nobody(), person).await
    }

    /// The same at another program, such as one that was restarted.
    pub async fn sign_in_at(&self, nobody: Client, person: Person) -> Client {
        self.user(person).await;
        let answer = nobody.send(Call::sign_in(&person.email(), PASSWORD)).await;
        assert_eq!(answer.status, StatusCode::OK, "{person:?} signs in: {}", answer.text());
        let cookies = answer.headers.get_all(header::SET_COOKIE).iter();
        let pairs: Vec<&str> = cookies.filter_map(|value| value.to_str().ok()?.split(';').next()).collect();
        nobody.with(header::COOKIE, &pairs.join("; "))
    }

    /// A program with a token of the person.
    pub async fn token(&self, person: Person, scopes: &str) -> Client {
        let signed_in = self.sign_in(person).await;
        let scopes: Vec<&str> = scopes.split(' ').collect();
        let body = serde_json::json!({ "name": "a program", "scopes": scopes });
        let made = signed_in.send(Call::new("POST", "/api/v1/tokens").json(&body)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let key = made.json()["key"].as_str().expect("a key").to_owned();
        self.nobody().with(header::AUTHORIZATION, &format!("Bearer {key}"))
    }
}

/// The program started again on the same database, at another time.
impl House {
    /// The doors of the program as it would be after a restart at `now` (RFC 3339).
    pub async fn restarted(&self, now: &str) -> Client {
        let app = self.another_node(now).await;
        Client::new(tandem_server::router(Server { app, ..self.server.clone() }))
    }

    /// The insides of another node on the same database at `now` (RFC 3339).
    pub async fn another_node(&self, now: &str) -> App {
        let now = DateTime::parse_from_rfc3339(now).expect("it is an instant");
        App::new(self.database.open().await, Clock::Fixed(now.to_utc()), PathBuf::from("no-sheet-reader"))
    }
}
