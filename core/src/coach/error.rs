use crate::frame::FrameError;
use crate::pose::ModelError;
use crate::practice::{CommandError, PlanError};
use crate::store::StoreError;
use crate::store::export::ExportError;

/// Why the coach could not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CoachError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Model(#[from] ModelError),
    #[error(transparent)]
    Plan(#[from] PlanError),
    #[error(transparent)]
    Command(#[from] CommandError),
    #[error(transparent)]
    Frame(#[from] FrameError),
    #[error("there is no drill {0:?}")]
    NoSuchDrill(String),
    #[error(
        "the picture changed its size during the session: keep the phone as it is, or begin anew"
    )]
    SizeChanged,
}

impl From<ExportError> for CoachError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Store(error) => error.into(),
            ExportError::Write(error) => StoreError::from(error).into(),
        }
    }
}
