//! What the app adds up to on a 64-bit Arm phone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::android::{assets, results};
use crate::error::{IoContext, Result};
use crate::pins::ARM_RUNTIME;
use crate::progress::megabytes;
use crate::{cross, run};

/// To download, with the full and the lite network.
const BUDGET_BYTES: u64 = 30_000_000;

#[derive(Debug, Clone, Copy)]
struct Size {
    /// Unpacked.
    stored: u64,
    /// Deflated, as an app travels.
    download: u64,
}

/// Prints the table. Returns whether the app keeps to its budget.
pub fn check(setup_folder: &Path) -> Result<bool> {
    let parts = parts(setup_folder)?;
    println!("{:<50}{:>12}{:>12}", "", "unpacked", "download");
    let mut download = 0;
    for (name, files) in parts {
        let size = measure(&files)?;
        download += size.download;
        println!(
            "{name:<50}{:>12}{:>12}",
            megabytes(size.stored),
            megabytes(size.download)
        );
    }
    println!("{:<62}{:>12}", "total", megabytes(download));
    let is_kept = download <= BUDGET_BYTES;
    if !is_kept {
        eprintln!(
            "The app may have at most {} to download.",
            megabytes(BUDGET_BYTES)
        );
    }
    Ok(is_kept)
}

/// What is made of what. Maven has compiled the app before.
fn parts(setup_folder: &Path) -> Result<Vec<(&'static str, Vec<PathBuf>)>> {
    let apk = results().join("apk");
    Ok(vec![
        (
            "Dowel's own library, as built for Arm Linux",
            vec![cross::release_library(setup_folder)?],
        ),
        (
            "ONNX Runtime: Arm Linux's stands for Android's",
            vec![setup_folder.join(ARM_RUNTIME.file.path)],
        ),
        (
            "JNA's library",
            vec![apk.join("jna/jni/arm64-v8a/libjnidispatch.so")],
        ),
        (
            "Pose networks: detector, lite, full",
            assets::prepare(setup_folder, &assets::folder())?,
        ),
        (
            "Classes: app, facade, JNA, Kotlin's library",
            vec![apk.join("classes.jar")],
        ),
        ("Resources and manifest", vec![apk.join("resources.apk")]),
    ])
}

fn measure(files: &[PathBuf]) -> Result<Size> {
    let mut size = Size {
        stored: 0,
        download: 0,
    };
    for file in files {
        size.stored += fs::metadata(file).context("read", file)?.len();
        size.download += deflated(file)?;
    }
    Ok(size)
}

fn deflated(file: &Path) -> Result<u64> {
    let mut gzip = Command::new("gzip");
    let finished = gzip.args(["-9", "-c"]).arg(file).output();
    let finished = finished.context("compress", file)?;
    run::expect_success(&gzip, finished.status)?;
    Ok(finished.stdout.len() as u64)
}
