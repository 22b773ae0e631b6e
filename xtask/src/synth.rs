//! The environment of the clip generator, tests/synth.

use std::path::Path;

use crate::error::Result;
use crate::progress::Step;
use crate::python::{Python, Recipe};
use crate::{debian, home, run};

static GENERATOR: Recipe = Recipe {
    folder: "venv-synth",
    wheels: "downloads/synth",
    requirements: "tests/synth/requirements.txt",
    packages: "the clip generator's packages (numpy, scipy, opencv, moderngl)",
    newest_minor: 14,
    install_python: "The synthetic clips need Python 3.11 to 3.14 with its venv module. On Debian or Ubuntu: \
        sudo apt-get install python3 python3-venv",
};

const INSTALL_EGL: &str = "The synthetic clips are drawn with Mesa, without a screen. On Debian or Ubuntu: sudo \
    apt-get install libegl1 libgl1-mesa-dri";

/// Sets up what drawing needs, unless it is there: Python packages, Mesa, the body data.
pub fn ensure(folder: &Path) -> Result<Python> {
    let python = Python::of(&GENERATOR, folder);
    python.ensure()?;
    let mut probe = python.command();
    probe.args([
        "-c",
        "import moderngl; moderngl.create_context(standalone=True, backend='egl')",
    ]);
    debian::ensure(&mut probe, &["libegl1", "libgl1-mesa-dri"], INSTALL_EGL)?;
    if !folder.join("synth/assets.npz").exists() {
        let mut step = Step::begin("fetching the body data");
        let mut assets = python.command();
        assets
            .current_dir(home::repository().join("tests/synth"))
            .env("DOWEL_HOME", folder)
            .args(["-m", "synth", "assets"]);
        run::quietly_to_success(&mut assets, &mut step, "")?;
        step.done();
    }
    Ok(python)
}
