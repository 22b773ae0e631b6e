//! Camera bytes to network input in one pass: crop, turn, resize, convert and normalise.

use crate::frame::{Frame, Pixels, Plane, Rotation, YuvColor, YuvMatrix};
use crate::pose::roi::Roi;

/// What stands beyond the picture's edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Border {
    /// The nearest pixel is repeated.
    Replicate,
    /// Black.
    Zero,
}

/// Channel value = byte × gain × scale + offset, with byte × gain held to 255.
#[derive(Debug, Clone, Copy)]
pub struct Normalize {
    pub gain: f32,
    pub scale: f32,
    pub offset: f32,
}

/// Fills `out` (3 × size × size, planar RGB) with what the square `roi` shows.
///
/// The square's corners map to 0 and `size` with no half-pixel offset, and pixels are sampled bilinearly,
/// as MediaPipe does.
pub fn warp(
    frame: &Frame,
    roi: &Roi,
    size: usize,
    border: Border,
    normalize: Normalize,
    out: &mut [f32],
) {
    assert_eq!(
        out.len(),
        3 * size * size,
        "the tensor is made for this size"
    );
    let map = Map::new(frame, roi, size);
    let job = Job {
        map,
        size,
        border,
        normalize,
    };
    match *frame.pixels() {
        Pixels::Rgb(plane) => job.run(&Packed::new(plane, [0, 1, 2], frame), out),
        Pixels::Rgba(plane) => job.run(&Packed::new(plane, [0, 1, 2], frame), out),
        Pixels::Bgra(plane) => job.run(&Packed::new(plane, [2, 1, 0], frame), out),
        Pixels::Yuv420 { y, u, v, color } => job.run(&Yuv::new(y, u, v, color, frame), out),
    }
}

/// The luma of the buffer at a point of the upright picture given as shares, 0..255; for brightness only.
pub fn luma_at(frame: &Frame, u: f64, v: f64) -> f32 {
    let (w, h) = frame.upright_size_px();
    let map = Turn::new(frame);
    let (x, y) = map.to_buffer(u * f64::from(w - 1), v * f64::from(h - 1));
    let (bw, bh) = frame.buffer_size_px();
    let x = (x.round() as usize).min(bw as usize - 1);
    let y = (y.round() as usize).min(bh as usize - 1);
    match *frame.pixels() {
        Pixels::Yuv420 { y: plane, .. } => {
            f32::from(plane.bytes[y * plane.row_stride + x * plane.pixel_stride])
        }
        Pixels::Rgb(plane) | Pixels::Rgba(plane) => packed_luma(plane, x, y, [0, 1, 2]),
        Pixels::Bgra(plane) => packed_luma(plane, x, y, [2, 1, 0]),
    }
}

fn packed_luma(plane: Plane, x: usize, y: usize, order: [usize; 3]) -> f32 {
    let at = y * plane.row_stride + x * plane.pixel_stride;
    let channel = |i: usize| f32::from(plane.bytes[at + order[i]]);
    0.299 * channel(0) + 0.587 * channel(1) + 0.114 * channel(2)
}

/// From the upright picture to the buffer: x' = xx·x + xy·y + x0, likewise y'.
#[derive(Debug, Clone, Copy)]
struct Turn {
    xx: f64,
    xy: f64,
    x0: f64,
    yx: f64,
    yy: f64,
    y0: f64,
}

impl Turn {
    fn new(frame: &Frame) -> Self {
        let (w, h) = frame.buffer_size_px();
        let (right, bottom) = (f64::from(w - 1), f64::from(h - 1));
        let turn = |xx, xy, x0, yx, yy, y0| Turn {
            xx,
            xy,
            x0,
            yx,
            yy,
            y0,
        };
        match frame.rotation() {
            Rotation::None => turn(1.0, 0.0, 0.0, 0.0, 1.0, 0.0),
            Rotation::Cw90 => turn(0.0, 1.0, 0.0, -1.0, 0.0, bottom),
            Rotation::Cw180 => turn(-1.0, 0.0, right, 0.0, -1.0, bottom),
            Rotation::Cw270 => turn(0.0, -1.0, right, 1.0, 0.0, 0.0),
        }
    }

