//! From the video's timestamps to seconds since its first frame.

use super::messages::FrameNote;

/// Makes time strictly increase: a frame that is not later than the one before is dropped, and a frame
/// without a timestamp comes one mean frame interval after the one before.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    time_base: (i64, i64),
    first_pts: i64,
    /// For frames without a timestamp.
    interval_s: f64,
    last_s: Option<f64>,
}

impl Clock {
    pub fn new(first: &FrameNote, fps: Option<f64>) -> Self {
        Clock {
            time_base: first.time_base,
            first_pts: first.pts.unwrap_or(0),
            interval_s: fps.filter(|fps| *fps > 0.0).map_or(1.0 / 30.0, f64::recip),
            last_s: None,
        }
    }

    /// Seconds since the first frame, or None when the frame is to be dropped.
    pub fn time_of(&mut self, pts: Option<i64>) -> Option<f64> {
        let t_s = match (pts, self.last_s) {
            (Some(pts), _) => self.seconds(pts.saturating_sub(self.first_pts)),
            (None, Some(last_s)) => last_s + self.interval_s,
            (None, None) => 0.0,
        };
        if self.last_s.is_some_and(|last_s| t_s <= last_s) {
            return None;
        }
        self.last_s = Some(t_s);
        Some(t_s)
    }

    /// The timestamp of the frame shown at `t_s`: exact for every time that `time_of` returned.
    pub fn pts_at(&self, t_s: f64) -> i64 {
        let (num, den) = self.time_base;
        self.first_pts
            .saturating_add((t_s * den as f64 / num as f64).round() as i64)
    }

    /// A timestamp in seconds, from the video's own zero.
    pub fn seconds(&self, pts: i64) -> f64 {
        let (num, den) = self.time_base;
        pts as f64 * num as f64 / den as f64
    }

    pub fn last_s(&self) -> f64 {
        self.last_s.unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::info::{Color, Matrix};
    use super::*;

    fn clock(first_pts: i64) -> Clock {
        let first = FrameNote {
            pts: Some(first_pts),
            time_base: (1001, 90_000),
            size: (64, 64),
            color: Color {
                matrix: Matrix::Bt709,
                full_range: false,
            },
            seen: 1,
        };
        Clock::new(&first, Some(25.0))
    }

    #[test]
    fn frames_that_are_not_later_are_dropped_and_missing_stamps_filled_in() {
        let mut clock = clock(900);
        let times: Vec<_> = [Some(900), Some(900), Some(990), Some(950), None, Some(1800)]
            .map(|pts| clock.time_of(pts))
            .into();
        assert_eq!(times[0], Some(0.0));
        assert_eq!(times[1], None);
        assert_eq!(times[2], Some(90.0 * 1001.0 / 90_000.0));
        assert_eq!(times[3], None);
        assert_eq!(times[4], Some(times[2].unwrap() + 0.04));
        assert_eq!(times[5], Some(900.0 * 1001.0 / 90_000.0));
    }

    #[test]
    fn a_time_leads_back_to_its_timestamp() {
        let mut clock = clock(-123_457);
        for pts in (-123_457..5_000_000).step_by(3_331) {
            let t_s = clock.time_of(Some(pts)).unwrap();
            assert_eq!(clock.pts_at(t_s), pts);
        }
    }
}
