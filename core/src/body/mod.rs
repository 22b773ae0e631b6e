//! From landmarks to what a physiotherapist reads off a side view: near side, view, angles, standing neutral.

mod near_side;
mod neutral;
mod posture;
mod sole;
mod view;

pub use near_side::{NearSide, NearSideWatch};
pub use neutral::{Neutral, NeutralWatch};
pub use posture::{Point, Posture};
pub use sole::Sole;
pub use view::{Glance, PictureSize, ViewWatch};

/// The middle value; NaN when there is none. Reorders `values`.
pub(crate) fn median(values: &mut [f64]) -> f64 {
    if values.is_empty() {
        return f64::NAN;
    }
    let middle = values.len() / 2;
    *values.select_nth_unstable_by(middle, f64::total_cmp).1
}
