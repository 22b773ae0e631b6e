//! Getting better over weeks: what sessions add up to. Pure: the caller says which day it is.

mod digest;

pub use digest::{Digest, Tally};
