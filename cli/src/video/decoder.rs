//! A running ffmpeg: its frames on one pipe, its log on another.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, ChildStdout};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::error::VideoError;
use super::messages::{FrameNote, Messages, Source};

/// Longer lines are cut: a file's own texts are printed too, and may be of any length.
const LINE_BYTES: usize = 4096;

/// The child is killed and reaped when this is dropped.
///
/// Memory does not grow with the video: frames wait in the pipe, which holds a fixed number of bytes and
/// makes ffmpeg wait when it is full. The log is read as it comes, so that ffmpeg never waits for it;
/// it can run ahead of the frames only by the few that ffmpeg itself holds.
#[derive(Debug)]
pub(super) struct Decoder {
    child: Child,
    stdout: Option<ChildStdout>,
    notes: Receiver<Note>,
    log_reader: Option<JoinHandle<Messages>>,
}

#[derive(Debug)]
enum Note {
    Source(Box<Source>),
    Frame(FrameNote),
}

/// How a run of ffmpeg ended.
#[derive(Debug)]
pub(super) struct Ending {
    pub messages: Messages,
    pub exit_code: i32,
}

impl Decoder {
    pub fn new(mut child: Child) -> Self {
        let stderr = child.stderr.take().expect("standard error is piped");
        let stdout = child.stdout.take();
        let (sender, notes) = mpsc::channel();
        let log_reader = thread::spawn(move || read_log(BufReader::new(stderr), &sender));
        Decoder {
            child,
            stdout,
            notes,
            log_reader: Some(log_reader),
        }
    }

    /// Waits for the header and the first frame's note; None when ffmpeg ended without a frame.
    pub fn start(&mut self) -> Option<(Source, FrameNote)> {
        let Ok(Note::Source(source)) = self.notes.recv() else {
            return None;
        };
        Some((*source, self.next_note()?))
    }

    /// Waits for the next frame's note; None at the end.
    pub fn next_note(&mut self) -> Option<FrameNote> {
        match self.notes.recv() {
            Ok(Note::Frame(note)) => Some(note),
            _ => None,
        }
    }

    /// Fills `frame`; false when the frame is not there in full.
    pub fn read_frame(&mut self, frame: &mut [u8]) -> bool {
        let Some(stdout) = self.stdout.as_mut() else {
            return false;
        };
        stdout.read_exact(frame).is_ok()
    }

    /// All that is left on standard output, at most `limit` bytes.
    pub fn read_rest(&mut self, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if let Some(stdout) = self.stdout.as_mut() {
            stdout.take(limit).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }

    /// Waits for the end of ffmpeg. Call it when there is nothing left to read.
    ///
    /// # Errors
    /// [`VideoError::FfmpegStopped`] when it was killed by a signal.
    pub fn finish(&mut self) -> Result<Ending, VideoError> {
        self.stdout = None;
        let messages = self.join_log_reader();
        if let Some(error) = &messages.last_error {
            log::debug!("ffmpeg: {error}");
        }
        let status = self.child.wait().ok().and_then(|status| status.code());
        Ok(Ending {
            messages,
            exit_code: status.ok_or(VideoError::FfmpegStopped)?,
        })
    }

    fn join_log_reader(&mut self) -> Messages {
        self.log_reader
            .take()
            .and_then(|thread| thread.join().ok())
            .unwrap_or_default()
    }
}

#[cfg(test)]
impl Decoder {
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn notes_waiting(&self) -> usize {
        self.notes.try_iter().count()
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        // Both fail only when the child is gone already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.join_log_reader();
    }
}

fn read_log(mut log: impl BufRead, notes: &Sender<Note>) -> Messages {
    let mut messages = Messages::default();
    let mut line = Vec::new();
    let mut started = false;
    // Nobody listens any more once the video is dropped; reading on lets ffmpeg come to its end.
    while let Ok(true) = read_line(&mut log, &mut line) {
        let Some(frame) = messages.line(&String::from_utf8_lossy(&line)) else {
            continue;
        };
        if !started {
            started = true;
            let _ = notes.send(Note::Source(Box::new(messages.source.clone())));
        }
        let _ = notes.send(Note::Frame(frame));
    }
    messages
}

/// Reads one line and keeps its first [`LINE_BYTES`]; false at the end.
fn read_line(log: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let chunk = log.fill_buf()?;
        if chunk.is_empty() {
            return Ok(any);
        }
        any = true;
        let newline = chunk.iter().position(|&byte| byte == b'\n');
        let text = &chunk[..newline.unwrap_or(chunk.len())];
        line.extend_from_slice(&text[..text.len().min(LINE_BYTES - line.len())]);
        let used = newline.map_or(chunk.len(), |at| at + 1);
        log.consume(used);
        if newline.is_some() {
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_line_is_cut_and_the_next_one_is_whole() {
        let text = format!("{}\nsecond\n\nlast", "x".repeat(20_000));
        let mut log = BufReader::with_capacity(100, text.as_bytes());
        let mut line = Vec::new();
        let mut lines = Vec::new();
        while read_line(&mut log, &mut line).unwrap() {
            lines.push(String::from_utf8(line.clone()).unwrap());
        }
        assert_eq!(lines[0].len(), LINE_BYTES);
        assert_eq!(lines[1..], ["second", "", "last"]);
    }
}
