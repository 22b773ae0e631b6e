//! `dowel-bindgen LIBRARY OUT`: reads what the facade's library exports and writes `OUT/{kotlin,python,swift}`.
//! Run it at the repository's root through `cargo xtask bindings`, which builds the library first.

use std::env;
use std::error::Error;
use std::process::ExitCode;

use uniffi::{
    GenerateOptions, SwiftBindingsOptions, TargetLanguage, generate, generate_swift_bindings,
};

/// The C module that the Swift sources import.
const SWIFT_C_MODULE: &str = "DowelFacadeFFI";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [library, out] = arguments.as_slice() else {
        eprintln!("usage: dowel-bindgen LIBRARY OUT");
        return ExitCode::from(2);
    };
    match write(library, out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(library: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let languages = [
        (TargetLanguage::Kotlin, "kotlin"),
        (TargetLanguage::Python, "python"),
    ];
    for (language, folder) in languages {
        generate(GenerateOptions {
            languages: vec![language],
            source: library.into(),
            out_dir: format!("{out}/{folder}").into(),
            // Formatters differ from machine to machine.
            format: false,
            metadata_no_deps: true,
            ..GenerateOptions::default()
        })?;
    }
    // Laid out as a Swift package has it: the sources, and the C module beside them.
    let swift = |folder: &str| SwiftBindingsOptions {
        generate_swift_sources: false,
        generate_headers: false,
        generate_modulemap: false,
        source: library.into(),
        out_dir: format!("{out}/swift/{folder}").into(),
        xcframework: false,
        module_name: Some(SWIFT_C_MODULE.to_owned()),
        modulemap_filename: Some("module.modulemap".to_owned()),
        metadata_no_deps: true,
        link_frameworks: Vec::new(),
        config: None,
    };
    generate_swift_bindings(SwiftBindingsOptions {
        generate_swift_sources: true,
        ..swift("DowelFacade")
    })?;
    generate_swift_bindings(SwiftBindingsOptions {
        generate_headers: true,
        generate_modulemap: true,
        ..swift(SWIFT_C_MODULE)
    })?;
    Ok(())
}
