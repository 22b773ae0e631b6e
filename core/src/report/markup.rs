//! Writes HTML and SVG in which every text and attribute is escaped and every element is closed.

use std::fmt::{Display, Write};

pub(super) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    pub fn finish(self) -> String {
        self.0
    }

    /// `<name …>inside</name>`
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Markup),
    ) {
        self.open(name, attributes);
        self.0.push('>');
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element that holds only text.
    pub fn leaf(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |m| m.text(text));
    }

    /// `<name …/>`, for HTML's void elements and SVG's shapes.
    pub fn void(&mut self, name: &str, attributes: Attributes) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    pub fn text(&mut self, text: &str) {
        escape_into(&mut self.0, text);
    }

    /// Text that is markup already. Only for constants of this crate.
    pub fn constant(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    fn open(&mut self, name: &str, attributes: Attributes) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            let _ = write!(self.0, " {key}=\"");
            escape_into(&mut self.0, &value.to_string());
            self.0.push('"');
        }
    }
}

fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Control characters are not allowed in a document and would show as boxes.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}
