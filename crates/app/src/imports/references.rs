//! What the ids and names in rows stand for: looked up in batches, remembered for the run.
use super::people::{Met, People};
use crate::Result;
use std::collections::{BTreeSet, HashMap};
use tandem_core::imports::Problem;
use tandem_core::imports::convert::{BY_EMAIL, BY_NAME};
use tandem_core::imports::records::{ActivityRecord, CustomerRecord, ObjectKind, Record, SellerRecord};
use tandem_core::sellers::{SellerKind, SellerRole};
use tandem_store::Tx;
use tandem_store::imports::{links, rows};

/// The known references of one run.
#[derive(Default)]
pub struct References {
    known: HashMap<(ObjectKind, String), i64>,
    units: HashMap<i64, Only>,
    names_read: BTreeSet<ObjectKind>,
    /// Who is behind an address; read when a row first asks.
    pub people: People,
    people_read: bool,
}

/// The units of a customer, as far as a row without a unit can use them.
#[derive(Clone, Copy)]
enum Only {
    None,
    One(i64),
    Several,
}

impl References {
    /// Looks up everything that a batch refers to. Sellers and customers that are known by name only, and by no id, are returned: they
    /// become records of their own.
    pub async fn prepare(
        &mut self,
        tx: &mut Tx,
        source: i64,
        batch: &[(u64, Record)],
    ) -> Result<Vec<Record>> {
        let mut wanted: BTreeSet<(ObjectKind, &str)> = BTreeSet::new();
        for (_, record) in batch {
            wanted.extend(referred(record).into_iter().filter_map(|(object, id)| Some((object, id?))));
        }
        wanted.retain(|(object, id)| !self.known.contains_key(&(*object, (*id).to_owned())));
        let asks =
            |(_, record): &(u64, Record)| matches!(record, Record::Activity(r) if !r.attendees.is_empty());
        let by_email = |(_, id): &&(ObjectKind, &str)| id.starts_with(BY_EMAIL);
        if !self.people_read && (batch.iter().any(asks) || wanted.iter().any(|one| by_email(&one))) {
            self.people = People::load(tx).await?;
            self.people_read = true;
        }
        for (object, reference) in wanted.iter().filter(by_email) {
            let candidates = reference.strip_prefix(BY_EMAIL).unwrap_or_default();
            if let Some(seller) = self.people.seller(candidates) {
                self.known.insert((*object, (*reference).to_owned()), seller);
            }
        }
        wanted.retain(|(_, id)| !id.starts_with(BY_EMAIL));
        let mut by_name = Vec::new();
        for object in [ObjectKind::Seller, ObjectKind::Customer, ObjectKind::Unit, ObjectKind::Opportunity] {
            let of_object =
                wanted.iter().filter(|(wanted, _)| *wanted == object).map(|(_, id)| (*id).to_owned());
            let (names, ids): (Vec<String>, Vec<String>) = of_object.partition(|id| id.starts_with(BY_NAME));
            self.look_up(tx, source, object, &ids).await?;
            if !names.is_empty() {
                self.look_up(tx, source, object, &names).await?;
                self.read_names(tx, source, object).await?;
                by_name.extend(names.iter().filter_map(|name| self.unknown_name(object, name)));
            }
        }
        Ok(by_name)
    }

