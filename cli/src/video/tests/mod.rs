//! Decoding of real files, made on the spot.

mod clips;
mod refusals;
mod stills;

use std::path::Path;
use std::time::Duration;

use super::info::Color;
use super::{Matrix, Options, Video, Warning};
use clips::{Clips, H264, frame_number, greys, mean, open, opened, read_all};

fn assert_times(frames: &[(f64, f64)], expected: impl IntoIterator<Item = f64>) {
    let expected: Vec<f64> = expected.into_iter().collect();
    assert_eq!(frames.len(), expected.len());
    for ((t_s, _), expected) in frames.iter().zip(expected) {
        assert!((t_s - expected).abs() < 1e-6, "{t_s} is not {expected}");
    }
}

fn numbers(frames: &[(f64, f64)]) -> Vec<u32> {
    frames.iter().map(|(_, grey)| frame_number(*grey)).collect()
}

#[test]
fn a_plain_clip_arrives_whole_and_in_order() {
    let clips = Clips::new();
    let mut video = opened(&clips.make("a.mp4", &format!("{} {H264}", greys("96x128", 30, 45))));
    let info = video.info().clone();
    assert_eq!((info.width, info.height, info.rotation_deg), (96, 128, 0));
    assert_eq!((info.decoded_width, info.decoded_height), (96, 128));
    assert_eq!((info.scale_x, info.scale_y), (1.0, 1.0));
    assert_eq!((info.fps, info.frames_expected), (Some(30.0), Some(45)));
    assert!((info.duration_s - 1.5).abs() < 0.02);

    let frames = read_all(&mut video);
    assert_times(&frames, (0..45).map(|n| f64::from(n) / 30.0));
    assert_eq!(numbers(&frames), (0..45).collect::<Vec<_>>());
    assert_eq!((video.frames_seen(), video.warning()), (45, None));
    assert!(video.next_frame().unwrap().is_none(), "the end stays");
}

#[test]
fn uneven_times_are_the_videos_own() {
    let clips = Clips::new();
    let source = greys("96x128", 240, 50);
    let uneven = format!("{source} -vf select=mod(n\\,7)*mod(n\\,3) -fps_mode vfr {H264}");
    let kept = || (0..50u32).filter(|n| n % 7 != 0 && n % 3 != 0);
    for name in ["a.mp4", "a.mov", "a.mkv"] {
        let tolerance_s = if name == "a.mkv" { 1.1e-3 } else { 1e-6 };
        let frames = read_all(&mut opened(&clips.make(name, &uneven)));
        assert_eq!(numbers(&frames), kept().collect::<Vec<_>>(), "{name}");
        for ((t_s, _), n) in frames.iter().zip(kept()) {
            let expected = f64::from(n - 1) / 240.0;
            assert!(
                (t_s - expected).abs() < tolerance_s,
                "{name}: {t_s} {expected}"
            );
        }
    }
}

#[test]
fn rotated_clips_are_delivered_upright() {
    let clips = Clips::new();
    // White only in the stored picture's top left quarter.
    let corner =
        "-f lavfi -i color=black:s=192x128:r=10:d=0.5,drawbox=0:0:96:64:white:fill,format=yuv420p";
    clips.make("stored.mp4", &format!("{corner} {H264}"));
    // Degrees anticlockwise, as ffmpeg takes them; then the quarter that is white: left or right, top or bottom.
    for (anticlockwise, rotation_deg, size, white) in [
        (0, 0, (192, 128), (0, 0)),
        (90, 270, (128, 192), (0, 1)),
        (180, 180, (192, 128), (1, 1)),
        (270, 90, (128, 192), (1, 0)),
    ] {
        let turned = format!("-display_rotation {anticlockwise} -i stored.mp4 -c copy");
        let mut video = opened(&clips.make("turned.mov", &turned));
        let info = video.info().clone();
        assert_eq!(info.rotation_deg, rotation_deg);
        assert_eq!((info.width, info.height), size);
        let frame = video.next_frame().unwrap().unwrap();
        assert_eq!((frame.width, frame.height), size);
        for quarter in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let x = (2 * quarter.0 + 1) * frame.width as usize / 4;
            let y = (2 * quarter.1 + 1) * frame.height as usize / 4;
            let level = frame.planes()[0][y * frame.stride() + x];
            assert_eq!(
                level > 128,
                quarter == white,
                "{anticlockwise}: {quarter:?} is {level}"
            );
        }
    }
}

