//! The cells of one row by field, and the problems met while reading them.
use super::*;
use crate::exports::plain_cell;

/// A row under a plan.
pub struct Cells<'a> {
    pub plan: &'a Plan,
    cells: Vec<(&'static str, &'a str, &'a str)>,
    pub problems: Vec<Problem>,
}

const DATE_ADVICE: &str = "Write it as YYYY-MM-DD.";
/// Minor units; more is no amount of a company, and sums of many of these still fit.
const MINOR_MAX: u64 = 1_000_000_000_000_000;
const ID_CHARACTERS_MAX: usize = 200;
/// A week has 168 hours.
const CENTIHOURS_MAX: i32 = 16_800;
/// A month of minutes: longer is a slip of the keyboard.
const MINUTES_MAX: i64 = 44_640;

impl<'a> Cells<'a> {
    pub fn new<C: AsRef<str>>(plan: &'a Plan, row: &'a [C]) -> Self {
        let cell = |place: usize| row.get(place).map_or("", |cell| plain_cell(cell.as_ref().trim()));
        let cells =
            plan.columns.iter().map(|(name, header, place)| (*name, header.as_str(), cell(*place))).collect();
        Self { plan, cells, problems: Vec::new() }
    }

    /// The cell of a field; absent where there is no column or nothing in it.
    pub fn get(&self, field: &str) -> Option<&'a str> {
        self.cells
            .iter()
            .find(|(name, ..)| *name == field)
            .map(|(.., cell)| *cell)
            .filter(|cell| !cell.is_empty())
    }

    pub fn text(&self, field: &str) -> Option<String> {
        self.get(field).map(|cell| cell.chars().filter(|c| *c != '\0').collect())
    }

    /// Addresses between semicolons, in small letters.
    pub fn addresses(&self, field: &str) -> Vec<String> {
        let parts = self.get(field).into_iter().flat_map(|cell| cell.split(';'));
        parts.map(|part| part.trim().to_lowercase()).filter(|part| part.contains('@')).collect()
    }

    pub fn flag(&mut self, field: &str) -> bool {
        let Some(cell) = self.get(field) else { return false };
        let flag = values::boolean(cell);
        if flag.is_none() {
            self.problem(field, "This is neither yes nor no.", "Write 1 or 0, true or false, yes or no.");
        }
        flag.unwrap_or(false)
    }

    pub fn problem(&mut self, field: &str, problem: &str, advice: &str) {
        let found = self.cells.iter().find(|(name, ..)| *name == field);
        let (header, value) = found.map_or((field, ""), |(_, header, cell)| (*header, *cell));
        self.problems.push(Problem::new(header, value, problem, advice));
    }

    pub fn missing(&mut self, field: &str) {
        let help = crate::imports::fields::field(self.plan.object, field).map_or("a value", |f| f.help);
        self.problem(field, "A value is needed here.", &format!("Give {help}."));
    }

    pub fn required(&mut self, field: &str) -> Option<String> {
        let text = self.text(field);
        if text.is_none() {
            self.missing(field);
        }
        text
    }

    /// The id of the row itself, whole.
    pub fn id(&mut self, field: &str) -> Option<String> {
        let id = self.get(field).and_then(|cell| self.one_form(cell));
        match &id {
            None => self.missing(field),
            Some(id) if id.chars().count() > ID_CHARACTERS_MAX => {
                self.problem(field, "This is too long for an id.", "Ids have at most 200 characters.");
                return None;
            }
            Some(id) if is_rounded(id) => {
                self.problem(
                    field,
                    "A spreadsheet program has rounded this id.",
                    "Export the file again and do not save it from a spreadsheet program, or format the column as text.",
                );
                return None;
            }
            Some(_) => {}
        }
        id
    }

    /// An id of another record, in its one form; absent where the source writes an empty id.
    pub fn reference(&self, field: &str) -> Option<String> {
        let cell = self.get(field)?;
        if self.plan.source != Some(SourceKind::HubSpot) {
            return self.one_form(cell);
        }
        // Several ids in one cell: the first is the primary one.
        cell.split([';', ',']).find_map(|id| self.one_form(id))
    }

    fn one_form(&self, cell: &str) -> Option<String> {
        let id = cell.trim();
        match self.plan.source {
            Some(SourceKind::Salesforce) => (!values::is_empty_id(id)).then(|| values::salesforce_id(id)),
            _ => (!id.is_empty()).then(|| id.to_owned()),
        }
    }

    /// The seller of a reference. Salesforce's queues, whose ids begin with 00G, are nobody.
    pub fn seller(&self, field: &str) -> Option<String> {
        let salesforce = self.plan.source == Some(SourceKind::Salesforce);
        self.reference(field).filter(|id| !(salesforce && id.starts_with("00G")))
    }

    pub fn reference_or_name(&self, id: &str, name: &str) -> Option<String> {
        let by_id = if id == "owner_id" { self.seller(id) } else { self.reference(id) };
        by_id.or_else(|| self.get(name).map(|name| format!("{BY_NAME}{name}")))
    }

    pub fn name(&self) -> Option<String> {
        self.text("name").or_else(|| match (self.get("first_name"), self.get("last_name")) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            (first, last) => first.or(last).map(str::to_owned),
        })
    }

    pub fn word<W: FromStr>(&mut self, field: &str) -> Option<W>
    where
        W::Err: std::fmt::Display,
    {
        let cell = self.get(field)?;
        let word = cell.to_lowercase().replace([' ', '-'], "_");
        W::from_str(&word)
            .map_err(|error| self.problem(field, "This word is not known.", &error.to_string()))
            .ok()
    }

    /// The date of a field, or of another where it is blank.
    pub fn date_or(&mut self, field: &str, other: &str) -> Option<NaiveDate> {
        let field = if self.get(field).is_some() { field } else { other };
        self.date(field)
    }

    pub fn date(&mut self, field: &str) -> Option<NaiveDate> {
        let cell = self.get(field)?;
        let date = values::date(cell, self.plan.dates);
        if date.is_none() {
            self.problem(field, "This is not a date.", DATE_ADVICE);
        }
        date
    }

    pub fn required_date(&mut self, field: &str) -> Option<NaiveDate> {
        if self.get(field).is_none() {
            self.missing(field);
        }
        self.date(field)
    }

    pub fn in_order(&mut self, start: Option<NaiveDate>, end: Option<NaiveDate>) -> bool {
        let fine = start.zip(end).is_none_or(|(start, end)| start < end);
        if !fine {
            self.problem(
                "end_date",
                "The end is not after the start.",
                "The end is the first day no longer counted: correct one of the two.",
            );
        }
        fine
    }

    pub fn money(&mut self, field: &str) -> Option<Money> {
        let cell = self.get(field)?;
        let currency = match self.get("currency").map(Currency::from_str) {
            Some(unknown) if !unknown.as_ref().is_ok_and(Currency::is_known) => {
                self.problem(
                    "currency",
                    "This is not a currency.",
                    "Use the three letters of ISO 4217, such as USD.",
                );
                return None;
            }
            Some(Ok(currency)) => currency,
            _ => self.plan.currency,
        };
        let money = values::decimal(cell)
            .ok_or(())
            .and_then(|decimal| Money::rounded(decimal, currency).map_err(|_| ()))
            .and_then(|money| if money.minor.unsigned_abs() <= MINOR_MAX { Ok(money) } else { Err(()) });
        if money.is_err() {
            self.problem(field, "This is not an amount that can be kept.", "Write a number such as 1234.50.");
        }
        money.ok()
    }

    pub fn times_quantity(&mut self, price: Money) -> Option<Money> {
        let Some(cell) = self.get("quantity") else { return Some(price) };
        let quantity = values::decimal(cell);
        let product =
            quantity.and_then(|quantity| quantity.checked_mul(rust_decimal::Decimal::from(price.minor)));
        let minor = product
            .and_then(|product| product.round().to_i64())
            .filter(|minor| minor.unsigned_abs() <= MINOR_MAX);
        if minor.is_none() {
            self.problem("quantity", "This is not a quantity.", "Write a number.");
        }
        minor.map(|minor| Money { minor, ..price })
    }

    pub fn point(&mut self) -> Option<Point> {
        let lat = self.degrees("lat", 90.0);
        let lon = self.degrees("lon", 180.0);
        lat.zip(lon).map(|(lat, lon)| Point { lat, lon })
    }

    fn degrees(&mut self, field: &str, most: f64) -> Option<f64> {
        let cell = self.get(field)?;
        let degrees = cell.parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
        if degrees.is_none() {
            self.problem(
                field,
                "This is not a coordinate.",
                &format!("Write degrees between -{most} and {most} with a point."),
            );
        }
        degrees
    }

    pub fn centihours(&mut self, field: &str) -> Option<i32> {
        let cell = self.get(field)?;
        let hundredths = values::decimal(cell)
            .and_then(|hours| hours.checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?.to_i32());
        let fine = hundredths.filter(|hundredths| (0..=CENTIHOURS_MAX).contains(hundredths));
        if fine.is_none() {
            self.problem(
                field,
                "This is not a number of hours in a week.",
                "Write a number between 0 and 168.",
            );
        }
        fine
    }

    pub fn minutes(&mut self) -> Option<i32> {
        let (field, cell, per_minute) = match (self.get("minutes"), self.get("seconds")) {
            (Some(cell), _) => ("minutes", cell, 1),
            (None, Some(cell)) => ("seconds", cell, 60),
            (None, None) => return None,
        };
        let minutes = values::decimal(cell)
            .and_then(|number| (number / rust_decimal::Decimal::from(per_minute)).round().to_i64());
        let fine = minutes.filter(|minutes| (0..=MINUTES_MAX).contains(minutes));
        if fine.is_none() {
            self.problem(field, "This is not a duration.", "Write whole minutes between 0 and 44640.");
        }
        fine.and_then(|minutes| i32::try_from(minutes).ok())
    }
}

/// `1.05286E+11`: a long number that a spreadsheet program showed in short and saved so.
fn is_rounded(id: &str) -> bool {
    let Some((digits, power)) = id.split_once("E+") else { return false };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all_digits(power) && all_digits(&digits.replacen(['.', ','], "", 1))
}
