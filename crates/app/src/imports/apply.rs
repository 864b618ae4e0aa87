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
use tandem_core::money::Money;
use tandem_core::ownership::{Period, history};
use tandem_core::sellers::SellerRole;
use tandem_store::imports::posts::{self, Post};
use tandem_store::imports::rows::{self, Origin, Row};
use tandem_store::imports::runs;
use tandem_store::imports::tables::Cell;
use tandem_store::imports::{histories, links};
use tandem_store::{Tx, activities};

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

    async fn set_posts(&mut self) -> Result<()> {
        let mut posts = Vec::new();
        let records = std::mem::take(&mut self.posts);
        let managers: Vec<(u64, Record)> =
            records.iter().filter_map(|(_, line, r)| manager_lookup(*line, r)).collect();
        self.references.prepare(self.tx, self.origin.source, &managers).await?;
        let mut above = posts::managers(self.tx).await?;
        for (.., record) in &records {
            self.references.id(ObjectKind::Seller, &record.external_id).map(|seller| above.remove(&seller));
        }
        for (file, line, record) in records {
            let Some(seller) = self.references.id(ObjectKind::Seller, &record.external_id) else { continue };
            let found = self.references.find(ObjectKind::Seller, record.manager.as_ref(), "manager_id");
            let manager = found.and_then(|manager| match manager {
                Some(manager) if !add_above(&mut above, seller, manager) => {
                    Err(circle("manager_id", record.manager.as_deref(), "managers"))
                }
                manager => Ok(manager),
            });
            let manager = manager.unwrap_or_else(|problem| {
                let problem = self.with_header(file, problem);
                self.report.problem(file, line, problem);
                None
            });
            let start = record.start_date.unwrap_or(EARLIEST);
            posts.push(Post { seller, role: record.role, team: record.team, manager, start });
        }
        Ok(posts::set_posts(self.tx, self.origin.import, &posts, self.today).await?)
    }

    async fn set_parents(&mut self) -> Result<()> {
        let mut changed = Vec::new();
        let rows = std::mem::take(&mut self.parents);
        let before = links::parents(self.tx).await?;
        let mut above = before.clone();
        for (.., child, _) in &rows {
            self.references.id(ObjectKind::Customer, child).map(|child| above.remove(&child));
        }
        for (file, line, child, parent) in rows {
            let Some(child) = self.references.id(ObjectKind::Customer, &child) else { continue };
            match self.references.find(ObjectKind::Customer, Some(&parent), "parent_id") {
                Ok(Some(id)) if add_above(&mut above, child, id) => {
                    if before.get(&child) != Some(&id) {
                        changed.push((child, id));
                    }
                }
                Ok(_) => {
                    let problem =
                        self.with_header(file, circle("parent_id", Some(&parent), "mother companies"));
                    self.report.problem(file, line, problem);
                }
                Err(problem) => {
                    let problem = self.with_header(file, problem);
                    self.report.problem(file, line, problem);
                }
            }
        }
        Ok(links::set_parents(self.tx, self.origin.import, &changed).await?)
    }

    async fn set_histories(&mut self) -> Result<()> {
        let mut by_unit: BTreeMap<i64, Vec<(usize, u64, Period)>> = BTreeMap::new();
        let records = std::mem::take(&mut self.ownerships);
        let roles = super::derive::roles(self.tx).await?;
        let not_persons = links::not_persons(self.tx).await?;
        for (file, line, record) in records {
            let unit = self.references.find(ObjectKind::Unit, Some(&record.unit), "unit_id");
            let seller = self.references.find(ObjectKind::Seller, Some(&record.seller), "seller_id");
            match (unit, seller) {
                (Ok(Some(_)), Ok(Some(seller))) if not_persons.contains(&seller) => {
                    let what = "This is a queue or a program; only a person can be accountable for a unit.";
                    let advice = "Name the person, or set the seller's kind to person.";
                    self.fail(file, line, Problem::new("seller_id", &record.seller, what, advice));
                }
                (Ok(Some(unit)), Ok(Some(seller))) => {
                    let own = || roles.get(&seller).copied().unwrap_or(SellerRole::Generalist);
                    let role = record.role.unwrap_or_else(own);
                    let period = Period { seller, role, start: record.start_date, end: record.end_date };
                    by_unit.entry(unit).or_default().push((file, line, period));
                }
                (Err(problem), _) | (_, Err(problem)) => self.fail(file, line, problem),
                _ => {}
            }
        }
        let units: Vec<i64> = by_unit.keys().copied().collect();
        for chunk in units.chunks(5_000) {
            let before = histories::histories(self.tx, chunk).await?;
            let mut replaced = Vec::new();
            for unit in chunk {
                let rows = by_unit.remove(unit).unwrap_or_default();
                replaced.extend(self.one_history(rows, before.get(unit)).map(|periods| (*unit, periods)));
            }
            histories::replace_histories(self.tx, self.origin, &replaced).await?;
        }
        Ok(())
    }

    /// The history of one unit where it differs from the stored one; rows of a broken one fail together.
    fn one_history(
        &mut self,
        rows: Vec<(usize, u64, Period)>,
        before: Option<&Vec<Period>>,
    ) -> Option<Vec<Period>> {
        match history(rows.iter().map(|(.., period)| *period).collect()) {
            Ok(periods) => {
                let same = before == Some(&periods);
                for (file, ..) in &rows {
                    if let Some(counts) = self.report.objects.get_mut(*file) {
                        match (same, before.is_some()) {
                            (true, _) => counts.unchanged += 1,
                            (false, true) => counts.updated += 1,
                            (false, false) => counts.created += 1,
                        }
                    }
                }
                (!same).then_some(periods)
            }
            Err(broken) => {
                let advice =
                    "Every day from the first on needs exactly one owner: correct the dates of this unit.";
                for (file, line, period) in rows {
                    self.fail(
                        file,
                        line,
                        Problem::new(
                            "start_date",
                            &period.start.to_string(),
                            sentence(&broken.to_string()),
                            advice,
                        ),
                    );
                }
                None
            }
        }
    }
}