#[test]
fn ten_bit_hevc_becomes_eight_bit_and_keeps_its_matrix() {
    let clips = Clips::new();
    let hdr = "-pix_fmt yuv420p10le -c:v libx265 -tag:v hvc1 -x265-params \
               log-level=none:crf=4:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc";
    let mut video = opened(&clips.make("hdr.mov", &format!("{} {hdr}", greys("96x128", 30, 12))));
    let expected = Color {
        matrix: Matrix::Bt2020,
        full_range: false,
    };
    assert_eq!(video.info().color, expected);
    let frames = read_all(&mut video);
    assert_eq!(numbers(&frames), (0..12).collect::<Vec<_>>());
}

#[test]
fn the_colours_meaning_is_told_or_guessed_from_the_source() {
    let clips = Clips::new();
    let color = |name: &str, source: &str, max_side_px| {
        let file = clips.make(name, source);
        let options = Options {
            max_side_px,
            ..Options::default()
        };
        open(&file, &options).unwrap().info().color
    };
    let big = format!("{} {H264}", greys("1280x720", 30, 2));
    let small = format!("{} {H264}", greys("640x360", 30, 2));
    let tagged = format!("{small} -colorspace bt709 -color_range pc");
    let known = |matrix, full_range| Color { matrix, full_range };
    assert_eq!(color("a.mp4", &big, Some(320)), known(Matrix::Bt709, false));
    assert_eq!(color("b.mp4", &small, None), known(Matrix::Bt601, false));
    assert_eq!(color("c.mp4", &tagged, None), known(Matrix::Bt709, true));
}

#[test]
fn a_gif_of_odd_size_has_rounded_up_chroma_and_its_own_delays() {
    let clips = Clips::new();
    let source = format!(
        "{} -vf setpts=if(gte(N\\,3)\\,N+4\\,N)*0.1/TB",
        greys("97x131", 10, 6)
    );
    let mut video = opened(&clips.make("a.gif", &source));
    let frame = video.next_frame().unwrap().unwrap();
    assert_eq!((frame.width, frame.height), (97, 131));
    let [y, u, v] = frame.planes();
    assert_eq!((y.len(), u.len(), v.len()), (97 * 131, 49 * 66, 49 * 66));
    assert_eq!(frame.chroma_stride(), 49);
    assert!((mean(u) - 128.0).abs() < 1.0 && (mean(v) - 128.0).abs() < 1.0);
    let rest = read_all(&mut video);
    assert_times(&rest, [0.1, 0.2, 0.7, 0.8, 0.9]);
    assert_eq!(numbers(&rest), [1, 2, 3, 4, 5]);
}

#[test]
fn webm_and_transport_streams_are_read() {
    let clips = Clips::new();
    let source = greys("96x128", 30, 20);
    for (name, codec) in [
        (
            "a.webm",
            "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -crf 4",
        ),
        ("a.mts", H264),
        ("a.3gp", "-c:v mpeg4 -q:v 1"),
    ] {
        let frames = read_all(&mut opened(&clips.make(name, &format!("{source} {codec}"))));
        assert_eq!(numbers(&frames), (0..20).collect::<Vec<_>>(), "{name}");
    }
}

fn capped(file: &Path, max_fps: f64) -> (Vec<(f64, f64)>, u64) {
    let options = Options {
        max_fps: Some(max_fps),
        ..Options::default()
    };
    let mut video = open(file, &options).unwrap();
    let frames = read_all(&mut video);
    (frames, video.frames_seen())
}

#[test]
fn slow_motion_is_thinned_out_evenly() {
    let clips = Clips::new();
    let file = clips.make("slow.mp4", &format!("{} {H264}", greys("96x128", 240, 48)));
    let (frames, seen) = capped(&file, 60.0);
    assert_times(&frames, (0..12).map(|n| f64::from(n) / 60.0));
    assert_eq!(numbers(&frames), (0..12).map(|n| n * 4).collect::<Vec<_>>());
    assert_eq!(seen, 48);
    assert_eq!(read_all(&mut opened(&file)).len(), 48, "no cap, no loss");
}

