//! Which landmark is which.

use crate::analysis::Side;

/// The joints the analysis reads, each with a left and a right landmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Joint {
    Eye,
    Ear,
    Mouth,
    Shoulder,
    Elbow,
    Wrist,
    Index,
    Hip,
    Knee,
    Ankle,
    Heel,
    /// The tip of the foot.
    Toe,
}

impl Joint {
    /// The index of this joint's landmark on one side of the body.
    pub const fn on(self, side: Side) -> usize {
        let left = match self {
            Joint::Eye => return if matches!(side, Side::Left) { 2 } else { 5 },
            Joint::Ear => 7,
            Joint::Mouth => 9,
            Joint::Shoulder => 11,
            Joint::Elbow => 13,
            Joint::Wrist => 15,
            Joint::Index => 19,
            Joint::Hip => 23,
            Joint::Knee => 25,
            Joint::Ankle => 27,
            Joint::Heel => 29,
            Joint::Toe => 31,
        };
        match side {
            Side::Left => left,
            Side::Right => left + 1,
        }
    }

    /// The landmark of the nose, the only one without a side.
    pub const NOSE: usize = 0;
}
