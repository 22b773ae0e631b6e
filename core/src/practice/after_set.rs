//! The end of a set, the rest, the next one, and the end of it all.

use crate::practice::event::{EventKind, Priority};
use crate::practice::session::Practice;
use crate::practice::set::{SetSummary, Tally};
use crate::practice::stage::{Ending, Stage};
use crate::thresholds::REST_WARN_S;

impl Practice {
    pub(super) fn rest_or_end(&mut self) {
        if self.set_index() >= self.plan.sets {
            self.close(Ending::Finished);
            return;
        }
        self.tell_between_sets();
        self.rest_told = false;
        self.say(
            "say-rest",
            &[("seconds", self.plan.rest_s.into())],
            Priority::Guide,
        );
        self.enter(Stage::Rest);
    }

    pub(super) fn rest(&mut self) {
        let left_s = self.plan.rest_s - self.in_stage_s();
        if left_s <= REST_WARN_S && !self.rest_told && self.plan.rest_s > 2.0 * REST_WARN_S {
            self.rest_told = true;
            self.say(
                "say-rest_ends",
                &[("seconds", REST_WARN_S.into())],
                Priority::Guide,
            );
        }
        if left_s > 0.0 {
            return;
        }
        let set = self.set_index() + 1;
        self.say(
            "say-next_set",
            &[("set", set.into()), ("sets", self.plan.sets.into())],
            Priority::Guide,
        );
        self.hints = Default::default();
        if self.plan.is_watched() {
            self.enter(Stage::SetUp);
        } else {
            self.begin_count_in();
        }
    }

    /// Keeps the set, if there was one.
    pub(super) fn finish_set(&mut self) {
        self.log.returned = false;
        if let Some(mut engine) = self.engine.take() {
            let summary = engine.finish();
            if let Some(rep) = summary.last_rep.clone() {
                self.log.reps.push(rep.clone());
                self.entries.push(rep);
            }
            self.outcomes.push((self.log.count(), summary));
        }
        let log = std::mem::take(&mut self.log);
        let tally = Tally::of(&log.reps, log.count(), self.plan.watched());
        let set = SetSummary {
            index: self.set_index(),
            start_s: self.set_start_s,
            end_s: self.timeline.last_s(),
            corrected: log.corrected,
            led: log.led,
            tally,
        };
        self.before.extend(log.reps);
        self.voice.forget(Priority::Guide);
        self.tell("set_done", EventKind::Haptic, String::new());
        self.tell_of_set(&set);
        self.finished_set = Some(set.clone());
        self.sets.push(set);
    }

    /// Ends the session in the middle of whatever goes on.
    pub(super) fn end(&mut self, ending: Ending) {
        if matches!(self.stage, Stage::Set | Stage::Paused(_)) {
            self.finish_set();
        }
        self.voice.forget(Priority::Cue);
        self.close(ending);
    }

    fn close(&mut self, ending: Ending) {
        self.engine = None;
        self.enter(Stage::Done(ending));
        self.tell_of_session(ending);
    }
}
