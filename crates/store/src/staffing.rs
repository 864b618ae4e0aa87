//! Staffing: who can do what, what is learned, what people say of themselves, proposals of who could have which role, and who looked.
mod competencies;
mod own;
mod proposals;
mod record;

pub use competencies::{
    AssessmentRow, LearningRow, add_learning, assess, assessments, change_learning, learning, learning_item,
};
pub use own::{OwnRow, forget, own, own_words, say};
pub use proposals::{
    Adoption, ProposalRow, adopt, change, insert, named_in, people_of, proposal, proposals, rewrite,
};
pub use record::{DeedsRow, LookRow, NearRow, deeds, looks, near};
