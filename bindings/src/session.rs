//! A practice session before the camera.

use dowel_core::coach::Session;
use dowel_core::frame::Frame;
use dowel_core::store::SessionId;

use crate::error::Result;
use crate::frame::{self, FrameInfo, PackedLayout, YuvLayout};
use crate::guard::Guarded;
use crate::update::{Finished, LiveUpdate};

/// Leads one person through one session: frames in; what to show, say and let feel out. Every repetition is kept
/// the moment it is finished, so that letting go of this without [`LiveSession::finish`] loses no repetition. What
/// could not be written until then waits for [`crate::Coach::save_again`] and the next session.
///
/// A push takes as long as the networks do, on the calling thread. Another thread's call waits for its turn;
/// drop late frames before pushing them.
#[derive(Debug, uniffi::Object)]
pub struct LiveSession(Guarded<Session>);

impl LiveSession {
    pub(crate) fn new(session: Session) -> Self {
        LiveSession(Guarded::new(session))
    }

    fn push_frame(&self, frame: &Frame, info: FrameInfo) -> Result<LiveUpdate> {
        let tilt = info.tilt.map(frame::Tilt::to_core);
        self.0.with(|session| Ok(session.push(frame, tilt)?.into()))
    }
}

#[uniffi::export]
impl LiveSession {
    /// Takes the next frame of four bytes a pixel. A frame whose time does not grow changes nothing.
    ///
    /// # Errors
    /// `BadFrame`, `PictureChanged`, `Model`; `NotNow` after the end.
    pub fn push(&self, pixels: &[u8], layout: PackedLayout, info: FrameInfo) -> Result<LiveUpdate> {
        self.push_frame(&frame::packed(pixels, layout, info)?, info)
    }

    /// Takes the next frame in YUV 4:2:0.
    ///
    /// # Errors
    /// As [`LiveSession::push`].
    pub fn push_yuv420(
        &self,
        y: &[u8],
        u: &[u8],
        v: &[u8],
        layout: YuvLayout,
        info: FrameInfo,
    ) -> Result<LiveUpdate> {
        self.push_frame(&frame::yuv420([y, u, v], layout, info)?, info)
    }

    /// Stops watching until [`LiveSession::resume`].
    ///
    /// # Errors
    /// `NotNow` outside of a set.
    pub fn pause(&self) -> Result<()> {
        self.0.with(|session| Ok(session.pause()?))
    }

    /// Goes on after [`LiveSession::pause`]; does nothing when it was not paused.
    ///
    /// # Errors
    /// `NotNow` before the first frame and after the end.
    pub fn resume(&self) -> Result<()> {
        self.0.with(|session| Ok(session.resume()?))
    }

    /// Adds to the count of the set going on, or takes from it, never below nothing.
    ///
    /// # Errors
    /// `NotNow` outside of a set.
    pub fn correct_reps(&self, by: i32) -> Result<()> {
        self.0.with(|session| Ok(session.correct_reps(by)?))
    }

    /// How much it hurts now, 0 to 10. The first answer stands for before the session when the plan has none;
    /// clearly more than before ends the session.
    ///
    /// # Errors
    /// `BadRequest` for more than 10; `NotNow` before the first frame.
    pub fn report_pain(&self, level: u8) -> Result<()> {
        self.0.with(|session| Ok(session.report_pain(level)?))
    }

    /// The number under which it is kept; None as long as there is nothing to keep.
    ///
    /// # Errors
    /// None of its own.
    pub fn id(&self) -> Result<Option<i64>> {
        self.0.with(|session| Ok(session.id().map(number)))
    }

    /// Ends the session; tells what it was, and the last things to say.
    ///
    /// # Errors
    /// `NotNow` when it is finished already; `DiskFull` or `Storage` when something could not be written, where
    /// calling it again tries again.
    pub fn finish(&self) -> Result<Finished> {
        self.0.with(|session| {
            let (summary, last) = session.finish()?;
            Ok(Finished {
                session: session.id().map(number),
                summary: summary.into(),
                last: last.into(),
            })
        })
    }
}

/// A session's number as it crosses.
pub(crate) fn number(id: SessionId) -> i64 {
    id.to_string()
        .parse()
        .expect("a session's number is written as a number")
}