/// Where a source gives no first day.
const EARLIEST: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("the first of January 2000 is a day");

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

fn twice(id: &str) -> Problem {
    Problem::new(
        "",
        id,
        "Another row with this id says something else; the first one counts.",
        "Give each row an id of its own, or delete the row that is wrong.",
    )
}

/// Adds who stands above whom unless that closes a circle.
fn add_above(above: &mut HashMap<i64, i64>, below: i64, boss: i64) -> bool {
    let mut at = Some(boss);
    let mut steps = 0;
    while let Some(one) = at {
        // Circles of earlier versions end the walk as well.
        if one == below || steps > above.len() {
            return false;
        }
        steps += 1;
        at = above.get(&one).copied();
    }
    above.insert(below, boss);
    true
}

fn circle(column: &str, value: Option<&str>, who: &str) -> Problem {
    let what = format!("The {who} go round in a circle; this one was left out.");
    Problem::new(column, value.unwrap_or_default(), what, "Correct one of the rows of the circle.")
}

/// A record that refers to the manager, so that the manager is looked up.
fn manager_lookup(line: u64, record: &SellerRecord) -> Option<(u64, Record)> {
    let unit = String::new();
    let seller = record.manager.clone()?;
    Some((
        line,
        Record::Ownership(OwnershipRecord { unit, seller, role: None, start_date: EARLIEST, end_date: None }),
    ))
}

fn money(amount: Option<Money>) -> (Cell, Cell) {
    (Cell::Int(amount.map(|money| money.minor)), Cell::Text(amount.map(|money| money.currency.to_string())))
}

fn seller_cells(r: SellerRecord) -> Vec<Cell> {
    vec![
        Cell::Text(Some(r.name)),
        Cell::Text(r.email),
        Cell::Text(Some(r.kind.to_string())),
        Cell::Date(r.start_date),
        Cell::Date(r.end_date),
        Cell::Int(r.centihours_per_week.map(i64::from)),
        Cell::Real(r.place.map(|place| place.lat)),
        Cell::Real(r.place.map(|place| place.lon)),
    ]
}

