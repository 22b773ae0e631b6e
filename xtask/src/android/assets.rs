//! What the app carries besides its code: the pose networks that a phone runs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::android::recipe;
use crate::error::{IoContext, Result};
use crate::home;

const DETECTOR: &str = "pose_detection.onnx";

/// The sizes that a phone chooses from.
const SIZES: [&str; 2] = ["lite", "full"];

/// The folder that the app's tests take its assets from.
pub fn folder() -> PathBuf {
    home::target_folder().join("android-assets")
}

/// Whether set-up has been here, or somebody who put the networks there by hand.
pub fn are_at_hand(setup_folder: &Path) -> bool {
    setup_folder.join("models").join(DETECTOR).exists()
}

/// Lays them ready in `folder`, and returns the files.
pub fn prepare(setup_folder: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let (from, to) = (setup_folder.join("models"), folder.join("models"));
    fs::create_dir_all(&to).context("create", &to)?;
    let mut assets = vec![(DETECTOR.to_owned(), read(&from.join(DETECTOR))?)];
    for size in SIZES {
        let (lean, whole) = (
            format!("pose_landmark_{size}.onnx"),
            format!("pose_landmark_{size}_mask.onnx"),
        );
        let base = read(&from.join(&whole))?;
        assets.push((
            format!("{lean}.recipe"),
            recipe::write(&base, &read(&from.join(lean))?),
        ));
        assets.push((whole, base));
    }
    assets
        .into_iter()
        .map(|(name, bytes)| lay(&to.join(name), &bytes))
        .collect()
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).context("read", file)
}

/// Writes a file unless it is there: build tools go by its time.
fn lay(file: &Path, bytes: &[u8]) -> Result<PathBuf> {
    if fs::read(file).ok().as_deref() != Some(bytes) {
        fs::write(file, bytes).context("write", file)?;
    }
    Ok(file.to_owned())
}
