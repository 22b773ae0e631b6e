//! Single pictures are the very frames that were analysed.

use super::clips::{Clips, H264, frame_number, greys, jpeg_greys, mean, open, opened, read_all};
use crate::video::still::Still;
use crate::video::{Options, VideoError};

/// Which frame a still shows.
fn number_of(clips: &Clips, still: &Still) -> u32 {
    let greys = jpeg_greys(clips, &still.jpeg);
    assert_eq!(greys.len(), (still.width * still.height) as usize);
    // Back from JPEG's full range to the clip's limited one.
    frame_number(16.0 + mean(&greys) * 219.0 / 255.0)
}

#[test]
fn every_frame_can_be_fetched_by_its_time() {
    let clips = Clips::new();
    clips.make("tone.m4a", "-f lavfi -i sine=d=4");
    // Uneven, stored out of order, several keyframes, and starting well after the sound.
    let uneven = "-vf select=mod(n\\,7)*mod(n\\,3),setpts=PTS+0.71/TB -fps_mode vfr";
    let sound = "-i tone.m4a -map 0:v -map 1:a -c:a copy -map_metadata -1";
    let source = greys("96x128", 30, 50);
    let uneven = format!("{source} {sound} {uneven} {H264}");
    let gif = format!("{source} -vf select=mod(n\\,3) -pix_fmt gray");
    for (name, arguments) in [
        ("a.mp4", &uneven),
        ("a.mkv", &uneven),
        ("a.ts", &uneven),
        ("a.gif", &gif),
    ] {
        let mut video = opened(&clips.make(name, arguments));
        let frames = read_all(&mut video);
        assert!(frames.len() > 25, "{name}");
        for (t_s, grey) in frames.into_iter().step_by(3) {
            let still = video.still(t_s, None).unwrap();
            assert_eq!((still.width, still.height), (96, 128));
            let expected = frame_number(grey);
            assert_eq!(number_of(&clips, &still), expected, "{name} at {t_s}");
        }
    }
}

#[test]
fn seeking_alone_finds_the_frame_in_a_phones_recording() {
    let clips = Clips::new();
    let mut video = opened(&clips.make("a.mp4", &format!("{} {H264}", greys("96x128", 30, 50))));
    for (t_s, grey) in read_all(&mut video).into_iter().skip(1).step_by(5) {
        // On the frame, and between it and the one before.
        for pts in [video.clock.pts_at(t_s), video.clock.pts_at(t_s - 0.01)] {
            let found = video
                .sought_still(pts, video.clock.seconds(pts), None)
                .unwrap();
            let number = number_of(&clips, &found.expect("one seek is enough"));
            assert_eq!(number, frame_number(grey), "at {t_s}");
        }
    }
}

#[test]
fn a_time_between_frames_gives_the_next_one_and_after_the_last_there_is_none() {
    let clips = Clips::new();
    let video = opened(&clips.make("a.mp4", &format!("{} {H264}", greys("96x128", 10, 20))));
    let still = video.still(1.45, None).unwrap();
    assert_eq!(number_of(&clips, &still), 15);
    let error = video.still(7.0, None).unwrap_err();
    assert!(matches!(error, VideoError::NoPictureAt { .. }), "{error}");
}

#[test]
fn a_still_is_upright_scaled_down_and_found_in_a_thinned_out_clip() {
    let clips = Clips::new();
    clips.make(
        "stored.mp4",
        &format!("{} {H264}", greys("320x180", 120, 40)),
    );
    let file = clips.make("a.mov", "-display_rotation 90 -i stored.mp4 -c copy");
    let options = Options {
        max_fps: Some(30.0),
        max_side_px: Some(160),
    };
    let mut video = open(&file, &options).unwrap();
    let frames = read_all(&mut video);
    let (t_s, grey) = frames[6];
    let still = video.still(t_s, Some(80)).unwrap();
    assert_eq!((still.width, still.height), (45, 80));
    assert_eq!(number_of(&clips, &still), frame_number(grey));
}

#[test]
fn colours_survive() {
    let clips = Clips::new();
    // Pure red by the tagged matrix: wrong handling of matrix or range would shift it.
    let red =
        "-f lavfi -i color=red:s=128x128:r=10:d=0.3,scale=out_color_matrix=bt709,format=yuv420p";
    let file = clips.make("red.mp4", &format!("{red} {H264} -colorspace bt709"));
    let still = opened(&file).still(0.0, None).unwrap();
    clips.write("red.jpg", &still.jpeg);
    let rgb = clips.make("red.rgb", "-i red.jpg -f rawvideo -pix_fmt rgb24");
    let rgb = std::fs::read(rgb).unwrap();
    let [r, g, b] = [rgb[0], rgb[1], rgb[2]];
    assert!(r > 245 && g < 10 && b < 10, "red became {r} {g} {b}");
}
