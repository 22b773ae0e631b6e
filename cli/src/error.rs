//! What can go wrong, and the exit status that says so.

use std::path::PathBuf;

use dowel_core::pose::ModelError;
use dowel_core::practice::PlanError;
use dowel_core::recording::RecordingError;
use dowel_core::store::StoreError;
use thiserror::Error;

use crate::sessions;
use crate::video::VideoError;

/// One clear line each.
#[derive(Debug, Error)]
pub enum CliError {
    #[error("{file}: {source}")]
    Video { file: String, source: VideoError },
    /// What the argument parser can't see.
    #[error("{0}")]
    Usage(String),
    #[error("{file}: {source}")]
    Recording {
        file: String,
        source: RecordingError,
    },
    #[error("{file}: {reason}; check the name and that you may read it")]
    RecordingFile {
        file: String,
        reason: std::io::Error,
    },
    #[error("{0}")]
    Model(#[from] ModelError),
    #[error("{0}")]
    Setup(String),
    #[error("could not write {path}: {reason}; free some space or choose another place")]
    Output {
        path: PathBuf,
        reason: std::io::Error,
    },
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    Sessions(#[from] sessions::Error),
    #[error("{0}")]
    Plan(#[from] PlanError),
    #[error("there is no drill {0:?}; `dowel drills` lists them")]
    NoSuchDrill(String),
    #[error("could not speak; --speak takes a program that says its argument aloud")]
    Speech,
}

impl CliError {
    /// 2 bad usage, 3 unreadable video or recording, 4 model or runtime missing, 5 a result could not be kept.
    pub fn exit_status(&self) -> u8 {
        match self {
            CliError::Video {
                source: VideoError::FfmpegMissing(_),
                ..
            } => 4,
            CliError::Usage(_) | CliError::Plan(_) | CliError::NoSuchDrill(_) => 2,
            CliError::Video { .. }
            | CliError::Recording { .. }
            | CliError::RecordingFile { .. } => 3,
            CliError::Model(_) | CliError::Setup(_) => 4,
            CliError::Output { .. }
            | CliError::Store(_)
            | CliError::Sessions(_)
            | CliError::Speech => 5,
        }
    }
}
