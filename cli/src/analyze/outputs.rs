//! The files a person asked for.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{File, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use dowel_core::analysis::FrameFacts;
use dowel_core::pose::PoseFrame;
use dowel_core::recording::RecordingWriter;
use dowel_core::report::{self, KeyPicture, ReportInput};
use dowel_core::store::rfc3339;
use dowel_core::words::Words;
use serde::Serialize;

use crate::analyze::Args;
use crate::analyze::keep::now_ms;
use crate::analyze::pass::Passed;
use crate::error::CliError;

/// A report's picture is this long at most.
const PICTURE_SIDE_PX: u32 = 640;

/// Where this video's results go.
#[derive(Debug)]
pub struct Outputs {
    json: Option<PathBuf>,
    frames: Option<PathBuf>,
    report: Option<PathBuf>,
    record: Option<PathBuf>,
}

impl Outputs {
    pub fn plan(args: &Args, video: &Path, several: bool) -> Self {
        let place = |wanted: &Option<PathBuf>, extension: &str| {
            let path = wanted.as_ref()?;
            if !several {
                return Some(path.clone());
            }
            let mut name = video.file_stem().unwrap_or(OsStr::new("video")).to_owned();
            name.push(extension);
            Some(path.join(name))
        };
        Outputs {
            json: place(&args.json, ".json"),
            frames: place(&args.frames, ".jsonl"),
            report: place(&args.report, ".html"),
            record: place(&args.record, ".dowelrec"),
        }
    }

    fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        [&self.json, &self.frames, &self.report, &self.record]
            .into_iter()
            .flatten()
    }

    /// The file of per-frame lines, written as the video runs.
    pub fn frame_lines(&self) -> Result<FrameLines, CliError> {
        FrameLines::create(self.frames.as_deref())
    }

    /// The recording, written as the video runs. The size is that of the pictures analysed.
    pub fn recorder(&self, width_px: u32, height_px: u32) -> Result<Recorder, CliError> {
        let Some(path) = &self.record else {
            return Ok(Recorder(None));
        };
        create(path)
            .and_then(|file| RecordingWriter::new(BufWriter::new(file), width_px, height_px))
            .map(|writer| Recorder(Some((writer, path.clone()))))
            .map_err(|reason| output_error(path, reason))
    }

    pub fn write(&self, name: &str, passed: &Passed, words: &Words) -> Result<(), CliError> {
        if let Some(path) = &self.json {
            write_json(path, &passed.analysis)?;
        }
        if let Some(path) = &self.report {
            write_whole(path, report_of(name, passed, words)?.as_bytes())?;
        }
        Ok(())
    }

    /// What was written, for the person.
    pub fn list(&self, db: Option<&Path>) -> String {
        let files = [
            ("report", self.report.as_deref()),
            ("analysis", self.json.as_deref()),
            ("frames", self.frames.as_deref()),
            ("recording", self.record.as_deref()),
            ("sessions", db),
        ];
        let mut text = String::new();
        for (what, path) in files {
            if let Some(path) = path {
                let _ = writeln!(text, "  {what:<9} {}", path.display());
            }
        }
        text
    }
}

/// No result may be written over another, nor over a video.
pub fn check(outputs: &[Outputs], videos: &[PathBuf]) -> Result<(), CliError> {
    let real = |path: &PathBuf| path.canonicalize().ok();
    let videos: Vec<PathBuf> = videos.iter().filter_map(real).collect();
    let mut taken = HashSet::new();
    for path in outputs.iter().flat_map(Outputs::paths) {
        if !taken.insert(path) {
            return Err(CliError::Usage(format!(
                "two results would be written to {}; give each a file of its own",
                path.display()
            )));
        }
        if real(path).is_some_and(|file| videos.contains(&file)) {
            return Err(CliError::Usage(format!(
                "{} is the video itself; write the result to another file",
                path.display()
            )));
        }
    }
    Ok(())
}

/// One line of JSON a frame; nothing when nobody asked.
#[derive(Debug)]
pub struct FrameLines(Option<(BufWriter<File>, PathBuf)>);

