//! `dowel replay`: a recording in, the same analysis out; neither the video nor the models are needed.

use std::path::{Path, PathBuf};
use std::time::Instant;

use dowel_core::VERSION;
use dowel_core::analysis::{Analysis, SCHEMA, Timing, Versions, VideoInfo};
use dowel_core::engine::{Engine, RULES_VERSION, Settings};
use dowel_core::recording::Recording;
use dowel_core::words::{Language, Words};

use crate::analyze::outputs::{FrameLines, write_json};
use crate::analyze::summary;
use crate::console;
use crate::error::CliError;

/// Stamped on results: which networks saw what a recording holds is not recorded.
const RECORDED: &str = "recorded";
const NO_BACK_MODEL: &str = "none";

/// Analyse a recording made with `dowel analyze VIDEO --record FILE`
///
/// Gives the result that analysing the video gave, or would give with this version's rules. Angles may
/// differ in the last digit, as a recording rounds positions to 1/16 pixel.
///
/// Exit status: 0 analysed, 2 wrong usage, 3 unreadable recording, 5 a result could not be written.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The recording
    #[arg(value_name = "FILE")]
    recording: PathBuf,

    /// Write the analysis as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Write one line of JSON per frame: landmarks, angles, back, stick, phase
    #[arg(long, value_name = "FILE")]
    frames: Option<PathBuf>,

    /// The language of the cues; what this program itself prints stays English
    #[arg(long, default_value_t, value_name = "en|de")]
    language: Language,

    /// Print no summary
    #[arg(long, short)]
    quiet: bool,
}

pub fn run(args: &Args) -> Result<(), CliError> {
    let name = args.recording.file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    let recording = open(&args.recording, &name)?;
    let mut lines = FrameLines::create(args.frames.as_deref())?;
    let analysis = analyse(&recording, Words::of(args.language), &mut lines)?;
    lines.finish()?;
    if let Some(path) = &args.json {
        write_json(path, &analysis)?;
    }
    if !args.quiet {
        console::print(summary::text(&name, &analysis))?;
    }
    Ok(())
}

pub(crate) fn open(path: &Path, name: &str) -> Result<Recording, CliError> {
    let bytes = std::fs::read(path).map_err(|reason| CliError::RecordingFile {
        file: name.to_owned(),
        reason,
    })?;
    Recording::read(&bytes).map_err(|source| CliError::Recording {
        file: name.to_owned(),
        source,
    })
}

fn analyse(
    recording: &Recording,
    words: Words,
    lines: &mut FrameLines,
) -> Result<Analysis, CliError> {
    let began = Instant::now();
    let (width, height) = (recording.width_px, recording.height_px);
    let settings = Settings {
        words,
        ..Settings::default()
    };
    let mut engine = Engine::new(settings, f64::from(width), f64::from(height));
    let (mut reps, mut cues) = (Vec::new(), Vec::new());
    for frame in &recording.frames {
        let update = engine.push(frame);
        lines.write(&update.frame)?;
        reps.extend(update.rep);
        cues.extend(update.cue);
    }
    let summary = engine.finish();
    reps.extend(summary.last_rep);
    let frames = recording.frames.len() as u64;
    let duration_s = recording.frames.last().map_or(0.0, |last| last.t_s);
    let took_s = began.elapsed().as_secs_f64();
    let looked_at_back = recording.frames.iter().any(|frame| frame.back.is_some());
    Ok(Analysis {
        schema: SCHEMA.to_owned(),
        versions: Versions {
            app: VERSION.to_owned(),
            rules: RULES_VERSION.to_owned(),
            pose_model: RECORDED.to_owned(),
            back_model: if looked_at_back {
                RECORDED.to_owned()
            } else {
                NO_BACK_MODEL.to_owned()
            },
        },
        video: Some(VideoInfo {
            width,
            height,
            rotation_deg: 0,
            duration_s,
            frames,
            frames_analyzed: frames,
        }),
        view: summary.view,
        movement: summary.movement,
        reps,
        cues,
        clean_depth_deg: summary.clean_depth_deg,
        timing: Timing {
            pose_ms_median: 0.0,
            analysis_ms_median: took_s * 1e3 / (frames as f64).max(1.0),
            realtime_factor: duration_s / took_s.max(1e-9),
        },
    })
}
