//! Retention of a year: what became of the ARR of those who were customers at its start.
use super::book::Book;

/// Shares of the ARR, or of the customers, of a year's start; none where nobody was a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Retention {
    /// Net revenue retention: their ARR at the end over their ARR at the start.
    pub nrr: Option<f64>,
    /// Gross revenue retention: the same, no customer counted with more than at the start.
    pub grr: Option<f64>,
    /// The share of them who are no longer customers.
    pub logo_churn: Option<f64>,
}

/// ARR by account, in account order.
pub struct Snapshot(Vec<(usize, f64)>);

impl Snapshot {
    /// As it is now.
    pub fn of(book: &Book) -> Self {
        let arr = book.customers.iter().map(|customer| (customer.account, book.arr_of(customer)));
        Self(arr.filter(|(_, arr)| *arr > 0.0).collect())
    }

    /// From here to a later snapshot.
    pub fn retention(&self, later: &Self) -> Retention {
        if self.0.is_empty() {
            return Retention::default();
        }
        let (mut start, mut end, mut kept, mut lost) = (0.0, 0.0, 0.0, 0);
        for (account, before) in &self.0 {
            let found = later.0.binary_search_by_key(account, |(account, _)| *account);
            let after = found.map_or(0.0, |at| later.0[at].1);
            start += before;
            end += after;
            kept += after.min(*before);
            lost += usize::from(after <= 0.0);
        }
        let logo_churn = lost as f64 / self.0.len() as f64;
        Retention { nrr: Some(end / start), grr: Some(kept / start), logo_churn: Some(logo_churn) }
    }
}
