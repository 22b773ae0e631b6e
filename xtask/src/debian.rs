//! What the tests need from the machine's own packages, installed through Debian's apt-get where it is missing.

use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::run;

const CHROMIUM: &str = "The report is tested in headless Chromium. On Debian or Ubuntu: sudo apt-get \
    install chromium";

/// The report is tested in a real browser.
pub fn ensure_chromium() -> Result<()> {
    let mut probe = Command::new("chromium");
    probe.arg("--version");
    ensure(&mut probe, &["chromium"], CHROMIUM)
}

/// Installs `packages`, unless `probe` succeeds and so shows that they are there.
pub fn ensure(probe: &mut Command, packages: &[&str], remedy: &'static str) -> Result<()> {
    probe.stdout(Stdio::null()).stderr(Stdio::null());
    let mut is_there = || probe.status().is_ok_and(|status| status.success());
    if is_there() {
        return Ok(());
    }
    eprintln!("Installing {}, for the tests.", packages.join(" and "));
    // Where this is not allowed, apt-get fails and the error says what to type.
    let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
    let installed = apt_get(&["update", "--quiet"], remedy)?
        && apt_get(&[&install, packages].concat(), remedy)?;
    if installed && is_there() {
        return Ok(());
    }
    Err(Error::MissingTool {
        tool: packages.join(" "),
        remedy,
    })
}

fn apt_get(arguments: &[&str], remedy: &'static str) -> Result<bool> {
    let mut command = Command::new("apt-get");
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    Ok(run::streamed(&mut command, remedy)?.success())
}
