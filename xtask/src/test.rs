//! `cargo xtask test`: everything that can be tested on this machine. Every step runs, whatever the
//! ones before it said.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::error::Result;
use crate::progress::seconds;
use crate::python::Python;
use crate::{android, bindings, cargo, contract, cross, debian, home, ios_app, run, setup, synth};

/// Returns whether everything passed.
pub fn run() -> Result<bool> {
    let started = Instant::now();
    let folder = setup::run()?;
    debian::ensure_chromium()?;

    let mut total = Tally::default();
    for (title, step) in STEPS {
        eprintln!("\n== {title}");
        let tally = step(&folder)?;
        if tally.failed > 0 {
            eprintln!("== {title}: {} failed", tally.failed);
        }
        total.add(tally);
    }
    println!("\nAll steps took {}.", seconds(started.elapsed()));
    if total.ignored > 0 {
        println!(
            "{} tests are marked as ignored and did not run.",
            total.ignored
        );
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}

type RunStep = fn(&Path) -> Result<Tally>;

const STEPS: [(&str, RunStep); 16] = [
    ("Format (cargo fmt)", format),
    ("Lints (cargo clippy)", lints),
    ("Programs and the facade's library (cargo build)", programs),
    (
        "Facade's generated sources (cargo xtask bindings)",
        generated,
    ),
    ("Tests (cargo test)", tests),
    ("Arm and the phones (cargo xtask cross)", cross::check),
    ("Model converter (python)", converter),
    ("Clip generator (python)", generator),
    ("Accuracy score (python)", score),
    ("Contract: Python", contract_python),
    ("Contract: Kotlin (maven)", contract_kotlin),
    ("Android app (maven)", android_app),
    (
        "Android app's size (cargo xtask android sizes)",
        android_size,
    ),
    ("Contract: Swift (swift test, in a chroot)", contract_swift),
    ("iOS package and app (swift test, in a chroot)", ios),
    ("iOS app's descriptions and scripts (python)", ios_files),
];

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub ignored: u64,
}

impl Tally {
    /// A step that passes or fails as a whole.
    pub fn whole(success: bool) -> Self {
        Self {
            passed: u64::from(success),
            failed: u64::from(!success),
            ignored: 0,
        }
    }

    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }

    /// A failure that no counted test explains, such as a build error or a crash, counts as one.
    pub fn or_one_failure(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

fn format(folder: &Path) -> Result<Tally> {
    whole(cargo::command(folder).args(["fmt", "--all", "--check"]))
}

fn lints(folder: &Path) -> Result<Tally> {
    let mut clippy = cargo::command(folder);
    clippy.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    whole(&mut clippy)
}

/// The tests start the programs and load the library as a person and an app would, so they must be there and
/// current.
fn programs(folder: &Path) -> Result<Tally> {
    whole(&mut build_programs(folder))
}

/// Builds them all in one command: what they share is then built once.
pub fn build_programs(folder: &Path) -> Command {
    let mut build = cargo::command(folder);
    build.arg("build");
    for package in [
        "dowel-cli",
        "dowel-bindings",
        "dowel-bindgen",
        "dowel-tests",
    ] {
        build.args(["--package", package]);
    }
    build
}

fn generated(_: &Path) -> Result<Tally> {
    Ok(Tally::whole(bindings::are_current()?))
}

fn whole(command: &mut Command) -> Result<Tally> {
    Ok(Tally::whole(
        run::streamed(command, cargo::INSTALL)?.success(),
    ))
}

fn tests(folder: &Path) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut command = cargo::command(folder);
    command.args(["test", "--workspace", "--no-fail-fast"]);
    let status = run::read_lines(&mut command, cargo::INSTALL, |line| {
        if let Some(counted) = cargo_result(line) {
            tally.add(counted);
        }
    })?;
    Ok(tally.or_one_failure(status.success()))
}

fn converter(folder: &Path) -> Result<Tally> {
    let mut command = Python::new(folder).command();
    command
        .arg(home::repository().join("tools/models/test_blazepose_to_onnx.py"))
        .arg(folder.join("tflite"));
    let mut tally = Tally::default();
    let status = run::read_lines(&mut command, "", |line| {
        if let Some(counted) = converter_result(line) {
            tally.add(counted);
        }
    })?;
    // A script that counted nothing did not test anything.
    Ok(tally.or_one_failure(status.success() && tally.passed > 0))
}

fn generator(folder: &Path) -> Result<Tally> {
    unittests(folder, "tests/synth")
}

