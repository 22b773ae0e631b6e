//! A camera frame: borrowed pixels, their geometry and a timestamp. Borrowed for one call, never stored.

use thiserror::Error;

/// Largest side accepted. Beyond any phone camera; keeps index arithmetic far from overflow.
pub const MAX_SIDE_PX: u32 = 16_384;
/// Smallest side in which a body could be seen at all.
pub const MIN_SIDE_PX: u32 = 32;

/// One plane of pixels.
#[derive(Debug, Clone, Copy)]
pub struct Plane<'a> {
    pub bytes: &'a [u8],
    /// Bytes from one row to the next.
    pub row_stride: usize,
    /// Bytes from one sample to the next: 1 for planar, 2 for interleaved chroma, 3 or 4 for packed colour.
    pub pixel_stride: usize,
}

/// How the bytes of a frame spell a colour.
#[derive(Debug, Clone, Copy)]
pub enum Pixels<'a> {
    /// Three bytes a pixel.
    Rgb(Plane<'a>),
    Rgba(Plane<'a>),
    Bgra(Plane<'a>),
    /// YUV 4:2:0: one luma plane and two chroma planes of half size, rounded up. I420, NV12, NV21 and
    /// Android's `YUV_420_888` differ only in where the chroma planes start and in their strides.
    Yuv420 {
        y: Plane<'a>,
        u: Plane<'a>,
        v: Plane<'a>,
        color: YuvColor,
    },
}

/// Which numbers turn YUV into RGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YuvColor {
    pub matrix: YuvMatrix,
    /// True when luma spans 0-255, false when it spans 16-235.
    pub full_range: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum YuvMatrix {
    #[default]
    Bt601,
    Bt709,
    Bt2020,
}

/// The clockwise turn that makes the picture upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rotation {
    #[default]
    None,
    Cw90,
    Cw180,
    Cw270,
}

/// One checked camera frame.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pixels: Pixels<'a>,
    width: u32,
    height: u32,
    rotation: Rotation,
    t_s: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum FrameError {
    #[error(
        "the frame is {width} x {height}; each side must be {MIN_SIDE_PX} to {MAX_SIDE_PX} pixels"
    )]
    Size { width: u32, height: u32 },
    #[error("a plane's rows overlap or its pixel stride is 0; pass the strides the camera reports")]
    Stride,
    #[error("a plane holds {len} bytes but its size and strides need {needed}")]
    TooShort { needed: usize, len: usize },
    #[error("the timestamp is not a finite number of seconds")]
    Timestamp,
}

impl<'a> Frame<'a> {
    /// Checks the geometry. `width` and `height` are those of the buffer, before `rotation`; `t_s` counts
    /// seconds from any fixed origin and must grow from frame to frame.
    ///
    /// A plane may lack the padding of its last row, as camera planes do.
    pub fn new(
        pixels: Pixels<'a>,
        width: u32,
        height: u32,
        rotation: Rotation,
        t_s: f64,
    ) -> Result<Self, FrameError> {
        let side_ok = |side| (MIN_SIDE_PX..=MAX_SIDE_PX).contains(&side);
        if !side_ok(width) || !side_ok(height) {
            return Err(FrameError::Size { width, height });
        }
        if !t_s.is_finite() {
            return Err(FrameError::Timestamp);
        }
        let (w, h) = (width as usize, height as usize);
        match pixels {
            Pixels::Rgb(plane) => check_plane(plane, w, h, 3)?,
            Pixels::Rgba(plane) | Pixels::Bgra(plane) => check_plane(plane, w, h, 4)?,
            Pixels::Yuv420 { y, u, v, .. } => {
                check_plane(y, w, h, 1)?;
                check_plane(u, w.div_ceil(2), h.div_ceil(2), 1)?;
                check_plane(v, w.div_ceil(2), h.div_ceil(2), 1)?;
            }
        }
        Ok(Frame {
            pixels,
            width,
            height,
            rotation,
            t_s,
        })
    }

