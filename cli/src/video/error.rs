//! Why a video can't be read, in words a person can act on.

use std::io;

/// The shortest side a video may have. Below it a whole body is a few pixels wide.
pub const MIN_SIDE_PX: u32 = 64;

/// The most pixels a picture may have (8192 × 8192), so that a forged header can't claim all memory.
pub const MAX_PIXELS: u64 = 1 << 26;

/// One clear sentence each, without the file's name: the caller knows it and puts it in front.
#[derive(Debug, thiserror::Error)]
pub enum VideoError {
    #[error("there is no such file; check its name and folder")]
    NotFound,
    #[error("the file can't be read; check its permissions")]
    Unreadable(#[source] io::Error),
    #[error("this is not a file; name one video file")]
    NotAFile,
    #[error("the file is empty; copy the video again from where it was recorded")]
    Empty,
    #[error("this is not a video that Dowel can read; use MP4, MOV, WebM, MKV, AVI or GIF")]
    NotAVideo,
    #[error("there are no pictures in this file, only sound; use the original video")]
    NoPictures,
    #[error(
        "the video is incomplete, as after an interrupted recording or copy; copy it again from where it was recorded"
    )]
    Incomplete,
    #[error(
        "the picture is {width}x{height} pixels, too small to see a person; use a video with at least {MIN_SIDE_PX} on each side"
    )]
    TooSmall { width: u32, height: u32 },
    #[error("the picture is {width}x{height} pixels, too large to read; use a smaller copy")]
    TooLarge { width: u32, height: u32 },
    #[error("no picture in this video can be decoded; export it again as an H.264 MP4")]
    Undecodable,
    #[error("there is no picture at {t_s:.3} s in this video")]
    NoPictureAt { t_s: f64 },
    #[error("ffmpeg is missing or can't be run; run `cargo xtask setup`")]
    FfmpegMissing(#[source] io::Error),
    #[error("ffmpeg stopped before it was done; free some memory and try again")]
    FfmpegStopped,
}

impl VideoError {
    pub(super) fn from_open(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => VideoError::NotFound,
            _ => VideoError::Unreadable(error),
        }
    }
}

/// What is wrong with a video that could be analysed all the same.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Warning {
    #[error("the video breaks off at {at_s:.1} s; what came before was analysed")]
    CutShort { at_s: f64 },
    #[error("parts of the video are damaged; what could be decoded was analysed")]
    Damaged,
}