fn score(folder: &Path) -> Result<Tally> {
    unittests(folder, "tests/accuracy")
}

fn contract_python(folder: &Path) -> Result<Tally> {
    match contract::python(folder)? {
        Some(command) => run_unittests(command),
        None => Ok(Tally::whole(false)),
    }
}

fn contract_kotlin(folder: &Path) -> Result<Tally> {
    run_counting(contract::kotlin(folder)?, surefire_result)
}

fn android_app(folder: &Path) -> Result<Tally> {
    android::prepare_for_tests(folder)?;
    run_counting(contract::android(folder)?, surefire_result)
}

fn android_size(folder: &Path) -> Result<Tally> {
    Ok(Tally::whole(android::check_sizes(folder)?))
}

fn contract_swift(folder: &Path) -> Result<Tally> {
    run_counting(contract::swift(folder)?, xctest_result)
}

fn ios(folder: &Path) -> Result<Tally> {
    run_counting(contract::ios(folder)?, xctest_result)
}

fn ios_files(_: &Path) -> Result<Tally> {
    run_unittests(ios_app::files()?)
}

/// Runs a test program whose last line that `read` understands tells the result; None could not be prepared.
fn run_counting(command: Option<Command>, read: fn(&str) -> Option<Tally>) -> Result<Tally> {
    let Some(mut command) = command else {
        return Ok(Tally::whole(false));
    };
    let mut tally = Tally::default();
    let status = run::read_lines(&mut command, "", |line| tally = read(line).unwrap_or(tally))?;
    // A run without tests did not test anything.
    Ok(tally.or_one_failure(status.success() && tally.passed > 0))
}

/// Runs the unittests of one of the repository's folders in the environment of the clip generator.
fn unittests(folder: &Path, tests: &str) -> Result<Tally> {
    let mut command = synth::ensure(folder)?.command();
    command
        .current_dir(home::repository().join(tests))
        .env("DOWEL_HOME", folder);
    run_unittests(command)
}

/// Lets the Python of `command` run the unittests in its folder.
fn run_unittests(mut command: Command) -> Result<Tally> {
    // The results are read from standard output, and unittest writes to standard error.
    const RUNNER: &str =
        "import sys, unittest; sys.stderr = sys.stdout; unittest.main(module=None)";
    command.args(["-u", "-c", RUNNER]);
    let (mut ran, mut tally) = (0, Tally::default());
    let status = run::read_lines(&mut command, "", |line| {
        ran = unittests_ran(line).unwrap_or(ran);
        tally = unittest_verdict(line, ran).unwrap_or(tally);
    })?;
    // A folder without tests did not test anything.
    Ok(tally.or_one_failure(status.success() && tally.passed > 0))
}

/// Reads "Ran 14 tests in 21.5s".
fn unittests_ran(line: &str) -> Option<u64> {
    let (count, rest) = line.strip_prefix("Ran ")?.split_once(" test")?;
    rest.contains(" in ").then(|| count.parse().ok())?
}

/// Reads unittest's last line, such as "OK (skipped=1)" or "FAILED (failures=1, errors=2)".
fn unittest_verdict(line: &str, ran: u64) -> Option<Tally> {
    let counts = line.strip_prefix("OK").or(line.strip_prefix("FAILED ("))?;
    let count = |word: &str| {
        let mut parts = counts.split([' ', '(', ')', ',']);
        parts
            .find_map(|part| part.strip_prefix(word)?.parse().ok())
            .unwrap_or(0_u64)
    };
    let (failed, ignored) = (count("failures=") + count("errors="), count("skipped="));
    Some(Tally {
        passed: ran.saturating_sub(failed + ignored),
        failed,
        ignored,
    })
}

/// Reads Maven's sum, "[INFO] Tests run: 11, Failures: 0, Errors: 0, Skipped: 0"; a class's own line has its time.
fn surefire_result(line: &str) -> Option<Tally> {
    let counts = line.split_once("Tests run: ")?.1;
    if counts.contains("Time elapsed") {
        return None;
    }
    let ran: u64 = counts.split(',').next()?.trim().parse().ok()?;
    let count = |word: &str| {
        let mut parts = counts.split(", ");
        parts.find_map(|part| part.trim().strip_prefix(word)?.parse().ok())
    };
    let failed: u64 = count("Failures: ")? + count("Errors: ")?;
    let ignored: u64 = count("Skipped: ")?;
    Some(Tally {
        passed: ran.saturating_sub(failed + ignored),
        failed,
        ignored,
    })
}

