//! Applying batches of records: resolve what they refer to, tell new from changed from unchanged, put them in.
use super::hash;
use super::places::Places;
use super::references::References;
use super::report::Report;
use crate::Result;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap, HashSet};
use tandem_core::imports::Problem;
use tandem_core::imports::records::*;
use tandem_core::imports::sources::SourceKind;
use tandem_core::sellers::SellerRole;
use tandem_store::imports::links;
use tandem_store::imports::posts::{self, Post};
use tandem_store::imports::rows::{self, Origin, Row};
use tandem_store::imports::runs;
use tandem_store::imports::tables::Cell;
use tandem_store::{Tx, activities, opportunities};

mod cells;
mod ties;

use cells::*;

/// Which source's records the rows of a file are. An event is the same in a folder of other files as by itself, and a week that a seller
/// reports is the same in a file as on the page; so these have sources of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptUnder {
    /// The files' own.
    Source,
    /// That of all calendars.
    Calendars,
    /// That of all reports of time.
    SelfReports,
}

/// The state of one run while its rows are applied.
pub struct Apply<'a> {
    pub tx: &'a mut Tx,
    pub origin: Origin,
    pub today: NaiveDate,
    pub report: Report,
    pub references: References,
    /// Whom the source names as a customer's owner: customer to the seller's reference.
    pub owners: HashMap<i64, i64>,
    /// Units whose file names another owner than the one whom a handoff gave them.
    kept_passes: u64,
    /// Opportunities that a handoff gave on and whose file still names whom they were taken from.
    kept_opportunities: u64,
    /// How many customers have coordinates.
    pub places: Places,
    /// The source that records are put under: that of the files, but for calendars and reports of time.
    kept_under: i64,
    /// Field to header, one per file: problems name what stands in the file.
    headers: Vec<BTreeMap<String, String>>,
    first_load: bool,
    indexes_dropped: bool,
    seen: HashSet<u64>,
    posts: Vec<(usize, u64, SellerRecord)>,
    parents: Vec<(usize, u64, String, String)>,
    ownerships: Vec<(usize, u64, OwnershipRecord)>,
    owners_unknown: u64,
}

impl<'a> Apply<'a> {
    pub fn new(
        tx: &'a mut Tx,
        origin: Origin,
        today: NaiveDate,
        report: Report,
        headers: Vec<BTreeMap<String, String>>,
    ) -> Self {
        Self {
            tx,
            kept_under: origin.source,
            origin,
            today,
            report,
            references: References::default(),
            owners: HashMap::new(),
            kept_passes: 0,
            kept_opportunities: 0,
            places: Places::default(),
            headers,
            first_load: false,
            indexes_dropped: false,
            seen: HashSet::new(),
            posts: Vec::new(),
            parents: Vec::new(),
            ownerships: Vec::new(),
            owners_unknown: 0,
        }
    }

    /// Prepares for the files of one object that are kept under one source.
    pub async fn begin(&mut self, object: ObjectKind, kept_under: KeptUnder) -> Result<()> {
        self.seen.clear();
        self.kept_under = match kept_under {
            KeptUnder::Source => self.origin.source,
            KeptUnder::Calendars => runs::source(self.tx, SourceKind::Calendar.text()).await?,
            KeptUnder::SelfReports => runs::source(self.tx, activities::REPORTS_SOURCE).await?,
        };
        self.first_load = object != ObjectKind::Ownership && rows::is_empty(self.tx, object).await?;
        if self.first_load && object == ObjectKind::Activity {
            rows::drop_activity_indexes(self.tx).await?;
            self.indexes_dropped = true;
        }
        if !matches!(object, ObjectKind::Seller | ObjectKind::Customer | ObjectKind::Unit) {
            links::make_missing_units(self.tx, self.origin.import).await?;
        }
        Ok(())
    }

    /// Between two files of one object: what the first put in is known now.
    pub fn next_file(&mut self) {
        self.first_load = false;
    }

    /// Ends the files of one object.
    pub async fn end(&mut self, object: ObjectKind) -> Result<()> {
        self.references.forget_opportunities();
        self.kept_under = self.origin.source;
        match object {
            ObjectKind::Seller => self.set_posts().await,
            ObjectKind::Customer => self.set_parents().await,
            ObjectKind::Ownership => self.set_histories().await,
            ObjectKind::Opportunity => {
                self.kept_opportunities = opportunities::keep_given(self.tx).await?;
                Ok(())
            }
            ObjectKind::Activity if std::mem::take(&mut self.indexes_dropped) => {
                Ok(rows::make_activity_indexes(self.tx).await?)
            }
            _ => Ok(()),
        }
    }

