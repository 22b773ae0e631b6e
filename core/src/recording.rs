//! A set as the pose networks saw it, in a file: small, without a picture of anybody, and all that the
//! analysis needs.
//!
//! Little-endian. Header: [`MAGIC`], version u16, width and height of the upright picture u32. Then frames,
//! each begun by [`FRAME`]: time f64, people u8, brightness and background change u16, whether there is a
//! body u8, the body, extensions. Then [`END`]. A body is its landmarks (x, y in 1/16 px, visibility in
//! 1/255) and its world coordinates (mm); positions are written as differences to the body before, in
//! variable-length integers. An extension is a tag other than 0, a length and that many bytes; unknown ones
//! are skipped, and tag 0 ends them.
//!
//! Extension 1, in frames with a body whose back was looked at: the back's contour, that is, for each of
//! [`BackContour::SAMPLES`] heights from the lowest on either 0 (no edge), or 1 more than the difference of w
//! to the edge below (the lowest edge: to 0), followed by the edge's width; all variable-length integers in
//! 1/4096 of the trunk, w and width up to one trunk, the difference in zigzag. More or fewer bytes are damage.
//!
//! Extension 2, in the same frames where the sole was seen: how much higher the heel is than the ball of the
//! foot, i16, in 1/8192 of the foot.

use std::io::{self, Write};

use thiserror::Error;

use crate::back::{BackContour, Edge};
use crate::body::Sole;
use crate::pose::{Body, LANDMARKS, Landmark, PoseFrame, Scene};

/// The first bytes of every recording.
pub const MAGIC: [u8; 8] = *b"DOWELREC";
/// The version written; older readers refuse newer ones.
pub const VERSION: u16 = 1;

const FRAME: u8 = 1;
const END: u8 = 0;
const END_OF_EXTENSIONS: u8 = 0;
const BACK: u8 = 1;
const SOLE: u8 = 2;

const PER_PX: f64 = 16.0;
const PER_M: f64 = 1000.0;
const PER_VISIBILITY: f64 = 255.0;
const PER_SCENE: f64 = 65535.0;
/// A finer step would only store the noise of the silhouette.
const PER_TRUNK: f64 = 4096.0;
const PER_FOOT: f64 = 8192.0;

/// Larger pictures are no recording of ours.
const MAX_SIDE_PX: u32 = 1 << 15;
/// An hour at 60 frames a second; it bounds the memory a hostile file can ask for.
const MAX_FRAMES: usize = 60 * 60 * 60;

/// A whole set.
#[derive(Debug, Clone, PartialEq)]
pub struct Recording {
    /// Size of the upright picture the landmarks are given in.
    pub width_px: u32,
    pub height_px: u32,
    pub frames: Vec<PoseFrame>,
}

/// Why bytes are not a recording that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecordingError {
    #[error("this is not a Dowel recording; make one with `dowel analyze VIDEO --record FILE`")]
    NotARecording,
    #[error(
        "the recording has version {0} and this program reads up to {VERSION}; use a newer Dowel"
    )]
    TooNew(u16),
    #[error("the recording ends early, in frame {frame}; copy or make it again")]
    Truncated { frame: usize },
    #[error("the recording is damaged at frame {frame}; copy or make it again")]
    Damaged { frame: usize },
    #[error("the recording has more than {MAX_FRAMES} frames; record a shorter set")]
    TooLong,
}

impl Recording {
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut writer = RecordingWriter::new(out, self.width_px, self.height_px)?;
        for frame in &self.frames {
            writer.frame(frame)?;
        }
        writer.finish()
    }

    /// Takes nothing on trust: any bytes give a recording with finite numbers, or an error.
    pub fn read(bytes: &[u8]) -> Result<Self, RecordingError> {
        let mut input = Input { bytes, frame: 0 };
        if input.take::<8>() != Ok(MAGIC) {
            return Err(RecordingError::NotARecording);
        }
        let version = u16::from_le_bytes(input.take()?);
        if version > VERSION {
            return Err(RecordingError::TooNew(version));
        }
        let [width_px, height_px] = [input.side_px()?, input.side_px()?];
        let mut frames = Vec::new();
        let mut before = Quantised::default();
        while input.begins_frame()? {
            if frames.len() == MAX_FRAMES {
                return Err(RecordingError::TooLong);
            }
            frames.push(input.pose_frame(&mut before)?);
            input.frame += 1;
        }
        Ok(Recording {
            width_px,
            height_px,
            frames,
        })
    }
}

