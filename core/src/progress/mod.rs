//! Getting better over weeks: what sessions add up to. Pure: the caller says which day it is.

mod digest;
mod limit;
mod streak;
mod trend;

pub use digest::{Digest, Tally};
pub use limit::{SetOutcome, next_limit};
pub use streak::{Plan, Streak, local_day, streak};
pub use trend::{Direction, Point, Trend, Trends, trends};
