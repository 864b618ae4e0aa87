//! The table: every operation, who may do it, and a request that does it.
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};
use tandem_testkit::{Call, House, Person, acme};

/// Who may do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Also without signing in; tested with sessions.
    Anybody,
    /// Everybody who is signed in; a token for reading only reads.
    SignedIn,
    /// People, not programs.
    InPerson,
    /// These roles.
    Roles(&'static [&'static str]),
    /// These roles, and tokens only if they may write.
    Importers(&'static [&'static str]),
    /// Those who see the customer.
    Sight(Of),
}

/// What the id in the address is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Customer,
    Unit,
}

/// An operation.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub method: &'static str,
    pub path: &'static str,
    pub who: Who,
    /// The status where it is allowed.
    pub done: u16,
}

const fn row(method: &'static str, path: &'static str, who: Who, done: u16) -> Row {
    Row { method, path, who, done }
}

const ADMIN: Who = Who::Roles(&["admin"]);
const LEADS: Who = Who::Roles(&["admin", "operations"]);
const IMPORTS: Who = Who::Importers(&["admin", "operations"]);
const SELLERS: Who = Who::Roles(&["manager", "hunter", "account_manager"]);
const CUSTOMER: Who = Who::Sight(Of::Customer);

/// Every operation of the document. 404 and 409 stand where what is asked for is allowed, but there is no such token or view, or the import
/// is in another state.
pub const ROWS: &[Row] = &[
    row("POST", "/api/v1/session", Who::Anybody, 200),
    row("DELETE", "/api/v1/session", Who::Anybody, 204),
    row("GET", "/api/v1/me", Who::SignedIn, 200),
    row("PATCH", "/api/v1/me", Who::SignedIn, 204),
    row("GET", "/api/v1/users", ADMIN, 200),
    row("POST", "/api/v1/users", ADMIN, 201),
    row("PATCH", "/api/v1/users/{id}", ADMIN, 204),
    row("GET", "/api/v1/tokens", Who::SignedIn, 200),
    row("POST", "/api/v1/tokens", Who::InPerson, 201),
    row("DELETE", "/api/v1/tokens/{id}", Who::InPerson, 404),
    row("GET", "/api/v1/customers", Who::SignedIn, 200),
    row("GET", "/api/v1/customers.csv", Who::SignedIn, 200),
    row("GET", "/api/v1/customers.xlsx", Who::SignedIn, 200),
    row("GET", "/api/v1/customers/facets", Who::SignedIn, 200),
    row("GET", "/api/v1/customers/{id}", CUSTOMER, 200),
    row("GET", "/api/v1/customers/{id}/activities", CUSTOMER, 200),
    row("GET", "/api/v1/customers/{id}/notes", CUSTOMER, 200),
    row("GET", "/api/v1/units/{id}/owner", Who::Sight(Of::Unit), 200),
    row("GET", "/api/v1/sellers", Who::SignedIn, 200),
    row("GET", "/api/v1/views", Who::SignedIn, 200),
    row("POST", "/api/v1/views", Who::SignedIn, 201),
    row("DELETE", "/api/v1/views/{id}", Who::SignedIn, 404),
    row("GET", "/api/v1/imports", IMPORTS, 200),
    row("POST", "/api/v1/imports", IMPORTS, 201),
    row("GET", "/api/v1/imports/fields", Who::SignedIn, 200),
    row("GET", "/api/v1/imports/{id}", IMPORTS, 200),
    row("GET", "/api/v1/imports/{id}/problems", IMPORTS, 200),
    row("PUT", "/api/v1/imports/{id}/mapping", IMPORTS, 409),
    row("POST", "/api/v1/imports/{id}/check", IMPORTS, 409),
    row("POST", "/api/v1/imports/{id}/run", IMPORTS, 409),
    row("POST", "/api/v1/imports/{id}/cancel", IMPORTS, 409),
    row("POST", "/api/v1/imports/{id}/undo", IMPORTS, 409),
    row("GET", "/api/v1/arr", Who::SignedIn, 200),
    row("GET", "/api/v1/time", Who::SignedIn, 200),
    row("GET", "/api/v1/time/rules", Who::SignedIn, 200),
    row("PUT", "/api/v1/time/rules", LEADS, 204),
    row("GET", "/api/v1/time/reports", Who::SignedIn, 200),
    row("POST", "/api/v1/time/reports", SELLERS, 204),
    row("GET", "/api/v1/overview", Who::SignedIn, 200),
    row("GET", "/api/v1/diagnosis", Who::SignedIn, 200),
    row("GET", "/api/v1/settings", Who::SignedIn, 200),
    row("PUT", "/api/v1/settings", LEADS, 204),
    row("GET", "/api/v1/rates", Who::SignedIn, 200),
    row("PUT", "/api/v1/rates", LEADS, 204),
];

/// What the requests are about.
pub struct Subjects {
    customers: Vec<(i64, acme::Customer)>,
    units: Vec<(i64, acme::Customer)>,
    import_done: i64,
    import_waiting: i64,
    viewer: i64,
}

