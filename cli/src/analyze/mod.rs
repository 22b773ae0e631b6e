//! `dowel analyze`: a video in; a summary, JSON, a report and a stored session out.

mod keep;
pub(crate) mod outputs;
pub(crate) mod pass;
pub(crate) mod summary;
pub(crate) mod targets;

use std::path::{Path, PathBuf};

use dowel_core::cues::CueFrequency;
use dowel_core::engine::Settings;
use dowel_core::pose::{ModelSize, Runtime};
use dowel_core::words::{Language, Words};

use crate::console::print;
use crate::error::CliError;
use crate::home::{self, Home};
use crate::video::{Options, Video};
use keep::Keeper;
use outputs::Outputs;
use pass::Pass;

/// Analyse videos: count the repetitions, judge them, and say what to change
///
/// Reads any video a phone makes (MP4, MOV, WebM, GIF; H.264 or HEVC; turned, slow motion or variable
/// frame rate). Prints a summary; the options keep more. The session goes into your history
/// (`dowel sessions list`) unless --no-db is given.
///
/// For each repetition the summary shows the stick that Dowel lays along your back, as its contacts at head,
/// mid-back and tailbone: ● touches, ○ lifted, ? can't tell (T, L and ? in a terminal without dots). "clean"
/// is how far the hips folded with all three on: the depth to stay within. Where your back can't be seen,
/// the summary says why and what to change. --report draws the stick over pictures of your repetitions.
///
/// Exit status: 0 analysed (also when the view was refused: that is a result), 2 wrong usage,
/// 3 unreadable video, 4 model or runtime missing, 5 a result could not be written.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The videos; a side view, the whole body in the picture
    #[arg(required = true, value_name = "VIDEO")]
    videos: Vec<PathBuf>,

    /// Write the analysis as JSON; with several videos, a folder
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Write one line of JSON per frame: landmarks, angles, back, stick, phase; with several videos, a folder
    #[arg(long, value_name = "FILE")]
    frames: Option<PathBuf>,

    /// Write the report, one self-contained HTML page; with several videos, a folder
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,

    /// Write a recording for `dowel replay`: the body's points, no picture; with several videos, a folder
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,

    /// Keep the session in this database instead of your history
    #[arg(long, value_name = "FILE", conflicts_with = "no_db")]
    db: Option<PathBuf>,

    /// Keep no session
    #[arg(long)]
    no_db: bool,

    /// The pose model: lite is fastest, heavy steadiest
    #[arg(long, default_value = "full", value_name = "lite|full|heavy")]
    model: ModelSize,

    /// The tempo to keep, in seconds down-pause-up
    #[arg(long, value_name = "D-P-U", value_parser = targets::tempo)]
    tempo: Option<dowel_core::analysis::Tempo>,

    /// The range to reach, in degrees of hip flexion
    #[arg(long, value_name = "DEG", value_parser = targets::depth)]
    depth: Option<f64>,
    /// Hip flexion not to go beyond; deeper repetitions are told as going too low
    #[arg(long, value_name = "DEG", value_parser = targets::depth)]
    limit: Option<f64>,

    /// How often the coach speaks
    #[arg(long, default_value = "normal", value_name = "silent|seldom|normal", value_parser = targets::cues)]
    cues: CueFrequency,

    /// The language of the cues and the report; what this program itself prints stays English
    #[arg(long, default_value_t, value_name = "en|de")]
    language: Language,

    /// Analyse at most this many frames a second; more adds time, not knowledge
    #[arg(long, default_value_t = MAX_FPS, value_name = "FPS", value_parser = targets::fps)]
    max_fps: f64,

    /// Threads inside the pose network
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=16))]
    threads: u8,

    /// Print no summary and no progress
    #[arg(long, short)]
    quiet: bool,
}

/// Pictures larger than this are scaled down while decoding: the network looks at 256 pixels of the body.
const MAX_SIDE_PX: u32 = 1280;
/// More frames a second add time, not knowledge.
pub(crate) const MAX_FPS: f64 = 60.0;

pub fn run(args: &Args) -> Result<(), CliError> {
    let several = args.videos.len() > 1;
    let outputs = args.videos.iter();
    let outputs: Vec<Outputs> = outputs
        .map(|video| Outputs::plan(args, video, several))
        .collect();
    outputs::check(&outputs, &args.videos)?;
    let home = Home::find()?;
    let runtime = Runtime::load(&home.runtime())?;
    let mut keeper = Keeper::open(args.db.as_deref(), args.no_db, home::default_db())?;
    for (video, outputs) in args.videos.iter().zip(&outputs) {
        analyze(args, video, &home, &runtime, &mut keeper, outputs)?;
    }
    Ok(())
}

fn analyze(
    args: &Args,
    file: &Path,
    home: &Home,
    runtime: &Runtime,
    keeper: &mut Keeper,
    outputs: &Outputs,
) -> Result<(), CliError> {
    let name = name_of(file);
    let video = open_video(home, file, args.max_fps)?;
    let settings = Settings {
        targets: targets::targets(args.tempo, args.depth, args.limit),
        cue_frequency: args.cues,
        words: Words::of(args.language),
        watched: None,
    };
    let pass = Pass::load(
        home,
        runtime,
        args.model,
        usize::from(args.threads),
        settings,
    )?;
    let result = pass.run(&name, video, keeper, outputs, args.quiet)?;
    outputs.write(&name, &result, &Words::of(args.language))?;
    for warning in &result.warnings {
        eprintln!("dowel: {name}: {warning}");
    }
    if !args.quiet {
        print(summary::text(&name, &result.analysis))?;
        print(outputs.list(keeper.path()))?;
    }
    Ok(())
}

/// A video as the analysis wants it.
pub(crate) fn open_video(home: &Home, file: &Path, max_fps: f64) -> Result<Video, CliError> {
    let options = Options {
        max_fps: Some(max_fps),
        max_side_px: Some(MAX_SIDE_PX),
    };
    Video::open(&home.ffmpeg(), file, &options).map_err(|source| CliError::Video {
        file: name_of(file),
        source,
    })
}

/// For one line of text: a name may hold line ends and worse.
pub(crate) fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().replace(char::is_control, "\u{fffd}")
}
