//! Small videos, made with the real ffmpeg.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::video::{Options, Video, VideoError};

/// Each frame is one flat grey, so that a picture tells which frame it is.
pub const FIRST_GREY: f64 = 30.0;
pub const GREY_STEP: f64 = 4.0;

/// ffmpeg as the set-up leaves it.
pub fn ffmpeg() -> PathBuf {
    let homes = match std::env::var_os("DOWEL_HOME") {
        Some(home) => vec![PathBuf::from(home)],
        None => Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .map(|folder| folder.join(".dowel"))
            .collect(),
    };
    homes
        .iter()
        .map(|home| home.join("bin/ffmpeg"))
        .find(|ffmpeg| ffmpeg.is_file())
        .expect("ffmpeg is missing: run `cargo xtask setup`")
}

/// A folder of clips, erased when dropped.
pub struct Clips(tempfile::TempDir);

impl Clips {
    pub fn new() -> Self {
        Clips(tempfile::tempdir().expect("a temporary folder"))
    }

    pub fn path(&self, name: impl AsRef<OsStr>) -> PathBuf {
        self.0.path().join(name.as_ref())
    }

    /// Runs ffmpeg with `arguments`, words divided by spaces, to write `name`.
    pub fn make(&self, name: &str, arguments: &str) -> PathBuf {
        let path = self.path(name);
        let output = Command::new(ffmpeg())
            .current_dir(self.0.path())
            .args(["-v", "error", "-nostdin", "-y"])
            .args(arguments.split_whitespace())
            .arg(&path)
            .output()
            .expect("ffmpeg runs");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "making {name}: {complaint}");
        path
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("the temporary folder can be written");
        path
    }
}

/// A source of `frames` flat grey frames; frame n is `FIRST_GREY + n * GREY_STEP`, starting over at 50.
pub fn greys(size: &str, fps: u32, frames: u32) -> String {
    // One pixel decides a whole frame, so draw it small and enlarge it.
    format!(
        "-f lavfi -i color=s=16x16:r={fps},trim=end_frame={frames},format=yuv420p,\
         geq=lum={FIRST_GREY}+{GREY_STEP}*mod(N\\,50):cb=128:cr=128,scale={size}:flags=neighbor,setsar=1"
    )
}

/// Nearly lossless, with frames stored out of order as phones do.
pub const H264: &str = "-c:v libx264 -preset ultrafast -bf 2 -g 12 -crf 4";

/// The number of the frame whose grey is `level`.
pub fn frame_number(level: f64) -> u32 {
    let number = (level - FIRST_GREY) / GREY_STEP;
    assert!((number - number.round()).abs() < 0.3, "grey {level}");
    number.round() as u32
}

pub fn mean(bytes: &[u8]) -> f64 {
    bytes.iter().map(|&b| f64::from(b)).sum::<f64>() / bytes.len() as f64
}

pub fn open(file: &Path, options: &Options) -> Result<Video, VideoError> {
    Video::open(&ffmpeg(), file, options)
}

/// Opens a clip whole.
pub fn opened(file: &Path) -> Video {
    open(file, &Options::default()).expect("a good clip")
}

/// The time and the mean grey of every frame left.
pub fn read_all(video: &mut Video) -> Vec<(f64, f64)> {
    let mut frames = Vec::new();
    while let Some(frame) = video.next_frame().expect("decoding goes on") {
        frames.push((frame.t_s, mean(frame.planes()[0])));
    }
    frames
}

/// Decodes a JPEG to full-range grey.
pub fn jpeg_greys(clips: &Clips, jpeg: &[u8]) -> Vec<u8> {
    clips.write("still.jpg", jpeg);
    let raw = clips.make("still.gray", "-i still.jpg -f rawvideo -pix_fmt gray");
    std::fs::read(raw).expect("the grey picture")
}