const UNITS: [(&str, &str); 12] = [
    ("u01", "c01"),
    ("u02", "c01"),
    ("u03", "c02"),
    ("u04", "c03"),
    ("u05", "c04"),
    ("u06", "c05"),
    ("u07", "c06"),
    ("u08", "c07"),
    ("u09", "c08"),
    ("u10", "c09"),
    ("u11", "c10"),
    ("u12", "c11"),
];

impl Subjects {
    pub async fn new(house: &House) -> Self {
        let (mut customers, mut units) = (Vec::new(), Vec::new());
        for customer in acme::CUSTOMERS {
            customers.push((house.id("customer", customer.id).await, customer));
        }
        for (unit, customer) in UNITS {
            let customer = acme::CUSTOMERS.into_iter().find(|known| known.id == customer).unwrap();
            units.push((house.id("unit", unit).await, customer));
        }
        let operations = house.sign_in(Person::Operations).await;
        let upload =
            Call::new("POST", "/api/v1/imports").upload("customers.csv", "customer_id,name\nx1,Extra\n");
        let uploaded = operations.send(upload).await;
        assert_eq!(uploaded.status, 201, "{}", uploaded.text());
        Self {
            customers,
            units,
            import_done: 1,
            import_waiting: uploaded.json()["id"].as_str().unwrap().parse().unwrap(),
            viewer: house.user(Person::Viewer).await,
        }
    }

    /// The ids to try, and whether the person sees what they are of.
    pub fn targets(&self, row: &Row, person: Person) -> Vec<(i64, bool)> {
        let seen = |(id, customer): &(i64, acme::Customer)| (*id, person.sees(customer));
        match row.who {
            Who::Sight(Of::Customer) => self.customers.iter().map(seen).collect(),
            Who::Sight(Of::Unit) => self.units.iter().map(seen).collect(),
            _ => vec![(self.first(row), true)],
        }
    }

    /// The id to try where it does not matter whose.
    pub fn first(&self, row: &Row) -> i64 {
        match row.path {
            path if path.contains("/users/") => self.viewer,
            path if path.ends_with("/undo") => self.import_waiting,
            path if path.contains("/imports/") => self.import_done,
            path if path.contains("/tokens/") || path.contains("/views/") => 987_654,
            _ => self.customers[0].0,
        }
    }
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Row {
    /// A request that does it.
    pub fn call(&self, subjects: &Subjects, id: i64) -> Call {
        let mut path = self.path.replace("{id}", &id.to_string());
        path += match (self.method, self.path) {
            ("GET", "/api/v1/views") => "?page=customers",
            ("GET", "/api/v1/time/reports") => "?week=2026-06-15",
            _ => "",
        };
        let call = Call::new(self.method, &path);
        if (self.method, self.path) == ("POST", "/api/v1/imports") {
            return call.upload("customers.csv", "customer_id,name\nx1,Extra\n");
        }
        match self.json(subjects) {
            Some(body) => call.json(&body),
            None => call,
        }
    }

    /// The same with another body.
    pub fn call_with(&self, subjects: &Subjects, body: &Value) -> Call {
        self.call(subjects, subjects.first(self)).json(body)
    }

    /// The body, where it has one of JSON.
    pub fn json(&self, _subjects: &Subjects) -> Option<Value> {
        let fresh = || NEXT.fetch_add(1, Ordering::Relaxed);
        Some(match (self.method, self.path) {
            ("POST", "/api/v1/session") => json!({"email": "nobody@acme.example", "password": "guessed"}),
            ("PATCH", "/api/v1/me") => json!({"locale": "en"}),
            ("POST", "/api/v1/users") => json!({
                "email": format!("new{}@acme.example", fresh()), "name": "New", "password": "a long enough one", "role": "viewer",
            }),
            ("PATCH", "/api/v1/users/{id}") => json!({"name": "Viewer"}),
            ("POST", "/api/v1/tokens") => json!({"name": "a program", "scopes": ["read"], "days": 7}),
            ("POST", "/api/v1/views") => {
                json!({"page": "customers", "name": format!("view {}", fresh()), "query": "q=a", "shared": false})
            }
            ("PUT", "/api/v1/imports/{id}/mapping") => json!({"source": "tandem", "files": []}),
            ("PUT", "/api/v1/time/rules") => {
                json!({"rules": [], "usual_minutes": {"other": 30}, "developed_from_bp": 8000, "centihours_per_week": 4000})
            }
            ("POST", "/api/v1/time/reports") => {
                json!([{"week": "2026-06-15", "category": "service", "hours": 3.5}])
            }
            ("PUT", "/api/v1/settings") => json!({
                "name": "Acme", "currency": "USD", "derived_term_months": 12, "derived_open_ended": true, "reactivation_counts": false,
            }),
            ("PUT", "/api/v1/rates") => json!([{"currency": "EUR", "date": "2023-01-01", "rate": "1.1"}]),
            _ => return None,
        })
    }
}
