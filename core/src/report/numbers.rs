//! Numbers as a person reads them. Whatever is not finite shows as a dash.

use crate::analysis::Tempo;
use crate::words::Words;

const DASH: &str = "–";

/// `82°`
pub(super) fn angle(deg: f64) -> String {
    whole(deg).map_or(DASH.into(), |n| format!("{n}°"))
}

/// `1.5`
pub(super) fn tenths(words: &Words, value: f64) -> String {
    if value.is_finite() {
        signed(words.decimal(value, 1))
    } else {
        DASH.into()
    }
}

/// `1.5 – 0.3 – 1.2`
pub(super) fn tempo(words: &Words, t: Tempo) -> String {
    [t.down, t.pause, t.up]
        .map(|s| tenths(words, s))
        .join(" – ")
}

/// `0:07.3`
pub(super) fn clock(words: &Words, t_s: f64) -> String {
    if !t_s.is_finite() {
        return DASH.into();
    }
    let tenths = (t_s.max(0.0) * 10.0).round() as u64;
    // Padded to two digits before the point: 7.3 is 07.3.
    let seconds = words.decimal((tenths % 600) as f64 / 10.0, 1);
    format!("{}:{seconds:0>4}", tenths / 600)
}

/// `0:07`
pub(super) fn minutes(t_s: f64) -> String {
    if !t_s.is_finite() {
        return DASH.into();
    }
    let s = t_s.max(0.0).round() as u64;
    format!("{}:{:02}", s / 60, s % 60)
}

/// The middle of the finite values.
pub(super) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut v: Vec<f64> = values.into_iter().filter(|x| x.is_finite()).collect();
    v.sort_by(f64::total_cmp);
    let mid = v.len() / 2;
    match v.len() {
        0 => None,
        n if n % 2 == 1 => Some(v[mid]),
        _ => Some((v[mid - 1] + v[mid]) / 2.0),
    }
}

/// The smallest and the largest of the finite values.
pub(super) fn range(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values
        .into_iter()
        .filter(|x| x.is_finite())
        .fold(None, |r, x| {
            let (low, high) = r.unwrap_or((x, x));
            Some((low.min(x), high.max(x)))
        })
}

fn whole(value: f64) -> Option<String> {
    // Adding zero turns a negative zero into a plain one.
    value
        .is_finite()
        .then(|| signed(format!("{:.0}", value.round() + 0.0)))
}

fn signed(number: String) -> String {
    match number.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|b| b == b'0' || b == b'.') => rest.to_owned(),
        Some(rest) => format!("\u{2212}{rest}"),
        None => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(angle(81.6), "82°");
        assert_eq!(angle(-0.4), "0°");
        assert_eq!(angle(-3.2), "−3°");
        assert_eq!(angle(f64::NAN), "–");
        let english = &Words::default();
        assert_eq!(tenths(english, -0.01), "0.0");
        assert_eq!(clock(english, 67.34), "1:07.3");
        assert_eq!(clock(english, 59.97), "1:00.0");
        assert_eq!(clock(english, f64::INFINITY), "–");
        assert_eq!(minutes(59.7), "1:00");
    }

    #[test]
    fn each_language_has_its_decimal_sign() {
        let german = &Words::of(Language::German);
        assert_eq!(clock(german, 67.34), "1:07,3");
        let (down, pause, up) = (1.5, 0.25, -2.0);
        assert_eq!(tempo(german, Tempo { down, pause, up }), "1,5 – 0,2 – −2,0");
    }

    #[test]
    fn median_and_range_skip_what_is_not_a_number() {
        assert_eq!(median([3.0, f64::NAN, 1.0, 2.0]), Some(2.0));
        assert_eq!(median([1.0, 2.0]), Some(1.5));
        assert_eq!(median([]), None);
        assert_eq!(range([2.0, f64::NAN, -1.0]), Some((-1.0, 2.0)));
    }
}