    fn to_buffer(self, x: f64, y: f64) -> (f64, f64) {
        (
            self.xx * x + self.xy * y + self.x0,
            self.yx * x + self.yy * y + self.y0,
        )
    }
}

/// From output pixels to buffer coordinates: origin plus a step per column and per row.
#[derive(Debug, Clone, Copy)]
struct Map {
    origin: [f32; 2],
    column: [f32; 2],
    row: [f32; 2],
}

impl Map {
    fn new(frame: &Frame, roi: &Roi, size: usize) -> Self {
        let turn = Turn::new(frame);
        let corner = |u, v| {
            let [x, y] = roi.to_picture(u, v);
            turn.to_buffer(x, y)
        };
        let (x0, y0) = corner(0.0, 0.0);
        let (x1, y1) = corner(1.0, 0.0);
        let (x2, y2) = corner(0.0, 1.0);
        let n = size as f64;
        Map {
            origin: [x0 as f32, y0 as f32],
            column: [((x1 - x0) / n) as f32, ((y1 - y0) / n) as f32],
            row: [((x2 - x0) / n) as f32, ((y2 - y0) / n) as f32],
        }
    }
}

/// A picture that can be sampled between its pixels. Coordinates are inside it.
trait Source {
    fn size(&self) -> (i32, i32);
    /// RGB, 0..255, at whole position (x, y) plus the fractions; x+1 and y+1 are given clamped.
    fn sample(&self, x: [usize; 2], y: [usize; 2], fx: f32, fy: f32) -> [f32; 3];
}

struct Job {
    map: Map,
    size: usize,
    border: Border,
    normalize: Normalize,
}

impl Job {
    fn run<S: Source>(&self, source: &S, out: &mut [f32]) {
        let (w, h) = source.size();
        let plane = self.size * self.size;
        let (red, rest) = out.split_at_mut(plane);
        let (green, blue) = rest.split_at_mut(plane);
        let rows = red
            .chunks_exact_mut(self.size)
            .zip(green.chunks_exact_mut(self.size))
            .zip(blue.chunks_exact_mut(self.size));
        for (j, ((red, green), blue)) in rows.enumerate() {
            let row_x = self.map.origin[0] + self.map.row[0] * j as f32;
            let row_y = self.map.origin[1] + self.map.row[1] * j as f32;
            for i in 0..self.size {
                let x = row_x + self.map.column[0] * i as f32;
                let y = row_y + self.map.column[1] * i as f32;
                let rgb = self.pixel(source, x, y, w, h);
                red[i] = rgb[0];
                green[i] = rgb[1];
                blue[i] = rgb[2];
            }
        }
    }

    #[inline]
    fn pixel<S: Source>(&self, source: &S, x: f32, y: f32, w: i32, h: i32) -> [f32; 3] {
        let (left, top) = (x.floor(), y.floor());
        let (fx, fy) = (x - left, y - top);
        let (xi, yi) = (left as i32, top as i32);
        let inside = xi >= 0 && yi >= 0 && xi < w - 1 && yi < h - 1;
        let rgb = if inside {
            let (xi, yi) = (xi as usize, yi as usize);
            source.sample([xi, xi + 1], [yi, yi + 1], fx, fy)
        } else {
            self.edge_pixel(source, [xi, yi], [fx, fy], [w, h])
        };
        rgb.map(|c| {
            (c * self.normalize.gain).min(255.0) * self.normalize.scale + self.normalize.offset
        })
    }

