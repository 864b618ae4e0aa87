//! All tests of this crate from outside, in one program: one program is linked in a tenth of the time of many.
mod current;
mod demo;
mod diagnosis;
mod parts;
mod time_and_places;
