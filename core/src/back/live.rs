//! The back as the set goes on: looked at some ten times a second, told for every frame between.

use std::collections::VecDeque;

use crate::analysis::{CantTellReason, Dowel, DowelGaps, DowelLine};
use crate::back::contour::BackContour;
use crate::back::outline::Outline;
use crate::back::reading::{Angles, BackReading};
use crate::back::reference::{BackReference, BackReferenceWatch};
use crate::back::shape::BackShape;
use crate::back::stick::Stick;
use crate::body::{NearSide, Neutral, Posture};

/// The newest looks a reading is made of: one wild look does not show.
const LOOKS: usize = 3;
/// A look tells nothing of a moment so much later.
const FRESH_S: f64 = 0.35;

/// Keeps the newest looks at the back and what is neutral for it.
#[derive(Debug, Clone, Default)]
pub struct LiveBack {
    watch: BackReferenceWatch,
    looks: VecDeque<(f64, BackShape)>,
    outline: Option<(f64, Outline)>,
}

impl LiveBack {
    /// Measures the contour, if the frame came with one; the shape belongs into its posture.
    pub fn measure(&mut self, t_s: f64, contour: Option<&BackContour>) -> Option<BackShape> {
        let outline = Outline::of(contour?);
        let shape = BackShape::of(&outline);
        self.looks.push_back((t_s, shape));
        if self.looks.len() > LOOKS {
            self.looks.pop_front();
        }
        // A look at half a back does not take away the stick that lay on it a moment ago.
        if Stick::on(&outline, &Dowel::cant_tell(), None).is_some() {
            self.outline = Some((t_s, outline));
        }
        Some(shape)
    }

    /// Learns what is neutral from a posture that carries its shape.
    pub fn learn(&mut self, posture: &Posture, neutral: Option<&Neutral>) {
        self.watch.look(posture, neutral);
    }

    pub fn reference(&self) -> Result<&BackReference, CantTellReason> {
        self.watch.reference()
    }

    /// True while the person should stand still, so that their back can be learned.
    pub fn asks_to_hold_still(&self) -> bool {
        self.watch.asks_to_hold_still()
    }

    /// The back at this moment.
    pub fn reading(
        &self,
        posture: &Posture,
        neutral: &Neutral,
        reference: &BackReference,
    ) -> Result<BackReading, CantTellReason> {
        let fresh = self
            .looks
            .iter()
            .filter(|look| posture.t_s - look.0 < FRESH_S);
        let shape = BackShape::median_of(fresh.map(|look| &look.1), 1);
        reference.read(&shape, &Angles::of(posture, neutral))
    }

    /// The stick over the body at this moment, for drawing, laid on as the contacts say.
    pub fn line(
        &self,
        posture: &Posture,
        near: NearSide,
        contacts: &Dowel,
        gaps: Option<&DowelGaps>,
    ) -> Option<DowelLine> {
        let (t_s, outline) = self.outline.as_ref()?;
        let stick = Stick::on(outline, contacts, gaps)?;
        (posture.t_s - t_s < FRESH_S).then(|| stick.in_picture(posture, near))
    }
}
