//! The desktop program: the same core on a video file.

mod sessions;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

#[derive(Debug, Parser)]
#[command(name = "dowel", version, about = "An offline hip-hinge coach")]
enum Command {
    Sessions(sessions::Args),
}

fn main() -> ExitCode {
    let Command::Sessions(args) = Command::parse();
    match sessions::run(&args, Path::new("dowel.sqlite")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dowel: {error}");
            ExitCode::FAILURE
        }
    }
}
