//! One picture out of a video, for the report.

use super::decoder::Decoder;
use super::error::VideoError;
use super::messages::FrameNote;
use super::{Video, command};

/// More than any picture within [`MAX_PIXELS`](super::error::MAX_PIXELS) needs.
const MAX_JPEG_BYTES: u64 = 256 << 20;

/// An upright JPEG.
#[derive(Debug, Clone, PartialEq)]
pub struct Still {
    pub jpeg: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

impl Video {
    /// The very frame that [`Video::next_frame`] delivered at `t_s`; for any other time, the first frame
    /// after it. Larger pictures are scaled down until the long side is `max_side_px`.
    ///
    /// # Errors
    /// [`VideoError::NoPictureAt`] after the last frame.
    pub fn still(&self, t_s: f64, max_side_px: Option<u32>) -> Result<Still, VideoError> {
        let pts = self.clock.pts_at(t_s);
        let seek_s = self.clock.seconds(pts);
        let sought = match seek_s > 0.0 {
            true => self.sought_still(pts, seek_s, max_side_px)?,
            false => None,
        };
        // Some containers seek past the frame that was asked for. Decoding from the start finds it.
        let found = match sought {
            Some(still) => Some(still),
            None => self
                .first_still(pts, None, max_side_px)?
                .map(|(_, still)| still),
        };
        found.ok_or(VideoError::NoPictureAt { t_s })
    }

    /// The frame at `pts`, or the first after it, decoding from the keyframe before `seek_s`; None when
    /// the seek may have gone past it.
    pub(super) fn sought_still(
        &self,
        pts: i64,
        seek_s: f64,
        max_side_px: Option<u32>,
    ) -> Result<Option<Still>, VideoError> {
        let found = self.first_still(pts, Some(seek_s), max_side_px)?;
        // Having seen a frame before the one it took, it can't have missed any.
        let found = found.filter(|(note, _)| note.pts == Some(pts) || note.seen > 1);
        Ok(found.map(|(_, still)| still))
    }

    fn first_still(
        &self,
        pts: i64,
        seek_s: Option<f64>,
        max_side_px: Option<u32>,
    ) -> Result<Option<(FrameNote, Still)>, VideoError> {
        let color = self.info.color;
        let child = command::still(&self.ffmpeg, &self.file, pts, seek_s, max_side_px, color)?;
        let mut decoder = Decoder::new(child);
        let jpeg = decoder
            .read_rest(MAX_JPEG_BYTES)
            .map_err(VideoError::Unreadable)?;
        let Some((_, note)) = decoder.start().filter(|_| !jpeg.is_empty()) else {
            return Ok(None);
        };
        let (width, height) = note.size;
        let still = Still {
            jpeg,
            width,
            height,
        };
        Ok(Some((note, still)))
    }
}
