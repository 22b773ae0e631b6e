//! `dowel practice`: a video played through a practice session, as if the person were standing before the phone.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use dowel_core::analysis::Tempo;
use dowel_core::cues::CueFrequency;
use dowel_core::drills;
use dowel_core::live::Eyes;
use dowel_core::pose::{ModelSize, PoseFrame, PoseTracker, Runtime};
use dowel_core::practice::{
    Event, EventKind, Plan, PlanError, Practice, SessionSummary, Transcript, Update,
};
use dowel_core::recording::Recording;
use dowel_core::words::{Language, Words};

use crate::analyze::outputs::write_json;
use crate::analyze::pass::{as_frame, progress, tracker_config};
use crate::analyze::{MAX_FPS, name_of, open_video, targets};
use crate::console::print;
use crate::error::CliError;
use crate::home::Home;
use crate::replay;
use crate::video::Video;

/// Play a video through a practice session, and print what the coach says
///
/// The phone app leads a person through a drill by ear: set-up, hold still, count-in, sets, rests, summary.
/// This plays a recorded video through the same session, as if it came from the phone's camera, and prints
/// each spoken line with its time in seconds, the stages in brackets, and the summary. A recording made with
/// `dowel analyze VIDEO --record FILE` works, too, and needs no models. Nothing is stored.
///
/// Examples:
///   dowel drills                                        the drills and their ids
///   dowel practice my-set.mp4 --drill dowel-hinge
///   dowel practice my-set.mp4 --drill wall-tap --reps 5 --language de --speak espeak-ng
///
/// Exit status: 0 played, 2 wrong usage, 3 unreadable video, 4 model or runtime missing,
/// 5 a result could not be written.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The video or recording; a side view, the whole body in the picture
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The drill's id, as `dowel drills` lists it
    #[arg(long, default_value = "dowel-hinge", value_name = "ID", value_parser = drill)]
    drill: &'static drills::Drill,

    /// Sets to do, in place of the drill's own
    #[arg(long, value_name = "N")]
    sets: Option<u32>,

    /// Repetitions a set, in place of the drill's own
    #[arg(long, value_name = "N")]
    reps: Option<u32>,

    /// Seconds of rest between sets, in place of the drill's own
    #[arg(long, value_name = "S")]
    rest: Option<f64>,

    /// The tempo to keep and to count aloud, in seconds down-pause-up
    #[arg(long, value_name = "D-P-U", value_parser = targets::tempo)]
    tempo: Option<Tempo>,

    /// Hip flexion in degrees not to go beyond
    #[arg(long, value_name = "DEG", value_parser = targets::depth)]
    limit: Option<f64>,

    /// How often the coach speaks
    #[arg(long, default_value = "normal", value_name = "silent|seldom|normal", value_parser = targets::cues)]
    cues: CueFrequency,

    /// The language of every spoken line
    #[arg(long, default_value = "en", value_name = "en|de")]
    language: Language,

    /// The pose model: lite is fastest, heavy steadiest
    #[arg(long, default_value = "full", value_name = "lite|full|heavy")]
    model: ModelSize,

    /// Speak the lines at their times through this program, such as espeak-ng or say
    #[arg(long, value_name = "PROGRAM")]
    speak: Option<PathBuf>,

    /// Write every event and the summary as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Print no progress
    #[arg(long, short)]
    quiet: bool,
}

fn drill(id: &str) -> Result<&'static drills::Drill, String> {
    drills::find(id).ok_or_else(|| "no such drill; `dowel drills` lists them".to_owned())
}

/// A played session, as `--json` writes it.
#[derive(Debug, serde::Serialize)]
struct Played {
    schema: &'static str,
    events: Vec<Event>,
    summary: SessionSummary,
}

const SCHEMA: &str = "dowel.practice/1";

pub fn run(args: &Args) -> Result<(), CliError> {
    let plan = plan(args)?;
    let frames = Frames::open(args)?;
    let (width_px, height_px) = frames.size_px();
    let mut practice = Practice::new(plan, width_px, height_px)?;
    let mut told = Told::default();
    frames.each(args.quiet, |frame| told.take(practice.push(frame, None)))?;
    let (summary, last) = practice.finish();
    told.take(last)?;
    print(text(&summary))?;
    let played = Played {
        schema: SCHEMA,
        events: told.events,
        summary,
    };
    if let Some(path) = &args.json {
        write_json(path, &played)?;
    }
    if let Some(program) = &args.speak {
        speak(program, &played.events)?;
    }
    Ok(())
}

