//! Where things are: the repository, the set-up folder, the build folder.

use std::env;
use std::path::{Path, PathBuf};

pub fn repository() -> PathBuf {
    // cargo says where the sources lie now; a build folder shared by two checkouts would mix them up.
    let xtask = env::var("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&xtask)
        .parent()
        .expect("xtask lies one folder below the repository's root")
        .to_owned()
}

/// `DOWEL_HOME`, or `.dowel` at the repository's root.
pub fn setup_folder() -> PathBuf {
    folder_from("DOWEL_HOME", ".dowel")
}

/// Where cargo builds to.
pub fn target_folder() -> PathBuf {
    folder_from("CARGO_TARGET_DIR", "target")
}

fn folder_from(variable: &str, default: &str) -> PathBuf {
    let named = env::var_os(variable).filter(|value| !value.is_empty());
    let folder = named.map_or_else(|| PathBuf::from(default), PathBuf::from);
    // Joining an absolute path replaces the root.
    repository().join(folder)
}

/// A path as a person would type it from the repository's root.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(repository())
        .unwrap_or(path)
        .display()
        .to_string()
}
