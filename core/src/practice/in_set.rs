//! In a set: every repetition counted, the range and the view watched, the person waited for.

use crate::analysis::{FrameFacts, Phase, Rep};
use crate::pose::PoseFrame;
use crate::practice::event::{EventKind, Priority};
use crate::practice::hints::Remark;
use crate::practice::presence::Whereabouts;
use crate::practice::session::{LimitWatch, Practice};
use crate::practice::setup::Hint;
use crate::practice::stage::{Ending, PauseReason, Stage};
use crate::practice::tempo::Beat;
use crate::thresholds::{
    AWAY_ENDS_S, HINT_IN_SET_S, IDLE_ASK_S, IDLE_END_S, LED_REP_S, LIMIT_NEAR_DEG, LIMIT_SAID,
};

impl Practice {
    /// Feeds the engine, and takes what it finds.
    pub(super) fn watch(&mut self, frame: &PoseFrame) -> Option<FrameFacts> {
        let by_hand = self.stage == Stage::Paused(PauseReason::ByHand);
        let engine = self.engine.as_mut().filter(|_| !by_hand)?;
        engine.speak_no_sooner_than(self.voice.free_from_s());
        let update = engine.push(frame);
        let returned = !self.log.returned && engine.has_returned();
        for fact in &update.confirmed {
            let name = self.plan.words.get(&format!("fault-{}-name", fact.id));
            self.tell(&format!("fault-{}", fact.id), EventKind::Show, name);
        }
        if let Some(rep) = update.rep {
            self.take_rep(rep);
        } else if returned {
            self.log.returned = true;
            self.tell_count();
        }
        if let Some(cue) = update.cue {
            self.say_text(&format!("cue-{}", cue.id), cue.text, Priority::Cue);
        }
        Some(update.frame)
    }

    /// It was counted aloud when it came back up; here its top is over and everything about it is known.
    fn take_rep(&mut self, rep: Rep) {
        let told = std::mem::take(&mut self.log.returned);
        let counted = rep.counted;
        self.log.reps.push(rep.clone());
        self.entries.push(rep);
        match (counted, told) {
            (true, false) => self.tell_count(),
            (false, true) => self.show_count(),
            _ => {}
        }
    }

    pub(super) fn set(&mut self, facts: Option<&FrameFacts>, moving: bool) {
        let t_s = self.timeline.last_s();
        if !self.plan.is_watched() {
            self.lead();
        }
        if !self.log.returned && self.log.count() >= self.plan.reps {
            self.finish_set();
            self.rest_or_end();
            return;
        }
        if !self.plan.is_watched() {
            return;
        }
        match self.presence.whereabouts(t_s) {
            Whereabouts::AtThePhone => self.end(Ending::WalkedUp),
            Whereabouts::Lost => self.lose(),
            Whereabouts::Here => {
                self.count_tempo(facts.and_then(|facts| facts.phase));
                self.watch_limit(facts, moving);
                self.watch_view(moving);
                self.watch_idleness(moving);
            }
        }
    }

    /// A drill that is not watched is counted at its pace.
    fn lead(&mut self) {
        let tempo = self.plan.targets.tempo_s;
        let rep_s = tempo.map_or(LED_REP_S, |tempo| tempo.down + tempo.pause + tempo.up);
        let due_s = self.set_start_s + f64::from(self.log.led + 1) * rep_s.max(1.0);
        if self.timeline.last_s() >= due_s {
            self.log.led += 1;
            self.tell_count();
        }
    }

    fn tell_count(&mut self) {
        self.is_active();
        self.tell("rep", EventKind::Haptic, String::new());
        self.show_count();
        let (count, left) = (
            self.log.count(),
            self.plan.reps.saturating_sub(self.log.count()),
        );
        // Numbers are the tempo's where it is counted.
        let plain = if self.tempo.is_some() {
            "say-count_rep"
        } else {
            "say-count"
        };
        let id = if left == 1 && count > 1 {
            "say-count_last"
        } else {
            plain
        };
        self.say(id, &[("count", count.into())], Priority::Count);
    }

    fn count_tempo(&mut self, phase: Option<Phase>) {
        let t_s = self.timeline.last_s();
        let beat = self
            .tempo
            .as_mut()
            .and_then(|tempo| tempo.follow(t_s, phase));
        match beat {
            Some(Beat::Second(n)) => self.say_text("beat", n.to_string(), Priority::Count),
            Some(Beat::Hold) => self.say("say-hold", &[], Priority::Count),
            Some(Beat::Up) => self.say("say-up", &[], Priority::Count),
            None => {}
        }
    }

