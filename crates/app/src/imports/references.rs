//! What the ids and names in rows stand for: looked up in batches, remembered for the run.
use super::people::{Met, People};
use crate::Result;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use tandem_core::imports::Problem;
use tandem_core::imports::convert::{BY_EMAIL, BY_NAME};
use tandem_core::imports::records::{ActivityRecord, CustomerRecord, ObjectKind, Record, SellerRecord};
use tandem_core::sellers::{SellerKind, SellerRole};
use tandem_store::Tx;
use tandem_store::imports::{links, rows};

/// The known references of one run.
#[derive(Default)]
pub struct References {
    known: Known,
    /// Names that several records share: nobody can be meant by them.
    shared: HashSet<(ObjectKind, String)>,
    units: HashMap<i64, Only>,
    names_read: BTreeSet<ObjectKind>,
    /// Who is behind an address; read when a row first asks.
    pub people: People,
    people_read: bool,
    by_name_only: BTreeMap<ObjectKind, (u64, Vec<String>)>,
}

/// Ids by kind of record and reference; a look costs no copy of the reference.
#[derive(Default)]
struct Known(BTreeMap<ObjectKind, HashMap<String, i64>>);

impl Known {
    fn get(&self, object: ObjectKind, reference: &str) -> Option<i64> {
        self.0.get(&object)?.get(key(reference).as_ref()).copied()
    }

    /// `reference` is in the form it is known by.
    fn learn(&mut self, object: ObjectKind, reference: String, id: i64) {
        self.0.entry(object).or_default().insert(reference, id);
    }
}

/// The units of a customer, as far as a row without a unit can use them.
#[derive(Clone, Copy)]
enum Only {
    None,
    One(i64),
    Several,
}

/// Names shown of those that are known by name only.
const NAMES_SHOWN: usize = 3;

/// A reference in the form it is known by: names in small letters, with single blanks.
fn key(reference: &str) -> Cow<'_, str> {
    match reference.strip_prefix(BY_NAME) {
        None => Cow::Borrowed(reference),
        Some(name) => {
            let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
            Cow::Owned(format!("{BY_NAME}{}", words.join(" ")))
        }
    }
}

impl References {
    /// Looks up everything that a batch refers to. Sellers and customers that are named and that no id is known of are returned: they
    /// become records of their own.
    pub async fn prepare(
        &mut self,
        tx: &mut Tx,
        source: i64,
        batch: &[(u64, Record)],
    ) -> Result<Vec<Record>> {
        let mut wanted: BTreeSet<(ObjectKind, String)> = BTreeSet::new();
        for (_, record) in batch {
            let references = referred(record).into_iter().filter_map(|(object, id)| Some((object, id?)));
            let unknown = references.filter(|(object, id)| self.known.get(*object, id).is_none());
            wanted.extend(unknown.map(|(object, id)| (object, key(id).into_owned())));
        }
        let asks =
            |(_, record): &(u64, Record)| matches!(record, Record::Activity(r) if !r.attendees.is_empty());
        let by_email = |(_, id): &&(ObjectKind, String)| id.starts_with(BY_EMAIL);
        if !self.people_read && (batch.iter().any(asks) || wanted.iter().any(|one| by_email(&one))) {
            self.people = People::load(tx).await?;
            self.people_read = true;
        }
        for (object, reference) in wanted.iter().filter(by_email) {
            let candidates = reference.strip_prefix(BY_EMAIL).unwrap_or_default();
            if let Some(seller) = self.people.seller(candidates) {
                self.known.learn(*object, reference.clone(), seller);
            }
        }
        wanted.retain(|(_, id)| !id.starts_with(BY_EMAIL));
        for object in [ObjectKind::Seller, ObjectKind::Customer, ObjectKind::Unit, ObjectKind::Opportunity] {
            let of_object = wanted.iter().filter(|(wanted, _)| *wanted == object).map(|(_, id)| id.clone());
            let ids: Vec<String> = of_object.collect();
            self.look_up(tx, source, object, &ids).await?;
            if ids.iter().any(|id| id.starts_with(BY_NAME)) {
                self.read_names(tx, source, object).await?;
            }
        }
        Ok(self.named_only(batch))
    }

