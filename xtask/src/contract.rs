//! The contract tests: the facade used from Python, Kotlin and Swift, held against what the core alone makes of
//! the demo clip. `tests/contract` holds them; what they share is put into `out/contract`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::bindings::{self, LIBRARY};
use crate::error::{IoContext, Result};
use crate::python::Python;
use crate::{android, debian, home, run};

const NO_JAVA: &str = "The facade is tested from Kotlin, too. On Debian or Ubuntu: sudo apt-get install maven \
    default-jdk-headless";

const NO_SWIFT: &str = "The facade is tested from Swift, too, in a chroot with Debian's Swift. That needs Debian on \
    64-bit x86, and root: run `cargo xtask test` as root";

static PREPARED: OnceLock<bool> = OnceLock::new();

/// Where the tests find the clip's frames and what is expected.
fn shared() -> PathBuf {
    home::repository().join("out/contract")
}

fn tests_of(language: &str) -> PathBuf {
    home::repository().join("tests/contract").join(language)
}

/// Decodes the clip and lets the core practise with it, once.
fn prepare(setup_folder: &Path) -> Result<bool> {
    if let Some(prepared) = PREPARED.get() {
        return Ok(*prepared);
    }
    let mut command = Command::new(home::target_folder().join("debug/contract_expected"));
    command
        .arg(shared())
        .current_dir(home::repository())
        .env("DOWEL_HOME", setup_folder);
    let done = run::streamed(&mut command, "")?.success();
    Ok(*PREPARED.get_or_init(|| done))
}

/// The unittests of `tests/contract/python`; None when what they need could not be prepared.
pub fn python(setup_folder: &Path) -> Result<Option<Command>> {
    if !prepare(setup_folder)? {
        return Ok(None);
    }
    let module = shared().join("python");
    copy(&bindings::committed().join("python/dowel.py"), &module)?;
    copy(&library(), &module)?;
    let mut command = Python::new(setup_folder).command();
    command.current_dir(tests_of("python"));
    environment(&mut command, setup_folder);
    Ok(Some(command))
}

/// Maven's tests of `tests/contract/kotlin`; None when what they need could not be prepared.
pub fn kotlin(setup_folder: &Path) -> Result<Option<Command>> {
    let tests = maven(&tests_of("kotlin"), "test", &shared().join("kotlin"))?;
    with_the_core(tests, setup_folder)
}

/// Maven's tests of the Android app. One of them plays the clip through its presenters.
pub fn android(setup_folder: &Path) -> Result<Option<Command>> {
    with_the_core(android::maven("test")?, setup_folder)
}

fn with_the_core(mut tests: Command, setup_folder: &Path) -> Result<Option<Command>> {
    if !prepare(setup_folder)? {
        return Ok(None);
    }
    let native = shared().join("native");
    copy(&library(), &native)?;
    tests.arg(format!("-Djna.library.path={}", native.display()));
    environment(&mut tests, setup_folder);
    Ok(Some(tests))
}

/// `mvn` with `goal` in `folder`.
pub fn maven(folder: &Path, goal: &str, results: &Path) -> Result<Command> {
    let mut java = Command::new("sh");
    java.args(["-c", "mvn --version && javac -version"]);
    debian::ensure(&mut java, &["maven", "default-jdk-headless"], NO_JAVA)?;
    let mut command = Command::new("mvn");
    command
        .current_dir(folder)
        .args(["--batch-mode", "--no-transfer-progress", goal])
        .arg(format!("-Dbuild.folder={}", results.display()));
    Ok(command)
}

/// `swift test` of `tests/contract/swift`, in a chroot that is made on the first run.
pub fn swift(setup_folder: &Path) -> Result<Option<Command>> {
    if !prepare(setup_folder)? {
        return Ok(None);
    }
    let (tests, work) = (tests_of("swift"), swift_work());
    let package = work.join("package");
    copy(&tests.join("Package.swift"), &package)?;
    copy(&tests.join("run.sh"), &package)?;
    let generated = bindings::committed().join("swift");
    let core = package.join("Sources/DowelFacade");
    copy(&generated.join("DowelFacade/DowelFacade.swift"), &core)?;
    let c = package.join("Sources/DowelFacadeFFI");
    copy(&generated.join("DowelFacadeFFI/DowelFacadeFFI.h"), &c)?;
    copy(&generated.join("DowelFacadeFFI/module.modulemap"), &c)?;
    let sources = "Tests/ContractTests";
    for name in ["Clip.swift", "ContractTests.swift", "Expected.swift"] {
        copy(&tests.join(sources).join(name), &package.join(sources))?;
    }
    in_chroot(setup_folder, "/contract/package/run.sh")
}

/// `swift test` of the iOS package where it lies, in the same chroot.
pub fn ios(setup_folder: &Path) -> Result<Option<Command>> {
    if !prepare(setup_folder)? {
        return Ok(None);
    }
    in_chroot(setup_folder, "/repository/ios/scripts/test.sh")
}

/// What the chroot sees as `/contract`.
fn swift_work() -> PathBuf {
    shared().join("swift")
}

/// A script in the chroot, beside the library and the clip; None where the chroot could not be made.
fn in_chroot(setup_folder: &Path, script: &str) -> Result<Option<Command>> {
    let (work, root) = (swift_work(), setup_folder.join("swift/trixie"));
    let chroot = tests_of("swift").join("chroot.sh");
    let mut setup = Command::new(&chroot);
    setup.arg("setup").arg(&root);
    if !run::streamed(&mut setup, NO_SWIFT)?.success() {
        eprintln!("{NO_SWIFT}");
        return Ok(None);
    }
    copy(&library(), &work)?;
    for name in ["frames.yuv", "expected.json"] {
        copy(&shared().join(name), &work)?;
    }
    let mut command = Command::new(chroot);
    command.arg("run").arg(root).arg(work).arg(setup_folder);
    command.args(["sh", script]);
    Ok(Some(command))
}

fn environment(command: &mut Command, setup_folder: &Path) {
    command
        .env("DOWEL_HOME", setup_folder)
        .env("DOWEL_CONTRACT", shared());
}

fn library() -> PathBuf {
    home::target_folder().join("debug").join(LIBRARY)
}

/// Copies a file into a folder, unless the very same is there: build tools go by the time of a file.
fn copy(file: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).context("create", folder)?;
    let to = folder.join(file.file_name().unwrap_or_default());
    let same = fs::read(file).ok() == fs::read(&to).ok();
    if !same || !to.exists() {
        fs::copy(file, &to).context("copy", file)?;
    }
    Ok(())
}
