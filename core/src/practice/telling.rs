//! What a set and a session are summed up with, aloud: what went well, the one thing to change, the drill for it.

use crate::practice::event::Priority;
use crate::practice::pain::STOP_LINES;
use crate::practice::session::Practice;
use crate::practice::set::{SetSummary, Tally, WentWell};
use crate::practice::stage::Ending;

impl Practice {
    pub(super) fn tell_of_set(&mut self, set: &SetSummary) {
        let tally = &set.tally;
        let values = [("reps", tally.reps.into()), ("clean", tally.clean.into())];
        let id = if tally.judged > 0 {
            "say-set_done"
        } else {
            "say-set_done_unjudged"
        };
        self.say(id, &values, Priority::Guide);
    }

    /// After the last set the session's own words follow instead.
    pub(super) fn tell_between_sets(&mut self) {
        if let Some(tally) = self.sets.last().map(|set| set.tally.clone()) {
            self.tell_what_went_well(&tally);
            self.tell_the_change(&tally);
        }
    }

    pub(super) fn tell_of_session(&mut self, ending: Ending) {
        if ending == Ending::Pain {
            for id in STOP_LINES {
                self.say(id, &[], Priority::Guide);
            }
            return;
        }
        if ending == Ending::Left {
            self.say("say-left", &[], Priority::Guide);
        }
        let total = self.total();
        if total.reps == 0 {
            self.say("say-nothing_done", &[], Priority::Guide);
            return;
        }
        if self.sets.len() > 1 {
            let values = [
                ("sets", (self.sets.len() as u32).into()),
                ("reps", total.reps.into()),
                ("clean", total.clean.into()),
            ];
            let id = if total.judged > 0 {
                "say-session_done"
            } else {
                "say-session_done_unjudged"
            };
            self.say(id, &values, Priority::Guide);
        }
        self.tell_what_went_well(&total);
        self.tell_the_change(&total);
        self.tell_the_drill(&total);
        if total.back_unseen.is_some() {
            self.say("say-back_unseen", &[], Priority::Guide);
        }
        self.say("say-how_was_it", &[], Priority::Guide);
    }

    fn tell_what_went_well(&mut self, tally: &Tally) {
        if tally.judged == 0 {
            return;
        }
        let fault = match tally.went_well {
            WentWell::Mended(id) => self.plan.words.get(&format!("fault-{id}-name")),
            _ => String::new(),
        };
        let values = [("fault", fault.as_str().into())];
        self.say(tally.went_well_id(), &values, Priority::Guide);
    }

    fn tell_the_change(&mut self, tally: &Tally) {
        let Some(id) = tally.change else { return };
        let cue = self.plan.words.get(&format!("cue-{id}"));
        self.say(
            "say-change",
            &[("cue", cue.as_str().into())],
            Priority::Guide,
        );
    }

    fn tell_the_drill(&mut self, tally: &Tally) {
        let Some(drill) = &tally.drill else { return };
        if *drill == self.plan.drill.id {
            return;
        }
        let name = self.plan.words.get(&format!("drill-{drill}-name"));
        self.say(
            "say-drill",
            &[("drill", name.as_str().into())],
            Priority::Guide,
        );
    }
}
