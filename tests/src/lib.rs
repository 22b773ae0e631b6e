//! What the outside tests share.

pub mod store_samples;
