//! The report is tested in a real browser.

use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::run;

const INSTALL: &str = "The report is tested in headless Chromium. On Debian or Ubuntu: sudo apt-get \
    install chromium";

/// Installs Debian's chromium where it is missing.
pub fn ensure() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    eprintln!("Installing chromium, for the tests of the report.");
    // Where this is not allowed, apt-get fails and the error below says what to type.
    apt_get(&["update", "--quiet"])?;
    apt_get(&[
        "install",
        "--yes",
        "--quiet",
        "--no-install-recommends",
        "chromium",
    ])?;
    if is_there() { Ok(()) } else { Err(missing()) }
}

fn is_there() -> bool {
    let mut command = Command::new("chromium");
    command
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    if run::streamed(&mut command, INSTALL)?.success() {
        Ok(())
    } else {
        Err(missing())
    }
}

fn missing() -> Error {
    Error::MissingTool {
        tool: "chromium".to_owned(),
        remedy: INSTALL,
    }
}
