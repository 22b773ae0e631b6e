//! Where a session is, and how it ended.

use serde::{Deserialize, Serialize};

/// Where the session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "stage", content = "why")]
pub enum Stage {
    /// Something about phone, light or place is to mend.
    SetUp,
    /// The person's own standing posture is being learned.
    HoldStill,
    CountIn,
    Set,
    Paused(PauseReason),
    Rest,
    Done(Ending),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    /// Nobody is in the picture.
    Lost,
    ByHand,
}

/// How a session came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Every set was done.
    Finished,
    ByHand,
    /// The person came to the phone.
    WalkedUp,
    /// The person left and did not come back.
    Left,
    /// The stop rule: it hurt clearly more than before.
    Pain,
}
