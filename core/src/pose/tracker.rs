//! Follows one person from frame to frame: find, look, smooth, and know where to look next.

use std::path::Path;

use crate::frame::Frame;
use crate::pose::detector::{Detector, Person};
use crate::pose::landmarks::{LandmarkNet, RawPose};
use crate::pose::mask::Mask;
use crate::pose::models::{ModelError, ModelSize, Runtime};
use crate::pose::roi::{EXPANSION, Roi};
use crate::pose::scene::{SceneWatch, gain_for};
use crate::pose::smooth::{LANDMARK_FILTER, LowPass, OneEuro, ROI_FILTER, WORLD_FILTER};
use crate::pose::{Body, LANDMARKS, PoseFrame};

/// The whole picture is searched again this often while somebody is followed, to notice a second person.
const COUNT_PEOPLE_EVERY_S: f64 = 1.0;
/// The back is looked at this often: every third frame at 30 a second. The silhouette costs as much
/// as the frame itself, and posture changes slowly.
const LOOK_AT_BACK_EVERY_S: f64 = 0.095;
/// A bystander this small beside the person followed does not count.
const BYSTANDER_SIZE: f64 = 0.5;
/// After a loss, the person nearest to the last place is taken up again for this long; later anyone may be.
const REMEMBER_PERSON_S: f64 = 3.0;
/// Visibility is smoothed with this weight for the newest value (MediaPipe).
const VISIBILITY_ALPHA: f64 = 0.1;
/// After a longer step the region's filter starts anew: its delay suits 30 frames a second, and a region
/// that trails the body by a tenth of a second more makes the network trail, too (the demo at 7.5 frames a
/// second: hip flexion 17° behind on the way down, 2° without).
const MAX_ROI_FILTER_STEP_S: f64 = 0.055;

/// Which networks to load, and from where.
#[derive(Debug, Clone)]
pub struct TrackerConfig<'a> {
    pub models: &'a Path,
    pub size: ModelSize,
    /// Threads inside one inference; 1 leaves the other cores to the camera and the screen.
    pub threads: usize,
    /// True unless the device is too slow for the silhouette; without it nothing can be told of the back.
    pub look_at_back: bool,
}

/// The pose of one person over time.
#[derive(Debug)]
pub struct PoseTracker {
    detector: Detector,
    net: LandmarkNet,
    scene: SceneWatch,
    next_roi: Option<Roi>,
    last_seen: Option<(f64, Roi)>,
    last_count: Option<(f64, u8)>,
    smoother: Smoother,
    last_mask_s: Option<f64>,
    last_t_s: Option<f64>,
}

impl PoseTracker {
    pub fn load(runtime: &Runtime, config: &TrackerConfig) -> Result<Self, ModelError> {
        Ok(PoseTracker {
            detector: Detector::load(runtime, config.models, config.threads)?,
            net: LandmarkNet::load(
                runtime,
                config.models,
                config.size,
                config.threads,
                config.look_at_back,
            )?,
            scene: SceneWatch::default(),
            next_roi: None,
            last_seen: None,
            last_count: None,
            smoother: Smoother::default(),
            last_mask_s: None,
            last_t_s: None,
        })
    }

    /// Reads one frame. A timestamp that does not grow restarts the tracking.
    ///
    /// The silhouette comes along in the frames in which the back is looked at.
    pub fn track(&mut self, frame: &Frame) -> Result<(PoseFrame, Option<Mask>), ModelError> {
        let t_s = frame.t_s();
        if self.last_t_s.is_some_and(|last| t_s <= last) {
            self.forget();
        }
        self.last_t_s = Some(t_s);
        let scene = self.scene.look(frame, self.next_roi.as_ref());
        let gain = gain_for(scene.brightness);
        let seen = match self.locate(frame, gain)? {
            Some(roi) => self.follow(frame, &roi, gain)?,
            None => None,
        };
        let (body, mask) = seen.unzip();
        let pose = PoseFrame {
            t_s,
            body,
            back: None,
            sole: None,
            people: self.last_count.map_or(0, |(_, people)| people),
            scene,
        };
        Ok((pose, mask.flatten()))
    }

    /// What the network says of a given region, unsmoothed; nothing is remembered. For golden tests.
    pub fn look_at(&mut self, frame: &Frame, roi: &Roi) -> Result<Option<RawPose>, ModelError> {
        let seen = self.net.look(frame, roi, 1.0, false)?;
        Ok(seen.map(|(pose, _)| pose))
    }

    /// Runs the network over the whole picture, for measuring its speed; nothing is remembered.
    pub fn look_everywhere(&mut self, frame: &Frame) -> Result<(), ModelError> {
        let (w, h) = frame.upright_size_px();
        let roi = Roi {
            center_x_px: 0.5 * f64::from(w),
            center_y_px: 0.5 * f64::from(h),
            side_px: f64::from(w.max(h)),
            rotation_rad: 0.0,
        };
        self.net.look(frame, &roi, 1.0, false)?;
        Ok(())
    }

    fn forget(&mut self) {
        self.next_roi = None;
        self.last_seen = None;
        self.last_count = None;
        self.last_mask_s = None;
        self.smoother = Smoother::default();
    }

