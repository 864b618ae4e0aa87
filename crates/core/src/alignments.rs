//! What an alignment is made of: units with work, potential and place; people with their part and capacity; rules, locks and pairs. Made from the
//! record as it is on a day, with everything that had to be assumed said beside it. Finding one is the engines' work.
mod assemble;
mod channel;
mod difference;
mod input;
mod problems;
mod record;
mod setup;
mod skills;
mod workload;

pub use assemble::{NobodyKeeps, assemble};
pub use channel::{Channel, channel};
pub use difference::{Changed, Difference, differences};
pub use input::{Held, HoursFrom, HunterIn, Input, Kept, LockError, SellerIn, UnitIn};
pub use problems::{DataProblem, Lack, problems};
pub use record::{Observed, PersonRecord, Record, UnitRecord, WishedChannel};
pub use setup::{InsideRule, Lock, PairLock, Part, Rules, Scope, Segment, Setup};
pub use skills::{Needed, SKILLS_MAX, Skill, WrongSkill, attributes, needs, tidy};
pub use workload::{Hours, hours};
