//! What can go wrong, said in a sentence or two that tell what to do.

use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("`{tool}` was not found. {remedy}")]
    MissingTool { tool: String, remedy: &'static str },

    #[error(
        "set-up's pinned files are for 64-bit x86 Linux, and this is {os} on {arch}. To work here, put \
         the models, ONNX Runtime 1.31 and ffmpeg into the set-up folder by hand, laid out as \
         CONTRIBUTING.md shows"
    )]
    UnsupportedMachine {
        os: &'static str,
        arch: &'static str,
    },

    #[error(
        "{client} could not fetch {package}. Check the network connection and {client}'s own settings \
         (proxy, offline mode), then run the command again: finished steps are kept.\n\
         {client} said:\n{output}"
    )]
    Fetch {
        client: &'static str,
        package: String,
        output: String,
    },

    #[error(
        "{} is not the pinned file.\n  expected SHA-256 {expected}\n  found    SHA-256 {found}\n{advice}",
        path.display()
    )]
    Checksum {
        path: PathBuf,
        expected: &'static str,
        found: String,
        advice: String,
    },

    #[error("`{command}` failed ({status}).\nIt said:\n{output}")]
    Command {
        command: String,
        status: String,
        output: String,
    },

    #[error("`{command}` ended with {status}; its own message is above")]
    Streamed { command: String, status: String },

    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        action: &'static str,
        path: PathBuf,
        source: io::Error,
    },
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Adds what was being done, and to which file, to an I/O error.
pub trait IoContext<T> {
    fn context(self, action: &'static str, path: &Path) -> Result<T>;
}

impl<T> IoContext<T> for io::Result<T> {
    fn context(self, action: &'static str, path: &Path) -> Result<T> {
        self.map_err(|source| Error::Io {
            action,
            path: path.to_owned(),
            source,
        })
    }
}
