//! A session written down: what was heard, with its times, and the stages in brackets.

use crate::practice::{EventKind, Stage, Update};

/// Writes a session down as it goes on.
#[derive(Debug, Clone, Default)]
pub struct Transcript {
    stage: Option<Stage>,
}

impl Transcript {
    /// The lines that an update adds.
    pub fn lines(&mut self, update: &Update) -> Vec<String> {
        let mut lines = Vec::new();
        if self.stage != Some(update.stage) {
            self.stage = Some(update.stage);
            lines.push(format!("        [{}]", name(update.stage)));
        }
        let spoken = update.events.iter().filter(|e| e.kind == EventKind::Say);
        lines.extend(spoken.map(|event| format!("{:6.1}  {}", event.at_s, event.text)));
        lines
    }
}

/// As in `paused, by hand`.
fn name(stage: Stage) -> String {
    let stage = serde_json::to_value(stage).unwrap_or_default();
    let word = |key: &str| Some(stage.get(key)?.as_str()?.replace('_', " "));
    let words: Vec<String> = ["stage", "why"].into_iter().filter_map(word).collect();
    words.join(", ")
}
