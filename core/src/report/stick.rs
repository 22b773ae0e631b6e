//! The stick drawn over a picture, with its three contacts: a filled dot joined to the stick touches, an open
//! ring with a gap has lifted, a dashed ring with a question mark can't be told.

use super::NEAREST_FRAME_S;
use super::contacts::class;
use super::markup::Markup;
use super::skeleton::{Crop, Point, along, length, line, minus, px};
use crate::analysis::{Contact, Dowel, DowelLine, FrameFacts};

/// The stick of one moment. Everything drawn has finite coordinates.
pub(super) struct Stick<'a> {
    line: &'a DowelLine,
    pub contacts: Dowel,
}

impl<'a> Stick<'a> {
    /// That of the nearest frame that has one.
    pub fn at(frames: &'a [FrameFacts], t_s: f64) -> Option<Self> {
        let distance = |f: &&FrameFacts| (f.t_s - t_s).abs();
        let frame = frames
            .iter()
            .filter(|f| f.dowel_line.as_ref().is_some_and(is_drawable))
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            .filter(|f| distance(f) <= NEAREST_FRAME_S)?;
        Some(Stick {
            line: frame.dowel_line.as_ref()?,
            contacts: frame.dowel.clone().unwrap_or_else(Dowel::cant_tell),
        })
    }

    pub fn points(&self) -> impl Iterator<Item = Point> {
        [self.line.from, self.line.to].into_iter()
    }

    pub fn draw(&self, m: &mut Markup, crop: Crop) {
        let pen = crop.width / 100.0;
        let wood = line(self.line.from, self.line.to);
        for (class, width) in [("wood-edge", 2.6), ("wood", 1.6)] {
            let width = px(width * pen);
            m.void(
                "path",
                &[("class", &class), ("d", &wood), ("stroke-width", &width)],
            );
        }
    }

    pub fn draw_contacts(&self, m: &mut Markup, crop: Crop) {
        let pen = crop.width / 100.0;
        let dowel = &self.contacts;
        let places = [
            (self.line.head, dowel.head),
            (Some(self.line.mid_back), dowel.mid_back),
            (Some(self.line.tailbone), dowel.tailbone),
        ];
        for (at, state) in places {
            if let Some(at) = at {
                self.contact(m, at, state, pen);
            }
        }
    }

    fn contact(&self, m: &mut Markup, at: Point, state: Contact, pen: f64) {
        let foot = self.foot(at);
        let gap_px = length(minus(foot, at));
        let radius = if state == Contact::CantTell { 2.6 } else { 2.2 } * pen;
        match state {
            Contact::Touching => {
                // As near as in the person's neutral: what space there is, is bridged.
                if gap_px > radius {
                    stroke(m, "touching", &line(at, foot), 1.6 * pen);
                }
            }
            Contact::Lifted => {
                let edge = along(at, minus(foot, at), radius.min(gap_px));
                stroke(m, "halo", &line(edge, foot), 2.2 * pen);
                stroke(m, "lifted", &line(edge, foot), 1.1 * pen);
                stroke(m, "halo", &circle(at, radius), 2.4 * pen);
            }
            Contact::CantTell => stroke(m, "halo", &circle(at, radius), 2.2 * pen),
        }
        let [x, y, r] = [at[0], at[1], radius].map(px);
        let width = px(pen);
        m.void(
            "circle",
            &[
                ("class", &class(state)),
                ("cx", &x),
                ("cy", &y),
                ("r", &r),
                ("stroke-width", &width),
            ],
        );
        if state == Contact::CantTell {
            let (y, size) = (px(at[1] + 0.6 * radius), px(1.8 * radius));
            m.leaf("text", &[("x", &x), ("y", &y), ("font-size", &size)], "?");
        }
    }

    /// The stick's point nearest to a place on the body.
    fn foot(&self, at: Point) -> Point {
        let (from, way) = (self.line.from, minus(self.line.to, self.line.from));
        let off = minus(at, from);
        let share = (off[0] * way[0] + off[1] * way[1]) / (way[0] * way[0] + way[1] * way[1]);
        let share = share.clamp(0.0, 1.0);
        [from[0] + share * way[0], from[1] + share * way[1]]
    }
}

fn is_drawable(line: &DowelLine) -> bool {
    let points = [line.from, line.to, line.tailbone, line.mid_back];
    let head = line.head.unwrap_or(line.from);
    let finite = points.iter().chain([&head]).flatten();
    finite.into_iter().all(|v| v.is_finite()) && line.from != line.to
}

fn stroke(m: &mut Markup, class: &str, d: &str, width: f64) {
    let width = px(width);
    m.void(
        "path",
        &[("class", &class), ("d", &d), ("stroke-width", &width)],
    );
}

fn circle([x, y]: Point, radius: f64) -> String {
    let (left, y, r, across) = (px(x - radius), px(y), px(radius), px(2.0 * radius));
    format!("M{left} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0")
}
