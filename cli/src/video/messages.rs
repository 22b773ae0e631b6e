//! Reading ffmpeg's log: what the source is, when each frame is shown, and what went wrong.
//!
//! A thread of ffmpeg may break into another's half-written line, so marks are looked for anywhere in
//! a line. Each mark read here is written in one piece.

use super::command::{MAX_PIXEL_ASPECT, SEEN_MARK};
use super::info::{Color, Matrix};

/// What the file's header says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Source {
    /// As stored, before rotation; None until a picture track was listed.
    pub size: Option<(u32, u32)>,
    /// Width of a pixel over its height.
    pub pixel_aspect: f64,
    /// Clockwise: 0, 90, 180 or 270.
    pub rotation_deg: u32,
    pub duration_s: f64,
    pub fps: Option<f64>,
}

/// One frame that ffmpeg is about to write.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FrameNote {
    /// In units of `time_base`; None when the video does not say.
    pub pts: Option<i64>,
    /// Seconds as numerator and denominator.
    pub time_base: (i64, i64),
    pub size: (u32, u32),
    pub color: Color,
    /// Source frames so far, this one and those dropped included.
    pub seen: u64,
}

/// Everything learned from the log so far.
#[derive(Debug, Default)]
pub(super) struct Messages {
    pub source: Source,
    /// The container was recognised and its header read.
    pub opened: bool,
    /// There is a picture track, though perhaps none that can be read.
    pub pictures: bool,
    /// A picture size beyond the limit.
    pub too_large: Option<(u32, u32)>,
    /// Recognised by the file name's ending alone.
    pub doubtful: bool,
    /// A container without its index.
    pub index_missing: bool,
    /// The file ends before its own index says.
    pub cut_short: bool,
    /// Some of the data made no sense.
    pub damaged: bool,
    /// The last complaint, for the debug log.
    pub last_error: Option<String>,
    /// Frames delivered or dropped.
    pub seen: u64,
    counts_seen: bool,
    in_header: bool,
    in_video: bool,
    time_base: (i64, i64),
    /// Timestamp and size, until the line with the colours follows.
    pending: Option<(Option<i64>, (u32, u32))>,
}

impl Messages {
    /// Takes one line; returns a frame when the line completes one.
    pub fn line(&mut self, line: &str) -> Option<FrameNote> {
        if line.contains(SEEN_MARK) {
            self.counts_seen = true;
            self.seen += 1;
        } else if let Some(config) = after(line, "config in time_base:") {
            self.time_base = ratio(config, '/').unwrap_or(self.time_base);
        } else if line.contains(" pts_time:") {
            self.pending = stamp(line).or(self.pending);
        } else if line.contains("color_range:") {
            return self.complete(line);
        } else {
            self.header_line(line);
            self.trouble_line(line);
        }
        None
    }

    fn complete(&mut self, line: &str) -> Option<FrameNote> {
        let (pts, size) = self.pending.take()?;
        if self.time_base.1 == 0 {
            return None;
        }
        if !self.counts_seen {
            self.seen += 1;
        }
        Some(FrameNote {
            pts,
            time_base: self.time_base,
            size,
            color: color(line, self.source.size.unwrap_or(size)),
            seen: self.seen,
        })
    }

    /// ffmpeg prints the header before it starts any thread, so these lines are whole. Only their first
    /// words count: a title may say anything.
    fn header_line(&mut self, line: &str) {
        let line = line.strip_prefix("[info]").unwrap_or(line).trim_start();
        if line.starts_with("Input #0") {
            self.opened = true;
            self.in_header = true;
        } else if line.starts_with("Stream mapping:") {
            self.in_header = false;
        } else if !self.in_header {
        } else if let Some(text) = line.strip_prefix("Duration: ") {
            self.source.duration_s = clock(text).unwrap_or(0.0);
        } else if line.starts_with("Stream #0:") {
            // Of several picture tracks the first is decoded; cover art is none.
            let wanted = !self.pictures && !line.contains("(attached pic)");
            let video = after(line, ": Video: ").filter(|_| wanted);
            self.in_video = video.is_some();
            if let Some(text) = video {
                self.pictures = true;
                self.video_line(text);
            }
        } else if let Some(text) = line.strip_prefix("Display Matrix: rotation of ")
            && self.in_video
        {
            self.source.rotation_deg = quarter_turn(text);
        }
    }

    fn video_line(&mut self, text: &str) {
        let words = || text.split(", ");
        self.source.size = words().find_map(|w| size(w.split(' ').next()?));
        self.source.fps = words().find_map(|w| w.strip_suffix(" fps")?.parse().ok());
        // A second ratio is the container's, which overrides the stream's.
        let pixel_aspect = text
            .rfind("SAR ")
            .and_then(|at| ratio(&text[at + 4..], ':'))
            .map_or(1.0, |(w, h)| w as f64 / h as f64);
        self.source.pixel_aspect = pixel_aspect.clamp(1.0 / MAX_PIXEL_ASPECT, MAX_PIXEL_ASPECT);
    }

    fn trouble_line(&mut self, line: &str) {
        const CUT_SHORT: [&str; 2] = ["partial file", "ended prematurely"];
        const DAMAGED: [&str; 3] = ["corrupt", "Decoding error", "Error submitting packet"];
        let has = |marks: &[&str]| marks.iter().any(|mark| line.contains(mark));

        // Where a level comes first, the line is one of the texts that a file carries about itself.
        if line.starts_with("[info]") || !has(&["[warning]", "[error]", "[fatal]"]) {
            return;
        }
        if let Some(text) = after(line, "Picture size ").filter(|text| text.contains("exceeds")) {
            self.too_large = text.split(' ').next().and_then(size);
        }
        self.doubtful |= line.contains("misdetection possible");
        self.index_missing |= line.contains("moov atom not found");
        self.cut_short |= has(&CUT_SHORT);
        self.damaged |= has(&DAMAGED);
        // Lines with `file:` repeat the file's name, which does not belong in a log.
        if has(&["[error]", "[fatal]"]) && !line.contains("file:") {
            self.last_error = Some(line.to_owned());
        }
    }
}

