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
    /// These roles, where they see the customer.
    RolesWithSight(&'static [&'static str], Of),
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
const TRIES: Who = Who::Roles(&["admin", "operations", "manager", "viewer"]);
const DESIGNS: Who = Who::Roles(&["admin", "operations", "manager"]);
const WORKS: Who = Who::Roles(&["admin", "operations", "manager", "hunter", "account_manager"]);
const DECIDES: Who = Who::RolesWithSight(&["admin", "operations", "manager"], Of::Unit);
const ATTACHES: Who =
    Who::RolesWithSight(&["admin", "operations", "manager", "hunter", "account_manager"], Of::Customer);
const STATES: Who =
    Who::RolesWithSight(&["admin", "operations", "manager", "hunter", "account_manager"], Of::Unit);

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
    row("GET", "/api/v1/customers/{id}/attachments", CUSTOMER, 200),
    row("POST", "/api/v1/customers/{id}/attachments", ATTACHES, 201),
    row("GET", "/api/v1/attachments/{id}", Who::SignedIn, 404),
    row("DELETE", "/api/v1/attachments/{id}", WORKS, 404),
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
    row("GET", "/api/v1/incentives", Who::SignedIn, 200),
    row("GET", "/api/v1/incentives/plans", Who::SignedIn, 200),
    row("POST", "/api/v1/incentives/plans", LEADS, 201),
    row("PUT", "/api/v1/incentives/plans/{id}", LEADS, 404),
    row("DELETE", "/api/v1/incentives/plans/{id}", LEADS, 404),
    row("POST", "/api/v1/incentives/plans/{id}/approve", ADMIN, 404),
    row("POST", "/api/v1/incentives/plans/check", Who::SignedIn, 200),
    row("POST", "/api/v1/incentives/plans/try", LEADS, 200),
    row("POST", "/api/v1/incentives/calculate", LEADS, 409),
    row("POST", "/api/v1/incentives/close", LEADS, 409),
    row("GET", "/api/v1/incentives/statement", Who::SignedIn, 409),
    row("GET", "/api/v1/incentives/statement.csv", Who::SignedIn, 409),
    row("GET", "/api/v1/incentives/statement.xlsx", Who::SignedIn, 409),
    row("GET", "/api/v1/incentives/team", Who::SignedIn, 200),
    row("POST", "/api/v1/incentives/events", LEADS, 409),
    row("POST", "/api/v1/incentives/events/preview", LEADS, 409),
    row("GET", "/api/v1/incentives/payments", LEADS, 200),
    row("GET", "/api/v1/incentives/questions", Who::SignedIn, 200),
    row("POST", "/api/v1/incentives/questions", WORKS, 404),
    row("POST", "/api/v1/incentives/questions/{id}/acts", WORKS, 404),
    row("GET", "/api/v1/incentives/amortisation.csv", LEADS, 200),
    row("GET", "/api/v1/interventions", TRIES, 200),
    row("GET", "/api/v1/interventions/choices", TRIES, 200),
    row("POST", "/api/v1/interventions/pilot", TRIES, 200),
    row("POST", "/api/v1/interventions/draw", DESIGNS, 422),
    row("POST", "/api/v1/interventions", DESIGNS, 422),
    row("GET", "/api/v1/interventions/{id}", TRIES, 404),
    row("PUT", "/api/v1/interventions/{id}", DESIGNS, 404),
    row("POST", "/api/v1/interventions/{id}/acts", DESIGNS, 404),
    row("GET", "/api/v1/scorecard", TRIES, 200),
    row("PUT", "/api/v1/scorecard/promise", LEADS, 404),
    row("GET", "/api/v1/designs", TRIES, 200),
    row("GET", "/api/v1/designs/parameters", Who::SignedIn, 200),
    row("GET", "/api/v1/designs/calibration", TRIES, 200),
    row("POST", "/api/v1/designs/check", Who::SignedIn, 200),
    row("POST", "/api/v1/designs/try", TRIES, 200),
    row("POST", "/api/v1/designs/scenarios", DESIGNS, 201),
    row("PUT", "/api/v1/designs/scenarios/{id}", DESIGNS, 404),
    row("DELETE", "/api/v1/designs/scenarios/{id}", DESIGNS, 404),
    row("POST", "/api/v1/designs/studies", DESIGNS, 404),
    row("GET", "/api/v1/designs/studies/{id}", TRIES, 404),
    row("POST", "/api/v1/designs/studies/{id}/cancel", DESIGNS, 404),
    row("POST", "/api/v1/designs/plans", LEADS, 404),
    row("POST", "/api/v1/designs/plans/{id}/withdraw", LEADS, 404),
    row("GET", "/api/v1/alignments", TRIES, 200),
    row("POST", "/api/v1/alignments", LEADS, 201),
    row("GET", "/api/v1/alignments/{id}", TRIES, 404),
    row("PATCH", "/api/v1/alignments/{id}", LEADS, 404),
    row("DELETE", "/api/v1/alignments/{id}", LEADS, 404),
    row("POST", "/api/v1/alignments/{id}/solve", LEADS, 404),
    row("POST", "/api/v1/alignments/{id}/cancel", LEADS, 404),
    row("GET", "/api/v1/alignments/{id}/proposals/{key}", TRIES, 404),
    row("POST", "/api/v1/alignments/{id}/proposals/{key}/acts", LEADS, 404),
    row("POST", "/api/v1/alignments/{id}/challenges", DESIGNS, 404),
    row("POST", "/api/v1/alignments/{id}/challenges/{challenge}", LEADS, 404),
    row("GET", "/api/v1/alignments/{id}/proposals/{key}/adoption", LEADS, 404),
    row("POST", "/api/v1/alignments/{id}/adopt", LEADS, 404),
    row("POST", "/api/v1/alignments/{id}/undo", LEADS, 404),
    row("GET", "/api/v1/alignments/{id}/drift", TRIES, 404),
    row("GET", "/api/v1/rules", Who::SignedIn, 200),
    row("POST", "/api/v1/rules", LEADS, 201),
    row("DELETE", "/api/v1/rules/{id}", LEADS, 404),
    row("GET", "/api/v1/rules/facts", Who::SignedIn, 200),
    row("POST", "/api/v1/rules/facts", LEADS, 200),
    row("POST", "/api/v1/rules/check", Who::SignedIn, 200),
    row("POST", "/api/v1/rules/try", TRIES, 200),
    row("POST", "/api/v1/rules/history", TRIES, 200),
    row("GET", "/api/v1/rules/gray-cases", TRIES, 200),
    row("GET", "/api/v1/rules/exceptions", Who::SignedIn, 200),
    row("DELETE", "/api/v1/rules/exceptions/{id}", Who::Roles(&["admin", "operations", "manager"]), 404),
    row("GET", "/api/v1/units/{id}/decision", Who::Sight(Of::Unit), 200),
    row("POST", "/api/v1/units/{id}/facts", STATES, 204),
    row("POST", "/api/v1/units/{id}/exceptions", DECIDES, 201),
    row("GET", "/api/v1/handoffs", Who::SignedIn, 200),
    row("GET", "/api/v1/handoffs/my-work", Who::SignedIn, 200),
    row("GET", "/api/v1/handoffs/late-steps", Who::SignedIn, 200),
    row("GET", "/api/v1/playbooks", Who::SignedIn, 200),
    row("POST", "/api/v1/units/{id}/handoffs", STATES, 422),
    row("GET", "/api/v1/handoffs/{id}", Who::SignedIn, 404),
    row("POST", "/api/v1/handoffs/{id}/acts", WORKS, 404),
    row("POST", "/api/v1/handoffs/{id}/steps/{step}", WORKS, 404),
    row("POST", "/api/v1/handoffs/{id}/brief", WORKS, 404),
    row("POST", "/api/v1/handoffs/{id}/evidence", WORKS, 404),
    row("GET", "/api/v1/settings/work-calendar", Who::SignedIn, 200),
    row("PUT", "/api/v1/settings/work-calendar", LEADS, 204),
    row("GET", "/api/v1/notices", Who::SignedIn, 200),
    row("POST", "/api/v1/notices/read", Who::SignedIn, 204),
    row("GET", "/api/v1/handoffs/mass", DESIGNS, 200),
    row("POST", "/api/v1/handoffs/mass/preview", DESIGNS, 404),
    row("POST", "/api/v1/handoffs/mass", DESIGNS, 404),
    row("GET", "/api/v1/handoffs/mass/{id}", DESIGNS, 404),
    row("POST", "/api/v1/handoffs/mass/{id}/cancel", DESIGNS, 404),
    row("POST", "/api/v1/handoffs/mass/{id}/undo", DESIGNS, 404),
    row("GET", "/api/v1/handoffs/report", Who::SignedIn, 200),
    row("GET", "/api/v1/handoffs/{id}/afterwards", Who::SignedIn, 404),
    row("POST", "/api/v1/handoffs/{id}/checks", WORKS, 404),
    row("PUT", "/api/v1/handoffs/{id}/verdict", WORKS, 404),
    row("GET", "/api/v1/handoffs/{id}/customer-pages", Who::SignedIn, 404),
    row("POST", "/api/v1/handoffs/{id}/customer-pages", WORKS, 404),
    row("DELETE", "/api/v1/handoffs/{id}/customer-pages/{page}", WORKS, 404),
    row("GET", "/api/v1/welcome/{key}", Who::Anybody, 404),
    row("POST", "/api/v1/welcome/{key}/answers", Who::Anybody, 404),
    row("GET", "/api/v1/welcome/{key}/introduction.ics", Who::Anybody, 404),
    row("GET", "/api/v1/units/{id}/receivers", Who::Sight(Of::Unit), 200),
    row("GET", "/api/v1/commitments", Who::SignedIn, 200),
    row("GET", "/api/v1/units/{id}/commitments", Who::Sight(Of::Unit), 200),
    row("POST", "/api/v1/units/{id}/commitments", STATES, 422),
    row("POST", "/api/v1/commitments/{id}/acts", WORKS, 404),
    row("GET", "/api/v1/customers/{id}/stakeholders", CUSTOMER, 200),
    row("PUT", "/api/v1/contacts/{id}/stakeholder", WORKS, 422),
    row("GET", "/api/v1/readiness", Who::SignedIn, 200),
    row("POST", "/api/v1/sellers/{id}/readiness", Who::Roles(&["admin", "operations", "manager"]), 422),
    row("GET", "/api/v1/staffing/questionnaire", Who::SignedIn, 200),
    row("GET", "/api/v1/staffing/competencies", Who::SignedIn, 200),
    row("GET", "/api/v1/staffing/me", Who::SignedIn, 200),
    row("PUT", "/api/v1/staffing/me/answers", SELLERS, 204),
    row("DELETE", "/api/v1/staffing/me/answers", SELLERS, 204),
    row("PUT", "/api/v1/staffing/me/wishes", SELLERS, 204),
    row("GET", "/api/v1/staffing/people/{id}", Who::SignedIn, 404),
    row("POST", "/api/v1/staffing/people/{id}/assessments", WORKS, 404),
    row("POST", "/api/v1/staffing/people/{id}/learning", WORKS, 404),
    row("POST", "/api/v1/staffing/learning/{id}/acts", WORKS, 404),
    row("GET", "/api/v1/staffing/team", Who::SignedIn, 200),
    row("GET", "/api/v1/staffing/proposals", Who::SignedIn, 200),
    row("POST", "/api/v1/staffing/proposals", Who::Roles(&["admin", "operations", "manager"]), 422),
    row("GET", "/api/v1/staffing/proposals/{id}", Who::SignedIn, 404),
    row("PUT", "/api/v1/staffing/proposals/{id}", Who::Roles(&["admin", "operations", "manager"]), 404),
    row(
        "POST",
        "/api/v1/staffing/proposals/{id}/adoption",
        Who::Roles(&["admin", "operations", "manager"]),
        404,
    ),
    row("GET", "/api/v1/staffing/proposals/{id}/alternatives", Who::SignedIn, 404),
    row("GET", "/api/v1/staffing/groups", Who::Roles(&["admin", "operations", "viewer"]), 200),
    row("POST", "/api/v1/staffing/groups", Who::Roles(&["admin", "operations", "viewer"]), 200),
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
            Who::Sight(Of::Customer) | Who::RolesWithSight(_, Of::Customer) => {
                self.customers.iter().map(seen).collect()
            }
            Who::Sight(Of::Unit) | Who::RolesWithSight(_, Of::Unit) => self.units.iter().map(seen).collect(),
            _ => vec![(self.first(row), true)],
        }
    }

    /// The id to try where it does not matter whose.
    pub fn first(&self, row: &Row) -> i64 {
        match row.path {
            path if path.contains("/users/") => self.viewer,
            path if path.contains("/imports/") && path.ends_with("/undo") => self.import_waiting,
            path if path.contains("/imports/") => self.import_done,
            path if path.contains("/incentives/")
                || path.contains("/staffing/")
                || path.contains("/interventions/")
                || path.contains("/alignments/")
                || path.contains("/attachments/")
                || path.contains("/designs/") =>
            {
                987_654
            }
            path if path.contains("/tokens/") || path.contains("/views/") || path.contains("/rules/") => {
                987_654
            }
            path if path.contains("/units/") => self.units[0].0,
            _ => self.customers[0].0,
        }
    }
}

