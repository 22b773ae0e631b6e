//! `cargo xtask demo`: the repository's own clip, coached from end to end.

use std::fs;
use std::process::Command;

use crate::error::{IoContext, Result};
use crate::{cargo, home, run, setup};

pub fn run() -> Result<()> {
    let folder = setup::run()?;
    eprintln!("Building the desktop program.");
    let mut build = cargo::command(&folder);
    build.args(["build", "--release", "--package", "dowel-cli"]);
    run::streamed_to_success(&mut build, cargo::INSTALL)?;

    let out = home::repository().join("out/demo");
    fs::create_dir_all(&out).context("create", &out)?;
    let results = [
        (
            "--report",
            "report.html",
            "the report: open it in a browser",
        ),
        ("--json", "analysis.json", "every number behind it"),
        ("--db", "sessions.db", "the session, as the app keeps it"),
    ];
    let mut dowel = Command::new(home::target_folder().join("release/dowel"));
    dowel
        .args(["analyze", "tests/demo/demo.mp4"])
        .current_dir(home::repository())
        .env("DOWEL_HOME", &folder);
    for (option, file, _) in results {
        dowel.arg(option).arg(out.join(file));
    }
    run::streamed_to_success(&mut dowel, "")?;

    println!("\nThe demo left:");
    for (_, file, what) in results {
        println!("  {:<24} {what}", home::shown(&out.join(file)));
    }
    println!("Try your own side-on video: target/release/dowel analyze VIDEO --report report.html");
    Ok(())
}
