//! The stick's three contacts in a terminal.

use std::env;

use dowel_core::analysis::{Contact, Dowel, Rep};

/// The signs of the three states.
#[derive(Debug, Clone, Copy)]
pub struct Signs {
    touching: char,
    lifted: char,
}

const CANT_TELL: char = '?';

impl Signs {
    const DOTS: Signs = Signs {
        touching: '●',
        lifted: '○',
    };
    const LETTERS: Signs = Signs {
        touching: 'T',
        lifted: 'L',
    };

    /// Letters where the terminal's locale has no dots.
    pub fn of_locale() -> Self {
        let set = ["LC_ALL", "LC_CTYPE", "LANG"].map(|name| env::var(name).unwrap_or_default());
        let locale = set.iter().find(|value| !value.is_empty());
        Self::of(locale.map_or("", String::as_str))
    }

    fn of(locale: &str) -> Self {
        let name = locale.to_ascii_uppercase();
        if name.contains("UTF-8") || name.contains("UTF8") {
            Self::DOTS
        } else {
            Self::LETTERS
        }
    }

    /// Head, mid-back and tailbone, such as `●●○`.
    pub fn contacts(&self, dowel: &Dowel) -> String {
        dowel
            .contacts()
            .map(|contact| match contact {
                Contact::Touching => self.touching,
                Contact::Lifted => self.lifted,
                Contact::CantTell => CANT_TELL,
            })
            .iter()
            .collect()
    }

    pub fn legend(&self) -> String {
        format!(
            "stick: head, mid-back, tailbone; {} touches, {} lifted, {CANT_TELL} can't tell; \
             clean: hip flexion with all of them on",
            self.touching, self.lifted
        )
    }
}

/// Some counted repetition has a contact that could be told.
pub fn is_told(reps: &[Rep]) -> bool {
    reps.iter()
        .filter(|rep| rep.counted)
        .any(|rep| rep.dowel.contacts() != [Contact::CantTell; 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_without_dots_gets_letters() {
        let dowel = Dowel {
            head: Contact::Touching,
            mid_back: Contact::CantTell,
            tailbone: Contact::Lifted,
            first_lost_s: None,
        };
        for locale in ["en_US.UTF-8", "de_DE.utf8", "C.UTF-8"] {
            assert_eq!(Signs::of(locale).contacts(&dowel), "●?○", "{locale}");
        }
        for locale in ["", "C", "POSIX", "de_DE.ISO-8859-1"] {
            let signs = Signs::of(locale);
            assert_eq!(signs.contacts(&dowel), "T?L", "{locale}");
            assert!(signs.legend().is_ascii());
        }
    }
}
