//! What the outside tests share.

pub mod bodies;
pub mod laws;
pub mod recordings;
pub mod setup;
pub mod store_samples;
