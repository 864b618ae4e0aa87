//! All tests of this crate from outside, in one program: one program is linked in a tenth of the time of many.
mod book;
mod ownership;
mod parts;
mod reading;
mod writing;
