//! Writes HTML and SVG in which every text and attribute is escaped and every element is closed.

use std::fmt::{Display, Write};

use serde::Serialize;

use super::words;
use crate::analysis::FaultId;
use crate::words::{Value, Words};

pub(super) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// A page that grows, in one language.
pub(super) struct Markup {
    page: String,
    words: Words,
}

impl Markup {
    pub fn new(words: &Words) -> Self {
        Markup {
            page: String::new(),
            words: words.clone(),
        }
    }

    pub fn finish(self) -> String {
        self.page
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The message `id`.
    pub fn say(&self, id: &str) -> String {
        self.words.get(id)
    }

    /// The message `id` with its values.
    pub fn fill(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.words.fill(id, values)
    }

    /// The text of one variant of a contract enum.
    pub fn of<T: Serialize>(&self, pattern: &str, variant: T) -> String {
        words::of(&self.words, pattern, variant)
    }

    pub fn fault_name(&self, id: FaultId) -> String {
        words::fault_name(&self.words, id)
    }

    /// `<name …>inside</name>`
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Markup),
    ) {
        self.open(name, attributes);
        self.page.push('>');
        inside(self);
        self.page.push_str("</");
        self.page.push_str(name);
        self.page.push('>');
    }

    /// An element that holds only text.
    pub fn leaf(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |m| m.text(text));
    }

    /// `<name …/>`, for HTML's void elements and SVG's shapes.
    pub fn void(&mut self, name: &str, attributes: Attributes) {
        self.open(name, attributes);
        self.page.push_str("/>");
    }

    pub fn text(&mut self, text: &str) {
        escape_into(&mut self.page, text);
    }

    /// Text that is markup already. Only for constants of this crate.
    pub fn constant(&mut self, markup: &'static str) {
        self.page.push_str(markup);
    }

    fn open(&mut self, name: &str, attributes: Attributes) {
        self.page.push('<');
        self.page.push_str(name);
        for (key, value) in attributes {
            let _ = write!(self.page, " {key}=\"");
            escape_into(&mut self.page, &value.to_string());
            self.page.push('"');
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
