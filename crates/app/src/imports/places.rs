//! How many customers of a run have coordinates, and from where, as sentences of its report.
use std::collections::BTreeMap;
use tandem_core::places::{Place, PlaceSource};

/// Counts by source; `None` is unknown.
#[derive(Clone, Debug, Default)]
pub struct Places(BTreeMap<Option<PlaceSource>, u64>);

impl Places {
    /// Counts a customer.
    pub fn count(&mut self, place: Option<Place>) {
        *self.0.entry(place.map(|place| place.source)).or_default() += 1;
    }

    /// Sentences, one per source that was used, and one for what is unknown.
    pub fn notes(&self) -> Vec<String> {
        let counted = PlaceSource::ALL.iter().map(|source| Some(*source)).chain([None]);
        let with = counted.filter_map(|source| Some((source, *self.0.get(&source)?)));
        with.map(|(source, count)| sentence(source, count)).collect()
    }
}

fn sentence(source: Option<PlaceSource>, count: u64) -> String {
    let (one, many) = match source {
        Some(PlaceSource::Given) => ("had coordinates", "had coordinates"),
        Some(PlaceSource::PostalCode) => {
            ("got coordinates from its postal code", "got coordinates from their postal code")
        }
        Some(PlaceSource::PostalArea) => (
            "got coordinates from the area of its postal code",
            "got coordinates from the area of their postal code",
        ),
        Some(PlaceSource::City) => ("got coordinates from its city", "got coordinates from their city"),
        Some(PlaceSource::CityAssumed) => (
            "got those of the largest city of that name: a region or country would say which one is meant",
            "got those of the largest city of that name: a region or country would say which one is meant",
        ),
        Some(PlaceSource::Region) => ("got coordinates from its region", "got coordinates from their region"),
        None => ("is at an unknown place", "are at unknown places"),
    };
    match count {
        1 => format!("1 customer {one}."),
        _ => format!("{count} customers {many}."),
    }
}
