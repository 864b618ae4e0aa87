//! Looks at a ledger without trusting who wrote it: sums, names, links, order; and whether a fresh calculation says the same.
use super::ledger::{Account, Kind, Posting, PostingId};
use crate::money::Currency;
use crate::subscriptions::months::Month;
use std::collections::{BTreeMap, HashMap};

/// Something in a ledger that must not be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// Entries that do not add up.
    #[error("posting {posting}: its entries add up to {sum} minor units of {currency}, not to 0")]
    NotZero {
        /// The posting.
        posting: PostingId,
        /// The sum.
        sum: i128,
        /// The currency.
        currency: Currency,
    },
    /// Two postings of one name.
    #[error("posting {0}: there are two of this name")]
    Twice(PostingId),
    /// A cost with a person, or another account without one.
    #[error(
        "posting {0}: the cost belongs to nobody and every other account to somebody, but an entry has it otherwise"
    )]
    Owner(PostingId),
    /// No reason.
    #[error("posting {0}: it says not why")]
    NoReason(PostingId),
    /// A reversal of nothing.
    #[error("posting {posting}: it is about posting {of}, which is not before it")]
    UnknownOriginal {
        /// The posting.
        posting: PostingId,
        /// The one it names.
        of: PostingId,
    },
    /// Another currency than what it is about.
    #[error("posting {posting}: it is in another currency than posting {of}, which it is about")]
    OtherCurrency {
        /// The posting.
        posting: PostingId,
        /// The one it names.
        of: PostingId,
    },
    /// More taken back than there was.
    #[error("posting {of}: {person} got {earned} minor units by it, but {reversed} were taken back")]
    TakenTooMuch {
        /// The earlier posting.
        of: PostingId,
        /// Who.
        person: String,
        /// What the person got, with what others lost to the person.
        earned: i128,
        /// What was taken back.
        reversed: i128,
    },
    /// Posted into a period before the one reached.
    #[error("posting {posting}: it is in {period}, after postings in {reached}")]
    Backwards {
        /// The posting.
        posting: PostingId,
        /// Its period.
        period: Month,
        /// The period reached.
        reached: Month,
    },
    /// A fresh calculation has it otherwise.
    #[error("posting {0}: a fresh calculation has it otherwise")]
    Different(PostingId),
    /// A fresh calculation has it not.
    #[error("posting {0}: a fresh calculation does not make it")]
    Unexpected(PostingId),
    /// A fresh calculation has one more.
    #[error("posting {0}: a fresh calculation makes it, but it is not in the ledger")]
    Missing(PostingId),
}

/// Takes the postings of a ledger in their order and remembers what is needed to judge the next ones.
#[derive(Debug, Default)]
pub struct Verifier {
    breaches: Vec<Breach>,
    known: HashMap<PostingId, Currency>,
    /// What each person got by an original, and what of it was taken back.
    moved: BTreeMap<(PostingId, String), (i128, i128)>,
    reached: Option<Month>,
}

impl Verifier {
    /// Looks at the next posting.
    pub fn take(&mut self, posting: &Posting) {
        let id = &posting.id;
        if posting.sum() != 0 {
            let (sum, currency) = (posting.sum(), posting.currency);
            self.breaches.push(Breach::NotZero { posting: id.clone(), sum, currency });
        }
        if posting.entries.iter().any(|entry| (entry.account == Account::Cost) != entry.person.is_none()) {
            self.breaches.push(Breach::Owner(id.clone()));
        }
        if posting.because.is_empty() {
            self.breaches.push(Breach::NoReason(id.clone()));
        }
        if let Some(reached) = self.reached.filter(|reached| *reached > posting.period) {
            let period = posting.period;
            self.breaches.push(Breach::Backwards { posting: id.clone(), period, reached });
        }
        self.reached = self.reached.max(Some(posting.period));
        self.link(posting);
        if self.known.insert(id.clone(), posting.currency).is_some() {
            self.breaches.push(Breach::Twice(id.clone()));
        }
    }

    /// What a posting that is about another one does to what that one gave.
    fn link(&mut self, posting: &Posting) {
        let Some(of) = &posting.of else {
            if posting.kind == Kind::Earned {
                self.count(&posting.id, posting, false);
            }
            return;
        };
        match self.known.get(of) {
            None => {
                self.breaches.push(Breach::UnknownOriginal { posting: posting.id.clone(), of: of.clone() });
                return;
            }
            Some(currency) if *currency != posting.currency => {
                self.breaches.push(Breach::OtherCurrency { posting: posting.id.clone(), of: of.clone() });
            }
            Some(_) => {}
        }
        match posting.kind {
            Kind::Reversed => self.count(of, posting, true),
            Kind::Forfeited => self.count(of, posting, false),
            _ => {}
        }
    }

    fn count(&mut self, original: &PostingId, posting: &Posting, back: bool) {
        for entry in &posting.entries {
            let Some(person) = &entry.person else { continue };
            let (earned, reversed) = self.moved.entry((original.clone(), person.to_string())).or_default();
            if back {
                *reversed -= i128::from(entry.minor);
            } else {
                *earned += i128::from(entry.minor);
            }
        }
    }

    /// All breaches.
    pub fn finish(mut self) -> Vec<Breach> {
        for ((of, person), (earned, reversed)) in self.moved {
            let within =
                if earned >= 0 { (0..=earned).contains(&reversed) } else { (earned..=0).contains(&reversed) };
            if !within {
                self.breaches.push(Breach::TakenTooMuch { of, person, earned, reversed });
            }
        }
        self.breaches
    }
}

/// Compares a ledger with a fresh calculation of the same events; both in their order.
pub fn differences<'p>(
    ledger: impl IntoIterator<Item = &'p Posting>,
    fresh: impl IntoIterator<Item = &'p Posting>,
) -> Vec<Breach> {
    let mut fresh: BTreeMap<&PostingId, &Posting> =
        fresh.into_iter().map(|posting| (&posting.id, posting)).collect();
    let mut breaches = Vec::new();
    for posting in ledger {
        match fresh.remove(&posting.id) {
            None => breaches.push(Breach::Unexpected(posting.id.clone())),
            Some(other) if other != posting => breaches.push(Breach::Different(posting.id.clone())),
            Some(_) => {}
        }
    }
    breaches.extend(fresh.into_keys().map(|id| Breach::Missing(id.clone())));
    breaches
}
