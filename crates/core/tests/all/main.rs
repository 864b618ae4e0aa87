//! All tests of this crate from outside, in one program: one program is linked in a tenth of the time of many.
mod alignments;
mod briefs;
mod commitments;
mod competencies;
mod fit;
mod handoffs;
mod holidays;
mod incentives;
mod interventions;
mod playbooks;
mod recurring_revenue;
mod rules;
mod staffing;
