//! Dowel against clips with known truth; tests/accuracy/score.py does the scoring.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::error::{IoContext, Result};
use crate::python::Python;
use crate::{home, run, synth};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The suite to render and score: tests/synth/suites/SUITE.json
    #[arg(long, default_value = "held_out")]
    suite: Suite,
    /// Score the clips of this folder instead: rendered (NAME.mp4 and NAME.npz) or filmed (with truth.json)
    #[arg(long, value_name = "DIR", conflicts_with = "suite")]
    clips: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Suite {
    Dev,
    Tune,
    #[value(name = "held_out")]
    HeldOut,
}

impl Suite {
    fn as_str(self) -> &'static str {
        match self {
            Suite::Dev => "dev",
            Suite::Tune => "tune",
            Suite::HeldOut => "held_out",
        }
    }
}

/// Returns whether every clip could be scored; there are no limits to keep.
pub fn run(folder: &Path, chosen: &Arguments) -> Result<bool> {
    let python = synth::ensure(folder)?;
    let (clips, name) = match &chosen.clips {
        Some(clips) => {
            let clips = fs::canonicalize(clips).context("open", clips)?;
            let name = clips.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("clips-{name}");
            (clips, name)
        }
        None => {
            let suite = chosen.suite.as_str();
            (render(&python, folder, suite)?, suite.to_owned())
        }
    };
    super::build_dowel(folder)?;
    let results = fresh_folder(&name)?;
    let mut score = python.command();
    score
        .env("DOWEL_HOME", folder)
        .arg(home::repository().join("tests/accuracy/score.py"))
        .arg(home::target_folder().join("release/dowel"))
        .arg(&clips)
        .arg("--out")
        .arg(&results);
    println!("\nScoring {}, some seconds a clip:", home::shown(&clips));
    let success = run::streamed(&mut score, "")?.success();
    println!("The analyses lie in {}.", home::shown(&results));
    Ok(success)
}

fn render(python: &Python, folder: &Path, suite: &str) -> Result<PathBuf> {
    let clips = folder.join("synth").join(suite);
    eprintln!(
        "Rendering the suite into {}, about a minute a clip; clips that are there are kept.",
        home::shown(&clips)
    );
    let mut render = python.command();
    render
        .current_dir(home::repository().join("tests/synth"))
        .env("DOWEL_HOME", folder)
        .args(["-m", "synth", "render", &format!("suites/{suite}.json")])
        .arg(&clips);
    run::streamed_to_success(&mut render, "")?;
    Ok(clips)
}

/// Empty, because score.py keeps what it finds there, and that may be an older program's.
fn fresh_folder(name: &str) -> Result<PathBuf> {
    let results = home::repository().join("out/accuracy").join(name);
    if results.exists() {
        fs::remove_dir_all(&results).context("clear", &results)?;
    }
    fs::create_dir_all(&results).context("create", &results)?;
    Ok(results)
}
