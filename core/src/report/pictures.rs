//! The strip of key pictures with the skeleton drawn on.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::markup::Markup;
use super::numbers::{angle, clock};
use super::skeleton::{Crop, Point, Skeleton, px};
use super::stick::Stick;
use super::words::{fault_name, severity};
use super::{KeyPicture, NEAREST_FRAME_S, PictureKind, ReportInput, contacts, faults, number_of};
use crate::analysis::{Analysis, FrameFacts, Rep, Side, ViewVerdict};
use crate::words::Words;

/// A picture wider or narrower than this would sit badly beside the others.
const NARROWEST: f64 = 0.62;

pub(super) fn section(m: &mut Markup, input: &ReportInput) {
    let shown: Vec<&KeyPicture> = input.pictures.iter().filter(|p| is_drawable(p)).collect();
    if shown.is_empty() {
        return;
    }
    // From the wrong place the angles would be wrong too.
    let judged = input.analysis.view.verdict == ViewVerdict::Ok;
    let drawn: Vec<Drawn> = shown
        .iter()
        .map(|picture| Drawn::over(picture, input, judged))
        .collect();
    let crop = common_crop(&drawn);
    super::section(m, "pictures", "report-section-pictures", |m| {
        let columns = columns(shown.len());
        m.element(
            "div",
            &[("class", &format_args!("strip of{columns}"))],
            |m| {
                for drawn in &drawn {
                    let crop = crop.unwrap_or_else(|| whole(drawn.picture));
                    figure(m, input.analysis, drawn, crop);
                }
            },
        );
        let note = if judged {
            "report-pictures-note"
        } else {
            "report-pictures-note_refused"
        };
        m.leaf("p", &[("class", &"note")], &m.say(note));
        if drawn.iter().any(|drawn| drawn.stick.is_some()) {
            m.leaf("p", &[("class", &"note")], &m.say("report-stick-note"));
        }
    });
}

/// A picture with what is drawn over it.
struct Drawn<'a> {
    picture: &'a KeyPicture,
    skeleton: Option<Skeleton<'a>>,
    stick: Option<Stick<'a>>,
}

impl<'a> Drawn<'a> {
    fn over(picture: &'a KeyPicture, input: &ReportInput<'a>, judged: bool) -> Self {
        let near = input.analysis.view.near_side.unwrap_or(Side::Right);
        // A back that was never told says so once for the set, not in every picture.
        let with_stick = judged && contacts::are_told(input.analysis);
        Drawn {
            picture,
            skeleton: nearest(input.frames, picture.t_s)
                .and_then(|frame| Skeleton::of(frame, near, judged)),
            stick: Stick::at(input.frames, picture.t_s).filter(|_| with_stick),
        }
    }

    fn in_words(&self, words: &Words) -> String {
        let angles = match &self.skeleton {
            Some(skeleton) if skeleton.with_angles => angles(words, skeleton.frame),
            Some(_) => words.get("report-pictures-angles_withheld"),
            None => words.get("report-pictures-no_skeleton"),
        };
        let stick = self
            .stick
            .as_ref()
            .map(|s| contacts::spoken(words, &s.contacts));
        let parts: Vec<String> = [Some(angles), stick].into_iter().flatten().collect();
        parts.join("; ")
    }

    fn points(&self) -> impl Iterator<Item = Point> {
        let body = self.skeleton.iter().flat_map(Skeleton::points);
        let stick = self.stick.iter().flat_map(Stick::points);
        body.chain(stick)
    }
}

/// As many beside each other as leave the last row fullest.
fn columns(pictures: usize) -> usize {
    match pictures {
        0..=4 | 7 | 8 => 4,
        5 | 9 | 10 => 5,
        _ => 6,
    }
}

fn is_drawable(p: &KeyPicture) -> bool {
    p.source_width > 0 && p.source_height > 0 && !p.jpeg.is_empty()
}

fn nearest(frames: &[FrameFacts], t_s: f64) -> Option<&FrameFacts> {
    let distance = |f: &FrameFacts| (f.t_s - t_s).abs();
    frames
        .iter()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        .filter(|f| distance(f) <= NEAREST_FRAME_S)
}

fn whole(p: &KeyPicture) -> Crop {
    Crop {
        x: 0.0,
        y: 0.0,
        width: f64::from(p.source_width),
        height: f64::from(p.source_height),
    }
}