    /// Says what concerns no single row.
    pub fn conclude(&mut self) {
        self.report.notes.extend(self.references.known_by_name_only());
        self.report.sort_problems();
        let (units, opportunities) = (self.kept_passes, self.kept_opportunities);
        if units > 0 {
            self.report.notes.push(format!(
                "{units} units keep the owner whom a handoff gave them, though the file names another: change it at the source."
            ));
        }
        if opportunities > 0 {
            self.report.notes.push(format!(
                "{opportunities} opportunities keep the owner whom a handoff gave them, though the file names another: change it at the source."
            ));
        }
        if self.owners_unknown > 0 {
            self.report.notes.push(format!(
                "{} opportunities name an owner who is not among the sellers, and have none: import the sellers too, and they get theirs.",
                self.owners_unknown
            ));
        }
    }

    /// Counts a row that could not be used; its problem names the header, not the field.
    pub fn fail(&mut self, file: usize, line: u64, problem: Problem) {
        let problem = self.with_header(file, problem);
        self.report.fail(file, line, problem);
    }

    fn with_header(&self, file: usize, mut problem: Problem) -> Problem {
        if let Some(header) = self.headers.get(file).and_then(|headers| headers.get(&problem.column)) {
            problem.column.clone_from(header);
        }
        problem
    }

    /// Applies a batch of one file.
    pub async fn batch(&mut self, file: usize, object: ObjectKind, batch: Vec<(u64, Record)>) -> Result<()> {
        let unknown = self.references.prepare(self.tx, self.origin.source, &batch).await?;
        self.put_in_by_name(unknown).await?;
        self.prepare_units(&batch).await?;
        let mut rows: Vec<Row> = Vec::with_capacity(batch.len());
        let mut again: Vec<(u64, Row)> = Vec::new();
        for (line, record) in batch {
            if let Record::Ownership(record) = record {
                self.ownerships.push((file, line, record));
                continue;
            }
            if self.takes_no_time(&record) {
                if let Some(counts) = self.report.objects.get_mut(file) {
                    counts.passed_over += 1;
                }
                continue;
            }
            let hash = self.hash(&record);
            let external_id = match self.identity(&record) {
                Ok(external_id) => external_id,
                Err(problem) => {
                    self.fail(file, line, problem);
                    continue;
                }
            };
            let is_new = self.seen.insert(hash::of(&external_id).cast_unsigned());
            if let Record::Customer(customer) = &record
                && is_new
            {
                self.places.count(customer.place);
            }
            match self.cells(file, line, record, is_new) {
                Ok(cells) if is_new => rows.push(Row { external_id, hash, cells }),
                Ok(cells) => again.push((line, Row { external_id, hash, cells })),
                Err(problem) => self.fail(file, line, problem),
            }
        }
        self.put(file, object, rows).await?;
        self.seen_again(file, object, again).await
    }

    /// The number for what a row says. Who is behind its owner or its guests by now counts too, so that the link is set as soon as it is known.
    fn hash(&mut self, record: &Record) -> i64 {
        match record {
            Record::Opportunity(r) => {
                let is_known = |owner| self.references.id(ObjectKind::Seller, owner).is_some();
                let owner = r.owner.as_deref().map(is_known);
                self.owners_unknown += u64::from(owner == Some(false));
                hash::of(&(record, owner))
            }
            Record::Activity(r) if !r.attendees.is_empty() => hash::of(&(record, self.references.met(r))),
            _ => hash::of(record),
        }
    }

    /// An id that was there before: the same row again is no problem, another one is.
    async fn seen_again(&mut self, file: usize, object: ObjectKind, again: Vec<(u64, Row)>) -> Result<()> {
        if again.is_empty() {
            return Ok(());
        }
        let ids: Vec<String> = again.iter().map(|(_, row)| row.external_id.clone()).collect();
        let known = rows::known(self.tx, object, self.kept_under, &ids).await?;
        for (line, row) in again {
            let same = known.get(&row.external_id).is_some_and(|(_, hash)| *hash == row.hash);
            match self.report.objects.get_mut(file).filter(|_| same) {
                Some(counts) => counts.unchanged += 1,
                None => self.fail(file, line, twice(&row.external_id)),
            }
        }
        Ok(())
    }

