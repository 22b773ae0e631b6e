//! Where the models, the runtime and ffmpeg are, and where the sessions are kept.

use std::env;
use std::path::{Path, PathBuf};

use crate::error::CliError;

/// The folder that `cargo xtask setup` fills.
#[derive(Debug, Clone)]
pub struct Home(PathBuf);

impl Home {
    /// `DOWEL_HOME`, else `.dowel` in a folder above the program or the working folder, else the user's own.
    pub fn find() -> Result<Self, CliError> {
        if let Some(folder) = set("DOWEL_HOME") {
            return Ok(Home(folder));
        }
        let program = env::current_exe().ok();
        let working = env::current_dir().ok();
        let starts = [program, working].into_iter().flatten();
        let above = starts.flat_map(|start| {
            start
                .ancestors()
                .map(|folder| folder.join(".dowel"))
                .collect::<Vec<_>>()
        });
        above
            .chain(data_folder())
            .find(|folder| folder.join("models").is_dir())
            .map(Home)
            .ok_or_else(|| {
                CliError::Setup(
                    "the pose models are not installed; run `cargo xtask setup` in Dowel's folder, \
                     or point DOWEL_HOME at a folder that it filled"
                        .to_owned(),
                )
            })
    }

    pub fn folder(&self) -> &Path {
        &self.0
    }

    pub fn models(&self) -> PathBuf {
        self.0.join("models")
    }

    pub fn runtime(&self) -> PathBuf {
        self.0.join("runtime").join("libonnxruntime.so")
    }

    pub fn ffmpeg(&self) -> PathBuf {
        self.0.join("bin").join("ffmpeg")
    }
}

/// The history's file unless `--db` names another.
pub fn default_db() -> Option<PathBuf> {
    data_folder().map(|folder| folder.join("sessions.db"))
}

fn data_folder() -> Option<PathBuf> {
    let base = set("XDG_DATA_HOME").or_else(|| Some(set("HOME")?.join(".local").join("share")))?;
    Some(base.join("dowel"))
}

/// A variable that is set to nothing counts as not set.
fn set(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