#[test]
fn a_clip_at_the_cap_loses_no_frame_to_rounded_timestamps() {
    let clips = Clips::new();
    for (fps, cap) in [(60, 60.0), (30, 30.0), (24, 30.0)] {
        let file = clips.make("a.mkv", &format!("{} {H264}", greys("96x128", fps, 50)));
        let (frames, seen) = capped(&file, cap);
        assert_eq!((frames.len(), seen), (50, 50), "{fps} at {cap}");
    }
}

#[test]
fn large_pictures_are_scaled_down_and_small_ones_left_alone() {
    let clips = Clips::new();
    let file = clips.make("hd.mp4", &format!("{} {H264}", greys("1080x1920", 30, 3)));
    for (max_side_px, decoded, scale) in [(640, (360, 640), 3.0), (4000, (1080, 1920), 1.0)] {
        let options = Options {
            max_side_px: Some(max_side_px),
            ..Options::default()
        };
        let mut video = open(&file, &options).unwrap();
        let info = video.info().clone();
        assert_eq!((info.width, info.height), (1080, 1920));
        assert_eq!((info.decoded_width, info.decoded_height), decoded);
        assert_eq!((info.scale_x, info.scale_y), (scale, scale));
        assert_eq!(numbers(&read_all(&mut video)), [0, 1, 2]);
    }
}

#[test]
fn pixels_that_are_not_square_are_made_square() {
    let clips = Clips::new();
    let wide = format!("{} -vf setsar=2/1 {H264}", greys("96x128", 30, 3));
    let video = opened(&clips.make("wide.mp4", &wide));
    let info = video.info();
    assert_eq!((info.width, info.height), (192, 128));
    assert_eq!((info.decoded_width, info.decoded_height), (192, 128));
}

/// Two transport streams of 12 frames one after the other, the second larger and starting at `start_s`.
fn joined(clips: &Clips, start_s: f64) -> Video {
    let portrait = clips.make("a.ts", &format!("{} {H264}", greys("96x128", 30, 12)));
    let source = greys("192x256", 30, 12);
    let larger = clips.make(
        "b.ts",
        &format!("{source} -output_ts_offset {start_s} {H264}"),
    );
    let bytes = [portrait, larger].map(|part| std::fs::read(part).unwrap());
    opened(&clips.write("joined.ts", &bytes.concat()))
}

#[test]
fn a_size_that_changes_half_way_is_scaled_to_the_first() {
    let clips = Clips::new();
    let frames = read_all(&mut joined(&clips, 0.5));
    let expected: Vec<u32> = (0..12).chain(0..12).collect();
    assert_eq!(numbers(&frames), expected);
}

#[test]
fn frames_that_go_back_in_time_are_dropped() {
    let clips = Clips::new();
    let mut video = joined(&clips, 0.4);
    let frames = read_all(&mut video);
    assert!(frames.windows(2).all(|pair| pair[0].0 < pair[1].0));
    let expected: Vec<u32> = (0..12).chain(2..12).collect();
    assert_eq!(numbers(&frames), expected);
    assert_eq!(video.frames_seen(), 24);
}

