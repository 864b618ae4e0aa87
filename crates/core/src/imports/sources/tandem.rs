//! Tandem's own files: named for their object, headers named for their fields.
use super::{Recognised, SourceKind};
use crate::imports::fields::{field, fields};
use crate::imports::records::ObjectKind;

/// Recognises the file by its name, or by headers: the object that knows most of them.
pub fn recognise(stem: &str, headers: &[&str]) -> Option<Recognised> {
    let named = stem.to_ascii_lowercase().parse::<ObjectKind>().ok().filter(|object| fits(*object, headers));
    let fitting = || ObjectKind::ALL.iter().copied().filter(|object| fits(*object, headers));
    let object = named.or_else(|| fitting().max_by_key(|object| known(*object, headers)))?;
    let columns = headers.iter().filter(|header| field(object, header).is_some());
    Some(Recognised {
        source: SourceKind::Tandem,
        object: Some(object),
        columns: columns.map(|header| ((*header).to_owned(), (*header).to_owned())).collect(),
        because: format!("The headers are those of Tandem's own {object}.csv."),
    })
}

/// All required fields are there under their own names, and most headers are fields.
fn fits(object: ObjectKind, headers: &[&str]) -> bool {
    let required = fields(object).iter().filter(|f| f.required).all(|f| headers.contains(&f.name));
    required && known(object, headers) * 3 >= headers.len() * 2
}

fn known(object: ObjectKind, headers: &[&str]) -> usize {
    headers.iter().filter(|header| field(object, header).is_some()).count()
}
