//! Can this view be judged? Collected over the clip, told with its reasons.

use crate::analysis::{Side, View, ViewReason, ViewVerdict};
use crate::body::{NearSide, Posture, median};
use crate::pose::{Body, Joint, PoseFrame};
use crate::thresholds::{
    AZIMUTH_LIMIT_DEG, BODY_MIN_SHARE, CAMERA_MOVING, CAMERA_MOVING_SHARE, DIM, OUT_OF_FRAME_SHARE,
    PERSON_MIN_SHARE, SEVERAL_PEOPLE_SHARE, TOO_DARK,
};

/// One sample is kept this often, so that frame rates weigh the same and memory stays small.
const SAMPLE_EVERY_S: f64 = 0.1;
/// The newest two minutes.
const MAX_SAMPLES: usize = 1200;

/// Size of the upright picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PictureSize {
    pub width_px: f64,
    pub height_px: f64,
}

/// What one frame says about the view. Numbers are NaN while nobody is seen.
#[derive(Debug, Clone, Copy)]
pub struct Glance {
    pub seen: bool,
    pub azimuth_deg: f64,
    pub out_of_frame: bool,
    /// The body's height as a share of the picture's.
    pub body_share: f64,
    pub several: bool,
    pub dark: bool,
    pub dim: bool,
    pub camera_moves: bool,
}

impl Glance {
    /// `near` is None when nobody is seen.
    pub fn of(picture: PictureSize, frame: &PoseFrame, near: Option<(NearSide, &Posture)>) -> Self {
        let body = frame.body.as_ref().zip(near);
        Glance {
            seen: body.is_some(),
            azimuth_deg: body.map_or(f64::NAN, |(body, (near, _))| azimuth_deg(body, near)),
            out_of_frame: body.is_some_and(|(body, (near, _))| picture.is_left_by(body, near.side)),
            body_share: body.map_or(f64::NAN, |(_, (_, posture))| {
                (posture.shoulder.up - posture.ankle.up).max(posture.leg_px()) / picture.height_px
            }),
            several: frame.people > 1,
            dark: frame.scene.brightness < TOO_DARK,
            dim: frame.scene.brightness < DIM,
            camera_moves: frame.scene.background_change > CAMERA_MOVING,
        }
    }
}

impl PictureSize {
    fn is_left_by(&self, body: &Body, side: Side) -> bool {
        [Joint::Shoulder, Joint::Hip, Joint::Knee, Joint::Ankle]
            .map(|joint| body.landmarks[joint.on(side)])
            .iter()
            .any(|at| {
                at.x_px < 0.0
                    || at.y_px < 0.0
                    || at.x_px > self.width_px
                    || at.y_px > self.height_px
            })
    }
}

/// Gathers the evidence about the view.
#[derive(Debug, Clone)]
pub struct ViewWatch {
    picture: PictureSize,
    samples: std::collections::VecDeque<Glance>,
    last_sample_s: Option<f64>,
    azimuth_deg: Option<f64>,
}

impl ViewWatch {
    pub fn new(width_px: f64, height_px: f64) -> Self {
        ViewWatch {
            picture: PictureSize {
                width_px,
                height_px,
            },
            samples: std::collections::VecDeque::new(),
            last_sample_s: None,
            azimuth_deg: None,
        }
    }

    /// `near` and `posture` are None when nobody is seen.
    pub fn look(&mut self, frame: &PoseFrame, near: Option<(NearSide, &Posture)>) {
        let due = self
            .last_sample_s
            .is_none_or(|last| frame.t_s - last >= SAMPLE_EVERY_S);
        if !due {
            return;
        }
        self.last_sample_s = Some(frame.t_s);
        let glance = Glance::of(self.picture, frame, near);
        self.samples.push_back(glance);
        if self.samples.len() > MAX_SAMPLES {
            self.samples.pop_front();
        }
        self.azimuth_deg = self.median_of(|s| s.azimuth_deg);
    }