#[test]
fn a_broken_off_video_is_read_as_far_as_it_goes() {
    let clips = Clips::new();
    let busy = "-f lavfi -i testsrc2=s=160x120:r=30:d=6";
    for (name, extra) in [("whole.mp4", "-movflags +faststart"), ("whole.mkv", "")] {
        let whole = clips.make(name, &format!("{busy} {H264} -pix_fmt yuv420p {extra}"));
        let bytes = std::fs::read(whole).unwrap();
        let mut video = opened(&clips.write(&format!("cut-{name}"), &bytes[..bytes.len() / 2]));
        let frames = read_all(&mut video);
        assert!(
            (30..150).contains(&frames.len()),
            "{name}: {}",
            frames.len()
        );
        match video.warning() {
            Some(Warning::CutShort { at_s }) => assert_eq!(at_s, frames.last().unwrap().0),
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn damage_in_the_middle_is_told_and_the_rest_is_read() {
    let clips = Clips::new();
    let busy = "-f lavfi -i testsrc2=s=160x120:r=30:d=6";
    let whole = clips.make("a.mp4", &format!("{busy} {H264} -pix_fmt yuv420p"));
    let mut bytes = std::fs::read(whole).unwrap();
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle..middle + 3000] {
        *byte = byte.wrapping_mul(7).wrapping_add(13);
    }
    let mut video = opened(&clips.write("damaged.mp4", &bytes));
    let frames = read_all(&mut video);
    assert!(frames.len() > 150 && frames.last().unwrap().0 > 5.9);
    assert_eq!(video.warning(), Some(Warning::Damaged));
}

#[test]
fn any_file_name_is_only_a_name() {
    let clips = Clips::new();
    let plain = clips.make("a.mp4", &format!("{} {H264}", greys("96x128", 30, 3)));
    for name in [
        "-i.mp4",
        "100%d of it.mp4",
        "http:x.mp4",
        "it's, [a];b=c\\.mp4",
        "größe.mp4",
    ] {
        let file = clips.path(name);
        std::fs::copy(&plain, &file).unwrap();
        assert_eq!(read_all(&mut opened(&file)).len(), 3, "{name}");
    }
}

#[test]
fn a_title_that_looks_like_a_log_line_changes_nothing() {
    let clips = Clips::new();
    let title = "[error] corrupt\\\n[info] Duration: 09:00:00\\\n: Video: x, 1x1 pts_time:3 s:1x1";
    let tags = format!(";FFMETADATA1\ntitle={title}\ncomment=Duration: 09:00:00, : Video: 1x1\n");
    clips.write("tags.txt", tags.as_bytes());
    let source = greys("96x128", 30, 3);
    let title = format!("{source} -f ffmetadata -i tags.txt -map_metadata 1 {H264}");
    let mut video = opened(&clips.make("a.mp4", &title));
    assert_eq!((video.info().width, video.info().height), (96, 128));
    assert!(video.info().duration_s < 1.0);
    assert_eq!(read_all(&mut video).len(), 3);
    assert_eq!(video.warning(), None);
}

#[test]
fn ffmpeg_waits_for_its_reader_and_ends_with_it() {
    let clips = Clips::new();
    let file = clips.make("long.mp4", &format!("{} {H264}", greys("96x128", 30, 1500)));
    let video = opened(&file);
    std::thread::sleep(Duration::from_millis(1000));
    // What the pipe and ffmpeg's own queues hold; it must not depend on the video's length.
    let waiting = video.decoder.notes_waiting();
    assert!(waiting < 100, "{waiting} frames of 1500 ran ahead");

    let process = format!("/proc/{}", video.decoder.pid());
    assert!(!cfg!(target_os = "linux") || Path::new(&process).exists());
    drop(video);
    assert!(!Path::new(&process).exists(), "ffmpeg outlived its video");
}

/// Not run by default: prints how long a frame takes.
/// `cargo test --release -p dowel-cli decoding_speed -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn decoding_speed() {
    let clips = Clips::new();
    for (size, fps, rate) in [
        ("360x640", 30, "2M"),
        ("1080x1920", 60, "17M"),
        ("3840x2160", 60, "50M"),
    ] {
        let busy = format!("-f lavfi -i testsrc2=s={size}:r={fps}:d=4,noise=alls=8:allf=t");
        let coded = format!("{busy} -c:v libx264 -preset fast -pix_fmt yuv420p -b:v {rate}");
        let file = clips.make("speed.mp4", &coded);
        for max_side_px in [None, Some(1280), Some(640)] {
            let start = std::time::Instant::now();
            let options = Options {
                max_side_px,
                ..Options::default()
            };
            let mut video: Video = open(&file, &options).unwrap();
            let first = start.elapsed();
            let frames = read_all_unseen(&mut video);
            let ms = start.elapsed().as_secs_f64() * 1000.0 / f64::from(frames);
            println!("{size} {fps} fps, side {max_side_px:?}: {ms:.2} ms/frame, open {first:?}");
        }
    }
}

fn read_all_unseen(video: &mut Video) -> u32 {
    let mut frames = 0;
    while video.next_frame().unwrap().is_some() {
        frames += 1;
    }
    frames
}