    #[cold]
    fn edge_pixel<S: Source>(
        &self,
        source: &S,
        at: [i32; 2],
        fraction: [f32; 2],
        size: [i32; 2],
    ) -> [f32; 3] {
        let clamp = |v: i32, n: i32| v.clamp(0, n - 1) as usize;
        let xs = [
            clamp(at[0], size[0]),
            clamp(at[0].saturating_add(1), size[0]),
        ];
        let ys = [
            clamp(at[1], size[1]),
            clamp(at[1].saturating_add(1), size[1]),
        ];
        let rgb = source.sample(xs, ys, fraction[0], fraction[1]);
        if self.border == Border::Replicate {
            return rgb;
        }
        // Outside is black: weigh by how much of the pixel's footprint lies inside.
        let share = |v: i32, f: f32, n: i32| {
            let weight = |v: i32, w: f32| if (0..n).contains(&v) { w } else { 0.0 };
            weight(v, 1.0 - f) + weight(v.saturating_add(1), f)
        };
        let covered = share(at[0], fraction[0], size[0]) * share(at[1], fraction[1], size[1]);
        rgb.map(|c| c * covered)
    }
}

/// Interleaved colour; `order` says where red, green and blue stand.
struct Packed<'a> {
    plane: Plane<'a>,
    order: [usize; 3],
    size: (i32, i32),
}

impl<'a> Packed<'a> {
    fn new(plane: Plane<'a>, order: [usize; 3], frame: &Frame) -> Self {
        let (w, h) = frame.buffer_size_px();
        Packed {
            plane,
            order,
            size: (w as i32, h as i32),
        }
    }

    #[inline]
    fn at(&self, x: usize, y: usize) -> [f32; 3] {
        let start = y * self.plane.row_stride + x * self.plane.pixel_stride;
        let pixel = &self.plane.bytes[start..start + 3];
        [
            f32::from(pixel[self.order[0]]),
            f32::from(pixel[self.order[1]]),
            f32::from(pixel[self.order[2]]),
        ]
    }
}

impl Source for Packed<'_> {
    fn size(&self) -> (i32, i32) {
        self.size
    }

    #[inline]
    fn sample(&self, x: [usize; 2], y: [usize; 2], fx: f32, fy: f32) -> [f32; 3] {
        let (a, b) = (self.at(x[0], y[0]), self.at(x[1], y[0]));
        let (c, d) = (self.at(x[0], y[1]), self.at(x[1], y[1]));
        std::array::from_fn(|i| bilinear([a[i], b[i], c[i], d[i]], fx, fy))
    }
}

/// YUV 4:2:0. Luma is sampled bilinearly, chroma at its nearest sample: it has half the resolution, the
/// crop shrinks the picture further, and the landmarks move by less than 0.05 px.
struct Yuv<'a> {
    y: Plane<'a>,
    u: Plane<'a>,
    v: Plane<'a>,
    size: (i32, i32),
    coefficients: Coefficients,
}

struct Coefficients {
    luma_offset: f32,
    luma_gain: f32,
    red_v: f32,
    green_u: f32,
    green_v: f32,
    blue_u: f32,
}

impl Coefficients {
    /// ITU-R BT.601, BT.709 and BT.2020 from their red and blue luma weights.
    fn new(color: YuvColor) -> Self {
        let (kr, kb) = match color.matrix {
            YuvMatrix::Bt601 => (0.299_f32, 0.114_f32),
            YuvMatrix::Bt709 => (0.2126, 0.0722),
            YuvMatrix::Bt2020 => (0.2627, 0.0593),
        };
        let (luma_offset, luma_gain, chroma_gain) = if color.full_range {
            (0.0, 1.0, 1.0)
        } else {
            (16.0, 255.0 / 219.0, 255.0 / 224.0)
        };
        let kg = 1.0 - kr - kb;
        Coefficients {
            luma_offset,
            luma_gain,
            red_v: 2.0 * (1.0 - kr) * chroma_gain,
            green_u: -2.0 * (1.0 - kb) * kb / kg * chroma_gain,
            green_v: -2.0 * (1.0 - kr) * kr / kg * chroma_gain,
            blue_u: 2.0 * (1.0 - kb) * chroma_gain,
        }
    }

