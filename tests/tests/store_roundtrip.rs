//! What goes into the session file comes out of it, whatever it is.

use dowel_core::analysis::{
    AttemptReason, CantTellReason, Contact, Dowel, FaultFact, FaultId, Movement, Phase, Rep, Side,
    SpokenCue, Tempo, Verdict, View, ViewReason, ViewVerdict,
};
use dowel_core::progress::Digest;
use dowel_core::store::{
    Ending, Felt, NewSession, Notes, Outcome, Pain, Store, StoreError, StoredSession,
};
use dowel_tests::store_samples;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

/// Every finite number but -0.0, of which SQLite keeps no sign.
fn number() -> impl Strategy<Value = f64> {
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    (NORMAL | SUBNORMAL | ZERO | POSITIVE | NEGATIVE).prop_map(|x| if x == 0.0 { 0.0 } else { x })
}

fn maybe<T: std::fmt::Debug>(some: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(some)
}

fn contact() -> impl Strategy<Value = Contact> {
    select(vec![Contact::Touching, Contact::Lifted, Contact::CantTell])
}

fn dowel() -> impl Strategy<Value = Dowel> {
    let contacts = (contact(), contact(), contact(), maybe(number()));
    contacts.prop_map(|(head, mid_back, tailbone, first_lost_s)| Dowel {
        head,
        mid_back,
        tailbone,
        first_lost_s,
    })
}

fn fact() -> impl Strategy<Value = FaultFact> {
    use CantTellReason::*;
    let verdict = select(vec![Verdict::Fault, Verdict::Ok, Verdict::CantTell]);
    let phase = select(vec![Phase::Down, Phase::Bottom, Phase::Up, Phase::Top]);
    let reason = select(vec![
        NeedsBackContour,
        NoBackReference,
        LooseClothing,
        BackNotClear,
        PoorLight,
        NotSideOn,
        NotVisible,
        NoStandingNeutral,
        NoTarget,
        NoLoad,
        NotApplicable,
        TooFewFrames,
    ]);
    let facts = (
        verdict,
        number(),
        maybe(number()),
        maybe(phase),
        maybe(reason),
    );
    facts.prop_map(|(verdict, severity, onset_s, phase, reason)| FaultFact {
        id: FaultId::BendsForward,
        verdict,
        severity,
        onset_s,
        phase,
        reason,
    })
}

/// Any part of the catalogue, in its order.
fn facts() -> impl Strategy<Value = Vec<FaultFact>> {
    let ids = btree_set(select(FaultId::ALL.to_vec()), 0..=FaultId::ALL.len());
    (ids, vec(fact(), FaultId::ALL.len())).prop_map(|(ids, facts)| {
        let named = ids.into_iter().zip(facts);
        named.map(|(id, fact)| FaultFact { id, ..fact }).collect()
    })
}

fn attempt_reason() -> impl Strategy<Value = AttemptReason> {
    use AttemptReason::*;
    select(vec![
        TooShallow,
        NotReturned,
        StartedMidRep,
        TrackingLost,
        FeetMoved,
    ])
}

fn rep() -> impl Strategy<Value = Rep> {
    let place = (
        any::<u32>(),
        any::<bool>(),
        maybe(attempt_reason()),
        any::<u8>(),
    );
    let numbers = proptest::array::uniform9(number());
    let rep = (place, numbers, dowel(), maybe(number()), facts());
    rep.prop_map(|(place, n, dowel, clean_depth_deg, faults)| Rep {
        index: place.0,
        start_s: n[0],
        bottom_s: n[1],
        end_s: n[2],
        counted: place.1,
        attempt_reason: place.2,
        hip_flexion_deg: n[3],
        knee_flexion_deg: n[4],
        trunk_lean_deg: n[5],
        hinge_index: place.3,
        tempo_s: Tempo {
            down: n[6],
            pause: n[7],
            up: n[8],
        },
        dowel,
        clean_depth_deg,
        faults,
    })
}

