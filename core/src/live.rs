//! One camera frame in, one update out: the pose and the analysis joined.

use crate::analysis::Versions;
use crate::back::BackContour;
use crate::body::{NearSideWatch, Sole};
use crate::engine::{Engine, RULES_VERSION, Settings, Summary, Update};
use crate::frame::Frame;
use crate::pose::{ModelError, PoseFrame, PoseTracker, TrackerConfig};

/// Stamped on results when nothing looked at the back.
const NO_BACK_MODEL: &str = "none";

/// Pixels in, a body with its outlines out.
#[derive(Debug)]
pub struct Eyes {
    tracker: PoseTracker,
    /// Sees the bodies that the engine sees, so that both agree on where the back is.
    near: NearSideWatch,
}

impl Eyes {
    pub fn new(tracker: PoseTracker) -> Self {
        Eyes {
            tracker,
            near: NearSideWatch::default(),
        }
    }

    /// Sees one frame. Timestamps must grow.
    ///
    /// # Errors
    /// When a network cannot be run.
    pub fn see(&mut self, frame: &Frame) -> Result<PoseFrame, ModelError> {
        let (mut pose, mask) = self.tracker.track(frame)?;
        if let Some(body) = &pose.body {
            let near = self.near.look(pose.t_s, body);
            if let Some(mask) = mask {
                pose.back = Some(BackContour::trace(&mask, body, near));
                pose.sole = Sole::trace(&mask, body, near);
            }
        }
        Ok(pose)
    }
}

/// A set being watched. The caller drops late frames; each call is synchronous.
#[derive(Debug)]
pub struct LiveSession {
    eyes: Eyes,
    settings: Settings,
    engine: Option<Engine>,
}

impl LiveSession {
    pub fn new(tracker: PoseTracker, settings: Settings) -> Self {
        LiveSession {
            eyes: Eyes::new(tracker),
            settings,
            engine: None,
        }
    }

    /// Sees the frame and analyses it. Timestamps must grow.
    pub fn push(&mut self, frame: &Frame) -> Result<Update, ModelError> {
        let pose = self.see(frame)?;
        Ok(self.analyse(frame, &pose))
    }

    /// The first half of [`LiveSession::push`]: pixels to pose.
    pub fn see(&mut self, frame: &Frame) -> Result<PoseFrame, ModelError> {
        self.eyes.see(frame)
    }

    /// The second half: pose to facts and cues. `frame` gives the picture's size.
    pub fn analyse(&mut self, frame: &Frame, pose: &PoseFrame) -> Update {
        let (width_px, height_px) = frame.upright_size_px();
        self.engine
            .get_or_insert_with(|| {
                Engine::new(
                    self.settings.clone(),
                    f64::from(width_px),
                    f64::from(height_px),
                )
            })
            .push(pose)
    }

    /// True while the person should stand still, so that their own neutral back can be learned.
    pub fn asks_to_hold_still(&self) -> bool {
        self.engine.as_ref().is_some_and(Engine::asks_to_hold_still)
    }

    /// Ends the set; None when not a single frame came.
    pub fn finish(&mut self) -> Option<Summary> {
        self.engine.as_mut().map(Engine::finish)
    }
}

/// What a result made by this build with this tracker is stamped with.
pub fn versions(config: &TrackerConfig) -> Versions {
    let back_model = if config.look_at_back {
        config.size.back_version()
    } else {
        NO_BACK_MODEL
    };
    Versions {
        app: crate::VERSION.to_owned(),
        rules: RULES_VERSION.to_owned(),
        pose_model: config.size.version().to_owned(),
        back_model: back_model.to_owned(),
    }
}
