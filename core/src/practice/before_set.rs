//! From setting up the phone to the first repetition.

use crate::analysis::CantTellReason;
use crate::engine::{Engine, Settings};
use crate::practice::count_in::{CountIn, Step};
use crate::practice::event::Priority;
use crate::practice::hints::Remark;
use crate::practice::session::Practice;
use crate::practice::set::SetLog;
use crate::practice::setup::Hint;
use crate::practice::stage::Stage;
use crate::thresholds::HOLD_STILL_MAX_S;

impl Practice {
    pub(super) fn set_up(&mut self) {
        let first = self.hints.is_new();
        match self.hints.remark(self.timeline.last_s(), self.setup.hint()) {
            Some(Remark::Mend(hint)) => {
                if first && self.sets.is_empty() && hint == Hint::NoPerson {
                    let text = self.plan.words.get(&self.plan.drill.text_id("setup"));
                    self.say_text("setup", text, Priority::Guide);
                }
                self.voice.forget_hints();
                self.say(hint.id(), &[], Priority::Guide);
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

    pub(super) fn hold_still(&mut self, moving: bool) {
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

    pub(super) fn begin_count_in(&mut self) {
        self.count_in = CountIn::default();
        let start = self.plan.words.get(&self.plan.drill.text_id("start"));
        let reps = self.plan.reps;
        self.enter(Stage::CountIn);
        let values = [("start", start.as_str().into()), ("reps", reps.into())];
        self.say("say-ready", &values, Priority::Guide);
    }

    pub(super) fn count_in(&mut self, moving: bool) {
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
        self.is_active();
        self.hints = Default::default();
    }
}
