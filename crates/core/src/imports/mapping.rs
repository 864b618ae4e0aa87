//! Mappings: which file holds which object, and which column which field. A document that people read and write (YAML or JSON).
use super::dialect::named;
use super::fields::{field, fields};
use super::records::ObjectKind;
use super::values::DateOrder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the files of one import are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The system they come from; its ids are kept under this name.
    #[serde(default)]
    pub source: String,
    /// One entry per file; files without an entry are passed over.
    pub files: Vec<FileMapping>,
}

/// How one file is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileMapping {
    /// The file's name, without folders.
    pub file: String,
    /// What its rows are.
    pub object: ObjectKind,
    /// Header to field.
    pub columns: BTreeMap<String, String>,
    /// Which comes first in dates of slashes; absent: told from the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// The file's encoding; absent: told from its first bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
}

/// Reads a mapping document and checks its fields; the error says where.
pub fn parse(text: &str) -> Result<Mapping, String> {
    let mapping: Mapping = serde_saphyr::from_str(text).map_err(|error| error.to_string())?;
    mapping.files.iter().try_for_each(check)?;
    Ok(mapping)
}

/// Refuses fields that the object does not have, fields named twice, and missing required ones.
pub fn check(file: &FileMapping) -> Result<(), String> {
    let mut seen = std::collections::BTreeSet::new();
    for (header, name) in &file.columns {
        if field(file.object, name).is_none() {
            let known: Vec<&str> = fields(file.object).iter().map(|f| f.name).collect();
            return Err(format!(
                "{}: column `{header}` is mapped to `{name}`, which {} do not have: use one of {}",
                file.file,
                file.object,
                known.join(", ")
            ));
        }
        if !seen.insert(name) {
            return Err(format!("{}: two columns are mapped to `{name}`: keep one of them", file.file));
        }
    }
    if let Some(unknown) = file.encoding.as_deref().filter(|label| named(label).is_none()) {
        return Err(format!(
            "{}: `{unknown}` is not an encoding: use utf-8, iso-8859-1, big5 or leave it out",
            file.file
        ));
    }
    let given = |name: &str| seen.iter().any(|seen| *seen == name);
    let known_by_name = file.object == ObjectKind::Opportunity && given("name") && given("customer_name");
    let missing = |name: &str| !given(name) && (name != "opportunity_id" || !known_by_name);
    match fields(file.object).iter().find(|f| f.required && missing(f.name)) {
        Some(missing) => {
            Err(format!("{}: no column is mapped to `{}` ({})", file.file, missing.name, missing.help))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let outcome = parse(text).map_or_else(|e| e, |m| format!("{} files of {}", m.files.len(), m.source));
        assert!(outcome.contains(expected), "{outcome}");
    }

    #[test]
    fn documents_are_checked_when_read() {
        check(
            "source: erp\nfiles:\n- file: c.csv\n  object: customers\n  columns: {No: customer_id, Name: name}\n",
            "1 files of erp",
        );
        check(
            "source: erp\nfiles:\n- {file: c.csv, object: customers, columns: {No: customer_id}}\n",
            "no column is mapped to `name`",
        );
        check(
            "source: erp\nfiles:\n- {file: c.csv, object: customers, columns: {No: number}}\n",
            "use one of customer_id",
        );
        check("source: erp\nfiles:\n- {file: c.csv, object: clients, columns: {}}\n", "line 3");
        check("source: erp\nfiles: []\nmood: good\n", "mood");
        check(
            "source: r\nfiles:\n- {file: r.csv, object: opportunities, columns: {A: customer_name, B: name, C: stage}}\n",
            "1 files of r",
        );
        check(
            "source: r\nfiles:\n- {file: r.csv, object: opportunities, columns: {B: name}}\n",
            "no column is mapped to `opportunity_id`",
        );
        check(
            "source: r\nfiles:\n- {file: r.csv, object: notes, encoding: klingon, columns: {B: text}}\n",
            "`klingon` is not an encoding",
        );
    }
}
