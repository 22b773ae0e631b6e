//! The facade for Kotlin and Swift. Reserved: the phones' calls are added here, and only here,
//! once the practice session exists in the core.

pub use dowel_core::VERSION;
