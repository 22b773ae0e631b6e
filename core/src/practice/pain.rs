//! The stop rule, wherever pain is told: during a session, or after it.

use crate::thresholds::PAIN_STOP_RISE;

/// What is said then: that it is over for today, and whom to ask.
pub const STOP_LINES: [&str; 2] = ["say-stop_pain", "say-stop_pain_ask"];

/// Whether it hurts clearly more than before; both 0 to 10.
pub fn asks_to_stop(before: u8, now: u8) -> bool {
    f64::from(now) - f64::from(before) >= PAIN_STOP_RISE
}