    async fn look_up(&mut self, tx: &mut Tx, source: i64, object: ObjectKind, ids: &[String]) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        for (external, (id, _)) in rows::known(tx, object, source, ids).await? {
            self.known.insert((object, external), id);
        }
        Ok(())
    }

    async fn read_names(&mut self, tx: &mut Tx, source: i64, object: ObjectKind) -> Result<()> {
        if !self.names_read.insert(object) {
            return Ok(());
        }
        let names = match object {
            ObjectKind::Seller => links::sellers_by_name(tx, source).await?,
            _ => links::customers_by_name(tx, source).await?,
        };
        for (name, id) in names {
            if let Some(id) = id {
                self.known.entry((object, format!("{BY_NAME}{name}"))).or_insert(id);
            }
        }
        Ok(())
    }

    fn unknown_name(&mut self, object: ObjectKind, reference: &str) -> Option<Record> {
        let name = reference.strip_prefix(BY_NAME)?.trim();
        if let Some(id) = self.known.get(&(object, format!("{BY_NAME}{}", name.to_lowercase()))).copied() {
            self.known.insert((object, reference.to_owned()), id);
            return None;
        }
        if self.known.contains_key(&(object, reference.to_owned())) {
            return None;
        }
        Some(match object {
            ObjectKind::Seller => Record::Seller(seller_named(reference, name)),
            _ => Record::Customer(customer_named(reference, name)),
        })
    }

    /// Remembers a record that was just put in.
    pub fn learn(&mut self, object: ObjectKind, external: &str, id: i64) {
        if matches!(object, ObjectKind::Seller | ObjectKind::Customer | ObjectKind::Unit) {
            self.known.insert((object, external.to_owned()), id);
        }
    }

    /// Forgets what was remembered of opportunities: there may be millions.
    pub fn forget_opportunities(&mut self) {
        self.known.retain(|(object, _), _| *object != ObjectKind::Opportunity);
    }

    /// The id behind a reference.
    pub fn id(&self, object: ObjectKind, external: &str) -> Option<i64> {
        self.known.get(&(object, external.to_owned())).copied()
    }

    /// The id behind a reference that may be absent but not wrong.
    pub fn find(
        &self,
        object: ObjectKind,
        external: Option<&String>,
        column: &str,
    ) -> std::result::Result<Option<i64>, Problem> {
        let Some(external) = external else { return Ok(None) };
        self.id(object, external).map(Some).ok_or_else(|| {
            if let Some(candidates) = external.strip_prefix(BY_EMAIL) {
                let advice = "Import sellers with their addresses first; or give the file its owner's address as its name, such as ann@example.com.ics.";
                return Problem::new(column, candidates, "No seller has this name or address.", advice);
            }
            Problem::new(
                column,
                external.strip_prefix(BY_NAME).unwrap_or(external),
                format!("No record of {object} with this id is known."),
                format!("Import {object} first or in the same run, or correct the id."),
            )
        })
    }

    /// The customer and unit that those who were there belong to.
    pub fn met(&self, activity: &ActivityRecord) -> Option<Met> {
        self.people.customer(&activity.attendees)
    }

    /// Looks up the units of customers, for rows that name none.
    pub async fn prepare_units(&mut self, tx: &mut Tx, customers: impl Iterator<Item = i64>) -> Result<()> {
        let unknown: Vec<i64> = customers
            .filter(|id| !self.units.contains_key(id))
            .collect::<BTreeSet<i64>>()
            .into_iter()
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let found = links::units_of(tx, &unknown).await?;
        for customer in unknown {
            let only = match found.get(&customer).map(Vec::as_slice) {
                None | Some([]) => Only::None,
                Some([unit]) => Only::One(*unit),
                Some(_) => Only::Several,
            };
            self.units.insert(customer, only);
        }
        Ok(())
    }

    /// The only unit of a customer.
    pub fn only_unit(&self, customer: i64) -> Option<i64> {
        match self.units.get(&customer) {
            Some(Only::One(unit)) => Some(*unit),
            _ => None,
        }
    }

    /// Whether a customer has several units, so that a row must name one.
    pub fn has_several_units(&self, customer: i64) -> bool {
        matches!(self.units.get(&customer), Some(Only::Several))
    }
}

/// What a record refers to.
fn referred(record: &Record) -> Vec<(ObjectKind, Option<&str>)> {
    use ObjectKind::{Customer, Opportunity, Seller, Unit};
    match record {
        Record::Seller(_) => Vec::new(),
        Record::Customer(r) => vec![(Seller, r.owner.as_deref())],
        Record::Unit(r) => vec![(Customer, Some(&r.customer))],
        Record::Contact(r) => vec![(Customer, r.customer.as_deref()), (Unit, r.unit.as_deref())],
        Record::Opportunity(r) => {
            vec![(Customer, r.customer.as_deref()), (Unit, r.unit.as_deref()), (Seller, r.owner.as_deref())]
        }
        Record::Subscription(r) => vec![(Customer, r.customer.as_deref()), (Unit, r.unit.as_deref())],
        Record::Ownership(r) => vec![(Unit, Some(&r.unit)), (Seller, Some(&r.seller))],
        Record::Activity(r) => vec![
            (Customer, r.customer.as_deref()),
            (Unit, r.unit.as_deref()),
            (Seller, r.seller.as_deref()),
            (Opportunity, r.opportunity.as_deref()),
        ],
        Record::TimeReport(r) => vec![(Seller, Some(&r.seller))],
        Record::Note(r) => {
            vec![(Customer, r.customer.as_deref()), (Unit, r.unit.as_deref()), (Seller, r.author.as_deref())]
        }
    }
}

fn seller_named(reference: &str, name: &str) -> SellerRecord {
    SellerRecord {
        external_id: reference.to_owned(),
        name: name.to_owned(),
        email: None,
        kind: SellerKind::Person,
        role: SellerRole::Generalist,
        manager: None,
        team: None,
        place: None,
        start_date: None,
        end_date: None,
        centihours_per_week: None,
    }
}

fn customer_named(reference: &str, name: &str) -> CustomerRecord {
    CustomerRecord {
        external_id: reference.to_owned(),
        name: name.to_owned(),
        segment: None,
        industry: None,
        country: None,
        region: None,
        city: None,
        postal_code: None,
        place: None,
        parent: None,
        created_date: None,
        owner: None,
    }
}
