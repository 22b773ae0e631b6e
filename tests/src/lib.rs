//! What the outside tests share.

pub mod setup;
pub mod store_samples;
