//! What `cargo xtask setup` left, as tests and benchmarks use it. Where something is missing these panic and
//! say what to run: a test that skipped itself would pass on a broken machine.

use std::env;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use dowel_core::pose::{ModelSize, PoseTracker, Runtime, TrackerConfig};

/// `DOWEL_HOME`, else the nearest `.dowel` above this crate.
pub fn home() -> PathBuf {
    let named = env::var_os("DOWEL_HOME").filter(|value| !value.is_empty());
    let folder = match named {
        Some(folder) => repository().join(folder),
        None => crate_folder()
            .ancestors()
            .map(|above| above.join(".dowel"))
            .find(|folder| folder.is_dir())
            .unwrap_or_else(|| panic!("there is no .dowel folder; run `cargo xtask setup`")),
    };
    assert!(
        folder.join("models").is_dir(),
        "the set-up folder holds no models; run `cargo xtask setup`"
    );
    folder
}

pub fn repository() -> PathBuf {
    crate_folder()
        .parent()
        .expect("this crate lies one folder below the root")
        .to_owned()
}

fn crate_folder() -> PathBuf {
    // cargo says where the sources lie now; a build folder shared by two checkouts would mix them up.
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").to_owned());
    here.into()
}

pub fn runtime() -> Runtime {
    Runtime::load(&home().join("runtime/libonnxruntime.so"))
        .unwrap_or_else(|error| panic!("{error}"))
}

/// One thread, so that results and times do not depend on the machine's load.
pub fn tracker(size: ModelSize) -> PoseTracker {
    let config = TrackerConfig {
        models: &home().join("models"),
        size,
        threads: 1,
        look_at_back: true,
    };
    PoseTracker::load(&runtime(), &config).unwrap_or_else(|error| panic!("{error}"))
}

/// The frames of a clip as packed RGB, at the clip's own size or letterboxed to another.
#[derive(Debug)]
pub struct RgbVideo {
    decoder: Child,
    pixels: ChildStdout,
    frame_bytes: usize,
}

impl RgbVideo {
    /// `size_px` must be the clip's own. Decodes to the same bits on every machine.
    pub fn open(clip: &Path, size_px: (u32, u32)) -> Self {
        Self::start(clip, size_px, String::new())
    }

    /// Scaled to fit into `size_px` and padded with black.
    pub fn letterboxed(clip: &Path, size_px: (u32, u32)) -> Self {
        let (w, h) = size_px;
        let fit = format!(
            "scale={w}:{h}:force_original_aspect_ratio=decrease:flags=bilinear,pad={w}:{h}:-1:-1,"
        );
        Self::start(clip, size_px, fit)
    }

    // tests/golden/generate.py and tests/bench/side_by_side.py decode with the same words.
    fn start(clip: &Path, (width, height): (u32, u32), before: String) -> Self {
        let convert = format!("{before}scale=flags=bitexact+accurate_rnd+full_chroma_int");
        let mut decoder = Command::new(home().join("bin/ffmpeg"))
            .args(["-hide_banner", "-nostdin", "-loglevel", "error"])
            .args(["-flags", "+bitexact", "-i"])
            .arg(clip)
            .args(["-map", "0:v:0", "-fps_mode", "passthrough"])
            .args(["-vf", &convert, "-pix_fmt", "rgb24"])
            .args(["-f", "rawvideo", "pipe:1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("ffmpeg does not start ({error}); run `cargo xtask setup`")
            });
        let pixels = decoder.stdout.take().expect("stdout was piped above");
        RgbVideo {
            decoder,
            pixels,
            frame_bytes: width as usize * height as usize * 3,
        }
    }
}

impl Iterator for RgbVideo {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let mut frame = vec![0; self.frame_bytes];
        self.pixels.read_exact(&mut frame).ok().map(|()| frame)
    }
}

impl Drop for RgbVideo {
    fn drop(&mut self) {
        // The reader may have stopped early; then ffmpeg would wait for it for ever.
        let _ = self.decoder.kill();
        let _ = self.decoder.wait();
    }
}

/// The repository's own clip.
pub fn demo_clip() -> PathBuf {
    let clip = repository().join("tests/demo/demo.mp4");
    assert!(clip.is_file(), "tests/demo/demo.mp4 is missing");
    clip
}

/// One packed RGB picture as a frame.
pub fn rgb_frame(
    bytes: &[u8],
    (width, height): (u32, u32),
    t_s: f64,
) -> dowel_core::frame::Frame<'_> {
    use dowel_core::frame::{Frame, Pixels, Plane, Rotation};
    let plane = Plane {
        bytes,
        row_stride: width as usize * 3,
        pixel_stride: 3,
    };
    Frame::new(Pixels::Rgb(plane), width, height, Rotation::None, t_s)
        .expect("the picture has the size that was asked for")
}
