//! What is noted about a session beside its reps: how it felt, how it ended, what follows from it.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::analysis::FaultId;
pub use crate::practice::Ending;

use super::read::Fields;
use super::words::{Finite, Json, Word};
use super::{SessionId, Store, StoreError};

/// What the person says about a session, how it ended, and the range limit that held after it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Notes {
    /// None while it was not asked or not answered; so for all of these.
    pub pain_before: Option<Pain>,
    pub pain_after: Option<Pain>,
    /// Where the work was felt; empty when nothing was named.
    pub felt: Vec<Felt>,
    pub ended: Option<Ending>,
    /// The personal range limit after the session: hip flexion in degrees.
    pub limit_deg: Option<f64>,
}

/// Pain on the usual scale, 0 for none to 10 for the worst imaginable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Pain(u8);

/// The number is not on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("pain is a whole number from 0 to 10")]
pub struct NotOnThePainScale;

impl TryFrom<u8> for Pain {
    type Error = NotOnThePainScale;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        (number <= 10)
            .then_some(Pain(number))
            .ok_or(NotOnThePainScale)
    }
}

impl From<Pain> for u8 {
    fn from(pain: Pain) -> Self {
        pain.0
    }
}

/// Where a person felt the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Felt {
    Hamstrings,
    Glutes,
    Quads,
    LowBack,
    Elsewhere,
}

impl Felt {
    /// The fault that work felt there speaks of: quads of knees that bend too much, the low back of rounding.
    /// The backs of the legs and the glutes are where a hinge belongs.
    pub fn points_to(self) -> Option<FaultId> {
        match self {
            Felt::Quads => Some(FaultId::Squatting),
            Felt::LowBack => Some(FaultId::RoundedLowerBack),
            Felt::Hamstrings | Felt::Glutes | Felt::Elsewhere => None,
        }
    }
}

impl Store {
    /// Changes what is noted about a session, whatever else was noted about it before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Other`] for a limit that is not finite; or as [`Store::add_rep`].
    pub fn note(
        &mut self,
        id: SessionId,
        change: impl FnOnce(&mut Notes),
    ) -> Result<(), StoreError> {
        let tx = self.write()?;
        let mut notes = tx
            .prepare_cached(&format!("SELECT {NOTES} FROM sessions WHERE id = ?1"))?
            .query_row([id.0], |row| notes(&mut Fields::of(row)))
            .optional()?
            .ok_or(StoreError::NotFound(id))?;
        change(&mut notes);
        tx.execute(
            "UPDATE sessions SET pain_before = ?2, pain_after = ?3, felt = ?4, ended = ?5, limit_deg = ?6
             WHERE id = ?1",
            params![
                id.0,
                notes.pain_before.map(u8::from),
                notes.pain_after.map(u8::from),
                Json(notes.felt),
                notes.ended.map(Word),
                notes.limit_deg.map(Finite),
            ],
        )?;
        Ok(tx.commit()?)
    }

    /// The personal range limit that holds now: that of the newest session that has one, in degrees of hip flexion.
    ///
    /// # Errors
    /// As [`Store::sessions`].
    pub fn limit_deg(&self) -> Result<Option<f64>, StoreError> {
        let limit_deg = self
            .conn
            .prepare_cached(
                "SELECT limit_deg FROM sessions WHERE limit_deg IS NOT NULL
                 ORDER BY started_at_ms DESC, id DESC LIMIT 1",
            )?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(limit_deg)
    }
}

/// What [`notes`] reads.
pub(super) const NOTES: &str = "pain_before, pain_after, felt, ended, limit_deg";

pub(super) fn notes(fields: &mut Fields<'_>) -> rusqlite::Result<Notes> {
    let mut pain = || -> rusqlite::Result<Option<Pain>> {
        let number: Option<u8> = fields.next()?;
        // The schema holds it to the scale.
        Ok(number.and_then(|number| Pain::try_from(number).ok()))
    };
    Ok(Notes {
        pain_before: pain()?,
        pain_after: pain()?,
        felt: fields.json()?,
        ended: fields.optional_word()?,
        limit_deg: fields.next()?,
    })
}
