//! Printing for a person who may have closed the terminal or filled the disk.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

use crate::error::CliError;

/// Prints at once. A reader that has left, such as `head`, has seen enough.
pub fn print(text: impl Display) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    let printed = write!(out, "{text}").and_then(|()| out.flush());
    match printed {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|reason| CliError::Output {
            path: "standard output".into(),
            reason,
        }),
    }
}
