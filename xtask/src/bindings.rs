//! `cargo xtask bindings`: the facade in Kotlin, Swift and Python, written anew into `bindings/generated`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{IoContext, Result};
use crate::{cargo, home, run, setup};

/// The facade's library, as other languages load it.
pub const LIBRARY: &str = "libdowel_bindings.so";

/// Writes the sources.
pub fn run() -> Result<()> {
    let folder = setup::run()?;
    let mut build = cargo::command(&folder);
    build.args(["build", "--package", "dowel-bindings"]);
    build.args(["--package", "dowel-bindgen"]);
    run::streamed_to_success(&mut build, cargo::INSTALL)?;
    let generated = committed();
    // What is no longer exported goes, too.
    let _ = fs::remove_dir_all(&generated);
    generate(&generated)?;
    println!("Written: {}", home::shown(&generated));
    Ok(())
}

/// Whether the committed sources are what the built library exports; says what to do where they are not.
pub fn are_current() -> Result<bool> {
    let fresh = tempfile::tempdir().context("create", "a temporary folder".as_ref())?;
    generate(fresh.path())?;
    let (wanted, found) = (files(fresh.path())?, files(&committed())?);
    let stale: Vec<_> = wanted
        .keys()
        .chain(found.keys())
        .filter(|path| wanted.get(*path) != found.get(*path))
        .collect();
    for path in &stale {
        eprintln!("bindings/generated/{} is stale.", path.display());
    }
    if !stale.is_empty() {
        eprintln!("Write them anew and commit them: cargo xtask bindings");
    }
    Ok(stale.is_empty())
}

pub fn committed() -> PathBuf {
    home::repository().join("bindings/generated")
}

/// `cargo build` must have been there before.
fn generate(out: &Path) -> Result<()> {
    let built = home::target_folder().join("debug");
    let mut command = Command::new(built.join("dowel-bindgen"));
    command
        .current_dir(home::repository())
        .arg(built.join(LIBRARY))
        .arg(out);
    run::streamed_to_success(&mut command, "Run `cargo xtask bindings`.")
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inside) = open.pop() {
        let Ok(entries) = fs::read_dir(&inside) else {
            continue;
        };
        for entry in entries {
            let path = entry.context("read", &inside)?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = fs::read(&path).context("read", &path)?;
                let name = path.strip_prefix(folder).unwrap_or(&path);
                found.insert(name.to_owned(), bytes);
            }
        }
    }
    Ok(found)
}