/// What follows `mark` in `line`, without leading spaces.
fn after<'a>(line: &'a str, mark: &str) -> Option<&'a str> {
    line.find(mark)
        .map(|at| line[at + mark.len()..].trim_start())
}

/// The leading characters that belong to a number.
fn number(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '-' && c != '.')
        .unwrap_or(text.len());
    &text[..end]
}

fn stamp(line: &str) -> Option<(Option<i64>, (u32, u32))> {
    let pts = number(after(line, " pts:")?).parse().ok();
    let size = size(after(line, " s:")?.split(' ').next()?)?;
    Some((pts, size))
}

/// `1080x1920`.
fn size(text: &str) -> Option<(u32, u32)> {
    let (w, h) = text.split_once('x')?;
    Some((w.parse().ok()?, h.parse().ok()?))
}

/// `1/15360` or `4:3`, both above zero.
fn ratio(text: &str, separator: char) -> Option<(i64, i64)> {
    let (a, rest) = text.split_once(separator)?;
    let (a, b) = (a.parse().ok()?, number(rest).parse().ok()?);
    (a > 0 && b > 0).then_some((a, b))
}

/// `00:01:02.50` in seconds; None for `N/A`.
fn clock(text: &str) -> Option<f64> {
    let mut parts = text.split(',').next()?.trim().splitn(3, ':');
    let mut part = || parts.next()?.parse::<f64>().ok();
    Some(part()? * 3600.0 + part()? * 60.0 + part()?)
}

/// ffmpeg counts anticlockwise, from -180 to 180.
fn quarter_turn(text: &str) -> u32 {
    let anticlockwise: f64 = number(text).parse().unwrap_or(0.0);
    ((-anticlockwise / 90.0).round().rem_euclid(4.0) as u32) * 90
}

fn color(line: &str, (width, height): (u32, u32)) -> Color {
    let value = |mark| after(line, mark).and_then(|text| text.split(' ').next());
    let matrix = match value("color_space:") {
        Some("bt709") => Matrix::Bt709,
        Some("bt2020nc" | "bt2020c") => Matrix::Bt2020,
        Some("smpte170m" | "bt470bg" | "fcc") => Matrix::Bt601,
        // Untagged: what players assume.
        _ if width.max(height) >= 1280 || width.min(height) > 576 => Matrix::Bt709,
        _ => Matrix::Bt601,
    };
    Color {
        matrix,
        full_range: value("color_range:") == Some("pc"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "\
[info] Input #0, mov,mp4, from 'file:a.mov':
[info]   Metadata:
[info]     title           : Stream #0:9: Video: x, 1x1
[info]   Duration: 00:01:02.50, start: 0.000000, bitrate: 254 kb/s
[info]   Stream #0:0[0x1]: Video: mjpeg, yuvj444p, 600x600, 90k tbr (attached pic)
[info]   Stream #0:1[0x2](und): Video: hevc (Main 10) (hvc1 / 0x31637668), yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67), 1920x1080 [SAR 1:1 DAR 16:9], 9000 kb/s, SAR 4:3 DAR 64:27, 59.94 fps, 60 tbr, 600 tbn (default)
[info]     Side data:
[info]       Display Matrix: rotation of -90.00 degrees
[info] Stream mapping:
[info]   Stream #0:1 -> #0:0 (hevc (native) -> rawvideo (native))
[Parsed_showinfo_4 @ 0x7f] [info] config in time_base: 1/600, frame_rate: 60/1";

    #[test]
    fn a_header_is_understood() {
        let mut messages = Messages::default();
        assert!(HEADER.lines().all(|line| messages.line(line).is_none()));
        let expected = Source {
            size: Some((1920, 1080)),
            pixel_aspect: 4.0 / 3.0,
            rotation_deg: 90,
            duration_s: 62.5,
            fps: Some(59.94),
        };
        assert_eq!(messages.source, expected);
        assert!(messages.opened && messages.pictures && !messages.damaged);
    }

    #[test]
    fn a_frame_is_noted_though_another_thread_breaks_into_its_lines() {
        let mut messages = Messages::default();
        assert!(HEADER.lines().all(|line| messages.line(line).is_none()));
        let lines = [
            "[Parsed_metadata_1 @ 0x7f] [info] frame:0    pts:-20     pts_time:-0.0333333",
            "[Parsed_metadata_1 @ 0x7f] [info] dowel_seen=1",
            "[info]   Stream #0:0(und): Video: dowel_seen=1",
            "[info]     rawvideo (I420)n:   1 pts:    -10 pts_time:-0.0166667 duration:     10 fmt:yuv420p cl:left sar:0/1 s:270x480 i:P iskey:1 type:I ",
        ];
        assert!(lines.iter().all(|line| messages.line(line).is_none()));
        let note = messages
            .line(", yuv420p, color_range:pc color_space:bt2020nc color_primaries:unknown")
            .expect("the colours complete a frame");
        assert_eq!((note.pts, note.time_base), (Some(-10), (1, 600)));
        assert_eq!((note.size, note.seen), ((270, 480), 2));
        let expected = Color {
            matrix: Matrix::Bt2020,
            full_range: true,
        };
        assert_eq!(note.color, expected);
        assert_eq!(
            messages.source.size,
            Some((1920, 1080)),
            "the output's line is not the source"
        );
    }
}
