//! Backs and bodies made from numbers, for tests.

use crate::back::outline::Outline;
use crate::back::reading::{fitted_shift, neutral_shift};
use crate::back::{BackContour, BackReference, BackShape, Edge, Feature};
use crate::body::{Point, Posture};
use crate::thresholds::{SHOULDERS_UPPER_PER_EVENT, channel};

/// A back as it is standing, feature by feature.
const STANDING: [f64; Feature::ALL.len()] = [-3.0, 9.0, -6.0, -4.0, 2.0, -5.0, -6.0, 12.0];

pub fn shape(value: impl Fn(Feature) -> Option<f64>) -> BackShape {
    let nothing = BackShape::default();
    nothing.zip(&nothing, |feature, _, _| value(feature))
}

pub fn standing_shape() -> BackShape {
    shape(|feature| Some(STANDING[feature as usize]))
}

/// The same shape with one feature at another value, or missing.
pub fn with(base: &BackShape, feature: Feature, value: Option<f64>) -> BackShape {
    shape(|f| if f == feature { value } else { base.get(f) })
}

/// What a person who stands in [`standing_shape`] and then hinges teaches.
pub fn reference() -> BackReference {
    let half_way = |feature| 0.5 * channel(feature).early_shift;
    BackReference {
        neutral: shape(|f| Some(STANDING[f as usize] + half_way(f))),
        standing: standing_shape(),
    }
}

/// How a back is held.
#[derive(Debug, Clone, Copy, Default)]
pub struct Held {
    /// + is rounding.
    pub lumbar_deg: f64,
    /// 1 is drawn forward by 25 degrees.
    pub shoulders: f64,
}

impl Held {
    pub fn lumbar(lumbar_deg: f64) -> Self {
        Held {
            lumbar_deg,
            ..Held::default()
        }
    }

    pub fn shoulders(shoulders: f64) -> Self {
        Held {
            shoulders,
            ..Held::default()
        }
    }

    /// What it looks like against [`reference`] with the hip folded so far.
    pub fn look(self, hip_deg: f64) -> BackShape {
        shape(|feature| {
            let neutral = reference().neutral.get(feature)?;
            Some(neutral + neutral_shift(channel(feature), hip_deg) + self.adds(feature))
        })
    }

    /// What it looks like while the hips begin to fold, against standing alone.
    pub fn early_look(self, hip_deg: f64) -> BackShape {
        shape(|feature| {
            let standing = reference().standing.get(feature)?;
            Some(standing + fitted_shift(channel(feature), hip_deg) + self.adds(feature))
        })
    }

    fn adds(self, feature: Feature) -> f64 {
        let drawn = match feature {
            Feature::Upper => self.shoulders * SHOULDERS_UPPER_PER_EVENT,
            _ => 0.0,
        };
        channel(feature).per_lumbar_deg * self.lumbar_deg + drawn
    }
}

/// Bent at hip and knee, in degrees; the head goes along with the trunk. It stands with its ankle at 200 px, and
/// has a leg of 200 px and a trunk of 120.
pub fn posture(t_s: f64, hip_deg: f64, knee_deg: f64) -> Posture {
    let from = |at: Point, lean_deg: f64, length: f64| {
        let (sin, cos) = lean_deg.to_radians().sin_cos();
        Point {
            forward: at.forward + length * sin,
            up: at.up + length * cos,
        }
    };
    let ankle = Point {
        forward: 200.0,
        up: -500.0,
    };
    let thigh_deg = -knee_deg;
    let trunk_deg = thigh_deg + hip_deg;
    let knee = from(ankle, 0.0, 100.0);
    let hip = from(knee, thigh_deg, 100.0);
    let shoulder = from(hip, trunk_deg, 120.0);
    let ear = from(shoulder, trunk_deg + 10.0, 40.0);
    Posture {
        t_s,
        shoulder,
        hip,
        knee,
        ankle,
        heel: from(ankle, -135.0, 15.0),
        toe: from(ankle, 110.0, 40.0),
        wrist: from(shoulder, 180.0, 110.0),
        ear,
        nose: from(ear, trunk_deg + 100.0, 20.0),
        trunk_visibility: 1.0,
        leg_visibility: 1.0,
        back: None,
        heel_over_ball: None,
    }
}

/// The same with a look at the back.
pub fn seen(posture: Posture, back: BackShape) -> Posture {
    Posture {
        back: Some(back),
        ..posture
    }
}

/// w by height, clear wherever it is given.
pub fn contour(w: impl Fn(f64) -> Option<f64>) -> BackContour {
    let edge = |i| w(BackContour::u(i)).map(|w| Edge { w, width: 0.02 });
    let samples = (0..BackContour::SAMPLES).map(edge).collect();
    BackContour::from_samples(samples).expect("w is at most 1")
}

pub fn outline(w: impl Fn(f64) -> f64) -> Outline {
    Outline::of(&contour(|u| Some(w(u))))
}
