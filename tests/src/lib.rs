//! What the outside tests share.

pub mod bodies;
pub mod laws;
pub mod recordings;
pub mod scripts;
pub mod setup;
pub mod store_samples;