fn outcome() -> impl Strategy<Value = Outcome> {
    use ViewReason::*;
    let reasons = vec![
        NotSideOn,
        BodyOutOfFrame,
        TooDark,
        SeveralPeople,
        TooFar,
        CameraMoving,
        NoPerson,
    ];
    let view = (
        select(vec![ViewVerdict::Ok, ViewVerdict::Refused]),
        vec(select(reasons), 0..4),
        maybe(select(vec![Side::Left, Side::Right])),
        maybe(number()),
    )
        .prop_map(|(verdict, reasons, near_side, azimuth_deg)| View {
            verdict,
            reasons,
            near_side,
            azimuth_deg,
        });
    let movement = select(vec![
        Movement::Hinge,
        Movement::Squat,
        Movement::Other,
        Movement::None,
    ]);
    (view, movement, maybe(number())).prop_map(|(view, movement, clean_depth_deg)| Outcome {
        view,
        movement,
        clean_depth_deg,
    })
}

fn notes() -> impl Strategy<Value = Notes> {
    use Felt::*;
    let pain = || maybe((0..=10_u8).prop_map(|n| Pain::try_from(n).unwrap()));
    let felt = vec(
        select(vec![Hamstrings, Glutes, Quads, LowBack, Elsewhere]),
        0..4,
    );
    let endings = vec![
        Ending::Finished,
        Ending::ByHand,
        Ending::WalkedUp,
        Ending::Left,
        Ending::Pain,
    ];
    let all = (
        pain(),
        pain(),
        felt,
        maybe(select(endings)),
        maybe(number()),
    );
    all.prop_map(|(pain_before, pain_after, felt, ended, limit_deg)| Notes {
        pain_before,
        pain_after,
        felt,
        ended,
        limit_deg,
    })
}

fn cue() -> impl Strategy<Value = SpokenCue> {
    (number(), ".*", ".*").prop_map(|(at_s, id, text)| SpokenCue { at_s, id, text })
}

fn begun() -> impl Strategy<Value = NewSession> {
    (any::<i64>(), ".*", maybe(".*")).prop_map(|(started_at_ms, source, drill)| NewSession {
        started_at_ms,
        source,
        drill,
        ..store_samples::session("")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_session_comes_back_to_the_bit(
        begun in begun(),
        reps in vec(rep(), 0..3),
        cues in vec(cue(), 0..3),
        outcome in maybe(outcome()),
        notes in notes(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("dowel.sqlite");
        let mut store = Store::open(&db).unwrap().store;
        let id = store.begin_session(&begun).unwrap();
        let mut reps = reps;
        reps.sort_by_key(|rep| rep.index);
        reps.dedup_by_key(|rep| rep.index);
        for rep in &reps {
            store.add_rep(id, rep.index % 3, rep).unwrap();
            let digest = store.sessions().unwrap().remove(0).digest;
            let stored = store.session(id).unwrap().reps;
            prop_assert_eq!(digest, Digest::of(&stored));
        }
        for cue in &cues {
            store.add_cue(id, cue).unwrap();
        }
        if let Some(Outcome { view, movement, clean_depth_deg }) = &outcome {
            store.finish_session(id, view, *movement, *clean_depth_deg).unwrap();
        }
        store.note(id, |noted| *noted = notes.clone()).unwrap();
        drop(store);

        let found = Store::open(&db).unwrap().store.session(id).unwrap();
        // As text, because `==` takes a wrong sign of zero for right.
        let sets = found.sets.clone();
        let counted: u32 = sets.iter().map(|set| set.counted).sum();
        prop_assert_eq!(counted, Digest::of(&reps).counted);
        let put_in = StoredSession { id, begun, outcome, notes, sets, reps, cues };
        prop_assert_eq!(format!("{found:?}"), format!("{put_in:?}"));
    }

    #[test]
    fn a_number_that_is_none_keeps_the_whole_rep_out(rep in rep(), place in 0..5) {
        let mut rep = rep;
        let broken = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY][rep.index as usize % 3];
        match place {
            0 => rep.hip_flexion_deg = broken,
            1 => rep.tempo_s.up = broken,
            2 => rep.dowel.first_lost_s = Some(broken),
            3 => rep.faults = vec![FaultFact { severity: broken, ..store_samples::rep(0).faults[0].clone() }],
            _ => rep.faults = vec![FaultFact { onset_s: Some(broken), ..store_samples::rep(0).faults[3].clone() }],
        }
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("dowel.sqlite")).unwrap().store;
        let id = store.begin_session(&store_samples::session("live")).unwrap();
        prop_assert!(matches!(store.add_rep(id, 0, &rep), Err(StoreError::Other(_))));
        prop_assert_eq!(store.session(id).unwrap().reps, vec![]);
        // The store goes on working.
        store.add_rep(id, 0, &store_samples::rep(0)).unwrap();
    }
}
