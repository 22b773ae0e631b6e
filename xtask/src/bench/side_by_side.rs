//! Dowel and MediaPipe in turns over the same frames; tests/bench/side_by_side.py does the timing.

use std::path::Path;

use crate::bench::Model;
use crate::error::Result;
use crate::progress::Step;
use crate::python::{Python, Recipe};
use crate::{cargo, home, run};

/// A whole frame with the full model takes at most this share of MediaPipe 0.10.21's time, both with the mask.
const MAX_RATIO: f64 = 0.8;
/// The analysis takes at most this share of a frame, in percent, with the full model.
const MAX_ANALYSIS_PERCENT: f64 = 1.0;

const INSTALL_PYTHON: &str = "The comparison needs Python 3.11 or 3.12 with its venv module: MediaPipe 0.10.21 has \
    no packages for newer ones. On Debian or Ubuntu: sudo apt-get install python3.11 python3.11-venv";

static SOLUTIONS: Recipe = Recipe {
    folder: "bench-solutions",
    wheels: "downloads/bench-solutions",
    requirements: "tests/golden/requirements.txt",
    packages: "MediaPipe 0.10.21",
    newest_minor: 12,
    install_python: INSTALL_PYTHON,
};

static TASKS: Recipe = Recipe {
    folder: "bench-tasks",
    wheels: "downloads/bench-tasks",
    requirements: "tests/bench/requirements-tasks.txt",
    packages: "MediaPipe 1.2.2",
    newest_minor: 12,
    install_python: INSTALL_PYTHON,
};

/// Returns whether the limits were kept, where they were measured.
pub fn run(folder: &Path, model: Option<Model>, frames: u32) -> Result<bool> {
    let rivals = [&SOLUTIONS, &TASKS].map(|recipe| Python::of(recipe, folder));
    for rival in &rivals {
        rival.ensure()?;
    }
    let [solutions, _] = &rivals;
    make_tasks(solutions, folder)?;
    build(folder)?;
    println!("\n{HEADER}");
    let mut kept = true;
    for rival in &rivals {
        for size in [Model::Lite, Model::Full, Model::Heavy] {
            if model.is_none_or(|chosen| chosen == size) {
                kept &= race(rival, folder, size, frames)?;
            }
        }
    }
    println!(
        "\nratio: Dowel's time / MediaPipe's. Limits, for the full model: {MAX_RATIO} of 0.10.21's mean \
         wall time; analysis {MAX_ANALYSIS_PERCENT} % of a frame. {}",
        if kept { "Kept." } else { "NOT KEPT." }
    );
    Ok(kept)
}

const HEADER: &str = "                         wall ms, median             wall ms, mean               CPU ms, median
MediaPipe  model  frames theirs     ours   ratio   theirs     ours   ratio   theirs     ours   ratio analysis %";

fn make_tasks(python: &Python, folder: &Path) -> Result<()> {
    let mut step = Step::begin("making task files for MediaPipe 1.2.2");
    let mut command = python.command();
    command
        .arg(home::repository().join("tests/bench/task_file.py"))
        .arg(folder.join("tflite"))
        .arg(folder.join(TASKS.folder));
    run::quietly_to_success(&mut command, &mut step, INSTALL_PYTHON)?;
    step.done();
    Ok(())
}

fn build(folder: &Path) -> Result<()> {
    let mut build = cargo::command(folder);
    build.args(["build", "--release", "--package", "dowel-tests"]);
    build.args(["--bin", "bench_frames"]);
    run::streamed_to_success(&mut build, cargo::INSTALL)
}

fn race(rival: &Python, folder: &Path, size: Model, frames: u32) -> Result<bool> {
    let mut script = rival.command();
    script
        .arg(home::repository().join("tests/bench/side_by_side.py"))
        .args(["--model", size.as_str(), "--frames", &frames.to_string()])
        .arg("--dowel")
        .arg(home::target_folder().join("release/bench_frames"))
        .arg("--home")
        .arg(folder)
        .env("DOWEL_HOME", folder);
    let mut row = None;
    let status = run::read_lines(&mut script, INSTALL_PYTHON, |line| {
        row = Row::read(line).or(row);
    })?;
    // A script that timed nothing has not kept any limit.
    Ok(status.success() && row.is_some_and(|row| row.keeps_limits()))
}

/// What the limits are about, from one line of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Row {
    judged: bool,
    ratio: f64,
    analysis_percent: f64,
}

impl Row {
    fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [version, model, ref numbers @ ..] = words[..] else {
            return None;
        };
        // The ratio of the means, because the mask is not taken in every frame.
        let [_, _, _, _, _, _, ratio, .., analysis_percent] = numbers[..] else {
            return None;
        };
        Some(Row {
            judged: version == "0.10.21" && model == "full",
            ratio: ratio.parse().ok()?,
            analysis_percent: analysis_percent.parse().ok()?,
        })
    }

    fn keeps_limits(self) -> bool {
        !self.judged || (self.ratio <= MAX_RATIO && self.analysis_percent <= MAX_ANALYSIS_PERCENT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_those_of_the_full_model_beside_the_old_package() {
        let kept = |line: &str| Row::read(line).map(Row::keeps_limits);
        let numbers = "0.61   21.00   16.38   0.78   20.00   12.00   0.60      0.40";
        let slow = "0.61   21.00   17.22   0.82   20.00   12.00   0.60      0.40";
        let thoughtful = "0.61   21.00   16.38   0.78   20.00   12.00   0.60      1.40";
        let row = |version, model, rest| format!("{version} {model} 200 20.00 12.20 {rest}");
        assert_eq!(kept(&row("0.10.21", "full", numbers)), Some(true));
        assert_eq!(kept(&row("0.10.21", "full", slow)), Some(false));
        assert_eq!(kept(&row("0.10.21", "full", thoughtful)), Some(false));
        assert_eq!(kept(&row("0.10.21", "heavy", slow)), Some(true));
        assert_eq!(kept(&row("1.2.2", "full", slow)), Some(true));
        assert_eq!(kept("anything else"), None);
    }
}
