//! `dowel drills`: the library of drills, or one of them.

use std::fs;
use std::path::{Path, PathBuf};

use dowel_core::drills::{self, Drill, DrillKind, Watch};
use dowel_core::words::{Language, Words};

use crate::console::print;
use crate::error::CliError;
use crate::picture;

/// List the drills and everyday tasks, or show one
///
/// Without an id, lists them from the easiest to the hardest with their dose. With one, shows what it is for,
/// how to set up, what it should feel like, and what is easier and harder.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The drill's id
    #[arg(value_name = "ID")]
    id: Option<String>,

    /// The language of names and texts
    #[arg(long, default_value = "en", value_name = "en|de")]
    language: Language,

    /// Draw the drill, or all of them, into an SVG file instead
    #[arg(long, value_name = "FILE.svg")]
    picture: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<(), CliError> {
    let words = Words::of(args.language);
    let find = |id: &String| drills::find(id).ok_or_else(|| CliError::NoSuchDrill(id.clone()));
    let drill = args.id.as_ref().map(find).transpose()?;
    match (&args.picture, drill) {
        (None, None) => print(list(&words)),
        (None, Some(drill)) => print(card(drill, &words)),
        (Some(file), None) => write(file, &picture::sheet(drills::all(), &words)),
        (Some(file), Some(drill)) => write(file, &picture::svg(drill, &words)),
    }
}

fn write(path: &Path, svg: &str) -> Result<(), CliError> {
    fs::write(path, svg).map_err(|reason| CliError::Output {
        path: path.to_owned(),
        reason,
    })
}

fn list(words: &Words) -> String {
    let line = |drill: &Drill| {
        let name = words.get(&drill.text_id("name"));
        format!("  {:22}{:15}{name}\n", drill.id, dose(drill))
    };
    let of = |kind: DrillKind, title: &str| {
        let drills = drills::all().iter().filter(|drill| drill.kind == kind);
        format!("{title}\n{}\n", drills.map(line).collect::<String>())
    };
    of(DrillKind::Hinge, "Hinges")
        + &of(DrillKind::Support, "Support")
        + &of(DrillKind::Everyday, "Every day")
}

fn card(drill: &Drill, words: &Words) -> String {
    let text = |part: &str| words.get(&drill.text_id(part));
    let neighbour = |id: &Option<String>| id.clone().unwrap_or_else(|| "-".to_owned());
    let watched: Vec<&str> = drill.watched.iter().map(|id| id.as_str()).collect();
    let judged = match drill.watch {
        Watch::Hinge => format!("cues {}", watched.join(", ")),
        Watch::Paced => "counted aloud, not judged".to_owned(),
    };
    format!(
        "{}  ({})\n\n{}\n\nset-up   {}\nfeel     {}\ndose     {}\nwatched  {judged}\neasier   {}\nharder   {}\n",
        text("name"),
        drill.id,
        text("purpose"),
        text("setup"),
        text("feel"),
        dose(drill),
        neighbour(&drill.easier),
        neighbour(&drill.harder),
    )
}

/// As in `3 x 8`, with the tempo where there is one.
fn dose(drill: &Drill) -> String {
    let dose = &drill.dose;
    let tempo = dose
        .tempo_s
        .map(|t| format!(" {}-{}-{}", t.down, t.pause, t.up));
    format!("{} x {}{}", dose.sets, dose.reps, tempo.unwrap_or_default())
}
