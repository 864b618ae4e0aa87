//! Alignments: drafts and what became of them, the work of solving them, proposals, challenges, pairs, and what the record says of places and time.
mod challenges;
mod drafts;
mod pairs;
mod proposals;
mod record;
mod solves;

pub use challenges::{ChallengeRow, answer, challenge, challenge_of, challenges};
pub use drafts::{
    Adoption, AlignmentRow, adopt, alignment, alignments, change, create, delete, relock, withdraw,
};
pub use pairs::{PairRow, begin_pair, handoffs_of, keep_handoff, pairs_on, pairs_since, unpair};
pub use proposals::{ProposalRow, proposal, proposals, replace, rework};
pub use record::{ObservedRow, UnitRow, observed, places_of_sellers, units};
pub use solves::{
    PieceRow, SolveRow, answers, beat, begin, cancel, end, finish, has_work, input_of, latest, progress,
    ready, take,
};
