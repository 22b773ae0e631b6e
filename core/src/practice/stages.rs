//! What a frame does in each stage.

use crate::analysis::{CantTellReason, FrameFacts, Phase, Rep};
use crate::engine::{Engine, Settings};
use crate::pose::PoseFrame;
use crate::practice::count_in::{CountIn, Step};
use crate::practice::event::{EventKind, Priority};
use crate::practice::hints::Remark;
use crate::practice::presence::Whereabouts;
use crate::practice::session::{Ending, LimitWatch, PauseReason, Practice, Stage};
use crate::practice::set::{SetLog, SetSummary, Tally};
use crate::practice::setup::Hint;
use crate::practice::tempo::Beat;
use crate::thresholds::{
    AWAY_ENDS_S, HINT_IN_SET_S, HOLD_STILL_MAX_S, IDLE_ASK_S, IDLE_END_S, LED_REP_S,
    LIMIT_NEAR_DEG, LIMIT_SAID, REST_WARN_S,
};

impl Practice {
    /// The facts of the movement while it is watched.
    pub(super) fn advance(&mut self, frame: &PoseFrame) -> Option<FrameFacts> {
        let facts = self.watch(frame);
        let moving = facts.as_ref().is_some_and(|facts| facts.phase.is_some());
        match self.stage {
            Stage::SetUp => self.set_up(),
            Stage::HoldStill => self.hold_still(moving),
            Stage::CountIn => self.count_in(moving),
            Stage::Set => self.set(facts.as_ref(), moving),
            Stage::Paused(reason) => self.paused(reason),
            Stage::Rest => self.rest(),
            Stage::Done(_) => {}
        }
        facts
    }

    /// Feeds the engine, and takes what it finds.
    fn watch(&mut self, frame: &PoseFrame) -> Option<FrameFacts> {
        let by_hand = self.stage == Stage::Paused(PauseReason::ByHand);
        let engine = self.engine.as_mut().filter(|_| !by_hand)?;
        engine.speak_no_sooner_than(self.voice.free_from_s());
        let update = engine.push(frame);
        let returned = engine.has_returned();
        for fact in &update.confirmed {
            let name = self.plan.words.get(&format!("fault-{}-name", fact.id));
            self.tell(&format!("fault-{}", fact.id), EventKind::Show, name);
        }
        if let Some(rep) = update.rep {
            self.take_rep(rep);
        } else if returned && !self.log.returned {
            self.log.returned = true;
            self.tell_count();
        }
        if let Some(cue) = update.cue {
            self.say_text(&format!("cue-{}", cue.id), cue.text, Priority::Cue);
        }
        Some(update.frame)
    }

    fn set_up(&mut self) {
        let first = self.hints.is_new();
        match self.hints.remark(self.timeline.last_s(), self.setup.hint()) {
            Some(Remark::Mend(hint)) => {
                if first && self.sets.is_empty() && hint == Hint::NoPerson {
                    let text = self.plan.words.get(&self.plan.drill.text_id("setup"));
                    self.say_text("setup", text, Priority::Guide);
                }
                self.voice.forget_hints();
                self.say_text(hint.id(), self.plan.words.get(hint.id()), Priority::Guide);
            }
            Some(Remark::Right) => {
                self.voice.forget_hints();
                self.say("say-right", &[], Priority::Guide);
            }
            None => {}
        }
        if self.setup.is_right() {
            self.begin_holding_still();
        }
    }

    fn begin_holding_still(&mut self) {
        let settings = Settings {
            targets: self.plan.targets,
            cue_frequency: self.plan.cue_frequency,
            words: self.plan.words.clone(),
            watched: Some(self.plan.watched().to_vec()),
        };
        let entries = self.before.len() as u32;
        let picture = self.picture;
        let engine = Engine::new(settings, picture.width_px, picture.height_px);
        self.engine = Some(engine.going_on_from(entries));
        self.enter(Stage::HoldStill);
        self.say("say-hold_still", &[], Priority::Guide);
    }

