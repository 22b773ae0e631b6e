//! One line per step: what it does, then how long it took.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

#[derive(Debug)]
pub struct Step {
    label: String,
    started: Instant,
    shown_s: u64,
    live: bool,
    finished: bool,
}

impl Step {
    pub fn begin(label: impl Into<String>) -> Self {
        let step = Self {
            label: label.into(),
            started: Instant::now(),
            shown_s: 0,
            live: io::stderr().is_terminal(),
            finished: false,
        };
        eprint!("  {} ...", step.label);
        step
    }

    /// Call now and then: on a terminal the seconds count up, so that a slow step is seen to be alive.
    pub fn tick(&mut self) {
        let elapsed_s = self.started.elapsed().as_secs();
        if self.live && elapsed_s > self.shown_s {
            self.shown_s = elapsed_s;
            eprint!("\r  {} ... {elapsed_s} s", self.label);
            let _ = io::stderr().flush();
        }
    }

    pub fn done(self) {
        self.end("");
    }

    /// With a few words on what came out.
    pub fn done_with(self, outcome: &str) {
        self.end(&format!("{outcome}, "));
    }

    /// With all that was said.
    pub fn failed(self, output: &str) {
        drop(self);
        eprintln!("{output}");
    }

    fn end(mut self, outcome: &str) {
        self.finished = true;
        let took = seconds(self.started.elapsed());
        if self.live {
            eprintln!("\r  {} ... {outcome}{took}", self.label);
        } else {
            eprintln!(" {outcome}{took}");
        }
    }
}

/// A step that fails leaves its line; what follows starts on the next.
impl Drop for Step {
    fn drop(&mut self) {
        if !self.finished {
            eprintln!(" failed");
        }
    }
}

pub fn seconds(duration: Duration) -> String {
    let s = duration.as_secs_f64();
    if s < 60.0 {
        format!("{s:.1} s")
    } else {
        format!("{} min {:02.0} s", (s / 60.0).floor(), s % 60.0)
    }
}

pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_sizes_read_well() {
        assert_eq!(seconds(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
        assert_eq!(megabytes(40_985_403), "41.0 MB");
    }
}
