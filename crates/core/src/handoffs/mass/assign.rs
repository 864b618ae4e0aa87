//! Choosing receivers for many units, one after the other, with loads as they grow. Units that are hard to place come first: the largest load,
//! then the nearest renewal, then the largest revenue. Whoever has got one unit of a customer is asked first for the others.
use super::{MassPlan, MassUnit};
use crate::handoffs::receivers::{Candidate, Ineligible, Place, Terms, best, place, rank};
use crate::ids::{CustomerId, SellerId};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Who receives a unit, or why nobody does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// This seller, with the place among all when it was chosen.
    Receiver(SellerId, Place),
    /// The one whom the cause names cannot.
    NamedCannot(SellerId, Vec<Ineligible>),
    /// The one whom the cause names is not among the candidates.
    NamedUnknown(SellerId),
    /// Nobody can; the ranking of the unit alone says why of everybody.
    Nobody,
}

/// Chooses for every unit that `takes_part`, in the order of `units`; none for the others. `day` is the usual day of the transfer.
pub(super) fn assign(
    plan: &MassPlan,
    day: NaiveDate,
    takes_part: impl Fn(&MassUnit) -> bool,
) -> (Vec<Option<Chosen>>, Vec<Candidate>) {
    let mut book = Loads::new(plan);
    let mut chosen: Vec<Option<Chosen>> = plan.units.iter().map(|_| None).collect();
    let mut order: Vec<usize> = (0..plan.units.len()).filter(|at| takes_part(&plan.units[*at])).collect();
    order.sort_by_key(|at| {
        let unit = &plan.units[*at];
        let revenue = Reverse(unit.about.arr_minor.unwrap_or(0));
        // Whoever is named comes first, so that nobody else takes the room.
        let named = unit.receiver.is_none();
        (named, Reverse(unit.about.load), unit.renewal.is_none(), unit.renewal, revenue, unit.unit)
    });
    for at in order {
        chosen[at] =
            Some(book.choose(&plan.units[at], &Terms { giver: plan.units[at].giver, day, ..*plan.terms }));
    }
    (chosen, book.candidates)
}

/// Candidates with their loads as they grow.
struct Loads {
    candidates: Vec<Candidate>,
    places: BTreeMap<SellerId, usize>,
    paired: BTreeMap<SellerId, BTreeSet<usize>>,
    /// Who has got units of a customer already.
    chosen: BTreeMap<CustomerId, BTreeSet<usize>>,
}

impl Loads {
    fn new(plan: &MassPlan) -> Self {
        let candidates = plan.candidates.to_vec();
        let places = candidates.iter().enumerate().map(|(at, one)| (one.seller, at)).collect();
        let mut paired: BTreeMap<SellerId, BTreeSet<usize>> = BTreeMap::new();
        for (at, candidate) in candidates.iter().enumerate() {
            for giver in &candidate.paired_with {
                paired.entry(*giver).or_default().insert(at);
            }
        }
        Self { candidates, places, paired, chosen: BTreeMap::new() }
    }

    /// Those who serve the customer already carry no further one with the unit.
    fn choose(&mut self, unit: &MassUnit, terms: &Terms) -> Chosen {
        let load = unit.about.load;
        let serving = unit.serving.iter().filter_map(|seller| self.places.get(seller).copied());
        let chosen = self.chosen.get(&unit.customer).into_iter().flatten().copied();
        let serving: BTreeSet<usize> = serving.chain(chosen).collect();
        serving.iter().for_each(|at| self.candidates[*at].load -= load);
        let found = self.look(unit, terms);
        serving.iter().for_each(|at| self.candidates[*at].load += load);
        match found {
            Ok(at) => {
                let place = place(&unit.about, &self.candidates[at], terms);
                if !serving.contains(&at) {
                    self.candidates[at].load = self.candidates[at].load.saturating_add(load);
                }
                self.chosen.entry(unit.customer).or_default().insert(at);
                Chosen::Receiver(self.candidates[at].seller, place)
            }
            Err(refused) => refused,
        }
    }

    fn look(&self, unit: &MassUnit, terms: &Terms) -> Result<usize, Chosen> {
        let Some(named) = unit.receiver else { return self.best(unit, terms).ok_or(Chosen::Nobody) };
        let at = self.places.get(&named).copied().ok_or(Chosen::NamedUnknown(named))?;
        let ranking = rank(&unit.about, std::slice::from_ref(&self.candidates[at]), terms);
        match ranking.ineligible.into_iter().next() {
            Some((_, reasons)) => Err(Chosen::NamedCannot(named, reasons)),
            None => Ok(at),
        }
    }

    /// Who got another unit of the customer, else the paired one; where none of them can, everybody is compared.
    fn best(&self, unit: &MassUnit, terms: &Terms) -> Option<usize> {
        let of = |places: Option<&BTreeSet<usize>>| {
            let near = places.into_iter().flatten().map(|at| &self.candidates[*at]);
            best(&unit.about, near, terms)
        };
        let found = of(self.chosen.get(&unit.customer)).or_else(|| of(self.paired.get(&unit.giver)));
        let found = found.or_else(|| best(&unit.about, &self.candidates, terms))?;
        self.places.get(&found.seller).copied()
    }
}