    fn hold_still(&mut self, moving: bool) {
        let t_s = self.timeline.last_s();
        if self.begins_unasked(moving) || (!moving && self.falls_back()) {
            return;
        }
        let engine_asks = self.engine.as_ref().is_some_and(Engine::asks_to_hold_still);
        let learned = !engine_asks || self.in_stage_s() >= HOLD_STILL_MAX_S;
        // Whoever has not heard it yet does not know what is asked of them.
        let heard = self.voice.is_silent(t_s);
        if heard && learned && self.presence.stands_still(t_s) {
            self.presence.settle();
            self.tell_of_the_back();
            self.begin_count_in();
        }
    }

    pub(super) fn begin_count_in(&mut self) {
        self.count_in = CountIn::default();
        let start = self.plan.words.get(&self.plan.drill.text_id("start"));
        let reps = self.plan.reps;
        self.enter(Stage::CountIn);
        let values = [("start", start.as_str().into()), ("reps", reps.into())];
        self.say("say-ready", &values, Priority::Guide);
    }

    fn count_in(&mut self, moving: bool) {
        let t_s = self.timeline.last_s();
        let watched = self.plan.is_watched();
        if watched && (self.begins_unasked(moving) || (!moving && self.falls_back())) {
            return;
        }
        match self.count_in.step(t_s, self.voice.is_silent(t_s)) {
            Some(Step::Number(n)) => self.say_text("count_in", n.to_string(), Priority::Guide),
            Some(Step::Go) => {
                self.say("say-go", &[], Priority::Guide);
                self.begin_set();
            }
            None => {}
        }
    }

    /// Whoever does not wait for the count has begun all the same: no repetition is thrown away.
    fn begins_unasked(&mut self, moving: bool) -> bool {
        let begun = self.log.count() > 0 || (moving && self.stage == Stage::CountIn);
        if begun {
            self.voice.forget(Priority::Guide);
            self.presence.settle();
            self.begin_set();
        }
        begun
    }

    /// Back to the set-up when something about it is no longer right.
    fn falls_back(&mut self) -> bool {
        let wrong = self.setup.hint().is_some();
        if wrong {
            self.voice.forget(Priority::Guide);
            self.engine = None;
            self.log = SetLog::default();
            self.enter(Stage::SetUp);
        }
        wrong
    }

    fn begin_set(&mut self) {
        self.enter(Stage::Set);
        self.set_start_s = self.since_s;
        self.last_active_s = self.since_s;
        self.asked_if_there = false;
        self.hints = Default::default();
    }

    fn set(&mut self, facts: Option<&FrameFacts>, moving: bool) {
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

    fn tell_count(&mut self) {
        self.last_active_s = self.timeline.last_s();
        self.asked_if_there = false;
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
                self.say_text(hint.id(), self.plan.words.get(hint.id()), Priority::Guide);
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
            self.last_active_s = t_s;
            self.asked_if_there = false;
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

    fn lose(&mut self) {
        self.voice.forget(Priority::Guide);
        self.say("say-lost", &[], Priority::Alert);
        self.enter(Stage::Paused(PauseReason::Lost));
        self.hints = Default::default();
        self.hints.has_asked(self.since_s, Hint::NoPerson);
    }

    fn paused(&mut self, reason: PauseReason) {
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
            self.say_text(hint.id(), self.plan.words.get(hint.id()), Priority::Guide);
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

    fn rest_or_end(&mut self) {
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

    fn rest(&mut self) {
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
    fn finish_set(&mut self) {
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

    /// Said once, when there is something the person can change about it.
    fn tell_of_the_back(&mut self) {
        let reason = self.engine.as_ref().and_then(Engine::back_withheld);
        let id = match reason {
            Some(CantTellReason::LooseClothing) => "say-back_loose_clothing",
            Some(CantTellReason::PoorLight) => "say-back_poor_light",
            _ => return,
        };
        if !self.told_of_back {
            self.told_of_back = true;
            self.say(id, &[], Priority::Guide);
        }
    }
}
