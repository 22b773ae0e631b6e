//! One pass over a video: decode, see, analyse, keep. One frame is in memory at a time.

use std::collections::VecDeque;
use std::path::Path;
use std::time::{Duration, Instant};

use dowel_core::analysis::{
    Analysis, FrameFacts, Rep, SCHEMA, SpokenCue, Timing, Versions, VideoInfo,
};
use dowel_core::engine::{Settings, Summary};
use dowel_core::frame::{Frame, Pixels, Plane, Rotation, YuvColor, YuvMatrix};
use dowel_core::live::{LiveSession, versions};
use dowel_core::pose::{ModelError, ModelSize, PoseFrame, PoseTracker, Runtime, TrackerConfig};
use indicatif::{ProgressBar, ProgressStyle};

use crate::analyze::keep::{Keeper, Kept};
use crate::analyze::outputs::{FrameLines, Outputs};
use crate::error::CliError;
use crate::home::Home;
use crate::video::{DecodedFrame, Info, Matrix, Video};

/// The report's curves need no more.
const CURVE_EVERY_S: f64 = 1.0 / 15.0;
/// Frames kept whole until the repetition they belong to is over, to show its bottom.
const RECENT_S: f64 = 20.0;

/// Everything a pass brought.
#[derive(Debug)]
pub struct Passed {
    pub analysis: Analysis,
    /// Thinned out, whole at the moments worth a picture.
    pub frames: Vec<FrameFacts>,
    pub video: Video,
    pub warnings: Vec<String>,
}

#[derive(Debug)]
pub struct Pass {
    session: LiveSession,
    versions: Versions,
}

/// What every pass over a video looks at.
pub(crate) fn tracker_config(models: &Path, size: ModelSize, threads: usize) -> TrackerConfig<'_> {
    TrackerConfig {
        models,
        size,
        threads,
        look_at_back: true,
    }
}

impl Pass {
    pub fn load(
        home: &Home,
        runtime: &Runtime,
        size: ModelSize,
        threads: usize,
        settings: Settings,
    ) -> Result<Self, ModelError> {
        let models = home.models();
        let config = tracker_config(&models, size, threads);
        Ok(Pass {
            session: LiveSession::new(PoseTracker::load(runtime, &config)?, settings),
            versions: versions(&config),
        })
    }

    pub fn run(
        mut self,
        name: &str,
        mut video: Video,
        keeper: &mut Keeper,
        outputs: &Outputs,
        quiet: bool,
    ) -> Result<Passed, CliError> {
        let info = video.info().clone();
        let bar = progress(&info, quiet);
        let mut kept = keeper.begin(name, &self.versions)?;
        let mut lines = outputs.frame_lines()?;
        let mut recorder = outputs.recorder(info.decoded_width, info.decoded_height)?;
        let mut gathered = Gathered::default();
        let began = Instant::now();
        while let Some(decoded) = video.next_frame().map_err(|source| CliError::Video {
            file: name.to_owned(),
            source,
        })? {
            gathered.last_s = decoded.t_s;
            let pose = self.frame(&decoded, &info, &mut gathered, &mut kept, &mut lines)?;
            recorder.frame(&pose)?;
            bar.set_position(gathered.frames);
        }
        bar.finish_and_clear();
        let summary = self.session.finish();
        if let Some(rep) = summary.as_ref().and_then(|s| s.last_rep.clone()) {
            kept.rep(&rep)?;
            gathered.take_rep(rep);
        }
        lines.finish()?;
        recorder.finish()?;
        let analysis = gathered.analysis(
            &info,
            video.frames_seen(),
            summary,
            self.versions,
            began.elapsed(),
        );
        kept.finish(&analysis)?;
        let warnings = warnings(&video, &analysis);
        Ok(Passed {
            analysis,
            frames: gathered.curve,
            video,
            warnings,
        })
    }

    /// Returns what was seen, for the recording.
    fn frame(
        &mut self,
        decoded: &DecodedFrame,
        info: &Info,
        gathered: &mut Gathered,
        kept: &mut Kept,
        lines: &mut FrameLines,
    ) -> Result<PoseFrame, CliError> {
        let frame = as_frame(decoded, info);
        let began = Instant::now();
        let pose = self.session.see(&frame)?;
        let seen = Instant::now();
        let update = self.session.analyse(&frame, &pose);
        gathered.time(seen - began, seen.elapsed());
        let facts = in_source_pixels(update.frame, info);
        lines.write(&facts)?;
        gathered.take_frame(facts);
        if let Some(rep) = update.rep {
            kept.rep(&rep)?;
            gathered.take_rep(rep);
        }
        if let Some(cue) = update.cue {
            kept.cue(&cue)?;
            gathered.cues.push(cue);
        }
        Ok(pose)
    }
}

/// What is gathered while the video runs.
#[derive(Debug, Default)]
struct Gathered {
    frames: u64,
    last_s: f64,
    curve: Vec<FrameFacts>,
    recent: VecDeque<FrameFacts>,
    reps: Vec<Rep>,
    cues: Vec<SpokenCue>,
    pose_ms: Vec<f32>,
    analysis_ms: Vec<f32>,
}

impl Gathered {
    fn time(&mut self, pose: Duration, analysis: Duration) {
        self.pose_ms.push(pose.as_secs_f32() * 1e3);
        self.analysis_ms.push(analysis.as_secs_f32() * 1e3);
    }

