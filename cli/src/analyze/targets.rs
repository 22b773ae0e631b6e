//! What a person may ask for on the command line, read and checked.

use dowel_core::analysis::Tempo;
use dowel_core::cues::CueFrequency;
use dowel_core::faults::Targets;

pub fn targets(
    tempo_s: Option<Tempo>,
    hip_flexion_deg: Option<f64>,
    hip_flexion_limit_deg: Option<f64>,
) -> Targets {
    Targets {
        tempo_s,
        hip_flexion_deg,
        hip_flexion_limit_deg,
        ..Targets::default()
    }
}

/// `3-1-2` is three seconds down, one paused, two up.
pub fn tempo(text: &str) -> Result<Tempo, String> {
    let parts: Vec<f64> = text
        .split('-')
        .filter_map(|part| part.trim().parse().ok())
        .collect();
    let in_range = parts.iter().all(|s| (0.0..=30.0).contains(s));
    match parts[..] {
        [down, pause, up] if in_range && text.split('-').count() == 3 => {
            Ok(Tempo { down, pause, up })
        }
        _ => Err("give seconds down-pause-up, such as 3-1-2".to_owned()),
    }
}

pub fn depth(text: &str) -> Result<f64, String> {
    number(text, 20.0, 160.0)
}

pub fn fps(text: &str) -> Result<f64, String> {
    number(text, 5.0, 1000.0)
}

fn number(text: &str, low: f64, high: f64) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|value| (low..=high).contains(value))
        .ok_or_else(|| format!("give a number from {low} to {high}"))
}

pub fn cues(text: &str) -> Result<CueFrequency, String> {
    match text {
        "silent" => Ok(CueFrequency::Silent),
        "seldom" => Ok(CueFrequency::Seldom),
        "normal" => Ok(CueFrequency::Normal),
        _ => Err("choose silent, seldom or normal".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tempo_has_three_parts_in_seconds() {
        let three = Tempo {
            down: 3.0,
            pause: 1.0,
            up: 2.5,
        };
        assert_eq!(tempo("3-1-2.5"), Ok(three));
        for wrong in [
            "", "3", "3-1", "3-1-2-1", "a-b-c", "3--2", "99-1-1", "3-1-x-2",
        ] {
            assert!(tempo(wrong).is_err(), "{wrong}");
        }
    }
}
