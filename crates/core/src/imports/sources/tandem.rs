//! Tandem's own files: named for their object, headers named for their fields.
use super::{Recognised, SourceKind};
use crate::imports::fields::{field, fields};
use crate::imports::records::ObjectKind;

/// Recognises the file by its name, or by headers that fit one object only.
pub fn recognise(stem: &str, headers: &[&str]) -> Option<Recognised> {
    let named = stem.to_ascii_lowercase().parse::<ObjectKind>().ok().filter(|object| fits(*object, headers));
    let object = named.or_else(|| ObjectKind::ALL.iter().copied().find(|object| fits(*object, headers)))?;
    let known = headers.iter().filter(|header| field(object, header).is_some());
    Some(Recognised {
        source: SourceKind::Tandem,
        object: Some(object),
        columns: known.map(|header| ((*header).to_owned(), (*header).to_owned())).collect(),
        because: format!("The headers are those of Tandem's own {object}.csv."),
    })
}

/// All required fields are there under their own names, and most headers are fields.
fn fits(object: ObjectKind, headers: &[&str]) -> bool {
    let known = headers.iter().filter(|header| field(object, header).is_some()).count();
    let required = fields(object).iter().filter(|f| f.required).all(|f| headers.contains(&f.name));
    required && known * 3 >= headers.len() * 2
}
