//! What is written is read back by the importer's own recognition and conversion: all of it from Tandem's files, what a CRM holds from the others.
use super::*;
use tandem_core::imports::convert::{Plan, convert};
use tandem_core::imports::mapping::FileMapping;
use tandem_core::imports::sources::recognise;
use tandem_core::places::PlaceSource;

/// The records that the importer makes of an export's files, and how many of its files it passes over.
fn read_back(size: &Size, source: SourceKind) -> (Vec<Record>, usize) {
    let tables = Exporter::of(source, size.as_of).unwrap().tables();
    let (mut plans, mut passed_over) = (Vec::new(), 0);
    for table in &tables {
        let headers: Vec<String> = table.headers.iter().map(|header| (*header).to_owned()).collect();
        let found = recognise(&table.file, &headers).unwrap();
        assert_eq!(found.source, source, "{}", table.file);
        passed_over += usize::from(found.object.is_none());
        plans.push(found.object.map(|object| {
            let mapping = FileMapping {
                file: table.file.clone(),
                object,
                columns: found.columns,
                dates: None,
                encoding: None,
            };
            Plan::new(&mapping, &headers, Default::default(), company_currency(), Some(source))
        }));
    }
    let mut records = Vec::new();
    for row in bytes(size, source) {
        let Some(plan) = &plans[row.table] else { continue };
        records.extend(convert(plan, &row.cells).unwrap_or_else(|problems| panic!("{row:?}: {problems:?}")));
    }
    (records, passed_over)
}

#[test]
fn tandems_own_files_lose_nothing() {
    let size = size(2, 60);
    let mut made = Vec::new();
    let Ok(()) = generate::<Infallible>(&size, |record| {
        made.push(match record {
            // The owner stands in ownerships.csv.
            Record::Customer(customer) => Record::Customer(CustomerRecord { owner: None, ..customer }),
            record => record,
        });
        Ok(())
    });
    let (read, passed_over) = read_back(&size, SourceKind::Tandem);
    assert_eq!((passed_over, read.len()), (0, made.len()));
    for (made, read) in made.iter().zip(read) {
        assert_eq!(*made, as_given(read));
    }
}

/// Without what the gazetteer added.
fn as_given(record: Record) -> Record {
    match record {
        Record::Customer(customer) => {
            let place = customer.place.filter(|place| place.source == PlaceSource::Given);
            Record::Customer(CustomerRecord { place, ..customer })
        }
        other => other,
    }
}

/// Customers, sellers and opportunities by status, as far as an export holds them.
fn counts(records: &[Record]) -> (BTreeSet<&str>, BTreeMap<&str, usize>) {
    let mut customers = BTreeSet::new();
    let mut by_status: BTreeMap<&str, usize> = BTreeMap::new();
    for record in records {
        match record {
            Record::Customer(customer) => {
                customers.insert(customer.name.as_str());
            }
            Record::Opportunity(sale) => *by_status.entry(sale.status.text()).or_default() += 1,
            _ => {}
        }
    }
    (customers, by_status)
}

#[test]
fn other_systems_hold_the_same_customers_and_sales() {
    let size = size(2, 60);
    let (tandem, _) = read_back(&size, SourceKind::Tandem);
    let (salesforce, not_needed) = read_back(&size, SourceKind::Salesforce);
    let (hubspot, none) = read_back(&size, SourceKind::HubSpot);
    assert_eq!((not_needed, none), (2, 0), "contracts and roles say nothing new");
    assert_eq!(counts(&tandem), counts(&salesforce));
    assert_eq!(counts(&tandem), counts(&hubspot));
}

#[test]
fn salesforce_holds_the_same_subscriptions_and_knows_who_is_no_person() {
    let size = size(2, 60);
    let arr = |records: &[Record]| -> Vec<(String, NaiveDate, Option<NaiveDate>)> {
        let of = |record: &Record| match record {
            Record::Subscription(s) => Some((s.arr.to_string(), s.start_date, s.end_date)),
            _ => None,
        };
        records.iter().filter_map(of).collect()
    };
    let kinds = |records: &[Record]| -> Vec<SellerKind> {
        let of = |record: &Record| if let Record::Seller(seller) = record { Some(seller.kind) } else { None };
        records.iter().filter_map(of).collect()
    };
    let (tandem, _) = read_back(&size, SourceKind::Tandem);
    let (salesforce, _) = read_back(&size, SourceKind::Salesforce);
    assert_eq!(arr(&tandem), arr(&salesforce));
    assert_eq!(kinds(&tandem), kinds(&salesforce));
}

#[test]
fn hubspot_names_every_owner() {
    let size = size(2, 60);
    let company = Company::make(&size);
    let names: BTreeSet<String> =
        company.sellers.iter().map(|seller| format!("name:{}", seller.name)).collect();
    let (records, _) = read_back(&size, SourceKind::HubSpot);
    for record in records {
        let (owner, customer) = match record {
            Record::Customer(r) => (r.owner, Some(r.external_id)),
            Record::Opportunity(r) => (r.owner, r.customer),
            _ => continue,
        };
        assert!(owner.is_some_and(|owner| names.contains(&owner)) && customer.is_some());
    }
}
