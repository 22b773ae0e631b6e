//! The desktop program: the same core as on the phone, on a video file.

mod analyze;
mod console;
mod doctor;
mod drills;
mod error;
mod home;
mod picture;
mod practice;
mod replay;
mod sessions;
mod stick;
mod video;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::CliError;

/// Dowel, an offline coach for the hip hinge.
///
/// Film yourself from the side, whole body in the picture, phone at hip height, and let Dowel count,
/// judge and cue your repetitions. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(
    name = "dowel",
    version,
    after_help = "Start with:  dowel analyze my-set.mp4 --report my-set.html"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Analyze(analyze::Args),
    Practice(practice::Args),
    Drills(drills::Args),
    Replay(replay::Args),
    Sessions(sessions::Args),
    Doctor(doctor::Args),
}

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::new().filter_or("DOWEL_LOG", "error")).init();
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dowel: {error}");
            ExitCode::from(error.exit_status())
        }
    }
}

fn run(cli: Cli) -> Result<(), CliError> {
    match cli.command {
        Command::Analyze(args) => analyze::run(&args),
        Command::Practice(args) => practice::run(&args),
        Command::Drills(args) => drills::run(&args),
        Command::Replay(args) => replay::run(&args),
        Command::Doctor(args) => doctor::run(&args),
        Command::Sessions(args) => {
            let default_db = home::default_db().unwrap_or_else(|| "sessions.db".into());
            Ok(sessions::run(&args, &default_db)?)
        }
    }
}