    async fn look_up(&mut self, tx: &mut Tx, source: i64, object: ObjectKind, ids: &[String]) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        for (external, (id, _)) in rows::known(tx, object, source, ids).await? {
            self.known.learn(object, external, id);
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
            let name = key(&format!("{BY_NAME}{name}")).into_owned();
            match id {
                Some(id) if self.known.get(object, &name).is_none() => self.known.learn(object, name, id),
                Some(_) => {}
                None => {
                    self.shared.insert((object, name));
                }
            }
        }
        Ok(())
    }

    /// What rows name that no record is known of.
    fn named_only(&mut self, batch: &[(u64, Record)]) -> Vec<Record> {
        let mut named: BTreeMap<(ObjectKind, String), &str> = BTreeMap::new();
        for (_, record) in batch {
            for (object, reference, name) in named_in(record) {
                let (Some(reference), Some(name)) = (reference, name) else { continue };
                if self.known.get(object, reference).is_some() {
                    continue;
                }
                let reference = (object, key(reference).into_owned());
                if !self.shared.contains(&reference) {
                    named.entry(reference).or_insert(name);
                }
            }
        }
        let mut records = Vec::with_capacity(named.len());
        for ((object, reference), name) in named {
            let (count, shown) = self.by_name_only.entry(object).or_default();
            *count += 1;
            if shown.len() < NAMES_SHOWN {
                shown.push(format!("`{name}`"));
            }
            records.push(match object {
                ObjectKind::Seller => Record::Seller(seller_named(&reference, name)),
                _ => Record::Customer(customer_named(&reference, name)),
            });
        }
        records
    }

    /// Who became a record because a row names them, as sentences.
    pub fn known_by_name_only(&self) -> Vec<String> {
        let sentence = |(object, (count, shown)): (&ObjectKind, &(u64, Vec<String>))| {
            let more = count - shown.len() as u64;
            let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!(
                "{count} {object} are in no file of their own and became records of their name only: {}{rest}.",
                shown.join(", ")
            )
        };
        self.by_name_only.iter().map(sentence).collect()
    }

    /// Remembers a record that was just put in.
    pub fn learn(&mut self, object: ObjectKind, external: &str, id: i64) {
        if matches!(object, ObjectKind::Seller | ObjectKind::Customer | ObjectKind::Unit) {
            self.known.learn(object, external.to_owned(), id);
        }
    }

    /// Forgets what was remembered of opportunities: there may be millions.
    pub fn forget_opportunities(&mut self) {
        self.known.0.remove(&ObjectKind::Opportunity);
    }

    /// The id behind a reference.
    pub fn id(&self, object: ObjectKind, external: &str) -> Option<i64> {
        self.known.get(object, external)
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
            if let Some(name) = external.strip_prefix(BY_NAME) {
                let what = format!("Several records of {object} have this name.");
                return Problem::new(
                    &column.replace("_id", "_name"),
                    name,
                    what,
                    "Give the id, or rename one of them.",
                );
            }
            Problem::new(
                column,
                external,
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

/// The customers and sellers of a record, with the names the row gives them.
fn named_in(record: &Record) -> Vec<(ObjectKind, Option<&str>, Option<&str>)> {
    use ObjectKind::{Customer, Seller};
    match record {
        Record::Customer(r) => {
            let owner = r.owner.as_deref();
            vec![(Seller, owner, owner.and_then(|owner| owner.strip_prefix(BY_NAME)))]
        }
        Record::Contact(r) => vec![(Customer, r.customer.as_deref(), r.customer_name.as_deref())],
        Record::Opportunity(r) => {
            let owner = r.owner.as_deref();
            vec![
                (Customer, r.customer.as_deref(), r.customer_name.as_deref()),
                (Seller, owner, owner.and_then(|owner| owner.strip_prefix(BY_NAME))),
            ]
        }
        _ => Vec::new(),
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