    fn take_frame(&mut self, mut facts: FrameFacts) {
        self.frames += 1;
        // Only the files of frames and recordings hold it.
        facts.back_contour = None;
        let due = self
            .curve
            .last()
            .is_none_or(|last| facts.t_s - last.t_s >= CURVE_EVERY_S);
        if due {
            let mut point = facts.clone();
            // Whole until the first repetition: the standing picture is chosen from these.
            if !self.reps.is_empty() || facts.t_s >= RECENT_S {
                point.landmarks = None;
                point.dowel = None;
                point.dowel_gaps = None;
                point.dowel_line = None;
            }
            self.curve.push(point);
        }
        while self
            .recent
            .front()
            .is_some_and(|first| facts.t_s - first.t_s > RECENT_S)
        {
            self.recent.pop_front();
        }
        self.recent.push_back(facts);
    }

    fn take_rep(&mut self, rep: Rep) {
        let distance = |frame: &FrameFacts| (frame.t_s - rep.bottom_s).abs();
        let bottom = self
            .recent
            .iter()
            .filter(|frame| frame.landmarks.is_some())
            .min_by(|a, b| distance(a).total_cmp(&distance(b)));
        if let Some(bottom) = bottom {
            let at = self.curve.partition_point(|frame| frame.t_s < bottom.t_s);
            match self.curve.get_mut(at) {
                Some(same) if same.t_s == bottom.t_s => same.clone_from(bottom),
                _ => self.curve.insert(at, bottom.clone()),
            }
        }
        self.reps.push(rep);
    }

    fn analysis(
        &mut self,
        info: &Info,
        frames_seen: u64,
        summary: Option<Summary>,
        versions: Versions,
        took: Duration,
    ) -> Analysis {
        let summary = summary.unwrap_or_else(Summary::of_nothing);
        Analysis {
            schema: SCHEMA.to_owned(),
            versions,
            video: Some(VideoInfo {
                width: info.width,
                height: info.height,
                rotation_deg: i32::try_from(info.rotation_deg).unwrap_or(0),
                duration_s: round(info.duration_s.max(self.last_s), 1e3),
                frames: frames_seen,
                frames_analyzed: self.frames,
            }),
            view: summary.view,
            movement: summary.movement,
            reps: std::mem::take(&mut self.reps),
            cues: std::mem::take(&mut self.cues),
            clean_depth_deg: summary.clean_depth_deg,
            timing: Timing {
                pose_ms_median: median(&mut self.pose_ms),
                analysis_ms_median: median(&mut self.analysis_ms),
                realtime_factor: round(self.last_s / took.as_secs_f64().max(1e-9), 1e2),
            },
        }
    }
}

pub(crate) fn as_frame<'a>(decoded: &DecodedFrame<'a>, info: &Info) -> Frame<'a> {
    let [y, u, v] = decoded.planes();
    let plane = |bytes, row_stride| Plane {
        bytes,
        row_stride,
        pixel_stride: 1,
    };
    let pixels = Pixels::Yuv420 {
        y: plane(y, decoded.stride()),
        u: plane(u, decoded.chroma_stride()),
        v: plane(v, decoded.chroma_stride()),
        color: YuvColor {
            matrix: match info.color.matrix {
                Matrix::Bt601 => YuvMatrix::Bt601,
                Matrix::Bt709 => YuvMatrix::Bt709,
                Matrix::Bt2020 => YuvMatrix::Bt2020,
            },
            full_range: info.color.full_range,
        },
    };
    Frame::new(
        pixels,
        decoded.width,
        decoded.height,
        Rotation::None,
        decoded.t_s,
    )
    .expect("the decoder delivers whole frames of 64 pixels and more")
}

/// Landmarks and stick in the pixels of the upright source, whatever size was decoded.
fn in_source_pixels(mut facts: FrameFacts, info: &Info) -> FrameFacts {
    let to_source = |x: &mut f64, y: &mut f64, per_px: f64| {
        *x = round(*x * info.scale_x, per_px);
        *y = round(*y * info.scale_y, per_px);
    };
    for [x, y, _] in facts.landmarks.iter_mut().flatten() {
        to_source(x, y, 1e2);
    }
    if let Some(line) = &mut facts.dowel_line {
        let ends = [&mut line.from, &mut line.to];
        let contacts = [&mut line.tailbone, &mut line.mid_back];
        for [x, y] in ends.into_iter().chain(contacts).chain(line.head.as_mut()) {
            to_source(x, y, 1e1);
        }
    }
    facts
}

pub(crate) fn progress(info: &Info, quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    match info.frames_expected {
        Some(frames) => {
            let style = "{bar:32} {percent:>3} %  {per_sec}  {eta} left";
            ProgressBar::new(frames).with_style(style_of(style))
        }
        None => {
            ProgressBar::new_spinner().with_style(style_of("{spinner} {pos} frames  {per_sec}"))
        }
    }
}

fn style_of(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is a constant")
}

fn warnings(video: &Video, analysis: &Analysis) -> Vec<String> {
    let mut warnings: Vec<String> = video.warning().map(|w| w.to_string()).into_iter().collect();
    let several = dowel_core::analysis::ViewReason::SeveralPeople;
    if analysis.view.reasons.contains(&several) {
        warnings.push("several people are in the picture; one of them was followed".to_owned());
    }
    warnings
}

fn median(values: &mut [f32]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let middle = values.len() / 2;
    round(
        f64::from(*values.select_nth_unstable_by(middle, f32::total_cmp).1),
        1e3,
    )
}

fn round(value: f64, per_unit: f64) -> f64 {
    (value * per_unit).round() / per_unit
}