/// Reads XCTest's "Executed 11 tests, with 2 failures (1 unexpected) in 6.825 (6.825) seconds"; the last one counts.
fn xctest_result(line: &str) -> Option<Tally> {
    let (ran, rest) = line.trim().strip_prefix("Executed ")?.split_once(" test")?;
    let counts = rest.split_once("with ")?.1;
    let (skipped, failures) = match counts.split_once(" skipped and ") {
        Some((tests, failures)) => (tests.split(' ').next()?, failures),
        None => ("0", counts),
    };
    // One test may fail in several places.
    let (ran, ignored): (u64, u64) = (ran.parse().ok()?, skipped.parse().ok()?);
    let failed = failures.split(' ').next()?.parse::<u64>().ok()?.min(ran);
    Some(Tally {
        passed: ran.saturating_sub(failed + ignored),
        failed,
        ignored,
    })
}

/// Reads "test result: ok. 3 passed; 0 failed; 1 ignored; ...".
pub fn cargo_result(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |word: &str| {
        counts
            .split("; ")
            .find_map(|part| part.strip_suffix(word)?.trim().parse().ok())
    };
    Some(Tally {
        passed: count("passed")?,
        failed: count("failed")?,
        ignored: count("ignored")?,
    })
}

/// Reads "converter: 9 passed, 0 failed".
fn converter_result(line: &str) -> Option<Tally> {
    let (passed, failed) = line
        .strip_prefix("converter: ")?
        .strip_suffix(" failed")?
        .split_once(" passed, ")?;
    Some(Tally {
        passed: passed.parse().ok()?,
        failed: failed.parse().ok()?,
        ignored: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: u64, failed: u64, ignored: u64) -> Tally {
        Tally {
            passed,
            failed,
            ignored,
        }
    }

    #[test]
    fn reads_cargo_test_results() {
        let line = "test result: ok. 13 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(cargo_result(line), Some(tally(13, 0, 2)));
        let line = "test result: FAILED. 1 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s";
        assert_eq!(cargo_result(line), Some(tally(1, 4, 0)));
        assert_eq!(cargo_result("test body::leans ... ok"), None);
        assert_eq!(cargo_result("running 3 tests"), None);
    }

    #[test]
    fn reads_the_converters_result() {
        assert_eq!(
            converter_result("converter: 9 passed, 2 failed"),
            Some(tally(9, 2, 0))
        );
        assert_eq!(converter_result("9 passed, 2 failed"), None);
    }

    #[test]
    fn reads_unittests_results() {
        assert_eq!(unittests_ran("Ran 14 tests in 21.5s"), Some(14));
        assert_eq!(unittests_ran("Ran 1 test in 0.1s"), Some(1));
        assert_eq!(unittests_ran("Ran away"), None);
        assert_eq!(unittest_verdict("OK", 14), Some(tally(14, 0, 0)));
        assert_eq!(
            unittest_verdict("OK (skipped=2)", 14),
            Some(tally(12, 0, 2))
        );
        assert_eq!(
            unittest_verdict("FAILED (failures=1, errors=2)", 14),
            Some(tally(11, 3, 0))
        );
        assert_eq!(unittest_verdict("FAIL: test_never_jumps", 14), None);
    }

    #[test]
    fn reads_mavens_results() {
        let line = "[ERROR] Tests run: 12, Failures: 3, Errors: 1, Skipped: 2";
        assert_eq!(surefire_result(line), Some(tally(6, 4, 2)));
        let class = "[INFO] Tests run: 11, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 11.35 s -- in A";
        assert_eq!(surefire_result(class), None);
    }

    #[test]
    fn reads_xctests_results() {
        let line = "\t Executed 11 tests, with 2 failures (0 unexpected) in 6.825 (6.825) seconds";
        assert_eq!(xctest_result(line), Some(tally(9, 2, 0)));
        let line = "Executed 1 test, with 1 test skipped and 0 failures (0 unexpected) in 0.1 (0.1) seconds";
        assert_eq!(xctest_result(line), Some(tally(0, 0, 1)));
        assert_eq!(xctest_result("Test Case 'A.b' passed"), None);
    }

    #[test]
    fn a_failure_nobody_counted_still_fails() {
        assert_eq!(tally(5, 0, 0).or_one_failure(false), tally(5, 1, 0));
        assert_eq!(tally(5, 2, 0).or_one_failure(false), tally(5, 2, 0));
        assert_eq!(tally(5, 0, 0).or_one_failure(true), tally(5, 0, 0));
    }
}
