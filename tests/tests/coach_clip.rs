//! A video whose end can't be written.

use dowel_core::coach::{AppSettings, Coach, CoachError, Places};
use dowel_core::pose::ModelSize;
use dowel_core::words::Language;
use dowel_tests::setup;

#[test]
fn a_clip_that_could_not_be_written_is_written_when_it_is_finished_again() {
    let folder = tempfile::tempdir().unwrap();
    let (store, home) = (folder.path().join("sessions.db"), setup::home());
    let mut coach = Coach::open(Places {
        store: store.clone(),
        models: home.join("models"),
        runtime: home.join("runtime/libonnxruntime.so"),
        language: Language::English,
    })
    .unwrap();
    let lite = AppSettings {
        model: Some(ModelSize::Lite),
        ..AppSettings::default()
    };
    coach.set_settings(lite).unwrap();
    let mut clip = coach.begin_clip("garden.mp4", 0).unwrap();

    let other = rusqlite::Connection::open(store).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = clip.finish().unwrap_err();
    assert!(matches!(refused, CoachError::Store(_)), "{refused}");
    other.execute_batch("COMMIT").unwrap();

    let (_, id) = clip.finish().unwrap();
    let kept = coach.session(id.unwrap()).unwrap();
    assert_eq!(kept.begun.source, "garden.mp4");
    assert!(kept.outcome.is_some(), "it is finished");
    let over = clip.finish().unwrap_err();
    assert!(matches!(over, CoachError::Command(_)), "{over}");
}
