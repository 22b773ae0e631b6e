//! Running other programs: quietly, streamed, or streamed and read.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use crate::error::{Error, IoContext, Result};
use crate::progress::Step;

/// The end of a quiet program: its status and everything it wrote.
#[derive(Debug)]
pub struct Finished {
    pub status: ExitStatus,
    pub output: String,
}

/// Runs `command` without showing what it writes, keeping the clock of `step` going.
/// `remedy` says how to get the program where it is missing.
pub fn quietly(command: &mut Command, step: &mut Step, remedy: &'static str) -> Result<Finished> {
    // A file, not a pipe: nothing has to be drained while the program runs.
    let mut log = temporary_file()?;
    let both = || {
        log.try_clone()
            .context("write", "a temporary file".as_ref())
    };
    command.stdin(Stdio::null()).stdout(both()?).stderr(both()?);
    let mut child = command
        .spawn()
        .map_err(|error| not_started(command, error, remedy))?;
    let name = program(command);
    let status = loop {
        if let Some(status) = child.try_wait().context("wait for", name.as_ref())? {
            break status;
        }
        thread::sleep(Duration::from_millis(50));
        step.tick();
    };
    let mut bytes = Vec::new();
    log.seek(SeekFrom::Start(0))
        .and_then(|_| log.read_to_end(&mut bytes))
        .context("read", "a temporary file".as_ref())?;
    let output = String::from_utf8_lossy(&bytes).trim().to_owned();
    Ok(Finished { status, output })
}

/// Like [`quietly`], where anything but success is an error that shows the last lines written.
pub fn quietly_to_success(
    command: &mut Command,
    step: &mut Step,
    remedy: &'static str,
) -> Result<()> {
    let finished = quietly(command, step, remedy)?;
    if finished.status.success() {
        return Ok(());
    }
    Err(Error::Command {
        command: shown(command),
        status: finished.status.to_string(),
        output: last_lines(&finished.output),
    })
}

/// Runs `command` with its output going straight to the person.
pub fn streamed(command: &mut Command, remedy: &'static str) -> Result<ExitStatus> {
    command
        .status()
        .map_err(|error| not_started(command, error, remedy))
}

/// Like [`streamed`], where anything but success is an error.
pub fn streamed_to_success(command: &mut Command, remedy: &'static str) -> Result<()> {
    let status = streamed(command, remedy)?;
    expect_success(command, status)
}

/// Anything but success is an error, for a program whose own message was shown.
pub fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(Error::Streamed {
        command: shown(command),
        status: status.to_string(),
    })
}

/// Runs `command`, shows its standard output as it comes and hands each line to `read`.
pub fn read_lines(
    command: &mut Command,
    remedy: &'static str,
    mut read: impl FnMut(&str),
) -> Result<ExitStatus> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, error, remedy))?;
    let name = program(command);
    let stdout = child.stdout.take().expect("stdout was piped above");
    let mut lines = BufReader::new(stdout);
    let mut line = Vec::new();
    while lines
        .read_until(b'\n', &mut line)
        .context("read from", name.as_ref())?
        > 0
    {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\r', '\n']);
        println!("{text}");
        read(text);
        line.clear();
    }
    child.wait().context("wait for", name.as_ref())
}

fn temporary_file() -> Result<File> {
    tempfile::tempfile().context("create", "a temporary file".as_ref())
}

fn not_started(command: &Command, error: io::Error, remedy: &'static str) -> Error {
    let tool = program(command);
    if error.kind() == io::ErrorKind::NotFound {
        return Error::MissingTool { tool, remedy };
    }
    Error::Io {
        action: "start",
        path: tool.into(),
        source: error,
    }
}

fn program(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// The command line, for messages.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The end of a program's output, where the reason stands.
pub fn last_lines(output: &str) -> String {
    const KEPT: usize = 12;
    let lines: Vec<&str> = output.lines().collect();
    lines[lines.len().saturating_sub(KEPT)..]
        .iter()
        .map(|line| format!("  {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        let error =
            streamed(&mut Command::new("dowel-no-such-program"), "Install it.").unwrap_err();
        assert_eq!(
            error.to_string(),
            "`dowel-no-such-program` was not found. Install it."
        );
    }

    #[test]
    fn a_quiet_failure_shows_what_the_program_said() {
        let mut step = Step::begin("test");
        let mut command = Command::new("sh");
        command.args(["-c", "echo reason >&2; exit 3"]);
        let text = quietly_to_success(&mut command, &mut step, "")
            .unwrap_err()
            .to_string();
        assert!(text.contains("reason") && text.contains('3'), "{text}");
    }

    #[test]
    fn lines_are_handed_over_as_written() {
        let mut seen = Vec::new();
        let mut command = Command::new("printf");
        command.arg("one\ntwo");
        let status = read_lines(&mut command, "", |line| seen.push(line.to_owned())).unwrap();
        assert!(status.success());
        assert_eq!(seen, ["one", "two"]);
    }
}
