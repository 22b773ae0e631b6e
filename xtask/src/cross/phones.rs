//! Type-checking for the phones, whose toolchains don't exist here: what only they compile is at least read.

use std::fs;
use std::path::PathBuf;

use crate::cross::debian_rust::DebianRust;
use crate::cross::{PACKAGES, whole};
use crate::error::{IoContext, Result};
use crate::setup;
use crate::test::Tally;

const STAND_IN_CC: &str = include_str!("stand_in_cc.sh");

const TARGETS: [(&str, &str); 2] = [
    ("types on Android", "aarch64-linux-android"),
    ("types on iOS", "aarch64-apple-ios"),
];

/// One after the other: in one go each would get the other's features, and ONNX Runtime is found in another way on iOS.
pub fn check(rust: &DebianRust) -> Result<Tally> {
    let mut tally = Tally::default();
    for (title, target) in TARGETS {
        tally.add(check_target(rust, title, target)?);
    }
    Ok(tally)
}

fn check_target(rust: &DebianRust, title: &str, target: &str) -> Result<Tally> {
    let cc = stand_in_cc(rust)?;
    // Where this is not set, Apple's own tool is asked for it.
    let sdk = rust.folder.join("empty-sdk");
    fs::create_dir_all(&sdk).context("create", &sdk)?;
    let mut cargo = rust.cargo("check", "target-phones");
    cargo
        .args(PACKAGES)
        .args(["--lib", "-Zbuild-std"])
        .args(["--target", target])
        // For -Zbuild-std: nobody here has a prebuilt library for phones.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("TARGET_CC", cc)
        .env("TARGET_AR", "ar")
        .env("SDKROOT", sdk);
    whole(title, &mut cargo)
}

fn stand_in_cc(rust: &DebianRust) -> Result<PathBuf> {
    let path = rust.folder.join("stand-in-cc");
    // Written only where it differs: a newer compiler would mean compiling anew.
    if fs::read_to_string(&path).is_ok_and(|text| text == STAND_IN_CC) {
        return Ok(path);
    }
    fs::write(&path, STAND_IN_CC).context("write", &path)?;
    setup::make_executable(&path)?;
    Ok(path)
}
