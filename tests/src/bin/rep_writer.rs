//! A small program that fills a session file, for tests that kill it, starve it of disk, or lock it out.
//!
//! `rep_writer write DB`: begins a session, prints `session ID`, then adds reps for as long as it is let,
//! printing each one's index once the store has taken it, and at the end the error that stopped it.
//! `rep_writer dump DB`: prints everything in DB as JSON, or the error.
//! Errors go to standard output as `error NAME: text`, with status 1.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use dowel_core::store::{Opened, Store, StoreError, export};
use dowel_tests::store_samples;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let result = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", db] => write(Path::new(db)),
        ["dump", db] => dump(Path::new(db)),
        _ => {
            eprintln!("usage: rep_writer write|dump DB");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error {}: {error}", name(&error)));
            ExitCode::FAILURE
        }
    }
}

fn write(db: &Path) -> Result<(), StoreError> {
    let mut store = open(db)?;
    let session = store.begin_session(&store_samples::session("live"))?;
    say(&format!("session {session}"));
    for index in 0.. {
        store.add_rep(session, 0, &store_samples::rep(index))?;
        say(&index.to_string());
    }
    Ok(())
}

fn dump(db: &Path) -> Result<(), StoreError> {
    let store = open(db)?;
    let ids: Vec<_> = store.sessions()?.iter().map(|session| session.id).collect();
    let mut text = Vec::new();
    export::json(&store, &ids, &mut text).map_err(|error| match error {
        export::ExportError::Store(error) => error,
        export::ExportError::Write(error) => error.into(),
    })?;
    io::stdout().write_all(&text)?;
    Ok(())
}

fn open(db: &Path) -> Result<Store, StoreError> {
    let Opened { store, set_aside } = Store::open(db)?;
    if set_aside.is_some() {
        say("set aside");
    }
    Ok(store)
}

/// One write a line, so that a line is either out or was never said.
fn say(line: &str) {
    let told = io::stdout().write_all(format!("{line}\n").as_bytes());
    told.expect("the test that started this reads what it says");
}

fn name(error: &StoreError) -> &'static str {
    match error {
        StoreError::Full => "Full",
        StoreError::ReadOnly => "ReadOnly",
        _ => "other",
    }
}
