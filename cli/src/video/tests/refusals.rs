//! Files that are of no use, each with its own reason.

use std::io;
use std::path::Path;

use super::clips::{Clips, H264, ffmpeg, greys, open};
use crate::video::{Options, Video, VideoError};

fn refusal(file: &Path) -> VideoError {
    open(file, &Options::default()).expect_err("this file is of no use")
}

#[track_caller]
fn assert_refused(file: &Path, expected: fn(&VideoError) -> bool) {
    let error = refusal(file);
    assert!(expected(&error), "{}: {error:?}", file.display());
    let text = error.to_string();
    assert!(!text.contains('\n') && !text.contains("ffmpeg"), "{text}");
}

#[test]
fn missing_empty_and_folder() {
    let clips = Clips::new();
    assert_refused(&clips.path("none.mp4"), |e| {
        matches!(e, VideoError::NotFound)
    });
    assert_refused(&clips.write("empty.mp4", b""), |e| {
        matches!(e, VideoError::Empty)
    });
    assert_refused(clips.path("").as_path(), |e| {
        matches!(e, VideoError::NotAFile)
    });
}

#[test]
fn a_file_that_may_not_be_read() {
    let denied = VideoError::from_open(io::ErrorKind::PermissionDenied.into());
    assert!(matches!(denied, VideoError::Unreadable(_)));

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let clips = Clips::new();
        let file = clips.write("secret.mp4", b"not yours");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
        match std::fs::read(&file) {
            // The administrator may read everything; then it is simply not a video.
            Ok(_) => assert_refused(&file, |e| matches!(e, VideoError::NotAVideo)),
            Err(_) => assert_refused(&file, |e| matches!(e, VideoError::Unreadable(_))),
        }
    }
}

#[test]
fn text_pictures_and_playlists_are_not_videos() {
    let clips = Clips::new();
    let text = "Ten hinges, slowly, with the stick on.\n".repeat(200);
    let good = clips.make("good.mp4", &format!("{} {H264}", greys("96x128", 30, 3)));
    assert!(open(&good, &Options::default()).is_ok());
    let list = "ffconcat version 1.0\nfile good.mp4\n";
    let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\ngood.mp4\n#EXT-X-ENDLIST\n";
    let files = [
        clips.write("text.mp4", text.as_bytes()),
        clips.write("text.txt", text.as_bytes()),
        clips.write("list.ffconcat", list.as_bytes()),
        clips.write("list.mp4", list.as_bytes()),
        clips.write("list.m3u8", playlist.as_bytes()),
        clips.write("noise.bin", &[0x5a; 10_000]),
        clips.make(
            "picture.png",
            "-f lavfi -i testsrc=s=128x128:d=0.1 -frames:v 1",
        ),
    ];
    for file in files {
        assert_refused(&file, |e| matches!(e, VideoError::NotAVideo));
    }
}

#[test]
fn sound_only_with_and_without_a_cover() {
    let clips = Clips::new();
    let sound = clips.make("sound.m4a", "-f lavfi -i sine=d=1");
    clips.make(
        "cover.png",
        "-f lavfi -i testsrc=s=128x128:d=0.1 -frames:v 1",
    );
    let cover = "-i sound.m4a -i cover.png -map 0 -map 1 -c copy -disposition:v attached_pic";
    for file in [sound, clips.make("cover.m4a", cover)] {
        assert_refused(&file, |e| matches!(e, VideoError::NoPictures));
    }
}

#[test]
fn a_recording_without_its_index() {
    let clips = Clips::new();
    for name in ["a.mp4", "a.mov"] {
        let whole = clips.make(name, &format!("{} {H264}", greys("96x128", 30, 30)));
        let bytes = std::fs::read(whole).unwrap();
        let cut = clips.write(&format!("cut-{name}"), &bytes[..bytes.len() / 2]);
        assert_refused(&cut, |e| matches!(e, VideoError::Incomplete));
    }
}

#[test]
fn too_small_to_see_anybody() {
    let clips = Clips::new();
    let dot = "-f lavfi -i color=red:s=1x1:r=10:d=0.5";
    let strip = "-f lavfi -i color=red:s=640x48:r=10:d=0.5 -pix_fmt yuv420p";
    for file in [
        clips.make("dot.gif", dot),
        clips.make("dot.mkv", &format!("{dot} -c:v ffv1")),
    ] {
        assert_refused(&file, |e| {
            matches!(
                e,
                VideoError::TooSmall {
                    width: 1,
                    height: 1
                }
            )
        });
    }
    let file = clips.make("strip.mp4", strip);
    assert_refused(&file, |e| {
        matches!(e, VideoError::TooSmall { height: 48, .. })
    });
}

#[test]
fn too_large_for_memory() {
    let clips = Clips::new();
    let huge = "-f lavfi -i color=s=9000x9000:r=1,trim=end_frame=1 -c:v mjpeg -pix_fmt yuvj420p";
    let file = clips.make("huge.avi", huge);
    assert_refused(&file, |e| {
        matches!(e, VideoError::TooLarge { width: 9000, .. })
    });
}

#[test]
fn pictures_that_cannot_be_decoded() {
    let clips = Clips::new();
    let whole = clips.make(
        "a.mkv",
        &format!("{} -c:v ffv1 -slicecrc 1", greys("96x128", 30, 5)),
    );
    let mut bytes = std::fs::read(whole).unwrap();
    let name = bytes
        .windows(6)
        .position(|w| w == b"V_FFV1")
        .expect("the codec's name");
    bytes[name..name + 6].copy_from_slice(b"V_NONE");
    let file = clips.write("b.mkv", &bytes);
    assert_refused(&file, |e| matches!(e, VideoError::Undecodable));
}

#[test]
fn ffmpeg_missing() {
    let clips = Clips::new();
    let file = clips.make("good.mp4", &format!("{} {H264}", greys("96x128", 30, 3)));
    let not_a_program = clips.write("ffmpeg", b"nothing");
    for ffmpeg in [clips.path("none/ffmpeg"), not_a_program] {
        let error = Video::open(&ffmpeg, &file, &Options::default()).unwrap_err();
        assert!(matches!(error, VideoError::FfmpegMissing(_)), "{error:?}");
        assert!(error.to_string().contains("cargo xtask setup"));
    }
    assert!(Video::open(&ffmpeg(), &file, &Options::default()).is_ok());
}
