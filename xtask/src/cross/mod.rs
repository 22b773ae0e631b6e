//! `cargo xtask cross`: the core and the facade on 64-bit Arm, run under emulation, and type-checked for
//! Android and iOS. Debian's second Rust does it, because rustup's knows no other machine than this one.

mod arm;
mod debian_rust;
mod inference;
mod phones;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::bindings::LIBRARY;
use crate::error::Result;
use crate::progress::{Step, seconds};
use crate::test::{Tally, cargo_result};
use crate::{run, setup};

use arm::Arm;
use debian_rust::DebianRust;

/// What the phones get.
const PACKAGES: [&str; 4] = ["--package", "dowel-core", "--package", "dowel-bindings"];

/// Returns whether everything passed.
pub fn run() -> Result<bool> {
    let started = Instant::now();
    let folder = setup::run()?;
    let tally = check(&folder)?;
    println!("All checks took {}.", seconds(started.elapsed()));
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(tally.failed == 0)
}

/// Every check runs, whatever the ones before it said.
pub fn check(setup_folder: &Path) -> Result<Tally> {
    let rust = DebianRust::ensure(&setup_folder.join("cross"))?;
    let arm = Arm::ensure(&rust)?;
    let mut tally = Tally::default();
    tally.add(build(&arm)?);
    tally.add(unit_tests(&arm)?);
    tally.add(inference::check(&arm, setup_folder)?);
    tally.add(phones::check(&rust)?);
    Ok(tally)
}

/// The facade's library for Arm as an app would ship it: optimized and stripped.
pub fn release_library(setup_folder: &Path) -> Result<PathBuf> {
    let rust = DebianRust::ensure(&setup_folder.join("cross"))?;
    let arm = Arm::ensure(&rust)?;
    let mut step = Step::begin("the facade's library for Arm");
    let mut cargo = arm.cargo("build");
    cargo.args(["--release", "--package", "dowel-bindings", "--lib"]);
    run::quietly_to_success(&mut cargo, &mut step, "")?;
    let built = arm.built("release");
    let stripped = built.join("stripped.so");
    let mut strip = Command::new("aarch64-linux-gnu-strip");
    strip.arg("-o").arg(&stripped).arg(built.join(LIBRARY));
    run::quietly_to_success(&mut strip, &mut step, "")?;
    step.done();
    Ok(stripped)
}

fn build(arm: &Arm) -> Result<Tally> {
    let mut cargo = arm.cargo("build");
    // The probe along with it: alone it would want the same crates with other features.
    cargo
        .args(PACKAGES)
        .args(["--package", "dowel-tests"])
        .args(["--lib", "--bin", inference::PROBE]);
    whole("build for Arm", &mut cargo)
}

/// All of them: together they take seconds, so that none is left out.
fn unit_tests(arm: &Arm) -> Result<Tally> {
    let mut cargo = arm.cargo("test");
    cargo.args(PACKAGES).args(["--lib", "--no-fail-fast"]);
    let mut step = Step::begin("unit tests on Arm");
    let finished = run::quietly(&mut cargo, &mut step, "")?;
    let mut tally = Tally::default();
    for counted in finished.output.lines().filter_map(cargo_result) {
        tally.add(counted);
    }
    // Tests that never ran tested nothing.
    let tally = tally.or_one_failure(finished.status.success() && tally.passed > 0);
    if tally.failed == 0 {
        step.done_with(&format!("{} passed", tally.passed));
    } else {
        step.failed(&finished.output);
    }
    Ok(tally)
}

/// A check that passes or fails as a whole, and shows what was said only where it fails.
fn whole(title: &str, command: &mut Command) -> Result<Tally> {
    let mut step = Step::begin(title);
    let finished = run::quietly(command, &mut step, "")?;
    let success = finished.status.success();
    if success {
        step.done();
    } else {
        step.failed(&finished.output);
    }
    Ok(Tally::whole(success))
}
