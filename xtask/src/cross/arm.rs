//! Building for 64-bit Arm Linux and running what was built.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cross::debian_rust::DebianRust;
use crate::error::{IoContext, Result};
use crate::pins::ARM_RUNTIME;
use crate::setup;

const TARGET: &str = "aarch64-unknown-linux-gnu";
const EMULATOR: &str = "qemu-aarch64-static";
/// Where cargo puts what it builds.
const RESULTS: &str = "target-arm";
/// ONNX Runtime looks here for what the processor can do, and crashes where it finds an x86 one described.
const CPUINFO: &str = include_str!("cpuinfo.txt");
/// Where Debian keeps Arm's libc.
const ARM_LIBRARIES: &str = "/usr/aarch64-linux-gnu/lib";

#[derive(Debug)]
pub struct Arm<'a> {
    rust: &'a DebianRust,
    /// A root for the emulated programs; what is not in it they see as it is.
    root: PathBuf,
    /// A set-up folder like the real one but for ONNX Runtime, which is Arm's.
    home: PathBuf,
}

impl<'a> Arm<'a> {
    pub fn ensure(rust: &'a DebianRust) -> Result<Self> {
        setup::ensure(&ARM_RUNTIME)?;
        let (root, home) = (rust.folder.join("root"), rust.folder.join("home"));
        let cpuinfo = root.join("proc/cpuinfo");
        let parent = cpuinfo.parent().expect("it was joined above");
        fs::create_dir_all(parent).context("create", parent)?;
        fs::write(&cpuinfo, CPUINFO).context("write", &cpuinfo)?;
        link(Path::new(ARM_LIBRARIES), &root.join("lib"))?;
        for shared in ["models", "bin"] {
            link(&Path::new("../..").join(shared), &home.join(shared))?;
        }
        Ok(Self { rust, root, home })
    }

    /// Debian's cargo, building for Arm; `test` runs under emulation.
    pub fn cargo(&self, verb: &str) -> Command {
        let sysroot = self.rust.arm_sysroot.display();
        let mut command = self.rust.cargo(verb, RESULTS);
        command
            .args(["--target", TARGET])
            .env(
                "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER",
                "aarch64-linux-gnu-gcc",
            )
            .env("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER", EMULATOR)
            // Its words are separated so, because the folder may have a space in its name.
            .env(
                "CARGO_ENCODED_RUSTFLAGS",
                format!("--sysroot\u{1f}{sysroot}"),
            );
        self.emulate(&mut command);
        command
    }

    /// A program that was built, under emulation.
    pub fn program(&self, name: &str) -> Command {
        let mut command = Command::new(EMULATOR);
        command.arg(self.built("debug").join(name));
        self.emulate(&mut command);
        command
    }

    /// Where cargo leaves what it builds in that profile.
    pub fn built(&self, profile: &str) -> PathBuf {
        self.rust.folder.join(RESULTS).join(TARGET).join(profile)
    }

    fn emulate(&self, command: &mut Command) {
        command
            // What telephones of the middle class have had since 2019.
            .env("QEMU_CPU", "cortex-a76")
            .env("QEMU_LD_PREFIX", &self.root)
            .env("DOWEL_HOME", &self.home);
    }
}

fn link(to: &Path, at: &Path) -> Result<()> {
    match symlink(to, at) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.context("link", at),
    }
}
