//! What is known about a video before its first frame is shown.

/// The clip as a person sees it, that is, after its rotation is applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Info {
    /// Upright source picture in square pixels.
    pub width: u32,
    pub height: u32,
    /// The clockwise turn that the file asks for, and that has been applied: 0, 90, 180 or 270.
    pub rotation_deg: u32,
    /// 0.0 if the file does not say.
    pub duration_s: f64,
    /// The mean frame rate, if the file says.
    pub fps: Option<f64>,
    /// About how many frames the source holds, before any is dropped.
    pub frames_expected: Option<u64>,
    /// The size of the frames delivered: every frame has it.
    pub decoded_width: u32,
    pub decoded_height: u32,
    /// Source pixels per decoded pixel, 1 or more. The two differ by the rounding of the decoded size.
    pub scale_x: f64,
    pub scale_y: f64,
    pub color: Color,
}

/// How the delivered Y, U and V make a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    pub matrix: Matrix,
    /// True when Y goes from 0 to 255, false when it goes from 16 to 235.
    pub full_range: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matrix {
    Bt601,
    Bt709,
    Bt2020,
}

impl Matrix {
    pub(super) fn ffmpeg_name(self) -> &'static str {
        match self {
            Matrix::Bt601 => "bt601",
            Matrix::Bt709 => "bt709",
            Matrix::Bt2020 => "bt2020",
        }
    }
}