/// Writes a recording frame by frame, so that a long set need not be held in memory.
#[derive(Debug)]
pub struct RecordingWriter<W> {
    out: W,
    before: Quantised,
}

impl<W: Write> RecordingWriter<W> {
    /// `width_px` and `height_px` are those of the upright picture the landmarks are given in.
    pub fn new(mut out: W, width_px: u32, height_px: u32) -> io::Result<Self> {
        out.write_all(&MAGIC)?;
        out.write_all(&VERSION.to_le_bytes())?;
        out.write_all(&width_px.to_le_bytes())?;
        out.write_all(&height_px.to_le_bytes())?;
        Ok(RecordingWriter {
            out,
            before: Quantised::default(),
        })
    }

    pub fn frame(&mut self, frame: &PoseFrame) -> io::Result<()> {
        let mut bytes = vec![FRAME];
        bytes.extend(frame.t_s.to_le_bytes());
        bytes.push(frame.people);
        for share in [frame.scene.brightness, frame.scene.background_change] {
            bytes.extend(((share * PER_SCENE).round() as u16).to_le_bytes());
        }
        bytes.push(u8::from(frame.body.is_some()));
        if let Some(body) = &frame.body {
            let now = Quantised::of(body);
            now.write(&self.before, &mut bytes);
            self.before = now;
            if let Some(back) = &frame.back {
                push_extension(BACK, &contour_bytes(back), &mut bytes);
            }
            if let Some(sole) = &frame.sole {
                let steps = (sole.heel_over_ball * PER_FOOT).round() as i16;
                push_extension(SOLE, &steps.to_le_bytes(), &mut bytes);
            }
        }
        bytes.push(END_OF_EXTENSIONS);
        self.out.write_all(&bytes)
    }

    /// Without it the recording counts as truncated.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.write_all(&[END])?;
        self.out.flush()
    }
}

/// A body in whole steps. Casts saturate, so that no landmark is refused.
#[derive(Debug, Clone)]
struct Quantised {
    positions: [i32; POSITIONS],
    visibilities: [u8; LANDMARKS],
}

/// x and y in the picture, then x, y and z in the world.
const POSITIONS: usize = LANDMARKS * 5;

impl Default for Quantised {
    fn default() -> Self {
        Quantised {
            positions: [0; POSITIONS],
            visibilities: [0; LANDMARKS],
        }
    }
}

impl Quantised {
    fn of(body: &Body) -> Self {
        let picture = body.landmarks.iter().flat_map(|l| [l.x_px, l.y_px]);
        let world = body.world_m.iter().flatten();
        let steps = picture
            .map(|px| px * PER_PX)
            .chain(world.map(|m| m * PER_M));
        let mut now = Quantised::default();
        for (position, step) in now.positions.iter_mut().zip(steps) {
            *position = step.round() as i32;
        }
        for (visibility, landmark) in now.visibilities.iter_mut().zip(&body.landmarks) {
            // What has no place in the picture is not seen.
            if landmark.x_px.is_finite() && landmark.y_px.is_finite() {
                *visibility = (landmark.visibility * PER_VISIBILITY).round() as u8;
            }
        }
        now
    }

    fn write(&self, before: &Quantised, bytes: &mut Vec<u8>) {
        for (now, before) in self.positions.iter().zip(&before.positions) {
            push_varint(zigzag(now.wrapping_sub(*before)), bytes);
        }
        bytes.extend(self.visibilities);
    }

    fn body(&self) -> Body {
        let (picture, world) = self.positions.split_at(2 * LANDMARKS);
        Body {
            landmarks: std::array::from_fn(|i| Landmark {
                x_px: f64::from(picture[2 * i]) / PER_PX,
                y_px: f64::from(picture[2 * i + 1]) / PER_PX,
                visibility: f64::from(self.visibilities[i]) / PER_VISIBILITY,
            }),
            world_m: std::array::from_fn(|i| {
                std::array::from_fn(|axis| f64::from(world[3 * i + axis]) / PER_M)
            }),
        }
    }
}

