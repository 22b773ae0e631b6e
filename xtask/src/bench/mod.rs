//! `cargo xtask bench`: how fast Dowel is, in parts, beside MediaPipe, and as a program; and how often
//! it is right.

mod accuracy;
mod program;
mod side_by_side;

use clap::{Args, Subcommand, ValueEnum};

use crate::error::Result;
use crate::{cargo, run, setup};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Each part alone: crop, networks, a tracked frame, the analysis, the report (divan)
    Parts,
    /// Whole frames beside MediaPipe 0.10.21 and 1.2.2, in turns, on the demo clip
    ///
    /// The first run fetches both packages with pip (about 190 MB) into environments of their own in
    /// the set-up folder. Needs Python 3.11 or 3.12.
    SideBySide {
        /// One model instead of all three
        #[arg(long)]
        model: Option<Model>,
        /// Frames to time for each model and package
        #[arg(long, default_value_t = 200)]
        frames: u32,
    },
    /// Peak memory of `dowel analyze`, short and long, and the wait for its first result
    Program,
    /// Ten years of daily practice in one session file: its size, and how long each question about it takes
    ///
    /// Stores 180 000 repetitions through the calls of a session, each synced to the disk, which takes minutes.
    History,
    /// What Dowel finds in clips whose truth is known: repetitions, angles, faults, false alarms
    ///
    /// Renders synthetic clips into out/synth/SUITE, about a minute each, and keeps them: an interrupted run goes on
    /// where it stopped. Analyses every clip with the release program and prints per fault and size what was seen,
    /// missed and can't be told; false alarms; the errors of angles; all that by azimuth, clothing, light, body and
    /// room; and which of the bars are kept (tests/accuracy/bars.py). It fails only if a clip can't be scored.
    Accuracy(accuracy::Arguments),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Model {
    Lite,
    Full,
    Heavy,
}

impl Model {
    fn as_str(self) -> &'static str {
        match self {
            Model::Lite => "lite",
            Model::Full => "full",
            Model::Heavy => "heavy",
        }
    }
}

/// Returns whether every limit was kept.
pub fn run(arguments: &Arguments) -> Result<bool> {
    let folder = setup::run()?;
    let frames = 200;
    match &arguments.what {
        Some(What::Parts) => cargo_bench(&folder, "parts"),
        Some(What::SideBySide { model, frames }) => side_by_side::run(&folder, *model, *frames),
        Some(What::Program) => program::run(&folder),
        Some(What::History) => cargo_bench(&folder, "history"),
        Some(What::Accuracy(chosen)) => accuracy::run(&folder, chosen),
        None => {
            let parts = cargo_bench(&folder, "parts")?;
            let side_by_side = side_by_side::run(&folder, None, frames)?;
            let program = program::run(&folder)?;
            let history = cargo_bench(&folder, "history")?;
            Ok(parts && side_by_side && program && history)
        }
    }
}

fn build_dowel(folder: &std::path::Path) -> Result<()> {
    let mut build = cargo::command(folder);
    build.args(["build", "--release", "--package", "dowel-cli"]);
    run::streamed_to_success(&mut build, cargo::INSTALL)
}

/// One of the files in tests/benches.
fn cargo_bench(folder: &std::path::Path, name: &str) -> Result<bool> {
    let mut bench = cargo::command(folder);
    bench.args(["bench", "--package", "dowel-tests", "--bench", name]);
    Ok(run::streamed(&mut bench, cargo::INSTALL)?.success())
}
