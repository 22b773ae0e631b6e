//! What is said, when, and in which words. Facts come in; at most one short cue comes out.

mod policy;
mod texts;

pub use policy::{CueFrequency, CuePolicy};
pub use texts::Texts;
