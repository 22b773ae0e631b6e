//! A camera's frame as the platforms hand it over: bytes that are borrowed for one call, and their geometry.

use dowel_core::frame::{Frame, FrameError, Pixels, Plane, Rotation, YuvMatrix};
use dowel_core::practice;

use crate::error::Result;

/// What holds for a frame whatever its pixels look like.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct FrameInfo {
    /// Of the buffer, before `rotation`; 32 to 16384.
    pub width_px: u32,
    pub height_px: u32,
    /// The clockwise turn that makes the picture upright.
    pub rotation: Rotation,
    /// Seconds from any fixed origin, growing from frame to frame.
    pub t_s: f64,
    /// How the phone leans, by its own sensor; None where it has none. Only a live session reads it.
    pub tilt: Option<Tilt>,
}

/// How the phone leans, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Tilt {
    /// To the left or right, 0 when the picture's edge is upright.
    pub roll_deg: f64,
    /// Forward or back, 0 when the camera looks level.
    pub pitch_deg: f64,
}

impl Tilt {
    pub(crate) fn to_core(self) -> practice::Tilt {
        practice::Tilt {
            roll_deg: self.roll_deg,
            pitch_deg: self.pitch_deg,
        }
    }
}

/// The order of the four bytes of a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum PackedFormat {
    Rgba,
    Bgra,
}

/// How four bytes a pixel lie in memory. The last row may lack its padding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct PackedLayout {
    pub format: PackedFormat,
    /// Bytes from one row to the next.
    pub row_stride: u32,
}

/// How three planes of YUV 4:2:0 lie in memory: I420, NV12, NV21 and Android's `YUV_420_888` differ only in
/// this. Last rows may lack their padding. Where chroma is interleaved, both planes are slices of the same
/// bytes, one of them a byte further on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct YuvLayout {
    pub y_row_stride: u32,
    pub chroma_row_stride: u32,
    /// Bytes from one chroma sample to the next: 1 where each has a plane of its own, 2 where they take turns.
    pub chroma_pixel_stride: u32,
    pub color: YuvColor,
}

/// Which numbers turn YUV into colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct YuvColor {
    pub matrix: YuvMatrix,
    /// True when luma spans 0-255, false when it spans 16-235.
    pub full_range: bool,
}

const PACKED_BYTES: usize = 4;

pub(crate) fn packed<'a>(
    pixels: &'a [u8],
    layout: PackedLayout,
    info: FrameInfo,
) -> Result<Frame<'a>> {
    let plane = Plane {
        bytes: pixels,
        row_stride: layout.row_stride as usize,
        pixel_stride: PACKED_BYTES,
    };
    let pixels = match layout.format {
        PackedFormat::Rgba => Pixels::Rgba(plane),
        PackedFormat::Bgra => Pixels::Bgra(plane),
    };
    Ok(frame(pixels, info)?)
}

pub(crate) fn yuv420<'a>(
    [y, u, v]: [&'a [u8]; 3],
    layout: YuvLayout,
    info: FrameInfo,
) -> Result<Frame<'a>> {
    let plane = |bytes, row_stride: u32, pixel_stride: u32| Plane {
        bytes,
        row_stride: row_stride as usize,
        pixel_stride: pixel_stride as usize,
    };
    let chroma = |bytes| plane(bytes, layout.chroma_row_stride, layout.chroma_pixel_stride);
    let pixels = Pixels::Yuv420 {
        y: plane(y, layout.y_row_stride, 1),
        u: chroma(u),
        v: chroma(v),
        color: dowel_core::frame::YuvColor {
            matrix: layout.color.matrix,
            full_range: layout.color.full_range,
        },
    };
    Ok(frame(pixels, info)?)
}

fn frame(pixels: Pixels<'_>, info: FrameInfo) -> std::result::Result<Frame<'_>, FrameError> {
    Frame::new(
        pixels,
        info.width_px,
        info.height_px,
        info.rotation,
        info.t_s,
    )
}
