//! Logs, to where each system keeps them. The core logs no user data.

use std::sync::Once;

static ONCE: Once = Once::new();

/// Sends the log to logcat on Android, to the unified log on Apple's systems and to standard error elsewhere,
/// where `RUST_LOG` chooses what is shown. Call it once, first; further calls do nothing.
#[uniffi::export]
pub fn init_logging() {
    ONCE.call_once(start);
}

#[cfg(target_os = "android")]
fn start() {
    let config = android_logger::Config::default()
        .with_tag("Dowel")
        .with_max_level(log::LevelFilter::Info);
    android_logger::init_once(config);
}

#[cfg(target_vendor = "apple")]
fn start() {
    let logger = oslog::OsLogger::new("app.dowel").level_filter(log::LevelFilter::Info);
    // Only another logger that is there already hinders it; that one is as good.
    let _ = logger.init();
}

#[cfg(not(any(target_os = "android", target_vendor = "apple")))]
fn start() {
    let _ = env_logger::try_init();
}
