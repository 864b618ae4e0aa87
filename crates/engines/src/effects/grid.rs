//! People by months of one outcome, and for whom the intervention begins when: what all methods look at.
use tandem_core::interventions::{Compared, Intervention, Member, Panel, Who};
use tandem_core::subscriptions::Month;

/// When it begins for a person, in months of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Begin {
    /// The first month that is not wholly before it.
    pub touched: usize,
    /// The first month that counts: whole, and after the months to settle.
    pub counted: usize,
}

/// One person, or a whole group where whole groups take part.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub name: String,
    /// The group within which was drawn.
    pub stratum: Option<String>,
    /// Month by month; absent where it is not known.
    pub values: Vec<Option<f64>>,
    /// When it begins; never for those who are only compared.
    pub begin: Option<Begin>,
    /// The mean before the first beginning, where it was locked then.
    pub locked: Option<f64>,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The month of index 0.
    pub from: Month,
    /// One past the last month that is looked at.
    pub until: usize,
    /// The last month that counts, had everything been seen.
    pub last: usize,
    /// Months before the beginning that are compared with.
    pub before: usize,
    /// Everybody who takes part or is compared, in the order of names.
    pub rows: Vec<Row>,
}

/// A person's mean before needs this share of the months before, and at least so many.
const SHARE_KNOWN_MIN: f64 = 0.5;
/// A mean that differs by less, relatively, was not changed.
const CHANGED: f64 = 1e-6;
/// Fewest months before.
pub const BEFORE_MIN: usize = 3;

impl Grid {
    /// Of a panel, as it is known at the end of `as_of`.
    pub fn new(of: &Intervention, panel: &Panel, as_of: Month) -> Self {
        let index = |month: Month| usize::try_from(panel.index(month)).unwrap_or(0);
        let last = index(of.last_month());
        let known = usize::try_from(panel.index(as_of) + 1).unwrap_or(0).min(panel.months());
        let settle = usize::try_from(of.settle_months).unwrap_or(0);
        let begin = |member: Option<&Member>| {
            let day = member.map_or(of.start, |member| of.start_of(member));
            let first = Intervention::first_month(day);
            Begin { touched: index(Month::of(day)), counted: index(first) + settle }
        };
        let row = |person: &tandem_core::interventions::PersonMonths| {
            let (begin, named) = match taking_part(of, &person.person)? {
                Part::Takes(member) => {
                    (Some(begin(member)), member.and_then(|member| member.stratum.clone()))
                }
                Part::Compared(member) => (None, member.and_then(|member| member.stratum.clone())),
            };
            let cells = person.cells.iter().take(known);
            Some(Row {
                name: person.person.clone(),
                stratum: named.or_else(|| person.stratum.clone()),
                values: cells.map(|cell| cell.rate(of.outcome)).collect(),
                begin,
                locked: None,
            })
        };
        let mut rows: Vec<Row> = panel.people.iter().filter_map(row).collect();
        rows.sort_by(|one, other| one.name.cmp(&other.name));
        let before = usize::try_from(of.baseline_months).unwrap_or(0);
        Self { from: panel.from, until: known.min(last + 1), last, before, rows }
    }

    /// Takes the locked means of the months before the first beginning; says of how many people the record says something else today.
    pub fn lock(&mut self, of: &Intervention) -> usize {
        let Some(baseline) = &of.baseline else { return 0 };
        let Some(first) = self.begins().first().copied() else { return 0 };
        let window = self.window(first);
        let is_same = self.month(first.touched).plus(-1) == baseline.to;
        let mut changed = 0;
        for row in &mut self.rows {
            let Some(locked) = baseline.means.get(&row.name).copied().filter(|_| is_same) else { continue };
            let known: Vec<f64> =
                window.clone().filter_map(|at| row.values.get(at).copied().flatten()).collect();
            let mean = known.iter().sum::<f64>() / known.len().max(1) as f64;
            let differs = known.is_empty() || (mean - locked).abs() > CHANGED * locked.abs().max(mean.abs());
            changed += usize::from(differs);
            let is_known = known.is_empty() || mean_before(&row.values, window.clone()).is_some();
            row.locked = is_known.then_some(locked);
        }
        changed
    }

    /// The month of an index.
    pub fn month(&self, at: usize) -> Month {
        self.from.plus(i32::try_from(at).unwrap_or(i32::MAX))
    }

    /// The window before a beginning.
    pub fn window(&self, begin: Begin) -> std::ops::Range<usize> {
        begin.touched.saturating_sub(self.before)..begin.touched
    }

    /// The beginnings there are, earliest first.
    pub fn begins(&self) -> Vec<Begin> {
        let mut begins: Vec<Begin> = self.rows.iter().filter_map(|row| row.begin).collect();
        begins.sort_unstable();
        begins.dedup();
        begins
    }

    /// How many take part.
    pub fn treated(&self) -> usize {
        self.rows.iter().filter(|row| row.begin.is_some()).count()
    }

    /// Person-months that count and lie before `until`, and all that will.
    pub fn counted(&self, until: usize) -> (usize, usize) {
        let months = |until: usize| -> usize {
            self.rows
                .iter()
                .filter_map(|row| row.begin)
                .map(|begin| until.saturating_sub(begin.counted))
                .sum()
        };
        (months(until.min(self.last + 1)), months(self.last + 1))
    }
}

/// The mean of the known values, where enough of the window is known.
pub fn mean_before(values: &[Option<f64>], window: std::ops::Range<usize>) -> Option<f64> {
    let length = window.len();
    let known: Vec<f64> = window.filter_map(|at| values.get(at).copied().flatten()).collect();
    let enough =
        known.len() >= BEFORE_MIN.min(length).max(1) && known.len() as f64 >= SHARE_KNOWN_MIN * length as f64;
    (length >= BEFORE_MIN && enough).then(|| known.iter().sum::<f64>() / known.len() as f64)
}

enum Part<'a> {
    Takes(Option<&'a Member>),
    Compared(Option<&'a Member>),
}

fn taking_part<'a>(of: &'a Intervention, person: &str) -> Option<Part<'a>> {
    let named = |members: &'a [Member]| members.iter().find(|member| member.person == person);
    if of.people == Who::Everybody {
        return Some(Part::Takes(None));
    }
    if let Some(member) = named(of.members()) {
        return Some(Part::Takes(Some(member)));
    }
    match &of.compared {
        Compared::EverybodyElse => Some(Part::Compared(None)),
        Compared::Nobody => None,
        Compared::These(members) => named(members).map(|member| Part::Compared(Some(member))),
    }
}
