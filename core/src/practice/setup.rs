//! Is everything right for a set? Watched over the last moments, so that one odd frame says nothing.

use std::collections::VecDeque;

use serde::Serialize;

use crate::body::{Glance, NearSide, NearSideWatch, PictureSize, Posture, median};
use crate::pose::PoseFrame;
use crate::thresholds::{
    HINT_AFTER_S, HINT_SHARE, SETUP_AZIMUTH_DEG, SETUP_FAR_SHARE, SETUP_NEAR_SHARE,
    SETUP_PITCH_DEG, SETUP_ROLL_DEG,
};

/// What to mend before a set, the first thing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    TooDark,
    CameraMoving,
    PhoneTilted,
    NoPerson,
    SeveralPeople,
    OutOfFrame,
    TooClose,
    TooFar,
    NotSideOn,
}

impl Hint {
    pub const ALL: [Hint; 9] = [
        Hint::TooDark,
        Hint::CameraMoving,
        Hint::PhoneTilted,
        Hint::NoPerson,
        Hint::SeveralPeople,
        Hint::OutOfFrame,
        Hint::TooClose,
        Hint::TooFar,
        Hint::NotSideOn,
    ];

    /// The key of its words.
    pub fn id(self) -> &'static str {
        match self {
            Hint::TooDark => "hint-too_dark",
            Hint::CameraMoving => "hint-camera_moving",
            Hint::PhoneTilted => "hint-phone_tilted",
            Hint::NoPerson => "hint-no_person",
            Hint::SeveralPeople => "hint-several_people",
            Hint::OutOfFrame => "hint-out_of_frame",
            Hint::TooClose => "hint-too_close",
            Hint::TooFar => "hint-too_far",
            Hint::NotSideOn => "hint-not_side_on",
        }
    }
}

/// How the phone leans, by its own sensor.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tilt {
    /// To the left or right, 0 when the picture's edge is upright.
    pub roll_deg: f64,
    /// Forward or back, 0 when the camera looks level.
    pub pitch_deg: f64,
}

impl Tilt {
    fn is_level(&self) -> bool {
        // A sensor that says nothing sensible is no reason to hold anyone up.
        !(self.roll_deg.abs() > SETUP_ROLL_DEG || self.pitch_deg.abs() > SETUP_PITCH_DEG)
    }
}

/// Watches the view and the body for everything that is not about the movement itself.
#[derive(Debug, Clone)]
pub struct SetupWatch {
    picture: PictureSize,
    near: NearSideWatch,
    glances: VecDeque<(f64, Glance, bool)>,
}

impl SetupWatch {
    pub fn new(picture: PictureSize) -> Self {
        SetupWatch {
            picture,
            near: NearSideWatch::default(),
            glances: VecDeque::new(),
        }
    }

    /// Takes the next frame; returns the body in it, read from its near side.
    pub fn look(&mut self, frame: &PoseFrame, tilt: Option<Tilt>) -> Option<Posture> {
        let body = frame.body.as_ref();
        let near = body.map(|body| self.near.look(frame.t_s, body));
        let posture = body
            .zip(near)
            .map(|(body, near)| Posture::new(frame.t_s, body, near));
        let glance = Glance::of(self.picture, frame, near.zip(posture.as_ref()));
        let level = tilt.is_none_or(|tilt| tilt.is_level());
        self.glances.push_back((frame.t_s, glance, level));
        while self
            .glances
            .front()
            .is_some_and(|(t_s, ..)| frame.t_s - t_s > HINT_AFTER_S)
        {
            self.glances.pop_front();
        }
        posture
    }

    pub fn near_side(&self) -> Option<NearSide> {
        self.near.chosen()
    }

    /// Someone else is in the picture too.
    pub fn sees_several(&self) -> bool {
        self.mostly(|glance| glance.several)
    }

    /// What to mend first; None when everything is right, or not yet known.
    pub fn hint(&self) -> Option<Hint> {
        Hint::ALL.into_iter().find(|&hint| self.asks_for(hint))
    }

    /// True when the last moments were watched and nothing is to mend.
    pub fn is_right(&self) -> bool {
        self.knows() && self.hint().is_none()
    }

    fn asks_for(&self, hint: Hint) -> bool {
        let beyond = |value: Option<f64>, limit: f64| value.is_some_and(|value| value > limit);
        match hint {
            Hint::TooDark => self.mostly(|glance| glance.dark),
            Hint::CameraMoving => self.mostly(|glance| glance.camera_moves),
            Hint::PhoneTilted => self.knows() && self.share(|(_, _, level)| !level) > HINT_SHARE,
            Hint::NoPerson => self.mostly(|glance| !glance.seen),
            Hint::SeveralPeople => self.sees_several(),
            Hint::OutOfFrame => self.mostly(|glance| glance.out_of_frame),
            Hint::TooClose => beyond(self.middle(|glance| glance.body_share), SETUP_NEAR_SHARE),
            Hint::TooFar => beyond(self.middle(|glance| -glance.body_share), -SETUP_FAR_SHARE),
            Hint::NotSideOn => beyond(
                self.middle(|glance| glance.azimuth_deg).map(f64::abs),
                SETUP_AZIMUTH_DEG,
            ),
        }
    }

    /// The last moments are long enough to say something.
    fn knows(&self) -> bool {
        let ends = self.glances.front().zip(self.glances.back());
        ends.is_some_and(|(first, last)| last.0 - first.0 > 0.6 * HINT_AFTER_S)
    }

    fn mostly(&self, is: impl Fn(&Glance) -> bool) -> bool {
        self.knows() && self.share(|(_, glance, _)| is(glance)) > HINT_SHARE
    }

    fn share(&self, is: impl Fn(&(f64, Glance, bool)) -> bool) -> f64 {
        let found = self.glances.iter().filter(|glance| is(glance)).count();
        found as f64 / self.glances.len().max(1) as f64
    }

    fn middle(&self, read: impl Fn(&Glance) -> f64) -> Option<f64> {
        let values = self.glances.iter().map(|(_, glance, _)| read(glance));
        let mut values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
        (self.knows() && !values.is_empty()).then(|| median(&mut values))
    }
}
