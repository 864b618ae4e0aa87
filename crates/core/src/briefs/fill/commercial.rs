//! What is sold and what could be, as lines.
use super::{Pen, UnitRecord};
use crate::briefs::{Field, Mark};
use crate::languages::Words;

pub(super) fn write(record: &UnitRecord, pen: &mut Pen) {
    for line in &record.subscriptions {
        let mark = if line.derived { Mark::ToConfirm } else { Mark::Data };
        pen.write(Field::Products, mark, Words::same(line.product.clone()));
        if let Some(ends) = line.ends {
            let product = &line.product;
            let text = Words::new(format!("{product} ends on {ends}"), format!("{product} 於 {ends} 到期"));
            pen.write(Field::Term, mark, text);
        }
    }
    if let Some(arr) = record.arr {
        pen.data(Field::Arr, Words::same(arr.to_string()));
    }
    pen.list(Field::OpenInvoices, record.invoices.as_ref());
    pen.list(Field::OpenProposals, record.proposals.as_ref());
    if let Some(potential) = record.potential {
        pen.data(Field::PotentialArr, Words::same(potential.to_string()));
    }
    if let Some(bp) = record.developed_bp {
        pen.data(Field::Developed, Words::same(format!("{} %", bp / 100)));
    }
}
