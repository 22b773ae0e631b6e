//! `dowel sessions`: look at, hand on and erase what the session store holds.

mod text;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};
use dowel_core::store::export::{self, ExportError};
use dowel_core::store::{Opened, SessionId, Store, StoreError};

/// Look at, export or erase the sessions stored on this computer
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  dowel sessions                                  the history, newest first
  dowel sessions show 3                           every rep of session 3
  dowel sessions export --out history.csv         all sessions, one line a rep
  dowel sessions export 3 --format json           session 3 with every fact
  dowel sessions erase 3                          asks first")]
pub struct Args {
    /// The session file, when it is not the usual one
    #[arg(long, value_name = "FILE", global = true)]
    db: Option<PathBuf>,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// The history, newest first (what `dowel sessions` does by itself)
    List,
    /// One session: its reps, the stick's contacts in each, faults, cues and what could not be told
    Show {
        /// The number in the first column of the list
        id: SessionId,
    },
    /// Write sessions for a spreadsheet (CSV) or another program (JSON)
    Export {
        /// The sessions to write; all of them when none is named
        #[arg(value_name = "ID")]
        ids: Vec<SessionId>,
        /// All sessions, oldest first
        #[arg(long, conflicts_with = "ids")]
        all: bool,
        /// csv: one line a rep. json: every fact of every session
        #[arg(long, value_enum, default_value_t = Format::Csv)]
        format: Format,
        /// Where to write, instead of standard output; an existing file is replaced
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Erase sessions for good; asks first
    Erase {
        /// The sessions to erase
        #[arg(value_name = "ID", required_unless_present = "all")]
        ids: Vec<SessionId>,
        /// The whole history, and damaged session files that were set aside beside it
        #[arg(long, conflicts_with = "ids")]
        all: bool,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Json,
}

/// Why `dowel sessions` could not do it; the text says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "there is no session file {0:?} yet: `dowel analyze VIDEO` begins one, `--db FILE` names another"
    )]
    NoHistory(PathBuf),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the output could not be written ({0}): free some space or choose another place")]
    Output(#[from] io::Error),
    #[error("{path:?} could not be written ({source}): choose another place for --out")]
    OutFile { path: PathBuf, source: io::Error },
    #[error("--out names the session file itself: choose another place")]
    OutIsDatabase,
    #[error("nothing was erased, because nobody answered: add --yes to erase without being asked")]
    NoAnswer,
}

impl From<ExportError> for Error {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Store(error) => Error::Store(error),
            ExportError::Write(error) => Error::Output(error),
        }
    }
}

/// Runs the subcommand on `--db`, or else on `default_db`.
pub fn run(args: &Args, default_db: &Path) -> Result<(), Error> {
    let db = args.db.as_deref().unwrap_or(default_db);
    let mut out = BufWriter::new(io::stdout().lock());
    let done = act(args, db, &mut out).and_then(|()| Ok(out.flush()?));
    match done {
        // The reader, such as `head`, has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still buffered has nowhere to go; dropping the buffer would try again.
            let _ = out.into_parts();
            Ok(())
        }
        other => other,
    }
}

fn act(args: &Args, db: &Path, out: &mut impl Write) -> Result<(), Error> {
    let action = args.action.as_ref().unwrap_or(&Action::List);
    // Opening would begin a file; looking at the history should leave nothing behind.
    if !db.exists() {
        return match action {
            Action::List => Ok(text::write_empty(db, out)?),
            _ => Err(Error::NoHistory(db.to_owned())),
        };
    }
    let mut store = open(db)?;
    match action {
        Action::List => list(&store, db, out),
        Action::Show { id } => Ok(text::write_session(&store.session(*id)?, out)?),
        Action::Export {
            ids,
            all: _,
            format,
            out: file,
        } => {
            let ids = if ids.is_empty() {
                all_oldest_first(&store)?
            } else {
                ids.clone()
            };
            match file {
                Some(file) => export_to_file(&store, &ids, *format, db, file),
                None => export_to(&store, &ids, *format, out),
            }
        }
        Action::Erase { ids, all, yes } => {
            let ids: BTreeSet<_> = ids.iter().copied().collect(); // none of them twice
            erase(&mut store, &ids, *all, *yes, out)
        }
    }
}

fn open(db: &Path) -> Result<Store, StoreError> {
    let Opened { store, set_aside } = Store::open(db)?;
    if let Some(aside) = set_aside {
        eprintln!(
            "The session file was damaged. It was kept as {aside:?}, and a new history begun."
        );
    }
    Ok(store)
}

fn list(store: &Store, db: &Path, out: &mut impl Write) -> Result<(), Error> {
    let sessions = store.sessions()?;
    if sessions.is_empty() {
        text::write_empty(db, out)?;
    } else {
        text::write_list(&sessions, out)?;
    }
    Ok(())
}

fn all_oldest_first(store: &Store) -> Result<Vec<SessionId>, StoreError> {
    let newest_first = store.sessions()?;
    Ok(newest_first
        .iter()
        .rev()
        .map(|session| session.id)
        .collect())
}

fn export_to_file(
    store: &Store,
    ids: &[SessionId],
    format: Format,
    db: &Path,
    file: &Path,
) -> Result<(), Error> {
    let same = |path: &Path| fs::canonicalize(path).ok();
    if same(file).is_some_and(|file| Some(file) == same(db)) {
        return Err(Error::OutIsDatabase);
    }
    let failed = |source| Error::OutFile {
        path: file.to_owned(),
        source,
    };
    let mut out = BufWriter::new(File::create(file).map_err(failed)?);
    let written = export_to(store, ids, format, &mut out).and_then(|()| Ok(out.flush()?));
    written.map_err(|error| match error {
        Error::Output(source) => failed(source),
        other => other,
    })
}

fn export_to(
    store: &Store,
    ids: &[SessionId],
    format: Format,
    out: &mut impl Write,
) -> Result<(), Error> {
    match format {
        Format::Csv => export::csv(store, ids, out)?,
        Format::Json => export::json(store, ids, out)?,
    }
    Ok(())
}

fn erase(
    store: &mut Store,
    ids: &BTreeSet<SessionId>,
    all: bool,
    yes: bool,
    out: &mut impl Write,
) -> Result<(), Error> {
    let what = if all {
        text::counted(store.sessions()?.len(), "session", "sessions")
    } else {
        describe(store, ids)?
    };
    if !yes && !confirmed(&what)? {
        writeln!(out, "Nothing was erased.")?;
        return Ok(());
    }
    if all {
        store.erase_all()?;
    } else {
        for &id in ids {
            store.erase(id)?;
        }
    }
    writeln!(out, "Erased {what}.")?;
    Ok(())
}

/// What the sessions are; fails before anything is erased when one of them is not there.
fn describe(store: &Store, ids: &BTreeSet<SessionId>) -> Result<String, StoreError> {
    let lines = ids.iter().map(|&id| store.session(id));
    let lines = lines.map(|session| Ok(text::one_line(&session?)));
    Ok(lines.collect::<Result<Vec<_>, StoreError>>()?.join(", "))
}

fn confirmed(what: &str) -> Result<bool, Error> {
    eprint!("Erase {what}? This can't be undone. [y/N] ");
    let mut answer = String::new();
    if io::stdin().lock().read_line(&mut answer)? == 0 {
        eprintln!();
        return Err(Error::NoAnswer);
    }
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
