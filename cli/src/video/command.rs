//! The ffmpeg command lines: what is decoded, and how it is scaled, thinned and stamped.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::error::{MAX_PIXELS, VideoError};
use super::info::Color;

/// What a phone or an editor writes. Everything else is refused: some of ffmpeg's other readers turn
/// any text into pictures, and playlists would let a video name other files to read.
const CONTAINERS: &str = "mov,matroska,gif,avi,mpegts,mpeg";

/// Written to the log once for every source frame, before any is dropped.
pub(super) const SEEN_MARK: &str = "dowel_seen=1";

/// A pixel's width over its height, or the reverse, beyond which a header is not believed.
pub(super) const MAX_PIXEL_ASPECT: f64 = 4.0;

/// Decoding at 1080p and below is faster than the pose network with one thread; 4K needs the second.
/// More would only cost memory, as each holds a set of whole frames.
const DECODER_THREADS: &str = "2";

/// How much earlier than its slot of 1/max_fps a frame may come, as a share of the slot: timestamps
/// are often rounded to milliseconds.
const EARLY_SHARE: f64 = 0.15;

/// Starts decoding the whole of `file` to raw I420 on standard output.
pub(super) fn decode(
    ffmpeg: &Path,
    file: &Path,
    max_fps: Option<f64>,
    max_side_px: Option<u32>,
) -> Result<Child, VideoError> {
    let mut filters = Vec::new();
    if let Some(max_fps) = max_fps.filter(|fps| *fps > 0.0) {
        filters.push(count_seen());
        filters.push(thin_out(max_fps));
    }
    filters.push(scale(max_side_px, ""));
    filters.push(stamp());

    let mut command = input(ffmpeg, file, None);
    command.args(["-vf", &filters.join(",")]);
    command.args(["-f", "rawvideo", "pipe:1"]);
    spawn(command)
}

/// Starts writing one JPEG to standard output: the first frame whose timestamp is `pts` or later.
/// With `seek_s` (the same moment in seconds) decoding starts at the keyframe before it.
pub(super) fn still(
    ffmpeg: &Path,
    file: &Path,
    pts: i64,
    seek_s: Option<f64>,
    max_side_px: Option<u32>,
    color: Color,
) -> Result<Child, VideoError> {
    // JPEG is always full-range BT.601.
    let to_jpeg = format!(
        ":in_color_matrix={}:out_color_matrix=bt601:out_range=pc",
        color.matrix.ffmpeg_name()
    );
    let filters = [
        count_seen(),
        format!("select='gte(pts,{pts})'"),
        scale(max_side_px, &to_jpeg),
        stamp(),
    ];

    let mut command = input(ffmpeg, file, seek_s);
    command.args(["-vf", &filters.join(",")]);
    command.args(["-frames:v", "1", "-c:v", "mjpeg", "-q:v", "4"]);
    command.args(["-f", "image2pipe", "pipe:1"]);
    spawn(command)
}

fn input(ffmpeg: &Path, file: &Path, seek_s: Option<f64>) -> Command {
    let mut command = Command::new(ffmpeg);
    // Settings of the person's shell that would write files or colour codes.
    command.env_remove("FFREPORT");
    command.env_remove("AV_LOG_FORCE_COLOR");
    command.args(["-hide_banner", "-nostdin", "-nostats"]);
    command.args(["-loglevel", "repeat+level+info"]);
    command.args(["-filter_threads", "1"]);
    // The video's own timestamps, the same whether or not we seek.
    command.arg("-copyts");
    if let Some(seek_s) = seek_s {
        command.args(["-noaccurate_seek", "-seek_timestamp", "1"]);
        command.args(["-ss", &format!("{seek_s:.6}")]);
    }
    command.args(["-protocol_whitelist", "file"]);
    command.args(["-format_whitelist", CONTAINERS]);
    command.args(["-max_pixels", &MAX_PIXELS.to_string()]);
    command.args(["-threads", DECODER_THREADS]);
    command.arg("-i").arg(file_url(file));
    // `V` leaves out cover art.
    command.args(["-map", "0:V:0", "-fps_mode", "passthrough"]);
    command
}

fn spawn(mut command: Command) -> Result<Child, VideoError> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(VideoError::FfmpegMissing)
}

/// With the protocol spelled out, a name that starts with `-` or holds `:` or `%` is only a name.
fn file_url(file: &Path) -> OsString {
    let mut url = OsString::from("file:");
    url.push(file);
    url
}

/// Logs [`SEEN_MARK`] for every frame.
fn count_seen() -> String {
    "metadata=add:key=dowel_seen:value=1,metadata=print:key=dowel_seen".to_owned()
}

/// Keeps at most one frame in each slot of 1/`max_fps`, before any work is spent on the others.
fn thin_out(max_fps: f64) -> String {
    let slot = |t: &str| format!("floor(({t}-start_t)*{max_fps}+{EARLY_SHARE})");
    format!(
        "select='isnan(t)+isnan(prev_selected_t)+gt({},{})'",
        slot("t"),
        slot("prev_selected_t")
    )
}

/// Square pixels, the long side at most `max_side_px`, 8-bit 4:2:0. Rotation has been applied before.
/// The `j` format is the same bytes in full range; naming both avoids a conversion.
fn scale(max_side_px: Option<u32>, more: &str) -> String {
    let aspect = format!("clip(sar,1/{MAX_PIXEL_ASPECT},{MAX_PIXEL_ASPECT})");
    let factor = match max_side_px {
        Some(side) => format!("min(1,{side}/max(iw*{aspect},ih))"),
        None => "1".to_owned(),
    };
    format!(
        "scale=w='max(1,round(iw*{aspect}*{factor}))':h='max(1,round(ih*{factor}))':flags=area{more},\
         format=pix_fmts=yuv420p|yuvj420p"
    )
}

/// Logs each frame's timestamp, size and colour. Side data (HDR and encoder notes, kilobytes of it in
/// some files) would be printed too, so it goes first.
fn stamp() -> String {
    "sidedata=mode=delete,showinfo=checksum=0".to_owned()
}
