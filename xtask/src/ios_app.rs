//! What of the iOS app besides Swift can be checked without a Mac: `tests/ios`.

use std::process::Command;

use crate::error::Result;
use crate::{debian, home};

/// Debian's own, which has the packages below; another Python on the path does not.
const PYTHON: &str = "/usr/bin/python3";

const NO_CHECKS: &str = "The iOS app's descriptions and scripts are checked with PyYAML and ShellCheck. On Debian or \
    Ubuntu: sudo apt-get install python3-yaml shellcheck";

/// The unittests of what Xcode would read besides Swift.
pub fn files() -> Result<Command> {
    let mut probe = Command::new("sh");
    probe.args([
        "-c",
        "shellcheck --version && \"$0\" -c 'import yaml'",
        PYTHON,
    ]);
    debian::ensure(&mut probe, &["python3-yaml", "shellcheck"], NO_CHECKS)?;
    let mut command = Command::new(PYTHON);
    command
        .current_dir(home::repository().join("tests/ios"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    Ok(command)
}
