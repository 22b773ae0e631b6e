//! Dowel against clips with known truth; tests/accuracy/score.py does the scoring.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::error::{IoContext, Result};
use crate::python::Python;
use crate::{home, run, synth};

#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  \
    cargo xtask bench accuracy                           All that is measured: dev, back, held_out\n  \
    cargo xtask bench accuracy --suite tune --not-seen   While limits are set\n  \
    cargo xtask bench accuracy --clips DIR               Clips that are there\n\n\
    DIR holds rendered clips (NAME.mp4 beside NAME.npz) or filmed ones with a truth.json.\n\
    Set limits with the suite tune, never with back or held_out.")]
pub struct Arguments {
    /// A suite to render and score, tests/synth/suites/SUITE.json; may be given several times
    ///
    /// Without --suite and --clips: dev, back and held_out.
    #[arg(long, value_name = "SUITE")]
    suite: Vec<Suite>,
    /// A folder of clips to score; may be given several times
    #[arg(long, value_name = "DIR")]
    clips: Vec<PathBuf>,
    /// Clips to analyse at once
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..))]
    jobs: u16,
    /// Write every number there as JSON, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// List each fault that was missed or could not be told
    #[arg(long)]
    not_seen: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Suite {
    Dev,
    Tune,
    Back,
    #[value(name = "held_out")]
    HeldOut,
}

/// What is measured unless something else is asked for; `tune` is for setting limits.
const MEASURED: [Suite; 3] = [Suite::Dev, Suite::Back, Suite::HeldOut];

impl Suite {
    fn as_str(self) -> &'static str {
        match self {
            Suite::Dev => "dev",
            Suite::Tune => "tune",
            Suite::Back => "back",
            Suite::HeldOut => "held_out",
        }
    }
}

impl Arguments {
    fn suites(&self) -> &[Suite] {
        if self.suite.is_empty() && self.clips.is_empty() {
            &MEASURED
        } else {
            &self.suite
        }
    }
}

/// Returns whether every clip could be scored. What Dowel does not reach is printed and fails nothing.
pub fn run(folder: &Path, chosen: &Arguments) -> Result<bool> {
    let mut folders = Vec::new();
    // A wrong name should show before the hour of rendering.
    for clips in &chosen.clips {
        folders.push(fs::canonicalize(clips).context("open", clips)?);
    }
    let python = synth::ensure(folder)?;
    super::build_dowel(folder)?;
    for suite in chosen.suites() {
        folders.push(render(&python, folder, suite.as_str())?);
    }
    score(&python, folder, chosen, &folders)
}

fn render(python: &Python, folder: &Path, suite: &str) -> Result<PathBuf> {
    let clips = home::repository().join("out/synth").join(suite);
    eprintln!(
        "\nRendering the suite {suite} into {}, about a minute a clip; clips that are there are kept.",
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

fn score(python: &Python, folder: &Path, chosen: &Arguments, folders: &[PathBuf]) -> Result<bool> {
    let results = home::repository().join("out/accuracy");
    let mut score = python.command();
    score
        .env("DOWEL_HOME", folder)
        .arg(home::repository().join("tests/accuracy/score.py"))
        .arg(home::target_folder().join("release/dowel"))
        .args(folders)
        .arg("--out")
        .arg(&results)
        .args(["--jobs", &chosen.jobs.to_string()]);
    if let Some(json) = &chosen.json {
        score.arg("--json").arg(json);
    }
    if chosen.not_seen {
        score.arg("--not-seen");
    }
    eprintln!("\nAnalysing the clips, some seconds each:");
    let success = run::streamed(&mut score, "")?.success();
    eprintln!(
        "The analyses lie in {}. Clips are analysed again when they or the program change.",
        home::shown(&results)
    );
    Ok(success)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        arguments: Arguments,
    }

    fn suites(words: &[&str]) -> Vec<Suite> {
        let line = Line::try_parse_from([&["accuracy"], words].concat()).unwrap();
        line.arguments.suites().to_vec()
    }

    #[test]
    fn measures_all_but_tune_unless_something_is_asked_for() {
        assert_eq!(suites(&[]), MEASURED);
        assert!(!MEASURED.contains(&Suite::Tune));
        let asked = ["--suite", "tune", "--suite", "back"];
        assert_eq!(suites(&asked), [Suite::Tune, Suite::Back]);
        assert_eq!(suites(&["--clips", "some"]), []);
        assert_eq!(suites(&["--clips", "some", "--suite", "dev"]), [Suite::Dev]);
    }

    #[test]
    fn every_suite_of_the_repository_can_be_asked_for() {
        let folder = home::repository().join("tests/synth/suites");
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        let mut known: Vec<_> = Suite::value_variants().iter().map(|s| s.as_str()).collect();
        names.sort();
        known.sort_unstable();
        assert_eq!(names, known);
    }
}
