//! The Android app from here: its tests, what its build needs, and how large it gets.

mod assets;
mod recipe;
mod sizes;

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{Args, Subcommand};

use crate::error::Result;
use crate::progress::Step;
use crate::{contract, debian, home, run, setup};

pub use sizes::check as check_sizes;

/// Where Debian puts it; a program of that name on the path is another's.
const AAPT2: &str = "/usr/lib/android-sdk/build-tools/debian/aapt2";

const NO_AAPT2: &str = "The Android app's resources are compiled for its tests with aapt2. On Debian or Ubuntu: sudo \
    apt-get install aapt";

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Lay the pose networks ready for the app's build, which calls this itself
    ///
    /// Of each size the one with the silhouette, and a short recipe by which the app makes the other from it.
    Assets {
        /// Where to
        #[arg(long, value_name = "FOLDER")]
        into: Option<PathBuf>,
    },
    /// Measure what the app adds up to on a 64-bit Arm phone; fails above 30 MB to download
    ///
    /// Builds the facade for Arm and compiles the app. Each part is told unpacked and as it is downloaded.
    Sizes,
}

pub fn run(arguments: &Arguments) -> Result<bool> {
    match &arguments.what {
        What::Assets { into } => {
            lay_assets(into.as_deref().unwrap_or(&assets::folder()))?;
            Ok(true)
        }
        What::Sizes => {
            let folder = setup::run()?;
            let mut step = Step::begin("compiling the app");
            run::quietly_to_success(&mut maven("process-test-resources")?, &mut step, "")?;
            step.done();
            sizes::check(&folder)
        }
    }
}

fn lay_assets(folder: &Path) -> Result<()> {
    // An app can be built where set-up can't run, once the networks are there.
    let there = home::setup_folder();
    let from = if assets::are_at_hand(&there) {
        there
    } else {
        setup::run()?
    };
    assets::prepare(&from, folder)?;
    println!("The networks lie in {}.", home::shown(folder));
    Ok(())
}

/// Maven's tests of the app find the networks laid ready.
pub fn prepare_for_tests(setup_folder: &Path) -> Result<()> {
    assets::prepare(setup_folder, &assets::folder()).map(|_| ())
}

/// `mvn` with `goal` in the app's folder.
pub fn maven(goal: &str) -> Result<Command> {
    let mut aapt2 = Command::new(AAPT2);
    aapt2.arg("version");
    debian::ensure(&mut aapt2, &["aapt"], NO_AAPT2)?;
    let mut command = contract::maven(&home::repository().join("android"), goal, &results())?;
    command.arg(format!("-Dassets.folder={}", assets::folder().display()));
    Ok(command)
}

/// Where Maven puts what it makes.
fn results() -> PathBuf {
    home::target_folder().join("android")
}