    /// At the end of the range: a tap each time, a word the first times.
    fn watch_limit(&mut self, facts: Option<&FrameFacts>, moving: bool) {
        if !moving {
            self.limit.reached = false;
            return;
        }
        let depth_deg = facts.and_then(|facts| facts.hip_flexion_deg);
        let at_limit = depth_deg
            .zip(self.plan.turn_at_deg())
            .is_some_and(|(depth_deg, limit_deg)| depth_deg >= limit_deg - LIMIT_NEAR_DEG);
        if !at_limit || self.limit.reached {
            return;
        }
        self.limit = LimitWatch {
            reached: true,
            said: self.limit.said + 1,
        };
        self.tell("limit", EventKind::Haptic, String::new());
        if f64::from(self.limit.said) <= LIMIT_SAID {
            self.say("say-limit", &[], Priority::Cue);
        }
    }

    /// The view is told about between repetitions, and does not stop the set.
    fn watch_view(&mut self, moving: bool) {
        if moving {
            return;
        }
        if self.setup.sees_several() && !self.told_of_others {
            self.told_of_others = true;
            self.say("say-others", &[], Priority::Guide);
        }
        let hint = self
            .setup
            .hint()
            .filter(|hint| *hint != Hint::SeveralPeople);
        let hint = self.lasting(hint);
        match self.hints.remark(self.timeline.last_s(), hint) {
            Some(Remark::Mend(hint)) => {
                self.say(hint.id(), &[], Priority::Guide);
            }
            Some(Remark::Right) => self.say("say-right", &[], Priority::Guide),
            None => {}
        }
    }

    /// Between repetitions people move about; only what lasts is worth a word.
    fn lasting(&mut self, hint: Option<Hint>) -> Option<Hint> {
        let t_s = self.timeline.last_s();
        if hint.is_none() {
            self.wrong_since_s = None;
            return None;
        }
        let since_s = *self.wrong_since_s.get_or_insert(t_s);
        hint.filter(|_| t_s - since_s >= HINT_IN_SET_S)
    }

    fn watch_idleness(&mut self, moving: bool) {
        let t_s = self.timeline.last_s();
        if moving {
            self.is_active();
        }
        let idle_s = t_s - self.last_active_s;
        if idle_s >= IDLE_END_S {
            self.finish_set();
            self.rest_or_end();
        } else if idle_s >= IDLE_ASK_S && !self.asked_if_there {
            self.asked_if_there = true;
            self.say("say-still_there", &[], Priority::Guide);
        }
    }

    /// Nobody needs to be asked whether they are still there.
    pub(super) fn is_active(&mut self) {
        self.last_active_s = self.timeline.last_s();
        self.asked_if_there = false;
    }

    fn lose(&mut self) {
        self.voice.forget(Priority::Guide);
        self.say("say-lost", &[], Priority::Alert);
        self.enter(Stage::Paused(PauseReason::Lost));
        self.hints = Default::default();
        self.hints.has_asked(self.since_s, Hint::NoPerson);
    }

    pub(super) fn paused(&mut self, reason: PauseReason) {
        let t_s = self.timeline.last_s();
        if self.presence.whereabouts(t_s) == Whereabouts::AtThePhone {
            // Pausing by hand means being at the phone.
            if reason == PauseReason::Lost {
                self.end(Ending::WalkedUp);
            }
            return;
        }
        if reason == PauseReason::ByHand {
            return;
        }
        if self.setup.is_right() {
            self.go_on();
        } else if self.in_stage_s() >= AWAY_ENDS_S {
            self.end(Ending::Left);
        } else if let Some(Remark::Mend(hint)) = self.hints.remark(t_s, self.setup.hint()) {
            self.say(hint.id(), &[], Priority::Guide);
        }
    }

    pub(super) fn go_on(&mut self) {
        self.voice.forget(Priority::Guide);
        self.hints = Default::default();
        self.last_active_s = self.timeline.last_s();
        if self.stage == Stage::Paused(PauseReason::Lost) {
            let count = self.log.count();
            self.say(
                "say-there_you_are",
                &[("count", count.into())],
                Priority::Alert,
            );
        } else {
            self.say("say-go_on", &[], Priority::Alert);
        }
        self.enter(Stage::Set);
    }
}
