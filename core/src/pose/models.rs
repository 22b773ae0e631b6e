//! The networks' files and the runtime that runs them: found, checked, loaded once.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use ort::environment::{Environment, EnvironmentBuilder};
use ort::logging::LogLevel;
use ort::session::Session;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// Which landmark network: larger is steadier and slower.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModelSize {
    Lite,
    #[default]
    Full,
    Heavy,
}

impl ModelSize {
    pub const ALL: [ModelSize; 3] = [ModelSize::Lite, ModelSize::Full, ModelSize::Heavy];

    pub fn as_str(self) -> &'static str {
        match self {
            ModelSize::Lite => "lite",
            ModelSize::Full => "full",
            ModelSize::Heavy => "heavy",
        }
    }

    /// The name stamped on results.
    pub fn version(self) -> &'static str {
        match self {
            ModelSize::Lite => "blazepose-lite-0.5.1675469404",
            ModelSize::Full => "blazepose-full-0.5.1675469404",
            ModelSize::Heavy => "blazepose-heavy-0.5.1675469404",
        }
    }

    /// The name stamped on results for which the back was looked at.
    pub fn back_version(self) -> &'static str {
        match self {
            ModelSize::Lite => "blazepose-lite-mask-0.5.1675469404",
            ModelSize::Full => "blazepose-full-mask-0.5.1675469404",
            ModelSize::Heavy => "blazepose-heavy-mask-0.5.1675469404",
        }
    }

    pub fn file(self) -> ModelFile {
        match self {
            ModelSize::Lite => ModelFile {
                name: "pose_landmark_lite.onnx",
                sha256: "58c6e4bbeb837e0b751bbe7f7f38078bf311a6b1d8f04d31616db7f019533ab3",
            },
            ModelSize::Full => ModelFile {
                name: "pose_landmark_full.onnx",
                sha256: "471d04f504b03aca99a9fb5bd820e456e59f7d226efb4deb2938ba24f226431c",
            },
            ModelSize::Heavy => ModelFile {
                name: "pose_landmark_heavy.onnx",
                sha256: "25fdad0d50dea9d6a2b36e10c886767fd8092b1ffb48d14eef1e1bf486870f40",
            },
        }
    }

    /// The whole network, silhouette included.
    pub fn mask_file(self) -> ModelFile {
        match self {
            ModelSize::Lite => ModelFile {
                name: "pose_landmark_lite_mask.onnx",
                sha256: "98c4009cfa777df58ff30750afc2a3cd3b1ef933a5dd1684c4060317de96da6d",
            },
            ModelSize::Full => ModelFile {
                name: "pose_landmark_full_mask.onnx",
                sha256: "7e15dbcaa7044778b6a11328a11bd2ee02d37747c8a9d8d6d863e39a587c68c1",
            },
            ModelSize::Heavy => ModelFile {
                name: "pose_landmark_heavy_mask.onnx",
                sha256: "98c9195b6d1f8b5c9f1eebcfbed3be360ceb7af7e69da8fda113d7884d4ece4f",
            },
        }
    }
}

impl FromStr for ModelSize {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        ModelSize::ALL
            .into_iter()
            .find(|size| size.as_str() == s)
            .ok_or_else(|| format!("{s:?} is not a model size; choose lite, full or heavy"))
    }
}

/// A network's file name and the digest it must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModelFile {
    pub name: &'static str,
    pub sha256: &'static str,
}

/// The person detector.
pub const DETECTOR: ModelFile = ModelFile {
    name: "pose_detection.onnx",
    sha256: "873252d9ffb2c3c9e86788f4bc7e19ab93984bc20d8c24fc5e126035d0dbb115",
};

#[derive(Debug, Error)]
pub enum ModelError {
    #[error("the model file {name} is missing from {folder}; run `cargo xtask setup` to fetch it")]
    Missing { name: &'static str, folder: PathBuf },
    #[error(
        "the model file {name} is damaged (SHA-256 {found}, expected {expected}); delete it and run `cargo xtask setup`"
    )]
    Checksum {
        name: &'static str,
        found: String,
        expected: &'static str,
    },
    #[error(
        "ONNX Runtime could not be loaded from {path}: {reason}; run `cargo xtask setup` to fetch it"
    )]
    Runtime { path: PathBuf, reason: String },
    #[error("the network failed: {0}")]
    Inference(String),
}

impl From<ort::Error> for ModelError {
    fn from(error: ort::Error) -> Self {
        ModelError::Inference(error.to_string())
    }
}