    /// Where to look in this frame: where the last one pointed, or wherever somebody is found.
    fn locate(&mut self, frame: &Frame, gain: f32) -> Result<Option<Roi>, ModelError> {
        let t_s = frame.t_s();
        let roi = self.next_roi.take();
        let count_is_due = self
            .last_count
            .is_none_or(|(counted_s, _)| t_s - counted_s >= COUNT_PEOPLE_EVERY_S);
        if roi.is_some() && !count_is_due {
            return Ok(roi);
        }
        let people = self.detector.detect(frame, gain)?;
        let roi = roi.or_else(|| self.choose(&people, t_s));
        self.last_count = Some((t_s, count(&people, roi.as_ref())));
        Ok(roi)
    }

    fn choose(&self, people: &[Person], t_s: f64) -> Option<Roi> {
        let before = self
            .last_seen
            .filter(|(seen_s, _)| t_s - seen_s < REMEMBER_PERSON_S)
            .map(|(_, roi)| roi);
        let rank = |person: &Person| match before {
            Some(roi) => -distance(&person.roi, &roi),
            None => f64::from(person.score) * person.roi.side_px,
        };
        people
            .iter()
            .max_by(|a, b| rank(a).total_cmp(&rank(b)))
            .map(|person| person.roi)
    }

    fn follow(
        &mut self,
        frame: &Frame,
        roi: &Roi,
        gain: f32,
    ) -> Result<Option<(Body, Option<Mask>)>, ModelError> {
        let (w, h) = frame.upright_size_px();
        let usable = |roi: &Roi| roi.is_usable(f64::from(w), f64::from(h));
        let t_s = frame.t_s();
        let mask_is_due = self
            .last_mask_s
            .is_none_or(|last| t_s - last >= LOOK_AT_BACK_EVERY_S);
        let seen = if usable(roi) {
            self.net.look(frame, roi, gain, mask_is_due)?
        } else {
            None
        };
        let Some((raw, mask)) = seen else {
            self.smoother = Smoother::default();
            return Ok(None);
        };
        if mask.is_some() {
            self.last_mask_s = Some(t_s);
        }
        let (body, next) = self.smoother.apply(t_s, raw);
        self.last_seen = Some((t_s, *roi));
        self.next_roi = Some(next).filter(usable);
        Ok(Some((body, mask)))
    }
}

/// How many people of comparable size there are; the one followed counts even when the detector misses them.
fn count(people: &[Person], followed: Option<&Roi>) -> u8 {
    let Some(followed) = followed else { return 0 };
    let others = people
        .iter()
        .filter(|p| p.roi.side_px >= BYSTANDER_SIZE * followed.side_px)
        .filter(|p| distance(&p.roi, followed) > 0.25 * followed.side_px)
        .count();
    u8::try_from(1 + others).unwrap_or(u8::MAX)
}

fn distance(a: &Roi, b: &Roi) -> f64 {
    (a.center_x_px - b.center_x_px).hypot(a.center_y_px - b.center_y_px)
}

/// The filters of one uninterrupted track.
#[derive(Debug)]
struct Smoother {
    landmarks: OneEuro<{ 2 * LANDMARKS }>,
    world: OneEuro<{ 3 * LANDMARKS }>,
    aux: OneEuro<4>,
    visibility: Vec<LowPass>,
    last_t_s: f64,
}

impl Default for Smoother {
    fn default() -> Self {
        Smoother {
            landmarks: OneEuro::new(LANDMARK_FILTER),
            world: OneEuro::new(WORLD_FILTER),
            aux: OneEuro::new(ROI_FILTER),
            visibility: vec![LowPass::default(); LANDMARKS],
            last_t_s: f64::NEG_INFINITY,
        }
    }
}

impl Smoother {
    fn apply(&mut self, t_s: f64, raw: RawPose) -> (Body, Roi) {
        let object_px = Roi::from_points(raw.aux_px[0], raw.aux_px[1], 1.0)
            .side_px
            .max(1e-6);
        let mut aux = [
            raw.aux_px[0][0],
            raw.aux_px[0][1],
            raw.aux_px[1][0],
            raw.aux_px[1][1],
        ];
        if t_s - self.last_t_s > MAX_ROI_FILTER_STEP_S {
            self.aux = OneEuro::new(ROI_FILTER);
        }
        self.last_t_s = t_s;
        self.aux.apply(t_s, 1.0 / object_px, &mut aux);

        let mut flat: [f64; 2 * LANDMARKS] = std::array::from_fn(|i| {
            let landmark = &raw.landmarks[i / 2];
            if i % 2 == 0 {
                landmark.x_px
            } else {
                landmark.y_px
            }
        });
        self.landmarks.apply(t_s, 1.0 / object_px, &mut flat);
        let mut world: [f64; 3 * LANDMARKS] = std::array::from_fn(|i| raw.world_m[i / 3][i % 3]);
        self.world.apply(t_s, 1.0, &mut world);

        let mut body = Body {
            landmarks: raw.landmarks,
            world_m: std::array::from_fn(|i| std::array::from_fn(|axis| world[3 * i + axis])),
        };
        for (i, landmark) in body.landmarks.iter_mut().enumerate() {
            landmark.x_px = flat[2 * i];
            landmark.y_px = flat[2 * i + 1];
            landmark.visibility = self.visibility[i].apply(landmark.visibility, VISIBILITY_ALPHA);
        }
        let next = Roi::from_points([aux[0], aux[1]], [aux[2], aux[3]], EXPANSION);
        (body, next)
    }
}
