//! Where one test works: a folder of its own, and the program run in it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Small, quick to write, nobody in it.
pub const NOBODY: &str = "-f lavfi -i testsrc=s=160x120:r=10:d=1 -c:v libx264 -pix_fmt yuv420p";
/// The demo's first repetition with the standing before it; options to write it follow.
pub const FIRST_REP: &str = "-t 5.9 -i demo.mp4 -c:v libx264 -preset ultrafast -crf 16";

/// The set-up folder, complete.
pub fn setup_folder() -> PathBuf {
    let folders = match std::env::var_os("DOWEL_HOME") {
        Some(folder) => vec![PathBuf::from(folder)],
        None => Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .map(|folder| folder.join(".dowel"))
            .collect(),
    };
    let needed = [
        "bin/ffmpeg",
        "runtime/libonnxruntime.so",
        "models/pose_detection.onnx",
        "models/pose_landmark_lite.onnx",
        "models/pose_landmark_full.onnx",
    ];
    folders
        .into_iter()
        .find(|folder| needed.iter().all(|file| folder.join(file).is_file()))
        .expect("the set-up is missing or not complete: run `cargo xtask setup`")
}

/// A folder, erased when dropped; the history and everything else the program may keep stay in it.
pub struct Place(TempDir);

impl Place {
    pub fn new() -> Self {
        Place(tempfile::tempdir().expect("a temporary folder"))
    }

    /// With the demo clip in it, as `demo.mp4`.
    pub fn with_demo() -> Self {
        let place = Place::new();
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/demo/demo.mp4");
        std::fs::copy(demo, place.path("demo.mp4")).expect("the demo clip is in the repository");
        place
    }

    pub fn path(&self, name: impl AsRef<OsStr>) -> PathBuf {
        self.0.path().join(name.as_ref())
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).expect("the temporary folder can be written");
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    pub fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// Runs ffmpeg with `arguments`, words divided by spaces, to write `name`.
    pub fn make(&self, name: &str, arguments: &str) {
        let output = Command::new(setup_folder().join("bin/ffmpeg"))
            .current_dir(self.0.path())
            .args(["-v", "error", "-nostdin", "-y"])
            .args(arguments.split_whitespace())
            .arg(name)
            .output()
            .expect("ffmpeg runs");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "making {name}: {complaint}");
    }

    /// `program`, to be run in this folder with its own history and a complete set-up.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.0.path())
            .env("DOWEL_HOME", setup_folder())
            .env("HOME", self.path("home"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env_remove("DOWEL_LOG")
            .stdin(Stdio::null());
        command
    }

    /// `dowel analyze` with `arguments`, words divided by spaces.
    pub fn analyze(&self, arguments: &str) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_dowel"));
        command.arg("analyze").args(arguments.split_whitespace());
        command
    }

    pub fn run(&self, arguments: &str) -> Ran {
        Ran::of(&mut self.analyze(arguments))
    }

    /// Analyses what must succeed in silence, and gives its JSON.
    #[track_caller]
    pub fn analysis(&self, arguments: &str) -> Value {
        let ran = self.run(&format!("{arguments} --quiet --no-db --json a.json"));
        ran.assert_status(0);
        ran.assert_silent();
        self.json("a.json")
    }
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn of(command: &mut Command) -> Self {
        Ran::from(command.output().expect("the program starts"))
    }

    #[track_caller]
    pub fn assert_status(&self, status: i32) {
        assert_eq!(self.status, Some(status), "{self:#?}");
    }

    #[track_caller]
    pub fn assert_silent(&self) {
        assert!(
            self.stdout.is_empty() && self.stderr.is_empty(),
            "{self:#?}"
        );
    }

    /// Refused with `status` and one clear line that holds `words`, and nothing else anywhere.
    #[track_caller]
    pub fn assert_refused(&self, status: i32, words: &[&str]) {
        self.assert_status(status);
        assert!(self.stdout.is_empty(), "{self:#?}");
        self.assert_line(words);
    }

    /// Exactly one line on standard error, Dowel's own, that holds `words`.
    #[track_caller]
    pub fn assert_line(&self, words: &[&str]) {
        let mut lines = self.stderr.lines();
        let line = lines.next().unwrap_or_default();
        assert!(lines.next().is_none(), "more than one line: {self:#?}");
        assert!(line.starts_with("dowel: "), "{self:#?}");
        for word in words {
            assert!(line.contains(word), "{word:?} is not said: {self:#?}");
        }
        for babble in ["panicked", "[error]", "[fatal]", "moov", "Error {", "None"] {
            assert!(!line.contains(babble), "{self:#?}");
        }
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Ran {
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

/// The counted repetitions.
pub fn reps(analysis: &Value) -> Vec<&Value> {
    let reps = analysis["reps"].as_array().expect("a list of reps");
    reps.iter().filter(|rep| rep["counted"] == true).collect()
}

/// The number called `key`.
#[track_caller]
pub fn number(of: &Value, key: &str) -> f64 {
    of[key]
        .as_f64()
        .unwrap_or_else(|| panic!("{key} is {}", of[key]))
}

/// The ids of the faults seen in a repetition.
pub fn faults(rep: &Value) -> Vec<&str> {
    let facts = rep["faults"].as_array().expect("a list of faults");
    facts
        .iter()
        .filter(|fact| fact["verdict"] == "fault")
        .map(|fact| fact["id"].as_str().expect("an id"))
        .collect()
}

/// `value` is `expected`, give or take `tolerance`.
#[track_caller]
pub fn assert_near(value: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(
        (value - expected).abs() <= tolerance,
        "{what}: {value} is not {expected} ± {tolerance}"
    );
}
