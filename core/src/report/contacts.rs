//! The three contacts of the stick in words and signs: a shape, a colour and a name for each state.

use super::counted;
use super::markup::Markup;
use crate::analysis::{Analysis, Contact, Dowel};
use crate::words::Words;

/// A place where the stick should touch.
struct Place {
    name: &'static str,
    read: fn(&Dowel) -> Contact,
}

/// From the top of the stick down.
const PLACES: [Place; 3] = [
    Place {
        name: "report-place-head",
        read: |dowel| dowel.head,
    },
    Place {
        name: "report-place-mid_back",
        read: |dowel| dowel.mid_back,
    },
    Place {
        name: "report-place-tailbone",
        read: |dowel| dowel.tailbone,
    },
];

pub(super) fn is_told(dowel: &Dowel) -> bool {
    PLACES
        .iter()
        .any(|place| (place.read)(dowel) != Contact::CantTell)
}

/// Some repetition has a contact that could be told; otherwise the report speaks of the back only once.
pub(super) fn are_told(analysis: &Analysis) -> bool {
    counted(analysis).any(|rep| is_told(&rep.dowel))
}

/// `stick touches head and mid-back, tailbone lifted`
pub(super) fn spoken(words: &Words, dowel: &Dowel) -> String {
    let parts = [
        (Contact::Touching, "report-stick-touches"),
        (Contact::Lifted, "report-stick-lifted"),
        (Contact::CantTell, "report-stick-cant_tell"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter_map(|(state, key)| {
            let places = places(words, dowel, state)?;
            Some(words.fill(key, &[("places", places.into())]))
        })
        .collect();
    words.fill("report-stick-spoken", &[("states", said.join(", ").into())])
}

fn places(words: &Words, dowel: &Dowel, state: Contact) -> Option<String> {
    let names: Vec<String> = PLACES
        .iter()
        .filter(|place| (place.read)(dowel) == state)
        .map(|place| words.get(place.name))
        .collect();
    let (last, before) = names.split_last()?;
    Some(if before.is_empty() {
        last.clone()
    } else {
        let first = before.join(", ");
        words.fill(
            "report-stick-and",
            &[("first", first.into()), ("last", last.into())],
        )
    })
}

/// The three states as signs, for a narrow cell.
pub(super) fn signs(m: &mut Markup, dowel: &Dowel) {
    let label = spoken(m.words(), dowel);
    let attributes: super::markup::Attributes = &[
        ("class", &"signs"),
        ("role", &"img"),
        ("aria-label", &label),
        ("title", &label),
    ];
    m.element("span", attributes, |m| {
        for place in &PLACES {
            let state = (place.read)(dowel);
            m.leaf("b", &[("class", &class(state))], sign(state));
        }
    });
}

fn sign(state: Contact) -> &'static str {
    match state {
        Contact::Touching => "●",
        Contact::Lifted => "○",
        Contact::CantTell => "?",
    }
}

pub(super) fn class(state: Contact) -> &'static str {
    match state {
        Contact::Touching => "touching",
        Contact::Lifted => "lifted",
        Contact::CantTell => "cant-tell",
    }
}

/// The states under a picture, a line each; one line when nothing can be told.
pub(super) fn list(m: &mut Markup, dowel: &Dowel) {
    let line = |m: &mut Markup, state: Contact, words: &str| {
        m.element("li", &[], |m| {
            pictogram(m, state);
            m.leaf("span", &[], words);
        });
    };
    if !is_told(dowel) {
        let untold = m.say("report-stick-untold");
        return line(m, Contact::CantTell, &untold);
    }
    for place in &PLACES {
        let state = (place.read)(dowel);
        let (name, word) = (m.say(place.name), m.of("report-contact-{id}", state));
        let values = [("place", name.into()), ("state", word.into())];
        let words = m.fill("report-stick-line", &values);
        line(m, state, &words);
    }
}

/// The sign of a state as it is drawn over the pictures, beside an upright bit of the stick.
fn pictogram(m: &mut Markup, state: Contact) {
    let attributes: super::markup::Attributes = &[
        ("class", &"pictogram"),
        ("viewBox", &"0 0 20 16"),
        ("aria-hidden", &"true"),
    ];
    m.element("svg", attributes, |m| {
        let class = class(state);
        m.void("path", &[("class", &"wood"), ("d", &"M17 1V15")]);
        let (x, join) = match state {
            Contact::Touching => (9, "M9 8H17"),
            Contact::Lifted => (6, "M11 8H12.5M14 8H15"),
            Contact::CantTell => (7, ""),
        };
        if !join.is_empty() {
            m.void("path", &[("class", &class), ("d", &join)]);
        }
        let r = if state == Contact::Touching { 5.0 } else { 4.6 };
        m.void(
            "circle",
            &[("class", &class), ("cx", &x), ("cy", &8), ("r", &r)],
        );
        if state == Contact::CantTell {
            m.leaf("text", &[("x", &x), ("y", &11), ("font-size", &8)], "?");
        }
    });
}

/// What the signs mean, for under a table of them.
pub(super) fn legend(m: &mut Markup) {
    m.element("p", &[("class", &"legend")], |m| {
        for state in [Contact::Touching, Contact::Lifted, Contact::CantTell] {
            m.element("span", &[("class", &"signs")], |m| {
                m.leaf("b", &[("class", &class(state))], sign(state));
                m.leaf("i", &[], &m.of("report-contact-{id}", state));
            });
        }
        m.leaf("span", &[], &m.say("report-stick-order"));
    });
}