impl FrameLines {
    pub fn create(path: Option<&Path>) -> Result<Self, CliError> {
        let Some(path) = path else {
            return Ok(FrameLines(None));
        };
        let file = create(path).map_err(|reason| output_error(path, reason))?;
        Ok(FrameLines(Some((BufWriter::new(file), path.to_owned()))))
    }

    pub fn write(&mut self, facts: &FrameFacts) -> Result<(), CliError> {
        let Some((file, path)) = &mut self.0 else {
            return Ok(());
        };
        serde_json::to_writer(&mut *file, facts)
            .map_err(io::Error::from)
            .and_then(|()| file.write_all(b"\n"))
            .map_err(|reason| output_error(path, reason))
    }

    pub fn finish(self) -> Result<(), CliError> {
        let Some((mut file, path)) = self.0 else {
            return Ok(());
        };
        file.flush().map_err(|reason| output_error(&path, reason))
    }
}

/// The pose frames as they come; nothing when nobody asked.
#[derive(Debug)]
pub struct Recorder(Option<(RecordingWriter<BufWriter<File>>, PathBuf)>);

impl Recorder {
    pub fn frame(&mut self, frame: &PoseFrame) -> Result<(), CliError> {
        let Some((writer, path)) = &mut self.0 else {
            return Ok(());
        };
        writer
            .frame(frame)
            .map_err(|reason| output_error(path, reason))
    }

    pub fn finish(self) -> Result<(), CliError> {
        let Some((writer, path)) = self.0 else {
            return Ok(());
        };
        writer
            .finish()
            .map_err(|reason| output_error(&path, reason))
    }
}

/// The analysis as `dowel.analysis/1`.
pub fn write_json(path: &Path, result: &impl Serialize) -> Result<(), CliError> {
    let mut text = serde_json::to_string_pretty(result).expect("a result is plain data");
    text.push('\n');
    write_whole(path, text.as_bytes())
}

fn report_of(name: &str, passed: &Passed, words: &Words) -> Result<String, CliError> {
    let pictures = report::key_moments(&passed.analysis, &passed.frames)
        .into_iter()
        .filter_map(|moment| {
            // The picture and the skeleton drawn on it must be of the same frame.
            let t_s = nearest_pose_s(&passed.frames, moment.t_s).unwrap_or(moment.t_s);
            // A picture that can't be had is left out; the report is still worth reading.
            let still = passed.video.still(t_s, Some(PICTURE_SIDE_PX)).ok()?;
            let info = passed.video.info();
            Some(KeyPicture {
                t_s,
                rep: moment.rep,
                kind: moment.kind,
                jpeg: still.jpeg,
                width: still.width,
                height: still.height,
                source_width: info.width,
                source_height: info.height,
            })
        })
        .collect::<Vec<_>>();
    let drawn_up = rfc3339(now_ms());
    Ok(report::html(&ReportInput {
        words,
        title: name,
        drawn_up: drawn_up.split('T').next().unwrap_or(&drawn_up),
        analysis: &passed.analysis,
        frames: &passed.frames,
        pictures: &pictures,
    }))
}

/// The time of the frame nearest to `t_s` in which somebody was seen.
fn nearest_pose_s(frames: &[FrameFacts], t_s: f64) -> Option<f64> {
    let seen = frames.iter().filter(|frame| frame.landmarks.is_some());
    seen.map(|frame| frame.t_s)
        .min_by(|a, b| (a - t_s).abs().total_cmp(&(b - t_s).abs()))
}

/// Makes the folder, too.
fn create(path: &Path) -> io::Result<File> {
    std::fs::create_dir_all(folder_of(path))?;
    File::create(path)
}

/// All or nothing: a full disk leaves the old file, never half of a new one.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let folder = folder_of(path);
    let write = || -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        // Readable as any file the person makes; a temporary one would be private.
        let ordinary = Permissions::from_mode(0o666);
        let mut file = tempfile::Builder::new()
            .permissions(ordinary)
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|reason| output_error(path, reason))
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

fn output_error(path: &Path, reason: io::Error) -> CliError {
    CliError::Output {
        path: path.to_owned(),
        reason,
    }
}
