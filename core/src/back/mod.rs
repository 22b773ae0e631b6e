//! The virtual dowel: from the back's outline to how it differs from the same person's back standing.
//!
//! [`BackContour`] is what the silhouette shows; [`BackShape`] measures it; [`BackReferenceWatch`] learns
//! what is neutral for this person; [`BackReference::read`] turns the difference into degrees; [`Course`]
//! follows it through a repetition and says where the stick touches.

mod contour;
mod course;
mod live;
mod outline;
mod reading;
mod reference;
#[cfg(test)]
pub(crate) mod samples;
mod shape;
mod stick;

pub use contour::{BackContour, Edge};
pub use course::{Course, Moment};
pub use live::LiveBack;
pub use reading::{Angles, BackReading};
pub use reference::{BackReference, BackReferenceWatch};
pub use shape::{BackShape, Feature};
pub use stick::Stick;
