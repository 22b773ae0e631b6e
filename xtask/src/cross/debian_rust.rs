//! Debian's own Rust, with its standard library for Arm. It lies beside rustup's and is never the default.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, IoContext, Result};
use crate::progress::Step;
use crate::{debian, home, run};

/// Rust with the sources of its standard library; a C compiler for Arm, for SQLite; what the emulator and the
/// Arm programs load.
const PACKAGES: [&str; 7] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "gcc-aarch64-linux-gnu",
    "libc6-dev-arm64-cross",
    "libstdc++6-arm64-cross",
    "qemu-user-static",
];

const INSTALL: &str = "Dowel is checked for Arm and the phones with Debian's Rust, a cross compiler and an \
    emulator. On Debian: sudo apt-get install rustc-web cargo-web rust-web-src gcc-aarch64-linux-gnu \
    libc6-dev-arm64-cross libstdc++6-arm64-cross qemu-user-static";

const ARM_LIBRARY: &str = "lib/rustlib/aarch64-unknown-linux-gnu";

#[derive(Debug)]
pub struct DebianRust {
    /// Where all that is made for these checks lies.
    pub folder: PathBuf,
    /// What `--sysroot` names for Arm.
    pub arm_sysroot: PathBuf,
}

impl DebianRust {
    /// Installs what is missing. `folder` is the checks' own, below the set-up folder.
    pub fn ensure(folder: &Path) -> Result<Self> {
        // Not merely known to dpkg, as a package is whose settings stayed behind.
        const INSTALLED: &str = "states=$(dpkg-query --show --showformat '${db:Status-Status}\\n' \"$@\") \
             && test \"$(echo \"$states\" | sort -u)\" = installed";
        let mut probe = Command::new("sh");
        probe.args(["-c", INSTALLED, "sh"]).args(PACKAGES);
        debian::ensure(&mut probe, &PACKAGES, INSTALL)?;

        let version = installed_version()?;
        let rust = Self {
            folder: folder.to_owned(),
            arm_sysroot: folder.join(format!("rust-{version}")),
        };
        if !rust.arm_sysroot.join(ARM_LIBRARY).is_dir() {
            rust.fetch_arm_library(&version)?;
        }
        Ok(rust)
    }

    /// Debian's cargo at the repository's root, free of what rustup's left in the environment.
    /// `target` names a folder for its results.
    pub fn cargo(&self, verb: &str, target: &str) -> Command {
        let mut command = Command::new("/usr/bin/cargo");
        command
            .current_dir(home::repository())
            .args([verb, "--locked"])
            .env("PATH", "/usr/bin:/bin")
            .env("CARGO_TARGET_DIR", self.folder.join(target))
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        let foreign = [
            "CARGO",
            "CARGO_BUILD_TARGET",
            "CARGO_ENCODED_RUSTFLAGS",
            "LD_LIBRARY_PATH",
            "RUSTC",
            "RUSTFLAGS",
            "RUSTUP_TOOLCHAIN",
        ];
        for variable in foreign {
            command.env_remove(variable);
        }
        command
    }

    /// The packages are read without being installed: this machine need not know packages for Arm.
    fn fetch_arm_library(&self, version: &str) -> Result<()> {
        let partial = self.folder.join("partial");
        let _ = fs::remove_dir_all(&partial);
        for folder in ["lists/partial", "cache/archives/partial", "unpacked"] {
            let folder = partial.join(folder);
            fs::create_dir_all(&folder).context("create", &folder)?;
        }
        let mut step = Step::begin(format!(
            "fetching Rust's library for Arm, {version} (76 MB)"
        ));
        let packages = arm_packages(version);
        // A foreign source without Arm may fail here; what matters is whether the packages come.
        run::quietly(
            private_apt(&partial).args(["--quiet", "update"]),
            &mut step,
            INSTALL,
        )?;
        let mut download = private_apt(&partial);
        download.args(["--quiet", "download"]).args(&packages);
        let finished = run::quietly(&mut download, &mut step, INSTALL)?;
        if !finished.status.success() {
            return Err(Error::Fetch {
                client: "apt-get",
                package: packages.join(" and "),
                output: run::last_lines(&finished.output),
            });
        }
        let unpacked = partial.join("unpacked");
        for package in debian_files(&partial)? {
            let mut unpack = Command::new("dpkg-deb");
            unpack.arg("--extract").arg(&package).arg(&unpacked);
            run::quietly_to_success(&mut unpack, &mut step, INSTALL)?;
        }
        let library = self.arm_sysroot.join(ARM_LIBRARY);
        let parent = library.parent().expect("it was joined above");
        fs::create_dir_all(parent).context("create", parent)?;
        fs::rename(unpacked.join("usr").join(ARM_LIBRARY), &library).context("write", &library)?;
        let _ = fs::remove_dir_all(&partial);
        step.done();
        Ok(())
    }
}

fn installed_version() -> Result<String> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${Version}", "rustc-web"]);
    let output = query.output().context("start", "dpkg-query".as_ref())?;
    run::expect_success(&query, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The same build for Arm as the compiler's own: a library of another one can't be read.
fn arm_packages(version: &str) -> [String; 2] {
    let release: Vec<&str> = version.split('.').take(2).collect();
    let release = release.join(".");
    [
        format!("libstd-rust-web-{release}:arm64={version}"),
        format!("libstd-rust-web-dev:arm64={version}"),
    ]
}

/// apt-get with lists of its own in `folder`, where it also puts what it downloads.
fn private_apt(folder: &Path) -> Command {
    let option = |name: &str, below: &str| format!("{name}={}", folder.join(below).display());
    let mut command = Command::new("apt-get");
    command
        .current_dir(folder)
        .args(["-o", "APT::Architectures::=arm64"])
        .args(["-o", &option("Dir::State::lists", "lists")])
        .args(["-o", &option("Dir::Cache", "cache")]);
    command
}

fn debian_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).context("read", folder)?;
    let paths = entries.map(|entry| Ok(entry.context("read", folder)?.path()));
    let paths = paths.collect::<Result<Vec<_>>>()?;
    let is_package = |path: &PathBuf| path.extension().is_some_and(|e| e == "deb");
    Ok(paths.into_iter().filter(is_package).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_is_of_the_compilers_own_build() {
        assert_eq!(
            arm_packages("1.96.0+dfsg1-1~deb12u2"),
            [
                "libstd-rust-web-1.96:arm64=1.96.0+dfsg1-1~deb12u2",
                "libstd-rust-web-dev:arm64=1.96.0+dfsg1-1~deb12u2",
            ]
        );
    }
}
