//! The desktop program as a whole: how much memory it takes, and how long until it says something.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{IoContext, Result};
use crate::{home, run};

const MAX_PEAK_MB: f64 = 200.0;
/// The long clip may take this much more than the short one; the allocator breathes that much.
const MAX_GROWTH_MB: f64 = 10.0;
const MAX_FIRST_RESULT_S: f64 = 1.0;
/// Starts measured, the first of which warms the caches and does not count.
const STARTS: u32 = 6;
/// How often the long clip repeats the short one.
const REPEATS: u32 = 6;

/// Returns whether the limits were kept.
pub fn run(folder: &Path) -> Result<bool> {
    super::build_dowel(folder)?;

    let scratch = tempfile::tempdir().context("create", "a temporary folder".as_ref())?;
    let clip = home::repository().join("tests/demo/demo.mp4");
    let long = scratch.path().join("long.mp4");
    repeat(folder, &clip, &long)?;

    let short_mb = peak_mb(folder, &clip)?;
    let long_mb = peak_mb(folder, &long)?;
    let first_s = first_result_s(folder, &clip, scratch.path())?;
    println!(
        "\nPeak memory of `dowel analyze`, demo clip   {short_mb:>7.1} MB   (limit {MAX_PEAK_MB})"
    );
    println!(
        "  the same clip {REPEATS} times in a row            {long_mb:>7.1} MB   (at most {MAX_GROWTH_MB} more)"
    );
    println!(
        "First frame's result after start, median    {first_s:>7.2} s    (limit {MAX_FIRST_RESULT_S})"
    );
    Ok(short_mb.max(long_mb) <= MAX_PEAK_MB
        && long_mb - short_mb <= MAX_GROWTH_MB
        && first_s <= MAX_FIRST_RESULT_S)
}

fn repeat(folder: &Path, clip: &Path, long: &Path) -> Result<()> {
    let mut ffmpeg = Command::new(folder.join("bin/ffmpeg"));
    ffmpeg
        .args(["-hide_banner", "-nostdin", "-loglevel", "error"])
        .args(["-stream_loop", &(REPEATS - 1).to_string(), "-i"])
        .arg(clip)
        .args(["-c", "copy"])
        .arg(long);
    run::streamed_to_success(&mut ffmpeg, "Run `cargo xtask setup`.")
}

fn dowel(folder: &Path) -> Command {
    let mut command = Command::new(home::target_folder().join("release/dowel"));
    command
        .env("DOWEL_HOME", folder)
        .args(["analyze", "--quiet", "--no-db"])
        .stdin(Stdio::null());
    command
}

/// The largest resident memory of the program itself, as Linux keeps it.
fn peak_mb(folder: &Path, video: &Path) -> Result<f64> {
    let mut command = dowel(folder);
    command.arg(video);
    let mut child = spawn(&mut command)?;
    let mut peak_kb = 0.0_f64;
    let status = loop {
        // It only grows, so that the last look before the end tells the peak.
        peak_kb = peak_kb.max(high_water_kb(child.id()).unwrap_or(0.0));
        if let Some(status) = child.try_wait().context("wait for", "dowel".as_ref())? {
            break status;
        }
        thread::sleep(Duration::from_millis(5));
    };
    run::expect_success(&command, status)?;
    Ok(peak_kb * 1024.0 / 1e6)
}

fn high_water_kb(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// Until the first lines of `--frames` reach the file, which is a few frames later than the first result.
fn first_result_s(folder: &Path, video: &Path, scratch: &Path) -> Result<f64> {
    let lines = scratch.join("frames.jsonl");
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let _ = fs::remove_file(&lines);
        let began = Instant::now();
        let mut command = dowel(folder);
        command.arg("--frames").arg(&lines).arg(video);
        let mut child = spawn(&mut command)?;
        while !fs::metadata(&lines).is_ok_and(|file| file.len() > 0) {
            if let Some(status) = child.try_wait().context("wait for", "dowel".as_ref())? {
                run::expect_success(&command, status)?;
                break;
            }
            thread::sleep(Duration::from_millis(2));
        }
        times.push(began.elapsed().as_secs_f64());
        let _ = child.kill();
        child.wait().context("wait for", "dowel".as_ref())?;
    }
    let counted = &mut times[1..];
    counted.sort_by(f64::total_cmp);
    Ok(counted[counted.len() / 2])
}

fn spawn(command: &mut Command) -> Result<Child> {
    command.spawn().context("start", "dowel".as_ref())
}
