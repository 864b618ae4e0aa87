//! Notes that people write at first sales and at changes of hands.
use super::hunting::{customer_id, unit_id};
use super::simulation::Simulation;
use super::texts;
use chrono::NaiveDate;
use tandem_core::imports::records::{NoteRecord, Record};

const AFTER_WIN: f64 = 0.75;
const AT_HANDOVER: f64 = 0.6;

impl Simulation {
    /// A note of the winner, mostly.
    pub fn note_win(&mut self, seller: usize, unit: usize, day: NaiveDate) {
        if self.dice.chance(AFTER_WIN) {
            let language = self.customers[self.units[unit].customer].language;
            let text = self.dice.pick(texts::won_notes(language));
            let text = text.replacen("{}", &self.sellers[seller].record.name, 1);
            self.note(seller, unit, day, text);
        }
    }

    /// A note of whoever hands over, more often than not.
    pub fn note_handover(&mut self, unit: usize, from: usize, to: usize, day: NaiveDate) {
        if self.dice.chance(AT_HANDOVER) {
            let language = self.customers[self.units[unit].customer].language;
            let text = self.dice.pick(texts::handover_notes(language));
            let text = text.replacen("{}", &self.sellers[from].record.name, 1);
            let text = text.replacen("{}", &self.sellers[to].record.name, 1);
            self.note(from, unit, day, text);
        }
    }

    fn note(&mut self, author: usize, unit: usize, date: NaiveDate, text: String) {
        let record = NoteRecord {
            external_id: format!("N{:05}", self.numbers.note()),
            customer: Some(customer_id(self.units[unit].customer)),
            unit: Some(unit_id(unit)),
            author: Some(self.sellers[author].record.external_id.clone()),
            date,
            text,
        };
        self.emit(Record::Note(record));
    }
}
