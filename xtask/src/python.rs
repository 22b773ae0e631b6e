//! The private Python environment that unpacks and converts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, IoContext, Result};
use crate::progress::Step;
use crate::{home, ledger, run};

/// What an environment is for and what goes into it.
#[derive(Debug)]
pub struct Recipe {
    /// Below the set-up folder.
    pub folder: &'static str,
    pub wheels: &'static str,
    /// In the repository. Lists every package, with a hash for each wheel.
    pub requirements: &'static str,
    pub packages: &'static str,
    /// The newest Python 3 that the requirements have wheels for.
    pub newest_minor: u32,
    pub install_python: &'static str,
}

static CONVERTER: Recipe = Recipe {
    folder: "venv",
    wheels: "downloads/wheels",
    requirements: "tools/models/requirements.txt",
    packages: "the converter's packages (numpy, onnx, tflite)",
    newest_minor: 14,
    install_python: "Set-up needs Python 3.11 to 3.14 with its venv module, to convert the models. On \
        Debian or Ubuntu: sudo apt-get install python3 python3-venv",
};

#[derive(Debug)]
pub struct Python {
    recipe: &'static Recipe,
    folder: PathBuf,
    wheels: PathBuf,
    requirements: PathBuf,
}

impl Python {
    /// The environment of the model converter.
    pub fn new(setup_folder: &Path) -> Self {
        Self::of(&CONVERTER, setup_folder)
    }

    pub fn of(recipe: &'static Recipe, setup_folder: &Path) -> Self {
        Self {
            recipe,
            folder: setup_folder.join(recipe.folder),
            wheels: setup_folder.join(recipe.wheels),
            requirements: home::repository().join(recipe.requirements),
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
        let base = self.supported_python()?;
        let mut step = Step::begin("creating a private Python environment");
        let mut command = clean(base);
        command.args(["-m", "venv", "--clear"]).arg(&self.folder);
        run::quietly_to_success(&mut command, &mut step, self.recipe.install_python)?;
        step.done();
        Ok(())
    }

    fn install(&self) -> Result<()> {
        let mut step = Step::begin(format!("installing {}", self.recipe.packages));
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
            .args(["--require-hashes", "--no-deps"])
            .args(["--only-binary", ":all:", "-r"])
            .arg(&self.requirements);
        run::quietly(&mut pip, step, self.recipe.install_python)
    }

    fn download_wheels(&self, step: &mut Step) -> Result<()> {
        let mut pip = self.pip("download");
        pip.args(["--require-hashes", "--no-deps"])
            .args(["--only-binary", ":all:", "-r"])
            .arg(&self.requirements)
            .arg("--dest")
            .arg(&self.wheels);
        let finished = run::quietly(&mut pip, step, self.recipe.install_python)?;
        if finished.status.success() {
            return Ok(());
        }
        Err(Error::Fetch {
            client: "pip",
            package: format!("the packages of {}", self.recipe.requirements),
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

    fn supported_python(&self) -> Result<&'static str> {
        let candidates = [
            "python3",
            "python3.14",
            "python3.13",
            "python3.12",
            "python3.11",
        ];
        let newest = self.recipe.newest_minor;
        let question = format!(
            "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, {newest}))"
        );
        let supported = |name: &&str| {
            let probe = clean(name).args(["-c", &question]).output();
            probe.is_ok_and(|output| output.status.success())
        };
        candidates
            .into_iter()
            .find(supported)
            .ok_or(Error::MissingTool {
                tool: "python3".to_owned(),
                remedy: self.recipe.install_python,
            })
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