    pub fn pixels(&self) -> &Pixels<'a> {
        &self.pixels
    }

    pub fn t_s(&self) -> f64 {
        self.t_s
    }

    pub fn rotation(&self) -> Rotation {
        self.rotation
    }

    /// Width and height of the buffer, before rotation.
    pub fn buffer_size_px(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Width and height of the upright picture.
    pub fn upright_size_px(&self) -> (u32, u32) {
        match self.rotation {
            Rotation::None | Rotation::Cw180 => (self.width, self.height),
            Rotation::Cw90 | Rotation::Cw270 => (self.height, self.width),
        }
    }
}

/// `sample` is how many bytes one sample of this plane takes.
fn check_plane(plane: Plane, width: usize, height: usize, sample: usize) -> Result<(), FrameError> {
    let row = (width - 1)
        .checked_mul(plane.pixel_stride)
        .and_then(|last| last.checked_add(sample))
        .ok_or(FrameError::Stride)?;
    if plane.pixel_stride < sample || plane.row_stride < row {
        return Err(FrameError::Stride);
    }
    let needed = plane
        .row_stride
        .checked_mul(height - 1)
        .and_then(|rows| rows.checked_add(row))
        .ok_or(FrameError::Stride)?;
    if plane.bytes.len() < needed {
        return Err(FrameError::TooShort {
            needed,
            len: plane.bytes.len(),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plane(bytes: &[u8], row_stride: usize, pixel_stride: usize) -> Plane<'_> {
        Plane {
            bytes,
            row_stride,
            pixel_stride,
        }
    }

    fn rgba(len: usize, row_stride: usize) -> Result<(), FrameError> {
        let bytes = vec![0; len];
        let pixels = Pixels::Rgba(plane(&bytes, row_stride, 4));
        Frame::new(pixels, 40, 50, Rotation::None, 0.0).map(|_| ())
    }

    #[test]
    fn the_last_row_may_lack_its_padding() {
        assert_eq!(rgba(49 * 256 + 160, 256), Ok(()));
        assert_eq!(
            rgba(49 * 256 + 159, 256),
            Err(FrameError::TooShort {
                needed: 49 * 256 + 160,
                len: 49 * 256 + 159
            })
        );
    }

    #[test]
    fn hostile_geometry_is_refused() {
        assert_eq!(rgba(1 << 16, 159), Err(FrameError::Stride));
        assert_eq!(rgba(1 << 16, usize::MAX), Err(FrameError::Stride));
        let bytes = vec![0; 1 << 16];
        let make = |w, h, ps, t| {
            Frame::new(
                Pixels::Rgba(plane(&bytes, 400, ps)),
                w,
                h,
                Rotation::None,
                t,
            )
            .map(|_| ())
        };
        assert_eq!(make(40, 40, 0, 0.0), Err(FrameError::Stride));
        assert_eq!(make(40, 40, usize::MAX, 0.0), Err(FrameError::Stride));
        assert_eq!(make(40, 40, 4, f64::NAN), Err(FrameError::Timestamp));
        assert!(matches!(make(0, 40, 4, 0.0), Err(FrameError::Size { .. })));
        assert!(matches!(
            make(40, 1 << 20, 4, 0.0),
            Err(FrameError::Size { .. })
        ));
    }

    #[test]
    fn odd_sizes_need_chroma_rounded_up() {
        let y = vec![0; 41 * 41];
        let c = vec![0; 21 * 21];
        let frame = |c: &[u8]| {
            let pixels = Pixels::Yuv420 {
                y: plane(&y, 41, 1),
                u: plane(c, 21, 1),
                v: plane(c, 21, 1),
                color: YuvColor::default(),
            };
            Frame::new(pixels, 41, 41, Rotation::Cw90, 0.0).map(|_| ())
        };
        assert_eq!(frame(&c), Ok(()));
        assert!(frame(&c[1..]).is_err());
    }
}
