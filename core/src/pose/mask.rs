//! The body's soft silhouette, as the network gives it: 256 × 256 over the region it looked at.

use crate::pose::roi::Roi;
use crate::pose::sigmoid;

const SIDE: usize = 256;
/// The network's numbers go up to ±1000; beyond this one the sigmoid is 0 or 1 to five digits.
const SURE: f32 = 12.0;

/// How surely each point of a region shows the body.
#[derive(Debug, Clone, PartialEq)]
pub struct Mask {
    /// As the network gives them: few of them are ever looked at.
    logits: Vec<f32>,
    roi: Roi,
}

impl Mask {
    /// `logits` is the network's 256 × 256 output for `roi`.
    pub(crate) fn new(logits: &[f32], roi: Roi) -> Self {
        Mask {
            logits: logits.to_vec(),
            roi,
        }
    }

    /// 0 (background) to 1 (body) at a point of the upright picture; 0 outside the region.
    pub fn at(&self, x_px: f64, y_px: f64) -> f64 {
        self.in_cells(self.cell(x_px, y_px))
    }

    /// The same along a line: the function's 0 is at `from_px`, its 1 at `to_px`.
    pub fn along(&self, from_px: [f64; 2], to_px: [f64; 2]) -> impl Fn(f64) -> f64 {
        let from = self.cell(from_px[0], from_px[1]);
        let to = self.cell(to_px[0], to_px[1]);
        let way = [to[0] - from[0], to[1] - from[1]];
        move |share| self.in_cells([from[0] + share * way[0], from[1] + share * way[1]])
    }

    /// Column and row of a point; the cells' centres are whole numbers.
    fn cell(&self, x_px: f64, y_px: f64) -> [f64; 2] {
        let shares = self.roi.from_picture(x_px, y_px);
        shares.map(|share| share * SIDE as f64 - 0.5)
    }

    fn in_cells(&self, [x, y]: [f64; 2]) -> f64 {
        let last = (SIDE - 1) as f64;
        if !(0.0..last).contains(&x) || !(0.0..last).contains(&y) {
            return 0.0;
        }
        let (column, row) = (x as usize, y as usize);
        let first = row * SIDE + column;
        let cells = [first, first + 1, first + SIDE, first + SIDE + 1];
        let [a, b, c, d] = cells.map(|i| probability(self.logits[i]));
        let mix = |a: f64, b: f64, share: f64| a + (b - a) * share;
        let (right, down) = (x - column as f64, y - row as f64);
        mix(mix(a, b, right), mix(c, d, right), down)
    }
}

fn probability(logit: f32) -> f64 {
    if logit > SURE {
        1.0
    } else if logit > -SURE {
        f64::from(sigmoid(logit))
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Body on the left half of a square about (300, 200).
    fn half(side_px: f64, rotation_rad: f64) -> Mask {
        let left = |i: usize| i % SIDE < SIDE / 2;
        let logits: Vec<f32> = (0..SIDE * SIDE)
            .map(|i| if left(i) { 20.0 } else { -20.0 })
            .collect();
        let roi = Roi {
            center_x_px: 300.0,
            center_y_px: 200.0,
            side_px,
            rotation_rad,
        };
        Mask::new(&logits, roi)
    }

    #[test]
    fn it_is_read_in_the_pictures_own_pixels() {
        let mask = half(512.0, 0.0);
        assert_eq!((mask.at(250.0, 200.0), mask.at(350.0, 200.0)), (1.0, 0.0));
        assert!((mask.at(300.0, 200.0) - 0.5).abs() < 1e-9);
        assert_eq!(mask.at(3000.0, 200.0), 0.0);
        assert_eq!(mask.at(f64::NAN, 200.0), 0.0);
    }

    #[test]
    fn a_turned_region_is_read_turned() {
        let mask = half(512.0, std::f64::consts::FRAC_PI_2);
        assert_eq!((mask.at(300.0, 150.0), mask.at(300.0, 250.0)), (1.0, 0.0));
        let down = mask.along([300.0, 100.0], [300.0, 300.0]);
        for share in [0.0, 0.3, 0.4995, 0.5, 0.503, 0.9] {
            let same = mask.at(300.0, 100.0 + 200.0 * share);
            assert!((down(share) - same).abs() < 1e-9, "{share}");
        }
    }

    #[test]
    fn what_is_no_number_is_background() {
        assert_eq!(probability(f32::NAN), 0.0);
        assert_eq!(probability(f32::NEG_INFINITY), 0.0);
        assert!((probability(0.0) - 0.5).abs() < 1e-9);
        assert!((probability(SURE) - 1.0).abs() < 1e-5);
    }
}
