//! The drills' pictures as SVG.

use std::fmt::Write;

use dowel_core::drills::Drill;
use dowel_core::drills::picture::{PicturePoint, Stroke, StrokeRole, StrokeShape};
use dowel_core::words::Words;

/// The side of one picture, and the room for its name below.
const SIDE_PX: usize = 240;
const NAME_PX: usize = 30;
const COLUMNS: usize = 6;

/// The colours of the phone apps, light and dark.
const STYLE: &str = "
  .paper, .area.gap { fill: #FAF8F4 } .name { fill: #2A2622; font: 14px sans-serif; text-anchor: middle }
  .line { fill: none; stroke-linecap: round; stroke-linejoin: round }
  .area.figure { fill: #3B4654 } .area.ghost { fill: #D5D0C6 } .area.ground { fill: #B8B1A4 }
  .area.prop { fill: #66717D } .line.prop { stroke: #66717D }
  .area.stick { fill: #8F6128 } .line.stick { stroke: #8F6128 }
  .area.arrow { fill: #B3470F } .line.arrow { stroke: #B3470F }
  .line.ground { stroke: #B8B1A4 } .line.gap { stroke: #FAF8F4 }
";

/// One drill, told to who doesn't see it.
pub fn svg(drill: &Drill, words: &Words) -> String {
    let title = words.get(&drill.text_id("name"));
    let described = drill.picture_text(words);
    page(SIDE_PX, SIDE_PX, words, &title, &described, &picture(drill))
}

/// All of them, each with its name.
pub fn sheet(drills: &[Drill], words: &Words) -> String {
    let mut inside = String::new();
    let mut names = Vec::new();
    for (index, drill) in drills.iter().enumerate() {
        let (left, top) = (
            index % COLUMNS * SIDE_PX,
            index / COLUMNS * (SIDE_PX + NAME_PX),
        );
        let name = words.get(&drill.text_id("name"));
        let (middle, below) = (SIDE_PX / 2, SIDE_PX + NAME_PX / 2);
        let (picture, shown) = (picture(drill), escaped(&name));
        let _ = writeln!(
            inside,
            "<g transform=\"translate({left} {top})\">\n{picture}<text class=\"name\" x=\"{middle}\" y=\"{below}\">{shown}</text>\n</g>"
        );
        names.push(name);
    }
    let rows = drills.len().div_ceil(COLUMNS);
    let (width, height) = (COLUMNS * SIDE_PX, rows * (SIDE_PX + NAME_PX));
    page(width, height, words, "Dowel", &names.join(", "), &inside)
}

fn page(
    width: usize,
    height: usize,
    words: &Words,
    title: &str,
    described: &str,
    inside: &str,
) -> String {
    let (language, title, described) = (words.language(), escaped(title), escaped(described));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" lang=\"{language}\" role=\"img\" aria-labelledby=\"title described\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"described\">{described}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n{inside}</svg>\n"
    )
}

fn picture(drill: &Drill) -> String {
    drill.picture().strokes.iter().map(mark).collect()
}

fn mark(stroke: &Stroke) -> String {
    let role = match stroke.role {
        StrokeRole::Figure => "figure",
        StrokeRole::Ghost => "ghost",
        StrokeRole::Stick => "stick",
        StrokeRole::Prop => "prop",
        StrokeRole::Ground => "ground",
        StrokeRole::Arrow => "arrow",
        StrokeRole::Gap => "gap",
    };
    let side = SIDE_PX as f64;
    let at = |p: &PicturePoint| format!("{:.1},{:.1} ", p.x * side, p.y * side);
    match &stroke.shape {
        StrokeShape::Line { points, width } => format!(
            "<polyline class=\"line {role}\" stroke-width=\"{:.1}\" points=\"{}\"/>\n",
            width * side,
            points.iter().map(at).collect::<String>().trim_end(),
        ),
        StrokeShape::Area { points } => format!(
            "<polygon class=\"area {role}\" points=\"{}\"/>\n",
            points.iter().map(at).collect::<String>().trim_end(),
        ),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
