//! The pose networks on Arm against those on x86: the same frames of the demo clip through the same tracker.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::cross::arm::Arm;
use crate::error::Result;
use crate::progress::Step;
use crate::test::{Tally, build_programs};
use crate::{cargo, home, run};

pub const PROBE: &str = "pose_probe";

/// The network that a phone runs unless it is slow.
const MODEL: &str = "full";

/// What the probe prints for each frame, and how far Arm may be from x86. They add up in another order, which came
/// to 2e-4 px, 2e-6 m, 2e-6 and 7e-5. A hundredth of a pixel moves no angle by as much as is shown.
const LIMITS: [(&str, f64); 4] = [
    ("landmarks_px", 0.01),
    ("world_m", 1e-4),
    ("visibility", 1e-3),
    ("silhouette", 1e-3),
];

pub fn check(arm: &Arm, setup_folder: &Path) -> Result<Tally> {
    let mut step = Step::begin("poses on Arm against x86");
    let built = run::quietly(&mut build_programs(setup_folder), &mut step, cargo::INSTALL)?;
    if !built.status.success() {
        step.failed(&built.output);
        return Ok(Tally::whole(false));
    }
    let mut here = Command::new(home::target_folder().join("debug").join(PROBE));
    let here = probe(here.env("DOWEL_HOME", setup_folder), &mut step)?;
    let there = probe(&mut arm.program(PROBE), &mut step)?;
    let differences = here.and_then(|here| compare(&here, &there?));
    let tally = Tally::whole(differences.is_ok());
    match differences {
        Ok(differences) => step.done_with(&differences),
        Err(reason) => step.failed(&reason),
    }
    Ok(tally)
}

/// What the probe printed, or why it printed nothing that can be read.
fn probe(command: &mut Command, step: &mut Step) -> Result<Result<Value, String>> {
    command.arg(MODEL);
    let finished = run::quietly(command, step, cargo::INSTALL)?;
    let printed = finished.output.lines().last().map(serde_json::from_str);
    Ok(match printed {
        Some(Ok(seen)) if finished.status.success() => Ok(seen),
        _ => Err(finished.output),
    })
}

/// The largest differences, or the first that is too large.
fn compare(x86: &Value, arm: &Value) -> Result<String, String> {
    let mut said = Vec::new();
    for (what, limit) in LIMITS {
        let difference = largest_difference(&numbers(x86, what)?, &numbers(arm, what)?)
            .ok_or_else(|| format!("{what}: Arm gave another count of numbers than x86"))?;
        if difference > limit {
            return Err(format!(
                "{what}: {difference:.1e} apart, at most {limit:.0e} is allowed"
            ));
        }
        said.push(format!("{what} {difference:.0e}"));
    }
    Ok(said.join(", "))
}

/// All the numbers of that name, frame after frame.
fn numbers(seen: &Value, what: &str) -> Result<Vec<f64>, String> {
    let frames = seen.as_array().into_iter().flatten();
    let lists = frames.flat_map(|frame| frame[what].as_array().into_iter().flatten());
    // JSON has no word for what is not a number, and writes null.
    let all: Option<Vec<f64>> = lists.map(Value::as_f64).collect();
    all.filter(|all| !all.is_empty())
        .ok_or_else(|| format!("{what}: no numbers"))
}

/// None when they can't be paired.
fn largest_difference(a: &[f64], b: &[f64]) -> Option<f64> {
    let pairs = a.iter().zip(b);
    (a.len() == b.len()).then(|| pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn seen(x_px: f64) -> Value {
        let frame = |x_px| json!({"landmarks_px": [x_px], "world_m": [0.5], "visibility": [1.0], "silhouette": []});
        let mut first = frame(7.0);
        first["silhouette"] = json!([0.0, 1.0]);
        json!([first, frame(x_px)])
    }

    #[test]
    fn rounding_is_let_through_and_a_moved_landmark_is_not() {
        assert!(compare(&seen(100.0), &seen(100.0004)).is_ok());
        let reason = compare(&seen(100.0), &seen(100.02)).unwrap_err();
        assert!(reason.starts_with("landmarks_px: 2.0e-2"), "{reason}");
    }

    #[test]
    fn what_is_missing_or_no_number_is_no_agreement() {
        assert!(compare(&json!([]), &json!([])).is_err());
        assert!(compare(&seen(100.0), &seen(f64::NAN)).is_err());
        let mut fewer = seen(100.0);
        fewer[1]["landmarks_px"] = json!([]);
        assert!(compare(&seen(100.0), &fewer).is_err());
    }
}