fn customer_cells(r: CustomerRecord) -> Vec<Cell> {
    let place_source = r.place.map(|place| place.source.to_string());
    let text = [Some(r.name), r.segment, r.industry, r.country, r.region, r.city, r.postal_code];
    let place = [r.place.map(|place| place.point.lat), r.place.map(|place| place.point.lon)];
    // The mother company is set when all customers are in.
    let rest = [Cell::Text(place_source), Cell::Date(r.created_date), Cell::Int(None)];
    text.map(Cell::Text).into_iter().chain(place.map(Cell::Real)).chain(rest).collect()
}

fn opportunity_cells(refs: &References, r: OpportunityRecord) -> std::result::Result<Vec<Cell>, Problem> {
    let customer = refs.find(ObjectKind::Customer, r.customer.as_ref(), "customer_id")?;
    let unit = refs.find(ObjectKind::Unit, r.unit.as_ref(), "unit_id")?.or_else(|| refs.only_unit(customer?));
    let owner = refs.find(ObjectKind::Seller, r.owner.as_ref(), "owner_id");
    // A seller who has left may be missing from an export; the sale still counts.
    let owner = owner.unwrap_or(None);
    let (amount, currency) = money(r.amount);
    Ok(vec![
        Cell::Int(customer),
        Cell::Int(unit),
        Cell::Int(owner),
        Cell::Text(r.name),
        Cell::Text(Some(r.kind.map_or("new", |kind| kind.text()).to_owned())),
        Cell::Bool(Some(r.kind.is_none())),
        Cell::Text(r.stage),
        Cell::Text(Some(r.status.to_string())),
        amount,
        currency,
        Cell::Date(r.created_date),
        Cell::Date(r.close_date),
    ])
}

fn subscription_cells(refs: &References, r: SubscriptionRecord) -> std::result::Result<Vec<Cell>, Problem> {
    let customer = refs.find(ObjectKind::Customer, r.customer.as_ref(), "customer_id")?;
    let unit = refs.find(ObjectKind::Unit, r.unit.as_ref(), "unit_id")?.or_else(|| refs.only_unit(customer?));
    let Some(unit) = unit else {
        let (problem, advice) = match customer.is_some_and(|customer| refs.has_several_units(customer)) {
            true => ("The customer has several units.", "Name the unit in unit_id."),
            false => ("It is not known whose subscription this is.", "Give customer_id or unit_id."),
        };
        return Err(Problem::new("unit_id", r.customer.as_deref().unwrap_or_default(), problem, advice));
    };
    Ok(vec![
        Cell::Int(Some(unit)),
        Cell::Text(r.product),
        Cell::Int(Some(r.arr.minor)),
        Cell::Text(Some(r.arr.currency.to_string())),
        Cell::Date(Some(r.start_date)),
        Cell::Date(r.end_date),
        Cell::Int(None),
    ])
}

fn activity_cells(refs: &References, r: ActivityRecord) -> std::result::Result<Vec<Cell>, Problem> {
    let named = refs.find(ObjectKind::Customer, r.customer.as_ref(), "customer_id")?;
    let met = if named.is_none() && r.unit.is_none() { refs.met(&r) } else { None };
    let customer = named.or(met.map(|(customer, _)| customer));
    let unit = refs.find(ObjectKind::Unit, r.unit.as_ref(), "unit_id")?.or(met.and_then(|(_, unit)| unit));
    let unit = unit.or_else(|| refs.only_unit(customer?));
    let seller = refs.find(ObjectKind::Seller, r.seller.as_ref(), "seller_id")?;
    let opportunity = refs.find(ObjectKind::Opportunity, r.opportunity.as_ref(), "opportunity_id")?;
    Ok(vec![
        Cell::Int(seller),
        Cell::Int(customer),
        Cell::Int(unit),
        Cell::Int(opportunity),
        Cell::Date(Some(r.date)),
        Cell::Int(r.minutes.map(i64::from)),
        Cell::Text(r.kind),
        Cell::Text(r.category.map(|word| word.to_string())),
        Cell::Text(r.urgency.map(|word| word.to_string())),
        Cell::Text(r.initiated_by.map(|word| word.to_string())),
        Cell::Text(r.subject),
        Cell::Bool(r.from_calendar.then_some(true)),
    ])
}
