//! The private Python environment that unpacks and converts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, IoContext, Result};
use crate::progress::Step;
use crate::{home, ledger, run};

const INSTALL_PYTHON: &str = "Set-up needs Python 3.11 to 3.14 with its venv module, to convert the \
    models. On Debian or Ubuntu: sudo apt-get install python3 python3-venv";

/// The versions that tools/models/requirements.txt has wheels for.
const SUPPORTED: &str =
    "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))";

#[derive(Debug)]
pub struct Python {
    folder: PathBuf,
    wheels: PathBuf,
    requirements: PathBuf,
}

impl Python {
    pub fn new(setup_folder: &Path) -> Self {
        Self {
            folder: setup_folder.join("venv"),
            wheels: setup_folder.join("downloads/wheels"),
            requirements: home::repository().join("tools/models/requirements.txt"),
        }
    }

    /// The environment's interpreter, free of the person's own Python settings.
    pub fn command(&self) -> Command {
        clean(self.interpreter())
    }

    fn interpreter(&self) -> PathBuf {
        self.folder.join("bin/python")
    }

    /// Creates the environment, unless it is there with the present requirements.
    pub fn ensure(&self) -> Result<()> {
        let wanted = ledger::checksum(&self.requirements)?;
        // Written last, so that an interrupted installation is not taken for a finished one.
        let stamp = self.folder.join("installed-requirements.sha256");
        let installed = fs::read_to_string(&stamp).is_ok_and(|text| text == wanted);
        if installed && self.interpreter().exists() {
            return Ok(());
        }
        self.create()?;
        self.install()?;
        fs::write(&stamp, wanted).context("write", &stamp)
    }

    fn create(&self) -> Result<()> {
        let base = supported_python()?;
        let mut step = Step::begin("creating a private Python environment");
        let mut command = clean(base);
        command.args(["-m", "venv", "--clear"]).arg(&self.folder);
        run::quietly_to_success(&mut command, &mut step, INSTALL_PYTHON)?;
        step.done();
        Ok(())
    }

    fn install(&self) -> Result<()> {
        let mut step = Step::begin("installing the converter's packages (numpy, onnx, tflite)");
        // First from what an earlier run left, so that no network is needed; then with a download.
        if !self.wheels.is_dir() || !self.try_install(&mut step)?.status.success() {
            self.download_wheels(&mut step)?;
            let finished = self.try_install(&mut step)?;
            if !finished.status.success() {
                return Err(Error::Command {
                    command: "pip install".to_owned(),
                    status: finished.status.to_string(),
                    output: run::last_lines(&finished.output),
                });
            }
        }
        step.done();
        Ok(())
    }

    fn try_install(&self, step: &mut Step) -> Result<run::Finished> {
        let mut pip = self.pip("install");
        pip.args(["--no-index", "--find-links"])
            .arg(&self.wheels)
            .args(["--require-hashes", "--only-binary", ":all:", "-r"])
            .arg(&self.requirements);
        run::quietly(&mut pip, step, INSTALL_PYTHON)
    }

    fn download_wheels(&self, step: &mut Step) -> Result<()> {
        let mut pip = self.pip("download");
        pip.args(["--require-hashes", "--only-binary", ":all:", "-r"])
            .arg(&self.requirements)
            .arg("--dest")
            .arg(&self.wheels);
        let finished = run::quietly(&mut pip, step, INSTALL_PYTHON)?;
        if finished.status.success() {
            return Ok(());
        }
        Err(Error::Fetch {
            client: "pip",
            package: "the packages of tools/models/requirements.txt".to_owned(),
            output: run::last_lines(&finished.output),
        })
    }

    /// pip of the environment, with the person's own index and proxy settings.
    pub fn pip(&self, verb: &str) -> Command {
        let mut command = self.command();
        command
            .args(["-m", "pip", "--disable-pip-version-check", verb])
            .args(["--progress-bar", "off"])
            .env("PIP_USER", "0");
        command
    }
}

fn clean(interpreter: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(interpreter);
    command
        .env_remove("PYTHONPATH")
        .env_remove("PYTHONHOME")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

fn supported_python() -> Result<&'static str> {
    let candidates = [
        "python3",
        "python3.14",
        "python3.13",
        "python3.12",
        "python3.11",
    ];
    let supported = |name: &&str| {
        let probe = clean(name).args(["-c", SUPPORTED]).output();
        probe.is_ok_and(|output| output.status.success())
    };
    candidates
        .into_iter()
        .find(supported)
        .ok_or(Error::MissingTool {
            tool: "python3".to_owned(),
            remedy: INSTALL_PYTHON,
        })
}
