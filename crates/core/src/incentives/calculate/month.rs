//! What a month's end brings: guarantees are topped up, advances are paid and given back.
use super::{Calculator, Cause, Draft, Reason, Sink};
use crate::incentives::because::Because;
use crate::incentives::book::{PersonNo, VersionNo};
use crate::incentives::ledger::{Account, Entry, Kind};
use crate::incentives::plan::Floor;
use crate::money::{Money, MoneyError};
use crate::subscriptions::months::Month;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is known of people's months.
#[derive(Debug, Default)]
pub struct Months {
    /// What was earned by month of the event; only where there are guarantees.
    earned: BTreeMap<(PersonNo, Month), i64>,
    /// What was topped up, by person, first month of the span, plan version and place of the guarantee.
    topped: BTreeMap<(PersonNo, Month, VersionNo, usize), i64>,
    /// What became payable in the month that is running; only where there are draws.
    payable: BTreeMap<PersonNo, i64>,
    /// What was paid in advance and not given back.
    owed: BTreeMap<PersonNo, i64>,
    /// Whether any plan has guarantees.
    guarantees: bool,
    /// Whether any plan has draws.
    draws: bool,
}

impl Months {
    /// Nothing yet; by plans it is known what must be watched.
    pub fn new(guarantees: bool, draws: bool) -> Self {
        Self { guarantees, draws, ..Self::default() }
    }

    /// Whether what becomes payable must be told.
    pub fn watches_payable(&self) -> bool {
        self.draws
    }

    /// Something became payable.
    pub fn paid(&mut self, person: Option<PersonNo>, minor: i64) -> Result<(), MoneyError> {
        let Some(person) = person else { return Ok(()) };
        let sum = self.payable.entry(person).or_default();
        *sum = sum.checked_add(minor).ok_or(MoneyError::Overflow)?;
        Ok(())
    }

    fn earned_in(&self, person: PersonNo, first: Month, months: i32) -> i128 {
        let range = (person, first)..(person, first.plus(months));
        self.earned.range(range).map(|(_, minor)| i128::from(*minor)).sum()
    }
}

/// Longest span of a guarantee, in months.
const SPAN_MONTHS_MAX: i32 = 12;

impl Calculator {
    /// Somebody earned something in a month; a guarantee that was topped up for it already gives way.
    pub(super) fn earned(
        &mut self,
        cause: &mut Cause,
        person: PersonNo,
        month: Month,
        minor: i64,
        out: Sink,
    ) -> Result<(), Reason> {
        if !self.months.guarantees {
            return Ok(());
        }
        let sum = self.months.earned.entry((person, month)).or_default();
        *sum = sum.checked_add(minor).ok_or(MoneyError::Overflow)?;
        let since = (person, month.plus(1 - SPAN_MONTHS_MAX), VersionNo::MIN, usize::MIN);
        let until = (person, month, VersionNo::MAX, usize::MAX);
        let topped: Vec<_> = self.months.topped.range(since..=until).map(|(key, _)| *key).collect();
        for (_, first, version, at) in topped {
            self.top_up(cause, person, (version, at), first, Some(month), out)?;
        }
        Ok(())
    }

    /// Brings the top-up of a guarantee to what it must be now.
    fn top_up(
        &mut self,
        cause: &mut Cause,
        person: PersonNo,
        (number, at): (VersionNo, usize),
        first: Month,
        touched: Option<Month>,
        out: Sink,
    ) -> Result<(), Reason> {
        let Some(version) = self.book.version(number) else { return Ok(()) };
        let (Some(floor), Some(id)) = (version.plan.guarantees.get(at), version.guarantees.get(at)) else {
            return Ok(());
        };
        if touched.is_some_and(|month| first.until(month) >= floor.per.months()) {
            return Ok(());
        }
        let earned = self.months.earned_in(person, first, floor.per.months());
        let target =
            i64::try_from((i128::from(floor.amount) - earned).max(0)).map_err(|_| MoneyError::Overflow)?;
        let before = self.months.topped.insert((person, first, number, at), target).unwrap_or(0);
        let change = target.checked_sub(before).ok_or(MoneyError::Overflow)?;
        if change == 0 {
            return Ok(());
        }
        let currency = version.plan.currency;
        let because = Because::Guarantee {
            amount: Money::new(floor.amount, currency),
            span: floor.per.name(first).into(),
            earned: Money::new(i64::try_from(earned).map_err(|_| MoneyError::Overflow)?, currency),
        };
        let counted = floor.per.last_day(first);
        let mut draft = Draft::new(version, Kind::Guaranteed, id.clone(), counted, vec![because]);
        draft.payable(self.name(person), change);
        draft.cost(-change);
        self.post(cause, draft, out)?;
        Ok(())
    }