fn plan(args: &Args) -> Result<Plan, PlanError> {
    let mut plan = Plan::of(args.drill, Words::of(args.language));
    plan.sets = args.sets.unwrap_or(plan.sets);
    plan.reps = args.reps.unwrap_or(plan.reps);
    plan.rest_s = args.rest.unwrap_or(plan.rest_s);
    plan.targets.tempo_s = args.tempo.or(plan.targets.tempo_s);
    plan.targets.hip_flexion_limit_deg = args.limit;
    plan.cue_frequency = args.cues;
    plan.check()?;
    Ok(plan)
}

/// Prints what is heard, and keeps every event.
#[derive(Default)]
struct Told {
    transcript: Transcript,
    events: Vec<Event>,
}

impl Told {
    fn take(&mut self, update: Update) -> Result<(), CliError> {
        for line in self.transcript.lines(&update) {
            print(line + "\n")?;
        }
        self.events.extend(update.events);
        Ok(())
    }
}

/// Where the frames come from.
enum Frames {
    Video(Box<(Video, Eyes)>, String),
    Recording(Box<Recording>),
}

impl Frames {
    fn open(args: &Args) -> Result<Self, CliError> {
        let name = name_of(&args.file);
        if args.file.extension().is_some_and(|e| e == "dowelrec") {
            let recording = replay::open(&args.file, &name)?;
            return Ok(Frames::Recording(Box::new(recording)));
        }
        let home = Home::find()?;
        let video = open_video(&home, &args.file, MAX_FPS)?;
        let models = home.models();
        let config = tracker_config(&models, args.model, 1);
        let tracker = PoseTracker::load(&Runtime::load(&home.runtime())?, &config)?;
        Ok(Frames::Video(Box::new((video, Eyes::new(tracker))), name))
    }

    fn size_px(&self) -> (f64, f64) {
        match self {
            Frames::Video(video, _) => {
                let info = video.0.info();
                (
                    f64::from(info.decoded_width),
                    f64::from(info.decoded_height),
                )
            }
            Frames::Recording(recording) => (
                f64::from(recording.width_px),
                f64::from(recording.height_px),
            ),
        }
    }

    fn each(
        self,
        quiet: bool,
        mut take: impl FnMut(&PoseFrame) -> Result<(), CliError>,
    ) -> Result<(), CliError> {
        let (mut video, mut eyes, file) = match self {
            Frames::Recording(recording) => return recording.frames.iter().try_for_each(take),
            Frames::Video(video, file) => (video.0, video.1, file),
        };
        let info = video.info().clone();
        let bar = progress(&info, quiet);
        let unreadable = |source| CliError::Video {
            file: file.clone(),
            source,
        };
        while let Some(decoded) = video.next_frame().map_err(unreadable)? {
            let pose = eyes.see(&as_frame(&decoded, &info))?;
            bar.suspend(|| take(&pose))?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        Ok(())
    }
}

/// The summary in a few lines.
fn text(summary: &SessionSummary) -> String {
    let total = &summary.total;
    let known = |value: Option<f64>| value.map_or("can't tell".to_owned(), |v| format!("{v:.0}°"));
    let index = total.hinge_index;
    let change = total.change.map(|id| id.to_string());
    let lines = [
        ("sets", summary.sets.len().to_string()),
        ("repetitions", total.reps.to_string()),
        (
            "clean",
            format!("{} of {} judged", total.clean, total.judged),
        ),
        ("clean depth", known(total.clean_depth_deg)),
        (
            "hinge index",
            index.map_or("can't tell".to_owned(), |i| i.to_string()),
        ),
        ("to change", change.unwrap_or_else(|| "nothing".to_owned())),
        (
            "drill for it",
            total.drill.clone().unwrap_or_else(|| "-".to_owned()),
        ),
    ];
    let lines = lines.map(|(name, value)| format!("  {name:14}{value}\n"));
    format!("\n{}", lines.concat())
}

/// Waits for each line's time, and for the line before to be over.
fn speak(program: &Path, events: &[Event]) -> Result<(), CliError> {
    let began = Instant::now();
    for event in events.iter().filter(|event| event.kind == EventKind::Say) {
        let due = Duration::from_secs_f64(event.at_s.max(0.0));
        sleep(due.saturating_sub(began.elapsed()));
        let status = Command::new(program).arg(&event.text).status();
        let spoken = status.is_ok_and(|status| status.success());
        if !spoken {
            return Err(CliError::Speech);
        }
    }
    Ok(())
}