/// What is left to read.
struct Input<'a> {
    bytes: &'a [u8],
    /// The index of the frame being read, for errors.
    frame: usize,
}

impl Input<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], RecordingError> {
        let (taken, rest) = self
            .bytes
            .split_first_chunk::<N>()
            .ok_or_else(|| self.truncated())?;
        self.bytes = rest;
        Ok(*taken)
    }

    fn side_px(&mut self) -> Result<u32, RecordingError> {
        let side_px = u32::from_le_bytes(self.take()?);
        if (1..=MAX_SIDE_PX).contains(&side_px) {
            Ok(side_px)
        } else {
            Err(self.damaged())
        }
    }

    /// False at the proper end.
    fn begins_frame(&mut self) -> Result<bool, RecordingError> {
        match self.take()? {
            [FRAME] => Ok(true),
            [END] if self.bytes.is_empty() => Ok(false),
            _ => Err(self.damaged()),
        }
    }

    fn pose_frame(&mut self, before: &mut Quantised) -> Result<PoseFrame, RecordingError> {
        let t_s = f64::from_le_bytes(self.take()?);
        if !t_s.is_finite() {
            return Err(self.damaged());
        }
        let [people] = self.take()?;
        let scene = Scene {
            brightness: self.share()?,
            background_change: self.share()?,
        };
        let body = match self.take()? {
            [0] => None,
            [1] => {
                self.body(before)?;
                Some(before.body())
            }
            _ => return Err(self.damaged()),
        };
        let (back, sole) = self.extensions()?;
        if (back.is_some() || sole.is_some()) && body.is_none() {
            return Err(self.damaged());
        }
        Ok(PoseFrame {
            t_s,
            body,
            back,
            sole,
            people,
            scene,
        })
    }

    fn share(&mut self) -> Result<f64, RecordingError> {
        Ok(f64::from(u16::from_le_bytes(self.take()?)) / PER_SCENE)
    }

    fn body(&mut self, body: &mut Quantised) -> Result<(), RecordingError> {
        for position in &mut body.positions {
            *position = position.wrapping_add(unzigzag(self.varint()?));
        }
        body.visibilities = self.take()?;
        Ok(())
    }

    /// The back's contour and the sole, when there are any.
    fn extensions(&mut self) -> Result<(Option<BackContour>, Option<Sole>), RecordingError> {
        let (mut back, mut sole) = (None, None);
        loop {
            let [tag] = self.take()?;
            if tag == END_OF_EXTENSIONS {
                return Ok((back, sole));
            }
            let length = self.varint()? as usize;
            let (bytes, rest) = self
                .bytes
                .split_at_checked(length)
                .ok_or_else(|| self.truncated())?;
            self.bytes = rest;
            if tag == BACK {
                let frame = self.frame;
                // Within its own bytes nothing is cut off by the file's end.
                let contour = Input { bytes, frame }.contour();
                back = Some(contour.map_err(|_| self.damaged())?);
            } else if tag == SOLE {
                let steps = bytes.try_into().map_err(|_| self.damaged())?;
                let share = f64::from(i16::from_le_bytes(steps)) / PER_FOOT;
                sole = Some(Sole::of(share).ok_or_else(|| self.damaged())?);
            }
        }
    }

    fn contour(mut self) -> Result<BackContour, RecordingError> {
        let mut below = 0;
        let mut samples = Vec::with_capacity(BackContour::SAMPLES);
        for _ in 0..BackContour::SAMPLES {
            samples.push(self.edge(&mut below)?);
        }
        let contour = BackContour::from_samples(samples).filter(|_| self.bytes.is_empty());
        contour.ok_or_else(|| self.damaged())
    }

    fn edge(&mut self, below: &mut i32) -> Result<Option<Edge>, RecordingError> {
        let Some(step) = self.varint()?.checked_sub(1) else {
            return Ok(None);
        };
        *below = below.wrapping_add(unzigzag(step));
        Ok(Some(Edge {
            w: f64::from(*below) / PER_TRUNK,
            width: f64::from(self.varint()?) / PER_TRUNK,
        }))
    }

    fn varint(&mut self) -> Result<u32, RecordingError> {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let [byte] = self.take()?;
            let bits = u32::from(byte & 0x7f);
            if bits << shift >> shift != bits {
                return Err(self.damaged());
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(self.damaged())
    }

    fn truncated(&self) -> RecordingError {
        RecordingError::Truncated { frame: self.frame }
    }

    fn damaged(&self) -> RecordingError {
        RecordingError::Damaged { frame: self.frame }
    }
}

