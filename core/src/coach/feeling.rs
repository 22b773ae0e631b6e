//! What the person says after a session, and what follows from it.

use crate::analysis::FaultId;
use crate::coach::{Coach, CoachError};
use crate::cues::PRIORITY;
use crate::drills;
use crate::practice::{Ending, STOP_LINES, asks_to_stop};
use crate::store::{Felt, Pain, SessionId, StoredSession};
use crate::words::Words;

/// What to answer. Where it hurts clearly more than before, whom to ask comes first and nothing is offered to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeelingAnswer {
    /// To show and to say, in this order.
    pub lines: Vec<String>,
    /// What the place points to.
    pub fault: Option<FaultId>,
    /// The id of the drill that mends it.
    pub drill: Option<String>,
}

impl Coach {
    /// Keeps what the person says after a session: how much it hurts now, and where the work was felt. Without
    /// `pain_after`, what was told before stands.
    ///
    /// # Errors
    /// [`CoachError::Store`].
    pub fn note_feeling(
        &self,
        id: SessionId,
        pain_after: Option<Pain>,
        felt: Vec<Felt>,
    ) -> Result<FeelingAnswer, CoachError> {
        let store = &mut self.archive().store;
        store.note(id, |notes| {
            notes.pain_after = pain_after.or(notes.pain_after);
            notes.felt = felt;
        })?;
        Ok(answer(&store.session(id)?, &self.words()))
    }
}

fn answer(session: &StoredSession, words: &Words) -> FeelingAnswer {
    let notes = &session.notes;
    let pain = notes.pain_before.zip(notes.pain_after);
    if pain.is_some_and(|(before, after)| asks_to_stop(before.into(), after.into())) {
        // Whoever was stopped for it has heard it.
        let is_told = notes.ended == Some(Ending::Pain);
        let lines = STOP_LINES.iter().filter(|_| !is_told);
        return FeelingAnswer {
            lines: lines.map(|id| words.get(id)).collect(),
            ..FeelingAnswer::default()
        };
    }
    let points_to = |fault: FaultId| {
        let place = notes
            .felt
            .iter()
            .find(|felt| felt.points_to() == Some(fault));
        place.map(|&place| (fault, place))
    };
    match PRIORITY.into_iter().find_map(points_to) {
        Some((fault, place)) => of_fault(fault, place, session, words),
        None => FeelingAnswer {
            lines: notes
                .felt
                .iter()
                .find_map(|&place| line(place, words))
                .into_iter()
                .collect(),
            ..FeelingAnswer::default()
        },
    }
}

fn of_fault(fault: FaultId, place: Felt, session: &StoredSession, words: &Words) -> FeelingAnswer {
    let drill = &drills::for_fault(fault).id;
    let mut lines = Vec::from_iter(line(place, words));
    // Whoever has just done it need not be sent there.
    if session.begun.drill.as_ref() != Some(drill) {
        let name = words.get(&format!("drill-{drill}-name"));
        lines.push(words.fill("say-drill", &[("drill", name.into())]));
    }
    FeelingAnswer {
        lines,
        fault: Some(fault),
        drill: Some(drill.clone()),
    }
}