/// One rectangle around the body in all the pictures, so that they compare at the same scale.
/// None when the pictures differ in size or nobody is in them.
fn common_crop(drawn: &[Drawn]) -> Option<Crop> {
    let first = whole(drawn.first()?.picture);
    if drawn.iter().any(|d| whole(d.picture) != first) {
        return None;
    }
    let points: Vec<Point> = drawn.iter().flat_map(Drawn::points).collect();
    let (left, right) = super::numbers::range(points.iter().map(|p| p[0]))?;
    let (top, bottom) = super::numbers::range(points.iter().map(|p| p[1]))?;
    let tall = bottom - top;
    // The crown of the head lies above the highest landmark, the ear.
    let (y0, y1) = (top - 0.15 * tall, bottom + 0.06 * tall);
    let height = (y1 - y0).clamp(1.0, first.height);
    let width = (right - left + 0.4 * tall)
        .max(NARROWEST * height)
        .clamp(1.0, first.width);
    let x0 = (left + right - width) / 2.0;
    Some(Crop {
        x: x0.clamp(0.0, first.width - width),
        y: y0.clamp(0.0, first.height - height),
        width,
        height,
    })
}

fn figure(m: &mut Markup, analysis: &Analysis, drawn: &Drawn, crop: Crop) {
    let picture = drawn.picture;
    let rep = picture
        .rep
        .and_then(|i| analysis.reps.iter().find(|r| r.index == i));
    let moment = moment(m.words(), analysis, picture, rep);
    let seen = rep.map(|rep| found(m.words(), rep)).unwrap_or_default();
    let time = clock(m.words(), picture.t_s);
    let alt = m.fill(
        "report-pictures-alt",
        &[
            ("moment", (&moment).into()),
            ("time", (&time).into()),
            ("shown", drawn.in_words(m.words()).into()),
            ("faults", seen.join(", ").into()),
        ],
    );
    m.element("figure", &[], |m| {
        svg(m, drawn, crop, alt.trim());
        m.element("figcaption", &[], |m| {
            m.leaf("b", &[], &moment);
            m.leaf("span", &[("class", &"when")], &format!(" {time}"));
            if let Some(rep) = rep {
                let class = if faults(rep).next().is_some() {
                    "faulty"
                } else {
                    "plain"
                };
                m.element("ul", &[("class", &class)], |m| {
                    for line in &seen {
                        m.leaf("li", &[], line);
                    }
                });
            }
            if let Some(stick) = &drawn.stick {
                let name = m.say("report-stick-name");
                let attributes: super::markup::Attributes =
                    &[("class", &"contacts"), ("aria-label", &name)];
                m.element("ul", attributes, |m| contacts::list(m, &stick.contacts));
            }
        });
    });
}

fn svg(m: &mut Markup, drawn: &Drawn, crop: Crop, alt: &str) {
    let picture = drawn.picture;
    let [x, y, width, height] = [crop.x, crop.y, crop.width, crop.height].map(px);
    let view = format!("{x} {y} {width} {height}");
    m.element(
        "svg",
        &[("viewBox", &view), ("role", &"img"), ("aria-label", &alt)],
        |m| {
            let data = format!("data:image/jpeg;base64,{}", BASE64.encode(&picture.jpeg));
            m.void(
                "image",
                &[
                    ("href", &data),
                    ("width", &picture.source_width),
                    ("height", &picture.source_height),
                    // The JPEG may be a smaller copy of the frame whose sides were rounded.
                    ("preserveAspectRatio", &"none"),
                ],
            );
            // The angles' labels stay readable over the stick, and the contacts over all.
            if let Some(stick) = &drawn.stick {
                stick.draw(m, crop);
            }
            if let Some(skeleton) = &drawn.skeleton {
                skeleton.draw(m, crop);
            }
            if let Some(stick) = &drawn.stick {
                stick.draw_contacts(m, crop);
            }
        },
    );
}

fn moment(words: &Words, analysis: &Analysis, picture: &KeyPicture, rep: Option<&Rep>) -> String {
    match (picture.kind, rep) {
        (PictureKind::Standing, _) => words.get("report-pictures-standing"),
        (PictureKind::Bottom, None) => words.get("report-pictures-bottom_unknown"),
        (PictureKind::Bottom, Some(rep)) => match number_of(analysis, rep) {
            Some(n) => words.fill("report-pictures-bottom", &[("rep", n.into())]),
            None => words.get("report-pictures-bottom_attempt"),
        },
    }
}

fn angles(words: &Words, frame: &FrameFacts) -> String {
    let number = |deg: Option<f64>| angle(deg.unwrap_or(f64::NAN));
    words.fill(
        "report-pictures-angles",
        &[
            ("hip", number(frame.hip_flexion_deg).into()),
            ("knee", number(frame.knee_flexion_deg).into()),
            ("trunk", number(frame.trunk_lean_deg).into()),
        ],
    )
}

/// What was found in the repetition, a line each.
fn found(words: &Words, rep: &Rep) -> Vec<String> {
    if !rep.counted {
        return vec![super::tables::attempt_reason(words, rep)];
    }
    if !rep.is_judged() {
        return vec![words.get("report-pictures-not_judged")];
    }
    let lines: Vec<String> = faults(rep)
        .map(|f| {
            format!(
                "{} ({})",
                fault_name(words, f.id),
                severity(words, f.severity)
            )
        })
        .collect();
    if lines.is_empty() {
        return vec![words.get("report-pictures-clean")];
    }
    lines
}
