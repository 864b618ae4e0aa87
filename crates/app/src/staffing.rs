//! Staffing the roles: what people say of themselves, what others see that they can do, and proposals of who could have which role. Everything is
//! advice; the person concerned sees what is said of them and who looked. Nothing here decides, and nothing is one number.
mod competencies;
mod fit;
mod groups;
mod own;
mod people;
mod proposals;
mod sight;
mod team;
mod year;

pub use competencies::{
    AssessmentView, LearningAct, LearningView, NewAssessment, NewLearning, RoleView, StandingView, act,
    assess, plan,
};
pub(crate) use competencies::{derived, derived_of};
pub use fit::{BandView, FitView, TraitView};
pub use groups::{GroupFigure, GroupsBy, GroupsView, compare, compare_given};
pub use own::{Answers, Wishes, answer, take_back, wish};
pub use people::{LookView, MineView, NamedIn, OwnWords, PersonView, mine, person};
pub use proposals::{
    Adopt, AlternativeView, ChangedProposal, NewProposal, OptionView, PlacedView, ProposalLine, ProposalView,
    ProposalsView, adopt, alternatives_of, change, list, propose, show,
};
pub use team::{TeamRowView, TeamView, team};
pub use year::{ShareView, YearView};
