//! Dowel's half of the side-by-side benchmark: `bench_frames MODEL WIDTH HEIGHT` reads packed RGB frames, one
//! at a time, and answers each with a line `whole_us analysis_us cpu_us seen`. Whoever feeds it can so give
//! the same frame to another program in between. `tests/bench/side_by_side.py` does.

use std::env;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::time::Instant;

use dowel_core::engine::Settings;
use dowel_core::live::LiveSession;
use dowel_core::pose::ModelSize;
use dowel_tests::setup;
use rustix::time::{ClockId, clock_gettime};

const FPS: f64 = 30.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match parse(&arguments) {
        Some((size, picture)) => match serve(size, picture) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        },
        None => {
            eprintln!("usage: bench_frames lite|full|heavy WIDTH HEIGHT < frames.rgb");
            ExitCode::from(2)
        }
    }
}

fn parse(arguments: &[String]) -> Option<(ModelSize, (u32, u32))> {
    let [size, width, height] = arguments else {
        return None;
    };
    Some((
        size.parse().ok()?,
        (width.parse().ok()?, height.parse().ok()?),
    ))
}

fn serve(size: ModelSize, picture: (u32, u32)) -> io::Result<()> {
    let mut session = LiveSession::new(setup::tracker(size), Settings::default());
    let mut pixels = vec![0; picture.0 as usize * picture.1 as usize * 3];
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    for index in 0.. {
        match input.read_exact(&mut pixels) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
            read => read?,
        }
        let frame = setup::rgb_frame(&pixels, picture, f64::from(index) / FPS);
        let (cpu_before, began) = (cpu_us(), Instant::now());
        let pose = session.see(&frame).map_err(io::Error::other)?;
        let seen = Instant::now();
        session.analyse(&frame, &pose);
        let (whole, analysis) = (began.elapsed(), seen.elapsed());
        let cpu = cpu_us() - cpu_before;
        let us = |duration: std::time::Duration| duration.as_secs_f64() * 1e6;
        let found = u8::from(pose.body.is_some());
        writeln!(
            output,
            "{:.1} {:.2} {cpu:.1} {found}",
            us(whole),
            us(analysis)
        )?;
        output.flush()?;
    }
    Ok(())
}

/// Processor time of the whole process, so that threads of the runtime count.
fn cpu_us() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
}
