//! What is said, and when. Facts come in; at most one short cue comes out. The words are in [`crate::words`].

mod policy;
mod told;

pub use policy::{CueFrequency, CuePolicy, PRIORITY};
pub(crate) use told::Told;