fn line(place: Felt, words: &Words) -> Option<String> {
    let id = match place {
        Felt::Hamstrings | Felt::Glutes => "say-felt_hips",
        Felt::Quads => "say-felt_quads",
        Felt::LowBack => "say-felt_low_back",
        Felt::Elsewhere => return None,
    };
    Some(words.get(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::tests::coach;
    use crate::store::NewSession;
    use crate::words::Language;

    /// What follows for a session of this drill, with this pain before, that ended so.
    fn answer(
        drill: &str,
        before: Option<u8>,
        ended: Ending,
        after: Option<u8>,
        felt: &[Felt],
    ) -> FeelingAnswer {
        let folder = tempfile::tempdir().unwrap();
        let coach = coach(folder.path());
        let id = begun(&coach, drill);
        let pain = |level: Option<u8>| level.map(|level| Pain::try_from(level).unwrap());
        let note = |notes: &mut crate::store::Notes| {
            notes.pain_before = pain(before);
            notes.ended = Some(ended);
        };
        coach.archive().store.note(id, note).unwrap();
        let answer = coach.note_feeling(id, pain(after), felt.to_vec()).unwrap();
        let kept = coach.session(id).unwrap().notes;
        assert_eq!((kept.pain_after, kept.felt), (pain(after), felt.to_vec()));
        answer
    }

    fn begun(coach: &Coach, drill: &str) -> SessionId {
        let begun = NewSession {
            started_at_ms: 0,
            source: "live".to_owned(),
            drill: Some(drill.to_owned()),
            versions: crate::live::versions(&coach.config(Default::default())),
        };
        coach.archive().store.begin_session(&begun).unwrap()
    }

    #[test]
    fn clearly_more_pain_than_before_says_whom_to_ask_and_offers_nothing() {
        let stopped = answer(
            "wall-tap",
            Some(2),
            Ending::Finished,
            Some(4),
            &[Felt::Quads],
        );
        let words = Words::of(Language::German);
        assert_eq!(stopped.lines, STOP_LINES.map(|id| words.get(id)));
        assert_eq!((stopped.fault, stopped.drill), (None, None));
    }

    #[test]
    fn who_was_stopped_for_it_is_not_told_again() {
        let stopped = answer("wall-tap", Some(2), Ending::Pain, Some(5), &[Felt::LowBack]);
        assert_eq!(stopped, FeelingAnswer::default());
    }

    #[test]
    fn a_little_more_pain_or_an_unknown_one_before_stops_nobody() {
        for before in [Some(3), None] {
            let found = answer("wall-tap", before, Ending::Finished, Some(4), &[]);
            assert_eq!(found, FeelingAnswer::default());
        }
    }

    #[test]
    fn pain_told_in_the_session_stands_where_none_is_told_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let coach = coach(folder.path());
        let id = begun(&coach, "wall-tap");
        let pain = |level| Some(Pain::try_from(level).unwrap());
        let note = |notes: &mut crate::store::Notes| {
            notes.pain_before = pain(1);
            notes.pain_after = pain(3);
        };
        coach.archive().store.note(id, note).unwrap();
        let answer = coach.note_feeling(id, None, Vec::new()).unwrap();
        assert_eq!(answer.lines.len(), STOP_LINES.len());
        assert_eq!(coach.session(id).unwrap().notes.pain_after, pain(3));
    }

    #[test]
    fn a_place_points_to_the_fault_that_matters_more_and_to_its_drill() {
        let felt = [Felt::Hamstrings, Felt::Quads, Felt::LowBack];
        let found = answer("wall-tap", None, Ending::Finished, None, &felt);
        assert_eq!(found.fault, Some(FaultId::RoundedLowerBack));
        assert_eq!(found.drill.as_deref(), Some("dowel-hinge"));
        let words = Words::of(Language::German);
        let drill = words.get("drill-dowel-hinge-name");
        let drill = words.fill("say-drill", &[("drill", drill.into())]);
        assert_eq!(found.lines, [words.get("say-felt_low_back"), drill]);
    }

    #[test]
    fn nobody_is_sent_to_the_drill_they_have_just_done() {
        let found = answer("wall-tap", None, Ending::Finished, None, &[Felt::Quads]);
        assert_eq!(found.fault, Some(FaultId::Squatting));
        assert_eq!(found.drill.as_deref(), Some("wall-tap"));
        assert_eq!(
            found.lines,
            [Words::of(Language::German).get("say-felt_quads")]
        );
    }

    #[test]
    fn the_hips_are_the_right_place() {
        let felt = [Felt::Elsewhere, Felt::Glutes];
        let found = answer("wall-tap", None, Ending::Finished, None, &felt);
        assert_eq!(
            found.lines,
            [Words::of(Language::German).get("say-felt_hips")]
        );
        assert_eq!((found.fault, found.drill), (None, None));
    }

    #[test]
    fn it_answers_in_the_chosen_language() {
        let folder = tempfile::tempdir().unwrap();
        let mut coach = coach(folder.path());
        let settings = crate::coach::AppSettings {
            language: Language::English,
            ..coach.settings().clone()
        };
        coach.set_settings(settings).unwrap();
        let id = begun(&coach, "wall-tap");
        let answer = coach.note_feeling(id, None, vec![Felt::Glutes]).unwrap();
        let english = Words::of(Language::English).get("say-felt_hips");
        assert_eq!(answer.lines, [english]);
    }
}