    #[inline]
    fn rgb(&self, y: f32, u: f32, v: f32) -> [f32; 3] {
        let (y, u, v) = (
            (y - self.luma_offset) * self.luma_gain,
            u - 128.0,
            v - 128.0,
        );
        [
            (y + self.red_v * v).clamp(0.0, 255.0),
            (y + self.green_u * u + self.green_v * v).clamp(0.0, 255.0),
            (y + self.blue_u * u).clamp(0.0, 255.0),
        ]
    }
}

impl<'a> Yuv<'a> {
    fn new(y: Plane<'a>, u: Plane<'a>, v: Plane<'a>, color: YuvColor, frame: &Frame) -> Self {
        let (w, h) = frame.buffer_size_px();
        Yuv {
            y,
            u,
            v,
            size: (w as i32, h as i32),
            coefficients: Coefficients::new(color),
        }
    }
}

impl Source for Yuv<'_> {
    fn size(&self) -> (i32, i32) {
        self.size
    }

    #[inline]
    fn sample(&self, x: [usize; 2], y: [usize; 2], fx: f32, fy: f32) -> [f32; 3] {
        let at = |plane: &Plane, x: usize, y: usize| {
            f32::from(plane.bytes[y * plane.row_stride + x * plane.pixel_stride])
        };
        let luma = bilinear(
            [
                at(&self.y, x[0], y[0]),
                at(&self.y, x[1], y[0]),
                at(&self.y, x[0], y[1]),
                at(&self.y, x[1], y[1]),
            ],
            fx,
            fy,
        );
        let cx = (if fx < 0.5 { x[0] } else { x[1] }) / 2;
        let cy = (if fy < 0.5 { y[0] } else { y[1] }) / 2;
        self.coefficients
            .rgb(luma, at(&self.u, cx, cy), at(&self.v, cx, cy))
    }
}