/// The process's one ONNX Runtime.
#[derive(Debug, Clone)]
pub struct Runtime(Environment);

static RUNTIME: Mutex<Option<Environment>> = Mutex::new(None);

impl Runtime {
    /// Loads the library at `path` on the first call; later calls share it, whatever their path. On iOS it is linked
    /// into the app, and no path means anything.
    pub fn load(path: &Path) -> Result<Self, ModelError> {
        // Exactly one is ever built. ONNX Runtime shares one environment among all builders, so that dropping
        // a second one frees a logger that the first still calls.
        let mut runtime = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(environment) = &*runtime {
            return Ok(Runtime(environment.clone()));
        }
        let error = |reason: String| ModelError::Runtime {
            path: path.to_owned(),
            reason,
        };
        let environment = library(path)
            .map_err(error)?
            .with_name("dowel")
            .with_telemetry(false)
            .with_logger(std::sync::Arc::new(forward_log))
            .build()
            .map_err(|e| error(e.to_string()))?;
        Ok(Runtime(runtime.insert(environment).clone()))
    }

    /// Which build of the library this is: the commit it was made from.
    pub fn build(&self) -> &'static str {
        let info = ort::info();
        let after = info
            .split_once("git-commit-id=")
            .map_or(info, |(_, after)| after);
        after.split(',').next().unwrap_or(after)
    }

    /// Reads, checks and prepares one network.
    pub fn session(
        &self,
        folder: &Path,
        file: ModelFile,
        threads: usize,
    ) -> Result<Session, ModelError> {
        let bytes = read_checked(folder, file)?;
        // The builder's own error type carries the builder; only its text matters here.
        let text = |e: ort::Error<_>| ModelError::Inference(e.to_string());
        let session = Session::builder(&self.0)?
            .with_intra_threads(threads)
            .map_err(text)?
            .with_intra_op_spinning(false)
            .map_err(text)?
            .with_log_level(LogLevel::Warning)
            .map_err(text)?
            .commit_from_memory(&bytes)?;
        Ok(session)
    }
}

#[cfg(not(target_os = "ios"))]
fn library(path: &Path) -> Result<EnvironmentBuilder, String> {
    // Within an Android app's package the library is no file: its name alone is the loader's to find.
    let is_name = path.parent() == Some(Path::new(""));
    if !is_name && !path.is_file() {
        return Err("there is no such file".to_owned());
    }
    ort::init_from(path).map_err(|e| e.to_string())
}

#[cfg(target_os = "ios")]
fn library(_: &Path) -> Result<EnvironmentBuilder, String> {
    Ok(ort::init())
}

fn forward_log(level: LogLevel, _category: &str, _id: &str, _location: &str, message: &str) {
    let level = match level {
        LogLevel::Verbose => log::Level::Trace,
        LogLevel::Info => log::Level::Debug,
        LogLevel::Warning => log::Level::Warn,
        LogLevel::Error | LogLevel::Fatal => log::Level::Error,
    };
    log::log!(target: "onnxruntime", level, "{message}");
}

fn read_checked(folder: &Path, file: ModelFile) -> Result<Vec<u8>, ModelError> {
    let bytes = std::fs::read(folder.join(file.name)).map_err(|_| ModelError::Missing {
        name: file.name,
        folder: folder.to_owned(),
    })?;
    let found: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if found != file.sha256 {
        return Err(ModelError::Checksum {
            name: file.name,
            found,
            expected: file.sha256,
        });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_and_a_damaged_model_say_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let missing = read_checked(folder.path(), DETECTOR).unwrap_err();
        assert!(matches!(missing, ModelError::Missing { .. }));
        std::fs::write(folder.path().join(DETECTOR.name), b"not a network").unwrap();
        let damaged = read_checked(folder.path(), DETECTOR).unwrap_err();
        assert!(matches!(damaged, ModelError::Checksum { .. }));
        for error in [missing, damaged] {
            assert!(error.to_string().contains("cargo xtask setup"), "{error}");
        }
    }

    #[test]
    fn a_missing_runtime_is_an_error_not_a_crash() {
        for path in ["/nowhere/libonnxruntime.so", "libno_such_runtime.so"] {
            let error = Runtime::load(Path::new(path));
            // Another test of this process may have loaded the real one already.
            let loaded = RUNTIME.lock().unwrap().is_some();
            assert!(loaded || matches!(error, Err(ModelError::Runtime { .. })));
        }
    }
}
