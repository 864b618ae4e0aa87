//! Whose time and which customer: told from e-mail addresses. Never from an address that says nothing: a shared mail provider's, or
//! that of a colleague.
use crate::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tandem_store::Tx;
use tandem_store::imports::people;

/// Addresses of these say nothing about a company.
const SHARED: [&str; 27] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "yahoo.com.tw",
    "yahoo.co.jp",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "qq.com",
    "163.com",
    "126.com",
    "proton.me",
    "protonmail.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "hinet.net",
    "msa.hinet.net",
    "naver.com",
    "pchome.com.tw",
    "resource.calendar.google.com",
    "group.calendar.google.com",
];

/// A customer and the unit of the contact, where one is known.
pub type Met = (i64, Option<i64>);

/// Sellers and contacts by address.
#[derive(Default)]
pub struct People {
    sellers: HashMap<String, i64>,
    names: HashMap<String, Option<i64>>,
    emails: HashMap<i64, String>,
    contacts: HashMap<String, Option<Met>>,
    /// A domain's customer, unless several have contacts there.
    domains: HashMap<String, Option<i64>>,
}

impl People {
    /// Reads all addresses.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let mut people = Self::default();
        let mut own = BTreeSet::new();
        for seller in people::sellers(tx).await? {
            people
                .names
                .entry(seller.name.trim().to_lowercase())
                .and_modify(|id| *id = None)
                .or_insert(Some(seller.id));
            let Some(email) = seller.email.map(|email| email.trim().to_lowercase()) else { continue };
            own.extend(domain(&email).map(str::to_owned));
            // One person in two systems has one address; the first record stands for both.
            people.sellers.entry(email.clone()).or_insert(seller.id);
            people.emails.insert(seller.id, email);
        }
        for contact in people::contacts(tx).await? {
            let email = contact.email.trim().to_lowercase();
            if let Some(domain) =
                domain(&email).filter(|domain| !SHARED.contains(domain) && !own.contains(*domain))
            {
                merge(&mut people.domains, domain.to_owned(), contact.customer_id);
            }
            let met = (contact.customer_id, contact.unit_id);
            people
                .contacts
                .entry(email)
                .and_modify(|known| *known = known.filter(|known| known.0 == met.0))
                .or_insert(Some(met));
        }
        Ok(people)
    }

    /// The first that is known of several addresses or names between semicolons.
    pub fn seller(&self, candidates: &str) -> Option<i64> {
        candidates.split(';').map(|text| text.trim().to_lowercase()).find_map(|text| {
            self.sellers.get(&text).copied().or_else(|| self.names.get(&text).copied().flatten())
        })
    }

    /// Whether one of these addresses is the seller's.
    pub fn is_among(&self, seller: i64, addresses: &[String]) -> bool {
        self.emails.get(&seller).is_some_and(|email| addresses.contains(email))
    }

    /// The customer most of these addresses belong to; absent where two have as many.
    pub fn customer(&self, addresses: &[String]) -> Option<Met> {
        let mut met: BTreeMap<i64, (u32, Option<i64>)> = BTreeMap::new();
        for address in addresses.iter().filter(|address| !self.sellers.contains_key(*address)) {
            let of_domain = || Some((self.domains.get(domain(address)?).copied().flatten()?, None));
            let known = self.contacts.get(address).copied().unwrap_or_else(of_domain);
            if let Some((customer, unit)) = known {
                let (count, first) = met.entry(customer).or_default();
                *count += 1;
                *first = first.or(unit);
            }
        }
        let most = met.values().map(|(count, _)| *count).max()?;
        let mut winners = met.into_iter().filter(|(_, (count, _))| *count == most);
        let (customer, (_, unit)) = winners.next()?;
        winners.next().is_none().then_some((customer, unit))
    }
}

fn merge(known: &mut HashMap<String, Option<i64>>, key: String, id: i64) {
    known.entry(key).and_modify(|known| *known = known.filter(|known| *known == id)).or_insert(Some(id));
}

fn domain(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}
