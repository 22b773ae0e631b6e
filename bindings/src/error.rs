//! What can go wrong, by what a shell can do about it.

use dowel_core::coach::CoachError;
use dowel_core::frame::FrameError;
use dowel_core::practice::CommandError;
use dowel_core::store::StoreError;

/// Why a call did not do what was asked. Its text is one sentence that says what to do; in English, for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum DowelError {
    /// The frame's size, strides or time make no sense: drop it.
    #[error("{0}")]
    BadFrame(String),
    /// The picture has another size than at first: begin a new session.
    #[error("{0}")]
    PictureChanged(String),
    /// A value makes no sense: ask again.
    #[error("{0}")]
    BadRequest(String),
    /// Not at this moment: the session is over, or no set is going on.
    #[error("{0}")]
    NotNow(String),
    /// There is no such drill, session or set.
    #[error("{0}")]
    NotFound(String),
    /// A network or ONNX Runtime is missing, damaged or failed: install the app again.
    #[error("{0}")]
    Model(String),
    /// The disk is full: free some space. Everything finished waits and is written later.
    #[error("{0}")]
    DiskFull(String),
    /// A newer Dowel wrote the session file: update the app.
    #[error("{0}")]
    NewerData(String),
    /// The session file can't be used.
    #[error("{0}")]
    Storage(String),
    /// A mistake in Dowel, caught; the next call works again. Worth a report.
    #[error("Dowel made a mistake and went on; please report what you were doing")]
    Defect,
}

pub type Result<T> = std::result::Result<T, DowelError>;

impl From<CoachError> for DowelError {
    fn from(error: CoachError) -> Self {
        let text = error.to_string();
        match error {
            CoachError::Store(error) => error.into(),
            CoachError::Frame(error) => error.into(),
            CoachError::Command(error) => error.into(),
            CoachError::Model(_) => DowelError::Model(text),
            CoachError::Plan(_) => DowelError::BadRequest(text),
            CoachError::NoSuchDrill(_) => DowelError::NotFound(text),
            CoachError::SizeChanged => DowelError::PictureChanged(text),
            _ => DowelError::Storage(text),
        }
    }
}

impl From<StoreError> for DowelError {
    fn from(error: StoreError) -> Self {
        let text = error.to_string();
        match error {
            StoreError::Full => DowelError::DiskFull(text),
            StoreError::NewerSchema { .. } => DowelError::NewerData(text),
            StoreError::NotFound(_) | StoreError::NoSuchSet { .. } => DowelError::NotFound(text),
            _ => DowelError::Storage(text),
        }
    }
}

impl From<FrameError> for DowelError {
    fn from(error: FrameError) -> Self {
        DowelError::BadFrame(error.to_string())
    }
}

impl From<CommandError> for DowelError {
    fn from(error: CommandError) -> Self {
        let text = error.to_string();
        match error {
            CommandError::Plan(_) => DowelError::BadRequest(text),
            CommandError::Over | CommandError::NoSet => DowelError::NotNow(text),
        }
    }
}
