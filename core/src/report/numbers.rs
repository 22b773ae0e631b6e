//! Numbers as a person reads them. Whatever is not finite shows as a dash.

use crate::analysis::Tempo;

const DASH: &str = "–";

/// `82°`
pub(super) fn angle(deg: f64) -> String {
    whole(deg).map_or(DASH.into(), |n| format!("{n}°"))
}

/// `1.5`
pub(super) fn tenths(value: f64) -> String {
    if value.is_finite() {
        signed(format!("{:.1}", value + 0.0))
    } else {
        DASH.into()
    }
}

/// `1.5 – 0.3 – 1.2`
pub(super) fn tempo(t: Tempo) -> String {
    [t.down, t.pause, t.up].map(tenths).join(" – ")
}

/// `0:07.3`
pub(super) fn clock(t_s: f64) -> String {
    if !t_s.is_finite() {
        return DASH.into();
    }
    let tenths = (t_s.max(0.0) * 10.0).round() as u64;
    format!("{}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10)
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

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(angle(81.6), "82°");
        assert_eq!(angle(-0.4), "0°");
        assert_eq!(angle(-3.2), "−3°");
        assert_eq!(angle(f64::NAN), "–");
        assert_eq!(tenths(-0.01), "0.0");
        assert_eq!(clock(67.34), "1:07.3");
        assert_eq!(clock(59.97), "1:00.0");
        assert_eq!(clock(f64::INFINITY), "–");
        assert_eq!(minutes(59.7), "1:00");
    }

    #[test]
    fn median_and_range_skip_what_is_not_a_number() {
        assert_eq!(median([3.0, f64::NAN, 1.0, 2.0]), Some(2.0));
        assert_eq!(median([1.0, 2.0]), Some(1.5));
        assert_eq!(median([]), None);
        assert_eq!(range([2.0, f64::NAN, -1.0]), Some((-1.0, 2.0)));
    }
}