#[inline]
fn bilinear(corners: [f32; 4], fx: f32, fy: f32) -> f32 {
    let top = corners[0] + (corners[1] - corners[0]) * fx;
    let bottom = corners[2] + (corners[3] - corners[2]) * fx;
    top + (bottom - top) * fy
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDENTITY: Normalize = Normalize {
        gain: 1.0,
        scale: 1.0,
        offset: 0.0,
    };
    const SIDE: usize = 64;

    /// A picture whose red grows to the right and green downwards.
    fn ramp() -> Vec<u8> {
        let mut bytes = vec![0; SIDE * SIDE * 3];
        for y in 0..SIDE {
            for x in 0..SIDE {
                bytes[(y * SIDE + x) * 3] = 3 * x as u8;
                bytes[(y * SIDE + x) * 3 + 1] = 3 * y as u8;
            }
        }
        bytes
    }

    fn frame(bytes: &[u8], rotation: Rotation) -> Frame<'_> {
        let plane = Plane {
            bytes,
            row_stride: SIDE * 3,
            pixel_stride: 3,
        };
        Frame::new(Pixels::Rgb(plane), SIDE as u32, SIDE as u32, rotation, 0.0).unwrap()
    }

    fn roi(center: f64, side: f64) -> Roi {
        Roi {
            center_x_px: center,
            center_y_px: center,
            side_px: side,
            rotation_rad: 0.0,
        }
    }

    fn red_green(frame: &Frame, roi: &Roi, border: Border) -> Vec<[f32; 2]> {
        let mut out = vec![0.0; 3 * 16 * 16];
        warp(frame, roi, 16, border, IDENTITY, &mut out);
        (0..256).map(|i| [out[i], out[256 + i]]).collect()
    }

    #[test]
    fn a_linear_picture_is_sampled_exactly() {
        let bytes = ramp();
        let out = red_green(
            &frame(&bytes, Rotation::None),
            &roi(32.0, 24.0),
            Border::Replicate,
        );
        for (i, [red, green]) in out.into_iter().enumerate() {
            let x = 20.0 + 1.5 * (i % 16) as f32;
            let y = 20.0 + 1.5 * (i / 16) as f32;
            assert!((red - 3.0 * x).abs() < 1e-3 && (green - 3.0 * y).abs() < 1e-3);
        }
    }

    #[test]
    fn rotations_turn_the_picture_upright() {
        let bytes = ramp();
        let square = roi(31.5, 24.0);
        let at =
            |rotation| red_green(&frame(&bytes, rotation), &square, Border::Replicate)[16 * 3 + 5];
        let [x, y] = [19.5 + 1.5 * 5.0, 19.5 + 1.5 * 3.0];
        let last = (SIDE - 1) as f32;
        let close = |a: [f32; 2], b: [f32; 2]| {
            assert!(
                (a[0] - 3.0 * b[0]).abs() < 1e-2 && (a[1] - 3.0 * b[1]).abs() < 1e-2,
                "{a:?} {b:?}"
            )
        };
        close(at(Rotation::None), [x, y]);
        close(at(Rotation::Cw90), [y, last - x]);
        close(at(Rotation::Cw180), [last - x, last - y]);
        close(at(Rotation::Cw270), [last - y, x]);
    }

    #[test]
    fn beyond_the_edge_is_the_edge_or_black() {
        let bytes = vec![200; SIDE * SIDE * 3];
        let far = roi(-40.0, 20.0);
        let frame = frame(&bytes, Rotation::None);
        assert_eq!(
            red_green(&frame, &far, Border::Replicate)[0],
            [200.0, 200.0]
        );
        assert_eq!(red_green(&frame, &far, Border::Zero)[0], [0.0, 0.0]);
    }

    #[test]
    fn every_camera_format_shows_the_same_picture() {
        // A grey ramp has neutral chroma, so each format can spell it exactly (full range).
        let grey = |x: usize, y: usize| (x + 2 * y) as u8;
        let mut rgba = vec![255; SIDE * SIDE * 4];
        let mut luma = vec![0; SIDE * SIDE];
        for y in 0..SIDE {
            for x in 0..SIDE {
                luma[y * SIDE + x] = grey(x, y);
                rgba[(y * SIDE + x) * 4..][..3].fill(grey(x, y));
            }
        }
        let chroma = vec![128; SIDE * SIDE / 2];
        let packed = Plane {
            bytes: &rgba,
            row_stride: SIDE * 4,
            pixel_stride: 4,
        };
        let y = Plane {
            bytes: &luma,
            row_stride: SIDE,
            pixel_stride: 1,
        };
        let c = |offset: usize, row_stride, pixel_stride| Plane {
            bytes: &chroma[offset..],
            row_stride,
            pixel_stride,
        };
        let color = YuvColor {
            matrix: YuvMatrix::Bt709,
            full_range: true,
        };
        let formats = [
            Pixels::Rgba(packed),
            Pixels::Bgra(packed),
            Pixels::Yuv420 {
                y,
                u: c(0, 32, 1),
                v: c(1024, 32, 1),
                color,
            },
            Pixels::Yuv420 {
                y,
                u: c(0, 64, 2),
                v: c(1, 64, 2),
                color,
            },
            Pixels::Yuv420 {
                y,
                u: c(1, 64, 2),
                v: c(0, 64, 2),
                color,
            },
        ];
        let square = Roi {
            rotation_rad: 0.3,
            ..roi(30.0, 70.0)
        };
        let outputs: Vec<_> = formats
            .into_iter()
            .map(|pixels| {
                let frame =
                    Frame::new(pixels, SIDE as u32, SIDE as u32, Rotation::Cw90, 0.0).unwrap();
                red_green(&frame, &square, Border::Replicate)
            })
            .collect();
        for other in &outputs[1..] {
            for (a, b) in outputs[0].iter().zip(other) {
                assert!((a[0] - b[0]).abs() < 0.01 && (a[1] - b[1]).abs() < 0.01);
            }
        }
    }

    #[test]
    fn limited_range_yuv_turns_into_the_colours_it_means() {
        // BT.601 limited-range red is Y 81, U 90, V 240.
        let rgb = Coefficients::new(YuvColor::default()).rgb(81.0, 90.0, 240.0);
        assert!(rgb[0] > 252.0 && rgb[1] < 3.0 && rgb[2] < 3.0, "{rgb:?}");
    }
}
