//! How xtask calls cargo.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::home;

pub const INSTALL: &str = "Install Rust through rustup: https://rustup.rs";

/// The cargo that runs xtask, at the repository's root, with the set-up folder made known.
pub fn command(setup_folder: &Path) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(home::repository())
        .env("DOWEL_HOME", setup_folder);
    command
}
