//! Video files, decoded by ffmpeg one frame at a time.
//!
//! ffmpeg runs as a child process, because then a broken file can end only the child, and because one
//! program reads everything that phones write. It turns the pictures upright, thins them out, scales
//! them and writes them to a pipe; its log tells each frame's own timestamp.

mod clock;
mod command;
mod decoder;
mod error;
mod info;
mod messages;
mod still;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::path::{Path, PathBuf};

use clock::Clock;
use decoder::{Decoder, Ending};
use error::MIN_SIDE_PX;
use messages::{FrameNote, Messages, Source};

pub use error::{VideoError, Warning};
pub use info::{Info, Matrix};

/// How much of a video is wanted. The default is all of it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// Frames above this rate are dropped, by their timestamps.
    pub max_fps: Option<f64>,
    /// Larger pictures are scaled down until the long side is this long.
    pub max_side_px: Option<u32>,
}

/// A video being read from its start to its end, with one frame in memory.
#[derive(Debug)]
pub struct Video {
    ffmpeg: PathBuf,
    file: PathBuf,
    info: Info,
    decoder: Decoder,
    clock: Clock,
    /// The first frame's note, until that frame is read.
    first: Option<FrameNote>,
    /// Reused for every frame.
    frame: Vec<u8>,
    frames_seen: u64,
    ended: bool,
    warning: Option<Warning>,
}

/// One upright frame: 8-bit I420 without padding, its chroma planes rounded up to whole pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DecodedFrame<'a> {
    /// Seconds since the first frame, by the video's own timestamps; strictly increasing.
    pub t_s: f64,
    pub width: u32,
    pub height: u32,
    /// The planes Y, U and V, one after the other.
    pub data: &'a [u8],
}

impl<'a> DecodedFrame<'a> {
    /// Bytes in a row of Y.
    pub fn stride(&self) -> usize {
        self.width as usize
    }

    /// Bytes in a row of U or V.
    pub fn chroma_stride(&self) -> usize {
        self.stride().div_ceil(2)
    }

    /// Y, U and V.
    pub fn planes(&self) -> [&'a [u8]; 3] {
        let (y, chroma) = self.data.split_at(self.stride() * self.height as usize);
        let (u, v) = chroma.split_at(chroma.len() / 2);
        [y, u, v]
    }
}

impl Video {
    /// Starts decoding `file` with the program `ffmpeg`. Returns once the first frame is on its way.
    ///
    /// # Errors
    /// Everything that makes the file useless as a whole; see [`VideoError`].
    pub fn open(ffmpeg: &Path, file: &Path, options: &Options) -> Result<Self, VideoError> {
        check_file(file)?;
        let child = command::decode(ffmpeg, file, options.max_fps, options.max_side_px)?;
        let mut decoder = Decoder::new(child);
        let Some((source, first)) = decoder.start() else {
            let ending = decoder.finish()?;
            return Err(why_no_frame(&ending.messages));
        };
        check_size(&source)?;
        let info = info(&source, &first);
        Ok(Video {
            ffmpeg: ffmpeg.to_owned(),
            file: file.to_owned(),
            clock: Clock::new(&first, info.fps),
            frame: vec![0; frame_bytes(info.decoded_width, info.decoded_height)],
            info,
            decoder,
            first: Some(first),
            frames_seen: 0,
            ended: false,
            warning: None,
        })
    }

    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Frames of the source read so far, those dropped for [`Options::max_fps`] included; their total
    /// once [`Video::next_frame`] has returned None.
    pub fn frames_seen(&self) -> u64 {
        self.frames_seen
    }

    /// What was wrong with the video; known once [`Video::next_frame`] has returned None.
    pub fn warning(&self) -> Option<Warning> {
        self.warning
    }

