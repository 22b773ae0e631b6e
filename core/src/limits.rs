//! The page "what Dowel can and can't see", in plain words. `LIMITS.md` is the same for engineers.

use crate::words::Words;

const SECTIONS: [&str; 7] = [
    "place",
    "light",
    "back",
    "alarms",
    "unjudged",
    "measured",
    "professional",
];

/// One section of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub title: String,
    /// A sentence each.
    pub lines: Vec<String>,
}

pub fn sections(words: &Words) -> Vec<Section> {
    let section = |name: &&str| Section {
        title: words.get(&format!("limits-{name}-title")),
        lines: words
            .get(&format!("limits-{name}-lines"))
            .lines()
            .map(str::to_owned)
            .collect(),
    };
    SECTIONS.iter().map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    const MEASURED: &str = include_str!("../../LIMITS.md");

    fn texts(language: Language) -> Vec<String> {
        let sections = sections(&Words::of(language));
        sections
            .into_iter()
            .flat_map(|section| section.lines)
            .collect()
    }

    /// As `3 of 96`, `12-15` or `32`.
    fn figures(text: &str, of: &str) -> Vec<String> {
        let mut figures: Vec<String> = Vec::new();
        let mut joins = false;
        for word in text.split_whitespace() {
            let figure = word.trim_matches(|c: char| !c.is_ascii_digit());
            match figures.last_mut() {
                Some(last) if joins && !figure.is_empty() => *last = format!("{last} of {figure}"),
                _ if !figure.is_empty() => figures.push(figure.to_owned()),
                _ => {}
            }
            joins = word == of;
        }
        figures
    }

    #[test]
    fn every_section_has_a_title_and_a_few_sentences() {
        for &language in Language::ALL {
            for section in sections(&Words::of(language)) {
                assert!(!section.title.starts_with("limits-"), "{section:?}");
                assert!((2..=4).contains(&section.lines.len()), "{section:?}");
                for line in &section.lines {
                    assert!(line.ends_with('.'), "{line:?} is no sentence");
                }
            }
        }
    }

    #[test]
    fn every_figure_is_a_measured_one_and_the_same_in_each_language() {
        let english = figures(&texts(Language::English).join(" "), "of");
        assert!(english.contains(&"3 of 96".to_owned()), "{english:?}");
        assert!(english.contains(&"12-15".to_owned()), "{english:?}");
        for figure in &english {
            let whole = |(at, _): &(usize, &str)| {
                let is_free = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
                is_free(MEASURED[..*at].chars().next_back())
                    && is_free(MEASURED[at + figure.len()..].chars().next())
            };
            let is_measured = MEASURED.match_indices(figure.as_str()).any(|m| whole(&m));
            assert!(is_measured, "{figure} does not stand in LIMITS.md");
        }
        assert_eq!(figures(&texts(Language::German).join(" "), "von"), english);
    }
}
