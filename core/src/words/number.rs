//! How a language writes numbers. Fluent itself leaves that to the program.

use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind;

/// As `NUMBER()` has it when a message says nothing else.
const MAX_FRACTION_DIGITS: usize = 3;

pub fn with_point<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(value)
}

pub fn with_comma<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(value).map(|number| number.replace('.', ","))
}

/// With as many fraction digits as the message asks for; none where `value` is no number.
fn written(value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let least = number.options.minimum_fraction_digits.unwrap_or(0);
    let most = number.options.maximum_fraction_digits;
    let most = most.unwrap_or(MAX_FRACTION_DIGITS).max(least);
    let mut text = format!("{:.most$}", number.value);
    if let Some(point) = text.find('.') {
        let digits = text[point + 1..].trim_end_matches('0').len().max(least);
        text.truncate(if digits == 0 {
            point
        } else {
            point + 1 + digits
        });
    }
    Some(text).map(|text| if text == "-0" { "0".to_owned() } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

    fn number(value: f64, least: Option<usize>, most: Option<usize>) -> String {
        let options = FluentNumberOptions {
            minimum_fraction_digits: least,
            maximum_fraction_digits: most,
            ..Default::default()
        };
        written(&FluentValue::Number(FluentNumber::new(value, options))).unwrap()
    }

    #[test]
    fn fraction_digits_are_those_asked_for() {
        assert_eq!(number(1.0, None, None), "1");
        assert_eq!(number(1.25, None, None), "1.25");
        assert_eq!(number(1.0 / 3.0, None, None), "0.333");
        assert_eq!(number(2.0, Some(1), None), "2.0");
        assert_eq!(number(71.6, None, Some(0)), "72");
        assert_eq!(number(100.0, None, Some(0)), "100");
        assert_eq!(number(-0.04, None, Some(1)), "0");
    }
}
