//! `cargo xtask setup`: everything pinned, into the set-up folder. Each file pulls in what it is made
//! from, so a step runs only when its result is missing.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::error::{Error, IoContext, Result};
use crate::ledger::{self, Ledger};
use crate::pins::{FFMPEG, MODELS, Model, NETWORKS, Pin, RUNTIME, Unpacked};
use crate::progress::{Step, seconds};
use crate::python::Python;
use crate::{fetch, home, run};

/// Makes the set-up folder complete and returns it.
pub fn run() -> Result<PathBuf> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err(Error::UnsupportedMachine {
            os: std::env::consts::OS,
            arch: std::env::consts::ARCH,
        });
    }
    let started = Instant::now();
    let folder = home::setup_folder();
    fs::create_dir_all(&folder).context("create", &folder)?;
    let _lock = lock(&folder)?;
    Setup::open(&folder).everything()?;
    eprintln!(
        "Set-up complete in {}: {} models, ONNX Runtime, ffmpeg ({}).",
        home::shown(&folder),
        MODELS.len(),
        seconds(started.elapsed())
    );
    Ok(folder)
}

/// Fetches one thing more into the set-up folder, where [`run`] has been.
pub fn ensure(item: &'static Unpacked) -> Result<()> {
    let folder = home::setup_folder();
    let _lock = lock(&folder)?;
    Setup::open(&folder).unpack(item)
}

/// Two runs at once must not write the same files; the second waits and then finds its work done.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("lock");
    let file = File::create(&path).context("create", &path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!("Another set-up is running in this folder; waiting for it.");
            file.lock().context("lock", &path)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).context("lock", &path),
    }
    Ok(file)
}

struct Setup {
    folder: PathBuf,
    python: Python,
    ledger: Ledger,
}

impl Setup {
    fn open(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            python: Python::new(folder),
            ledger: Ledger::open(folder),
        }
    }

    fn everything(&mut self) -> Result<()> {
        self.python.ensure()?;
        self.unpack(&RUNTIME)?;
        self.unpack(&FFMPEG)?;
        for network in NETWORKS {
            self.unpack(network)?;
        }
        for model in &MODELS {
            self.convert(model)?;
        }
        Ok(())
    }

    fn unpack(&mut self, item: &'static Unpacked) -> Result<()> {
        if self.ledger.has(&item.file)? {
            return Ok(());
        }
        fetch::ensure(item.from, &self.folder, &self.python, &mut self.ledger)?;
        let mut step = Step::begin(format!("unpacking {}", item.file.path));
        let temporary = self.temporary(&item.file)?;
        let mut command = self.python.command();
        command
            .arg(tool("unpack.py"))
            .arg(self.folder.join(item.from.file.path))
            .arg(item.member)
            .arg(&temporary);
        run::quietly_to_success(&mut command, &mut step, "")?;
        if item.executable {
            make_executable(&temporary)?;
        }
        let advice = "The package holds another file than was pinned: its pins in xtask/src/pins.rs do \
                      not belong together.";
        self.ledger.admit(&temporary, &item.file, advice)?;
        step.done();
        Ok(())
    }

    fn convert(&mut self, model: &'static Model) -> Result<()> {
        if self.ledger.has(&model.file)? {
            return Ok(());
        }
        let mut step = Step::begin(format!("converting {}", model.file.path));
        let temporary = self.temporary(&model.file)?;
        let mut command = self.python.command();
        command
            .arg(tool("blazepose_to_onnx.py"))
            .arg(self.folder.join(model.from.file.path))
            .arg(&temporary);
        if model.without_mask {
            command.arg("--without-mask");
        }
        run::quietly_to_success(&mut command, &mut step, "")?;
        let advice = "The converter or its packages have changed. If that was meant, check the models' \
                      results and update the pin in xtask/src/pins.rs.";
        self.ledger.admit(&temporary, &model.file, advice)?;
        step.done();
        Ok(())
    }

    /// Beside the final place, so that the move there is one step.
    fn temporary(&self, pin: &Pin) -> Result<PathBuf> {
        let path = self.folder.join(format!("{}.part", pin.path));
        ledger::create_parent(&path)?;
        Ok(path)
    }
}

fn tool(name: &str) -> PathBuf {
    home::repository().join("tools/models").join(name)
}

#[cfg(unix)]
pub fn make_executable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).context("mark as program", path)
}

#[cfg(not(unix))]
pub fn make_executable(_: &Path) -> Result<()> {
    Ok(())
}