    /// How far off the side view, + towards the person's front; None until somebody was seen.
    pub fn azimuth_deg(&self) -> Option<f64> {
        self.azimuth_deg
    }

    pub fn is_side_on(&self) -> bool {
        self.azimuth_deg
            .is_some_and(|azimuth| azimuth.abs() <= AZIMUTH_LIMIT_DEG)
    }

    /// Bright enough to follow the limbs, too dark for the back's outline.
    pub fn is_dim(&self) -> bool {
        self.share(|s| s.dim) > 0.5
    }

    /// The verdict on everything seen so far.
    pub fn view(&self, near: Option<NearSide>) -> View {
        let (refusing, advice) = self.reasons();
        let verdict = if refusing.is_empty() {
            ViewVerdict::Ok
        } else {
            ViewVerdict::Refused
        };
        let mut reasons: Vec<ViewReason> = refusing.into_iter().chain(advice).collect();
        reasons.sort();
        View {
            verdict,
            reasons,
            near_side: near.map(|near| near.side),
            azimuth_deg: self
                .azimuth_deg
                .map(|azimuth| (azimuth.abs() * 10.0).round() / 10.0),
        }
    }

    /// Reasons that make a judgement unsafe, and reasons that only ask for a better picture.
    fn reasons(&self) -> (Vec<ViewReason>, Vec<ViewReason>) {
        let dark = self.share(|s| s.dark) > 0.5;
        if self.share(|s| s.seen) < PERSON_MIN_SHARE {
            let mut refusing = vec![ViewReason::NoPerson];
            refusing.extend(dark.then_some(ViewReason::TooDark));
            return (refusing, Vec::new());
        }
        let mut refusing = Vec::new();
        let mut refuse = |when: bool, reason| refusing.extend(when.then_some(reason));
        refuse(!self.is_side_on(), ViewReason::NotSideOn);
        refuse(
            self.share(|s| s.out_of_frame) > OUT_OF_FRAME_SHARE,
            ViewReason::BodyOutOfFrame,
        );
        refuse(
            self.median_of(|s| s.body_share)
                .is_some_and(|share| share < BODY_MIN_SHARE),
            ViewReason::TooFar,
        );
        refuse(
            self.share(|s| s.camera_moves) > CAMERA_MOVING_SHARE,
            ViewReason::CameraMoving,
        );
        refuse(dark, ViewReason::TooDark);
        // One person is followed whoever else walks through; it is worth saying, not refusing.
        let several = self.share(|s| s.several) > SEVERAL_PEOPLE_SHARE;
        (
            refusing,
            several
                .then_some(ViewReason::SeveralPeople)
                .into_iter()
                .collect(),
        )
    }

    fn share(&self, is: impl Fn(&Glance) -> bool) -> f64 {
        if self.samples.is_empty() {
            return 0.0;
        }
        self.samples.iter().filter(|s| is(s)).count() as f64 / self.samples.len() as f64
    }

    fn median_of(&self, read: impl Fn(&Glance) -> f64) -> Option<f64> {
        let mut values: Vec<f64> = self
            .samples
            .iter()
            .map(read)
            .filter(|v| v.is_finite())
            .collect();
        if values.is_empty() {
            return None;
        }
        Some(median(&mut values))
    }
}

/// The angle between the shoulders' line and the camera's line of sight, from the network's depth.
fn azimuth_deg(body: &Body, near: NearSide) -> f64 {
    let near_shoulder = body.world_m[Joint::Shoulder.on(near.side)];
    let far_shoulder = body.world_m[Joint::Shoulder.on(near.side.other())];
    let forward = if near.faces_right { 1.0 } else { -1.0 };
    let across = (far_shoulder[0] - near_shoulder[0]) * forward;
    let deep = far_shoulder[2] - near_shoulder[2];
    across.atan2(deep).to_degrees()
}
