//! `dowel doctor`: what is installed, and how fast it is.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use dowel_core::VERSION;
use dowel_core::engine::RULES_VERSION;
use dowel_core::frame::{Frame, Pixels, Plane, Rotation};
use dowel_core::pose::{ModelSize, PoseTracker, Roi, Runtime, TrackerConfig};

use crate::console::print;
use crate::error::CliError;
use crate::home::{self, Home};

/// Check what is installed, with versions, and measure each pose model for two seconds
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Skip the measurement
    #[arg(long)]
    no_benchmark: bool,
}

const MEASURE: Duration = Duration::from_secs(2);

pub fn run(args: &Args) -> Result<(), CliError> {
    print(format_args!(
        "dowel     {VERSION} (rules {RULES_VERSION})\n"
    ))?;
    let home = Home::find()?;
    print(format_args!("home      {}\n", home.folder().display()))?;
    print(format_args!(
        "ffmpeg    {}\n",
        ffmpeg_version(&home.ffmpeg())?
    ))?;
    let runtime = Runtime::load(&home.runtime())?;
    print(format_args!(
        "runtime   ONNX Runtime, build {}
",
        runtime.build()
    ))?;
    match home::default_db() {
        Some(path) => print(format_args!("history   {}\n", path.display()))?,
        None => print("history   nowhere: set HOME or XDG_DATA_HOME\n")?,
    }
    for size in ModelSize::ALL {
        model(&home, &runtime, size, args.no_benchmark)?;
    }
    Ok(())
}

fn model(home: &Home, runtime: &Runtime, size: ModelSize, skip: bool) -> Result<(), CliError> {
    let models = home.models();
    let began = Instant::now();
    let config = TrackerConfig {
        models: &models,
        size,
        threads: 1,
        look_at_back: true,
    };
    let mut tracker = PoseTracker::load(runtime, &config)?;
    let loaded = began.elapsed();
    print(format_args!(
        "model     {:<5} {}, loaded in {:.0} ms",
        size.as_str(),
        size.version(),
        ms(loaded)
    ))?;
    if !skip {
        let per_frame_ms = measure(&mut tracker)?;
        print(format_args!(", {per_frame_ms:.1} ms a frame on one thread"))?;
    }
    print("\n")
}

/// Milliseconds for one look of the network at a picture; what it shows does not change the cost.
fn measure(tracker: &mut PoseTracker) -> Result<f64, CliError> {
    let bytes = vec![128; 640 * 480 * 4];
    let plane = Plane {
        bytes: &bytes,
        row_stride: 640 * 4,
        pixel_stride: 4,
    };
    let frame = Frame::new(Pixels::Rgba(plane), 640, 480, Rotation::None, 0.0)
        .expect("the plane has this size");
    let roi = Roi {
        center_x_px: 320.0,
        center_y_px: 240.0,
        side_px: 480.0,
        rotation_rad: 0.0,
    };
    tracker.look_at(&frame, &roi)?;
    let began = Instant::now();
    let mut looks = 0;
    while began.elapsed() < MEASURE {
        tracker.look_at(&frame, &roi)?;
        looks += 1;
    }
    Ok(ms(began.elapsed()) / f64::from(looks))
}

fn ffmpeg_version(path: &Path) -> Result<String, CliError> {
    let missing =
        || CliError::Setup("ffmpeg is missing or can't be run; run `cargo xtask setup`".to_owned());
    let output = Command::new(path)
        .arg("-version")
        .output()
        .map_err(|_| missing())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let version = text.split_whitespace().nth(2).map(str::to_owned);
    version.ok_or_else(missing)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
