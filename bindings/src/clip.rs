//! A recorded video, analysed frame by frame.

use dowel_core::analysis::{Movement, ViewReason, ViewVerdict};
use dowel_core::coach::Clip;
use dowel_core::frame::Frame;

use crate::error::Result;
use crate::frame::{self, FrameInfo, PackedLayout, YuvLayout};
use crate::guard::Guarded;
use crate::session::number;

/// One video on its way through the analysis. Letting go of it cancels; what was found before stays.
#[derive(Debug, uniffi::Object)]
pub struct ClipAnalysis(Guarded<Clip>);

/// What one frame brought.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ClipUpdate {
    /// Seconds since the first frame.
    pub at_s: f64,
    /// Counted so far.
    pub reps: u32,
}

/// What a video came to. Its repetitions are in the session that it is kept as.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ClipSummary {
    /// The number under which it is kept; None when there was nothing to keep.
    pub session: Option<i64>,
    /// False when the view was refused, for the reasons that follow.
    pub view_ok: bool,
    pub view_reasons: Vec<ViewReason>,
    pub movement: Movement,
    pub clean_depth_deg: Option<f64>,
}

impl ClipAnalysis {
    pub(crate) fn new(clip: Clip) -> Self {
        ClipAnalysis(Guarded::new(clip))
    }

    fn push_frame(&self, frame: &Frame) -> Result<ClipUpdate> {
        self.0.with(|clip| {
            let update = clip.push(frame)?;
            Ok(ClipUpdate {
                at_s: update.update.frame.t_s,
                reps: update.reps,
            })
        })
    }
}

#[uniffi::export]
impl ClipAnalysis {
    /// Takes the next frame of four bytes a pixel.
    ///
    /// # Errors
    /// `BadFrame`, `Model`; `NotNow` after the end.
    pub fn push(&self, pixels: &[u8], layout: PackedLayout, info: FrameInfo) -> Result<ClipUpdate> {
        self.push_frame(&frame::packed(pixels, layout, info)?)
    }

    /// Takes the next frame in YUV 4:2:0.
    ///
    /// # Errors
    /// As [`ClipAnalysis::push`].
    pub fn push_yuv420(
        &self,
        y: &[u8],
        u: &[u8],
        v: &[u8],
        layout: YuvLayout,
        info: FrameInfo,
    ) -> Result<ClipUpdate> {
        self.push_frame(&frame::yuv420([y, u, v], layout, info)?)
    }

    /// The video is over.
    ///
    /// # Errors
    /// `NotNow` when it is finished already; `DiskFull` or `Storage` when something could not be written, where
    /// calling it again tries again.
    pub fn finish(&self) -> Result<ClipSummary> {
        self.0.with(|clip| {
            let (summary, session) = clip.finish()?;
            Ok(ClipSummary {
                session: session.map(number),
                view_ok: summary.view.verdict == ViewVerdict::Ok,
                view_reasons: summary.view.reasons,
                movement: summary.movement,
                clean_depth_deg: summary.clean_depth_deg,
            })
        })
    }
}