    /// Whether it is an event that its owner declined.
    fn takes_no_time(&self, record: &Record) -> bool {
        let Record::Activity(activity) = record else { return false };
        let seller =
            activity.seller.as_deref().and_then(|seller| self.references.id(ObjectKind::Seller, seller));
        seller.is_some_and(|seller| self.references.people.is_among(seller, &activity.declined))
    }

    /// The id of a record among those of its source. The same event is one activity per seller, and a report of time is known by what it
    /// is about.
    fn identity(&self, record: &Record) -> std::result::Result<String, Problem> {
        let seller =
            |reference: Option<&String>| self.references.find(ObjectKind::Seller, reference, "seller_id");
        Ok(match record {
            Record::Activity(r) if r.from_calendar => match seller(r.seller.as_ref())? {
                Some(seller) => format!("{seller}/{}", r.external_id),
                None => r.external_id.clone(),
            },
            Record::TimeReport(r) => {
                let seller = seller(Some(&r.seller))?.unwrap_or_default();
                activities::report_id(seller, r.week_start, r.category.text())
            }
            _ => record.external_id().to_owned(),
        })
    }

    async fn prepare_units(&mut self, batch: &[(u64, Record)]) -> Result<()> {
        let customer = |record: &Record| {
            if let Record::Activity(r) = record
                && r.customer.is_none()
                && r.unit.is_none()
            {
                return self.references.met(r).map(|(customer, _)| customer);
            }
            match record {
                Record::Opportunity(r) if r.unit.is_none() => r.customer.as_ref(),
                Record::Subscription(r) if r.unit.is_none() => r.customer.as_ref(),
                Record::Activity(r) if r.unit.is_none() => r.customer.as_ref(),
                _ => None,
            }
            .and_then(|external| self.references.id(ObjectKind::Customer, external))
        };
        let customers: Vec<i64> = batch.iter().filter_map(|(_, record)| customer(record)).collect();
        self.references.prepare_units(self.tx, customers.into_iter()).await
    }

    /// Puts in what is new, changes what has changed.
    pub async fn put(&mut self, file: usize, object: ObjectKind, all: Vec<Row>) -> Result<()> {
        let ids: Vec<String> = all.iter().map(|row| row.external_id.clone()).collect();
        let known = if self.first_load {
            HashMap::new()
        } else {
            rows::known(self.tx, object, self.kept_under, &ids).await?
        };
        let (mut fresh, mut changed, mut unchanged) = (Vec::new(), Vec::new(), 0);
        for row in all {
            match known.get(&row.external_id) {
                None => fresh.push(row),
                Some((id, hash)) => {
                    self.references.learn(object, &row.external_id, *id);
                    if *hash == row.hash { unchanged += 1 } else { changed.push((*id, row)) }
                }
            }
        }
        if let Some(counts) = self.report.objects.get_mut(file) {
            counts.created += fresh.len() as u64;
            counts.updated += changed.len() as u64;
            counts.unchanged += unchanged;
        }
        if !fresh.is_empty() {
            let externals: Vec<String> = fresh.iter().map(|row| row.external_id.clone()).collect();
            let origin = Origin { source: self.kept_under, ..self.origin };
            let first = rows::insert(self.tx, object, origin, fresh).await?;
            (first..).zip(externals).for_each(|(id, external)| self.references.learn(object, &external, id));
        }
        Ok(rows::update(self.tx, object, self.origin, changed).await?)
    }

    /// Customers and sellers that rows name and no file lists become records of their own.
    async fn put_in_by_name(&mut self, unknown: Vec<Record>) -> Result<()> {
        let (mut sellers, mut customers) = (Vec::new(), Vec::new());
        for record in unknown {
            let (hash, external_id) = (hash::of(&record), record.external_id().to_owned());
            match record {
                Record::Seller(seller) => {
                    sellers.push(Row { external_id, hash, cells: seller_cells(seller) })
                }
                Record::Customer(customer) => {
                    customers.push(Row { external_id, hash, cells: customer_cells(customer) })
                }
                _ => {}
            }
        }
        let first = self.put_in(ObjectKind::Seller, sellers).await?;
        let post = |seller| Post {
            seller,
            role: SellerRole::Generalist,
            team: None,
            manager: None,
            start: EARLIEST,
        };
        let posts: Vec<Post> = first.into_iter().map(post).collect();
        posts::set_posts(self.tx, self.origin.import, &posts, self.today).await?;
        if !self.put_in(ObjectKind::Customer, customers).await?.is_empty() {
            links::make_missing_units(self.tx, self.origin.import).await?;
        }
        Ok(())
    }

