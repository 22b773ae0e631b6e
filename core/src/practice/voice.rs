//! One line at a time: what is said now, what waits, and what is no longer worth saying.

use std::cmp::Reverse;

use crate::practice::event::{Event, EventKind, Priority};
use crate::thresholds::{SPEECH_CHARS_PER_S, SPEECH_LEAD_S};

/// Words that want to be spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: String,
    pub text: String,
    pub priority: Priority,
    /// Later than this it helps nobody.
    pub valid_until_s: f64,
}

/// The speaker's tongue: it speaks one line at a time, the most important first.
#[derive(Debug, Clone, Default)]
pub struct Voice {
    waiting: Vec<Line>,
    speaking: Option<Priority>,
    free_from_s: f64,
}

impl Voice {
    pub fn offer(&mut self, line: Line) {
        self.waiting.push(line);
    }

    /// Forgets what waits at this priority or below.
    pub fn forget(&mut self, up_to: Priority) {
        self.waiting.retain(|line| line.priority > up_to);
    }

    /// Forgets the hints that wait: a newer one is truer.
    pub fn forget_hints(&mut self) {
        self.waiting.retain(|line| !line.id.starts_with("hint-"));
    }

    /// When the line being spoken will be over, as far as can be known without hearing it.
    pub fn free_from_s(&self) -> f64 {
        self.free_from_s
    }

    pub fn is_silent(&self, t_s: f64) -> bool {
        t_s >= self.free_from_s && self.waiting.is_empty()
    }

    /// The line to begin at this moment.
    pub fn speak(&mut self, t_s: f64) -> Option<Event> {
        self.waiting.retain(|line| line.valid_until_s >= t_s);
        let next = self.next()?;
        let interrupts = self.waiting[next].priority == Priority::Alert
            && self.speaking != Some(Priority::Alert);
        if t_s < self.free_from_s && !interrupts {
            return None;
        }
        let line = self.waiting.remove(next);
        self.speaking = Some(line.priority);
        self.free_from_s = t_s + seconds(&line.text);
        Some(Event {
            at_s: t_s,
            id: line.id,
            kind: EventKind::Say,
            priority: line.priority,
            text: line.text,
        })
    }

    /// Everything that waits, one after the other: nobody will ask again.
    pub fn finish(&mut self, t_s: f64) -> Vec<Event> {
        let mut events = Vec::new();
        let mut now_s = t_s;
        while !self.waiting.is_empty() {
            now_s = now_s.max(self.free_from_s);
            events.extend(self.speak(now_s));
        }
        events
    }

    /// The most important one, the eldest of equals.
    fn next(&self) -> Option<usize> {
        (0..self.waiting.len()).max_by_key(|&i| (self.waiting[i].priority, Reverse(i)))
    }
}

/// How long a text takes to say.
fn seconds(text: &str) -> f64 {
    SPEECH_LEAD_S + text.chars().count() as f64 / SPEECH_CHARS_PER_S
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, priority: Priority, valid_until_s: f64) -> Line {
        Line {
            id: id.to_owned(),
            text: "a line of thirty characters ok".to_owned(),
            priority,
            valid_until_s,
        }
    }

    fn said(voice: &mut Voice, t_s: f64) -> Option<String> {
        voice.speak(t_s).map(|event| event.id)
    }

    #[test]
    fn one_line_at_a_time_and_the_most_important_first() {
        let mut voice = Voice::default();
        voice.offer(line("count", Priority::Count, 9.0));
        voice.offer(line("cue", Priority::Cue, 9.0));
        voice.offer(line("second cue", Priority::Cue, 9.0));
        assert_eq!(said(&mut voice, 1.0).as_deref(), Some("cue"));
        assert_eq!(said(&mut voice, 1.5), None, "it is still speaking");
        let then_s = voice.free_from_s();
        assert_eq!(said(&mut voice, then_s).as_deref(), Some("second cue"));
    }

    #[test]
    fn what_comes_too_late_is_not_said() {
        let mut voice = Voice::default();
        voice.offer(line("cue", Priority::Cue, 1.0));
        voice.offer(line("count", Priority::Count, 1.2));
        assert_eq!(said(&mut voice, 0.9).as_deref(), Some("cue"));
        assert_eq!(said(&mut voice, 9.0), None);
        assert!(voice.is_silent(9.0));
    }

    #[test]
    fn an_alert_does_not_wait() {
        let mut voice = Voice::default();
        voice.offer(line("guide", Priority::Guide, 9.0));
        voice.speak(0.0);
        voice.offer(line("alert", Priority::Alert, 9.0));
        voice.offer(line("second alert", Priority::Alert, 9.0));
        assert_eq!(said(&mut voice, 0.1).as_deref(), Some("alert"));
        assert_eq!(said(&mut voice, 0.2), None);
    }

    #[test]
    fn at_the_end_nothing_is_left_unsaid() {
        let mut voice = Voice::default();
        voice.offer(line("one", Priority::Guide, 99.0));
        voice.offer(line("two", Priority::Cue, 99.0));
        let events = voice.finish(5.0);
        assert_eq!(events.len(), 2);
        assert!(events[1].at_s > events[0].at_s + 1.0);
    }
}