    /// The next frame, or None after the last. A frame whose timestamp is not later than the one before
    /// is dropped; one without a timestamp comes one mean interval after the one before.
    ///
    /// # Errors
    /// [`VideoError::FfmpegStopped`] when ffmpeg was killed. A broken video is not an error here: its
    /// readable frames are delivered and [`Video::warning`] tells.
    pub fn next_frame(&mut self) -> Result<Option<DecodedFrame<'_>>, VideoError> {
        let Some(t_s) = self.read_frame()? else {
            return Ok(None);
        };
        Ok(Some(DecodedFrame {
            t_s,
            width: self.info.decoded_width,
            height: self.info.decoded_height,
            data: &self.frame,
        }))
    }

    /// Reads frames until one is later than the last; returns its time, or None at the end.
    fn read_frame(&mut self) -> Result<Option<f64>, VideoError> {
        while !self.ended {
            let note = self.first.take().or_else(|| self.decoder.next_note());
            // ffmpeg scales every frame to the size of the first, should the size change half-way.
            let Some(note) = note.filter(|_| self.decoder.read_frame(&mut self.frame)) else {
                self.finish()?;
                break;
            };
            self.frames_seen = note.seen;
            if let Some(t_s) = self.clock.time_of(note.pts) {
                return Ok(Some(t_s));
            }
        }
        Ok(None)
    }

    fn finish(&mut self) -> Result<(), VideoError> {
        self.ended = true;
        let ending = self.decoder.finish()?;
        self.frames_seen = ending.messages.seen;
        self.warning = self.judge(&ending);
        Ok(())
    }

    fn judge(&self, ending: &Ending) -> Option<Warning> {
        /// Sound may run on a little after the last picture.
        const TAIL_S: f64 = 0.5;
        /// No recording's sound runs on for this long …
        const MISSING_S: f64 = 1.0;
        /// … and for this share of its length.
        const MISSING_SHARE: f64 = 0.2;
        let at_s = self.clock.last_s();
        let damaged = ending.messages.damaged || ending.exit_code != 0;
        let early = at_s + TAIL_S < self.info.duration_s;
        // ffmpeg's threads can break into the line that says so; then the missing length still tells.
        let missing_s = self.info.duration_s - at_s;
        let much_is_missing = missing_s > MISSING_S.max(MISSING_SHARE * self.info.duration_s);
        if ending.messages.cut_short || much_is_missing || (damaged && early) {
            Some(Warning::CutShort { at_s })
        } else {
            damaged.then_some(Warning::Damaged)
        }
    }
}

fn check_file(file: &Path) -> Result<(), VideoError> {
    let metadata = std::fs::metadata(file).map_err(VideoError::from_open)?;
    if !metadata.is_file() {
        return Err(VideoError::NotAFile);
    }
    if metadata.len() == 0 {
        return Err(VideoError::Empty);
    }
    File::open(file).map(drop).map_err(VideoError::from_open)
}

fn check_size(source: &Source) -> Result<(), VideoError> {
    let (width, height) = source.size.unwrap_or_default();
    if width.min(height) < MIN_SIDE_PX {
        return Err(VideoError::TooSmall { width, height });
    }
    Ok(())
}

/// ffmpeg ended before the first frame.
fn why_no_frame(messages: &Messages) -> VideoError {
    if !messages.opened {
        return match messages.index_missing && !messages.doubtful {
            true => VideoError::Incomplete,
            false => VideoError::NotAVideo,
        };
    }
    if !messages.pictures {
        return VideoError::NoPictures;
    }
    if let Some((width, height)) = messages.too_large {
        return VideoError::TooLarge { width, height };
    }
    match check_size(&messages.source) {
        Err(too_small) if messages.source.size.is_some() => too_small,
        _ if messages.cut_short => VideoError::Incomplete,
        _ => VideoError::Undecodable,
    }
}

fn info(source: &Source, first: &FrameNote) -> Info {
    let (stored_width, stored_height) = source.size.unwrap_or(first.size);
    let square_width = (f64::from(stored_width) * source.pixel_aspect).round() as u32;
    let (width, height) = match source.rotation_deg {
        90 | 270 => (stored_height, square_width),
        _ => (square_width, stored_height),
    };
    let (decoded_width, decoded_height) = first.size;
    let frames_expected = source
        .fps
        .filter(|_| source.duration_s > 0.0)
        .map(|fps| (fps * source.duration_s).round() as u64);
    Info {
        width,
        height,
        rotation_deg: source.rotation_deg,
        duration_s: source.duration_s,
        fps: source.fps,
        frames_expected,
        decoded_width,
        decoded_height,
        scale_x: f64::from(width) / f64::from(decoded_width),
        scale_y: f64::from(height) / f64::from(decoded_height),
        color: first.color,
    }
}

fn frame_bytes(width: u32, height: u32) -> usize {
    let (width, height) = (width as usize, height as usize);
    width * height + 2 * width.div_ceil(2) * height.div_ceil(2)
}
