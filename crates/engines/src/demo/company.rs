//! The whole company at once, for those who want to look at all of it: small ones only.
use super::{Size, generate};
use std::convert::Infallible;
use tandem_core::imports::records::*;

/// All records of a company, each kind in the order it was made in.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field holds the records of its name")]
pub struct Company {
    pub sellers: Vec<SellerRecord>,
    pub customers: Vec<CustomerRecord>,
    pub units: Vec<UnitRecord>,
    pub contacts: Vec<ContactRecord>,
    pub opportunities: Vec<OpportunityRecord>,
    pub subscriptions: Vec<SubscriptionRecord>,
    pub ownerships: Vec<OwnershipRecord>,
    pub activities: Vec<ActivityRecord>,
    pub notes: Vec<NoteRecord>,
    pub time_reports: Vec<TimeReportRecord>,
}

impl Company {
    /// Makes all of it.
    pub fn make(size: &Size) -> Self {
        let mut company = Self::default();
        let Ok(()) = generate::<Infallible>(size, |record| {
            company.add(record);
            Ok(())
        });
        company
    }

    fn add(&mut self, record: Record) {
        match record {
            Record::Seller(r) => self.sellers.push(r),
            Record::Customer(r) => self.customers.push(r),
            Record::Unit(r) => self.units.push(r),
            Record::Contact(r) => self.contacts.push(r),
            Record::Opportunity(r) => self.opportunities.push(r),
            Record::Subscription(r) => self.subscriptions.push(r),
            Record::Ownership(r) => self.ownerships.push(r),
            Record::Activity(r) => self.activities.push(r),
            Record::Note(r) => self.notes.push(r),
            Record::TimeReport(r) => self.time_reports.push(r),
        }
    }
}