fn contour_bytes(back: &BackContour) -> Vec<u8> {
    let steps = |trunks: f64| (trunks * PER_TRUNK).round() as i32;
    let mut bytes = Vec::new();
    let mut below = 0;
    for edge in back.samples() {
        let Some(edge) = edge else {
            bytes.push(0);
            continue;
        };
        let w = steps(edge.w);
        push_varint(1 + zigzag(w - below), &mut bytes);
        push_varint(steps(edge.width).unsigned_abs(), &mut bytes);
        below = w;
    }
    bytes
}

fn push_extension(tag: u8, content: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(tag);
    push_varint(content.len() as u32, bytes);
    bytes.extend(content);
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn push_varint(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Small numbers of either sign become small ones.
fn zigzag(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)) as u32
}

fn unzigzag(value: u32) -> i32 {
    (value >> 1) as i32 ^ -((value & 1) as i32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn frame(t_s: f64, body: Option<Body>) -> PoseFrame {
        PoseFrame {
            t_s,
            body,
            back: None,
            sole: None,
            people: 2,
            scene: Scene {
                brightness: 0.4,
                background_change: 0.002,
            },
        }
    }

    /// With a back that is hollow, blurred in places, and hidden behind every seventh height.
    fn looked_at(frame: PoseFrame) -> PoseFrame {
        let edge = |i: usize| Edge {
            w: 0.3 * (0.1 * i as f64).sin().abs(),
            width: if i.is_multiple_of(5) { 0.6 } else { 0.013 },
        };
        let samples = (0..BackContour::SAMPLES).map(|i| (!i.is_multiple_of(7)).then(|| edge(i)));
        PoseFrame {
            back: BackContour::from_samples(samples.collect()),
            sole: None,
            ..frame
        }
    }

    /// The recording above, its last frame's contour replaced by these bytes.
    fn with_contour(content: &[u8]) -> Vec<u8> {
        let mut plain = recording();
        plain.frames[3].back = None;
        let plain = bytes(&plain);
        let (frames, end) = plain.split_at(plain.len() - 2);
        let mut extension = Vec::new();
        push_extension(BACK, content, &mut extension);
        [frames, &extension, end].concat()
    }

    fn body(seed: f64) -> Body {
        let wave = |i: usize| (seed + i as f64).sin();
        Body {
            landmarks: std::array::from_fn(|i| Landmark {
                x_px: 360.0 + 400.0 * wave(i),
                y_px: 640.0 + 700.0 * wave(i + 7),
                visibility: 0.5 + 0.5 * wave(i + 3),
            }),
            world_m: std::array::from_fn(|i| [wave(i), wave(i + 1), wave(i + 2)]),
        }
    }

    fn recording() -> Recording {
        Recording {
            width_px: 720,
            height_px: 1280,
            frames: vec![
                frame(0.0, None),
                frame(1.0 / 30.0, Some(body(0.0))),
                frame(2.0 / 30.0, None),
                looked_at(frame(0.1, Some(body(0.1)))),
            ],
        }
    }

    fn bytes(recording: &Recording) -> Vec<u8> {
        let mut bytes = Vec::new();
        recording.write(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_was_written_is_read_to_the_step() {
        let written = recording();
        let read = Recording::read(&bytes(&written)).unwrap();
        assert_eq!(
            (read.width_px, read.height_px, read.frames.len()),
            (720, 1280, 4)
        );
        for (w, r) in written.frames.iter().zip(&read.frames) {
            assert_eq!((w.t_s, w.people), (r.t_s, r.people));
            assert!((w.scene.brightness - r.scene.brightness).abs() < 1e-5);
            assert!((w.scene.background_change - r.scene.background_change).abs() < 1e-5);
            assert_eq!(w.body.is_some(), r.body.is_some());
            assert_eq!(w.back.is_some(), r.back.is_some());
            if let (Some(w), Some(r)) = (&w.back, &r.back) {
                for (w, r) in w.samples().iter().zip(r.samples()) {
                    assert_eq!(w.is_some(), r.is_some());
                    let (Some(w), Some(r)) = (w, r) else { continue };
                    let error = (w.w - r.w).abs().max((w.width - r.width).abs());
                    assert!(error <= 0.5 / 4096.0 + 1e-12);
                }
            }
            let (Some(w), Some(r)) = (&w.body, &r.body) else {
                continue;
            };
            for (w, r) in w.landmarks.iter().zip(&r.landmarks) {
                assert!((w.x_px - r.x_px).abs() <= 1.0 / 32.0);
                assert!((w.y_px - r.y_px).abs() <= 1.0 / 32.0);
                assert!((w.visibility - r.visibility).abs() <= 0.5 / 255.0 + 1e-12);
            }
            for (w, r) in w.world_m.iter().flatten().zip(r.world_m.iter().flatten()) {
                assert!((w - r).abs() <= 0.0005 + 1e-12);
            }
        }
        assert_eq!(bytes(&read), bytes(&written));
        assert_eq!(Recording::read(&bytes(&read)), Ok(read));
    }

    #[test]
    fn a_contour_takes_little() {
        let mut without = recording();
        without.frames[3].back = None;
        let more = bytes(&recording()).len() - bytes(&without).len();
        assert!((100..260).contains(&more), "{more} bytes");
    }

    #[test]
    fn a_damaged_contour_is_told() {
        let back = recording().frames[3].back.clone().unwrap();
        let whole = contour_bytes(&back);
        assert_eq!(with_contour(&whole), bytes(&recording()));
        let damaged = Err(RecordingError::Damaged { frame: 3 });
        for length in 0..whole.len() {
            assert_eq!(Recording::read(&with_contour(&whole[..length])), damaged);
        }
        let longer = [&whole[..], &[0]].concat();
        assert_eq!(Recording::read(&with_contour(&longer)), damaged);
        // Further from the line, and wider, than any trunk is long.
        for edge in [
            (2 * 4097 + 1, 50),
            (20, 4097),
            (u32::MAX, 50),
            (20, u32::MAX),
        ] {
            let mut far = Vec::new();
            push_varint(edge.0, &mut far);
            push_varint(edge.1, &mut far);
            far.extend([0; BackContour::SAMPLES - 1]);
            assert_eq!(Recording::read(&with_contour(&far)), damaged, "{edge:?}");
        }
    }

    #[test]
    fn a_contour_needs_a_body() {
        let mut nobody = recording();
        nobody.frames[3].body = None;
        let read = Recording::read(&bytes(&nobody)).unwrap();
        assert_eq!(read.frames[3].back, None);
        let plain = bytes(&nobody);
        let (frames, end) = plain.split_at(plain.len() - 2);
        let mut extension = Vec::new();
        push_extension(BACK, &[0; BackContour::SAMPLES], &mut extension);
        assert_eq!(
            Recording::read(&[frames, &extension, end].concat()),
            Err(RecordingError::Damaged { frame: 3 })
        );
    }

    #[test]
    fn a_sole_is_read_to_the_step_and_a_damaged_one_is_told() {
        let mut written = recording();
        written.frames[3].sole = Sole::of(-0.0625);
        let whole = bytes(&written);
        assert_eq!(
            Recording::read(&whole).unwrap().frames[3].sole,
            Sole::of(-0.0625)
        );
        // The i16 before the end of the extensions and of the recording.
        let at = whole.len() - 4;
        let mut beyond = whole.clone();
        beyond[at..at + 2].copy_from_slice(&i16::MAX.to_le_bytes());
        assert_eq!(
            Recording::read(&beyond),
            Err(RecordingError::Damaged { frame: 3 })
        );
        let mut longer = whole[..at + 2].to_vec();
        longer[at - 1] = 3;
        longer.extend([0, 0, 0]);
        assert_eq!(
            Recording::read(&longer),
            Err(RecordingError::Damaged { frame: 3 })
        );
    }

    #[test]
    fn unknown_extensions_are_skipped() {
        let plain = bytes(&recording());
        // The end of the last frame's extensions and of the recording.
        let (frames, end) = plain.split_at(plain.len() - 2);
        let extended = [frames, &[200, 3, 1, 2, 3, 7, 0], end].concat();
        assert_eq!(Recording::read(&extended), Recording::read(&plain));
        let too_long = [frames, &[200, 0xff, 0xff, 0xff, 0xff, 0x0f], end].concat();
        assert_eq!(
            Recording::read(&too_long),
            Err(RecordingError::Truncated { frame: 3 })
        );
    }

    #[test]
    fn every_truncation_is_told() {
        let whole = bytes(&recording());
        for length in 0..whole.len() {
            let error = Recording::read(&whole[..length]).unwrap_err();
            let expected = matches!(
                error,
                RecordingError::NotARecording | RecordingError::Truncated { .. }
            );
            assert!(expected, "{length}: {error}");
        }
        let longer = [&whole[..], &[0]].concat();
        assert_eq!(
            Recording::read(&longer),
            Err(RecordingError::Damaged { frame: 4 })
        );
    }

    #[test]
    fn a_newer_version_and_impossible_headers_are_refused() {
        let whole = bytes(&recording());
        let mut newer = whole.clone();
        newer[8] = 2;
        assert_eq!(Recording::read(&newer), Err(RecordingError::TooNew(2)));
        let mut empty_picture = whole.clone();
        empty_picture[10..14].fill(0);
        assert_eq!(
            Recording::read(&empty_picture),
            Err(RecordingError::Damaged { frame: 0 })
        );
        let mut no_time = whole;
        no_time[19..27].copy_from_slice(&f64::NAN.to_le_bytes());
        assert_eq!(
            Recording::read(&no_time),
            Err(RecordingError::Damaged { frame: 0 })
        );
    }

    #[test]
    fn landmarks_that_are_no_numbers_are_written_as_unseen() {
        let mut broken = body(0.0);
        broken.landmarks[3].x_px = f64::NAN;
        broken.landmarks[4].y_px = f64::INFINITY;
        broken.world_m[5][2] = f64::NEG_INFINITY;
        let recording = Recording {
            frames: vec![frame(0.0, Some(broken))],
            ..recording()
        };
        let read = Recording::read(&bytes(&recording)).unwrap();
        let body = read.frames[0].body.as_ref().unwrap();
        assert_eq!(body.landmarks[3].visibility, 0.0);
        assert_eq!(body.landmarks[4].visibility, 0.0);
        assert!(body.world_m.iter().flatten().all(|m| m.is_finite()));
    }

    fn is_finite(recording: &Recording) -> bool {
        recording.frames.iter().all(|frame| {
            let body_is_finite = frame.body.as_ref().is_none_or(|body| {
                let picture = body.landmarks.iter().flat_map(|l| [l.x_px, l.y_px]);
                let world = body.world_m.iter().flatten().copied();
                picture.chain(world).all(f64::is_finite)
            });
            frame.t_s.is_finite() && body_is_finite
        })
    }

    proptest! {
        #[test]
        fn random_bytes_never_panic(tail in prop::collection::vec(any::<u8>(), 0..4000)) {
            prop_assert!(Recording::read(&tail).is_err());
            let header = &bytes(&recording())[..18];
            if let Ok(read) = Recording::read(&[header, &tail].concat()) {
                prop_assert!(is_finite(&read));
            }
        }

        #[test]
        fn a_flipped_byte_gives_an_error_or_finite_numbers(at in 0..2000_usize, flip in 1..=255_u8) {
            let mut bytes = bytes(&recording());
            let at = at % bytes.len();
            bytes[at] ^= flip;
            if let Ok(read) = Recording::read(&bytes) {
                prop_assert!(is_finite(&read));
            }
        }

        #[test]
        fn any_integer_survives(value in any::<i32>()) {
            prop_assert_eq!(unzigzag(zigzag(value)), value);
            let mut bytes = Vec::new();
            push_varint(zigzag(value), &mut bytes);
            let mut input = Input { bytes: &bytes, frame: 0 };
            prop_assert_eq!(input.varint(), Ok(zigzag(value)));
        }
    }
}
