//! Downloads, each through the package client that the person has set up for their network.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::{Error, IoContext, Result};
use crate::ledger::Ledger;
use crate::pins::{Client, Download};
use crate::progress::{Step, megabytes};
use crate::python::Python;
use crate::run;

const INSTALL_NPM: &str = "Set-up uses npm to fetch the pose models. On Debian or Ubuntu: sudo apt-get \
    install npm; or install Node.js, which brings it";

/// Fetches `download` into the set-up folder, unless it is there.
pub fn ensure(
    download: &Download,
    folder: &Path,
    python: &Python,
    ledger: &mut Ledger,
) -> Result<()> {
    if ledger.has(&download.file)? {
        return Ok(());
    }
    // A folder of its own, emptied first: what an interrupted run left is not mistaken for the file.
    let partial = folder.join("downloads/partial");
    let _ = fs::remove_dir_all(&partial);
    fs::create_dir_all(&partial).context("create", &partial)?;

    let mut step = Step::begin(format!(
        "fetching {} ({})",
        download.package,
        megabytes(download.file.bytes)
    ));
    let (name, mut command, remedy) = match download.client {
        Client::Npm => ("npm", npm(download, &partial), INSTALL_NPM),
        Client::Pip => ("pip", pip(download, &partial, python), ""),
    };
    let finished = run::quietly(&mut command, &mut step, remedy)?;
    let file_name = Path::new(download.file.path)
        .file_name()
        .expect("pins name files");
    let fetched = partial.join(file_name);
    if !finished.status.success() || !fetched.exists() {
        return Err(Error::Fetch {
            client: name,
            package: download.package.to_owned(),
            output: run::last_lines(&finished.output),
        });
    }
    let advice = format!(
        "{name} delivered something else than was pinned. Run the command again; if it stays so, do not \
         use the file and say so in an issue."
    );
    ledger.admit(&fetched, &download.file, &advice)?;
    let _ = fs::remove_dir_all(&partial);
    step.done();
    Ok(())
}

fn npm(download: &Download, partial: &Path) -> Command {
    let mut command = Command::new("npm");
    command
        .args(["pack", download.package, "--ignore-scripts"])
        .current_dir(partial);
    command
}

/// The wheel for one fixed Python and the pinned platform, whatever runs here: the same file everywhere.
fn pip(download: &Download, partial: &Path, python: &Python) -> Command {
    let mut command = python.pip("download");
    command
        .args([download.package, "--no-deps", "--only-binary", ":all:"])
        .args(["--python-version", "3.11", "--implementation", "cp"])
        .args(["--platform", platform(download.file.path), "--dest"])
        .arg(partial);
    command
}

/// A wheel's name ends with the platform it is for.
fn platform(wheel: &str) -> &str {
    let stem = wheel.strip_suffix(".whl").unwrap_or(wheel);
    stem.rsplit('-').next().unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wheel_is_asked_for_by_its_own_platform() {
        let wheel = "downloads/onnxruntime-1.31.1-cp311-cp311-manylinux_2_28_aarch64.whl";
        assert_eq!(platform(wheel), "manylinux_2_28_aarch64");
    }
}