    async fn put_in(&mut self, object: ObjectKind, rows: Vec<Row>) -> Result<Vec<i64>> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let externals: Vec<String> = rows.iter().map(|row| row.external_id.clone()).collect();
        let first = rows::insert(self.tx, object, self.origin, rows).await?;
        let ids: Vec<i64> = (first..).take(externals.len()).collect();
        ids.iter().zip(externals).for_each(|(id, external)| self.references.learn(object, &external, *id));
        Ok(ids)
    }

    fn cells(
        &mut self,
        file: usize,
        line: u64,
        record: Record,
        is_new: bool,
    ) -> std::result::Result<Vec<Cell>, Problem> {
        let refs = &self.references;
        match record {
            Record::Seller(record) => {
                if is_new {
                    self.posts.push((file, line, record.clone()));
                }
                Ok(seller_cells(record))
            }
            Record::Customer(record) => {
                if let Some(parent) = record.parent.as_ref().filter(|_| is_new) {
                    self.parents.push((file, line, record.external_id.clone(), parent.clone()));
                }
                Ok(customer_cells(record))
            }
            Record::Unit(record) => {
                let customer = refs.find(ObjectKind::Customer, Some(&record.customer), "customer_id")?;
                let (potential, currency) = money(record.potential);
                Ok(vec![Cell::Int(customer), Cell::Text(Some(record.name)), potential, currency])
            }
            Record::Contact(record) => {
                let customer = refs.find(ObjectKind::Customer, record.customer.as_ref(), "customer_id")?;
                let unit = refs.find(ObjectKind::Unit, record.unit.as_ref(), "unit_id")?;
                let text = [Some(record.name), record.email, record.phone, record.title, record.role];
                Ok([Cell::Int(customer), Cell::Int(unit)].into_iter().chain(text.map(Cell::Text)).collect())
            }
            Record::Opportunity(record) => opportunity_cells(refs, record),
            Record::Subscription(record) => subscription_cells(refs, record),
            Record::Activity(record) => activity_cells(refs, record),
            Record::Note(record) => {
                let customer = refs.find(ObjectKind::Customer, record.customer.as_ref(), "customer_id")?;
                let unit = refs.find(ObjectKind::Unit, record.unit.as_ref(), "unit_id")?;
                let author = refs.find(ObjectKind::Seller, record.author.as_ref(), "author_id")?;
                let ids = [customer, unit, author].map(Cell::Int);
                Ok(ids
                    .into_iter()
                    .chain([Cell::Date(Some(record.date)), Cell::Text(Some(record.text))])
                    .collect())
            }
            Record::TimeReport(record) => {
                let seller = refs.find(ObjectKind::Seller, Some(&record.seller), "seller_id")?;
                let category = Cell::Text(Some(record.category.to_string()));
                let week = Cell::Date(Some(record.week_start));
                Ok(vec![Cell::Int(seller), week, category, Cell::Int(Some(record.minutes))])
            }
            Record::Ownership(_) => Ok(Vec::new()),
        }
    }

    /// Remembers whom the source names as owners of a batch of customers.
    pub fn remember_owners(&mut self, owners: &[(String, String)]) {
        for (customer, seller) in owners {
            let customer = self.references.id(ObjectKind::Customer, customer);
            let seller = self.references.id(ObjectKind::Seller, seller);
            if let (Some(customer), Some(seller)) = (customer, seller) {
                self.owners.insert(customer, seller);
            }
        }
    }
}

/// Where a source gives no first day.
const EARLIEST: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("the first of January 2000 is a day");

fn twice(id: &str) -> Problem {
    Problem::new(
        "",
        id,
        "Another row with this id says something else; the first one counts.",
        "Give each row an id of its own, or delete the row that is wrong.",
    )
}