/// A document of rules in this version.
fn rules(version: &str) -> String {
    format!(
        "name: Acme\nversion: \"{version}\"\neffective: 2026-12-01\nrules:\n  - {{id: a, when: arr > 1.0, then: ask}}\n"
    )
}

/// A plan of an intervention for somebody who is not there.
fn intervention() -> Value {
    json!({"name": "Mornings", "kind": "management", "aim": "crowd_out", "start": "2026-07-01", "end": "2026-12-31", "expected": 0.1,
        "people": [{"seller": "987654"}], "compared": []})
}

/// An incentive plan in this version.
fn plan(version: &str) -> String {
    format!(
        "name: Acme\nversion: \"{version}\"\neffective: 2026-05-01\ncurrency: USD\ncomponents:\n  - {{id: a, on: [new], rate: 5 %}}\n"
    )
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Row {
    /// A request that does it.
    pub fn call(&self, subjects: &Subjects, id: i64) -> Call {
        let mut path =
            self.path.replace("{id}", &id.to_string()).replace("{step}", "inform").replace("{page}", "1");
        path = path.replace("{key}", "balanced").replace("{challenge}", "1");
        path += match (self.method, self.path) {
            ("GET", "/api/v1/views") => "?page=customers",
            ("GET", "/api/v1/time/reports") => "?week=2026-06-15",
            ("GET", "/api/v1/staffing/proposals/{id}/alternatives") => "?person=3",
            _ => "",
        };
        if (self.method, self.path) == ("POST", "/api/v1/customers/{id}/attachments") {
            // Another file with every call: of the same one there is one.
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let call = Call::new(self.method, &format!("{path}?name=Terms.txt"));
            return call.bytes("application/octet-stream", format!("Terms {number}").into_bytes());
        }
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
            ("POST", "/api/v1/interventions/pilot") => json!({"outcome": "opportunities", "expected": 1.0}),
            ("POST", "/api/v1/interventions/draw") => {
                json!({"name": "Mornings", "kind": "management", "aim": "crowd_out", "expected": 0.1, "start": "2026-01-01", "months": 6})
            }
            ("POST", "/api/v1/interventions") => intervention(),
            ("PUT", "/api/v1/interventions/{id}") => json!({"version": 1, "plan": intervention()}),
            ("POST", "/api/v1/interventions/{id}/acts") => json!({"version": 1, "step": "start"}),
            ("PUT", "/api/v1/scorecard/promise") => json!({"scenario": "987654", "split": "2026-01-01"}),
            ("POST", "/api/v1/designs/check") => json!({"document": "T: 52"}),
            ("POST", "/api/v1/designs/try") => {
                json!({"plans": [{"name": "tried", "document": "{T: 8, n_acc: [40, 20, 6], n_cust0: [4, 2, 1]}"}]})
            }
            ("POST", "/api/v1/designs/scenarios") => {
                json!({"name": format!("scenario {}", fresh()), "document": "T: 52"})
            }
            ("PUT", "/api/v1/designs/scenarios/{id}") => {
                json!({"version": 1, "name": "changed", "document": "T: 52", "from_book": false})
            }
            ("POST", "/api/v1/designs/plans") => {
                json!({"study": "987654", "place": 0, "name": "Two roles", "from": "2026-07-01"})
            }
            ("POST", "/api/v1/designs/studies") => json!({"kind": "comparison", "scenarios": ["987654"]}),
            ("POST", "/api/v1/alignments") => {
                json!({"name": format!("alignment {}", fresh()), "scope": "all"})
            }
            ("PATCH", "/api/v1/alignments/{id}") => json!({"version": 1, "name": "changed"}),
            ("POST", "/api/v1/alignments/{id}/proposals/{key}/acts") => json!({"version": 1, "acts": []}),
            ("POST", "/api/v1/alignments/{id}/challenges") => {
                json!({"proposal": "balanced", "unit": "1", "reason": "They know each other."})
            }
            ("POST", "/api/v1/alignments/{id}/challenges/{challenge}") => {
                json!({"proposal": "balanced", "version": 1, "accepts": true, "reason": "So."})
            }
            ("POST", "/api/v1/alignments/{id}/adopt") => json!({
                "proposal": "balanced", "proposal_version": 1, "version": 1, "effective": "2026-07-01", "because": "So.",
            }),
            ("POST", "/api/v1/alignments/{id}/undo") => json!({"version": 1, "reason": "So."}),
            ("POST", "/api/v1/rules") => json!({"document": rules(&fresh().to_string())}),
            ("POST", "/api/v1/rules/check" | "/api/v1/rules/try" | "/api/v1/rules/history") => {
                json!({"document": rules("tried")})
            }
            ("POST", "/api/v1/rules/facts") => {
                json!({"lines": r#"{"unit": "u01", "facts": {"health": "green"}}"#})
            }
            ("POST", "/api/v1/incentives/plans") => json!({"document": plan(&fresh().to_string())}),
            ("PUT", "/api/v1/incentives/plans/{id}")
            | ("POST", "/api/v1/incentives/plans/check" | "/api/v1/incentives/plans/try") => {
                json!({"document": plan("tried")})
            }
            ("POST", "/api/v1/incentives/close") => json!({"period": "2026-05"}),
            ("POST", "/api/v1/incentives/events" | "/api/v1/incentives/events/preview") => {
                json!({"rows": "event_id,date,unit_id,movement,amount,currency,credits\n"})
            }
            ("POST", "/api/v1/incentives/questions") => {
                json!({"event": "new 1", "number": 1, "text": "Why?"})
            }
            ("POST", "/api/v1/incentives/questions/{id}/acts") => {
                json!({"act": {"act": "reply", "text": "So."}})
            }
            ("POST", "/api/v1/units/{id}/facts") => json!({"fact": "health", "value": "amber"}),
            ("POST", "/api/v1/units/{id}/exceptions") => {
                json!({"answer": "keep", "reason": "They merge.", "until": "2026-09-01"})
            }
            ("POST", "/api/v1/units/{id}/handoffs") => json!({"reason": " "}),
            ("PUT", "/api/v1/settings/work-calendar") => {
                json!({"country": "TW", "people": {}, "holidays": []})
            }
            ("POST", "/api/v1/notices/read") => json!({"ids": []}),
            ("POST", "/api/v1/handoffs/mass/preview") => json!({"wanted": leaver()}),
            ("POST", "/api/v1/handoffs/mass") => json!({"wanted": leaver(), "seen": "nothing"}),
            ("POST", "/api/v1/handoffs/mass/{id}/undo") => json!({"reason": "The wrong list."}),
            ("POST", "/api/v1/handoffs/{id}/acts") => json!({"act": {"act": "introduce"}}),
            ("POST", "/api/v1/handoffs/{id}/steps/{step}") => {
                json!({"act": {"act": "finish", "proof": {"proof": "confirmation"}}})
            }
            ("POST", "/api/v1/handoffs/{id}/brief") => json!({"act": {"act": "submit"}}),
            ("POST", "/api/v1/handoffs/{id}/evidence") => {
                json!({"said": {"kind": "introduction", "on": "2026-06-01", "live": true}})
            }
            ("POST", "/api/v1/handoffs/{id}/checks") => json!({
                "check": {"at": "day_30", "on": "2026-06-01", "proactive": true, "met": true, "commitments_kept": true, "worries": null},
            }),
            ("PUT", "/api/v1/handoffs/{id}/verdict") => {
                json!({"verdict": {"ratings": {"people": 4}, "judgements": {}, "repeated": null}, "version": 0})
            }
            ("POST", "/api/v1/handoffs/{id}/customer-pages") => json!({"language": "en", "days": 30}),
            ("POST", "/api/v1/welcome/{key}/answers") => json!({
                "moment": "before", "answer": {"in_time": true, "repeated": null, "confidence": 4, "note": null},
            }),
            ("POST", "/api/v1/units/{id}/commitments") => json!({
                "promise": {"what": " ", "to": "The owner", "due": null, "form": "verbal", "place": "At the fair"},
            }),
            ("POST", "/api/v1/commitments/{id}/acts") => {
                json!({"act": {"act": "keep", "on": "2026-06-01", "evidence": "The minutes"}})
            }
            ("PUT", "/api/v1/contacts/{id}/stakeholder") => {
                json!({"roles": ["champion"], "stance": "supporter", "style": "direct", "aim": "x".repeat(501), "version": 0})
            }
            ("POST", "/api/v1/sellers/{id}/readiness") => {
                json!({"role": "account_manager", "ready": true, "reason": " "})
            }
            ("PUT", "/api/v1/staffing/me/answers") => {
                json!({"answers": {"p1": 4}, "language": "en", "consents": true})
            }
            ("PUT", "/api/v1/staffing/me/wishes") => json!({"wishes": {"hunter": "want"}, "note": "So."}),
            ("POST", "/api/v1/staffing/people/{id}/assessments") => {
                json!({"competency": "renew", "source": "self", "level": 3, "on": "2026-06-01", "because": "Led two."})
            }
            ("POST", "/api/v1/staffing/people/{id}/learning") => {
                json!({"competency": "renew", "what": "Two renewals with Jonas.", "until": "2026-08-01"})
            }
            ("POST", "/api/v1/staffing/learning/{id}/acts") => json!({"act": {"act": "reopen"}}),
            ("POST", "/api/v1/staffing/proposals") => json!({"name": " ", "seats": {"hunter": 1}}),
            ("PUT", "/api/v1/staffing/proposals/{id}") => {
                json!({"seats": {"hunter": 1}, "weights": {"fit": 1}, "locks": {}, "version": 1})
            }
            ("POST", "/api/v1/staffing/proposals/{id}/adoption") => {
                json!({"objective": "balanced", "because": "So.", "version": 1})
            }
            ("POST", "/api/v1/staffing/groups") => json!({"groups": {"3": "one", "4": "other"}}),
            ("PUT", "/api/v1/settings") => json!({
                "name": "Acme", "currency": "USD", "derived_term_months": 12, "derived_open_ended": true, "reactivation_counts": false, "customers_max": 60,
            }),
            ("PUT", "/api/v1/rates") => json!([{"currency": "EUR", "date": "2023-01-01", "rate": "1.1"}]),
            _ => return None,
        })
    }
}

/// Somebody whom nobody knows leaves.
fn leaver() -> Value {
    json!({"cause": {"kind": "leaver", "seller": "987654", "gone": "2026-08-01"}, "playbook": "small", "role": "account_manager"})
}
