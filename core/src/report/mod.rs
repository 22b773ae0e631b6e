//! One self-contained HTML page about one clip or set: no script, no outside request, everything inline.
//!
//! The page is readable on a phone, printable on A4, follows the reader's dark theme, and never
//! tells a state by colour alone. Its words come from [`crate::words`].

mod about;
mod contacts;
mod curves;
mod markup;
mod matrix;
mod moments;
mod numbers;
mod pictures;
mod reasons;
mod skeleton;
mod stick;
mod summary;
mod tables;
mod words;

use crate::analysis::{Analysis, FaultFact, FaultId, FrameFacts, Rep, Verdict, ViewVerdict};
use crate::words::Words;
use markup::Markup;
pub use moments::{KeyMoment, key_moments};
pub use reasons::{Withheld, withheld};

/// A frame further away in time shows another posture.
const NEAREST_FRAME_S: f64 = 0.2;

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct ReportInput<'a> {
    /// The language to write it in. Cues that were spoken stay in the words they were spoken in.
    pub words: &'a Words,
    /// The clip's or the session's name, shown as it is.
    pub title: &'a str,
    /// When the report was drawn up, as its reader writes a date; the core has no clock.
    pub drawn_up: &'a str,
    pub analysis: &'a Analysis,
    /// The signals of the frames, in the order of time.
    pub frames: &'a [FrameFacts],
    /// In the order to show; [`key_moments`] says which are worth taking.
    pub pictures: &'a [KeyPicture],
}

/// One frame of the clip as a picture. The skeleton is drawn over it from the frame nearest in time.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPicture {
    pub t_s: f64,
    /// The [`Rep::index`] it belongs to.
    pub rep: Option<u32>,
    pub kind: PictureKind,
    /// A whole JPEG file of the upright picture; any size, the browser scales it to the source's.
    pub jpeg: Vec<u8>,
    /// The JPEG's own size in pixels.
    pub width: u32,
    pub height: u32,
    /// The size of the upright video frame, in whose pixels the landmarks are.
    pub source_width: u32,
    pub source_height: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    Standing,
    Bottom,
}

// The browser itself holds the page to its promise: whatever would leave the page is refused.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// The report as one HTML document.
pub fn html(input: &ReportInput) -> String {
    let mut m = Markup::new(input.words);
    m.constant("<!DOCTYPE html>\n");
    m.element("html", &[("lang", &input.words.language())], |m| {
        m.element("head", &[], |m| head(m, input.title));
        m.element("body", &[], |m| {
            summary::header(m, input);
            m.element("main", &[], |m| sections(m, input));
            m.leaf("footer", &[], &m.say("report-page-footer"));
        });
    });
    m.finish()
}

fn head(m: &mut Markup, title: &str) {
    m.void("meta", &[("charset", &"utf-8")]);
    m.void(
        "meta",
        &[
            ("http-equiv", &"Content-Security-Policy"),
            ("content", &POLICY),
        ],
    );
    let viewport = "width=device-width, initial-scale=1";
    m.void("meta", &[("name", &"viewport"), ("content", &viewport)]);
    m.void(
        "meta",
        &[("name", &"color-scheme"), ("content", &"light dark")],
    );
    m.void("link", &[("rel", &"icon"), ("href", &"data:,")]);
    m.leaf(
        "title",
        &[],
        &m.fill("report-page-title", &[("name", title.into())]),
    );
    m.element("style", &[], |m| m.constant(include_str!("style.css")));
}

fn sections(m: &mut Markup, input: &ReportInput) {
    summary::sections(m, input.analysis);
    pictures::section(m, input);
    // Of a refused view no number is shown: it would look like a measurement.
    if input.analysis.view.verdict == ViewVerdict::Ok {
        curves::section(m, input);
        if shows_reps(input.analysis) {
            tables::reps(m, input.analysis);
            matrix::section(m, input.analysis);
            tables::cues(m, &input.analysis.cues);
        }
    }
    about::section(m, input.analysis);
}

fn shows_reps(analysis: &Analysis) -> bool {
    analysis.view.verdict == ViewVerdict::Ok && !analysis.reps.is_empty()
}

/// A section under its own heading, the message `title`.
fn section(m: &mut Markup, id: &str, title: &str, inside: impl FnOnce(&mut Markup)) {
    m.element("section", &[("id", &id)], |m| {
        m.leaf("h2", &[], &m.say(title));
        inside(m);
    });
}

fn counted(analysis: &Analysis) -> impl Iterator<Item = &Rep> {
    analysis.reps.iter().filter(|r| r.counted)
}

/// The number people give a repetition: counted ones only, from 1. None for an attempt.
fn number_of(analysis: &Analysis, rep: &Rep) -> Option<usize> {
    rep.counted.then(|| {
        1 + counted(analysis)
            .take_while(|r| r.index != rep.index)
            .count()
    })
}

fn faults(rep: &Rep) -> impl Iterator<Item = &FaultFact> {
    rep.faults.iter().filter(|f| f.is_fault())
}

/// Whether the back stayed long could be told; a rep is clean without it only on what was seen.
fn is_back_judged(rep: &Rep) -> bool {
    let fact = rep.fact(FaultId::RoundedLowerBack);
    fact.is_none_or(|fact| fact.verdict != Verdict::CantTell)
}

fn is_clean(rep: &Rep) -> bool {
    rep.is_judged() && rep.is_clean()
}

#[cfg(test)]
mod tests;