    /// Posts guarantees and draws of a month that has ended.
    pub(super) fn end_month(&mut self, month: Month, out: Sink) -> Result<(), Reason> {
        if !self.months.guarantees && !self.months.draws {
            return Ok(());
        }
        let people: Vec<(PersonNo, Month)> =
            self.book.people().filter_map(|(number, person)| Some((number, person.first_month()?))).collect();
        for (person, start) in people {
            let Some(version) = self.book.version_on(person, month.last_day()) else { continue };
            self.guarantee(person, version, start, month, out)?;
            self.draw(person, version, start, month, out)?;
        }
        self.months.payable.clear();
        Ok(())
    }

    fn guarantee(
        &mut self,
        person: PersonNo,
        number: VersionNo,
        start: Month,
        month: Month,
        out: Sink,
    ) -> Result<(), Reason> {
        let Some(version) = self.book.version(number) else { return Ok(()) };
        let due: Vec<(usize, Month, String)> = (0..)
            .zip(&version.plan.guarantees)
            .filter(|(_, floor)| {
                floor.per.last_day(floor.per.first_month(month.first_day())) == month.last_day()
            })
            .map(|(at, floor)| (at, floor, floor.per.first_month(month.first_day())))
            .filter(|(_, floor, first)| self.entitled(floor, person, start, *first, month))
            .map(|(at, floor, first)| {
                (at, first, format!("{} {} {}", floor.id, self.name(person), floor.per.name(first)))
            })
            .collect();
        for (at, first, name) in due {
            let mut cause = Cause::of_calendar(name, None, month.last_day());
            self.top_up(&mut cause, person, (number, at), first, None, out)?;
        }
        Ok(())
    }

    /// Whether a guarantee or draw is for a person in a span, which may begin before the person does.
    fn entitled(&self, floor: &Floor, person: PersonNo, start: Month, first: Month, last: Month) -> bool {
        let role = self.book.person(person).and_then(|person| person.role(last.last_day()));
        let Some(role) = role else { return false };
        let since = start.until(first).max(0);
        let within = floor.first_months.is_none_or(|months| i64::from(since) < i64::from(months));
        within && start <= last && (floor.roles.is_empty() || floor.roles.iter().any(|other| other == role))
    }

    fn draw(
        &mut self,
        person: PersonNo,
        number: VersionNo,
        start: Month,
        month: Month,
        out: Sink,
    ) -> Result<(), Reason> {
        let owed = self.months.owed.get(&person).copied().unwrap_or(0);
        let Some(version) = self.book.version(number) else { return Ok(()) };
        let given = (0..)
            .zip(&version.plan.draws)
            .find(|(_, floor)| self.entitled(floor, person, start, month, month));
        let (at, amount) = given.map_or((None, 0), |(at, floor)| (Some(at), floor.amount));
        let earned = self.months.payable.get(&person).copied().unwrap_or(0);
        let above = earned.checked_sub(amount).ok_or(MoneyError::Overflow)?;
        let currency = version.plan.currency;
        let span: Arc<str> = month.to_string().into();
        let (kind, minor, because) = if above < 0 && at.is_some() {
            let (amount, earned) = (Money::new(amount, currency), Money::new(earned, currency));
            (Kind::Advanced, -above, Because::Advance { amount, span: span.clone(), earned })
        } else if above > 0 && owed > 0 {
            let back = above.min(owed);
            let left = Money::new(owed - back, currency);
            (Kind::Recovered, -back, Because::Recovery { span: span.clone(), left })
        } else {
            return Ok(());
        };
        let id = at.and_then(|at| version.draws.get(at).cloned()).unwrap_or_else(|| "draw".into());
        let name = format!("{id} {} {span}", self.name(person));
        let mut draft = Draft::new(version, kind, id, month.last_day(), vec![because]);
        draft.payable(self.name(person), minor);
        draft.entries.push(Entry { account: Account::Draw, person: Some(self.name(person)), minor: -minor });
        let mut cause = Cause::of_calendar(name, None, month.last_day());
        self.post(&mut cause, draft, out)?;
        self.months.owed.insert(person, owed.checked_add(minor).ok_or(MoneyError::Overflow)?);
        Ok(())
    }
}
